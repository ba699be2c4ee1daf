"""The guard lets questions through and stops what would leave or crash the process."""

import subprocess
import sys
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.ask.guard import MAX_DEPTH, MAX_LENGTH, MAX_OPERATORS, check
from awesome_rnn_kg.ask.lexer import tokens


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "SELECT"),
        ("select ?service { ?service a schema:Service ; schema:serviceType 'x' }", "SELECT"),
        ("# SERVICE\nPREFIX a: <http://a.org/service#> ASK { ?s a:b 'SERVICE <x> {' }", "ASK"),
        ("BASE <http://a.org/> CONSTRUCT WHERE { ?s <p> ?o . FILTER(?o < 3) }", "CONSTRUCT"),
        ("DESCRIBE <http://a.org/A_(b)'c>", "DESCRIBE"),
        (
            'SELECT * { ?s <urn:a:b> """a "quoted" \'\n"""@en-GB, 1.5e3, -2, _:b1, paper:a\\-b }',
            "SELECT",
        ),
        ("SELECT * { << ?s ?p ?o >> ?q ?r FILTER(?r<3 && ?r>1) }", "SELECT"),
        ('SELECT * { ?s ?p "caf\\u00e9" }', "SELECT"),
    ],
)
def test_questions_pass(text: str, form: str) -> None:
    assert check(text) == form


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://evil.example> { ?s ?p ?o } }",
        "SELECT * { service silent?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p true}SERVICE:x{} }",
        "SELECT * { ?s ?p trueSERVICE ex:x { } }",
        "SELECT * { ſervice <http://evil.example> { } }",
        "SELECT * { SE\\u0052VICE <http://evil.example> { } }",
        # What a careless reader would take for an IRI, a string or a comment:
        "SELECT * { FILTER(?a<?b)SERVICE#>\n?s{ } }",
        "SELECT * { FILTER(?a<'>') SERVICE <http://evil.example> { } FILTER(?a<'>') }",
        "SELECT * { FILTER(1 <<http://a.org#b>) SERVICE <http://evil.example> { }\n}",
        'SELECT * { FILTER(?a<?b#>"""\n) SERVICE <http://evil.example> { } #"""\n}',
        'SELECT * { VALUES ?x {"""a"} SERVICE <http://evil.example> { } #\\q"""\n}',
        'SELECT * { VALUES ?x {"""a"} SERVICE <http://evil.example> { } #\\\\u00e9"""\n}',
        'SELECT * { VALUES ?x {"\\u0022} SERVICE <http://evil.example> { } #"}\n}',
        "SELECT * FROM <http://evil.example/graph> { ?s ?p ?o }",
        "ASK FROM NAMED ex:g { ?s ?p ?o }",
    ],
)
def test_nothing_leads_out_of_the_graph(text: str) -> None:
    with pytest.raises(QueryTextError):
        check(text)


def test_an_endpoint_may_be_asked_for_its_graphs() -> None:
    assert check("SELECT * FROM <http://a.org/g> { ?s ?p ?o }", local=False) == "SELECT"
    assert check("ASK { ?s dbo:p ?o }", local=False) == "ASK"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "found an empty query"),
        ("# nothing", "found an empty query"),
        ("PREFIX a: <http://a.org/>\nINSERT DATA { a:b a:c 1 }", "2:1: expected one of SELECT"),
        ("LOAD <http://evil.example/data.ttl>", "1:1: expected one of SELECT"),
        ("SELECT * {\n  ?s ?p 'open }", "2:9: cannot read"),
        ("SELECT * { ?s ?p \x00 }", "cannot read"),
        ("SELECT * " + "{" * (MAX_DEPTH + 1), "nested more than"),
        ("SELECT * { FILTER(" + "!" * (MAX_DEPTH + 1), "nested more than"),
        ("SELECT * { BIND(1" + "+1" * (MAX_OPERATORS + 1), "operators"),
        ("#" * (MAX_LENGTH + 1), "characters"),
        ("ASK {\n  ?s nope:p ex:o }", "2:6: the prefix nope: is not declared"),
    ],
)
def test_refusals_say_where_and_what(text: str, message: str) -> None:
    with pytest.raises(QueryTextError, match=message):
        check(text)


@pytest.mark.parametrize(
    "unit", ["a.", "a-", "a", "<a", '""', "1.", "a:b.", "_:a.", "-", "#", "a:%"]
)
def test_long_text_is_read_in_linear_time(unit: str) -> None:
    start = process_time()
    with suppress(QueryTextError):
        check("ASK { " + unit * ((MAX_LENGTH - 10) // len(unit)))
    assert process_time() - start < 1


@given(st.text(st.sampled_from("<>\"'\\#{}()[]:;.?$!-+ \naAsService019@_/"), max_size=40))
def test_the_lexer_reads_every_character_or_refuses(text: str) -> None:
    try:
        found = list(tokens(text))
    except QueryTextError:
        return
    end = 0
    for token in found:
        skipped = text[end : token.start]
        assert text[token.start :].startswith(token.text)
        assert not skipped.strip() or "#" in skipped
        end = token.start + len(token.text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE {FILTER(1" + "+1" * (MAX_OPERATORS - 10) + ")}",
        "SELECT * WHERE " + "{" * MAX_DEPTH + "}" * MAX_DEPTH,
        "SELECT * WHERE {?s ?p " + "[?p " * (MAX_DEPTH - 1) + "1" + "]" * (MAX_DEPTH - 1) + "}",
        "SELECT * WHERE {" + "OPTIONAL{?s ?p ?o}" * (MAX_LENGTH // 20) + "}",
        "SELECT * WHERE {" + "".join(f"BIND(1 AS ?b{i})" for i in range(MAX_LENGTH // 20)) + "}",
    ],
    ids=["sum", "braces", "brackets", "optionals", "binds"],
)
def test_what_passes_does_not_crash_the_engine(text: str) -> None:
    assert check(text) == "SELECT"
    code = "import sys, pyoxigraph\nprint(len(list(pyoxigraph.Store().query(sys.stdin.read()))))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=text,
        text=True,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert int(run.stdout) <= 1
