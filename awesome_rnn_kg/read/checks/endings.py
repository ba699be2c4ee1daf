"""How the text of entries ends, and what stands before their links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..document import Mention, Node, Role
from ..line import GAP, Line
from ..links import Anchor
from .examples import entries
from .reading import Reading, few, usual

BEFORE_LINKS = Rule(
    "RNN136",
    "punctuation-before-links",
    "info",
    "Punctuation stands between a citation and its first link, where the list has a blank alone."
    " Take it away.",
    bad=entries(
        "Ann Lee and Bo Chen, *{}*, ICML 2015 [[Code](https://example.org)]",
        "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015, [[Code](https://example.org)]",
    ),
    good=entries(
        "Ann Lee and Bo Chen, *{}*, ICML 2015 [[Code](https://example.org)]",
        "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015 [[Code](https://example.org)]",
    ),
)
FINAL_STOP = Rule(
    "RNN137",
    "full-stop-at-the-end",
    "info",
    "A citation ends in a full stop, where those of the list end in none. Take it away.",
    bad=entries(
        "Ann Lee and Bo Chen, *{}*, ICML 2015",
        "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015.",
    ),
    good=entries(
        "Ann Lee and Bo Chen, *{}*, ICML 2015",
        "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015",
    ),
)
FINAL_COMMA = Rule(
    "RNN138",
    "comma-at-the-end",
    "info",
    "An entry ends in a comma or a semicolon, where those of the list end in none, so that readers"
    " wait for more. Take it away, or add what was left out.",
    bad=entries(
        "Ann Lee and Bo Chen, *{}*, ICML 2015",
        "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015,",
    ),
    good=entries(
        "Ann Lee and Bo Chen, *{}*, ICML 2015",
        "Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015",
    ),
)
RULES = (BEFORE_LINKS, FINAL_STOP, FINAL_COMMA)

_BEFORE_LINK = re.compile(r"\s*([,.:;]+)?\s*\Z")
_ABBREVIATED = re.compile(
    r"\b(?:\w|al|etc|jr|sr|inc|ltd|co|corp|vol|no|pp|ed|eds)\.\Z", re.IGNORECASE
)


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the ends of entries."""
    yield from _before_links(reading)
    yield from _final_stops(reading)
    yield from _final_commas(reading)


def _before_links(reading: Reading) -> Iterator[Diagnostic]:
    """Punctuation before the links at a text's end, where the list has a blank.

    A text that ends in `et al.` tells nothing about the list's manner with full stops.
    """
    texts = ((n, line) for n, line in reading.texts() if n.section not in reading.news)
    found = [(line, gap) for node, line in texts if (gap := _gap(node, line))]
    signs = [line.rich.text[slice(*gap)].strip() for line, gap in found]
    stops = [s for s, (line, gap) in zip(signs, found, strict=True) if not _stops(line, gap[0])]
    manner, manner_of_stops = usual(signs), usual(stops)
    for sign, (line, (start, end)) in zip(signs, found, strict=True):
        if sign and (manner_of_stops if sign == "." else manner) == "":
            at = line.rich.text.index(sign, start)
            yield BEFORE_LINKS.at(
                line.rich.span(at, at + 1),
                f'"{sign}" stands before the links',
                "take it away",
                Edit(_with_blanks(line, start, end), " "),
            )


def _with_blanks(line: Line, start: int, end: int) -> Span:
    """The span of text[start:end] and of the blanks behind it, of which readers see one."""
    raw, first, after = line.rich.place.raw, line.rich.origin[start], line.rich.origin[end - 1] + 1
    return line.rich.place.span(first, len(raw) - len(raw[after:].lstrip(" ")))


def _stops(line: Line, at: int) -> bool:
    """Whether the text before `at` ends in a full stop, be it that of a word cut short."""
    return line.rich.text[:at].rstrip().endswith(".")


def _ends_sentence(node: Node, line: Line, at: int) -> bool:
    """Whether a full stop at `at` belongs to a description or an abbreviation."""
    described = any(m.description or m.remarks for m in node.mentions)
    return described or bool(_ABBREVIATED.search(f"{line.rich.text[:at].rstrip()[-12:]}."))


def _gap(node: Node, line: Line) -> tuple[int, int] | None:
    """What stands between a text, with the stop of its last word, and the buttons at its end."""
    first = next((a for a in line.anchors if a.form == "button" and _squared(line, a)), None)
    if first is None or line.masked[first.start :].strip(f"{GAP} ,|/.;"):
        return None
    found = _BEFORE_LINK.search(line.rich.text, max(0, first.start - 8), first.start)
    if not found or not found.start():
        return None
    stop = (found[1] or "").startswith(".") and _ends_sentence(node, line, found.start(1))
    return (found.start(1) + 1 if stop else found.start(), first.start)


def _squared(line: Line, anchor: Anchor) -> bool:
    return anchor.end > anchor.start and line.rich.text[anchor.start] == "["


def _final_stops(reading: Reading) -> Iterator[Diagnostic]:
    """Full stops at the end of citations, where the list has none; no end has paragraphs below."""
    nodes = reading.document.nodes
    open_ended = {n.parent for n in nodes if n.kind == "paragraph"}
    going_on = {nodes[i].label.span for i in open_ended if i is not None}
    entries = (e for e in reading.entries() if e[0].label.span not in going_on)
    cited = [(line, m) for n, line, m in entries if _is_plain(m) and n.section not in reading.news]
    if usual(line.rich.text.rstrip().endswith(".") for line, _ in cited) is not False:
        return
    for line, _ in cited:
        text = line.rich.text.rstrip()
        doubled = text[:-1].rstrip().endswith(".")
        if text.endswith(".") and not doubled and not _ABBREVIATED.search(text[-12:]):
            span = line.rich.span(len(text) - 1, len(text))
            yield FINAL_STOP.at(
                span, "full stop at the end of an entry", "take it away", Edit(span, "")
            )


def _final_commas(reading: Reading) -> Iterator[Diagnostic]:
    """Commas and semicolons at the end of entries that nothing follows, unless many end so."""
    nodes = [n for n in reading.document.nodes if n.role is Role.ENTRY and n.kind == "item"]
    ends = [(n.end_line, reading.source.line(n.end_line).rstrip()) for n in nodes]
    odd = [
        (number, text)
        for number, text in ends
        if text.endswith((",", ";")) and "&" not in text[-8:]
    ]
    for number, text in odd if few(len(odd), len(ends) - len(odd)) else ():
        span = reading.at(number, len(text) - 1, len(text))
        said = f'"{text[-1]}" at the end of an entry'
        yield FINAL_COMMA.at(span, said, "take it away", Edit(span, ""))


def _is_plain(mention: Mention) -> bool:
    """A citation without a sentence about the thing."""
    cited = mention.title and (mention.authors or mention.venues or mention.links)
    return bool(cited) and not mention.description and not mention.remarks
