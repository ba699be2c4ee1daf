"""A report for programs: a list of objects."""

from __future__ import annotations

from collections.abc import Callable
from json import dumps

from ..diagnostics import Diagnostic
from ..report import Report
from ..source import Span


def json(report: Report) -> str:
    """A list of objects: code, name, severity, message, hint, path, the span and repairs."""
    return dumps([as_record(d) for d in report.diagnostics], ensure_ascii=False, indent=1) + "\n"


def as_record(diagnostic: Diagnostic, name: Callable[[str], str] = str) -> dict[str, object]:
    """One diagnostic as JSON takes it; columns are in characters, ends exclusive.

    `edits` is there where a repair is safe; `name` is what is said of a path.
    """
    record: dict[str, object] = {
        "code": diagnostic.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **_place(diagnostic.span, name),
    }
    edits = [_place(edit.span, name) | {"text": edit.text} for edit in diagnostic.edits]
    return record | ({"edits": edits} if edits else {})


def _place(span: Span, name: Callable[[str], str]) -> dict[str, object]:
    return {
        "path": name(span.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
