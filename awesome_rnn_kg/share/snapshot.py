"""What a graph says of a list, without what only numbers it: lines, positions, ends of IRIs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..graph.prefixes import BASE
from ..graph.terms import Triple, iri_of, is_iri, text_of
from ..graph.vocabulary import ARNN, DCTERMS, SCHEMA, SKOS
from ..resolve.keys import slug
from .facts import Facts

Value = tuple[str, str]
"""What a value is compared by, and how it is shown."""
Path = tuple[Value, ...]
"""Kind (`section` or `group`) and label of a heading, those above it first."""

_KINDS = {
    ARNN.Survey: "survey", ARNN.Paper: "paper", ARNN.Book: "book", ARNN.Thesis: "thesis",
    ARNN.Course: "course", ARNN.Lecture: "lecture", ARNN.Software: "software",
    ARNN.Tutorial: "tutorial", ARNN.Documentation: "documentation", ARNN.Dataset: "dataset",
    ARNN.BlogPost: "blog post", ARNN.Demo: "demo", ARNN.Resource: "resource",
}  # fmt: skip
_THINGS = {
    ARNN.Person: "person", ARNN.Institution: "institution", ARNN.Venue: "venue",
    ARNN.Architecture: "architecture", ARNN.Application: "application",
}  # fmt: skip
_FIELDS = {
    "alternative title": DCTERMS.alternative, "year": ARNN.year, "venue": ARNN.venue,
    "arXiv id": ARNN.arxivId, "DOI": ARNN.doi, "institutions": ARNN.institution,
    "applications": ARNN.appliedTo, "architectures": ARNN.uses, "proposes": ARNN.proposes,
    "implements": ARNN.implements, "frameworks": ARNN.forFramework,
    "languages": SCHEMA.programmingLanguage, "datasets": ARNN.evaluatedOn,
    "version of": ARNN.versionOf, "description": DCTERMS.description,
}  # fmt: skip
_PRINTED = {
    "remarks": ARNN.remark, "title as printed": ARNN.titleAsPrinted,
    "authors as printed": ARNN.authorsAsPrinted, "venue as printed": ARNN.venueAsPrinted,
}  # fmt: skip
_OF_PUBLICATIONS = (ARNN.publicationType, ARNN.status, ARNN.pages, ARNN.doi, DCTERMS.title,
                    ARNN.authorString, SCHEMA.url)  # fmt: skip
# Terms of our own that are compared by name, whatever they are called.
_CODES = tuple(f"<{BASE}{kind}/" for kind in ("role", "type", "status"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link as listed."""

    url: str
    role: Value
    label: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry stands: under headings, and the IRI of the work it is indented under."""

    path: Path
    under: str = ""


@dataclass(frozen=True)
class Work:
    """A listed thing. `fields` hold its values by what they are called."""

    iri: str
    kind: str
    title: str
    authors: tuple[str, ...]
    identifiers: frozenset[str]
    fields: dict[str, tuple[Value, ...]]
    links: tuple[Link, ...]
    spots: tuple[Spot, ...]
    publications: tuple[Value, ...]


@dataclass
class Heading:
    """A section, a group, or the list itself (its path is empty)."""

    iri: str
    path: Path
    names: set[Value] = field(default_factory=set)
    description: set[Value] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    works: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Thing:
    """A person, institution, venue or concept: its values by the IRI term of the predicate."""

    iri: str
    kind: str
    name: str
    fields: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Snapshot:
    """Works and things by IRI term, headings by path; `facts` names what values stand for."""

    facts: Facts
    works: dict[str, Work]
    headings: dict[Path, Heading]
    things: dict[str, Thing]
    printed: str

    def name(self, term: str) -> str:
        """What a thing or a literal is called."""
        return self.facts.label(term) if is_iri(term) else text_of(term)

    def named(self, work: Work) -> set[Value]:
        """What the headings name that a work stands under."""
        paths = {spot.path[:end] for spot in work.spots for end in range(len(spot.path) + 1)}
        return {name for path in paths & self.headings.keys() for name in self.headings[path].names}

    def title(self, iri: str) -> str:
        return self.works[iri].title if iri in self.works else self.name(iri)


def snapshot(triples: Iterable[Triple]) -> Snapshot:
    """What triples (list and curated) say; nothing of them needs to be there."""
    return _Reader(Facts(triples)).read()


class _Reader:
    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._headings: dict[Path, Heading] = {}
        self._paths: dict[str, Path] = {}
        self._entries: dict[str, list[str]] = {}
        self._several = len(facts.instances(ARNN.List)) > 1

    def read(self) -> Snapshot:
        for iri in self._facts.instances(ARNN.List, ARNN.Section, ARNN.Group):
            self._heading(iri)
        for entry in self._facts.instances(ARNN.ListEntry):
            self._entries.setdefault(self._facts.value(entry, ARNN.describes), []).append(entry)
        works = {iri: self._work(iri) for iri in self._entries if iri}
        for work in works.values():
            for spot in work.spots:
                for end in range(len(spot.path) + 1):
                    if spot.path[:end] in self._headings:
                        self._headings[spot.path[:end]].works.add(work.iri)
        things = self._facts.instances(*_THINGS, ARNN.Resource)
        kept = {iri: self._thing(iri) for iri in things if iri not in works}
        return Snapshot(self._facts, works, self._headings, kept, self._printed())

    def _values(self, subject: str, predicate: str) -> tuple[Value, ...]:
        return tuple(self._value(term) for term in self._facts.values(subject, predicate))

    def _value(self, term: str) -> Value:
        if not is_iri(term):
            return text_of(term), text_of(term)
        name = self._facts.text(term, SKOS.prefLabel) or self._facts.text(term, DCTERMS.title)
        own = iri_of(term).rsplit("/", 1)[-1]
        return own if not name or term.startswith(_CODES) else slug(name), name or own

    # --- headings

    def _path(self, iri: str) -> Path:
        """The path of a heading; of a list, nothing unless there are several."""
        if iri not in self._paths:
            self._paths[iri] = ()  # a heading below itself is at the top
            self._paths[iri] = self._made_path(iri)
        return self._paths[iri]

    def _made_path(self, iri: str) -> Path:
        facts = self._facts
        if facts.is_a(iri, ARNN.List):
            return (("list", facts.label(iri)),) if self._several else ()
        parents = (ARNN.inGroup, ARNN.inSection, ARNN.parentSection, ARNN.inList)
        parent = next((v for p in parents if (v := facts.value(iri, p))), "")
        kind = "group" if facts.is_a(iri, ARNN.Group) else "section"
        return (*(self._path(parent) if parent else ()), (kind, facts.label(iri)))

    def _heading(self, iri: str) -> None:
        """Headings of one path are one: two groups of a section may have the same label."""
        path = self._path(iri)
        heading = self._headings.setdefault(path, Heading(iri, path))
        heading.names.update(self._values(iri, ARNN.names))
        heading.description.update(self._values(iri, DCTERMS.description))
        heading.links += self._links(iri)

    def _links(self, iri: str) -> tuple[Link, ...]:
        """The links of a thing, each once: every entry of a work may print the same."""
        return tuple(dict.fromkeys(map(self._link, self._facts.values(iri, ARNN.hasLink))))

    def _link(self, iri: str) -> Link:
        role = self._value(self._facts.value(iri, ARNN.role) or '""')
        label = self._facts.text(iri, ARNN.labelAsPrinted)
        return Link(self._facts.text(iri, SCHEMA.url), role, label)

    # --- works

    def _work(self, iri: str) -> Work:
        facts = self._facts
        entries = self._entries[iri]
        fields = {name: self._values(iri, term) for name, term in _FIELDS.items()}
        for name, term in _PRINTED.items():
            printed = (v for entry in entries for v in self._values(entry, term))
            fields[name] = tuple(dict.fromkeys(printed))
        authorships = facts.values(iri, ARNN.hasAuthorship)
        return Work(
            iri=iri,
            kind=next((k for c, k in _KINDS.items() if facts.is_a(iri, c)), "resource"),
            title=facts.text(iri, DCTERMS.title),
            authors=tuple(facts.text(credit, ARNN.nameAsPrinted) for credit in authorships),
            identifiers=self._identifiers(iri),
            fields=fields,
            links=self._links(iri),
            spots=tuple(self._spot(entry) for entry in entries),
            publications=tuple(map(self._publication, facts.values(iri, ARNN.hasPublication))),
        )

    def _identifiers(self, iri: str) -> frozenset[str]:
        versions = (iri, *self._facts.values(iri, ARNN.hasPublication))
        terms = (t for p in (ARNN.arxivId, ARNN.doi) for v in versions for t in self._texts(v, p))
        return frozenset(terms)

    def _texts(self, subject: str, predicate: str) -> list[str]:
        return [name.lower() for _, name in self._values(subject, predicate)]

    def _spot(self, entry: str) -> Spot:
        parents = (ARNN.inGroup, ARNN.inSection)
        heading = next((v for p in parents if (v := self._facts.value(entry, p))), "")
        above = self._facts.value(entry, ARNN.parentEntry)
        under = self._facts.value(above, ARNN.describes) if above else ""
        return Spot(self._path(heading) if heading else (), under)

    def _publication(self, iri: str) -> Value:
        """What a work doesn't say by itself, and all that there is to show."""
        rest = [name for p in _OF_PUBLICATIONS for _, name in self._values(iri, p)]
        core = (ARNN.venue, ARNN.year, ARNN.arxivId)
        head = " ".join(name for p in core for _, name in self._values(iri, p))
        return ", ".join(map(slug, rest)), ", ".join(filter(None, (head, *rest)))

    # --- things

    def _thing(self, iri: str) -> Thing:
        facts = self._facts
        kinds = (k for c, k in {**_THINGS, **_KINDS}.items() if facts.is_a(iri, c))
        said = {p: tuple(facts.values(iri, p)) for p in facts.predicates(iri)}
        return Thing(iri, next(kinds, "thing"), facts.label(iri), said)

    def _printed(self) -> str:
        """All that entries and credits print: a label in it may be there only because of that."""
        found: set[str] = {label for path in self._headings for _, label in path}
        printed = (ARNN.nameAsPrinted, ARNN.labelAsPrinted, *_PRINTED.values(), DCTERMS.title)
        for subject in self._facts.subjects():
            found.update(t for p in printed for t in self._facts.texts(subject, p))
        return "\n".join(sorted(found))
