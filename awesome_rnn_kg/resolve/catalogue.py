"""What resolving gives: works, agents, venues, entries, groups and sections as plain records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..read.document import Document
from ..text.source import Span
from .minting import Parts


class Credit(NamedTuple):
    """One author or institution of a work. `printed` is empty where no list prints it."""

    agent: str
    printed: str
    span: Span


class LinkRecord(NamedTuple):
    """A link of a thing, section or list. `role` is an IRI."""

    iri: str
    url: str
    label: str
    role: str
    ordinal: int
    span: Span


class PublicationRecord(NamedTuple):
    """One printed version of a work. `kind` and `status` are IRIs."""

    iri: str
    kind: str
    span: Span
    venue: str = ""
    year: int | None = None
    status: str = ""
    arxiv: str = ""
    doi: str = ""
    pages: str = ""


class Work(NamedTuple):
    """A listed thing. `kinds` are class names, the most special first; `listed` are its lists."""

    iri: str
    kinds: tuple[str, ...]
    title: str
    span: Span
    parts: Parts = Parts()
    listed: tuple[tuple[str, Span], ...] = ()
    alternatives: tuple[tuple[str, Span], ...] = ()
    authors: tuple[Credit, ...] = ()
    author_string: str = ""
    institutions: tuple[Credit, ...] = ()
    year: tuple[int, Span] | None = None
    arxiv: tuple[str, Span] | None = None
    doi: tuple[str, Span] | None = None
    venues: tuple[tuple[str, Span], ...] = ()
    applications: tuple[tuple[str, Span], ...] = ()
    architectures: tuple[tuple[str, Span], ...] = ()
    implements: tuple[tuple[str, Span], ...] = ()
    frameworks: tuple[tuple[str, Span], ...] = ()
    languages: tuple[tuple[str, Span], ...] = ()
    descriptions: tuple[tuple[str, Span], ...] = ()
    publications: tuple[PublicationRecord, ...] = ()
    links: tuple[LinkRecord, ...] = ()


class EntryRecord(NamedTuple):
    """One listed thing at one place. Spans stand beside the values they belong to."""

    iri: str
    work: str
    section: str
    group: str
    parent: str
    position: int
    span: Span
    start_line: int
    end_line: int
    title: tuple[str, Span] | None
    authors: tuple[str, Span] | None
    venue: tuple[str, Span] | None
    description: tuple[str, Span] | None
    remarks: tuple[tuple[str, Span], ...]
    links: tuple[str, ...]


class GroupRecord(NamedTuple):
    iri: str
    label: str
    section: str
    parent: str
    position: int
    span: Span
    start_line: int
    end_line: int
    names: tuple[str, ...] = ()
    links: tuple[LinkRecord, ...] = ()


class SectionRecord(NamedTuple):
    iri: str
    label: str
    parent: str
    position: int
    span: Span
    names: tuple[str, ...] = ()
    links: tuple[LinkRecord, ...] = ()
    description: tuple[str, Span] | None = None
    introduction: tuple[str, Span] | None = None


class AgentRecord(NamedTuple):
    """A person, institution or venue that the list mentions. `labels` are forms it prints."""

    iri: str
    kinds: tuple[str, ...]
    label: str
    labels: tuple[str, ...]
    span: Span
    known: bool
    above: tuple[str, ...] = ()
    note: str = ""


class ListRecord(NamedTuple):
    """A list, and where things stand in it. `home` is the base of its own IRIs."""

    document: Document
    iri: str
    home: str
    slug: str
    entries: tuple[EntryRecord, ...]
    groups: tuple[GroupRecord, ...]
    sections: tuple[SectionRecord, ...]
    links: tuple[LinkRecord, ...]
    description: tuple[str, Span] | None
    introduction: tuple[str, Span] | None
    minted: dict[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The lists of a build with their names resolved; what more than one has is there once."""

    lists: tuple[ListRecord, ...]
    works: tuple[Work, ...]
    agents: tuple[AgentRecord, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(one.document for one in self.lists)

    @property
    def entries(self) -> tuple[EntryRecord, ...]:
        return tuple(entry for one in self.lists for entry in one.entries)

    @property
    def groups(self) -> tuple[GroupRecord, ...]:
        return tuple(group for one in self.lists for group in one.groups)

    @property
    def sections(self) -> tuple[SectionRecord, ...]:
        return tuple(section for one in self.lists for section in one.sections)
