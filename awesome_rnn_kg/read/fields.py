"""The fields around a title: what stands before it and what stands after it.

before = [ tag *( tag ) ] [ names | venue | other name of the thing ]
after  = *( "(" venue | names | note ")" | maker | sep names | sep venue | dash description )
maker  = ( "by" | "from" | "of" ) who | "in" who "'s blog"
dash   = " - " | " – " | " — " | ":" | " : "
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .document import Field, Venue
from .line import GAP, Line, blank
from .names import NameList, clean_name, parse_names, upright
from .venues import add_venues, looks_like_venue, parse_venues

_MAKER = re.compile(
    r"(?:(?:written|created|made|developed|maintained|released|provided|compiled|curated|taught)\s+)?"
    r"(by|from|of|in)\s+(?=\S)",
    re.IGNORECASE,
)
_BLOG = re.compile(r"(.+?)['’]s\s+(?:blog|site|website|page|channel)\b", re.IGNORECASE)
_WHO_END = re.compile(rf"\s*(?::|\s[-–—]\s|\.(?:\s|$)|[(|{GAP}]|\s*$)")
_DASH = re.compile(r"\s*(?:[-–—]+\s|:\s|\s:|[-–—](?=\w)|--)\s*")
_COMMA_BY = re.compile(r",\s+by\s+([A-Z][^.,;:()]{1,60})(?=[.,;]|$)")
_CLOSE = {"(": ")", "[": "]", "（": "）"}


@dataclass
class Fields:
    """What has been found of one mention so far."""

    authors: list[Field] = field(default_factory=list)
    et_al: bool = False
    authors_text: Field | None = None
    makers: list[Field] = field(default_factory=list)
    venues: list[Venue] = field(default_factory=list)
    venue_bounds: tuple[int, int] | None = None
    alternative: Field | None = None
    description: Field | None = None
    remarks: list[Field] = field(default_factory=list)


def take_names(line: Line, out: Fields, names: NameList, start: int, end: int) -> None:
    """Add a list of names as the authors."""
    text = line.rich.text
    out.authors = [line.field(a, b, upright(clean_name(text[a:b]))) for a, b in names.names]
    out.et_al = names.et_al
    printed = line.masked[start:end].rstrip(f" ,;:{GAP}")
    out.authors_text = line.field(start, start + len(printed))


def take_venues(line: Line, out: Fields, start: int, end: int) -> None:
    """Add the venues that text[start:end] prints."""
    found = parse_venues(line.rich, start, end, line.lexicon)
    if found:
        out.venues = add_venues(line.rich, out.venues, found)
        begin, finish = out.venue_bounds or (start, end)
        out.venue_bounds = (min(begin, start), max(finish, end))


def before_title(line: Line, out: Fields, start: int, end: int, set_off: bool) -> None:
    """Read what stands before a title."""
    start = _tags(line, out, start, end)
    text = line.masked[start:end]
    if blank(text):
        return
    names = parse_names(line.masked, start, end)
    rest = line.masked[names.stop : end]
    if names.names and blank(rest):
        take_names(line, out, names, start, end)
    elif names.names and looks_like_venue(rest, line.lexicon):
        take_names(line, out, names, start, names.stop)
        take_venues(line, out, names.stop, end)
    elif looks_like_venue(text.strip(f" -–—:|{GAP}"), line.lexicon):
        take_venues(line, out, start, end)
    elif set_off and "," in text and (forced := _forced_names(line, start, end)):
        take_names(line, out, forced, start, end)
    else:
        words = line.field(start, start + len(text.rstrip(f' -–—:|,.([{GAP}"“')))
        if len(words.text.split()) <= 5:
            out.alternative = words
        else:
            out.remarks.append(words)


def _tags(line: Line, out: Fields, start: int, end: int) -> int:
    """Tags at the front: `[CVPR 2020]`, `(2015)`, `[2016/03]`; where they end."""
    while found := re.compile(r"\s*([\[(])([^\[\]()]{1,60})[\])]\s*[-:]?\s*").match(
        line.masked, start, end
    ):
        if not looks_like_venue(found[2], line.lexicon):
            break
        take_venues(line, out, *found.span(2))
        start = found.end()
    return start


def _forced_names(line: Line, start: int, end: int) -> NameList | None:
    """Authors that don't look like names (handles, teams) but stand where authors stand."""
    chunks = [
        m.span() for m in re.finditer(r"[^,;]+?(?=,|;|\sand\s|\s&\s|$)", line.masked[start:end])
    ]
    names = []
    for a, b in chunks:
        chunk = re.sub(r"^\s*(?:and|&)\s+", "", line.masked[start + a : start + b]).strip(" .:")
        if not chunk:
            continue
        at = line.masked.index(chunk, start + a)
        if len(chunk.split()) > 5 or not chunk[0].isupper():
            return None
        names.append((at, at + len(chunk)))
    return NameList(tuple(names), end, False, True) if names else None


def after_title(line: Line, out: Fields, start: int, end: int) -> None:
    """Read what stands after a title, field by field."""
    at = start
    while at < end:
        at = _skip(line, at, end)
        if at >= end:
            return
        at = max(_field(line, out, at, end), at + 1)


def _skip(line: Line, at: int, end: int) -> int:
    while at < end and line.masked[at] in f' ,;.|/)]"”*·{GAP}':
        at += 1
    return at


