"""RNN110 to RNN199: what can be seen in a list's text and layout without knowing any names.

A rule of consistency speaks only where the list itself has a clear manner.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...text.diagnostics import Diagnostic
from ..inline import MAX_LINE
from ..rules import LINE_TOO_LONG
from ..scan import unread_ids, unread_links
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
    """Everything that can be objected to without knowing any names."""
    return (*unread(reading), *mendable(reading))


def unread(reading: Reading) -> Iterator[Diagnostic]:
    """What of a list's text is in no part of its document; none of it has a repair."""
    for span in reading.skipped:
        yield LINE_TOO_LONG.at(
            span,
            f"text has more than {MAX_LINE:,} characters and is not read",
            "break it, one thing a bullet",
        )
    yield from unread_links(reading.document)
    yield from unread_ids(reading.document)


def mendable(reading: Reading) -> tuple[Diagnostic, ...]:
    """All that has a repair, and what is found with it, topic by topic."""
    return tuple(found for topic in _TOPICS for found in topic.check(reading))
