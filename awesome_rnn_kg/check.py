"""All findings about lists and RDF files, from every pass that checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from . import resources
from .__about__ import __version__
from .compiler import AUTHORITY_FILES, LIST, compile_lists
from .config import THRESHOLDS, Config, config_for, shown
from .graph.authorities import read_asserted
from .graph.build import Build
from .graph.terms import is_iri
from .graph.validate import ENGINES, Engine, shape_rules, validate
from .read.checks import CHECK_RULES
from .read.rules import READ_RULES
from .resolve.checks import RESOLVE_RULES
from .text.baseline import baseline_rows, read_baseline, without
from .text.diagnostics import SEVERITIES, Diagnostic, Rule
from .text.ignores import matches, unignored
from .text.output import write_file
from .text.report import Report
from .text.source import InputError, Source, read_source

_RDF = {".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".xml", ".jsonld", ".json"}


@dataclass(frozen=True)
class Checked:
    """What was found in one file, and the configuration that judges it."""

    report: Report
    config: Config


def find(
    paths: Sequence[str],
    authorities: Sequence[str] = (),
    given: Mapping[str, Any] | None = None,
    engine: Engine = ENGINES[0],
) -> tuple[Checked, ...]:
    """Check lists and RDF files (default: our list), without what their comments ignore.

    `given` are values of Config that replace those of the configuration files.
    """
    chosen = list(dict.fromkeys(paths or [shown(resources.path(LIST))]))
    configs = {path: configured(path, given or {}) for path in chosen}
    reports = {path: check_rdf(path, engine) for path in chosen if is_rdf(path)}
    for group in together({p: c for p, c in configs.items() if p not in reports}):
        reports |= check_lists(group, authorities, engine)
    return tuple(Checked(reported(reports[p], configs[p].select), configs[p]) for p in chosen)


def together(lists: Mapping[str, Config]) -> Iterable[list[str]]:
    """Lists that bring the same authority files: what they say of one work is compared."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for path, config in lists.items():
        groups.setdefault((config.authorities, config.iris), []).append(path)
    return groups.values()


def is_rdf(path: str) -> bool:
    """Whether a file holds RDF, by its name."""
    return Path(path).suffix.lower() in _RDF


def configured(path: str, given: Mapping[str, Any]) -> Config:
    """The configuration of a file; InputError for a code that no rule has."""
    config = replace(config_for(Path(path)), **given)
    for key in ("select", "ignore"):
        where = "" if key in given else f"{config.file}: {key}: "
        for code in getattr(config, key):
            if not any(matches(rule, [code]) for rule in all_rules()):
                remedy = "`awesome-rnn-kg explain` knows the codes"
                raise InputError(f"{where}{code}: no such rule; {remedy}")
    return config


def reported(report: Report, select: Sequence[str] = ()) -> Report:
    """The findings in order, each once, but for those that comments ignore.

    Rules that are off by default report where they are selected by whole code or name.
    """
    found = sorted(dict.fromkeys(report.diagnostics), key=Diagnostic.sort_key)
    on = (d for d in found if not d.rule.off or _is_named(d.rule, select))
    return unignored(report.only(tuple(on)))


def check_lists(
    paths: Sequence[str], authorities: Sequence[str] = (), engine: Engine = ENGINES[0]
) -> dict[str, Report]:
    """What reading, resolving and the shapes object to in lists, by path.

    What is in none of them, but in their authority files, is reported with the first.
    """
    return reports_of(paths, compile_lists(paths, authorities, engine=engine), authorities)


def reports_of(paths: Sequence[str], build: Build, authorities: Sequence[str]) -> dict[str, Report]:
    """What compiling and checking have objected to in each list."""
    whole = _whole_report(build, authorities)
    found: dict[str, list[Diagnostic]] = {path: [] for path in paths}
    for diagnostic in whole.diagnostics:
        found.get(diagnostic.span.path, found[paths[0]]).append(diagnostic)
    return {path: whole.only(tuple(found[path])) for path in paths}


def _whole_report(build: Build, authorities: Sequence[str]) -> Report:
    """What compiling and checking object to in lists, with the files that this is about."""
    sources = [document.source for document in build.catalogue.documents]
    files = [resources.path(name) for name in AUTHORITY_FILES]
    files += [*config_for(Path(sources[0].path)).authorities, *map(Path, authorities)]
    diagnostics = tuple(_located(d, files) for d in build.diagnostics)
    named = {d.span.path for d in diagnostics} & {shown(file) for file in files}
    return Report(diagnostics, {s.path: s for s in sources} | {n: read_source(n) for n in named})


