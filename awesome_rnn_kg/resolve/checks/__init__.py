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
    known_venues,
    links,
    people,
    repeats,
    targets,
    venues,
    words,
    works,
)
from .listing import Entries, Listing, listings

_TOPICS = (
    identifiers,
    links,
    targets,
    completeness,
    works,
    repeats,
    known,
    known_venues,
    people,
    institutions,
    venues,
    words,
    descriptions,
)


# Of two rules about one line the first has nothing to add to the second.
_SAID_BETTER = (
    (known.TITLE_OF_KNOWN_WORK, words.MISSPELLED_WORD),
    (known.TITLE_OF_KNOWN_WORK, words.DOUBLED_WORD),
    (completeness.MISSING_YEAR, venues.IMPOSSIBLE_YEAR),
)


def check(pages: Sequence[Page], whole: Entries) -> tuple[Diagnostic, ...]:
    """Everything that resolving objects to in each list and in all of them, in order."""
    found = {d for listing in listings(pages, whole) for d in _of_one(listing)}
    return tuple(sorted({*found, *works.check_together(whole)}, key=lambda d: d.sort_key()))


def _of_one(listing: Listing) -> Iterator[Diagnostic]:
    found = {d for topic in _TOPICS for d in topic.check(listing)}
    lines = {d.rule: set[int]() for d in found}
    for diagnostic in found:
        lines[diagnostic.rule].add(diagnostic.span.line)
    for less, more in _SAID_BETTER:
        found = {d for d in found if d.rule is not less or d.span.line not in lines.get(more, ())}
    yield from found


def _rules(topic: ModuleType) -> list[Rule]:
    return [value for value in vars(topic).values() if isinstance(value, Rule)]


RESOLVE_RULES = tuple(sorted((r for t in _TOPICS for r in _rules(t)), key=lambda r: r.code))
