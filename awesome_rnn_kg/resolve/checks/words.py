"""Words of titles and descriptions: misspelled ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ...read.document import Field, Role
from ...text.diagnostics import Diagnostic, Rule
from ..keys import WORD, fold
from ..spelling import SURE, is_slip, one_slip
from .listing import Listing
from .slips import Neighbors

MISSPELLED_WORD = Rule(
    "RNN235",
    "misspelled-word",
    "warning",
    "A word of a title or a description is one letter from a common word of titles, and is no word "
    "that is known to be another; or a name is spelled otherwise in its title than before it. Who "
    "searches for the title does not find it. Check the paper's own title.",
    bad="* Ann Lee and Bo Chen, *A Lake of Neural Transltaion*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Lake of Neural Translation*, ICML 2015\n",
)
_UNLIKE_WORDS = re.compile(r"://|[@/_\\`<>=]|\w\.\w")  # parts of URLs, paths, code
_LEAST = 6  # letters of a word
_COMMON_HERE = 5  # works of a list whose titles make a word common in it
_KNOWN_HERE = 3
_NAMED = ("Software", "Dataset", "Demo", "Resource")  # things whose short titles are coined names


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Misspelled words of titles and descriptions."""
    yield from _names_before_titles(listing)
    texts = list(_texts(listing))
    if not listing.known.words:
        return
    spelling = _Spelling(listing, texts)
    for field in texts:
        yield from spelling.check(field)


def _names_before_titles(listing: Listing) -> Iterator[Diagnostic]:
    """A coined name that stands before its title and, with a slip, in it: `Lake - Lke: A Tale`."""
    for draft in listing.drafts:
        title, name = draft.mention.title, draft.mention.alternative
        head, colon, _ = title.text.partition(":") if title else ("", "", "")
        keys = [w.casefold().removesuffix("s") for w in (head, name.text if name else "")]
        long = min(map(len, keys)) >= _LEAST and all(k.isalpha() for k in keys)
        if title and name and colon and long and one_slip(*keys):
            yield MISSPELLED_WORD.at(
                listing.place(title.span, head),
                f'"{head}" is one letter from the name before the title, "{name.text}"',
                "write the name alike in both places",
            )


def _texts(listing: Listing) -> Iterator[Field]:
    for draft in listing.drafts:
        for field in (draft.mention.title, draft.mention.alternative, draft.mention.description):
            if field:
                yield field
    yield from (n.label for n in listing.document.nodes if n.role is Role.PROSE and n.label.text)


class _Spelling:
    """The words that are common, those that are known, and what is one slip from the former."""

    def __init__(self, listing: Listing, texts: list[Field]) -> None:
        self.listing = listing
        distinct = {text for f in texts if (text := _without_coined_name(f.text))}
        counts = Counter(w for text in distinct for w in {x.casefold() for x in _plain_words(text)})
        here = frozenset(w for w, n in counts.items() if n >= _COMMON_HERE and len(w) > SURE)
        self.known = listing.known.lookalikes | {w for w, n in counts.items() if n >= _KNOWN_HERE}
        self.known |= listing.known.words | here
        self.near = _near((w for w in counts if w not in self.known), listing.known.words, here)
        if self.near:
            names = listing.known.label_words | {*_names(listing), *_words_of_urls(listing)}
            self.near = {w: c for w, c in self.near.items() if w not in names}

    def check(self, field: Field) -> Iterator[Diagnostic]:
        text = _without_coined_name(field.text)
        words = [w for w in _plain_words(text) if len(w) >= _LEAST]
        odd = [w for w in dict.fromkeys(words) if w.casefold() in self.near]
        strange = sum(w.casefold() not in self.known for w in words) if odd else 0
        if len(words) > 2 and strange * 2 > len(words):
            return
        for word in odd:
            meant = self.near[word.casefold()]
            shown = meant.capitalize() if word[0].isupper() else meant
            yield MISSPELLED_WORD.at(
                self.listing.place(field.span, word),
                f'"{word}" is one letter from the common word "{shown}"',
                f'did you mean "{shown}"?',
            )


def _without_coined_name(text: str) -> str:
    """A title without the one or two words before its colon: `The Predictron: End-to-End …`."""
    head, colon, rest = text.partition(":")
    return rest if colon and len(head.removeprefix("The ").split()) < 3 else text


def _plain_words(text: str) -> Iterator[str]:
    """Words in ASCII that are written as such: no acronyms, no CamelCase, no parts of URLs."""
    for token in text.split():
        if token.isalpha():  # the most of them, and in a tenth of the time
            if token[1:].islower() and token.isascii():
                yield token
        elif not _UNLIKE_WORDS.search(token):
            for word in WORD.findall(token):
                if word[1:].islower() and word.isascii() and word.isalpha():
                    yield word


@lru_cache(maxsize=2)
def _index(words: frozenset[str]) -> Neighbors:
    return Neighbors(words)


def _near(odd: Iterable[str], *common: frozenset[str]) -> dict[str, str]:
    """Of each odd word the one common word that it was probably meant to be."""
    indexes = [_index(words) for words in common]
    found: dict[str, str] = {}
    for word in odd:
        near = {c for ix in indexes for c in ix.find(word)} if len(word) >= _LEAST else set()
        meant = [c for c in near if is_slip(word, c)]
        if len(meant) == 1:
            found[word] = meant[0]
    return found


def _words_of_urls(listing: Listing) -> Iterator[str]:
    """The words of the list's addresses: what a project is called there is no slip."""
    for link in listing.links():
        yield from WORD.findall(link.url.casefold())


def _names(listing: Listing) -> Iterator[str]:
    """The words of the names that the list prints: of people and of coined things."""
    for draft in listing.drafts:
        if len(draft.title.split()) < 3 and draft.kind in _NAMED:
            yield from (w.casefold() for w in WORD.findall(draft.title))
        for person in (*draft.mention.authors, *draft.mention.makers):
            yield from (fold(w) for w in WORD.findall(person.text))
