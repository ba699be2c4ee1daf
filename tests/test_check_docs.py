"""The page of the rules says what `explain` says, of every rule."""

import re

import pytest

from awesome_rnn_kg.check import all_rules
from awesome_rnn_kg.share.docs_rules import rules_page
from awesome_rnn_kg.text.diagnostics import Rule

from .checking import Run

RULES = all_rules()
PAGE = rules_page(RULES)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


def words(text: str) -> list[str]:
    return re.sub(r"[\\`*]", "", text).split()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_section(rule: Rule) -> None:
    section = PAGE.split(f"\n### {rule.code} {rule.name}\n")[1].split("\n### RNN")[0]
    assert f"\n*{rule.severity}" in section
    assert " ".join(words(rule.explanation)) in " ".join(words(section))
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        assert bool(example) == (f"\n{title}:\n" in section)
        shown = [line for line in example.splitlines() if len(line) < 400]
        assert all(f"\n{line}\n" in section for line in shown)


def test_every_link_leads_to_a_section() -> None:
    anchors = {
        re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    }
    links = re.findall(r"^\| \[RNN\d+\]\(#([^)]*)\)", PAGE, re.MULTILINE)
    assert len(links) == len(RULES)
    assert set(links) <= anchors


def test_a_rule_that_is_off_is_told_to_be() -> None:
    off = Rule("RNN250", "odd", "info", "Why `a_b` or c_d?", off=True)
    page = rules_page([off])
    assert "| [RNN250](#rnn250-odd) | odd | info, off |" in page
    assert "*info, off*\n\nWhy `a_b` or c\\_d?\n" in page


def test_an_example_may_hold_a_fence() -> None:
    rule = Rule("RNN150", "odd", "info", "Why.", bad="```\ncode\n```\n")
    assert "````markdown\n```\ncode\n```\n````\n" in rules_page([rule])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule: Rule, run: Run) -> None:
    assert run("explain", rule.code.lower()) == 0
    assert run.out.startswith(f"{rule.severity}[{rule.code}] {rule.name}")
    assert " ".join(words(rule.explanation)) in " ".join(words(run.out))


def test_a_name_may_be_that_of_several_rules(run: Run) -> None:
    assert run("explain", "malformed-arxiv-id") == 0
    assert re.findall(r"^\w+\[(\w+)\]", run.out, re.MULTILINE) == ["RNN201", "RNN303"]
