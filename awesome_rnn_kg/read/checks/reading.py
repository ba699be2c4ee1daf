"""What the checks look at: a document with the texts of its nodes, and what is usual in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ...text.source import Source, Span
from ..document import Document, Link, Mention, Node, Role
from ..line import Line

Form = TypeVar("Form", bound=Hashable)

_LEAST = 10  # uses that make a manner
# Headings of what is new about the list: what stands below are sentences.
_NEWS = re.compile(
    r"\W*(?::\w+:)?\W*(?:(?:last|latest|recent|important)\s)?(?:updat(?:es?|ed)|news|change ?log"
    r"|what['’]?s new|announcements?)\b[^a-z]{0,24}(?:log|history|notes)?\W*|\W*(?:最近|最新)?更新"
    r"(?:日志|记录|内容)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """A document, the line of each node (by its index) that has one, and what was not read."""

    document: Document
    lines: Mapping[int, Line]
    skipped: tuple[Span, ...] = ()

    @property
    def source(self) -> Source:
        return self.document.source

    def entries(self) -> Iterator[tuple[Node, Line, Mention]]:
        """Entries with a line of their own that name one thing."""
        for index, line in self.lines.items():
            node = self.document.nodes[index]
            if node.role is Role.ENTRY and len(node.mentions) == 1:
                yield node, line, node.mentions[0]

    @cached_property
    def news(self) -> frozenset[int]:
        """The sections about what is new."""
        return news_of(self.document)

    def texts(self) -> Iterator[tuple[Node, Line]]:
        """Entries, their fields and groups, with their lines."""
        for index, line in self.lines.items():
            node = self.document.nodes[index]
            if node.role in (Role.ENTRY, Role.FIELDS, Role.GROUP):
                yield node, line

    def links(self) -> Iterator[Link]:
        """Every link of the document; a group's own are those of its mention, too."""
        for section in self.document.sections:
            yield from section.links
        for node in self.document.nodes:
            yield from node.links or (k for m in node.mentions for k in m.links)

    def raw(self, span: Span) -> str:
        """The characters at a span of one line; nothing for one of more lines."""
        if span.line != span.end_line:
            return ""
        return self.source.line(span.line)[span.column - 1 : span.end_column - 1]

    def before(self, span: Span) -> str:
        """What stands before a span on its line."""
        return self.source.line(span.line)[: span.column - 1]

    def after(self, span: Span) -> str:
        """What stands behind a span on its last line."""
        return self.source.line(span.end_line)[span.end_column - 1 :]

    def at(self, line: int, start: int, end: int) -> Span:
        """The span of characters start to end (0-based, end exclusive) of a line."""
        return self.source.span(line, start + 1, line, end + 1)


def news_of(document: Document) -> frozenset[int]:
    """The sections of a document that tell what is new about it: `Updated 2024-06-17`."""
    headings = ((i, s.heading.text) for i, s in enumerate(document.sections))
    return frozenset(i for i, text in headings if _NEWS.fullmatch(text))


def usual(forms: Iterable[Form]) -> Form | None:
    """The form that a list clearly prefers, or None: ten uses, nine tenths of them of it."""
    counts = Counter(forms)
    form, uses = max(counts.items(), key=lambda c: c[1], default=(None, 0))
    clear = counts.total() >= _LEAST and 10 * uses >= 9 * counts.total()
    return form if clear else None


def few(odd: int, others: int) -> bool:
    """Whether so many odd uses are slips rather than the list's own manner."""
    return odd + others < _LEAST or 10 * odd <= odd + others
