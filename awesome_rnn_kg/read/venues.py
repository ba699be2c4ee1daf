"""Printed venues, years and identifiers.

venues = venue *( ( " / " | ";" | "|" | "," ) venue )
venue  = arxiv | doi | name [","] [ "(" ] year [ ")" ] | name | year, then [detail] [status]
arxiv  = "arXiv" [ "preprint" ] [ "arXiv" ] [":"] id [ year ]
id     = 4DIGIT "." 4*5DIGIT [ "v" 1*DIGIT ]  |  archive [ "." 2LETTER ] "/" 7DIGIT
name   = words *( "," words ) [ "," ] "and" words, behind "Conference on", "Journal of" … | words
year   = 4DIGIT [ ( "-" | "/" | "." ) month [ the same day ] ] | "'" 2DIGIT
detail = volume, number and pages ("12(3), 45-67", "Vol. 4, no. 2"); the pages are kept
status = "under review" | "to appear" | "accepted" …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..text.source import Span
from .cutnames import CUT_END, CUT_JOURNAL, CUT_NAME
from .document import Venue
from .inline import RichText
from .lexicon import Lexicon
from .pages import is_first_page, narrow, pages_of

_MONTH = r"(?:0[1-9]|1[0-2])"
# From April 2007: four digits after the dot until December 2014, five since.
_FOUR = rf"(?:07(?:0[4-9]|1[0-2])|(?:0[89]|1[0-4]){_MONTH})\.\d{{4}}"
_NEW_ID = rf"(?:{_FOUR}|(?:1[5-9]|[2-9]\d){_MONTH}\.\d{{5}})"
_OLD_ID = rf"(?:(?<![a-z])[a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{{2}})?/\d{{2}}{_MONTH}\d{{3}}"
ARXIV_ID = re.compile(rf"(?<![\d.])({_NEW_ID}|{_OLD_ID})(v\d+)?(?![\d]|\.\d)")
_ARXIV_HOST = (
    r"(?:arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/|alphaxiv\.org/abs/"
    r"|ar5iv\.(?:labs\.arxiv\.)?org/(?:abs|html)/"
    r"|(?:scirate\.com|huggingface\.co)/(?:arxiv|papers)/|doi\.org/10\.48550/arxiv\.)"
)
ARXIV_URL = re.compile(rf"{_ARXIV_HOST}({_NEW_ID}|{_OLD_ID})(v\d+)?(?!\d)", re.IGNORECASE)
DOI_URL = re.compile(r"(?:doi\.org/|/doi/(?:[a-z]{2,9}/)?)(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)
DOI = re.compile(
    r"(?:\bdoi:?\s*|(?<![\w./]))(10\.\d{4,9}/(?:[^\s,;\[\]()]|\([^\s()]{0,80}\))+)", re.IGNORECASE
)
_ARXIV_TEXT = re.compile(
    r"(?:arXiv(?:\s(?:e-)?preprints?)?(?:\s?,?\s?arXiv)?\s?[:.：]?\s?|CoRR,?\sabs/)"
    r"(?=[\w./-]*\d)([\w./-]+(?::\d+)?)",
    re.IGNORECASE,
)
DATED_PREPRINT = re.compile(
    r"((?:bio|med)Rxiv)[\s:.]\s?(20\d\d)\.\d\d\.\d\d\.\d{6,8}", re.IGNORECASE
)
_YEAR_MONTH = re.compile(rf"(?:0[7-9]|1\d|2\d)[./-]?{_MONTH}")
_EARLY = re.compile(rf"19{_MONTH}")
_ARXIV_WORD = re.compile(r"arxiv\b", re.IGNORECASE)
YEAR = re.compile(
    rf"(?<![\d./–-])((?:19|20)\d\d)(?:[./-](?:{_MONTH}|[1-9])(?:[./-][0-3]?\d)?)?(?![\d/–-]|\.\d"
    r"|\s\((?:19|20)\d\d\))"
)
_VOLUMED = re.compile(
    r"(?:[A-Z][\w&-]*|of|on|in|and|the)(?:\s(?:[A-Z][\w&-]*|of|on|in|and|the)){0,7}\s\d{1,4}"
    r"(?:\(\d+\))?"
)
_SHORT_YEAR = re.compile(r"(?<=\w)\s?['’]\s?(\d\d)\b")
_GLUED_YEAR = re.compile(r"^([A-Z][A-Za-z+-]*[A-Za-z])((?:19|20)\d\d)\b")
_GLUED_SHORT = re.compile(r"^([A-Z][A-Za-z]*[A-Z]|[A-Z][a-z]{3,9})([0-4]\d)$")
_VERSION = re.compile(r"(?<=arxiv)\s?\(v\d+\)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"^((?:19|20)\d\d)(?:[-_ ]|,\s)([A-Z][A-Za-z+]+)\b")
SHORT_LEAD = re.compile(r"(\d\d)-([A-Z][A-Z&]+[A-Za-z]*)-(?=[A-Z])")  # `16-ATC-Title`
_YEAR_HYPHEN = re.compile(r"((?:19|20)\d\d)[-_]([A-Z][\w-]*)")
PUBLISHER = re.compile(
    r"(?:Springer(?:\sScience\s(?:&|and|\+)\sBusiness\sMedia)?|Elsevier|Wiley|Morgan Kaufmann"
    r"|Citeseer|PMLR|ACM|IEEE|AAAI|ISCA|MIT|Curran Associates"
    r"|Association for Computational Linguistics)"
    r"(?: Press|-Verlag| Verlag)?(?:,? (?:Cham|Berlin|Inc))?",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"(?:[A-Z][\w-]+\s){1,3}(?:Press|Publish(?:ing|ers))\b|(?:Springer|Wiley|Elsevier)\b"
)
_APOSTROPHED = re.compile(r"[A-Z][\w&+-]*['’](?:19|20)\d\d")  # `Computers'1976`
_HYPHEN_YEAR = re.compile(r"^([A-Z][A-Za-z+]*[A-Z])-(?:((?:19|20)\d\d)|(\d\d))(?![\w-])")
_STATUS = re.compile(
    r"\(?\b(under review(?: (?:at|for))?|submitted(?: to)?|to appear(?: in)?"
    r"|accepted(?: (?:to|at|by|for))?|in press|forthcoming|reject(?:ed)?"
    r"|(?:workshop |conference )?submission)\b\)?",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    r"\b(?:journal|conference|conf|proceedings|proc|workshop|symposium|trans|transactions|letters"
    r"|magazine|annals|reviews? of|lecture notes|technical report|tech report|thesis"
    r"|dissertation|univ|university press|mit press|springer|preprint|e?print|arxiv|biorxiv|medrxiv"
    r"|openreview|IEEE|ACM|NeurIPS|CoRR"
    r"|(?:ph\.?\s?d\.?|doctoral|master['’]?s?|bachelor['’]?s?)\s(?:thesis|dissertation))\b|\w{1,12}(?:学报|期刊|会议|论文)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\s(?:[A-Z&@][\w&@-]*\s|and\s|on\s|for\s|in\s|of\s|the\s){1,9}(?:[Ww]orkshop|[Tt]rack)"
)
_IN = re.compile(r"\A(?:In: |In (?=Proc))")
_PROCEEDINGS = re.compile(r"(?:In:? )?Proceedings of\b")
ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty)?-?(?:first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|(?:twen|thir|for|fif)tieth)"
)
_ORDINAL = re.compile(rf"\A(?:(?:the|{ORDINAL}|annual|joint|international)\s)*", re.IGNORECASE)
# A chapter: `In Ways of Bees, pp. 39-80. Springer, 2018`, `in Ways of Bees, E. Eff, Ed.`
_IN_BOOK = re.compile(
    r"[Ii]n:? [A-Z](?:[^.\n]{3,140}, (?:pp?\.|pages) \d|[^.\n]{3,100}, [^\n]{3,80}\b[Ee]ds?\.)"
)
_ACRONYM = re.compile(r"(?![\w-]*-based\b)[A-Z][\w&+/-]*[A-Z][\w&+/-]*|In")
_MONTHS = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
    r"|spring|summer|autumn|fall|winter)\b\.?"
    r"(?:\s\d{1,2}(?:st|nd|rd|th)?\b)?",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\d{{1,2}}\s(?:{_MONTHS.pattern})", re.IGNORECASE)
_BEST = r"(?:best|outstanding) (?:\w+ ){0,2}paper(?: award)?!?"
_HONOUR = rf"(?:oral|spotlight|poster|highlight|{_BEST}|award)"
_HONOURS = re.compile(rf"(?<=\w)[\s,]+\(?{_HONOUR}\)?(?:\s{_HONOUR})*\Z", re.IGNORECASE)
_AWARDED = re.compile(rf"^{_BEST} (?:@|at)\s", re.IGNORECASE)
_IS_HONOUR = re.compile(rf"{_HONOUR}(?:\spaper|\spresentation)?", re.IGNORECASE)
_NUMBER = (
    r"[A-Z]?\d[\d.,]{0,12}(?:\(\d[\d\s–-]{0,12}\))?(?::?[A-Z]?\d+)?(?:\s?[-–]{1,3}\s?[A-Z]?\d+)?"
)
_COUNTED = r"(?:volume|vol|number|no|issue|pages?|pp?|article|art)\b\.?\s?"
DETAIL = re.compile(rf"(?:{_COUNTED}{_NUMBER}|{_NUMBER})(?=$|[\s,;.:)\]])\.?", re.IGNORECASE)
_MORE = re.compile(
    r",\s(?!(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april"
    r"|august|september|october|november|december)\b)[^\W\d_]{3,}",
    re.IGNORECASE,
)
_TAIL_DETAIL = re.compile(rf"[\s,:]+(?:{_COUNTED}\d\S*|\d+[.:(]\S*|\d+)\Z", re.IGNORECASE)
# The bracket of `CVPR (GOPRO)` without its end.
# `CVPR (GOPRO)`, behind one word alone: it may have lost its last bracket.
_REMARK = re.compile(
    r"\A(\S+)\s[(\[](?!\w* ?workshop)[^\s()\[\]]+(?:\s[^\s()\[\]]+)?[)\]]?\Z", re.IGNORECASE
)
_GAP = re.compile(
    r"\s/\s|\s?[;|]\s?|[，；。]|,\s(?!abs/)|\n|/(?=arXiv)|\.\s(?=[A-Z\d])", re.IGNORECASE
)
# A name that goes on behind a comma: `Conference on Acoustics, Speech, and Signal Processing`.
_OF_SEVERAL = re.compile(
    r"\b(?:conference|conf\.?|transactions|trans\.?|journal|symposium|symp\.?|workshop|meeting"
    r"|congress)\s(?:(?:on|of|for|in)\s(?:the\s)?)?[^\W\d_][^;.()\n]{0,80}\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2},\s){0,3}(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}\s)?"
    r"(?:and|&)\s[A-Z][a-z]"
)
_LAST_WORD = re.compile(r"\w+\Z")
_YEAR_BEHIND = re.compile(r"\s\((?:19|20)\d\d\)")
_FIELD_END = " .,;:()[]（）。，；："
_LONGEST = 160  # of one venue, in characters
_PLAUSIBLE = range(1900, 2100)


@lru_cache(maxsize=4096)
def looks_like_venue(text: str, lexicon: Lexicon) -> bool:
    """Whether a field of a citation is a venue, a year or an identifier rather than words."""
    text = text.strip(_FIELD_END)
    if not text or len(text) > _LONGEST:
        return False
    if _ARXIV_WORD.match(text) or DOI.match(text) or ARXIV_ID.fullmatch(text):
        return True
    if _STATUS.fullmatch(text) or _YEAR_HYPHEN.fullmatch(text) or _APOSTROPHED.fullmatch(text):
        return True
    text = _AWARDED.sub("", _STATUS.sub("", _HONOURS.sub("", text))).strip(_FIELD_END)
    hyphened = _HYPHEN_YEAR.match(text)
    if hyphened and lexicon.names_venue(hyphened[1]):
        text = _spaced(text)
    first = _YEAR_FIRST.match(text)
    if first and lexicon.names_venue(first[2]) and len(text.split()) <= 4:
        return True
    year = YEAR.search(text) or _SHORT_YEAR.search(text)
    late = year and year.end() >= len(text) - 25 and not _MORE.search(text, year.end())
    dated = late and year and _is_dated_venue(text, *year.span(), lexicon)
    held = year and _is_dated_workshop(text, *year.span(), lexicon)
    return bool(dated or held) or _is_named_venue(text, lexicon)


def _is_dated_workshop(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """`NIPS 2018 Small Nets Workshop`: a known venue, its year, and what was held there."""
    held = _HELD.fullmatch(text, end)
    return bool(held) and lexicon.names_venue(text[:at].strip(_FIELD_END))


def _is_named_venue(text: str, lexicon: Lexicon) -> bool:
    """A known venue, also with two digits for its year, or a venue's key word at the front."""
    cut = CUT_JOURNAL.fullmatch(text.partition(",")[0]) is not None
    known = cut or lexicon.names_venue(text) or lexicon.names_venue(text.rstrip("0123456789"))
    begun = _KEYWORD.match(_ORDINAL.sub("", _IN.sub("", text), count=1))
    begun = (
        begun
        or _IN_BOOK.match(text)
        or CUT_NAME.match(text)
        or (_VOLUMED.fullmatch(text) and _KEYWORD.search(text))
    )
    longest = 28 if _IN_BOOK.match(text) else 18 if _PROCEEDINGS.match(text) else 12
    return known or bool(begun and len(text.split()) <= longest)


