"""Values get into a query as terms and never as text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.ask.binding import bind
from awesome_rnn_kg.ask.engine import Engine, Oxigraph
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.lexer import tokens
from awesome_rnn_kg.ask.queryfile import Parameter, parse
from awesome_rnn_kg.ask.rdflib_engine import Rdflib
from awesome_rnn_kg.graph.rdflib_io import read_graph
from awesome_rnn_kg.graph.terms import iri, text_of

ECHO = parse(
    """\
# /// query
# title = "Echo"
# description = "Gives back what it is given."
# tags = ["test"]
# columns = { thing = "iri", text = "string", number = "integer", year = "integer" }
# [params.thing]
# type = "iri"
# class = "ex:Thing"
# help = "a thing"
# [params.text]
# type = "string"
# help = "a text"
# [params.number]
# type = "integer"
# help = "a number"
# [params.year]
# type = "year"
# help = "a year"
# optional = true
# ///
PREFIX ex: <https://example.org/>
SELECT DISTINCT ?thing ?text ?number ?year WHERE {
  VALUES ?thing { ex:default }
\tVALUES ?text { "default" }
  VALUES ?number { 0 }
  VALUES ?year { UNDEF }
}
ORDER BY ?thing ?text
""",
    "echo.rq",
)
NASTY = [
    '" } ?s ?p ?o . { "',
    "\\",
    '\\"',
    "\n}\nSELECT * {",
    "\r\n\t\b\f\x00\x7f",
    "'''\"\"\"",
    "\\u0022",
    "\\u00e9 \\U0001F600",
    "{$x} ?x %s {0}",
    "# comment",
    "<http://a.org>",
    "UNDEF",
    "e\u0301 🦊 \u2028 \ufeff",
]
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
# The lexer refuses a backslash before what some engine would take for an escape; binding need not.
LEXABLE = TEXT.filter(lambda text: re.search(r"\\[uU][0-9A-Fa-f]{4}", text) is None)


def trusting(parameter: Parameter, named: str) -> str:
    return named if named.startswith("<") else iri(f"https://example.org/{parameter.name}")


def echo(engine: Engine, **values: object) -> list[tuple[str | None, ...]]:
    return list(engine.select(bind(ECHO, values, trusting)).rows)


@pytest.fixture(scope="module")
def engines() -> tuple[Engine, Engine]:
    return Oxigraph([]), Rdflib(read_graph([]))


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_comes_back_as_it_was(text: str, engines: tuple[Engine, Engine]) -> None:
    for engine in engines:
        ((_, found, number, _),) = echo(engine, text=text)
        assert found is not None
        assert (text_of(found), number) == (text, '"0"^^<http://www.w3.org/2001/XMLSchema#integer>')


@given(TEXT.filter(lambda text: text != "any"))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    ((_, found, _, _),) = echo(Oxigraph([]), text=text)
    assert found is not None
    assert text_of(found) == text


@given(st.lists(LEXABLE, min_size=1, max_size=5), st.integers(-(10**17), 10**17))
def test_only_terms_between_the_braces_change(texts: list[str], number: int) -> None:
    before = [token.kind for token in tokens(ECHO.text)]
    found = [token.kind for token in tokens(bind(ECHO, {"text": texts, "number": 5}, trusting))]
    at = before.index("string")
    assert found == [*before[:at], *["string"] * len(texts), *before[at + 1 :]]
    assert f"  VALUES ?number {{ {number} }}\n" in bind(ECHO, {"number": number}, trusting)


@given(TEXT)
def test_no_iri_breaks_out(text: str) -> None:
    try:
        bound = bind(ECHO, {"thing": f"http://{text}"}, trusting)
    except UsageError:
        return
    kinds = [token.kind for token in tokens(bound)]
    assert kinds == [
        "iri" if token.text == "ex:default" else token.kind for token in tokens(ECHO.text)
    ]


def test_the_rest_of_the_file_stays_as_it_is() -> None:
    before = ECHO.text.splitlines()
    found = bind(ECHO, {"text": "x"}, trusting).splitlines()
    changed = [i for i, line in enumerate(before) if line != found[i]]
    assert [found[i] for i in changed] == ['\tVALUES ?text { "x" }']
    assert bind(ECHO, {}, trusting) == ECHO.text


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"txet": "x"}, "echo has no parameter 'txet'; it has thing, text, number, year"),
        ({"text": None}, "echo needs a value for 'text': a text"),
        ({"text": "any"}, "needs a value for 'text'"),
        ({"text": []}, "expected 1 to 1000 values for 'text', found 0"),
        ({"number": "five"}, "'number': expected a whole number, found 'five'"),
        ({"number": True}, "expected a whole number, found True"),
        ({"number": 1.0}, "expected a whole number, found 1.0"),
        ({"number": "١"}, "expected a whole number"),
        ({"year": 15}, "'year': expected a year of four digits, found 15"),
        ({"text": "\ud800"}, "'text': .*surrogates"),
        ({"thing": "<http://a b>"}, "value for 'thing': .*'http://a b'"),
        ({"thing": "http://a.org/>"}, "value for 'thing': .*'http://a.org/>'"),
    ],
)
def test_wrong_values_are_told(values: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        bind(ECHO, values, trusting)


def test_values_of_each_kind(engines: tuple[Engine, Engine]) -> None:
    values = {"thing": "ex:a", "text": "t", "number": " -7 ", "year": "2015"}
    for engine in engines:
        assert echo(engine, **values) == [
            (
                "<https://example.org/a>",
                '"t"',
                '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>',
                '"2015"^^<http://www.w3.org/2001/XMLSchema#integer>',
            )
        ]
        assert [row[1] for row in echo(engine, text=("b", "a"))] == ['"a"', '"b"']
        assert [row[3] for row in echo(engine, year=None)] == [None]
        assert [row[3] for row in echo(engine, year="any")] == [None]


@pytest.mark.parametrize(
    "named",
    [
        "https://w3id.org/awesome-rnn-kg/institution/universite-de-montreal",
        "<https://w3id.org/awesome-rnn-kg/institution/universite-de-montreal>",
        "institution:universite-de-montreal",
        "Univ. Montreal",
        "univ montreal",
        "UNIVERSITE DE MONTREAL",
    ],
)
def test_a_thing_is_named_in_several_ways(named: str, knowledge: Knowledge) -> None:
    text = knowledge.text("papers_of_institution", institution=named)
    iri_term = "<https://w3id.org/awesome-rnn-kg/institution/universite-de-montreal>"
    assert f"  VALUES ?institution {{ {iri_term} }}\n" in text


def test_several_things_are_asked_at_once(knowledge: Knowledge) -> None:
    both = knowledge.run("papers_of_institution", institution=["UdeM", "Google"])
    assert both.column("title") == (
        "Describing Videos by Exploiting Temporal Structure",
        "Learning Phrase Representations",
        "Show and Tell: A Neural Image Caption Generator",
        "Show, Attend, and Tell: Neural Image Caption Generation with Visual Attention",
    )


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("Wei Xu", "'Wei Xu' for 'author' may be any of person:wei-xu, person:wei-xu-2"),
        ("Yoshua Bengo", r"no arnn:Person .*; the nearest: person:yoshua-bengio \(Yoshua Bengio\)"),
        ("person:joshua-bengio", r"person:joshua-bengio for .*the nearest: person:yoshua-bengio"),
        ("paper:show-and-tell", "paper:show-and-tell for 'author' is no arnn:Person"),
        ("§", "'§' for 'author' is no arnn:Person of this graph$"),
    ],
)
def test_unknown_and_ambiguous_names_are_told(
    named: str, message: str, knowledge: Knowledge
) -> None:
    with pytest.raises(UsageError, match=message):
        knowledge.run("papers_of_author", author=named)


def test_a_title_with_a_colon_is_a_label(knowledge: Knowledge) -> None:
    table = knowledge.run("links_of_work", work="Show and Tell: A Neural Image Caption Generator")
    assert len(table) == 0


def test_a_query_file_of_the_users_own(knowledge: Knowledge) -> None:
    own = parse(ECHO.text, "own.rq")
    assert knowledge.run(own, text="mine").rows == (
        ("https://example.org/default", "mine", 0, None),
    )
