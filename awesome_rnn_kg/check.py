"""All findings about lists and RDF files, from every pass that checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .compiler import compile_lists
from .graph.authorities import read_turtle
from .graph.validate import shape_rules, validate
from .read.rules import READ_RULES
from .resolve.rules import RESOLVE_RULES
from .text.diagnostics import SEVERITIES, Diagnostic, Rule
from .text.render import render_json, render_text
from .text.source import InputError, Source, Span, read_source

_RDF = {".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".xml", ".jsonld", ".json"}


@dataclass(frozen=True)
class Findings:
    """Diagnostics, and the sources that they speak of by path."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]

    def render(self, diagnostics: Iterable[Diagnostic], form: str, color: bool) -> str:
        """Diagnostics of these findings as `text` or `json`."""
        if form == "json":
            return render_json(diagnostics)
        return render_text(diagnostics, self.sources, color)


def find(paths: Sequence[str], authorities: Sequence[str] = ()) -> Findings:
    """Check lists and RDF files (default: our list)."""
    lists = [p for p in paths if Path(p).suffix.lower() not in _RDF]
    files = [p for p in paths if Path(p).suffix.lower() in _RDF]
    found: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for path in lists or ([] if files else [""]):
        build = compile_lists([path] if path else [], authorities).checked()
        found += build.diagnostics
        sources[build.catalogue.document.source.path] = build.catalogue.document.source
    for path in files:
        source = read_source(path)
        sources[source.path] = source
        found += check_rdf(Path(path), source)
    return Findings(tuple(sorted(found, key=Diagnostic.sort_key)), sources)


def check_rdf(path: Path, source: Source) -> list[Diagnostic]:
    """The shapes' findings about an RDF file, each on the line where its subject first stands."""
    rules = {r.code: r for r in shape_rules()}
    found = []
    for violation in validate(read_turtle(path, blank_nodes=True)):
        span = _subject_span(source, violation.focus)
        found.append(rules[violation.code].at(span, violation.message, ""))
    return found


def _subject_span(source: Source, focus: str) -> Span:
    """The first line that starts with the subject, else the first that holds its last part."""
    name = focus.strip("<>").replace("#", "/").rsplit("/", 1)[-1]
    for number, line in enumerate(source.lines, 1):
        if name and name in line.split("  ")[0].split(" a ")[0]:
            return source.line_span(number)
    for number, line in enumerate(source.lines, 1):
        if name and name in line:
            return source.line_span(number)
    return source.line_span(1)


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(sorted((*READ_RULES, *RESOLVE_RULES, *shape_rules()), key=lambda r: r.code))


def chosen(
    diagnostics: Iterable[Diagnostic], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """The diagnostics whose code or name is selected and not ignored; prefixes count (RNN2)."""
    known = {t for r in all_rules() for t in (r.code, r.name)}
    for code in (*select, *ignore):
        if not any(k.startswith(code) for k in known):
            raise InputError(f"{code}: no such rule; `awesome-rnn-kg explain` knows the codes")
    return tuple(
        d
        for d in diagnostics
        if (not select or _matches(d, select)) and not (ignore and _matches(d, ignore))
    )


def _matches(diagnostic: Diagnostic, codes: Sequence[str]) -> bool:
    return any(diagnostic.code.startswith(c) or diagnostic.rule.name == c for c in codes)


def failing(diagnostics: Iterable[Diagnostic], threshold: str) -> bool:
    """Whether any diagnostic is at or above a severity; `never` fails on nothing."""
    if threshold == "never":
        return False
    severe = SEVERITIES[: [*SEVERITIES].index(threshold) + 1]  # type: ignore[arg-type]
    return any(d.severity in severe for d in diagnostics)
