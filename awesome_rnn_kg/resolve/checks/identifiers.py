"""Identifiers: malformed, contradicted by the link, or told by the link alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ...read.document import Link, Venue
from ...read.venues import ARXIV_ID, ARXIV_URL
from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..drafts import PAPER_FAMILY, Draft
from .listing import Listing, habit, line_of

MALFORMED_ARXIV_ID = Rule(
    "RNN201",
    "malformed-arxiv-id",
    "error",
    "An arXiv id has the form YYMM.NNNNN (five digits after the dot since 2015, four before) or, "
    "before April 2007, archive/YYMMNNN. Anything else, in the text or in a link, names no paper, "
    "so it never enters the graph as an identifier. Copy the id from the paper's page.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.0230 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
ARXIV_ID_DISAGREES = Rule(
    "RNN202",
    "arxiv-id-disagrees-with-link",
    "error",
    "The printed arXiv id and the id in the paper's link are two papers. One of them is wrong, and "
    "a reader who follows the link reads something else. The printed id is used until then.",
    bad="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02310)]\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]\n",
)
_PRINTED = "".join(
    f"* A. Lee and B. Chen, *Title {name}*, arXiv:1511.0230{n} [[Paper](https://arxiv.org/abs/1511.0230{n})]\n"
    for n, name in enumerate(("Lake", "Hill", "Tree", "Road"), 1)
)
ARXIV_ID_ONLY_IN_LINK = Rule(
    "RNN210",
    "arxiv-id-only-in-link",
    "info",
    "Most papers of this list print their arXiv id; this one has it in its link alone, so nobody "
    "can cite it from the page, and it is lost with the link. Print the id beside the venue.",
    bad=_PRINTED
    + "* A. Lee and B. Chen, *Title Wood*, ICML 2015 [[Paper](https://arxiv.org/abs/1511.02311)]\n",
    good=_PRINTED + "* A. Lee and B. Chen, *Title Wood*, arXiv:1511.02311 / ICML 2015 "
    "[[Paper](https://arxiv.org/abs/1511.02311)]\n",
)
MALFORMED_DOI = Rule(
    "RNN211",
    "malformed-doi",
    "error",
    "A DOI is 10., four to nine digits, a slash and more, such as 10.1162/neco.1997.9.8.1735. A "
    "link to doi.org with anything else ends on an error page. Copy the DOI from the publisher's "
    "page.",
    bad="* A. Lee and B. Chen, *A Title*, ICML 2015 [[Paper](https://doi.org/10.1162.9.8.1735)]\n",
    good="* A. Lee and B. Chen, *A Title*, ICML 2015 [[Paper](https://doi.org/10.1162/9.8.1735)]\n",
)
_LINKED_ID = re.compile(
    r"arxiv\.org/(?:abs|pdf|html|format)/(\d[\w.:,-]*?)(?:\.pdf)?/?(?:[?#].*)?$", re.IGNORECASE
)
_SPLIT_ID = re.compile(
    r"arxiv\D{0,12}(\d{4})(?:\.[ ]|,[ ]?|[ ])(\d{5}|(?!19|20)\d{4})(?![\d.])", re.IGNORECASE
)
_LINKED_DOI = re.compile(
    r"(?:(?<!\w)doi\.org/|/doi/(?:abs/|full/|pdf/|epdf/)?(?=10))(\d[^\s?#]*)", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/\w+")
_MOST_PRINT = 0.6


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with arXiv ids and DOIs."""
    for draft in listing.drafts:
        yield from _printed(listing, draft)
    for link in dict.fromkeys(listing.links()):
        yield from _linked(listing, link)
    yield from _only_in_link(listing)


def _printed(listing: Listing, draft: Draft) -> Iterator[Diagnostic]:
    linked = linked_ids(draft)
    for venue in draft.mention.venues:
        if venue.malformed:
            yield _malformed(listing, venue, linked)
        if venue.name == "arXiv" and not venue.arxiv:
            yield from _split(listing, venue)
    printed = next((v for v in draft.mention.venues if v.arxiv), None)
    if printed and draft.kind in PAPER_FAMILY and linked and printed.arxiv not in linked:
        yield _disagrees(listing, draft, printed, linked[0])


def linked_ids(draft: Draft) -> list[str]:
    """The arXiv ids in the links that stand for the paper itself."""
    links = [k for k in draft.links if k.form in ("title", "button")]
    return list(dict.fromkeys(m[1] for k in links if (m := ARXIV_URL.search(k.url))))


def _malformed(listing: Listing, venue: Venue, linked: list[str]) -> Diagnostic:
    ident = venue.malformed
    settled = linked[0] if len(linked) == 1 and _fits(ident, linked[0]) else ""
    likely = settled or likely_id(ident)
    span = listing.place(venue.span, ident)
    hint = f'did you mean "{likely}"?' if likely else "copy the id from the paper's arXiv page"
    edits = (Edit(span, likely),) if likely and (settled or ":" in ident) else ()
    message = f'arXiv id "{ident}" {_fault(ident)}'
    return MALFORMED_ARXIV_ID.at(span, message, hint, *edits)


