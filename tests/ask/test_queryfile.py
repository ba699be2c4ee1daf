"""Query files: what their header must say, and what must agree with it."""

from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask import queryfile
from awesome_rnn_kg.ask.errors import QueryFileError, UsageError
from awesome_rnn_kg.ask.rules import QUERY_RULES
from awesome_rnn_kg.text.diagnostics import Rule

GOOD = """\
# /// query
# title = "Papers"
# description = '''
# Papers of an
# institution.'''
# tags = ["papers"]
# columns = { paper = "iri", papers = "integer" }
# [params.institution]
# type = "iri"
# class = "arnn:Institution"
# help = "the institution"
# [params.year]
# type = "year"
# help = "the year"
# optional = true
# [params.name]
# type = "string"
# help = "a name"
# ///
PREFIX arnn: <https://w3id.org/awesome-rnn-kg/ontology#>
PREFIX institution: <https://w3id.org/awesome-rnn-kg/institution/>
SELECT ?paper (COUNT(DISTINCT ?author) AS ?papers) WHERE {
  VALUES ?institution { institution:google <https://example.org/x> }
  VALUES ?year { UNDEF }
  VALUES ?name { "a \\"b\\"" }
  VALUES (?constant) { (1) }
  ?paper arnn:institution ?institution ; arnn:authorString ?author . # not ?name
}
GROUP BY ?paper ORDER BY ?paper
"""


def test_a_header_is_read() -> None:
    query = queryfile.parse(GOOD, "somewhere/papers.rq")
    assert (query.name, query.title, query.tags) == ("papers", "Papers", ("papers",))
    assert query.description == "Papers of an institution."
    assert query.columns == {"paper": "iri", "papers": "integer"}
    institution, year, name = query.parameters.values()
    assert institution.class_ == "https://w3id.org/awesome-rnn-kg/ontology#Institution"
    assert institution.default == ("institution:google", "<https://example.org/x>")
    assert (year.type, year.optional, year.default) == ("year", True, (None,))
    assert name.default == ('a "b"',)
    assert query.text.splitlines()[name.line - 1].strip().startswith("VALUES ?name")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("# /// query\n", "", 1, "RNN401.*expected '# /// query'"),
        ("# ///\nPREFIX arnn", "PREFIX arnn", 19, "RNN401.*expected a comment of the header"),
        ('"Papers"\n', '"Papers\n', 2, "RNN401.*not TOML"),
        ('# title = "Papers"\n', "", 1, "RNN401.*'title'"),
        ('"Papers"\n', '""\n', 1, "RNN401.*'title'"),
        ('["papers"]', '"papers"', 6, "RNN401.*expected a list for 'tags'"),
        ("# tags", "# tag", 6, "RNN401.*found 'tag'"),
        ('paper = "iri"', 'paper = "IRI"', 7, "RNN401.*column 'paper'"),
        ('type = "year"', 'type = "date"', 12, "RNN401.*parameter 'year'"),
        ('# help = "the year"\n', "", 12, "RNN401.*'help' of parameter 'year'"),
        ('# class = "arnn:Institution"\n', "", 8, "RNN401.*class"),
        ('# type = "year"', '# type = "year"\n# class = "arnn:Paper"', 12, "RNN401.*class"),
        ("  VALUES ?year { UNDEF }\n", "", 12, "RNN402.*VALUES .year"),
        ("VALUES (?constant) { (1) }", "VALUES ?constant { 1 }", 26, "RNN402.*params.constant"),
        ("VALUES ?year {", "VALUES ?year\n{", 24, "RNN402.*alone on a line"),
        ("VALUES ?year { UNDEF }", "VALUES ?year { UNDEF } ?a ?b 1", 24, "RNN402.*alone on a line"),
        ("VALUES ?year { UNDEF }", "VALUES ?year { }", 24, "RNN402.*UNDEF or terms"),
        ("VALUES ?year { UNDEF }", "VALUES ?year { UNDEF 2015 }", 24, "RNN402.*UNDEF or terms"),
        ("VALUES ?year { UNDEF }", "VALUES ?year { 2015.0 }", 24, "RNN402.*type year"),
        ("VALUES ?name { ", "VALUES ?name { UNDEF }#", 25, "RNN402.*default of 'name'"),
        ("ORDER BY ?paper\n", "ORDER BY ?paper\nVALUES ?late { 1 }\n", 30, "RNN402.*line of WHERE"),
        ("?paper (", "?paper ?author (", 22, "RNN403.*paper, author, papers"),
        ("SELECT ?paper", "SELECT * {} #", 22, r"RNN403.*\(\*\)"),
        ("PREFIX institution:", "PREFIX inst:", 23, "RNN404.*'institution:google'"),
        ('class = "arnn:', 'class = "rnn:', 10, "RNN404.*'rnn:Institution'"),
        (
            "?paper arnn:institution",
            "SERVICE <http://a.org> {} ?paper arnn:institution",
            27,
            "RNN405",
        ),
        ("SELECT ?paper (COUNT(DISTINCT ?author) AS ?papers)", "ASK", 22, "RNN405.*found ASK"),
    ],
)
def test_a_disagreement_is_told_with_its_line(old: str, new: str, line: int, message: str) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(QueryFileError, match=message) as caught:
        queryfile.parse(GOOD.replace(old, new), "papers.rq")
    assert str(caught.value).startswith(f"papers.rq:{line}: error[RNN40")


def test_the_name_is_an_identifier() -> None:
    with pytest.raises(QueryFileError, match=r"RNN401.*'two-words'"):
        queryfile.parse(GOOD, "two-words.rq")


def test_a_header_without_end_is_told() -> None:
    with pytest.raises(QueryFileError, match="found the end of the file"):
        queryfile.parse('# /// query\n# title = "x"', "x.rq")


@pytest.mark.parametrize("rule", QUERY_RULES, ids=lambda rule: str(rule.name))
def test_each_rule_fires_on_its_bad_example_alone(rule: Rule) -> None:
    queryfile.parse(rule.good, "good.rq")
    with pytest.raises(QueryFileError) as caught:
        queryfile.parse(rule.bad, "bad.rq")
    assert caught.value.code == rule.code


def test_an_unknown_name_is_told_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "papers.rq").write_text(GOOD, "utf-8")
    with pytest.raises(UsageError, match="no query 'books'; the queries are papers"):
        queryfile.load(tmp_path, "books")
    with pytest.raises(UsageError, match=r"no query 'paper'; did you mean 'papers'\?"):
        queryfile.load(tmp_path, "paper")
    with pytest.raises(UsageError):
        queryfile.load(tmp_path / "folder", "../papers")


@pytest.mark.parametrize("name", queryfile.names(resources.path("queries")))
def test_packaged_queries_keep_the_form(name: str) -> None:
    query = queryfile.load(resources.path("queries"), name)
    upper = query.text.upper()
    assert "SELECT DISTINCT" in upper or "GROUP BY" in upper
    assert "\nORDER BY" in upper
    assert " GRAPH " not in upper


def test_there_are_ten_packaged_queries() -> None:
    assert len(queryfile.names(resources.path("queries"))) >= 10
