"""Every rule fires on what it is for, alone, and on nothing else."""

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from awesome_rnn_kg import resources
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.infer import read_axioms
from awesome_rnn_kg.graph.rdflib_graph import from_node, to_graph
from awesome_rnn_kg.graph.terms import Triple, text_of
from awesome_rnn_kg.graph.validate import ENGINES, Violation, shape_rules, validate
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, OWL, PREFIXES, compact, expand
from awesome_rnn_kg.text.diagnostics import Rule

from .examples import VALID, changed, triples
from .mutants import MUTANTS

SHAPES = Namespace("https://w3id.org/awesome-rnn-kg/shapes#")

CASES = [
    pytest.param(name, *mutant, id=f"{name}-{number}")
    for name, mutants in MUTANTS.items()
    for number, mutant in enumerate(mutants, 1)
]
# What the shapes are made of; the engines have been compared on no other component.
COMPONENTS = {
    "And",
    "Class",
    "Datatype",
    "Disjoint",
    "Equals",
    "HasValue",
    "In",
    "LessThanOrEquals",
    "MaxCount",
    "MaxInclusive",
    "MinCount",
    "MinInclusive",
    "MinLength",
    "Node",
    "NodeKind",
    "Or",
    "Pattern",
    "QualifiedMaxCount",
    "SPARQL",
}
WORDS = """
alternativePath and class datatype declare disjoint equals hasValue in inversePath lessThanOrEquals
maxCount maxInclusive message minCount minInclusive minLength namespace node nodeKind or path
pattern prefix prefixes property qualifiedMaxCount qualifiedValueShape select severity sparql
targetClass targetNode targetObjectsOf targetSubjectsOf
"""
# Classes that only have things through their subclasses.
ABSTRACT = {ARNN.Agent, ARNN.Credit, ARNN.Placed}


def shapes() -> Graph:
    return Graph().parse(resources.path("ontology/shapes.ttl"), format="turtle")


def constraints(graph: Graph, shape: Node) -> set[str]:
    """Names of the constraint components that a shape declares."""
    names = {str(p).removeprefix(str(SH)) for p in graph.predicates(shape)}
    components = {"SPARQL" if name == "sparql" else name[0].upper() + name[1:] for name in names}
    return {name for name in components if hasattr(SH, f"{name}ConstraintComponent")}


def told(found: list[Violation]) -> set[tuple[str, str, str, str]]:
    """Rule, focus, path and value of violations."""
    return {(v.name, v.focus, v.path, v.value) for v in found}


def plain_results(data: list[Triple]) -> set[tuple[str, str, str]]:
    """Rule, focus and constraint of what pyshacl finds with the shapes as they are."""
    graph = shapes()
    _, results, _ = pyshacl.validate(to_graph(data), shacl_graph=graph)
    assert isinstance(results, Graph)
    whole = set(graph.objects(predicate=SH.targetNode))  # where the value is what is wrong
    return {
        (
            str(results.value(result, SH.sourceShape)).removeprefix(SHAPES),
            from_node(dict(results[result])[SH.value] if focus in whole else focus),
            str(results.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH)),
        )
        for result, focus in results.subject_objects(SH.focusNode)
        if (None, SH.result, result) in results
    }


def test_the_valid_graph_breaks_no_rule() -> None:
    for engine in ENGINES:
        assert validate(triples(VALID), engine) == []


@pytest.mark.parametrize(("name", "drop", "add", "constraint"), CASES)
def test_a_mutant_breaks_its_rule_alone(name: str, drop: str, add: str, constraint: str) -> None:
    """And both engines see it at the same things and values.

    They may differ in the constraints that a value breaks: "2015"^^xsd:gYear is neither less nor
    more than 1900 for one of them, and only not less for the other.
    """
    mutant = changed(drop, add)
    found = [validate(mutant, engine) for engine in ENGINES]
    for violations in found:
        assert {v.name for v in violations} == {name}
        assert constraint in {v.constraint for v in violations}
    assert told(found[0]) == told(found[1])


