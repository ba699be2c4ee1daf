"""RNN110 to RNN199: each rule fires on its bad example alone, and its edits mend it."""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from awesome_rnn_kg.read.checks import CHECK_RULES, check
from awesome_rnn_kg.read.checks.examples import entries
from awesome_rnn_kg.read.checks.reading import few, usual
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.diagnostics import Diagnostic, Rule
from awesome_rnn_kg.text.fixes import settle
from awesome_rnn_kg.text.source import source_from_text

# What needs somebody who knows the paper, the link or the list.
UNSAFE = {"RNN113", "RNN134", "RNN135", "RNN143", "RNN171", "RNN172", "RNN173", "RNN174"}


def found_in(text: str, lexicon: Lexicon) -> tuple[Diagnostic, ...]:
    return check(read(source_from_text(text), lexicon))


def spans(diagnostics: Iterable[Diagnostic]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The bounds of all edits, in order."""
    places = (e.span for d in diagnostics for e in d.edits)
    return sorted(((s.line, s.column), (s.end_line, s.end_column)) for s in places)


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.name)
def test_the_bad_example_breaks_this_rule_alone(rule: Rule, lexicon: Lexicon) -> None:
    assert [d.code for d in found_in(f"# L\n\n{rule.bad}", lexicon)] == [rule.code]


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.name)
def test_the_good_example_breaks_none(rule: Rule, lexicon: Lexicon) -> None:
    assert found_in(f"# L\n\n{rule.good}", lexicon) == ()


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.name)
def test_the_edits_turn_the_bad_example_into_the_good_one(rule: Rule, lexicon: Lexicon) -> None:
    mended = settle(rule.bad, lambda text: found_in(text, lexicon)).text
    assert mended == (rule.bad if rule.code in UNSAFE else rule.good)


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.name)
def test_rules_are_explained_in_sentences(rule: Rule) -> None:
    assert rule.explanation.count(". ") >= 1
    assert rule.explanation.endswith(".")
    assert rule.severity in ("warning", "info")


def test_codes_and_names_are_used_once_in_order() -> None:
    codes = [rule.code for rule in CHECK_RULES]
    assert codes == sorted(set(codes))
    assert codes[0] >= "RNN104"
    assert codes[-1] <= "RNN199"
    assert len({rule.name for rule in CHECK_RULES}) == len(codes)


def test_the_edits_of_many_findings_do_not_meet(lexicon: Lexicon) -> None:
    text = "\n".join(f"# L\n\n{rule.bad}" for rule in CHECK_RULES)
    found = found_in(text, lexicon)
    bounds = spans(found)
    assert len({d.code for d in found}) > 10
    assert [(a, b) for a, b in pairwise(bounds) if b[0] < a[1]] == []


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("aaaaaaaaab", "a"),
        ("aaaaaaaabb", None),
        ("aaaaaaaab", None),
        ("", None),
        ("a" * 18 + "bc", "a"),
    ],
)
def test_a_manner_is_nine_tenths_of_ten_uses(forms: str, expected: str | None) -> None:
    assert usual(forms) == expected


@pytest.mark.parametrize(
    ("odd", "others", "slips"),
    [(1, 9, True), (2, 9, False), (5, 0, True), (9, 0, True), (0, 0, True)],
)
def test_few_are_a_tenth_or_no_manner_at_all(odd: int, others: int, slips: bool) -> None:
    assert few(odd, others) == slips


def test_a_label_one_slip_from_the_usual_one_is_told(lexicon: Lexicon) -> None:
    cited = "Ann Lee and Bo Chen, *{}*, ICML 2015 [[Paper](https://u.org/a)]"
    odd = "Ann Lee and Bo Chen, *A Theory*, ICML 2015 [[{}](https://u.org/b)]"
    for label, told in (("Papre", True), ("Papeer", True), ("Papers", False), ("Poster", False)):
        text = entries(cited, cited.format("Hill")) + entries(cited, odd.format(label))
        found = check(read(source_from_text(text), lexicon))
        assert ("RNN141" in [d.code for d in found]) == told, label
