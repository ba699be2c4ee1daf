"""What has been found of one mention so far."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from .document import Field, Venue
from .line import GAP, Line
from .names import NameList
from .namewords import clean_name, upright
from .venues import add_venues, parse_venues

_FEW_WORDS = 2  # between a venue and its date


@dataclass
class Fields:
    """What has been found of one mention so far."""

    authors: list[Field] = field(default_factory=list)
    et_al: bool = False
    authors_text: Field | None = None
    makers: list[Field] = field(default_factory=list)
    institutions: list[Field] = field(default_factory=list)
    venues: list[Venue] = field(default_factory=list)
    venue_bounds: tuple[int, int] | None = None
    alternative: Field | None = None
    description: Field | None = None
    remarks: list[Field] = field(default_factory=list)
    shown_bare: bool = False


def name_fields(line: Line, names: NameList) -> list[Field]:
    """Names as printed values, each surname last."""
    first = names.surname_first
    printed = (_with_lost_accent(line.rich.text, a, b) for a, b in names.names)
    cleaned = [upright(clean_name(name), first) for name in printed]
    return [line.field(a, b, name) for (a, b), name in zip(names.names, cleaned, strict=True)]


def _with_lost_accent(text: str, start: int, end: int) -> str:
    """A name with the accent that slipped behind the comma after it: `Re,́ ` is `Ré,`."""
    accent = text[end + 1 : end + 2] if text[end : end + 1] in (",", ";") else ""
    slipped = bool(accent) and unicodedata.combining(accent) > 0
    name = text[start:end]
    return unicodedata.normalize("NFC", name + accent) if slipped else name


def take_names(line: Line, out: Fields, names: NameList, start: int, end: int) -> None:
    """Add a list of names as the authors."""
    out.authors = name_fields(line, names)
    out.et_al = names.et_al
    printed = line.masked[start:end].rstrip(f' ,;:\n"“(，；：。《{GAP}')
    begin = start + len(printed) - len(printed.lstrip(f" \n{GAP}"))  # behind a button
    out.authors_text = line.field(begin, start + len(printed))


def more_names(line: Line, out: Fields, names: NameList) -> int:
    """Add names to the authors; where they end."""
    found = name_fields(line, names)
    out.authors.extend(found)
    out.et_al = out.et_al or names.et_al
    if out.authors_text:
        printed = f"{out.authors_text.text}, {', '.join(f.text for f in found)}"
        out.authors_text = Field(printed, out.authors_text.span.through(found[-1].span))
    return names.stop


def take_venues(line: Line, out: Fields, start: int, end: int) -> None:
    """Add the venues that text[start:end] prints."""
    found = parse_venues(line.rich, start, end)
    if found:
        named = any(is_named(v) for v in out.venues)
        out.venues = _dated_by_lead(add_venues(out.venues, found))
        begin, finish = out.venue_bounds or (start, end)
        if len(line.masked[finish:start].split()) <= _FEW_WORDS:
            out.venue_bounds = (min(begin, start), max(finish, end))
        elif not named and any(is_named(v) for v in found):
            out.venue_bounds = (start, end)  # the year alone stands before the authors


def _dated_by_lead(venues: list[Venue]) -> list[Venue]:
    """`A. (2012). Title. Journal`: the year in front dates the venue behind the title."""
    if len(venues) > 1 and venues[0].year and not is_named(venues[0]):
        year, venue = venues[0].year, venues[1]
        if venue.name and venue.year is None:
            return [venue._replace(year=year), *venues[2:]]
    return venues


def is_named(venue: Venue) -> bool:
    return bool(venue.name or venue.arxiv or venue.doi or venue.malformed)
