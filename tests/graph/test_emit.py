"""Emitted triples: exactly the contract's, each with the place that says so."""

import re
from collections import defaultdict

import pytest

from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.graph.emit import emit
from awesome_rnn_kg.graph.prefixes import BASE, PREFIXES
from awesome_rnn_kg.graph.terms import Triple, datatype_of, is_iri, text_of
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, SCHEMA, SKOS, XSD
from awesome_rnn_kg.text.source import Span

from ..resolve.lists import catalogue
from .examples import triples

LIST = """\
# Small

Papers of two.

## Machine Translation

* UCLA + Baidu [[Code](https://github.com/x/y)]
  * A. Graves and Ann Lee, *One Title: Its Rest*, arXiv:1511.02301 / ICML 2015 [[Paper](http://arxiv.org/abs/1511.02301)] (Oral)
"""  # noqa: E501 - an entry is one line
DIGEST = "58cb974c1d1444f3d182e84df432de5a39db3c3648271a5ede7a66c7d51c8ebc"
EXPECTED = f"""
list:small a arnn:List ;
    skos:prefLabel "Small" ;
    dcterms:description "Papers of two." ;
    dcterms:source "list.md sha256:{DIGEST}" .

section:small a arnn:Section, arnn:Placed ;
    skos:prefLabel "Small" ;
    dcterms:description "Papers of two." ;
    arnn:introduction "Papers of two." ;
    arnn:inList list:small ;
    arnn:position 1 ; arnn:startLine 1 ; arnn:endLine 1 .

section:machine-translation a arnn:Section, arnn:Placed ;
    skos:prefLabel "Machine Translation" ;
    arnn:inList list:small ;
    arnn:parentSection section:small ;
    arnn:names application:machine-translation ;
    arnn:position 2 ; arnn:startLine 5 ; arnn:endLine 5 .

group:ucla-baidu a arnn:Group, arnn:Placed ;
    skos:prefLabel "UCLA + Baidu" ;
    arnn:inSection section:machine-translation ;
    arnn:names institution:ucla, institution:baidu ;
    arnn:hasLink link:group-ucla-baidu-1 ;
    arnn:position 1 ; arnn:startLine 7 ; arnn:endLine 7 .

link:group-ucla-baidu-1 a arnn:Link ;
    schema:url "https://github.com/x/y"^^xsd:anyURI ;
    arnn:role role:code ;
    arnn:labelAsPrinted "Code" ;
    arnn:ordinal 1 .

entry:one-title a arnn:ListEntry, arnn:Placed ;
    arnn:describes paper:one-title ;
    arnn:inSection section:machine-translation ;
    arnn:inGroup group:ucla-baidu ;
    prov:wasDerivedFrom list:small ;
    arnn:position 1 ; arnn:startLine 8 ; arnn:endLine 8 ;
    arnn:titleAsPrinted "One Title: Its Rest" ;
    arnn:authorsAsPrinted "A. Graves and Ann Lee" ;
    arnn:venueAsPrinted "arXiv:1511.02301 / ICML 2015" ;
    arnn:remark "Oral" ;
    arnn:hasLink link:one-title-1, link:group-ucla-baidu-1 .

paper:one-title a arnn:Paper, arnn:Resource ;
    dcterms:title "One Title: Its Rest" ;
    dcterms:creator person:alex-graves, person:ann-lee ;
    arnn:authorString "A. Graves, Ann Lee" ;
    arnn:year 2015 ;
    arnn:venue venue:icml ;
    arnn:institution institution:ucla, institution:baidu ;
    arnn:arxivId "1511.02301" ;
    arnn:appliedTo application:machine-translation ;
    arnn:listedIn list:small ;
    arnn:hasAuthorship authorship:one-title-1, authorship:one-title-2 ;
    arnn:hasInstitutionCredit credit:one-title-1, credit:one-title-2 ;
    arnn:hasPublication publication:one-title-arxiv, publication:one-title-icml-2015 ;
    arnn:hasLink link:one-title-1, link:group-ucla-baidu-1 .

link:one-title-1 a arnn:Link ;
    schema:url "http://arxiv.org/abs/1511.02301"^^xsd:anyURI ;
    arnn:role role:paper ;
    arnn:labelAsPrinted "Paper" ;
    arnn:ordinal 1 .

authorship:one-title-1 a arnn:Authorship, arnn:Credit ;
    arnn:ordinal 1 ; arnn:agent person:alex-graves ; arnn:nameAsPrinted "A. Graves" .
authorship:one-title-2 a arnn:Authorship, arnn:Credit ;
    arnn:ordinal 2 ; arnn:agent person:ann-lee ; arnn:nameAsPrinted "Ann Lee" .
credit:one-title-1 a arnn:InstitutionCredit, arnn:Credit ;
    arnn:ordinal 1 ; arnn:agent institution:ucla ; arnn:labelAsPrinted "UCLA" .
credit:one-title-2 a arnn:InstitutionCredit, arnn:Credit ;
    arnn:ordinal 2 ; arnn:agent institution:baidu ; arnn:labelAsPrinted "Baidu" .

publication:one-title-arxiv a arnn:Publication ;
    arnn:publicationType type:preprint ; arnn:year 2015 ; arnn:arxivId "1511.02301" .
publication:one-title-icml-2015 a arnn:Publication ;
    arnn:publicationType type:conference ; arnn:year 2015 ; arnn:venue venue:icml ;
    arnn:status status:published .

person:alex-graves skos:altLabel "A. Graves" .
person:ann-lee a arnn:Person, arnn:Agent ; skos:prefLabel "Ann Lee" .
"""


