"""What has been read of a list, so that reading it again after a repair takes less time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .fieldlines import Text
from .inline import Place, RichText

Shape = tuple[str, tuple[tuple[int, int, int], ...]]
"""Raw text, and where its lines stand from its first line on."""


@dataclass
class Memory:
    """Texts that have been read: the same words in the same columns say the same on any line.

    That holds while link definitions and footnotes are the same, too. `texts` are by the id of
    their rich text, which they keep alive; `pieces` by shape, first character and length.
    """

    definitions: dict[str, object] = field(default_factory=dict)
    riches: dict[Shape, RichText] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)
    pieces: dict[tuple[Shape, tuple[int, ...], int], Text] = field(default_factory=dict)

    def of_list_with(self, definitions: dict[str, object]) -> None:
        """Forget what depends on other definitions."""
        if definitions != self.definitions:
            self.definitions = dict(definitions)
            self.riches.clear()
            self.texts.clear()
            self.pieces.clear()

    def rich(self, place: Place, parse: Callable[[Place], RichText]) -> RichText:
        """The rich text of a place; what has been parsed on another line is moved."""
        shape = _shape(place)
        known = self.riches.get(shape)
        if known is None or known.place != place:
            known = known._replace(place=place) if known else parse(place)
            self.riches[shape] = known
        return known

    def text(self, rich: RichText, read: Callable[[RichText], Text]) -> Text:
        """What a rich text says, read once though its parent asks too."""
        if id(rich) not in self.texts:
            piece = (_shape(rich.place), rich.origin[:1], len(rich.origin))
            known = self.pieces.get(piece)
            self.pieces[piece] = known.moved(rich) if known else read(rich)
            self.texts[id(rich)] = self.pieces[piece]
        return self.texts[id(rich)]


def _shape(place: Place) -> Shape:
    first = place.starts[0][1]
    return place.raw, tuple((offset, line - first, at) for offset, line, at in place.starts)
