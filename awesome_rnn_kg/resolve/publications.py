"""The printed versions of a work: preprint, conference or journal paper, thesis, report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..read.document import Venue
from ..read.lexicon import abbreviates
from ..text.source import Span
from .agents import Agents
from .authorities import Authorities
from .catalogue import PublicationRecord
from .drafts import Draft
from .meanings import institutions_in
from .minting import BASE, Parts, beside, part_name, tail
from .venued import UNVENUED, is_preprint, server_of

_TYPES = {"Conference": "conference", "Journal": "journal", "Workshop": "workshop"}
_STATUS = {
    "under review": "under-review",
    "submitted": "under-review",
    "submitted to": "under-review",
    "submission": "under-review",
    "workshop submission": "under-review",
    "conference submission": "under-review",
}
_UNIVERSITY = re.compile(
    r"(?!.*\b(?:Press|Journal|Bulletin|Annals|Proceedings|Report|Thesis)\b)"
    r".*\b(?:Univ|Universit\w+|Institut[eo]?|College|Hochschule|Polytechnic)\b"
)
# `SJTU`, `THU`, but not `ASRU`
_UNIVERSITY_ACRONYM = re.compile(r"[A-Z]{0,2}[CJMN]TU|[A-Z]{1,3}[BDFHKPS]U")
YearAbove = Callable[[Draft], tuple[int, Span] | None]


@dataclass(frozen=True)
class _Namer:
    """Gives the versions of a work their IRIs: those of the authority files where they have it."""

    work: str
    parts: Parts
    known: frozenset[str]

    def iri(self, name: str) -> str:
        shared = beside(self.work, f"publication/{part_name(self.work)}-{name}")
        return shared if shared in self.known else self.parts.iri("publication", name)


def publications_of(
    drafts: list[Draft], iri: str, parts: Parts, agents: Agents, year_above: YearAbove
) -> tuple[PublicationRecord, ...]:
    """Each printed version once; an arXiv id that only a link tells is a version too.

    A version without a year takes that of the group or heading above its entry.
    """
    namer = _Namer(iri, parts, agents.known.publications)
    found: dict[str, PublicationRecord] = {}
    for draft in drafts:
        year = year_above(draft)
        for venue in draft.mention.venues:
            dated = venue._replace(year=venue.year or (year[0] if year else None))
            if record := _publication(dated, namer, draft.arxiv, agents, draft.title):
                found[record.iri] = _fuller(found.get(record.iri), record)
    for draft in drafts:
        if draft.arxiv:
            record = _preprint(draft.arxiv, namer, draft.mention.span)
            found.setdefault(record.iri, record)
    told = {r.venue for r in found.values() if r.year}
    return tuple(r for r in found.values() if r.year or r.venue not in told)


def _preprint(ident: str, namer: _Namer, span: Span, server: str = "arxiv") -> PublicationRecord:
    year = arxiv_year(ident)
    kind = f"{BASE}type/preprint"
    return PublicationRecord(namer.iri(server), kind, span, year=year, arxiv=ident)


def _publication(
    venue: Venue, namer: _Namer, ident: str, agents: Agents, title: str
) -> PublicationRecord | None:
    """One printed version; `ident` is the work's arXiv id, printed or settled by its link."""
    name = venue.name.casefold()
    if venue.arxiv or venue.malformed or is_preprint(name):
        server = server_of(name)
        own = "" if server else ident or venue.arxiv
        record = _preprint(own, namer, venue.span, server or "arxiv")
        return record._replace(year=record.year or venue.year or arxiv_year(venue.malformed))
    if kind := next((k for k, p in UNVENUED if p.search(venue.name)), ""):
        return _record(venue, namer, kind, kind)
    rejected = venue.status.startswith("reject")
    named = venue.name and not rejected and not is_house(venue.name, title, agents.known)
    found = agents.venue(venue.name, venue.text, venue.span) if named else ""
    if not found:
        return None
    kind = next((_TYPES[k] for k in agents.seen[found].kinds if k in _TYPES), "")
    return (_record(venue, namer, tail(found), kind))._replace(venue=found)


def is_house(name: str, title: str, known: Authorities) -> bool:
    """Whether a name where venues stand is that of who published the thing: `OpenAI`.

    A name that begins the title, as `Qwen` does that of its report, is no venue either.
    """
    if known.venues.find(name):
        return False
    behind = title.removeprefix(name)
    begins = behind != title and not behind[:1].islower()
    return begins or is_institution(name, title, known)


def is_institution(name: str, title: str, known: Authorities) -> bool:
    """Whether a name where venues stand is an institution's: `OpenAI`, `Bee University`, `SJTU`."""
    if known.venues.find(name):
        return False
    if known.institutions.find(name):
        return True
    if _UNIVERSITY_ACRONYM.fullmatch(name):
        return not abbreviates(name, title)
    lone = " " not in name or _UNIVERSITY.match(name) is not None
    return lone and institutions_in(name, known) == (name,)


def _record(venue: Venue, namer: _Namer, name: str, kind: str) -> PublicationRecord:
    year = f"-{venue.year}" if venue.year else ""
    status = _STATUS.get(venue.status, "accepted" if venue.status else "published")
    return PublicationRecord(
        namer.iri(f"{name}{year}"),
        f"{BASE}type/{kind}" if kind else "",
        venue.span,
        year=venue.year,
        pages=venue.pages,
        status=f"{BASE}status/{status}",
    )


def _fuller(old: PublicationRecord | None, new: PublicationRecord) -> PublicationRecord:
    if old is None:
        return new
    return old._replace(
        arxiv=old.arxiv or new.arxiv,
        year=old.year or new.year,
        pages=old.pages or new.pages,
    )


def arxiv_year(ident: str) -> int | None:
    """The year in which an arXiv id was given: `1502.03044` → 2015, `cs/9901001` → 1999."""
    found = re.match(r"(\d\d)\d\d[.:]?\d", ident.rsplit("/", 1)[-1])
    if not found:
        return None
    return (1900 if int(found[1]) > 90 else 2000) + int(found[1])
