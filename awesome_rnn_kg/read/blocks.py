"""Block structure: Source → a tree of headings, items, table rows, paragraphs and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..text.source import Source
from .inline import Place, RichText, markdown_parser, rich_text


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    rich: RichText
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    rich: RichText
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Html:
    """HTML or a fence of code, unparsed."""

    raw: str
    place: Place
    line: int
    end_line: int
    code: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet or a numbered item: what stands beside its marker, then the blocks below it.

    `end_line` is the last line of its own text, without the items below.
    """

    rich: RichText
    line: int
    end_line: int
    children: tuple[Block, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[RichText, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    header: Row
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Html | Bullets | Table


@dataclass(frozen=True, slots=True)
class Blocks:
    """A source's blocks in order, and the URLs that its link definitions give."""

    blocks: tuple[Block, ...]
    definitions: tuple[str, ...]


def parse_blocks(source: Source) -> Blocks:
    """Parse a source's Markdown; never fails on text."""
    parser, env = markdown_parser(), {}  # type: tuple[MarkdownIt, dict[str, object]]
    tokens = parser.parse(source.text, env)
    walker = _Walker(source, parser, env, tokens)
    references = env.get("references", {})
    urls = [str(r["href"]) for r in references.values()] if isinstance(references, dict) else []
    return Blocks(tuple(walker.blocks()), tuple(urls))


class _Walker:
    """Reads markdown-it's flat tokens as a tree, once, from the first to the last."""

    def __init__(
        self, source: Source, parser: MarkdownIt, env: dict[str, object], tokens: list[Token]
    ) -> None:
        self.source, self.parser, self.env = source, parser, env
        self.tokens, self.at = tokens, 0

    def blocks(self, end: str = "") -> Iterator[Block]:
        """The blocks up to the closing token `end` (which is consumed)."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == end:
                return
            yield from self._block(token)

    def _block(self, token: Token) -> Iterator[Block]:
        first, last = _lines(token)
        if token.type == "heading_open":
            yield Heading(int(token.tag[1]), self._inline("heading_close"), first)
        elif token.type == "paragraph_open":
            yield Paragraph(self._inline("paragraph_close"), first, last)
        elif token.type in ("html_block", "fence", "code_block"):
            place = self._place(token.content, first)
            yield Html(token.content, place, first, last, token.type != "html_block")
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield Bullets(tuple(self._items(token.type.replace("open", "close"))))
        elif token.type == "blockquote_open":
            yield from self.blocks("blockquote_close")
        elif token.type == "table_open":
            yield self._table()

    def _items(self, end: str) -> Iterator[Item]:
        ordered = end.startswith("ordered")
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == end:
                return
            yield self._item(_lines(token)[0], ordered)

    def _item(self, line: int, ordered: bool) -> Item:
        blocks = tuple(self.blocks("list_item_close"))
        if blocks and isinstance(blocks[0], Paragraph | Heading):
            own = blocks[0]
            end_line = own.end_line if isinstance(own, Paragraph) else own.line
            return Item(own.rich, own.line, end_line, blocks[1:], ordered)
        empty = RichText("", (), (), self._place("", line))
        return Item(empty, line, line, blocks, ordered)

    def _table(self) -> Table:
        rows: list[Row] = []
        while self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "tr_open":
                rows.append(self._row(_lines(token)[0]))
        self.at += 1
        return Table(rows[0], tuple(rows[1:]))

    def _row(self, line: int) -> Row:
        cells, column = [], 0
        while self.tokens[self.at].type != "tr_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "inline":
                found = self.source.line(line).find(token.content, column) if token.content else -1
                column = max(found, column) + len(token.content) if found >= 0 else column
                start = found if found >= 0 else column
                place = Place(self.source, token.content, ((0, line, start + 1),))
                cells.append(rich_text(self.parser, self.env, place))
        self.at += 1
        return Row(tuple(cells), line)

    def _inline(self, end: str) -> RichText:
        token = self.tokens[self.at]
        self.at += 1
        while self.tokens[self.at].type != end:
            self.at += 1
        self.at += 1
        return rich_text(self.parser, self.env, self._place(token.content, _lines(token)[0]))

    def _place(self, raw: str, first: int) -> Place:
        """Line up raw text with its source lines, whose markers and indent it lacks."""
        starts, offset = [], 0
        for number, part in enumerate(raw.split("\n"), first):
            line, body = self.source.line(number), part.strip()
            found = line.rstrip().rfind(body) if body else len(line)
            indent = len(part) - len(part.lstrip()) if starts else 0
            starts.append((offset + indent, number, max(found, 0) + 1))
            offset += len(part) + 1
        return Place(self.source, raw, tuple(starts))


def _lines(token: Token) -> tuple[int, int]:
    """First and last line of a block, 1-based and inclusive."""
    first, after = token.map or [0, 1]
    return first + 1, max(after, first + 1)
