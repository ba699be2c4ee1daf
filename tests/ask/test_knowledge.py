"""The facade: canned and free questions, finding, and what is imported for them."""

import inspect
import pydoc
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from awesome_rnn_kg import resources
from awesome_rnn_kg.ask.errors import GraphError, QueryTextError, UsageError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.rdflib_engine import Rdflib
from awesome_rnn_kg.ask.table import Table

BASE = "https://w3id.org/awesome-rnn-kg/"


def test_the_flagship_question(knowledge: Knowledge) -> None:
    table = knowledge.run("captioning_papers", institution="Univ. Montreal")
    assert table.rows[1] == (
        BASE + "paper/show-attend-and-tell",
        "Show, Attend, and Tell: Neural Image Caption Generation with Visual Attention",
        2015,
        "Kyunghyun Cho, Yoshua Bengio",
    )
    assert table.labels[BASE + "paper/show-attend-and-tell"] == table.rows[1][1]


def test_own_prefixes_are_declared(knowledge: Knowledge, by_rdflib: Knowledge) -> None:
    text = "SELECT ?n WHERE { institution:lisa arnn:partOf/skos:prefLabel ?n }"
    for graph in (knowledge, by_rdflib):
        table = graph.query(text)
        assert isinstance(table, Table)
        assert table.rows == (("Université de Montréal",),)


def test_the_users_prefix_wins(knowledge: Knowledge, by_rdflib: Knowledge) -> None:
    text = f"PREFIX paper: <{BASE}institution/> SELECT ?n WHERE {{ paper:lisa skos:prefLabel ?n }}"
    for graph in (knowledge, by_rdflib):
        table = graph.query(text)
        assert isinstance(table, Table)
        assert table.rows == (("LISA",),)


def test_other_forms_of_query(knowledge: Knowledge, by_rdflib: Knowledge) -> None:
    for graph in (knowledge, by_rdflib):
        assert graph.query("ASK { paper:show-and-tell arnn:year 2014 }") is True
        assert graph.query("ASK { paper:show-and-tell arnn:year 2015 }") is False
        triples = graph.query("CONSTRUCT WHERE { paper:show-and-tell arnn:year ?y }")
        assert isinstance(triples, Graph)
        assert list(triples) == [
            (URIRef(BASE + "paper/show-and-tell"), URIRef(BASE + "ontology#year"), Literal(2014))
        ]
        described = graph.query("DESCRIBE institution:lisa")
        assert isinstance(described, Graph)
        assert len(described) == 4


def test_each_form_has_its_own_call(knowledge: Knowledge, by_rdflib: Knowledge) -> None:
    for engine in (knowledge.engine, by_rdflib.engine):
        with pytest.raises(QueryTextError, match="expected a SELECT"):
            engine.select("ASK { ?s ?p ?o }")
        with pytest.raises(QueryTextError, match="expected an ASK"):
            engine.ask("SELECT * { ?s ?p ?o }")
        with pytest.raises(QueryTextError, match="expected a CONSTRUCT"):
            engine.construct("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("SELECT ?x WHERE {\n  ?x ?y }", 2, 10), ("SELECT ?x WHERE {\n  ?x nope:y 1 }", 2, 6)],
)
def test_bad_text_is_told_with_its_place(
    text: str, line: int, column: int, knowledge: Knowledge
) -> None:
    with pytest.raises(QueryTextError) as caught:
        knowledge.query(text)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize("text", ["SELECT ?x WHERE { ?x ?y }", "SELECT ?x WHERE { ?x nope:y 1 }"])
def test_rdflib_rejects_bad_text_alike(text: str, by_rdflib: Knowledge) -> None:
    with pytest.raises(QueryTextError):
        by_rdflib.query(text)


def test_free_questions_are_guarded(knowledge: Knowledge) -> None:
    with pytest.raises(QueryTextError, match="SERVICE is refused"):
        knowledge.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    without_parts = Knowledge(Rdflib(Graph()), resources.path("queries"))
    with pytest.raises(QueryTextError, match="FROM is refused"):
        without_parts.query("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("show tell", ["paper/show-and-tell", "paper/show-attend-and-tell"]),
        ("SHOW ATTEND", ["paper/show-attend-and-tell"]),
        ("lukasz", ["person/lukasz-kaiser"]),
        ("universite de montreal", ["institution/universite-de-montreal"]),
        ("UdeM", ["institution/universite-de-montreal"]),
        ("bengio", ["person/samy-bengio", "person/yoshua-bengio"]),
        ("icml", ["venue/icml", "venue/icml-deep-learning-workshop"]),
        ("lstm", ["architecture/long-short-term-memory", "architecture/grid-lstm"]),
        ("turing machines", []),
        ("...", []),
    ],
)
def test_find(text: str, found: list[str], knowledge: Knowledge) -> None:
    table = knowledge.find(text)
    assert table.columns == ("kind", "label", "iri")
    assert table.column("iri") == tuple(BASE + path for path in found)
    assert table.column("kind") == tuple(path.partition("/")[0] for path in found)


