"""Table rows as mentions: which column holds what, by its heading.

title column   the heading that says so, else the first with linked text, else the first whose
               cells differ
               (of a name and a paper's title, the title where most rows print one)
other columns  authors, venue, year, links (a heading that is a link label), else a remark
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .citation import clean_title, line_mentions
from .document import Field, Link, Mention, Venue
from .fieldlines import author_fields, listed
from .inline import RichText
from .keys import column_kind, is_placeholder
from .lexicon import Lexicon, label_key
from .line import CREDIT, LATE_CREDIT, Line, blank, make_line, surnames
from .namewords import is_han, is_title_word
from .tree import Row, Table
from .venues import YEAR, add_venues, looks_like_venue, parse_venues

_TERM = re.compile(
    r"\b(?:spring|summer|fall|autumn|winter|semester|term|week|session|quarter)\b", re.IGNORECASE
)
_OPEN_RANGE = re.compile(
    r"\b(?:before|until|till|since|after|pre|prior|earlier|up to|and (?:before|later|older))\b"
    r"|[~<>≤≥]",
    re.IGNORECASE,
)
_LIKE_ID = re.compile(r"\d{3,5}\.\d{3,6}(?:v\d+)?")
_ID_WORDS = frozenset(("arxiv", "id", "ids", "identifier", "preprint", "eprint"))
_MOST_NAME_WORDS = 3
_SHORT_NAMES = frozenset(("acronym", "abbreviation", "abbr", "short name", "nickname"))
_UNKNOWN_MONTH = re.compile(r"[/.-](?:\?{1,2}|[xX]{2})\s*\Z")  # `2017/??`
# `LDC2014T12` is a number, `CVPR2014` has a year.
_FOUR_DIGITS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\dA-Za-z])")


class Columns(NamedTuple):
    """The kind of each column, and its heading as written."""

    kinds: tuple[str, ...]
    headings: tuple[str, ...]


def columns_of(table: Table, lexicon: Lexicon) -> Columns | None:
    """What a table's columns hold; None for a table that only arranges links on a page."""
    if _shows_code(table):
        return None
    width = max((len(r.cells) for r in (table.header, *table.rows)), default=0)
    headings = [" ".join(c.text.split()) for c in table.header.cells]
    headings += [""] * (width - len(headings))
    kinds = [column_kind(h, lexicon) for h in headings]
    told = "title" in kinds
    if kinds[:1] == ["links"] and "title" not in kinds and _has_words(table, lexicon):
        kinds[0] = "title"
    kinds = [_by_cells(k, table, i, lexicon) for i, k in enumerate(kinds)]
    if kinds[:1] == ["links"] and "title" not in kinds and _has_words(table, lexicon):
        kinds[0] = "title"
    first = kinds.index("title") if "title" in kinds else _title_column(table, kinds)
    if first is None:
        return None
    title = _titles_among(table, kinds) if told else _cited_column(table, kinds, first)
    kinds = [
        _second(h, lexicon) if k == "title" else k for k, h in zip(kinds, headings, strict=True)
    ]
    others = (i for i, k in enumerate(kinds) if k in ("links", "remark") and i != title)
    if "venue" not in kinds and (
        venues := next((i for i in others if _are_venues(table, i, lexicon)), 0)
    ):
        kinds[venues] = "venue"
    if first < title:
        kinds[first] = "name"
    elif "name" not in kinds:
        short = next((i for i, h in enumerate(headings) if label_key(h) in _SHORT_NAMES), title)
        kinds[short] = "name"
    kinds[title] = "title"
    return Columns(tuple(kinds), tuple(headings))


def _shows_code(table: Table) -> bool:
    """Whether a table without links shows code: `| Who are they? | <code>SELECT … |`."""
    cells = [c for r in table.rows for c in r.cells[1:]]
    coded = sum(bool(c.of("code")) for c in cells)
    return coded * 2 > len(cells) and not any(c.of("link") for r in table.rows for c in r.cells)


def _titles_among(table: Table, kinds: list[str]) -> int:
    """Of the columns that may hold titles the first, unless most of another's cells are longer.

    `|BeeNet|[Nets that feed on all](u)|` has a name before the title, `|Nets|[pdf](u)|` has not.
    """
    first, *others = (i for i, kind in enumerate(kinds) if kind == "title")
    rows = [r for r in table.rows if len(r.cells) > max((first, *others))]
    for other in others:
        longer = sum(_words(r, other) > max(_words(r, first), _MOST_NAME_WORDS) for r in rows)
        if longer * 2 > len(rows):
            return other
    return first


