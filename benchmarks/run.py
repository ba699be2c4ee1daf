"""Measures speed and memory against named peers; prints a report and writes it to results.md.

Each ratio is of medians of runs that took turns, so load on the machine falls on both sides. Exits
with 1 where a target is missed.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import geometric_mean, median

from pyoxigraph import QuerySolutions

import awesome_rnn_kg as kg
from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.engine import Answer, Oxigraph
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.rdflib_engine import Rdflib
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.graph.infer import infer, read_axioms
from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.rdflib_graph import to_graph
from awesome_rnn_kg.graph.write import turtle
from benchmarks.lists import write_copies, write_slips

HERE = Path(__file__).parent
COMMAND = str(Path(sys.executable).with_name("awesome-rnn-kg"))
PACKAGES = ("pyoxigraph", "rdflib", "pyshacl", "pyshifty", "owlrl", "markdown-it-py")
COPIES = (1, 10, 100)
STAGES = (
    "compile",
    "compile and infer",
    "compile, infer and write N-Triples",
    "compile, infer, write N-Triples and check",
)
MEMORY = 1_000
"""MB that compiling the longest list may take."""


@dataclass(frozen=True)
class Row:
    """Seconds of ours and of a peer; `met` is None where there is no target."""

    what: str
    ours: float
    peer: str
    theirs: float
    target: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    def __str__(self) -> str:
        verdict = "" if self.met is None else "met" if self.met else "**missed**"
        cells = (self.what, _shown(self.ours), self.peer, _shown(self.theirs))
        return f"| {' | '.join(cells)} | {_factor(self.ratio)} | {self.target} | {verdict} |"


@dataclass(frozen=True)
class Scaling:
    """What the stages took for so many copies: for each, triples made, seconds, MB (the last two
    from the start)."""

    copies: int
    size: int
    stages: tuple[tuple[int, float, float], ...]

    def __str__(self) -> str:
        spent = (f"{seconds:.1f} s, {memory:,.0f} MB" for _, seconds, memory in self.stages)
        triples = sum(made for made, _, _ in self.stages)
        return f"| {self.copies} | {self.size / 1e6:.2f} MB | {triples:,} | {' | '.join(spent)} |"


class Children:
    """Runs processes that find their bytecode cached, as after any installation."""

    def __init__(self, folder: Path) -> None:
        self._environment = os.environ | {"PYTHONPYCACHEPREFIX": str(folder)}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def timed(self, *command: str) -> tuple[float, str]:
        """Seconds that a command took, and the last line that it printed."""
        start = time.perf_counter()
        done = subprocess.run(  # noqa: S603  commands of ours
            command, env=self._environment, stdout=subprocess.PIPE, text=True, check=True
        )
        return time.perf_counter() - start, done.stdout.splitlines()[-1]

    def script(self, name: str, *arguments: str) -> tuple[float, str]:
        """The same of a script of this folder."""
        return self.timed(sys.executable, str(HERE / name), *arguments)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        space = Path(folder)
        children = Children(space / "bytecode")
        build = kg.compile()
        checked, owlrl = builds(children, space / "build")
        scalings = [scaling(children, n, space) for n in COPIES]
        rows = [
            *questions(children, len(build.asserted) + len(build.inferred)),
            checked,
            checks(children),
            fixing(children, space),
            *(linear(scalings, n) for n in range(len(STAGES))),
            inference(build, owlrl),
            writing(build),
            warm_queries(),
            *answering(),
        ]
    text = "".join(f"{line}\n" for line in report(rows, scalings))
    print(text, end="")
    (HERE / "results.md").write_text(text, encoding="utf-8")
    return 1 if any(row.met is False for row in rows) else 0


def questions(children: Children, triples: int, runs: int = 7) -> Iterator[Row]:
    """A canned query from a cold process; and within it, from the first import to the answer."""
    query = str(resources.path("queries/captioning_papers.rq"))
    files = [str(f) for f in sorted(resources.path("compiled").glob("*.nt"))]
    turns = [
        (
            children.timed(COMMAND, "query", "captioning_papers"),
            children.script("timed_load.py"),
            children.script("rdflib_query.py", query, *files),
        )
        for _ in range(runs + 1)
    ][1:]  # the first run fills caches
    command = median(t[0][0] for t in turns)
    script = median(t[2][0] for t in turns)
    met = script >= 7 * command
    yield Row("`query captioning_papers`, cold process", command, "rdflib", script, "≥ 7 ×", met)
    inside = median(float(t[1][1]) for t in turns)
    theirs = median(float(t[2][1]) for t in turns)
    allowed = 0.020 + 0.004 * triples / 1_000
    target = f"≤ {_shown(allowed)} (20 ms + 4 ms per 1,000 of {triples:,} triples)"
    yield Row("`load()` and a first query", inside, "rdflib", theirs, target, inside <= allowed)


def builds(children: Children, output: Path, runs: int = 3) -> tuple[Row, float]:
    """`build` against the naive pipeline; and the seconds that the latter spent in owlrl."""
    parts = [str(resources.path("compiled") / f"{name}.nt") for name in ("list", "curated")]
    sources = [str(resources.path(f"ontology/{name}.ttl")) for name in ("rnn", "shapes")]
    command = (COMMAND, "build", "-o", str(output))
    ours = median([children.timed(*command)[0] for _ in range(runs + 1)][1:])
    theirs, steps = children.script("naive_build.py", *sources, *parts)
    target = "≤ 5 s where the peer takes ≥ 15 s"
    met = ours <= 5 or theirs < 15
    row = Row("`build`, cold process", ours, "rdflib, pyshacl, owlrl", theirs, target, met)
    return row, float(json.loads(steps)["infer"])


def checks(children: Children, runs: int = 5) -> Row:
    """`check` with the default engine against the reference engine."""
    turns = [
        [
            children.timed(COMMAND, "check", "--format", "json", "--engine", e)[0]
            for e in ("shifty", "pyshacl")
        ]
        for _ in range(runs + 1)
    ][1:]
    ours, theirs = map(median, zip(*turns, strict=True))
    met = ours <= 1 and theirs <= 4
    return Row(
        "`check`, cold process", ours, "the same by pyshacl", theirs, "≤ 1 s, peer ≤ 4 s", met
    )


def fixing(children: Children, folder: Path, runs: int = 5) -> Row:
    """`check --fix` of a list with slips of mark-up, against `check` of the same list."""
    path = folder / "slips.md"
    spent, repairs = [], 0
    for _ in range(runs + 1):
        slips = write_slips(path).read_text("utf-8")
        plain, _ = children.timed(
            COMMAND, "check", "--fail-on", "never", "--format", "json", str(path)
        )
        fixed, _ = children.timed(
            COMMAND, "check", "--fix", "--fail-on", "never", "--format", "json", str(path)
        )
        mended = path.read_text("utf-8").split("\n")
        repairs = sum(a != b for a, b in zip(slips.split("\n"), mended, strict=False))
        spent.append((fixed, plain))
    ours, theirs = map(median, zip(*spent[1:], strict=True))
    what = f"`check --fix`, {repairs} lines mended, cold process"
    return Row(what, ours, "`check` alone", theirs, "≤ 1 s", ours <= 1)


def scaling(children: Children, copies: int, folder: Path) -> Scaling:
    """What compiling so many copies of the list takes, in a process of its own."""
    path = write_copies(copies, folder / "list.md")
    _, spent = children.script("timed_compile.py", str(path), str(folder / "list.nt"))
    return Scaling(copies, path.stat().st_size, tuple(map(tuple, json.loads(spent))))


def linear(scalings: list[Scaling], stage: int) -> Row:
    """The longest list against as many times the shortest; and the memory that compiling takes."""
    one, most = scalings[0], scalings[-1]
    seconds, memory = most.stages[stage][1:]
    theirs = most.copies * one.stages[stage][1]
    small = stage > 0 or memory < MEMORY
    return Row(
        f"{STAGES[stage]}, {most.copies} copies",
        seconds,
        f"{most.copies} × one copy",
        theirs,
        "≥ 1 ×" + f"; < {MEMORY:,} MB ({memory:,.0f})" * (stage == 0),
        seconds <= theirs and small,
    )


def inference(build: Build, owlrl: float) -> Row:
    """Inference against owlrl, whose seconds are known."""
    ours = median(timed(lambda: infer(build.asserted, read_axioms())) for _ in range(5))
    return Row("inference", ours, "owlrl", owlrl)


def writing(build: Build) -> Row:
    """The Turtle of the asserted triples."""
    graph = to_graph(build.asserted)
    turns = [
        (
            timed(lambda: "".join(turtle(build.asserted))),
            timed(lambda: graph.serialize(format="turtle")),
        )
        for _ in range(3)
    ]
    ours, theirs = map(median, zip(*turns, strict=True))
    return Row("writing Turtle", ours, "rdflib", theirs)


def warm_queries() -> Row:
    """The canned queries with their defaults on loaded graphs: geometric means."""
    knowledge = kg.load()
    peer = Rdflib(knowledge.graph)
    ours, theirs = [], []
    for name in knowledge.queries:
        text = knowledge.text(name)
        knowledge.engine.select(text)
        ours.append(median(timed(partial(knowledge.engine.select, text)) for _ in range(5)))
        theirs.append(median(timed(partial(peer.select, text)) for _ in range(3)))
    what = f"warm canned queries, geometric mean of {len(ours)}"
    return Row(what, geometric_mean(ours), "rdflib", geometric_mean(theirs))


def answering() -> Iterator[Row]:
    """Tables with their values, against the engine alone; and what a table of ten rows adds."""
    engine = Oxigraph(sorted(resources.path("compiled").glob("*.nt")))
    knowledge = Knowledge(engine, resources.path("queries"))

    def ours(name: str) -> object:
        return knowledge.run(name).rows

    def theirs(text: str) -> object:
        found = engine.store.query(text, prefixes=PREFIXES)
        return list(found) if isinstance(found, QuerySolutions) else None

    turns = [
        [(timed(partial(ours, name)), timed(partial(theirs, text))) for _ in range(11)][1:]
        for name, text in ((name, knowledge.text(name)) for name in knowledge.queries)
    ]
    tables, engines = (geometric_mean(median(t[i] for t in turn) for turn in turns) for i in (0, 1))
    what = f"tables of the same {len(turns)}"
    yield Row(what, tables, "pyoxigraph", engines, "≤ 1.3 × its time", tables <= 1.3 * engines)
    ten = engine.select(knowledge.text("institutions"))
    ten = ten._replace(rows=ten.rows[:10])
    added = median(timed(partial(bound, knowledge, ten)) for _ in range(100))
    yield Row("binding and `Table`, ten rows", added, "target", 0.0002, "≤ 0.2 ms", added <= 0.0002)


def bound(knowledge: Knowledge, answer: Answer) -> object:
    """What surrounds the engine's work: a label put into a text, and an answer as values."""
    knowledge.text("captioning_papers", institution="Univ. Toronto")
    return Table(answer).rows


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(rows: list[Row], scalings: list[Scaling]) -> Iterator[str]:
    """The lines of the report."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("awesome-rnn-kg", *PACKAGES))
    yield "# Benchmarks\n"
    yield f"Written by `make bench`. Python {platform.python_version()}, {packages};"
    yield f"{os.cpu_count()} cores. Times are medians; the naive build and long lists run once.\n"
    yield "| what | ours | peer | peer's | ratio | target | |"
    yield "|---|--:|---|--:|--:|---|---|"
    yield from map(str, rows)
    yield "\nCopies of the packaged list, titles and ids changed; totals from the first import:\n"
    yield f"| copies | text | triples | {' | '.join(STAGES)} |"
    yield f"|--:|--:|--:|{'--:|' * len(STAGES)}"
    yield from map(str, scalings)


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1_000 * seconds:.3g} ms"


def _factor(ratio: float) -> str:
    return f"{ratio:.0f} ×" if ratio >= 10 else f"{ratio:.1f} ×"


if __name__ == "__main__":
    sys.exit(main())
