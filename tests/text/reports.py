"""Reports to render, made by hand."""

from __future__ import annotations

from pathlib import Path

from awesome_rnn_kg.text.diagnostics import Diagnostic, Rule, Severity
from awesome_rnn_kg.text.report import Report
from awesome_rnn_kg.text.source import Source, source_from_text

SEVERITIES: dict[Severity, str] = {"error": "RNN201", "warning": "RNN204", "info": "RNN102"}


def rule(severity: Severity = "error") -> Rule:
    return Rule(SEVERITIES[severity], f"bad-{severity}", severity, "What is wrong, and why.")


def marked(text: str, name: str = "list.md") -> tuple[Source, int, int, int, int]:
    """A source and the span that ⟦…⟧ marks in its text."""
    start = text.index("⟦")
    end = text.replace("⟦", "").index("⟧")
    source = source_from_text(text.replace("⟦", "").replace("⟧", ""), name)

    def place(offset: int) -> tuple[int, int]:
        before = source.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1

    return (source, *place(start), *place(end))


def one(
    text: str, severity: Severity = "error", message: str = "is wrong", hint: str = ""
) -> Report:
    """A report of one finding, whose span ⟦…⟧ marks."""
    source, *span = marked(text)
    found = rule(severity).at(source.span(*span), message, hint)
    return Report((found,), {source.path: source})


def many(*severities: Severity, root: Path | None = None) -> Report:
    """A report with one finding a line."""
    source = source_from_text("".join(f"line {n}\n" for n in range(len(severities))))
    found = [rule(s).at(source.line_span(n), f"finding {n}") for n, s in enumerate(severities, 1)]
    return Report(tuple(found), {source.path: source}, root)


def moved(report: Report, path: str) -> Report:
    """The same report about a file at another path."""
    (source,) = report.sources.values()
    other = Source(Path(path).name, source.text, path)
    found = [_moved(d, other) for d in report.diagnostics]
    return Report(tuple(found), {path: other}, report.root)


def _moved(diagnostic: Diagnostic, source: Source) -> Diagnostic:
    s = diagnostic.span
    span = source.span(s.line, s.column, s.end_line, s.end_column)
    return diagnostic.rule.at(span, diagnostic.message, diagnostic.hint)
