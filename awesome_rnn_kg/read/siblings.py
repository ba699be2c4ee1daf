"""Bullets that belong to the one before them, though Markdown takes them for its equals.

adopted = bullets of nothing but bracketed buttons behind a title     `- Title` / `- [[pdf]](u)`
        | bullets indented by a space or two below a lone title, which hold its fields
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .fieldlines import Text, are_fields
from .line import blank
from .tree import Bullets, Item

ReadItem = Callable[[Item], Text]


def adopted(items: Sequence[Item], read: ReadItem) -> list[Item]:
    """The items, each with those behind it that are its own as children."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        end = _end_of_own(items, at, read)
        own = Bullets(tuple(items[at + 1 : end]))
        item = items[at]
        found.append(item._replace(children=(*item.children, own)) if own.items else item)
        at = end
    return found


def _end_of_own(items: Sequence[Item], at: int, read: ReadItem) -> int:
    """Where the items that belong to items[at] end."""
    end = at + 1
    while end < len(items) and _are_buttons(items[end], read):
        end += 1
    text = read(items[at])
    titled = bool(text.mentions and text.mentions[0].title)
    if end > at + 1:
        return end if titled and not _are_buttons(items[at], read) else at + 1
    if not titled or text.line.anchors or items[at].children:
        return at + 1
    while end < len(items) and _column(items[end]) > _column(items[at]):
        end += 1
    below = [read(i) for i in items[at + 1 : end]]
    return end if are_fields(below, text.mentions[0]) else at + 1


def _are_buttons(item: Item, read: ReadItem) -> bool:
    """Whether a bullet has nothing but buttons in square brackets."""
    if item.children or not item.rich.text.lstrip().startswith("["):
        return False
    line = read(item).line
    bracketed = all("[" in line.rich.text[a.start : a.inner[0] + 1] for a in line.anchors)
    return bool(line.anchors) and bracketed and blank(line.unlinked)


def _column(item: Item) -> int:
    """Where the text of an item begins."""
    return item.rich.place.starts[0][2]
