"""Virtuoso: a push arrives whole, and every canned question has the answer of the other engines."""

from collections.abc import Iterator

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.errors import EndpointError, QueryTextError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.login import Login
from awesome_rnn_kg.ask.push import Server, push
from awesome_rnn_kg.ask.remote import Remote
from awesome_rnn_kg.ask.sources import packaged_parts
from awesome_rnn_kg.cli import main
from awesome_rnn_kg.graph.prefixes import PREFIXES
from tests.ask import servers
from tests.ask.values import Values, cases

pytestmark = pytest.mark.external
GRAPH = PREFIXES["graph"]
LOGIN = servers.LOGIN
CASES = cases()
IDS = [" ".join([name, *(f"{n}={v}" for n, v in values.items())]) for name, values in CASES]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(scope="module")
def whole(started: Server) -> Knowledge:
    """The server with all three graphs."""
    push(packaged_parts(resources.path("compiled")), started)
    return asked(started)


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """A server without the inferred graph."""
    parts = packaged_parts(resources.path("compiled"))
    del parts["inferred"]
    with servers.virtuoso(tmp_path_factory.mktemp("asserted")) as server:
        push(parts, server)
        yield asked(server)


def asked(server: Server) -> Knowledge:
    return Knowledge(Remote(server.query), resources.path("queries"))


@pytest.mark.parametrize(("name", "values"), CASES, ids=IDS)
def test_answers(name: str, values: Values, whole: Knowledge, packaged: Knowledge) -> None:
    assert whole.run(name, **values) == packaged.run(name, **values)


@pytest.mark.parametrize(("name", "values"), CASES, ids=IDS)
def test_answers_without_inference(
    name: str, values: Values, without: Knowledge, asserted: Knowledge
) -> None:
    assert without.run(name, **values) == asserted.run(name, **values)


def test_other_ways_to_ask(whole: Knowledge, packaged: Knowledge) -> None:
    text = "CONSTRUCT WHERE { venue:icml ?p ?o }"
    assert whole.engine.construct(text) == packaged.engine.construct(text)
    assert whole.query("ASK { ?part arnn:partOf ?whole }") is True
    assert whole.query("ASK { ?part arnn:partOf institution:nowhere }") is False
    assert whole.find("show attend") == packaged.find("show attend")
    path = ("Alex Graves", "Yoshua Bengio")
    assert len(whole.path(*path)) == len(packaged.path(*path)) > 1


def test_bad_text(whole: Knowledge) -> None:
    with pytest.raises(QueryTextError, match="breaks off here"):
        whole.query("SELECT * { ?s ?p }")


def test_an_answer_that_is_cut_off_is_no_answer(whole: Knowledge) -> None:
    with pytest.raises(EndpointError, match="cuts answers off after 20000 rows"):
        whole.query("SELECT ?s { ?s a ?c . ?t a ?c }")


def test_a_push_replaces_what_was_there(started: Server, whole: Knowledge) -> None:
    lines = [f'<urn:s{i}> <urn:p> "{i} Łukasz" .\n'.encode() for i in range(50)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("awesome_rnn_kg.ask.push.CHUNK", 100)
        for count in (50, 20, 50, 0):
            counts = push({"list": b"".join(lines[:count])}, started)
            assert list(counts.values()) == [count, 0, 0]
    push(packaged_parts(resources.path("compiled")), started)
    assert whole.run("captioning_papers").rows


def test_the_command(
    started: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["push", "--endpoint", started.store, "--user", LOGIN.user]
    monkeypatch.setenv("AWESOME_RNN_KG_PASSWORD", LOGIN.password)
    assert main(words) == 0
    parts = packaged_parts(resources.path("compiled")).values()
    sizes = [len(path.read_bytes().splitlines()) for path in parts]
    printed = capsys.readouterr()
    assert [int(line.split()[0]) for line in printed.out.splitlines()] == sizes
    monkeypatch.setenv("AWESOME_RNN_KG_PASSWORD", "a wrong one")
    assert main(words) == 2
    printed = capsys.readouterr()
    assert "refuses this user and password" in printed.err
    assert "a wrong one" not in printed.err


def test_nobody_else_may_write(started: Server) -> None:
    with pytest.raises(EndpointError, match="asks for a user and a password"):
        push({}, Server(started.store))
    with pytest.raises(EndpointError, match="refuses this user"):
        push({}, Server(started.store, login=Login("dba", "dba")))
    with pytest.raises(EndpointError, match=r"answered 403: .*Permission denied"):
        push({}, Server(started.store.removesuffix("-auth")))
