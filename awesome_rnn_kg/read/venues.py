"""Printed venues, years and identifiers.

venues = venue *( ( " / " | ";" | "," ) venue )
venue  = arxiv | doi | name [","] [ "(" ] year [ ")" ] | name | year ;  then [ "(" status ")" ]
arxiv  = "arXiv" [ "preprint" ] [ "arXiv" ] [":"] id [ year ]
id     = 4DIGIT "." 4*5DIGIT [ "v" 1*DIGIT ]  |  archive [ "." 2LETTER ] "/" 7DIGIT
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Venue
from .inline import RichText
from .lexicon import Lexicon

_MONTH = r"(?:0[1-9]|1[0-2])"
# Four digits after the dot until December 2014, five since.
_NEW_ID = rf"(?:(?:0[7-9]|1[0-4]){_MONTH}\.\d{{4}}|(?:1[5-9]|[2-9]\d){_MONTH}\.\d{{5}})"
_OLD_ID = r"(?:[a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}"
ARXIV_ID = re.compile(rf"(?<![\d.])({_NEW_ID}|{_OLD_ID})(v\d+)?(?![\d]|\.\d)")
ARXIV_URL = re.compile(
    rf"(?:arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/|alphaxiv\.org/abs/|ar5iv\.(?:labs\.arxiv\.)?org/(?:abs|html)/"
    rf"|(?:scirate\.com|huggingface\.co)/(?:arxiv|papers)/|doi\.org/10\.48550/arxiv\.)({_NEW_ID}|{_OLD_ID})(v\d+)?(?!\d)",
    re.IGNORECASE,
)
DOI_URL = re.compile(r"(?:dx\.)?doi\.org/(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)
DOI = re.compile(r"\b(?:doi:?\s*)(10\.\d{4,9}/[^\s,;\]]+)", re.IGNORECASE)
_ARXIV_TEXT = re.compile(
    r"arXiv(?:\s+(?:e-)?preprints?)?(?:\s*,?\s*arXiv)?\s*[:.]?\s*(?=[\w.-]*\d)([\w./-]+(?::\d+)?)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?![\d/-]|\.\d)")
_SHORT_YEAR = re.compile(r"(?<=\w)\s?['’](\d\d)\b")
_GLUED_YEAR = re.compile(r"^([A-Z][A-Za-z+-]*[A-Za-z])((?:19|20)\d\d)\b")
_STATUS = re.compile(
    r"\(?\b(under review|submitted(?: to)?|to appear(?: in)?|accepted(?: (?:to|at|by|for))?|in press"
    r"|forthcoming)\b\)?",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    r"\b(?:journal|conference|conf|proceedings|proc|workshop|symposium|trans|transactions|letters"
    r"|magazine|annals|review of|lecture notes|technical report|tech report|thesis"
    r"|dissertation|univ|university press|mit press|springer|preprint|e?print|arxiv|biorxiv|medrxiv"
    r"|openreview|IEEE|ACM|NeurIPS|CoRR)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"^(?:in\s+|proc\.?\s+(?:of\s+)?)?(?:[A-Z][\w&+-]*[A-Z][\w&+-]*|[A-Z]{2,}[\w-]*)\b",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b\.?(?:\s*\d{1,2}(?:st|nd|rd|th)?\b)?",
    re.IGNORECASE,
)
_PLAUSIBLE = range(1900, 2100)


def looks_like_venue(text: str, lexicon: Lexicon) -> bool:
    """Whether a field of a citation is a venue, a year or an identifier rather than words."""
    text = text.strip(" .,;:()[]")
    if not text or len(text) > 160:
        return False
    if _ARXIV_TEXT.match(text) or DOI.match(text) or re.match(r"arxiv\b", text, re.IGNORECASE):
        return True
    year = YEAR.search(text) or _SHORT_YEAR.search(text)
    if year and year.end() >= len(text) - 25 and _is_dated_venue(text, year.start(), lexicon):
        return True
    return lexicon.names_venue(text) or bool(_KEYWORD.match(text) and len(text.split()) <= 12)


def _is_dated_venue(text: str, at: int, lexicon: Lexicon) -> bool:
    """A year alone, with a month, or behind an acronym, a known venue or a venue's key word."""
    name = _MONTHS.sub("", text[:at]).strip(" .,;:()[]'’")
    if not name or lexicon.names_venue(name):
        return True
    first = name.split()[0]
    acronym = len(name.split()) <= 4 and bool(
        re.fullmatch(r"[A-Z][\w&+/-]*[A-Z][\w&+/-]*|In", first)
    )
    found = lexicon.venue_pattern.search(name)
    known = bool(found and found.start() == 0 and len(name.split()) <= 8)
    return acronym or known or (bool(_KEYWORD.search(name)) and len(name.split()) <= 14)


