"""The fixture graph, behind both engines."""

from pathlib import Path

import pyoxigraph
import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.rdflib_engine import Rdflib

FIXTURE = Path(__file__).with_name("fixture.ttl")


@pytest.fixture(scope="session")
def ntriples() -> bytes:
    triples = pyoxigraph.parse(FIXTURE.read_bytes(), pyoxigraph.RdfFormat.TURTLE)
    return b"".join(f"{t.subject} {t.predicate} {t.object} .\n".encode() for t in triples)


@pytest.fixture(scope="session")
def knowledge(ntriples: bytes) -> Knowledge:
    return Knowledge.of({"list": ntriples}, resources.path("queries"))


@pytest.fixture(scope="session")
def packaged() -> Knowledge:
    return _compiled("list", "curated", "inferred")


@pytest.fixture(scope="session")
def asserted() -> Knowledge:
    return _compiled("list", "curated")


@pytest.fixture(scope="session")
def packaged_by_rdflib(packaged: Knowledge) -> Knowledge:
    return Knowledge(Rdflib(packaged.graph), resources.path("queries"))


def _compiled(*parts: str) -> Knowledge:
    folder = resources.path("compiled")
    return Knowledge.of({part: folder / f"{part}.nt" for part in parts}, resources.path("queries"))


@pytest.fixture(scope="session")
def by_rdflib(knowledge: Knowledge, ntriples: bytes) -> Knowledge:
    return Knowledge(Rdflib(knowledge.graph), resources.path("queries"), {"list": ntriples})
