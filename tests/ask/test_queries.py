"""The packaged queries: the same answers from both engines, and the right ones.

A golden answer is a file `golden/NAME.tsv`, or `golden/NAME--ANYTHING.tsv` with a first line
`# parameter = value` (TOML): a line of column names, then one line a row; IRIs are CURIEs, and an
unbound cell is empty. Answers are worked out by `derive_golden`, which reads the list in its own
way; they are never copied from a run. `fixture_answers` are answers from a small graph.
"""

import tomllib
from pathlib import Path
from time import process_time

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import queryfile
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.labels import shown
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.graph.terms import is_iri, python_value
from tests.ask import derive_golden

NAMES = queryfile.names(resources.path("queries"))
HERE = Path(__file__).parent
SMALL = sorted({p.stem.partition("--")[0] for p in (HERE / "fixture_answers").glob("*.tsv")})
OPTIONAL = [
    (name, parameter.name)
    for name in NAMES
    for parameter in queryfile.load(resources.path("queries"), name).parameters.values()
    if parameter.optional
]
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


@pytest.mark.parametrize("name", SMALL)
def test_both_engines_answer_from_a_small_graph(
    name: str, knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    assert knowledge.run(name).rows
    assert knowledge.run(name).rows == by_rdflib.run(name).rows


@pytest.mark.parametrize("name", NAMES)
def test_columns_have_their_types(name: str, packaged: Knowledge) -> None:
    table = packaged.run(name)
    for column, type_ in packaged.queries.file(name).columns.items():
        kinds = {type(value).__name__ for value in table.column(column) if value is not None}
        assert kinds <= {PYTHON_TYPES.get(type_, "Decimal")}
        assert (column in table.iri_columns) == (type_ == "iri")


@pytest.mark.parametrize(("name", "parameter"), OPTIONAL)
def test_none_means_any(name: str, parameter: str, packaged: Knowledge) -> None:
    some, every = packaged.run(name).rows, packaged.run(name, **{parameter: None}).rows
    # Counts and years of a group change with what is in it.
    width = 1 if "GROUP BY" in packaged.queries.file(name).text else len(some[0])
    assert {row[:width] for row in some} <= {row[:width] for row in every}


@pytest.mark.parametrize(
    ("name", "parameter"), [(name, p) for name, p in OPTIONAL if name in SMALL]
)
def test_both_engines_know_any(
    name: str, parameter: str, knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    values = {parameter: None}
    assert knowledge.run(name, **values).rows == by_rdflib.run(name, **values).rows


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
    ("name", "values"),
    [
        ("architectures_by_application_and_year", {"family": "LSTM", "within": "captioning"}),
        ("coauthor_distance", {"author": "Yoshua Bengio", "other": "Alex Graves"}),
        ("company_university_collaborations", {"company": "Baidu"}),
        ("country_collaborations", {"country": ["Canada", "China"]}),
        ("first_with_architecture", {"architecture": "GRU", "application": None}),
        ("institution_collaborations", {"institution": "Univ. Montreal"}),
        ("papers_missing", {"missing": ["code", "institution", "task", "architecture"]}),
        ("preprint_to_publication", {"venue": "ICML"}),
        ("search", {"text": "Łukasz"}),
        ("venues_by_application", {"application": None}),
    ],
)
def test_both_engines_agree_on_other_values_of_the_packaged_graph(
    name: str, values: dict[str, object], packaged: Knowledge, packaged_by_rdflib: Knowledge
) -> None:
    rows = packaged.run(name, **values).rows
    assert rows
    assert packaged_by_rdflib.run(name, **values).rows == rows


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


def test_every_query_has_an_answer_for_its_defaults() -> None:
    answered = {path.stem for path in (HERE / "golden").glob("*.tsv")}
    assert set(NAMES) <= answered


def test_every_golden_answer_is_worked_out() -> None:
    written = {path.stem for path in (HERE / "golden").glob("*.tsv")}
    assert written == {name for name, _ in derive_golden.ANSWERS}


@pytest.mark.parametrize(("name", "header"), derive_golden.ANSWERS)
def test_golden_answers_are_what_the_list_says(name: str, header: str) -> None:
    written = (HERE / "golden" / f"{name}.tsv").read_text("utf-8")
    assert written == derive_golden.golden(name, header)


@pytest.mark.parametrize("name", NAMES)
def test_answers_do_not_depend_on_inference(
    name: str, asserted: Knowledge, packaged: Knowledge
) -> None:
    assert asserted.run(name).rows == packaged.run(name).rows


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_answers_from_the_packaged_graph_in_time(
    name: str, packaged: Knowledge, packaged_by_rdflib: Knowledge
) -> None:
    start = process_time()
    rows = packaged_by_rdflib.run(name).rows
    assert process_time() - start < 10
    assert rows == packaged.run(name).rows
    assert rows
