"""`check --fix` as a list maintainer uses it."""

import difflib
import json
import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from awesome_rnn_kg import compiler, repair, resources
from awesome_rnn_kg.check import configured
from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.graph.vocabulary import DCTERMS

from .checking import BACK, TYPO, Run, install

LIST = """\
# Reading list

## Atention

* Ann Lee and Bo Chen, *Looking Twice*, arXiv:1511.02301..
* Eve Fox, *Atention and whilst*, ICML 2016.. <!-- rnn-ignore typo -->
"""
MENDED = """\
# Reading list

## Attention

* Ann Lee and Bo Chen, *Looking Twice*, arXiv:1511.02301.
* Eve Fox, *Atention and whilst*, ICML 2016.. <!-- rnn-ignore typo -->
"""


@pytest.fixture(scope="module")
def knowhow() -> Callable[..., object]:
    """What compiling starts from, read once for all tests of this file."""
    return cache(compiler.load_knowhow)


@pytest.fixture(autouse=True)
def folder(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    knowhow: Callable[..., object],
) -> Path:
    """The current folder, with a list, away from configuration and CI."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    for module in (compiler, repair):
        monkeypatch.setattr(module, "load_knowhow", knowhow)
    monkeypatch.setattr(Build, "ask", lambda *_: list)  # shapes take their time
    install(monkeypatch)
    (tmp_path / "list.md").write_bytes(LIST.encode())
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


def text(folder: Path, name: str = "list.md") -> str:
    return (folder / name).read_bytes().decode()


def test_safe_repairs_are_made_and_the_rest_is_reported(run: Run, folder: Path) -> None:
    assert run("check", "list.md", "--fix") == 0
    assert text(folder) == MENDED
    assert run.err == "2 repairs in 1 file\n0 errors, 0 warnings, 0 infos\n"
    assert run.out == ""


def test_what_is_left_decides_the_exit_code(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text(LIST.replace("1511.02301", "1511.023"))
    assert run("check", "list.md", "--fix") == 1
    assert "RNN201" in run.out
    assert "2 repairs in 1 file\n1 error, " in run.err
    assert run("check", "list.md", "--fix", "--fail-on", "never") == 0
    assert "0 repairs in 0 files\n1 error, " in run.err


def test_nothing_to_mend_leaves_the_file(run: Run, folder: Path) -> None:
    assert run("check", "list.md", "--fix") == 0
    before = (folder / "list.md").stat()
    assert run("check", "list.md", "--fix") == 0
    assert (folder / "list.md").stat().st_ino == before.st_ino
    assert run.err.startswith("0 repairs in 0 files\n")


def test_a_diff_is_printed_and_nothing_written(run: Run, folder: Path) -> None:
    assert run("check", "list.md", "--fix", "--diff", "--fail-on", "warning") == 1
    assert text(folder) == LIST
    assert run.err == "2 repairs in 1 file, not written\n0 errors, 1 warning, 1 info\n"
    subprocess.run(["git", "apply"], input=run.out, text=True, check=True)
    assert text(folder) == MENDED


def test_a_diff_leaves_no_baseline_behind(run: Run, folder: Path) -> None:
    assert run("check", "list.md", "--fix", "--diff", "--baseline", "known.tsv") == 0
    assert sorted(p.name for p in folder.iterdir()) == ["list.md"]
    assert run.err.endswith("0 errors, 1 warning, 1 info\n")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--select", "typo"], "1511.02301.."),
        (["--ignore", "RNN190"], "1511.02301.."),
        (["--select", "RNN190"], "## Atention"),
        (["--select", "RNN192"], "Atention and while"),
        (["--select", "quiet,typo"], "Atention and while"),
    ],
)
def test_only_what_would_be_reported_is_mended(
    run: Run, folder: Path, words: list[str], line: str
) -> None:
    assert run("check", "list.md", "--fix", *words) == 0
    assert line in text(folder)
    assert text(folder) != LIST


def test_a_line_that_the_baseline_knows_is_left_alone(run: Run, folder: Path) -> None:
    assert run("check", "list.md", "--baseline", "known.tsv", "--select", "typo") == 0
    (folder / "list.md").write_text(f"{LIST}* Ann Lee, *Atention*, ICML 2017..\n")
    assert run("check", "list.md", "--fix", "--baseline", "known.tsv") == 0
    assert text(folder) == f"{LIST}* Ann Lee, *Attention*, ICML 2017.\n"
    assert "known.tsv: findings: 2, gone: 0\n" in run.err
    assert "2 repairs in 1 file\n" in run.err


def test_a_new_baseline_holds_what_is_left(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text(LIST.replace("1511.02301", "1511.023"))
    assert run("check", "list.md", "--fix", "--baseline", "known.tsv") == 0
    assert "RNN201" in text(folder, "known.tsv")
    assert "RNN190" not in text(folder, "known.tsv")
    assert "## Attention" in text(folder)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_stay(run: Run, folder: Path, mark: str, newline: str) -> None:
    (folder / "list.md").write_bytes((mark + LIST.replace("\n", newline)).encode())
    assert run("check", "list.md", "--fix") == 0
    assert text(folder) == mark + MENDED.replace("\n", newline)


def test_mode_and_link_stay(run: Run, folder: Path) -> None:
    (folder / "list.md").rename(folder / "real.md")
    (folder / "real.md").chmod(0o640)
    (folder / "list.md").symlink_to("real.md")
    assert run("check", "list.md", "--fix") == 0
    assert (folder / "list.md").is_symlink()
    assert text(folder, "real.md") == MENDED
    assert (folder / "real.md").stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in folder.iterdir()) == ["list.md", "real.md"]


def test_all_lists_are_mended_or_none(run: Run, folder: Path) -> None:
    (folder / "bad.md").write_bytes(b"# L\n* \xfc\n")
    assert "bad.md:2: is not UTF-8" in run.refused("check", "list.md", "bad.md", "--fix")
    assert text(folder) == LIST
    (folder / "bad.md").write_text(LIST)
    assert run("check", "*.md", "--fix") == 0
    assert text(folder) == text(folder, "bad.md") == MENDED
    assert run.err.startswith("4 repairs in 2 files\n")


def test_repairs_that_undo_each_other_leave_the_list(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, (BACK,))
    assert run("check", "list.md", "--fix") == 0
    assert text(folder) == LIST
    assert run.err.startswith(
        "list.md: left as it is: the repairs of RNN191, RNN193 undo each other\n"
        "0 repairs in 0 files\n"
    )
    assert TYPO.code in run.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fix"], "--fix: name the lists to mend"),
        (["--fix", "graph.ttl"], "graph.ttl: --fix mends Markdown lists only"),
        (["--diff", "list.md"], "--diff: goes with --fix"),
        (["--fix", "--diff", "--format", "json", "list.md"], "--diff: is all that is printed"),
        (["--fix", "none.md"], "none.md: no such file"),
        (["--fix", "."], "is not a file"),
        (["--fix", "pipe"], "pipe: cannot be mended: is not a file"),
        (["--fix", "empty.md"], "empty.md: is empty"),
        (["--fix", "list.md", "--select", "RNN999"], "RNN999: no such rule"),
    ],
)
def test_what_cannot_be_mended_is_told(run: Run, folder: Path, words: list[str], said: str) -> None:
    (folder / "graph.ttl").write_text("<http://a/a> <http://a/b> 1 .\n")
    (folder / "empty.md").write_text("\n")
    os.mkfifo(folder / "pipe")
    assert said in run.refused("check", *words)
    assert text(folder) == LIST


def test_a_report_says_what_can_be_mended(run: Run) -> None:
    assert run("check", "list.md", "--format", "json", "--select", "typo") == 0
    (record,) = json.loads(run.out)
    place = {"path": "list.md", "line": 3, "column": 4, "end_line": 3, "end_column": 12}
    assert record["edits"] == [place | {"text": "Attention"}]


def test_a_rule_that_is_off_says_nothing_unless_it_is_named(run: Run, folder: Path) -> None:
    for words in (["check", "list.md"], ["check", "list.md", "--select", "RNN1"], ["build"]):
        assert run(*words, *(["list.md"] if words == ["build"] else [])) == 0
        assert "RNN192" not in run.out + run.err
    assert "RNN192" not in text(folder, "build/report.json")
    assert not any(d.code == "RNN192" for d in compile_list("list.md").diagnostics)
    assert run("check", "list.md", "--select", "quiet") == 1
    assert "RNN192" in run.out
    assert run("check", "list.md", "--baseline", "known.tsv") == 0
    assert "RNN192" not in text(folder, "known.tsv")


# --- the graph of a mended list


def changed_lines(old: str, new: str) -> tuple[set[int], set[int]]:
    """The lines of two texts that the other does not have, by number from 1."""
    matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    blocks = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    gone = {n + 1 for _, start, end, _, _ in blocks for n in range(start, end)}
    come = {n + 1 for _, _, _, start, end in blocks for n in range(start, end)}
    return gone, come


def stray(path: Path, other: Path, lines: set[int]) -> list[Triple]:
    """Triples of a list that the other does not state, though they stand on none of the lines.

    The digest of the file, which says that it is another one, is left out.
    """
    theirs = compile_list(other).listed
    ours = compile_list(path).listed
    return [
        t for t, span in ours.items()
        if t not in theirs and span.line not in lines and t[1] != DCTERMS.source
    ]  # fmt: skip


def mended_copy(path: Path) -> tuple[Path, set[int], set[int]]:
    (done,) = repair.repair({str(path): configured(str(path), {})})
    copy = path.with_name("mended") / path.name
    copy.parent.mkdir()
    copy.write_text(done.mended.text, "utf-8", newline="")
    return copy, *changed_lines(done.old, done.mended.text)


GRAPH = """\
# Reading list

