"""Uploads: to a real server, and to one in this process that fails as a test tells it to."""

import base64
import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import push as module
from awesome_rnn_kg.ask import transport
from awesome_rnn_kg.ask.errors import EndpointError, UsageError
from awesome_rnn_kg.ask.login import Login
from awesome_rnn_kg.ask.push import Server, push
from awesome_rnn_kg.ask.remote import Remote
from awesome_rnn_kg.ask.sources import packaged_parts
from awesome_rnn_kg.cli import main
from awesome_rnn_kg.graph.prefixes import PREFIXES
from tests.ask import servers

GRAPH = PREFIXES["graph"]
LINES = [f'<urn:s{i}> <urn:p> "{i}" .\n'.encode() for i in range(50)]


def parts(listed: int = 50, curated: int = 7) -> dict[str, bytes]:
    return {"list": b"".join(LINES[:listed]), "curated": b"".join(LINES[:curated])}


def triples(server: Server, name: str) -> set[str]:
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH}{name}> {{ ?s ?p ?o }} }}"
    return set(Remote(server.query).construct(text).splitlines(keepends=True))


# --- a real server


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with servers.oxigraph(tmp_path_factory.mktemp("server")) as server:
        yield server


def test_the_packaged_graph_arrives_whole(oxigraph: Server) -> None:
    packaged = packaged_parts(resources.path("compiled"))
    counts = push(packaged, oxigraph)
    for name, path in packaged.items():
        lines = path.read_text("utf-8").splitlines(keepends=True)
        assert triples(oxigraph, name) == set(lines)
        assert counts[GRAPH + name] == len(lines)


def test_a_build_with_a_base_of_its_own_keeps_the_names_of_its_graphs(
    oxigraph: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = "https://example.org/l/graph/"
    quads = [line.replace(b" .\n", f" <{base}curated> .\n".encode()) for line in LINES[:3]]
    (tmp_path / "kg.nq").write_bytes(b"".join(quads))
    ours = triples(oxigraph, "curated")
    assert main(["push", "--endpoint", oxigraph.store, "--graph", str(tmp_path)]) == 0
    said = [line.split() for line in capsys.readouterr().out.splitlines()]
    names = ("list", "curated", "inferred")
    assert said == [[n, base + name] for n, name in zip("030", names, strict=True)]
    assert triples(oxigraph, "curated") == ours


def test_a_push_replaces_what_was_there(oxigraph: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 100)
    push({"list": b"".join(LINES), "inferred": LINES[0]}, oxigraph)
    for _ in range(2):
        counts = push(parts(listed=20), oxigraph)
        assert list(counts.values()) == [20, 7, 0]
        assert triples(oxigraph, "list") == {line.decode() for line in LINES[:20]}
        assert triples(oxigraph, "inferred") == set()


def test_inferred_triples_can_stay_at_home(
    oxigraph: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["push", "--endpoint", oxigraph.store, "--no-infer"]) == 0
    told = capsys.readouterr()
    assert f"       0  {GRAPH}inferred" in told.out
    assert "find nothing there" in told.err
    assert triples(oxigraph, "curated")
    assert not triples(oxigraph, "inferred")


def test_a_server_that_rejects_says_why(oxigraph: Server) -> None:
    with pytest.raises(
        EndpointError, match=r"answered 400: .*graph/list holds \d+ triples, 1 when complete"
    ):
        push({"list": b"no triple\n"}, oxigraph)


def test_a_push_after_one_that_failed(oxigraph: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 100)
    broken = b"".join(LINES[:30]) + b"no triple\n"
    told = r"graph/list is complete \(50 triples\), .*curated holds \d+ triples, 31 when complete"
    with pytest.raises(EndpointError, match=told):
        push(parts() | {"curated": broken}, oxigraph)
    assert list(push(parts(), oxigraph).values()) == [50, 7, 0]
    assert triples(oxigraph, "curated") == {line.decode() for line in LINES[:7]}


# --- a server that does as it is told


class Store:
    """Keeps the lines of graphs; answers the requests with these statuses first."""

    def __init__(self) -> None:
        self.graphs: dict[str, set[bytes]] = {}
        self.requests: list[tuple[str, int]] = []
        self.refused: list[int] = []
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}
        self.delay = 0.0
        self.lost = 0
        self.broken = 0
        self.breaks_at = -1
        self.seen_by_default = 1
        self.login = ""
        store = self

        class Handler(BaseHTTPRequestHandler):
            def do_PUT(self) -> None:
                self.respond()

            def do_POST(self) -> None:
                self.respond()

            def do_GET(self) -> None:
                store.requests.append(("GET", 0))
                self.respond()

            def respond(self) -> None:
                time.sleep(store.delay)
                body = self.rfile.read(int(self.headers["content-length"] or 0))
                if store.breaks():
                    self.close_connection = True
                    return
                if store.login and self.headers["authorization"] != store.login:
                    store.refused.append(len(body))
                    self.send_response(401)
                    self.send_header("WWW-Authenticate", 'Basic realm="the store"')
                    self.end_headers()
                    return
                status = store.statuses.pop(0) if store.statuses else 200
                said = store.answer(self.command, self.path, body) if status == 200 else b"told"
                self.send_response(status)
                for name, value in store.headers.items():
                    self.send_header(name, value)
                with contextlib.suppress(BrokenPipeError):  # who asked may be gone
                    self.end_headers()
                    self.wfile.write(said)

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, method: str, path: str, body: bytes) -> bytes:
        if path.startswith("/query"):
            text = parse_qs(body.decode())["query"][0]
            _, named, graph = text.partition("GRAPH <")
            found = self.graphs.get(graph.partition(">")[0], ())
            count = len(found) - self.lost if named else self.seen_by_default
            return b'{"results": {"bindings": [{"n": {"value": "%d"}}]}}' % count
        self.requests.append((method, len(body)))
        graph = parse_qs(urlparse(path).query)["graph"][0]
        kept = set() if method == "PUT" else self.graphs.get(graph, set())
        self.graphs[graph] = kept | set(body.splitlines(keepends=True))
        return b""

    def breaks(self) -> bool:
        """Whether to hang up on this upload: on the first `broken`, and from one number on."""
        self.broken -= 1
        return self.broken >= 0 or 0 <= self.breaks_at <= len(self.requests)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(transport, "_PAUSES", (0.01, 0.01, 0.01))
    store = Store()
    yield store
    store.close()


