"""The order in which things, properties and values are written for people to read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from awesome_rnn_kg.graph.prefixes import KINDS, compact
from awesome_rnn_kg.graph.terms import Triple, is_iri, python_value
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, RDFS, SKOS

Block = tuple[str, list[tuple[str, list[str]]]]
"""A subject with its predicates, each with its objects."""

_FIRST_PREDICATES = (
    RDF.type,
    SKOS.prefLabel,
    DCTERMS.title,
    RDFS.label,
    SKOS.altLabel,
    SKOS.definition,
    SKOS.scopeNote,
    DCTERMS.description,
    RDFS.comment,
    SKOS.broader,
    ARNN.partOf,
)
_PREDICATE_RANK = {term: rank for rank, term in enumerate(_FIRST_PREDICATES)}
_KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_DIGITS = re.compile("[0-9]+")

_Described = Mapping[str, Mapping[str, set[str]]]


def blocks(triples: Iterable[Triple]) -> Iterator[Block]:
    """Everything said of each subject, in an order that does not depend on that of the triples.

    Subjects come by kind and then by natural order (`x-2` before `x-10`); names come first
    among the predicates; objects that have an `arnn:ordinal` follow it.
    """
    described: dict[str, dict[str, set[str]]] = {}
    for subject, predicate, value in triples:
        described.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    ordinals = _ordinals(described)

    def sorted_objects(terms: set[str]) -> list[str]:
        if len(terms) == 1:
            return list(terms)
        return sorted(terms, key=lambda term: (ordinals.get(term, 0), *natural_key(term)))

    for subject in sorted(described, key=_subject_key):
        said = described[subject]
        yield subject, [(p, sorted_objects(said[p])) for p in sorted(said, key=_predicate_key)]


def natural_key(term: str) -> tuple[str, str, str]:
    """A key that sorts the numbers in a literal, or in the last segment of an IRI, by value."""
    cut = term.rfind("/") + 1 if is_iri(term) else 0
    # The term itself breaks ties, such as between 1 and 01.
    return term[:cut], _DIGITS.sub(_weighed, term[cut:]), term


def _weighed(match: re.Match[str]) -> str:
    """Digits preceded by their number, so that longer numbers sort after shorter ones."""
    digits = match[0].lstrip("0")
    return f"{len(digits):03d}{digits}"


def _subject_key(term: str) -> tuple[int, str, str, str]:
    # The kind is the path segment before the last one under every base IRI.
    kind = f"/{term}".rsplit("/", 2)[-2]
    return (_KIND_RANK.get(kind, len(KINDS)), *natural_key(term))


@cache
def _predicate_key(predicate: str) -> tuple[int, str]:
    rank = _PREDICATE_RANK.get(predicate, len(_PREDICATE_RANK))
    return rank, compact(predicate) or predicate


def _ordinals(described: _Described) -> dict[str, int]:
    """The smallest ordinal of each subject that has one."""
    found = {}
    for subject, said in described.items():
        values = [python_value(term) for term in said.get(ARNN.ordinal, ())]
        if numbers := [value for value in values if isinstance(value, int)]:
            found[subject] = min(numbers)
    return found
