"""Entries as drafts: each mention with its context, its identifiers and its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..read.document import Document, Field, Link, Mention, Role
from ..read.venues import ARXIV_URL
from .authorities import Authorities
from .keys import label_key, name_key
from .linking import role_of
from .meanings import Meaning, heading_meaning, label_meaning

PAPER_FAMILY = ("Paper", "Survey", "Book", "Thesis")
_TITLE_KINDS = (
    ("Tutorial", r"\btutorials?\b"),
    ("Documentation", r"\b(?:documentation|docs|api reference|get(?:ting)? started|user guide)\b"),
    ("Lecture", r"\blectures?\b(?! notes in)"),
    ("Course", r"\bcourses?\b|^cs\s?\d{3}"),
    ("Thesis", r"\b(?:phd|ph\.d\.?|master'?s?)?\s*(?:thesis|dissertation)\b"),
    ("Dataset", r"\b(?:data\s?set|corpus|benchmark)s?\b"),
)
_SURVEY = re.compile(r"\b(?:survey|review|overview)\b", re.IGNORECASE)
_IS_SURVEY = re.compile(
    r"\ba (?:\w+ ){0,2}survey\b|\bsurvey (?:of|on)\b|\breview of\b|: (?:a )?review\b", re.IGNORECASE
)
_DOI_IN_URL = re.compile(
    r"(?:doi\.org/|/doi/(?:abs/|full/|pdf/|pdfplus/|epdf/|book/)?)(10\.\d{4,9}/[^\s?#]+)",
    re.IGNORECASE,
)
_LIST_OF_THINGS = re.compile(r"/awesome|awesome-|#readme\b", re.IGNORECASE)
_CODE_HOST = re.compile(
    r"(?:github\.com|gitlab\.com|bitbucket\.org|sourceforge\.net|code\.google\.com|codeberg\.org"
    r"|pypi\.org|cran\.r-project\.org|npmjs\.com)/",
    re.IGNORECASE,
)
_PAPER_HOST = re.compile(
    r"arxiv\.org|openreview\.net|aclweb\.org|aclanthology\.org|papers\.ni?e?urips|papers\.nips\.cc"
    r"|proceedings\.mlr|jmlr\.org|thecvf\.com|cv-foundation\.org|ieeexplore|dl\.acm\.org|doi\.org"
    r"|springer\.com|sciencedirect\.com|nature\.com/articles|semanticscholar\.org|biorxiv\.org"
    r"|ijcai\.org|isca-speech\.org|aaai\.org|researchgate\.net|ecva\.net|eccv|neurips\.cc|nips\.cc"
    r"|\.pdf(?:$|[?#])",
    re.IGNORECASE,
)


@dataclass
class Draft:
    """One mention on its way to becoming a work."""

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


@dataclass(frozen=True)
class Context:
    """What the sections and groups of a document name, by their index."""

    sections: dict[int, Meaning]
    groups: dict[int, Meaning]
    chains: dict[int, tuple[int, ...]]


def make_context(document: Document, known: Authorities) -> Context:
    """Read all headings and group labels once."""
    sections = {i: heading_meaning(s.heading.text, known) for i, s in enumerate(document.sections)}
    groups = {
        i: label_meaning(n.label, known)
        for i, n in enumerate(document.nodes)
        if n.role is Role.GROUP
    }
    chains: dict[int, tuple[int, ...]] = {}
    for index in range(len(document.sections)):
        parent = document.sections[index].parent
        chains[index] = (index, *(chains[parent] if parent is not None else ()))
    return Context(sections, groups, chains)


def make_drafts(document: Document, known: Authorities, context: Context) -> list[Draft]:
    """A draft for each mention of each entry, with the links that its groups give it."""
    drafts: list[Draft] = []
    for index, node in enumerate(document.nodes):
        if node.role is Role.ENTRY:
            groups, parent = _ancestors(document, index)
            drafts += [Draft(index, m, node.section, groups, parent) for m in node.mentions]
    _hand_down(document, drafts, known)
    _split_author_titles(drafts, known)
    below = {d.parent for d in drafts}
    kinds: dict[int, str] = {}
    for draft in drafts:
        own = _kind(draft, context, draft.node in below)
        draft.kind = _inherited(own, draft, kinds)
        kinds[draft.node] = draft.kind
        _identify(draft)
    return drafts


def _inherited(kind: str, draft: Draft, kinds: dict[int, str]) -> str:
    """A page below a tutorial or a manual is a part of it, unless it is code or a paper."""
    above = kinds.get(draft.parent, "") if draft.parent is not None else ""
    main = next((k.url for k in draft.links if k.form == "title"), "")
    if (
        kind == "Software"
        and above in ("Tutorial", "Documentation")
        and not _CODE_HOST.search(main)
    ):
        return above
    return kind


def _split_author_titles(drafts: list[Draft], known: Authorities) -> None:
    """`Alex graves, hand-writing generation`: a bare title that opens with somebody's name."""
    names = {name_key(a.text) for d in drafts for a in (*d.mention.authors, *d.mention.makers)}
    for draft in drafts:
        title = draft.mention.title
        if title is None or draft.mention.set_off or draft.mention.authors:
            continue
        head, comma, rest = title.text.partition(", ")
        key = name_key(head)
        person = " " in key and (key in names or bool(known.people.named(head)))
        if comma and person and rest:
            name = Field(head.title(), title.span)
            split = replace(draft.mention, title=Field(rest, title.span), authors=(name,))
            draft.mention = split


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
        for link in links:
            targets = _paper_target(link, papers, entries) if link in papers else entries
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
    return any(k.form == "button" and _PAPER_HOST.search(k.url) for k in draft.mention.links)


