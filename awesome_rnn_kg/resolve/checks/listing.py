"""What the checks look at: a list with its drafts, its works, and places in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ...read.document import Document, Field, Link, Role
from ...text.source import Span
from ..authorities import Authorities
from ..drafts import PAPER_FAMILY, Context, Draft, Page
from ..keys import name_key
from ..meanings import Meaning


@dataclass(frozen=True)
class Entries:
    """What is known, and the drafts of one list or of all of a build.

    `works` are drafts of one work together.
    """

    known: Authorities
    drafts: list[Draft]
    works: list[list[Draft]]

    @cached_property
    def papers(self) -> list[Draft]:
        """The drafts of papers and surveys (no books, no theses)."""
        return [d for d in self.drafts if d.kind in ("Paper", "Survey")]

    @cached_property
    def work_of(self) -> dict[int, int]:
        """The index of a draft's work, by the draft's id()."""
        return {id(d): i for i, work in enumerate(self.works) for d in work}

    @cached_property
    def arxiv_owners(self) -> dict[str, Draft]:
        """The first paper that has an arXiv id, by the id."""
        found: dict[str, Draft] = {}
        for draft in self.drafts:
            if draft.arxiv and draft.title and draft.kind in PAPER_FAMILY:
                found.setdefault(draft.arxiv, draft)
        return found


@dataclass(frozen=True)
class Listing(Entries):
    """One list, with its own drafts of each work."""

    page: Page

    @property
    def document(self) -> Document:
        return self.page.document

    @property
    def context(self) -> Context:
        return self.page.context

    @cached_property
    def at(self) -> dict[int | None, list[Draft]]:
        """The drafts of each node."""
        return _grouped(self.drafts, lambda d: d.node)

    @cached_property
    def below(self) -> dict[int | None, list[Draft]]:
        """The drafts right below those of each node."""
        return _grouped(self.drafts, lambda d: d.parent)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of the names of known people and of the authors that the list prints."""
        authors = (name_key(a.text) for d in self.papers for a in d.mention.authors)
        return frozenset((*self.known.people.by_label, *authors))

    @cached_property
    def sets_titles_off(self) -> bool:
        """Whether most papers have their titles set off."""
        return sum(d.mention.set_off for d in self.papers) * 2 > len(self.papers)

    @cached_property
    def labels_are_titles(self) -> bool:
        """Whether several entries below unknown labels lack a title: no slip, a manner."""
        unknown = {i for i, meaning in self.context.groups.items() if meaning == Meaning()}
        nodes = self.document.nodes
        return sum(not d.title and nodes[d.node].parent in unknown for d in self.drafts) > 2

    def raw(self, span: Span) -> str:
        """The characters at a span of one line; nothing for one of more lines."""
        if span.line != span.end_line:
            return ""
        return self.document.source.line(span.line)[span.column - 1 : span.end_column - 1]

    def place(self, span: Span, text: str) -> Span:
        """Where a text first stands within a span, in any case; the span where it does not."""
        for line in range(span.line, span.end_line + 1):
            whole = self.document.source.line(line)
            start = span.column - 1 if line == span.line else 0
            end = span.end_column - 1 if line == span.end_line else len(whole)
            within = whole[:end]
            at = within.find(text, start)
            at = at if at >= 0 else within.casefold().find(text.casefold(), start)
            if text and at >= 0:
                return Span(span.path, line, at + 1, line, at + len(text) + 1)
        return span

    def in_target(self, link: Link, part: str) -> Span:
        """Where a part of a link's target stands; the link where it is written otherwise.

        The label may have the same words: `[![Star](https://u)](https://v)`.
        """
        target = self.raw(link.span).rfind(link.url)
        within = link.url.find(part)
        if target < 0 or within < 0 or not part:
            return link.span
        start = link.span.column + target + within
        return link.span._replace(column=start, end_column=start + len(part))

    def links(self) -> Iterator[Link]:
        """The links of sections, of groups and of entries."""
        for section in self.document.sections:
            yield from section.links
        for node in self.document.nodes:
            yield from node.links
            if node.role is Role.ENTRY:
                yield from (k for m in node.mentions for k in m.links)


