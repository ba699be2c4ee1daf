"""Answers to the canned queries, worked out from the list and the authority files.

Nothing here asks the graph or imports the package: an answer that a query gives and that this
gives was found in two ways. Each function is named after its query.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import product

from tests.ask.plain_list import DATA, NAMESPACES, Facts, Work, slug, works

Cell = str | int
Rows = Iterable[tuple[Cell, ...]]

FACTS = Facts()
WORKS = works(FACTS)
PAPERS = [work for work in WORKS if work.kind == "paper"]
NAMES = {
    person: name for work in WORKS for person, name in zip(work.authors, work.names, strict=True)
}


LIST = (DATA / "awesome-rnn.md").read_text("utf-8")


def makers(prefix: str) -> set[str]:
    """Whom the list names after "by"; of the authority files, the graph takes no one else."""
    named = FACTS.named(prefix)
    found = re.findall(r" by \[?((?:[^\W_][\w.’'-]*)(?: [^\W_][\w.-]*){0,4})", LIST)
    words = [phrase.replace("'s", "").split() for phrase in found]
    starts = [" ".join(phrase[:n]).casefold() for phrase in words for n in range(1, 6)]
    return {thing for start in starts for thing in named.get(start.rstrip("."), [])}


def label(thing: str) -> str:
    """The preferred label, or the name that the list prints."""
    return FACTS.one(thing, "skos:prefLabel") or NAMES[thing]


def tasks(work: Work) -> set[str]:
    """The tasks and everything above them."""
    return FACTS.climb(work.tasks, "skos:broader")


def architectures(work: Work) -> set[str]:
    """What a work proposes or uses, and everything above it."""
    return FACTS.climb(work.proposes | work.uses, "skos:broader")


def wholes(institutions: Iterable[str]) -> set[str]:
    """Institutions and what they are parts of."""
    return FACTS.climb(institutions, "arnn:partOf")


def authors(work: Work) -> str:
    """The author string."""
    return ", ".join(work.names)


def span(years: Iterable[int]) -> tuple[int, int]:
    """The first and the last year."""
    found = sorted(years)
    return found[0], found[-1]


def bibliography(found: Iterable[Work]) -> Rows:
    """Rows of paper, title, year, authors."""
    rows = [(work.iri, work.title, work.year, authors(work)) for work in found]
    return sorted(rows, key=lambda row: (row[2], row[1], row[0]))


# --- papers


def papers_for_application(application: str) -> Rows:
    return bibliography(work for work in PAPERS if application in tasks(work))


def papers_of_institution(institution: str) -> Rows:
    return bibliography(work for work in PAPERS if institution in wholes(work.institutions))


def captioning_papers(institution: str) -> Rows:
    about = [work.iri for work in PAPERS if "application:captioning" in tasks(work)]
    return [row for row in papers_of_institution(institution) if row[0] in about]


def papers_of_author(author: str) -> Rows:
    mine = {work.iri: work for work in PAPERS if author in work.authors}
    for iri, title, year, names in bibliography(mine.values()):
        yield iri, title, year, mine[str(iri)].authors.index(author) + 1, names


def papers_with_code() -> Rows:
    rows = [
        (work.iri, work.title, work.year, url)
        for work in PAPERS
        for role, url in work.links
        if role == "role:code"
    ]
    return sorted(rows, key=lambda row: (row[2], row[1], row[0], row[3]))


def papers_using_architecture(architecture: str) -> Rows:
    return bibliography(work for work in PAPERS if architecture in architectures(work))


def papers_by_role_of_architecture(architecture: str) -> Rows:
    for role in ("proposes", "uses"):
        for row in papers_using_architecture(architecture):
            work = next(work for work in PAPERS if work.iri == row[0])
            proposes = architecture in FACTS.climb(work.proposes, "skos:broader")
            if proposes == (role == "proposes"):
                yield (role, *row)


def papers_by_year() -> Rows:
    for year in sorted({work.year for work in PAPERS}):
        mine = [work for work in PAPERS if work.year == year]
        yield year, len(mine), sum("role:code" in dict(work.links) for work in mine)


def papers_by_year_and_application(within: str = "") -> Rows:
    counts = Counter(
        (work.year, task)
        for work in PAPERS
        for task in tasks(work)
        if not within or within in FACTS.climb([task], "skos:broader")
    )
    rows = [(year, task, label(task), count) for (year, task), count in counts.items()]
    return sorted(rows, key=lambda row: (row[0], -row[3], row[2]))


def papers_missing(*missing: str) -> Rows:
    kept: dict[str, Callable[[Work], bool]] = {
        "venue": lambda work: any(version.venue for version in work.versions),
        "code": lambda work: "role:code" in dict(work.links),
        "institution": lambda work: bool(work.institutions),
        "task": lambda work: bool(work.tasks),
        "architecture": lambda work: bool(work.uses | work.proposes),
        "dataset": lambda work: bool(work.datasets),
    }
    for what in sorted(missing):
        for row in bibliography(work for work in PAPERS if not kept[what](work)):
            yield (what, *row[:3])


def identifiers_of_papers(application: str) -> Rows:
    for work in sorted(PAPERS, key=lambda work: work.title):
        publications = FACTS.get(work.iri, "arnn:hasPublication")
        dois = sorted(d for p in publications for d in FACTS.get(p, "arnn:doi")) or [""]
        for doi in dois:
            if application in tasks(work) and (work.arxiv or doi):
                yield work.iri, work.title, work.arxiv, doi


def first_papers(key: Callable[[Work], set[str]], among: list[Work]) -> Rows:
    earliest: dict[str, int] = {}
    for work in among:
        for thing in key(work):
            earliest[thing] = min(earliest.get(thing, work.first_year), work.first_year)
    rows = [
        (thing, label(thing), year, work.iri, work.title, authors(work))
        for thing, year in earliest.items()
        for work in among
        if thing in key(work) and work.first_year == year
    ]
    return sorted(rows, key=lambda row: (row[2], row[1], row[0], row[4], row[3]))


def first_papers_by_application() -> Rows:
    return first_papers(tasks, PAPERS)


def first_with_architecture(architecture: str) -> Rows:
    return first_papers(tasks, [work for work in PAPERS if architecture in architectures(work)])


def reading_list(application: str) -> Rows:
    rows = [
        (work.first_year, work.iri, work.title, authors(work), url)
        for work in WORKS
        for url in [min((url for role, url in work.links if role == "role:paper"), default="")]
        if application in tasks(work) and url
    ]
    return sorted(rows, key=lambda row: (row[0], row[2], row[1]))


def preprint_to_publication() -> Rows:
    rows = [
        (
            work.iri,
            work.title,
            before.year,
            after.year,
            after.year - before.year,
            label(after.venue),
        )
        for work in PAPERS
        for before, after in product(work.versions, repeat=2)
        if not before.venue and after.venue and after.year >= before.year
    ]
    return sorted(rows, key=lambda row: (-row[4], row[2], row[1], row[0], row[5]))


def architectures_by_application_and_year(family: str) -> Rows:
    counts = Counter(
        (architecture, task, work.year)
        for work in PAPERS
        for architecture, task in product(architectures(work), tasks(work))
        if family in FACTS.climb([architecture], "skos:broader")
    )
    rows = [(a, label(a), t, label(t), year, count) for (a, t, year), count in counts.items()]
    return sorted(rows, key=lambda row: (row[1], row[0], row[3], row[2], row[4]))


# --- venues and datasets


def papers_at_venue(venue: str) -> Rows:
    rows = {
        (work.iri, work.title, version.year, label(version.venue))
        for work in PAPERS
        for version in work.versions
        if version.venue and venue in wholes([version.venue])
    }
    return sorted(rows, key=lambda row: (row[2], row[1], row[0], row[3]))


def venues_by_application(application: str) -> Rows:
    found = defaultdict(list)
    for work in PAPERS:
        for version in work.versions:
            if version.venue and application in tasks(work):
                found[version.venue].append((version.year, work.iri))
    rows = [
        (venue, label(venue), len({work for _, work in hits}), *span(year for year, _ in hits))
        for venue, hits in found.items()
    ]
    return sorted(rows, key=lambda row: (-row[2], row[1]))


def datasets_used_by_papers(application: str) -> Rows:
    titles = {
        dataset: FACTS.one(dataset, "dcterms:title") for dataset in FACTS.with_type("arnn:Dataset")
    }
    titles |= {"dataset:flickr-8k": "Flickr 8k", "dataset:flickr-30k": "Flickr 30k"}
    titles |= {
        "dataset:microsoft-coco": "Microsoft COCO",
        "dataset:the-movieqa-dataset": "The MovieQA dataset",
    }
    found = defaultdict(list)
    for work in PAPERS:
        if application in tasks(work):
            for dataset in work.datasets:
                found[dataset].append(work.year)
    rows = [(d, titles[d], len(years), min(years)) for d, years in found.items()]
    return sorted(rows, key=lambda row: (-row[2], row[1]))


# --- the list, and the sources


def datasets_by_task(within: str = "") -> Rows:
    titles = {d: FACTS.one(d, "dcterms:title") for d in FACTS.with_type("arnn:Dataset")}
    urls: dict[str, str] = {}
    found = {dataset: set(FACTS.get(dataset, "arnn:appliedTo")) for dataset in titles}
    headings = FACTS.named("application:")
    group = ""
    for line in LIST.partition("## Datasets\n")[2].partition("\n## ")[0].splitlines():
        if line.startswith("* "):
            group = headings[line[2:].casefold()][0]
        elif match := re.match(
            r" +\* (?:\[([^\]]+)\]\(([^)]+)\)|([^\[]+?)(?: \(Note.*?\))? \[\[)", line
        ):
            title = match[1] or match[3]
            dataset = f"dataset:{slug(title)}"
            titles[dataset], urls[dataset] = title, match[2] or ""
            found.setdefault(dataset, set()).add(group)
    rows = [
        (task, label(task), dataset, titles[dataset], urls.get(dataset, ""))
        for dataset, mine in found.items()
        for task in mine
        - {t for other in mine for t in FACTS.climb([other], "skos:broader") - {other}}
        if not within or within in FACTS.climb([task], "skos:broader")
    ]
    return sorted(rows, key=lambda row: (row[1].lower(), row[3].lower(), row[2]))


def theses_and_books() -> Rows:
    return [
        (work.kind, work.iri, work.title, work.year, authors(work), url)
        for work in sorted(WORKS, key=lambda work: (work.year, work.title))
        if work.kind != "paper"
        for _, url in work.links
    ]


def architectures_with_papers(family: str = "") -> Rows:
    by_iri = {work.iri: work for work in WORKS}
    names = sorted((label(a).lower(), a) for a in FACTS.with_type("arnn:Architecture"))
    for _, a in names:
        if family and family not in FACTS.climb([a], "skos:broader"):
            continue
        papers = [by_iri[paper] for paper in FACTS.get(a, "arnn:introducedBy")]
        for work in sorted(papers, key=lambda work: (work.year, work.title)):
            yield a, label(a), work.iri, work.title, work.year, authors(work)
        if not papers:
            yield a, label(a), "", "", "", ""


def search(text: str) -> Rows:
    rows = {("work", work.iri, work.title) for work in WORKS}
    for kind in ("architecture", "application"):
        for thing in FACTS.with_type(f"arnn:{kind.capitalize()}"):
            names = FACTS.get(thing, "skos:prefLabel") + FACTS.get(thing, "skos:altLabel")
            rows |= {(kind, thing, name) for name in names}
    found = [row for row in rows if text in row[2].lower()]
    return sorted(found, key=lambda row: (row[0], row[2].lower(), row[2], row[1]))


def places_in_list(iri: str) -> Rows:
    work = next(work for work in WORKS if work.iri == iri)
    for number, place in enumerate(work.places, 1):
        entry = f"entry:{slug(work.title)}" + (f"-{number}" if number > 1 else "")
        yield entry, place.line, place.line, place.section, place.above, place.group, place.title


def evidence_for_work(iri: str) -> Rows:
    subjects = [iri, *FACTS.get(iri, "arnn:hasPublication")]
    rows = set()
    for path in (DATA / "evidence").glob("*.tsv"):
        for line in path.read_text("utf-8").splitlines()[1:]:
            subject, predicate, value, source, where = [*line.split("\t"), ""][:5]
            objects = FACTS.get(subject, predicate) if value == "*" else [value]
            rows |= {
                (subject, predicate, _plain(o), source, where)
                for o in objects
                if subject in subjects
            }
    return sorted(rows, key=lambda row: (row[0], _namespace(row[1]), *row[1:]))


def _namespace(curie: str) -> str:
    """What a property's IRI begins with, by which rows are ordered."""
    return next(iri for iri, prefix in NAMESPACES.items() if curie.startswith(f"{prefix}:"))


def _plain(value: str) -> str:
    """A CURIE of ours in full, a literal without its quotes."""
    if value.startswith('"'):
        return value[1 : value.rindex('"')]
    kind, colon, name = value.partition(":")
    ours = colon and kind.isalpha() and not name.startswith("//")
    return f"https://w3id.org/awesome-rnn-kg/{kind}/{name}" if ours else value.strip("<>")
