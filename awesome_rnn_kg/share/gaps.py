"""What is known, what is known not to be there, and what nobody has settled yet.

For each class and property of `EXPECTED`: the things of that class that have the property, those
that are known to have none (a row of `evidence/none.tsv` says why, or their nature), and the rest.
A work has what one of its publications has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .. import resources
from ..graph.authorities import EvidenceRow, read_turtle
from ..graph.build import Build
from ..graph.prefixes import PREFIXES, compact, expand
from ..graph.terms import Triple, iri
from ..graph.vocabulary import ARNN, RDF, RDFS, SKOS

_PREPRINT = iri(f"{PREFIXES['type']}preprint")
_WORK = "dcterms:title dcterms:creator arnn:year"
_CONCEPT = "skos:definition skos:broader skos:closeMatch"

# Which properties a thing of a class is expected to have. What every thing has by construction
# (a label, a place in a list) and what only some can have (a remark, an alias) is not asked for.
EXPECTED = {
    "Paper": f"{_WORK} arnn:venue arnn:institution arnn:arxivId arnn:doi arnn:hasPublication "
    "arnn:uses arnn:proposes arnn:appliedTo arnn:evaluatedOn",
    "Book": f"{_WORK} arnn:doi arnn:uses arnn:appliedTo",
    "Thesis": f"{_WORK} arnn:institution arnn:doi arnn:uses arnn:appliedTo",
    "Course": f"{_WORK} arnn:institution arnn:appliedTo",
    "Lecture": f"{_WORK} arnn:institution arnn:uses",
    "Software": f"{_WORK} arnn:institution schema:programmingLanguage dcterms:license "
    "arnn:implements arnn:forFramework arnn:appliedTo",
    "Tutorial": f"{_WORK} arnn:forFramework arnn:uses",
    "Documentation": "dcterms:title arnn:forFramework",
    "Dataset": f"{_WORK} arnn:institution dcterms:license arnn:appliedTo",
    "BlogPost": f"{_WORK} arnn:uses",
    "Demo": f"{_WORK} arnn:uses arnn:appliedTo",
    "Publication": "arnn:publicationType arnn:status arnn:venue arnn:year arnn:doi arnn:pages "
    "schema:url",
    "Person": "skos:exactMatch",
    "Institution": "skos:exactMatch arnn:partOf arnn:city arnn:country arnn:countryCode "
    "schema:latitude schema:longitude schema:url",
    "Venue": "skos:exactMatch arnn:publisher",
    "Workshop": "arnn:partOf",
    "Journal": "schema:issn",
    "Architecture": f"{_CONCEPT} arnn:introducedBy",
    "Application": _CONCEPT,
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One property of one class: IRIs of the things that have it, have none, or are unsettled."""

    cls: str
    predicate: str
    have: tuple[str, ...]
    none: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def total(self) -> int:
        return len(self.have) + len(self.none) + len(self.unknown)


def gaps(build: Build) -> tuple[Gap, ...]:
    """The gaps of a build, class by class; a class without things is left out."""
    facts = _Facts(build.asserted)
    return tuple(
        _gap(facts, build.absent, cls, expand(name))
        for cls, names in EXPECTED.items()
        if facts.of_class[_class(cls)]
        for name in names.split()
    )


def gap_lines(found: Iterable[Gap]) -> Iterator[str]:
    """A table for people: counts, class and property."""
    yield f"{'have':>7}{'none':>7}{'unknown':>9}{'of':>7}  class and property"
    for gap in found:
        numbers = f"{len(gap.have):7}{len(gap.none):7}{len(gap.unknown):9}{gap.total:7}"
        yield f"{numbers}  {gap.cls} {compact(gap.predicate)}"


def gap_records(
    found: Iterable[Gap], absent: Mapping[tuple[str, str], EvidenceRow]
) -> list[dict[str, object]]:
    """The gaps for programs: counts, why things have none, and which are unsettled."""
    return [
        {
            "class": gap.cls,
            "property": compact(gap.predicate),
            "have": len(gap.have),
            "none": [_reason(thing, gap.predicate, absent) for thing in gap.none],
            "unknown": [compact(thing) or thing for thing in gap.unknown],
        }
        for gap in found
    ]


def _reason(
    thing: str, predicate: str, absent: Mapping[tuple[str, str], EvidenceRow]
) -> dict[str, str]:
    row = absent.get((thing, predicate))
    why = {"source": row.source, "where": row.where} if row else {"source": "", "where": ""}
    return {"thing": compact(thing) or thing, **why}


class _Facts:
    """Triples by subject and predicate, and things by class."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.of_class: dict[str, list[str]] = defaultdict(list)
        for subject, predicate, value in triples:
            self.objects[subject, predicate].append(value)
            if predicate == RDF.type:
                self.of_class[value].append(subject)

    def has(self, thing: str, predicate: str) -> bool:
        """Whether a thing has a property, one below it, or a publication that has it."""
        names = (predicate, *below().get(predicate, ()))
        versions = self.objects.get((thing, ARNN.hasPublication), ())
        return any((t, n) in self.objects for t in (thing, *versions) for n in names)


def _gap(
    facts: _Facts, absent: Mapping[tuple[str, str], EvidenceRow], cls: str, predicate: str
) -> Gap:
    things = sorted(facts.of_class[_class(cls)])
    have = tuple(t for t in things if facts.has(t, predicate))
    rest = [t for t in things if t not in set(have)]
    none = tuple(t for t in rest if (t, predicate) in absent or _by_nature(facts, t, predicate))
    return Gap(cls, predicate, have, none, tuple(t for t in rest if t not in set(none)))


def _by_nature(facts: _Facts, thing: str, predicate: str) -> bool:
    """Nothing is broader than a top concept; a preprint appears in no venue."""
    if predicate == SKOS.broader:
        return (thing, SKOS.topConceptOf) in facts.objects
    unpublished = predicate in (ARNN.venue, ARNN.status, ARNN.pages)
    return unpublished and _PREPRINT in facts.objects.get((thing, ARNN.publicationType), ())


def _class(name: str) -> str:
    return str(getattr(ARNN, name))


@cache
def below() -> Mapping[str, tuple[str, ...]]:
    """Our properties by the property that they refine: `proposes` below `uses`."""
    found: dict[str, tuple[str, ...]] = {}
    for lower, predicate, upper in read_turtle(resources.path("ontology/rnn.ttl"), True):
        if predicate == RDFS.subPropertyOf:
            found[upper] = (*found.get(upper, ()), lower)
    return found
