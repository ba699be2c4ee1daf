"""Writers: every format reads back as the same triples, and depends on nothing but them."""

import json
import logging
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_rnn_kg.graph import write
from awesome_rnn_kg.graph.prefixes import BASE, KINDS, PREFIXES, expand
from awesome_rnn_kg.graph.rdflib_graph import from_node
from awesome_rnn_kg.graph.terms import (
    Triple,
    any_uri,
    boolean,
    decimal,
    integer,
    iri,
    is_iri,
    literal,
    text_of,
)
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, PROV, RDF, SCHEMA, SKOS, XSD

# rdflib's own JSON-LD parser uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

Writer = Callable[[Iterable[Triple]], Iterator[str]]
WRITERS: dict[str, Writer] = {
    "nt": write.ntriples,
    "turtle": write.turtle,
    "json-ld": write.jsonld,
    "xml": write.rdfxml,
}
DATASET_WRITERS = {"nquads": write.nquads, "trig": write.trig}
OXIGRAPH_FORMATS = {
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "json-ld": pyoxigraph.RdfFormat.JSON_LD,
    "xml": pyoxigraph.RdfFormat.RDF_XML,
}

X = expand("paper:x")
AWKWARD_TEXTS = [
    "",
    " ",
    'say "x"',
    "it's",
    "a\\b\\",
    "line\nfeed",
    "carriage\rreturn\r\n",
    "tab\there",
    "control \x00\x01\x0b\x1f\x7f\x85",
    "separators \u2028\u2029",
    "beyond 𝔘𝒯",
    "not characters \ufffe\uffff",
    "<b>&amp;</b> ]]>",
    "@prefix",
    "arnn:Paper",
    "_:b0",
    "{} [] ()",
    "e\u0301 é",
    '"""',
]
AWKWARD_IRIS = [
    "http://a.b/c(d),e;f",
    "http://a.b/100%25%20x",
    "http://a.b/é/𝔘",
    "http://a.b/it's?x=1&y=%3C2%3E",
    "urn:isbn:0-486-27557-4",
    f"{BASE}paper/",
    f"{BASE}paper/1-a",
    f"{BASE}paper/a.",
    f"{BASE}paper/-a",
    f"{BASE}paper/a/b",
    f"{BASE}paper/a#b",
    f"{BASE}paper/a(b)",
    f"{BASE}list/mine/paper/x-2",
    f"{BASE}ontology",
]
VALUES = [
    *(literal(text) for text in AWKWARD_TEXTS),
    *(iri(text) for text in AWKWARD_IRIS),
    literal("colour", lang="en-GB"),
    literal("colour", lang="en"),
    integer(2015),
    integer(-3),
    integer(0),
    integer(10**30),
    literal("01", XSD.integer),
    literal("+1", XSD.integer),
    literal("-0", XSD.integer),
    literal("many", XSD.integer),
    decimal("45.50"),
    decimal("-0.0000001"),
    decimal("5"),
    decimal(".5"),
    boolean(True),
    literal("1", XSD.boolean),
    literal("1e3", XSD.double),
    literal("2015", XSD.gYear),
    any_uri("http://a/?q=(1),2 3"),
    literal("x", "<http://a/datatype>"),
]
PREDICATES = [
    DCTERMS.title,
    DCTERMS.creator,
    ARNN.year,
    ARNN.ordinal,
    SCHEMA.url,
    SCHEMA.latitude,
    SKOS.altLabel,
    ARNN.venue,
    PROV.wasDerivedFrom,
    RDF.object,
    "<http://a/unknown>",
    "<http://a/b#other-name>",
]


@pytest.fixture(autouse=True)
def _literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib would read `"01"^^xsd:integer` as `"1"^^xsd:integer`, and log what is no number."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    monkeypatch.setattr(logging.getLogger("rdflib.term"), "disabled", True)


def written(writer: Writer, triples: Iterable[Triple]) -> str:
    return "".join(writer(triples))


def reread(text: str, form: str) -> set[Triple]:
    graph = rdflib.Graph().parse(data=text, format=form)
    return {(from_node(s), from_node(p), from_node(o)) for s, p, o in graph}


def has_xml(triple: Triple) -> bool:
    """Whether RDF/XML can hold the triple: it has no place for control characters."""
    text = "" if is_iri(triple[2]) else text_of(triple[2])
    return all(char in "\t\n\r" or " " <= char < "\ufffe" or char > "\uffff" for char in text)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("predicate", PREDICATES)
def test_awkward_values_read_back(form: str, predicate: str) -> None:
    triples = {(X, predicate, value) for value in VALUES}
    if form == "xml":
        triples = set(filter(has_xml, triples))
    assert reread(written(WRITERS[form], triples), form) == triples


