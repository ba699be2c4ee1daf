"""The packaged queries: the same answers from both engines, and the right ones.

A golden answer is a file `golden/NAME.tsv`, or `golden/NAME--ANYTHING.tsv` with a first line
`# parameter = value` (TOML): a line of column names, then one line a row; IRIs are CURIEs, and an
unbound cell is empty. Answers are worked out by hand, never copied from a run.
"""

import tomllib
from pathlib import Path
from time import perf_counter

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import queryfile
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.labels import shown
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.terms import is_iri, python_value

NAMES = queryfile.names(resources.path("queries"))
HERE = Path(__file__).parent
PYTHON_TYPES = {"iri": "str", "string": "str", "uri": "str", "integer": "int", "boolean": "bool"}


def as_lines(table: Table) -> list[str]:
    """The table in the form of a golden answer."""
    cells = [
        [shown(cell) if is_iri(cell) else str(python_value(cell)) if cell else "" for cell in row]
        for row in ([cell or '""' for cell in row] for row in table.terms)
    ]
    return ["\t".join(row) for row in [list(table.columns), *cells]]


def golden(path: Path) -> tuple[str, dict[str, object], list[str]]:
    """The query, the parameters and the lines of a golden answer."""
    lines = path.read_text("utf-8").splitlines()
    name, _, variant = path.stem.partition("--")
    values = tomllib.loads(lines.pop(0).removeprefix("# ")) if variant else {}
    return name, values, lines


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_give_a_typed_answer(
    name: str, knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    table = knowledge.run(name)
    assert len(table) >= 1
    assert table.rows == by_rdflib.run(name).rows
    for column, type_ in knowledge.queries.file(name).columns.items():
        kinds = {type(value).__name__ for value in table.column(column) if value is not None}
        assert kinds <= {PYTHON_TYPES.get(type_, "Decimal")}
        assert (column in table.iri_columns) == (type_ == "iri")


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        (name, parameter.name)
        for name in NAMES
        for parameter in queryfile.load(resources.path("queries"), name).parameters.values()
        if parameter.optional
    ],
)
def test_none_means_any(
    name: str, parameter: str, knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    table = knowledge.run(name, **{parameter: None})
    assert set(knowledge.run(name).rows) <= set(table.rows)
    assert table.rows == by_rdflib.run(name, **{parameter: None}).rows


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("papers_for_application", {"application": "captioning"}),
        ("papers_for_application", {"application": ["machine translation", "image captioning"]}),
        ("papers_with_code", {"application": "captioning"}),
        ("architectures", {"family": "memory-augmented neural network"}),
        ("datasets_by_task", {"application": "multimodal learning"}),
        ("software_by_framework", {"framework": "Theano"}),
        ("papers_by_year_and_application", {"within": "captioning"}),
        ("coauthors", {"author": "Alex Graves"}),
        ("links_of_work", {"work": "Theano"}),
    ],
)
def test_both_engines_agree_on_other_values(
    name: str, values: dict[str, object], knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    assert knowledge.run(name, **values).rows == by_rdflib.run(name, **values).rows


@pytest.mark.parametrize(
    "path", sorted((HERE / "fixture_answers").glob("*.tsv")), ids=lambda path: path.stem
)
def test_answers_over_the_fixture(path: Path, knowledge: Knowledge) -> None:
    name, values, lines = golden(path)
    assert as_lines(knowledge.run(name, **values)) == lines


@pytest.mark.parametrize(
    "path", sorted((HERE / "golden").glob("*.tsv")), ids=lambda path: path.stem
)
def test_answers_over_the_packaged_graph(path: Path, packaged: Knowledge) -> None:
    name, values, lines = golden(path)
    assert as_lines(packaged.run(name, **values)) == lines


@pytest.mark.parametrize("folder", ["fixture_answers", "golden"])
def test_every_query_has_an_answer(folder: str) -> None:
    answered = {path.stem.partition("--")[0] for path in (HERE / folder).glob("*.tsv")}
    assert answered == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_answers_do_not_depend_on_inference(
    name: str, asserted: Knowledge, packaged: Knowledge
) -> None:
    assert asserted.run(name).rows == packaged.run(name).rows


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_answers_from_the_packaged_graph_in_time(
    name: str, packaged: Knowledge, packaged_by_rdflib: Knowledge
) -> None:
    start = perf_counter()
    rows = packaged_by_rdflib.run(name).rows
    assert perf_counter() - start < 10
    assert rows == packaged.run(name).rows
    assert rows
