"""The pages in docs/ say what the code says, and hang together."""

import re
from pathlib import Path

import pytest

from awesome_rnn_kg import docs
from awesome_rnn_kg.arguments import arguments_of
from awesome_rnn_kg.cli import COMMANDS, main
from awesome_rnn_kg.share.docs_commands import commands_page
from awesome_rnn_kg.text.markdown_table import plain, table

FOLDER = Path(__file__).parents[1] / "docs"
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_the_pages_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert docs.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_page_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(docs, "FOLDER", tmp_path)
    assert docs.main([]) == 0
    (tmp_path / "queries.md").write_text("old")
    assert docs.main(["--check"]) == 1
    assert capsys.readouterr().err == (
        "docs/queries.md: is not what the code says; run: python -m awesome_rnn_kg.docs\n"
    )
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_word_of_help_is_on_the_page(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    section = commands_page(arguments_of()).partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    options = set(OPTION.findall(capsys.readouterr().out)) - {"-h", "--help"}
    assert options == set(OPTION.findall(section))


def test_the_commands_are_all_told() -> None:
    assert list(arguments_of()) == list(COMMANDS)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.name)
def test_no_link_is_dead(path: Path) -> None:
    text = path.read_text("utf-8")
    outside_code = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    outside_code = re.sub(r"`[^`\n]*`", "", outside_code)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", h).strip().replace(" ", "-").lower() for h in headings}
    for target in LINK.findall(outside_code):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif "://" not in target:
            assert (path.parent / target.partition("#")[0]).exists(), target


def test_the_index_leads_to_every_page() -> None:
    linked = set(LINK.findall((FOLDER / "index.md").read_text("utf-8")))
    assert {path.name for path in FOLDER.glob("*.md")} - {"index.md"} <= linked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("*x* <y> [z]", r"\*x\* \<y> \[z\]"),
        ("`a_b` c_d", r"`a_b` c\_d"),
        ("[a_b](#a_b)", "[a_b](#a_b)"),
    ],
)
def test_text_is_shown_as_it_is(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_table() -> None:
    assert table(("a", "b"), [("1", "x\ny")]) == "| a | b |\n| --- | --- |\n| 1 | x y |\n"
