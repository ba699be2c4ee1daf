"""Completeness: what a paper lacks that the papers of its list print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...read.checks.reading import news_of
from ...read.document import Node, Role, Venue
from ...read.lexicon import Lexicon
from ...read.venues import looks_like_venue
from ...text.diagnostics import Diagnostic, Rule
from ..drafts import Draft
from ..keys import name_key
from ..linking import role_of
from ..meanings import Meaning
from .links import is_nickname, is_of_one_paper
from .listing import Habit, Listing, habit, is_part, line_of, title_span

_FULL = "".join(
    f"* A. Lee and B. Chen, *Title {name}*, ICML 2015 [[Paper](https://example.org/{name}.pdf)]\n"
    for name in ("Lake", "Hill", "Tree", "Road", "Wood")
)
_GOOD = _FULL + "* D. Roy, *Title Town*, ICML 2015 [[Paper](https://example.org/Town.pdf)]\n"
MISSING_TITLE = Rule(
    "RNN203",
    "missing-title",
    "error",
    "An entry names authors and a venue but no title, or has a person's name or a year in its "
    "place, so nobody can tell which paper is meant. If the same arXiv id is listed elsewhere with "
    "its title, that title is used. Print the title.",
    bad="* Ann Lee and Bo Chen, arXiv:1511.02301 / ICLR 2016\n",
    good="* A. Lee and B. Chen, *A Title*, arXiv:1511.02301 / ICLR 2016\n",
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
    "least four fifths of the papers of this list have one; or a venue is named without its year, "
    "where nearly all are named with it. Print the year behind the venue.",
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

_ANY = Lexicon()
_NEARLY_ALL = 0.9
_ALMOST_ALL = 0.95
_MANY = 10
_LINK = re.compile(r"(?<=\])\([^()\s]*\)|https?://\S+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\w['’] ?\d\d\b|\b[A-Z]{3,}[a-zA-Z]* \d\d\b")
_UNREAD_AUTHORS = re.compile(
    r"\bet al\b|\bTeam\b|\bWorkshop\*|(?<![\w*])\*(?:[^\W\d_][\w.'’-]* [^\W\d_][\w'’-]+, ){2}"
)
_NAME_IN_BRACKETS = re.compile(
    r"\(((?:[^\W\d_a-z][\w.'’-]* ){1,3}[^\W\d_a-z][\w'’-]+), (?:19|20)\d\d\)"
)
_NAME = re.compile(r"((?:[^\W\d_a-z][\w.'’-]* ){1,2}[^\W\d_a-z][\w'’-]+): ")
_NAME_BEHIND = re.compile(r" ([^\W\d_a-z][\w'’-]*\.?(?: [A-Z]\.)? [^\W\d_a-z][\w'’-]+)\Z")
_NAME_BEFORE = re.compile(r"[^\W\d_]{2,}[\w.* ]*(?:,| and) ?\Z")
_UNREAD_VENUE = re.compile(
    r"[^\W\d_][\w.&]+[ ,*(\]-]*(?:(?<!\d)(?:19|20)|['’] ?)\d\d\b|\barxiv\b|rxiv\b"
    r"|\b(?:19|20)\d\d ?- ?[a-z]{3,}",
    re.IGNORECASE,
)
_NO_VENUE = re.compile(
    r"(?i)\b(?:preprint|under review|submitted|in press|to appear|unpublished|technical report"
    r"|thesis|manuscript|blog)\b"
)
_LABEL_OF_VENUE = re.compile(  # an acronym; `2021-Acta Lacuum`
    r"(?!PDF|URL|ARXIV|DOI)[A-Z]\w*[A-Z]\w*(?: [A-Z]\w+)*(?: ?'?\d+)?"
    r"|(?:19|20)\d\d[ ,:/-]+[^\W\d_][\w&:,. -]+"
)
_BRACKETED_VENUE = re.compile(
    r"\s*(?:[-*+]|\d+[.)])\s+\*{0,2}\(([^()]{2,60}(?:19|20)\d\d)\)\*{0,2}\s*(?:\[|\Z)"
)
_YEAR_FIRST = re.compile(r"\((?:19|20)\d\d\)[,.:]? [^\W\d_a-z]")
# `USENIX Security 2015`
_EDITION = re.compile(r"[A-Z][\w&/'’-]*(?: [A-Z][\w&-]*)? (?:19|20)\d\d\Z")
_ENUMERATED = re.compile(r", | and ")
_LABEL, _NAME_WORDS = 4, 5  # words of a label that is no title, of a name or a venue


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
    yield from _untitled(listing)
    titled = [d for d in _titled(listing) if not _is_person(listing, d)]
    habits = [_habit_of(listing, titled, fact) for fact in _FACTS]
    bare = {id(d) for d in titled if not any(usual.has[id(d)] for usual in habits)}
    papers = [d for d in titled if id(d) not in bare and not is_nickname(d.title)]
    told: set[int] = set()
    said: set[int] = set()  # papers of which a missing year is said
    for fact, usual in zip(_FACTS, habits, strict=True):
        lacking = [d for d in papers if usual.broken_by(d) and not fact.told(listing, d)]
        for draft in lacking:
            if fact.rule is not MISSING_YEAR or id(draft) not in told:
                dated = fact.rule is not MISSING_VENUE or _YEAR.search(_words(listing, draft))
                name = fact.name if dated else f"{fact.name} and no year"
                message = f'"{draft.title}" has no {name}; {usual.said} theirs'
                remedy = fact.remedy.format(id=_id_of(draft), where=_behind_venue(draft))
                yield fact.rule.at(title_span(draft), message, remedy)
        told |= {id(d) for d in lacking if fact.rule is MISSING_VENUE}
        said |= {id(d) for d in lacking if fact.rule is MISSING_YEAR}
    yield from _undated(listing, [d for d in papers if id(d) not in told], said)


def _untitled(listing: Listing) -> Iterator[Diagnostic]:
    """Entries of authors and a venue, of a person alone, and of a year and authors."""
    for draft in listing.drafts:
        person = draft.title and draft.kind in ("Paper", "Survey") and _is_person(listing, draft)
        if person or (not draft.title and _is_untitled_paper(listing, draft)):
            yield MISSING_TITLE.at(
                draft.mention.span,
                f"entry has {'an author' if person else 'authors and a venue'} but no title",
                f"print the title after the authors, in *italics*{_known_title(listing, draft)}",
            )
    for node in listing.document.nodes:
        if node.role is Role.REMARK and node.links and _YEAR_FIRST.match(node.label.text):
            yield MISSING_TITLE.at(
                node.label.span, "entry has a year and authors but no title", "print the title"
            )
        if node.kind == "item" and node.parent is None:
            found = _BRACKETED_VENUE.match(listing.document.source.line(node.line))
            if found and looks_like_venue(found[1], _ANY) and not _names_a_thing(node):
                yield MISSING_TITLE.at(
                    node.label.span, f'entry has "{found[1]}" but no title', "print the title"
                )


def _names_a_thing(node: Node) -> bool:
    """Whether an entry has a title: of more than the venue in its brackets."""
    titles = [m.title.text for m in node.mentions if m.title]
    return any(not looks_like_venue(t.strip("()* "), _ANY) for t in titles)


def _is_person(listing: Listing, draft: Draft) -> bool:
    """Whether a name that the list or an authority file has of a person stands for the title."""
    title, source = draft.mention.title, listing.document.source
    if title is None or draft.mention.authors or " " not in title.text:
        return False
    before = source.line(title.span.line)[: title.span.column - 1]
    return not any(map(str.isalpha, before)) and name_key(title.text) in listing.names


def _known_title(listing: Listing, draft: Draft) -> str:
    """The title that the list prints elsewhere with the same arXiv id."""
    owner = listing.arxiv_owners.get(draft.arxiv or "")
    return f': line {line_of(owner)} has "{owner.title}"' if owner else ""


def _habit_of(listing: Listing, titled: list[Draft], fact: _Fact) -> Habit:
    return habit(titled, lambda d: any(fact.has(listing, p) for p in _parts(listing, d)))


def _is_untitled_paper(listing: Listing, draft: Draft) -> bool:
    """Whether an entry without a title is a citation that lacks it.

    No button below a title is one, no list of authors below a title, and none whose last name is
    made of words of titles: that is the title, in a list that does not set titles off.
    """
    m = draft.mention
    if not m.authors or _has_title_above(listing, draft):
        return False
    fields = [
        m.authors[-1].text,
        *(v.name for v in m.venues if not listing.known.venues.find(v.name)),
    ]
    return not any(_reads_as_title(listing, text) for text in fields)


def _reads_as_title(listing: Listing, text: str) -> bool:
    """Whether a field in which a name or a venue was read may be a title that is not set off."""
    if listing.sets_titles_off:
        return False
    words = [w for w in re.split(r"\W+", text.casefold()) if w]
    return len(words) > _NAME_WORDS or sum(w in listing.known.words for w in words) > 1


def _has_title_above(listing: Listing, draft: Draft) -> bool:
    """Whether an entry is what stands below a title: another entry's, or one read as a label."""
    parent = listing.document.nodes[draft.node].parent
    if parent is None:
        return False
    label = listing.document.nodes[parent].label.text
    long = ":" in label or label.endswith(".") or len(label.split()) > _LABEL
    named = any(d.title and not d.mention.authors for d in listing.at.get(parent, ()))
    unknown = listing.context.groups.get(parent) == Meaning()
    return named or (unknown and (long or listing.labels_are_titles))


