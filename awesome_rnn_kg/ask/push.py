"""Uploads the named graphs to a server by the SPARQL 1.1 Graph Store Protocol, and counts them.

Each graph is replaced by its first chunk (PUT) and completed by the others (POST). To add a
triple twice changes nothing, so a request may be repeated, and a push that failed is run again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit, urlunsplit
from urllib.request import Request

from awesome_rnn_kg.ask.errors import EndpointError, UsageError
from awesome_rnn_kg.ask.login import Login
from awesome_rnn_kg.ask.sources import PARTS
from awesome_rnn_kg.ask.transport import Transport
from awesome_rnn_kg.graph.prefixes import PREFIXES

CHUNK = 1_000_000
"""The most bytes of a request, unless one line is longer."""
_QUERY_OF = {
    "/rdf-graphs/service": "",
    "/sparql-graph-crud": "/sparql",
    "/sparql-graph-crud-auth": "/sparql",
    "/store": "/query",
    "/data": "/query",
}
"""Ends of the path of a graph store, and what stands there for queries: RDF4J and GraphDB,
Virtuoso, Oxigraph, Fuseki."""
_BLANK = re.compile(rb"^(?:_:|\S+ \S+ _:)", re.MULTILINE)
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
_COUNT_SOME = "SELECT (COUNT(*) AS ?n) WHERE { SELECT ?s WHERE { ?s ?p ?o } LIMIT 1 }"


@dataclass(frozen=True)
class Server:
    """A graph store and its query endpoint, both URLs of http(s); `timeout` is in seconds.

    Without `query` that URL is derived. UsageError for URLs of another kind.
    """

    store: str
    query: str = ""
    timeout: float = 60
    login: Login | None = None

    def __post_init__(self) -> None:
        _check_url(self.store)
        object.__setattr__(self, "query", self.query or _derived(self.store))
        _check_url(self.query)
        if not self.timeout > 0:
            raise UsageError(f"expected a timeout above 0 seconds, found {self.timeout:g}")

    @cached_property
    def _transport(self) -> Transport:
        return Transport(self.timeout, self.login)

    def upload(self, graph: str, chunk: bytes, method: str) -> None:
        """Put or post N-Triples into a graph, named by its IRI. EndpointError if that fails."""
        mark = "&" if urlsplit(self.store).query else "?"
        self._transport.send(
            Request(  # noqa: S310  the scheme has been checked
                f"{self.store}{mark}graph={quote(graph, safe='')}",
                chunk,
                {"Content-Type": "application/n-triples"},
                method=method,
            )
        )

    def count(self, graph: str) -> int:
        """How many triples a graph has on the server."""
        return self._counted(_COUNT.format(graph))

    def answers(self) -> bool:
        """Whether queries that name no graph find anything, as the canned ones expect."""
        return self._counted(_COUNT_SOME) > 0

    def _counted(self, text: str) -> int:
        body = urlencode({"query": text}).encode()
        reply = self._transport.send(
            Request(  # noqa: S310
                self.query, body, {"Accept": "application/sparql-results+json"}, method="POST"
            )
        )
        try:
            return int(json.loads(reply)["results"]["bindings"][0]["n"]["value"])
        except (ValueError, LookupError, TypeError):
            raise EndpointError(f"{self.query} answered with no SPARQL result") from None


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise UsageError(f"expected a URL of http:// or https://: {error}") from None
    if "@" in parts.netloc:
        raise UsageError("a URL that holds a password would be shown: name the user on its own")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"expected a URL of http:// or https://, found {url!r}")


def _derived(store: str) -> str:
    """The query endpoint beside a graph store."""
    parts = urlsplit(store)
    path = parts.path.rstrip("/")
    for end, query in _QUERY_OF.items():
        if path.endswith(end):
            return urlunsplit(parts._replace(path=path.removesuffix(end) + query, query=""))
    raise UsageError(f"{store}: its query endpoint isn't known; name that too")


def push(
    parts: Mapping[str, bytes | Path], server: Server, space: str = PREFIXES["graph"]
) -> dict[str, int]:
    """Make the server's graphs `list`, `curated` and `inferred` those of a graph; their counts.

    Their names there begin with `space`. A part that the graph doesn't have is emptied.
    EndpointError tells what is on the server then.
    """
    named = {space + n: _read(parts.get(n, b"")) for n in (*PARTS, *parts)}
    if server.login:  # what a server refuses is short then
        server.upload(next(iter(named)), b"", "POST")
    done: dict[str, int] = {}
    for graph, data in named.items():
        try:
            done[graph] = _replace(server, graph, data)
        except EndpointError as error:
            raise EndpointError(f"{error}; {_state(server, done, graph, data)}") from None
    return done


def _read(part: bytes | Path) -> bytes:
    """N-Triples that can be sent in parts; UsageError if it has blank nodes."""
    data = part if isinstance(part, bytes) else part.read_bytes()
    if len(data) > CHUNK and _BLANK.search(data):
        raise UsageError("the graph has blank nodes, and is too large to send them together")
    return data


def _replace(server: Server, graph: str, data: bytes) -> int:
    """Replace one graph and count it."""
    expected = _size(data)
    for number, chunk in enumerate(list(_chunks(data)) or [b""]):
        server.upload(graph, chunk, "POST" if number else "PUT")
    found = server.count(graph)
    if found != expected:
        raise EndpointError(f"{server.query} counts {found} triples, not {expected}, in {graph}")
    return found


def _chunks(data: bytes) -> Iterator[bytes]:
    """Whole lines, as many as fit."""
    start = 0
    while start < len(data):
        end = len(data) if start + CHUNK >= len(data) else data.rfind(b"\n", start, start + CHUNK)
        if end < start:  # a line that is longer
            end = data.find(b"\n", start)
        end = len(data) if end < 0 or end == len(data) else end + 1
        yield data[start:end]
        start = end


def _size(data: bytes) -> int:
    """How many triples N-Triples hold; a triple that is there twice counts once."""
    return len({line for line in data.splitlines() if line.strip()})


def _state(server: Server, done: Mapping[str, int], failed: str, data: bytes) -> str:
    """What a push that failed left on the server, and the remedy."""
    whole = [f"{graph} is complete ({count} triples)" for graph, count in done.items()]
    try:
        left = f"{failed} holds {server.count(failed)} triples, {_size(data)} when complete"
    except EndpointError:
        left = f"{failed} is unfinished or as it was"
    return f"on the server {', '.join([*whole, left])}; push again to begin anew"
