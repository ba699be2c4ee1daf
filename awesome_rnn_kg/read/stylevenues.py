"""Venues behind "in" that their style tells: `Nets for all, in *Big Data* 2021.`

styled = "in" italic *( "(" words ")" ) [ "," ] [ year ]     and then nothing but links
"""

from __future__ import annotations

import re

from .line import GAP, Line

_IN = re.compile(r"[Ii]n:?\s")
_YEAR = re.compile(r",?\s\(?(?:19|20)\d\d\)?")
_END = re.compile(rf"[\s.;,]*(?:[{GAP}\n]|\Z)")
_LONGEST = 12  # words of a name


def styled_venue_end(line: Line, at: int, end: int) -> int:
    """Where a venue in italics behind "in" ends, with its year; 0 where there is none."""
    lead = _IN.match(line.masked, at, end)
    marks = line.rich.of("em") if lead else []
    stop = next((m.end for m in marks if lead and m.start == lead.end()), 0)
    name = line.masked[lead.end() : stop] if lead and stop else ""
    if not name[:1].isupper() or len(name.split()) > _LONGEST:
        return 0
    year = _YEAR.match(line.masked, stop, end)
    stop = year.end() if year else stop
    return stop if _END.match(line.masked, stop, max(end, stop)) else 0
