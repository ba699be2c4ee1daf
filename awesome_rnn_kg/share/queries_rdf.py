"""The canned queries as RDF, as endpoints publish examples: `sh:SPARQLExecutable`.

Each query is a thing of its own, `…/query/<name>`; its text still declares every prefix, so that it
runs as it stands, and `sh:prefixes` names the same declarations for tools that look there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ask.queryfile import QueryFile
from ..graph.prefixes import BASE, expand
from ..graph.terms import Triple, any_uri, iri, literal
from ..graph.vocabulary import RDF, RDFS, SH

_SET = iri(f"{BASE}queries")
_KEYWORDS = expand("schema:keywords")
_HEADER_END = "# ///\n"


def query_triples(queries: Iterable[QueryFile]) -> Iterator[Triple]:
    """The queries and the prefixes that they declare, without blank nodes."""
    prefixes: dict[str, str] = {}
    for query in queries:
        prefixes |= query.prefixes
        yield from _query(query)
    for name, namespace in prefixes.items():
        own = iri(f"{BASE}queries#{name}")
        yield _SET, SH.declare, own
        yield own, SH.prefix, literal(name)
        yield own, SH.namespace, any_uri(namespace)


def _query(query: QueryFile) -> Iterator[Triple]:
    own = iri(f"{BASE}query/{query.name}")
    yield own, RDF.type, SH.SPARQLExecutable
    yield own, RDF.type, SH.SPARQLSelectExecutable
    yield own, RDFS.label, literal(query.title, lang="en")
    yield own, RDFS.comment, literal(query.description, lang="en")
    yield own, SH.prefixes, _SET
    yield own, SH.select, literal(_without_header(query.text))
    for tag in query.tags:
        yield own, _KEYWORDS, literal(tag)


def _without_header(text: str) -> str:
    """The query below its header, whose every field is said in RDF beside it."""
    return text.partition(f"\n{_HEADER_END}")[2].strip() + "\n"
