"""The repairs of every rule, on its own bad example and on lists of them."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_rnn_kg import compiler, resources
from awesome_rnn_kg.check import all_rules
from awesome_rnn_kg.config import Config
from awesome_rnn_kg.read.memory import Memory
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.repair import repairable
from awesome_rnn_kg.text.diagnostics import Diagnostic, Rule
from awesome_rnn_kg.text.fixes import settle
from awesome_rnn_kg.text.report import Report
from awesome_rnn_kg.text.source import Source, Span, source_from_text

RULES = [rule for rule in all_rules() if rule.code < "RNN3"]
OURS = resources.path(compiler.LIST).read_text("utf-8").splitlines()
# Where, how many characters are lost, and what is typed in their place.
SLIPS = st.tuples(
    st.integers(0, 10_000),
    st.integers(0, 3) | st.integers(0, 40),
    st.sampled_from([*" ,.:*_[]()\"'`\n|&<>/0aé", "", "", "](", "https://", "  "]),
)
LINES = sorted({line for r in RULES if r.code > "RNN101" for line in (r.bad + r.good).splitlines()})


@cache
def knowhow() -> compiler.Knowhow:
    return compiler.load_knowhow()


def resolved(
    source: Source, config: Config | None = None, memory: Memory | None = None
) -> compiler.Resolved:
    reading = read(source, knowhow().lexicon, memory)
    return compiler.resolve_readings([reading], [config or Config()], knowhow())


def repairs(text: str, select: tuple[str, ...] = ()) -> list[Diagnostic]:
    """The findings in a list that `--fix` would mend, with the rules that are on or selected."""
    source = source_from_text(text)
    config = Config(select=select)
    found = resolved(source, config).diagnostics
    report = Report(found, {source.path: source})
    return [d for d in repairable(report, config) if d.edits]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_repair_mends_the_bad_example_of_its_rule(rule: Rule) -> None:
    def find(text: str) -> list[Diagnostic]:
        return repairs(text, (rule.code,))

    mended = settle(rule.bad, find)
    assert mended.quarrel == ()
    assert find(mended.text) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_all_repairs_together_come_to_an_end(rule: Rule) -> None:
    assert settle(rule.bad, repairs).quarrel == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_can_be_mended_is_found_without_the_rest(rule: Rule) -> None:
    source = source_from_text(f"# Reading list\n\n{rule.bad}")
    found = resolved(source)
    assert [d for d in found.mendable if d.edits] == [d for d in found.diagnostics if d.edits]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=5, max_size=40))
def test_mending_any_list_twice_is_mending_it_once(lines: list[str]) -> None:
    once = settle("\n".join(["# Reading list", "", *lines, ""]), repairs)
    assert once.quarrel == ()
    assert settle(once.text, repairs).repairs == 0


@pytest.mark.parametrize("every", [1, 2, 3])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_lines_may_be_broken_at_any_blank(rule: Rule, every: int) -> None:
    """Every finding stands within the lines, and what is mended there settles."""
    ends = cycle(["\n  ", *" " * (every - 1)])
    broken = re.sub(r"(?<=[^\s#][^\s#]) (?=\S)", lambda _: next(ends), rule.bad)
    source = source_from_text(f"# Reading list\n\n{broken}")
    found = resolved(source).diagnostics
    spans = [s for d in found for s in (d.span, *(e.span for e in d.edits))]
    assert [s for s in spans if not is_within(s, source.lines)] == []
    assert settle(source.text, repairs).quarrel == ()


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.integers(0, len(OURS) - 30), st.lists(SLIPS, min_size=1, max_size=12))
def test_our_list_with_any_slips_settles(start: int, slips: list[tuple[int, int, str]]) -> None:
    text = "\n".join(["# Reading list", "", *OURS[start : start + 30]])
    for place, length, typed in slips:
        at = place % len(text)
        text = text[:at] + typed + text[at + length :]
    source = source_from_text(text)
    spans = [s for d in resolved(source).diagnostics for s in (d.span, *(e.span for e in d.edits))]
    assert [s for s in spans if not is_within(s, source.lines)] == []
    once = settle(text, repairs)
    assert once.quarrel == ()
    assert settle(once.text, repairs).repairs == 0


def is_within(span: Span, lines: Sequence[str]) -> bool:
    """Whether a span starts and ends in lines, or behind the last one."""
    ends = [*(len(line) + 1 for line in lines), 1]
    places = ((span.line, span.column), (span.end_line, span.end_column))
    return all(1 <= at <= ends[number - 1] for number, at in places) and places[0] <= places[1]


def test_an_id_over_two_lines_is_left_as_it_is() -> None:
    usual = [f"* Ann Lee, *Title {word}*, arXiv:1511.0230{n}" for n, word in enumerate("ABCDEFGHI")]
    last = "* Ann Lee, *Title J*, arXiv:1506.00005\narXiv:1412.6632\n"
    text = "\n".join(["# Reading list", "", *usual, last])
    assert [d.code for d in repairs(text) if d.code == "RNN160"] == []


def test_blanks_before_links_go_with_the_punctuation_before_them() -> None:
    cited = "* Ann Lee, *Title {}*, ICML 2015 [[Code](https://example.org/{})]"
    lines = [cited.format(word, word) for word in "ABCDEFGHIJK"]
    odd = cited.replace(" [[", " :  [[").format("L", "L")
    text = "\n".join(["# Reading list", "", *lines, odd, ""])
    assert settle(text, repairs).text == text.replace(" :  [[", " [[")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), min_size=3, max_size=25),
    st.lists(st.sampled_from(LINES), max_size=3),
    st.integers(0, 3),
)
def test_what_has_been_read_says_the_same_on_other_lines(
    lines: list[str], new: list[str], old: int
) -> None:
    """A list read again, with lines taken from its start and others in their place."""
    memory = Memory()
    for kept in (lines, [*new, *lines[old:]]):
        source = source_from_text("\n".join(["# Reading list", "", *kept, ""]))
        remembered, fresh = resolved(source, memory=memory), resolved(source)
        assert remembered.catalogue == fresh.catalogue
        assert remembered.diagnostics == fresh.diagnostics
