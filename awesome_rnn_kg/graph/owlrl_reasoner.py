"""The reference reasoner, owlrl: slow, and what `infer` is measured against."""

from collections.abc import Iterable

from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS
from rdflib.term import Node

from awesome_rnn_kg.graph.infer import things_of_ours
from awesome_rnn_kg.graph.rdflib_graph import from_node, to_graph, to_node
from awesome_rnn_kg.graph.terms import Triple


def infer_with_owlrl(triples: Iterable[Triple], ontology: str) -> set[Triple]:
    """Return what follows about things of ours from `triples` and an ontology in Turtle.

    That is owlrl's OWL 2 RL closure without what is asserted, `x owl:sameAs x` and the types
    owl:Thing and rdfs:Resource.
    """
    data = tuple(triples)
    asserted = to_graph(data).parse(data=ontology, format="turtle")
    closure = to_graph(()) + asserted
    # owlrl's own conversions of literals would be patched into rdflib for everyone.
    DeductiveClosure(OWLRL_Semantics, improved_datatypes=False).expand(closure)
    ours = {to_node(term) for term in things_of_ours(data)}
    return {
        (from_node(s), from_node(p), from_node(o))
        for s, p, o in closure
        if s in ours and (s, p, o) not in asserted and not _tells_nothing(s, p, o)
    }


def _tells_nothing(subject: Node, predicate: Node, obj: Node) -> bool:
    if predicate == OWL.sameAs:
        return subject == obj
    return predicate == RDF.type and obj in {OWL.Thing, RDFS.Resource}
