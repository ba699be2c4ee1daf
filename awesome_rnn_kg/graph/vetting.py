"""Authority files of a list's own: what is missing and can be added, and what cannot be meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from ..text.source import InputError, Span
from .authorities import NAMED, Curated
from .prefixes import PREFIXES, compact
from .terms import Triple
from .vocabulary import RDF, RDFS, SKOS

_OURS = f"<{PREFIXES['arnn']}"
_KINDS = "arnn:Person, arnn:Institution, arnn:Venue, arnn:Architecture or arnn:Application"


def add_superclasses(curated: Curated, ontology: Collection[Triple]) -> None:
    """State the superclasses of what is typed: a conference is a venue, a person is an agent."""
    above = _superclasses(ontology)
    for typed in [t for t in curated.places if t[1] == RDF.type and t[2] in above]:
        for superclass in above[typed[2]]:
            curated.add([(*typed[:2], superclass)], partial(_place_of, curated, typed))


def _place_of(curated: Curated, typed: Triple, _: Triple) -> Span:
    """What follows from a type stands where the type does."""
    return curated.span(typed)


def _superclasses(ontology: Collection[Triple]) -> dict[str, tuple[str, ...]]:
    """The classes of ours, and skos:Concept, above each class of ours."""
    direct: dict[str, list[str]] = {}
    for s, p, o in ontology:
        if p == RDFS.subClassOf and (o.startswith(_OURS) or o == SKOS.Concept):
            direct.setdefault(s, []).append(o)
    return {cls: tuple(_above(cls, direct)) for cls in direct}


def _above(cls: str, direct: Mapping[str, list[str]]) -> Iterator[str]:
    for superclass in direct.get(cls, ()):
        yield superclass
        yield from _above(superclass, direct)


def vet(curated: Curated, files: Collection[Path], ontology: Collection[Triple]) -> None:
    """Refuse what no list could use; InputError names the first place and the remedy.

    `files` are those to judge: a term of ours that the ontology does not declare, a thing without
    a class or, where lists refer to it by its label, without a label.
    """
    declared = {s for s, _, _ in ontology}
    own = {f.name: f for f in files}
    for triple in curated.places:
        said = _undeclared(triple, declared) or _unusable(curated, triple[0])
        if said and (span := curated.span(triple)).path in own:
            raise InputError(f"{own[span.path]}:{span.line}: {said}")


def _undeclared(triple: Triple, declared: set[str]) -> str:
    for term in triple[1:]:
        if term.startswith(_OURS) and term not in declared:
            near = get_close_matches(term, declared, 1)
            hint = f"; did you mean {compact(near[0])}?" if near else ""
            return f"{compact(term) or term} is not declared by the ontology{hint}"
    return ""


def _unusable(curated: Curated, subject: str) -> str:
    said = dict(curated.blocks[subject])
    name = compact(subject) or subject
    if RDF.type not in said:
        return f"{name}: has no class, so no list can name it; give it {_KINDS}"
    classes = set(curated.objects(subject, RDF.type))
    if not classes.isdisjoint(NAMED) and SKOS.prefLabel not in said:
        return f"{name}: has no skos:prefLabel, so no list can name it"
    return ""
