"""Names that no sign sets apart from the title before them, or blanks alone.

apart = 3*word 2*blank names            `Trees that learn  Ann Bee`, nowhere else two blanks
glued = words name "," names            `Trees that learn P Geurts, D Ernst, L Wehenkel`
name  = [ word ] 1*initial word         where initials have full stops, or names behind them too
      | word word                       behind a longer word in lower case
"""

from __future__ import annotations

import re

from .line import Line, blank
from .names import parse_names
from .namewords import INITIAL, is_name
from .venues import looks_like_venue

_COMMA = re.compile(r",\s")
_WORD = re.compile(r"\S+")
_LONGEST = 80  # of one name, in characters
_FEWEST = 3  # words of a title before blanks
_JOIN_TEXT = "a an and as at by for from in of on or the to using via with &"
_JOINS = frozenset(_JOIN_TEXT.split())
_CONTENT = 5  # letters of a word that no longer is "of", "to" or "with"


def before_glued_names(text: str, start: int, stop: int, end: int) -> int:
    """Where names begin in a title text[start:stop] that they follow at once; else `stop`."""
    for comma in _COMMA.finditer(text, start, min(stop + 2, end)):
        behind = parse_names(text, comma.end(), end)
        if behind.names:
            short = (
                INITIAL.fullmatch(text[slice(*behind.names[0])].split(maxsplit=1)[0]) is not None
            )
            first = _last_name(text, start, comma.start(), short)
            if first > start:
                return first
    return stop


def before_wide_gap(line: Line, start: int, stop: int, end: int) -> int:
    """Where the only two blanks of a bare title stand, if names follow and nothing else does."""
    raw = line.rich.place.raw
    gaps = [at for at in range(start, end - 1) if _is_wide(line, at)] if "  " in raw else []
    if len(gaps) != 1 or not start < gaps[0] < stop:
        return stop
    words = line.masked[start : gaps[0]].split()
    names = parse_names(line.masked, gaps[0] + 1, end)
    rest = line.masked[names.stop : end]
    whole = names.names and (blank(rest) or looks_like_venue(rest, line.lexicon))
    titled = len(words) >= _FEWEST and words[-1].casefold() not in _JOINS
    return gaps[0] if whole and titled else stop


def _is_wide(line: Line, at: int) -> bool:
    """Whether a blank of the text is two and more in its source, on one line."""
    if line.masked[at] != " ":
        return False
    raw = line.rich.place.raw[line.rich.origin[at] : line.rich.origin[at + 1]]
    return len(raw) > 1 and raw.isspace() and "\n" not in raw


def _last_name(text: str, start: int, stop: int, short: bool) -> int:
    """Where a name at the end of text[start:stop] begins, else `start`; `short`: with initials."""
    words = list(_WORD.finditer(text, max(start, stop - _LONGEST), stop))
    size = 2
    while size < len(words) and _may_grow(words, size, short):
        if not is_name(text[words[-size - 1].start() : stop]):
            break
        size += 1
    if len(words) <= size or not is_name(text[words[-size].start() : stop]):
        return start
    initials = [w[0] for w in words[-size:] if INITIAL.fullmatch(w[0])]
    told = any("." in w for w in initials) or bool(initials and short)
    before = words[-size - 1][0]
    apart = before.islower() and len(before) >= _CONTENT and not initials
    return words[-size].start() if told or apart else start


def _may_grow(words: list[re.Match[str]], size: int, short: bool) -> bool:
    """Whether the word before the last `size` may be of the name: before an initial."""
    initials = [bool(INITIAL.fullmatch(w[0])) for w in words]
    return initials[-size] and (initials[-size - 1] or (size == 2 and not short))
