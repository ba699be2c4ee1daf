"""Works that a list has twice: in one section, or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...text.diagnostics import Diagnostic, Rule
from ..drafts import PAPER_FAMILY, Draft
from ..keys import title_key
from .listing import Listing, is_part, line_of, title_span
from .sameness import is_one
from .works import are_apart, named_venues

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
    "title, the venue or the institution above it differs. The second was probably added by "
    "somebody who did not see the first. Write both alike, or keep one.",
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
    "it is selected, or hardly any other of many papers does, or hardly any other that does is "
    "copied word for word with its links. Keep the entry where readers look "
    "for it, if yours does not do so on purpose.",
    bad=(
        "## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n\n"
        "## B\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n"
    ),
    good="## A\n\n* A. Lee and B. Chen, *A Title*, arXiv:1511.02301\n\n## B\n",
    off=True,
)
_VIDEO = re.compile(r"//(?:www\.)?(?:youtube\.com/watch|youtu\.be/|vimeo\.com/)")
_ENOUGH = 20  # papers of which none but one stands in two sections
_RARELY = 100  # papers for one that stands in two sections


@dataclass(frozen=True)
class _Repeat:
    """A finding about a work's second entry, and whether that is a copy with its links."""

    found: Diagnostic
    copied: bool = False


def check(listing: Listing) -> Iterator[Diagnostic]:
    """Works that a list has twice.

    That a work stands in two sections is told where hardly any other does, or hardly any other is
    copied word for word with its links.
    """
    repeated = [r for work in listing.works if len(work) > 1 for r in _repeated(listing, work)]
    elsewhere = [r for r in repeated if r.found.rule is LISTED_IN_TWO_SECTIONS]
    most = max(len(listing.papers) >= _ENOUGH, len(listing.papers) // _RARELY)
    rare, rarely_copied = len(elsewhere) <= most, sum(r.copied for r in elsewhere) <= most
    told = {r.found.span for r in repeated if r.found.rule is LISTED_TWICE_DIFFERENTLY}
    for repeat in repeated:
        found = repeat.found
        seldom = rare or (repeat.copied and rarely_copied)
        on = found.rule is LISTED_IN_TWO_SECTIONS and seldom and found.span not in told
        yield found._replace(rule=found.rule._replace(off=False)) if on else found


def _repeated(listing: Listing, work: list[Draft]) -> Iterator[_Repeat]:
    """A work's second entry in one section; its entry in another section."""
    first_in: dict[tuple[int, ...], Draft] = {}
    papers = [d for d in work if d.title and d.kind in PAPER_FAMILY]
    for draft in papers:
        other = first_in.setdefault(_rubric(listing, draft), draft)
        same = title_key(draft.title) == title_key(other.title)
        if (
            same
            and line_of(other) != line_of(draft)
            and is_one(listing, draft, other)
            and not is_part(draft, other)
            and not _are_recordings(draft, other)
        ):
            yield _Repeat(
                LISTED_TWICE_IN_SECTION.at(
                    title_span(draft),
                    f'"{draft.title}" stands in this section twice, first on line {line_of(other)}',
                    "keep the fuller entry",
                )
            )
    for draft in list(first_in.values())[1:]:
        if is_one(listing, draft, papers[0]):
            yield from _elsewhere(listing, draft, papers[0])


def _are_recordings(one: Draft, two: Draft) -> bool:
    """Whether two titles lead to two videos: a talk that was given twice."""
    ours, theirs = ({k.url for k in d.links if k.form == "title"} for d in (one, two))
    return bool(ours and theirs) and not ours & theirs and all(map(_VIDEO.search, ours | theirs))


def _rubric(listing: Listing, draft: Draft) -> tuple[int, ...]:
    """The section, and the groups that divide it otherwise than by institution or architecture."""
    meanings = ((g, listing.context.groups[g]) for g in draft.groups)
    return (draft.section, *(g for g, m in meanings if not (m.institutions or m.architectures)))


def _elsewhere(listing: Listing, draft: Draft, first: Draft) -> Iterator[_Repeat]:
    differing = _differing(listing, draft, first)
    heading = listing.document.sections[first.section].heading.text
    where = f'on line {line_of(first)} under "{heading}"'
    if differing:
        said = f"the same work stands {where}, with another {differing}"
        remedy = "write both entries alike, or keep one"
        yield _Repeat(LISTED_TWICE_DIFFERENTLY.at(title_span(draft), said, remedy))
    copied = _is_copy(listing, draft, first)
    said = f"the same work stands {where}{', word for word' if copied else ''}"
    remedy = "keep the entry where readers look for it"
    yield _Repeat(LISTED_IN_TWO_SECTIONS.at(title_span(draft), said, remedy), copied)


def _is_copy(listing: Listing, one: Draft, two: Draft) -> bool:
    """Whether two citations are written word for word alike, and with their links."""
    texts = {listing.document.source.line(line_of(d)).strip() for d in (one, two)}
    return bool(one.mention.authors and one.mention.links) and len(texts) == 1


def _differing(listing: Listing, one: Draft, two: Draft) -> str:
    """What two entries write otherwise, beyond what other rules say of authors and titles."""
    if title_key(one.title) != title_key(two.title):
        return ""
    if one.title != two.title:
        return f'spelling of the title: "{two.title}"'
    ours, theirs = (_venue_texts(d) for d in (one, two))
    disagree = are_apart(named_venues(listing, one), named_venues(listing, two))
    differ = ours and theirs and ours.keys() != theirs.keys()
    if differ and not disagree:
        return f"venue: {' / '.join(theirs.values())}"
    here, there = (_credited(listing, d) for d in (one, two))
    known = {t.iri: t.label for t in listing.known.institutions.things.values()} if here else {}
    apart = here and there and not here & there and here | there <= known.keys()
    return f"institution: {', '.join(known[i] for i in sorted(there))}" if apart else ""


def _credited(listing: Listing, draft: Draft) -> set[str]:
    """The institutions of the group right above an entry, and those that they are part of."""
    texts = listing.context.groups[draft.groups[0]].institutions if draft.groups else ()
    found = [(t, listing.known.institutions.find(t)) for t in texts]
    return {
        iri for text, thing in found for iri in ((thing.iri, *thing.above) if thing else (text,))
    }


def _venue_texts(draft: Draft) -> dict[str, str]:
    """What an entry prints of its venues, by their letters and digits; bare dates are none."""
    venues = (v for v in draft.mention.venues if v.name or v.arxiv or v.malformed or v.doi)
    texts = sorted(f"arXiv:{v.arxiv}" if v.arxiv else v.text for v in venues)
    keys = ("".join(c for c in t.casefold() if c.isalnum()) for t in texts)
    return {k: t for k, t in zip(keys, texts, strict=True) if not k.isdigit()}
