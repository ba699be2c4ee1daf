"""A report as annotations of GitHub Actions, and as the summary of a step."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import accumulate

from ..diagnostics import SEVERITIES, Diagnostic
from ..report import Report
from .text import count_line

SHOWN = 10
"""GitHub shows this many annotations of each level of a step, and drops the others."""
MOST_ROWS = 500
MOST_BYTES = 900_000
"""A summary of a step may have 1 MiB, or GitHub drops it."""

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report) -> str:
    """Workflow commands for as many findings as GitHub shows, then plain lines for the others."""
    by_severity = [[d for d in report.diagnostics if d.severity == s] for s in SEVERITIES]
    shown = [_command(report, d) for found in by_severity for d in found[:SHOWN]]
    others = [_plain(report, d) for found in by_severity for d in found[SHOWN:]]
    if others:
        others.insert(0, f"{len(others)} more, for which GitHub shows no annotation:\n")
    return "".join(shown + others)


def _command(report: Report, diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {"file": report.place(span.path), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # columns of several lines are an error to GitHub
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = f"{diagnostic.code} {diagnostic.rule.name}"
    told = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value
    )
    message = diagnostic.message + (f"\nhelp: {diagnostic.hint}" if diagnostic.hint else "")
    return f"::{_LEVELS[diagnostic.severity]} {told}::{_data(message)}\n"


def _plain(report: Report, diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"{report.place(span.path)}:{span.line}:{span.column}"
    message = " ".join(diagnostic.message.split())
    return f"{diagnostic.severity}[{diagnostic.code}] {place}: {message}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(report: Report) -> str:
    """Markdown for GITHUB_STEP_SUMMARY: the counts, and a table of the worst findings."""
    lines = ["## awesome-rnn-kg check", "", count_line(report.diagnostics), ""]
    worst = sorted(report.diagnostics, key=lambda d: SEVERITIES.index(d.severity))
    if worst:
        lines += ["| Severity | Rule | Place | Message |", "|---|---|---|---|"]
        rows = _fitting(_row(report, d) for d in worst[:MOST_ROWS])
        more = len(worst) - len(rows)
        lines += [*rows, *(["", f"and {more} more"] if more else [])]
    return "\n".join(lines) + "\n"


def _fitting(rows: Iterable[str]) -> list[str]:
    """As many rows as there is room for."""
    rows = list(rows)
    sizes = accumulate(len(row.encode()) + 1 for row in rows)
    return [row for row, size in zip(rows, sizes, strict=True) if size <= MOST_BYTES]


def _row(report: Report, diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"{report.place(span.path)}:{span.line}:{span.column}"
    rule = f"{diagnostic.code} {diagnostic.rule.name}"
    cells = (diagnostic.severity, rule, place, diagnostic.message[:500])
    return f"| {' | '.join(_cell(c) for c in cells)} |"


def _cell(text: str) -> str:
    """Text that GitHub shows as it is: no HTML, no Markdown, no new column."""
    plain = escape(" ".join(text.split()), quote=False)
    return "".join(f"&#{ord(c)};" if c in "|`*_[]\\~#:@!" else c for c in plain)
