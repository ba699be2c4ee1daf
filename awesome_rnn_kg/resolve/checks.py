"""Diagnostics of a resolved list: each check looks at entries, clusters or links once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..read.document import Document, Field, Link, Role, Venue
from ..read.venues import ARXIV_URL
from ..text.diagnostics import Diagnostic
from ..text.source import Span
from . import rules
from .drafts import PAPER_FAMILY, Draft
from .keys import name_key, title_key
from .linking import is_unsafe

_TARGET = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:|[#/.?]|www\.|[\w%~-]+(?:[./][\w%~#?=&-]+)+/?$)", re.IGNORECASE
)


def check(
    document: Document, drafts: list[Draft], clusters: list[list[Draft]]
) -> tuple[Diagnostic, ...]:
    """Everything that resolving objects to, in the order of the text."""
    found = [
        *(d for draft in drafts for d in _identifiers(draft)),
        *(d for draft in drafts for d in _untitled(draft)),
        *(d for cluster in clusters for d in _disagreements(cluster)),
        *(d for link in _all_links(document) for d in _link(link)),
    ]
    return tuple(sorted(set(found), key=lambda d: d.sort_key()))


def _identifiers(draft: Draft) -> Iterator[Diagnostic]:
    linked = _linked_ids(draft)
    for venue in draft.mention.venues:
        if venue.malformed:
            yield _malformed(venue, linked)
    printed = next((v for v in draft.mention.venues if v.arxiv), None)
    if printed and draft.kind in PAPER_FAMILY and linked and printed.arxiv not in linked:
        yield rules.ARXIV_ID_DISAGREES.at(
            printed.span,
            f"arXiv id {printed.arxiv} is printed, but the link has {linked[0]}",
            "open both and keep the one whose title is this entry's",
        )


def _linked_ids(draft: Draft) -> list[str]:
    """The arXiv ids in the links that stand for the paper itself."""
    links = [k for k in draft.links if k.form in ("title", "button")]
    return list(dict.fromkeys(m[1] for k in links if (m := ARXIV_URL.search(k.url))))


def _malformed(venue: Venue, linked: list[str]) -> Diagnostic:
    likely = linked[0] if len(linked) == 1 else likely_id(venue.malformed)
    hint = f'did you mean "{likely}"?' if likely else "copy the id from the paper's arXiv page"
    return rules.MALFORMED_ARXIV_ID.at(
        venue.span, f'arXiv id "{venue.malformed}" {_fault(venue.malformed)}', hint
    )


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
    """The id that was probably meant: a colon for a dot, a lost zero; nothing where unsure."""
    if found := re.fullmatch(r"(\d{4}):(\d{4,5})", ident):
        return f"{found[1]}.{found[2]}"
    return ""


def _untitled(draft: Draft) -> Iterator[Diagnostic]:
    if not draft.title:
        yield rules.MISSING_TITLE.at(
            draft.mention.span,
            "entry has authors and a venue but no title",
            "print the title after the authors, in *italics*",
        )


def _disagreements(cluster: list[Draft]) -> Iterator[Diagnostic]:
    """Entries of one work whose authors or titles differ; said at the one that lacks something."""
    lists = [d for d in cluster if d.mention.authors and not d.mention.et_al]
    fullest = max(lists, key=lambda d: len(d.mention.authors), default=None)
    for draft in lists:
        if fullest and draft is not fullest and _names(draft) != _names(fullest):
            yield _authors_disagree(draft, fullest)
    titled = [d for d in cluster if d.title]
    longest = max(titled, key=lambda d: len(d.mention.authors), default=None)
    for draft in titled:
        if longest and title_key(draft.title) != title_key(longest.title):
            yield rules.TITLES_DISAGREE.at(
                _span(draft.mention.title, draft),
                f"title differs from that of the same work on line {_line(longest)}:"
                f' "{longest.title}"',
                "print the same title in both places",
            )


def _authors_disagree(draft: Draft, fullest: Draft) -> Diagnostic:
    mine = set(_names(draft))
    missing = [a.text for a in fullest.mention.authors if _surname(a.text) not in mine]
    extra = [a.text for a in draft.mention.authors if _surname(a.text) not in set(_names(fullest))]
    parts = ([f"lacks {', '.join(missing)}"] if missing else []) + (
        [f"has {', '.join(extra)} too many"] if extra else []
    )
    return rules.AUTHORS_DISAGREE.at(
        _span(draft.mention.authors_text, draft),
        f"author list differs from that of the same work on line {_line(fullest)}: "
        + (" and ".join(parts) or "the order is another"),
        "check the paper and print the same authors in both places",
    )


def _names(draft: Draft) -> list[str]:
    return [_surname(a.text) for a in draft.mention.authors]


def _surname(name: str) -> str:
    key = name_key(name)
    return key.split()[-1] if key else ""


def _span(field: Field | None, draft: Draft) -> Span:
    return field.span if field else draft.mention.span


def _line(draft: Draft) -> int:
    return draft.mention.span.line


def _all_links(document: Document) -> Iterator[Link]:
    for section in document.sections:
        yield from section.links
    for node in document.nodes:
        yield from node.links
        for mention in node.mentions:
            if node.role is Role.ENTRY:
                yield from mention.links


def _link(link: Link) -> Iterator[Diagnostic]:
    label = link.label.strip("[] ") or "link"
    if not link.url.strip():
        yield rules.EMPTY_LINK.at(link.span, f'link "{label}" has no target', "give it its URL")
    elif is_unsafe(link.url):
        yield rules.UNSAFE_LINK.at(link.span, f'link "{label}" is of an unsafe scheme', "use https")
    elif link.form not in ("image", "badge") and not _TARGET.match(link.url):
        yield rules.MALFORMED_LINK.at(
            link.span,
            f'link "{label}" leads to "{link.url[:80]}", which is no URL',
            "give it its URL",
        )
    if link.refused:
        yield rules.BROKEN_LINK_SYNTAX.at(
            link.span,
            f'"{label}" is not a link in Markdown: a blank breaks it',
            f"write [{label}]({link.url.strip()})",
        )
