"""Runs `check` in this process, with rules made for the tests."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from awesome_rnn_kg import check, compiler
from awesome_rnn_kg.cli import main
from awesome_rnn_kg.read.checks.reading import Reading
from awesome_rnn_kg.text.diagnostics import Diagnostic, Edit, Rule
from awesome_rnn_kg.text.source import Source

TWICE = Rule("RNN190", "stop-twice", "info", "Two full stops end a line.")
TYPO = Rule("RNN191", "typo", "warning", "A word is misspelled.")
QUIET = Rule("RNN192", "quiet", "error", "A word that only some object to.", off=True)
BACK = Rule("RNN193", "back", "info", "Undoes what the rule on typos does.")
RULES = (TWICE, TYPO, QUIET)
REPAIRS = {
    TWICE: (r"\.\.(?=\s*$)", "."),
    TYPO: ("Atention", "Attention"),
    QUIET: ("whilst", "while"),
    BACK: ("Attention", "Atention"),
}


def objections(source: Source, rules: tuple[Rule, ...]) -> Iterator[Diagnostic]:
    """What the rules find in the lines of a list, with repairs."""
    for number, line in enumerate(source.lines, 1):
        for rule in rules:
            pattern, by = REPAIRS[rule]
            for found in re.finditer(pattern, line):
                span = source.span(number, found.start() + 1, number, found.end() + 1)
                yield rule.at(span, f"is {rule.name}", f"write {by}", Edit(span, by))


@dataclass
class Run:
    """Runs a command; keeps what it printed."""

    capsys: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def __call__(self, *words: str | Path) -> int:
        code = main([str(word) for word in words])
        self.out, self.err = self.capsys.readouterr()
        return code

    def refused(self, *words: str | Path) -> str:
        """Run what is wrong usage: one line on standard error, nothing on standard output."""
        assert self(*words) == 2, self.err
        assert self.out == ""
        assert self.err.count("\n") == 1
        return self.err


Passes = Callable[[Reading], tuple[Diagnostic, ...]]


def install(monkeypatch: pytest.MonkeyPatch, rules: tuple[Rule, ...] = RULES) -> None:
    """Make reading object to what these rules find; of the others only RNN201 reports."""
    before: Passes = vars(compiler)["mendable"]
    known = check.all_rules()

    def mendable(reading: Reading) -> tuple[Diagnostic, ...]:
        earlier = (d for d in before(reading) if d.rule in REPAIRS)
        return (*earlier, *objections(reading.source, rules))

    def objecting(self: compiler.Resolved) -> SimpleNamespace:
        kept = tuple(d for d in self.identified.objections.all if d.code == "RNN201")
        return SimpleNamespace(all=kept, mendable=kept)

    monkeypatch.setattr(compiler, "mendable", mendable)
    monkeypatch.setattr(compiler, "unread", lambda _: ())
    monkeypatch.setattr(compiler.Resolved, "objections", property(objecting))
    monkeypatch.setattr(check, "all_rules", lambda: (*known, *rules))
