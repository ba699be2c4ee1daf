"""The page that tells how much is known: class by class, property by property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ..graph.authorities import EvidenceRow
from ..graph.build import Build
from ..graph.prefixes import compact
from ..graph.terms import text_of
from ..graph.vocabulary import DCTERMS, SKOS
from ..text.markdown_table import code, plain, table
from .gaps import Gap, below, gaps

_FEW = 10  # so many unsettled things are named
_INTRODUCTION = """\
# Coverage

How much the graph of the list knows, and how much it doesn't. Of the things of a class, a number
*have* a property; a number are *known to have none* (a row of `data/evidence/none.tsv` names the
source that shows it, or their nature does); the rest are *unknown*: nobody has settled them. A
thing that has a property has at least one value of it; whether it has more is not told here: a
paper may have been tried on further data sets, or come from one more institution, than the graph
names. A work has what one of its publications has; what it proposes it also uses, and an exact
match counts as a close one. Properties that every thing has by construction, or that only some can
have, are not counted.

`awesome-rnn-kg stats --gaps` prints the same numbers for any list, and `report.json`, which
`awesome-rnn-kg build` writes, also names every thing that lacks a property, with the reason where
there is one.
"""

# What a reader should know of each class before reading its numbers.
_ABOUT = {
    "Paper": "The papers of the list, surveys among them. What they propose and use is told by "
    "their own titles and abstracts. A DOI may be the one that arXiv gives to the preprint.",
    "Book": "The list has a chapter of one book.",
    "Thesis": "What theses are about is told by their titles and abstracts; where they were handed "
    "in, by their first pages.",
    "Course": "Courses belong to the university that the list or their own pages name.",
    "Lecture": "What lectures are about is told by the list's remarks on them.",
    "Software": "Makers, licenses and languages come from each program's own repository, as it "
    "stood at the commit that the evidence names. One that names a team, a company or a laboratory "
    "as its author, and no person, is known to have no creator.",
    "Tutorial": "What tutorials are about is told by their titles and first sentences.",
    "Documentation": "The documentation of one framework.",
    "Dataset": "The datasets of the list, and those on which its papers were evaluated. Their "
    "makers are the authors of the papers that introduced them.",
    "BlogPost": "Years come from the posts or from their addresses, subjects from their titles.",
    "Demo": "Demonstrations are known from the list and from their makers' pages.",
    "Publication": "The versions of the papers: a preprint has no venue and no pages, but the DOI "
    "that arXiv gives it.",
    "Person": "Everybody who is credited with a work. An identifier is stated only where its "
    "record, or a page that names both, was seen: names alone are too often shared.",
    "Institution": "The bodies that are credited with works; a match leads to ROR or Wikidata. "
    "Latitude and longitude are mostly those of the city, as ROR has them, not of the building. "
    "One without a parent in its ROR record is known to be part of nothing; the unknown ones have "
    "no such record that was seen, or a parent that is credited with no work.",
    "Venue": "Conferences, workshops and journals of the published versions.",
    "Workshop": "Workshops, which belong to conferences.",
    "Journal": "Journals, which have a serial number.",
    "Architecture": "The scheme of architectures. A family has no paper that introduced it unless "
    "one is known to have done so. A match leads to a class of another ontology (AIO, D3FEND) "
    "that is defined alike (exact) or nearly so (close).",
    "Application": "The scheme of tasks. A match leads to a class of another ontology (AIO, "
    "D3FEND, EDAM, ITO) that is defined alike (exact) or nearly so (close).",
}


def coverage_page(build: Build) -> str:
    """The page in Markdown: for each class a sentence, its numbers, and what is open by name."""
    named = _names(build)
    parts = [_INTRODUCTION]
    for cls, found in groupby(gaps(build), lambda gap: gap.cls):
        parts += _section(cls, list(found), named, build.absent)
    return "".join(parts)


def _section(
    cls: str,
    found: Sequence[Gap],
    named: Mapping[str, str],
    absent: Mapping[tuple[str, str], EvidenceRow],
) -> Iterator[str]:
    yield f"\n## {cls}\n\n{_ABOUT[cls]}\n\n"
    rows = [(code(compact(g.predicate) or g.predicate), *map(str, _numbers(g))) for g in found]
    yield table(("property", "have", "known to have none", "unknown", "of"), rows)
    for gap in found:
        if gap.have and 0 < len(gap.unknown) <= _FEW:
            yield f"\nUnknown {code(compact(gap.predicate) or gap.predicate)}:\n\n"
            yield from (_open(thing, gap.predicate, named, absent) for thing in gap.unknown)


def _numbers(gap: Gap) -> tuple[int, int, int, int]:
    return len(gap.have), len(gap.none), len(gap.unknown), gap.total


def _open(
    thing: str,
    predicate: str,
    named: Mapping[str, str],
    absent: Mapping[tuple[str, str], EvidenceRow],
) -> str:
    """An unsettled thing, with what is known to be absent of what refines the property."""
    finer = below().get(predicate, ())
    notes = [(one, row.where) for one in finer if (row := absent.get((thing, one)))]
    told = "".join(
        f"; known to have no {code(compact(one) or one)}: {plain(note)}" for one, note in notes
    )
    return f"* {plain(named.get(thing, compact(thing) or thing))}{told}\n"


def _names(build: Build) -> dict[str, str]:
    """What to call each thing: its label or title, else its compact name."""
    return {
        subject: text_of(value)
        for subject, predicate, value in build.asserted
        if predicate in (SKOS.prefLabel, DCTERMS.title)
    }
