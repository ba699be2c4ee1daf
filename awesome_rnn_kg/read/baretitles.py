"""Lists of titles and nothing else: no bullet has a link.

bare  = "-" title                in most of twenty bullets and more that stand below headings
title = 4*word, most of its long ones with a capital, without a full stop or a colon behind them
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .citation import clean_title
from .document import Field, Mention
from .fieldlines import Text
from .inline import RichText
from .lexicon import label_key
from .tree import Block, Bullets, Heading

_FEWEST = 20  # bullets
_FEWEST_WORDS = 4
_LONGEST = 250  # of a title, in characters
_LONG_WORD = 4  # letters
_MOST_OTHERS = 5  # one bullet in so many may be no title


def bare_titles(blocks: Sequence[Block], read: Callable[[RichText], Text]) -> frozenset[int]:
    """The bullets (by the id of their text) that are titles, in a list of nothing else.

    Where more than a few read like citations, none is.
    """
    headings = {label_key(b.rich.text) for b in blocks if isinstance(b, Heading)}
    found: set[int] = set()
    others = 0
    for rich in _bullets(blocks):
        if rich.of("link") or "://" in rich.text:
            return frozenset()
        if label_key(rich.text) in headings:  # the list's contents
            continue
        titled = _is_title(rich.text.strip())
        found.update([id(rich)] if titled else ())
        others += not titled or any(m.authors or m.venues for m in read(rich).mentions)
    enough = len(found) >= _FEWEST and others * _MOST_OTHERS <= len(found)
    return frozenset(found) if enough else frozenset()


def _bullets(blocks: Sequence[Block]) -> Iterator[RichText]:
    """The texts of the bullets below the first heading; one with bullets of its own has none."""
    headed = False
    for block in blocks:
        headed = headed or isinstance(block, Heading)
        for item in block.items if headed and isinstance(block, Bullets) else ():
            yield item.rich
            for child in item.children:
                yield from (i.rich for i in child.items) if isinstance(child, Bullets) else ()


def _is_title(text: str) -> bool:
    words = [w.strip("()[]\"'“”‘’,:;") for w in text.split()]
    if len(words) < _FEWEST_WORDS or len(text) > _LONGEST or text[-1] in ".:;,。：":
        return False
    long = [w for w in words if len(w) >= _LONG_WORD and w[0].isalpha()]
    capital = sum(not w[0].islower() for w in long)
    return words[0][:1].isalnum() and not words[0][:1].islower() and capital * 2 > len(long)


def whole_title(text: Text) -> Mention:
    """A bullet that is a title from its first word to its last."""
    whole = text.line.field(text.line.start, len(text.rich.text))
    return Mention(whole.span, Field(clean_title(whole.text), whole.span), set_off=False)