def _located(diagnostic: Diagnostic, files: Iterable[Path]) -> Diagnostic:
    """The diagnostic with the path of its authority file, whose name alone enters a graph."""
    span = diagnostic.span
    same = [file for file in files if file.name == span.path]
    return diagnostic._replace(span=span._replace(path=shown(same[0]))) if same else diagnostic


def check_rdf(path: str, engine: Engine = ENGINES[0]) -> Report:
    """What the shapes object to in an RDF file, each on the line where its subject first stands."""
    from .graph.subjects import subject_lines

    source = read_source(path)
    triples = tuple(read_asserted(Path(path)))
    violations = validate(triples, engine)
    values = {v.focus for v in violations if not is_iri(v.focus)}
    owners = {o: s for s, _, o in reversed(triples) if o in values} if values else {}
    subjects = [owners.get(v.focus, v.focus).strip("<>") for v in violations]
    lines = subject_lines(source, set(subjects))
    found = [v.at(source.line_span(lines[s])) for v, s in zip(violations, subjects, strict=True)]
    return Report(tuple(found), {source.path: source})


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    from .ask.rules import QUERY_RULES  # Imported late, as checking a list needs no query files.

    rules = (*READ_RULES, *CHECK_RULES, *RESOLVE_RULES, *shape_rules(), *QUERY_RULES)
    return tuple(sorted(rules, key=lambda r: r.code))


def chosen(report: Report, config: Config) -> Report:
    """The findings whose rule is selected and not ignored, by code, start of a code or name."""
    return report.only(
        tuple(
            d
            for d in report.diagnostics
            if (not config.select or matches(d.rule, config.select))
            and not matches(d.rule, config.ignore)
        )
    )


def _is_named(rule: Rule, select: Sequence[str]) -> bool:
    return any(s.casefold() in (rule.code.casefold(), rule.name.casefold()) for s in select)


@dataclass(frozen=True)
class Verdict:
    """What is to be reported of all files, whether that fails, and what baselines say."""

    report: Report
    fails: bool
    said: tuple[str, ...]


def judge(checked: Sequence[Checked], root: Path | None = None) -> Verdict:
    """What is not known, selected and not ignored; a baseline that does not exist is written."""
    said: list[str] = []
    new: set[Diagnostic] = set()
    for baseline in dict.fromkeys(c.config.baseline for c in checked):
        report = _merged([c.report for c in checked if c.config.baseline == baseline])
        if baseline:
            report, told = beyond(report, baseline)
            said.append(told)
        new.update(report.diagnostics)
    kept = [chosen(c.report.only(_among(c.report, new)), c.config) for c in checked]
    fails = any(
        failing(k.diagnostics, c.config.fail_on) for k, c in zip(kept, checked, strict=True)
    )
    merged = replace(_merged(kept), root=root, version=__version__)
    return Verdict(merged, fails, tuple(said))


def _among(report: Report, some: set[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(d for d in report.diagnostics if d in some)


def _merged(reports: Iterable[Report]) -> Report:
    found: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for report in reports:
        found += report.diagnostics
        sources |= report.sources
    return Report(tuple(sorted(dict.fromkeys(found), key=Diagnostic.sort_key)), sources)


def beyond(report: Report, baseline: Path) -> tuple[Report, str]:
    """The findings that a baseline does not know, and what to say about it.

    A baseline that does not exist is written, with all findings of today.
    """
    if not baseline.exists():
        write_file(baseline, baseline_rows(report))
        return report.only(()), f"{shown(baseline)}: written; findings: {len(report.diagnostics)}"
    known = read_baseline(baseline)
    new = without(report, known)
    gone = len(known) - len(report.diagnostics) + len(new.diagnostics)
    remedy = "; delete the file and check again to renew it" if gone else ""
    return new, f"{shown(baseline)}: findings: {len(known)}, gone: {gone}{remedy}"


def failing(diagnostics: Iterable[Diagnostic], threshold: str) -> bool:
    """Whether any diagnostic is at or above a severity; `never` fails on nothing."""
    severe = SEVERITIES[: THRESHOLDS.index(threshold) + 1] if threshold != "never" else ()
    return any(d.severity in severe for d in diagnostics)
