"""Where words end that run on: past brackets, dashes and full stops, up to what is another field.

running = words *( ( "(" words ")" | dash ) words )      `Uses a tree (as in CART), and a table.`
"""

from __future__ import annotations

import re

from .brackets import DASH, matching
from .line import GAP, Line, plain_end
from .names import parse_names
from .venues import DOI, looks_like_venue

_SEGMENT_END = re.compile(rf"[{GAP}\n]|\s[-–—]\s|\s:\s|\s\|\s|\s[(\[（]|(?<![\d\s])[(\[（]")
GOES_ON = re.compile(r"[，、]|的?[\u3040-\u9fff]|(?:,\s(?:and|but|or|which|who|so)\s|\s)(?=[a-z])")
_SENTENCE = re.compile(r"[.,;:]?\s(?=[\w\"“'])|\.\s*\Z")
_RUNNING = 4  # words in lower case of a text that goes on


def segment_end(line: Line, at: int, end: int) -> int:
    """Where plain text from `at` ends: at a masked link, a bracket, a dash or styled names."""
    ends = (m.start() for m in _SEGMENT_END.finditer(line.masked, at, end))
    doi = DOI.search(line.masked, at, end)
    within = range(*doi.span()) if doi else range(0)
    stop = next((e for e in ends if e not in within), end)
    return next((a for a, _ in line.name_runs if at < a < stop), stop)


def sentence_end(line: Line, at: int, finish: int, end: int) -> int:
    """Where words end that go on behind a bracket: `Uses a tree (as in CART), and a table.`

    Those that are long go on behind a dash, too, and with a new sentence.
    """
    far = plain_end(line, at, end)
    while finish < far and (close := _aside_end(line, finish, far)):
        inner, behind = line.masked[finish:close], line.masked[close:far]
        venue = looks_like_venue(inner.strip(" ()（）-–—"), line.lexicon)
        small = sum(w.islower() for w in line.masked[at:finish].split())
        ends = inner.lstrip(" (（")[:1].islower() and not behind.strip()
        running = small >= _RUNNING and (_SENTENCE.match(behind) or ends)
        if venue or looks_like_venue(behind, line.lexicon) or len(_people(line, close, far)) > 1:
            break
        if not (GOES_ON.match(behind) or running):
            break
        finish = min(max(segment_end(line, close, far), close), far)
    return finish


def _people(line: Line, at: int, end: int) -> tuple[tuple[int, int], ...]:
    return parse_names(line.masked, at, end).names


def _aside_end(line: Line, at: int, end: int) -> int:
    """Where a bracket ends, or a dash; 0 where there is none."""
    if line.masked[at : at + 2].lstrip()[:1] in tuple("(（"):
        return min(matching(line.masked, at + (line.masked[at] == " "), end) + 1, end)
    dash = DASH.match(line.masked, at, end)
    return dash.end() - 1 if dash and dash[0].strip() in ("-", "–", "—") else 0
