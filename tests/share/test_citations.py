"""The works of an answer as a bibliography: the entries of the export, and no others."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string

import awesome_rnn_kg as kg
from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.rdflib_engine import Rdflib
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.prefixes import BASE
from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.share.bibtex import bibtex
from awesome_rnn_kg.share.csl import csljson


@pytest.fixture(scope="module")
def graph() -> Knowledge:
    return kg.load()


def entries(text: str) -> dict[str, str]:
    """The entries of a .bib file by their keys, as they stand in it."""
    library = parse_string(text)
    assert library.failed_blocks == []
    return {entry.key: entry.raw or "" for entry in library.entries}


@pytest.mark.parametrize(
    ("query", "papers"), [("captioning_papers", "paper"), ("works_sharing_authors", "other")]
)
def test_each_work_has_the_entry_of_the_export(
    graph: Knowledge, flagship: list[Triple], query: str, papers: str
) -> None:
    table = graph.run(query)
    found, all_of_them = entries(table.to_bibtex()), entries("".join(bibtex(flagship)))
    uncited = (f"{BASE}dataset/", f"{BASE}software/")  # no references are made of these
    works = {work for work in table.column(papers) if not str(work).startswith(uncited)}
    assert len(found) == len(works)
    assert found == {key: all_of_them[key] for key in found}


def test_csl_has_the_same_works(graph: Knowledge, flagship: list[Triple]) -> None:
    table = graph.run("papers_of_author", author="Yoshua Bengio")
    found = json.loads(table.to_csl())
    assert [item["id"] for item in found] == sorted(entries(table.to_bibtex()))
    exported = {item["id"]: item for item in json.loads("".join(csljson(flagship)))}
    assert found == [exported[item["id"]] for item in found]


def test_works_may_stand_in_any_column(graph: Knowledge) -> None:
    assert len(entries(graph.path("Jürgen Schmidhuber", "Oriol Vinyals").to_bibtex())) > 1
    free = graph.query("SELECT ?n ?w { VALUES (?n ?w) { (1 paper:show-and-tell) (2 UNDEF) } }")
    assert isinstance(free, Table)
    assert list(entries(free.to_bibtex())) == ["vinyals2015show"]


def test_the_same_by_another_engine(graph: Knowledge) -> None:
    table = graph.run("captioning_papers")
    other = Knowledge(Rdflib(graph.graph), resources.path("queries"), cite=kg._cited)
    assert other.run("captioning_papers").to_bibtex() == table.to_bibtex()


@pytest.mark.parametrize("query", ["institutions", "papers_by_year"])
def test_without_works_there_is_nothing_to_cite(graph: Knowledge, query: str) -> None:
    for write in (graph.run(query).to_bibtex, graph.run(query).to_csl):
        with pytest.raises(UsageError, match="no work to cite"):
            write()


@pytest.mark.external
@pytest.mark.parametrize("query", ["papers_missing", "theses_and_books", "reading_list"])
def test_biber_accepts_the_entries(graph: Knowledge, tmp_path: Path, query: str) -> None:
    (tmp_path / "answer.bib").write_text(graph.run(query).to_bibtex(), "utf-8")
    command = ["biber", "--tool", "answer.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "WARN" not in done.stdout
    assert "ERROR" not in done.stdout
