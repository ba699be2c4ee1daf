"""Tables: Python values, and every form that a table is written in."""

import builtins
import csv
import io
import json
import re
import sys
import time
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from xml.dom.minidom import parseString

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.ask.engine import Answer
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.formats import display_width, json_boolean, xml_boolean
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.terms import any_uri, boolean, decimal, integer, literal

PAPER = "<https://w3id.org/awesome-rnn-kg/paper/a>"
ANSWER = Answer(
    ("paper", "title", "year", "ratio", "open", "url"),
    (
        (
            PAPER,
            literal('A "b" <c> & d|e'),
            integer(2015),
            decimal("0.50"),
            boolean(True),
            any_uri("https://x.org/?a=1&b=(2)"),
        ),
        (
            None,
            literal("Größe\n\u6f22", lang="de"),
            None,
            None,
            None,
            any_uri("javascript:alert(1)"),
        ),
        ("_:b0", literal(""), integer(-1), decimal("2"), boolean(False), None),
    ),
)
TYPES = {
    "paper": "iri",
    "title": "string",
    "year": "integer",
    "ratio": "decimal",
    "open": "boolean",
    "url": "uri",
}


class Graph:
    """A graph that knows labels, and counts how often it is asked."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels
        self.asked = 0

    def names(self, things: Iterable[str]) -> dict[str, str]:
        self.asked += 1
        return {f"<{iri}>": label for iri, label in self.labels.items() if f"<{iri}>" in things}

    def bibliography(self, works: Iterable[str], form: str) -> str:
        return f"{form}: {' '.join(works)}"


LABELS = {"https://w3id.org/awesome-rnn-kg/paper/a": "A & B"}
QUERY = "# /// query\n# title = 'A'\n# ///\nSELECT * { ?paper a <b> }\n"
TABLE = Table(ANSWER, TYPES, Graph(LABELS), query=QUERY)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_rows_are_python_values() -> None:
    assert TABLE.rows == (
        (PAPER[1:-1], 'A "b" <c> & d|e', 2015, Decimal("0.50"), True, "https://x.org/?a=1&b=(2)"),
        (None, "Größe\n\u6f22", None, None, None, "javascript:alert(1)"),
        ("_:b0", "", -1, Decimal(2), False, None),
    )
    assert list(TABLE) == list(TABLE.rows)
    assert len(TABLE) == 3
    assert TABLE.column("year") == (2015, None, -1)


def test_a_table_is_a_value() -> None:
    same = Table(ANSWER)
    assert (TABLE, hash(TABLE)) == (same, hash(same))
    assert Table(Answer(ANSWER.columns, ())) != TABLE
    with pytest.raises(AttributeError):
        TABLE.rows = ()  # type: ignore[misc]
    TABLE.labels.clear()
    assert TABLE.labels


def test_types_come_from_the_cells_where_none_are_declared() -> None:
    free = Table(ANSWER)
    assert [free.type_of(column) for column in free.columns] == [
        "string", "string", "integer", "decimal", "boolean", "uri",
    ]  # fmt: skip
    assert free.iri_columns == ()
    assert Table(Answer(("a",), ((PAPER,), (None,)))).iri_columns == ("a",)
    assert Table(Answer(("a",), ())).iri_columns == ()


def test_data_frame_has_real_integers() -> None:
    frame = TABLE.df()
    kinds = {name: str(frame[name].dtype) for name in ("year", "ratio", "open")}
    assert kinds == {"year": "Int64", "ratio": "float64", "open": "boolean"}
    assert frame["year"].sum() == 2014
    full = Table(Answer(("n",), ((integer(1),), (integer(2),))), {"n": "integer"}).df()
    assert str(full["n"].dtype) == "int64"
    assert str(Table(Answer(("n",), ()), {"n": "integer"}).df()["n"].dtype) == "int64"


def test_data_frame_has_compact_names_with_labels_beside() -> None:
    frame = TABLE.df()
    assert list(frame.columns) == ["paper", "paper_label", *TABLE.columns[1:]]
    assert list(frame["paper"].fillna("")) == ["paper:a", "", "_:b0"]
    assert list(frame["paper_label"]) == ["A & B", None, None]
    assert list(Table(ANSWER).df().columns) == list(TABLE.columns)
    assert TABLE.df(full=True)["paper"][0] == PAPER[1:-1]


def test_data_frame_repeats_no_label_that_its_rows_show() -> None:
    answer = Answer(("paper", "title"), ((PAPER, literal("A & B")),))
    assert list(Table(answer, answerer=Graph(LABELS)).df().columns) == ["paper", "title"]


def test_labels_are_looked_up_when_somebody_looks() -> None:
    graph = Graph(LABELS)
    table = Table(ANSWER, TYPES, graph)
    assert (table.rows, table.to_csv(), table.to_text(), graph.asked) == (
        TABLE.rows, TABLE.to_csv(), TABLE.to_text(), 0,
    )  # fmt: skip
    assert (table.labels, table.labels, graph.asked) == (LABELS, LABELS, 1)


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r'pip install "awesome-rnn-kg\[pandas\]"'):
        TABLE.df()


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(TABLE.to_csv(), newline="")))
    assert rows[0] == list(TABLE.columns)
    assert rows[2] == ["", "Größe\n\u6f22", "", "", "", "javascript:alert(1)"]
    assert rows[1][3:5] == ["0.50", "true"]
    assert "\r" not in TABLE.to_csv()


@pytest.mark.parametrize("form", ["to_json", "to_xml", "to_tsv"])
def test_sparql_results_read_back(form: str) -> None:
    formats = {
        "to_json": pyoxigraph.QueryResultsFormat.JSON,
        "to_xml": pyoxigraph.QueryResultsFormat.XML,
        "to_tsv": pyoxigraph.QueryResultsFormat.TSV,
    }
    results: Any = pyoxigraph.parse_query_results(getattr(TABLE, form)(), formats[form])
    assert tuple(variable.value for variable in results.variables) == TABLE.columns
    assert [[term and str(term) for term in row] for row in results] == [
        list(row) for row in TABLE.terms
    ]


@pytest.mark.parametrize("truth", [True, False])
def test_truth_reads_back(truth: bool) -> None:
    for text, form in (
        (json_boolean(truth), pyoxigraph.QueryResultsFormat.JSON),
        (xml_boolean(truth), pyoxigraph.QueryResultsFormat.XML),
    ):
        assert bool(pyoxigraph.parse_query_results(text, form)) is truth


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_any_text_survives_json_and_tsv(texts: list[str]) -> None:
    table = Table(Answer(("text",), tuple((literal(text),) for text in texts)))
    bindings = json.loads(table.to_json())["results"]["bindings"]
    assert [binding["text"] for binding in bindings] == [
        {"type": "literal", "value": text} for text in texts
    ]
    assert table.to_tsv().count("\n") == len(texts) + 1


@given(TEXT, TEXT)
def test_any_text_is_escaped_in_xml_and_html(text: str, label: str) -> None:
    iri = "https://example.org/x"
    table = Table(Answer(("a", "b"), ((literal(text), f"<{iri}>"),)), answerer=Graph({iri: label}))
    parseString(table.to_xml())  # noqa: S318 - our own output
    page = parseString(f"<div>{table.to_html()}</div>")  # noqa: S318 - our own output
    assert len(page.getElementsByTagName("td")) == 2
    assert len(page.getElementsByTagName("a")) == 1


def test_html_links_what_is_safe() -> None:
    page = TABLE._repr_html_()
    assert '<a href="https://w3id.org/awesome-rnn-kg/paper/a" rel="noopener">A &amp; B</a>' in page
    assert '<a href="https://x.org/?a=1&amp;b=(2)" rel="noopener">' in page
    assert '<td style="text-align: left">javascript:alert(1)</td>' in page
    assert '<td style="text-align: right">2015</td>' in page
    assert "<p>3 rows</p>" in page


def test_html_links_the_urls_of_a_free_question() -> None:
    page = Table(Answer(("url",), ((any_uri("https://x.org/"),),))).to_html()
    assert '<a href="https://x.org/" rel="noopener">https://x.org/</a>' in page


def test_html_folds_the_query_without_its_header() -> None:
    page = TABLE._repr_html_()
    folded = page[page.index("<details>") :]
    assert "<summary>query</summary>" in folded
    assert ">SELECT * { ?paper a &lt;b&gt; }</pre>" in folded
    assert "title" not in folded
    assert "<details>" not in Table(ANSWER).to_html()


def test_html_leaves_colors_to_the_page() -> None:
    styles = set(re.findall(r'style="([^"]*)"', TABLE._repr_html_()))
    names = {part.partition(":")[0].strip() for style in styles for part in style.split(";")}
    assert names == {"text-align", "white-space"}


def test_an_empty_table_says_why() -> None:
    empty = Table(Answer(("n",), ()), why_empty="line 2: nothing matches")
    assert repr(empty).endswith("\n0 rows: line 2: nothing matches")
    assert "<p>0 rows: line 2: nothing matches</p>" in empty._repr_html_()
    assert repr(Table(Answer(("n",), ()))).endswith("\n0 rows")


def test_things_go_to_the_bibliography_once_and_in_order() -> None:
    other = "<https://w3id.org/awesome-rnn-kg/paper/b>"
    rows = ((other, PAPER), (PAPER, None), (None, literal("c")))
    table = Table(Answer(("work", "cited"), rows), answerer=Graph(LABELS))
    assert table.to_bibtex() == f"bibtex: {other} {PAPER}"
    assert table.to_csl() == f"csljson: {other} {PAPER}"
    with pytest.raises(UsageError, match="without its graph"):
        Table(Answer(("work",), ((PAPER,),))).to_bibtex()


def test_a_long_table_is_written_in_linear_time() -> None:
    rows = tuple((PAPER, integer(number)) for number in range(20_000))
    began = time.perf_counter()
    str(Table(Answer(("a", "n"), rows)))
    assert time.perf_counter() - began < 10


def test_the_first_rows_keep_their_types() -> None:
    mixed = Table(Answer(("a",), ((PAPER,), (literal("b"),))))
    assert (mixed.type_of("a"), mixed.head(1).type_of("a")) == ("string", "string")
    assert mixed.head(1).terms == ((PAPER,),)


def test_html_of_a_long_table_is_cut() -> None:
    long = Table(Answer(("n",), tuple((integer(i),) for i in range(30))))
    assert long._repr_html_().count("<tr>") == 21
    assert "<p>first 20 of 30 rows</p>" in long._repr_html_()
    assert repr(long).endswith("first 20 of 30 rows")
    assert str(long).count("\n") == 31


def test_a_label_that_the_row_shows_already_is_not_repeated() -> None:
    row = Table(Answer(("paper", "title"), ((PAPER, literal("A & B")),)), answerer=Graph(LABELS))
    assert ">paper:a</a>" in row.to_html()


def test_markdown_is_one_line_a_row() -> None:
    assert TABLE.to_markdown() == (
        "| paper | title | year | ratio | open | url |\n"
        "| --- | --- | ---: | ---: | --- | --- |\n"
        '| [paper:a](https://w3id.org/awesome-rnn-kg/paper/a) | A "b" \\<c\\> & d\\|e | 2015 | 0.50'
        " | true | [https://x.org/?a=1&b=(2)](https://x.org/?a=1&b=%282%29) |\n"
        "|  | Größe \u6f22 |  |  |  | javascript:alert(1) |\n"
        "| \\_:b0 |  | -1 | 2 | false |  |\n"
    )


def test_text_is_aligned_and_whole() -> None:
    assert str(TABLE).splitlines() == [
        "paper    title            year  ratio  open   url",
        "───────  ───────────────  ────  ─────  ─────  ────────────────────────",
        'paper:a  A "b" <c> & d|e  2015   0.50  true   https://x.org/?a=1&b=(2)',
        "         Größe \u6f22" + 29 * " " + "javascript:alert(1)",
        "_:b0                        -1      2  false",
    ]


@pytest.mark.parametrize("width", [60, 69, 70, 200])
def test_text_fits_a_width(width: int) -> None:
    lines = TABLE.to_text(width).splitlines()
    assert all(display_width(line) <= width for line in lines)
    assert ("…" in TABLE.to_text(width)) == (width < 70)


def test_a_prompt_shows_what_fits_its_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, repr(TABLE).splitlines())) > 60
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert max(map(len, repr(TABLE).splitlines())) <= 60
    assert max(map(len, str(TABLE).splitlines())) > 60


def test_control_characters_do_not_reach_a_terminal() -> None:
    table = Table(Answer(("a",), ((literal("\x1b[31mred\u202e\x07"),),)))
    assert str(table).splitlines()[-1] == " [31mred"


def test_nothing_is_imported_for_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "__import__", None)
    assert Table(Answer(("n",), ((integer(1),),))).rows == ((1,),)
