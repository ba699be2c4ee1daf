"""Authority files: what the resolver may know, where each fact stands, what belongs to a list."""

from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.compiler import load_knowhow
from awesome_rnn_kg.graph.authorities import (
    Curated,
    load_curated,
    make_authorities,
    make_lexicon,
    read_evidence,
    read_iris,
    read_turtle,
    read_words,
)
from awesome_rnn_kg.graph.curated import select
from awesome_rnn_kg.graph.origins import HEADER, origins_table
from awesome_rnn_kg.graph.prefixes import BASE
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, PROV, RDF, SKOS
from awesome_rnn_kg.text.source import InputError, Span

HEAD = """\
@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .
@prefix architecture: <https://w3id.org/awesome-rnn-kg/architecture/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix institution: <https://w3id.org/awesome-rnn-kg/institution/> .
@prefix paper: <https://w3id.org/awesome-rnn-kg/paper/> .
@prefix person: <https://w3id.org/awesome-rnn-kg/person/> .
@prefix role: <https://w3id.org/awesome-rnn-kg/role/> .
@prefix scheme: <https://w3id.org/awesome-rnn-kg/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix venue: <https://w3id.org/awesome-rnn-kg/venue/> .
"""
THINGS = """
architecture:grid-lstm
    a arnn:Architecture, skos:Concept ;
    skos:prefLabel "grid LSTM" ;
    skos:broader architecture:lstm ;
    arnn:introducedBy paper:grid .

architecture:lstm
    a arnn:Architecture, skos:Concept ;
    skos:prefLabel "LSTM" ;
    skos:narrower architecture:grid-lstm .

architecture:other
    a arnn:Architecture, skos:Concept ;
    skos:prefLabel "other" .

institution:lab
    a arnn:Institution, arnn:ResearchInstitute ;
    skos:prefLabel "Lab" ;
    skos:altLabel "The Lab" ;
    arnn:partOf institution:university .

institution:university
    a arnn:Institution, arnn:University ;
    skos:prefLabel "University" .

paper:grid
    arnn:uses architecture:lstm ;
    arnn:proposes architecture:grid-lstm .

paper:gone
    dcterms:isReplacedBy paper:grid .

person:yi-yang
    a arnn:Person ;
    skos:prefLabel "Yi Yang" ;
    arnn:ambiguousName true ;
    arnn:authorOf paper:grid, paper:unlisted .

role:code
    a skos:Concept ;
    skos:prefLabel "code" ;
    skos:altLabel "GitHub" ;
    skos:inScheme scheme:link-roles .

venue:icml
    a arnn:Conference, arnn:Venue ;
    skos:prefLabel "ICML" .
"""
EVIDENCE = """\
subject\tpredicate\tobject\tsource\twhere
institution:lab\tarnn:partOf\t*\thttps://lab.org/a b\tabout
paper:grid\tarnn:uses\tarchitecture:lstm\ttitle of the paper\t
paper:grid\tarnn:uses\tarchitecture:other\ttitle of the paper\t
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    path = tmp_path / "things.ttl"
    path.write_text(HEAD + THINGS, "utf-8")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/things.tsv").write_text(EVIDENCE, "utf-8")
    return path


@pytest.fixture
def curated(files: Path) -> Curated:
    return load_curated([files])


def term(name: str) -> str:
    return f"<{BASE}{name}>"


@pytest.mark.parametrize(
    ("triple", "text"),
    [
        ((term("institution/lab"), SKOS.altLabel, '"The Lab"'), 'skos:altLabel "The Lab" ;'),
        (
            (term("institution/lab"), ARNN.partOf, term("institution/university")),
            "arnn:partOf institution:university .",
        ),
        (
            (term("institution/university"), SKOS.prefLabel, '"University"'),
            'skos:prefLabel "University" .',
        ),
        (
            (term("paper/grid"), ARNN.proposes, term("architecture/grid-lstm")),
            "arnn:proposes architecture:grid-lstm .",
        ),
        (
            (term("person/yi-yang"), ARNN.authorOf, term("paper/unlisted")),
            "arnn:authorOf paper:grid, paper:unlisted .",
        ),
        (
            (
                term("person/yi-yang"),
                ARNN.ambiguousName,
                '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
            ),
            "arnn:ambiguousName true ;",
        ),
        (
            (term("architecture/grid-lstm"), SKOS.broader, term("architecture/lstm")),
            "skos:broader architecture:lstm ;",
        ),
        ((term("venue/icml"), RDF.type, ARNN.Venue), "a arnn:Conference, arnn:Venue ;"),
    ],
)
def test_a_fact_is_at_its_line_in_the_block_of_its_subject(
    curated: Curated, triple: tuple[str, str, str], text: str
) -> None:
    span = curated.span(triple)
    lines = (HEAD + THINGS).split("\n")
    assert span.path == "things.ttl"
    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == text


def test_every_curated_fact_of_ours_is_found_at_its_own_line() -> None:
    """Not at the first line of its block, where the search gives up."""
    curated = load_knowhow().curated
    for triple in curated.places:
        span = curated.span(triple)
        line = (resources.path("data") / span.path).read_text("utf-8").split("\n")[span.line - 1]
        assert line.startswith("    "), triple


def test_things_are_what_the_files_say(curated: Curated) -> None:
    known = make_authorities(curated, [], {}, ("Lua",))
    lab = known.institutions.find("the lab")
    assert lab
    assert (lab.iri, lab.label, lab.labels, lab.kind, lab.above) == (
        f"{BASE}institution/lab",
        "Lab",
        ("The Lab",),
        "ResearchInstitute",
        (f"{BASE}institution/university",),
    )
    (yang,) = known.people.named("yi  YANG")
    assert yang.ambiguous
    assert yang.works == {f"{BASE}paper/grid", f"{BASE}paper/unlisted"}
    grid = known.architectures.find("Grid LSTM")
    assert grid
    assert grid.above == (f"{BASE}architecture/lstm",)
    assert known.languages == ("Lua",)
    assert known.institutions.find("Grid LSTM") is None


def test_labels_of_classes_are_headings(curated: Curated) -> None:
    ontology = [
        (ARNN.BlogPost, SKOS.altLabel, '"Blog posts"'),
        (SKOS.Concept, SKOS.altLabel, '"x"'),
    ]
    known = make_authorities(curated, ontology, {}, ())
    assert known.kinds == {"blog posts": "BlogPost"}


def test_the_lexicon_has_the_labels_of_roles_and_venues(curated: Curated) -> None:
    lexicon = make_lexicon(make_authorities(curated, [], {}, ()))
    assert lexicon.names_link("github")
    assert lexicon.names_venue("ICML")
    assert not lexicon.names_link("ICML")


def test_a_list_gets_what_it_names_and_what_stands_above(curated: Curated) -> None:
    listed = [
        (term("paper/grid"), RDF.type, ARNN.Paper),
        (term("paper/grid"), ARNN.institution, term("institution/lab")),
    ]
    kept = select(curated, listed).placed()
    assert {s for s, _, _ in kept if "/evidence/" not in s} == {
        term("architecture/grid-lstm"),
        term("architecture/lstm"),
        term("institution/lab"),
        term("institution/university"),
        term("paper/gone"),
        term("paper/grid"),
        term("role/code"),
    }


def test_a_fact_about_what_no_list_names_stays_out(curated: Curated) -> None:
    kept = select(curated, [(term("paper/grid"), DCTERMS.creator, term("person/yi-yang"))]).placed()
    facts = {t[1:] for t in kept if t[0] == term("person/yi-yang")}
    assert (SKOS.prefLabel, '"Yi Yang"') in facts
    assert [o for p, o in facts if p == ARNN.authorOf] == [term("paper/grid")]


def test_what_stands_below_or_comes_after_is_not_drawn_in(curated: Curated) -> None:
    kept = select(curated, [(term("x"), ARNN.uses, term("architecture/lstm"))]).placed()
    assert {s for s, _, _ in kept} == {term("architecture/lstm"), term("role/code")}
    assert not any(p == SKOS.narrower for _, p, _ in kept)


def test_evidence_stands_for_each_fact_that_is_kept(curated: Curated) -> None:
    kept = select(
        curated, [(term("paper/grid"), ARNN.institution, term("institution/lab"))]
    ).placed()
    nodes = {s for s, p, o in kept if (p, o) == (RDF.type, ARNN.Evidence)}
    said = [{p: o for s, p, o in kept if s == node} for node in nodes]
    assert sorted(said, key=lambda e: e[RDF.predicate]) == [
        {
            RDF.type: ARNN.Evidence,
            RDF.subject: term("institution/lab"),
            RDF.predicate: ARNN.partOf,
            RDF.object: term("institution/university"),
            PROV.wasDerivedFrom: "<https://lab.org/a%20b>",
            ARNN.evidence: '"about"',
        },
        {
            RDF.type: ARNN.Evidence,
            RDF.subject: term("paper/grid"),
            RDF.predicate: ARNN.uses,
            RDF.object: term("architecture/lstm"),
            DCTERMS.bibliographicCitation: '"title of the paper"',
        },
    ]
    assert {kept[t].path for t in kept if t[0] in nodes} == {"evidence/things.tsv"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("paper:a\tarnn:uses", r"x\.tsv:2: has 2 cells; 5 were expected"),
        (
            "nope:a\tarnn:uses\t*\tsource\t",
            r"x\.tsv:2: 'nope:a' does not begin with a known prefix",
        ),
        ('paper:a\tarnn:uses\t"open\tsource\t', r"x\.tsv:2: '\"open' is no Turtle literal"),
    ],
)
def test_a_wrong_row_of_evidence_is_said(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(f"head\n{row}\n", "utf-8")
    with pytest.raises(InputError, match=message):
        list(read_evidence(path))


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ("*", "*"),
        ("paper:a", f"<{BASE}paper/a>"),
        ("<https://x.org/>", "<https://x.org/>"),
        ("2015", '"2015"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ('"a \\"b\\""', '"a \\"b\\""'),
        ('"x"^^xsd:anyURI', '"x"^^<http://www.w3.org/2001/XMLSchema#anyURI>'),
    ],
)
def test_the_object_of_a_row(tmp_path: Path, cell: str, term: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(f"head\npaper:a\tarnn:uses\t{cell}\tsource\twhere\n", "utf-8")
    (row,) = read_evidence(path)
    assert (row.object, row.source, row.where, row.span.line) == (term, "source", "where", 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<https://x.org/a> a", r"x\.ttl:1:\d+: "),
        ("<https://x.org/a> <https://x.org/b> [] .", r"x\.ttl: holds a blank node"),
    ],
)
def test_a_wrong_file_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        list(read_turtle(path))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl: "):
        list(read_turtle(tmp_path / "none.ttl"))


def test_the_register_and_the_languages(tmp_path: Path) -> None:
    (tmp_path / "iris.tsv").write_text("iri\tkey\nhttps://x.org/a\twork title:a b\n", "utf-8")
    assert read_iris(tmp_path / "iris.tsv") == {"work title:a b": "https://x.org/a"}
    assert read_iris(tmp_path / "none.tsv") == {}
    (tmp_path / "languages.txt").write_text("# head\nC++\n\nLua\n", "utf-8")
    assert read_words(tmp_path / "languages.txt") == ("C++", "Lua")


def test_origins_name_files_not_folders_in_order() -> None:
    one: dict[tuple[str, str, str], Span] = {
        ("<x:b>", "<x:p>", '"v"'): Span("/home/me/list.md", 3, 1, 3, 9)
    }
    two = {("<x:a>", "<x:p>", '"v"'): Span("evidence/people.tsv", 7, 1, 7, 20)}
    assert "".join(origins_table(one, two)) == (
        HEADER
        + '<x:a>\t<x:p>\t"v"\tevidence/people.tsv\t7\t1\t7\t20\n'
        + '<x:b>\t<x:p>\t"v"\tlist.md\t3\t1\t3\t9\n'
    )


UNTITLED = """
paper:grid
    arnn:evaluatedOn paper:corpus .

paper:corpus
    a arnn:Dataset, arnn:Resource ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> .
"""


def test_a_work_that_only_another_list_titles_stays_out(tmp_path: Path) -> None:
    path = tmp_path / "things.ttl"
    path.write_text(HEAD + UNTITLED, "utf-8")
    curated = load_curated([path])
    grid, corpus = term("paper/grid"), term("paper/corpus")
    elsewhere = select(curated, [(grid, RDF.type, ARNN.Paper)]).facts
    assert not any(corpus in triple for triple in elsewhere)
    titled = [(grid, RDF.type, ARNN.Paper), (corpus, DCTERMS.title, '"Corpus"')]
    assert (grid, ARNN.evaluatedOn, corpus) in select(curated, titled).facts
