"""What a graph holds, in the words of VoID, counted from the graph itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from .prefixes import BASE
from .terms import Triple, integer, iri, iri_of, literal
from .vocabulary import DCTERMS, RDF, VOID

_LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def describe(
    asserted: Iterable[Triple],
    inferred: Iterable[Triple],
    title: str,
    base: str = BASE,
    ours: bool = True,
) -> list[Triple]:
    """The description of the dataset `void/kg` and its two parts, all of them under `base`.

    Only what is `ours` has our license; a space of IRIs is said where all things are in it.
    """
    whole = iri(f"{base}void/kg")
    parts = {"asserted": list(asserted), "inferred": list(inferred)}
    found: list[Triple] = [
        (whole, RDF.type, VOID.Dataset),
        (whole, DCTERMS.title, literal(title)),
        (whole, VOID.triples, integer(sum(map(len, parts.values())))),
    ]
    found += [(whole, DCTERMS.license, iri(_LICENSE))] if ours else []
    if all(subject.startswith(f"<{base}") for subject, _, _ in parts["asserted"]):
        found.append((whole, VOID.uriSpace, literal(base)))
    for name, triples in parts.items():
        part = iri(f"{base}void/{name}")
        found += [(whole, VOID.subset, part), (part, RDF.type, VOID.Dataset)]
        found.append((part, VOID.triples, integer(len(triples))))
        found += _classes(part, triples)
        found += _properties(part, triples)
    return found


def describe_ours(triples: Collection[Triple], base: str) -> list[Triple]:
    """The description of our data within the graph of another list: a part with our license."""
    whole, part = iri(f"{base}void/kg"), iri(f"{base}void/shared")
    return [
        (whole, VOID.subset, part),
        (part, RDF.type, VOID.Dataset),
        (part, DCTERMS.title, literal("Curated data of awesome-rnn-kg")),
        (part, DCTERMS.license, iri(_LICENSE)),
        (part, VOID.triples, integer(len(triples))),
    ]


def _classes(part: str, triples: list[Triple]) -> list[Triple]:
    counts = Counter(o for _, p, o in triples if p == RDF.type)
    found: list[Triple] = []
    for cls, number in counts.items():
        own = iri(f"{iri_of(part)}-class-{_local(cls)}")
        found += [(part, VOID.classPartition, own), (own, VOID.class_, cls)]
        found.append((own, VOID.entities, integer(number)))
    return found


def _properties(part: str, triples: list[Triple]) -> list[Triple]:
    counts = Counter(p for _, p, _ in triples)
    found: list[Triple] = []
    for term, number in counts.items():
        own = iri(f"{iri_of(part)}-property-{_local(term)}")
        found += [(part, VOID.propertyPartition, own), (own, VOID.property, term)]
        found.append((own, VOID.triples, integer(number)))
    return found


def _local(term: str) -> str:
    """A name for a term: the last piece of its namespace and its local name."""
    pieces = iri_of(term).replace("#", "/").rstrip("/").split("/")
    return "-".join(pieces[-2:]).replace(".", "-")
