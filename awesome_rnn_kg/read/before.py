"""What stands before a title.

before = [ tag *( tag ) ] [ names | venue | other name of the thing ]
"""

from __future__ import annotations

import re

from .affiliations import housed_before
from .brackets import take_group
from .document import Venue
from .found import Fields, take_names, take_venues
from .line import BESIDE, GAP, Line, blank, surnames
from .names import NameList, parse_names
from .namewords import is_name
from .tags import TAG, tags
from .venues import SHORT_LEAD, looks_like_venue

_FORCED = re.compile(r"[^,;]+?(?=,|;|\sand\s|\s&\s|$)")
# `We had assigned`: two words in lower case that are no parts of names
_CLAUSE = re.compile(
    r"(?:(?<![\w-])(?!the\b|and\b|for\b|v[ao]n\b|de[rnls]\b|dos\b)[a-z]{3,}(?![\w-]).*){2}"
)
_AND = re.compile(r"\s?(?:and|&)\s")
_POSSESSIVE = re.compile(r"([^\n]{3,60})['’]s")
_KEY = re.compile(r"\s?([^\s,:：.][^,:：.]{0,40})[:：]\s")
_SIGN = re.compile(r"[-–—:：|,.(\[\"“”\n]")
_YEAR_VENUE = re.compile(
    r"\s?(?:19|20)\d\d\s(?:(?:IEEE|ACM|USENIX)\s)?[A-Z][\w&/+-]*[A-Z][\w&/+-]*(?=[\s,:\[(]|$)"
)
_DATED_NOTE = re.compile(r"\s?(\()(?:19|20)\d\d\b[^(),]*,[^()]*\)\s?")  # `(2016, a review)`


def before_title(line: Line, out: Fields, start: int, end: int, manner: str) -> None:
    """Read what stands before a title, which is "bare", "set off" or a "short link"."""
    start, title = _tags(line, out, start, end), end
    end = start + len(line.masked[start:end].rstrip(f' \n"“”„«‘([-–—{GAP}'))
    start = _short_lead(line, out, start, end) or _dated_venue(line, out, start, end)
    text = line.masked[start:end]
    if blank(text):
        return
    note = _DATED_NOTE.fullmatch(line.masked, start, end) if manner != "bare" else None
    if (
        (note and take_group(line, out, note.start(1), end, False))
        or _names_behind_key(line, out, start, end)
        or housed_before(line, out, start, end)
    ):
        return
    quoted = line.masked[end:title].endswith(('"', "“"))
    names = _names_before(line, start, end, quoted)
    rest = line.masked[names.stop : end]
    if manner != "bare" and (owner := _POSSESSIVE.fullmatch(text.strip())) and is_name(owner[1]):
        at = line.masked.index(owner[1], start)
        out.makers.append(line.field(at, at + len(owner[1])))
    elif manner != "bare" and line.masked[title:].startswith(text.rstrip(' ,:：\n"“')):
        _words_before(line, out, start, end)
    elif manner == "short link" and text.rstrip()[-1] in ":：":
        out.remarks.append(line.field(start, start + len(text.rstrip(" :："))))
    elif names.names and blank(rest):
        take_names(line, out, names, start, end)
    elif names.names and looks_like_venue(rest, line.lexicon):
        take_names(line, out, names, start, names.stop)
        take_venues(line, out, names.stop, end)
    elif looks_like_venue(text.strip(f" -–—:|{GAP}"), line.lexicon):
        take_venues(line, out, start, end)
    elif manner != "bare" and "," in text and (forced := forced_names(line, start, end)):
        take_names(line, out, forced, start, end)
    else:
        _words_before(line, out, start, end)


def _names_before(line: Line, start: int, end: int, quoted: bool) -> NameList:
    """Names before a title; surnames before one in quotes: `Bee & Dee. "Nets for all."`"""
    names = parse_names(line.masked, start, end)
    if names.names or not quoted:
        return names
    found = BESIDE.match(line.masked, start, end)
    pairs = surnames(found) if found else []
    if not found or not blank(line.masked[found.end() : end]) or not (found[2] or len(pairs) > 1):
        return names
    return NameList(tuple(pairs), end, found[2] is not None, True)


