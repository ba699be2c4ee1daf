"""A report for programs: a list of objects."""

from __future__ import annotations

from json import dumps

from ..diagnostics import Diagnostic
from ..report import Report


def json(report: Report) -> str:
    """A list of objects: code, name, severity, message, hint, path and the span."""
    return dumps([as_record(d) for d in report.diagnostics], ensure_ascii=False, indent=1) + "\n"


def as_record(diagnostic: Diagnostic) -> dict[str, str | int]:
    """One diagnostic as JSON takes it; columns are in characters, ends exclusive."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
