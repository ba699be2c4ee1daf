"""Triples as an rdflib graph, without a way through text."""

from collections.abc import Iterable

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from awesome_rnn_kg.graph.terms import (
    Triple,
    datatype_of,
    iri,
    iri_of,
    is_iri,
    lang_of,
    literal,
    text_of,
)
from awesome_rnn_kg.graph.vocabulary import XSD


def to_graph(triples: Iterable[Triple], graph: Graph | None = None) -> Graph:
    """Add triples to a graph (default: a new one), every literal spelled as it is."""
    graph = Graph(bind_namespaces="none") if graph is None else graph
    nodes: dict[str, Node] = {}
    for triple in triples:
        for term in triple:
            if term not in nodes:
                nodes[term] = to_node(term)
        graph.add((nodes[triple[0]], nodes[triple[1]], nodes[triple[2]]))
    return graph


def to_node(term: str) -> URIRef | BNode | Literal:
    """Return the rdflib node of an N-Triples term."""
    if is_iri(term):
        return URIRef(iri_of(term))
    if term.startswith("_:"):
        return BNode(term[2:])
    if lang := lang_of(term):
        return Literal(text_of(term), lang=lang)
    if (datatype := datatype_of(term)) == XSD.string:
        return Literal(text_of(term))
    return Literal(text_of(term), datatype=URIRef(iri_of(datatype)), normalize=False)


def from_node(node: Node) -> str:
    """Return the N-Triples term of a node."""
    if isinstance(node, BNode):
        return f"_:{node}"
    if not isinstance(node, Literal):
        return iri(str(node))
    datatype = iri(node.datatype) if node.datatype is not None and not node.language else ""
    return literal(str(node), datatype, node.language or "")
