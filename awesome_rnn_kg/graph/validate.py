"""Checks triples against the shapes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple, get_args

import pyoxigraph

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.prefixes import compact
from awesome_rnn_kg.graph.terms import Triple, datatype_of, iri_of, is_iri, text_of
from awesome_rnn_kg.graph.vocabulary import BASE, PREFIXES, RDF, RDFS, SH, SKOS
from awesome_rnn_kg.text.diagnostics import Diagnostic, Rule, Severity
from awesome_rnn_kg.text.source import Span

Engine = Literal["shifty", "pyshacl"]
ENGINES: tuple[Engine, ...] = get_args(Engine)
"""What can check triples; the first is the default."""

_SEVERITIES: dict[str, Severity] = {
    SH.Violation: "error",
    SH.Warning: "warning",
    SH.Info: "info",
}
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_BAD, _GOOD = f"<{BASE}shapes#bad>", f"<{BASE}shapes#good>"


class Violation(NamedTuple):
    """A rule that a thing breaks; `focus`, `path` and `value` are terms.

    `path` is the predicate at fault, or empty where no single one is; `value` is the object at
    fault, or empty where the rule is about several or none; `constraint` is the part of the rule
    that is broken, such as `MinCount`.
    """

    code: str
    focus: str
    path: str
    value: str
    constraint: str
    name: str
    severity: Severity
    message: str

    def at(self, span: Span) -> Diagnostic:
        """The finding at a place: what a thing needs, what it has instead, and the remedy."""
        rule = _rules_by_code()[self.code]
        said = f"{self.message.removesuffix('.')}: {_shown(self.focus)}{self._has()}"
        return rule.at(span, said, _SENTENCE_END.split(rule.explanation)[-1])

    def _has(self) -> str:
        counted = {"MinCount": " has none", "MaxCount": " has several"}
        if self.constraint in counted:
            return counted[self.constraint]
        return f" has {_shown(self.value)}" if self.value else ""


def _shown(term: str) -> str:
    """A term as Turtle with our prefixes writes it."""
    if not term.endswith(">") or is_iri(term):
        return (compact(term) or term) if is_iri(term) else term
    datatype = datatype_of(term)
    return term.removesuffix(datatype) + (compact(datatype) or datatype)


@cache
def shape_rules() -> tuple[Rule, ...]:
    """The rules that the shapes declare, by code."""
    return tuple(sorted(_rules_by_shape().values(), key=lambda rule: rule.code))


def validate(triples: Iterable[Triple], engine: Engine = ENGINES[0]) -> list[Violation]:
    """Check asserted triples, before inference; in the order of code, focus, path and value."""
    return ask(triples, engine)()


def ask(triples: Iterable[Triple], engine: Engine = ENGINES[0]) -> Callable[[], list[Violation]]:
    """Begin to check asserted triples, if a process beside can do that; what they violate when it
    is called for.
    """
    data = tuple(triples)
    report = _asked(data, engine)
    return lambda: _violations(data, found) if (found := report()) else []


def _violations(data: Sequence[Triple], report: Iterable[Triple]) -> list[Violation]:
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, obj in report:
        said[subject][predicate] = obj
    rules = _rules_by_shape()
    results = [_pointed(r) for r in said.values() if r.get(SH.sourceShape) in rules]
    pairs = {(r[SH.focusNode], r[SH.value]) for r in results if SH.value in r}
    used = defaultdict(set)
    for subject, predicate, obj in data if pairs else ():
        if (subject, obj) in pairs:
            used[subject, obj].add(predicate)
    return sorted({_violation(r, used[r[SH.focusNode], r.get(SH.value, "")]) for r in results})


def _asked(data: tuple[Triple, ...], engine: Engine) -> Callable[[], list[Triple]]:
    # Imported here: who asks for the rules alone need not wait, and one engine is enough.
    if engine == "pyshacl":
        from awesome_rnn_kg.graph import pyshacl_engine

        return lambda: pyshacl_engine.report(data, shape_triples())
    from awesome_rnn_kg.graph import shifty_engine

    return shifty_engine.ask(data)


def _pointed(result: dict[str, str]) -> dict[str, str]:
    """The result; of a rule about the whole graph, whose value is what is wrong, with that."""
    if SH.targetNode not in _said()[result[SH.sourceShape]]:
        return result
    return {p: o for p, o in result.items() if p != SH.value} | {SH.focusNode: result[SH.value]}


def _violation(result: dict[str, str], used: set[str]) -> Violation:
    """`used` are the predicates from the focus to the value."""
    rule = _rules_by_shape()[result[SH.sourceShape]]
    path = _paths()[result[SH.sourceShape]]
    if SH.targetNode in _said()[result[SH.sourceShape]]:
        path = (result[SH.resultPath],)
    component = iri_of(result[SH.sourceConstraintComponent])
    return Violation(
        code=rule.code,
        focus=result[SH.focusNode],
        path=path[0] if len(path) == 1 else min(used & set(path), default=""),
        value=result.get(SH.value, ""),
        constraint=component.removeprefix(PREFIXES["sh"]).removesuffix("ConstraintComponent"),
        name=rule.name,
        severity=rule.severity,
        message=text_of(result[SH.resultMessage]),
    )


@cache
def _paths() -> dict[str, tuple[str, ...]]:
    """The predicates that may lead from a focus node of each rule to a value."""
    said = _said()
    return {
        shape: tuple(_steps(said[shape][SH.path])) if SH.path in said[shape] else ()
        for shape in _rules_by_shape()
    }


def _steps(path: str) -> Iterator[str]:
    """The first predicates of a path, each way; nothing for an inverse or a sequence."""
    facts = _said()[path]
    if path.startswith("<"):
        yield path
    elif SH.alternativePath in facts:
        for member in _members(facts[SH.alternativePath]):
            yield from _steps(member)


def _members(head: str) -> Iterator[str]:
    while head != RDF.nil:
        yield _said()[head][RDF.first]
        head = _said()[head][RDF.rest]


@cache
def _rules_by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in shape_rules()}


@cache
def _rules_by_shape() -> dict[str, Rule]:
    return {
        shape: Rule(
            code=text_of(facts[SKOS.notation]),
            name=text_of(facts[RDFS.label]),
            severity=_SEVERITIES[facts[SH.severity]],
            explanation=text_of(facts[RDFS.comment]),
            bad=text_of(facts[_BAD]).strip(),
            good=text_of(facts[_GOOD]).strip(),
        )
        for shape, facts in _said().items()
        if SKOS.notation in facts
    }


@cache
def _said() -> dict[str, dict[str, str]]:
    """What the shapes say of each node; the last value of each property."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, obj in shape_triples():
        said[subject][predicate] = obj
    return said


@cache
def shape_triples() -> tuple[Triple, ...]:
    """The packaged shapes."""
    shapes = str(resources.path("ontology/shapes.ttl"))
    quads = pyoxigraph.parse(path=shapes, format=pyoxigraph.RdfFormat.TURTLE)
    return tuple((str(q.subject), str(q.predicate), str(q.object)) for q in quads)
