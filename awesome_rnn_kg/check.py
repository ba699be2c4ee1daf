"""All findings about lists and RDF files, from every pass that checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from . import resources
from .__about__ import __version__
from .ask.rules import QUERY_RULES
from .compiler import AUTHORITY_FILES, LIST, compile_lists
from .config import config_for
from .graph.authorities import read_turtle
from .graph.validate import shape_rules, validate
from .read.rules import READ_RULES
from .resolve.rules import RESOLVE_RULES
from .text.baseline import baseline_rows, read_baseline, without
from .text.diagnostics import SEVERITIES, Diagnostic, Rule, Severity
from .text.ignores import matches, unignored
from .text.output import write_file
from .text.report import Report
from .text.source import InputError, Source, Span, read_source

_RDF = {".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".xml", ".jsonld", ".json"}


def find(paths: Sequence[str], authorities: Sequence[str] = (), root: Path | None = None) -> Report:
    """Check lists and RDF files (default: our list), without what their comments ignore."""
    found: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for path in paths or [shown(resources.path(LIST))]:
        is_rdf = Path(path).suffix.lower() in _RDF
        part = check_rdf(path) if is_rdf else check_list(path, authorities)
        found += part.diagnostics
        sources |= part.sources
    diagnostics = tuple(sorted(dict.fromkeys(found), key=Diagnostic.sort_key))
    return unignored(Report(diagnostics, sources, root, __version__))


def check_list(path: str, authorities: Sequence[str] = ()) -> Report:
    """What reading, resolving and the shapes object to in one list."""
    build = compile_lists([path], authorities).checked()
    source = build.catalogue.document.source
    files = [resources.path(name) for name in AUTHORITY_FILES]
    files += [*config_for(Path(path)).authorities, *map(Path, authorities)]
    diagnostics = tuple(_located(d, files) for d in build.diagnostics)
    named = {d.span.path for d in diagnostics} & {shown(file) for file in files}
    return Report(diagnostics, {source.path: source} | {n: read_source(n) for n in named})


def _located(diagnostic: Diagnostic, files: Iterable[Path]) -> Diagnostic:
    """The diagnostic with the path of its authority file, whose name alone enters a graph."""
    span = diagnostic.span
    same = [file for file in files if file.name == span.path]
    return replace(diagnostic, span=replace(span, path=shown(same[0]))) if same else diagnostic


def shown(path: Path) -> str:
    """A path as people are told it: from the current folder, where it is in that."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def check_rdf(path: str) -> Report:
    """What the shapes object to in an RDF file, each on the line where its subject first stands."""
    source = read_source(path)
    rules = {r.code: r for r in shape_rules()}
    found = [
        rules[violation.code].at(_subject_span(source, violation.focus), violation.message)
        for violation in validate(read_turtle(Path(path), blank_nodes=True))
    ]
    return Report(tuple(found), {source.path: source})


def _subject_span(source: Source, focus: str) -> Span:
    """The first line that starts with the subject, else the first that names it, else the first."""
    name = re.escape(re.split(r"[/#]", focus.strip("<>").rstrip("/#"))[-1])
    for pattern in (
        rf"\s*(?:<[^>]*[/#]{name}[/#]?>|[\w.-]*:{name})(?=\s)",
        rf".*\b{name}(?![\w-])",
    ):
        for number, line in enumerate(source.lines, 1):
            if re.match(pattern, line):
                return source.line_span(number)
    return source.line_span(1)


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    rules = (*READ_RULES, *RESOLVE_RULES, *shape_rules(), *QUERY_RULES)
    return tuple(sorted(rules, key=lambda r: r.code))


def chosen(report: Report, select: Sequence[str], ignore: Sequence[str]) -> Report:
    """The diagnostics whose rule is selected and not ignored, by code, start of a code or name.

    A rule that is off by default is selected by its whole code or name only.
    InputError for a code that no rule has.
    """
    for code in (*select, *ignore):
        if not any(matches(rule, [code]) for rule in all_rules()):
            raise InputError(f"{code}: no such rule; `awesome-rnn-kg explain` knows the codes")
    diagnostics = (d for d in report.diagnostics if _selected(d.rule, select))
    return report.only(tuple(d for d in diagnostics if not matches(d.rule, ignore)))


def _selected(rule: Rule, select: Sequence[str]) -> bool:
    named = rule.code in select or rule.name in select
    return named or (not rule.off and (not select or matches(rule, select)))


def beyond(report: Report, baseline: Path) -> tuple[Report, str]:
    """The findings that a baseline does not know, and what to say about it.

    A baseline that does not exist is written, with all findings of today.
    """
    if not baseline.exists():
        write_file(baseline, baseline_rows(report))
        return report.only(()), f"{baseline}: written; findings: {len(report.diagnostics)}"
    known = read_baseline(baseline)
    new = without(report, known)
    gone = len(known) - len(report.diagnostics) + len(new.diagnostics)
    remedy = "; delete the file and check again to renew it" if gone else ""
    return new, f"{baseline}: findings: {len(known)}, gone: {gone}{remedy}"


def failing(diagnostics: Iterable[Diagnostic], threshold: Severity | Literal["never"]) -> bool:
    """Whether any diagnostic is at or above a severity; `never` fails on nothing."""
    severe = SEVERITIES[: SEVERITIES.index(threshold) + 1] if threshold != "never" else ()
    return any(d.severity in severe for d in diagnostics)
