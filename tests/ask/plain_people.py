"""Answers about people and institutions; see `plain_answers`."""

import re
from collections import Counter, defaultdict
from itertools import combinations, product
from typing import NamedTuple

from tests.ask.plain_answers import (
    FACTS,
    LIST,
    PAPERS,
    WORKS,
    Rows,
    label,
    makers,
    span,
    tasks,
    wholes,
)
from tests.ask.plain_list import Work, slug

# The name of a bullet: a link's text, else all before its links and notes.
NAME = re.compile(r"^ *\* (?:\[([^\]]+)\]\(|(.+?)(?: \[\[| \(Note: |$))", re.MULTILINE)


class Made(NamedTuple):
    """A dataset, demo, or software with the makers that the authority file names."""

    iri: str
    title: str
    year: str
    authors: list[str]
    names: list[str]


def _made() -> list[Made]:
    titles = [one or two for one, two in NAME.findall(LIST)]
    bullets = {slug(part): t for t in titles for part in (t.partition(":")[0], t)}
    found = []
    for thing in sorted({s for s, p in FACTS.objects if p == "arnn:hasAuthorship"}):
        records = FACTS.get(thing, "arnn:hasAuthorship")
        authors, names = (
            [FACTS.one(record, f"arnn:{p}") for record in records]
            for p in ("agent", "nameAsPrinted")
        )
        title = FACTS.one(thing, "dcterms:title") or bullets[thing.partition(":")[2]]
        found.append(Made(thing, title, "", authors, names))
    return found


CREDITED: list[Work | Made] = [*WORKS, *_made()]

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
    fields: dict[str, set[str]] = defaultdict(set)
    papers: Counter[str] = Counter()
    for work in PAPERS:
        mine = tasks(work) & set(top)
        for author in work.authors:
            fields[author] |= mine
            papers[author] += bool(mine)
    rows = [(a, label(a), len(f), papers[a]) for a, f in fields.items() if len(f) >= least]
    return sorted(rows, key=lambda row: (-row[2], -row[3], row[1]))


def coauthors(author: str) -> Rows:
    counts = Counter(a for work in CREDITED if author in work.authors for a in work.authors)
    rows = [(a, label(a), count) for a, count in counts.items() if a != author]
    return sorted(rows, key=lambda row: (-row[2], row[1], row[0]))


def coauthor_distance(author: str, most: int = 4) -> Rows:
    distance, front = {author: 0}, {author}
    for step in range(1, most + 1):
        near = {a for work in CREDITED if front & set(work.authors) for a in work.authors}
        front = near - distance.keys()
        distance |= dict.fromkeys(front, step)
    rows = [(a, label(a), steps) for a, steps in distance.items() if steps]
    return sorted(rows, key=lambda row: (row[2], row[1], row[0]))


def works_sharing_authors(iri: str) -> Rows:
    given = next(work for work in WORKS if work.iri == iri)
    rows = [
        (work.iri, work.title, work.year, len(set(work.authors) & set(given.authors)))
        for work in CREDITED
        if work is not given and set(work.authors) & set(given.authors)
    ]
    return sorted(rows, key=lambda row: (-row[3], row[2] or 0, row[1]))


def people_with_several_names() -> Rows:
    people = {author for work in CREDITED for author in work.authors}
    people |= makers("person:")
    forms = {person: set(FACTS.get(person, "skos:altLabel")) for person in people}
    for work in CREDITED:
        for person, name in zip(work.authors, work.names, strict=True):
            forms[person].add(name)
    rows = [(p, label(p), f) for p, names in forms.items() for f in names if f != label(p)]
    return sorted(rows, key=lambda row: (row[1], row[0], row[2]))


# --- institutions


def institutions(country: str = "") -> Rows:
    counts = Counter(i for work in PAPERS for i in wholes(work.institutions))
    details = ("arnn:city", "arnn:country", "schema:latitude", "schema:longitude")
    for i in sorted(counts, key=lambda i: (-counts[i], label(i))):
        if country in ("", FACTS.one(i, "arnn:country")):
            yield (i, label(i), *(FACTS.one(i, detail) for detail in details), counts[i])


def institution_collaborations() -> Rows:
    counts = Counter(p for work in PAPERS for p in combinations(sorted(work.institutions), 2))
    rows = [(a, label(a), b, label(b), count) for (a, b), count in counts.items()]
    return sorted(rows, key=lambda row: (-row[4], row[0], row[2]))


def company_university_collaborations() -> Rows:
    found = defaultdict(list)
    for work in PAPERS:
        for pair in product(work.institutions, repeat=2):
            if all(
                t in FACTS.get(i, "rdf:type")
                for i, t in zip(pair, ("arnn:Company", "arnn:University"), strict=True)
            ):
                found[pair].append(work.year)
    rows = [(a, label(a), b, label(b), len(y), *span(y)) for (a, b), y in found.items()]
    return sorted(rows, key=lambda row: (-row[4], row[1], row[3]))


def country_collaborations(*within: str) -> Rows:
    counts = Counter(
        pair
        for work in PAPERS
        for pair in combinations(
            sorted({FACTS.one(i, "arnn:country") for i in work.institutions} - {""}), 2
        )
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
    known = {i for work in WORKS for i in work.institutions} | makers("institution:")
    kinds = {
        "arnn:University": "university",
        "arnn:Company": "company",
        "arnn:ResearchInstitute": "research institute",
    }
    rows = [
        (place, kind, i, label(i), FACTS.one(i, "arnn:city"), FACTS.one(i, "schema:url"))
        for type_, kind in kinds.items()
        for i in wholes(known) & set(FACTS.with_type(type_))
        for place in FACTS.get(i, "arnn:country")
        if country in ("", place)
    ]
    return sorted(rows, key=lambda row: (row[0], row[1], row[3]))
