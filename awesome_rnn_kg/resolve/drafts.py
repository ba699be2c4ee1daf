"""Entries as drafts: each mention with its context, its identifiers and its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..read.checks.contents import placed_otherwise
from ..read.document import Document, Field, Link, Mention, Node, Role, Venue
from ..read.namewords import is_name
from ..read.venues import ARXIV_URL
from ..text.source import Span
from .agents import Agents
from .authorities import Authorities
from .dois import doi_in
from .hosts import holds_code, holds_paper
from .keys import label_key, name_key
from .kinds import kind_of
from .linking import role_of
from .makers import with_maker
from .meanings import Meaning, heading_meaning, label_meaning
from .neighbours import with_neighbours
from .subtitles import with_subtitle
from .venued import with_venues

PAPER_FAMILY = ("Paper", "Survey", "Book", "Thesis")
_LED = re.compile(r"([^,:]{3,60}): (.+)")
_SURNAMES = re.compile(r"([A-Z][\w'’-]+) and ([A-Z][\w'’-]+)")
_FEWEST_LED = 10  # bare titles behind their authors that make a manner
_NAME_FIRST = re.compile(r"([^,:]{3,60})[,:] (.+)")


@dataclass(frozen=True)
class Context:
    """What the sections and groups of a document name, by their index."""

    sections: dict[int, Meaning]
    groups: dict[int, Meaning]
    chains: dict[int, tuple[int, ...]]


@dataclass(frozen=True)
class Page:
    """One list of a build, what its headings and labels name, and whom it names."""

    iri: str
    slug: str
    document: Document
    context: Context
    agents: Agents


@dataclass
class Draft:
    """One mention on its way to becoming a work; nodes, sections, groups are those of its page."""

    page: Page = field(repr=False, compare=False)
    node: int
    mention: Mention
    section: int
    groups: tuple[int, ...]
    parent: int | None
    kind: str = ""
    arxiv: str = ""
    doi: str = ""
    linked_arxiv: str = ""
    group_links: list[tuple[int, Link]] = field(default_factory=list)

    @property
    def links(self) -> list[Link]:
        return [*self.mention.links, *(k for _, k in self.group_links)]

    @property
    def title(self) -> str:
        return self.mention.title.text if self.mention.title else ""

    @property
    def labels(self) -> list[tuple[Meaning, Span]]:
        """What the groups above it name, the nearest first, and where."""
        nodes, meanings = self.page.document.nodes, self.page.context.groups
        return [(meanings[g], nodes[g].label.span) for g in self.groups]

    @property
    def headings(self) -> list[tuple[Meaning, Span]]:
        """What the headings above it name, the nearest first, and where."""
        sections, meanings = self.page.document.sections, self.page.context.sections
        chain = self.page.context.chains[self.section]
        return [(meanings[s], sections[s].heading.span) for s in chain]


def make_context(document: Document, known: Authorities) -> Context:
    """Read all headings and group labels once."""
    sections = {i: heading_meaning(s.heading.text, known) for i, s in enumerate(document.sections)}
    groups = {
        i: label_meaning(n.label, known)
        for i, n in enumerate(document.nodes)
        if n.role is Role.GROUP
    }
    return Context(sections, with_neighbours(document, groups), _chains(document))


def _chains(document: Document) -> dict[int, tuple[int, ...]]:
    """Each section with those above it; where the contents contradict its level, those of both."""
    chains: dict[int, tuple[int, ...]] = {}
    otherwise = placed_otherwise(document)
    for index, section in enumerate(document.sections):
        above = chains[section.parent] if section.parent is not None else ()
        if index in otherwise:
            told = _above(document, otherwise[index])
            above = tuple(a for a in above if a in told)
        chains[index] = (index, *above)
    return chains


def _above(document: Document, section: int | None) -> list[int]:
    """A section and those above it."""
    found = []
    while section is not None:
        found.append(section)
        section = document.sections[section].parent
    return found


def make_drafts(page: Page, known: Authorities) -> list[Draft]:
    """A draft for each mention of each entry, with the links that its groups give it."""
    document, drafts = page.document, []  # type: tuple[Document, list[Draft]]
    remarked = _links_of_remarks(document)
    for index, node in enumerate(document.nodes):
        if node.role is Role.ENTRY:
            groups, parent = _ancestors(document, index)
            linked = _with_links(node.mentions, remarked.get(index, ()))
            mentions = [with_venues(m, known) for m in linked]
            drafts += [Draft(page, index, m, node.section, groups, parent) for m in mentions]
    _hand_down(document, drafts, known)
    _split_author_titles(drafts, known)
    below = {d.parent for d in drafts}
    kinds: dict[int, str] = {}
    for draft in drafts:
        own = kind_of(draft, page.context, known, draft.node in below)
        draft.kind = _inherited(own, draft, kinds)
        kinds[draft.node] = draft.kind
        draft.mention = with_maker(draft.mention, draft.kind, known)
        if draft.kind in ("Paper", "Survey"):
            draft.mention = with_subtitle(draft.mention, document.source)
        _identify(draft)
    return drafts


def _with_links(mentions: tuple[Mention, ...], links: Sequence[Link]) -> tuple[Mention, ...]:
    """Mentions, the last of which has more links."""
    *others, last = mentions
    return (*others, last._replace(links=(*last.links, *links))) if links else mentions


def speaks_of_entry(document: Document, node: Node) -> bool:
    """Whether a node is a remark that stands below an entry."""
    remark = node.role is Role.REMARK and node.parent is not None
    return remark and document.nodes[node.parent or 0].role is Role.ENTRY


def _links_of_remarks(document: Document) -> dict[int, list[Link]]:
    """The links in the remarks below each entry (a node); none says where the thing is."""
    found: dict[int, list[Link]] = {}
    for node in document.nodes:
        if speaks_of_entry(document, node):
            links = (k._replace(form="inline") if _leads(k) else k for k in node.links)
            found.setdefault(node.parent or 0, []).extend(links)
    return found


def _leads(link: Link) -> bool:
    return link.form in ("title", "button", "auto")


def _inherited(kind: str, draft: Draft, kinds: dict[int, str]) -> str:
    """A page below a tutorial or a manual is a part of it, unless it is code or a paper."""
    above = kinds.get(draft.parent, "") if draft.parent is not None else ""
    main = next((k.url for k in draft.links if k.form == "title"), "")
    page = kind == "Software" and above in ("Tutorial", "Documentation")
    return above if page and not holds_code(main) else kind


def _split_author_titles(drafts: list[Draft], known: Authorities) -> None:
    """Take known people out of bare titles that begin or end with their names."""
    names = {name_key(a.text) for d in drafts for a in (*d.mention.authors, *d.mention.makers)}

    def is_person(text: str) -> bool:
        key = name_key(text)
        return " " in key and (key in names or bool(known.people.named(text)))

    led = _are_led_by_names(drafts)
    for draft in drafts:
        if draft.mention.title and not draft.mention.set_off:
            mention = _without_lead(draft.mention) if led else draft.mention
            draft.mention = _without_last_name(_without_first_name(mention, is_person), is_person)


def _are_led_by_names(drafts: list[Draft]) -> bool:
    """Whether most bare titles of a list stand behind their authors."""
    bare = [d.mention for d in drafts if d.mention.title and not d.mention.set_off]
    led = sum(_is_led(m) for m in bare)
    return led >= _FEWEST_LED and led * 3 > 2 * len(drafts)


def _is_led(mention: Mention) -> bool:
    names, title = mention.authors_text, mention.title
    if names is None or title is None or names.span.line != title.span.line:
        return False
    return names.span.column < title.span.column


def _without_lead(mention: Mention) -> Mention:
    """`Ann Bee: Trees`, `Bee and Dee: Trees`: in such a list, names before a colon are authors."""
    title = mention.title
    found = _LED.fullmatch(title.text) if title and not mention.authors else None
    if title is None or found is None:
        return mention
    pair = _SURNAMES.fullmatch(found[1])
    names = pair.groups() if pair else (found[1],) if is_name(found[1]) else ()
    authors = tuple(Field(n, title.span) for n in names)
    printed = Field(found[1], title.span) if authors else None
    text = found[2] if authors else title.text
    return mention._replace(title=Field(text, title.span), authors=authors, authors_text=printed)


def _without_first_name(mention: Mention, is_person: Callable[[str], bool]) -> Mention:
    """`Alex graves, hand-writing generation`, `Carl Dee: Trees`: the name is the author's."""
    title = mention.title
    found = _NAME_FIRST.fullmatch(title.text) if title else None
    if title is None or found is None or mention.authors or not is_person(found[1]):
        return mention
    name = Field(found[1], title.span)
    return mention._replace(title=Field(found[2], title.span), authors=(name,), authors_text=name)


