"""Any SPARQL 1.1 endpoint as an engine, through SPARQLWrapper."""

import time
from typing import TYPE_CHECKING, Any

from awesome_rnn_kg.ask.engine import Answer, Cell
from awesome_rnn_kg.ask.errors import EndpointError, QueryTextError, UsageError
from awesome_rnn_kg.ask.lexer import tokens, undeclared
from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.terms import iri, literal

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper
    from SPARQLWrapper.Wrapper import QueryResult

_LONGEST_GET = 1_500
_PAUSES = (1.0, 3.0, 9.0)
_FORMATS = {"application/n-triples": "nt", "text/turtle": "ttl", "application/rdf+xml": "rdf"}


class Remote:
    """Asks an endpoint over HTTP; `timeout` is in seconds for one attempt.

    An endpoint that is busy (503) is asked again after 1, 3 and 9 seconds.
    """

    def __init__(self, endpoint: str, timeout: int = 30) -> None:
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
        truth = self._json(text).get("boolean")
        if not isinstance(truth, bool):
            raise QueryTextError("expected an ASK query")
        return truth

    def construct(self, text: str) -> str:
        import pyoxigraph

        response = self._response(text, ", ".join(_FORMATS))
        data, type_ = response.response.read(), _media_type(response)
        if type_ not in _FORMATS:
            raise self._failed(f"answered with {type_ or 'no media type'}, not with RDF")
        form = pyoxigraph.RdfFormat.from_extension(_FORMATS[type_])
        return "".join(
            sorted(
                {f"{t.subject} {t.predicate} {t.object} .\n" for t in pyoxigraph.parse(data, form)}
            )
        )

    def _json(self, text: str) -> dict[str, Any]:
        import json

        response = self._response(text, "application/sparql-results+json")
        try:
            document = json.loads(response.response.read())
        except (ValueError, OSError) as error:
            raise self._failed(
                f"answered with {_media_type(response)}, not with JSON: {error}"
            ) from None
        if not isinstance(document, dict):
            raise self._failed("answered with JSON that is no SPARQL result")
        return document

    def _response(self, text: str, accepted: str) -> "QueryResult":
        from urllib.error import HTTPError

        wrapper = self._wrapper(text, accepted)
        for pause in (*_PAUSES, None):
            try:
                return self._once(wrapper)
            except HTTPError as error:
                if error.code != 503 or pause is None:
                    raise self._failed(f"answered {error.code} {error.reason}") from None
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _wrapper(self, text: str, accepted: str) -> "SPARQLWrapper":
        from SPARQLWrapper import GET, POST, SPARQLWrapper

        wrapper = SPARQLWrapper(self._endpoint)
        wrapper.setTimeout(self._timeout)
        wrapper.setOnlyConneg(True)
        wrapper.addCustomHttpHeader("Accept", accepted)
        wrapper.setMethod(GET if len(text) <= _LONGEST_GET else POST)
        wrapper.setQuery(_with_prefixes(text))
        return wrapper

    def _once(self, wrapper: "SPARQLWrapper") -> "QueryResult":
        from http.client import HTTPException
        from urllib.error import HTTPError

        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        try:
            return wrapper.query()
        except HTTPError:
            raise
        except QueryBadFormed as error:
            raise QueryTextError(f"{self._endpoint}: {_said(error)}") from None
        except SPARQLWrapperException as error:
            raise self._failed(_said(error)) from None
        except TimeoutError:
            raise self._failed(f"gave no answer within {self._timeout} s") from None
        except (OSError, HTTPException) as error:
            raise self._failed(f"cannot be reached: {getattr(error, 'reason', error)}") from None

    def _failed(self, what: str) -> EndpointError:
        return EndpointError(f"{self._endpoint} {what}")


def _with_prefixes(text: str) -> str:
    """The text with declarations of our prefixes that it uses, on its first line."""
    used = {token.text.partition(":")[0] for token in undeclared(list(tokens(text)))}
    return (
        "".join(
            f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in sorted(used & PREFIXES.keys())
        )
        + text
    )


def _media_type(response: "QueryResult") -> str:
    return str(response.info().get("content-type", "")).partition(";")[0].strip()


def _said(error: Exception) -> str:
    """What the endpoint said, out of SPARQLWrapper's message `… Response: b'…'`."""
    _, _, said = str(error).partition("Response:\n")
    text = (said or str(error)).strip()
    return text[2:-1].replace("\\n", " ").strip() if text.startswith(("b'", 'b"')) else text


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
