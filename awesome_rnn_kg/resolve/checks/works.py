"""Works: entries of one work that disagree, works that are nearly one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...read.document import Venue
from ...text.diagnostics import Diagnostic, Rule
from ..drafts import PAPER_FAMILY, Draft
from ..keys import label_key, name_key, title_key
from ..spelling import one_slip
from .links import abbreviates, are_strangers, are_unlike, is_nickname
from .listing import Entries, Listing, line_of, span_of, surname, title_span, told_line
from .sameness import gist, is_one, is_respelled, surnames
from .slips import Neighbors

AUTHORS_DISAGREE = Rule(
    "RNN204",
    "author-list-disagrees",
    "warning",
    "Two entries of one work print different lists of authors. The longer one is used. Check the "
    "paper and print the same list in both places.",
    bad=(
        "## A\n\n* Ann Lee, Bo Chen, and Eve Fox, *A Title*, arXiv:1511.02301\n\n"
        "## B\n\n* Ann Lee and Bo Chen, *A Title*, arXiv:1511.02301\n"
    ),
    good=(
        "## A\n\n* Ann Lee, Bo Chen, and Eve Fox, *A Title*, arXiv:1511.02301\n\n"
        "## B\n\n* Ann Lee, Bo Chen, and Eve Fox, *A Title*, arXiv:1511.02301\n"
    ),
)
TITLES_DISAGREE = Rule(
    "RNN205",
    "title-disagrees",
    "warning",
    "Two entries with one identifier print different titles. The longer one is used. Print the "
    "same title, or give each its own identifier if they are two works.",
    bad=(
        "## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Longer Title*, arXiv:1511.02301\n"
    ),
    good=(
        "## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
    ),
)
NEAR_DUPLICATE = Rule(
    "RNN225",
    "near-duplicate-title",
    "warning",
    "Two entries have all but the same title and share an author or print none, yet no identifier "
    "says that they are one work. They are probably one: print the same title or the identifier in "
    "both places. Or they have the same title, but other authors or another arXiv id: the title of "
    "one was probably pasted over that of the other.",
    bad=(
        "## A\n\n* Ann Lee and Bo Chen, *Learning to Sail on a Lake*, ICML 2015\n\n"
        "## B\n\n* Ann Lee and Bo Chen, *Learning to Sail on the Lakes*, arXiv:1511.02301\n"
    ),
    good=(
        "## A\n\n* Ann Lee and Bo Chen, *Learning to Sail on a Lake*, ICML 2015\n\n"
        "## B\n\n* Ann Lee and Bo Chen, *Learning to Sail on a Lake*, ICML 2015\n"
    ),
)
VENUES_DISAGREE = Rule(
    "RNN226",
    "venue-disagrees",
    "warning",
    "Two entries of one work name different venues, or different years of one venue. Both enter "
    "the graph as publications of the work. Check where it appeared and print that in both places.",
    bad=(
        "## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / ICML 2015\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / CVPR 2015\n"
    ),
    good=(
        "## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / ICML 2015\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / ICML 2015\n"
    ),
)
_LONG_TITLE = 15
_TELLING = 4  # words of a title that two works hardly share
_HONOURS = re.compile(
    r"[\s(]+(?:oral|spotlight|poster|highlight|best paper|award)\b.*", re.IGNORECASE
)


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Works that are nearly one, and works that differ in all but the title."""
    yield from _near(listing)
    yield from _namesakes(listing)


def check_together(whole: Entries) -> Iterator[Diagnostic]:
    """What the entries of each work say against each other, in whatever list they stand."""
    for work in whole.works:
        if len(work) > 1:
            yield from _authors(whole, work)
            yield from _titles(work)
            yield from _venues(whole, work)


def _authors(listing: Entries, work: list[Draft]) -> Iterator[Diagnostic]:
    lists = [d for d in work if d.mention.authors and not d.mention.et_al]
    fullest = max(lists, key=lambda d: len(d.mention.authors), default=None)
    for draft in lists:
        one = draft.kind in PAPER_FAMILY  # makers of a course and of its book differ
        if (
            one
            and fullest
            and is_one(listing, draft, fullest)
            and surnames(draft) != surnames(fullest)
            and not _has_foreign_link(draft, fullest)
        ):
            yield from _authors_disagree(draft, fullest)


def _authors_disagree(draft: Draft, fullest: Draft) -> Iterator[Diagnostic]:
    """Who is missing or too many; nothing where names are only spelled otherwise."""
    missing, extra = _unmatched(fullest, draft), _unmatched(draft, fullest)
    if not missing and not extra and sorted(surnames(draft)) != sorted(surnames(fullest)):
        return
    parts = ([f"lacks {', '.join(missing)}"] if missing else []) + (
        [f"has {', '.join(extra)} instead" if missing else f"has {', '.join(extra)} besides"]
        if extra
        else []
    )
    yield AUTHORS_DISAGREE.at(
        span_of(draft.mention.authors_text, draft),
        f"author list differs from that of the same work on {told_line(fullest, draft)}: "
        + (" and ".join(parts) or "the order is another"),
        "check the paper and print the same authors in both places",
    )