def _id_of(draft: Draft) -> str:
    return f'"arXiv:{draft.arxiv}"' if draft.arxiv else "its id"


def _behind_venue(draft: Draft) -> str:
    return " behind the venue" if _venue_of(draft) else ""


def _titled(listing: Listing) -> list[Draft]:
    """The papers that stand for themselves: without a description, above and below no other."""
    news = news_of(listing.document)
    papers = (d for d in listing.papers if d.section not in news)
    found = [d for d in papers if d.title and not _is_described(d)]
    nodes = {d.node for d in found}
    above = {d.parent for d in found}
    alone = (d for d in found if d.parent not in nodes and d.node not in above)
    return [d for d in alone if not _has_title_above(listing, d) and not _EDITION.match(d.title)]


def _is_described(draft: Draft) -> bool:
    """Whether words describe a paper; a venue with its year in their place describes nothing."""
    words = draft.mention.description.text if draft.mention.description else ""
    dated = len(words.split()) <= _NAME_WORDS and _YEAR.search(words)
    return bool(words) and not (dated and looks_like_venue(words, _ANY))


def _undated(listing: Listing, papers: list[Draft], said: set[int]) -> Iterator[Diagnostic]:
    """Venues, or papers, without a printed year, where nearly all others have it.

    Where no id tells it either, a few more must have it, so that none of many is unlike the rest.
    """
    for drafts, what in (([d for d in papers if _venue_of(d)], "venues"), (papers, "papers")):
        usual = habit(drafts, lambda d: _dated_near(listing, d), _NEARLY_ALL)
        for draft in drafts if len(drafts) >= _MANY else ():
            told = draft.arxiv or draft.doi or usual.printing >= _ALMOST_ALL * len(drafts)
            new = told and id(draft) not in said
            waits = any(v.status for v in draft.mention.venues)
            if new and not waits and usual.broken_by(draft) and not is_nickname(draft.title):
                said.add(id(draft))
                venue = _venue_of(draft)
                yield MISSING_YEAR.at(
                    listing.place(venue.span, venue.name) if venue else title_span(draft),
                    f'"{venue.name if venue else draft.title}" has no year; '
                    f"{usual.printing} of {len(drafts)} {what} here have theirs",
                    "print the year",
                )


