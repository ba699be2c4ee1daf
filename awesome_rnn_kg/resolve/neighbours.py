"""Group labels that only their neighbours explain.

Where the labels beside it name institutions, a label that nobody knows names one, too.
"""

from __future__ import annotations

import re

from ..read.document import Document
from .meanings import Meaning

_PARTS = re.compile(r"\s*[+/]\s*|\s+&\s+")
_MOST_WORDS = 6


def with_neighbours(document: Document, groups: dict[int, Meaning]) -> dict[int, Meaning]:
    """The meanings of groups, those of unknown labels among institutions filled in."""
    beside: dict[tuple[int, int], list[int]] = {}
    for index in groups:
        place = (document.nodes[index].section, _depth(document, index))
        beside.setdefault(place, []).append(index)
    found = dict(groups)
    for indexes in beside.values():
        unknown = [i for i in indexes if groups[i] == Meaning()]
        institutions = [i for i in indexes if groups[i].institutions]
        alone = len(unknown) + len(institutions) == len(indexes)
        if alone and len(institutions) > 1 and 2 * len(unknown) <= len(institutions):
            found.update((i, _institutions(document.nodes[i].label.text)) for i in unknown)
    return found


def _institutions(label: str) -> Meaning:
    """The institutions that a label in title case names; nothing for other words."""
    plain = ":" not in label and len(label.split()) <= _MOST_WORDS
    parts = tuple(p.strip() for p in _PARTS.split(label) if p.strip())
    titled = all(w[0].isupper() for p in parts for w in re.findall(r"[^\W\d_]{3,}", p))
    return Meaning(institutions=parts) if plain and parts and titled else Meaning()


def _depth(document: Document, index: int) -> int:
    """How many nodes are above one."""
    depth, above = 0, document.nodes[index].parent
    while above is not None:
        depth, above = depth + 1, document.nodes[above].parent
    return depth
