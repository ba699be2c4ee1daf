"""Definition lists, which CommonMark reads as paragraphs.

definition = term 1*( newline ":" blanks text )        is read as a bullet over bullets
"""

from __future__ import annotations

import re

from .inline import RichText
from .tree import Bullets, Item, Paragraph

_COLON = re.compile(r"\s*:\s+(?=\S)")


def as_definitions(paragraph: Paragraph) -> Bullets | None:
    """The term of a definition list above its definitions, or None for another paragraph."""
    term, *told = paragraph.rich.lines() or [paragraph.rich]
    if not told or _COLON.match(term.text) or not all(_COLON.match(t.text) for t in told):
        return None
    below = Bullets(tuple(_item(_without_colon(t), ()) for t in told), defining=True)
    return Bullets((_item(term, (below,)),))


def _without_colon(rich: RichText) -> RichText:
    colon = _COLON.match(rich.text)
    return rich.cut(colon.end() if colon else 0, len(rich.text))


def _item(rich: RichText, children: tuple[Bullets, ...]) -> Item:
    span = rich.span(0, len(rich.text))
    return Item(rich, span.line, span.end_line, children)