def test_a_small_list_gives_exactly_these_triples() -> None:
    emitted = set(emit(catalogue(LIST)).origins)
    expected = set(triples(EXPECTED))
    assert sorted(emitted - expected) == []
    assert sorted(expected - emitted) == []


def _place(*triple: str) -> Span:
    prefixed = triples(f"{' '.join(triple)} .")
    (only,) = prefixed
    return emit(catalogue(LIST)).origins[only]


TRANSLATION = "application:machine-translation"


@pytest.mark.parametrize(
    ("triple", "line", "text"),
    [
        (("paper:one-title", "dcterms:title", '"One Title: Its Rest"'), 8, "One Title: Its Rest"),
        (("paper:one-title", "dcterms:creator", "person:ann-lee"), 8, "Ann Lee"),
        (("paper:one-title", "arnn:venue", "venue:icml"), 8, "ICML 2015"),
        (("paper:one-title", "arnn:year", "2015"), 8, "ICML 2015"),
        (("paper:one-title", "arnn:institution", "institution:baidu"), 7, "UCLA + Baidu"),
        (("paper:one-title", "arnn:appliedTo", TRANSLATION), 5, "Machine Translation"),
        (("entry:one-title", "arnn:remark", '"Oral"'), 8, "Oral"),
        (("list:small", "dcterms:description", '"Papers of two."'), 3, "Papers of two."),
    ],
)  # fmt: skip
def test_the_origin_of_a_triple_is_the_text_that_says_it(
    triple: tuple[str, ...], line: int, text: str
) -> None:
    span = _place(*triple)
    assert (span.line, span.end_line) == (line, line)
    assert LIST.split("\n")[line - 1][span.column - 1 : span.end_column - 1] == text


def test_a_thing_of_the_authority_files_gets_no_type_and_no_label_from_a_list() -> None:
    emitted = emit(catalogue(LIST)).origins
    known = (f"<{BASE}institution/", f"<{BASE}venue/", f"<{BASE}person/alex-graves>")
    assert [t for t in emitted if t[0].startswith(known) and t[1] != SKOS.altLabel] == []


def test_a_workshop_that_no_file_knows_says_what_it_is_part_of() -> None:
    emitted = emit(catalogue("# L\n\n* Ann Lee, *T Word*, ICML Workshop 2015\n")).origins
    workshop = f"<{BASE}venue/icml-workshop>"
    assert {t[1:] for t in emitted if t[0] == workshop} == {
        (RDF.type, ARNN.Workshop),
        (RDF.type, ARNN.Venue),
        (SKOS.prefLabel, '"ICML Workshop"'),
        (ARNN.partOf, f"<{BASE}venue/icml>"),
    }


def test_a_survey_is_a_paper_and_a_resource() -> None:
    emitted = emit(catalogue("# L\n\n## Surveys\n\n* Ann Lee, *T Word*, ICML 2015\n")).origins
    types = {o for s, p, o in emitted if s == f"<{BASE}paper/t-word>" and p == RDF.type}
    assert types == {ARNN.Survey, ARNN.Paper, ARNN.Resource}


