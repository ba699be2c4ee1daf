"""Titles that look like venues and are told by their place: names, a title in mark-up, its venue.

placed = names ["(" year ")"] mark-up sep venue       Ann Lee, *Journal Ranking*, ICML 2016
       | names quoted                                 Ann Lee, "Nature," JMLR, vol. 3
       | names mark-up sep year                       where the words are no journal's name
"""

from __future__ import annotations

import re

from .found import is_named
from .lexicon import Lexicon
from .line import GAP, Line, blank
from .names import parse_names
from .venues import ARXIV_ID, PUBLISHER, YEAR, looks_like_venue, parse_venues

_LONGEST = 3000  # of the names in front, in characters
_AHEAD = 120
_FIELD = re.compile(rf"[\s\"”*_.,;:]{{0,4}}[(\[]?([^,()\[\]\n{GAP}]+)")
_DATE = re.compile(r"\s*(?:\((?:19|20)\d\d[^()]{0,12}\)|[.,]?\s+(?:19|20)\d\d)[.,:]?\s*")
_STOP = re.compile(r"[.?!]\s(?=\S)")
_SENTENCE = re.compile(r"\.\s(?=\S)|\s/\s|\s\|\s")
_NO_NAME = re.compile(
    r"(?:the\s)?(?:journal|conference|proceedings|workshop|symposium|trans(?:actions)?|letters"
    r"|magazine|lecture notes|technical report|thesis|preprint)\s(?!of\b|on\b|for\b|in\b)[^\d,]+",
    re.IGNORECASE,
)
# Names of venues have capitals.
_SMALL_WORD = re.compile(r"\s(?!with\b|from\b|into\b|over\b|under\b|through\b)[a-z]{4,}")
_DATED_ACRONYM = re.compile(r"[A-Z][\w-]*[A-Z][\w-]*")  # `CLeaR, 2021`
_YEAR_NEXT = re.compile(r"(?:19|20)\d\d\.?\s*(?:[\n\x1f]|\Z)")
_FEWEST_WORDS = 3  # of a title that only a year follows
_QUOTES = '"”»」』》'


def is_placed_title(line: Line, start: int, end: int) -> bool:
    """Whether a set-off stretch that looks like a venue stands where the title stands."""
    lead = line.masked[line.start : start].rstrip(' "“„«「『《*_')
    text = line.masked[start:end].strip(" ,.;:")
    if len(lead) > _LONGEST or _is_edition(text, line) or not are_names(lead):
        return False
    if line.masked[end : end + 1] in tuple(_QUOTES):
        return True
    field = _FIELD.match(line.masked, end, end + _AHEAD)
    if field is None:
        return False
    nameless = len(text.split()) >= _FEWEST_WORDS and _NO_NAME.fullmatch(text)
    small = _SMALL_WORD.search(text) and not line.lexicon.names_venue(text)
    dated = YEAR.fullmatch(field[1].strip())
    return _is_venue(line, *field.span(1)) or bool(dated and (nameless or small))


def are_names(lead: str) -> bool:
    """Whether a text holds names, and at most a year behind them."""
    names = parse_names(lead)
    if not names.names:
        return False
    dated = _DATE.match(lead, names.stop)
    return blank(lead[dated.end() if dated else names.stop :])


def _is_edition(text: str, line: Line) -> bool:
    """`ICML 2015`, `arXiv:1511.02301`: what no paper is called."""
    year = YEAR.search(text)
    if year and year.end() == len(text) and looks_like_venue(text, line.lexicon):
        return True
    words = re.split(r"[\s:]+", text)
    return words[0].casefold() == "arxiv" and all(
        ARXIV_ID.fullmatch(w) or w.casefold() in ("arxiv", "preprint") for w in words
    )


def _is_venue(line: Line, start: int, end: int) -> bool:
    """Whether a field begins with a venue of a name, which is no publisher's."""
    text = line.masked[start:end]
    stop = _SENTENCE.search(text)
    end = start + stop.start() if stop else end
    text = line.masked[start:end].strip()
    if not (looks_like_venue(text, line.lexicon) or line.lexicon.begins_with_venue(text)):
        return False
    return any(
        is_named(v) and not PUBLISHER.fullmatch(v.name) for v in parse_venues(line.rich, start, end)
    )


def is_venue_at_once(rest: str, lexicon: Lexicon) -> bool:
    """Whether what follows the authors begins with a venue, not with a title and its venue."""
    rest = rest.strip(" \n,;.:，；。：")
    first, _, behind = re.sub(r",\s|[，；。]|\n", "\0", rest, count=1).partition("\0")
    if _DATED_ACRONYM.fullmatch(first.strip(" ,.;:")) and _YEAR_NEXT.match(behind):
        return True
    if not is_only_venue(first, behind, lexicon):
        return False
    stops = _STOP.finditer(first)
    return not any(_is_title(first[: s.start()], first[s.end() :], lexicon) for s in stops)


def is_only_venue(words: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether words are a venue, and with what is behind them no title and its venue."""
    bare = words.strip(" ,.;:")
    venue = looks_like_venue(bare, lexicon)
    return venue and not _is_nameless(bare, behind.lstrip(" ,.("), lexicon)


def _is_nameless(text: str, behind: str, lexicon: Lexicon) -> bool:
    """`Workshop Scheduling with Nets`, then a known venue: a title with a venue's key word."""
    several = len(text.split()) >= _FEWEST_WORDS and _NO_NAME.fullmatch(text)
    return bool(several) and lexicon.begins_with_venue(behind)


def _is_title(before: str, behind: str, lexicon: Lexicon) -> bool:
    """`Nets for all. arXiv preprint 2016`: words that are no venue before one that is."""
    if len(before.split()) < 2 or not looks_like_venue(behind, lexicon):
        return False
    venue = looks_like_venue(before, lexicon) or lexicon.begins_with_venue(before)
    return not venue or _is_nameless(before, behind, lexicon)