def _cited_column(table: Table, kinds: list[str], name: int) -> int:
    """A column of links on whole titles, behind that of the names; else the latter.

    `| Model | F1 | Paper / Source |`, then `| BeeNet (Bee et al., 2015) | 9.9 | [Nets](u) |`
    """
    for index, kind in enumerate(kinds):
        if kind != "links" or index <= name:
            continue
        rows = [r for r in table.rows if len(r.cells) > index]
        titled = sum(
            _has_linked_text(r, index) and _words(r, index) > _MOST_NAME_WORDS for r in rows
        )
        if titled * 2 > len(rows):
            return index
    return name


def _words(row: Row, index: int) -> int:
    return len(row.cells[index].text.split())


def _second(heading: str, lexicon: Lexicon) -> str:
    """What a column is whose heading may be that of the titles, beside theirs: `Paper`."""
    return "links" if lexicon.names_link(heading) else "remark"


def _title_column(table: Table, kinds: list[str]) -> int | None:
    """The first column with linked text, else the first with text; no heading says what it is."""
    if not table.rows or any(c.of("link", "image") for c in table.header.cells):
        return None
    free = [i for i, kind in enumerate(kinds) if kind == "remark"]
    often = len(table.rows) / 10
    linked = [i for i in free if sum(_has_linked_text(r, i) for r in table.rows) > often]
    if not table.header.cells and "links" not in kinds:
        return linked[0] if linked else None
    telling = [i for i in free if _tells_apart(table, i)]
    return next(iter(linked or telling or free), None)


def _tells_apart(table: Table, index: int) -> bool:
    """Whether the cells of a column are words that differ, unlike categories and figures."""
    cells = [r.cells[index].text for r in table.rows if len(r.cells) > index]
    words = {c for c in cells if any(map(str.isalpha, c))}
    return len(words) * 2 > len(cells)


def _has_words(table: Table, lexicon: Lexicon) -> bool:
    """Whether the cells of the first column name things: `TACRED [[pdf](u)]`, `[TACRED](u)`."""
    cells = [r.cells[0] for r in table.rows if r.cells]
    return sum(_names_thing(c, lexicon) for c in cells) * 2 > len(cells)


def _names_thing(cell: RichText, lexicon: Lexicon) -> bool:
    """Whether a cell has words before its links, or its first link is on no usual label."""
    links = cell.of("link")
    before = cell.text[: min((m.start for m in links), default=len(cell.text))]
    first = cell.text[links[0].start : links[0].end] if links else ""
    named = any(map(str.isalpha, first)) and not lexicon.names_link(first)
    return bool(re.match(r"\W*\w", before)) or named


def _unlinked(table: Table, index: int) -> bool:
    cells = [r.cells[index] for r in table.rows if len(r.cells) > index]
    return bool(cells) and not any(c.of("link") or "://" in c.text for c in cells)


def _by_cells(kind: str, table: Table, index: int, lexicon: Lexicon) -> str:
    """The kind of a column, told from its cells where they contradict its heading."""
    if kind == "links" and _unlinked(table, index):
        return "remark"
    return "links" if kind == "remark" and _usual(table, index, lexicon) else kind


def _are_venues(table: Table, index: int, lexicon: Lexicon) -> bool:
    """Whether most cells of a column are venues by themselves: `Publication`, then `CVPR 2024`."""
    cells = [r.cells[index] for r in table.rows if len(r.cells) > index]
    told = [c.text.strip() for c in cells if any(map(str.isalpha, c.text)) and not c.of("link")]
    named = [t for t in told if lexicon.names_venue(t) or looks_like_venue(t, lexicon)]
    return bool(told) and len(named) * 2 > len(told)


def _usual(table: Table, index: int, lexicon: Lexicon) -> bool:
    """Whether the cells of a column are links with usual labels: `[Github](u)`, `[Paper](u), …`."""
    cells = [r.cells[index] for r in table.rows if len(r.cells) > index]
    linked = [c for c in cells if c.of("link")]
    usual = sum(_is_usual(c, lexicon) for c in linked)
    return bool(linked) and usual * 3 > 2 * len(linked) and len(linked) * 2 > len(cells)


def _is_usual(cell: RichText, lexicon: Lexicon) -> bool:
    """Whether a cell is links with usual labels, and nothing else."""
    line = make_line(cell, lexicon)
    return blank(line.unlinked) and all(
        lexicon.names_link(a.label.strip(" []")) for a in line.anchors if a.form != "image"
    )


