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
    folder = resources.path("compiled")
    parts = {part: folder / f"{part}.nt" for part in ("list", "curated", "inferred")}
    return Knowledge.of(parts, resources.path("queries"))


@pytest.fixture(scope="session")
def by_rdflib(knowledge: Knowledge, ntriples: bytes) -> Knowledge:
    return Knowledge(Rdflib(knowledge.graph), resources.path("queries"), {"list": ntriples})
