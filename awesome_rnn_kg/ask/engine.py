"""What answers: the engine protocol, and pyoxigraph behind it.

Engines take text that is trusted: a stranger's text goes through `guard.check` first.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

import pyoxigraph

from awesome_rnn_kg.ask.errors import GraphError, QueryTextError
from awesome_rnn_kg.graph.parsing import complaint
from awesome_rnn_kg.graph.prefixes import PREFIXES

Cell = str | None
"""An N-Triples term (or `_:b0`), or None where the variable is unbound."""

_SENTENCE = re.compile(r"\w+(?: [\w*]+){2,}")


class Answer(NamedTuple):
    """The solutions of a SELECT query, in order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Engine(Protocol):
    """Answers query text; the prefixes of PREFIXES need no declaration.

    QueryTextError: the text can't be read or evaluated. EndpointError: there is no answer.
    `local` says that the graph is in this process: asking is cheap, and there is no other graph.
    """

    local: bool

    def select(self, text: str) -> Answer:
        """The solutions of a SELECT query."""
        ...

    def ask(self, text: str) -> bool:
        """The truth of an ASK query."""
        ...

    def construct(self, text: str) -> str:
        """The triples of a CONSTRUCT or DESCRIBE query as N-Triples, lines sorted."""
        ...


class Oxigraph:
    """pyoxigraph over N-Triples in memory; all parts are one default graph.

    Parts are bytes or paths. They are loaded by the first question; GraphError says which of
    them is wrong; bytes go by `name`.
    """

    local = True

    def __init__(self, parts: Iterable[bytes | Path], name: str = "the graph") -> None:
        self._parts = tuple(parts)
        self._name = name

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The loaded store."""
        store = pyoxigraph.Store()
        for part in self._parts:
            try:
                data = part if isinstance(part, bytes) else part.read_bytes()
                store.bulk_load(data, pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
            except (OSError, SyntaxError, ValueError) as error:
                name = self._name if isinstance(part, bytes) else part
                raise GraphError(complaint(name, error)) from None
        return store

    def select(self, text: str) -> Answer:
        solutions = self._query(text)
        if not isinstance(solutions, pyoxigraph.QuerySolutions):
            raise QueryTextError("expected a SELECT query")
        columns = tuple(variable.value for variable in solutions.variables)
        return Answer(columns, tuple(tuple(map(_cell, row)) for row in solutions))

    def ask(self, text: str) -> bool:
        truth = self._query(text)
        if not isinstance(truth, pyoxigraph.QueryBoolean):
            raise QueryTextError("expected an ASK query")
        return bool(truth)

    def construct(self, text: str) -> str:
        triples = self._query(text)
        if not isinstance(triples, pyoxigraph.QueryTriples):
            raise QueryTextError("expected a CONSTRUCT or DESCRIBE query")
        return "".join(
            sorted(
                {f"{triple.subject} {triple.predicate} {triple.object} .\n" for triple in triples}
            )
        )

    def _query(
        self, text: str
    ) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples:
        store = self.store
        try:
            return store.query(text, prefixes=PREFIXES)
        except SyntaxError as error:
            raise _rejected(str(error), text) from None
        except RuntimeError as error:  # a function of another engine
            raise QueryTextError(str(error)) from None


def check_syntax(text: str) -> None:
    """Raise QueryTextError where the text is no SPARQL, whatever engine is going to be asked."""
    try:
        pyoxigraph.Store().query(text, prefixes=PREFIXES)
    except SyntaxError as error:
        raise _rejected(str(error), text) from None


def _cell(term: object) -> Cell:
    return None if term is None else str(term)


def _rejected(message: str, text: str) -> QueryTextError:
    """pyoxigraph's `error at 2:10: expected …`, its place taken apart.

    The place is where its last attempt at reading ended, and what it expected there are characters,
    with a sentence among them at best: the mistake is there or before, never in the blanks after.
    """
    place = re.match(r"error at (\d+):(\d+): expected (?:one of )?", message)
    if place is None:
        return QueryTextError(message)
    sentences = [part for part in message[place.end() :].split(", ") if _SENTENCE.fullmatch(part)]
    told = sentences[0] if sentences else "the query breaks off here, or shortly before"
    line, column = int(place[1]), int(place[2])
    lines = text.rstrip().split("\n")
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    return QueryTextError(told, line, column, text)
