"""The reference page of the rules, from the same text that `explain` prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..text.diagnostics import Rule
from ..text.render.text import shortened

_FAMILIES = {
    "RNN1": ("Reading", "markdown", "What reading a list objects to: Markdown and punctuation."),
    "RNN2": ("Resolving", "markdown", "Names, identifiers and links that are wrong or disagree."),
    "RNN3": ("Shapes", "turtle", "What the SHACL shapes demand of a graph, compiled or your own."),
    "RNN5": ("More shapes", "turtle", "Shapes that are younger than the codes of query files."),
    "RNN4": ("Query files", "sparql", "What a canned query needs to be offered everywhere."),
}
_INTRODUCTION = """\
# Rules

Each finding of `awesome-rnn-kg check` has the code of a rule. An **error** is a fact that is wrong
or lost, a **warning** one that probably is, an **info** a matter of style. `--select`, `--ignore`
and the comment `<!-- rnn-ignore CODE -->` take codes (`RNN201`), starts of codes (`RNN2`) and names
(`malformed-arxiv-id`). A rule that is off reports only where its whole code or name is selected.
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """The page in Markdown: a table of all rules, then each with its examples."""
    rules = sorted(rules, key=lambda rule: rule.code)
    parts = [_INTRODUCTION, *_table(rules)]
    for start, (title, language, about) in _FAMILIES.items():
        parts.append(f"\n## {title}\n\n{about}\n")
        parts += [_section(r, language) for r in rules if r.code.startswith(start)]
    return "".join(parts)


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield "\n| code | name | severity |\n|---|---|---|\n"
    for rule in rules:
        yield f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {_severity(rule)} |\n"


def _severity(rule: Rule) -> str:
    return f"{rule.severity}, off" if rule.off else rule.severity


def _anchor(rule: Rule) -> str:
    """The anchor that GitHub gives to the heading of a rule."""
    return f"{rule.code}-{rule.name}".lower()


def _section(rule: Rule, language: str) -> str:
    told = f"\n### {rule.code} {rule.name}\n\n*{_severity(rule)}*\n\n{_plain(rule.explanation)}\n"
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        if example:
            told += f"\n{title}:\n\n{_fenced(example, language)}"
    return told


def _fenced(example: str, language: str) -> str:
    lines = "".join(f"{shortened(line)}\n" for line in example.splitlines())
    longest = max(map(len, re.findall("`{3,}", lines)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{lines}{fence}\n"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, but for its code."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(p if p.startswith("`") else re.sub(r"([\\*_<\[\]|])", r"\\\1", p) for p in parts)
