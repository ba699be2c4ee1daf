"""Descriptions: one that stands with two things."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.diagnostics import Diagnostic, Rule
from ..drafts import Draft
from ..keys import label_key, title_key
from .listing import Listing, line_of

REPEATED_DESCRIPTION = Rule(
    "RNN239",
    "repeated-description",
    "info",
    "Two things of one section have the same description, word by word. One of them was probably "
    "copied with its line and never changed. Say of each what it is.",
    bad=(
        "## Code\n\n"
        "* [Sail](https://example.org/sail) - fast library for training models of lakes\n"
        "* [Row](https://example.org/row) - fast library for training models of lakes\n"
    ),
    good=(
        "## Code\n\n"
        "* [Sail](https://example.org/sail) - fast library for training models of lakes\n"
        "* [Row](https://example.org/row) - shows the waves of a lake as they come in\n"
    ),
)
_JOINING = frozenset(("of", "for", "the", "and", "in", "at", "de"))
_LEAST = 6  # words that two people would not choose alike


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Descriptions that an earlier thing of the section has, which is another thing."""
    first: dict[tuple[int, str], Draft] = {}
    for draft in listing.drafts:
        field = draft.mention.description
        if not field or not draft.title or len(field.text.split()) < _LEAST:
            continue
        if _is_name(field.text):
            continue
        other = first.setdefault((draft.section, label_key(field.text)), draft)
        if other.node != draft.node and not _is_one(listing, draft, other):
            yield REPEATED_DESCRIPTION.at(
                field.span,
                f'"{draft.title}" has the description of "{other.title}" on line {line_of(other)}',
                "say what this one is",
            )


def _is_name(text: str) -> bool:
    """`University of the Lake & Institute for Sails`: where both were made, no description."""
    words = [w for w in text.split() if w.strip(",.;&()-") and w not in _JOINING]
    return all(w.lstrip("(")[:1].isupper() for w in words)


def _is_one(listing: Listing, one: Draft, two: Draft) -> bool:
    """Whether two are one work, or one is named after the other: a port to another language."""
    same = listing.work_of[id(one)] == listing.work_of[id(two)]
    ours, theirs = (set(title_key(d.title).split()) for d in (one, two))
    return same or ours <= theirs or theirs <= ours
