"""A real SPARQL server gives the answers that the engine at hand gives."""

from collections.abc import Iterator

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import queryfile
from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.remote import Remote
from awesome_rnn_kg.ask.sources import PARTS
from tests.ask import servers


@pytest.fixture(scope="module")
def served(ntriples: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with servers.oxigraph(tmp_path_factory.mktemp("server"), ntriples) as server:
        yield Knowledge(Remote(server.query), resources.path("queries"))


@pytest.fixture(scope="module")
def served_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    compiled = resources.path("compiled")
    ntriples = b"".join((compiled / f"{part}.nt").read_bytes() for part in PARTS)
    with servers.oxigraph(tmp_path_factory.mktemp("server"), ntriples) as server:
        yield Knowledge(Remote(server.query), resources.path("queries"))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("captioning_papers", {"institution": "Univ. Montreal"}),
        ("institutions", {}),
        ("papers_with_code", {"application": None}),
        ("coauthors", {"author": ["person:yoshua-bengio", "Łukasz Kaiser"]}),
    ],
)
def test_canned_questions(
    name: str, values: dict[str, object], served: Knowledge, knowledge: Knowledge
) -> None:
    assert served.run(name, **values) == knowledge.run(name, **values)


@pytest.mark.parametrize("name", queryfile.names(resources.path("queries")))
def test_every_canned_question(name: str, served_list: Knowledge, packaged: Knowledge) -> None:
    assert served_list.run(name) == packaged.run(name)


def test_free_questions(served: Knowledge, knowledge: Knowledge) -> None:
    text = "CONSTRUCT WHERE { institution:lisa ?p ?o }"
    assert served.engine.construct(text) == knowledge.engine.construct(text)
    assert served.query("ASK { institution:lisa arnn:partOf ?whole }") is True
    assert served.find("lukasz") == knowledge.find("lukasz")


def test_bad_text(served: Knowledge) -> None:
    with pytest.raises(QueryTextError, match="breaks off here"):
        served.query("SELECT * { ?s ?p }")