@pytest.mark.parametrize("form", WRITERS)
def test_each_awkward_value_reads_back_alone(form: str) -> None:
    for value in VALUES:
        triple = (iri(AWKWARD_IRIS[0]), ARNN.hasLink, value)
        if form != "xml" or has_xml(triple):
            assert reread(written(WRITERS[form], [triple]), form) == {triple}


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("subject", AWKWARD_IRIS)
def test_awkward_subjects_read_back(form: str, subject: str) -> None:
    triples = {(iri(subject), RDF.type, iri(subject)), (iri(subject), ARNN.venue, iri(subject))}
    assert reread(written(WRITERS[form], triples), form) == triples


@pytest.mark.parametrize("form", WRITERS)
def test_nothing_is_written_of_nothing(form: str) -> None:
    assert reread(written(WRITERS[form], []), form) == set()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LOCAL_NAMES = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co"],
        exclude_characters='<>"{}|^`\\%#?[]/:@',
    ),
    min_size=1,
    max_size=8,
).filter(lambda name: name.strip(".") != "")
IRIS = st.builds(
    lambda kind, name: iri(f"{BASE}{kind}/{name}"), st.sampled_from(KINDS), LOCAL_NAMES
) | st.sampled_from([iri(text) for text in AWKWARD_IRIS])
LITERALS = (
    TEXTS.map(literal)
    | st.integers().map(integer)
    | st.builds(literal, TEXTS, st.sampled_from([XSD.integer, XSD.date, XSD.anyURI, XSD.decimal]))
    | st.builds(
        lambda text, lang: literal(text, lang=lang), TEXTS, st.sampled_from(["en", "de-AT"])
    )
)
TRIPLES = st.builds(
    lambda s, p, o: (s, p, o), IRIS, st.sampled_from([RDF.type, *PREDICATES]), IRIS | LITERALS
).filter(lambda triple: triple[1] != RDF.type or is_iri(triple[2]))
GRAPHS = st.lists(TRIPLES, max_size=12)
RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("form", WRITERS)
@RELAXED
@given(triples=GRAPHS, seed=st.randoms(use_true_random=False))
def test_any_graph_reads_back_whatever_its_order(
    form: str, triples: list[Triple], seed: random.Random
) -> None:
    kept = [triple for triple in triples if form != "xml" or has_xml(triple)]
    text = written(WRITERS[form], kept)
    assert reread(text, form) == set(kept)
    shuffled = kept + kept[:3]
    seed.shuffle(shuffled)
    assert written(WRITERS[form], shuffled) == text


@pytest.mark.parametrize("form", WRITERS)
@RELAXED
@given(triples=GRAPHS)
def test_both_engines_read_the_same(form: str, triples: list[Triple]) -> None:
    kept = [triple for triple in triples if form != "xml" or has_xml(triple)]
    text = written(WRITERS[form], kept)
    by_oxigraph = pyoxigraph.parse(text.encode(), format=OXIGRAPH_FORMATS[form], lenient=True)
    canonical = pyoxigraph.serialize(by_oxigraph, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert canonical is not None
    # pyoxigraph reads language tags in lower case from every format but JSON-LD.
    found = reread(canonical.decode().replace('"@de-at', '"@de-AT'), "nt")
    assert found == set(kept)


@pytest.mark.parametrize("form", DATASET_WRITERS)
@RELAXED
@given(graphs=st.dictionaries(IRIS, GRAPHS.filter(bool), max_size=3))
def test_any_dataset_reads_back(form: str, graphs: dict[str, list[Triple]]) -> None:
    text = "".join(DATASET_WRITERS[form](graphs))
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=form)
    found = {
        (from_node(g), from_node(s), from_node(p), from_node(o))
        for s, p, o, g in dataset.quads()
        if g is not None
    }
    assert found == {(name, *triple) for name, triples in graphs.items() for triple in triples}
    backwards = dict(reversed(graphs.items()))
    assert "".join(DATASET_WRITERS[form](backwards)) == text


SAMPLE: list[Triple] = [
    (expand("paper:x-10"), RDF.type, ARNN.Resource),
    (expand("paper:x-10"), RDF.type, ARNN.Paper),
    (expand("paper:x-10"), ARNN.year, integer(2015)),
    (expand("paper:x-10"), DCTERMS.title, literal("Ten\nlines")),
    (expand("paper:x-10"), ARNN.hasAuthorship, expand("authorship:b")),
    (expand("paper:x-10"), ARNN.hasAuthorship, expand("authorship:a")),
    (expand("paper:x-2"), DCTERMS.title, literal("Two")),
    *(
        (expand("paper:x-2"), ARNN.appliedTo, expand(f"application:a-rather-long-name-{number}"))
        for number in (1, 10, 2, 3)
    ),
    (expand("authorship:b"), ARNN.ordinal, integer(1)),
    (expand("authorship:a"), ARNN.ordinal, integer(2)),
    (expand("institution:lab"), SCHEMA.latitude, decimal("45.50")),
    (expand("institution:lab"), SCHEMA.url, any_uri("http://lab/")),
]