# What holds of every list, shown on ours.

PRINTED = {
    DCTERMS.title, DCTERMS.alternative, DCTERMS.description, SCHEMA.url, SKOS.prefLabel,
    ARNN.nameAsPrinted, ARNN.labelAsPrinted, ARNN.titleAsPrinted, ARNN.authorsAsPrinted,
    ARNN.venueAsPrinted, ARNN.remark, ARNN.introduction,
}  # fmt: skip
COUNTED = {
    ARNN.ordinal, ARNN.position, ARNN.startLine, ARNN.endLine, ARNN.year, ARNN.authorString,
    ARNN.arxivId, ARNN.doi, SCHEMA.programmingLanguage, DCTERMS.source, SKOS.altLabel,
    SKOS.scopeNote,
}  # fmt: skip


@pytest.fixture(scope="module")
def flagship() -> Build:
    return compile_list()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _lines(build: Build, span: Span) -> str:
    return "\n".join(build.catalogue.documents[0].source.lines[span.line - 1 : span.end_line])


def _printed(build: Build) -> list[tuple[Triple, Span]]:
    known = {a.iri for a in build.catalogue.agents if a.known}
    return [
        (t, span) for t, span in build.listed.items() if t[1] in PRINTED and t[0][1:-1] not in known
    ]


def test_the_words_of_printed_values_stand_on_the_lines_of_their_origin(flagship: Build) -> None:
    assert len(_printed(flagship)) > 2000
    for (subject, predicate, value), span in _printed(flagship):
        words, there = _words(text_of(value)), set(_words(_lines(flagship, span)))
        missing = [w for w in words if w not in there]
        assert missing == [], f"{subject} {predicate} {value}: not on line {span.line}"


def test_identifiers_stand_on_the_lines_of_their_origin(flagship: Build) -> None:
    checked = 0
    for (_, predicate, value), span in flagship.listed.items():
        if predicate in (ARNN.arxivId, ARNN.doi):
            checked += 1
            group = flagship.catalogue.documents[0].source.lines[span.line - 2]
            assert text_of(value) in f"{group}\n{_lines(flagship, span)}".lower()
    assert checked > 200


def test_every_literal_is_printed_or_counted(flagship: Build) -> None:
    assert {p for _, p, o in flagship.listed if not is_iri(o)} <= PRINTED | COUNTED


def test_integers_and_addresses_have_their_datatypes(flagship: Build) -> None:
    numbers = {ARNN.ordinal, ARNN.position, ARNN.startLine, ARNN.endLine, ARNN.year}
    for _, predicate, value in flagship.listed:
        if not is_iri(value):
            expected = XSD.integer if predicate in numbers else XSD.string
            expected = XSD.anyURI if predicate == SCHEMA.url else expected
            assert datatype_of(value) == expected


def test_every_origin_is_a_place_in_the_source(flagship: Build) -> None:
    source = flagship.catalogue.documents[0].source
    for triple, span in flagship.listed.items():
        assert span.path == source.path, triple
        assert 1 <= span.line <= span.end_line <= len(source.lines), triple
        assert 1 <= span.column <= len(source.line(span.line)) + 1, triple
        assert 1 <= span.end_column <= len(source.line(span.end_line)) + 1, triple
        assert (span.line, span.column) < (span.end_line, span.end_column), triple


def test_every_curated_triple_has_its_line(flagship: Build) -> None:
    for triple, span in flagship.curated.items():
        assert span.path.endswith((".ttl", ".tsv")), triple
        assert 1 <= span.line <= span.end_line, triple


def test_there_are_no_blank_nodes(flagship: Build) -> None:
    terms = {term for triple in flagship.asserted for term in triple}
    assert {term[0] for term in terms} == {"<", '"'}


def test_nothing_dangles(flagship: Build) -> None:
    subjects = {t[0] for t in flagship.asserted}
    ours = {o for _, _, o in flagship.asserted if o.startswith(f"<{BASE}")}
    assert sorted(o for o in ours - subjects if not o.startswith(f"<{PREFIXES['arnn']}")) == []


