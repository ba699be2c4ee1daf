"""A link whose label says where a work has appeared.

label = name [ volume ] [ "," pages ] "(" year ")"        [Annals of Bees 6, 338–353 (2024)](u)
      | word *6word volume [ "," pages ] "(" year ")"     [Chemical bees 10.12 (2019)](u)
      | server [ number ] [ "(" year ")" ]                [bioRxiv (2024)](u), [medRxiv](u)
      | any label of a link that begins the line behind a line of authors
name  = capitalised word *11( capitalised word | year | small word )
"""

from __future__ import annotations

import re

from .inline import RichText
from .links import Anchor
from .names import parse_names
from .namewords import is_name

_WORD = r"[A-Z][\w&.'’-]*"
_YEAR = r"(?:19|20)\d\d"
_REFERENCE = re.compile(
    rf"{_WORD}(?:[\s:]\s?(?:{_WORD}|{_YEAR}|of|on|in|and|for|the|&)){{0,11}}\.?"
    r"(?:,?\s\d[\d.:]*)?(?:,?\s[a-z]{0,2}\d[\w–-]*)?\s\((?:19|20)\d\d\)"
    r"|\w[\w&.-]*(?:\s[\w&.-]+){0,6},?\s\d{1,8}(?:\.[\d-]+)?(?:,\s[\w–-]+)?\s\((?:19|20)\d\d\)"
)
_SERVER = re.compile(
    r"(?:(?:bio|med|chem|tech)r|psyar|engr)xiv\b[\s.-]{0,3}"
    r"(?:\d{4}[-.][\w.-]{2,40})?[\s.]{0,3}(?:\(?(?:19|20)\d\d\)?)?",
    re.IGNORECASE,
)
_LONGEST_NAMES = 3000  # of a list of them, in characters
_FEWEST_WORDS = 4  # of the title before it


def is_reference(label: str) -> bool:
    """Whether a label is a journal's or a conference's name with the year in brackets."""
    return _REFERENCE.fullmatch(label.strip(" .")) is not None or is_preprint_label(label)


def is_preprint_label(label: str) -> bool:
    """Whether a label names a preprint server, with or without a number and the year."""
    return _SERVER.fullmatch(label.strip(" .[]")) is not None


def behind_titles(rich: RichText, found: list[Anchor]) -> list[Anchor]:
    """The links that say where the bold or italic title before them has appeared."""
    if not found:
        return []
    styled = rich.of("strong", "em")
    words = {m.end: len(rich.text[m.start : m.end].split()) for m in styled}
    long = min((e for e, n in words.items() if n >= _FEWEST_WORDS), default=len(rich.text))
    title = min((e for e, n in words.items() if n > 1), default=len(rich.text))
    breaks = [m.start for m in rich.of("break")]
    below = next(
        (a.start for a in found if a.start - 1 in breaks and _is_below_names(rich, title, a)),
        len(rich.text),
    )
    line = min((at for at in breaks if at > below), default=len(rich.text))
    return [
        a
        for a in found
        if (a.start >= long and is_reference(a.label))
        or (below <= a.start < line and a.form == "inline")
    ]


def _is_below_names(rich: RichText, title_end: int, anchor: Anchor) -> bool:
    """Whether a link at a line's start is behind a title's authors, and nothing else between."""
    between = rich.text[title_end : anchor.start]
    named = anchor.form == "inline" and "://" not in anchor.label
    if not named or len(between) > _LONGEST_NAMES:
        return False
    between = between.strip(" \n.,:;。")
    names = parse_names(between)
    sure = len(names.names) > 1 or names.et_al or is_name(between)
    return sure and not any(map(str.isalnum, between[names.stop :]))