def parse_venues(rich: RichText, start: int, end: int, lexicon: Lexicon) -> tuple[Venue, ...]:
    """The venues that text[start:end] prints, by the grammar above."""
    found: list[Venue] = []
    for begin, finish in _parts(rich.text, start, end):
        venue = _venue(rich, begin, finish, lexicon)
        if venue is None:
            continue
        if found and _belongs(found[-1], venue):
            found[-1] = _merged(rich, found[-1], venue)
        else:
            found.append(venue)
    return tuple(found)


def add_venues(rich: RichText, known: list[Venue], more: tuple[Venue, ...]) -> list[Venue]:
    """Two runs of venues as one: a year in brackets belongs to the name before it."""
    if known and more and _belongs(known[-1], more[0]):
        return [*known[:-1], _merged(rich, known[-1], more[0]), *more[1:]]
    return [*known, *more]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for gap in re.finditer(
        r"\s+/\s+|\s*[;|]\s*|,\s+|/(?=arXiv)|\.\s+(?=[A-Z\d])", text[start:end], re.IGNORECASE
    ):
        word = re.search(r"\w+$", text[begin : start + gap.start()])
        if gap[0].startswith(".") and word and len(word[0]) <= 5 and not YEAR.fullmatch(word[0]):
            continue
        if gap[0].startswith(",") and re.match(r"pp?\.|vol|no\.", text[start + gap.end() :]):
            continue
        yield begin, start + gap.start()
        begin = start + gap.end()
    yield begin, end


def _venue(rich: RichText, start: int, end: int, lexicon: Lexicon) -> Venue | None:
    while start < end and rich.text[start] in " .,;:()[]*":
        start += 1
    while end > start and rich.text[end - 1] in " .,;:([*":
        end -= 1
    text = rich.text[start:end]
    if text.endswith(")") and text.count(")") > text.count("("):
        text, end = text[:-1], end - 1
    if not text or not re.search(r"\w", text):
        return None
    span = rich.span(start, end)
    status = _STATUS.search(text)
    state = status[1].casefold() if status else ""
    bare = _STATUS.sub("", text)
    if doi := DOI.search(bare) or DOI_URL.search(bare):
        return Venue(
            text,
            span,
            doi=doi[1].rstrip(".").lower(),
            year=_year(bare[: doi.start()]),
            status=state,
        )
    if arxiv := _ARXIV_TEXT.search(bare):
        return _preprint(text, span, bare, arxiv, state)
    glued = _GLUED_YEAR.match(bare)
    bare = f"{glued[1]} {glued[2]}{bare[glued.end() :]}" if glued else bare
    return Venue(text, span, name=_name(bare), year=_year(bare), status=state)


def _preprint(text: str, span: object, bare: str, found: re.Match[str], state: str) -> Venue:
    if YEAR.fullmatch(found[1]):
        return Venue(text, span, name="arXiv", year=int(found[1]), status=state)  # type: ignore[arg-type]
    ident = ARXIV_ID.fullmatch(found[1].rstrip(".,"))
    rest = bare[found.end() :]
    return Venue(
        text,
        span,  # type: ignore[arg-type]
        arxiv=ident[1] if ident else "",
        malformed="" if ident else found[1].rstrip(".,"),
        year=_year(rest),
        status=state,
    )


def _year(text: str) -> int | None:
    years = [int(y) for y in YEAR.findall(text)]
    if not years and (short := _SHORT_YEAR.search(text)):
        number = int(short[1])
        years = [(1900 if number > 50 else 2000) + number]
    return next((y for y in years if y in _PLAUSIBLE), None)


def _name(text: str) -> str:
    """A venue's name without its year, month and brackets."""
    if re.search(r"[^\W\d_]", text) is None:
        return ""
    text = _SHORT_YEAR.sub("", YEAR.sub("", text))
    cut = _MONTHS.sub("", text).strip(" .,;:()[]*/-–'’")
    cut = re.sub(r"\(\s*\)|\[\s*\]", "", cut)
    cut = re.sub(
        r"^(?:in|appears in|published in|presented at)\s+(?=[A-Z])", "", cut, flags=re.IGNORECASE
    )
    return " ".join(cut.split()).strip(" .,;:*")


def _belongs(first: Venue, second: Venue) -> bool:
    """A year behind a name ("ICML, 2015"), behind an id, or an id's own "arXiv preprint"."""
    lone_year = second.year is not None and not (
        second.name or second.arxiv or second.doi or second.malformed
    )
    return lone_year and first.year is None


def _merged(rich: RichText, first: Venue, second: Venue) -> Venue:
    return Venue(
        f"{first.text}, {second.text}",
        first.span.through(second.span),
        first.name,
        second.year,
        first.arxiv,
        first.malformed,
        first.doi,
        first.status or second.status,
    )
