"""The gap table: its numbers add up, and its pairs are those of the ontology."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.authorities import read_turtle
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.graph.prefixes import BASE, expand
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, RDFS, SKOS
from awesome_rnn_kg.share.artifacts import class_counts, report
from awesome_rnn_kg.share.gaps import EXPECTED, Gap, gap_lines, gaps
from awesome_rnn_kg.share.statistics import statistics

LIST = """\
# A list

## Papers

* Ann Lee, *First*, arXiv:1511.02301 / ICML 2015 [[Paper](https://arxiv.org/abs/1511.02301)]
* Bo Chen, *Second* [[Paper](https://example.org/second.pdf)]
* Cy Dow, *Third* [[Paper](https://example.org/third.pdf)]
"""
# Printed by a list or made by the build, never a matter of knowing.
GIVEN = {
    ARNN.authorString, ARNN.listedIn, ARNN.versionOf, ARNN.hasAuthorship, ARNN.hasLink,
    ARNN.hasInstitutionCredit, ARNN.describedBy, ARNN.authorOf, ARNN.ambiguousName,
}  # fmt: skip
CLASSES = (
    "<https://schema.org/CreativeWork>", ARNN.Resource, ARNN.Publication, ARNN.Agent,
    ARNN.Person, ARNN.Institution, ARNN.Venue, SKOS.Concept,
)  # fmt: skip
ONTOLOGY = tuple(read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True))


@pytest.fixture(scope="session")
def ours() -> Build:
    return compile_list()


@pytest.fixture
def small(tmp_path: Path) -> Build:
    """A list with three papers: the first is on arXiv; the second is known to have no arXiv id."""
    path = tmp_path / "list.md"
    path.write_text(LIST, "utf-8")
    second = next(w.iri for w in compile_list(path).catalogue.works if w.title == "Second")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/none.tsv").write_text(
        "subject\tpredicate\tobject\tsource\twhere\n"
        f"<{second}>\tarnn:arxivId\t*\thttps://example.org/\tsays so\n"
        f"<{second}>\tarnn:uses\tarchitecture:long-short-term-memory\thttps://example.org/\tno\n",
        "utf-8",
    )
    (tmp_path / "own.ttl").write_text("# Nothing but the table beside it.\n", "utf-8")
    return compile_list(path, [tmp_path / "own.ttl"])


def _gap(found: Iterable[Gap], cls: str, name: str) -> Gap:
    (gap,) = (g for g in found if (g.cls, g.predicate) == (cls, expand(name)))
    return gap


def test_an_exact_match_counts_as_a_close_one(ours: Build) -> None:
    gap = _gap(gaps(ours), "Architecture", "skos:closeMatch")
    exact, without = (
        f"<{BASE}architecture/{slug}>" for slug in ("recursive-neural-network", "pointer-network")
    )
    assert not any(s == exact and p == SKOS.closeMatch for s, p, _ in ours.asserted)
    assert exact in gap.have
    assert without in gap.unknown


def test_having_lacking_and_not_knowing_are_told_apart(small: Build) -> None:
    gap = _gap(gaps(small), "Paper", "arnn:arxivId")
    assert [len(part) for part in (gap.have, gap.none, gap.unknown)] == [1, 1, 1]
    assert gap.none[0].endswith("/second>")


def test_that_a_thing_lacks_one_value_does_not_say_that_it_lacks_all(small: Build) -> None:
    gap = _gap(gaps(small), "Paper", "arnn:uses")
    assert gap.none == ()
    assert any(thing.endswith("/second>") for thing in gap.unknown)


def test_a_work_has_what_its_publications_have(ours: Build) -> None:
    with_doi = {s for s, p, _ in ours.asserted if p == ARNN.doi}
    owners = {s for s, p, o in ours.asserted if p == ARNN.hasPublication and o in with_doi}
    gap = _gap(gaps(ours), "Paper", "arnn:doi")
    assert set(gap.have) == (owners | with_doi) & set(gap.have + gap.none + gap.unknown)
    assert owners & set(gap.have)


def test_proposing_is_using(ours: Build) -> None:
    proposing = {s for s, p, _ in ours.asserted if p == ARNN.proposes}
    using = {s for s, p, _ in ours.asserted if p == ARNN.uses}
    gap = _gap(gaps(ours), "Paper", "arnn:uses")
    assert proposing - using
    assert set(gap.have) == (proposing | using) & set(gap.have + gap.unknown)


def test_a_preprint_has_no_venue_and_a_top_concept_nothing_broader(ours: Build) -> None:
    found = gaps(ours)
    preprint = f"<{BASE}type/preprint>"
    preprints = {s for s, p, o in ours.asserted if (p, o) == (ARNN.publicationType, preprint)}
    assert preprints <= set(_gap(found, "Publication", "arnn:venue").none)
    tops = {s for s, p, _ in ours.asserted if p == SKOS.topConceptOf}
    for cls in ("Architecture", "Application"):
        assert set(_gap(found, cls, "skos:broader").none) <= tops
        assert _gap(found, cls, "skos:broader").unknown == ()


def test_the_totals_reconcile_with_the_list(ours: Build) -> None:
    """Every thing of a class is counted once for each property, and the papers are the list's."""
    counts = class_counts(ours)
    for gap in gaps(ours):
        things = gap.have + gap.none + gap.unknown
        assert len(things) == len(set(things)) == gap.total == counts[gap.cls], gap.cls
    works = {f"<{work.iri}>" for work in ours.catalogue.works if "Paper" in work.kinds}
    title = _gap(gaps(ours), "Paper", "dcterms:title")
    assert set(title.have) == works


def test_every_kind_of_listed_thing_is_asked_about(ours: Build) -> None:
    classes = {str(getattr(ARNN, cls)) for cls in EXPECTED}
    asked = {s for s, p, o in ours.asserted if p == RDF.type and o in classes}
    listed = {s for s, p, _ in ours.asserted if p == ARNN.listedIn}
    assert listed <= asked


def test_each_pair_fits_the_domain_of_the_property() -> None:
    domains = {s: o for s, p, o in ONTOLOGY if p == RDFS.domain}
    for cls, names in EXPECTED.items():
        above = _above(str(getattr(ARNN, cls)))
        for predicate in map(expand, names.split()):
            domain = domains.get(predicate)
            assert domain is None or domain in above, f"{cls} {predicate}: is for {domain}"


def test_no_property_of_the_contract_is_forgotten() -> None:
    own = f"<{BASE}ontology#"
    domains = {s: o for s, p, o in ONTOLOGY if p == RDFS.domain}
    asked = {expand(name) for names in EXPECTED.values() for name in names.split()}
    due = {p for p, domain in domains.items() if p.startswith(own) and domain in CLASSES}
    assert sorted(due - asked - GIVEN) == [], "add it to EXPECTED, or to what is given"


def _above(cls: str) -> set[str]:
    found = {cls}
    while more := {o for s, p, o in ONTOLOGY if p == RDFS.subClassOf and s in found} - found:
        found |= more
    return found


def test_the_table_shows_counts(small: Build) -> None:
    lines = list(gap_lines(gaps(small)))
    assert lines[0].split() == ["have", "none", "unknown", "of", "class", "and", "property"]
    assert "      1      1        1      3  Paper arnn:arxivId" in lines


def test_statistics_have_the_table_where_asked(small: Build) -> None:
    assert "Paper arnn:arxivId" in statistics(small, with_gaps=True)
    assert "Paper arnn:arxivId" not in statistics(small)


def test_the_report_says_why_and_which(small: Build) -> None:
    records = json.loads(json.dumps(report(small)))["gaps"]
    (record,) = (r for r in records if (r["class"], r["property"]) == ("Paper", "arnn:arxivId"))
    assert record["have"] == 1
    (none,) = record["none"]
    assert (none["source"], none["where"]) == ("https://example.org/", "says so")
    assert len(record["unknown"]) == 1
