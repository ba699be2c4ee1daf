"""How a list arranges its entries, told from all of its bullets.

names below = "-" bare title buttons          in most bullets with one bullet below them
                "-" names [venue]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .document import Mention
from .fieldlines import Text
from .tree import Block, Bullets, Item

_FEWEST = 3  # bullets with names below that make a manner
_MOST_OTHERS = 4  # one in so many may have a titled citation below


def has_names_below(blocks: Sequence[Block], read: Callable[[Item], Text]) -> bool:
    """Whether this list has its bare titles above a bullet of names."""
    with_names = others = 0
    for item in _above_one(blocks):
        above, below = read(item), read(_only(item))
        if _is_bare(above) and below.mentions:
            named = below.mentions[0].title is None and bool(below.mentions[0].authors)
            with_names, others = with_names + named, others + (not named)
    return with_names >= _FEWEST and with_names > _MOST_OTHERS * others


def _above_one(blocks: Sequence[Block]) -> Iterator[Item]:
    """The items that have one bullet, and nothing else, below them."""
    for block in blocks:
        for item in block.items if isinstance(block, Bullets) else ():
            if len(item.children) == 1 and isinstance(item.children[0], Bullets):
                yield from [item] if len(item.children[0].items) == 1 else []
            yield from _above_one(item.children)


def _only(item: Item) -> Item:
    (below,) = item.children
    return below.items[0] if isinstance(below, Bullets) else item


def _is_bare(text: Text) -> bool:
    """A title without mark-up, before its buttons."""
    first = text.mentions[0] if text.mentions else None
    bare = first is not None and first.title is not None and not first.set_off
    return bare and bool(text.line.buttons)


def set_off(text: Text) -> Text:
    """A text with a bare title as if it were in mark-up, so that it may have fields below."""
    first = text.mentions[0]._replace(set_off=True) if text.mentions else None
    return Text(text.line, (first, *text.mentions[1:])) if first and first.title else text


def as_printed(mentions: tuple[Mention, ...], text: Text) -> tuple[Mention, ...]:
    """Mentions whose titles are set off as those of the text are."""
    own = [m.set_off for m in text.mentions]
    return tuple(m._replace(set_off=s) for m, s in zip(mentions, own, strict=True))
