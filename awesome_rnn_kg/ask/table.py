"""The answer to a question as a table of plain Python values."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from awesome_rnn_kg.ask.engine import Answer, Cell
from awesome_rnn_kg.graph.terms import python_value

if TYPE_CHECKING:
    from decimal import Decimal

    from matplotlib.figure import Figure
    from pandas import DataFrame

    Value = int | Decimal | float | bool | str | None
    """int, Decimal, float and bool for those datatypes, str for IRIs and text, None for unbound."""

SHOWN_ROWS = 20
"""How many rows a notebook or a Python prompt shows."""


class Table:
    """An immutable table: columns by name, rows as tuples of Python values.

    `types` gives the declared types of columns; `labels` the preferred labels of things, by IRI.
    `terms` are the cells as N-Triples terms, which keep datatypes and languages.
    """

    __slots__ = ("_answer", "_labels", "_rows", "_types", "_why_empty")

    def __init__(
        self,
        answer: Answer,
        types: Mapping[str, str] | None = None,
        labels: Mapping[str, str] | None = None,
        why_empty: str = "",
    ) -> None:
        self._answer = answer
        self._types = dict(types or {})
        self._labels = dict(labels or {})
        self._why_empty = why_empty
        self._rows = tuple(tuple(map(_value, row)) for row in answer.rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return self._answer.columns

    @property
    def rows(self) -> "tuple[tuple[Value, ...], ...]":
        """The rows, in the order of the answer."""
        return self._rows

    @property
    def terms(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows as N-Triples terms; None where a cell is empty."""
        return self._answer.rows

    @property
    def why_empty(self) -> str:
        """Which pattern of the query left no row, where that was asked for; else empty."""
        return self._why_empty

    @property
    def labels(self) -> dict[str, str]:
        """The preferred labels that are known of IRIs in the table."""
        return dict(self._labels)

    @property
    def iri_columns(self) -> tuple[str, ...]:
        """The columns that hold IRIs and nothing else."""
        return tuple(
            name
            for name, cells in zip(self.columns, self._transposed(), strict=True)
            if self._types.get(name, "iri" if _all_iris(cells) else "") == "iri"
        )

    def type_of(self, column: str) -> str:
        """The type of a column: as declared, or as all its cells have it, else `string`."""
        if column in self._types:
            return self._types[column]
        if column in self.iri_columns:
            return "iri"
        kinds = {type(value).__name__ for value in self.column(column) if value is not None}
        names = {"int": "integer", "bool": "boolean", "Decimal": "decimal", "float": "decimal"}
        return names.get(kinds.pop(), "string") if len(kinds) == 1 else "string"

    def column(self, name: str) -> "tuple[Value, ...]":
        """The values of one column; ValueError if there is none of that name."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self._rows)

    def _transposed(self) -> "list[tuple[Cell, ...]]":
        return [tuple(row[i] for row in self.terms) for i in range(len(self.columns))]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> "Iterator[tuple[Value, ...]]":
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._answer == other._answer

    def __hash__(self) -> int:
        return hash(self._answer)

    def df(self, *, labels: bool = False) -> "DataFrame":
        """A pandas DataFrame; integer columns are int64, or Int64 where cells are empty.

        With `labels`, a column `NAME_label` follows each column of IRIs whose labels are known.
        """
        try:
            import pandas as pd
        except ImportError:
            raise ImportError(
                'a DataFrame needs pandas: pip install "awesome-rnn-kg[pandas]"'
            ) from None
        frame = pd.DataFrame(list(self._rows), columns=list(self.columns))
        for name in self.columns:
            empty = None in self.column(name)
            if self.type_of(name) == "integer":
                frame[name] = frame[name].astype("Int64" if empty else "int64")
            elif self.type_of(name) == "boolean":
                frame[name] = frame[name].astype("boolean" if empty else "bool")
        for name in self.iri_columns if labels else ():
            if any(str(value) in self._labels for value in self.column(name)):
                known = [self._labels.get(str(value)) for value in self.column(name)]
                place = list(frame.columns).index(name) + 1
                frame.insert(place, f"{name}_label", pd.Series(known, dtype=object))
        return frame

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

    def to_html(self, most: int | None = None) -> str:
        """An HTML table of the first `most` rows (default: all) and their count."""
        from awesome_rnn_kg.ask import formats

        return formats.html(self, most)

    def to_text(self, width: int | None = None, most: int | None = None) -> str:
        """Aligned columns, IRIs as CURIEs; cells are cut only to fit a given width of columns."""
        from awesome_rnn_kg.ask import formats

        return formats.text(self, width, most)

    def __str__(self) -> str:
        return self.to_text().rstrip("\n")

    def __repr__(self) -> str:
        return self.to_text(most=SHOWN_ROWS).rstrip("\n")

    def _repr_html_(self) -> str:
        return self.to_html(most=SHOWN_ROWS)


def _value(cell: Cell) -> "Value":
    if cell is None:
        return None
    return python_value(cell) if cell[0] in '<"' and not cell.startswith("<<") else cell


def _all_iris(cells: tuple[Cell, ...]) -> bool:
    bound = [cell for cell in cells if cell is not None]
    return bool(bound) and all(cell[0] == "<" for cell in bound)
