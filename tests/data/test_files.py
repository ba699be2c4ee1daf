"""The data files: their layout, the register of IRIs, the table of corrections."""

from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph import format_data
from awesome_rnn_kg.graph.authorities import read_turtle
from awesome_rnn_kg.graph.format_data import data_files, formatted
from awesome_rnn_kg.graph.prefixes import BASE, KINDS
from awesome_rnn_kg.graph.terms import iri_of
from awesome_rnn_kg.text.source import InputError

from .facts import FILES, LIST_TEXT, described, minted

UNORDERED = """\
# A head.
# Two lines of it.
@prefix venue: <https://w3id.org/awesome-rnn-kg/venue/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .
@prefix scheme: <https://w3id.org/awesome-rnn-kg/scheme/> .
venue:x-y skos:altLabel "a # b", "B", "a" ; a arnn:Workshop, arnn:Venue ; skos:prefLabel "X Y" ;
  arnn:partOf venue:x ; arnn:city "Here" .
venue:x a arnn:Venue ; schema:latitude 1.50 .
venue:x skos:altLabel "A first long name of the venue X" .
venue:x skos:altLabel "A second long name of the venue X, which fills it" .
scheme:s a skos:ConceptScheme .
"""
ORDERED = """\
# A head.
# Two lines of it.
@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix scheme: <https://w3id.org/awesome-rnn-kg/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix venue: <https://w3id.org/awesome-rnn-kg/venue/> .

scheme:s
    a skos:ConceptScheme .

venue:x
    a arnn:Venue ;
    skos:altLabel
        "A first long name of the venue X",
        "A second long name of the venue X, which fills it" ;
    schema:latitude 1.50 .

venue:x-y
    a arnn:Venue, arnn:Workshop ;
    skos:prefLabel "X Y" ;
    skos:altLabel "a", "a # b", "B" ;
    arnn:partOf venue:x ;
    arnn:city "Here" .
"""


@pytest.fixture
def unordered(tmp_path: Path) -> Path:
    path = tmp_path / "venues.ttl"
    path.write_text(UNORDERED, "utf-8")
    return path


def test_the_layout_is_fixed(unordered: Path) -> None:
    assert formatted(unordered) == ORDERED


def test_formatting_again_changes_nothing_and_no_triple_is_lost(unordered: Path) -> None:
    before = set(read_turtle(unordered))
    assert format_data.main([str(unordered)]) == 0
    assert unordered.read_text("utf-8") == ORDERED
    assert set(read_turtle(unordered)) == before
    assert formatted(unordered) == ORDERED


def test_check_names_the_file_and_leaves_it(
    unordered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert format_data.main(["--check", str(unordered)]) == 1
    assert unordered.read_text("utf-8") == UNORDERED
    assert "venues.ttl: is not in the fixed layout; run: make format" in capsys.readouterr().err
    unordered.write_text(ORDERED, "utf-8")
    assert format_data.main(["--check", str(unordered)]) == 0


@pytest.mark.parametrize("comment", ["# below", "venue:z a venue:t . # beside"])
def test_a_comment_below_the_head_is_refused(unordered: Path, comment: str) -> None:
    unordered.write_text(f"{UNORDERED}{comment}\n", "utf-8")
    with pytest.raises(InputError, match=r"venues\.ttl:14: holds a comment"):
        formatted(unordered)


@pytest.mark.parametrize("path", data_files(), ids=lambda p: p.name)
def test_data_files_are_in_the_fixed_layout(path: Path) -> None:
    assert path.read_text("utf-8") == formatted(path), "run: make format"


@pytest.mark.parametrize("path", data_files(), ids=lambda p: p.name)
def test_data_files_begin_with_a_comment(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# ")


def test_every_data_file_is_read() -> None:
    assert set(data_files()) == set(FILES)


def test_no_fact_is_stated_twice() -> None:
    stated = [triple for path in FILES for triple in read_turtle(path)]
    assert [t for t in set(stated) if stated.count(t) > 1] == []


def _register() -> list[tuple[str, str]]:
    lines = resources.path("data/iris.tsv").read_text("utf-8").splitlines()
    assert lines[0] == "iri\tkey"
    return [(iri, key) for iri, key in (line.split("\t") for line in lines[1:])]


def test_the_register_gives_each_key_one_iri_in_order() -> None:
    keys = [key for _, key in _register()]
    assert len(keys) == len(set(keys))
    assert _register() == sorted(_register(), key="\t".join)


def test_registered_iris_are_of_a_known_kind() -> None:
    kinds = {iri.removeprefix(BASE).split("/")[0] for iri, _ in _register()}
    assert kinds <= set(KINDS)


def test_registered_iris_are_described_still() -> None:
    lost = sorted({iri for iri, _ in _register()} - {iri_of(s) for s in described()})
    assert lost == [], "say what replaced them in data/redirects.ttl"


def test_what_is_described_is_registered() -> None:
    """All that the list minted: not the things of the authority files, nor their evidence."""
    registered = {iri for iri, _ in _register()}
    kinds = ("paper", "software", "entry", "link", "authorship", "credit", "group", "section")
    ours = {iri_of(s) for s in minted() if iri_of(s).removeprefix(BASE).startswith(kinds)}
    assert sorted(ours - registered) == [], "run: make compiled"


def _corrections() -> list[list[str]]:
    lines = resources.path("data/corrections.tsv").read_text("utf-8").splitlines()
    assert lines[0] == "line\twas\tis\tsource\twhere"
    return [line.split("\t") for line in lines[1:]]


def test_corrections_say_what_changed_and_by_what_source() -> None:
    for number, row in enumerate(_corrections(), 2):
        assert len(row) == 5, f"corrections.tsv:{number}: has {len(row)} cells; 5 were expected"
        assert all(row[:4]), f"corrections.tsv:{number}: line, was, is and source are needed"
        assert row[1] != row[2], f"corrections.tsv:{number}: nothing changed"


def test_corrections_stand_in_the_list() -> None:
    """All but four, which tell in words what changed."""
    missing = [row[0] for row in _corrections() if row[2] not in LIST_TEXT]
    assert missing == ["237", "250", "355", "415"]
