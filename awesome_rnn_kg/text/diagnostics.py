"""Rules and the diagnostics they give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .source import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    `name` says the bad pattern; `explanation` says what it is, why it matters and what to do;
    `bad` and `good` are Markdown (or Turtle) examples that do and don't break the rule.
    """

    code: str
    name: str
    severity: Severity
    explanation: str
    bad: str = ""
    good: str = ""

    def at(self, span: Span, message: str, hint: str = "") -> Diagnostic:
        """This rule broken at `span`: what was found and expected, and the remedy."""
        return Diagnostic(self, span, message, hint)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A rule broken at a place."""

    rule: Rule
    span: Span
    message: str
    hint: str = ""

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