def test_turtle_is_for_readers() -> None:
    assert written(write.turtle, SAMPLE) == (
        "@prefix application: <https://w3id.org/awesome-rnn-kg/application/> .\n"
        "@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .\n"
        "@prefix authorship: <https://w3id.org/awesome-rnn-kg/authorship/> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix institution: <https://w3id.org/awesome-rnn-kg/institution/> .\n"
        "@prefix paper: <https://w3id.org/awesome-rnn-kg/paper/> .\n"
        "@prefix schema: <https://schema.org/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        'paper:x-2 dcterms:title "Two" ;\n'
        "    arnn:appliedTo\n"
        "        application:a-rather-long-name-1,\n"
        "        application:a-rather-long-name-2,\n"
        "        application:a-rather-long-name-3,\n"
        "        application:a-rather-long-name-10 .\n"
        "\n"
        "paper:x-10 a arnn:Paper, arnn:Resource ;\n"
        '    dcterms:title "Ten\\nlines" ;\n'
        "    arnn:hasAuthorship authorship:b, authorship:a ;\n"
        "    arnn:year 2015 .\n"
        "\n"
        "institution:lab schema:latitude 45.50 ;\n"
        '    schema:url "http://lab/"^^xsd:anyURI .\n'
        "\n"
        "authorship:a arnn:ordinal 2 .\n"
        "\n"
        "authorship:b arnn:ordinal 1 .\n"
    )


@pytest.mark.parametrize(("length", "lines"), [(36, 1), (37, 3)])
def test_objects_share_a_line_of_up_to_a_hundred_columns(length: int, lines: int) -> None:
    triples = [(X, ARNN.remark, literal(char * length)) for char in "ab"]
    block = written(write.turtle, triples).partition("\n\n")[2].splitlines()
    assert len(block) == lines
    assert max(map(len, block)) <= 100


def test_trig_indents_blocks_and_shares_prefixes() -> None:
    graphs = {expand("graph:list"): SAMPLE[2:3], expand("graph:curated"): SAMPLE[6:7]}
    assert "".join(write.trig(graphs)) == (
        "@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix graph: <https://w3id.org/awesome-rnn-kg/graph/> .\n"
        "@prefix paper: <https://w3id.org/awesome-rnn-kg/paper/> .\n"
        "\n"
        "graph:curated {\n"
        '    paper:x-2 dcterms:title "Two" .\n'
        "}\n"
        "\n"
        "graph:list {\n"
        "    paper:x-10 arnn:year 2015 .\n"
        "}\n"
    )


def test_jsonld_has_plain_keys_and_ordered_arrays() -> None:
    document = json.loads(written(write.jsonld, SAMPLE))
    assert {name: document["@context"][name] for name in PREFIXES} == PREFIXES
    assert document["@graph"][1] == {
        "@id": "paper:x-10",
        "@type": ["arnn:Paper", "arnn:Resource"],
        "title": "Ten\nlines",
        "hasAuthorship": ["authorship:b", "authorship:a"],
        "year": 2015,
    }
    assert document["@graph"][2] == {
        "@id": "institution:lab",
        "latitude": "45.50",
        "url": "http://lab/",
    }


def test_jsonld_arrays_do_not_depend_on_how_many_values_there_are() -> None:
    one = json.loads(written(write.jsonld, [(X, DCTERMS.creator, expand("person:a"))]))
    assert one["@graph"] == [{"@id": "paper:x", "creator": ["person:a"]}]


def test_jsonld_refuses_a_scheme_that_is_a_prefix() -> None:
    with pytest.raises(ValueError, match="prefix of ours"):
        written(write.jsonld, [("<paper:x>", DCTERMS.title, literal("x"))])


@pytest.mark.parametrize(
    ("triple", "message"),
    [
        ((X, DCTERMS.title, literal("\x0b")), "control character"),
        ((X, "<http://a/1>", literal("x")), "no XML name"),
    ],
)
def test_rdfxml_refuses_what_it_cannot_say(triple: Triple, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        written(write.rdfxml, [triple])


def test_lines_are_sorted_by_code_point() -> None:
    lines = written(write.ntriples, SAMPLE).split("\n")
    assert lines.pop() == ""
    assert lines == sorted(lines)
    quads = "".join(write.nquads({"<http://a/g>": SAMPLE})).split("\n")[:-1]
    assert quads == [line.removesuffix(".") + "<http://a/g> ." for line in lines]


def test_output_does_not_depend_on_the_hash_seed() -> None:
    code = """
import sys
from awesome_rnn_kg.graph import write
from awesome_rnn_kg.graph.terms import integer
triples = [(f"<http://a/{n % 3}>", f"<http://b/p{n % 2}>", integer(n)) for n in range(20)]
for name in ("ntriples", "turtle", "jsonld", "rdfxml"):
    sys.stdout.writelines(getattr(write, name)(triples))
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs != {b""}
