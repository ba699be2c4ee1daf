"""A Turtle file in another syntax; blank nodes are numbered alike on every run."""

from pathlib import Path

import pyoxigraph as ox

from awesome_rnn_kg.graph.prefixes import PREFIXES

_SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def restated(path: Path, form: str) -> str:
    """The triples of a Turtle file in the syntax `form`, sorted."""
    dataset = ox.Dataset(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    triples = [quad.triple for quad in sorted(dataset, key=str)]
    text = ox.serialize(triples, format=_SYNTAXES[form], prefixes=PREFIXES)
    return (text or b"").decode()
