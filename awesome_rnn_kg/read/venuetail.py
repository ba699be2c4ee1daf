"""What surrounds a venue: its acronym; its place, and the editors of its proceedings, are none.

acronym = "(" acronym ")" behind the words that it stands for, or the other way round
place   = "," words *( "," words ) [ "," [ month [ days ] ] year ]      ICML 2015, Lille, France
editors = "In" [":"] names "(" ( "ed" | "eds" ) ")"                     In: Bee, A. (ed) Nets
"""

from __future__ import annotations

import re

from .found import Fields, is_named, take_venues
from .lexicon import abbreviates
from .line import GAP, Line
from .names import parse_names

_WORDS = r"[A-Z][\w.'’-]*(?:\s(?:de|do|del|la|of|[A-Z][\w.'’-]*)){0,3}"
_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s)"
_DATE = rf"(?:{_MONTH}(?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?,?\s)?)?((?:19|20)\d\d)"
_PLACE = re.compile(rf"{_WORDS}(?:,\s{_WORDS}){{0,3}}?(?:,?\s{_DATE})?(?=\.?\s*(?:\Z|[{GAP}\n;]))")
_IN = re.compile(r"In:?\s")
_EDITORS = re.compile(r"[\s,]*\(?\b[Ee]d(?:s|itors?)?\b\.?\)?[.,:]*\s?")
_GLOSS = re.compile(r"\s?\(([A-Z][^()\n]{1,120}?)(?:[\s,'’]+(?:\d\d){1,2})?\)")
_LONGEST = 120  # of a place, in characters


def acronym_end(line: Line, start: int, stop: int, end: int) -> int:
    """Where the bracket ends that gives the acronym of the venue before it; else `stop`."""
    gloss = _GLOSS.match(line.masked, stop, end)
    words = line.masked[start:stop].strip()
    twins = gloss and (abbreviates(gloss[1], words) or abbreviates(words, gloss[1]))
    return gloss.end() if gloss and twins else stop


def place_end(line: Line, out: Fields, at: int, end: int) -> int:
    """Where the place of a venue ends, its year taken; 0 where there is none."""
    behind = bool(out.authors) and any(is_named(v) for v in out.venues)
    if not behind or line.masked[:at].rstrip()[-1:] not in (",", ")"):
        return 0
    found = _PLACE.match(line.masked, at, min(end, at + _LONGEST))
    dated = any(v.year for v in out.venues)
    if found is None or (found[1] is None and "," not in found[0] and not dated):
        return 0
    out.remarks.append(line.field(*found.span()))
    if found[1] and not dated:
        take_venues(line, out, *found.span(1))
    return found.end()


def behind_editors(line: Line, out: Fields, at: int, end: int) -> int:
    """Where `In: Bee, A. (ed)` ends, read as a remark; 0 where no editors stand."""
    lead = _IN.match(line.masked, at, end)
    names = parse_names(line.masked, lead.end(), end) if lead else None
    editors = _EDITORS.match(line.masked, names.stop, end) if names and names.names else None
    if editors is None:
        return 0
    out.remarks.append(line.field(at, editors.end()))
    return editors.end()
