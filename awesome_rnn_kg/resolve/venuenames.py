"""Names of venues: what of them is no part of the name, and venues that lists print under two.

name  = [ "In" ] [ "Proceedings of" ] [ "the" ] [ "12th" | "Annual" | "IEEE" … ] bare
twins = words "(" acronym ")" | acronym "(" words ")" | words "," acronym

`International Conference on Pattern Seeking (ICPS)` in one entry makes one venue of all that print
the acronym, the words or both. An acronym of two venues stands for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..read.document import Mention
from ..read.lexicon import abbreviates, is_short_for
from ..read.venues import ORDINAL
from .keys import label_key

HOUSE = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+|LNCS|LNAI|ACM|IEEE|AIP|SIAM|USENIX")
_MEETING = r"(?:conf|symp|workshop|meeting|congress)"
_NOT_ITS_NAME = re.compile(
    rf"^(?:in|proc(?:eedings)?\.?(?:\s+of)?(?:\s+the)?|the|(?:{ORDINAL}|annual)(?=\s.*\b{_MEETING})"
    rf"|(?:ieee(?:/\w+)?|acm)(?:\s+computer\s+society)?(?=\s+(?:international\s+)?conf))\s+"
    r"|\s*\b(?:oral|spotlight|poster|best paper.*)$",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(r"(?:in\s)?proc", re.IGNORECASE)
# `Proceedings of the IEEE`, `… of the National Academy of Sciences` are journals.
_OF_THE = re.compile(r"(?:in\s)?proc\S*\sof\sthe\s", re.IGNORECASE)
_IS_MEETING = re.compile(
    rf"(?i:.*\b{_MEETING}).*|(?!(?:{HOUSE.pattern})\b)[A-Z][\w+/-]*[A-Z][\w+/-]*"
)
_SPONSOR = re.compile(r"(?:IEEE|ACM|USENIX|IFIP|CVF)(?:/[A-Z]+)?\s(?=[A-Z][\w&+-]*[A-Z][\w&+-]*\Z)")
_ACRONYM_PAPER = re.compile(r"\A([A-Z\d][\w-]*[A-Z][\w-]*)\s[Pp]apers?\Z")  # `ICML paper`
_HYPHENED = re.compile(r"\AT-(?=[A-Z]{2,5}\Z)")
_BRACKET = re.compile(r"\(([^()]+)\)")
_GLOSSED = re.compile(r"(.+?)\s?\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Twin:
    """A venue's acronym and its full name."""

    acronym: str
    words: str


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """A venue's name without `In Proceedings of the 12th`; that of a journal is whole."""
    bare = _stripped(name)
    meeting = not _PROCEEDINGS.match(name) or _IS_MEETING.fullmatch(bare)
    kept = " " in bare or (bare.isupper() and not _OF_THE.match(name))
    return bare[:1].upper() + bare[1:] if bare != name and meeting and kept else name


def _stripped(name: str) -> str:
    name = _ACRONYM_PAPER.sub(r"\1", name)
    while (shorter := _NOT_ITS_NAME.sub("", name).strip(" ,:")) != name:
        name = shorter
    return name


@lru_cache(maxsize=4096)
def forms(name: str) -> tuple[str, ...]:
    """What a venue may be known by: `On Seeking (OS)` by `OS`, `ACM SIGBEE` by `SIGBEE`.

    `T-PAMI` may be known as `TPAMI`.
    """
    bare = _HYPHENED.sub("T", _stripped(name))
    sponsor = _SPONSOR.match(bare)
    alone = bare[sponsor.end() :] if sponsor else ""
    brackets = _BRACKET.findall(bare)
    return tuple(filter(None, (name, bare, _BRACKET.sub("", bare).strip(), *brackets, alone)))


def find_twins(mentions: Iterable[Mention]) -> dict[str, Twin]:
    """The venues that some mention prints under two names, by the key of each of the names."""
    found: dict[str, dict[str, Twin]] = {}
    for mention in mentions:
        names = [v.name for v in mention.venues]
        beside = (_twin(a, b) for a, b in pairwise(names) if is_short_for(b, bare_name(a)))
        for twin in filter(None, (*beside, *map(glossed, names))):
            found.setdefault(label_key(twin.acronym), {})[label_key(twin.words)] = twin
    settled = (twins for twins in found.values() if len(twins) == 1)
    pairs = (twin for twins in settled for twin in twins.values())
    return {label_key(name): t for t in pairs for name in (t.acronym, t.words)}


def glossed(name: str) -> Twin | None:
    """The two names that `Conference on Seeking (CS)` or `CS (Conference on Seeking)` prints."""
    found = _GLOSSED.fullmatch(name) if "(" in name else None
    return _twin(found[1], found[2]) or _twin(found[2], found[1]) if found else None


def _twin(words: str, acronym: str) -> Twin | None:
    bare = bare_name(words)
    return Twin(acronym, bare) if abbreviates(acronym, bare) else None
