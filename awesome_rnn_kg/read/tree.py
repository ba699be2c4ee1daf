"""The tree of blocks that a list is made of."""

from __future__ import annotations

from dataclasses import dataclass

from ..text.source import Span
from .inline import RichText


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
class Code:
    """Code or front matter, unread."""

    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet or a numbered item: what stands beside its marker, then the blocks below it.

    `end_line` is the last line of its own text, without the items below.
    """

    rich: RichText
    line: int
    end_line: int
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[RichText, ...]
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the header of one without header cells is a row without cells."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote, which signs elsewhere refer to by its label."""

    label: str
    rich: RichText
    line: int
    end_line: int


Block = Heading | Paragraph | Code | Bullets | Table | Footnote


@dataclass(frozen=True, slots=True)
class Blocks:
    """A source's blocks, the URLs of its link definitions, and what was too long to read."""

    blocks: tuple[Block, ...]
    definitions: tuple[str, ...]
    skipped: tuple[Span, ...]
