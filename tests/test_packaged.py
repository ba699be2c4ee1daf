"""The package carries what its sources give."""

from pathlib import Path

import pytest

from awesome_rnn_kg import packaged, resources
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.graph.prefixes import BASE
from awesome_rnn_kg.graph.terms import iri_of


@pytest.fixture(scope="module")
def build() -> Build:
    return compile_list()


@pytest.fixture(autouse=True)
def _built(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "compile_list", lambda: build)


def test_the_packaged_graph_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert packaged.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in resources.path("compiled").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "origins.tsv").write_text("old\n")
    monkeypatch.setattr(packaged, "_FOLDER", tmp_path)
    assert packaged.main(["--check"]) == 1
    assert f"{tmp_path / 'origins.tsv'}: is not what the sources give" in capsys.readouterr().err
    assert (tmp_path / "origins.tsv").read_text() == "old\n"


def test_no_registered_iri_is_lost_without_a_word(build: Build) -> None:
    register = (resources.path("data") / "iris.tsv").read_text("utf-8")
    gone = f"{BASE}paper/gone"
    assert packaged.lost_iris(build, register) == []
    assert packaged.lost_iris(build, f"{register}{gone}\ttitle gone\n") == [gone]


def test_every_minted_iri_is_registered(build: Build) -> None:
    rows = (resources.path("data") / "iris.tsv").read_text("utf-8").splitlines()[1:]
    iris, keys = zip(*(row.split("\t") for row in rows), strict=True)
    assert rows == sorted(rows)
    assert len(set(keys)) == len(keys)
    assert {iri_of(s) for s, _, _ in build.listed} <= set(iris)
