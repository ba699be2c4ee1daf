"""Long lists to measure with: copies of the packaged list in which every work is another."""

import re
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
    """Write `number` (1 to 100) copies of the list below each other; the first is as it is."""
    source = read_source(resources.path("data/awesome-rnn.md"))
    places = _title_places(source)
    ids = dict(zip(dict.fromkeys(_ARXIV_ID.findall(source.text)), count(1)))
    copies = (_copy(k, source, places, ids) for k in range(1, number))
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
    document, _ = read(source, Lexicon(frozenset(), frozenset()))
    spans = {m.title.span for node in document.nodes for m in node.mentions if m.title}
    return sorted(spans, key=lambda span: (span.line, span.column), reverse=True)


def _copy(number: int, source: Source, places: list[Span], ids: dict[str, int]) -> str:
    """The list below its heading, with a number in each title and another month in each id."""
    lines = list(source.lines)
    for span in places:
        line = lines[span.line - 1]
        start = span.column - 1
        lines[span.line - 1] = f"{line[:start]}Copy {number} {line[start:]}"
    month = f"{15 + number // 12}{number % 12 + 1:02}"
    return _ARXIV_ID.sub(lambda m: f"{month}.{ids[m[0]]:05}", "\n".join(lines[1:]))
