"""Comments in a list that say which findings are known: `<!-- rnn-ignore RNN201, RNN3 -->`.

    comment = "<!--" , "rnn-ignore" , code , { [ "," ] , code } , "-->" ;

A code is that of a rule, the start of one, or a rule's name. The comment speaks of its own line;
standing alone on a line, of the next line that is no such comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .diagnostics import Rule
from .report import Report
from .source import Source

_COMMENT = re.compile(r"<!--\s*rnn-ignore\s+([\w-]+(?:\s*[,\s]\s*[\w-]+)*?)\s*-->", re.IGNORECASE)


def unignored(report: Report) -> Report:
    """The report without the findings that comments in the sources ignore."""
    ignored = {path: ignored_codes(source) for path, source in report.sources.items()}
    return report.only(
        tuple(
            d
            for d in report.diagnostics
            if not matches(d.rule, ignored.get(d.span.path, {}).get(d.span.line, ()))
        )
    )


def ignored_codes(source: Source) -> dict[int, tuple[str, ...]]:
    """The codes that comments ignore, by the line that they speak of."""
    found: dict[int, tuple[str, ...]] = {}
    waiting: tuple[str, ...] = ()
    for number, line in enumerate(source.lines, 1):
        codes = tuple(
            code for comment in _COMMENT.findall(line) for code in re.split(r"[,\s]+", comment)
        )
        if codes and not _COMMENT.sub("", line).strip():
            waiting += codes
        elif codes or waiting:
            found[number] = waiting + codes
            waiting = ()
    return found


def matches(rule: Rule, codes: Iterable[str]) -> bool:
    """Whether a rule is among codes, starts of codes (`RNN2`) and names of rules."""
    code, name = rule.code.casefold(), rule.name.casefold()
    return any(code.startswith(c.casefold()) or name == c.casefold() for c in codes)
