"""What a list says itself about its findings, and what a baseline knows."""

from pathlib import Path

import pytest

from awesome_rnn_kg.text.baseline import baseline_rows, read_baseline, without
from awesome_rnn_kg.text.ignores import ignored_codes, matches, unignored
from awesome_rnn_kg.text.report import Report
from awesome_rnn_kg.text.source import InputError, source_from_text

from .reports import many, one, rule


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("* a <!-- rnn-ignore RNN201 -->", {1: ("RNN201",)}),
        ("<!-- rnn-ignore RNN201 -->\n* a\n* b", {2: ("RNN201",)}),
        ("  <!--rnn-ignore RNN201,RNN3 a-name-->\n* a", {2: ("RNN201", "RNN3", "a-name")}),
        ("<!-- rnn-ignore RNN201 -->\n<!-- rnn-ignore RNN202 -->\n* a", {3: ("RNN201", "RNN202")}),
        ("<!-- rnn-ignore RNN201 -->\n* a <!-- rnn-ignore RNN202 -->", {2: ("RNN201", "RNN202")}),
        ("* a <!-- rnn-ignore -->", {}),
        ("* a <!-- ignore RNN201 -->", {}),
        ("* a `rnn-ignore RNN201`", {}),
    ],
)  # fmt: skip
def test_the_lines_that_comments_speak_of(text: str, ignored: dict[int, tuple[str, ...]]) -> None:
    assert ignored_codes(source_from_text(text)) == ignored


@pytest.mark.parametrize(
    ("code", "matched"),
    [("RNN201", True), ("rnn2", True), ("bad-error", True), ("RNN202", False), ("bad", False)],
)
def test_a_code_its_start_or_a_name_matches(code: str, matched: bool) -> None:
    assert matches(rule(), [code]) is matched


def test_only_what_a_comment_names_is_ignored() -> None:
    assert unignored(one("* ⟦x⟧ <!-- rnn-ignore RNN201 -->")).diagnostics == ()
    assert len(unignored(one("* ⟦x⟧ <!-- rnn-ignore RNN202 -->")).diagnostics) == 1
    assert len(unignored(one("* ⟦x⟧\n* y <!-- rnn-ignore RNN201 -->")).diagnostics) == 1


def written(report: Report, folder: Path) -> Path:
    path = folder / "baseline.tsv"
    path.write_text("".join(baseline_rows(report)), "utf-8")
    return path


def test_a_baseline_knows_what_was_found(tmp_path: Path) -> None:
    report = many("error", "warning", "info")
    known = read_baseline(written(report, tmp_path))
    assert without(report, known).diagnostics == ()
    assert without(one("⟦new⟧"), known).diagnostics == one("⟦new⟧").diagnostics


def test_a_baseline_does_not_depend_on_lines(tmp_path: Path) -> None:
    known = read_baseline(written(one("* a ⟦x⟧"), tmp_path))
    assert without(one("# more\n\n* a ⟦x⟧"), known).diagnostics == ()


def test_a_baseline_can_be_read_in_a_review(tmp_path: Path) -> None:
    header, row = (
        written(one("⟦x⟧", message="is\twrong\n"), tmp_path).read_text("utf-8").splitlines()
    )
    assert header == "fingerprint\tcode\tfile\tmessage"
    assert row.split("\t")[1:] == ["RNN201", "list.md", "is wrong"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("nothing\n", "baseline.tsv:1: is not a baseline"), ("", "is empty"),
     ("fingerprint\tcode\tfile\tmessage\nxyz\n", "baseline.tsv:2: expected a fingerprint")],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "baseline.tsv"
    path.write_text(text)
    with pytest.raises(InputError, match=said):
        read_baseline(path)
