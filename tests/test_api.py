"""The Python interface, as documented."""

import hashlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import RDF, Dataset, Graph, URIRef

import awesome_rnn_kg as kg
from awesome_rnn_kg.ask.errors import AskError, GraphError
from awesome_rnn_kg.ask.knowledge import Knowledge
from awesome_rnn_kg.ask.table import Table
from awesome_rnn_kg.cli import main
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.share.artifacts import build_files
from awesome_rnn_kg.text.output import write_files
from awesome_rnn_kg.text.source import InputError

BASE = "https://w3id.org/awesome-rnn-kg/"
COMMANDS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def packaged() -> Knowledge:
    return kg.load()


@pytest.fixture(scope="module")
def build() -> Build:
    return kg.compile()


@pytest.fixture(scope="module")
def folder(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the packaged list."""
    folder = tmp_path_factory.mktemp("build")
    write_files(folder, build_files(build))
    return folder


def triples(graph: Graph) -> set[str]:
    return {" ".join(term.n3() for term in triple) for triple in graph}


def lines(path: Path) -> set[str]:
    """The triples of an RDF file, as N-Triples says them."""
    return {str(quad.triple) for quad in pyoxigraph.parse(path=path)}


def known(knowledge: Knowledge) -> set[str]:
    """All that a graph knows, by asking it."""
    text = knowledge.engine.construct("CONSTRUCT WHERE { ?s ?p ?o }")
    return {line.removesuffix(" .") for line in text.splitlines()}


def test_completion_offers_what_the_package_is_for() -> None:
    assert dir(kg) == sorted(kg.__all__)


def test_a_canned_question(packaged: Knowledge) -> None:
    table = packaged.run("captioning_papers", institution="Univ. Montreal")
    assert isinstance(table, Table)
    assert table.columns == ("paper", "title", "year", "authors")
    titles = dict(zip(table.column("title"), table.column("year"), strict=True))
    assert (
        titles["Show, Attend and Tell: Neural Image Caption Generation with Visual Attention"]
        == 2015
    )
    assert table == packaged.queries.captioning_papers(institution="Univ. Montreal")
    assert str(table.df().dtypes["year"]) == "int64"


def test_a_free_question(packaged: Knowledge) -> None:
    table = packaged.query("SELECT ?title WHERE { ?p a arnn:Survey ; dcterms:title ?title }")
    assert isinstance(table, Table)
    assert all(isinstance(title, str) for (title,) in table)
    assert packaged.query("ASK { ?p a arnn:Survey }") is True
    surveys = packaged.query("CONSTRUCT { ?p a arnn:Survey } WHERE { ?p a arnn:Survey }")
    assert isinstance(surveys, Graph)
    assert len(surveys) == len(table)


def test_finding_things(packaged: Knowledge) -> None:
    assert packaged.find("show attend").rows[0][0] == "paper"
    assert packaged.find("univ. MONTREAL").rows[0][2] == f"{BASE}institution/universite-de-montreal"
    assert len(packaged.find("no such thing")) == 0


def test_the_graph_and_the_dataset(packaged: Knowledge) -> None:
    survey = URIRef(f"{BASE}ontology#Survey")
    assert isinstance(packaged.graph, Graph)
    assert list(packaged.graph.subjects(RDF.type, survey))
    assert isinstance(packaged.dataset, Dataset)
    names = {str(g.identifier) for g in packaged.dataset.graphs() if len(g)}
    assert names == {f"{BASE}graph/{part}" for part in ("list", "curated", "inferred")}
    sizes = [len(g) for g in packaged.dataset.graphs()]
    assert sum(sizes) == len(packaged.graph)


def test_without_inference() -> None:
    assert known(kg.load(infer=False)) < known(kg.load())


def test_ontology_and_shapes() -> None:
    assert (URIRef(f"{BASE}ontology#Paper"), RDF.type, None) in kg.ontology()
    shape = URIRef("http://www.w3.org/ns/shacl#NodeShape")
    assert list(kg.shapes().subjects(RDF.type, shape))


def test_compiling_a_list(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("# Mine\n\n* Ann Lee, *A Title*, arXiv:1511.0230\n")
    build = kg.compile(path, base="https://example.org/mine/")
    assert [d.code for d in build.diagnostics] == ["RNN201"]
    assert "A Title" in {
        str(o) for o in build.graph.objects(None, URIRef("http://purl.org/dc/terms/title"))
    }
    assert any(s.startswith("<https://example.org/mine/") for s, _, _ in build.listed)
    assert len(build.graph) == len(build.asserted) + len(build.inferred)


def test_what_cannot_be_compiled_or_loaded(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        kg.compile(tmp_path / "nothing.md")
    with pytest.raises(InputError, match="is not an absolute IRI"):
        kg.compile(base="nothing/")
    with pytest.raises(GraphError, match=r"kg\.nq"):
        kg.load(tmp_path)
    with pytest.raises(AskError, match="expected an endpoint"):
        kg.connect("nothing")


def test_the_same_graph_from_every_file(packaged: Knowledge, folder: Path) -> None:
    asserted, inferred = lines(folder / "kg.ttl"), lines(folder / "kg.inferred.ttl")
    assert not asserted & inferred
    assert lines(folder / "kg.nq") == asserted | inferred
    assert lines(folder / "kg.jsonld") == asserted
    assert known(kg.load(folder)) == known(kg.load(str(folder / "kg.nq"))) == asserted | inferred
    assert known(kg.load(folder / "kg.ttl")) == asserted
    assert known(packaged) == asserted | inferred, "the packaged graph is not what the list gives"


def test_a_build_of_ones_own_is_asked_like_ours(packaged: Knowledge, folder: Path) -> None:
    asked = "captioning_papers"
    assert kg.load(folder).run(asked) == packaged.run(asked)
    assert set(kg.load(folder / "kg.ttl").run(asked)) <= set(packaged.run(asked))


def test_asking_imports_no_heavy_library() -> None:
    code = (
        "import sys, awesome_rnn_kg as kg\n"
        "print(len(kg.load().run('captioning_papers', institution='Univ. Montreal')))\n"
        "from awesome_rnn_kg.cli import main\n"
        "main(['query', 'papers_of_author', '--format', 'json'])\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "pyoxigraph" in loaded
    assert not loaded & {"rdflib", "pandas", "pyshacl", "owlrl", "SPARQLWrapper", "markdown_it"}


def digests(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def test_the_same_bytes_in_every_folder_and_process(tmp_path: Path, folder: Path) -> None:
    found = [digests(folder)]
    for seed in ("1", "2"):
        where = tmp_path / seed
        where.mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}", "LC_ALL": "C"}
        command = [str(COMMANDS / "awesome-rnn-kg"), "build", "--no-check", "-o", "out"]
        done = subprocess.run(
            command, cwd=where, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode in {0, 1}, done.stderr
        found.append(digests(where / "out"))
    assert found[1] == found[2] == found[0]


# --- endpoints


@pytest.fixture(scope="module")
def endpoint(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`oxigraph serve-read-only` with the build, on a free port."""
    store = tmp_path_factory.mktemp("store")
    oxigraph = str(COMMANDS / "oxigraph")
    for name in ("kg.ttl", "kg.inferred.ttl"):
        load = [oxigraph, "load", "--location", str(store), "--file", str(folder / name)]
        subprocess.run(load, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    serve = [oxigraph, "serve-read-only", "--location", str(store), "--bind", address]
    with subprocess.Popen(serve, stderr=subprocess.DEVNULL) as server:
        _wait_for(f"http://{address}/")
        yield f"http://{address}/query"
        server.terminate()


def _wait_for(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=1).close()  # noqa: S310  ours
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{url} does not answer")


def test_an_endpoint_is_asked_like_a_graph(endpoint: str, folder: Path) -> None:
    remote, local = kg.connect(endpoint), kg.load(folder)
    asked = {"institution": "Univ. Toronto"}
    assert remote.run("captioning_papers", **asked) == local.run("captioning_papers", **asked)
    assert remote.query("ASK { ?p a arnn:Survey }") is True
    assert len(remote.find("show attend")) > 0
    text = "CONSTRUCT { ?p a arnn:Survey } WHERE { ?p a arnn:Survey }"
    ours, theirs = local.query(text), remote.query(text)
    assert isinstance(ours, Graph)
    assert isinstance(theirs, Graph)
    assert triples(theirs) == triples(ours)


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml", "markdown"])
def test_the_command_asks_an_endpoint(
    endpoint: str, folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    shown = []
    for where in (("--endpoint", endpoint), ("--graph", str(folder))):
        assert main(["query", "papers_of_author", "--format", form, *where]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]


def test_an_endpoint_rejects_what_is_no_query(
    endpoint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.rq").write_text("SELECT ?x WHERE { ?x ?y }")
    assert main(["query", str(tmp_path / "broken.rq"), "--endpoint", endpoint]) == 1
    *_, shown, caret = capsys.readouterr().err.splitlines()
    assert (shown.strip(), caret.strip()) == ("SELECT ?x WHERE { ?x ?y }", "^")


def test_several_lists_are_compiled_into_one_graph(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.md", "b.md")]
    for path in paths:
        path.write_text(f"# {path.stem}\n\n* Ann Lee, *One Title*, arXiv:1511.02301\n", "utf-8")
    build = kg.compile(paths)
    assert [d.title.text for d in build.catalogue.documents] == ["a", "b"]
    assert len(build.catalogue.works) == 1


def test_a_second_list_given_as_authorities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"authorities: a list of files is expected, as in"):
        kg.compile("a.md", "b.md")
    with pytest.raises(TypeError, match=r"authorities: a list of files"):
        kg.compile("a.md", tmp_path / "b.ttl")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"no list is named"):
        kg.compile([])
