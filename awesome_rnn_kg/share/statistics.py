"""What a build holds, as text: counts and the account of the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.build import Build
from ..read.account import Account, Tally, account
from .artifacts import class_counts
from .gaps import gap_lines, gaps


def statistics(build: Build, with_gaps: bool = False) -> str:
    """Counts by class, then for each list the account of its bullets, links and arXiv ids.

    With gaps: for each class and property also what is known and what is not.
    """
    lines = [f"{count:7}  {name}" for name, count in class_counts(build).items()]
    for document in build.catalogue.documents:
        lines += ["", document.title.text]
        lines += _account_lines(account(document, build.diagnostics))
    if with_gaps:
        lines += ["", *gap_lines(gaps(build))]
    return "\n".join(lines) + "\n"


def _account_lines(counted: Account) -> Iterator[str]:
    yield from (f"{number:7}  {kind}: {role}" for kind, role, number in counted.nodes)
    yield _tally_line("URLs", counted.urls)
    yield _tally_line("arXiv ids", counted.arxiv_ids)


def _tally_line(what: str, tally: Tally) -> str:
    lost = tally.seen - tally.kept - tally.reported
    verdict = "" if tally.balances else f", {lost} LOST"
    return f"{tally.seen:7}  {what}: {tally.kept} kept, {tally.reported} reported{verdict}"
