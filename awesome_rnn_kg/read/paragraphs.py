"""Paragraphs that are entries, and the texts that stand below titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeGuard

from .fieldlines import Text, is_address, is_field_line
from .inline import RichText
from .roles import is_citation, is_listed
from .tree import Block, Bullets, Item, Paragraph

Read = Callable[[RichText], Text]


def entries_in(rich: RichText, read: Read) -> list[Text]:
    """A paragraph that is an entry, or one entry a line; nothing for prose."""
    pieces = rich.lines()
    if len(pieces) > 1:
        found = [read(p) for p in pieces]
        if all(is_citation(t) or is_listed(t) for t in found):
            return found
    whole = read(rich)
    return [whole] if is_citation(whole) else []


def is_addressed(following: Sequence[Block], read: Read) -> TypeGuard[Sequence[Paragraph]]:
    """Whether a paragraph with nothing but an address comes next."""
    below = following[0] if following else None
    return isinstance(below, Paragraph) and is_address(read(below.rich))


def texts_below(item: Item, text: Text, read: Read) -> list[Text]:
    """The texts of the bullets below an item, and of the paragraphs that hold its fields."""
    texts: list[Text] = []
    above = text.mentions[0] if text.mentions else None
    for block in item.children:
        if isinstance(block, Bullets):
            texts.extend(read(i.rich) for i in block.items)
        elif isinstance(block, Paragraph) and above and above.title:
            found = read(block.rich)
            texts.extend([found] if found.mentions and is_field_line(found, above) else [])
    return texts