def _unmatched(one: Draft, two: Draft) -> list[str]:
    """The authors of one entry that the other has under no similar name."""
    theirs = set(surnames(two))
    keys = [name_key(a.text) for a in two.mention.authors]
    turned = {frozenset(k.split()) for k in keys}  # `John K. Feser` and `Feser John K.`
    return [
        a.text
        for a in one.mention.authors
        if surname(a.text) not in theirs
        and frozenset(name_key(a.text).split()) not in turned
        and not any(is_respelled(name_key(a.text), k) for k in keys)
    ]


def _titles(work: list[Draft]) -> Iterator[Diagnostic]:
    titled = [d for d in work if d.title]
    longest = max(titled, key=lambda d: len(d.mention.authors), default=None)
    for draft in titled:
        if longest and title_key(draft.title) != title_key(longest.title):
            nickname = is_nickname(draft.title) or is_nickname(longest.title)
            nickname = nickname or _are_named_apart(draft.title, longest.title)
            if nickname or _has_foreign_link(draft, longest) or _is_label(draft, longest):
                continue
            yield TITLES_DISAGREE.at(
                title_span(draft),
                f"title differs from that of the same work on {told_line(longest, draft)}:"
                f' "{longest.title}"',
                "print the same title in both places",
            )


def _are_named_apart(one: str, two: str) -> bool:
    """Whether two titles differ in names before them that the list gives: `Row: A Theory`."""
    (ours, _, body), (theirs, _, other) = (t.partition(":") for t in (one, two))
    same = title_key(body) == title_key(other) and body.count(" ") >= _NAMED
    words = [n.replace(" & ", "&") for n in (ours, theirs)]
    return same and " " not in "".join(words) and not one_slip(ours.casefold(), theirs.casefold())


def _has_foreign_link(one: Draft, two: Draft) -> bool:
    """Whether only a link makes two papers one that their titles or authors tell apart."""
    printed = [any(v.arxiv or v.doi for v in d.mention.venues) for d in (one, two)]
    papers = one.kind in PAPER_FAMILY and two.kind in PAPER_FAMILY
    return papers and not all(printed) and (are_unlike(one, two) or are_strangers(one, two))


def _are_told_apart(one: Draft, two: Draft) -> bool:
    """Whether the titles differ, which is said already, or too much for one work."""
    titles = {title_key(d.title) for d in (one, two) if d.title and not is_nickname(d.title)}
    return len(titles) > 1


def _is_label(one: Draft, two: Draft) -> bool:
    """Whether one title is a short form of the other, and an entry names no authors."""
    ours, theirs = (set(title_key(d.title).split()) for d in (one, two))
    short = ours <= theirs or theirs <= ours or abbreviates(one, two) or abbreviates(two, one)
    return short and not (one.mention.authors and two.mention.authors)


def _venues(listing: Entries, work: list[Draft]) -> Iterator[Diagnostic]:
    """Entries that name venues, but none that the first to do so names."""
    first: Draft | None = None
    for draft in work:
        venues = named_venues(listing, draft)
        if first is None and venues:
            first = draft
        elif not first or not is_one(listing, draft, first) or _are_told_apart(draft, first):
            continue
        elif not _is_cut_short(draft, first) and are_apart(
            venues, theirs := named_venues(listing, first)
        ):
            field = next(v for v in draft.mention.venues if _venue(listing, v) in venues)
            names = ", ".join(
                _said(v) for v in first.mention.venues if _venue(listing, v) in theirs
            )
            yield VENUES_DISAGREE.at(
                field.span,
                f"venue {_said(field)} differs from that of the same work on "
                f"{told_line(first, draft)}: {names}",
                "check where it appeared and print that in both places",
            )


def _is_cut_short(one: Draft, two: Draft) -> bool:
    """Whether one entry names a venue by the initials of the other's: `RAL 2020`."""
    ours, theirs = ([v for v in d.mention.venues if v.name and v.year] for d in (one, two))
    pairs = [(v, w) for v in ours for w in theirs if v.year == w.year]
    return any(v.name == _initials(w.name) or w.name == _initials(v.name) for v, w in pairs)


def _initials(name: str) -> str:
    """Those of a name of three words or more."""
    words = [w[0] for w in re.split(r"[\s/-]+", name) if w[:1].isupper()]
    return "".join(words) if len(words) > 2 else ""


_NAMED = 4  # words of a title behind a name
_GLOSS = re.compile(r"\s*\([^()]*\)\Z")  # `CVPR (BeeSet)`

Venues = set[tuple[str, int | None]]


