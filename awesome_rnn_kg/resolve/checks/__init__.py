"""RNN2xx: what resolving can object to. Each module holds its rules and finds what breaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

from ...text.diagnostics import Diagnostic, Rule
from ...text.source import Span
from ..drafts import Page
from . import (
    completeness,
    descriptions,
    identifiers,
    institutions,
    joined_names,
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
    (targets.UNLINKED_ENTRY, completeness.MISSING_PAPER_LINK),
)


# Of two rules about one place the first has nothing to add to the second.
_SAID_THERE = (
    (words.MISSPELLED_WORD, venues.MISSPELLED_VENUE),
    (words.MISSPELLED_WORD, institutions.MISSPELLED_INSTITUTION),
    (works.VENUES_DISAGREE, venues.MISSPELLED_VENUE),
)


def check(pages: Sequence[Page], whole: Entries) -> tuple[Diagnostic, ...]:
    """Everything that resolving objects to in each list and in all of them, in order."""
    found = {d for listing in listings(pages, whole) for d in _of_one(listing)}
    found |= set(works.check_together(whole))
    for less, more in _SAID_THERE:
        said = [d.span for d in found if d.rule is more]
        found = {d for d in found if d.rule is not less or not any(_meet(d.span, s) for s in said)}
    return tuple(sorted(found, key=lambda d: d.sort_key()))


def _meet(one: Span, two: Span) -> bool:
    """Whether two spans on one line share characters."""
    same = one.path == two.path and one.line == two.line
    return same and one.column < two.end_column and two.column < one.end_column


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


_RULES = {r for t in (*_TOPICS, joined_names) for r in _rules(t)}
RESOLVE_RULES = tuple(sorted(_RULES, key=lambda r: r.code))
