"""RNN110 to RNN199: what can be seen in a list's text and layout without knowing any names.

A rule of consistency speaks only where the list itself has a clear manner.
"""

from __future__ import annotations

from ...text.diagnostics import Diagnostic
from . import (
    characters,
    contents,
    endings,
    headings,
    layout,
    links,
    names,
    punctuation,
    titles,
    venues,
)
from .reading import Reading

_TOPICS = (
    contents,
    headings,
    titles,
    punctuation,
    endings,
    characters,
    links,
    names,
    venues,
    layout,
)
CHECK_RULES = tuple(rule for topic in _TOPICS for rule in topic.RULES)


def check(reading: Reading) -> tuple[Diagnostic, ...]:
    """Everything that the checks object to, topic by topic."""
    return tuple(found for topic in _TOPICS for found in topic.check(reading))
