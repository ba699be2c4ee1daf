"""Works out the golden answers of canned queries from the list and the authority files.

`python tests/ask/derive_golden.py` writes `golden/*.tsv`. Nothing here asks the graph or imports
the package: an answer that a query gives and that this gives was found in two ways. What
`plain_list` does not read (software, lectures, evidence) is worked out by hand in the files.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations, product
from pathlib import Path

from plain_list import DATA, NAMESPACES, Facts, Work, slug, works

GOLDEN = Path(__file__).with_name("golden")
Cell = str | int
Rows = Iterable[tuple[Cell, ...]]

FACTS = Facts()
WORKS = works(FACTS)
PAPERS = [work for work in WORKS if work.kind == "paper"]
NAMES = {person: name for work in WORKS for person, name in zip(work.authors, work.names, strict=True)}


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


def papers_by_year_and_application() -> Rows:
    counts = Counter((work.year, task) for work in PAPERS for task in tasks(work))
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
        (work.iri, work.title, before.year, after.year, after.year - before.year, label(after.venue))
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
    titles = {dataset: FACTS.one(dataset, "dcterms:title") for dataset in FACTS.with_type("arnn:Dataset")}
    titles |= {"dataset:flickr-8k": "Flickr 8k", "dataset:flickr-30k": "Flickr 30k"}
    titles |= {"dataset:microsoft-coco": "Microsoft COCO", "dataset:the-movieqa-dataset": "The MovieQA dataset"}
    found = defaultdict(list)
    for work in PAPERS:
        if application in tasks(work):
            for dataset in work.datasets:
                found[dataset].append(work.year)
    rows = [(d, titles[d], len(years), min(years)) for d, years in found.items()]
    return sorted(rows, key=lambda row: (-row[2], row[1]))


# --- people


def prolific_authors(least: int) -> Rows:
    found = defaultdict(list)
    for work in PAPERS:
        for author in work.authors:
            found[author].append(work.year)
    rows = [(a, label(a), len(y), *span(y)) for a, y in found.items() if len(y) >= least]
    return sorted(rows, key=lambda row: (-row[2], row[3], row[1]))


def authors_across_fields(least: int) -> Rows:
    top = FACTS.get("scheme:applications", "skos:hasTopConcept")
    fields, papers = defaultdict(set), Counter()
    for work in PAPERS:
        mine = tasks(work) & set(top)
        for author in work.authors:
            fields[author] |= mine
            papers[author] += bool(mine)
    rows = [(a, label(a), len(f), papers[a]) for a, f in fields.items() if len(f) >= least]
    return sorted(rows, key=lambda row: (-row[2], -row[3], row[1]))


def coauthors(author: str) -> Rows:
    counts = Counter(a for work in WORKS if author in work.authors for a in work.authors)
    rows = [(a, label(a), count) for a, count in counts.items() if a != author]
    return sorted(rows, key=lambda row: (-row[2], row[1], row[0]))


def coauthor_distance(author: str, most: int = 4) -> Rows:
    distance, front = {author: 0}, {author}
    for step in range(1, most + 1):
        near = {a for work in WORKS if front & set(work.authors) for a in work.authors}
        front = near - distance.keys()
        distance |= dict.fromkeys(front, step)
    rows = [(a, label(a), steps) for a, steps in distance.items() if steps]
    return sorted(rows, key=lambda row: (row[2], row[1], row[0]))


def works_sharing_authors(iri: str) -> Rows:
    given = next(work for work in WORKS if work.iri == iri)
    rows = [
        (work.iri, work.title, work.year, len(set(work.authors) & set(given.authors)))
        for work in WORKS
        if work is not given and set(work.authors) & set(given.authors)
    ]
    return sorted(rows, key=lambda row: (-row[3], row[2], row[1]))


def people_with_several_names() -> Rows:
    people = {author for work in WORKS for author in work.authors}
    people |= set(FACTS.with_type("arnn:Person"))
    forms = {person: set(FACTS.get(person, "skos:altLabel")) for person in people}
    for work in WORKS:
        for person, name in zip(work.authors, work.names, strict=True):
            forms[person].add(name)
    rows = [(p, label(p), f) for p, names in forms.items() for f in names if f != label(p)]
    return sorted(rows, key=lambda row: (row[1], row[0], row[2]))


# --- institutions


def institutions() -> Rows:
    counts = Counter(i for work in PAPERS for i in wholes(work.institutions))
    details = ("arnn:city", "arnn:country", "schema:latitude", "schema:longitude")
    rows = [(i, label(i), *(FACTS.one(i, d) for d in details), n) for i, n in counts.items()]
    return sorted(rows, key=lambda row: (-row[-1], row[1]))


def institution_collaborations() -> Rows:
    counts = Counter(p for work in PAPERS for p in combinations(sorted(work.institutions), 2))
    rows = [(a, label(a), b, label(b), count) for (a, b), count in counts.items()]
    return sorted(rows, key=lambda row: (-row[4], row[0], row[2]))


def company_university_collaborations() -> Rows:
    found = defaultdict(list)
    for work in PAPERS:
        for pair in product(work.institutions, repeat=2):
            if all(t in FACTS.get(i, "rdf:type") for i, t in zip(pair, ("arnn:Company", "arnn:University"), strict=True)):
                found[pair].append(work.year)
    rows = [(a, label(a), b, label(b), len(y), *span(y)) for (a, b), y in found.items()]
    return sorted(rows, key=lambda row: (-row[4], row[1], row[3]))


def country_collaborations(*within: str) -> Rows:
    counts = Counter(
        pair
        for work in PAPERS
        for pair in combinations(sorted({FACTS.one(i, "arnn:country") for i in work.institutions} - {""}), 2)
    )
    rows = [(*pair, n) for pair, n in counts.items() if not within or set(within) & set(pair)]
    return sorted(rows, key=lambda row: (-row[2], row[0], row[1]))


def papers_of_lab_and_parent(institution: str) -> Rows:
    rows = [
        (work.iri, work.title, work.year, credited, label(credited))
        for work in PAPERS
        for credited in work.institutions
        if wholes([credited]) & wholes([institution])
    ]
    return sorted(rows, key=lambda row: (row[2], row[1], row[4]))


def institutions_by_country_and_type(country: str = "") -> Rows:
    kinds = {"arnn:University": "university", "arnn:Company": "company", "arnn:ResearchInstitute": "research institute"}
    rows = [
        (place, kind, i, label(i), FACTS.one(i, "arnn:city"), FACTS.one(i, "schema:url"))
        for type_, kind in kinds.items()
        for i in FACTS.with_type(type_)
        for place in FACTS.get(i, "arnn:country")
        if country in ("", place)
    ]
    return sorted(rows, key=lambda row: (row[0], row[1], row[3]))


# --- the list, and the sources


def theses_and_books() -> Rows:
    rows = [
        (work.kind, work.iri, work.title, work.year, authors(work), url)
        for work in WORKS
        if work.kind != "paper"
        for _, url in work.links
    ]
    return sorted(rows, key=lambda row: (row[3], row[2]))


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
            subject, predicate, value, source, where = (line.split("\t") + [""])[:5]
            objects = FACTS.get(subject, predicate) if value == "*" else [value]
            rows |= {(subject, predicate, _plain(o), source, where) for o in objects if subject in subjects}
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


def main() -> None:
    """Write the answers whose query and parameters stand in `ANSWERS`."""
    for (name, header), rows in ANSWERS.items():
        path = GOLDEN / f"{name}.tsv"
        first = [f"# {header}"] if header else []
        names = _columns(name.partition("--")[0])
        lines = [*first, "\t".join(names), *("\t".join(map(str, row)) for row in rows)]
        path.write_text("\n".join(lines) + "\n", "utf-8")


def _columns(query: str) -> list[str]:
    """The columns that the header of a query declares."""
    text = (DATA.parent / "queries" / f"{query}.rq").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("# columns = "))
    return [part.split(" = ")[0].strip() for part in line.partition("{")[2].split(",")]


MEMORY = "architecture:memory-augmented-neural-network"
ANSWERS: dict[tuple[str, str], Rows] = {
    ("architectures_by_application_and_year", ""): architectures_by_application_and_year(MEMORY),
    ("authors_across_fields", ""): authors_across_fields(5),
    ("coauthor_distance", ""): coauthor_distance("person:alex-graves"),
    ("coauthors", ""): coauthors("person:yoshua-bengio"),
    ("company_university_collaborations", ""): company_university_collaborations(),
    ("country_collaborations", ""): country_collaborations(),
    ("country_collaborations--turkey", 'country = "Türkiye"'): country_collaborations("Türkiye"),
    ("datasets_used_by_papers", ""): datasets_used_by_papers("application:captioning"),
    ("evidence_for_work", ""): evidence_for_work("paper:skip-thought-vectors"),
    ("first_papers_by_application", ""): first_papers_by_application(),
    ("first_with_architecture", ""): first_with_architecture("architecture:attention-mechanism"),
    ("first_with_architecture--lstm", 'architecture = "LSTM"'): first_with_architecture(
        "architecture:long-short-term-memory"
    ),
    ("identifiers_of_papers", ""): identifiers_of_papers("application:image-generation"),
    ("institution_collaborations", ""): institution_collaborations(),
    ("institutions", ""): institutions(),
    ("institutions_by_country_and_type", ""): institutions_by_country_and_type(),
    ("institutions_by_country_and_type--canada", 'country = "Canada"'): institutions_by_country_and_type("Canada"),
    ("papers_at_venue", ""): papers_at_venue("venue:icml"),
    ("papers_by_role_of_architecture", ""): papers_by_role_of_architecture("architecture:memory-network"),
    ("papers_by_year", ""): papers_by_year(),
    ("papers_by_year_and_application", ""): papers_by_year_and_application(),
    ("papers_for_application", ""): papers_for_application("application:machine-translation"),
    ("papers_missing", ""): papers_missing("venue"),
    ("papers_missing--more", 'missing = ["dataset", "task"]'): papers_missing("dataset", "task"),
    ("papers_of_lab_and_parent", ""): papers_of_lab_and_parent("institution:facebook-ai-research"),
    ("papers_using_architecture", ""): papers_using_architecture("architecture:long-short-term-memory"),
    ("people_with_several_names", ""): people_with_several_names(),
    ("places_in_list", ""): places_in_list("paper:long-term-recurrent-convolutional-networks-for-visual"),
    ("preprint_to_publication", ""): preprint_to_publication(),
    ("prolific_authors", ""): prolific_authors(5),
    ("prolific_authors--seven", "least = 7"): prolific_authors(7),
    ("reading_list", ""): reading_list("application:language-modeling"),
    ("theses_and_books", ""): theses_and_books(),
    ("venues_by_application", ""): venues_by_application("application:multimodal-learning"),
    ("works_sharing_authors", ""): works_sharing_authors("paper:show-attend-and-tell"),
}

if __name__ == "__main__":
    main()
