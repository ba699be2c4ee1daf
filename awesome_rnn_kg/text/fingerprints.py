"""What a finding is known by when lines are added or removed around it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from .diagnostics import Diagnostic
from .report import Report


def fingerprints(report: Report) -> tuple[str, ...]:
    """One fingerprint for each diagnostic of a report, all of them different.

    It holds the rule, the name of the file, the words of the line and of the span, and how many of
    the same came before: no line numbers, no folders.
    """
    seen: Counter[str] = Counter()
    found = []
    for diagnostic in report.diagnostics:
        identity = _identity(diagnostic, report)
        seen[identity] += 1
        found.append(hashlib.sha256(f"{identity}\0{seen[identity]}".encode()).hexdigest()[:32])
    return tuple(found)


def _identity(diagnostic: Diagnostic, report: Report) -> str:
    span, source = diagnostic.span, report.source(diagnostic)
    name = re.split(r"[/\\]", span.path)[-1]
    if source is None:
        return "\0".join((diagnostic.code, name, _words(re.sub(r"\d+", "", diagnostic.message))))
    line = source.line(span.line)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    parts = (diagnostic.code, name, _words(line), _words(line[span.column - 1 : end]))
    return "\0".join(parts)


def _words(text: str) -> str:
    return " ".join(text.split())
