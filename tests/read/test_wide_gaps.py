"""Two blanks between a title and its authors, where nothing else parts them."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document

PDF = "[[pdf](http://u.org/a.pdf)]"
PRINTED = {
    # text before the link: (title, authors)
    "Uniform Random Forests  Saïp Ciss": ("Uniform Random Forests", ["Saïp Ciss"]),
    "Uniform Random Forests   Saïp Ciss, Ann Bee. ICML 2015": (
        "Uniform Random Forests",
        ["Saïp Ciss", "Ann Bee"],
    ),
    "Uniform  Random Forests  Saïp Ciss": ("Uniform Random Forests Saïp Ciss", []),
    "Forests of the  Saïp Ciss": ("Forests of the Saïp Ciss", []),
    "Uniform Random Forests  Deep Learning": ("Uniform Random Forests Deep Learning", []),
    "Random Forests  Saïp Ciss": ("Random Forests Saïp Ciss", []),
}


@pytest.mark.parametrize("text", PRINTED)
def test_blanks_before_names(document: Callable[[str], Document], text: str) -> None:
    (found,) = document(f"# L\n\n- {text} {PDF}\n").nodes[0].mentions
    title = found.title.text if found.title else ""
    assert (title, [a.text for a in found.authors]) == PRINTED[text]
