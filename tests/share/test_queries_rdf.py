"""The published queries are valid Turtle of the SHACL vocabulary, and their texts run."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.queryfile import QueryFile, load, names
from awesome_rnn_kg.graph.prefixes import BASE, PREFIXES
from awesome_rnn_kg.graph.turtle import turtle
from awesome_rnn_kg.share.queries_rdf import query_triples

SH, RDFS = PREFIXES["sh"], PREFIXES["rdfs"]


@pytest.fixture(scope="module")
def queries() -> list[QueryFile]:
    folder = resources.path("queries")
    return [load(folder, name) for name in names(folder)]


@pytest.fixture(scope="module")
def store(queries: list[QueryFile]) -> ox.Store:
    found = ox.Store()
    found.load("".join(turtle(query_triples(queries))).encode(), format=ox.RdfFormat.TURTLE)
    return found


def values(store: ox.Store, subject: str, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return sorted(q.object.value for q in quads if not isinstance(q.object, ox.Triple))


def test_every_query_is_described(store: ox.Store, queries: list[QueryFile]) -> None:
    for query in queries:
        own = f"{BASE}query/{query.name}"
        assert values(store, own, f"{PREFIXES['rdf']}type") == [
            f"{SH}SPARQLExecutable",
            f"{SH}SPARQLSelectExecutable",
        ]
        assert values(store, own, f"{RDFS}label") == [query.title]
        assert values(store, own, f"{RDFS}comment") == [query.description]
        assert values(store, own, f"{PREFIXES['schema']}keywords") == sorted(query.tags)


def test_prefixes_are_declared_once_each(store: ox.Store, queries: list[QueryFile]) -> None:
    used = {pair for q in queries for pair in q.prefixes.items()}
    declared = set()
    for own in values(store, f"{BASE}queries", f"{SH}declare"):
        (name,), (namespace,) = (values(store, own, f"{SH}{n}") for n in ("prefix", "namespace"))
        declared.add((name, namespace))
    assert declared == used


def test_texts_run_as_they_stand(store: ox.Store, queries: list[QueryFile]) -> None:
    for query in queries:
        (text,) = values(store, f"{BASE}query/{query.name}", f"{SH}select")
        assert "# ///" not in text
        assert query.text.endswith(text)
        ox.Store().query(text)


def test_no_blank_nodes(store: ox.Store) -> None:
    assert not any(isinstance(q.subject, ox.BlankNode) for q in store)
