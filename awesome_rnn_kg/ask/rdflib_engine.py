"""rdflib as an engine: the slower one that pyoxigraph is compared with."""

import re
from typing import TYPE_CHECKING

from awesome_rnn_kg.ask.engine import Answer, Cell, check_syntax
from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.terms import iri, literal

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.query import Result

# rdflib replaces \u escapes before it looks at backslashes: `\\u00e9` would become `\é`.
_ESCAPED_BACKSLASH = re.compile(r"\\\\(?=[uU][0-9A-Fa-f]{4})")


class Rdflib:
    """rdflib over one of its graphs."""

    local = True

    def __init__(self, graph: "Graph") -> None:
        self._graph = graph

    def select(self, text: str) -> Answer:
        result = self._query(text, "SELECT")
        columns = tuple(str(variable) for variable in result.vars or ())
        rows = tuple(
            tuple(_cell(row.get(name)) for name in result.vars or ()) for row in result.bindings
        )
        return Answer(columns, rows)

    def ask(self, text: str) -> bool:
        return bool(self._query(text, "ASK").askAnswer)

    def construct(self, text: str) -> str:
        graph = self._query(text, "CONSTRUCT", "DESCRIBE").graph
        triples = graph if graph is not None else ()
        return "".join(
            sorted(" ".join(map(str, map(_cell, triple))) + " .\n" for triple in triples)
        )

    def _query(self, text: str, *forms: str) -> "Result":
        check_syntax(text)  # rdflib tells places in its own way, or not at all
        spared = _ESCAPED_BACKSLASH.sub(r"\\u005C\\u005C", text)
        try:
            result = self._graph.query(spared, initNs=PREFIXES)
            _ = result.type == "SELECT" and result.bindings  # evaluates here what rdflib puts off
        except RecursionError:
            raise QueryTextError("nested too deep for rdflib") from None
        except Exception as error:  # noqa: BLE001 - rdflib's errors have no base class
            raise QueryTextError(f"{type(error).__name__}: {error}") from None
        if result.type not in forms:
            article = "an" if forms == ("ASK",) else "a"
            raise QueryTextError(f"expected {article} {' or '.join(forms)} query")
        return result


def _cell(term: object) -> Cell:
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, URIRef):
        return iri(str(term))
    if isinstance(term, Literal):
        return literal(str(term), iri(term.datatype) if term.datatype else "", term.language or "")
    return f"_:{term}" if isinstance(term, BNode) else None
