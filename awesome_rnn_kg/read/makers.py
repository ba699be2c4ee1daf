"""Who made a thing: `by X`, `from X`, `of X`, `in X's blog`."""

from __future__ import annotations

import re

from .document import Field
from .found import Fields, name_fields
from .line import GAP, Line, blank
from .names import parse_names
from .namewords import clean_name
from .venues import looks_like_venue

MADE_BY = re.compile(
    r"(?:,|\b(?:developed|built|made|created|written|maintained|released)(?:\sfrom\sscratch)?)"
    r"\sby\s((?:Prof\.\s|Dr\.\s)?[A-Z][\w&'’-]*(?:\s(?:[A-Z]\.|[A-Z&][\w&'’-]*|of|de|van|for)){0,5})"
)
MAKER = re.compile(
    r"(?:(?:written|created|made|developed|maintained|released|provided|compiled|curated|taught)\s)?"
    r"(by|from|of|in)\s(?=\S)",
    re.IGNORECASE,
)
_BLOG = re.compile(r"([^\n]{1,80}?)['’]s\s(?:blog|site|website|page|channel)\b", re.IGNORECASE)
_WHO_END = re.compile(rf"\s?(?::|\s[-–—]\s|\.(?:\s|$)|[(|\n{GAP}]|$)")
_INITIAL_END = re.compile(r"(?:^|\s)\w$|\bal$")


def take_maker(line: Line, out: Fields, found: re.Match[str], end: int) -> int:
    """`by X`, `from X`, `of X`, `in X's blog`; where it ends, 0 if it is none of them."""
    start, word = found.end(), found[1].casefold()
    finish = _who_end(line.masked, start, end)
    if word == "in":
        return _blog(line, out, start, finish)
    names = parse_names(line.masked, start, finish)
    if names.names:
        out.makers.extend(name_fields(line, names))
        out.et_al = out.et_al or names.et_al
        rest = line.masked[names.stop : finish]
        whole = names.et_al or names.closed or blank(rest) or looks_like_venue(rest, line.lexicon)
        return names.stop if whole else finish
    who = line.masked[start:finish].strip()
    if not 0 < len(who.split()) <= 6 or (word != "by" and not who[0].isupper()):
        return 0
    out.makers.append(line.field(start, finish))
    return finish


def _blog(line: Line, out: Fields, start: int, finish: int) -> int:
    blog = _BLOG.match(line.masked, start, finish)
    if not blog:
        return 0
    out.makers.append(line.field(*blog.span(1)))
    return finish


def _who_end(text: str, start: int, end: int) -> int:
    """Where `by X` ends, but not at the full stop of an initial: `by N. Silberman et al.`."""
    stop = _WHO_END.search(text, start, end)
    finish = stop.start() if stop else end
    while finish < end and text[finish] == "." and _INITIAL_END.search(text[start:finish]):
        stop = _WHO_END.search(text, finish + 1, end)
        finish = stop.start() if stop else end
    return finish


def made_by(line: Line, out: Fields, maker: re.Match[str], told: Field) -> Field:
    """Add who a description says made the thing; the description without it, where it is last."""
    out.makers.append(line.field(*maker.span(1), clean_name(maker[1])))
    last = maker[0].startswith(",") and not line.masked[maker.end() :].strip(f" .{GAP}")
    lead = told.text[: told.text.rfind(maker[0])] if last else ""
    return Field(lead, told.span) if lead.strip() else told