def _kind(draft: Draft, context: Context, has_children: bool) -> str:
    """The class of a thing: by its group, its section, its title and its links."""
    kinds = _named_kinds(draft, context)
    word = _title_kind(draft.title)
    paper = _is_citation(draft)
    if len(kinds) > 1:
        kinds = _narrowed(kinds, draft, word)
    kind = kinds[0] if kinds else ""
    if kind in ("Course", "Lecture"):
        top = draft.parent is None or has_children
        return "Course" if top and word != "Lecture" else "Lecture"
    if kind in ("", "Paper"):
        return (
            _by_links(draft, word, kind)
            if not paper
            else ("Thesis" if word == "Thesis" and not kind else "Paper")
        )
    if kind in ("Software", "Dataset", "Demo", "BlogPost") and paper and draft.mention.authors:
        return "Paper"
    if kind == "Software" and word in ("Tutorial", "Documentation", "Course", "Lecture"):
        return word
    return kind


def _named_kinds(draft: Draft, context: Context) -> tuple[str, ...]:
    for group in draft.groups:
        if context.groups[group].kinds:
            return context.groups[group].kinds
    for section in context.chains[draft.section]:
        meaning = context.sections[section]
        if meaning.kinds or meaning.applications:
            return meaning.kinds
    return ()


def _narrowed(kinds: tuple[str, ...], draft: Draft, word: str) -> tuple[str, ...]:
    """One kind of several that a heading names ("Books / Thesis")."""
    if word in kinds:
        return (word,)
    title = draft.title.casefold()
    if "Book" in kinds and re.search(r"\bbooks?\b", title):
        return ("Book",)
    if "Survey" in kinds and _SURVEY.search(title):
        return ("Survey",)
    if set(kinds) == {"Book", "Thesis"}:
        return ("Thesis",) if _author_count(draft) == 1 else ("Book",)
    return () if _is_citation(draft) else kinds


def _author_count(draft: Draft) -> int:
    return len(draft.mention.authors) or 1


def _title_kind(title: str) -> str:
    return next((k for k, p in _TITLE_KINDS if re.search(p, title, re.IGNORECASE)), "")


def _is_citation(draft: Draft) -> bool:
    """A printed venue or id, a paper link beside authors, or a title link to a place of papers."""
    m = draft.mention
    if any(v.name or v.arxiv or v.malformed or v.doi for v in m.venues):
        return True
    if m.authors and (m.venues or any(_PAPER_HOST.search(k.url) for k in draft.links)):
        return True
    return any(
        k.form in ("title", "button")
        and re.search(r"arxiv\.org|openreview\.net|aclanthology|aclweb", k.url)
        for k in draft.links
    )


def about(draft: Draft) -> str:
    """The description of a thing, or nothing."""
    return draft.mention.description.text if draft.mention.description else ""


def _by_links(draft: Draft, word: str, kind: str) -> str:
    """The kind of a thing in a section that names none."""
    main = next((k.url for k in draft.links if k.form == "title"), "")
    if kind == "Paper":
        return "Paper"
    if word and word != "Dataset":
        return word
    if _LIST_OF_THINGS.search(main) or re.search(r"\bcurated (?:list|collection)\b", about(draft)):
        return "Resource"
    if _CODE_HOST.search(main):
        return "Software"
    if _PAPER_HOST.search(main) or any(
        k.form == "button" and _PAPER_HOST.search(k.url) for k in draft.links
    ):
        return "Paper"
    return "Dataset" if word == "Dataset" else "Resource"


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
    dois = {m[1].rstrip(".").lower() for k in links if (m := _DOI_IN_URL.search(k.url))}
    dois = {d for d in dois if not d.startswith("10.48550/")}
    if not draft.doi and len(dois) == 1:
        draft.doi = dois.pop()
