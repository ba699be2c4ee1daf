"""What people are told: why an answer is empty, and what is wrong with a text."""

import pytest

from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.table import Table


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (
            "{\n?p a arnn:Paper ;\n  arnn:year 2014 ;\n  arnn:year 1850 . ?p dcterms:title ?t }",
            "line 4: ?p arnn:year 1850 matches nothing in the graph",
        ),
        (
            "{ ?p arnn:year 2014 .\n ?p dcterms:title 'x' }",
            "line 2: ?p dcterms:title 'x' matches nothing in the graph",
        ),
        (
            "{ paper:show-and-tell dcterms:creator ?a .\n institution:lisa arnn:partOf ?a }",
            (
                "line 2: institution:lisa arnn:partOf ?a matches nothing together with what stands "
                "before it"
            ),
        ),
        (
            "{ FILTER (?y > 3000)\n ?p arnn:year ?y\n OPTIONAL { ?p schema:url ?u } }",
            "line 1: FILTER (?y > 3000) lets no solution of the patterns through",
        ),
        (
            "{ ?p a arnn:Paper\n FILTER NOT EXISTS { ?p dcterms:title ?t } }",
            (
                "line 2: FILTER NOT EXISTS { ?p dcterms:title ?t } lets no solution of the "
                "patterns through"
            ),
        ),
        (
            "{ ?p a arnn:Paper .\n { ?p a arnn:Person } UNION\n { ?p a arnn:Venue } }",
            (
                "line 2: { ?p a arnn:Person } UNION { ?p a arnn:Venue } matches nothing together "
                "with what stands before it"
            ),
        ),
        (
            (
                "{ VALUES (?p) { (institution:lisa) }\n ?p a [] , arnn:Institution .\n"
                " BIND (1 AS ?one) ?p arnn:year ?one }"
            ),
            "line 3: ?p arnn:year ?one matches nothing together with what stands before it",
        ),
        (
            "{ [ arnn:agent ?p ; arnn:ordinal 99 ] a arnn:Authorship }",
            (
                "line 1: [ arnn:agent ?p ; arnn:ordinal 99 ] a arnn:Authorship matches nothing in "
                "the graph"
            ),
        ),
        (
            "{ ?p a arnn:Paper } HAVING (COUNT(?p) > 1000)",
            "every pattern of WHERE matches; what follows it leaves no row",
        ),
    ],
)
def test_an_empty_answer_is_explained(
    where: str, message: str, knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    text = f"SELECT (COUNT(?p) AS ?n) WHERE {where}" if "HAVING" in where else f"SELECT * {where}"
    for graph in (knowledge, by_rdflib):
        table = graph.query(text, explain=True)
        assert isinstance(table, Table)
        assert not table.rows
        assert table.why_empty == message


def test_prefixes_go_along(knowledge: Knowledge) -> None:
    text = "PREFIX x: <https://w3id.org/awesome-rnn-kg/ontology#>\nSELECT * { ?p x:year 1850 }"
    table = knowledge.query(text, explain=True)
    assert isinstance(table, Table)
    assert table.why_empty == "line 2: ?p x:year 1850 matches nothing in the graph"


def test_a_canned_query_is_explained_in_full(knowledge: Knowledge) -> None:
    table = knowledge.run("captioning_papers", institution="Google", explain=True)
    assert table.why_empty == ""
    empty = knowledge.run("coauthors", author="person:wei-xu-2", explain=True)
    assert not empty.rows
    assert empty.why_empty.startswith("line ")


def test_nothing_is_explained_unasked(knowledge: Knowledge) -> None:
    table = knowledge.query("SELECT * { ?p arnn:year 1850 }")
    assert isinstance(table, Table)
    assert table.why_empty == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT * {\n  ?p arnn:apliedTo ?t }",
            (
                "2:6: the ontology declares no arnn:apliedTo; did you mean arnn:appliedTo?\n"
                "    ?p arnn:apliedTo ?t }\n"
                "       ^"
            ),
        ),
        (
            "ASK { ?p <https://w3id.org/awesome-rnn-kg/ontology#papers> ?t }",
            (
                "1:10: the ontology declares no arnn:papers; did you mean arnn:Paper?\n"
                "  ASK { ?p <https://w3id.org/awesome-rnn-kg/ontology#papers> ?t }\n"
                "           ^"
            ),
        ),
        (
            "ASK { ?p scema:url ?u }",
            (
                "1:10: the prefix scema: is not declared; did you mean schema:url?\n"
                "  ASK { ?p scema:url ?u }\n"
                "           ^"
            ),
        ),
        (
            "SELECT ?p (COUNT(?y) AS ?n) { ?p arnn:year ?y }\n\n",
            (
                "1:48: The SELECT contains a variable that is unbound\n"
                "  SELECT ?p (COUNT(?y) AS ?n) { ?p arnn:year ?y }\n"
                "                                                 ^"
            ),
        ),
        (
            "ASK {\n\t?p arnn:year }",
            (
                "2:15: the query breaks off here, or shortly before\n"
                "   ?p arnn:year }\n"
                "                ^"
            ),
        ),
    ],
)
def test_wrong_text_is_told_alike_by_every_engine(
    text: str, message: str, knowledge: Knowledge, by_rdflib: Knowledge
) -> None:
    told = set()
    for graph in (knowledge, by_rdflib):
        with pytest.raises(QueryTextError) as caught:
            graph.query(text)
        assert str(caught.value).startswith(message)
        told.add(str(caught.value))
    assert len(told) == 1


def test_other_terms_are_left_alone(knowledge: Knowledge) -> None:
    assert knowledge.query("PREFIX arnn: <http://a.org/> ASK { ?p arnn:apliedTo ?t }") is False
    own = "PREFIX arnn: <https://w3id.org/awesome-rnn-kg/ontology#>"
    assert knowledge.query(f"{own} ASK {{ ?p arnn:appliedTo ?t }}") is True


def test_a_long_line_is_not_shown(knowledge: Knowledge) -> None:
    with pytest.raises(QueryTextError) as caught:
        knowledge.query("ASK { ?p nope:x '" + "x" * 300 + "' }")
    assert "\n" not in str(caught.value)