@dataclass(frozen=True)
class Habit:
    """What most papers of a list print: a fact that one of them may lack.

    The list has the habit where four fifths of at least `_LEAST` papers print the fact, and nine
    tenths where more than `_MANY` lack it: so many are no slips; a section
    whose other papers mostly don't is an exception, and may be one where it has no other.
    """

    has: dict[int, bool]
    printing: int
    usual: bool
    sections: dict[int, tuple[int, int]]

    def broken_by(self, draft: Draft) -> bool:
        """Whether a paper lacks what the list and its own section have."""
        if not self.usual or self.has[id(draft)]:
            return False
        count, printing = self.sections[draft.section]
        nearly_all = self.printing >= _NEARLY_ALL * len(self.has)
        return nearly_all if count == 1 else printing * 2 >= count - 1

    @property
    def said(self) -> str:
        return f"{self.printing} of {len(self.has)} papers here have"


Key = TypeVar("Key")
_LEAST = 5
_SHARE = 0.8
_NEARLY_ALL = 0.9  # where a section has no other paper to tell its manner, or many lack it
_MANY = 15


def habit(papers: list[Draft], has: Callable[[Draft], bool], share: float = _SHARE) -> Habit:
    """Whether a list's papers usually have something, in the list and in each section."""
    facts = {id(d): has(d) for d in papers}
    sections: dict[int, tuple[int, int]] = {}
    for draft in papers:
        count, printing = sections.get(draft.section, (0, 0))
        sections[draft.section] = (count + 1, printing + facts[id(draft)])
    printing = sum(facts.values())
    lacking = len(papers) - printing
    share = max(share, _NEARLY_ALL) if lacking > _MANY else share
    usual = len(papers) >= _LEAST and printing >= share * len(papers)
    return Habit(facts, printing, usual, sections)


def _grouped(drafts: list[Draft], key: Callable[[Draft], Key]) -> dict[Key, list[Draft]]:
    groups: dict[Key, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(key(draft), []).append(draft)
    return groups


def line_of(draft: Draft) -> int:
    return draft.mention.span.line


def told_line(other: Draft, draft: Draft) -> str:
    """The line of another draft as it is told of a draft: with its file, if that is another."""
    file = "" if other.page is draft.page else f" of {other.page.document.source.name}"
    return f"line {line_of(other)}{file}"


def listings(pages: Sequence[Page], whole: Entries) -> list[Listing]:
    """What each list has of all the drafts and works."""
    drafts: dict[str, list[Draft]] = {page.iri: [] for page in pages}
    works: dict[str, list[list[Draft]]] = {page.iri: [] for page in pages}
    for draft in whole.drafts:
        drafts[draft.page.iri].append(draft)
    for work in whole.works:
        for iri, own in _grouped(work, lambda d: d.page.iri).items():
            works[iri].append(own)
    return [Listing(whole.known, drafts[p.iri], works[p.iri], p) for p in pages]


def span_of(field: Field | None, draft: Draft) -> Span:
    """The place of a field, else that of the entry."""
    return field.span if field else draft.mention.span


def title_span(draft: Draft) -> Span:
    return span_of(draft.mention.title, draft)


def is_part(one: Draft, two: Draft) -> bool:
    """Whether two entries of one work are a title and the citation that stands below it."""
    nested = one.parent == two.node or two.parent == one.node
    beside = abs(one.node - two.node) == 1 and one.section == two.section
    return nested or (beside and bool(one.mention.authors) != bool(two.mention.authors))


def surname(name: str) -> str:
    """The last word of a name, without accents and case."""
    key = name_key(name)
    return key.split()[-1] if key else ""
