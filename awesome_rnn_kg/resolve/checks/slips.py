"""Words that are one slip of the pen apart: a letter lost, added, exchanged or swapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from ..spelling import one_slip

# Chinese and Korean names in Latin letters differ by one letter as a rule, not by a slip.
_PINYIN = r"""
(?:[bpmf](?:ai|ei|ao|ou|ang|eng|an|en|iao|ian|ie|ing|in|iu|a|o|i|u)
|[dtnl](?:ai|ei|ao|ou|ang|eng|ong|an|en|iang|iao|ian|ia|ie|ing|in|iu|uan|un|uo|ue|ve|a|e|i|u|v)
|[gkh](?:ai|ei|ao|ou|ang|eng|ong|an|en|uang|uan|uai|ua|un|uo|ui|a|e|u)
|[jqx](?:iang|iong|iao|ian|ia|ie|ing|in|iu|uan|un|ue|i|u)
|(?:zh|ch|sh|[zcsr])(?:ai|ei|ao|ou|ang|eng|ong|an|en|uang|uan|uai|ua|un|uo|ui|a|e|i|u)
|y(?:ang|ing|ong|uan|un|ao|an|in|ou|ue|a|e|i|u|o)
|w(?:ang|eng|ai|ei|an|en|a|o|u))
"""
_HANGUL = """
hyu?n|hyung|hyeon|hyeong|jung|jeong|jun|joon|yoon|young|yeon|yeong|seung|seong|sung|soo|woo|hoon
|hun|kyoung|kyung|kyeong|kyun|min|dong|jin|tae|hee|eun|sang|byung|gyu|kyu|won|chul|cheol|hwan|ki|gi
|ho|hyo|ji|jae|jong|yun|sun|seo|jee|seok|suk|beom|bum|geun|keun|mi|kyo|cho|han|il|in|ik|u|oh|geon
"""
_SYLLABLES = re.compile(
    rf"(?:a|e|o|ai|ao|an|ang|en|er|ou)?(?:{_PINYIN}){{0,3}}|(?:{_HANGUL}){{1,3}}", re.VERBOSE
)
_SYLLABLE = re.compile(rf"{_PINYIN}|{_HANGUL}", re.VERBOSE)


@lru_cache(maxsize=16384)
def is_syllabic(word: str) -> bool:
    """Whether a word (lower case, ASCII) reads as Chinese or Korean syllables."""
    return bool(_SYLLABLES.fullmatch(word))


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether a word reads as one Chinese or Korean syllable: a name that many people have."""
    return bool(_SYLLABLE.fullmatch(word))


_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def is_key_beside(one: str, two: str) -> bool:
    """Whether two words of one length have, in one place, letters whose keys are neighbors."""
    odd = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) and len(odd) == 1 and odd[0][1] in _keys_beside(odd[0][0])


@lru_cache(maxsize=64)
def _keys_beside(letter: str) -> str:
    row = next((i for i, keys in enumerate(_KEYS) if letter in keys), None)
    if row is None:
        return ""
    at = _KEYS[row].index(letter)
    steps = ((0, -1), (0, 1), (-1, 0), (-1, 1), (1, 0), (1, -1))
    near = ((row + r, at + c) for r, c in steps)
    return "".join(_KEYS[r][c : c + 1] for r, c in near if 0 <= r < len(_KEYS) and c >= 0)


def distance(one: str, two: str) -> int:
    """Insertions, deletions, exchanges and swaps between two words (optimal string alignment)."""
    rows = [list(range(len(two) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(two, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and b == one[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


class Neighbors:
    """Finds the texts that are one slip from a given one: a slip spares one half of a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_half: dict[str, list[str]] = {}
        for text in dict.fromkeys(texts):
            for half in _halves(text):
                self._by_half.setdefault(half, []).append(text)

    def find(self, text: str) -> list[str]:
        found = (t for half in _halves(text) for t in self._by_half.get(half, ()))
        return [t for t in dict.fromkeys(found) if one_slip(text, t)]


def _halves(text: str) -> tuple[str, ...]:
    """Both halves, each with and without the letter in the middle."""
    middle, size = len(text) // 2, len(text)
    halves = (f"{text[:middle]}…", f"…{text[size - middle :]}")
    if size % 2:
        return halves
    return (*halves, f"{text[: middle - 1]}…", f"…{text[middle + 1 :]}")


class NameNeighbors:
    """Finds the names that differ from a given one in one word, by one slip.

    Of two words that both read as Chinese or Korean syllables none is taken for a slip.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_rest: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for name in dict.fromkeys(names):
            for rest, word in _parts(name):
                self._by_rest.setdefault(rest, []).append((word, name))

    def find(self, name: str) -> dict[str, tuple[str, str]]:
        """By such a name: the given name's word, and its own word."""
        return {
            other: (mine, word)
            for rest, mine in _parts(name)
            for word, other in self._by_rest.get(rest, ())
            if word != mine
            and one_slip(mine, word)
            and not (is_syllabic(mine) and is_syllabic(word))
        }


def _parts(name: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each longer word of a name, behind the others with a gap in its place."""
    words = name.split()
    for i, word in enumerate(words):
        if len(words) > 1 and len(word) > 2:
            yield (*words[:i], "", *words[i + 1 :]), word


def odd_words(one: str, two: str) -> tuple[str, str] | None:
    """The one word in which two names differ, in each; None where more or none do."""
    ours, theirs = one.split(), two.split()
    if len(ours) != len(theirs):
        return None
    odd = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return odd[0] if len(odd) == 1 else None


def recased(text: str, key: str) -> str:
    """A lower-case key with the capitals and signs of a text that is nearly the same."""
    result = []
    for kind, a, b, c, d in SequenceMatcher(None, text.casefold(), key, False).get_opcodes():
        part = text[a:b] if kind == "equal" else key[c:d]
        result.append(part.capitalize() if kind != "equal" and text[a : a + 1].isupper() else part)
    return "".join(result)
