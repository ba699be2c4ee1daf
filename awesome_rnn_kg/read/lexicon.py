"""The words that mark a field of a citation, handed to the reader by whoever knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_EDGES = re.compile(r"^[\s\[\](){}:*_`'\"|.,]+|[\s\[\](){}:*_`'\"|.,]+$")

_MOST_WORDS = 3  # of a link label that says more than its kind: "code (PyTorch)"


def label_key(label: str) -> str:
    """A label for comparison: case and blanks folded, brackets and punctuation at its ends cut."""
    return _EDGES.sub("", " ".join(label.split())).casefold()


@dataclass(frozen=True)
class Lexicon:
    """Labels of links ("pdf") and of venues ("ICML"), as `label_key` gives them."""

    link_labels: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()

    def names_link(self, label: str) -> bool:
        """Whether a label says what kind of link it is ("Paper-arXiv1", "code (PyTorch)")."""
        key = label_key(label)
        if key in self.link_labels:
            return True
        word = link_word(key)
        short = len(key.split()) <= _MOST_WORDS and word in self.link_labels
        return short and (key[len(word) : len(word) + 1] != "-" or self._specifies(key, word))

    def _specifies(self, key: str, word: str) -> bool:
        """Whether what follows a hyphen is a number, a venue or another label: `paper-cvpr15`."""
        rest = key[len(word) + 1 :].rstrip("0123456789")
        return not rest or rest in self.link_labels or rest in self.venues

    def names_venue(self, text: str) -> bool:
        return label_key(text) in self.venues

    @cached_property
    def venue_pattern(self) -> re.Pattern[str]:
        """Any venue label of three letters and more, the longest first."""
        labels = sorted((v for v in self.venues if len(v) > 2), key=lambda v: (-len(v), v))
        return re.compile(
            r"(?<!\w)(?:" + "|".join(map(re.escape, labels) or ["(?!)"]) + r")(?!\w)", re.IGNORECASE
        )


def link_word(key: str) -> str:
    """The word of a link label that tells its kind: `paper-cvpr15` → `paper`, `pdf2` → `pdf`."""
    return re.split(r"[-_(:,/\d]", key, maxsplit=1)[0].strip()