def test_find_gives_the_preferred_label(knowledge: Knowledge) -> None:
    assert knowledge.find("UdeM").column("label") == ("Université de Montréal",)


def test_queries_complete_and_document_themselves(knowledge: Knowledge) -> None:
    assert "captioning_papers" in dir(knowledge.queries)
    assert list(knowledge.queries) == [
        path.stem for path in sorted(resources.path("queries").glob("*.rq"))
    ]
    assert len(knowledge.queries) == len(list(knowledge.queries))
    query = knowledge.queries.captioning_papers
    assert str(inspect.signature(query)).startswith(
        "(institution='institution:universite-de-montreal') -> "
    )
    page = pydoc.plain(pydoc.render_doc(query))
    assert "captioning_papers(institution=" in page
    assert 'institution (iri, or None for any): the institution, such as "Univ. Montreal"' in page
    assert query("Google").rows == knowledge.run("captioning_papers", institution="Google").rows
    assert query(institution="Google").rows == query("Google").rows
    assert query().rows == knowledge.run("captioning_papers").rows


def test_an_unknown_query_is_told(knowledge: Knowledge) -> None:
    with pytest.raises(UsageError, match="no query 'captions'; the queries are architectures,"):
        knowledge.run("captions")
    with pytest.raises(AttributeError, match="no query 'captions'"):
        knowledge.queries.captions  # noqa: B018
    with pytest.raises(UsageError, match="has no parameter 'place'; it has institution"):
        knowledge.run("captioning_papers", place="Montreal")


def test_graphs_for_rdflib(ntriples: bytes, tmp_path: Path) -> None:
    year = '"02015"^^<http://www.w3.org/2001/XMLSchema#integer>'
    inferred = f"<{BASE}paper/x> <{BASE}ontology#year> {year} .\n"
    (tmp_path / "inferred.nt").write_text(inferred, "utf-8")
    parts: dict[str, bytes | Path] = {"list": ntriples, "inferred": tmp_path / "inferred.nt"}
    graph = Knowledge.of(parts, resources.path("queries"))
    assert len(graph.graph) == ntriples.count(b" .\n") + 1
    assert inferred.rstrip() in graph.graph.serialize(format="nt")
    names = {str(part.identifier): len(part) for part in graph.dataset.graphs() if len(part)}
    assert names == {
        BASE + "graph/list": ntriples.count(b" .\n"),
        BASE + "graph/inferred": 1,
    }
    assert graph.query(f"ASK {{ <{BASE}paper/x> arnn:year 2015 }}") is True


def test_wrong_triples_are_told_by_the_first_question() -> None:
    graph = Knowledge.of({"list": b"<http://a> nonsense"}, resources.path("queries"))
    with pytest.raises(GraphError, match=r"the graph:1:12: is not well-formed RDF"):
        graph.query("ASK { ?s ?p ?o }")


def test_a_canned_question_imports_little(ntriples: bytes, tmp_path: Path) -> None:
    (tmp_path / "list.nt").write_bytes(ntriples)
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from awesome_rnn_kg import resources\nfrom awesome_rnn_kg.ask.knowledge import Knowledge\n"
        "graph = Knowledge.of({'list': Path(sys.argv[1])}, resources.path('queries'))\n"
        "table = graph.run('captioning_papers', institution='Univ. Montreal')\n"
        "print(len(table), str(table) != '', table.to_csv() != '')\n"
        "slow = {'rdflib', 'pandas', 'pyshacl', 'owlrl', 'SPARQLWrapper', 'dataclasses', 'inspect',"
        " 'difflib', 'markdown_it', 'numpy'}\n"
        "print(sorted(slow & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "list.nt")],
        text=True,
        capture_output=True,
        check=True,
    )
    assert run.stdout == "2 True True\n[]\n"
