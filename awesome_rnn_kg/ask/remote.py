"""Any SPARQL 1.1 endpoint as an engine, through SPARQLWrapper."""

from ast import literal_eval
from contextlib import closing
from time import sleep
from typing import TYPE_CHECKING, Any, NamedTuple

from awesome_rnn_kg.ask.engine import Answer, Cell, check_syntax
from awesome_rnn_kg.ask.errors import EndpointError, QueryTextError, UsageError
from awesome_rnn_kg.ask.lexer import tokens, undeclared
from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.terms import iri, literal

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

_LONGEST_GET = 1_500
_LONGEST_MESSAGE = 500
_OK, _BUSY = 200, 503
_PAUSES = (1.0, 3.0, 9.0)
_FORMATS = {"application/n-triples": "nt", "text/turtle": "ttl", "application/rdf+xml": "rdf"}


class _Reply(NamedTuple):
    status: int
    media_type: str
    body: bytes
    limit: str = ""  # rows after which Virtuoso has cut the answer off


class Remote:
    """Asks an endpoint over HTTP; `timeout` is in seconds for one attempt.

    An endpoint that is busy (503) is asked again after 1, 3 and 9 seconds.
    """

    local = False

    def __init__(self, endpoint: str, timeout: int = 30) -> None:
        if "@" in endpoint.partition("//")[2].partition("/")[0]:
            raise UsageError("an endpoint with a user in its URL is not asked: all would see it")
        if not endpoint.startswith(("http://", "https://")):
            raise UsageError(f"expected an endpoint of http:// or https://, found {endpoint!r}")
        self._endpoint = endpoint
        self._timeout = timeout

    def select(self, text: str) -> Answer:
        document = self._json(text)
        try:
            columns = tuple(document["head"]["vars"])
            solutions = document["results"]["bindings"]
        except (KeyError, TypeError):
            raise QueryTextError("expected a SELECT query") from None
        return Answer(
            columns, tuple(tuple(_cell(row.get(name)) for name in columns) for row in solutions)
        )

    def ask(self, text: str) -> bool:
        document = self._json(text)
        truth = document.get("boolean", _virtuoso_truth(document))
        if not isinstance(truth, bool):
            raise QueryTextError("expected an ASK query")
        return truth

    def construct(self, text: str) -> str:
        import pyoxigraph

        reply = self._reply(text, ", ".join(_FORMATS))
        extension = _FORMATS.get(reply.media_type)
        if extension is None:
            raise self._failed(f"answered with {reply.media_type or 'no media type'}, not with RDF")
        triples = pyoxigraph.parse(reply.body, pyoxigraph.RdfFormat.from_extension(extension))
        return "".join(sorted({f"{t.subject} {t.predicate} {t.object} .\n" for t in triples}))

    def _json(self, text: str) -> dict[str, Any]:
        import json

        reply = self._reply(text, "application/sparql-results+json")
        if reply.limit:
            raise self._failed(f"cuts answers off after {reply.limit} rows; ask for parts of this")
        try:
            document = json.loads(reply.body)
        except ValueError:
            raise self._failed(f"answered with {reply.media_type}, not with JSON") from None
        if not isinstance(document, dict):
            raise self._failed("answered with JSON that is no SPARQL result")
        return document

    def _reply(self, text: str, accepted: str) -> _Reply:
        """The answer to a query, asked for again while the endpoint is busy."""
        wrapper = self._wrapper(text, accepted)
        for pause in _PAUSES:
            reply = self._once(wrapper, text)
            if reply.status != _BUSY:
                break
            sleep(pause)
        else:
            reply = self._once(wrapper, text)
        if reply.status != _OK:
            raise self._failed(f"answered {reply.status}: {_shortened(reply.body)}")
        return reply

    def _wrapper(self, text: str, accepted: str) -> "SPARQLWrapper":
        from SPARQLWrapper import GET, POST, SELECT, SPARQLWrapper

        wrapper = SPARQLWrapper(self._endpoint)
        wrapper.setTimeout(self._timeout)
        wrapper.setOnlyConneg(True)
        wrapper.addCustomHttpHeader("Accept", accepted)
        wrapper.setMethod(GET if len(text) <= _LONGEST_GET else POST)
        wrapper.setQuery(_with_prefixes(text))
        if wrapper.isSparqlUpdateRequest():  # it takes "address" in a comment for ADD
            wrapper.queryType = SELECT
        return wrapper

    def _once(self, wrapper: "SPARQLWrapper", text: str) -> _Reply:
        from http.client import HTTPException
        from urllib.error import HTTPError

        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        try:
            with closing(wrapper.query().response) as response:
                media_type = response.headers.get("content-type", "").partition(";")[0].strip()
                limit = response.headers.get("x-sparql-maxrows", "")
                return _Reply(_OK, media_type, response.read(), limit)
        except HTTPError as error:
            with closing(error):
                return _Reply(error.code, "", error.read() or error.reason.encode())
        except SPARQLWrapperException as error:
            cause = error.__context__
            if isinstance(cause, HTTPError):
                cause.close()
            if isinstance(error, QueryBadFormed):
                check_syntax(text)  # tells the place as for a graph at hand
                raise QueryTextError(f"{self._endpoint}: {_said(error)}") from None
            raise self._failed(f"answered {getattr(cause, 'code', '')}: {_said(error)}") from None
        except TimeoutError:
            raise self._failed(f"gave no answer within {self._timeout} s") from None
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise self._failed(f"cannot be reached: {reason}") from None

    def _failed(self, what: str) -> EndpointError:
        return EndpointError(f"{self._endpoint} {what}")


def _virtuoso_truth(document: dict[str, Any]) -> bool | None:
    """What Virtuoso 7 answers to ASK: a table with one column of its own and 1 in it, or no row."""
    if document.get("head", {}).get("vars") != ["__ASK_RETVAL"]:
        return None
    cells = [row["__ASK_RETVAL"]["value"] for row in document["results"]["bindings"]]
    return cells == ["1"]


def _with_prefixes(text: str) -> str:
    """The text with declarations of our prefixes that it uses, on its first line."""
    used = {token.text.partition(":")[0] for token in undeclared(list(tokens(text)))}
    return (
        "".join(
            f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in sorted(used & PREFIXES.keys())
        )
        + text
    )


def _said(error: Exception) -> str:
    """What the endpoint said, out of SPARQLWrapper's message `… Response: b'…'`."""
    _, _, quoted = str(error).partition("Response:\n")
    return _shortened(literal_eval(quoted) if quoted else str(error).encode())


def _shortened(body: bytes) -> str:
    return " ".join(body.decode("utf-8", "replace").split())[:_LONGEST_MESSAGE]


def _cell(binding: dict[str, str] | None) -> Cell:
    """A term of SPARQL 1.1 Query Results JSON as an N-Triples term."""
    if binding is None:
        return None
    if binding["type"] == "uri":
        return iri(binding["value"])
    if binding["type"] == "bnode":
        return f"_:{binding['value']}"
    datatype = binding.get("datatype", "")
    return literal(binding["value"], iri(datatype) if datatype else "", binding.get("xml:lang", ""))