def are_apart(ours: Venues, theirs: Venues) -> bool:
    """Whether both name venues and none of them is in the other, nor could be: a lost year."""
    names = {name for name, year in ours | theirs if year is None}
    loose = {name for name, _ in ours} & {name for name, _ in theirs} & names
    return bool(ours and theirs) and not ours & theirs and not loose


def _said(venue: Venue) -> str:
    return " ".join(filter(None, (venue.name, str(venue.year or ""))))


def named_venues(listing: Entries, draft: Draft) -> Venues:
    return {key for v in draft.mention.venues if (key := _venue(listing, v))[0]}


def _venue(listing: Entries, venue: Venue) -> tuple[str, int | None]:
    """A venue's identity and year; none for a preprint."""
    odd = any(c in venue.name for c in '"“”')  # the end of a title that was read as a venue
    if venue.arxiv or venue.malformed or venue.doi or odd or "arxiv" in venue.name.casefold():
        return "", None
    name = _HONOURS.sub("", venue.name.strip("'’ "))
    known = listing.known.venues.find(name) or listing.known.venues.find(_GLOSS.sub("", name))
    return (known.iri if known else label_key(name)), venue.year


def _near(listing: Listing) -> Iterator[Diagnostic]:
    """Titles that differ by a slip, in small words, hyphens or endings, of two works."""
    firsts = {title_key(d.title): d for d in _titled(listing)}
    by_gist: dict[str, list[Draft]] = {}
    for key, draft in firsts.items():
        by_gist.setdefault(gist(key), []).append(draft)
    neighbors = Neighbors(g for g in by_gist if len(g) >= _LONG_TITLE)
    for own, drafts in by_gist.items():
        near = [d for g in neighbors.find(own) for d in by_gist[g]]
        for draft in drafts:
            candidates = [*(d for d in drafts if d is not draft), *near]
            earlier = [
                d for d in candidates if d.node < draft.node and _may_be_one(listing, d, draft)
            ]
            if earlier and len(own) >= _LONG_TITLE:
                yield _near_duplicate(draft, earlier[0])
    yield from _cut(listing, firsts)


def _cut(listing: Listing, firsts: dict[str, Draft]) -> Iterator[Diagnostic]:
    """Titles that lack the last word of another one by the same authors."""
    for key, draft in firsts.items():
        other = firsts.get(key.rpartition(" ")[0])
        if not other or len(key) < _LONG_TITLE or gist(key) == gist(title_key(other.title)):
            continue
        authors = surnames(draft)
        if len(authors) > 1 and authors == surnames(other) and _may_be_one(listing, draft, other):
            later, earlier = sorted((draft, other), key=lambda d: -d.node)
            yield _near_duplicate(later, earlier)


def _namesakes(listing: Listing) -> Iterator[Diagnostic]:
    """Long titles that two works have: of other authors, or with another arXiv id."""
    firsts: dict[str, Draft] = {}
    alone = (d for d in listing.drafts if d.title and d.parent is None and d.kind in PAPER_FAMILY)
    for draft in sorted(alone, key=lambda d: d.node):
        key = title_key(draft.title)
        first = firsts.setdefault(key, draft)
        same = listing.work_of[id(first)] == listing.work_of[id(draft)]
        if same or len(key) < _LONG_TITLE or len(key.split()) < _TELLING:
            continue
        ours, theirs = set(surnames(draft)), set(surnames(first))
        others = ours and theirs and not ours & theirs
        ids = draft.arxiv and first.arxiv and draft.arxiv != first.arxiv
        if others or ids:
            yield NEAR_DUPLICATE.at(
                title_span(draft),
                f"title is that of line {line_of(first)}, which has "
                + ("other authors" if others else f"the arXiv id {first.arxiv}"),
                "check which of the two entries has the wrong title or id",
            )


def _titled(listing: Listing) -> Iterator[Draft]:
    """The papers of a list, the last first, so that a dictionary keeps the first of a title."""
    yield from (d for d in reversed(listing.papers) if d.title)


def _may_be_one(listing: Listing, one: Draft, two: Draft) -> bool:
    """Two works that share an author, or of which one prints none; not a part 1 and a part 2."""
    if listing.work_of[id(one)] == listing.work_of[id(two)]:
        return False
    numbers = ([c for c in d.title if c.isdigit()] for d in (one, two))
    ours, theirs = set(surnames(one)), set(surnames(two))
    apart = one.arxiv and two.arxiv and one.arxiv != two.arxiv
    shared = bool(ours & theirs) or (not apart and not (ours and theirs))
    return shared and next(numbers) == next(numbers)


def _near_duplicate(draft: Draft, other: Draft) -> Diagnostic:
    return NEAR_DUPLICATE.at(
        title_span(draft),
        f'title is all but that of line {line_of(other)}: "{other.title}"',
        "print the same title or the identifier in both places, if they are one work",
    )
