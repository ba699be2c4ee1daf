"""The words that mark fields, at the start of a text."""

import pytest

from awesome_rnn_kg.read.lexicon import Lexicon

LEXICON = Lexicon(venues=frozenset({"ai", "icml", "neural computation"}))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("ICML", True),
        ("ICML Workshop", True),
        ("Neural Computation, 9(8)", True),
        ("ICMLA", False),
        ("ICML_A", False),
        ("the ICML", False),
        ("Neural", False),
        ("AI and more", False),  # two letters are too few
        ("", False),
    ],
)
def test_a_text_begins_with_a_venue_of_three_letters_as_whole_words(
    text: str, begins: bool
) -> None:
    assert LEXICON.begins_with_venue(text) is begins


def test_without_venues_no_text_begins_with_one() -> None:
    assert not Lexicon().begins_with_venue("ICML")
