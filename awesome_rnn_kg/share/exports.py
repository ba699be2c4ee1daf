"""A build, or a part of the package, in one format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .. import resources
from ..graph.authorities import read_turtle
from ..graph.restate import restated
from ..graph.terms import Triple
from ..graph.write import jsonld, nquads, ntriples, rdfxml, trig, turtle
from .artifacts import description, named_graphs
from .bibtex import bibtex
from .csl import csljson
from .csv_tables import csv_tables
from .graphml import graphml
from .graphs import Graph
from .markdown import markdown
from .queries_rdf import query_triples

_TRIPLES = {"turtle": turtle, "ntriples": ntriples, "jsonld": jsonld, "rdfxml": rdfxml}
_DEFAULT_GRAPH = {**_TRIPLES, "nquads": ntriples, "trig": turtle}
_ASSERTED = {
    **_TRIPLES,
    "bibtex": bibtex,
    "csljson": csljson,
    "graphml": graphml,
    "markdown": markdown,
}
_FILES = {"ontology": "ontology/rnn.ttl", "shapes": "ontology/shapes.ttl"}


def export(build: Graph, form: str) -> Iterable[str]:
    """Chunks of the data; only nquads and trig hold inferred triples, in their own graph."""
    if form == "turtle":
        return turtle(build.asserted, build.prefixes)
    if form == "trig":
        return trig(named_graphs(build), build.prefixes)
    if form == "nquads":
        return nquads(named_graphs(build))
    return _ASSERTED[form](build.asserted)


def export_tables(build: Graph) -> Mapping[str, Iterable[str]]:
    """Chunks of CSV files by their names."""
    ontology = read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True)
    return csv_tables(build.asserted, ontology)


def export_description(build: Graph, form: str) -> Iterable[str]:
    """Chunks of what VoID and DCAT say of a build, in a syntax of RDF."""
    return _DEFAULT_GRAPH[form](description(build))


def export_packaged(part: str, form: str) -> Iterable[str]:
    """Chunks of `ontology`, `shapes` or `queries` in a syntax of RDF."""
    if part == "queries":
        return _DEFAULT_GRAPH[form](_query_triples())
    path = resources.path(_FILES[part])
    return [path.read_text("utf-8") if form == "turtle" else restated(path, form)]


def _query_triples() -> Iterator[Triple]:
    from ..ask.queryfile import load, names

    folder = resources.path("queries")
    return query_triples([load(folder, name) for name in names(folder)])
