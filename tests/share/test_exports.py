"""What leaves the library says the same in every syntax."""

from pathlib import Path

import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from awesome_rnn_kg import compile as compile_list
from awesome_rnn_kg import ontology, resources, shapes
from awesome_rnn_kg.cli import main
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.share.artifacts import named_graphs
from awesome_rnn_kg.share.exports import export, export_description, export_packaged
from awesome_rnn_kg.share.graphs import Packaged

RDFLIB = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
QUADS = {"nquads": "nquads", "trig": "trig"}


@pytest.fixture(scope="module")
def flagship() -> Build:
    return compile_list()


def terms(triples: object) -> set[str]:
    return {" ".join(term.n3() for term in triple) for triple in triples}  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def asserted(flagship: Build) -> set[str]:
    """The asserted triples as rdflib says them."""
    return terms(Graph().parse(data="".join(export(flagship, "ntriples")), format="nt"))


def test_the_triples_are_those_of_the_build(flagship: Build, asserted: set[str]) -> None:
    lines = "".join(export(flagship, "ntriples")).splitlines()
    assert lines == sorted(f"{' '.join(triple)} ." for triple in flagship.asserted)
    assert len(asserted) == len(flagship.asserted)


@pytest.mark.parametrize("form", ["turtle", "jsonld", "rdfxml"])
def test_the_flagship_reads_back(flagship: Build, asserted: set[str], form: str) -> None:
    graph = Graph().parse(data="".join(export(flagship, form)), format=RDFLIB[form])
    assert terms(graph) == asserted


@pytest.mark.parametrize("form", QUADS)
def test_the_named_graphs_read_back(flagship: Build, form: str) -> None:
    dataset = Dataset()
    dataset.parse(data="".join(export(flagship, form)), format=QUADS[form])
    found = {graph.identifier.n3(): len(graph) for graph in dataset.graphs() if len(graph)}
    assert found == {name: len(list(ts)) for name, ts in named_graphs(flagship).items()}


@pytest.mark.parametrize("part", ["ontology", "shapes"])
@pytest.mark.parametrize("form", [*RDFLIB, *QUADS])
def test_ontology_and_shapes_read_back(part: str, form: str) -> None:
    text = "".join(export_packaged(part, form))
    assert text == "".join(export_packaged(part, form))
    dataset = Dataset(default_union=True)
    dataset.parse(data=text, format={**RDFLIB, **QUADS}[form])
    again = Graph()
    for triple in dataset.triples((None, None, None)):
        again.add(triple)
    assert isomorphic(again, {"ontology": ontology, "shapes": shapes}[part]())


@pytest.mark.parametrize("form", [*RDFLIB, *QUADS])
def test_the_description_reads_back(flagship: Build, form: str) -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(
        data="".join(export_description(flagship, form)), format={**RDFLIB, **QUADS}[form]
    )
    turtle = Graph().parse(data="".join(export_description(flagship, "turtle")), format="turtle")
    assert terms(dataset.triples((None, None, None))) == terms(turtle)


@pytest.mark.parametrize("form", ["nquads", "markdown", "bibtex"])
def test_the_packaged_graph_gives_what_the_list_gives(flagship: Build, form: str) -> None:
    assert "".join(export(Packaged(), form)) == "".join(export(flagship, form))
    assert Packaged().title == flagship.title


def test_our_list_is_exported_without_its_sources(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = resources.path("data/awesome-rnn.md").read_text("utf-8")

    def out_of_reach(name: str) -> Path:
        assert not name.startswith("data")
        return path_of(name)

    path_of = resources.path
    monkeypatch.setattr(resources, "path", out_of_reach)
    assert main(["export", "--format", "markdown"]) == 0
    assert capsys.readouterr().out == text
