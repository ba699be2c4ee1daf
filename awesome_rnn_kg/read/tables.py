"""Table rows as mentions: which column holds what, by its heading.

title column   the heading that says so, else the first with linked text, else the first with text
other columns  authors, venue, year, links (a heading that is a link label), else a remark
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .blocks import Row, Table
from .citation import clean_title, parse_mentions
from .document import Field, Link, Mention, Venue
from .inline import RichText
from .keys import column_kind
from .lexicon import Lexicon
from .line import make_line
from .names import clean_name, parse_names, upright
from .venues import YEAR, parse_venues


@dataclass(frozen=True, slots=True)
class Columns:
    """The kind of each column, and its heading as written."""

    kinds: tuple[str, ...]
    headings: tuple[str, ...]


def columns_of(table: Table, lexicon: Lexicon) -> Columns | None:
    """What a table's columns hold; None for a table that only arranges links on a page."""
    headings = tuple(" ".join(c.text.split()) for c in table.header.cells)
    kinds = [column_kind(h, lexicon) for h in headings]
    if "title" in kinds:
        first = kinds.index("title")
        kinds = [k if k != "title" or i == first else "remark" for i, k in enumerate(kinds)]
        return Columns(tuple(kinds), headings)
    if not table.rows or any(c.of("link", "image") for c in table.header.cells):
        return None
    free = [i for i, k in enumerate(kinds) if k == "remark"]
    linked = [
        i for i in free if any(len(r.cells) > i and r.cells[i].of("link") for r in table.rows)
    ]
    if not free:
        return None
    kinds[(linked or free)[0]] = "title"
    return Columns(tuple(kinds), headings)


def row_mention(row: Row, columns: Columns, lexicon: Lexicon) -> Mention | None:
    """One row as a mention; None when it has no title."""
    cells = dict(zip(range(len(columns.kinds)), row.cells, strict=False))
    at = columns.kinds.index("title")
    if at not in cells or not cells[at].text.strip():
        return None
    found = parse_mentions(cells[at], lexicon)
    base = found[0] if found and found[0].title else _plain(cells[at], lexicon)
    return _with_cells(base, cells, columns, lexicon)


def _plain(cell: RichText, lexicon: Lexicon) -> Mention:
    line = make_line(cell, lexicon)
    field = line.field(0, len(cell.text))
    title = Field(clean_title(field.text), field.span)
    return Mention(field.span, title, links=tuple(line.link(a) for a in line.anchors))


def _with_cells(
    base: Mention, cells: dict[int, RichText], columns: Columns, lexicon: Lexicon
) -> Mention:
    authors, venues = list(base.authors), list(base.venues)
    links, remarks = list(base.links), list(base.remarks)
    authors_text, venue_text, description = base.authors_text, base.venue_text, base.description
    et_al = base.et_al
    for index, kind in enumerate(columns.kinds):
        cell = cells.get(index)
        if cell is None or kind == "title" or not (cell.text.strip() or cell.marks):
            continue
        line = make_line(cell, lexicon)
        links.extend(
            _cell_links(line.link(a) for a in line.anchors)
            if kind != "links"
            else (_labelled(line.link(a), columns.headings[index], lexicon) for a in line.anchors)
        )
        whole = line.field(0, len(cell.text))
        if kind == "authors":
            authors, et_al, authors_text = *_authors(cell, whole), whole
        elif kind == "venue":
            venues.extend(parse_venues(cell, 0, len(cell.text)))
            venue_text = whole
        elif kind == "year":
            venues = _dated(venues, cell, whole)
        elif kind == "description":
            description = description or whole
        elif kind == "remark" and whole.text and not line.anchors:
            remarks.append(Field(f"{columns.headings[index]}: {whole.text}", whole.span))
    return Mention(
        base.span, base.title, base.alternative, tuple(authors), et_al, authors_text, base.makers,
        tuple(venues), venue_text, description, tuple(remarks), tuple(links), base.set_off,
    )  # fmt: skip


def _cell_links(links: object) -> tuple[Link, ...]:
    return tuple(links)  # type: ignore[arg-type]


def _labelled(link: Link, heading: str, lexicon: Lexicon) -> Link:
    """A link in a column of links says by its column what it is, unless its label does."""
    label = link.label if lexicon.names_link(link.label) else heading
    return Link(link.url, label, "button", link.span, link.refused)


def _authors(cell: RichText, whole: Field) -> tuple[list[Field], bool]:
    names = parse_names(cell.text)
    if names.names:
        fields = [
            Field(upright(clean_name(cell.text[a:b])), cell.span(a, b)) for a, b in names.names
        ]
        return fields, names.et_al
    return ([whole] if whole.text else []), False


def _dated(venues: list[Venue], cell: RichText, whole: Field) -> list[Venue]:
    """A year's column dates the venue that has no year yet."""
    found = YEAR.search(cell.text)
    if not found:
        return venues
    year = int(found[1])
    if venues and venues[-1].year is None:
        last = venues[-1]
        return [
            *venues[:-1],
            Venue(
                last.text,
                last.span,
                last.name,
                year,
                last.arxiv,
                last.malformed,
                last.doi,
                last.status,
            ),
        ]
    return [*venues, Venue(whole.text, whole.span, year=year)]


def is_year_heading(text: str) -> int | None:
    """The year that a heading names ("2018", "Papers of 2018"), if it names just one."""
    years = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)
    return int(years[0]) if len(years) == 1 else None
