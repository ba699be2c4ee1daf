"""Who made a thing: `by X`, `from X`, `of X`, `in X's blog`.

who  = names [ place ] | one | org [ "and" org ], each with [ "et al." ] [ "," ( venue | date ) ]
one  = name | surname "," given [ initials ] "." venue | surname initials "." venue
place = ( "at" | "from" | "in" | "for" | "of" ) words
"""

from __future__ import annotations

import re

from .document import Field
from .found import Fields, name_fields, take_venues
from .line import GAP, Line, blank
from .names import ET_AL, parse_names
from .namewords import LETTER, clean_name, is_name, upright
from .venues import YEAR, looks_like_venue

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
_SURNAME = rf"{LETTER}[\w'’-]+"
_INVERTED = re.compile(
    rf"((?!and\b|the\b){_SURNAME},\s{_SURNAME}(?:\s{LETTER}\.?)*|{_SURNAME}(?:\s[A-Z]){{1,2}})"
    r"(?:\.|(?<=\.))\s(?=[A-Z\d])"
)
_ONE_WORD = re.compile(r"([\w'’-]+)(?:,|\.|\s(?:and|&)\s|\Z)")
_DATED_END = re.compile(r"\A[^.]{3,80},?\s(?:19|20)\d\d\.?\s*\Z")
_PLACE = re.compile(r"\s(?:at|from|in|for|of)\s")
_TWO = re.compile(r"([A-Z][^,;]*?)\s(?:and|&)\s([A-Z][^,;]*)")
_WITHIN = re.compile(r"\b(?:of|for|and)\b")
_WHO_END = re.compile(rf"\s?(?::|\s[-–—]\s|\.(?:\s|$)|[(|\n{GAP}]|$)")
_INITIAL_END = re.compile(r"(?:^|\s)\w$|\bal$")


def take_maker(line: Line, out: Fields, found: re.Match[str], end: int) -> int:
    """`by X`, `from X`, `of X`, `in X's blog`; where it ends, 0 if it is none of them."""
    start, word = found.end(), found[1].casefold()
    finish = _who_end(line.masked, start, end)
    if word == "in":
        return _blog(line, out, start, finish)
    if stop := _one(line, out, start, end) or _placed(line, out, start, finish):
        return stop
    names = parse_names(line.masked, start, finish)
    if names.names:
        out.makers.extend(name_fields(line, names))
        out.et_al = out.et_al or names.et_al
        rest = line.masked[names.stop : finish]
        whole = names.et_al or names.closed or blank(rest) or looks_like_venue(rest, line.lexicon)
        return names.stop if whole else finish
    far, finish = finish, _without_tail(line, out, start, finish)
    who = line.masked[start:finish].strip()
    if not 0 < len(who.split()) <= 6 or (word != "by" and not who[0].isupper()):
        return 0
    out.makers.extend(_orgs(line, start, finish))
    return far


def _one(line: Line, out: Fields, start: int, end: int) -> int:
    """`Bee, Ann C. ICML, 1994`, `Bee A. AAAI, 2010`: one name with the surname first."""
    found = _INVERTED.match(line.masked, start, end)
    behind = line.masked[found.end() : end] if found else ""
    stop = re.search(rf"[\n{GAP}]", behind)
    behind = behind[: stop.start()] if stop else behind
    goes_on = _ONE_WORD.match(behind)
    if goes_on and found and is_name(f"{found[1]}. {goes_on[1]}"):
        return 0  # `Ann C. Dee, Eve Eff`
    if not found or not (looks_like_venue(behind, line.lexicon) or _DATED_END.search(behind)):
        return 0
    name = upright(found[1], "," not in found[1])
    out.makers.append(line.field(*found.span(1), name))
    return found.end(1)


def _placed(line: Line, out: Fields, start: int, finish: int) -> int:
    """`Ann Bee at Bee University`, `Ann Bee at BeeConf 2020`: where a person is, or spoke."""
    place = _PLACE.search(line.masked, start, finish)
    names = parse_names(line.masked, start, place.start()) if place else None
    if place is None or names is None or not names.names or names.stop < place.start():
        return 0
    out.makers.extend(name_fields(line, names))
    if YEAR.search(line.masked, place.end(), finish):
        take_venues(line, out, place.end(), finish)
    else:
        housed = place[0].strip() in ("at", "from")
        out.remarks.append(line.field(place.end() if housed else place.start(), finish))
    return finish


def _without_tail(line: Line, out: Fields, start: int, finish: int) -> int:
    """Where an organisation's name ends, without "et al." and the venue or date behind it."""
    comma = next(
        (
            m.start()
            for m in re.finditer(r",\s", line.masked[start:finish])
            if looks_like_venue(line.masked[start + m.end() : finish], line.lexicon)
        ),
        None,
    )
    if comma is not None:
        take_venues(line, out, start + comma, finish)
        finish = start + comma
    others = ET_AL.search(line.masked, start, finish)
    if others and blank(line.masked[others.end() : finish]):
        out.et_al = True
        finish = others.start()
    return start + len(line.masked[start:finish].rstrip(" ,;"))


def _orgs(line: Line, start: int, finish: int) -> list[Field]:
    """`Bee University and Dee Labs`: each by itself, unless the first goes on behind "and"."""
    both = _TWO.fullmatch(line.masked[start:finish].strip())
    if both is None or _WITHIN.search(both[1]):
        return [line.field(start, finish)]
    at = line.masked.index(both[1], start)
    second = line.masked.index(both[2], at + len(both[1]))
    return [line.field(at, at + len(both[1])), line.field(second, second + len(both[2]))]


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
