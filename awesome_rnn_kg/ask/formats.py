"""One function per form that a table is written in; each returns text."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from awesome_rnn_kg.graph.prefixes import compact
from awesome_rnn_kg.graph.terms import datatype_of, iri_of, is_iri, lang_of, text_of
from awesome_rnn_kg.graph.vocabulary import XSD

if TYPE_CHECKING:
    from awesome_rnn_kg.ask.engine import Cell
    from awesome_rnn_kg.ask.table import Table, Value

_SAFE_SCHEMES = ("http://", "https://", "mailto:")
_NARROWEST = 8
_HEADER = re.compile(r"\A\s*# /// query\n(?:#.*\n)*?# ///\n")
_XML_SPECIALS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
    | {
        chr(code): "\N{REPLACEMENT CHARACTER}"
        for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)
    }
)


# --- files


def csv(table: "Table") -> str:
    """Comma-separated values with a header row."""
    import csv as writers
    import io

    out = io.StringIO()
    writer = writers.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(value) for value in row] for row in table)
    return out.getvalue()


def tsv(table: "Table") -> str:
    """Tab-separated terms under `?name` headers; an empty cell is unbound."""
    lines = ["\t".join(f"?{name}" for name in table.columns)]
    lines += ["\t".join(cell or "" for cell in row) for row in table.terms]
    return "\n".join(lines) + "\n"


def json(table: "Table") -> str:
    """SPARQL 1.1 Query Results JSON."""
    from json import dumps

    bindings = [
        {
            name: _binding(cell)
            for name, cell in zip(table.columns, row, strict=True)
            if cell is not None
        }
        for row in table.terms
    ]
    document = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return dumps(document, ensure_ascii=False, indent=2) + "\n"


def json_boolean(truth: bool) -> str:
    """The answer to an ASK query in SPARQL 1.1 Query Results JSON."""
    return f'{{"head": {{}}, "boolean": {"true" if truth else "false"}}}\n'


def xml(table: "Table") -> str:
    """SPARQL Query Results XML."""
    names = "".join(f'    <variable name="{name}"/>\n' for name in table.columns)
    results = "".join(_xml_result(table.columns, row) for row in table.terms)
    return _xml_document(f"  <head>\n{names}  </head>\n  <results>\n{results}  </results>\n")


def xml_boolean(truth: bool) -> str:
    """The answer to an ASK query in SPARQL Query Results XML."""
    return _xml_document(f"  <head/>\n  <boolean>{'true' if truth else 'false'}</boolean>\n")


def _binding(cell: str) -> dict[str, str]:
    if cell.startswith("_:"):
        return {"type": "bnode", "value": cell[2:]}
    if is_iri(cell):
        return {"type": "uri", "value": iri_of(cell)}
    binding = {"type": "literal", "value": text_of(cell)}
    if lang_of(cell):
        return binding | {"xml:lang": lang_of(cell)}
    datatype = datatype_of(cell)
    return binding if datatype == XSD.string else binding | {"datatype": iri_of(datatype)}


def _xml_document(body: str) -> str:
    namespace = "http://www.w3.org/2005/sparql-results#"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{namespace}">\n{body}</sparql>\n'
    )


def _xml_result(columns: Iterable[str], row: "Iterable[Cell]") -> str:
    bindings = "".join(
        f'      <binding name="{name}">{_xml_term(_binding(cell))}</binding>\n'
        for name, cell in zip(columns, row, strict=True)
        if cell is not None
    )
    return f"    <result>\n{bindings}    </result>\n"


def _xml_term(binding: dict[str, str]) -> str:
    attribute = "".join(
        f' {name}="{escape(binding[name])}"' for name in ("datatype", "xml:lang") if name in binding
    )
    tag = binding["type"]
    return f"<{tag}{attribute}>{escape(binding['value'])}</{tag}>"


# --- pages


def escape(text: str) -> str:
    """Text for XML and HTML, in elements and in attributes; what XML can't hold becomes U+FFFD."""
    return text.translate(_XML_SPECIALS)


def html(table: "Table", most: int | None = None) -> str:
    """A table element with linked IRIs, numbers to the right, the count of rows and the query.

    It sets no colors, so that it is as light or as dark as its page.
    """
    shown = table if most is None else table.head(most)
    head = "".join(f"<th{_align(shown, name)}>{escape(name)}</th>" for name in shown.columns)
    labels = shown.labels
    body = "\n".join(f"<tr>{_html_row(shown, row, labels)}</tr>" for row in shown)
    return (
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
        f"<p>{escape(_count(table, most))}</p>\n{_html_query(table.query)}"
    )


