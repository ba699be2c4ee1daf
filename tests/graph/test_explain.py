"""Why a graph holds a triple: places, evidence, rules, and names for what is asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.errors import GraphError, UsageError
from awesome_rnn_kg.ask.sources import packaged_parts, read_parts
from awesome_rnn_kg.ask.why import Why, origins_of, why
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.explain import Explainer, in_words
from awesome_rnn_kg.graph.infer import infer, read_axioms
from awesome_rnn_kg.graph.origins import origins_table
from awesome_rnn_kg.graph.places import Origins, Place
from awesome_rnn_kg.graph.statements import Statements
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, expand
from awesome_rnn_kg.share.artifacts import build_files
from awesome_rnn_kg.text.output import write_files
from awesome_rnn_kg.text.source import InputError, Span

LIST = """# A list

## Image Captioning

* Univ. Montreal
  * Ann Lee and Yoshua Bengio, *A Title of Ours*, arXiv:1511.02301 / ICML 2015
"""
PAPER = "A Title of Ours"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list, and its build below it."""
    folder = tmp_path_factory.mktemp("list")
    (folder / "mine.md").write_text(LIST)
    build = compile_list(folder / "mine.md")
    write_files(folder / "build", build_files(build))
    return folder


def ask(folder: Path, *words: str) -> Why:
    return why(read_parts(folder / "build"), origins_of(folder / "build"), *words)


def shown(place: Place) -> tuple[str, int, str]:
    return place.source, place.line, place.text


# --- what is told


def test_a_stated_triple_has_its_line(folder: Path) -> None:
    found = ask(folder, PAPER, "arnn:year", "2015")
    assert [shown(place) for place in found.lines()] == [
        ("mine.md", 6, LIST.splitlines()[5].strip())
    ]
    assert "arnn:year 2015\n    stated at mine.md:6:" in found.text()


def test_an_inferred_triple_has_its_rule_and_premises(folder: Path) -> None:
    (reason,) = ask(folder, PAPER, "applied to", "multimodal learning").reasons
    assert (reason.part, reason.rule) == ("inferred", "prp-spo2")
    assert reason.axiom == "arnn:appliedTo, then skos:broader, gives arnn:appliedTo"
    stated = [(r.triple[1], r.place.source, r.place.line) for r in reason.stated() if r.place]
    assert stated[0] == (ARNN.appliedTo, "mine.md", 3)
    assert {source for _, source, _ in stated[1:]} == {"applications.ttl"}
    assert {predicate for predicate, _, _ in stated[1:]} == {expand("skos:broader")}


def test_a_curated_triple_has_its_line_and_evidence(folder: Path) -> None:
    found = ask(folder, "application:image-captioning", "skos:broader", "application:captioning")
    (reason,) = found.reasons
    assert reason.place is not None
    data = resources.path("data")
    line = (data / "applications.ttl").read_text("utf-8").splitlines()[reason.place.line - 1]
    assert reason.place.source == "applications.ttl"
    assert reason.place.text in ("", line.strip())
    (evidence, *_) = reason.evidence
    assert evidence.place is not None
    rows = (data / evidence.place.source).read_text("utf-8").splitlines()
    assert rows[evidence.place.line - 1].split("\t")[3:] == [evidence.source, evidence.where]


def test_every_triple_of_a_subject_is_explained(folder: Path) -> None:
    parts = read_parts(folder / "build")
    found = ask(folder, PAPER)
    subject = found.reasons[0].triple[0]
    held = {t for part in parts.values() for t in Statements(part).about(subject)}
    assert {reason.triple for reason in found.reasons} == held
    assert len(found.reasons) == len(held)
    for reason in found.reasons:
        assert bool(reason.rule) == (reason.part == "inferred")
        assert all(stated.place for stated in reason.stated())


def test_inferred_triples_are_explained() -> None:
    """Of the packaged graph, one in twenty: none without a rule, no premise that nothing states."""
    folder = resources.path("compiled")
    parts = {n: Statements(p.read_bytes()) for n, p in packaged_parts(folder).items()}
    explainer = Explainer(parts, Origins(folder / "origins.tsv"))
    for triple in list(parts["inferred"])[::20]:
        reason = explainer.reason(triple)
        assert reason.rule, triple
        assert all(s.place or s.part == "ontology" for s in reason.stated()), triple


def test_what_is_no_triple_of_the_graph_has_no_reason(folder: Path) -> None:
    explainer = Explainer({n: Statements(p) for n, p in read_parts(folder / "build").items()})
    with pytest.raises(KeyError):
        explainer.reason((expand("paper:none"), RDF.type, ARNN.Paper))


def test_every_axiom_is_told_in_words() -> None:
    axioms = infer((), read_axioms()).axioms
    assert len({in_words(axiom) for axiom in axioms}) > 50
    assert all("<" not in in_words(axiom) for axiom in axioms)


def test_json_holds_all_of_it(folder: Path) -> None:
    (record,) = json.loads(ask(folder, PAPER, "arnn:appliedTo", "captioning").json())
    assert record["graph"] == "inferred"
    assert record["rule"] == "prp-spo2"
    first, second = record["premises"]
    assert first["place"]["source"] == "mine.md"
    assert second["evidence"][0]["place"]["source"] == "evidence/applications.tsv"


