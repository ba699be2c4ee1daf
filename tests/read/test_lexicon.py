"""The words that mark fields, at the start of a text."""

import pytest

from awesome_rnn_kg.read.lexicon import Lexicon, is_short_for

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


@pytest.mark.parametrize(
    ("short", "words", "expected"),
    [
        ("NN", "Neural Networks", True),
        ("IEEE-TB", "IEEE Transactions on Bees", True),
        ("H&E", "Hives and Eggs", True),
        ("NN", "Neural Bees", False),
        ("ICML", "Nets for All", False),
        ("IEEE", "IEEE", False),
    ],
)
def test_initials(short: str, words: str, *, expected: bool) -> None:
    assert is_short_for(short, words) is expected
