"""GraphML for Gephi, yEd and networkx: things are nodes, object properties are edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..graph.prefixes import BASE
from ..graph.terms import Triple, is_iri
from ..graph.vocabulary import ARNN, DCTERMS, RDF, SCHEMA
from .facts import Facts, curie

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
# Attributes of nodes: their name, their type, and the property that fills them.
_VALUES = (
    ("year", "int", ARNN.year),
    ("title", "string", DCTERMS.title),
    ("authors", "string", ARNN.authorString),
    ("description", "string", DCTERMS.description),
    ("arxiv", "string", ARNN.arxivId),
    ("doi", "string", ARNN.doi),
    ("url", "string", SCHEMA.url),
    ("country", "string", ARNN.country),
    ("latitude", "double", SCHEMA.latitude),
    ("longitude", "double", SCHEMA.longitude),
    ("position", "int", ARNN.position),
    ("ordinal", "int", ARNN.ordinal),
)
_KEYS = (
    ("node", "label", "string"),
    ("node", "kind", "string"),
    *(("node", name, kind) for name, kind, _ in _VALUES),
    ("edge", "predicate", "string"),
    ("edge", "label", "string"),
)
_THING = f"<{BASE}"


def graphml(triples: Iterable[Triple]) -> Iterator[str]:
    """Chunks of a GraphML document; the reasons for facts (`arnn:Evidence`) are left out."""
    facts = Facts(triples)
    yield _HEAD
    for owner, name, kind in _KEYS:
        yield (f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n')
    yield '<graph id="graph" edgedefault="directed">\n'
    nodes = _nodes(facts)
    for thing in nodes:
        yield _node(facts, thing)
    yield from _edges(facts, nodes)
    yield "</graph>\n</graphml>\n"


def _nodes(facts: Facts) -> list[str]:
    reasons = set(facts.instances(ARNN.Evidence))
    found = (t for t in facts.subjects() if t.startswith(_THING) and t not in reasons)
    return list(found)


def _node(facts: Facts, thing: str) -> str:
    data = [_data("node-label", facts.label(thing)), _data("node-kind", _kind(thing))]
    for name, _, predicate in _VALUES:
        if text := facts.text(thing, predicate):
            data.append(_data(f"node-{name}", text))
    return f"<node id={quoteattr(curie(thing))}>{''.join(data)}</node>\n"


def _kind(thing: str) -> str:
    """The segment of the IRI that says what a thing is: `paper`, `person`, `link` …"""
    parts = thing.strip("<>").rsplit("/", 2)
    return parts[-2]


def _data(key: str, text: str) -> str:
    return f'<data key="{key}">{escape(_printable(text))}</data>'


def _printable(text: str) -> str:
    """Text without the control characters that no XML document may hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


def _edges(facts: Facts, nodes: list[str]) -> Iterator[str]:
    known = set(nodes)
    number = 0
    for thing in nodes:
        for predicate in facts.predicates(thing):
            targets = facts.values(thing, predicate) if predicate != RDF.type else []
            for target in targets:
                if is_iri(target) and target in known:
                    number += 1
                    yield _edge(number, thing, predicate, target)


def _edge(number: int, source: str, predicate: str, target: str) -> str:
    name = curie(predicate)
    ends = f"source={quoteattr(curie(source))} target={quoteattr(curie(target))}"
    data = _data("edge-predicate", name) + _data("edge-label", name.rpartition(":")[2])
    return f'<edge id="e{number}" {ends}>{data}</edge>\n'
