"""Completeness: what a paper lacks that the papers of its list print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...text.diagnostics import Diagnostic, Rule
from ..drafts import Draft
from ..linking import role_of
from .links import is_of_one_paper
from .listing import Listing, habit, is_part, title_span

_FULL = "".join(
    f"* A. Lee and B. Chen, *Title {name}*, ICML 2015 [[Paper](https://example.org/{name}.pdf)]\n"
    for name in ("Lake", "Hill", "Tree", "Road", "Wood")
)
_GOOD = _FULL + "* D. Roy, *Title Town*, ICML 2015 [[Paper](https://example.org/Town.pdf)]\n"
MISSING_TITLE = Rule(
    "RNN203",
    "missing-title",
    "error",
    "An entry names authors and a venue but no title, so nobody can tell which paper is meant. If "
    "the same arXiv id is listed elsewhere with its title, that title is used. Print the title.",
    bad="* Ann Lee and Bo Chen, arXiv:1511.02301 / ICML 2016\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / ICML 2016\n",
)
MISSING_AUTHORS = Rule(
    "RNN213",
    "missing-authors",
    "warning",
    "A paper is listed without its authors, though at least four fifths of the papers of this list "
    "have theirs. Nobody can find it under a name. Print the authors before the title.",
    bad=_FULL + "* *Title Town*, ICML 2015 [[Paper](https://example.org/Town.pdf)]\n",
    good=_GOOD,
)
MISSING_YEAR = Rule(
    "RNN214",
    "missing-year",
    "warning",
    "Nothing tells a paper's year, neither its venue nor an arXiv id nor a heading, though at "
    "least four fifths of the papers of this list have one. Print the year behind the venue.",
    bad=_FULL + "* D. Roy, *Title Town*, ICML [[Paper](https://example.org/Town.pdf)]\n",
    good=_GOOD,
)
MISSING_VENUE = Rule(
    "RNN215",
    "missing-venue",
    "warning",
    "A paper is listed without a venue or an identifier, though at least four fifths of the papers "
    "of this list have one. Print where it appeared, or its arXiv id.",
    bad=_FULL + "* D. Roy, *Title Town* [[Paper](https://arxiv.org/abs/1511.02301)]\n",
    good=_GOOD,
)
MISSING_PAPER_LINK = Rule(
    "RNN216",
    "missing-paper-link",
    "warning",
    "A paper is listed without a link to it, though at least four fifths of the papers of this "
    "list have one. Link the paper.",
    bad=_FULL + "* D. Roy, *Title Town*, ICML 2015\n",
    good=_GOOD,
)

_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)|https?://\S+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNREAD_VENUE = re.compile(
    r"[^\W\d_][\w.&]+[ ,*\]-]*(?:\b(?:19|20)|['’] ?)\d\d\b|\barxiv\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Fact:
    """What a paper may lack: rule, name and remedy; whether it has it, or something tells it."""

    rule: Rule
    name: str
    remedy: str
    has: Callable[[Listing, Draft], bool]
    told: Callable[[Listing, Draft], bool] = lambda _, __: False


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What papers lack that most others of the list have."""
    for draft in listing.drafts:
        if not draft.title:
            yield MISSING_TITLE.at(
                draft.mention.span,
                "entry has authors and a venue but no title",
                "print the title after the authors, in *italics*",
            )
    for fact in _FACTS:
        yield from _missing(listing, fact)


def _missing(listing: Listing, fact: _Fact) -> Iterator[Diagnostic]:
    titled = [d for d in listing.papers if d.title and not d.mention.description]
    usual = habit(titled, lambda d: any(fact.has(listing, p) for p in _parts(listing, d)))
    for draft in titled:
        if usual.broken_by(draft) and not fact.told(listing, draft):
            said = f'"{draft.title}" has no {fact.name}; {usual.said} theirs'
            yield fact.rule.at(title_span(draft), said, fact.remedy.format(_id_of(draft)))


def _id_of(draft: Draft) -> str:
    return f'"arXiv:{draft.arxiv}"' if draft.arxiv else "its id"


def _parts(listing: Listing, draft: Draft) -> list[Draft]:
    """An entry with those of its work above and below it: a title may stand over its citation."""
    work = listing.works[listing.work_of[id(draft)]]
    return [d for d in work if d is draft or is_part(d, draft)]


def _has_authors(listing: Listing, draft: Draft) -> bool:
    groups = (listing.context.groups[g] for g in draft.groups)
    m = draft.mention
    return bool(m.authors or m.makers or m.et_al) or any(g.authors for g in groups)


def _has_year(listing: Listing, draft: Draft) -> bool:
    above = [listing.context.groups[g].year for g in draft.groups]
    above += [listing.context.sections[s].year for s in listing.context.chains[draft.section]]
    own = any(v.year or v.malformed or v.doi for v in draft.mention.venues)
    return own or any(v.arxiv for v in draft.mention.venues) or any(above)


def _tells_year(listing: Listing, draft: Draft) -> bool:
    """Whether the link's arXiv id or DOI, or a year where none is read, tells the paper's."""
    return bool(draft.arxiv or draft.doi or _YEAR.search(_words(listing, draft)))


def _tells_venue(listing: Listing, draft: Draft) -> bool:
    """Whether something stands where no venue is read that looks like one with its year."""
    text = _words(listing, draft)
    for field in (draft.mention.title, draft.mention.authors_text):
        text = text.replace(field.text, "") if field else text
    return bool(_UNREAD_VENUE.search(text))


def _words(listing: Listing, draft: Draft) -> str:
    """The text of an entry without its links."""
    span = draft.mention.span
    lines = [listing.document.source.line(n) for n in range(span.line, span.end_line + 1)]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return _LINK.sub("", " ".join(lines))


def _has_venue(_: Listing, draft: Draft) -> bool:
    return any(v.name or v.arxiv or v.malformed or v.doi for v in draft.mention.venues)


def _has_link(listing: Listing, draft: Draft) -> bool:
    """A link to the paper: by its label or its host, or the title's own."""
    roles = (role_of(k, listing.known, paper=True) for k in draft.links)
    named = any(r.endswith(("/paper", "/other", "/title")) for r in roles)
    return named or any(is_of_one_paper(k.url) for k in draft.links)


_FACTS = (
    _Fact(MISSING_AUTHORS, "authors", "print the authors before the title", _has_authors),
    _Fact(MISSING_YEAR, "year", "print the year behind the venue", _has_year, _tells_year),
    _Fact(
        MISSING_VENUE,
        "venue or identifier in its text",
        "print where it appeared, or {}",
        _has_venue,
        _tells_venue,
    ),
    _Fact(MISSING_PAPER_LINK, "link to the paper", "link the paper", _has_link),
)
