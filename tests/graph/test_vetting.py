"""Authority files of a list's own: what is added to them, and what is refused."""

from pathlib import Path

import pytest

from awesome_rnn_kg.compiler import compile_list, load_knowhow
from awesome_rnn_kg.graph.prefixes import expand
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF
from awesome_rnn_kg.text.source import InputError

HEAD = """\
@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix institution: <https://w3id.org/awesome-rnn-kg/institution/> .
@prefix person: <https://w3id.org/awesome-rnn-kg/person/> .
@prefix venue: <https://w3id.org/awesome-rnn-kg/venue/> .

"""
LIST = (
    "# L\n\n## P\n\n* Ann Lee and Bo Chen, *A Big Bee*, FooConf 2015 [[Paper](https://x.org/1)]\n"
)


def own(folder: Path, turtle: str) -> Path:
    path = folder / "own.ttl"
    path.write_text(f"{HEAD}{turtle}\n", "utf-8")
    return path


def test_a_special_class_is_enough(tmp_path: Path) -> None:
    path = own(tmp_path, 'venue:fooconf a arnn:Conference ;\n    skos:prefLabel "FooConf" .')
    (tmp_path / "list.md").write_text(LIST)
    build = compile_list(tmp_path / "list.md", [path])
    venue = expand("venue:fooconf")
    assert {o for s, p, o in build.listed if p == ARNN.venue} == {venue}
    span = build.curated[venue, RDF.type, ARNN.Venue]
    assert (span.path, span.line) == ("own.ttl", 7)
    assert build.checked().diagnostics == build.diagnostics
    assert (expand("institution:google"), RDF.type, ARNN.Agent) in load_knowhow().curated.places


def test_labels_can_be_added_to_what_is_known(tmp_path: Path) -> None:
    path = own(tmp_path, 'institution:universite-de-montreal skos:altLabel "UdeM-X" .')
    found = load_knowhow([path]).known.institutions.find("UdeM-X")
    assert found is not None
    assert found.iri.endswith("/universite-de-montreal")


@pytest.mark.parametrize(
    ("turtle", "said"),
    [
        ('person:x a arnn:Persn ; skos:prefLabel "X" .', "did you mean arnn:Person?"),
        ('person:x a arnn:Person ; arnn:usez person:y ; skos:prefLabel "X" .', "arnn:usez is not"),
        ('person:x skos:prefLabel "X" .', "person:x: has no class"),
        ("person:x a arnn:Person .", "person:x: has no skos:prefLabel"),
    ],
)
def test_what_no_list_could_use_is_refused(tmp_path: Path, turtle: str, said: str) -> None:
    path = own(tmp_path, turtle)
    with pytest.raises(InputError, match=rf"own\.ttl:7: .*{said[:-1]}"):
        load_knowhow([path])
