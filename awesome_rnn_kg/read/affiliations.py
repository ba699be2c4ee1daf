"""Names with the institution of each in brackets behind it; a thing's own behind its title.

affiliated = name [ house ] *( sep name [ house ] )      Ann Lee (Google), Bo Chen (MIT)
           | name [ "," words ] 1*( ";" name [ "," words ] )        Ann Lee, MIT; Bo Chen, MIT
house      = "(" words that begin with a capital, no digits, no venue ")"
titled     = words "," institution buttons               Nets for All, Bee University [web]
"""

from __future__ import annotations

import re

from .found import Fields, take_names, take_venues
from .lexicon import Lexicon
from .line import GAP, Line, blank
from .names import NameList, parse_names
from .namewords import is_name
from .venues import looks_like_venue

_HOUSE = re.compile(r"\s?\(([^()\d\n]{2,80})\)(?=\s?(?:[,;.:]|and\b|&|$|[\"“]))")
_SEMICOLONS = re.compile(
    r"\s*[^,;.\n]{3,60}(?:,\s[^,;.\n]{2,80})?(?:;\s[^,;.\n]{3,60}(?:,\s[^,;.\n]{2,80})?)+(?=\.|$)"
)
_CHUNK = re.compile(r"\s*([^,;.\n]+)(?:,\s([^,;.\n]+))?;?")
_BETWEEN = re.compile(r"[,;&]|\band\b")
# Names up to the first bracket.
_HOUSED = re.compile(r"[^\W\d_a-z][^,;()\n]{2,60}(?:[,;][^,;()\n]{2,60}){0,8}\([^\d()\n]{2,80}\)")
_AHEAD = re.compile(rf"[{GAP}\n]")
_KINDS = r"(?:University|Universität|Universidad|Institute|College)"
_CAPITALS = r"[^\W\d_a-z][\w'’.-]*"
_HOUSE_BEHIND = re.compile(
    rf",\s((?:{_CAPITALS}\s){{1,4}}{_KINDS}(?:\sof\sTechnology)?"
    rf"|{_KINDS}\sof\s{_CAPITALS}(?:,?\s(?:(?:of|at|and)\s)?{_CAPITALS}){{0,3}})[\s.]*\Z"
)
_FEWEST_WORDS = 2  # of a title before its institution
_LONGEST = 3000  # of a list of names, in characters


def affiliated(
    text: str, start: int, end: int, lexicon: Lexicon
) -> tuple[NameList, list[tuple[int, int]]]:
    """The names at the front of text[start:end], and the bounds of their institutions.

    Without an institution behind a name: no names.
    """
    end = min(end, start + _LONGEST)
    housed = _semicolons(text, start, end)
    if housed[1]:
        return housed
    houses = [m for m in _HOUSE.finditer(text, start, end) if _is_house(text, start, m, lexicon)]
    if not houses:
        return NameList((), start), []
    plain = list(text[start:end])
    for found in houses:
        plain[found.start() - start : found.end() - start] = " " * len(found[0])
    found_names = _shifted(parse_names("".join(plain).rstrip(" .")), start)
    return found_names, [m.span(1) for m in houses if m.start() <= found_names.stop]


def _semicolons(text: str, start: int, end: int) -> tuple[NameList, list[tuple[int, int]]]:
    """`Ann Lee, Bee Lab; Bo Chen, Bee University`: what commas set apart is where they work."""
    run = _SEMICOLONS.match(text, start, end)
    names: list[tuple[int, int]] = []
    houses: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(text, start, run.end()) if run else ():
        names.append(chunk.span(1))
        houses.extend([chunk.span(2)] if chunk[2] else [])
    people = all(is_name(text[a:b]) for a, b in names)
    if run is None or not people or all(is_name(text[a:b]) for a, b in houses):
        return NameList((), start), []
    return NameList(tuple(names), run.end(), False, True), houses


def _shifted(names: NameList, by: int) -> NameList:
    bounds = tuple((a + by, b + by) for a, b in names.names)
    return names._replace(names=bounds, stop=names.stop + by)


def _is_house(text: str, start: int, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a bracket stands behind a name and holds what an institution may be called."""
    name = _BETWEEN.split(text[max(start, found.start() - 90) : found.start()])[-1].strip()
    inner = found[1].strip()
    venue = lexicon.names_venue(inner) or lexicon.begins_with_venue(inner)
    return inner[:1].isupper() and not venue and is_name(name) and not is_name(inner)


def housed_before(line: Line, out: Fields, start: int, end: int) -> bool:
    """Take authors with their institutions, then a venue, if they are all there is."""
    names, houses = affiliated(line.masked, start, end, line.lexicon)
    stop = _stop(names, houses)
    rest = line.masked[stop:end]
    if not names.names or not (blank(rest) or looks_like_venue(rest, line.lexicon)):
        return False
    _take(line, out, names, houses, start)
    take_venues(line, out, stop, end)
    return True


def housed_from(line: Line, out: Fields, at: int, end: int) -> int:
    """Take several authors with their institutions; where they end, 0 without them."""
    if out.authors or not _HOUSED.match(line.masked, at, end):
        return 0
    stop = _AHEAD.search(line.masked, at, end)
    names, houses = affiliated(line.masked, at, stop.start() if stop else end, line.lexicon)
    if len(names.names) < 2:
        return 0
    _take(line, out, names, houses, at)
    return _stop(names, houses)


def house_behind(line: Line, out: Fields, start: int, end: int) -> int:
    """Where a bare title ends that only its institution follows: `Nets for All, Bee University`.

    Such is how courses are listed. With more behind it, the words may be a place or a venue.
    """
    found = _HOUSE_BEHIND.search(line.masked, start, end) if blank(line.masked[end:]) else None
    if found is None or len(line.masked[start : found.start()].split()) < _FEWEST_WORDS:
        return end
    out.institutions.append(line.field(*found.span(1)))
    return found.start()


def _stop(names: NameList, houses: list[tuple[int, int]]) -> int:
    return max([names.stop, *(h[1] + 1 for h in houses)])


def _take(
    line: Line, out: Fields, names: NameList, houses: list[tuple[int, int]], start: int
) -> None:
    """The names are the authors; their institutions, remarks."""
    take_names(line, out, names, start, _stop(names, houses))
    out.remarks.extend(line.field(*h) for h in houses)