def _has_linked_text(row: Row, index: int) -> bool:
    """Whether a cell's text leads away from the page."""
    links = row.cells[index].of("link") if len(row.cells) > index else []
    return any(m.end > m.start and not m.url.startswith("#") for m in links)


def row_mentions(row: Row, columns: Columns, lexicon: Lexicon) -> tuple[Mention, ...]:
    """One row as mentions, which share what its other cells say; none when it has no title."""
    lines = [make_line(cell, lexicon) for cell in row.cells]
    at = columns.kinds.index("title")
    if "name" in columns.kinds and at < len(lines) and _is_untitled(lines[at]):
        at = columns.kinds.index("name")
    if at >= len(lines) or not lines[at].rich.text.strip():
        return ()
    cells = [
        (kind, heading, line)
        for kind, heading, line in zip(columns.kinds, columns.headings, lines, strict=False)
        if line is not lines[at] and (line.anchors or not is_placeholder(line.rich.text))
    ]
    # A year's column may stand before its venue's.
    cells.sort(key=lambda c: c[0] == "year")
    things = _titled(lines[at])
    return tuple(_with_cells(m, (i, len(things)), cells) for i, m in enumerate(things))


def _is_untitled(line: Line) -> bool:
    """`N/A`, `[pdf](u)`: a cell of a title without one."""
    words = line.rich.text
    return is_placeholder(words) or line.lexicon.names_link(words)


def _with_cells(
    mention: Mention, share: tuple[int, int], cells: list[tuple[str, str, Line]]
) -> Mention:
    """A thing with what the cells say of it; `share` is its number and of how many in its row."""
    for kind, heading, line in cells:
        links = line.links
        if kind in ("links", "name"):
            own = share[1] > 1 and len(links) == share[1]
            told = links[share[0] : share[0] + 1] if own else links
            links = tuple(_in_column(k, heading) for k in told)
        mention = mention._replace(links=(*mention.links, *links))
        named = _renamed if kind == "name" else _with_cell
        mention = named(mention, kind, heading, line)
    return mention._replace(links=_in_order(mention.links))


def _titled(line: Line) -> list[Mention]:
    """The things of a title's cell: `[A](u) / [B](v)` are two, titles beside their buttons one."""
    found = line_mentions(line)
    if _is_bare_han(line) or (found and _ends_by(line, found[0])):
        field = line.field(0, len(line.rich.text))
        return [Mention(field.span, field)]
    if len(found) > 1 and all(_is_linked_title(m, line.lexicon) for m in found):
        return list(found)
    if found and found[0].title:
        return [found[0]._replace(links=line.links if len(found) > 1 else found[0].links)]
    field = line.field(0, len(line.rich.text))
    return [Mention(field.span, Field(clean_title(field.text), field.span), links=line.links)]


def _ends_by(line: Line, mention: Mention) -> bool:
    """`Scene Graphs by Iterative Message Passing`: in a cell without mark-up no lone name."""
    marked = line.anchors or line.rich.of("strong", "em")
    names = (*mention.authors, *mention.makers)
    lone = len(names) == 1 and not (mention.et_al or mention.venues)
    return not marked and lone and line.rich.text.rstrip().endswith(f" by {names[0].text}")


def _is_bare_han(line: Line) -> bool:
    """A title in Chinese or Japanese without mark-up; its short words would pass for names."""
    marked = line.anchors or line.rich.of("strong", "em")
    return not marked and sum(map(is_han, line.rich.text)) > _MOST_NAME_WORDS


def _is_linked_title(mention: Mention, lexicon: Lexicon) -> bool:
    linked = any(k.form == "title" for k in mention.links)
    return bool(linked and mention.title and not lexicon.names_link(mention.title.text))


def _renamed(mention: Mention, _kind: str, _heading: str, line: Line) -> Mention:
    """The mention with the short name in a cell beside its title.

    `BeeNet (Bee et al., 2015)` has the authors, too; `Bee et al. (2015)` has nothing else.
    """
    name = line.field(0, len(line.rich.text))
    if CREDIT.fullmatch(name.text):
        return _with_cell(mention, "authors", "", line)
    credit = (
        LATE_CREDIT.search(line.rich.text) if name.text.rstrip("♠♣♥♦*†‡ ")[-1:] == ")" else None
    )
    if credit and (people := _people(credit)):
        name = line.field(0, credit.start())
        mention = _credited(mention, line, credit, people)
    if not name.text or (mention.title and name.text.casefold() == mention.title.text.casefold()):
        return mention
    return mention._replace(alternative=mention.alternative or name)