def _short_lead(line: Line, out: Fields, start: int, end: int) -> int:
    """Where the venue of `16-ATC-Title` ends; 0 if that is not all there is before the title."""
    lead = SHORT_LEAD.match(line.masked, start)
    if lead is None or not blank(line.masked[lead.end() : end]):
        return 0
    span = line.field(*lead.span()).span
    out.venues.append(Venue(lead[0].rstrip("-"), span, lead[2], 2000 + int(lead[1])))
    out.venue_bounds = (lead.start(), lead.end() - 1)
    return lead.end()


def _dated_venue(line: Line, out: Fields, start: int, end: int) -> int:
    """`2016 ICML BeeNet`, then a title: where the venue ends, which stands behind its year."""
    found = _YEAR_VENUE.match(line.masked, start, end)
    if found is None or looks_like_venue(line.masked[found.end() : end], line.lexicon):
        return start
    take_venues(line, out, *found.span())
    return found.end()


def _names_behind_key(line: Line, out: Fields, start: int, end: int) -> bool:
    """`BeeNet: Ann Bee, Cid Dee.`, then a title: take the authors, if they are all there is."""
    key = _KEY.match(line.masked, start, end)
    if key is None:
        return False
    names = parse_names(line.masked, key.end(), end)
    if len(names.names) < 2 or not blank(line.masked[names.stop : end]):
        return False
    take_names(line, out, names, key.end(), end)
    out.alternative = out.alternative or line.field(*key.span(1))
    return True


def _words_before(line: Line, out: Fields, start: int, end: int) -> None:
    """A few words are another name of the thing, more and those of a sentence are a remark."""
    text = line.masked[start:end]
    stop = start + len(text.rstrip(f' -–—:：|,.([\n{GAP}"“'))
    words = line.field(start, stop)
    joined = not _SIGN.search(line.masked, stop, stop + 3)
    prose = joined and words.text.split()[-1][:1].islower()
    surname = line.masked[stop : stop + 1] == "." and " " not in words.text
    if prose or surname or len(words.text.split()) > 5:
        out.remarks.append(words)
    elif out.alternative is None:
        out.alternative = words
    else:
        out.remarks.append(words)


def _tags(line: Line, out: Fields, start: int, end: int) -> int:
    """Read the tags at the front of a title; where they end."""
    for span in tags(line, start, end + 1):
        if looks_like_venue(line.masked[slice(*span)], line.lexicon):
            take_venues(line, out, *span)
        elif line.lexicon.names_link(line.masked[slice(*span)]):
            out.remarks.append(line.field(*span))
        elif out.alternative is None and GAP not in line.masked[slice(*span)]:
            out.alternative = line.field(*span)
        else:
            out.remarks.append(line.field(*span))
        closing = TAG.match(line.masked, start)
        start = min(closing.end(), end) if closing else end
    return start


def forced_names(line: Line, start: int, end: int) -> NameList | None:
    """Authors that don't look like names (handles, teams) but stand where authors stand."""
    names = []
    for found in _FORCED.finditer(line.masked, start, end):
        lead = _AND.match(found[0].lstrip())
        chunk = found[0].lstrip()[lead.end() if lead else 0 :].strip(f" .:{GAP}")
        if not chunk:
            continue
        words = len(chunk.split())
        if words > 5 or ": " in chunk or (words > 2 and _CLAUSE.search(chunk)):
            return None
        at = line.masked.index(chunk, found.start())
        names.append((at, at + len(chunk)))
    lower = sum(line.masked[a].islower() for a, _ in names)
    sure = sum(is_name(line.masked[a:b]) for a, b in names)
    return NameList(tuple(names), end, False, True) if names and lower <= sure // 2 else None
