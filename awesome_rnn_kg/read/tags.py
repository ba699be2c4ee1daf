"""Tags in front of a title: its venue, its year, or the short name of the thing.

tag  = "[" word *4word "]" | "【" word *4word "】" | "(" venue ")"
code = "`" ( venue | year ) "`" | "`" whose "`" "`" year "`"     behind a title
"""

from __future__ import annotations

import re

from .found import Fields, take_venues
from .line import Line, blank
from .venues import YEAR, looks_like_venue

TAG = re.compile(
    r"\s*(?:\[([^\[\]()]{1,60})\]|\(([^\[\]()]{1,60})\)|【([^【】]{1,60})】)\s*[-:：]?\s*"
)
_MAX_TAG_WORDS = 5


def tags(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Bounds of the tags at the front of a stretch: `[CVPR 2020]`, `(2015)`, `[ResNet]`."""
    found: list[tuple[int, int]] = []
    while tag := TAG.match(line.masked, start, end):
        group = tag.lastindex or 1
        named = group != 2 and len(tag[group].split()) <= _MAX_TAG_WORDS
        last = blank(line.masked[tag.end() : end])
        if not looks_like_venue(tag[group], line.lexicon) and (not named or last):
            break
        found.append(tag.span(group))
        start = tag.end()
    return found


def tags_end(line: Line, start: int, end: int) -> int:
    for _, stop in tags(line, start, end):
        closing = TAG.match(line.masked, start, end)
        start = closing.end() if closing else stop
    return start


def is_tag(line: Line, start: int, end: int) -> bool:
    tag = TAG.fullmatch(line.masked[start:end])
    short = bool(tag and len(tag[tag.lastindex or 0].split()) <= _MAX_TAG_WORDS)
    return short and not blank(line.masked[end:].split("\n")[0])


def is_label(line: Line, start: int, end: int) -> bool:
    """`Nets for All [`seg.` `det.`]`: whether a stretch in square brackets is code and no more."""
    codes = [m for m in line.rich.of("code") if start <= m.start and m.end <= end]
    if not codes or not line.masked[:start].rstrip().endswith("["):
        return False
    words = list(line.masked[start:end])
    for mark in codes:
        words[mark.start - start : mark.end - start] = " " * (mark.end - mark.start)
    return blank("".join(words)) and line.masked[end:].lstrip().startswith("]")


def code_tag(line: Line, out: Fields, at: int) -> int:
    """Where a tag in code at `at` ends, once it is read; 0 where there is none."""
    spans = [(m.start, m.end) for m in line.rich.of("code")]
    own = next((s for s in spans if s[0] == at), None)
    if own is None:
        return 0
    behind = next((s for s in spans if s[0] >= own[1]), own)
    text = line.masked[slice(*own)].strip()
    dated = YEAR.fullmatch(line.masked[slice(*behind)].strip()) and blank(
        line.masked[own[1] : behind[0]]
    )
    if YEAR.fullmatch(text) or line.lexicon.names_venue(text) or _is_dated(text, line):
        take_venues(line, out, *own)
    elif dated and len(text.split()) <= _MAX_TAG_WORDS:
        out.institutions.append(line.field(*own))
    else:
        return 0
    return own[1]


def _is_dated(text: str, line: Line) -> bool:
    return bool(YEAR.search(text)) and looks_like_venue(text, line.lexicon)
