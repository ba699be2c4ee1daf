"""The names of people as a list prints them: where, how often, and beside whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...read.document import Field
from ...text.source import Span
from ..drafts import PAPER_FAMILY
from ..keys import name_key
from .listing import Listing

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")


@dataclass(frozen=True)
class Printed:
    """A name at a place: as it is meant, its key, and the keys of those beside it."""

    text: str
    span: Span
    key: str
    beside: frozenset[str]
    work: int


@dataclass
class Names:
    """The names of a list: how often each form and each key is printed, and who is beside whom."""

    printed: list[Printed]
    forms: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    beside: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, Printed] = field(default_factory=dict)
    works: dict[int, set[str]] = field(default_factory=dict)
    forms_of: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.printed:
            self.forms[name.text] += 1
            self.keys[name.key] += 1
            self.beside.setdefault(name.key, set()).update(name.beside)
            self.first.setdefault(name.key, name)
            self.works.setdefault(name.work, set()).add(name.key)
        for name in {n.text: n for n in self.printed}.values():
            self.forms_of.setdefault(name.key, []).append(name.text)

    def share_company(self, name: Printed, other: str) -> bool:
        """Whether two names are printed beside the same people, or in entries of one work."""
        same_work = other in self.works[name.work] and other not in name.beside
        return same_work or bool(name.beside & self.beside.get(other, set()) - {other, name.key})


def all_names(listing: Listing) -> Iterator[Printed]:
    """Authors, makers and the people of group labels, with their true places."""
    for draft in listing.drafts:
        mention = draft.mention
        authors = mention.authors if draft.kind in PAPER_FAMILY else ()
        keys = frozenset(name_key(a.text) for a in authors)
        for person in (*mention.authors, *mention.makers):
            if not _YEAR.search(person.text):  # what follows a list of authors, read as one
                yield _printed(listing, person, keys, listing.work_of[id(draft)])
    for index, meaning in listing.context.groups.items():
        for person in meaning.authors:
            yield _printed(listing, person, frozenset(), -1 - index)


def _printed(listing: Listing, person: Field, keys: frozenset[str], work: int) -> Printed:
    span = person.span
    raw = listing.raw(span)
    if raw.replace(" ", "") != person.text.replace(" ", ""):
        span = listing.place(span, person.text)
        raw = listing.raw(span)
    text = raw if raw.casefold() == person.text.casefold() else person.text
    key = name_key(text)
    return Printed(text, span, key, keys - {key}, work)
