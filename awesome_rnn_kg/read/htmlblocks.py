"""HTML blocks as the blocks that they stand for.

block = heading | list | table | paragraph       by <h1>…<h6>, <ul>/<ol>/<li>, <table>/<tr>/<td>
text  = what stands in a heading, a cell, an item before its own list, or between such elements;
        other tags in it are read with the text
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from .inline import MAX_NESTING, Place, RichText
from .tree import Block, Bullets, Heading, Item, Paragraph, Row, Table

_TAG = re.compile(
    r"<(/?)(ul|ol|li|table|tr|td|th|h[1-6]|p|div|center|details|summary|hr|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    r"<!--(?:.*?-->|.*\Z)|<(script|style|pre)\b[^<>]{0,500}>(?:.*?</\1\s*>|.*\Z)",
    re.DOTALL | re.IGNORECASE,
)
_VISIBLE = re.compile(r"[^\n]")
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_WIDEST = 20  # columns that spans may fill
_CELL_TAGS = frozenset(("td", "th", "tr", "table"))
_ITEM_TAGS = frozenset(("ul", "ol", "li"))
ReadText = Callable[[Place], RichText]


@dataclass
class _Open:
    """A list or an item ("li") that is not closed yet; `kind` is empty for the whole block."""

    kind: str
    text: RichText | None = None
    children: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


class _Cell(NamedTuple):
    """A table's cell, and how many rows and columns it spans."""

    rich: RichText
    rows: int
    columns: int


def html_blocks(place: Place, read: ReadText) -> list[Block]:
    """The blocks of an HTML block; comments, scripts and styles hold none."""
    raw = _UNREAD.sub(lambda found: _VISIBLE.sub(" ", found[0]), place.raw)
    return _HtmlReader(Place(place.path, raw, place.starts), read).blocks()


class _HtmlReader:
    """Goes from tag to tag; the text between two belongs to what is open."""

    def __init__(self, place: Place, read: ReadText) -> None:
        self.place, self.read = place, read
        self.stack = [_Open("")]
        self.rows: list[tuple[bool, list[_Cell]]] = []
        self.begin, self.heading, self.in_cell = 0, 0, False
        self.spans = (1, 1)

    def blocks(self) -> list[Block]:
        for tag in _TAG.finditer(self.place.raw):
            name = tag[2].lower()
            inner = self._inner_tags()
            if inner is None or name in inner:
                self._flush(tag.start())
                self._tag(name, tag[0], closing=bool(tag[1]))
                self.begin = tag.end()
        self._flush(len(self.place.raw))
        self._end_table()
        while len(self.stack) > 1:
            self._attach(self.stack.pop())
        return self.stack[0].children

    def _inner_tags(self) -> frozenset[str] | None:
        """The tags that end the text at hand; None for all."""
        if self.in_cell:
            return _CELL_TAGS
        return _ITEM_TAGS if self.stack[-1].kind == "li" else None

    def _tag(self, name: str, tag: str, *, closing: bool) -> None:
        if name in _ITEM_TAGS:
            self._list_tag("li" if name == "li" else "ul", closing)
        elif name == "table":
            self._end_table()
        elif not closing and (name == "tr" or (name in ("td", "th") and not self.rows)):
            self.rows.append((False, []))
        elif name[0] == "h" and name[1:].isdigit():
            self.heading = 0 if closing else int(name[1:])
        self.in_cell = name in ("td", "th") and not closing
        self.spans = _spans(tag)
        if self.in_cell and name == "th":
            self.rows[-1] = (True, self.rows[-1][1])

    def _list_tag(self, kind: str, closing: bool) -> None:
        if closing or (kind == "li" and self.stack[-1].kind == "li"):
            self._close(kind)
        if not closing and len(self.stack) <= MAX_NESTING:
            self.stack.append(_Open(kind))

    def _flush(self, end: int) -> None:
        """Give the text up to here to the cell, item or heading that is open."""
        raw = self.place.raw[self.begin : end]
        start = self.begin + len(raw) - len(raw.lstrip())
        if self.in_cell:
            cell = _Cell(self._rich(start, start + len(raw.strip())), *self.spans)
            self.rows[-1][1].append(cell)
        elif raw.strip():
            self._text(self._rich(start, start + len(raw.strip())))

    def _rich(self, start: int, end: int) -> RichText:
        return self.read(self.place.cut(start, end))

    def _text(self, rich: RichText) -> None:
        top = self.stack[-1]
        if self.heading:
            top.children.append(Heading(self.heading, rich, _first(rich)))
        elif top.kind == "li" and top.text is None and not top.items:
            top.text = rich
        elif rich.text.strip() or rich.marks:
            top.children.append(Paragraph(rich, _first(rich), _last(rich)))

    def _close(self, kind: str) -> None:
        """Close the innermost open element of a kind, and what is open inside it."""
        if any(o.kind == kind for o in self.stack):
            while (done := self.stack.pop()).kind != kind:
                self._attach(done)
            self._attach(done)

    def _attach(self, done: _Open) -> None:
        """Put a closed list or item into what stands around it."""
        above = self.stack[-1]
        if done.kind == "li":
            text = done.text or self._rich(self.begin, self.begin)
            item = Item(text, _first(text), _last(text), tuple(done.children))
            above.items.append(item)
        if done.kind == "ul" or above.kind != "ul":
            items = done.items if done.kind == "ul" else above.items
            above.children.extend([Bullets(tuple(items))] if items else [])
            above.children.extend(done.children if done.kind == "ul" else [])
            above.items = [] if done.kind == "li" else above.items

    def _end_table(self) -> None:
        headed = next((h for h, cells in self.rows if cells), False)
        rows = _spread([cells for _, cells in self.rows])
        self.rows = []
        if rows:
            header = rows.pop(0) if headed else Row((), rows[0].line, rows[0].line)
            self.stack[-1].children.append(Table(header, tuple(rows)))


def _spans(tag: str) -> tuple[int, int]:
    """How many rows and columns a cell's tag says that it spans."""
    told = {kind.lower(): max(1, int(number)) for kind, number in _SPAN.findall(tag)}
    return told.get("row", 1), min(told.get("col", 1), _WIDEST)


def _spread(rows: list[list[_Cell]]) -> list[Row]:
    """Rows in which a cell stands in each row and column that it spans; a caption stands once."""
    spread: list[Row] = []
    below: dict[int, _Cell] = {}
    for cells in rows:
        placed: list[_Cell] = []
        for cell in cells:
            _from_above(placed, below)
            wide = min(cell.columns, _WIDEST - len(placed)) if len(cells) > 1 else 1
            placed.extend([cell] * max(1, wide))
        _from_above(placed, below)
        if cells:
            lines = _first(cells[0].rich), _last(cells[-1].rich)
            spread.append(Row(tuple(c.rich for c in placed), *lines))
        below = {i: c._replace(rows=c.rows - 1) for i, c in enumerate(placed) if c.rows > 1}
    return spread


def _from_above(placed: list[_Cell], below: dict[int, _Cell]) -> None:
    """Add the cells of rows above that reach down to the next columns."""
    while len(placed) in below and len(placed) < _WIDEST:
        placed.append(below[len(placed)])


def _first(rich: RichText) -> int:
    return rich.place.point(0)[0]


def _last(rich: RichText) -> int:
    return rich.place.point(max(0, len(rich.place.raw) - 1))[0]
