"""Repairs change what their edits say, and nothing else."""

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.text.diagnostics import Diagnostic, Edit, Rule
from awesome_rnn_kg.text.fixes import ROUNDS, mend, settle, settle_all
from awesome_rnn_kg.text.source import Source, Span, source_from_bytes

RULE = Rule("RNN199", "odd-word", "info", "A word that is odd.")
PATH = "list.md"


def at(line: int, column: int, end_column: int, end_line: int = 0) -> Span:
    return Span(PATH, line, column, end_line or line, end_column)


def finding(*edits: tuple[Span, str]) -> Diagnostic:
    return RULE.at(edits[0][0], "is odd", "", *(Edit(*edit) for edit in edits))


def source(text: str) -> Source:
    return source_from_bytes(text.encode(), PATH)


def replacing(pattern: str, by: str) -> Callable[[str], list[Diagnostic]]:
    """A check that finds a pattern in the lines of a text, and mends it."""

    def find(text: str) -> list[Diagnostic]:
        return [
            finding((at(n, m.start() + 1, m.end() + 1), m.expand(by)))
            for n, line in enumerate(source(text).lines, 1)
            for m in re.finditer(pattern, line)
        ]

    return find


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        ("one two\n", [(at(1, 5, 8), "2")], "one 2\n"),
        ("one two", [(at(1, 8, 8), "!")], "one two!"),
        ("one\ntwo\n", [(at(2, 1, 1), "> ")], "one\n> two\n"),
        ("one\ntwo\n", [(at(1, 4, 1, 2), " ")], "one two\n"),
        ("one\n", [(at(2, 1, 1), "two\n")], "one\ntwo\n"),
        ("one", [(at(2, 1, 1), "\ntwo")], "one\ntwo"),
        ("one two\n", [(at(1, 1, 1), "*"), (at(1, 4, 4), "*")], "*one* two\n"),
        ("one\r\ntwo\rx\n", [(at(2, 1, 4), "2\n2")], "one\r\n2\r\n2\rx\n"),
        ("one\rtwo\r", [(at(2, 1, 4), "2\n2")], "one\r2\r2\r"),
        ("\ufeffone\r\n", [(at(1, 1, 4), "1")], "\ufeff1\r\n"),
        ("e\u0301 語\t🙂 x\n", [(at(1, 7, 9), "y")], "e\u0301 語\t🙂y\n"),
        ("a\x0b\u2028b\x85c\n", [(at(1, 5, 5), "-")], "a\x0b\u2028b-\x85c\n"),
    ],
)
def test_an_edit(before: str, edits: list[tuple[Span, str]], after: str) -> None:
    assert mend(before, [finding(*edits)]) == (after, 1)


def test_a_finding_without_edits_changes_nothing() -> None:
    assert mend("one\n", [RULE.at(at(1, 1, 4), "is odd")]) == ("one\n", 0)


def test_an_edit_that_changes_nothing_is_no_repair() -> None:
    assert mend("one\n", [finding((at(1, 1, 4), "one"))]) == ("one\n", 0)


@pytest.mark.parametrize(
    "second",
    [at(1, 5, 8), at(1, 6, 7), at(1, 3, 6), at(1, 7, 9), at(1, 8, 8), at(1, 4, 6), at(1, 5, 5)],
)
def test_where_two_findings_meet_the_first_is_mended(second: Span) -> None:
    findings = [finding((at(1, 5, 8), "2")), finding((at(1, 9, 10), "X"), (second, "!"))]
    assert mend("one two xx\n", findings) == ("one 2 xx\n", 1)


@pytest.mark.parametrize(("text", "made"), [("B", "1B\n"), ("", "1b\n")])
def test_words_beside_others_are_mended_in_the_same_round_but_not_taken_away(
    text: str, made: str
) -> None:
    findings = [finding((at(1, 1, 2), "1")), finding((at(1, 2, 3), text))]
    assert mend("ab\n", findings)[0] == made


