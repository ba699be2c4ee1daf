"""RNN2xx: what resolving can object to. Each module holds its rules and finds what breaks them."""

from __future__ import annotations

from types import ModuleType

from ...text.diagnostics import Diagnostic, Rule
from . import completeness, identifiers, institutions, known, links, people, venues, words, works
from .listing import Listing

_TOPICS = (identifiers, links, completeness, works, known, people, institutions, venues, words)


def check(listing: Listing) -> tuple[Diagnostic, ...]:
    """Everything that resolving objects to, in the order of the text."""
    found = {d for topic in _TOPICS for d in topic.check(listing)}
    misspelled = {d.span.line for d in found if d.rule is words.MISSPELLED_WORD}
    told = (
        d for d in found if d.rule is not known.TITLE_OF_KNOWN_WORK or d.span.line not in misspelled
    )
    return tuple(sorted(told, key=lambda d: d.sort_key()))


def _rules(topic: ModuleType) -> list[Rule]:
    return [value for value in vars(topic).values() if isinstance(value, Rule)]


RESOLVE_RULES = tuple(sorted((r for t in _TOPICS for r in _rules(t)), key=lambda r: r.code))
