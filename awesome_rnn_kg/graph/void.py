"""What a graph holds, in the words of VoID, counted from the graph itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .prefixes import BASE
from .terms import Triple, integer, iri, iri_of, literal
from .vocabulary import DCTERMS, RDF, VOID

_LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def describe(asserted: Iterable[Triple], inferred: Iterable[Triple], title: str) -> list[Triple]:
    """The description of the dataset `…/dataset-description` and its two parts."""
    whole = iri(f"{BASE}void/kg")
    parts = {"asserted": list(asserted), "inferred": list(inferred)}
    found: list[Triple] = [
        (whole, RDF.type, VOID.Dataset),
        (whole, DCTERMS.title, literal(title)),
        (whole, DCTERMS.license, iri(_LICENSE)),
        (whole, VOID.uriSpace, literal(BASE)),
        (whole, VOID.triples, integer(sum(map(len, parts.values())))),
    ]
    for name, triples in parts.items():
        part = iri(f"{BASE}void/{name}")
        found += [(whole, VOID.subset, part), (part, RDF.type, VOID.Dataset)]
        found.append((part, VOID.triples, integer(len(triples))))
        found += _classes(part, name, triples)
        found += _properties(part, name, triples)
    return found


def _classes(part: str, name: str, triples: list[Triple]) -> list[Triple]:
    counts = Counter(o for _, p, o in triples if p == RDF.type)
    found: list[Triple] = []
    for cls, number in counts.items():
        own = iri(f"{BASE}void/{name}-class-{_local(cls)}")
        found += [(part, VOID.classPartition, own), (own, VOID.class_, cls)]
        found.append((own, VOID.entities, integer(number)))
    return found


def _properties(part: str, name: str, triples: list[Triple]) -> list[Triple]:
    counts = Counter(p for _, p, _ in triples)
    found: list[Triple] = []
    for term, number in counts.items():
        own = iri(f"{BASE}void/{name}-property-{_local(term)}")
        found += [(part, VOID.propertyPartition, own), (own, VOID.property, term)]
        found.append((own, VOID.triples, integer(number)))
    return found


def _local(term: str) -> str:
    """A name for a term: the last piece of its namespace and its local name."""
    pieces = iri_of(term).replace("#", "/").rstrip("/").split("/")
    return "-".join(pieces[-2:]).replace(".", "-")
