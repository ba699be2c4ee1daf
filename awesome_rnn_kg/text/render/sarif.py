"""A report as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from urllib.parse import quote

from ..diagnostics import Diagnostic, Edit, Rule
from ..fingerprints import fingerprints
from ..report import Report
from ..source import Source, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(report: Report) -> str:
    """One run with the rules that are broken; fingerprints hold no line numbers."""
    rules = {d.code: d.rule for d in sorted(report.diagnostics, key=lambda d: d.code)}
    order = [*rules]
    marked = zip(report.diagnostics, fingerprints(report), strict=True)
    driver: dict[str, object] = {"name": "awesome-rnn-kg"}
    driver |= {"version": report.version} if report.version else {}
    run = {
        "tool": {"driver": driver | {"rules": [_rule(r) for r in rules.values()]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, d, order.index(d.code), mark) for d, mark in marked],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    name = "".join(word.capitalize() for word in rule.name.split("-"))
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": f"{rule.name.replace('-', ' ').capitalize()}."},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(report: Report, diagnostic: Diagnostic, rule: int, mark: str) -> dict[str, object]:
    hint = f"\nHelp: {diagnostic.hint}" if diagnostic.hint else ""
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message + hint},
        "locations": [{"physicalLocation": _location(report, diagnostic)}],
        "partialFingerprints": {"findingHash/v1": mark},
    }
    return result | ({"fixes": [_fix(report, diagnostic)]} if diagnostic.edits else {})


def _fix(report: Report, diagnostic: Diagnostic) -> dict[str, object]:
    """The edits of one finding, file by file."""
    paths = dict.fromkeys(edit.span.path for edit in diagnostic.edits)
    return {
        "description": {"text": diagnostic.hint or diagnostic.message},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(report.place(path))},
                "replacements": [_replacement(e) for e in diagnostic.edits if e.span.path == path],
            }
            for path in paths
        ],
    }


def _replacement(edit: Edit) -> dict[str, object]:
    return {"deletedRegion": _region(edit.span, None), "insertedContent": {"text": edit.text}}


def _location(report: Report, diagnostic: Diagnostic) -> dict[str, object]:
    uri = _uri(report.place(diagnostic.span.path))
    region = _region(diagnostic.span, report.source(diagnostic))
    return {"artifactLocation": {"uri": uri}, "region": region}


def _region(span: Span, source: Source | None) -> dict[str, object]:
    region: dict[str, object] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    if source and span.line == span.end_line:
        text = source.line(span.line)[span.column - 1 : span.end_column - 1]
        region |= {"snippet": {"text": text}} if text else {}
    return region


def _uri(path: str) -> str:
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path, safe="/")
