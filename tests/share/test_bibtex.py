"""The BibTeX is read back with bibtexparser, and small graphs are written by hand."""

from __future__ import annotations

import re
import string

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library

from awesome_rnn_kg.graph.terms import Triple, any_uri, integer, literal
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, SCHEMA, SKOS, expand
from awesome_rnn_kg.share.bibtex import bibtex, escape, protected
from awesome_rnn_kg.share.personal_names import PersonalName, parse_name

PAPER, VERSION, VENUE = expand("paper:p"), expand("publication:p"), expand("venue:v")


def work(title: str, authors: str, *names: str, kind: str = ARNN.Paper) -> list[Triple]:
    """A work with its authorships; `authors` is its author string."""
    triples = [
        (PAPER, RDF.type, ARNN.Resource),
        (PAPER, RDF.type, kind),
        (PAPER, DCTERMS.title, literal(title)),
        (PAPER, ARNN.authorString, literal(authors)),
        (PAPER, ARNN.year, integer(2015)),
    ]
    for number, name in enumerate(names, 1):
        own = expand(f"authorship:p-{number}")
        triples += [
            (PAPER, ARNN.hasAuthorship, own),
            (own, ARNN.ordinal, integer(number)),
            (own, ARNN.nameAsPrinted, literal(name)),
            (own, ARNN.agent, expand(f"person:{number}")),
        ]
    return triples


def version(kind: str, label: str, status: str = "published") -> list[Triple]:
    """A published version of the work in a venue."""
    return [
        (PAPER, ARNN.hasPublication, VERSION),
        (PAPER, ARNN.venue, VENUE),
        (VERSION, ARNN.venue, VENUE),
        (VERSION, ARNN.publicationType, expand(f"type:{kind}")),
        (VERSION, ARNN.status, expand(f"status:{status}")),
        (VERSION, ARNN.year, integer(2016)),
        (VERSION, ARNN.pages, literal("1–9")),
        (VENUE, SKOS.prefLabel, literal(label)),
    ]


def parsed(triples: list[Triple]) -> Library:
    library = parse_string("".join(bibtex(triples)))
    assert library.failed_blocks == []
    return library


def fields(triples: list[Triple]) -> dict[str, str]:
    (entry,) = parsed(triples).entries
    return {
        "type": entry.entry_type,
        "key": entry.key,
        **{f.key: f.value for f in entry.fields},
    }


@pytest.fixture(scope="module")
def library(flagship: list[Triple]) -> Library:
    return parsed(flagship)


def test_flagship_parses_and_holds_every_paper(flagship: list[Triple], library: Library) -> None:
    entries = library.entries
    papers = {s for s, p, o in flagship if p == RDF.type and o == ARNN.Paper}
    assert len(entries) > len(papers) > 100
    assert len({e.key for e in entries}) == len(entries)
    assert all(e.fields_dict["author"].value and e.fields_dict["title"].value for e in entries)


def test_flagship_entry_in_full(library: Library) -> None:
    entry = library.entries_dict["xu2015show"]
    assert entry.entry_type == "inproceedings"
    assert entry["author"].startswith("Xu, Kelvin and Ba, Jimmy Lei and Kiros, Ryan and ")
    assert entry["title"].startswith("{Show}, {Attend} and {Tell}: {Neural} {Image}")
    assert entry["booktitle"] == "International Conference on Machine Learning"
    assert (entry["year"], entry["pages"]) == ("2015", "2048--2057")
    assert (entry["eprint"], entry["archivePrefix"]) == ("1502.03044", "arXiv")


def test_no_key_needs_more_than_ascii(library: Library) -> None:
    allowed = set(string.ascii_lowercase + string.digits)
    assert all(set(e.key) <= allowed for e in library.entries)


def test_same_bytes_for_the_same_set(flagship: list[Triple]) -> None:
    assert list(bibtex(flagship)) == list(bibtex(reversed(flagship)))


@pytest.mark.parametrize(
    ("kind", "expected", "field"),
    [
        ("conference", "inproceedings", "booktitle"),
        ("workshop", "inproceedings", "booktitle"),
        ("journal", "article", "journal"),
    ],
)
def test_type_by_publication(kind: str, expected: str, field: str) -> None:
    found = fields([*work("T", "Ann Lee", "Ann Lee"), *version(kind, "Letters of Things")])
    assert (found["type"], found[field]) == (expected, "Letters of Things")
    assert (found["year"], found["pages"]) == ("2016", "1--9")