def test_no_line_is_wider_than_asked(folder: Path) -> None:
    found = ask(folder, PAPER)
    assert max(map(len, found.text(40).splitlines())) == 40
    assert max(map(len, found.text().splitlines())) > 100


def test_a_list_that_has_changed_is_not_shown(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    for name in ("kg.nq", "origins.tsv"):
        (tmp_path / "build" / name).write_bytes((folder / "build" / name).read_bytes())
    (tmp_path / "mine.md").write_text("Another\n" + LIST)
    (place,) = ask(tmp_path, PAPER, "year").lines()
    assert (place.line, place.text) == (6, "")
    (tmp_path / "mine.md").write_text(LIST)
    (place,) = ask(tmp_path, PAPER, "year").lines()
    assert place.text


def test_a_graph_without_origins_is_explained_without_lines(folder: Path) -> None:
    graph = folder / "build" / "kg.ttl"
    assert why(read_parts(graph), origins_of(graph), PAPER, "year").lines()
    found = why(read_parts(graph), None, PAPER, "year")
    assert found.lines() == []
    assert "without a table of origins" in found.text()


def test_the_packaged_graph_needs_no_rdflib() -> None:
    folder = resources.path("compiled")
    code = (
        "import sys; from pathlib import Path; from awesome_rnn_kg.ask.why import why;"
        f"folder = Path({str(folder)!r});"
        "parts = {p.stem: p for p in folder.glob('*.nt')};"
        "why(parts, folder / 'origins.tsv', 'person:yoshua-bengio');"
        "print('rdflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# --- what is asked


@pytest.mark.parametrize(
    "words",
    [
        ("person:yoshua-bengio", "rdf:type", "arnn:Person"),
        ("https://w3id.org/awesome-rnn-kg/person/yoshua-bengio", "type", "arnn:Person"),
        ("<https://w3id.org/awesome-rnn-kg/person/yoshua-bengio>", "prefLabel", "Yoshua Bengio"),
        ("yoshua bengio", "pref label", "YOSHUA BENGIO"),
        ("Image Captioning", "skos:broader", "captioning"),
    ],
)
def test_names_of_things(folder: Path, words: tuple[str, ...]) -> None:
    assert len(ask(folder, *words).reasons) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("person:yoshua-bengo",), r"says nothing of it; the nearest: person:yoshua-bengio"),
        (("Yoshua Bengo",), r"has this label; the nearest: person:yoshua-bengio"),
        (("a title",), r"the nearest: \w+:\S+ \(a title of ours\)"),
        ((PAPER, "arnn:yeer"), "has no arnn:yeer; it has arnn:year"),
        ((PAPER, "pages"), "has no pages; it has "),
        ((PAPER, "year", "2014"), "arnn:year is not 2014; it is 2015"),
        ((PAPER, "venue", "ICLM"), "arnn:venue is not ICLM; it is venue:icml"),
        (("",), "nothing in the graph"),
    ],
)
def test_what_the_graph_does_not_hold(folder: Path, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ask(folder, *words)


def test_a_label_of_two_things() -> None:
    part = b"".join(
        f'{expand(name)} <http://www.w3.org/2004/02/skos/core#prefLabel> "Yi Yang" .\n'.encode()
        for name in ("person:yi-yang", "person:yi-yang-2")
    )
    with pytest.raises(UsageError, match="may be any of person:yi-yang, person:yi-yang-2"):
        why({"list": part}, None, "Yi Yang")


# --- what is read


def test_origins_are_found_by_halving(tmp_path: Path) -> None:
    triples = [(f"<urn:{i}>", "<urn:p>", f'"{i}\\t"') for i in range(200)]
    spans = {t: Span("a/b.md", i + 1, 2, i + 1, 9) for i, t in enumerate(triples)}
    (tmp_path / "origins.tsv").write_text("".join(origins_table(spans)), "utf-8")
    origins = Origins(tmp_path / "origins.tsv")
    for number, triple in enumerate(triples, 1):
        assert origins.place(triple) == Place("b.md", number, 2, number, 9)
    for missing in ("<urn:0>", "<urn:>", "<urn:z>", "<urn:1999>", "<a:>"):
        assert origins.place((missing, "<urn:p>", '"x"')) is None


def test_what_is_no_table_of_origins_is_told(tmp_path: Path) -> None:
    (tmp_path / "origins.tsv").write_text("iri\tkey\n")
    for name in ("origins.tsv", "missing.tsv"):
        with pytest.raises(InputError, match=name):
            Origins(tmp_path / name)


def test_statements_in_any_spelling() -> None:
    text = b'# a comment\n<urn:a>\t<urn:p>  "x \\u00e9" . \n\n<urn:a> <urn:q> <urn:b>.\n'
    graph = Statements.of(text)
    assert set(graph) == {("<urn:a>", "<urn:p>", '"x é"'), ("<urn:a>", "<urn:q>", "<urn:b>")}
    assert graph.about("<urn:a>", "<urn:q>") == [("<urn:a>", "<urn:q>", "<urn:b>")]
    assert list(graph.values("<urn:q>")) == [("<urn:a>", "<urn:q>", "<urn:b>")]
    assert ("<urn:a>", "<urn:q>", "<urn:b>") in graph
    assert ("<urn:a>", "<urn:q>", "<urn:c>") not in graph


def test_what_is_no_graph_is_told() -> None:
    with pytest.raises(GraphError, match="is not well-formed RDF"):
        why({"list": b"no triple\n"}, None, "paper:x")