@pytest.mark.parametrize("rule", shape_rules(), ids=lambda rule: rule.name)
def test_examples_show_their_rule(rule: Rule) -> None:
    assert {v.name for v in validate(triples(rule.bad))} == {rule.name}
    assert rule.good
    assert validate(triples(rule.good)) == []


def test_the_engines_agree_on_all_mutants_at_once() -> None:
    """Where things break several rules; on the graph of what all mutants add."""
    mutants = [changed(drop, add) for ms in MUTANTS.values() for drop, add, _ in ms]
    mixed = sorted({t for mutant in mutants for t in mutant})
    found = [told(validate(mixed, engine)) for engine in ENGINES]
    assert found[0] == found[1]
    assert len({name for name, *_ in found[0]}) > 60


def test_an_empty_paper_is_rejected() -> None:
    paper = triples("paper:empty a arnn:Paper, arnn:Resource .")
    for engine in ENGINES:
        assert [v.name for v in validate(paper, engine)] == ["resource-without-title"]


def test_the_shapes_are_made_of_known_components() -> None:
    graph = shapes()
    used = set().union(*(constraints(graph, shape) for shape in set(graph.subjects())))
    assert used - {"Property"} == COMPONENTS


def test_the_shapes_say_nothing_that_the_default_engine_passes_over() -> None:
    """It ignores words that it does not know; on these it has been compared with pyshacl."""
    said = {str(p) for p in shapes().predicates() if str(p).startswith(str(SH))}
    assert {p.removeprefix(str(SH)) for p in said} == set(WORDS.split())


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
        found = validate(mixed, "pyshacl")
        ours = {(v.name, v.focus, f"{v.constraint}ConstraintComponent") for v in found}
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
    nodes = {t for row in shapes() for t in row if isinstance(t, URIRef)}
    used = {from_node(t) for t in nodes if t.startswith(PREFIXES["arnn"])}
    assert used <= known


def test_rules_are_named_and_explained() -> None:
    rules = shape_rules()
    codes = [f"RNN{n}" for n in (*range(300, 400), *range(500, 400 + len(rules)))]
    assert [rule.code for rule in rules] == codes, "RNN4xx is taken"
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
        ("blank-node", "_:x"),
        ("link-of-nothing", "_:x"),
        ("link-without-role", "_:x"),
        ("link-without-url", "_:x"),
    }


def test_a_list_that_shares_a_work_with_ours_gets_no_gap_in_its_credits(tmp_path: Path) -> None:
    """Its third institution is curated, and the first two stand in our list alone."""
    file = tmp_path / "list.md"
    file.write_text(
        "# Alpha\n\n## Papers\n\n* Show, Attend and Tell, Ann Lee, ICML 2015, "
        "[arXiv:1502.03044](https://arxiv.org/abs/1502.03044)\n"
    )
    build = compile_list(file)
    assert any(t[1] == ARNN.arxivId for t in build.listed)
    assert "credits-misnumbered" not in {v.name for v in validate(build.asserted)}


def test_links_of_a_group_and_of_its_works_are_numbered_apart(tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    file.write_text(
        "# Alpha\n\n## Papers\n\n* The Lab [[no]()] [[Code](https://x.org/c)]\n"
        "  * Ann Lee, *Deep Nets*, ICML 2015 [[Paper](https://x.org/a)]\n"
        "  * Bo Ray, *Wide Nets*, ICML 2016 [[Paper](https://x.org/b)]\n\n"
        "## More\n\n* Ann Lee, *Deep Nets*, ICML 2015 [[Slides](https://x.org/s)]\n"
    )
    build = compile_list(file)
    assert sum(t[1] == ARNN.hasLink and "group" in t[2] for t in build.listed) > 2
    assert validate(build.asserted) == []
