"""Character references without their semicolon."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.inline import RichText

READ = {
    "J&#252rgen M&uumlller": "Jürgen Müller",
    "Ren&#xe9 Bee": "René Bee",
    "Ren&eacute; B&#233;e": "René Bée",
    "R&D at AT&T &notin &copy": "R&D at AT&T &notin &copy",
    "&#1 &#55555 &#": "&#1 &#55555 &#",
    "http://u.org/?a=1&auml=2&#252 b": "http://u.org/?a=1&auml=2&#252 b",
    "`M&#252ller`": "M&#252ller",
}


@pytest.mark.parametrize("text", READ)
def test_what_a_reader_sees(rich: Callable[[str], RichText], text: str) -> None:
    assert rich(text).text == READ[text]


def test_a_letter_points_at_its_reference(rich: Callable[[str], RichText]) -> None:
    found = rich("M&#252ller Bee")
    at = found.text.index("ller")
    assert (found.origin[at - 1], found.origin[at]) == (1, 6)