## Codes

* [Theano](https://deeplearning.net/theano/) - Python..

## Theory

* Sepp Hochreiter and Jürgen Schmidhuber, *Long Short-Term Memory*, Neural Computation 1997..
* Ann Lee and Bo Chen, *Atention, Twice*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]..
  * Eve Fox, *Looking Once*, ICML 2016
* Ann Lee and Bo Chen, *Atention, Thrice*, arXiv:1511.02302
"""


def test_a_mended_list_gives_the_same_graph_but_for_the_repairs(folder: Path) -> None:
    path = folder / "graph.md"
    path.write_text(GRAPH)
    copy, gone, come = mended_copy(path)
    assert gone == come == {5, 9, 10, 12}
    assert stray(path, copy, gone) == stray(copy, path, come) == []
    values = {t[2] for t in compile_list(copy).listed}
    assert '"Attention, Twice"' in values
    assert '"Atention, Twice"' not in values


def flawed(line: str) -> str:
    """A line of a list with what the rules here mend, where that can be."""
    return line.replace("Attention", "Atention") + ("." * (2 * line.startswith("* ")))


def test_our_list_with_flaws_gives_the_same_graph_but_for_the_repairs(folder: Path) -> None:
    path = folder / "graph.md"
    ours = resources.path(compiler.LIST).read_text("utf-8")
    path.write_text("\n".join(map(flawed, ours.split("\n"))), "utf-8")
    copy, gone, come = mended_copy(path)
    assert len(gone) > 100
    assert stray(path, copy, gone) == stray(copy, path, come) == []
    assert copy.read_text("utf-8").count("Attention") == ours.count("Attention")