def _field(line: Line, out: Fields, at: int, end: int) -> int:
    """Read one field; where it ends."""
    text = line.masked
    if text[at] in _CLOSE:
        return _group(line, out, at, end)
    maker = _MAKER.match(text, at, end)
    if maker and (finish := _maker(line, out, maker, end)):
        return finish
    dash = _DASH.match(text, at, end) or _DASH.match(text, max(at - 1, 0), end)
    if dash and dash.end() > at:
        return _described(line, out, dash.end(), end)
    names = parse_names(text, at, _segment(text, at, end))
    if names.names and not out.authors and _enough(line, names, end):
        take_names(line, out, names, at, names.stop)
        return names.stop
    return _rest(line, out, at, end)


def _segment(text: str, at: int, end: int) -> int:
    """Where the run of plain text from `at` ends: a masked link, a bracket or a dash."""
    found = re.compile(rf"{GAP}|\s[-–—]\s|\s:\s|\s?[(\[]").search(text, at, end)
    return found.start() if found else end


def _group(line: Line, out: Fields, at: int, end: int) -> int:
    """A group in brackets: a venue, authors or a note."""
    close = _matching(line.masked, at, end)
    inner, finish = at + 1, close
    text = line.masked[inner:finish]
    names = parse_names(line.masked, inner, finish)
    if blank(text):
        return close + 1
    if names.names and not out.authors and (names.et_al or names.closed):
        take_names(line, out, names, inner, names.stop)
        take_venues(line, out, names.stop, finish)
    elif looks_like_venue(text, line.lexicon):
        take_venues(line, out, inner, finish)
    else:
        out.remarks.append(line.field(inner, finish))
    return close + 1


def _matching(text: str, at: int, end: int) -> int:
    depth, close, opened = 0, _CLOSE[text[at]], text[at]
    for index in range(at, end):
        depth += (text[index] == opened) - (text[index] == close)
        if depth == 0:
            return index
    return end


def _maker(line: Line, out: Fields, found: re.Match[str], end: int) -> int:
    """`by X`, `from X`, `of X`, `in X's blog`; where it ends, 0 if it is none of them."""
    text, start = line.masked, found.end()
    stop = _WHO_END.search(text, start, end)
    finish = stop.start() if stop else end
    finish = _initials_end(text, start, finish, end)
    who = text[start:finish].strip()
    word = found[1].casefold()
    if word == "in":
        blog = _BLOG.match(text, start, finish)
        if not blog:
            return 0
        out.makers.append(line.field(*blog.span(1)))
        return finish
    names = parse_names(text, start, finish)
    if names.names:
        out.makers.extend(line.field(a, b, upright(clean_name(text[a:b]))) for a, b in names.names)
        out.et_al = out.et_al or names.et_al
        return (
            names.stop
            if names.et_al or names.closed or blank(text[names.stop : finish])
            else finish
        )
    if word != "by" and not who[:1].isupper():
        return 0
    if len(who.split()) > 6 or not who:
        return 0
    out.makers.append(line.field(start, finish))
    return finish


def _initials_end(text: str, start: int, finish: int, end: int) -> int:
    """Don't stop a name at the full stop of an initial: `by N. Silberman et al.`."""
    while (
        finish < end and text[finish] == "." and re.search(r"(?:^|\s)\w$|\bal$", text[start:finish])
    ):
        stop = _WHO_END.search(text, finish + 1, end)
        finish = stop.start() if stop else end
    return finish


def _enough(line: Line, names: NameList, end: int) -> bool:
    """Whether names after a title are its authors and not the beginning of a sentence."""
    if len(names.names) > 1 or names.et_al:
        return True
    stop = _segment(line.masked, names.stop, end)
    rest = line.masked[names.stop : stop]
    return blank(rest) or looks_like_venue(rest, line.lexicon)


def _described(line: Line, out: Fields, at: int, end: int) -> int:
    """What follows a dash or a colon: authors, a venue, or a description up to the next link."""
    finish = line.masked.find(GAP, at, end)
    finish = end if finish < 0 else finish
    names = parse_names(line.masked, at, finish)
    if (
        names.names
        and not out.authors
        and (len(names.names) > 1 or blank(line.masked[names.stop : finish]))
    ):
        take_names(line, out, names, at, names.stop)
        return names.stop
    if looks_like_venue(line.masked[at:finish], line.lexicon):
        take_venues(line, out, at, finish)
        return finish
    return _describe(line, out, at, finish)


def _describe(line: Line, out: Fields, at: int, finish: int) -> int:
    text = line.masked[at:finish].rstrip(" ,;:([-–—")
    if not blank(text):
        value = line.field(at, at + len(text))
        maker = _COMMA_BY.search(line.masked, at, at + len(text))
        if maker and not out.makers:
            out.makers.append(line.field(*maker.span(1)))
        if out.description is None:
            out.description = value
        else:
            out.remarks.append(value)
    return finish


def _rest(line: Line, out: Fields, at: int, end: int) -> int:
    """A venue where one can stand, else words about the thing."""
    finish = _segment(line.masked, at, end)
    for stop in _ends(line.masked, at, finish):
        if looks_like_venue(line.masked[at:stop], line.lexicon):
            take_venues(line, out, at, stop)
            return stop
    words = line.masked[at:finish].split()
    if out.authors and not out.venues and out.description is None and 0 < len(words) <= 12:
        take_venues(line, out, at, finish)
        return finish
    return _describe(line, out, at, finish)


def _ends(text: str, at: int, finish: int) -> list[int]:
    """Where a field may end, the farthest first: the segment's end, then each comma or full stop."""
    stops = [at + m.start() for m in re.finditer(r",\s|;\s|\.\s", text[at:finish])]
    return [finish, *reversed(stops)]
