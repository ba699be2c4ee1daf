"""Works: entries of one work that disagree, works listed twice, works that are nearly one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...read.document import Venue
from ...text.diagnostics import Diagnostic, Rule
from ..drafts import PAPER_FAMILY, Draft
from ..keys import label_key, name_key, title_key
from .links import abbreviates, are_unlike, is_nickname
from .listing import Entries, Listing, is_part, line_of, span_of, surname, title_span, told_line
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
LISTED_TWICE_IN_SECTION = Rule(
    "RNN222",
    "listed-twice-in-section",
    "warning",
    "One work stands twice in the same section. Readers see one thing as two, and counts are "
    "wrong. Keep the fuller entry.",
    bad=(
        "* Ann Lee and Bo Chen, *A Title*, arXiv:1511.02301\n"
        "* Ann Lee and Bo Chen, *A Title*, arXiv:1511.02301\n"
    ),
    good=(
        "* Ann Lee and Bo Chen, *A Title*, arXiv:1511.02301\n"
        "* Ann Lee and Bo Chen, *A Hill*, arXiv:1511.02302\n"
    ),
)
LISTED_TWICE_DIFFERENTLY = Rule(
    "RNN223",
    "listed-twice-differently",
    "info",
    "One work stands in two sections, and the entries are not written alike: the spelling of the "
    "title or the venue differs. The second was probably added by somebody who did not see the "
    "first. Write both alike, or keep one.",
    bad=(
        "## A\n\n* A. Lee and B. Chen, *A Good Title*, arXiv:1511.02301\n\n"
        "## B\n\n* A. Lee and B. Chen, *A good title*, arXiv:1511.02301 / ICML 2015\n"
    ),
    good=(
        "## A\n\n* A. Lee and B. Chen, *A Good Title*, arXiv:1511.02301 / ICML 2015\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Good Title*, arXiv:1511.02301 / ICML 2015\n"
    ),
)
LISTED_IN_TWO_SECTIONS = Rule(
    "RNN224",
    "listed-in-two-sections",
    "info",
    "One work stands in more than one section. Many lists do so on purpose, so this is off unless "
    "it is selected, or hardly any other of many papers does. Keep the entry where readers look "
    "for it, if yours does not do so on purpose.",
    bad=(
        "## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
    ),
    good="## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n\n## B\n",
    off=True,
)
NEAR_DUPLICATE = Rule(
    "RNN225",
    "near-duplicate-title",
    "warning",
    "Two entries have all but the same title and share an author or print none, yet no identifier "
    "says that they are one work. They are probably one. Print the same title or the identifier in "
    "both places.",
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
_ENOUGH = 20  # papers of which none but one stands in two sections
_RARELY = 100  # papers for one that stands in two sections
_HONOURS = re.compile(
    r"[\s(]+(?:oral|spotlight|poster|highlight|best paper|award)\b.*", re.IGNORECASE
)


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Works that a list has twice, and works that are nearly one."""
    repeated = [d for work in listing.works if len(work) > 1 for d in _repeated(listing, work)]
    elsewhere = sum(d.rule is LISTED_IN_TWO_SECTIONS for d in repeated)
    rare = elsewhere <= max(len(listing.papers) >= _ENOUGH, len(listing.papers) // _RARELY)
    told = {d.span for d in repeated if d.rule is LISTED_TWICE_DIFFERENTLY}
    for found in repeated:
        seldom = rare and found.rule is LISTED_IN_TWO_SECTIONS and found.span not in told
        yield replace(found, rule=replace(found.rule, off=False)) if seldom else found
    yield from _near(listing)


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
    return [
        a.text
        for a in one.mention.authors
        if surname(a.text) not in theirs
        and not any(is_respelled(name_key(a.text), k) for k in keys)
    ]


def _titles(work: list[Draft]) -> Iterator[Diagnostic]:
    titled = [d for d in work if d.title]
    longest = max(titled, key=lambda d: len(d.mention.authors), default=None)
    for draft in titled:
        if longest and title_key(draft.title) != title_key(longest.title):
            nickname = is_nickname(draft.title) or is_nickname(longest.title)
            if nickname or _has_foreign_link(draft, longest) or _is_label(draft, longest):
                continue
            yield TITLES_DISAGREE.at(
                title_span(draft),
                f"title differs from that of the same work on {told_line(longest, draft)}:"
                f' "{longest.title}"',
                "print the same title in both places",
            )


def _has_foreign_link(one: Draft, two: Draft) -> bool:
    """Whether only a link makes two papers one that their titles tell apart."""
    printed = [any(v.arxiv or v.doi for v in d.mention.venues) for d in (one, two)]
    papers = one.kind in PAPER_FAMILY and two.kind in PAPER_FAMILY
    return papers and not all(printed) and are_unlike(one, two)


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
        venues = _named(listing, draft)
        if first is None and venues:
            first = draft
        elif not first or not is_one(listing, draft, first) or _are_told_apart(draft, first):
            continue
        elif _disagree(venues, theirs := _named(listing, first)):
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


_Venues = set[tuple[str, int | None]]


def _disagree(ours: _Venues, theirs: _Venues) -> bool:
    """Whether both name venues and none of them is in the other, nor could be: a lost year."""
    names = {name for name, year in ours | theirs if year is None}
    loose = {name for name, _ in ours} & {name for name, _ in theirs} & names
    return bool(ours and theirs) and not ours & theirs and not loose


def _said(venue: Venue) -> str:
    return " ".join(filter(None, (venue.name, str(venue.year or ""))))


def _named(listing: Entries, draft: Draft) -> _Venues:
    return {key for v in draft.mention.venues if (key := _venue(listing, v))[0]}


def _venue(listing: Entries, venue: Venue) -> tuple[str, int | None]:
    """A venue's identity and year; none for a preprint."""
    odd = any(c in venue.name for c in '"“”')  # the end of a title that was read as a venue
    if venue.arxiv or venue.malformed or venue.doi or odd or "arxiv" in venue.name.casefold():
        return "", None
    name = _HONOURS.sub("", venue.name.strip("'’ "))
    known = listing.known.venues.find(name)
    return (known.iri if known else label_key(name)), venue.year


def _repeated(listing: Listing, work: list[Draft]) -> Iterator[Diagnostic]:
    """A work's second entry in one section; its entry in another section."""
    first_in: dict[tuple[int, ...], Draft] = {}
    papers = [d for d in work if d.title and d.kind in PAPER_FAMILY]
    for draft in papers:
        other = first_in.setdefault(_rubric(listing, draft), draft)
        same = title_key(draft.title) == title_key(other.title)
        if (
            same
            and other.node != draft.node
            and is_one(listing, draft, other)
            and not is_part(draft, other)
        ):
            yield LISTED_TWICE_IN_SECTION.at(
                title_span(draft),
                f'"{draft.title}" stands in this section twice, first on line {line_of(other)}',
                "keep the fuller entry",
            )
    for draft in list(first_in.values())[1:]:
        if is_one(listing, draft, papers[0]):
            yield from _elsewhere(listing, draft, papers[0])


def _rubric(listing: Listing, draft: Draft) -> tuple[int, ...]:
    """The section, and the groups that divide it otherwise than by institution or architecture."""
    meanings = ((g, listing.context.groups[g]) for g in draft.groups)
    return (draft.section, *(g for g, m in meanings if not (m.institutions or m.architectures)))


def _elsewhere(listing: Listing, draft: Draft, first: Draft) -> Iterator[Diagnostic]:
    differing = _differing(listing, draft, first)
    heading = listing.document.sections[first.section].heading.text
    where = f'on line {line_of(first)} under "{heading}"'
    if differing:
        yield LISTED_TWICE_DIFFERENTLY.at(
            title_span(draft),
            f"the same work stands {where}, with another {differing}",
            "write both entries alike, or keep one",
        )
    yield LISTED_IN_TWO_SECTIONS.at(
        title_span(draft),
        f"the same work stands {where}",
        "keep the entry where readers look for it",
    )


def _differing(listing: Listing, one: Draft, two: Draft) -> str:
    """What two entries write otherwise, beyond what other rules say of authors and titles."""
    if title_key(one.title) != title_key(two.title):
        return ""
    if one.title != two.title:
        return f'spelling of the title: "{two.title}"'
    ours, theirs = (_venue_texts(d) for d in (one, two))
    disagree = _disagree(_named(listing, one), _named(listing, two))
    differ = ours and theirs and ours.keys() != theirs.keys()
    return f"venue: {' / '.join(theirs.values())}" if differ and not disagree else ""


def _venue_texts(draft: Draft) -> dict[str, str]:
    """What an entry prints of its venues, by their letters and digits; bare dates are none."""
    texts = sorted(f"arXiv:{v.arxiv}" if v.arxiv else v.text for v in draft.mention.venues)
    keys = ("".join(c for c in t.casefold() if c.isalnum()) for t in texts)
    return {k: t for k, t in zip(keys, texts, strict=True) if not k.isdigit()}


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
