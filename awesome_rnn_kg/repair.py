"""Repairs of lists: reading and resolving, mending what is safe, and again until nothing is left.

No graph is made for that; the shapes see the mended list once, for the report of what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from .check import Checked, chosen, reported, reports_of, together
from .compiler import Resolved, emitted, load_knowhow, resolve_readings
from .config import Config
from .graph.validate import ENGINES
from .read.checks.reading import Reading
from .read.memory import Memory
from .read.reader import read
from .text.baseline import read_baseline, without
from .text.diagnostics import Diagnostic
from .text.fixes import Mended, settle_all
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


def repair(
    lists: Mapping[str, Config], authorities: Sequence[str] = (), *, dry: bool = False
) -> tuple[Repaired, ...]:
    """Mend the texts of lists, by path, and check them; if `dry`, check the texts as they were.

    Nothing is written. Only findings that would be reported are repaired: not those that a comment
    ignores, that are not selected, or that the baseline knows. InputError for what is no list.
    """
    done: dict[str, Repaired] = {}
    for group in together(lists):
        done |= _Group({path: lists[path] for path in group}, authorities).repaired(dry)
    return tuple(done[path] for path in lists)


class _Group:
    """Lists that are judged together, with what has been read of them."""

    def __init__(self, configs: Mapping[str, Config], authorities: Sequence[str]) -> None:
        self.configs = configs
        self.authorities = authorities
        self.texts = {path: _text(path) for path in configs}
        first = next(iter(configs.values()))
        self.knowhow = load_knowhow((*first.authorities, *authorities), first.iris)
        self.known = {path: _known(config) for path, config in configs.items()}
        self.memories = {path: Memory() for path in configs}
        self.read = cache(self._read)
        self.resolved: dict[tuple[str, ...], Resolved] = {}

    def _read(self, path: str, text: str) -> Reading:
        source = source_from_bytes(text.encode("utf-8"), path)
        return read(source, self.knowhow.lexicon, self.memories[path])

    def resolve(self, texts: Mapping[str, str]) -> Resolved:
        """The lists with these texts; those that are asked for again are at hand."""
        key = tuple(texts.values())
        if key not in self.resolved:
            readings = [self.read(path, text) for path, text in texts.items()]
            configs = list(self.configs.values())
            self.resolved[key] = resolve_readings(readings, configs, self.knowhow)
        return self.resolved[key]

    def find(self, texts: Mapping[str, str]) -> dict[str, list[Diagnostic]]:
        """The findings in each list that may be repaired."""
        resolved = self.resolve(texts)
        found = resolved.diagnostics if any(self.known.values()) else resolved.mendable
        by_path: dict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in found:
            by_path[diagnostic.span.path].append(diagnostic)
        sources = [reading.source for reading in resolved.readings]
        reports = {s.path: Report(tuple(by_path[s.path]), {s.path: s}) for s in sources}
        return {p: repairable(reports[p], self.configs[p], self.known[p]) for p in texts}

    def repaired(self, dry: bool) -> dict[str, Repaired]:
        """The lists mended, and what is to be said of those on disk after."""
        mended = settle_all(self.texts, self.find)
        after = self.texts if dry else {path: one.text for path, one in mended.items()}
        build = emitted(self.resolve(after), self.knowhow, ENGINES[0])
        reports = reports_of(list(after), build, self.authorities)
        return {path: self._one(path, mended[path], reports[path], dry) for path in after}

    def _one(self, path: str, mended: Mended, report: Report, dry: bool) -> Repaired:
        config = self.configs[path]
        if dry and not self.known[path]:
            config = replace(config, baseline=None)  # and none is written
        checked = Checked(reported(report, config.select), config)
        return Repaired(path, self.texts[path], mended, checked)


def _text(path: str) -> str:
    """The text of a list as it is on disk, line ends and all."""
    if Path(path).exists() and not Path(path).is_file():
        raise InputError(f"{path}: cannot be mended: is not a file")
    data = read_bytes(Path(path))
    with_text(source_from_bytes(data, path))
    return data.decode("utf-8")


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
