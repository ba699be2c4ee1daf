"""Annotations of GitHub Actions."""

from dataclasses import replace
from pathlib import Path

from awesome_rnn_kg.text.diagnostics import Severity
from awesome_rnn_kg.text.render.github import SHOWN, github, step_summary

from .reports import many, moved, one

ERRORS: list[Severity] = ["error"] * 5000


def test_an_annotation() -> None:
    shown = github(one("# A\n* ⟦x⟧", hint="mend it"))
    assert shown == (
        "::error file=list.md,line=2,endLine=2,col=3,endColumn=4,title=RNN201 bad-error"
        "::is wrong%0Ahelp: mend it\n"
    )


def test_each_severity_has_its_command() -> None:
    commands = [
        line.split(" ")[0] for line in github(many("error", "warning", "info")).splitlines()
    ]
    assert commands == ["::error", "::warning", "::notice"]


def test_text_cannot_end_a_command() -> None:
    report = moved(one("⟦x⟧", message="100%\r\n::error::x"), "a,b:c.md")
    shown = github(report)
    assert shown.count("\n") == 1
    assert "file=a%2Cb%3Ac.md," in shown
    assert shown.endswith("::100%25%0D%0A::error::x\n")


def test_a_span_of_several_lines_has_no_columns() -> None:
    assert "line=1,endLine=2,title=" in github(one("* ⟦x\ny⟧"))


def test_paths_start_at_the_root() -> None:
    report = replace(moved(one("⟦x⟧"), "/home/me/repo/docs/list.md"), root=Path("/home/me/repo"))
    assert "file=docs/list.md," in github(report)
    outside = replace(moved(one("⟦x⟧"), "/elsewhere/list.md"), root=Path("/home/me/repo"))
    assert "file=/elsewhere/list.md," in github(outside)


def test_what_github_would_drop_stands_in_the_log() -> None:
    shown = github(many(*ERRORS[: SHOWN + 3], "info", "info")).splitlines()
    assert sum(line.startswith("::error ") for line in shown) == SHOWN
    assert sum(line.startswith("::notice ") for line in shown) == 2
    assert shown[-4:] == [
        "3 more, for which GitHub shows no annotation:",
        *(f"error[RNN201] list.md:{n}:1: finding {n}" for n in (11, 12, 13)),
    ]


def test_the_summary_is_a_table_of_the_worst_first() -> None:
    shown = step_summary(many("info", "error")).splitlines()
    assert "1 error, 0 warnings, 1 info" in shown
    rows = [line for line in shown if line.startswith("| ")][1:]
    assert [row.split(" ")[1] for row in rows] == ["error", "info"]


def test_a_message_is_text_in_the_summary() -> None:
    shown = step_summary(one("⟦x⟧", message="<img src=x>|[a](b)`*c*`\n# d @me"))
    row = shown.splitlines()[-1]
    assert row.count("|") == 5
    assert not any(sign in row for sign in ("<img", "`", "*", "[", "@"))


def test_the_summary_stays_below_what_github_takes() -> None:
    report = many(*ERRORS)
    long = tuple(d._replace(message="é" * 5000) for d in report.diagnostics)
    shown = step_summary(report.only(long))
    assert len(shown.encode()) < 2**20
    assert shown.endswith("and 4500 more\n")


def test_the_summary_leaves_out_what_there_is_no_room_for() -> None:
    report = many(*ERRORS[:500])
    long = tuple(d._replace(message="|" * 5000) for d in report.diagnostics)
    shown = step_summary(report.only(long))
    assert 2**19 < len(shown.encode()) < 2**20
    rows = sum(line.startswith("| error ") for line in shown.splitlines())
    assert shown.endswith(f"and {500 - rows} more\n")
