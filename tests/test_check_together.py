"""`check` of several lists: what one says of a work is compared with what the others say."""

from pathlib import Path

import pytest

from awesome_rnn_kg.check import configured, find
from awesome_rnn_kg.graph.build import Build
from awesome_rnn_kg.repair import Repaired, repair

PDF = "[[Paper]](https://arxiv.org/abs/1711.02301)"
ONE = f"# Bees\n\n* Gus Gee, Hal Hay, *Honey is Sweet for All*, ICML 2017 {PDF}\n"
TWO = f"# Wax\n\n* Gus Gee, *Honey is Sweet for All*, ICML 2017 {PDF}\n"
SAME = f"# More\n\n* Gus Gee, Hal Hay, *Honey is Sweet for All*, ICML 2017 {PDF}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Build, "ask", lambda *_: list)  # shapes take their time
    (tmp_path / ".git").mkdir()
    for name, text in (("one", ONE), ("two", TWO), ("same", SAME)):
        (tmp_path / f"{name}.md").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(*paths: str) -> list[list[str]]:
    """The codes of the findings in each file."""
    return [[d.code for d in checked.report.diagnostics] for checked in find(paths)]


def test_lists_that_contradict_each_other_are_told_in_the_one_that_says_less() -> None:
    assert codes("one.md", "two.md") == [[], ["RNN204"]]
    (_, found) = find(["one.md", "two.md"])
    assert "on line 3 of one.md" in found.report.diagnostics[0].message


def test_a_work_may_stand_in_several_lists() -> None:
    assert codes("one.md", "same.md", "one.md") == [[], []]


def test_lists_with_authority_files_of_their_own_are_checked_apart(folder: Path) -> None:
    (folder / "own.ttl").write_text("# nothing yet\n")
    (folder / "awesome-rnn-kg.toml").write_text('lists = ["two.md"]\nauthorities = ["own.ttl"]\n')
    found = dict(zip(("one.md", "two.md"), codes("one.md", "two.md"), strict=True))
    assert "RNN204" not in found["two.md"]


# --- repairs


def repaired(*paths: str, dry: bool = False) -> list[Repaired]:
    return list(repair({path: configured(path, {}) for path in paths}, dry=dry))


@pytest.mark.parametrize("dry", [False, True])
def test_lists_are_mended_together(folder: Path, dry: bool) -> None:
    for name, text in (("one", ONE), ("two", TWO)):
        (folder / f"{name}.md").write_text(text.replace("Honey", "Honey,,"))
    done = repaired("one.md", "two.md", dry=dry)
    assert [r.mended.text for r in done] == [t.replace("Honey", "Honey,") for t in (ONE, TWO)]
    found = [[d.code for d in r.checked.report.diagnostics] for r in done]
    assert "RNN204" in found[1]
    assert "RNN204" not in found[0]
    assert len(found[0]) == dry


def test_what_one_list_has_is_no_repair_for_another(folder: Path) -> None:
    (folder / "apart.md").write_text("# Apart\n\n* [Other Thing](https://x.org/y).\n")
    done = repaired("one.md", "apart.md")
    assert [r.path for r in done] == ["one.md", "apart.md"]
    assert done[0].mended.text == ONE


def test_lists_with_other_authority_files_are_mended_apart(folder: Path) -> None:
    (folder / "own.ttl").write_text("# nothing yet\n")
    (folder / "awesome-rnn-kg.toml").write_text('lists = ["two.md"]\nauthorities = ["own.ttl"]\n')
    done = repaired("two.md", "one.md")
    assert [r.path for r in done] == ["two.md", "one.md"]
    assert "RNN204" not in [d.code for r in done for d in r.checked.report.diagnostics]
