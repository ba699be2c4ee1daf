"""A report for people: each finding with its line, a caret under what is meant, and the remedy."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..diagnostics import SEVERITIES, Diagnostic, Rule, totals
from ..report import Report
from ..source import Source, Span
from ..terminal import PLAIN, Style

_LONGEST = 1_000
_LEAST = 20
_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m"}
_DIFF = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_BLUE = "\x1b[1;34m"
# Characters that turn the order of a line around, so that the caret would stand elsewhere.
_BIDI = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200e", "\u200f"}


def text(report: Report, style: Style = PLAIN) -> str:
    """The findings one after another; only a style with a width shortens lines."""
    return "".join(_one(d, report.source(d), style) for d in report.diagnostics)


def _one(diagnostic: Diagnostic, source: Source | None, style: Style) -> str:
    span = diagnostic.span
    severity = style.paint(
        f"{diagnostic.severity}[{diagnostic.code}]", _COLORS[diagnostic.severity]
    )
    place = f"{span.path}:{span.line}:{span.column}: " if span.path else ""
    head = f"{visible(place)}{severity} {visible(diagnostic.message)}\n"
    excerpt = _excerpt(diagnostic, source, style) if source else ""
    gutter = " " * len(str(_last_line(span)))
    help_ = f"{gutter} {style.paint('= help:', _BLUE)} {visible(diagnostic.hint)}\n"
    return head + excerpt + (help_ if diagnostic.hint else "")


def _last_line(span: Span) -> int:
    """The last line that holds a part of the span: an end before column 1 is the line before."""
    ends_before = span.end_column <= 1 and span.end_line > span.line
    return span.end_line - ends_before


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a line, from `start` to `end` in characters; the end is exclusive."""

    number: int
    line: str
    start: int
    end: int


def _excerpt(diagnostic: Diagnostic, source: Source, style: Style) -> str:
    """The first line of the span and, if that is another, the last one, each with carets."""
    stretches = _stretches(diagnostic.span, source)
    margin = len(str(stretches[-1].number))
    color = _COLORS[diagnostic.severity]
    shown = [_marked(s, margin, style, color) for s in stretches]
    if stretches[-1].number > stretches[0].number + 1:
        shown.insert(1, f"{style.paint('…'.rjust(margin), _BLUE)}\n")
    return "".join(shown)


def _stretches(span: Span, source: Source) -> list[_Stretch]:
    last = _last_line(span)
    first, final = source.line(span.line), source.line(last)
    end = span.end_column - 1 if last == span.end_line else len(final)
    if last == span.line:
        return [_Stretch(last, first, span.column - 1, end)]
    indent = len(final) - len(final.lstrip())
    return [
        _Stretch(span.line, first, span.column - 1, len(first)),
        _Stretch(last, final, indent, end),
    ]


def _marked(stretch: _Stretch, margin: int, style: Style, color: str) -> str:
    """A line after its number, and carets under the stretch of it; a long line in part."""
    start = min(max(stretch.start, 0), len(stretch.line))
    end = min(max(stretch.end, start), len(stretch.line))
    near = max(0, start - _LONGEST)
    cells = [visible(c) for c in stretch.line[near : start + 2 * _LONGEST]]
    widths = [display_width(c) for c in cells]
    first, last = _window(widths, start - near, end - near, _room(margin, style))
    left = "…" if near + first else ""
    right = "…" if near + last < len(stretch.line) else ""
    lead = len(left) + sum(widths[first : start - near])
    carets = "^" * max(sum(widths[start - near : min(end - near, last)]), 1)
    bar = style.paint("|", _BLUE)
    shown = f" {left}{''.join(cells[first:last])}{right}".rstrip()
    return (
        f"{style.paint(str(stretch.number).rjust(margin), _BLUE)} {bar}{shown}\n"
        f"{' ' * margin} {bar} {' ' * lead}{style.paint(carets, color)}\n"
    )


def _room(margin: int, style: Style) -> int:
    """How many columns a line of text may take beside its number and two signs of omission."""
    return max((style.width or _LONGEST) - margin - 5, _LEAST)


def _window(widths: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The part of a line that fits: start to end, and as much as goes on both sides of it."""
    first = last = start
    while last < min(end, len(widths)) and widths[last] <= room:
        room -= widths[last]
        last += 1
    grows = True
    while grows:
        grows = False
        if first and widths[first - 1] <= room:
            first -= 1
            room -= widths[first]
            grows = True
        if last < len(widths) and widths[last] <= room:
            room -= widths[last]
            last += 1
            grows = True
    return first, last


def visible(text: str) -> str:
    """Text that moves nothing on a terminal: tabs are blanks, control characters are signs."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if c == "\t" else "\N{REPLACEMENT CHARACTER}" if _moves(c) else c for c in text
    )


def _moves(char: str) -> bool:
    return char in _BIDI or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")


def display_width(text: str) -> int:
    """Columns that a text takes on a terminal: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Cf", "Mn", "Me") and char != "\N{SOFT HYPHEN}":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def count_line(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning, 0 infos`."""
    counts = totals(tuple(diagnostics))
    return ", ".join(f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in SEVERITIES)


def colored_diff(lines: Iterable[str], style: Style) -> Iterator[str]:
    """The lines of a diff for a terminal, what goes in red and what comes in green."""
    for line in lines:
        mark = line[:1] if not line.startswith(("---", "+++")) else ""
        shown = visible(line.rstrip("\r\n"))
        yield f"{style.paint(shown, _DIFF[mark]) if mark in _DIFF else shown}\n"


def explanation(rule: Rule) -> str:
    """What a rule objects to, with an example of each kind."""
    told = f"{rule.severity}[{rule.code}] {rule.name}\n\n{textwrap.fill(rule.explanation, 88)}\n"
    told += "\nOff unless selected by its code or name.\n" if rule.off else ""
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        if example:
            lines = (f"    {shortened(line)}\n" for line in example.splitlines())
            told += f"\n{title}:\n{''.join(lines)}"
    return told


def shortened(line: str) -> str:
    """A line, or the start of one whose length is the point of it."""
    return line if len(line) <= _LONGEST // 2 else f"{line[:60]}… ({len(line)} characters)"
