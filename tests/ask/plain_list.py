"""What the packaged list and the authority files say of papers, read without the package.

A second reading of the same files, as plain as the well-kept list allows: golden answers are
worked out from it, so that no answer is compared with a copy of itself. Things are CURIEs.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

DATA = Path(__file__).resolve().parents[2] / "data"
BASE = "https://w3id.org/awesome-rnn-kg/"
NAMESPACES = {
    f"{BASE}ontology#": "arnn",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    "https://schema.org/": "schema",
}
WORK = re.compile(
    r"(\s*)\* (.+?), \*(.+?)\*, (.*?)(?: \(Note: .*\))?((?: \[\[[^\]]*\]\([^)]*\)\])+)"
)
GROUP = re.compile(r"\s*\* ([^*\[]+)")
LINK = re.compile(r"\[\[([^\]]*)\]\(([^)]*)\)\]")
# Workshops that the list prints after the conference that they belong to.
WORKSHOPS = {
    "CVPR 2015 SUNw: Scene Understanding workshop": "venue:sunw",
    "ICML 2015 deep learning workshop": "venue:icml-deep-learning-workshop",
    "ICCV 2015 workshop": "venue:iccv-workshops",
}


class Place(NamedTuple):
    """Where an entry stands; `section` is the innermost heading, `above` the one over it."""

    line: int
    section: str
    above: str
    group: str
    title: str


class Version(NamedTuple):
    """A publication; a preprint has no venue."""

    venue: str
    year: int


class Work(NamedTuple):
    """A paper, thesis or book."""

    iri: str
    kind: str
    title: str
    names: list[str]
    authors: list[str]
    printed_year: int
    arxiv: str
    institutions: set[str]
    tasks: set[str]
    uses: set[str]
    proposes: set[str]
    datasets: set[str]
    versions: set[Version]
    links: list[tuple[str, str]]
    places: list[Place]

    @property
    def year(self) -> int:
        """The printed year, else that of the earliest version."""
        return self.printed_year or min(version.year for version in self.versions)

    @property
    def first_year(self) -> int:
        """The year of the earliest version."""
        return min([self.year, *(version.year for version in self.versions)])


class Facts:
    """The triples of the authority files: objects by subject and predicate."""

    def __init__(self) -> None:
        self.objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in sorted(DATA.glob("*.ttl")):
            for triple in pyoxigraph.parse(path.read_bytes(), pyoxigraph.RdfFormat.TURTLE):
                key = (_short(triple.subject), _short(triple.predicate))
                self.objects[key].append(_short(triple.object))

    def get(self, subject: str, predicate: str) -> list[str]:
        """The objects, CURIEs or text."""
        return self.objects.get((subject, predicate), [])

    def one(self, subject: str, predicate: str) -> str:
        """The object, or an empty text."""
        return next(iter(self.get(subject, predicate)), "")

    def with_type(self, type_: str) -> list[str]:
        """The subjects of a class."""
        return sorted({s for (s, p), o in self.objects.items() if p == "rdf:type" and type_ in o})

    def climb(self, things: Iterable[str], predicate: str) -> set[str]:
        """The things and everything that the predicate leads to from them."""
        found: set[str] = set()
        waiting = list(things)
        while waiting:
            thing = waiting.pop()
            if thing not in found:
                found.add(thing)
                waiting += self.get(thing, predicate)
        return found

    def named(self, prefix: str) -> dict[str, list[str]]:
        """Things of a kind by each of their labels, case folded."""
        names: dict[str, list[str]] = defaultdict(list)
        for (subject, predicate), labels in self.objects.items():
            if subject.startswith(prefix) and predicate in ("skos:prefLabel", "skos:altLabel"):
                for label in labels:
                    names[label.casefold()].append(subject)
        return names


def slug(text: str) -> str:
    """The last part of an IRI, as minted from a label."""
    folded = unicodedata.normalize("NFKD", text.translate(str.maketrans("łŁøØ", "lLoO")))
    bare = "".join(c for c in folded.lower() if not unicodedata.combining(c)).replace("'", "")
    parts = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    return parts if len(parts) <= 60 else parts[:61].rpartition("-")[0]


def works(facts: Facts) -> list[Work]:
    """The papers, theses and books of the list, by IRI."""
    found: dict[str, Work] = {}
    reader = _Reader(facts)
    for place, match in _entries():
        work = reader.work(place, match)
        if work.iri in found:
            _merge(found[work.iri], work)
        else:
            found[work.iri] = work
    return [reader.completed(found[iri]) for iri in sorted(found)]


def _entries() -> Iterator[tuple[Place, re.Match[str]]]:
    headings: list[str] = []
    groups: list[tuple[int, str]] = []
    lines = (DATA / "awesome-rnn.md").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        depth = len(line) - len(line.lstrip())
        if line.startswith("#"):
            level = len(line.partition(" ")[0])
            headings, groups = [*headings[: level - 1], line.partition(" ")[2]], []
            continue
        groups = [group for group in groups if group[0] < depth]
        if match := WORK.fullmatch(line):
            group = groups[-1][1] if groups else ""
            yield Place(number, headings[-1], headings[-2], group, match[3]), match
        elif label := GROUP.fullmatch(line):
            groups.append((depth, label[1]))


class _Reader:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.people = facts.named("person:")
        self.labels = {
            kind: facts.named(f"{kind}:")
            for kind in ("institution", "application", "architecture", "venue", "role")
        }

    def work(self, place: Place, match: re.Match[str]) -> Work:
        _, authors, title, venue, links = match.groups()
        names = authors.replace(", and ", ", ").replace(" and ", ", ").split(", ")
        kind = "paper"
        if place.section == "Books / Thesis":
            kind = "book" if "Book" in title else "thesis"
        iri = f"{kind}:{slug(_head(title))}"
        arxiv = re.search(r"arXiv:(\d{4}\.\d{4,5})", venue)
        year = re.search(r"(?<![\d:.])(?:19|20)\d\d\b", re.sub(r"arXiv:\S+", "", venue))
        return Work(
            iri=iri,
            kind=kind,
            title=title,
            names=names,
            authors=[self._person(name, iri) for name in names],
            printed_year=int(year[0]) if year else 0,
            arxiv=arxiv[1] if arxiv else "",
            institutions=self._named("institution", place.group.split(" + ")),
            tasks=self._named("application", [place.section, place.group]),
            uses=self._named("architecture", [place.group]),
            proposes=set(),
            datasets=set(),
            versions=set(self._versions(venue)),
            links=[(self._role(label), url) for label, url in LINK.findall(links)],
            places=[place],
        )

    def completed(self, work: Work) -> Work:
        """The work with what the authority file says of it."""
        for predicate, values in (
            ("appliedTo", work.tasks),
            ("uses", work.uses),
            ("proposes", work.proposes),
            ("evaluatedOn", work.datasets),
        ):
            values |= set(self.facts.get(work.iri, f"arnn:{predicate}"))
        for publication in self.facts.get(work.iri, "arnn:hasPublication"):
            venue, year = (self.facts.one(publication, f"arnn:{p}") for p in ("venue", "year"))
            if year:  # of a preprint, the list tells it
                work.versions.add(Version(venue, int(year)))
        for credit in self.facts.get(work.iri, "arnn:hasInstitutionCredit"):
            work.institutions.add(self.facts.one(credit, "arnn:agent"))
        return work

    def _person(self, name: str, work: str) -> str:
        known = self.people.get(name.casefold(), [])
        mine = [person for person in known if work in self.facts.get(person, "arnn:authorOf")]
        anyone = [person for person in known if not self.facts.get(person, "arnn:authorOf")]
        return (mine + anyone + [f"person:{slug(name)}"])[0]

    def _named(self, kind: str, labels: Iterable[str]) -> set[str]:
        return {thing for label in labels for thing in self.labels[kind].get(label.casefold(), [])}

    def _role(self, label: str) -> str:
        wanted = label.casefold()
        roles = self.labels["role"]
        return (roles.get(wanted) or roles[wanted.partition("-")[0]])[0]

    def _versions(self, venue: str) -> Iterator[Version]:
        for part in venue.split(" / "):
            if arxiv := re.fullmatch(r"arXiv:(\d\d)\d\d\.\d+", part):
                yield Version("", 2000 + int(arxiv[1]))
            elif part in WORKSHOPS:
                yield Version(WORKSHOPS[part], 2015)
            elif printed := re.fullmatch(r"(.+) (\d{4})", part):
                yield Version(self.labels["venue"][printed[1].casefold()][0], int(printed[2]))


def _merge(first: Work, second: Work) -> None:
    first.institutions.update(second.institutions)
    first.tasks.update(second.tasks)
    first.uses.update(second.uses)
    first.versions.update(second.versions)
    first.links.extend(second.links)
    first.places.extend(second.places)


def _head(title: str) -> str:
    head = title.partition(":")[0]
    return head if re.search(r"[^\W\d_]{3}", head) else title


def _short(term: object) -> str:
    if not isinstance(term, pyoxigraph.NamedNode):
        return str(getattr(term, "value", term))
    for namespace, prefix in NAMESPACES.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return term.value.removeprefix(BASE).replace("/", ":", 1) if BASE in term.value else term.value