def _venue_of(draft: Draft) -> Venue | None:
    """The first venue that is no preprint."""
    venues = (v for v in draft.mention.venues if v.name and not v.arxiv and not v.malformed)
    return next((v for v in venues if "rxiv" not in v.name.casefold()), None)


def _prints_year(listing: Listing, draft: Draft) -> bool:
    above = [listing.context.groups[g].year for g in draft.groups]
    above += [listing.context.sections[s].year for s in listing.context.chains[draft.section]]
    alone = not _venue_of(draft)  # an id tells the year, but not that of another venue
    own = any(v.year or (alone and (v.arxiv or v.malformed or v.doi)) for v in draft.mention.venues)
    return own or any(above) or bool(_YEAR.search(_words(listing, draft)))


def _dated_near(listing: Listing, draft: Draft) -> bool:
    """Whether an entry, or else its citation below a title, prints the year."""
    return _prints_year(listing, draft) or any(
        _prints_year(listing, part) for part in _parts(listing, draft)[1:]
    )


def _parts(listing: Listing, draft: Draft) -> list[Draft]:
    """An entry with those of its work above and below it: a title may stand over its citation."""
    work = listing.work_of[id(draft)]
    near = [d for node in (draft.node - 1, draft.node + 1) for d in listing.at.get(node, ())]
    near += [*listing.at.get(draft.parent, ()), *listing.below.get(draft.node, ())]
    return [draft, *(d for d in near if listing.work_of[id(d)] == work and is_part(d, draft))]


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
    """Whether something stands where no venue is read that looks like one with its year.

    A bare title may hold it, a link's label, and what passes for an author in a list without them.
    """
    m = draft.mention
    named = [a for d in listing.papers for a in d.mention.authors] if m.authors else []
    printed = [m.title] if m.set_off else []
    # One name behind the title and before a year may be the venue: `Pattern Recognit. 2020`.
    venue = m.title and len(m.authors) == 1 and m.authors[0].span > m.title.span
    printed += m.authors if len(named) * 2 > len(listing.papers) and not venue else ()
    text = _words(listing, draft)
    for field in printed:
        text = text.replace(field.text, "") if field else text
    labels = [k.label.strip("[] ") for k in m.links if k.form == "button"]
    told = bool(_UNREAD_VENUE.search(text) or _NO_VENUE.search(text))
    return told or any(map(_LABEL_OF_VENUE.fullmatch, labels))