def _without_last_name(mention: Mention, is_person: Callable[[str], bool]) -> Mention:
    """`Trees on a Budget Feng Nan`, then other names: the first author."""
    title = mention.title
    words = title.text.split() if title and mention.authors else []
    for size in (4, 3, 2):
        name = " ".join(words[-size:])
        if title and len(words) > size + 1 and is_person(name) and not _leads_on(words[-size - 1]):
            first = Field(name, title.span)
            rest = Field(" ".join(words[:-size]), title.span)
            printed = mention.authors_text
            if printed:
                printed = Field(f"{name}, {printed.text}", title.span.through(printed.span))
            authors = (first, *mention.authors)
            return mention._replace(title=rest, authors=authors, authors_text=printed)
    return mention


def _leads_on(word: str) -> bool:
    """Whether a title goes on behind this word: `A Tribute to Alan Turing`."""
    return len(word) < 5 and word.islower()


def _ancestors(document: Document, index: int) -> tuple[tuple[int, ...], int | None]:
    """The groups above a node, the nearest first, and the nearest entry above it."""
    groups: list[int] = []
    entry: int | None = None
    above = document.nodes[index].parent
    while above is not None:
        role = document.nodes[above].role
        if role is Role.GROUP:
            groups.append(above)
        elif role is Role.ENTRY and entry is None:
            entry = above
        above = document.nodes[above].parent
    return tuple(groups), entry


