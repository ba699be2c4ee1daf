"""What is known not to be so: each row speaks of a known thing and contradicts nothing."""

from pathlib import Path

import pytest

from awesome_rnn_kg.compiler import compile_list, load_knowhow
from awesome_rnn_kg.graph.authorities import EvidenceRow, load_curated
from awesome_rnn_kg.graph.curated import absences
from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.graph.vocabulary import ARNN, SKOS
from awesome_rnn_kg.text.source import InputError

from .facts import curated, described, name

HEAD = "subject\tpredicate\tobject\tsource\twhere\n"


def contradicted(rows: list[EvidenceRow], stated: set[Triple]) -> list[str]:
    """Rows that say that there is no such fact, where the graph has one."""
    pairs = {(s, p) for s, p, _ in stated}
    return [
        f"{row.span.path}:{row.span.line}"
        for row in rows
        if (row.subject, row.predicate, row.object) in stated
        or (row.object == "*" and (row.subject, row.predicate) in pairs)
    ]


def test_what_is_known_to_be_absent_is_not_stated() -> None:
    assert curated().absent
    stated = set(compile_list().asserted)
    assert contradicted(curated().absent, stated) == [], "drop the row, or the fact"


def test_a_contradiction_is_found() -> None:
    row = next(r for r in curated().absent if r.predicate == ARNN.doi)
    said = (row.subject, ARNN.doi, '"10.1000/1"')
    assert contradicted([row], {said}) == [f"{row.span.path}:{row.span.line}"]
    one = next(r for r in curated().absent if r.object != "*")
    assert contradicted([one], {(one.subject, one.predicate, one.object)})
    assert contradicted([one], {(one.subject, one.predicate, "<https://x.org/>")}) == []


def test_rows_speak_of_known_things_and_know_where_they_saw_it() -> None:
    for row in curated().absent:
        place = f"{row.span.path}:{row.span.line}"
        assert row.subject in described() | set(curated().blocks), f"{place}: {name(row.subject)}"
        assert row.where, f"{place}: say where in the source this is seen"


def test_rows_stand_in_order_and_once() -> None:
    keys = [(name(r.subject), name(r.predicate), r.object) for r in curated().absent]
    assert keys == sorted(keys), "sort the rows of data/evidence/none.tsv"
    assert len(keys) == len(set(keys))


def test_a_whole_absence_and_a_single_denial_differ() -> None:
    found = absences(curated())
    assert all(row.object == "*" for row in found.values())
    assert len(found) < len(curated().absent)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("institution:x\tarnn:partOf\t*\t\t", "names no source"),
        ("institution:x\tarnn:partOf", "has 2 cells"),
        ("nothing:x\tarnn:partOf\t*\tA page\t", "nothing"),
    ],
)
def test_a_row_that_is_none_is_told(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(InputError, match=rf"none\.tsv:2: .*{problem}"):
        load_knowhow([_folder(tmp_path, row)])


def test_rows_beside_a_file_of_ones_own_are_read(tmp_path: Path) -> None:
    row = "institution:x\tarnn:partOf\t*\thttps://x.org/about\tA body of its own"
    curated = load_curated([_folder(tmp_path, row)])
    (found,) = absences(curated).values()
    assert (found.source, found.where) == ("https://x.org/about", "A body of its own")
    assert found.span.path == "evidence/none.tsv"


def _folder(folder: Path, row: str) -> Path:
    """An authority file with a table of what is known to be absent."""
    (folder / "evidence").mkdir()
    (folder / "evidence/none.tsv").write_text(f"{HEAD}{row}\n", "utf-8")
    path = folder / "own.ttl"
    thing = "<https://w3id.org/awesome-rnn-kg/institution/x>"
    path.write_text(f'{thing} a {ARNN.Institution} ; {SKOS.prefLabel} "X" .\n', "utf-8")
    return path
