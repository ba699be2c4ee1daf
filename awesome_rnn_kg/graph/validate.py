"""Checks triples against the shapes, with pyshacl."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph
import pyshacl
from rdflib import SH, Graph
from rdflib.term import BNode, Node

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.rdflib_graph import from_node, to_graph
from awesome_rnn_kg.graph.terms import Triple, text_of
from awesome_rnn_kg.graph.vocabulary import RDFS, SKOS
from awesome_rnn_kg.graph.vocabulary import SH as SHACL
from awesome_rnn_kg.text.diagnostics import Rule, Severity

_SHAPES_FILE = "ontology/shapes.ttl"
_SEVERITIES: dict[str, Severity] = {
    SHACL.Violation: "error",
    SHACL.Warning: "warning",
    SHACL.Info: "info",
}
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)


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
    graph = to_graph(triples)
    _, report, _ = pyshacl.validate(
        graph,
        shacl_graph=_shapes(),
        inference="none",
        inplace=True,
        meta_shacl=False,
    )
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl cannot check this graph: {report!r}")
    return sorted({_violation(result, report, graph) for result in report.objects(None, SH.result)})


def _violation(result: Node, report: Graph, graph: Graph) -> Violation:
    shape, focus = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
    value, message = report.value(result, SH.value), report.value(result, SH.resultMessage)
    component = str(report.value(result, SH.sourceConstraintComponent))
    if shape is None or focus is None:
        raise ValueError("a result of pyshacl lacks its shape or focus node")
    rule = _rules_by_shape()[from_node(shape)]
    return Violation(
        code=rule.code,
        focus=from_node(focus),
        path=_predicate(focus, report.value(result, SH.resultPath), value, graph),
        value="" if value is None else from_node(value),
        constraint=component.removeprefix(str(SH)).removesuffix("ConstraintComponent"),
        name=rule.name,
        severity=rule.severity,
        message=str(message),
    )


def _predicate(focus: Node, path: Node | None, value: Node | None, graph: Graph) -> str:
    """The property that a path consists of, or the one of its alternatives that gave the value."""
    if path is not None and not isinstance(path, BNode):
        return from_node(path)
    if path is None or value is None:
        return ""
    return min(map(from_node, graph.predicates(focus, value)), default="")


@cache
def _shapes() -> Graph:
    """The shapes, with the targets of each node shape moved to its property shapes.

    That means the same, and pyshacl then takes all focus nodes of a property shape at once
    instead of starting anew for each, which makes it five times as fast.
    """
    graph = Graph().parse(resources.path(_SHAPES_FILE), format="turtle")
    for node_shape, property_shape in list(graph.subject_objects(SH.property)):
        for target in _TARGETS:
            for targeted in graph.objects(node_shape, target):
                graph.add((property_shape, target, targeted))
    for node_shape in set(graph.subjects(SH.property)):
        graph.remove((node_shape, None, None))
    return graph


@cache
def _rules_by_shape() -> dict[str, Rule]:
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, obj in _shape_triples():
        said[subject][predicate] = obj
    return {
        shape: Rule(
            code=text_of(facts[SKOS.notation]),
            name=text_of(facts[RDFS.label]),
            severity=_SEVERITIES[facts[SHACL.severity]],
            explanation=text_of(facts[RDFS.comment]),
        )
        for shape, facts in said.items()
        if SKOS.notation in facts
    }


def _shape_triples() -> Iterator[Triple]:
    text = resources.path(_SHAPES_FILE).read_bytes()
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE):
        yield str(quad.subject), str(quad.predicate), str(quad.object)