def _tells_authors(listing: Listing, draft: Draft) -> bool:
    """Whether the text names makers where none are read: before a bare title, or at its start."""
    title = draft.mention.title
    if title and not draft.mention.set_off:
        before = listing.document.source.line(title.span.line)[: title.span.column - 1]
        name = _NAME.match(title.text) or _NAME_BEHIND.search(title.text)
        if _NAME_BEFORE.search(before) or (name and not _is_common(listing, name[1])):
            return True
    text, venues = _words(listing, draft), {v.name for v in draft.mention.venues}
    alone = (m := _NAME_IN_BRACKETS.search(text)) and m[1] not in venues
    plain = re.sub(r"[\[\]]", "", text)  # names may be links
    return bool(alone or _UNREAD_AUTHORS.search(plain)) or _names_below(listing, draft)


def _names_below(listing: Listing, draft: Draft) -> bool:
    """Whether a paragraph below an entry is a name, or enumerates what was not read as names."""
    nodes = listing.document.nodes
    below = nodes[draft.node + 1] if draft.node + 1 < len(nodes) else None
    told = below and below.parent == draft.node and below.kind == "paragraph" and not below.links
    parts = _ENUMERATED.split(below.label.text) if told and below else []
    short = sum(len(part.split()) <= _NAME_WORDS for part in parts)
    several = len(parts) > 1 and short * 2 > len(parts)  # a sentence has longer ones
    words = parts[0].split() if len(parts) == 1 else []
    return several or (1 < len(words) <= _NAME_WORDS and all(w[0].isupper() for w in words))


def _is_common(listing: Listing, text: str) -> bool:
    return any(w in listing.known.words for w in text.casefold().split())


def _words(listing: Listing, draft: Draft) -> str:
    """The text of an entry with the labels of its links, without their targets."""
    node = listing.document.nodes[draft.node]
    lines = (listing.document.source.line(n) for n in range(node.line, node.end_line + 1))
    return _LINK.sub("", " ".join(lines))


def _has_venue(_: Listing, draft: Draft) -> bool:
    return any(v.name or v.arxiv or v.malformed or v.doi for v in draft.mention.venues)


def _has_link(listing: Listing, draft: Draft) -> bool:
    """A link to the paper: by its label or its host, or the title's own."""
    roles = (role_of(k, listing.known, paper=True) for k in draft.links)
    named = any(r.endswith(("/paper", "/other", "/title")) for r in roles)
    return named or any(is_of_one_paper(k.url) for k in draft.links)


_FACTS = (
    _Fact(
        MISSING_AUTHORS,
        "authors",
        "print the authors before the title",
        _has_authors,
        _tells_authors,
    ),
    _Fact(
        MISSING_VENUE,
        "venue or identifier in its text",
        "print where it appeared, or {id}",
        _has_venue,
        _tells_venue,
    ),
    _Fact(MISSING_YEAR, "year", "print the year{where}", _has_year, _tells_year),
    _Fact(MISSING_PAPER_LINK, "link to the paper", "link the paper", _has_link),
)
