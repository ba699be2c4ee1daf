"""Endpoints: a server in this process that says what a test tells it to say."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, urlparse

import pytest
from rdflib import Graph

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import remote
from awesome_rnn_kg.ask.errors import AskError, EndpointError, QueryTextError, UsageError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.remote import Remote
from awesome_rnn_kg.ask.table import Table

RESULTS = "application/sparql-results+json"


class Reply(NamedTuple):
    status: int
    media_type: str
    body: str
    headers: tuple[tuple[str, str], ...] = ()


class Endpoint:
    """Gives the replies in order, the last one again and again; keeps the requests."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.queries: list[tuple[str, str]] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.answer(parse_qs(urlparse(self.path).query)["query"][0])

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                self.answer(parse_qs(body)["query"][0])

            def answer(self, query: str) -> None:
                endpoint.queries.append((self.command, query))
                reply = endpoint.replies[0]
                del endpoint.replies[: len(endpoint.replies) > 1]
                self.send_response(reply.status)
                for name, value in (("content-type", reply.media_type), *reply.headers):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body.encode())

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/sparql"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    server = Endpoint()
    yield server
    server.close()


@pytest.fixture
def asked(endpoint: Endpoint) -> Knowledge:
    return Knowledge(Remote(endpoint.url, timeout=5), resources.path("queries"))


def select(*rows: dict[str, dict[str, str]]) -> Reply:
    variables = ["paper", "title", "year", "authors"]
    document = {"head": {"vars": variables}, "results": {"bindings": rows}}
    return Reply(200, RESULTS, json.dumps(document))


def test_a_canned_question(endpoint: Endpoint, asked: Knowledge) -> None:
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    endpoint.replies = [
        select(
            {
                "paper": {"type": "uri", "value": "https://example.org/p"},
                "title": {"type": "literal", "value": "Größe", "xml:lang": "de"},
                "year": {"type": "typed-literal", "value": "2015", "datatype": integer},
            }
        )
    ]
    table = asked.run("captioning_papers")
    assert table.rows == (("https://example.org/p", "Größe", 2015, None),)
    assert table.terms[0][1] == '"Größe"@de'
    assert endpoint.queries == [("GET", asked.text("captioning_papers"))]


def test_a_free_question_gets_our_prefixes(endpoint: Endpoint, asked: Knowledge) -> None:
    endpoint.replies = [select()]
    text = "SELECT * FROM <http://a.org/g> { ?s schema:url ?o; dbo:x 1 }"
    assert isinstance(asked.query(text), Table)
    assert endpoint.queries == [("GET", f"PREFIX schema: <https://schema.org/> {text}")]


def test_long_text_is_posted(endpoint: Endpoint, asked: Knowledge) -> None:
    endpoint.replies = [Reply(200, RESULTS, '{"head": {}, "boolean": true}')]
    assert asked.query("ASK { ?s ?p 1 }" + " " * 2000) is True
    assert [method for method, _ in endpoint.queries] == ["POST"]


@pytest.mark.parametrize(("rows", "truth"), [(1, True), (0, False)])
def test_the_truth_in_virtuosos_own_form(
    rows: int, truth: bool, endpoint: Endpoint, asked: Knowledge
) -> None:
    one = {"__ASK_RETVAL": {"type": "typed-literal", "value": "1"}}
    document = {"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": [one] * rows}}
    endpoint.replies = [Reply(200, RESULTS, json.dumps(document))]
    assert asked.query("ASK { ?s ?p 1 }") is truth


def test_an_answer_that_is_cut_off_is_no_answer(endpoint: Endpoint, asked: Knowledge) -> None:
    endpoint.replies = [select()._replace(headers=(("X-SPARQL-MaxRows", "10000"),))]
    with pytest.raises(EndpointError, match="cuts answers off after 10000 rows"):
        asked.run("captioning_papers")


def test_triples(endpoint: Endpoint, asked: Knowledge) -> None:
    endpoint.replies = [
        Reply(200, "text/turtle; charset=utf-8", "<http://a.org/s> <http://a.org/p> 1 .")
    ]
    graph = asked.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(graph, Graph)
    assert len(graph) == 1


def test_a_busy_endpoint_is_asked_again(
    endpoint: Endpoint, asked: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(remote, "sleep", pauses.append)
    busy = Reply(503, "text/plain", "later")
    endpoint.replies = [busy, busy, select()]
    assert len(asked.run("captioning_papers")) == 0
    assert pauses == [1, 3]
    endpoint.replies = [busy]
    with pytest.raises(EndpointError, match="answered 503"):
        asked.run("captioning_papers")
    assert pauses == [1, 3, 1, 3, 9]


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (Reply(400, "text/plain", "no such function"), QueryTextError, "no such function"),
        (Reply(404, "text/plain", ""), EndpointError, "answered 404"),
        (Reply(500, "text/plain", "out of memory"), EndpointError, "out of memory"),
        (Reply(429, "text/plain", "slow down"), EndpointError, "answered 429"),
        (
            Reply(200, "text/html", "<html>"),
            EndpointError,
            "answered with text/html, not with JSON",
        ),
        (Reply(200, RESULTS, "[]"), EndpointError, "no SPARQL result"),
        (Reply(200, RESULTS, '{"head": {}, "boolean": true}'), QueryTextError, "expected a SELECT"),
    ],
)
def test_failures_are_told(
    reply: Reply, error: type[AskError], message: str, endpoint: Endpoint, asked: Knowledge
) -> None:
    endpoint.replies = [reply]
    with pytest.raises(error, match=message) as caught:
        asked.run("captioning_papers")
    assert "b'" not in str(caught.value)


def test_an_endpoint_that_is_not_there(asked: Knowledge, endpoint: Endpoint) -> None:
    endpoint.close()
    with pytest.raises(EndpointError, match=r"http://127.0.0.1:\d+/sparql cannot be reached"):
        asked.query("ASK { ?s ?p ?o }")


def test_a_silent_endpoint_is_left(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    silence = threading.Event()
    endpoint.replies = [select()]
    slow = Knowledge(Remote(endpoint.url, timeout=1), resources.path("queries"))
    monkeypatch.setattr(BaseHTTPRequestHandler, "send_response", lambda *_: silence.wait(20))
    with pytest.raises(EndpointError, match="within 1 s"):
        slow.query("ASK { ?s ?p ?o }")
    silence.set()


def test_what_needs_a_graph_at_hand_says_so(asked: Knowledge) -> None:
    with pytest.raises(AskError, match="not in parts here"):
        _ = asked.graph
    with pytest.raises(UsageError, match="expected an endpoint"):
        Remote("file:///etc/passwd")


def test_a_password_in_a_url_is_refused_unseen() -> None:
    with pytest.raises(UsageError) as caught:
        Remote("http://me:pwd@127.0.0.1/sparql")
    assert "pwd" not in str(caught.value)
