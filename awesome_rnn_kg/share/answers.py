"""The answer to a question as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ask import formats
from ..ask.errors import UsageError
from ..ask.table import Table

if TYPE_CHECKING:
    from rdflib import Graph

_TABLES = {
    "csv": formats.csv,
    "tsv": formats.tsv,
    "json": formats.json,
    "xml": formats.xml,
    "markdown": formats.markdown,
    "bibtex": Table.to_bibtex,
}
_BOOLEANS = {"json": formats.json_boolean, "xml": formats.xml_boolean}
_GRAPHS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld"}

TABLE_FORMATS = ("table", *_TABLES)
GRAPH_FORMATS = tuple(_GRAPHS)


def answer_text(answer: Table | Graph | bool, form: str, width: int | None = None) -> str:
    """An answer in one of the formats; `table` is cut to a width, and gives triples as Turtle.

    UsageError where the format does not fit the answer.
    """
    if isinstance(answer, bool):
        if form == "bibtex" or form in _GRAPHS:
            raise UsageError(f"format {form}: the answer is yes or no; use table, json or xml")
        shown = _BOOLEANS.get(form)
        return shown(answer) if shown else f"{str(answer).lower()}\n"
    if isinstance(answer, Table):
        return _table_text(answer, form, width)
    return _graph_text(answer, form)


def _table_text(table: Table, form: str, width: int | None) -> str:
    if form == "table":
        return formats.text(table, width)
    if form not in _TABLES:
        raise UsageError(f"format {form}: the answer is a table; use {', '.join(TABLE_FORMATS)}")
    return _TABLES[form](table)


def _graph_text(graph: Graph, form: str) -> str:
    if form not in ("table", *_GRAPHS):
        raise UsageError(f"format {form}: the answer is triples; use {', '.join(GRAPH_FORMATS)}")
    text = graph.serialize(format=_GRAPHS.get(form, "turtle"))
    return "".join(sorted(text.splitlines(keepends=True))) if form == "ntriples" else text
