"""A real SPARQL server gives the answers that the engine at hand gives."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import queryfile
from awesome_rnn_kg.ask.errors import EndpointError, QueryTextError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.remote import Remote
from awesome_rnn_kg.ask.sources import PARTS

PROGRAM = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"


@pytest.fixture(scope="module")
def served(ntriples: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with _serving(ntriples, tmp_path_factory.mktemp("server")) as knowledge:
        yield knowledge


@pytest.fixture(scope="module")
def served_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    compiled = resources.path("compiled")
    parts = [(compiled / f"{part}.nt").read_bytes() for part in PARTS]
    with _serving(b"".join(parts), tmp_path_factory.mktemp("server")) as knowledge:
        yield knowledge


@contextmanager
def _serving(ntriples: bytes, folder: Path) -> Iterator[Knowledge]:
    (folder / "list.nt").write_bytes(ntriples)
    load = ["load", "--location", "store", "--file", "list.nt"]
    subprocess.run([PROGRAM, *load], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    serve = ["serve-read-only", "--location", "store", "--bind", address]
    with subprocess.Popen([PROGRAM, *serve], cwd=folder, stderr=subprocess.DEVNULL) as server:
        knowledge = Knowledge(Remote(f"http://{address}/query"), resources.path("queries"))
        yield _when_up(knowledge)
        server.terminate()


def _when_up(knowledge: Knowledge) -> Knowledge:
    for _ in range(100):
        try:
            knowledge.query("ASK { ?s ?p ?o }")
        except EndpointError:
            time.sleep(0.1)
        else:
            return knowledge
    pytest.fail("the server did not come up")


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
    with pytest.raises(QueryTextError, match="expected"):
        served.query("SELECT * { ?s ?p }")
