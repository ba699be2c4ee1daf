"""Paragraphs that are entries, and what stands below those that are titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeGuard

from .fieldlines import Text, is_address
from .inline import RichText
from .roles import is_citation, is_listed
from .tree import Block, Paragraph

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
