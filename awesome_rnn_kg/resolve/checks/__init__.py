"""RNN2xx: what resolving can object to. Each module holds its rules and finds what breaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

from ...text.diagnostics import Diagnostic, Rule
from ..drafts import Page
from . import (
    completeness,
    descriptions,
    identifiers,
    institutions,
    known,
    links,
    people,
    venues,
    words,
    works,
)
from .listing import Entries, Listing, listings

_TOPICS = (
    identifiers,
    links,
    completeness,
    works,
    known,
    people,
    institutions,
    venues,
    words,
    descriptions,
)


def check(pages: Sequence[Page], whole: Entries) -> tuple[Diagnostic, ...]:
    """Everything that resolving objects to in each list and in all of them, in order."""
    found = {d for listing in listings(pages, whole) for d in _of_one(listing)}
    return tuple(sorted({*found, *works.check_together(whole)}, key=lambda d: d.sort_key()))


def _of_one(listing: Listing) -> Iterator[Diagnostic]:
    found = {d for topic in _TOPICS for d in topic.check(listing)}
    misspelled = {d.span.line for d in found if d.rule is words.MISSPELLED_WORD}
    yield from (
        d for d in found if d.rule is not known.TITLE_OF_KNOWN_WORK or d.span.line not in misspelled
    )


def _rules(topic: ModuleType) -> list[Rule]:
    return [value for value in vars(topic).values() if isinstance(value, Rule)]


RESOLVE_RULES = tuple(sorted((r for t in _TOPICS for r in _rules(t)), key=lambda r: r.code))
