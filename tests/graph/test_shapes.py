"""Every rule fires on what it is for, alone, and on nothing else."""

import re

import pyshacl
import pytest
from rdflib import RDFS, SH, SKOS, Graph, Literal, Namespace
from rdflib.term import Node

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.infer import read_axioms
from awesome_rnn_kg.graph.rdflib_graph import from_node, to_graph
from awesome_rnn_kg.graph.terms import Triple, text_of
from awesome_rnn_kg.graph.validate import shape_rules, validate
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, OWL, PREFIXES, compact, expand

from .examples import VALID, changed, triples
from .mutants import MUTANTS

SHAPES = Namespace("https://w3id.org/awesome-rnn-kg/shapes#")

CASES = [
    pytest.param(name, *mutant, id=f"{name}-{number}")
    for name, mutants in MUTANTS.items()
    for number, mutant in enumerate(mutants, 1)
]
# Classes that only have things through their subclasses.
ABSTRACT = {ARNN.Agent, ARNN.Credit, ARNN.Placed}


def shapes() -> Graph:
    return Graph().parse(resources.path("ontology/shapes.ttl"), format="turtle")


def constraints(graph: Graph, shape: Node) -> set[str]:
    """Names of the constraint components that a shape declares."""
    names = {str(p).removeprefix(str(SH)) for p in graph.predicates(shape)}
    components = {name[0].upper() + name[1:] for name in names}
    return {name for name in components if hasattr(SH, f"{name}ConstraintComponent")}


def plain_results(data: list[Triple]) -> set[tuple[str, str, str]]:
    """Rule, focus and constraint of what pyshacl finds with the shapes as they are."""
    _, report, _ = pyshacl.validate(to_graph(data), shacl_graph=shapes())
    assert isinstance(report, Graph)
    return {
        (
            str(report.value(result, SH.sourceShape)).removeprefix(SHAPES),
            from_node(focus),
            str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH)),
        )
        for result, focus in report.subject_objects(SH.focusNode)
        if (None, SH.result, result) in report
    }


def test_the_valid_graph_breaks_no_rule() -> None:
    assert validate(triples(VALID)) == []


@pytest.mark.parametrize(("name", "drop", "add", "constraint"), CASES)
def test_a_mutant_breaks_its_rule_alone(name: str, drop: str, add: str, constraint: str) -> None:
    found = validate(changed(drop, add))
    assert {v.name for v in found} == {name}
    assert constraint in {v.constraint for v in found}


def test_every_constraint_of_every_rule_has_a_mutant() -> None:
    graph = shapes()
    declared = {
        text_of(from_node(name)): constraints(graph, shape)
        for shape, name in graph.subject_objects(RDFS.label)
        if (shape, SKOS.notation, None) in graph
    }
    assert {name: {case[2] for case in mutants} for name, mutants in MUTANTS.items()} == declared


def test_the_constraints_of_a_shape_are_told_from_its_other_properties() -> None:
    graph = shapes()
    assert constraints(graph, SHAPES["year-out-of-range"]) == {
        "MaxCount",
        "Datatype",
        "MinInclusive",
        "MaxInclusive",
    }
    assert constraints(graph, SHAPES["namesakes-without-note"]) == {"Or"}


def test_moving_targets_to_property_shapes_changes_no_result() -> None:
    """On what all mutants add, and on what all of them leave."""
    mutants = [set(changed(drop, add)) for ms in MUTANTS.values() for drop, add, _ in ms]
    names = set()
    for mixed in (sorted(set.union(*mutants)), sorted(set.intersection(*mutants))):
        ours = {(v.name, v.focus, f"{v.constraint}ConstraintComponent") for v in validate(mixed)}
        assert ours == plain_results(mixed)
        names |= {name for name, _, _ in ours}
    assert len(names) > 75


def test_every_class_has_a_node_shape() -> None:
    graph = shapes()
    targeted = {from_node(c) for s, c in graph.subject_objects(SH.targetClass)}
    declared = {
        s for s, _, o in read_axioms().asserted if o == OWL.Class and compact(s) is not None
    }
    own = {c for c in declared if (compact(c) or "").startswith("arnn:")}
    assert own - ABSTRACT == {c for c in targeted if (compact(c) or "").startswith("arnn:")}


def test_shapes_speak_of_declared_terms_only() -> None:
    known = {s for s, _, _ in read_axioms().asserted}
    used = {from_node(t) for row in shapes() for t in row if str(t).startswith(PREFIXES["arnn"])}
    assert used <= known


def test_rules_are_named_and_explained() -> None:
    rules = shape_rules()
    assert [rule.code for rule in rules] == [f"RNN{n}" for n in range(301, 301 + len(rules))]
    assert len(rules) <= 99, "RNN4xx is taken"
    assert len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
        assert len(re.findall(r"[.](?= |$)", rule.explanation)) >= 2, rule.name
        assert (SHAPES[rule.name], SKOS.notation, Literal(rule.code)) in shapes()


def test_violations_tell_where_and_in_order() -> None:
    graph = changed("paper:show dcterms:title", "book:deep dcterms:description 'Tief'@de .")
    found = validate(reversed(graph))
    assert found == validate(graph) == sorted(found)
    assert [(v.name, v.focus, v.path, v.value, v.severity) for v in found] == [
        ("resource-without-title", expand("paper:show"), DCTERMS.title, "", "error"),
        ("value-not-text", expand("book:deep"), DCTERMS.description, '"Tief"@de', "error"),
    ]
    assert found[0].message == "A work needs exactly one title, as plain text."
    alias = validate(changed("", "person:dee skos:altLabel 'Cy Dee' ."))
    assert [(v.severity, v.path, v.value) for v in alias] == [
        ("warning", f"<{SKOS.altLabel}>", '"Cy Dee"')
    ]


def test_a_path_of_several_properties_names_none() -> None:
    found = validate(changed("paper:show dcterms:creator person:bee", ""))
    assert [(v.path, v.value) for v in found] == [("", expand("person:bee"))]


def test_a_blank_node_is_checked_like_a_name() -> None:
    found = validate([*triples(VALID), ("_:x", expand("rdf:type"), ARNN.Link)])
    assert {(v.name, v.focus) for v in found} == {
        ("link-of-nothing", "_:x"),
        ("link-without-role", "_:x"),
        ("link-without-url", "_:x"),
    }
