"""What has been read of a list, so that reading it again after a repair takes less time."""

from __future__ import annotations

from dataclasses import dataclass, field

from .fieldlines import Text
from .inline import Place, RichText


@dataclass
class Memory:
    """Texts that have been read: the same words at the same place say the same.

    That holds while link definitions and footnotes are the same, too. `texts` are by the id of
    their rich text, which they keep alive.
    """

    definitions: dict[str, object] = field(default_factory=dict)
    riches: dict[Place, RichText] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)

    def of_list_with(self, definitions: dict[str, object]) -> None:
        """Forget what depends on other definitions."""
        if definitions != self.definitions:
            self.definitions = dict(definitions)
            self.riches.clear()
            self.texts.clear()
