"""What reading gives: a Document of sections and nodes, every value with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

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


class Field(NamedTuple):
    """A printed value."""

    text: str
    span: Span


class Link(NamedTuple):
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


class Venue(NamedTuple):
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


class Mention(NamedTuple):
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
        return Mention._make(_moved(value, lines) for value in self)


def _moved(value: Any, lines: int) -> Any:
    """A value of a mention, with all its places so many lines below."""
    if isinstance(value, Span):
        path, line, column, end_line, end_column = value
        return Span(path, line + lines, column, end_line + lines, end_column)
    if isinstance(value, Field | Link | Venue):
        return value._replace(span=_moved(value.span, lines))
    if isinstance(value, tuple):
        return tuple(_moved(v, lines) for v in value)
    return value


class Node(NamedTuple):
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


class Section(NamedTuple):
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
