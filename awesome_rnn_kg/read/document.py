"""What reading gives: a Document of sections and nodes, every value with its place."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from ..text.source import Source, Span


class Role(StrEnum):
    """What a bullet, row or paragraph is for."""

    ENTRY = "entry"
    GROUP = "group label"
    REMARK = "remark"
    FIELDS = "fields of the entry above"
    CONTENTS = "table of contents"
    SHARE = "share link"
    HOUSEKEEPING = "housekeeping"
    HEADER = "table header"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Field:
    """A printed value."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture as written. `form`: title, button, inline, badge, image, auto or html.

    `refused`: Markdown does not take it for a link, though its author meant one. `column`: the
    heading of the table's column in which it stands, if that says what it is.
    """

    url: str
    label: str
    form: str
    span: Span
    refused: bool = False
    column: str = ""


@dataclass(frozen=True, slots=True)
class Venue:
    """One printed venue: a name, a year, an arXiv id or a DOI, pages, a status ("under review")."""

    text: str
    span: Span
    name: str = ""
    year: int | None = None
    arxiv: str = ""
    malformed: str = ""
    doi: str = ""
    status: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One listed thing, as one place prints it."""

    span: Span
    title: Field | None = None
    alternative: Field | None = None
    authors: tuple[Field, ...] = ()
    et_al: bool = False
    authors_text: Field | None = None
    makers: tuple[Field, ...] = ()
    institutions: tuple[Field, ...] = ()
    venues: tuple[Venue, ...] = ()
    venue_text: Field | None = None
    description: Field | None = None
    remarks: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()
    set_off: bool = True

    def moved(self, lines: int) -> Mention:
        """The same thing, printed so many lines below."""
        values = {f.name: _moved(getattr(self, f.name), lines) for f in fields(self)}
        return Mention(**values)


def _moved(value: Any, lines: int) -> Any:
    """A value of a mention, with all its places so many lines below."""
    if isinstance(value, Span):
        return value._replace(line=value.line + lines, end_line=value.end_line + lines)
    if isinstance(value, tuple):
        return tuple(_moved(v, lines) for v in value)
    if isinstance(value, Field | Link | Venue):
        return replace(value, span=_moved(value.span, lines))
    return value


@dataclass(frozen=True, slots=True)
class Node:
    """A bullet, a table row, a paragraph, a footnote, code, or a heading that is an entry.

    `kind` is item, row, paragraph, code, footnote or heading; `parent` is an index into
    Document.nodes.
    """

    role: Role
    kind: str
    section: int
    parent: int | None
    line: int
    end_line: int
    label: Field
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def all_links(self) -> tuple[Link, ...]:
        """Its own links and those of the things that it mentions."""
        return (*self.links, *(k for m in self.mentions for k in m.links))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (index 0: what stands before the first). `parent` is an index of sections."""

    heading: Field
    level: int
    parent: int | None
    links: tuple[Link, ...] = ()
    housekeeping: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A list as read: the heading of level 1 is its title; nodes are in the order of the text."""

    source: Source
    title: Field
    sections: tuple[Section, ...]
    nodes: tuple[Node, ...]