def test_what_is_under_review_has_no_outlet() -> None:
    found = fields([*work("T", "A B", "A B"), *version("conference", "ICLR", "under-review")])
    assert found["type"] == "misc"
    assert "booktitle" not in found


def test_preprint_is_misc_with_eprint() -> None:
    found = fields([*work("T", "A B", "A B"), (PAPER, ARNN.arxivId, literal("1502.03044"))])
    assert (found["type"], found["eprint"], found["archivePrefix"]) == (
        "misc",
        "1502.03044",
        "arXiv",
    )


def test_thesis_names_its_school() -> None:
    school = expand("institution:i")
    thesis = work("T", "A B", "A B", kind=ARNN.Thesis)
    found = fields(
        [*thesis, (PAPER, ARNN.institution, school), (school, SKOS.prefLabel, literal("Elsewhere"))]
    )
    assert (found["type"], found["school"]) == ("phdthesis", "Elsewhere")


def test_version_with_other_authors_is_not_cited() -> None:
    other = (VERSION, ARNN.authorString, literal("C D"))
    found = fields([*work("T", "A B", "A B"), *version("journal", "Things"), other])
    assert found["type"] == "misc"


def test_authors_in_order_with_more_to_come() -> None:
    names = [f"A{n} B{n}" for n in range(1, 12)]
    found = fields(work("T", f"{', '.join(names)} et al.", *names))
    expected = [f"B{n}, A{n}" for n in range(1, 12)]
    assert found["author"] == " and ".join([*expected, "others"])


def test_name_with_a_comma_is_taken_from_its_authorship() -> None:
    found = fields(work("T", "John Smith, Jr., Ann Lee", "John Smith, Jr.", "Ann Lee"))
    assert found["author"] == "Smith, Jr., John and Lee, Ann"


def test_organization_stays_whole() -> None:
    house = (expand("person:1"), RDF.type, ARNN.Institution)
    found = fields([*work("T", "Bell and Sons", "Bell and Sons"), house])
    assert found["author"] == "{Bell and Sons}"


def test_equal_keys_are_told_apart() -> None:
    first = work("T", "A B", "A B")
    second = [
        (s.replace("/p>", "/q>").replace("/p-", "/q-"), p, o.replace("/p-", "/q-"))
        for s, p, o in first
    ]
    triples = [*first, *second]
    assert [e.key for e in parsed(triples).entries] == ["b2015t", "b2015tb"]


def test_url_cannot_end_the_field() -> None:
    link = expand("link:1")
    url = any_uri("http://example.org/a_b?x={y}%20#z")
    found = fields([*work("T", "A B", "A B"), (PAPER, ARNN.hasLink, link), (link, SCHEMA.url, url)])
    assert found["url"] == "http://example.org/a_b?x=%7By%7D%20#z"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Lee", PersonalName("Lee", "Ann")),
        ("Aäron van den Oord", PersonalName("Oord", "Aäron", "van den")),
        ("Nando de Freitas", PersonalName("Freitas", "Nando", "de")),
        ("Bart van Merriënboer", PersonalName("Merriënboer", "Bart", "van")),
        ("Philip H. S. Torr", PersonalName("Torr", "Philip H. S.")),
        ('Jan "Honza" Černocký', PersonalName("Černocký", "Jan")),
        ("John Smith, Jr.", PersonalName("Smith", "John", "", "Jr.")),
        ("Hal Daumé III", PersonalName("Daumé", "Hal", "", "III")),
        ("van den Oord, Aäron", PersonalName("Oord", "Aäron", "van den")),
        ("nlintz", PersonalName("nlintz")),
        ("", PersonalName("")),
    ],
)
def test_parts_of_names(name: str, expected: PersonalName) -> None:
    assert parse_name(name) == expected


def test_special_characters_are_escaped() -> None:
    assert escape(r"&%$#_{}~^\é") == (
        r"\&\%\$\#\_\{\}\textasciitilde{}\textasciicircum{}\textbackslash{}é"
    )


def test_words_with_capitals_are_protected() -> None:
    assert protected("RNNs in C++: a m-RNN view, for Free") == (
        "{RNNs} in {C++}: a {m-RNN} view, for {Free}"
    )


def test_braces_balance_in_the_flagship(flagship: list[Triple]) -> None:
    text = re.sub(r"\\[{}]", "", "".join(bibtex(flagship)))
    assert text.count("{") == text.count("}")
