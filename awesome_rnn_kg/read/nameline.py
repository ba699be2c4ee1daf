"""A line of names of which one looks like none by itself: `Can Chen, Yi Zhang, Alan W. bee.`

line = name 1*( "," name ) [ [","] "and" name ]      most of them look like names, or one of two
                                                     beside one with an initial; the others have
                                                     two to five words, one at most without a
                                                     capital
"""

from __future__ import annotations

import re

from .line import GAP, Line, blank
from .names import NameList, parse_names
from .namewords import is_name, is_part, is_title_word

_CHUNK = re.compile(r"[^,;]+?(?=,|;|\sand\s|\s&\s|$)")
_LEAD = re.compile(r"\s*(?:(?:and|&)\s)?")
_WORDS = range(2, 6)  # of a name
_NO_NAMES = re.compile(rf"[:()\[\]\d\"“”{GAP}]|\b[ae]t\.?\s?al\b|\bothers\b")
_MARKED = re.compile(r"\s[A-Z]\.?\s|\S\s[a-z]{2,5}\s[A-Z]")  # `Alan W. bee`, `Jong chul Ye`
_LONGEST = 3000


def name_line(line: Line, at: int, end: int) -> NameList | None:
    """The names of a line that begins at `at`, if it is a list of nothing else."""
    if at > line.start and line.masked[at - 1] != "\n":
        return None
    stop = line.masked.find("\n", at, end)
    stop = end if stop < 0 else stop
    text = line.masked[at:stop].rstrip(f" .,*{GAP}")
    if "," not in text or len(text) > _LONGEST or _NO_NAMES.search(text):
        return None
    marks = [m for m in line.rich.of("em", "strong") if at < m.end and m.start < at + len(text)]
    if any(at < m.start or m.end < at + len(text) for m in marks):
        return None  # a part of the line is set off: the title
    names = _chunks(text, at)
    told = [line.masked[a:b].strip() for a, b in names]
    ends = (told[0], told[-1]) if at == line.start and told else ()
    if not all(is_name(t) or _is_no_title(t, line) for t in ends):
        return None
    known = parse_names(line.masked, at, stop)
    whole = blank(line.masked[known.stop : stop]) or known.et_al
    return NameList(tuple(names), stop, False, True) if not whole and _are_names(told) else None


def _chunks(text: str, at: int) -> list[tuple[int, int]]:
    """What commas and "and" separate, by its place in the line."""
    chunks: list[tuple[int, int]] = []
    for found in _CHUNK.finditer(text):
        lead = _LEAD.match(found[0])
        start = found.start() + (lead.end() if lead else 0)
        chunks += [(at + start, at + found.end())] if start < found.end() else []
    return chunks


def _are_names(told: list[str]) -> bool:
    """Whether most are names and the others, one at least, may be."""
    others = [t for t in told if not is_name(t)]
    most = len(others) * 2 < len(told)
    marked = len(told) == 2 and len(others) == 1 and _MARKED.search(others[0]) is not None
    return bool(others) and (most or marked) and all(map(_may_be, others))


def _is_no_title(text: str, line: Line) -> bool:
    """Whether the first or the last of them can't be the title: by initials, or without links."""
    words = text.split()
    bare = not line.anchors and len(words) == 2 and not all(map(is_title_word, words))
    return bare or _MARKED.search(text) is not None


def _may_be(text: str) -> bool:
    """Two to five words like those of names, one without a capital at most."""
    words = text.split()
    small = sum(w[:1].islower() for w in words if not is_part(w))
    fit = all(is_part(w) or w.isalpha() for w in words)
    titled = len(words) > 2 and any(map(is_title_word, words))
    return len(words) in _WORDS and fit and not titled and small <= 1 and not words[0][:1].islower()
