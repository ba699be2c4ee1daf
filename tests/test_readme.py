"""Every command and every answer in the README is true."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from awesome_rnn_kg.arguments import parse
from awesome_rnn_kg.cli import COMMANDS

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
PROGRAMS = Path(sys.executable).parent


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the list of the README, and its commands in the path."""
    (example,) = blocks("markdown")
    (tmp_path / "my-list.md").write_text(example, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((str(PROGRAMS), os.environ["PATH"])))
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def bash(script: str) -> "subprocess.CompletedProcess[str]":
    command = ["bash", "-euo", "pipefail", "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_command_works(folder: Path) -> None:
    makes, *scripts = blocks("sh")
    assert all(line.startswith("make ") for line in makes.splitlines())
    for script in scripts:
        done = bash(script)
        assert done.returncode == 0, done.stderr
        assert done.stdout
    built = {path.name for path in (folder / "build").iterdir()}
    assert {name for name in built if f"`{name}`" in README} == built


def test_the_targets_of_make_exist() -> None:
    makefile = (Path(__file__).parents[1] / "Makefile").read_text("utf-8")
    for target in re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("block", blocks("console"))
def test_every_answer_is_the_real_one(block: str) -> None:
    typed = [line for line in block.splitlines() if line.startswith(("$ ", "> "))]
    script = "\n".join(line[2:] for line in typed)
    expected = block.splitlines()[len(typed) :]
    assert bash(script).stdout.splitlines() == expected


def test_the_python_lines_run() -> None:
    (block,) = blocks("python")
    lines = [re.sub(r"^(g\..*?)(  #.*)?$", r"print(repr(\1)[:500])", s) for s in block.splitlines()]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Show, Attend and Tell" in done.stdout
    assert "<Graph identifier=" in done.stdout


def test_the_configuration_is_read(folder: Path) -> None:
    (block,) = blocks("toml")
    (folder / "awesome-rnn-kg.toml").write_text(block)
    (folder / "people.ttl").write_text(
        "@prefix arnn: <https://w3id.org/awesome-rnn-kg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://example.org/lee> a arnn:Person ; skos:prefLabel "Ann Lee" .\n'
    )
    assert bash("awesome-rnn-kg export my-list.md --format turtle").stdout.count(
        "<https://example.org/lee>"
    )


def test_no_file_is_named_that_is_not_there() -> None:
    root = Path(__file__).parents[1]
    for name in re.findall(
        r"`((?:ontology|data|queries|evidence|docs|notebooks)/[\w.-]*)`", README
    ):
        assert (root / name).exists() or (root / "data" / name).exists(), name
    for name in re.findall(r"\]\(([^)\s:]+)\)|src=\"([^\":]+)\"", README):
        assert (root / "".join(name)).exists(), name


def test_the_commands_for_a_server_are_real() -> None:
    (block,) = (b for b in blocks("text") if b.startswith("awesome-rnn-kg "))
    for line in block.splitlines():
        _, *words = shlex.split(line)
        assert parse(words, COMMANDS).endpoint.startswith("http://localhost")
