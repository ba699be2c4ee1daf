"""Repairs: the edits that findings carry, applied to the text of a file as it is on disk.

Line ends, a byte-order mark and every character outside the edits stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .diagnostics import Diagnostic, Edit
from .source import UTF8_BOM

ROUNDS = 20
"""How often a text is read again for repairs that waited, or that earlier repairs call for."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class _Change(NamedTuple):
    """The text from `start` to `end` (offsets, the end exclusive) becomes `text`."""

    start: int
    end: int
    text: str

    def meets(self, later: _Change) -> bool:
        """Whether a later change overlaps this one, or touches it where one adds or takes away.

        Words put for words beside others are no matter of order.
        """
        both_replace = all(c.text and c.end > c.start for c in (self, later))
        return self.end > later.start or (self.end == later.start and not both_replace)


class _File:
    """The text of a file with the places that spans speak of."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = list(_LINE_END.finditer(text))
        self._starts = [len(UTF8_BOM) * text.startswith(UTF8_BOM), *(e.end() for e in ends)]
        self._ends = [*(e.start() for e in ends), len(text)]
        self._newline = ends[0][0] if ends else "\n"

    def change(self, edit: Edit) -> _Change:
        """An edit by offsets, with the line ends of the file; ValueError outside of the text."""
        start = self._offset(edit.span.line, edit.span.column)
        end = self._offset(edit.span.end_line, edit.span.end_column)
        if end < start:
            raise ValueError(f"{edit}: ends before it starts")
        return _Change(start, end, edit.text.replace("\n", self._newline))

    def _offset(self, line: int, column: int) -> int:
        """The offset of a place; one past the last line is the end of the text."""
        if (line, column) == (len(self._starts) + 1, 1):
            return len(self.text)
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"line {line}: the text has {len(self._starts)}")
        offset = self._starts[line - 1] + column - 1
        if not self._starts[line - 1] <= offset <= self._ends[line - 1]:
            raise ValueError(f"line {line}, column {column}: is not in the line")
        return offset


def mend(text: str, diagnostics: Iterable[Diagnostic]) -> tuple[str, int]:
    """The text with its findings repaired, and how many were.

    The edits of a finding are made all or none. Where those of two findings meet, the first finding
    is repaired; the other waits for the text to be read again.
    """
    file = _File(text)
    taken: list[_Change] = []
    count = 0
    for diagnostic in diagnostics:
        changes = sorted(file.change(edit) for edit in diagnostic.edits)
        if _changes(text, changes) and not any(_meets(taken, change) for change in changes):
            count += 1
            for change in changes:
                insort(taken, change)
    return _applied(text, taken), count


def _changes(text: str, changes: Sequence[_Change]) -> bool:
    for one, next_ in pairwise(changes):
        if next_.start < one.end:
            raise ValueError(f"{one} and {next_} of one finding overlap")
    return any(text[c.start : c.end] != c.text for c in changes)


def _meets(taken: list[_Change], change: _Change) -> bool:
    """Whether a change meets one of those taken, which are in order and do not overlap."""
    place = bisect(taken, change)
    before, after = taken[max(place - 1, 0) : place], taken[place : place + 1]
    return any(b.meets(change) for b in before) or any(change.meets(a) for a in after)


def _applied(text: str, changes: Iterable[_Change]) -> str:
    parts = []
    done = 0
    for change in changes:
        parts += [text[done : change.start], change.text]
        done = change.end
    return "".join([*parts, text[done:]])


class Mended(NamedTuple):
    """A text after its repairs; `quarrel` holds the codes of rules that undo each other's."""

    text: str
    repairs: int
    quarrel: tuple[str, ...] = ()


def settle(text: str, find: Callable[[str], Sequence[Diagnostic]]) -> Mended:
    """Repair what `find` says of the text until nothing is left to repair.

    Where that has no end, the text stays as it was.
    """
    return settle_all({"": text}, lambda texts: {"": find(texts[""])})[""]


def settle_all(
    texts: Mapping[str, str],
    find: Callable[[Mapping[str, str]], Mapping[str, Sequence[Diagnostic]]],
) -> dict[str, Mended]:
    """Repair texts, by name, of which `find` speaks together; those that do not settle stay."""
    mended, repairs = dict(texts), dict.fromkeys(texts, 0)
    late: dict[str, set[str]] = {name: set() for name in texts}
    for number in range(ROUNDS):
        counts = dict.fromkeys(texts, 0)
        for name, found in find(dict(mended)).items():
            mended[name], counts[name] = mend(mended[name], found)
            repairs[name] += counts[name]
            if counts[name] and number >= ROUNDS // 2:
                late[name] |= {d.code for d in found if d.edits}
        if not any(counts.values()):
            return {name: Mended(mended[name], repairs[name]) for name in texts}
    return {
        name: Mended(texts[name], 0, tuple(sorted(late[name])))
        if late[name]
        else Mended(mended[name], repairs[name])
        for name in texts
    }
