"""What has been read of a list, so that reading it again after a repair takes less time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .fieldlines import Text
from .inline import Place, RichText

Shape = tuple[str, tuple[tuple[int, int, int], ...]]
"""Raw text, and where its lines stand from its first line on."""


@dataclass
class Memory:
    """Texts that have been read: the same words in the same columns say the same on any line.

    That holds while link definitions and footnotes are the same, too. `texts` are by the id of
    their rich text, which they keep alive.
    """

    definitions: dict[str, object] = field(default_factory=dict)
    riches: dict[Place, RichText] = field(default_factory=dict)
    shapes: dict[Shape, RichText] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)

    def of_list_with(self, definitions: dict[str, object]) -> None:
        """Forget what depends on other definitions."""
        if definitions != self.definitions:
            self.definitions = dict(definitions)
            self.riches.clear()
            self.shapes.clear()
            self.texts.clear()

    def rich(self, place: Place, parse: Callable[[Place], RichText]) -> RichText:
        """The rich text of a place, parsed once."""
        if place not in self.riches:
            twin = self.shapes.get(_shape(place))
            self.riches[place] = replace(twin, place=place) if twin else parse(place)
            self.shapes.setdefault(_shape(place), self.riches[place])
        return self.riches[place]

    def text(self, rich: RichText, read: Callable[[RichText], Text]) -> Text:
        """What a rich text says, read once though its parent asks too."""
        if id(rich) not in self.texts:
            twin = self.shapes.get(_shape(rich.place))
            known = self.texts.get(id(twin)) if twin and twin.origin == rich.origin else None
            self.texts[id(rich)] = known.moved(rich) if known else read(rich)
        return self.texts[id(rich)]


def _shape(place: Place) -> Shape:
    first = place.starts[0][1]
    return place.raw, tuple((offset, line - first, at) for offset, line, at in place.starts)
