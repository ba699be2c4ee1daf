"""How identifiers, venues and years are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..document import Venue
from ..lexicon import Lexicon
from ..venues import looks_like_venue
from .examples import entries
from .reading import Reading, usual

_NUMBERED = "Ann Lee and Bo Chen, *{}*, arXiv:1506.0000"
_ODD = "Ann Lee and Bo Chen, *A Theory of Sequences*, "


def _numbered(line: str, odd: str) -> str:
    """Example entries with an id each: `…` stands for its last digit."""
    lines = entries(line, odd).split("\n")
    return "\n".join(text.replace("…", str(n)) for n, text in enumerate(lines, 1))


OTHER_PREFIX = Rule(
    "RNN160",
    "arxiv-id-written-otherwise",
    "info",
    "The list writes one thing before an arXiv id, say `arXiv:`, and this entry another, say"
    " `arXiv preprint arXiv:`. Write what the others have.",
    bad=_numbered(f"{_NUMBERED}…", f"{_ODD}arXiv preprint arXiv:1507.00001"),
    good=_numbered(f"{_NUMBERED}…", f"{_ODD}arXiv:1507.00001"),
)
OTHER_ORDER = Rule(
    "RNN161",
    "venue-before-preprint",
    "info",
    "The list names the preprint and then the venue, or the other way round, and this entry turns"
    " them about. Keep the list's order.",
    bad=_numbered(f"{_NUMBERED}… / ICML 2015", f"{_ODD}ICML 2016 / arXiv:1507.00001"),
    good=_numbered(f"{_NUMBERED}… / ICML 2015", f"{_ODD}arXiv:1507.00001 / ICML 2016"),
)
COMMA_BEFORE_YEAR = Rule(
    "RNN162",
    "year-separated-otherwise",
    "info",
    "The list puts one thing between a venue and its year, say a blank, and this entry another, say"
    " a comma. Write what the others have.",
    bad=entries("Ann Lee and Bo Chen, *{}*, ICML 2015", f"{_ODD}ICML, 2015"),
    good=entries("Ann Lee and Bo Chen, *{}*, ICML 2015", f"{_ODD}ICML 2015"),
)
RULES = (OTHER_PREFIX, OTHER_ORDER, COMMA_BEFORE_YEAR)

_ANY = Lexicon()
_NAME_WORDS = 3  # of a venue that no key word tells, such as `Neural Networks`
_PREFIX = re.compile(r"(?:[^\W\d_]|[\s:.,])*")
_BEFORE_YEAR = re.compile(r"[\w)](,?\s+)(?:19|20)\d\d\Z")


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the venues of entries."""
    listed = [m.venues for _, _, m in reading.entries()]
    yield from _prefixes(reading, [v for venues in listed for v in venues if v.arxiv])
    yield from _orders(reading, [(a, b) for v in listed for a, b in pairwise(v)])
    yield from _years(reading, [v for venues in listed for v in venues if v.name and v.year])


def _prefixes(reading: Reading, venues: list[Venue]) -> Iterator[Diagnostic]:
    """What stands before arXiv ids."""
    raw = ((v, reading.raw(v.span)) for v in venues)
    found = [(v, text.partition(v.arxiv)[0]) for v, text in raw if v.arxiv in text]
    expected = usual(prefix for _, prefix in found)
    for venue, prefix in found:
        if expected and prefix != expected and _PREFIX.fullmatch(prefix):
            start = venue.span.column - 1
            span = reading.at(venue.span.line, start, start + len(prefix))
            yield OTHER_PREFIX.at(
                span if prefix else venue.span,
                f'"{prefix}" before the arXiv id, where the list has "{expected}"',
                f'write "{expected}{venue.arxiv}"',
                Edit(span, expected),
            )


def _orders(reading: Reading, pairs: list[tuple[Venue, Venue]]) -> Iterator[Diagnostic]:
    """Preprint and venue in the other order."""
    found = [(a, b) for a, b in pairs if bool(a.arxiv) != bool(b.arxiv) and (a.name or b.name)]
    expected = usual(bool(a.arxiv) for a, _ in found)
    for first, second in found:
        whole = first.span.through(second.span)
        one, other = reading.raw(first.span), reading.raw(second.span)
        if expected is None or bool(first.arxiv) == expected or not (one and other):
            continue
        gap = reading.raw(whole)[len(one) : -len(other) or None]
        wanted = f"{other}{gap}{one}"
        safe = gap.strip() == "/"
        yield OTHER_ORDER.at(
            whole,
            f"{'venue' if expected else 'preprint'} first, where the list has the"
            f" {'preprint' if expected else 'venue'} first",
            f'write "{wanted}"',
            *([Edit(whole, wanted)] if safe else []),
        )


def _years(reading: Reading, venues: list[Venue]) -> Iterator[Diagnostic]:
    """What stands between a venue's name and its year; journals may have a manner of their own.

    Many words that name no venue were something else, perhaps a title.
    """
    named = (v for v in venues if v.name.count(" ") < _NAME_WORDS or looks_like_venue(v.name, _ANY))
    found = [(v, m) for v in named if (m := _BEFORE_YEAR.search(reading.raw(v.span)))]
    signs = [(_gap(reading, v.span, m), m[1], v.name) for v, m in found]
    expected = usual("," in sign for _, sign, _ in signs)
    uses = Counter((name, "," in sign) for _, sign, name in signs)
    for span, sign, name in signs:
        odd = expected is not None and ("," in sign) != expected
        if odd and uses[name, not expected] <= max(1, uses[name, bool(expected)]):
            wanted = ", " if expected else " "
            yield COMMA_BEFORE_YEAR.at(
                span,
                f'"{sign}" before the year, where the list has "{wanted}"',
                f'write "{wanted}"',
                Edit(span, wanted),
            )


def _gap(reading: Reading, span: Span, found: re.Match[str]) -> Span:
    start = span.column - 1
    return reading.at(span.line, start + found.start(1), start + found.end(1))
