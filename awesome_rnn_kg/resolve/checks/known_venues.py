"""Known works: where entries say that they appeared, against the register of works."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...read.document import Venue
from ...text.diagnostics import Diagnostic, Rule
from ..authorities import Thing
from ..drafts import PAPER_FAMILY
from ..keys import title_key
from ..minting import tail
from .listing import Listing

VENUE_OF_KNOWN_WORK = Rule(
    "RNN241",
    "venue-of-known-work-differs",
    "warning",
    "The register of works knows the entry's arXiv id or title from the same conference in another "
    "year, or from another conference of the same year, and no paper is presented at two. Check "
    "where it appeared.",
    bad=(
        "* Oriol Vinyals, Alexander Toshev, Samy Bengio, and Dumitru Erhan, "
        "*Show and Tell: A Neural Image Caption Generator*, ICML 2015\n"
    ),
    good=(
        "* Oriol Vinyals, Alexander Toshev, Samy Bengio, and Dumitru Erhan, "
        "*Show and Tell: A Neural Image Caption Generator*, CVPR 2015\n"
    ),
)
_Dated = tuple[str, int]


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Conferences at which the register does not know a paper to have been presented."""
    conferences = {
        tail(t.iri): t for t in listing.known.venues.things.values() if t.kind == "Conference"
    }
    for draft in listing.drafts:
        if draft.kind not in PAPER_FAMILY:
            continue
        dated = [v for v in draft.mention.venues if v.year and v.name]
        iri = listing.known.register.work(draft.arxiv, title_key(draft.title)) if dated else ""
        known = {d for d in listing.known.register.venues.get(iri, ()) if d[0] in conferences}
        for venue in dated if known else ():
            for name, year in sorted(_instead(listing, conferences, known, venue)):
                yield VENUE_OF_KNOWN_WORK.at(
                    listing.place(venue.span, venue.text),
                    f"{venue.name} {venue.year} is printed; the paper is known from "
                    f"{conferences[name].label} {year}",
                    "check where it appeared",
                )
                break


def _instead(
    listing: Listing, conferences: Mapping[str, Thing], known: set[_Dated], venue: Venue
) -> set[_Dated]:
    """The conferences from which a paper is known, where the printed one can't be another."""
    found = listing.known.venues.find(venue.name)
    name = tail(found.iri) if found else ""
    if name not in conferences or (name, venue.year) in known or _is_workshop(listing, venue):
        return set()
    return {d for d in known if d[0] == name} or {d for d in known if d[1] == venue.year}


def _is_workshop(listing: Listing, venue: Venue) -> bool:
    """Whether a conference is named as that of a workshop, which may stand behind its year."""
    line = listing.document.source.line(venue.span.line)
    return "workshop" in line[venue.span.column - 1 :].casefold()