def _split(listing: Listing, venue: Venue) -> Iterator[Diagnostic]:
    """An id that a blank or a comma cuts in two: `arXiv:1511. 06420`."""
    found = _SPLIT_ID.match(listing.raw(venue.span))
    likely = f"{found[1]}.{found[2]}" if found else ""
    if found and ARXIV_ID.fullmatch(likely):
        span = listing.place(venue.span, found[0][found.start(1) :])
        message = f'arXiv id "{listing.raw(span)}" is cut in two'
        yield MALFORMED_ARXIV_ID.at(span, message, f'did you mean "{likely}"?', Edit(span, likely))


def _fits(ident: str, linked: str) -> bool:
    """Whether a malformed id is the linked one with a digit lost or added, or cut short."""
    ours, theirs = re.sub(r"\D", "", ident), re.sub(r"\D", "", linked)
    cut = len(ours) > 5 and theirs.startswith(ours)
    return ours == theirs or cut or _one_less(ours, theirs) or _one_less(theirs, ours)


def _one_less(short: str, long: str) -> bool:
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _fault(ident: str) -> str:
    """What is wrong with a malformed id."""
    if re.fullmatch(r"\d{4}:\d{4,5}", ident):
        return "has a colon where a dot belongs"
    if found := re.fullmatch(r"(\d{4})\.(\d+)(?:v\d+)?", ident):
        month = int(found[1][2:])
        if not 1 <= month <= 12:
            return f"names month {found[1][2:]}"
        expected = 5 if int(found[1]) >= 1501 else 4
        return f"has {len(found[2])} digits after the dot; {expected} were expected"
    return "is not of the form YYMM.NNNNN"


def likely_id(ident: str) -> str:
    """The id that was probably meant: another sign for the dot, a lost or added zero; else nothing.

    Since 2015 ids are below 30,000 in a month, until 2016 below 11,000: `1511.6420` can only have
    lost its zero.
    """
    found = re.fullmatch(r"(\d{4})[.:,/ -]?(\d{4,5})(v\d+)?", ident)
    if not found:
        return ""
    month, number = found[1], found[2]
    if month >= "1501" and len(number) == 4:
        lost = number[0] > "2" or (month < "1701" and number >= "1100")
        number = f"0{number}" if lost else number
    elif len(number) == 5 and number[0] == "0" and month < "1501":
        number = number[1:]
    likely = f"{month}.{number}"
    return likely if likely != ident and ARXIV_ID.fullmatch(likely) else ""


def _disagrees(listing: Listing, draft: Draft, printed: Venue, linked: str) -> Diagnostic:
    span = listing.place(printed.span, printed.arxiv)
    message = f"arXiv id {printed.arxiv} is printed, but the link has {linked}"
    hint = "open both and keep the one whose title is this entry's"
    edits: tuple[Edit, ...] = ()
    for ident, wrong in ((printed.arxiv, "printed id"), (linked, "link")):
        owner = listing.arxiv_owners.get(ident)
        if owner and listing.work_of[id(owner)] != listing.work_of[id(draft)]:
            hint = f'the {wrong} is that of "{owner.title}" on line {line_of(owner)}'
            edits = (Edit(span, linked),) if draft.arxiv == linked else ()
            break
    return ARXIV_ID_DISAGREES.at(span, message, hint, *edits)


def _linked(listing: Listing, link: Link) -> Iterator[Diagnostic]:
    """A malformed arXiv id or DOI in a link."""
    if (found := _LINKED_ID.search(link.url)) and not ARXIV_URL.search(link.url):
        ident = found[1]
        likely = likely_id(ident)
        yield MALFORMED_ARXIV_ID.at(
            listing.place(link.span, ident),
            f'arXiv id "{ident}" in the link {_fault(ident)}',
            f'did you mean "{likely}"?' if likely else "copy the link from its page",
        )
    if (found := _LINKED_DOI.search(link.url)) and not _DOI.fullmatch(unquote(found[1])):
        yield MALFORMED_DOI.at(
            listing.place(link.span, found[1]),
            f'"{found[1]}" is no DOI: a DOI is 10., digits, a slash and more',
            "copy the DOI from the publisher's page",
        )


def _only_in_link(listing: Listing) -> Iterator[Diagnostic]:
    linked = [d for d in listing.papers if d.linked_arxiv]
    usual = habit(linked, _prints_id, _MOST_PRINT)
    for draft in linked:
        if usual.usual and not _prints_id(draft):
            yield ARXIV_ID_ONLY_IN_LINK.at(
                _id_in_link(listing, draft),
                f"arXiv id {draft.linked_arxiv} stands only in the link; "
                f"{usual.said} theirs in the text",
                f'print "arXiv:{draft.linked_arxiv}" beside the venue',
            )


def _prints_id(draft: Draft) -> bool:
    return any(v.arxiv or v.malformed for v in draft.mention.venues)


def _id_in_link(listing: Listing, draft: Draft) -> Span:
    link = next(k for k in draft.links if draft.linked_arxiv in k.url)
    return listing.place(link.span, draft.linked_arxiv)
