"""Words that are a slip apart are found, and only those."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.resolve.checks.slips import (
    NameNeighbors,
    Neighbors,
    distance,
    is_syllabic,
    odd_words,
)
from awesome_rnn_kg.resolve.spelling import mended_title, one_slip

WORDS = st.text("abc", min_size=1, max_size=7)


@given(WORDS, WORDS)
def test_one_slip_is_a_distance_of_one(one: str, two: str) -> None:
    assert one_slip(one, two) == (distance(one, two) == 1)


@given(st.lists(WORDS, max_size=20), WORDS)
def test_neighbors_are_all_texts_one_slip_away(texts: list[str], text: str) -> None:
    expected = {t for t in texts if distance(t, text) == 1}
    assert set(Neighbors(texts).find(text)) == expected


def test_distance_counts_a_swap_as_one() -> None:
    assert distance("translation", "transltaion") == 1
    assert distance("kitten", "sitting") == 3


def test_names_differ_in_one_word_by_one_slip() -> None:
    names = NameNeighbors(["alex graves", "alex gravesen", "axel graves", "wei liu"])
    assert names.find("alex garves") == {"alex graves": ("garves", "graves")}
    assert names.find("wei lia") == {}
    assert odd_words("a b c", "a x c") == ("b", "x")
    assert odd_words("a b", "a b c") is None


def test_chinese_and_korean_syllables() -> None:
    assert all(map(is_syllabic, ("wei", "zhiheng", "yueting", "jungwoo", "hyun", "xiaodong")))
    assert not any(map(is_syllabic, ("graves", "hauyuan", "bengio", "kiros", "singh", "phun")))


@pytest.mark.parametrize(
    ("printed", "known", "mended"),
    [
        ("A “Lake” of Transltaion", "a lake of translation", "A “Lake” of Translation"),
        ("On neural Transltaion", "on neural translation", "On neural Translation"),
        ("Neural Transltaion", "neural machine translation", None),  # another title
        ("Neural Translations", "neural translation", None),  # another form
        ("Joint Learning", "jointly learning", None),
        ("Modelling Lakes", "modeling lakes", None),  # British
        ("Leaning to Walk", "learning to walk", None),  # a real word
        ("LTSM Networks", "lstm networks", None),  # an acronym
        ("Deep Transltaion of Streets", "deep translation of lakes", None),
    ],
)
def test_misspelled_words_are_mended(printed: str, known: str, mended: str | None) -> None:
    assert mended_title(printed, [known], frozenset({"leaning"})) == (mended or printed)


def test_a_title_that_is_known_as_printed_is_not_mended() -> None:
    assert mended_title("Recurent Nets", ["recurrent nets", "recurent nets"], frozenset()) == (
        "Recurent Nets"
    )
