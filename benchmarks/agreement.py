"""Which engines give the same answer to each canned query: `python -m benchmarks.agreement`.

Needs Virtuoso (`virtuoso-t`). Prints a table: for each engine the milliseconds until it gave the
answer of pyoxigraph (all its rows, in order), or that it differs; with the inferred graph, then
without it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from awesome_rnn_kg import load, resources
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.push import Server, push
from awesome_rnn_kg.ask.rdflib_engine import Rdflib
from awesome_rnn_kg.ask.remote import Remote
from awesome_rnn_kg.ask.sources import packaged_parts
from tests.ask import servers

QUERIES = resources.path("queries")


def main() -> int:
    """Print the table; 1 where an answer differs."""
    graph = load()
    names = list(graph.queries)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        engines = [
            engine
            for infer in (True, False)
            for engine in _engines(stack, Path(folder, str(infer)), infer)
        ]
        rows = [[_cell(engine, engines[0], name) for engine in engines] for name in names]
    titles = ["pyoxigraph", "rdflib", "oxigraph server", "Virtuoso"]
    print("| query | rows |", " | ".join([*titles, *(f"{t}, asserted" for t in titles)]), "|")
    print("|---" * (len(engines) + 2) + "|")
    for name, cells in zip(names, rows, strict=True):
        print(f"| {name} | {len(graph.run(name))} |", " | ".join(cells), "|")
    return int(any("differs" in cell for cells in rows for cell in cells))


def _engines(stack: ExitStack, folder: Path, infer: bool) -> Iterator[Knowledge]:
    """The four engines over the packaged graph, in the order of the columns."""
    parts = packaged_parts(resources.path("compiled"))
    if not infer:
        del parts["inferred"]
    at_hand = load(infer=infer)
    yield at_hand
    yield Knowledge(Rdflib(at_hand.graph), QUERIES)
    data = b"".join(part.read_bytes() for part in parts.values())
    for start in (lambda at: servers.oxigraph(at, data), servers.virtuoso):
        folder.joinpath(start.__name__).mkdir(parents=True)
        server: Server = stack.enter_context(start(folder / start.__name__))
        if server.login:
            push(parts, server)
        yield Knowledge(Remote(server.query), QUERIES)


def _cell(engine: Knowledge, other: Knowledge, name: str) -> str:
    expected = other.run(name)
    start = perf_counter()
    found = engine.run(name)
    took = perf_counter() - start
    return f"{took * 1000:.0f}" if found == expected else "differs"


if __name__ == "__main__":
    sys.exit(main())
