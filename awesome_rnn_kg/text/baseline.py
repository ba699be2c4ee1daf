"""A file of findings that are known, so that only new ones are reported.

A line a finding, tab-separated: its fingerprint, and for the reader its code, file and message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .fingerprints import fingerprints
from .report import Report
from .source import InputError, read_source

_HEADER = "fingerprint\tcode\tfile\tmessage"
_ROW = re.compile(r"([0-9a-f]{32})\t.*")


def baseline_rows(report: Report) -> Iterable[str]:
    """The lines of a baseline with the findings of a report."""
    yield f"{_HEADER}\n"
    rows = [
        f"{mark}\t{d.code}\t{Path(d.span.path).name}\t{' '.join(d.message.split())}\n"
        for mark, d in zip(fingerprints(report), report.diagnostics, strict=True)
    ]
    yield from sorted(rows)


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline; InputError where it is none."""
    header, *lines = read_source(path).text.splitlines()
    if header != _HEADER:
        raise InputError(f"{path}:1: is not a baseline; its first line would be {_HEADER!r}")
    rows = [_ROW.fullmatch(line) for line in lines]
    if None in rows:
        raise InputError(f"{path}:{rows.index(None) + 2}: expected a fingerprint and a tab")
    return frozenset(row[1] for row in rows if row)


def without(report: Report, known: frozenset[str]) -> Report:
    """The report without the findings whose fingerprints are known."""
    marked = zip(fingerprints(report), report.diagnostics, strict=True)
    return report.only(tuple(d for mark, d in marked if mark not in known))