def _html_query(text: str) -> str:
    """The query, folded; a canned one without its header."""
    if not text:
        return ""
    bare = _HEADER.sub("", text).strip()
    style = "text-align: left; white-space: pre-wrap"
    pre = f'<pre style="{style}">{escape(bare)}</pre>'
    return f"<details><summary>query</summary>{pre}</details>\n"


def markdown(table: "Table") -> str:
    """A pipe table, as GitHub reads it."""
    numeric = [_is_numeric(table, name) for name in table.columns]
    lines = [table.columns, tuple("---:" if right else "---" for right in numeric)]
    lines += [
        tuple(_markdown_cell(table, *pair) for pair in zip(table.columns, row, strict=True))
        for row in table
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _html_row(table: "Table", row: "tuple[Value, ...]", labels: Mapping[str, str]) -> str:
    # What the row says already is not said twice.
    unsaid = {thing: label for thing, label in labels.items() if label not in row}
    return "".join(
        f"<td{_align(table, name)}>{_html_cell(table, name, value, unsaid)}</td>"
        for name, value in zip(table.columns, row, strict=True)
    )


def _html_cell(table: "Table", name: str, value: "Value", labels: Mapping[str, str]) -> str:
    shown = labels.get(str(value)) or _shown(table, name, value)
    if not _is_link(table, name, value):
        return escape(shown)
    return f'<a href="{escape(str(value))}" rel="noopener">{escape(shown)}</a>'


def _markdown_cell(table: "Table", name: str, value: "Value") -> str:
    shown = " ".join(_shown(table, name, value).split())
    for special in "\\`*_[]<>|":
        shown = shown.replace(special, f"\\{special}")
    if not _is_link(table, name, value):
        return shown
    target = str(value)
    for char, code in {
        " ": "%20",
        "(": "%28",
        ")": "%29",
        "<": "%3C",
        ">": "%3E",
        "|": "%7C",
        "\\": "%5C",
    }.items():
        target = target.replace(char, code)
    return f"[{shown}]({target})"


def _align(table: "Table", name: str) -> str:
    return f' style="text-align: {"right" if _is_numeric(table, name) else "left"}"'


def _is_link(table: "Table", name: str, value: "Value") -> bool:
    linked = table.type_of(name) in ("iri", "uri")
    return linked and isinstance(value, str) and value.lower().startswith(_SAFE_SCHEMES)


# --- terminals


def text(table: "Table", width: int | None = None, most: int | None = None) -> str:
    """Aligned columns under their names; with a width, the widest columns are cut to fit it."""
    rows = [
        [_on_one_line(_shown(table, *pair)) for pair in zip(table.columns, row, strict=True)]
        for row in table.rows[:most]
    ]
    widths = [max(map(display_width, cells)) for cells in zip(table.columns, *rows, strict=True)]
    widths = _fitted(widths, width) if width is not None else widths
    right = [_is_numeric(table, name) for name in table.columns]
    lines = [_line(row, widths, right) for row in (table.columns, ["─" * w for w in widths], *rows)]
    if most is not None and not 0 < len(table) <= most:
        lines.append(_count(table, most))
    return "\n".join(lines) + "\n"


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _line(cells: Iterable[str], widths: Iterable[int], right: Iterable[bool]) -> str:
    padded = [_padded(*cell) for cell in zip(cells, widths, right, strict=True)]
    return "  ".join(padded).rstrip()


def _padded(text: str, width: int, right: bool) -> str:
    shown = _cut(text, width)
    blanks = " " * (width - display_width(shown))
    return blanks + shown if right else shown + blanks


def _cut(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    kept = text
    while display_width(kept) > width - 1:
        kept = kept[:-1]
    return kept + "…"


def _fitted(widths: list[int], total: int) -> list[int]:
    """Widths whose sum with the gaps is at most the total, the widest ones cut first."""
    widths = list(widths)
    while sum(widths) + 2 * (len(widths) - 1) > total and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _on_one_line(text: str) -> str:
    """The text without line ends and other characters that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)


# --- cells


def _shown(table: "Table", name: str, value: "Value") -> str:
    """A cell for a reader: an IRI of ours as a CURIE."""
    return _plain(short(value) if table.type_of(name) == "iri" else value)


def short(value: "Value") -> "Value":
    """The compact name of an IRI, where a prefix fits."""
    if not isinstance(value, str) or value.startswith("_:"):
        return value
    return compact(f"<{value}>") or value


def _plain(value: "Value") -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_numeric(table: "Table", name: str) -> bool:
    return table.type_of(name) in ("integer", "decimal")


def _count(table: "Table", most: int | None) -> str:
    total = f"{len(table)} row{'' if len(table) == 1 else 's'}"
    if table.why_empty:
        return f"{total}: {table.why_empty}"
    return f"first {most} of {total}" if most is not None and len(table) > most else total
