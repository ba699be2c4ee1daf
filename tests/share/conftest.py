"""The graphs that the exports are tried on."""

from __future__ import annotations

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.terms import Triple


@pytest.fixture(scope="session")
def flagship() -> list[Triple]:
    """The asserted triples of the packaged graph."""
    folder = resources.path("compiled")
    lines = [
        line
        for name in ("list.nt", "curated.nt")
        for line in (folder / name).read_text("utf-8").split("\n")
        if line
    ]
    return [(s, p, o) for s, p, o in (line.removesuffix(" .").split(" ", 2) for line in lines)]
