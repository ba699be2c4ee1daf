"""networkx reads the GraphML; the attributes come back with their types."""

from __future__ import annotations

import io
from typing import TypeAlias

import networkx as nx
import pytest

from awesome_rnn_kg.graph.prefixes import expand
from awesome_rnn_kg.graph.terms import Triple, literal
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, SKOS
from awesome_rnn_kg.share.graphml import graphml

Network: TypeAlias = "nx.MultiDiGraph[str]"


def read(triples: list[Triple]) -> Network:
    data = "".join(graphml(triples)).encode()
    found = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    assert isinstance(found, nx.MultiDiGraph)
    return found


@pytest.fixture(scope="module")
def graph(flagship: list[Triple]) -> Network:
    return read(flagship)


def test_nodes_are_typed(graph: Network) -> None:
    node = graph.nodes["paper:show-attend-and-tell"]
    assert (node["kind"], node["year"]) == ("paper", 2015)
    assert node["label"] == node["title"]
    place = graph.nodes["institution:universite-de-montreal"]
    assert isinstance(place["latitude"], float)
    assert all(data["kind"] and data["label"] for _, data in graph.nodes(data=True))


def test_edges_name_their_predicate(graph: Network) -> None:
    found = graph.get_edge_data("paper:show-attend-and-tell", "venue:icml")
    assert [(e["predicate"], e["label"]) for e in found.values()] == [("arnn:venue", "venue")]


def test_every_statement_between_things_is_an_edge(flagship: list[Triple], graph: Network) -> None:
    reasons = {s for s, p, o in flagship if p == RDF.type and o == ARNN.Evidence}
    things = {s for s, _, _ in flagship} - reasons
    expected = {t for t in flagship if t[0] in things and t[2] in things and t[1] != RDF.type}
    assert graph.number_of_nodes() == len(things)
    assert graph.number_of_edges() == len(expected)


def test_mark_up_and_control_characters_do_no_harm() -> None:
    person = expand("person:p")
    triples = [(person, RDF.type, ARNN.Person), (person, SKOS.prefLabel, literal('<&"\x01\uffff>'))]
    assert read(triples).nodes["person:p"]["label"] == '<&">'


def test_same_bytes_for_the_same_set(flagship: list[Triple]) -> None:
    assert list(graphml(flagship)) == list(graphml(reversed(flagship)))
