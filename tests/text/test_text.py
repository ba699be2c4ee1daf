"""Findings for people: the caret stands under what is meant, whatever the line holds."""

import re

import pytest
from wcwidth import wcswidth

from awesome_rnn_kg.text.render.text import colored_diff, display_width, explanation, text
from awesome_rnn_kg.text.terminal import Style

from .reports import many, one, rule


def under(shown: str) -> str:
    """What stands above the carets, column for column, as a terminal shows it."""
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    carets = next(n for n, line in enumerate(lines) if re.fullmatch(r" *\| *\^+", line))
    start, end = lines[carets].index("^"), len(lines[carets])
    above, column, found = lines[carets - 1], 0, ""
    for char in above:
        width = wcswidth(char)
        if (width and start <= column < end) or (not width and found and column <= end):
            found += char
        column += width
    return found


def test_a_finding() -> None:
    shown = text(one("# A\n\n* T, ⟦arXiv:1⟧ x\n", message="is wrong", hint="mend it"))
    assert shown == (
        "list.md:3:6: error[RNN201] is wrong\n"
        "3 | * T, arXiv:1 x\n"
        "  |      ^^^^^^^\n"
        "  = help: mend it\n"
    )


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("⟦a⟧ b", "a"),
        ("日本語 ⟦文字⟧ x", "文字"),
        ("e\u0301e\u0301 ⟦o\u0308o\u0308⟧ x", "o\u0308o\u0308"),
        ("\ta\t⟦b⟧", "b"),
        ("🙂 ⟦🙂🙂⟧", "🙂🙂"),
        ("zero\u200bwidth ⟦x⟧", "x"),
    ],
)
def test_the_caret_stands_under_it(line: str, meant: str) -> None:
    assert under(text(one(line))) == meant


@pytest.mark.parametrize("line", ["abc⟦⟧", "⟦⟧", "  ⟦⟧  "])
def test_an_empty_span_has_one_caret(line: str) -> None:
    shown = text(one(line))
    assert shown.count("^") == 1
    assert shown.splitlines()[-1].index("^") == 4 + line.index("⟦")
    assert not any(row.endswith(" ") for row in shown.splitlines())


def test_a_span_of_several_lines_has_carets_on_its_first_and_last() -> None:
    shown = text(one("x\n* one ⟦two\n  three\n  four⟧ five\n"))
    assert shown.splitlines()[1:] == [
        "2 | * one two",
        "  |       ^^^",
        "…",
        "4 |   four five",
        "  |   ^^^^",
    ]


def test_a_span_that_ends_with_its_line_is_of_that_line() -> None:
    shown = text(one("* one ⟦two\n⟧three\n"))
    assert shown.splitlines()[1:] == ["1 | * one two", "  |       ^^^"]


def test_numbers_of_lines_are_aligned() -> None:
    shown = text(one("\n" * 8 + "⟦nine\nten⟧\n")).splitlines()
    assert [row.index("|") for row in shown[1:]] == [3, 3, 3, 3]


@pytest.mark.parametrize("width", [30, 47, 80])
@pytest.mark.parametrize("char", ["x", "語", "e\u0301"])
def test_a_long_line_fits_the_terminal(char: str, width: int) -> None:
    shown = text(one(f"{char * 400} ⟦here⟧ {char * 400}"), Style(width=width))
    rows = shown.splitlines()[1:]
    assert all(wcswidth(row) <= width for row in rows)
    assert under(shown) == "here"
    assert wcswidth(rows[0]) >= width - 4
    assert rows[0][4] == rows[0][-1] == "…"


def test_a_long_span_is_shown_from_its_start() -> None:
    shown = text(one(f"before ⟦START{'x' * 500}⟧"), Style(width=60))
    assert under(shown).startswith("START")
    assert all(wcswidth(row) <= 60 for row in shown.splitlines()[1:])


def test_lines_are_whole_where_nobody_looks() -> None:
    line = f"{'a' * 300} ⟦b⟧ {'c' * 300}"
    assert line.replace("⟦", "").replace("⟧", "") in text(one(line))


def test_a_line_without_end_is_shown_in_part_everywhere() -> None:
    shown = text(one(f"{'a' * 5_000_000}⟦b⟧{'c' * 5_000_000}"))
    assert len(shown) < 3_000
    assert under(shown) == "b"


def test_a_list_moves_nothing_on_a_terminal() -> None:
    shown = text(one("⟦\x1b[2J\u202e\x07⟧ title", message='title "\x1b]0;x\x07" is\nwrong'))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x07" not in shown
    assert len(shown.splitlines()) == 3


def test_colour_is_a_matter_of_style() -> None:
    report = one("⟦a⟧", hint="mend it")
    plain, colored = text(report), text(report, Style(color=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain != colored


def test_a_finding_about_no_text_at_hand_has_no_excerpt() -> None:
    report = many("warning")
    shown = text(type(report)(report.diagnostics))
    assert shown == "list.md:1:1: warning[RNN204] finding 1\n"


def test_an_explanation_shows_the_examples() -> None:
    told = explanation(type(rule())("RNN201", "bad", "error", "Why. " * 40, "* bad\n", "* good\n"))
    assert told.startswith("error[RNN201] bad\n\nWhy. ")
    assert told.endswith("\nBad:\n    * bad\n\nGood:\n    * good\n")
    assert max(map(len, told.splitlines())) <= 88


def test_an_explanation_says_that_a_rule_is_off() -> None:
    told = explanation(type(rule())("RNN101", "odd", "info", "Why.", off=True))
    assert told == "info[RNN101] odd\n\nWhy.\n\nOff unless selected by its code or name.\n"


def test_an_example_may_be_of_any_length() -> None:
    told = explanation(type(rule())("RNN101", "long", "error", "Why.", "x" * 9000, "y" * 400))
    assert f"    {'x' * 60}… (9000 characters)\n" in told
    assert f"    {'y' * 400}\n" in told


@pytest.mark.parametrize("sample", ["abc", "日本", "e\u0301", "ü", "a\u200bb", "ｗｉｄｅ"])
def test_the_width_is_that_of_a_terminal(sample: str) -> None:
    assert display_width(sample) == wcswidth(sample)


def test_a_diff_moves_nothing_on_a_terminal() -> None:
    lines = ["--- a/x\n", "+++ b/x\n", "@@ -1 +1 @@\n", "-a\x1b[2J\r\n", "+b\t\u202e\n", " c\n"]
    assert list(colored_diff(lines, Style(color=True))) == [
        "--- a/x\n",
        "+++ b/x\n",
        "\x1b[36m@@ -1 +1 @@\x1b[0m\n",
        "\x1b[31m-a\N{REPLACEMENT CHARACTER}[2J\x1b[0m\n",
        "\x1b[32m+b \N{REPLACEMENT CHARACTER}\x1b[0m\n",
        " c\n",
    ]
