"""A report as JUnit XML: a test suite a file, a failed test case a finding."""

from __future__ import annotations

import re
from html import escape

from ..diagnostics import Diagnostic
from ..report import Report

# Characters that XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def junit(report: Report) -> str:
    """JUnit XML; a file without findings is one test that passes."""
    paths = dict.fromkeys([*report.sources, *(d.span.path for d in report.diagnostics)])
    found = {p: [d for d in report.diagnostics if d.span.path == p] for p in paths}
    count = len(report.diagnostics)
    tests = count + sum(not ds for ds in found.values())
    suites = "".join(_suite(report, path, ds) for path, ds in found.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="awesome-rnn-kg" tests="{tests}" failures="{count}" errors="0">\n'
        f"{suites}</testsuites>\n"
    )


def _suite(report: Report, path: str, found: list[Diagnostic]) -> str:
    name = _attribute(report.place(path) or "graph")
    cases = "".join(_case(d, name) for d in found)
    passed = f'    <testcase classname={name} name="check"/>\n'
    return (
        f'  <testsuite name={name} tests="{max(len(found), 1)}" failures="{len(found)}"'
        f' errors="0" skipped="0">\n{cases or passed}  </testsuite>\n'
    )


def _case(diagnostic: Diagnostic, path: str) -> str:
    span = diagnostic.span
    name = _attribute(f"{diagnostic.code} {diagnostic.rule.name} {span.line}:{span.column}")
    message = _attribute(diagnostic.message)
    detail = f"line {span.line}, column {span.column}: {diagnostic.message}"
    detail += f"\nhelp: {diagnostic.hint}" if diagnostic.hint else ""
    return (
        f'    <testcase classname={path} name={name} file={path} line="{span.line}">\n'
        f'      <failure type="{diagnostic.severity}" message={message}>'
        f"{escape(_clean(detail), quote=False)}</failure>\n    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return f'"{escape(" ".join(_clean(text).split()))}"'


def _clean(text: str) -> str:
    return re.sub(_FORBIDDEN, "\N{REPLACEMENT CHARACTER}", text)
