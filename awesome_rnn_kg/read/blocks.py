"""Block structure: Source → a tree of headings, items, table rows, paragraphs and code."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..text.source import Source, Span
from .definitions import as_definitions
from .htmlblocks import html_blocks
from .inline import MAX_INDENT, MAX_LINE, Place, RichText, markdown_parser, rich_text
from .memory import Memory
from .tree import (
    Block,
    Blocks,
    Bullets,
    Code,
    Footnote,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
)


def parse_blocks(source: Source, memory: Memory) -> Blocks:
    """Parse a source's Markdown; never fails on text."""
    walker = _Walker(source, memory)
    blocks = tuple(walker.blocks())
    references = walker.env.get("references", {})
    urls = [str(r["href"]) for r in references.values()] if isinstance(references, dict) else []
    return Blocks(blocks, tuple(urls), tuple(walker.skipped))


class _Walker:
    """Reads markdown-it's flat tokens as a tree, once, from the first to the last."""

    def __init__(self, source: Source, memory: Memory) -> None:
        self.source = source
        self.memory = memory
        self.parser: MarkdownIt = markdown_parser()
        self.env: dict[str, object] = {}
        self.tokens = self.parser.parse(_clipped(source.text), self.env)
        memory.of_list_with(self.env)
        self.at = 0
        self.skipped: list[Span] = []

    def blocks(self, end: str = "") -> Iterator[Block]:
        """The blocks up to the closing token `end` (which is consumed)."""
        while self.at < len(self.tokens):
            token = self._next()
            if token.type == end:
                return
            yield from self._block(token)

    def _next(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _block(self, token: Token) -> Iterator[Block]:
        first, last = _lines(token)
        if token.type == "heading_open":
            yield Heading(int(token.tag[1]), self._inline("heading_close"), first)
        elif token.type == "paragraph_open":
            paragraph = Paragraph(self._inline("paragraph_close"), first, last)
            yield as_definitions(paragraph) or paragraph
        elif token.type == "html_block":
            yield from html_blocks(self._place(token.content, first), self._rich)
        elif token.type == "footnote":
            rich = self._rich(self._place(token.content, first))
            yield Footnote(str(token.meta["label"]), rich, first, last)
        elif token.type in ("fence", "code_block", "front_matter"):
            yield Code(first, last)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield Bullets(tuple(self._items(token.type.replace("open", "close"))))
        elif token.type == "blockquote_open":
            yield from self.blocks("blockquote_close")
        elif token.type == "table_open":
            yield self._table()

    def _items(self, end: str) -> Iterator[Item]:
        while self.at < len(self.tokens):
            token = self._next()
            if token.type == end:
                return
            yield self._item(_lines(token)[0])

    def _item(self, line: int) -> Item:
        blocks = tuple(self.blocks("list_item_close"))
        if blocks and isinstance(blocks[0], Paragraph | Heading):
            own = blocks[0]
            end_line = own.end_line if isinstance(own, Paragraph) else own.line
            return Item(own.rich, own.line, end_line, blocks[1:])
        empty = RichText("", (), (), self._place("", line))
        return Item(empty, line, line, blocks)

    def _table(self) -> Table:
        rows: list[Row] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append(self._row(_lines(token)[0]))
        return Table(rows[0], tuple(rows[1:]))

    def _row(self, line: int) -> Row:
        cells, column = [], 0
        while (token := self._next()).type != "tr_close":
            if token.type == "inline":
                found = self.source.line(line).find(token.content, column)
                start = max(found, column)
                column = start + len(token.content)
                starts = ((0, line, start + 1),)
                cells.append(self._rich(Place(self.source.path, token.content, starts)))
        return Row(tuple(cells), line, line)

    def _inline(self, end: str) -> RichText:
        token = self._next()
        while self._next().type != end:
            pass
        return self._rich(self._place(token.content, _lines(token)[0]))

    def _rich(self, place: Place) -> RichText:
        """Inline text; what is too long is noted and left unread."""
        if len(place.raw) > MAX_LINE:
            self.skipped.append(place.span(0, 1))
            return RichText("", (), (), place)
        return self.memory.rich(place, lambda p: rich_text(self.parser, self.env, p))

    def _place(self, raw: str, first: int) -> Place:
        """Line up raw text with its source lines, whose markers and indent it lacks."""
        starts: list[tuple[int, int, int]] = []
        offset = 0
        for number, part in enumerate(raw.split("\n"), first):
            line, body = self.source.line(number), part.strip()
            found = line.rstrip().rfind(body) if body else len(line)
            indent = len(part) - len(part.lstrip())
            column = max(found, 0) + 1
            begin = (offset + indent, column) if starts else (0, max(1, column - indent))
            starts.append((begin[0], number, begin[1]))
            offset += len(part) + 1
        return Place(self.source.path, raw, tuple(starts))


def _clipped(text: str) -> str:
    """A text without blanks in front that go deeper than bullets are read, to save time.

    Places are looked up in the source, so that they stay right.
    """
    if " " * MAX_INDENT not in text and "\t" * MAX_INDENT not in text:
        return text
    return "\n".join(_clipped_line(line) for line in text.split("\n"))


def _clipped_line(line: str) -> str:
    body = line.lstrip(" \t")
    return line[:MAX_INDENT] + body if len(line) - len(body) > MAX_INDENT else line


def _lines(token: Token) -> tuple[int, int]:
    """First and last line of a block, 1-based and inclusive."""
    first, after = token.map or [0, 1]
    return first + 1, max(after, first + 1)
