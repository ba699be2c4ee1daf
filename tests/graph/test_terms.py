"""Terms: what is made reads back, and what no RDF reader would accept is refused."""

from decimal import Decimal

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.graph import terms
from awesome_rnn_kg.graph.vocabulary import RDF, XSD

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_text_of_a_literal_is_the_text(text: str) -> None:
    assert terms.text_of(terms.literal(text)) == text


@given(TEXT)
def test_literal_reads_back_in_both_engines(text: str) -> None:
    line = f"<http://a/s> <http://a/p> {terms.literal(text)} ."
    ((_, _, by_rdflib),) = rdflib.Graph().parse(data=line, format="nt")
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert (str(by_rdflib), quad.object.value) == (text, text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("plain", '"plain"'),
        ('"\\', r'"\"\\"'),
        ("\b\t\n\f\r", r'"\b\t\n\f\r"'),
        ("\x00\x0b\x1f\x7f", r'"\u0000\u000B\u001F\u007F"'),
        ("\ufffe\uffff", r'"\uFFFE\uFFFF"'),
        ("\x85\u2028é𝔘", '"\x85\u2028é𝔘"'),
    ],
)
def test_literals_are_canonical(text: str, term: str) -> None:
    assert terms.literal(text) == term


def test_every_escape_of_n_triples_is_read() -> None:
    assert terms.text_of(r'"\t\b\n\r\f\"\'\\\u00e9\U0001D518\\u0041"') == "\t\b\n\r\f\"'\\é𝔘\\u0041"


@pytest.mark.parametrize(
    ("term", "datatype", "lang"),
    [
        (terms.literal("x"), XSD.string, ""),
        (terms.literal("x", XSD.string), XSD.string, ""),
        (terms.literal('a"@en', lang="en-GB"), RDF.langString, "en-GB"),
        (terms.literal('a"^^<b>', XSD.date), XSD.date, ""),
    ],
)
def test_tail_of_a_literal_is_read(term: str, datatype: str, lang: str) -> None:
    assert (terms.datatype_of(term), terms.lang_of(term)) == (datatype, lang)


def test_a_plain_string_has_one_spelling() -> None:
    assert terms.literal("x", XSD.string) == terms.literal("x")


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (terms.integer(-7), -7),
        (terms.literal("007", XSD.nonNegativeInteger), 7),
        (terms.decimal("-73.50"), Decimal("-73.50")),
        (terms.literal("1e3", XSD.double), 1000.0),
        (terms.boolean(True), True),
        (terms.literal("0", XSD.boolean), False),
        (terms.any_uri("http://a/?q=(1)"), "http://a/?q=(1)"),
        (terms.literal("x", lang="en"), "x"),
        (terms.iri("http://a/b"), "http://a/b"),
        (terms.literal("seven", XSD.integer), "seven"),
        (terms.literal("1_000", XSD.integer), "1_000"),
        (terms.literal("1_0", XSD.double), "1_0"),
        (terms.literal("9" * 5000, XSD.integer), "9" * 5000),
        (terms.literal("1e3", XSD.decimal), "1e3"),
        (terms.literal("maybe", XSD.boolean), "maybe"),
    ],
)
def test_python_value(term: str, value: object) -> None:
    found = terms.python_value(term)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "char", [" ", "<", ">", '"', "{", "}", "|", "^", "`", "\\", "\n", "\ud800"]
)
def test_iri_refuses_characters(char: str) -> None:
    with pytest.raises(ValueError, match="not an absolute IRI"):
        terms.iri(f"http://a/{char}")


@pytest.mark.parametrize("text", ["", "paper/x", "//a/b", "1a:b"])
def test_iri_refuses_relative_references(text: str) -> None:
    with pytest.raises(ValueError, match="not an absolute IRI"):
        terms.iri(text)


def test_iri_keeps_awkward_characters() -> None:
    text = "http://a.b/c(d),e%20f;g/é'x&y?z#!"
    assert terms.iri_of(terms.iri(text)) == text


def test_literal_refuses_a_lone_surrogate() -> None:
    with pytest.raises(ValueError, match="lone surrogate"):
        terms.literal("a\udc00")


@pytest.mark.parametrize("lang", ["en GB", "-en", "123", 'en"'])
def test_literal_refuses_malformed_language_tags(lang: str) -> None:
    with pytest.raises(ValueError, match="language tag"):
        terms.literal("a", lang=lang)


def test_literal_refuses_language_beside_datatype_and_datatype_without_brackets() -> None:
    with pytest.raises(ValueError, match="beside a datatype"):
        terms.literal("a", XSD.date, "en")
    with pytest.raises(ValueError, match="not an IRI term"):
        terms.literal("a", "xsd:date")


@pytest.mark.parametrize("text", ["", ".", "1e3", "１", "1,5", "NaN"])
def test_decimal_refuses_other_notations(text: str) -> None:
    with pytest.raises(ValueError, match="not a decimal"):
        terms.decimal(text)


def test_readers_refuse_the_other_kind_of_term() -> None:
    with pytest.raises(ValueError, match="not an IRI term"):
        terms.iri_of('"x"')
    for read in (terms.text_of, terms.datatype_of, terms.lang_of):
        with pytest.raises(ValueError, match="not a literal"):
            read("<http://a/b>")
