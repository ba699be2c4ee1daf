"""N-Triples as rdflib graphs and datasets."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph
from rdflib import BNode, Dataset, Graph, URIRef
from rdflib.term import Node

from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.rdflib_graph import to_node


def read_graph(parts: Iterable[bytes | str]) -> Graph:
    """One graph of all the parts; every literal is spelled as in its part."""
    graph = Graph(bind_namespaces="none")
    for part in parts:
        _fill(graph, part)
    _bind(graph)
    return graph


def read_dataset(graphs: Mapping[str, bytes | str]) -> Dataset:
    """A dataset of named graphs, by IRI."""
    dataset = Dataset()
    for name, part in graphs.items():
        _fill(dataset.graph(URIRef(name)), part)
    _bind(dataset)
    return dataset


def read_turtle(path: Path) -> Graph:
    """A Turtle file as a graph."""
    return Graph().parse(path, format="turtle")


def _fill(graph: Graph, part: bytes | str) -> None:
    nodes: dict[str, Node] = {}

    def node(term: object) -> Node:
        text = str(term)
        if text not in nodes:
            nodes[text] = BNode(text[2:]) if text.startswith("_:") else to_node(text)
        return nodes[text]

    for triple in _parsed(part):
        graph.add((node(triple.subject), node(triple.predicate), node(triple.object)))


def _parsed(part: bytes | str) -> Iterator[pyoxigraph.Quad]:
    return pyoxigraph.parse(part, pyoxigraph.RdfFormat.N_TRIPLES)


def _bind(graph: Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