def server(store: Store, timeout: float = 5) -> Server:
    return Server(f"{store.address}/store", timeout=timeout)


@pytest.mark.parametrize(("seen", "said"), [(0, 1), (1, 0)])
def test_a_default_graph_without_the_named_ones_is_told(
    store: Store, capsys: pytest.CaptureFixture[str], seen: int, said: int
) -> None:
    store.seen_by_default = seen
    assert main(["push", "--endpoint", server(store).store]) == 0
    assert capsys.readouterr().err.count("--union-default-graph") == said


@pytest.mark.parametrize("chunk", [1, 30, 100, 10_000])
def test_chunks_are_bounded_and_lose_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    push(parts(), server(store))
    longest = max(map(len, LINES))
    assert all(size <= max(chunk, longest) for _, size in store.requests)
    assert [method for method, _ in store.requests].count("PUT") == 3
    assert b"".join(sorted(store.graphs[GRAPH + "list"])) == b"".join(sorted(LINES))


def test_no_line_end_at_the_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 40)
    push({"list": b"".join(LINES[:5]).rstrip(b"\n")}, server(store))
    assert len(store.graphs[GRAPH + "list"]) == 5


def test_a_busy_server_is_asked_again(store: Store) -> None:
    store.statuses = [503, 503, 200, 503]
    assert push(parts(), server(store))[GRAPH + "list"] == 50


