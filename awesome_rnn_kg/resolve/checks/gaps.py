"""Words of titles that run together, or that a blank or a letter on its wrong side cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ...read.document import Field

_PART = 5  # letters of each of two words that run together
_NO_FIRST = re.compile(r"(?:al|ed|ive|ing|ous|ary|ent|ant|ion)\Z|.{5}s\Z")  # no compound begins so
_CAPITALS = re.compile(r"([A-Z][a-z]{5,})([A-Z][a-z]{5,})")
_CUT = 6  # letters of a word that a blank cuts in two
# Halves of words that are not written alone.
_OPENING_TEXT = """
ai anti auto bi bio co cross data deep de down e eco ever extra geo hyper in inter intra macro
mega meta micro mid mini mis mono multi nano neo neuro non off on out over photo poly post pre
pro psycho quasi re self semi sub super tele trans tri ultra un under uni up video web wide
"""
_ENDING_TEXT = "able ability based free ing ings less like ness s wise word words ed"
_OPENING, _ENDING = frozenset(_OPENING_TEXT.split()), frozenset(_ENDING_TEXT.split())


class Gap(NamedTuple):
    """What stands in a title, and what was probably meant."""

    printed: str
    meant: str


def gaps(field: Field, odd: AbstractSet[str], words: AbstractSet[str]) -> Iterator[Gap]:
    """The slips with blanks in a text: `odd` are its unknown words, `words` the common ones."""
    tokens = field.text.split(" ")
    for at, token in enumerate(tokens):
        key = token.casefold()
        if key in odd and (parts := _two_words(key, words)):
            yield Gap(token, _shown(token, *parts))
        elif at and (capitals := _two_capitalised(token, words)):  # the first may be a coined name
            yield Gap(token, " ".join(capitals))
        behind = tokens[at + 1] if at + 1 < len(tokens) else ""
        if (key in odd or behind in odd) and behind.islower() and behind.isalpha():
            yield from _moved(token, behind, odd, words)


def _two_words(key: str, words: AbstractSet[str]) -> tuple[str, str] | None:
    """The two common words that a word is made of, the first of a form that joins no other."""
    cuts = ((key[:i], key[i:]) for i in range(_PART, len(key) - _PART + 1))
    both = (c for c in cuts if c[0] in words and c[1] in words and c[1] not in _ENDING)
    return next((c for c in both if _NO_FIRST.search(c[0])), None)


def _two_capitalised(token: str, words: AbstractSet[str]) -> tuple[str, ...]:
    """The two common words of `RecurrentModels`."""
    found = _CAPITALS.fullmatch(token)
    parts = found.groups() if found else ()
    return parts if {w.casefold() for w in parts} <= words else ()


def _moved(
    token: str, behind: str, odd: AbstractSet[str], words: AbstractSet[str]
) -> Iterator[Gap]:
    """One word that a blank cuts, or two of which one has a letter of the other."""
    key, printed = token.casefold(), f"{token} {behind}"
    apart = key not in _OPENING and behind not in _ENDING and len(behind) > 2
    if apart and len(key + behind) >= _CUT and key + behind in words:
        yield Gap(printed, token + behind)
    for one, two in ((token + behind[0], behind[1:]), (token[:-1], token[-1] + behind)):
        if {key, behind} <= odd and {one.casefold(), two.casefold()} <= words:
            yield Gap(printed, f"{one} {two}")


def _shown(token: str, one: str, two: str) -> str:
    return f"{token[: len(one)]} {two}"
