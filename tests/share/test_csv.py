"""The tables hold what the graph says, and the dictionary explains each of their columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.authorities import read_turtle
from awesome_rnn_kg.graph.prefixes import expand
from awesome_rnn_kg.graph.terms import Triple, literal
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, SKOS
from awesome_rnn_kg.share.csv_tables import _TABLES, SEPARATOR, columns, csv_tables
from awesome_rnn_kg.share.facts import Facts

Table = list[dict[str, str]]


def rows(text: str) -> Table:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def ontology() -> list[Triple]:
    return list(read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True))


@pytest.fixture(scope="module")
def files(flagship: list[Triple], ontology: list[Triple]) -> Mapping[str, str]:
    return {name: "".join(chunks) for name, chunks in csv_tables(flagship, ontology).items()}


def test_a_row_for_each_thing(files: Mapping[str, str], flagship: list[Triple]) -> None:
    facts = Facts(flagship)
    for name, spec in _TABLES.items():
        things = facts.instances(expand(spec.split()[0]))
        assert len(rows(files[f"{name}.csv"])) == len(things) > 0, name


def test_lines_end_as_the_rfc_says(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        assert text.endswith("\r\n"), name
    assert "\n" not in files["authorships.csv"].replace("\r\n", "")


def test_no_property_is_left_out(flagship: list[Triple]) -> None:
    """What a thing's own table does not say, another table says of it."""
    facts = Facts(flagship)
    elsewhere = {expand(f"arnn:{n}") for n in ("hasAuthorship", "hasInstitutionCredit")} | {
        ARNN.hasPublication, ARNN.hasLink, SKOS.topConceptOf, expand("dcterms:creator"), RDF.type,
    }  # fmt: skip
    for name, spec in _TABLES.items():
        known = {c.predicate for c in columns(spec)} | elsewhere
        said = {p for t in facts.instances(expand(spec.split()[0])) for p in facts.predicates(t)}
        concept = {ARNN.introducedBy} if name == "concepts" else set()
        assert said - known - concept == set(), name


def test_several_values_only_where_the_dictionary_says_so(flagship: list[Triple]) -> None:
    facts = Facts(flagship)
    for name, spec in _TABLES.items():
        single = [c for c in columns(spec) if not c.several]
        for thing in facts.instances(expand(spec.split()[0])):
            assert all(len(facts.values(thing, c.predicate)) < 2 for c in single), (name, thing)


def test_dictionary_explains_every_column(files: Mapping[str, str]) -> None:
    told = {(r["table"], r["column"]): r for r in rows(files["data-dictionary.csv"])}
    for name, text in files.items():
        table = name.removesuffix(".csv")
        if table != "data-dictionary":
            header = next(csv.reader(io.StringIO(text)))
            assert [c for t, c in told if t == table] == header
    assert all(r["meaning"] and r["type"] for r in told.values())
    assert told["works", "year"]["type"] == "xsd:integer"
    assert told["works", "year"]["meaning"].startswith("year: Of a publication")


def test_values_of_a_work(files: Mapping[str, str]) -> None:
    work = next(r for r in rows(files["works.csv"]) if r["id"] == "paper:show-attend-and-tell")
    assert work["title"].startswith("Show, Attend and Tell")
    assert (work["year"], work["venue"], work["arxiv_id"]) == ("2015", "venue:icml", "1502.03044")
    assert work["institution"].split(SEPARATOR) == [
        "institution:canadian-institute-for-advanced-research",
        "institution:universite-de-montreal",
        "institution:university-of-toronto",
    ]


def test_authorships_lead_to_their_work(files: Mapping[str, str]) -> None:
    found = [r for r in rows(files["authorships.csv"]) if r["work"] == "paper:show-attend-and-tell"]
    assert [r["ordinal"] for r in found] == [str(n) for n in range(1, 9)]
    assert found[0]["name_as_printed"] == "Kelvin Xu"


def test_quotes_commas_and_lines_come_back(ontology: list[Triple]) -> None:
    text = 'a "b", c\nd; é'
    person = expand("person:p")
    triples = [(person, RDF.type, ARNN.Person), (person, SKOS.prefLabel, literal(text))]
    table = rows("".join(csv_tables(triples, ontology)["people.csv"]))
    assert [r["pref_label"] for r in table] == [text]
