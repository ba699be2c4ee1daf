"""What stands where venues stand: venues, and beside them places, houses and publishers.

sure   = a known venue | a preprint server | thesis or report | words of a venue's kind
       | "in" words                                               the book of a chapter
       | acronym year                                             `XYZ 2019`
       | the first name, where nothing is sure and no publisher stands there
beside = institution                     becomes one of the entry's      `Foo University, ICML 2017`
       | any other name                  is none                         `KDD 2016, San Francisco`
"""

from __future__ import annotations

import re

from ..read.cutnames import CUT_NAME
from ..read.document import Field, Mention, Venue
from .authorities import Authorities
from .meanings import institutions_in
from .venuenames import forms

_SERVERS = ("arxiv", "biorxiv", "medrxiv", "chemrxiv", "techrxiv", "psyarxiv", "engrxiv")
_PREPRINTS = ("corr", "preprint", *_SERVERS, *(f"{name} preprint" for name in _SERVERS))
THESIS = re.compile(r"\b(?:thesis|dissertation)$", re.IGNORECASE)
UNVENUED = (
    ("thesis", THESIS),
    ("report", re.compile(r"\btech(?:nical|\.)? report\b", re.IGNORECASE)),
)
_KIND = re.compile(
    r"\b(?:journal|transactions|trans|letters|magazine|annals|bulletin|acta|workshops?|conference"
    r"|conf|symposium|proceedings|proc|congress|meeting|handbook|encyclopa?edia"
    r"|advances in|readings in)\b",
    re.IGNORECASE,
)
# Words that say what kind of venue it is, or which one of its row, and not its name.
_ROW = re.compile(
    r"\b(?:proceedings|proc|international|annual|national|conference|conf|symposium|workshops?"
    r"|meeting|congress|of|the|in|on|and|\d+(?:st|nd|rd|th)|journal|papers?|version|volume|vol)\b|[\W\d_]+",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?!USA\b|UAE\b)[A-Z][\w&+/-]*[A-Z][\w&+/-]+(?:\s[A-Z][\w-]+)?")
_PUBLISHER = re.compile(
    r"(?:.*\W)?(?:Press|Publish(?:ers?|ing)|Verlag|Springer|Elsevier|Wiley|Birkhäuser|Hachette|.*出版社)\W*"
)
# The book of a chapter: `in Ways of Bees, E. Eff, Ed.`
_IN_BOOK = re.compile(r"[Ii]n:?\s[A-Z]\S+\s\S+")
_JOINING = re.compile(r"(?:for|the|by|with|from|and|on|to|at|of|a|an|under)\s")


def is_preprint(name: str) -> bool:
    """Whether a name is a preprint server's, also with a number of its own: `chemrxiv-2024-l29`."""
    server, _, number = name.casefold().partition("-")
    return name.casefold() in _PREPRINTS or (server in _SERVERS and number[:1].isdigit())


def server_of(name: str) -> str:
    """The server of a preprint that has no arXiv id: `biorxiv`; else nothing."""
    server = re.split(r"[^a-z]", name.casefold(), maxsplit=1)[0]
    return server if is_preprint(name) and server in _SERVERS[1:] else ""


def with_venues(mention: Mention, known: Authorities) -> Mention:
    """The mention with what are venues among those read, and the institutions beside them."""
    fit = [v for v in mention.venues if not v.name or _may_be_venue(v.name, known)]
    sure = [v for v in fit if _is_sure(v, known)]
    if not any(_PUBLISHER.fullmatch(v.name) for v in mention.venues if v.name):
        sure += _first(fit) if all(server_of(v.name) for v in sure) else []
    kept: list[Venue] = []
    houses: list[Field] = []
    for venue in mention.venues:
        if venue in sure or not venue.name:
            kept.append(venue)
            continue
        houses += _houses(venue, known) if venue in fit else []
        if kept and kept[-1].year in (None, venue.year):
            last, pages = kept[-1], kept[-1].pages or venue.pages
            kept[-1] = last._replace(year=last.year or venue.year, pages=pages)
    if len(kept) == len(mention.venues):
        return mention
    kept = kept or [v._replace(name="") for v in mention.venues if v.year][:1]
    printed = _printed(kept) if houses and kept else mention.venue_text
    institutions = (*mention.institutions, *houses)
    return mention._replace(venues=tuple(kept), venue_text=printed, institutions=institutions)


def _first(fit: list[Venue]) -> list[Venue]:
    """The first name, unless a preprint server stands before it."""
    return [v for v in fit if v.name][:1]


def _printed(venues: list[Venue]) -> Field:
    """Venues as printed, without the houses among them."""
    return Field(", ".join(v.text for v in venues), venues[0].span.through(venues[-1].span))


def _houses(venue: Venue, known: Authorities) -> list[Field]:
    return [Field(name, venue.span) for name in institutions_in(venue.name, known)]


def _may_be_venue(name: str, known: Authorities) -> bool:
    """Whether a name is no publisher, no end of a sentence, and more than `Proceedings`."""
    if known.venues.find(name) or is_preprint(name):
        return True
    letters = sum(map(str.isalpha, name))
    fits = letters > 1 and not _JOINING.match(name) and not _PUBLISHER.fullmatch(name)
    return fits and bool(_ROW.sub("", name))


def _is_sure(venue: Venue, known: Authorities) -> bool:
    """Whether a name is a venue's for itself."""
    if venue.arxiv or venue.doi or venue.malformed or not venue.name:
        return bool(venue.name or venue.arxiv or venue.malformed)
    if any(map(known.venues.find, forms(venue.name))) or is_preprint(venue.name):
        return True
    if any(p.search(venue.name) for _, p in UNVENUED) or _KIND.search(venue.name):
        return True
    if CUT_NAME.match(venue.name) or _IN_BOOK.match(venue.text):
        return True
    return bool(venue.year and _ACRONYM.fullmatch(venue.name))
