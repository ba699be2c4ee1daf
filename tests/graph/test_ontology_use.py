"""The ontology declares what is used, and what it declares is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.authorities import read_turtle
from awesome_rnn_kg.graph.prefixes import BASE, PREFIXES, expand
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, Vocabulary

ROOT = Path(__file__).parents[2]
# What every reader of RDF knows, and what describes files instead of things of the graph.
BUILT_IN = tuple(f"<{PREFIXES[p]}" for p in ("rdf", "rdfs", "owl", "xsd", "sh", "void", "dcat"))
_TERM = re.compile(r"(?<![\w<:/])(?:arnn|schema|dcterms|skos|prov):[A-Za-z]\w*")

DECLARED = {
    s
    for s, p, _ in read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True)
    if p == RDF.type
}
OWN = {term for term in DECLARED if term.startswith(f"<{PREFIXES['arnn']}")}


def terms_in(text: str) -> set[str]:
    """The terms of the ontology's vocabularies that a Turtle or SPARQL text names."""
    return {expand(curie) for curie in _TERM.findall(text)}


@pytest.fixture(scope="module")
def in_graph() -> set[str]:
    """Properties and classes of the compiled list, asserted and inferred."""
    build = compile_list()
    triples = (*build.asserted, *build.inferred)
    return {p for _, p, _ in triples} | {o for _, p, o in triples if p == RDF.type}


IN_SHAPES = terms_in(resources.path("ontology/shapes.ttl").read_text("utf-8"))
QUERIES = sorted(resources.path("queries").glob("*.rq"))
IN_QUERIES = {term for path in QUERIES for term in terms_in(path.read_text("utf-8"))}


def undeclared(terms: set[str]) -> list[str]:
    return sorted(t for t in terms - DECLARED if not t.startswith(BUILT_IN))


def test_terms_of_the_graph_are_declared(in_graph: set[str]) -> None:
    assert len(in_graph) > 80
    assert undeclared(in_graph) == [], "declare them in ontology/rnn.ttl"


def test_terms_of_the_data_files_are_declared() -> None:
    found: set[str] = set()
    for path in resources.path("data").glob("*.ttl"):
        triples = list(read_turtle(path))
        found |= {p for _, p, _ in triples} | {o for _, p, o in triples if p == RDF.type}
    assert ARNN.authorOf in found
    assert undeclared(found) == [], "declare them in ontology/rnn.ttl"


def test_terms_of_shapes_are_declared() -> None:
    assert ARNN.nameAsPrinted in IN_SHAPES
    assert undeclared(IN_SHAPES) == [], "declare them in ontology/rnn.ttl"


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_terms_of_queries_are_declared(path: Path) -> None:
    assert undeclared(terms_in(path.read_text("utf-8"))) == [], "declare them in ontology/rnn.ttl"


def test_terms_of_the_code_are_declared() -> None:
    found = {getattr(c, n) for c in Vocabulary.__subclasses__() for n in c.__annotations__}
    assert undeclared(found) == [], "declare them in ontology/rnn.ttl"


def test_an_undeclared_term_is_found() -> None:
    assert undeclared(terms_in("?x arnn:nowhere ?y ; skos:prefLabel ?z")) == [
        f"<{BASE}ontology#nowhere>"
    ]


def test_own_terms_are_used(in_graph: set[str]) -> None:
    """By the graph, or by a shape: the list states no `versionOf` yet, which a shape checks."""
    assert sorted(OWN - in_graph) == [ARNN.versionOf]
    assert ARNN.versionOf in IN_SHAPES
    assert len(OWN) > 80


def test_what_queries_ask_for_is_in_the_graph(in_graph: set[str]) -> None:
    assert sorted(IN_QUERIES - in_graph) == []


def _modules() -> Iterator[Path]:
    yield from (ROOT / "awesome_rnn_kg").rglob("*.py")
    yield from (ROOT / "tests").rglob("*.py")


def _attributes(path: Path) -> set[tuple[str, str]]:
    """`(vocabulary, name)` of each attribute of a vocabulary of ours that a module reads."""
    tree = ast.parse(path.read_text("utf-8"))
    ours = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("vocabulary")
        for alias in node.names
    }
    return {
        (ours[node.value.id], node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ours
    }


def test_the_vocabularies_hold_no_name_that_nothing_uses() -> None:
    """But for the own one, which is the ontology term for term."""
    used = {pair for path in _modules() for pair in _attributes(path)}
    spare = [
        f"{cls.__name__}.{name}"
        for cls in Vocabulary.__subclasses__()
        for name in cls.__annotations__
        if cls is not ARNN and (cls.__name__, name) not in used
    ]
    assert spare == [], "drop them from graph/vocabulary.py"