def test_edits_apart_are_made_in_one_round() -> None:
    findings = [
        finding((at(2, 1, 2), "B")),
        finding((at(1, 3, 4), "Y")),
        finding((at(1, 1, 2), "A")),
    ]
    assert mend("a x\nb\n", findings) == ("A Y\nB\n", 3)


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([(at(3, 1, 1), "")], "line 3"),
        ([(at(0, 1, 1), "")], "line 0"),
        ([(at(1, 1, 9), "")], "line 1, column 9"),
        ([(at(1, 0, 1), "")], "line 1, column 0"),
        ([(at(1, 3, 1), "")], "ends before it starts"),
        ([(at(1, 1, 3), "x"), (at(1, 2, 4), "y")], "overlap"),
    ],
)  # fmt: skip
def test_an_edit_outside_of_the_text_is_a_bug(edits: list[tuple[Span, str]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        mend("one", [finding(*edits)])


def test_what_waits_is_mended_in_a_later_round() -> None:
    mended = settle("aaaa b\n", replacing("aa?", "b"))
    assert mended.text == "bb b\n"
    assert mended.repairs == 2


def test_a_repair_may_call_for_another() -> None:
    steps = [replacing("two", "three"), replacing("one", "two")]
    mended = settle("one\n", lambda text: [d for step in steps for d in step(text)])
    assert (mended.text, mended.repairs, mended.quarrel) == ("three\n", 2, ())


def test_rules_that_undo_each_other_leave_the_text_alone() -> None:
    rounds = []

    def find(text: str) -> list[Diagnostic]:
        rounds.append(text)
        return [*replacing("one", "two")(text), *replacing("two", "one")(text)]

    assert settle("one x\n", find).text == "one x\n"
    assert settle("one x\n", find).quarrel == ("RNN199",)
    assert len(rounds) <= 2 * (ROUNDS + 1)


def test_texts_that_are_judged_together_settle_each_for_itself() -> None:
    def find(texts: Mapping[str, str]) -> dict[str, list[Diagnostic]]:
        undone = [*replacing("one", "two")(texts["a"]), *replacing("two", "one")(texts["a"])]
        return {
            "a": undone,
            "b": replacing("bee", "cee" if "one" in texts["a"] else "")(texts["b"]),
        }

    mended = settle_all({"a": "one x\n", "b": "bee\n", "c": "one\n"}, find)
    assert mended["a"] == ("one x\n", 0, ("RNN199",))
    assert mended["b"] == ("cee\n", 1, ())
    assert mended["c"] == ("one\n", 0, ())


LINES = st.lists(
    st.tuples(
        st.text(alphabet="ab .*é語\u0301\u200b\t\x0b\u2028", max_size=8),
        st.sampled_from(["\n", "\r\n", "\r"]),
    ),
    max_size=8,
)
TEXTS = st.builds(
    lambda bom, lines, last: bom + "".join(a + b for a, b in lines) + last,
    st.sampled_from(["", "\ufeff"]),
    LINES,
    st.text(alphabet="ab", max_size=3),
)


def one_edit_a_line(text: str) -> st.SearchStrategy[list[tuple[int, int, str] | None]]:
    """For each line of a text an edit anywhere in it, by columns, or none."""

    def edit(line: str) -> st.SearchStrategy[tuple[int, int, str] | None]:
        columns = st.integers(1, len(line) + 1)
        edits = st.tuples(columns, columns, st.text("XY\u0301", max_size=3))
        return st.none() | edits.map(lambda e: (min(e[:2]), max(e[:2]), e[2]))

    return st.tuples(*map(edit, source(text).lines)).map(list)


@given(TEXTS.flatmap(lambda text: st.tuples(st.just(text), one_edit_a_line(text))))
def test_nothing_changes_outside_of_the_edits(
    case: tuple[str, list[tuple[int, int, str] | None]],
) -> None:
    text, edits = case
    bom = "\ufeff" * text.startswith("\ufeff")
    pieces = re.split(r"(\r\n|\r|\n)", text.removeprefix("\ufeff"))
    expected = [
        line if edit is None else line[: edit[0] - 1] + edit[2] + line[edit[1] - 1 :]
        for line, edit in zip(pieces[::2], edits, strict=True)
    ]
    findings = [finding((at(n, e[0], e[1]), e[2])) for n, e in enumerate(edits, 1) if e]
    pieces[::2] = expected
    assert mend(text, findings)[0] == bom + "".join(pieces)


@given(TEXTS)
def test_mending_twice_is_mending_once(text: str) -> None:
    def find(text: str) -> list[Diagnostic]:
        return [*replacing(r"\.\.+", ".")(text), *replacing("(a) ?b", r"\1c")(text)]

    once = settle(text, find)
    assert settle(once.text, find).repairs == 0
    assert find(once.text) == []
