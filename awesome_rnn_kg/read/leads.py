"""A venue and its year in front of a title.

lead = venue year ( "," | "-" | "|" | ":" ) title         ICML 2015, Nets for All
     | year "-" venue | date | two digits "-" venue "-"   2021-CVPR - Nets for All
"""

from __future__ import annotations

import re

from .line import Line
from .links import Anchor
from .venues import SHORT_LEAD, YEAR, looks_like_venue

_LEAD_GAP = re.compile(r",\s|\s[-–—|]\s|:\s")
_DATE = re.compile(r"(?:19|20)\d\d(?:\.\d\d?)?|['’]\s?\d\d\b")
_YEAR_LEAD = re.compile(r"(?:19|20)\d\d[-_][A-Z][\w-]*")
_LONGEST_LEAD = 50  # of a venue in front of a title, in characters
# A date with its month; a bare year, as in `1984: A Novel`, may be a title's.
_MONTH_LEAD = re.compile(
    r"(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])(?:[-./][0-3]?\d)?"
    r"|(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(?:\d{1,2},?\s)?)(?:19|20)\d\d",
    re.IGNORECASE,
)


def is_lead_venue(line: Line, anchor: Anchor, end: int) -> bool:
    """`[CVPR 2024](u), Title of the paper`: a venue and its year before words."""
    behind = line.masked[anchor.end : end]
    words = len(behind.split()) > 1 and _LEAD_GAP.match(behind)
    return bool(words) and _is_lead(anchor.label, line)


def venue_end(line: Line, start: int, end: int) -> int:
    """Where a dated venue in front of a title ends: `2021-CVPR - Title`, `ICML 2015, Title`."""
    if short := SHORT_LEAD.match(line.masked, start, end):
        return short.end()
    gap = _LEAD_GAP.search(line.masked, start, min(end, start + _LONGEST_LEAD))
    lead = line.masked[start : gap.start()].strip() if gap else ""
    dated = _MONTH_LEAD.fullmatch(lead) or (lead.isdigit() and gap and "|" in gap[0])
    return gap.end() if gap and ((dated and YEAR.search(lead)) or _is_lead(lead, line)) else start


def _is_lead(text: str, line: Line) -> bool:
    """A known venue, or a preprint's, with a year at one end, which no thing is called by."""
    words = text.strip()
    dated = _DATE.search(words) if any(map(str.isdigit, words)) else None
    if not dated or "(" in words or words.isdigit() or not looks_like_venue(words, line.lexicon):
        return False
    if dated.start() and dated.end() < len(words):
        return False
    name = (words[: dated.start()] or words[dated.end() :]).strip(" -_")
    known = line.lexicon.names_venue(name) or name[:5].casefold() == "arxiv"
    return known or bool(_YEAR_LEAD.fullmatch(words))
