"""Writes triples in every format: canonical text, without a clock or the order of the input.

A writer yields chunks of text with `\\n` line ends; what it writes re-reads as the same triples.
"""

from collections.abc import Iterable, Iterator, Mapping

from awesome_rnn_kg.graph.jsonld import jsonld
from awesome_rnn_kg.graph.rdfxml import rdfxml
from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.graph.turtle import trig, turtle

__all__ = ["jsonld", "nquads", "ntriples", "rdfxml", "trig", "turtle"]


def ntriples(triples: Iterable[Triple]) -> Iterator[str]:
    """Lines of canonical N-Triples, sorted by code point."""
    for subject, predicate, obj in sorted(set(triples)):
        yield f"{subject} {predicate} {obj} .\n"


def nquads(graphs: Mapping[str, Iterable[Triple]]) -> Iterator[str]:
    """Lines of canonical N-Quads of named graphs, by the IRI terms of their names."""
    quads = {(*triple, name) for name, triples in graphs.items() for triple in triples}
    for quad in sorted(quads):
        yield f"{' '.join(quad)} .\n"
