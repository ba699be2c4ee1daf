"""Slips of the pen: words that are one letter apart, and the titles of known works without them."""

from __future__ import annotations

import re
from collections.abc import Collection

from .keys import title_key

SURE = 7  # letters of a word in which a letter is lost, added or exchanged
ENDINGS = frozenset("sdrylnaoi")  # a last letter that makes another form of a word
_SPELLINGS = (
    *(("is", "iz"), ("ys", "yz"), ("our", "or"), ("ae", "e"), ("re", "er"), ("ph", "f")),
    *(("ence", "ense"), ("eable", "able"), ("parametriz", "parameteriz")),
)
_WORD = re.compile(r"[\w+#'’]+")


def one_slip(one: str, two: str) -> bool:
    """Whether two different words are one insertion, exchange or swap of neighbors apart."""
    if abs(len(one) - len(two)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(map(len, (one, two))),
    )
    a, b = one[start:], two[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:] and len(a) > 1
    return a != b and (a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped)


def is_slip(word: str, common: str, sure: int = SURE) -> bool:
    """Whether a word is a slip for a common one, and no other form or spelling of it."""
    swapped = len(word) == len(common) and sorted(word) == sorted(common)
    if word[0] != common[0] or (max(len(word), len(common)) < sure and not swapped):
        return False
    return not _is_form(word, common) and _spelling(word) != _spelling(common)


def _is_form(word: str, common: str) -> bool:
    """Whether the two differ in their endings alone: plural, past, person, adverb."""
    short, long = sorted((word.removesuffix("s"), common.removesuffix("s")), key=len)
    if long.startswith(short):
        return long[-1] in ENDINGS or len(short) <= SURE or short == long
    return len(word) == len(common) and word[:-1] == common[:-1]


def _spelling(word: str) -> str:
    """A word without what British and American spelling differ in: `modelling`, `skillful`."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return re.sub(r"([lpmst])\1(?=[eimof]|$)", r"\1", word)


def mended_title(printed: str, known: Collection[str], real: frozenset[str]) -> str:
    """A printed title, its misspelled words as in a known title (a key) that has all the others.

    A word that is `real`, another form of the known one or more than a slip from it makes the
    printed title another version's, which stays as it is.
    """
    words = list(_WORD.finditer(printed))
    keys = [title_key(w[0]) for w in words]
    alike = [t.split() for t in known if len(t.split()) == len(keys)]
    for theirs in [] if keys in alike else alike:
        odd = [(w, new) for w, key, new in zip(words, keys, theirs, strict=True) if key != new]
        if all(_misspells(w[0], new) and title_key(w[0]) not in real for w, new in odd):
            return _with_words(printed, odd)
    return printed


def _with_words(text: str, changes: list[tuple[re.Match[str], str]]) -> str:
    """A text with some of its words exchanged, each beginning as before: large or small."""
    for word, new in reversed(changes):
        shown = new.capitalize() if word[0][0].isupper() else new
        text = text[: word.start()] + shown + text[word.end() :]
    return text


def _misspells(word: str, known: str) -> bool:
    """Whether a word, written as such (no acronym, no CamelCase), is a slip for another."""
    plain = word.isascii() and word.isalpha() and word[1:].islower()
    return plain and one_slip(word.casefold(), known) and is_slip(word.casefold(), known)
