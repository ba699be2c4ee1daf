"""Magics for IPython and Jupyter, which ask the packaged graph or one of your own.

    %%sparql [--on graph] [name]                      SPARQL below it; the answer is kept under name
    %kg [--on graph] query-name [--parameter value]…  a canned query; --help describes it
    %kg                                               lists the canned queries

`graph` is a variable with what `load`, `connect` and the like return.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from inspect import getdoc
from typing import TYPE_CHECKING

from ..ask.errors import AskError, UsageError
from ..ask.knowledge import Knowledge
from ..ask.table import Table
from ..graph.prefixes import KINDS, PREFIXES, compact
from ..graph.vocabulary import Vocabulary

try:
    from IPython.core.completer import (
        CompletionContext,
        SimpleCompletion,
        SimpleMatcherResult,
        context_matcher,
    )
except ImportError:
    raise ImportError('the magics need IPython: pip install "awesome-rnn-kg[notebook]"') from None

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell
    from rdflib import Graph

_MATCHER = "awesome_rnn_kg"
_KG_LINE = re.compile(r"\s*(?:[\w.]+\s*=\s*)?%kg\s+(?P<words>.*)", re.DOTALL)
_TERM = re.compile(r"[A-Za-z][\w.-]*(?::[\w.-]*)?$")
_MOST_COMPLETIONS = 200


class Told(Exception):  # noqa: N818  a message is all that it is
    """An error that a notebook shows as its message, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def register(shell: InteractiveShell, load: Callable[[], Knowledge]) -> None:
    """Give a shell the magics and their completion; the graph is loaded when it is needed."""
    asking = _Asking(shell, load)
    shell.register_magic_function(asking.sparql, "cell", "sparql")  # type: ignore[arg-type]
    shell.register_magic_function(asking.kg, "line", "kg")  # type: ignore[arg-type]

    @context_matcher(identifier=_MATCHER)  # type: ignore[untyped-decorator]
    def complete(context: CompletionContext) -> SimpleMatcherResult:
        return _completions(asking, context)

    matchers = shell.Completer.custom_matchers
    others = [m for m in matchers if getattr(m, "matcher_identifier", "") != _MATCHER]
    matchers[:] = [*others, complete]


class _Asking:
    """What the magics do, for one shell."""

    def __init__(self, shell: InteractiveShell, load: Callable[[], Knowledge]) -> None:
        self._shell = shell
        self._load = load
        self._things: dict[str, list[str]] = {}

    @cached_property
    def knowledge(self) -> Knowledge:
        """The graph that is asked unless another is named."""
        return self._load()

    def sparql(self, line: str, cell: str) -> Table | Graph | bool:
        """Answer the SPARQL text of a cell; `%%sparql name` keeps the answer under a name."""
        with _told():
            graph, words = self._graph(_words(line))
            if len(words) > 1 or not all(map(str.isidentifier, words)):
                raise UsageError(f"expected one Python name after %%sparql, found {line.strip()!r}")
            answer = graph.query(cell)
        self._shell.user_ns.update(dict.fromkeys(words, answer))
        return answer

    def kg(self, line: str) -> Table | None:
        """Answer a canned query: `%kg query-name --parameter value`; `%kg` lists them."""
        with _told():
            graph, words = self._graph(_words(line))
            if not words:
                print(*_listed(graph), sep="\n")
                return None
            name, *options = words
            canned = graph.queries.file(name)
            if "--help" in options:
                print(getdoc(getattr(graph.queries, canned.name)))
                return None
            return graph.run(canned, **_values(options, canned.parameters))

    def _graph(self, words: list[str]) -> tuple[Knowledge, list[str]]:
        """The graph to ask, and the words after `--on graph`."""
        if words[:1] != ["--on"]:
            return self.knowledge, words
        found = self._shell.user_ns.get(" ".join(words[1:2]))
        if not isinstance(found, Knowledge):
            raise UsageError("--on: expected a variable with a graph, such as g = kg.load(…)")
        return found, words[2:]

    def things(self, prefix: str) -> list[str]:
        """The compact names of the graph's things of one kind, sorted."""
        if prefix not in self._things:
            text = (
                "SELECT DISTINCT ?thing WHERE { ?thing a ?class "
                f'FILTER(STRSTARTS(STR(?thing), "{PREFIXES[prefix]}")) }}'
            )
            rows = self.knowledge.engine.select(text).rows
            self._things[prefix] = sorted(filter(None, (compact(str(row[0])) for row in rows)))
        return self._things[prefix]


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong inside is told in one message."""
    try:
        yield
    except AskError as error:
        raise Told(str(error)) from None


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as error:
        raise UsageError(f"{line.strip()}: {error}") from None


def _listed(graph: Knowledge) -> Iterator[str]:
    width = max(map(len, graph.queries))
    return (f"{name:{width}}  {graph.queries.file(name).title}" for name in graph.queries)


def _values(words: list[str], known: Iterable[str]) -> dict[str, object]:
    """The values of `--parameter value` and `--parameter=value`; a repeated one has several."""
    values: dict[str, list[str]] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if not name.startswith("--"):
            options = ", ".join(f"--{parameter}" for parameter in known) or "none"
            raise UsageError(f"expected an option, found {word!r}; the options are {options}")
        given = value if equals else next(rest, None)
        if given is None:
            raise UsageError(f"{name} has no value")
        values.setdefault(name[2:].replace("-", "_"), []).append(given)
    return {name: found[0] if len(found) == 1 else found for name, found in values.items()}


# --- completion


def _completions(asking: _Asking, context: CompletionContext) -> SimpleMatcherResult:
    """What fits before the cursor in a `%%sparql` cell or a `%kg` line."""
    before = context.full_text.split("\n")[context.cursor_line][: context.cursor_position]
    line = _KG_LINE.match(before)
    if line is not None:
        fragment, found = _in_kg(asking, line["words"])
    elif context.full_text.lstrip().startswith("%%sparql") and context.cursor_line:
        fragment = _fragment(_TERM, before)
        found = _terms(asking, fragment) if fragment else []
    else:
        fragment, found = "", []
    matching = [name for name in found if name.startswith(fragment)][:_MOST_COMPLETIONS]
    return {
        "completions": [SimpleCompletion(name) for name in matching],
        "matched_fragment": fragment,
        "suppress": bool(matching),
    }


def _in_kg(asking: _Asking, words: str) -> tuple[str, Iterable[str]]:
    """The word before the cursor, and what may stand in its place."""
    *said, fragment = re.split(r"[\s=]+", words)
    queries = asking.knowledge.queries
    if not said:
        return fragment, queries
    name = said[0].replace("-", "_")
    if fragment.startswith("-") and name in queries:
        return fragment, [f"--{parameter}" for parameter in queries.file(name).parameters]
    return fragment, _terms(asking, fragment) if fragment else []


def _terms(asking: _Asking, fragment: str) -> Iterable[str]:
    """The names of a prefix, or the prefixes."""
    prefix, colon, _ = fragment.partition(":")
    if not colon:
        return [f"{name}:" for name in PREFIXES]
    return asking.things(prefix) if prefix in KINDS else sorted(_vocabulary())


def _vocabulary() -> Iterator[str]:
    for vocabulary in Vocabulary.__subclasses__():
        for name in vocabulary.__annotations__:
            yield compact(getattr(vocabulary, name)) or ""


def _fragment(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""
