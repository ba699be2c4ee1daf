"""Proof that nothing was dropped: what the raw text has against what reading kept or reported.

The raw text is scanned without the Markdown parser, so that a mistake of one shows in the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..text.diagnostics import Diagnostic
from . import rules
from .document import Document
from .scan import Seen, scan_ids, scan_urls, unread_arxiv_ids, unread_urls


class Tally(NamedTuple):
    """How many URLs or arXiv ids the raw text has, the document keeps, and diagnostics report."""

    seen: int
    kept: int
    reported: int

    @property
    def balances(self) -> bool:
        return self.seen == self.kept + self.reported


class Account(NamedTuple):
    """Nodes by kind and role, and the tallies of URLs and arXiv ids."""

    nodes: tuple[tuple[str, str, int], ...]
    urls: Tally
    arxiv_ids: Tally

    @property
    def balances(self) -> bool:
        return self.urls.balances and self.arxiv_ids.balances


def account(document: Document, diagnostics: Iterable[Diagnostic]) -> Account:
    """Count what a list holds, and where it went."""
    found = list(diagnostics)
    source = document.source
    counts = Counter((n.kind, n.role.value) for n in document.nodes)
    return Account(
        tuple((kind, role, number) for (kind, role), number in sorted(counts.items())),
        _tally(list(scan_urls(source)), unread_urls(document), found, rules.UNREAD_LINK.code),
        _tally(
            list(scan_ids(source)), unread_arxiv_ids(document), found, rules.UNREAD_ARXIV_ID.code
        ),
    )


def _tally(seen: list[Seen], unread: list[Seen], diagnostics: list[Diagnostic], code: str) -> Tally:
    reported_lines = {d.span.line for d in diagnostics if d.code == code}
    reported = sum(s.line in reported_lines for s in unread)
    return Tally(len(seen), len(seen) - len(unread), reported)