def _hand_down(document: Document, drafts: list[Draft], known: Authorities) -> None:
    """Give the links on a group's line to the entries below it."""
    members: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.groups:
            members.setdefault(draft.groups[0], []).append(draft)
    for group, entries in members.items():
        links = [
            k
            for k in document.nodes[group].links
            if k.form not in ("image", "badge") and not k.url.startswith("#")
        ]
        papers = [k for k in links if role_of(k, known).endswith("role/paper")]
        owners = {id(d): d for k in papers for d in _paper_target(k, papers, entries)}
        whole = list(owners.values()) if len(owners) == 1 else entries
        rest = whole if all(_has_paper(d) for d in entries if id(d) not in owners) else entries
        for link in links:
            targets = _paper_target(link, papers, entries) if link in papers else rest
            for draft in targets:
                draft.group_links.append((group, link))


def _paper_target(link: Link, papers: list[Link], entries: list[Draft]) -> list[Draft]:
    """Whose paper a link on the group's line is: by arXiv id, by venue in its label, by order."""
    ident = ARXIV_URL.search(link.url)
    if ident:
        same = [d for d in entries if any(v.arxiv == ident[1] for v in d.mention.venues)]
        if same:
            return same
    without = [d for d in entries if not _has_paper(d)] or entries
    label = label_key(link.label)
    named = [
        d
        for d in without
        if any(v.name and label_key(v.name) in label.split() for v in d.mention.venues)
    ]
    if len(named) == 1:
        return named
    if len(without) == 1:
        return without
    if len(papers) == len(without):
        return [without[papers.index(link)]]
    return without[:1] if len(papers) > 1 else without


def _has_paper(draft: Draft) -> bool:
    return any(k.form == "button" and holds_paper(k.url) for k in draft.mention.links)


def _identify(draft: Draft) -> None:
    """The arXiv id and DOI: the printed ones, else those of the links of a paper."""
    venues = draft.mention.venues
    draft.arxiv = next((v.arxiv for v in venues if v.arxiv), "")
    draft.doi = next((v.doi for v in venues if v.doi), "")
    forms = ("title", "button", "auto") if draft.kind in PAPER_FAMILY else ("title",)
    links = [k for k in draft.links if k.form in forms]
    idents = {m[1] for k in links if (m := ARXIV_URL.search(k.url))}
    draft.linked_arxiv = idents.pop() if len(idents) == 1 else ""
    draft.arxiv = draft.arxiv or draft.linked_arxiv
    dois = {d for k in links if (d := doi_in(k.url)) and not d.startswith("10.48550/")}
    if not draft.doi and len(dois) == 1:
        draft.doi = dois.pop()
    draft.mention = draft.mention._replace(venues=tuple(_posted(v, draft.arxiv) for v in venues))


def _posted(venue: Venue, arxiv: str) -> Venue:
    """`arXiv 2004` of a paper with the id 2004.05682: a month, not a year."""
    month = venue.name.casefold() == "arxiv" and arxiv.startswith(f"{venue.year}.")
    return venue._replace(year=2000 + int(arxiv[:2])) if month else venue
