"""The tree of blocks that a list is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..text.source import Span
from .inline import RichText


class Heading(NamedTuple):
    level: int
    rich: RichText
    line: int


class Paragraph(NamedTuple):
    rich: RichText
    line: int
    end_line: int


class Code(NamedTuple):
    """Code or front matter, unread."""

    line: int
    end_line: int


class Item(NamedTuple):
    """A bullet or a numbered item: what stands beside its marker, then the blocks below it.

    `end_line` is the last line of its own text, without the items below.
    """

    rich: RichText
    line: int
    end_line: int
    children: tuple[Block, ...]


class Bullets(NamedTuple):
    """Bullets; `defining`: the lines of a definition list below their term."""

    items: tuple[Item, ...]
    defining: bool = False


class Row(NamedTuple):
    cells: tuple[RichText, ...]
    line: int
    end_line: int


class Table(NamedTuple):
    """A table; the header of one without header cells is a row without cells."""

    header: Row
    rows: tuple[Row, ...]


class Footnote(NamedTuple):
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


def until_heading(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The blocks from `at` up to the next heading."""
    end = at
    while end < len(blocks) and not isinstance(blocks[end], Heading):
        end += 1
    return blocks[at:end]


def leaves(blocks: Sequence[Block]) -> list[Paragraph | Item]:
    """Paragraphs and bullets, if these blocks are nothing else and nothing is nested."""
    leaves: list[Paragraph | Item] = []
    for block in blocks:
        leaves.extend(block.items if isinstance(block, Bullets) else ())
        leaves.extend([block] if isinstance(block, Paragraph) else ())
    flat = all(isinstance(b, Bullets | Paragraph) for b in blocks)
    nested = any(isinstance(b, Item) and b.children for b in leaves)
    return leaves if flat and not nested else []


def nested_texts(item: Item) -> set[int]:
    """The texts (by id) of the bullets of an item that have bullets below them."""
    bullets = (i for b in item.children if isinstance(b, Bullets) for i in b.items)
    return {id(i.rich) for i in bullets if i.children}
