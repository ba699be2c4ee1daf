"""Repairs of lists: reading and resolving, mending what is safe, and again until nothing is left.

No graph is made for that; the shapes see the mended list once, for the report of what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .check import Checked, chosen, reported, whole_report
from .compiler import Resolved, emitted, load_knowhow, read_and_resolve
from .config import Config
from .graph.validate import ENGINES
from .read.memory import Memory
from .text.baseline import read_baseline, without
from .text.diagnostics import Diagnostic
from .text.fixes import Mended, settle
from .text.report import Report
from .text.source import InputError, Span, read_bytes, source_from_bytes, with_text

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Repaired:
    """One list: its text as it was, and mended; what is to be said of the one on disk after."""

    path: str
    old: str
    mended: Mended
    checked: Checked


def repair(path: str, authorities: Sequence[str], config: Config, *, dry: bool = False) -> Repaired:
    """Mend the text of a list, and check that; if `dry`, check the text as it was.

    Nothing is written. Only findings that would be reported are repaired: not those that a comment
    ignores, that are not selected, or that the baseline knows. InputError for what is no list.
    """
    if Path(path).exists() and not Path(path).is_file():
        raise InputError(f"{path}: cannot be mended: is not a file")
    data = read_bytes(Path(path))
    with_text(source_from_bytes(data, path))
    old = data.decode("utf-8")
    knowhow = load_knowhow((*config.authorities, *authorities), config.iris)
    known = _known(config)
    resolved: dict[str, Resolved] = {}
    memory = Memory()

    def find(text: str) -> list[Diagnostic]:
        source = source_from_bytes(text.encode("utf-8"), path)
        resolved[text] = read_and_resolve([source], [config], knowhow, memory=memory)
        found = resolved[text].diagnostics if known else resolved[text].mendable
        return repairable(Report(found, {source.path: source}), config, known)

    mended = settle(old, find)
    on_disk = resolved[old if dry else mended.text]
    report = whole_report(emitted(on_disk, knowhow, ENGINES[0]), authorities)
    if dry and not known:
        config = replace(config, baseline=None)  # and none is written
    return Repaired(path, old, mended, Checked(reported(report, config.select), config))


def repair_lines(repaired: Sequence[Repaired], dry: bool) -> str:
    """How many findings were repaired in how many files, and which rules could not agree."""
    quarrels = [
        f"{r.path}: left as it is: the repairs of {', '.join(r.mended.quarrel)} undo each other\n"
        for r in repaired
        if r.mended.quarrel
    ]
    repairs = sum(r.mended.repairs for r in repaired)
    files = sum(r.mended.text != r.old for r in repaired)
    told = f"{_counted(repairs, 'repair')} in {_counted(files, 'file')}"
    return "".join([*quarrels, f"{told}{', not written' * dry}\n"])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _known(config: Config) -> frozenset[str]:
    """What the baseline knows; one that does not exist yet knows nothing."""
    return read_baseline(config.baseline) if config.baseline and config.baseline.exists() else _NONE


def repairable(report: Report, config: Config, known: frozenset[str] = _NONE) -> list[Diagnostic]:
    """The findings of one list that may be repaired, in order.

    A line with a finding that the baseline knows is left alone, for the baseline knows it by the
    words of its line.
    """
    report = reported(report, config.select)
    new = without(report, known)
    fresh = set(new.diagnostics)
    held = {n for d in report.diagnostics if d not in fresh for n in _lines(d.span)}
    return [
        d
        for d in chosen(new, config).diagnostics
        if all(e.span.path in report.sources and held.isdisjoint(_lines(e.span)) for e in d.edits)
    ]


def _lines(span: Span) -> range:
    return range(span.line, span.end_line + 1)
