"""Checks triples against the shapes, with pyshacl."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.terms import Triple, iri_of, is_iri, text_of
from awesome_rnn_kg.graph.vocabulary import PREFIXES, RDFS, SH, SKOS
from awesome_rnn_kg.text.diagnostics import Rule, Severity

# pyshacl and rdflib are imported where they are used: who asks for the rules alone need not wait.
if TYPE_CHECKING:
    from rdflib import Graph

_SEVERITIES: dict[str, Severity] = {
    SH.Violation: "error",
    SH.Warning: "warning",
    SH.Info: "info",
}
_TARGETS = {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
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


@cache
def shape_rules() -> tuple[Rule, ...]:
    """The rules that the shapes declare, by code."""
    return tuple(sorted(_rules_by_shape().values(), key=lambda rule: rule.code))


def validate(triples: Iterable[Triple]) -> list[Violation]:
    """Check asserted triples, before inference; in the order of code, focus, path and value."""
    import pyshacl
    from rdflib import Graph

    from awesome_rnn_kg.graph.rdflib_graph import from_node, to_graph

    graph = to_graph(triples)
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl cannot check this graph: {report!r}")
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, obj in report:
        said[from_node(subject)][from_node(predicate)] = from_node(obj)
    return sorted({_violation(facts, graph) for facts in said.values() if SH.focusNode in facts})


def _violation(result: dict[str, str], graph: "Graph") -> Violation:
    rule = _rules_by_shape()[result[SH.sourceShape]]
    component = iri_of(result[SH.sourceConstraintComponent])
    return Violation(
        code=rule.code,
        focus=result[SH.focusNode],
        path=_predicate(result, graph),
        value=result.get(SH.value, ""),
        constraint=component.removeprefix(PREFIXES["sh"]).removesuffix("ConstraintComponent"),
        name=rule.name,
        severity=rule.severity,
        message=text_of(result[SH.resultMessage]),
    )


def _predicate(result: dict[str, str], graph: "Graph") -> str:
    """The property that a path consists of, or the one of its alternatives that gave the value."""
    from awesome_rnn_kg.graph.rdflib_graph import from_node, to_node

    path = result.get(SH.resultPath, "")
    if is_iri(path) or not path or SH.value not in result:
        return path if is_iri(path) else ""
    predicates = graph.predicates(to_node(result[SH.focusNode]), to_node(result[SH.value]))
    return min(map(from_node, predicates), default="")


@cache
def _shapes() -> "Graph":
    """The shapes, with the targets of each node shape moved to its property shapes.

    That means the same, and pyshacl then takes all focus nodes of a property shape at once
    instead of starting anew for each, which makes it several times as fast.
    """
    from awesome_rnn_kg.graph.rdflib_graph import to_graph

    triples = _shape_triples()
    properties = [(s, o) for s, p, o in triples if p == SH.property]
    targets = [t for t in triples if t[1] in _TARGETS]
    moved = [(o, p, t) for shape, o in properties for s, p, t in targets if s == shape]
    emptied = {shape for shape, _ in properties}
    return to_graph([*(t for t in triples if t[0] not in emptied), *moved])


@cache
def _rules_by_shape() -> dict[str, Rule]:
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, obj in _shape_triples():
        said[subject][predicate] = obj
    return {
        shape: Rule(
            code=text_of(facts[SKOS.notation]),
            name=text_of(facts[RDFS.label]),
            severity=_SEVERITIES[facts[SH.severity]],
            explanation=text_of(facts[RDFS.comment]),
        )
        for shape, facts in said.items()
        if SKOS.notation in facts
    }


@cache
def _shape_triples() -> tuple[Triple, ...]:
    text = resources.path("ontology/shapes.ttl").read_bytes()
    quads = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
    return tuple((str(q.subject), str(q.predicate), str(q.object)) for q in quads)
