"""RNN2xx: what resolving can object to. Each module holds its rules and finds what breaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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

_MENDING = (identifiers, links, people, institutions, venues)
"""Topics that repair some of what they find."""
_TELLING = (targets, completeness, works, repeats, known, known_venues, words, descriptions)
_TOPICS = (*_MENDING, *_TELLING)


# Of two rules about one line the first has nothing to add to the second.
_SAID_BETTER = (
    (known.TITLE_OF_KNOWN_WORK, words.MISSPELLED_WORD),
    (known.TITLE_OF_KNOWN_WORK, words.DOUBLED_WORD),
    (completeness.MISSING_YEAR, venues.IMPOSSIBLE_YEAR),
    (targets.UNLINKED_ENTRY, completeness.MISSING_PAPER_LINK),
)


_ON_LINE = "on line"
# Of two rules about one place the first has nothing to add to the second.
_SAID_THERE = (
    (words.MISSPELLED_WORD, venues.MISSPELLED_VENUE),
    (words.MISSPELLED_WORD, institutions.MISSPELLED_INSTITUTION),
    (works.VENUES_DISAGREE, venues.MISSPELLED_VENUE),
)


@dataclass(frozen=True)
class Objections:
    """What resolving objects to in each list and in all of them, found when it is asked for."""

    pages: Sequence[Page]
    whole: Entries

    @property
    def mendable(self) -> tuple[Diagnostic, ...]:
        """All that has a repair, and what is found with it."""
        return tuple({d for found in self._mendable for d in found})

    @cached_property
    def all(self) -> tuple[Diagnostic, ...]:
        """Everything, in order."""
        lists = zip(self._listings, self._mendable, strict=True)
        found = {d for listing, mendable in lists for d in _of_one(listing, mendable)}
        found |= set(works.check_together(self.whole))
        for less, more in _SAID_THERE:
            said = [d.span for d in found if d.rule is more]
            less_said = {d for d in found if d.rule is less and any(_meet(d.span, s) for s in said)}
            found -= less_said
        return tuple(sorted(found, key=Diagnostic.sort_key))

    @cached_property
    def _listings(self) -> list[Listing]:
        return listings(self.pages, self.whole)

    @cached_property
    def _mendable(self) -> list[set[Diagnostic]]:
        return [{d for topic in _MENDING for d in topic.check(one)} for one in self._listings]


def _meet(one: Span, two: Span) -> bool:
    """Whether two spans on one line share characters."""
    same = one.path == two.path and one.line == two.line
    return same and one.column < two.end_column and two.column < one.end_column


def _of_one(listing: Listing, mendable: set[Diagnostic]) -> Iterator[Diagnostic]:
    found = mendable | {d for topic in _TELLING for d in topic.check(listing)}
    lines = {d.rule: set[int]() for d in found}
    for diagnostic in found:
        lines[diagnostic.rule].add(diagnostic.span.line)
    for less, more in _SAID_BETTER:
        found = {d for d in found if d.rule is not less or d.span.line not in lines.get(more, ())}
    yield from _once_a_link(found)


def _once_a_link(found: set[Diagnostic]) -> Iterator[Diagnostic]:
    """Of all that tells a link to be another's, what names an entry of the list, or else one.

    All other findings stay.
    """
    told: dict[Span, Diagnostic] = {}
    for diagnostic in sorted(found, key=lambda d: (_ON_LINE not in d.message, d.message)):
        other = diagnostic.rule is not links.LINK_OF_ANOTHER_ENTRY
        if other or told.setdefault(diagnostic.span, diagnostic) is diagnostic:
            yield diagnostic


def _rules(topic: ModuleType) -> list[Rule]:
    return [value for value in vars(topic).values() if isinstance(value, Rule)]


_RULES = {r for t in (*_TOPICS, joined_names) for r in _rules(t)}
RESOLVE_RULES = tuple(sorted(_RULES, key=lambda r: r.code))
