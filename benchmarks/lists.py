"""Long lists to measure with: copies of the packaged list in which every work is another."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from awesome_rnn_kg import resources
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.source import Source, Span, read_source

_SLIPS = (
    (r"\[\[(Paper)\]\(([^()\s]+)\)\]", r"[[\1]](\2)"),
    (r"(?<=\w)\*, (?=arXiv)", ",* "),
    (r"\*, (?=NIPS|ICML)", "*,, "),
    (r"(?<=[a-z]), (?=[A-Z]\w+ [A-Z]\w+, \*)", " , "),
    (r" \[\[(Code)\]", r"  [[\1]"),
)
_ARXIV_ID = re.compile(r"(?<![\d.])\d{4}\.\d{4,5}(?!\d)")


def write_copies(number: int, path: Path) -> Path:
    """Write `number` (1 to 100) copies of the list below each other; the first is as it is.

    What holds of the list holds of them: each id has another number in the same month.
    """
    source = read_source(resources.path("data/awesome-rnn.md"))
    places = _title_places(source)
    ids = list(dict.fromkeys(_ARXIV_ID.findall(source.text)))
    free = {ident[:5]: _free(ident, frozenset(ids)) for ident in ids}
    copies = (
        _copy(k, source, places, {i: next(free[i[:5]]) for i in ids}) for k in range(1, number)
    )
    path.write_text("".join([source.text, *copies]), encoding="utf-8")
    return path


def write_slips(path: Path) -> Path:
    """Write the list with a few slips of each kind: more would be its own manner of writing."""
    text = read_source(resources.path("data/awesome-rnn.md")).text
    for right, wrong in _SLIPS:
        text = re.sub(right, wrong, text, count=9)
    path.write_text(text, encoding="utf-8")
    return path


def _title_places(source: Source) -> list[Span]:
    """Where titles begin, the last first."""
    document = read(source, Lexicon(frozenset(), frozenset())).document
    spans = {m.title.span for node in document.nodes for m in node.mentions if m.title}
    return sorted(spans, key=lambda span: (span.line, span.column), reverse=True)


def _free(ident: str, taken: frozenset[str]) -> Iterator[str]:
    """The ids of the same month that the list does not use."""
    month, digits = ident[:5], len(ident) - 5
    return (i for n in count(1) if (i := f"{month}{n:0{digits}}") not in taken)


def _copy(number: int, source: Source, places: list[Span], ids: dict[str, str]) -> str:
    """The list below its heading, with a number in each title and other ids."""
    lines = list(source.lines)
    for span in places:
        line = lines[span.line - 1]
        start = span.column - 1
        lines[span.line - 1] = f"{line[:start]}Copy {number} {line[start:]}"
    return _ARXIV_ID.sub(lambda m: ids[m[0]], "\n".join(lines[1:]))
