"""The works of a graph as bibliographies see them: one version of each, with its outlet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..graph.terms import iri_of
from ..graph.vocabulary import ARNN, DCTERMS, SCHEMA, SKOS
from .facts import Facts
from .personal_names import PersonalName, parse_name

# The outlets that a reader would cite before an archive, the first first.
_PREFERRED = ("journal", "conference", "workshop", "book", "thesis", "report", "", "preprint")
_STATUSES = ("published", "accepted", "", "under-review")
_ALWAYS = (ARNN.Paper, ARNN.Survey, ARNN.Book, ARNN.Thesis)


@dataclass(frozen=True, slots=True)
class Author:
    """A person's name in parts, or an organization's whole name in `literal`."""

    name: PersonalName | None
    literal: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A work with the version to cite. `form` is a publication type such as `conference`."""

    work: str
    form: str
    title: str
    authors: tuple[Author, ...]
    et_al: bool
    year: int
    outlet_name: str
    publisher: str
    school: str
    pages: str
    doi: str
    arxiv: str
    url: str


def references(facts: Facts) -> Iterator[Reference]:
    """Papers, surveys, books and theses, and whatever else has authors and a year."""
    listed = set(facts.instances(*_ALWAYS))
    for work in facts.instances(ARNN.Resource):
        dated = facts.value(work, ARNN.year) and facts.value(work, ARNN.hasAuthorship)
        if (work in listed or dated) and facts.text(work, DCTERMS.title):
            yield _reference(facts, work)


def _reference(facts: Facts, work: str) -> Reference:
    version = _version(facts, work)
    venue = facts.value(version, ARNN.venue)
    authors, et_al = _authors(facts, work)
    return Reference(
        work=work,
        form=_form(facts, work, version),
        title=facts.text(work, DCTERMS.title),
        authors=authors,
        et_al=et_al,
        year=facts.number(version, ARNN.year) or facts.number(work, ARNN.year),
        outlet_name=outlet_name(facts, venue) if venue else "",
        publisher=facts.text(venue, ARNN.publisher),
        school=next((facts.label(i) for i in facts.values(work, ARNN.institution)), ""),
        pages=facts.text(version, ARNN.pages),
        doi=facts.text(version, ARNN.doi) or facts.text(work, ARNN.doi),
        arxiv=_arxiv(facts, work),
        url=_url(facts, work, version),
    )


def _form(facts: Facts, work: str, version: str) -> str:
    """The publication type of a version; that of a book or thesis is told by its class.

    What is still under review is no more than a preprint.
    """
    kinds = ((ARNN.Thesis, "thesis"), (ARNN.Book, "book"))
    told = next((form for kind, form in kinds if facts.is_a(work, kind)), "")
    review = _tail(facts.value(version, ARNN.status)) == "under-review"
    return told or ("preprint" if review else _tail(facts.value(version, ARNN.publicationType)))


def _version(facts: Facts, work: str) -> str:
    """The version to cite: what the list prints before what else is known, the fullest first.

    A version with another title or other authors is not this one.
    """
    found = facts.values(work, ARNN.hasPublication)
    same = [p for p in found if not facts.text(p, DCTERMS.title) and not _other(facts, p)]
    listed = facts.values(work, ARNN.venue)

    def rank(version: str) -> tuple[bool, int, int, int]:
        return (
            facts.value(version, ARNN.venue) not in listed,
            _place(_PREFERRED, facts.value(version, ARNN.publicationType)),
            _place(_STATUSES, facts.value(version, ARNN.status)),
            facts.number(version, ARNN.year),
        )

    return min(same, key=rank, default="")


def _other(facts: Facts, version: str) -> bool:
    return bool(facts.text(version, ARNN.authorString))


def _place(names: tuple[str, ...], term: str) -> int:
    tail = _tail(term)
    return names.index(tail) if tail in names else names.index("")


def _tail(term: str) -> str:
    return iri_of(term).rsplit("/", 1)[-1] if term else ""


def _authors(facts: Facts, work: str) -> tuple[tuple[Author, ...], bool]:
    """The authors in order, named as the list prints them, and whether there are more."""
    credited = facts.values(work, ARNN.hasAuthorship)
    line = facts.text(work, ARNN.authorString)
    names = line.removesuffix(" et al.").split(", ")
    if len(names) != len(credited):  # a name that has a comma itself
        names = [facts.text(c, ARNN.nameAsPrinted) for c in credited]
    agents = (facts.value(c, ARNN.agent) for c in credited)
    found = (_author(facts, *pair) for pair in zip(agents, names, strict=True))
    return tuple(found), line.endswith(" et al.")


def _author(facts: Facts, agent: str, name: str) -> Author:
    organization = facts.is_a(agent, ARNN.Institution)
    return Author(None if organization else parse_name(name), name)


def _arxiv(facts: Facts, work: str) -> str:
    versions = facts.values(work, ARNN.hasPublication)
    own = facts.text(work, ARNN.arxivId)
    return own or next((i for p in versions if (i := facts.text(p, ARNN.arxivId))), "")


def _url(facts: Facts, work: str, version: str) -> str:
    """The page of the version, else the first link to the text, else the first link."""
    links = facts.values(work, ARNN.hasLink)
    papers = [k for k in links if _tail(facts.value(k, ARNN.role)) == "paper"]
    found = (facts.text(s, SCHEMA.url) for s in (version, *papers, *links) if s)
    return next((u for u in found if u.startswith(("http://", "https://"))), "")


def outlet_name(facts: Facts, venue: str) -> str:
    """The full name of a conference or workshop beside its acronym; a journal's label."""
    label = facts.label(venue)
    full = [t for t in facts.texts(venue, SKOS.altLabel) if " " in t and len(t) > len(label)]
    if not label.isupper() or not full:
        return label
    spelled = [t for t in full if not any(c.isdigit() for c in t)]
    return min(spelled or full, key=len)
