"""The magics, in a shell of IPython itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from traitlets.config import Config

import awesome_rnn_kg as kg
from awesome_rnn_kg.ask.table import Table

SURVEYS = "SELECT ?title WHERE {\n  ?p a arnn:Survey ; dcterms:title ?title\n}"


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InteractiveShell]:
    """A shell that keeps no history and has loaded the magics."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.ipython_dir = str(tmp_path_factory.mktemp("ipython"))
    config.InteractiveShell.colors = "nocolor"
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=config)
    shell.run_line_magic("load_ext", "awesome_rnn_kg")
    yield shell
    InteractiveShell.clear_instance()


def run(shell: InteractiveShell, cell: str) -> ExecutionResult:
    """What a cell gives."""
    done: ExecutionResult = shell.run_cell(cell)  # type: ignore[no-untyped-call]
    return done


def result(shell: InteractiveShell, cell: str) -> Any:
    """The value of a cell."""
    return run(shell, cell).result


def told(shell: InteractiveShell, cell: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a cell that fails shows, line by line."""
    done = run(shell, cell)
    assert not done.success
    shown = capsys.readouterr()
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.out + shown.err).rstrip().splitlines()


def completions(shell: InteractiveShell, cell: str) -> dict[str, str]:
    """Each completion at the end of a cell, with what it stands in place of."""
    with provisionalcompleter():
        found = list(shell.Completer.completions(cell, len(cell)))
    return {one.text: cell[one.start : one.end] for one in found}


def test_a_cell_is_answered_and_kept_under_its_name(shell: InteractiveShell) -> None:
    done = run(shell, f"%%sparql surveys\n{SURVEYS}")
    assert isinstance(done.result, Table)
    assert done.result is shell.user_ns["surveys"]
    assert done.result == kg.load().query(SURVEYS)


def test_the_cells_of_the_readme_run(shell: InteractiveShell) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (block,) = re.findall(r"^```ipython\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    cells = [cell for cell in block.split("\n\n") if "%load_ext" not in cell]
    assert [len(result(shell, cell)) > 0 for cell in cells] == [True] * 2


def test_a_cell_without_a_name_leaves_none(shell: InteractiveShell) -> None:
    before = set(shell.user_ns)
    assert result(shell, "%%sparql\nASK { ?paper a arnn:Survey }") is True
    assert {name for name in set(shell.user_ns) - before if not name.startswith("_")} == set()


def test_a_mistake_is_shown_with_its_place_and_no_traceback(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = "%%sparql kept\nSELECT ?title WHERE {\n  ?p a arnn:Survy ; dcterms:title ?title\n}"
    assert told(shell, cell, capsys) == [
        "2:8: the ontology declares no arnn:Survy; did you mean arnn:Survey?",
        "    ?p a arnn:Survy ; dcterms:title ?title",
        "         ^",
    ]
    assert "kept" not in shell.user_ns


def test_kg_alone_lists_the_questions(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert result(shell, "%kg") is None
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(kg.load().queries)
    assert listed[0].endswith("Architectures and the papers that introduced them")


@pytest.mark.parametrize(
    "line",
    [
        "%kg captioning-papers --institution 'Univ. Toronto'",
        "%kg captioning_papers --institution=institution:university-of-toronto",
        "%kg captioning_papers --institution {toronto!r}",
    ],
)
def test_kg_answers_a_question(shell: InteractiveShell, line: str) -> None:
    shell.user_ns["toronto"] = "Univ. Toronto"
    expected = kg.load().run("captioning_papers", institution="Univ. Toronto")
    assert result(shell, line) == expected
    run(shell, f"kept = {line}")
    assert shell.user_ns["kept"] == expected


def test_an_option_may_be_repeated(shell: InteractiveShell) -> None:
    names = ["Univ. Toronto", "Univ. Montreal"]
    options = " ".join(f"--institution '{name}'" for name in names)
    found = result(shell, f"%kg captioning_papers {options}")
    assert found == kg.load().run("captioning_papers", institution=names)


def test_help_says_what_a_question_is_about(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert result(shell, "%kg captioning_papers --help") is None
    assert 'institution (iri, or None for any): the institution, such as "Univ. Montreal"' in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("%kg nothing", "there is no query 'nothing'; the queries are architectures, "),
        ("%kg coauthors --x 1", "coauthors has no parameter 'x'; it has author"),
        ("%kg coauthors --author", "--author has no value"),
        ("%kg coauthors Bengio", "expected an option, found 'Bengio'; the options are --author"),
        ("%kg coauthors 'Bengio", "coauthors 'Bengio: No closing quotation"),
        ("%kg --on nothing coauthors", "--on: expected a variable with a graph, such as"),
        ("%%sparql two names\nASK {}", "expected one Python name after %%sparql, found 'two n"),
        ("%%sparql 1st\nASK {}", "expected one Python name after %%sparql, found '1st'"),
    ],
)
def test_wrong_words_are_told_in_one_line(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], cell: str, said: str
) -> None:
    (line,) = told(shell, cell, capsys)
    assert line.startswith(said)


def test_a_graph_of_ones_own_is_asked(shell: InteractiveShell, tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text("<http://x.org/p> <http://x.org/q> 7 .")
    shell.user_ns["mine"] = kg.load(path)
    cell = "%%sparql --on mine seven\nSELECT ?n WHERE { ?s ?p ?n }"
    assert result(shell, cell).rows == ((7,),)
    assert shell.user_ns["seven"].rows == ((7,),)
    assert len(result(shell, "%kg --on mine papers_by_year")) == 0


def test_prefixes_are_completed(shell: InteractiveShell) -> None:
    found = completions(shell, "%%sparql\nSELECT ?p WHERE { ?p a ar")
    assert found == {"architecture:": "ar", "arnn:": "ar"}


def test_terms_are_completed(shell: InteractiveShell) -> None:
    found = completions(shell, "%%sparql name\nSELECT ?p WHERE {\n  ?p arnn:app")
    assert found == {"arnn:appliedTo": "arnn:app"}
    labels = completions(shell, "%%sparql\nSELECT ?p WHERE { ?p skos:pref")
    assert labels == {"skos:prefLabel": "skos:pref"}


def test_things_of_the_graph_are_completed(shell: InteractiveShell) -> None:
    found = completions(shell, "%%sparql\nSELECT ?p { ?p arnn:appliedTo application:image-c")
    assert set(found) == {"application:image-captioning", "application:image-classification"}
    named = completions(shell, "%kg captioning_papers --institution institution:university-of-tor")
    assert set(named) == {"institution:university-of-toronto"}


@pytest.mark.parametrize("line", ["%kg captio", "answer = %kg captio"])
def test_query_names_are_completed(shell: InteractiveShell, line: str) -> None:
    assert completions(shell, line) == {"captioning_papers": "captio"}


@pytest.mark.parametrize("name", ["papers_of_author", "papers-of-author"])
def test_parameters_are_completed(shell: InteractiveShell, name: str) -> None:
    assert completions(shell, f"%kg {name} --") == {"--author": "--"}


@pytest.mark.parametrize("cell", ["arn", "x = 'arnn:app", "%%time\narnn:app", "%%sparql arn"])
def test_nothing_of_ours_is_offered_elsewhere(shell: InteractiveShell, cell: str) -> None:
    assert not {name for name in completions(shell, cell) if "arnn:" in name}


def test_the_questions_of_a_graph_are_completed(shell: InteractiveShell) -> None:
    shell.user_ns["g"] = kg.load()
    assert {".captioning_papers", "captioning_papers"} & set(
        completions(shell, "g.queries.captioning_p")
    )


def test_loading_twice_offers_nothing_twice(shell: InteractiveShell) -> None:
    kg.load_ipython_extension(shell)
    matchers = [getattr(m, "matcher_identifier", "") for m in shell.Completer.custom_matchers]
    assert matchers.count("awesome_rnn_kg") == 1


def test_without_ipython_the_extra_is_named(
    shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "awesome_rnn_kg.share.notebook", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "IPython"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r'pip install "awesome-rnn-kg\[notebook\]"'):
        kg.load_ipython_extension(shell)


def test_asking_imports_nothing_of_notebooks() -> None:
    code = (
        "import sys, awesome_rnn_kg as kg\n"
        "kg.load().run('captioning_papers')._repr_html_()\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"IPython", "matplotlib", "pandas", "rdflib"}