def _people(credit: re.Match[str]) -> list[tuple[int, int]]:
    """The names of a credit, without words of titles in front of them."""
    names = surnames(credit)
    titled = [any(map(is_title_word, credit.string[a:b].split())) for a, b in names]
    return names[len(names) - titled[::-1].index(True) :] if True in titled else names


def _credited(
    mention: Mention, line: Line, credit: re.Match[str], people: list[tuple[int, int]]
) -> Mention:
    """The mention with the authors and the year that stand beside its name."""
    dated = parse_venues(line.rich, *credit.span(3))
    mention = mention._replace(venues=tuple(add_venues(list(mention.venues), dated)))
    if mention.authors:
        return mention
    return mention._replace(
        authors=tuple(line.field(a, b) for a, b in people),
        et_al=credit[2] is not None,
        authors_text=line.field(people[0][0], (credit.end(2) if credit[2] else people[-1][1])),
    )


def _with_cell(mention: Mention, kind: str, heading: str, line: Line) -> Mention:
    """The mention with what the words of one more cell say."""
    whole = line.field(0, len(line.rich.text))
    if kind == "authors":
        fields, et_al = author_fields(line, 0)
        if credit := CREDIT.fullmatch(line.rich.text):
            dated = parse_venues(line.rich, *credit.span(3))
            mention = mention._replace(venues=tuple(add_venues(list(mention.venues), dated)))
        return mention._replace(authors=tuple(fields), et_al=et_al, authors_text=whole)
    found = _cell_venues(line, kind, heading)
    if found or kind == "venue":
        venues = add_venues(list(mention.venues), found)
        printed = whole if kind == "venue" else mention.venue_text
        return mention._replace(venues=tuple(venues), venue_text=printed)
    if kind == "institutions":
        return mention._replace(institutions=(*mention.institutions, *listed(line, 0)))
    if kind == "description" and mention.description is None:
        return mention._replace(description=whole)
    if whole.text and kind != "links" and (kind != "remark" or not line.anchors):
        note = f"{heading}: {whole.text}" if heading else whole.text
        return mention._replace(remarks=(*mention.remarks, Field(note, whole.span)))
    return mention


def _cell_venues(line: Line, kind: str, heading: str) -> tuple[Venue, ...]:
    """The venues of a cell in their column, a year in its own, identifiers in any other."""
    unknown = _UNKNOWN_MONTH.search(line.rich.text) if kind == "year" else None
    end = unknown.start() if unknown else len(line.rich.text)
    if kind == "venue" or (kind == "year" and YEAR.search(line.rich.text[:end])):
        found = parse_venues(line.rich, 0, end)
        return found if kind == "venue" else tuple(v._replace(name="") for v in found if v.year)
    return _identifiers(line, heading) if kind in ("links", "remark") else ()


def _identifiers(line: Line, heading: str) -> tuple[Venue, ...]:
    """The arXiv ids and DOIs of a cell that holds nothing else before its links."""
    end = min((a.start for a in line.anchors), default=len(line.rich.text))
    found = parse_venues(line.rich, 0, end)
    whole = line.field(0, end)
    words = set(label_key(heading).split())
    told = line.lexicon.names_link(heading) or words & _ID_WORDS or "arxiv" in whole.text.casefold()
    if all(v.doi or (v.arxiv and told) for v in found):
        return found
    if "arxiv" in words and _LIKE_ID.fullmatch(whole.text):
        return (Venue(whole.text, whole.span, malformed=whole.text),)
    return ()


def _in_column(link: Link, heading: str) -> Link:
    """A link in a column of links, which says what it is unless its label does; no picture."""
    if link.form == "image":
        return link
    return link._replace(form="button", column=heading)


def _in_order(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The title's own links first, then the others as the row prints them."""
    return tuple(sorted(links, key=lambda k: (k.form != "title", k.span.line, k.span.column)))


def is_year_heading(text: str) -> int | None:
    """The year that a heading names ("2018", "Papers of 2018"), if it names just one.

    "Before 2012", "~2014" and "2012–2015" name none, nor does a term: "Spring 2020".
    """
    if _OPEN_RANGE.search(text) or _TERM.search(text):
        return None
    years = _FOUR_DIGITS.findall(text)
    return int(years[0]) if len(years) == 1 else None
