"""Every curated fact has a source, and every row of evidence a fact."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import pytest

from awesome_rnn_kg.graph.authorities import Curated, EvidenceRow, read_evidence
from awesome_rnn_kg.graph.curated import facts_without_evidence
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, SKOS
from awesome_rnn_kg.text.source import Span

from .facts import FILES, curated, name, triples

TABLES = {p.stem: t for p in FILES if (t := p.parent / "evidence" / f"{p.stem}.tsv").exists()}


def rows(stem: str) -> list[EvidenceRow]:
    return list(read_evidence(TABLES[stem]))


def test_each_file_of_facts_has_a_table() -> None:
    assert set(TABLES) == {
        "people", "institutions", "venues", "architectures", "applications", "works",
    }  # fmt: skip


def test_every_fact_has_a_source() -> None:
    missing = [" ".join(map(name, fact)) for fact in facts_without_evidence(curated())]
    assert missing == [], "add a row to the table in data/evidence/, or drop the fact"


PERSON = "<https://w3id.org/awesome-rnn-kg/person/x>"


def _curated(*rows: EvidenceRow) -> Curated:
    here = Span("people.ttl", 1, 1, 1, 2)
    made = Curated()
    made.add([(PERSON, RDF.type, ARNN.Person)], lambda _: here)
    made.add([(PERSON, SKOS.prefLabel, '"X"')], lambda _: here)
    made.add([(PERSON, SKOS.exactMatch, "<https://orcid.org/0000-0002-1825-0097>")], lambda _: here)
    for row in rows:
        made.evidence.setdefault((row.subject, row.predicate), []).append(row)
    return made


ROW = EvidenceRow(PERSON, SKOS.exactMatch, "*", "https://x.org/", "", Span("e", 2, 1, 2, 2))


def test_a_fact_without_a_row_is_found_and_a_label_needs_none() -> None:
    fact = (PERSON, SKOS.exactMatch, "<https://orcid.org/0000-0002-1825-0097>")
    assert facts_without_evidence(_curated()) == [fact]
    assert facts_without_evidence(_curated(ROW)) == []
    assert facts_without_evidence(_curated(ROW._replace(object=fact[2]))) == []
    assert facts_without_evidence(_curated(ROW._replace(object="<https://x.org/>"))) == [fact]
    assert facts_without_evidence(_curated(ROW._replace(predicate=SKOS.altLabel))) == [fact]


@pytest.mark.parametrize("stem", TABLES)
def test_every_row_speaks_of_a_fact_in_its_file(stem: str) -> None:
    stated = set(triples(stem))
    pairs = {(s, p) for s, p, _ in stated}
    for row in rows(stem):
        fact = (row.subject, row.predicate, row.object)
        known = (row.subject, row.predicate) in pairs if row.object == "*" else fact in stated
        assert known, f"{row.span.path}:{row.span.line}: {stem}.ttl has no such fact; mend or drop"


@pytest.mark.parametrize("stem", TABLES)
def test_every_row_names_its_source(stem: str) -> None:
    for row in rows(stem):
        place = f"{row.span.path}:{row.span.line}"
        assert row.source == row.source.strip() != "", f"{place}: no source"
        if row.source.startswith("http"):
            assert not set(row.source) & set(' <>"{}|^`\\'), f"{place}: {row.source} is no IRI"


# What a source without an address must look like, so that a reader can find it.
CITATIONS = (
    r"PyPI [\w-]+ [\d.]+, [\w./-]+",
    r"title of the paper",
    r"awesome-rnn list(, group label)?",
    r".{30,}, list of references",
)


def _unnamed(found: Iterable[EvidenceRow]) -> Counter[str]:
    """How many rows of each subject cite what is neither an address nor a known citation."""
    return Counter(
        name(row.subject)
        for row in found
        if not row.source.startswith(("http://", "https://"))
        and not any(re.fullmatch(form, row.source) for form in CITATIONS)
    )


def test_every_source_can_be_looked_up() -> None:
    found = _unnamed(row for stem in TABLES for row in rows(stem))
    assert found == Counter(), "name the page, package or repository that states it"


def test_a_source_that_nobody_can_find_is_found() -> None:
    for source in ("a public text, repository not named", "notes on translation", "the web"):
        assert _unnamed([ROW._replace(source=source)]) == {"person:x": 1}


@pytest.mark.parametrize("stem", TABLES)
def test_no_quotation_is_cut(stem: str) -> None:
    """An odd number of quotation marks, or an end within a word, shows a cut."""
    for row in rows(stem):
        place = f"{row.span.path}:{row.span.line}"
        assert row.where.count('"') % 2 == 0, f"{place}: the quotation does not end; copy it again"
        assert not row.where.endswith(("…", ",", "-", "(", "[")), f"{place}: {row.where[-20:]}"


@pytest.mark.parametrize("stem", TABLES)
def test_tables_have_five_cells_a_row(stem: str) -> None:
    text = TABLES[stem].read_text("utf-8")
    head, *lines = text.removesuffix("\n").split("\n")
    assert head == "subject\tpredicate\tobject\tsource\twhere"
    assert text.endswith("\n")
    assert [n for n, line in enumerate(lines, 2) if line.count("\t") != 4] == []


@pytest.mark.parametrize("stem", TABLES)
def test_rows_are_grouped_by_subject_in_the_order_of_the_file(stem: str) -> None:
    runs = [subject for subject, _ in groupby(row.subject for row in rows(stem))]
    order = list(dict.fromkeys(subject for subject, _, _ in triples(stem)))
    assert runs == [subject for subject in order if subject in set(runs)]


@pytest.mark.parametrize("stem", TABLES)
def test_no_row_is_repeated(stem: str) -> None:
    lines = TABLES[stem].read_text("utf-8").splitlines()
    assert sorted({line for line in lines if lines.count(line) > 1}) == []
