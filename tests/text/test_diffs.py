"""Diffs that other programs apply."""

import difflib
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_rnn_kg.text.diffs import unified_diff

PATH = "list.md"
LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d\r", "e"]), max_size=30)
TEXTS = LINES.map("".join)


def applied(folder: Path, old: str, new: str, path: str = PATH) -> bytes:
    """The old text after `git apply` of what makes it the new one."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(old.encode())
    diff = "".join(unified_diff(old, new, path)).encode()
    command = ["git", "apply", "--allow-empty"]
    done = subprocess.run(command, input=diff, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return file.read_bytes() if file.exists() else b""


@pytest.mark.parametrize("path", [PATH, "a list.md", "deep/er/ü.md"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("one\ntwo\n", "one\n2\n"),
        ("one\r\ntwo\r\n", "1\r\ntwo\r\n"),
        ("one\ntwo", "one\ntwo!"),
        ("one", "one\n"),
        ("\ufeffone\n\x0b\u2028two\n", "\ufeff1\n\x0b\u2028two\n"),
        ("a\rb\r", "a\rc\r"),
        ("x\n" * 40, "y\n" + "x\n" * 38 + "y\n"),
    ],
)
def test_a_diff_can_be_applied(old: str, new: str, path: str, tmp_path: Path) -> None:
    assert applied(tmp_path, old, new, path) == new.encode()


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_diff_can_be_applied(
    tmp_path_factory: pytest.TempPathFactory, old: str, new: str
) -> None:
    assert (
        applied(tmp_path_factory.mktemp("diff"), f"x\n{old}", f"x\n{new}") == f"x\n{new}".encode()
    )


@given(TEXTS, TEXTS)
def test_a_diff_is_empty_only_where_nothing_differs(old: str, new: str) -> None:
    assert (list(unified_diff(old, new, PATH)) == []) == (old == new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("abcdefghijklmnop", "abcdEfghijklmnop"),
        ("abcdefghijklmnop", "Abcdefghijklmnoq"),
        ("abcdefghijklmnop", "abcdghijklmnop"),
        ("abcdefghijklmnop", "abcdeXYfghijklmnop"),
        ("abcdefghijklmnop", "ABCDEfghijKlmnop"),
        ("abcd", "abcdefg"),
        ("", "a"),
    ],
)
def test_a_diff_is_the_usual_one(old: str, new: str) -> None:
    olds, news = [f"{c}\n" for c in old], [f"{c}\n" for c in new]
    usual = [*difflib.unified_diff(olds, news, f"a/{PATH}", f"b/{PATH}")]
    ours = [*unified_diff("".join(olds), "".join(news), PATH)]
    assert [line for line in ours if line[0] != "@"] == [line for line in usual if line[0] != "@"]


def test_a_diff_of_a_long_list_takes_no_minutes() -> None:
    lines = [f"* entry {n % 400}\n" for n in range(40_000)]
    edited = [line.replace("* ", "- ") if n % 4 == 0 else line for n, line in enumerate(lines)]
    diff = unified_diff("".join(lines), "".join(edited), PATH)
    assert sum(line.startswith("+-") for line in diff) == 10_000
