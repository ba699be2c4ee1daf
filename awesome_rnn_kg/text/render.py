"""Diagnostics as text for people and as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping

from .diagnostics import SEVERITIES, Diagnostic, Rule, totals
from .source import Source

_WINDOW = 110
_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}
_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"


def render_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], color: bool = False
) -> str:
    """Each diagnostic with its line, a caret under what is meant, and the remedy.

    `sources` are by the path in the spans; without its source a diagnostic has no excerpt.
    """
    return "".join(_one(d, sources.get(d.span.path), color) for d in diagnostics)


def _one(diagnostic: Diagnostic, source: Source | None, color: bool) -> str:
    span = diagnostic.span
    severity = f"{diagnostic.severity}[{diagnostic.code}]"
    if color:
        severity = f"{_COLORS[diagnostic.severity]}{severity}{_RESET}"
    head = f"{span.path}:{span.line}:{span.column}: {severity} {diagnostic.message}\n"
    excerpt = _excerpt(diagnostic, source, color) if source else ""
    gutter = " " * len(str(span.line))
    hint = (
        f"{gutter} {_paint('= help:', _BLUE, color)} {diagnostic.hint}\n" if diagnostic.hint else ""
    )
    return head + excerpt + hint


def _excerpt(diagnostic: Diagnostic, source: Source, color: bool) -> str:
    """The line, or the stretch of a long one around the span, with carets below it."""
    span = diagnostic.span
    line = source.line(span.line).replace("\t", " ")
    if not line.strip():
        return ""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(end, start + 1)
    first, last = _window(len(line), start, end)
    left, right = "…" if first else "", "…" if last < len(line) else ""
    shown = left + line[first:last] + right
    lead = display_width(left + line[first:start])
    width = max(display_width(line[start : min(end, last)]), 1)
    number = str(span.line)
    bar = _paint("|", _BLUE, color)
    gutter = " " * len(number)
    caret = _paint("^" * width, _COLORS[diagnostic.severity], color)
    return f"{_paint(number, _BLUE, color)} {bar} {shown}\n{gutter} {bar} {' ' * lead}{caret}\n"


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    """The stretch of a line to show: all of a short one, else what is around the span."""
    if length <= _WINDOW:
        return 0, length
    room = max(_WINDOW - (end - start), 20)
    first = max(0, min(start - room // 2, length - _WINDOW))
    return first, min(length, max(first + _WINDOW, min(end, first + 2 * _WINDOW)))


def display_width(text: str) -> int:
    """Columns that a text takes on a terminal: wide characters two, combining marks none."""
    return sum(_width(c) for c in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _paint(text: str, code: str, color: bool) -> str:
    return f"{code}{text}{_RESET}" if color else text


def render_summary(diagnostics: list[Diagnostic]) -> str:
    """`2 errors, 1 warning, 0 infos`."""
    counts = totals(diagnostics)
    return ", ".join(f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in SEVERITIES)


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of objects: code, name, severity, message, hint, path and the span."""
    return json.dumps([as_record(d) for d in diagnostics], ensure_ascii=False, indent=1) + "\n"


def as_record(diagnostic: Diagnostic) -> dict[str, str | int]:
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


def render_rule(rule: Rule) -> str:
    """What a rule objects to, with an example of each kind."""
    text = f"{rule.severity}[{rule.code}] {rule.name}\n\n{_wrapped(rule.explanation)}\n"
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        if example:
            text += f"\n{title}:\n" + "".join(f"    {line}\n" for line in example.splitlines())
    return text


def _wrapped(text: str) -> str:
    import textwrap

    return textwrap.fill(text, 88)
