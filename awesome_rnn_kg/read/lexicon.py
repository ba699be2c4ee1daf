"""The words that mark a field of a citation, handed to the reader by whoever knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_EDGES = re.compile(r"^[\s\[\](){}:*_`'\"|.,]+|[\s\[\](){}:*_`'\"|.,]+$")

_LINK_WORD = re.compile(r"[-_(:,/\d]")
_WORD_END = re.compile(r"\S(?!\w)")
_PICTOGRAPH = re.compile(r"[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f000-\U0001faff]+")
_GLOSS = re.compile(r"\([^()]*(?:\)|$)")
_MOST_WORDS = 3  # of a link label without its gloss: `code (of the authors)` has one


@lru_cache(maxsize=4096)
def label_key(label: str) -> str:
    """A label for comparison: case and blanks folded, brackets and punctuation at its ends cut."""
    return _EDGES.sub("", " ".join(label.split())).casefold()


def is_short_for(short: str, words: str) -> bool:
    """Whether a text has the initials of words: `NN` of `Neural Networks`.

    What both have counts for nothing: `IEEE-TB` of `IEEE Transactions on Bees`. Nor do the
    first words of a venue: `BEE` of `International Conference on Bees, Eggs and Enzymes`.
    """
    parts = [w for w in re.split(r"[\s/-]+", words) if w[:1].isupper()]
    common = set(parts) & set(re.split(r"[\s-]+", short))
    letters = [p for p in re.split(r"[\s-]+", short) if p not in common]
    initials = "".join(p[0] for p in parts if p not in common)
    wanted = re.sub(r"\W", "", "".join(letters)).upper()
    lead = initials.removesuffix(wanted)
    return (
        len(wanted) > 1 and lead != initials and lead in ("", "I", "IC", "IS", "IW", "IJ", "J", "T")
    )


def abbreviates(short: str, words: str) -> bool:
    """Whether the capitals of an acronym begin words, in their order: `NeurIPS`, `CVPR`.

    `CVPR` of `IEEE Conference on Computer Vision and Pattern Recognition`, `KDD` of `Knowledge
    Discovery and Data Mining`: words may be left out of three letters and more.
    """
    capitals = re.sub(r"[^A-Z]", "", short)
    begun = [w[0] for w in re.split(r"[\s/-]+", words) if w[:1].isupper()]
    if len(capitals) < 2 or len(short.split()) > 1 or len(begun) < 2:
        return False
    initials = iter(begun)
    ordered = all(c in initials for c in capitals)
    return (ordered and (len(capitals) > 2 or len(begun) == 2)) or short in words.split()


@dataclass(frozen=True)
class Lexicon:
    """Labels of links ("pdf") and of venues ("ICML"), as `label_key` gives them."""

    link_labels: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()

    def names_link(self, label: str) -> bool:
        """Whether a label says what kind of link it is ("Paper-arXiv1", "code (PyTorch)")."""
        key = label_key(_PICTOGRAPH.sub("", label))
        if key in self.link_labels:
            return True
        word = link_word(key)
        short = len(_GLOSS.sub("", key).split()) <= _MOST_WORDS and word in self.link_labels
        return short and (key[len(word) : len(word) + 1] != "-" or self._specifies(key, word))

    def _specifies(self, key: str, word: str) -> bool:
        """Whether what follows a hyphen is a number, a venue or another label: `paper-cvpr15`."""
        rest = key[len(word) + 1 :].rstrip("0123456789")
        return not rest or rest in self.link_labels or rest in self.venues

    def names_venue(self, text: str) -> bool:
        """Whether a text is a venue's label, or that of its workshops: `ECCVW`."""
        key = label_key(text)
        workshops = key.endswith("w") and text.isupper() and key[:-1] in self.venues
        return key in self.venues or workshops

    def begins_with_venue(self, text: str) -> bool:
        """Whether the first words of a text are a venue label of three letters and more."""
        head = text[: self._longest_venue + 1].casefold()
        ends = (m.end() for m in _WORD_END.finditer(head, 2))
        return any(head[:end] in self.venues for end in ends)

    @cached_property
    def _longest_venue(self) -> int:
        return max(map(len, self.venues), default=0)


def link_word(key: str) -> str:
    """The word of a link label that tells its kind: `paper-cvpr15` → `paper`, `pdf2` → `pdf`."""
    return _LINK_WORD.split(key, maxsplit=1)[0].strip()