SUPERCLASSES = {
    ARNN.Survey: ARNN.Paper,
    ARNN.Authorship: ARNN.Credit,
    ARNN.InstitutionCredit: ARNN.Credit,
    ARNN.Person: ARNN.Agent,
    ARNN.Institution: ARNN.Agent,
    ARNN.University: ARNN.Institution,
    ARNN.Company: ARNN.Institution,
    ARNN.ResearchInstitute: ARNN.Institution,
    ARNN.Conference: ARNN.Venue,
    ARNN.Workshop: ARNN.Venue,
    ARNN.Journal: ARNN.Venue,
    ARNN.ListEntry: ARNN.Placed,
    ARNN.Group: ARNN.Placed,
    ARNN.Section: ARNN.Placed,
    ARNN.Architecture: SKOS.Concept,
    ARNN.Application: SKOS.Concept,
}
SUPERCLASSES |= dict.fromkeys(
    (
        ARNN.Paper, ARNN.Book, ARNN.Thesis, ARNN.Course, ARNN.Lecture, ARNN.Software, ARNN.Dataset,
        ARNN.Tutorial, ARNN.Documentation, ARNN.BlogPost, ARNN.Demo,
    ),
    ARNN.Resource,
)  # fmt: skip


@pytest.mark.parametrize("cls", SUPERCLASSES)
def test_superclasses_are_asserted(flagship: Build, cls: str) -> None:
    members = {s for s, p, o in flagship.asserted if (p, o) == (RDF.type, cls)}
    assert members
    above = {s for s, p, o in flagship.asserted if (p, o) == (RDF.type, SUPERCLASSES[cls])}
    assert members <= above


@pytest.mark.parametrize("predicate", [ARNN.hasAuthorship, ARNN.hasInstitutionCredit])
def test_ordinals_run_from_one_without_a_gap(flagship: Build, predicate: str) -> None:
    ordinal = {s: int(text_of(o)) for s, p, o in flagship.asserted if p == ARNN.ordinal}
    found: dict[str, list[int]] = defaultdict(list)
    for subject, verb, value in flagship.asserted:
        if verb == predicate:
            found[subject].append(ordinal[value])
    assert len(found) > 20
    assert {s: n for s, n in found.items() if sorted(n) != [*range(1, len(n) + 1)]} == {}


def test_shortcuts_say_what_the_credits_say(flagship: Build) -> None:
    agent = {s: o for s, p, o in flagship.asserted if p == ARNN.agent}
    for detailed, shortcut in (
        (ARNN.hasAuthorship, DCTERMS.creator),
        (ARNN.hasInstitutionCredit, ARNN.institution),
    ):
        long = {(s, agent[o]) for s, p, o in flagship.asserted if p == detailed}
        assert long == {(s, o) for s, p, o in flagship.asserted if p == shortcut}


ONCE = {
    ARNN.ListEntry: [ARNN.describes, ARNN.inSection, ARNN.position, ARNN.startLine, ARNN.endLine],
    ARNN.Group: [SKOS.prefLabel, ARNN.inSection, ARNN.startLine, ARNN.endLine],
    ARNN.Section: [SKOS.prefLabel, ARNN.inList, ARNN.position],
    ARNN.Authorship: [ARNN.ordinal, ARNN.agent, ARNN.nameAsPrinted],
    ARNN.InstitutionCredit: [ARNN.ordinal, ARNN.agent],
    ARNN.Link: [SCHEMA.url, ARNN.role, ARNN.ordinal],
    ARNN.Publication: [ARNN.publicationType],
    ARNN.Resource: [DCTERMS.title],
    ARNN.Agent: [SKOS.prefLabel],
    ARNN.Venue: [SKOS.prefLabel],
    ARNN.List: [SKOS.prefLabel, DCTERMS.source],
}


@pytest.mark.parametrize("cls", ONCE)
def test_what_a_thing_must_have_it_has_once(flagship: Build, cls: str) -> None:
    members = {s for s, p, o in flagship.asserted if (p, o) == (RDF.type, cls)}
    assert members
    for predicate in ONCE[cls]:
        having = [s for s, p, _ in flagship.asserted if p == predicate and s in members]
        assert sorted(having) == sorted(members), predicate


@pytest.mark.parametrize(("printed", "pages"), [(", pp. 3-9", ["3–9"]), ("", [])])
def test_pages_stand_where_they_are_printed(printed: str, pages: list[str]) -> None:
    origins = emit(catalogue(f"# L\n\n* A. Graves, *One Title*, ICML 2015{printed}\n")).origins
    assert [text_of(value) for _, predicate, value in origins if predicate == ARNN.pages] == pages
