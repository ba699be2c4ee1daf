"""A title in a link whose label is a whole citation.

label = names quoted [after]          [Bee, Ann, and C. Dee. "Nets for all." JMLR 15 (2014).](u)
      | names bare venue              [Ann Bee, Cid Dee. 2018. Nets for all. In ICML](u)
      | names "et al" bare            [Bee et al. Nets that feed on all](u)
"""

from __future__ import annotations

import re

from .line import BESIDE, Line, blank, surnames
from .nameline import name_line
from .names import NameList, parse_names
from .titles import Title, find_title, title_behind
from .venues import YEAR, looks_like_venue

_QUOTED = re.compile(r"[\"“]([^\"“”]{8,300})[\"”]")
_OPENING = re.compile(r"[.,:]?\s*[\"“]")
_FEWEST_BEHIND = 4  # words of a title behind "et al."
_FEWEST_WORDS = 10  # of a label that cites a work without quotes


def cited_title(line: Line) -> Title | None:
    """The title of the thing that a line cites."""
    listed = name_line(line, line.start, len(line.masked))
    if listed and blank(line.masked[listed.stop :]):
        return None
    title = find_title(line)
    if title is None or title.anchor is None or title.anchor.form != "inline":
        return title
    start, end = title.anchor.inner
    names = parse_names(line.masked, start, end)
    stop = names.stop if names.names else _surnames_end(line.masked, start, end)
    if not stop or title.start > start:
        return title
    quoted = _QUOTED.search(line.masked, stop, end)
    if quoted and blank(line.masked[stop : quoted.start()]):
        return title._replace(start=quoted.start(1), end=quoted.end(1))
    return _bare(line, title, names) or _behind_others(line, title, names) or title


def _behind_others(line: Line, title: Title, names: NameList) -> Title | None:
    """The words behind "et al." in a label: `[Bee et al. Nets that feed on all](u)`."""
    rest = line.masked[names.stop : title.end]
    start = title.end - len(rest.lstrip(" .,:"))
    words = line.masked[start : title.end].strip()
    first = blank(line.masked[line.start : title.start])
    long = first and names.et_al and len(words.split()) >= _FEWEST_BEHIND and words[0].isupper()
    if not long or looks_like_venue(words, line.lexicon):
        return None
    return title._replace(start=start)


def _surnames_end(text: str, start: int, end: int) -> int:
    """Where two surnames or "et al." end before a quote: `Bee & Dee. "Nets`; 0 without them."""
    found = BESIDE.match(text, start, end)
    if not found or not (found[2] or len(surnames(found)) > 1):
        return 0
    return found.end() if _OPENING.match(text, found.end(), end) else 0


def _bare(line: Line, title: Title, names: NameList) -> Title | None:
    """The title between several names and a venue with its year, in a long label."""
    label = line.masked[slice(*title.anchor.inner)] if title.anchor else ""
    several = len(names.names) > 1 or names.et_al
    if not several or len(label.split()) < _FEWEST_WORDS or not YEAR.search(label):
        return None
    within = title_behind(line, names, title.end)
    shorter = within is not None and within.end < title.end - 1
    return title._replace(start=within.start, end=within.end) if within and shorter else None
