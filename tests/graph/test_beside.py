"""A process beside asks the shapes as this one would."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_rnn_kg.graph import beside, shifty_engine
from awesome_rnn_kg.graph.beside import ask_beside, shapes_beside
from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.graph.validate import ask, validate

from .examples import VALID, changed, triples
from .mutants import MUTANTS

BROKEN = {name: mutants[0] for name, mutants in list(MUTANTS.items())[::20]}


@pytest.fixture
def only_beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process beside, on any machine; this one must not ask the shapes itself."""

    def asked_here(*_: object) -> list[Triple]:
        raise AssertionError("asked in this process")

    monkeypatch.setattr(beside, "_processors", lambda: 2)
    monkeypatch.setattr(shifty_engine, "report", asked_here)
    with shapes_beside("shifty"):
        yield


@pytest.mark.usefixtures("only_beside")
def test_a_graph_that_conforms() -> None:
    assert validate(triples(VALID)) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_graph_that_does_not_has_the_same_report(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop, add, _ = BROKEN[name]
    mutant = changed(drop, add)
    here = validate(mutant)
    assert here
    monkeypatch.setattr(beside, "_processors", lambda: 2)
    with shapes_beside("shifty"):
        assert validate(mutant) == here
        assert validate(mutant) == here  # one process answers many times


@pytest.mark.usefixtures("only_beside")
def test_it_is_asked_before_the_answer_is_called_for() -> None:
    first, second = ask(triples(VALID)), ask(triples(VALID))
    assert first() == second() == []


def test_a_graph_with_blank_nodes_is_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 2)
    blank = [*triples(VALID), ("_:b1", "<http://www.w3.org/2002/07/owl#sameAs>", "<https://x.y/>")]
    here = validate(blank)
    assert "_:b1" in {v.focus for v in here}
    with shapes_beside("shifty"):
        monkeypatch.setattr(shifty_engine, "ask_beside", None)  # calling it would fail
        assert validate(blank) == here


@pytest.mark.parametrize("when", ["before it is asked", "before it answers"])
def test_where_it_has_failed_the_shapes_are_asked_here(
    when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 2)
    monkeypatch.setattr(beside, "_COMMAND", (sys.executable, "-c", COMMANDS[when]))
    mutant = changed(*BROKEN[next(iter(BROKEN))][:2])
    here = validate(mutant)
    with shapes_beside("shifty"):
        assert validate(mutant) == here
        assert validate(mutant) == here


COMMANDS = {
    "before it is asked": "",
    "before it answers": "import sys; sys.stdin.buffer.read(100)",
}


@pytest.mark.parametrize(("processors", "engine"), [(1, "shifty"), (8, "pyshacl")])
def test_there_is_none_where_it_has_no_use(
    processors: int, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: processors)
    monkeypatch.setattr(subprocess, "Popen", None)  # calling it would fail
    with shapes_beside(engine):
        assert ask_beside(b"") is None


def test_where_no_process_can_be_had_the_shapes_are_asked_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "_processors", lambda: 2)
    monkeypatch.setattr(beside, "_COMMAND", ("/nowhere/python",))
    with shapes_beside("shifty"):
        assert ask_beside(b"") is None
        assert validate(triples(VALID)) == []


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no such limit here")
def test_processors_that_it_may_not_use_do_not_count() -> None:
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        with shapes_beside("shifty"):
            assert ask_beside(b"") is None
    finally:
        os.sched_setaffinity(0, before)


def test_it_runs_nothing_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, only_beside: None
) -> None:
    """A list's repository may have a json.py of its own."""
    del only_beside
    for name in ("json", "shifty", "signal"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    with shapes_beside("shifty"):
        assert validate(triples(VALID)) == []
