"""Which curated triples belong to a list's graph, and the evidence for them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..text.source import Span
from .authorities import Curated, EvidenceRow
from .prefixes import BASE
from .terms import Triple, iri, iri_of, literal, text_of
from .vocabulary import ARNN, DCTERMS, PROV, RDF, SKOS

# From a thing to those that it must not draw in by itself.
_DOWNWARD = frozenset(
    {SKOS.hasTopConcept, SKOS.narrower, ARNN.introducedBy, ARNN.authorOf, DCTERMS.isReplacedBy}
)
_OURS, _TERMS = f"<{BASE}", f"<{BASE}ontology#"
_SCHEMES = tuple(f"<{BASE}{kind}/" for kind in ("role", "type", "status"))
# What a work or a publication has once: there, what a list prints wins.
_SINGLE = frozenset(
    {
        DCTERMS.title,
        ARNN.authorString,
        ARNN.year,
        ARNN.arxivId,
        ARNN.doi,
        ARNN.pages,
        ARNN.publicationType,
        ARNN.status,
    }
)


@dataclass(frozen=True)
class Selection:
    """The curated triples of a list's graph."""

    curated: Curated
    facts: tuple[Triple, ...]

    def placed(self) -> dict[Triple, Span]:
        """The facts and the evidence for them, with their places."""
        places = {fact: self.curated.span(fact) for fact in self.facts}
        return places | _evidence(self.curated, self.facts)


def select(curated: Curated, listed: Collection[Triple]) -> Selection:
    """The curated triples about things that a list's triples name, and about what those name."""
    subjects = {t[0] for t in listed}
    named = subjects | {t[2] for t in listed}
    wanted = _reached(curated, named, _untitled(curated) - subjects)
    described = subjects | wanted
    kept: list[Triple] = []
    for subject in sorted(wanted):
        for predicate, value in curated.blocks[subject]:
            ours = value.startswith(_OURS) and not value.startswith(_TERMS)
            if not ours or value in described:
                kept.append((subject, predicate, value))
    misplaced = _misplaced(kept, listed) | _overruled(kept, listed)
    return Selection(curated, tuple(t for t in kept if t not in misplaced))


def _overruled(kept: Iterable[Triple], listed: Collection[Triple]) -> set[Triple]:
    """Curated facts in whose place a list prints a value: `under review`, though it is out."""
    said = {(s, p) for s, p, _ in listed if p in _SINGLE}
    return {t for t in kept if t[:2] in said and t not in listed}


def _misplaced(kept: Collection[Triple], listed: Collection[Triple]) -> set[Triple]:
    """Curated credits of works for which another list prints other institutions than ours.

    Those that fit stay: their places come after the printed ones, and no institution is repeated.
    """
    printed, ours = _credits(listed), _credits(kept)
    gone: set[tuple[str, str]] = set()
    for work, found in ours.items():
        both = {**printed.get(work, {}), **found}
        places, agents = zip(*both.values(), strict=True)
        if sorted(places) != list(range(1, len(both) + 1)) or len(set(agents)) < len(both):
            gone |= {
                pair
                for credit, (_, agent) in found.items()
                for pair in ((work, credit), (work, agent))
            }
    records = {credit for found in ours.values() for credit in found}
    dropped = {o for _, o in gone} & records
    return {t for t in kept if (t[0], t[2]) in gone or t[0] in dropped}


def _credits(triples: Collection[Triple]) -> dict[str, dict[str, tuple[int, str]]]:
    """The institution credits of each work: place and institution, by the credit."""
    pairs = [(s, o) for s, p, o in triples if p == ARNN.hasInstitutionCredit]
    records = {credit for _, credit in pairs}
    said = {t[:2]: t[2] for t in triples if t[0] in records}
    found: dict[str, dict[str, tuple[int, str]]] = {}
    for work, credit in pairs:
        place = int(text_of(said.get((credit, ARNN.ordinal), '"0"')))
        found.setdefault(work, {})[credit] = (place, said.get((credit, ARNN.agent), ""))
    return found


def _untitled(curated: Curated) -> set[str]:
    """Works whose title only a list says: no other list can describe them."""
    return {
        subject
        for subject, block in curated.blocks.items()
        if (RDF.type, ARNN.Resource) in block and not curated.objects(subject, DCTERMS.title)
    }


def _reached(curated: Curated, named: set[str], unknown: set[str]) -> set[str]:
    """Subjects of the authority files that can be reached upward from named things.

    So can those that were ours and point to what is in their place.
    """
    queue = [n for n in named if n in curated.blocks]
    queue += [s for s in curated.blocks if s.startswith(_SCHEMES)]
    queue += [s for s, predicate, _ in curated.places if predicate == DCTERMS.isReplacedBy]
    reached = set(unknown)
    while queue:
        subject = queue.pop()
        if subject in reached:
            continue
        reached.add(subject)
        for predicate, value in curated.blocks[subject]:
            if predicate not in _DOWNWARD and value in curated.blocks:
                queue.append(value)
    return reached - unknown


def _evidence(curated: Curated, kept: Iterable[Triple]) -> dict[Triple, Span]:
    found: dict[Triple, Span] = {}
    for triple in kept:
        for row in curated.evidence.get(triple[:2], ()):
            if row.object in ("*", triple[2]):
                _add_evidence(found, triple, row)
    return found


def _add_evidence(found: dict[Triple, Span], triple: Triple, row: EvidenceRow) -> None:
    subject, predicate, value = triple
    mark = hashlib.sha256("\n".join((*triple, row.source, row.where)).encode()).hexdigest()[:8]
    local = iri_of(predicate).replace("#", "/").rsplit("/", 1)[1]
    own = iri(f"{BASE}evidence/{iri_of(subject).rsplit('/', 1)[1]}-{local}-{mark}")
    source = (
        (PROV.wasDerivedFrom, iri(row.source.replace(" ", "%20")))
        if row.source.startswith(("http://", "https://"))
        else (DCTERMS.bibliographicCitation, literal(row.source))
    )
    facts = [
        (RDF.type, ARNN.Evidence),
        (RDF.subject, subject),
        (RDF.predicate, predicate),
        (RDF.object, value),
        source,
    ]
    facts += [(ARNN.evidence, literal(row.where))] if row.where else []
    for p, o in facts:
        found[own, p, o] = row.span


def absences(curated: Curated) -> dict[tuple[str, str], EvidenceRow]:
    """By thing and property: why it is known that the thing has no such property at all."""
    return {(r.subject, r.predicate): r for r in curated.absent if r.object == "*"}


def facts_without_evidence(curated: Curated) -> list[Triple]:
    """Curated facts that need a source and have none; wording and labels need none."""
    free = {RDF.type, SKOS.prefLabel, SKOS.altLabel, SKOS.inScheme, SKOS.definition, SKOS.scopeNote,
            SKOS.topConceptOf, SKOS.hasTopConcept, ARNN.ambiguousName, ARNN.hasPublication,
            DCTERMS.title}  # fmt: skip
    schemes = (f"<{BASE}scheme/", *_SCHEMES)
    return [
        (s, p, o)
        for s, block in curated.blocks.items()
        for p, o in block
        if p not in free
        and not s.startswith(schemes)
        and not any(r.object in ("*", o) for r in curated.evidence.get((s, p), ()))
    ]
