"""The triples of a graph by subject and predicate: what every export reads."""

from __future__ import annotations

from collections.abc import Iterable

from ..graph.order import natural_key
from ..graph.prefixes import compact
from ..graph.terms import Triple, iri_of, is_iri, python_value, text_of
from ..graph.vocabulary import ARNN, DCTERMS, RDF, RDFS, SKOS

_LABELS = (SKOS.prefLabel, DCTERMS.title, RDFS.label, SKOS.altLabel)


class Facts:
    """Looks things up; values come in natural order, so that no answer depends on the triples'."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._said: dict[str, dict[str, set[str]]] = {}
        self._instances: dict[str, set[str]] = {}
        for subject, predicate, value in triples:
            self._said.setdefault(subject, {}).setdefault(predicate, set()).add(value)
            if predicate == RDF.type:
                self._instances.setdefault(value, set()).add(subject)

    def __contains__(self, subject: str) -> bool:
        return subject in self._said

    def subjects(self) -> list[str]:
        """Everything that something is said of, in natural order."""
        return sorted(self._said, key=natural_key)

    def predicates(self, subject: str) -> list[str]:
        """What is said of a thing."""
        return sorted(self._said.get(subject, ()))

    def values(self, subject: str, predicate: str) -> list[str]:
        """The terms of a property; credits, authorships and links in the order of their ordinal."""
        found = self._said.get(subject, {}).get(predicate, ())
        if len(found) < 2:
            return list(found)
        return sorted(found, key=lambda term: (self.number(term, ARNN.ordinal), natural_key(term)))

    def value(self, subject: str, predicate: str) -> str:
        """The first term of a property, or `""`."""
        found = self.values(subject, predicate)
        return found[0] if found else ""

    def texts(self, subject: str, predicate: str) -> list[str]:
        """The literals of a property as plain text."""
        return [text_of(term) for term in self.values(subject, predicate) if not is_iri(term)]

    def text(self, subject: str, predicate: str) -> str:
        """The first literal of a property as plain text, or `""`."""
        found = self.texts(subject, predicate)
        return found[0] if found else ""

    def number(self, subject: str, predicate: str) -> int:
        """The first integer of a property, or 0."""
        found = self._said.get(subject, {}).get(predicate)
        value = python_value(min(found)) if found else 0
        return value if isinstance(value, int) else 0

    def instances(self, *classes: str) -> list[str]:
        """The things of these classes in natural order."""
        found = {s for c in classes for s in self._instances.get(c, ())}
        return sorted(found, key=natural_key)

    def is_a(self, subject: str, class_: str) -> bool:
        """Whether a thing is asserted to be of a class."""
        return class_ in self._said.get(subject, {}).get(RDF.type, ())

    def label(self, term: str) -> str:
        """What a thing is called: its label or title, else the end of its IRI."""
        found = (self.text(term, predicate) for predicate in _LABELS)
        return next((text for text in found if text), "") or iri_of(term).rsplit("/", 1)[-1]


def curie(term: str) -> str:
    """An IRI shortened where a prefix fits, else whole."""
    return compact(term) or iri_of(term)
