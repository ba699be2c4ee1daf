"""Footnotes given to the entries that refer to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .document import Field, Link, Mention, Node, Role
from .inline import RichText
from .line import Line, blank


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as read, and the section in which its text stands."""

    label: str
    line: Line
    section: int
    first: int
    last: int

    @property
    def field(self) -> Field:
        return self.line.field(0, len(self.line.masked))


@dataclass
class Footnotes:
    """The footnotes of a list, and the nodes that refer to each by its label."""

    notes: list[Note] = field(default_factory=list)
    signs: dict[str, list[int]] = field(default_factory=dict)

    def see(self, rich: RichText, node: int) -> None:
        """Remember the footnotes to which a node's text refers."""
        for mark in rich.of("note"):
            self.signs.setdefault(mark.url, []).append(node)

    def given_to(self, nodes: Sequence[Node]) -> list[Node]:
        """The nodes with what footnotes say of their entries, and a node for each footnote."""
        given = list(nodes)
        for note in self.notes:
            above = [_entry(nodes, i) for i in self.signs.get(note.label, [])]
            entries = list(dict.fromkeys(i for i in above if i is not None))
            for index in entries:
                *others, last = given[index].mentions
                given[index] = given[index]._replace(mentions=(*others, _noted(last, note)))
            given.append(_node(note, entries[0] if entries else None))
        return given


def _entry(nodes: Sequence[Node], index: int | None) -> int | None:
    """The entry that a node is, or that it speaks of."""
    while index is not None and nodes[index].role is not Role.ENTRY:
        told = nodes[index].role in (Role.FIELDS, Role.REMARK)
        index = nodes[index].parent if told else None
    return index


def _noted(mention: Mention, note: Note) -> Mention:
    """A mention with a footnote: the links that it holds, or a remark with links in it."""
    if note.line.anchors and blank(note.line.unlinked):
        links = tuple(_button(k) for k in note.line.links)
        return mention._replace(links=(*mention.links, *links))
    links = tuple(k._replace(form="inline") for k in note.line.links)
    remarks = (*mention.remarks, note.field) if note.field.text else mention.remarks
    return mention._replace(links=(*mention.links, *links), remarks=remarks)


def _button(link: Link) -> Link:
    return link._replace(form="button") if link.form == "inline" else link


def _node(note: Note, entry: int | None) -> Node:
    role = Role.PROSE if entry is None else Role.FIELDS
    links = note.line.links if entry is None else ()
    lines = (note.first, note.last)
    return Node(role, "footnote", note.section, entry, *lines, note.field, (), links)
