"""Rules and the diagnostics they give."""

from __future__ import annotations

from typing import Literal, NamedTuple

from .source import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Rule(NamedTuple):
    """One thing that can be wrong.

    `name` says the bad pattern; `explanation` says what it is, why it matters and what to do;
    `bad` and `good` are Markdown (or Turtle) examples that do and don't break the rule. A rule that
    is off by default reports only where it is selected.
    """

    code: str
    name: str
    severity: Severity
    explanation: str
    bad: str = ""
    good: str = ""
    off: bool = False

    def at(self, span: Span, message: str, hint: str = "", *edits: Edit) -> Diagnostic:
        """This rule broken at `span`: what was found and expected, the remedy, and its edits."""
        return Diagnostic(self, span, message, hint, edits)


class Edit(NamedTuple):
    """A repair: the text at `span`, which may be empty, becomes `text`."""

    span: Span
    text: str


class Diagnostic(NamedTuple):
    """A rule broken at a place; `edits` mend it where a repair is safe, all of them or none."""

    rule: Rule
    span: Span
    message: str
    hint: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def code(self) -> str:
        return self.rule.code

    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


def totals(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> dict[Severity, int]:
    """How many diagnostics of each severity there are, worst first."""
    return {s: sum(d.severity == s for d in diagnostics) for s in SEVERITIES}