def test_the_server_says_how_long_it_is_busy(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    store.statuses, store.headers = [503], {"Retry-After": "7"}
    push(parts(), server(store))
    assert 7 in pauses


def test_a_server_that_stays_busy(store: Store) -> None:
    store.statuses = [503] * 4
    with pytest.raises(EndpointError, match=r"busy \(503\); on the server .*; push again"):
        push(parts(), server(store))


def test_a_connection_that_breaks_is_made_again(store: Store) -> None:
    store.broken = 3
    assert push(parts(), server(store))[GRAPH + "list"] == 50


def test_a_push_that_breaks_halfway_tells_what_is_there_and_can_be_run_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK", 100)
    push({"list": b"".join(LINES)}, server(store))
    needed = len(store.requests)
    store.requests.clear()
    store.breaks_at = needed - 1
    with pytest.raises(EndpointError, match=r"broke off: .*push again to begin anew"):
        push(parts(), server(store))
    store.breaks_at = -1
    assert list(push(parts(), server(store)).values()) == [50, 7, 0]
    assert store.graphs[GRAPH + "curated"] == set(LINES[:7])


def test_a_server_that_asks_for_a_password_gets_it_once(store: Store) -> None:
    store.login = f"Basic {base64.b64encode(b'me:secret').decode()}"
    known = Server(f"{store.address}/store", login=Login("me", "secret"))
    assert push(parts(), known)[GRAPH + "list"] == 50
    assert store.refused == [0]  # nothing long was sent in vain


@pytest.mark.parametrize(
    ("login", "told"),
    [(None, "asks for a user and a password"), (Login("me", "pwd"), "refuses this user")],
)
def test_a_refused_login_is_told_without_the_password(
    login: Login | None, told: str, store: Store
) -> None:
    store.login = "Basic other"
    with pytest.raises(EndpointError, match=told) as caught:
        push(parts(), Server(f"{store.address}/store", login=login))
    assert "pwd" not in str(caught.value) + repr(login)
    assert store.graphs == {}


def test_a_password_in_a_url_is_refused_unseen() -> None:
    with pytest.raises(UsageError) as caught:
        Server("http://me:pwd@h/store")
    assert "pwd" not in str(caught.value)


def test_a_server_that_loses_triples(store: Store) -> None:
    store.lost = 1
    with pytest.raises(EndpointError, match="counts 49 triples, not 50"):
        push(parts(), server(store))


def test_a_server_that_hangs(store: Store) -> None:
    store.delay = 0.5
    with pytest.raises(EndpointError, match=r"no answer within 0\.1 s"):
        push(parts(), server(store, timeout=0.1))


def test_redirects_are_not_followed(store: Store) -> None:
    store.statuses, store.headers = [302], {"Location": f"{store.address}/elsewhere"}
    with pytest.raises(EndpointError, match="answered 302"):
        push(parts(), server(store))
    assert store.requests == []


def test_a_server_that_is_down() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/store"
        with pytest.raises(EndpointError, match="cannot be reached"):
            push(parts(), Server(url))


def test_blank_nodes_are_not_torn_apart(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    blank = b"<urn:a> <urn:p> _:b .\n_:b <urn:p> <urn:c> .\n"
    assert push({"list": blank}, server(store))[GRAPH + "list"] == 2
    monkeypatch.setattr(module, "CHUNK", 30)
    with pytest.raises(UsageError, match="blank nodes"):
        push({"list": blank}, server(store))
    assert push({"list": b'<urn:a> <urn:p> "no _:b" .\n'}, server(store))[GRAPH + "list"] == 1


@pytest.mark.parametrize(
    ("store_url", "query_url"),
    [
        ("http://h:7878/store", "http://h:7878/query"),
        ("http://h/ds/data", "http://h/ds/query"),
        ("https://h/repositories/x/rdf-graphs/service", "https://h/repositories/x"),
        ("http://h:8890/sparql-graph-crud", "http://h:8890/sparql"),
        ("http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql"),
    ],
)
def test_the_query_endpoint_is_derived(store_url: str, query_url: str) -> None:
    assert Server(store_url).query == query_url


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://h/store", "store", "http:///store", "http://["]
)
def test_only_http(url: str) -> None:
    for urls in ((url, "http://h/query"), (url, ""), ("http://h/store", url)):
        with pytest.raises(UsageError, match="expected a URL of http"):
            Server(*urls)


def test_a_timeout_is_positive() -> None:
    with pytest.raises(UsageError, match="above 0"):
        Server("http://h/store", timeout=0)


def test_an_unknown_query_endpoint_is_asked_for() -> None:
    with pytest.raises(UsageError, match="isn't known"):
        Server("http://h/elsewhere")
