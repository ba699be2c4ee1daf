"""The prefixes that shorten the IRIs of vocabularies and of things."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from awesome_rnn_kg.graph.terms import iri, iri_of

BASE = "https://w3id.org/awesome-rnn-kg/"
"""What the IRI of everything that the project names begins with."""

KINDS = (
    "paper",
    "book",
    "thesis",
    "course",
    "lecture",
    "software",
    "tutorial",
    "documentation",
    "dataset",
    "blog",
    "demo",
    "resource",
    "architecture",
    "application",
    "person",
    "institution",
    "venue",
    "publication",
    "authorship",
    "credit",
    "link",
    "list",
    "section",
    "group",
    "entry",
    "scheme",
    "role",
    "type",
    "status",
    "evidence",
    "graph",
)
"""The prefixes of things, each also the path segment after `BASE`; from works to machinery."""

PREFIXES: dict[str, str] = {
    "arnn": f"{BASE}ontology#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
} | {kind: f"{BASE}{kind}/" for kind in KINDS}
"""Namespace IRI of every prefix."""

NO_MORE: Mapping[str, str] = MappingProxyType({})
_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
# The ASCII part of Turtle's PN_LOCAL, without escapes: what needs more stays a whole IRI.
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def expand(curie: str) -> str:
    """The IRI term that a CURIE stands for; ValueError if its prefix is unknown."""
    prefix, colon, local = curie.partition(":")
    if not colon or prefix not in PREFIXES:
        raise ValueError(f"{curie!a} does not begin with a known prefix")
    return iri(PREFIXES[prefix] + local)


def compact(term: str, more: Mapping[str, str] = NO_MORE) -> str | None:
    """The CURIE of an IRI term, valid as it stands in Turtle and SPARQL; None if there is none.

    `more` are prefixes by namespaces beside ours.
    """
    text = iri_of(term)
    cut = max(text.rfind("/"), text.rfind("#")) + 1
    prefix = _PREFIX_OF.get(text[:cut]) or more.get(text[:cut])
    if prefix is None or _LOCAL_NAME.fullmatch(text, cut) is None:
        return None
    return f"{prefix}:{text[cut:]}"
