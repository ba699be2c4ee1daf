"""Groups in brackets behind a title: a venue, authors with a year, or a note.

group = "(" ( venue | words year | pages | names [venue] | year "," names | note ["," year] ) ")"
"""

from __future__ import annotations

import re

from .found import Fields, take_names, take_venues
from .line import GAP, Line, blank
from .names import NameList, parse_names
from .namewords import is_name, is_title_word
from .venues import YEAR, looks_like_venue

DASH = re.compile(r"\s?(?:[-–—]+\s|[:：]\s?|[-–—](?=\w)|--)\s?")
_YEAR_LEAD = re.compile(r"\s?(?:19|20)\d\d,\s")
_NOTE_YEAR = re.compile(r",\s(?:[A-Z][a-z]{2,8}\.?\s)?((?:19|20)\d\d)\s?\Z")
_PAGES = re.compile(r"(?:pp?\.?|pages?)\s?\d{1,6}(?:\s?[-–]{1,2}\s?\d{1,6})?", re.IGNORECASE)
_DATED = re.compile(
    r"([A-Z][\w&-]+(?:\s(?:[A-Z][\w&-]+|of|on|in|and|for|the|&)){1,6})\s(?:19|20)\d\d"
)
_SURNAMES = re.compile(r"[A-Z]\w+\s(?:and|&)\s[A-Z]\w+")
_SURNAME = r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]i)\s)?[^\W\d_a-z][\w'’-]*[a-z](?:[\w'’-]*[a-z])?"
# Words of journals such as `Computers & Security`.
_FIELDS_TEXT = """
computer computers security graphics engineering science sciences medicine fusion nature energy
electronics mathematics physics chemistry biology society statistics economics
"""
_FIELDS = frozenset(_FIELDS_TEXT.split())
_PAIR_DATED = re.compile(rf"\s?({_SURNAME})\s(?:and|&)\s({_SURNAME})\s?,?\s((?:19|20)\d\d)\s?")
_GOES_ON = re.compile(r"[)\]）],?\s[a-z]")
CLOSE = {"(": ")", "[": "]", "（": "）"}


def take_group(line: Line, out: Fields, at: int, end: int, linked: bool) -> int:
    """A group in brackets: a venue, authors or a note; a year in a note dates the thing."""
    inner, finish = at + 1, matching(line.masked, at, end)
    text = line.masked[inner:finish]
    described = linked and DASH.match(line.masked, min(finish + 1, end), end)
    if blank(text):
        return finish + 1
    if out.venues and _PAGES.fullmatch(text.strip(" .")):
        take_venues(line, out, inner, finish)
        return finish + 1
    if not _bracketed_names(line, out, inner, finish):
        last = not linked and blank(line.masked[finish:end])
        venue = looks_like_venue(text, line.lexicon) or (last and _is_dated(text, out))
        if venue and not (described and _is_house(line, text)):
            take_venues(line, out, inner, finish)
        else:
            _note(line, out, inner, finish)
    return finish + 1


def _bracketed_names(line: Line, out: Fields, inner: int, finish: int) -> bool:
    """`(Silver et al., 2016)`, `(2014, C. Dong et al.)`: read authors with their year."""
    year = _YEAR_LEAD.match(line.masked, inner, finish)
    start = year.end() if year else inner
    if not _GOES_ON.match(line.masked, finish) and _dated_surnames(line, out, start, finish):
        return True
    names = parse_names(line.masked, start, finish)
    behind = line.masked[names.stop : finish].strip(" ,，")
    listed = len(names.names) > 1 and YEAR.fullmatch(behind)
    if out.authors or not names.names or not (names.et_al or names.closed or listed):
        return False
    take_names(line, out, names, start, names.stop)
    take_venues(line, out, inner, start)
    take_venues(line, out, names.stop, finish)
    return True


def _dated_surnames(line: Line, out: Fields, start: int, finish: int) -> bool:
    """`(Dee and Eff, 2019)`: read two surnames, which are no words of titles, and their year."""
    pair = _PAIR_DATED.fullmatch(line.masked, start, finish) if not out.authors else None
    words = [w for name in pair.groups()[:2] for w in name.split()] if pair else []
    if pair is None or any(is_title_word(w) or w.casefold() in _FIELDS for w in words):
        return False
    names = NameList((pair.span(1), pair.span(2)), pair.end(2))
    take_names(line, out, names, start, pair.end(2))
    take_venues(line, out, *pair.span(3))
    return True


def _is_dated(text: str, out: Fields) -> bool:
    """`(Applied Wax 2002)` behind a bare title: a name that is no person's, and its year."""
    found = _DATED.fullmatch(text.strip())
    if found is None or out.venues or is_name(found[1]):
        return False
    field = any(w.casefold() in _FIELDS for w in found[1].split())
    return field or _SURNAMES.fullmatch(found[1]) is None


def _is_house(line: Line, text: str) -> bool:
    """`(NVIDIA, 2023)`: who made it and when, where the name is no known venue."""
    name, comma, _ = text.partition(",")
    return bool(comma) and not line.lexicon.names_venue(name) and len(name.split()) <= 4


def _note(line: Line, out: Fields, inner: int, finish: int) -> None:
    if led := _YEAR_LEAD.match(line.masked, inner, finish):
        take_venues(line, out, inner, led.end())
        inner = led.end()
    dated = _NOTE_YEAR.search(line.masked, inner, finish)
    if not dated:
        out.remarks.append(line.field(inner, finish))
        return
    out.remarks.append(line.field(inner, dated.start()))
    take_venues(line, out, *dated.span(1))


def matching(text: str, at: int, end: int) -> int:
    """Where the bracket at `at` closes; without its partner, where the words end."""
    depth, close, opened = 0, CLOSE[text[at]], text[at]
    for index in range(at, end):
        depth += (text[index] == opened) - (text[index] == close)
        if depth == 0:
            return index
    gap = text.find(GAP, at, end)
    return end if gap < 0 else gap