def _is_dated_venue(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """A year alone, with a month, or behind an acronym, a known venue or a venue's key word."""
    name = _MONTHS.sub("", text[:at]).strip(f"{_FIELD_END}'’")
    if not any(c.isalnum() for c in name):
        rest = _MONTHS.sub("", text[end:]).strip(_FIELD_END)
        named = _KEYWORD.search(rest) or _STATUS.search(rest) or lexicon.begins_with_venue(rest)
        return not any(c.isalpha() for c in rest) or bool(named)
    if lexicon.names_venue(name.removeprefix("in ")):
        return True
    words = len(name.split())
    if name.endswith((" Year", " year")):
        return False  # `(In the Year 2039)`
    acronym = words <= 4 and bool(_ACRONYM.fullmatch(name.split()[0]))
    found = lexicon.begins_with_venue(name)
    known = bool(found) and words <= 8
    return acronym or known or (bool(_KEYWORD.search(name)) and words <= 14)


def parse_venues(rich: RichText, start: int, end: int) -> tuple[Venue, ...]:
    """The venues that text[start:end] prints, by the grammar above."""
    found: list[Venue] = []
    for begin, finish in _parts(rich.text, start, end):
        venue = _venue(rich, begin, finish)
        if venue is not None:
            found = add_venues(found, (venue,))
    return tuple(found)


def add_venues(known: list[Venue], more: tuple[Venue, ...]) -> list[Venue]:
    """Two runs of venues as one: a year or a page number belongs to the name beside it."""
    if known and more and _is_lone_status(known[-1]) and not more[0].status:
        whole = _merged(known[-1], more[0])
        venue = more[0]._replace(text=whole.text, span=whole.span, status=whole.status)
        return [*known[:-1], venue, *more[1:]]
    if known and more and _belongs(known[-1], more[0]):
        return [*known[:-1], _merged(known[-1], more[0]), *more[1:]]
    return [*known, *more]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for gap in _GAP.finditer(text, start, end):
        before = text[begin : gap.start()]
        short = gap[0].startswith(".") and _is_abbreviation(before)
        if short and not _PRESS.match(text, gap.end(), end):
            continue
        listed = gap[0].startswith(",") and _OF_SEVERAL.search(before[-_LONGEST:])
        if listed and _GOES_ON.match(text, gap.end(), end):
            continue
        yield begin, gap.start()
        begin = gap.end()
    yield begin, end


def _is_abbreviation(text: str) -> bool:
    """Whether a full stop behind this text ends a short word (`Proc.`), not a name."""
    if CUT_END.search(f"{text}."):
        return True
    word = _LAST_WORD.search(text)
    short = word and len(word[0]) <= 5 and not word[0].isdigit()
    return bool(word and short and not (len(word[0]) > 2 and word[0].isupper()))


def _venue(rich: RichText, start: int, end: int) -> Venue | None:
    start, end = _bounds(rich.text, start, end)
    text = rich.text[start:end]
    if not any(c.isalnum() for c in text) or _IS_HONOUR.fullmatch(text):
        return None
    if YEAR.fullmatch(text) and _YEAR_BEHIND.match(rich.text, end):
        return None  # a page: `Physical Review Letters 61, 2015 (1988)`
    span = rich.span(start, end)
    status = _STATUS.search(text)
    told = status[1].casefold() if status else ""
    base = Venue(text, span, status=told.removesuffix(" at").removesuffix(" for"))
    bare = _VERSION.sub("", _spaced(_STATUS.sub("", text)))
    if doi := DOI.search(bare) or DOI_URL.search(bare):
        ident = doi[1].rstrip(".").lower()
        return base._replace(doi=ident, year=_year(bare[: doi.start()]))
    if arxiv := _ARXIV_TEXT.search(bare) or ARXIV_ID.fullmatch(bare):
        return _preprint(base, bare, arxiv)
    if DETAIL.fullmatch(narrow(bare)) and not YEAR.fullmatch(bare):
        pages = pages_of(bare) or (bare if is_first_page(rich.text, start, end) else "")
        return base._replace(year=_year(bare), pages=pages)
    bare = DATED_PREPRINT.sub(r"\1 \2", bare)
    return base._replace(name=_name(bare), year=_year(bare), pages=pages_of(bare))


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """A part without punctuation and without a bracket that it does not open."""
    while start < end and text[start] in f"{_FIELD_END}*\n":
        start += 1
    while end > start and text[end - 1] in " .,;:([*。，；：（）\n":
        end -= 1
    unopened = text.count(")", start, end) > text.count("(", start, end)
    if end > start and text[end - 1] == ")" and unopened:
        end -= 1
    return start, end


def _preprint(base: Venue, bare: str, found: re.Match[str]) -> Venue:
    if _EARLY.fullmatch(found[1]):  # `arXiv 1910`: there was none in that year
        return base._replace(name="arXiv", year=2000 + int(found[1][:2]))
    if YEAR.fullmatch(found[1]) or _DATE.match(bare, found.start(1)):
        return base._replace(name="arXiv", year=_year(bare[found.start(1) :]))
    printed = found[1].rstrip(".,")
    if _YEAR_MONTH.fullmatch(printed):
        return base._replace(name="arXiv", year=2000 + int(printed[:2]))
    ident = ARXIV_ID.fullmatch(printed)
    if ident:
        return base._replace(arxiv=ident[1], year=_year(bare[found.end() :]))
    return base._replace(malformed=printed, year=_year(bare[found.end() :]))


def _year(text: str) -> int | None:
    years = [int(y) for y in YEAR.findall(text)]
    if not years and (
        glued := _GLUED_YEAR.match(text) or _YEAR_FIRST.match(text) or _YEAR_HYPHEN.match(text)
    ):
        years = [int(g) for g in glued.groups() if g.isdigit()]
    if not years and (short := _SHORT_YEAR.search(text) or _GLUED_SHORT.match(text)):
        number = int(short[short.lastindex or 1])
        years = [(1900 if number > 50 else 2000) + number]
    return next((y for y in years if y in _PLAUSIBLE), None)


def _name(text: str) -> str:
    """A venue's name without its year, month, volume, pages and brackets."""
    if not any(c.isalpha() for c in text):
        return ""
    text = _GLUED_SHORT.sub(r"\1", text)
    text = _GLUED_YEAR.sub(r"\1", _YEAR_FIRST.sub(r"\2", _HONOURS.sub("", _hyphened(text))))
    text = _AWARDED.sub("", _SHORT_YEAR.sub("", YEAR.sub("", text)))
    cut = _MONTHS.sub("", text).strip(f"{_FIELD_END}*/-–'’·•")
    cut = re.sub(r"\(\s*\)|\[\s*\]", "", cut)
    cut = re.sub(
        r"^(?:in:?|appears in|published in|presented at)\s(?=[A-Z])", "", cut, flags=re.IGNORECASE
    )
    while (shorter := _TAIL_DETAIL.sub("", cut)) != cut:
        cut = shorter
    name = _REMARK.sub(r"\1", " ".join(cut.split()).strip(" .,;:*"))
    name += ")" * (name.count("(") - name.count(")") == 1)
    return f"{name}." if ". " in name and CUT_END.search(f"{name}.") else name


def _spaced(text: str) -> str:
    """`CVPR-2015` → `CVPR 2015`, `CVPR-15` → `CVPR '15`; any other text as it is."""
    found = _HYPHEN_YEAR.match(text)
    if not found:
        return text
    return f"{found[1]} {found[2] or chr(39) + found[3]}{text[found.end() :]}"


def _hyphened(text: str) -> str:
    """`2019-ICCV_W` → `ICCV W`; any other text as it is."""
    found = _YEAR_HYPHEN.fullmatch(text.rstrip(" -–—|:"))
    return found[2].replace("_", " ") if found else text


def _belongs(first: Venue, second: Venue) -> bool:
    """A year, a volume, a status or a publisher behind a name: "ICML, 2015", "ECCV. Springer"."""
    if PUBLISHER.fullmatch(second.name) and first.name and first.name.casefold() != "arxiv":
        return second.year is None or first.year in (None, second.year)
    nameless = not (second.name or second.arxiv or second.doi or second.malformed)
    return nameless and (second.year in (None, first.year) or first.year is None)


def _is_lone_status(venue: Venue) -> bool:
    """`under review, ICLR 2017`: a status in front of the venue that it is of."""
    told = venue.name or venue.arxiv or venue.doi or venue.malformed or venue.year
    return bool(venue.status) and not told


def _merged(first: Venue, second: Venue) -> Venue:
    text, span = f"{first.text}, {second.text}", _hull(first.span, second.span)
    year = first.year if second.year is None else second.year
    status, pages = first.status or second.status, first.pages or second.pages
    return first._replace(text=text, span=span, year=year, status=status, pages=pages)


def _hull(first: Span, second: Span) -> Span:
    if (second.line, second.column) < (first.line, first.column):
        first, second = second, first
    return first.through(second)
