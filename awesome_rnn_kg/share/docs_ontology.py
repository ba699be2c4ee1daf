"""The reference page of the ontology: classes, properties, their alignments, and the schemes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import cast

from ..ask.knowledge import Knowledge
from ..ask.labels import shown
from ..ask.table import Table
from ..text.markdown_table import code, table

_INTRODUCTION = """\
# Ontology

The terms of `arnn:` are in [`ontology/rnn.ttl`](../ontology/rnn.ttl), in OWL 2 RL, aligned with
schema.org, FaBiO, SKOS, ORG, PROV and DCMI Terms; nothing is imported. The
[picture of the model](model.svg) shows the terms that matter most.
"""
_FOLLOWS = """
## What follows

`awesome-rnn-kg build` writes into `kg.inferred.ttl` what these axioms add about things of ours; it
never mixes with what is asserted. `awesome-rnn-kg why` names the rule and the premises of such a
triple.

"""
_TERMS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT DISTINCT ?term ?kind ?comment WHERE {
  VALUES ?kind { %s }
  ?term a ?kind ; rdfs:comment ?comment .
  ?term rdfs:isDefinedBy <https://w3id.org/awesome-rnn-kg/ontology> .
} ORDER BY ?term"""
_VALUES = (
    "SELECT ?term ?value WHERE { ?term %s ?value FILTER (isIRI(?value)) } ORDER BY ?term ?value"
)
_CHAINS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?term ?first ?second WHERE {
  ?term owl:propertyChainAxiom ?list . ?list rdf:first ?first ; rdf:rest/rdf:first ?second .
} ORDER BY ?term"""
_TRANSITIVE = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?term WHERE { ?term a owl:TransitiveProperty } ORDER BY ?term"""
_SCHEMES = """
SELECT ?scheme ?label (COUNT(?concept) AS ?concepts) (SAMPLE(?one) AS ?such_as) WHERE {
  ?concept skos:inScheme ?scheme . ?scheme skos:prefLabel ?label .
  { SELECT ?scheme (MIN(?name) AS ?one) WHERE {
    ?any skos:inScheme ?scheme ; skos:prefLabel ?name } GROUP BY ?scheme }
} GROUP BY ?scheme ?label ORDER BY ?scheme"""


def ontology_page(ontology: Knowledge, prefixes: Mapping[str, str], graph: Knowledge) -> str:
    """The page in Markdown, of the ontology's own triples and a graph that uses it.

    `prefixes` shorten the IRIs of vocabularies that only the ontology names.
    """
    parts = [_INTRODUCTION, "\n## Classes\n\n", _classes(ontology, prefixes)]
    parts += ["\n## Properties\n\n", _properties(ontology, prefixes)]
    parts += [_FOLLOWS, _axioms(ontology), "\n## Concept schemes\n\n", _schemes(graph)]
    return "".join(parts)


def _classes(ontology: Knowledge, prefixes: Mapping[str, str]) -> str:
    above = _values(ontology, "rdfs:subClassOf", prefixes)
    rows = [
        (code(term), comment, *_own_and_others(above.get(term, ())))
        for term, _, comment in _terms(ontology, "owl:Class")
    ]
    return table(("class", "is", "below", "aligned with"), rows)


def _properties(ontology: Knowledge, prefixes: Mapping[str, str]) -> str:
    above = _values(ontology, "rdfs:subPropertyOf", prefixes)
    domain, range_ = _values(ontology, "rdfs:domain"), _values(ontology, "rdfs:range")
    kinds = "owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty"
    rows = [
        (code(term), comment, _named(domain.get(term, ())), _named(range_.get(term, ())),
         _named(above.get(term, ())))
        for term, _, comment in _terms(ontology, kinds)
    ]  # fmt: skip
    return table(("property", "is", "of a", "value", "below"), rows)


def _axioms(ontology: Knowledge) -> str:
    return table(("from", "follows"), [*_chains(ontology), *_implied(ontology)])


def _chains(ontology: Knowledge) -> Iterator[Sequence[str]]:
    for row in _table(ontology, _CHAINS).terms:
        term, first, second = (shown(str(cell)) for cell in row)
        yield f"`x {first} y`, `y {second} z`", code(f"x {term} z")


def _implied(ontology: Knowledge) -> Iterator[Sequence[str]]:
    """What one triple alone brings with it: properties of ours above others, and inverses."""
    for term, above in _values(ontology, "rdfs:subPropertyOf").items():
        for other in above:
            if term.startswith("arnn:") and other.startswith("arnn:"):
                yield code(f"x {term} y"), code(f"x {other} y")
    for term, others in _values(ontology, "owl:inverseOf").items():
        for other in others:
            yield code(f"x {term} y"), f"`y {other} x`, and the other way round"
    for (transitive,) in _table(ontology, _TRANSITIVE).terms:
        name = shown(str(transitive))
        yield f"`x {name} y`, `y {name} z`", code(f"x {name} z")


def _schemes(graph: Knowledge) -> str:
    found = _table(graph, _SCHEMES)
    rows = [
        (code(shown(str(terms[0]))), *map(str, values[1:]))
        for terms, values in zip(found.terms, found.rows, strict=True)
    ]
    return table(("scheme", "label", "concepts", "such as"), rows)


def _terms(ontology: Knowledge, kinds: str) -> Iterator[tuple[str, str, str]]:
    found = _table(ontology, _TERMS % kinds)
    for terms, values in zip(found.terms, found.rows, strict=True):
        yield shown(str(terms[0])), shown(str(terms[1])), str(values[2])


def _values(
    ontology: Knowledge, predicate: str, prefixes: Mapping[str, str] = MappingProxyType({})
) -> dict[str, list[str]]:
    """The IRIs that a predicate gives to each term, as compact names."""
    text = "PREFIX owl: <http://www.w3.org/2002/07/owl#> " + _VALUES % predicate
    found: dict[str, list[str]] = {}
    for term, value in _table(ontology, text).terms:
        found.setdefault(shown(str(term)), []).append(_compact(str(value), prefixes))
    return found


def _compact(term: str, prefixes: Mapping[str, str]) -> str:
    text = shown(term).strip("<>")
    fitting = [(len(start), name) for name, start in prefixes.items() if text.startswith(start)]
    length, name = max(fitting, default=(0, ""))
    return f"{name}:{text[length:]}" if name else text


def _own_and_others(above: Iterable[str]) -> tuple[str, str]:
    own = [name for name in above if name.startswith("arnn:")]
    return _named(own), _named(name for name in above if name not in own)


def _named(terms: Iterable[str]) -> str:
    return ", ".join(map(code, terms))


def _table(knowledge: Knowledge, text: str) -> Table:
    return cast(Table, knowledge.query(text))
