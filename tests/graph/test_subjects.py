"""The line of a thing in an RDF file is where it is described."""

import time
from pathlib import Path

import pytest

from awesome_rnn_kg.check import check_rdf
from awesome_rnn_kg.graph.subjects import subject_lines
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF
from awesome_rnn_kg.text.source import source_from_text

BASE = "https://w3id.org/awesome-rnn-kg/paper/"
TURTLE = """\
@prefix paper: <https://w3id.org/awesome-rnn-kg/paper/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
# paper:x a paper
paper:a dcterms:title "About. paper:x a", 4.5, '''
paper:x dcterms:title .''' ;
    dcterms:relation
        paper:x,  # an object, and paper:y too
        paper:y .
<https://w3id.org/awesome-rnn-kg/paper/x> dcterms:title "X" . paper:v1.2 dcterms:title "V" .
paper:y
    dcterms:title "Y" .
PREFIX : <https://w3id.org/awesome-rnn-kg/paper/>
:z%20 dcterms:relation :only-here .
[] dcterms:relation paper:w\\,1 .
"""
RELATIVE = """\
@base <https://w3id.org/awesome-rnn-kg/list/> .
<../paper/a> <p> <../paper/x> .
<../paper/x> <p> "x" .
"""
TRIG = """\
PREFIX paper: <https://w3id.org/awesome-rnn-kg/paper/>
<https://x.org/graph> {
  paper:a <https://x.org/p> paper:x .
  paper:x <https://x.org/p> paper:a . }
GRAPH <https://x.org/other> { paper:y <https://x.org/p> 1.5 }
"""
NTRIPLES = f"""\
<{BASE}a> <https://x.org/p> <{BASE}x> .
<{BASE}x> <https://x.org/p> "<{BASE}y> ." .
<{BASE}y> <https://x.org/p> "y" .
"""
JSONLD = """\
{"@context": {"paper": "https://w3id.org/awesome-rnn-kg/paper/"},
 "@graph": [
  {"@id": "paper:a",
   "relation": [{"@id": "paper:x"}, {"@id": "paper:only-here"},
     {"@id": "paper:nested",
      "title": "N"}]},
  {
   "title": "X",
   "@id": "https://w3id.org/awesome-rnn-kg/paper/x"
  }]}
"""
XML = """\
<!DOCTYPE rdf:RDF [<!ENTITY paper "https://w3id.org/awesome-rnn-kg/paper/">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="&paper;a">
    <p rdf:resource="&paper;x"/>
  </rdf:Description>
  <rdf:Description
    rdf:about='https://w3id.org/awesome-rnn-kg/paper/x'/>
</rdf:RDF>
"""


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.ttl", TURTLE, {"a": 4, "x": 9, "v1.2": 9, "y": 10}),
        ("a.ttl", TURTLE, {"z%20": 13, "only-here": 13, "w,1": 14}),
        ("a.ttl", RELATIVE, {"a": 2, "x": 3}),
        ("a.trig", TRIG, {"a": 3, "x": 4, "y": 5}),
        ("a.nt", NTRIPLES, {"a": 1, "x": 2, "y": 3}),
        ("a.jsonld", JSONLD, {"a": 3, "x": 9, "only-here": 4, "nested": 5}),
        ("a.rdf", XML, {"a": 3, "x": 7}),
    ],
)  # fmt: skip
def test_a_thing_is_found_where_it_is_described(
    name: str, text: str, lines: dict[str, int]
) -> None:
    iris = {BASE + slug for slug in lines}
    found = subject_lines(source_from_text(text, name), iris)
    assert {iri.removeprefix(BASE): line for iri, line in found.items()} == lines


def test_what_is_not_understood_is_found_by_its_name_or_on_line_1() -> None:
    source = source_from_text('{\n"key": "my-paper",\n"other": 1}', "a.json")
    places = subject_lines(source, {"https://x.org/my-paper", "https://x.org/nowhere"})
    assert places == {"https://x.org/my-paper": 2, "https://x.org/nowhere": 1}


def test_the_line_of_each_finding_is_that_of_its_subject(tmp_path: Path) -> None:
    file = tmp_path / "bad.ttl"
    paper = "a arnn:Paper, arnn:Resource"
    file.write_text(
        "@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .\n"
        "@prefix paper: <https://w3id.org/awesome-rnn-kg/paper/> .\n"
        f"paper:b arnn:versionOf paper:a ; {paper} .\n\npaper:a {paper} .\n"
    )
    found = [(d.code, d.span.line) for d in check_rdf(str(file)).diagnostics]
    assert found == [("RNN301", 5), ("RNN301", 3)]


def test_a_thing_without_a_name_is_checked_too(tmp_path: Path) -> None:
    file = tmp_path / "bad.ttl"
    file.write_text(
        "@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .\n"
        "[] a arnn:Paper, arnn:Resource .\n"
    )
    assert [d.code for d in check_rdf(str(file)).diagnostics] == ["RNN301", "RNN500"]


def test_what_was_inferred_is_not_judged(tmp_path: Path) -> None:
    """Inferred types and values are no statements of anybody, so they need nothing beside them."""
    quad = f"<{BASE}a> {RDF.type} {ARNN.Resource} <https://w3id.org/awesome-rnn-kg/graph/{{}}> .\n"
    for name, found in (("inferred", []), ("list", ["RNN301"])):
        file = tmp_path / f"{name}.nq"
        file.write_text(quad.format(name))
        assert [d.code for d in check_rdf(str(file)).diagnostics] == found


def test_a_long_file_takes_time_in_proportion() -> None:
    def spent(papers: int) -> float:
        text = "".join(f'<{BASE}{n}> <https://x.org/p> "{n}", "x" .\n' for n in range(papers))
        source = source_from_text(text, "a.ttl")
        started = time.process_time()
        lines = subject_lines(source, {f"{BASE}{n}" for n in range(papers)})
        assert lines[f"{BASE}{papers - 1}"] == papers
        return time.process_time() - started

    assert spent(20_000) < 40 * spent(2_000), "ten times the text, not a hundred times the time"
