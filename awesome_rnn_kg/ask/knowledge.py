"""The facade: a graph that answers canned questions and free ones."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from awesome_rnn_kg.ask import labels, queryfile
from awesome_rnn_kg.ask.binding import bind
from awesome_rnn_kg.ask.engine import Answer, Engine, Oxigraph
from awesome_rnn_kg.ask.errors import AskError, UsageError
from awesome_rnn_kg.ask.guard import check
from awesome_rnn_kg.ask.queryfile import Parameter, QueryFile
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.prefixes import KINDS, PREFIXES
from awesome_rnn_kg.graph.terms import Triple, iri_of, literal

if TYPE_CHECKING:
    from inspect import Signature

    from rdflib import Dataset, Graph

    from awesome_rnn_kg.ask.why import Why

Cite = Callable[[Iterable[Triple], str], Iterable[str]]
"""Chunks of a bibliography of the works that triples tell of, in "bibtex" or "csljson"."""
Part = bytes | Path
"""N-Triples, or a file of them."""

_CITED = """
CONSTRUCT {{ ?thing ?property ?value }} WHERE {{
  VALUES ?work {{ {works} }}
  ?work a arnn:Resource ;
    (arnn:hasAuthorship|arnn:hasPublication|arnn:hasLink|arnn:venue|arnn:institution)?
    /(arnn:venue|arnn:agent)? ?thing .
  ?thing ?property ?value .
}}"""


class Knowledge:
    """A graph with its canned queries.

    `parts` is what the engine holds, by the name of its graph (`list`, `curated`, `inferred`); an
    endpoint has none. `folder` holds the query files; `home` is where the parts were read; `cite`
    writes bibliographies.
    """

    def __init__(
        self,
        engine: Engine,
        folder: Path,
        parts: Mapping[str, Part] | None = None,
        home: Path | None = None,
        cite: Cite | None = None,
    ) -> None:
        self.engine = engine
        self.queries = Queries(self, folder)
        self._parts = dict(parts or {})
        self._home = home
        self._cite = cite
        self._resolved: dict[tuple[str, str], str] = {}

    @classmethod
    def of(
        cls,
        parts: Mapping[str, Part],
        folder: Path,
        home: Path | None = None,
        cite: Cite | None = None,
    ) -> "Knowledge":
        """A graph in memory, asked through pyoxigraph as one default graph."""
        name = str(home or "the graph")
        return cls(Oxigraph(parts.values(), name), folder, parts, home, cite)

    def run(self, query: str | QueryFile, /, *, explain: object = False, **values: object) -> Table:
        """Answer a canned query, by name; values replace the defaults of its parameters.

        A value for a thing is its IRI, CURIE or label; several values are given as a list; None
        means any. UsageError says which names and values there are. With `explain`, an empty
        table says why it is empty.
        """
        canned = query if isinstance(query, QueryFile) else self.queries.file(query)
        return self._answered(self.text(canned, **values), canned.columns, explain=bool(explain))

    def text(self, query: str | QueryFile, /, **values: object) -> str:
        """The SPARQL text that `run` would put to the engine."""
        canned = query if isinstance(query, QueryFile) else self.queries.file(query)
        return bind(canned, values, self._resolve) if values else canned.text

    def query(self, text: str, *, explain: bool = False) -> "Table | Graph | bool":
        """Answer SPARQL text: a table for SELECT, a bool for ASK, an rdflib graph for the others.

        The prefixes of the graph need no declaration. QueryTextError says what is wrong. With
        `explain`, an empty table says why it is empty.
        """
        form = check(text, local=self.engine.local)
        if form == "SELECT":
            return self._answered(text, {}, explain=explain)
        if form == "ASK":
            return self.engine.ask(text)
        from awesome_rnn_kg.graph.rdflib_io import read_graph

        return read_graph([self.engine.construct(text)])

    def find(self, text: str) -> Table:
        """Things with all the words of the text in a label, the best match first.

        Case, accents and punctuation don't count. Columns: kind, label, iri.
        """
        wanted = labels.fold(text)
        best: dict[str, tuple[int, int, str]] = {}
        names: dict[str, str] = {}
        for entry in labels.labelled(self.engine, labels.FINDABLE):
            if entry.preferred:
                names[entry.thing] = entry.label
            score = _score(wanted, labels.fold(entry.label))
            if score is not None:
                rank = (score, _kind_order(entry.thing), labels.fold(entry.label))
                best[entry.thing] = min(rank, best.get(entry.thing, rank))
        found = sorted(best, key=lambda thing: (best[thing], thing))
        rows = ((literal(_kind(thing)), literal(names.get(thing, "")), thing) for thing in found)
        types = {"kind": "string", "label": "string", "iri": "iri"}
        return Table(Answer(tuple(types), tuple(rows)), types, self)

    def path(self, start: str, end: str) -> Table:
        """The shortest way between two people by works written together, one row a step.

        People are named by IRI, CURIE or label. Columns: step, person, work, coauthor; there are
        no rows where no way leads.
        """
        from awesome_rnn_kg.ask.path import COLUMNS, path

        return Table(path(self.engine, start, end), COLUMNS, self)

    def why(
        self,
        subject: str,
        predicate: str | None = None,
        object: str | None = None,  # noqa: A002
    ) -> "Why":
        """The lines, evidence and rules behind a triple, or behind all of a subject's.

        Things are named by IRI, CURIE or label. UsageError says what the graph holds instead.
        """
        from awesome_rnn_kg.ask.why import origins_of, why

        origins = origins_of(self._home) if self._home else None
        return why(self._local_parts(), origins, subject, predicate, object)

    @cached_property
    def graph(self) -> "Graph":
        """The asserted and inferred triples as an rdflib graph."""
        from awesome_rnn_kg.graph.rdflib_io import read_graph

        return read_graph(map(_bytes, self._local_parts().values()))

    @cached_property
    def dataset(self) -> "Dataset":
        """The named graphs as an rdflib dataset."""
        from awesome_rnn_kg.graph.rdflib_io import read_dataset

        parts = self._local_parts()
        return read_dataset(
            {PREFIXES["graph"] + name: _bytes(part) for name, part in parts.items()}
        )

    def _local_parts(self) -> dict[str, Part]:
        if not self._parts:
            raise AskError(
                "the graph is not in parts here; ask for triples with query('CONSTRUCT …')"
            )
        return self._parts

    def names(self, things: Iterable[str]) -> dict[str, str]:
        """The preferred labels of things (IRI terms), for those that have one."""
        # An endpoint isn't asked twice for what only decorates a table.
        return labels.names_of(self.engine, things) if self.engine.local else {}

    def bibliography(self, works: Iterable[str], form: str) -> str:
        """Works (IRI terms) in "bibtex" or "csljson"; UsageError if none can be cited."""
        text = self.engine.construct(_CITED.format(works=" ".join(works)))
        lines = (line.removesuffix(" .").split(" ", 2) for line in text.split("\n") if line)
        triples = [(subject, predicate, object_) for subject, predicate, object_ in lines]
        if self._cite is None or not triples:
            raise UsageError("there is no work to cite in this table")
        return "".join(self._cite(triples, form))

    def _resolve(self, parameter: Parameter, named: str) -> str:
        """As `labels.resolve`; the graph in memory is asked once for a thing."""
        key = parameter.class_, named
        found = self._resolved.get(key) or labels.resolve(self.engine, parameter, named)
        if self.engine.local:
            self._resolved[key] = found
        return found

    def _answered(self, text: str, types: Mapping[str, str], *, explain: bool) -> Table:
        answer = self.engine.select(text)
        if answer.rows or not explain:
            return Table(answer, types, self, query=text)
        from awesome_rnn_kg.ask.explain import why_empty

        return Table(answer, types, self, query=text, why_empty=why_empty(self.engine, text))


class Queries:
    """The canned queries: `queries.name(parameter=value)` answers one; `help` describes it."""

    def __init__(self, knowledge: Knowledge, folder: Path) -> None:
        self._knowledge = knowledge
        self._folder = folder
        self._files: dict[str, QueryFile] = {}

    def file(self, name: str) -> QueryFile:
        """What the file of one query says; it is read once. Hyphens stand for underscores."""
        name = name.replace("-", "_")
        if name not in self._files:
            self._files[name] = queryfile.load(self._folder, name)
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(queryfile.names(self._folder))

    def __len__(self) -> int:
        return len(queryfile.names(self._folder))

    def __dir__(self) -> list[str]:
        return list(self)

    def __getattr__(self, name: str) -> "Callable[..., Table]":
        if name.startswith("_") or name not in queryfile.names(self._folder):
            raise AttributeError(f"there is no query {name!r}; the queries are {', '.join(self)}")
        return self._function(self.file(name))

    def _function(self, canned: QueryFile) -> "Callable[..., Table]":
        signature = _signature(canned)

        def answer(*args: object, **values: object) -> Table:
            return self._knowledge.run(canned, **signature.bind(*args, **values).arguments)

        answer.__name__ = answer.__qualname__ = canned.name
        answer.__doc__ = _documentation(canned)
        answer.__signature__ = signature  # type: ignore[attr-defined]
        return answer


def _signature(canned: QueryFile) -> "Signature":
    from inspect import Parameter, Signature

    return Signature(
        [
            Parameter(
                name,
                Parameter.POSITIONAL_OR_KEYWORD,
                default=parameter.default[0] if len(parameter.default) == 1 else parameter.default,
            )
            for name, parameter in canned.parameters.items()
        ],
        return_annotation=Table,
    )


def _documentation(canned: QueryFile) -> str:
    lines = [f"{canned.title}.", "", canned.description, ""]
    lines += [
        f"{name} ({p.type}{', or None for any' if p.optional else ''}): {p.help}"
        for name, p in canned.parameters.items()
    ]
    columns = ", ".join(f"{name} ({type_})" for name, type_ in canned.columns.items())
    return "\n".join([*lines, f"Columns: {columns}."])


def _score(wanted: str, label: str) -> int | None:
    """How far a folded label is from the wanted one: 0 the same … 3 all words; None no match."""
    if not wanted or not all(word in label for word in wanted.split()):
        return None
    if label == wanted:
        return 0
    return 1 if label.startswith(wanted) else 2 if f" {wanted}" in label else 3


def _kind(thing: str) -> str:
    """`paper` of `<…/paper/show-and-tell>`."""
    return iri_of(thing).rpartition("/")[0].rpartition("/")[2]


def _kind_order(thing: str) -> int:
    kind = _kind(thing)
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _bytes(part: Part) -> bytes:
    return part if isinstance(part, bytes) else part.read_bytes()
