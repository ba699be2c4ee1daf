"""The answer to a question as a table of plain Python values."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from awesome_rnn_kg.ask.engine import Answer, Cell
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.graph.terms import iri_of, python_value
from awesome_rnn_kg.graph.vocabulary import XSD

if TYPE_CHECKING:
    from decimal import Decimal

    from matplotlib.figure import Figure
    from pandas import DataFrame, Series

    Value = int | Decimal | float | bool | str | None
    """int, Decimal, float and bool for those datatypes, str for IRIs and text, None for unbound."""

SHOWN_ROWS = 20
"""How many rows a notebook or a Python prompt shows."""

_DTYPES = {
    "integer": ("int64", "Int64"),
    "boolean": ("bool", "boolean"),
    "decimal": ("float64",) * 2,
}
_ANY_URI = f"^^{XSD.anyURI}"
_KINDS = {"int": "integer", "bool": "boolean", "Decimal": "decimal", "float": "decimal"}


class Answerer(Protocol):
    """The graph that a table comes from, asked only for what a reader wants to see."""

    def names(self, things: Iterable[str]) -> Mapping[str, str]:
        """The preferred labels of things (IRI terms), for those that have one."""
        ...

    def bibliography(self, works: Iterable[str], form: str) -> str:
        """Works (IRI terms) in "bibtex" or "csljson"; UsageError if none can be cited."""
        ...


class Table:
    """An immutable table: columns by name, rows as tuples of Python values.

    `types` gives the declared types of columns, `query` the text that was asked, `answerer` what
    it was put to. `terms` are the cells as N-Triples terms, which keep datatypes and languages.
    """

    __slots__ = (
        "_answer",
        "_answerer",
        "_declared",
        "_labels",
        "_query",
        "_rows",
        "_types",
        "_why_empty",
    )

    def __init__(
        self,
        answer: Answer,
        types: Mapping[str, str] | None = None,
        answerer: Answerer | None = None,
        *,
        query: str = "",
        why_empty: str = "",
    ) -> None:
        self._answer = answer
        self._answerer = answerer
        self._declared = types or {}
        self._query = query
        self._why_empty = why_empty
        # These are worked out when somebody looks: many answers go on to where nobody does.
        self._types: dict[str, str] | None = None
        self._rows: tuple[tuple[Value, ...], ...] | None = None
        self._labels: dict[str, str] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return self._answer.columns

    @property
    def rows(self) -> "tuple[tuple[Value, ...], ...]":
        """The rows, in the order of the answer."""
        if self._rows is None:
            self._rows = tuple(tuple(map(_value, row)) for row in self.terms)
        return self._rows

    @property
    def terms(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows as N-Triples terms; None where a cell is empty."""
        return self._answer.rows

    @property
    def query(self) -> str:
        """The text that was asked; empty where the table answers no query."""
        return self._query

    @property
    def why_empty(self) -> str:
        """Which pattern of the query left no row, where that was asked for; else empty."""
        return self._why_empty

    @property
    def labels(self) -> dict[str, str]:
        """The preferred labels that are known of IRIs in the table."""
        if self._labels is None:
            things = sorted({cell for row in self.terms for cell in row if cell and cell[0] == "<"})
            named = self._answerer.names(things) if self._answerer and things else {}
            self._labels = {iri_of(thing): label for thing, label in named.items()}
        return dict(self._labels)

    def type_of(self, column: str) -> str:
        """The type of a column: as declared, or as all its cells have it, else `string`."""
        if self._types is None:
            columns = zip(self.columns, self._transposed(), strict=True)
            self._types = {name: self._declared.get(name) or _type(c) for name, c in columns}
        return self._types[column]

    @property
    def iri_columns(self) -> tuple[str, ...]:
        """The columns that hold IRIs and nothing else."""
        return tuple(name for name in self.columns if self.type_of(name) == "iri")

    def column(self, name: str) -> "tuple[Value, ...]":
        """The values of one column; ValueError if there is none of that name."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def head(self, most: int) -> "Table":
        """The first rows, as a table of the same types."""
        types = {name: self.type_of(name) for name in self.columns}
        rows = Answer(self.columns, self.terms[:most])
        return Table(rows, types, self._answerer, query=self.query, why_empty=self.why_empty)

    def _transposed(self) -> "list[tuple[Cell, ...]]":
        return [tuple(row[i] for row in self.terms) for i in range(len(self.columns))]

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> "Iterator[tuple[Value, ...]]":
        return iter(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._answer == other._answer

    def __hash__(self) -> int:
        return hash(self._answer)

    def df(self, *, full: bool = False) -> "DataFrame":
        """A pandas DataFrame with real integers: int64, or Int64 where cells are empty.

        IRIs are compact names such as `paper:show-and-tell`, or whole if `full`. A column
        `NAME_label` follows a column of things, unless the rows show what they are called.
        """
        try:
            import pandas as pd
        except ImportError:
            raise ImportError(
                'a DataFrame needs pandas: pip install "awesome-rnn-kg[pandas]"'
            ) from None
        columns: dict[str, Series[Any]] = {}
        for name in self.columns:
            columns[name] = pd.Series(self._cells(name, full), dtype=self._dtype(name))
            called = self._called(name) if name in self.iri_columns else []
            if any(called):
                columns[f"{name}_label"] = pd.Series(called, dtype=object)
        return pd.DataFrame(columns)

    def _cells(self, name: str, full: bool) -> "list[Value]":
        """The values of a column as a DataFrame holds them."""
        kind, values = self.type_of(name), self.column(name)
        if kind == "iri" and not full:
            from awesome_rnn_kg.ask.formats import short

            return [short(value) for value in values]
        if kind == "decimal":
            return [None if value is None else float(value) for value in values]
        return list(values)

    def _dtype(self, name: str) -> str | None:
        whole, sparse = _DTYPES.get(self.type_of(name), (None, None))
        return sparse if None in self.column(name) else whole

    def _called(self, name: str) -> list[str | None]:
        """What the things of a column are called, where their rows don't say it."""
        labels = self.labels
        found = [labels.get(str(value)) for value in self.column(name)]
        said = all(label is None or label in row for label, row in zip(found, self, strict=True))
        return [] if said else found

    def plot(self, kind: str = "") -> "Figure":
        """A matplotlib figure of counts: "bars", "matrix" or "network"; by default what fits.

        UsageError says what the table lacks for it; ImportError names the extra to install.
        """
        from awesome_rnn_kg.ask import plot

        return plot.figure(self, kind)

    def to_csv(self) -> str:
        """Comma-separated values with a header row, IRIs in full; lines end in LF."""
        from awesome_rnn_kg.ask import formats

        return formats.csv(self)

    def to_tsv(self) -> str:
        """SPARQL 1.1 Query Results TSV: cells are terms, so that nothing is lost."""
        from awesome_rnn_kg.ask import formats

        return formats.tsv(self)

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON."""
        from awesome_rnn_kg.ask import formats

        return formats.json(self)

    def to_xml(self) -> str:
        """SPARQL Query Results XML."""
        from awesome_rnn_kg.ask import formats

        return formats.xml(self)

    def to_markdown(self) -> str:
        """A Markdown table; IRIs and URLs are links."""
        from awesome_rnn_kg.ask import formats

        return formats.markdown(self)

    def to_bibtex(self) -> str:
        """A .bib file of the works in the table; UsageError if none can be cited."""
        return self._bibliography("bibtex")

    def to_csl(self) -> str:
        """CSL-JSON of the works in the table, with the keys of `to_bibtex` as ids."""
        return self._bibliography("csljson")

    def _bibliography(self, form: str) -> str:
        if self._answerer is None:
            raise UsageError("a table without its graph has no works to cite")
        things = {cell: None for row in self.terms for cell in row if cell and cell[0] == "<"}
        return self._answerer.bibliography(things, form)

    def to_html(self, most: int | None = None) -> str:
        """An HTML table of the first `most` rows (default: all), their count, and the query."""
        from awesome_rnn_kg.ask import formats

        return formats.html(self, most)

    def to_text(self, width: int | None = None, most: int | None = None) -> str:
        """Aligned columns, IRIs as CURIEs; cells are cut only to fit a given width of columns."""
        from awesome_rnn_kg.ask import formats

        return formats.text(self, width, most)

    def __str__(self) -> str:
        return self.to_text().rstrip("\n")

    def __repr__(self) -> str:
        return self.to_text(_terminal_width(), SHOWN_ROWS).rstrip("\n")

    def _repr_html_(self) -> str:
        return self.to_html(most=SHOWN_ROWS)


def _terminal_width() -> int | None:
    import shutil
    import sys

    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if on_terminal else None


def _value(cell: Cell) -> "Value":
    if cell is None or cell[0] not in '<"' or cell.startswith("<<"):
        return cell
    # Most cells are IRIs and plain strings, which need no more than their marks taken off.
    if cell[0] == "<" or (cell[-1] == '"' and "\\" not in cell):
        return cell[1:-1]
    return _literal_value(cell)


_literal_value = lru_cache(maxsize=4096)(python_value)


def _type(cells: tuple[Cell, ...]) -> str:
    bound = [cell for cell in cells if cell is not None]
    if bound and all(cell[0] == "<" for cell in bound):
        return "iri"
    if bound and all(cell.endswith(_ANY_URI) for cell in bound):
        return "uri"
    kinds = {type(_value(cell)).__name__ for cell in bound}
    return _KINDS.get(kinds.pop(), "string") if len(kinds) == 1 else "string"
