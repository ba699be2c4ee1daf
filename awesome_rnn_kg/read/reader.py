"""Markdown → Reading: a document, the tree of blocks, each piece with its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..text.source import Source
from .baretitles import bare_titles, whole_title
from .blocks import parse_blocks
from .checks.reading import Reading
from .document import Document, Field, Link, Mention, Node, Role, Section
from .fieldlines import (
    Text,
    fields_among,
    is_described,
    is_venue_line,
    published,
    read_text,
    with_fields,
)
from .footnotes import Footnotes, Note
from .headed import over_buttons, over_definitions
from .inline import RichText
from .lexicon import Lexicon
from .line import Line, group_label
from .manner import as_printed, has_names_below, set_off
from .memory import Memory
from .ownpage import own_page
from .paragraphs import (
    entries_in,
    is_addressed,
    is_bold,
    is_picture,
    is_signed,
    linked_rows,
    texts_below,
)
from .roles import (
    housekeeping_role,
    is_about_list,
    is_heading_of_fields,
    is_rubric,
    item_role,
    split_rubric,
)
from .siblings import adopted
from .tables import columns_of, row_mentions
from .tree import (
    Block,
    Bullets,
    Code,
    Footnote,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
    leaves,
    nested_texts,
    until_heading,
)


def read(source: Source, lexicon: Lexicon, memory: Memory | None = None) -> Reading:
    """Read a list. Never fails on text: what cannot be read is skipped, which checks report.

    `memory` is what an earlier reading of this list, with the same lexicon, has left.
    """
    memory = memory or Memory()
    parsed = parse_blocks(source, memory)
    reader = _Reader(source, lexicon, memory)
    reader.names_below = has_names_below(parsed.blocks, lambda item: reader.text(item.rich))
    reader.bare = bare_titles(parsed.blocks, reader.text)
    reader.rows = linked_rows(parsed.blocks, reader.text)
    reader.blocks(parsed.blocks)
    return Reading(reader.document(parsed.definitions), reader.lines, tuple(parsed.skipped))


@dataclass
class _Reader:
    """Collects sections and nodes while the blocks go by."""

    source: Source
    lexicon: Lexicon
    memory: Memory
    sections: list[Section] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    title: Field | None = None
    lines: dict[int, Line] = field(default_factory=dict)
    footnotes: Footnotes = field(default_factory=Footnotes)
    page: str = ""
    names_below: bool = False
    bare: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.page = own_page(self.source.text)
        place = Field("", self.source.span(1, 1, 1, 1))
        self.sections.append(Section(place, 0, None))

    def document(self, definitions: tuple[str, ...]) -> Document:
        """All that has been read; link definitions that nothing uses hang on the list."""
        root = self.sections[0]
        nodes = tuple(self.footnotes.given_to(self.nodes))
        title = self.title or Field(self.source.name.rsplit(".", 1)[0], root.heading.span)
        used = {k.url for n in nodes for k in n.all_links}
        spare = [Link(u, "", "definition", title.span) for u in definitions if u not in used]
        root = root._replace(heading=title, links=(*root.links, *spare))
        return Document(self.source, title, (root, *self.sections[1:]), nodes)

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of the list, each with what follows it."""
        at = 0
        while at < len(blocks):
            block = blocks[at]
            at += self._block(block, blocks[at + 1 : at + 4], None)
            if isinstance(block, Heading):
                at += self._entry_below(block, until_heading(blocks, at))

    def _block(self, block: Block, following: Sequence[Block], parent: int | None) -> int:
        """Add a block below the section at hand and the node `parent`; how many were read."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            return self._paragraph(block, following, parent)
        elif isinstance(block, Code):
            label = Field("", self.source.line_span(block.line))
            role = self._affairs() or Role.PROSE
            self._keep(self._node(role, "code", parent, block, label))
        elif isinstance(block, Bullets):
            self._bullets(block, parent)
        elif isinstance(block, Footnote):
            line = self.text(block.rich).line
            note = Note(block.label, line, self._here, block.line, block.end_line)
            self.footnotes.notes.append(note)
        else:
            self._table(block, parent)
        return 1

    @property
    def _here(self) -> int:
        return len(self.sections) - 1

    def _node(
        self,
        role: Role,
        kind: str,
        parent: int | None,
        block: Paragraph | Item | Row | Code,
        label: Field,
    ) -> Node:
        """A node for a block of the section at hand."""
        return Node(role, kind, self._here, parent, block.line, block.end_line, label)

    def _keep(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def text(self, rich: RichText) -> Text:
        return self.memory.text(rich, lambda r: read_text(r, self.lexicon))

    def _affairs(self) -> Role | None:
        word = self.sections[self._here].housekeeping
        return Role(word) if word else None

    def _heading(self, block: Heading) -> None:
        line = self.text(block.rich).line
        words = " ".join(block.rich.text.split())
        heading = Field(words, line.field(0, len(block.rich.text)).span)
        if self.title is None and block.level == 1 and heading.text:
            self.title = heading
        parent = self._parent(block.level)
        role = housekeeping_role(words)
        above = self.sections[parent].housekeeping if parent is not None else ""
        inherited = above if above == Role.HOUSEKEEPING.value else ""
        word = role.value if role else inherited
        self.sections.append(Section(heading, block.level, parent, line.links, word))

    def _entry_below(self, heading: Heading, blocks: Sequence[Block]) -> int:
        """Read a heading over nothing but a thing's fields as that thing; how many blocks it took.

        The heading stays a section.
        """
        if count := self._noted_below(heading, blocks) or self._buttons_below(heading, blocks):
            return count
        lines = leaves(blocks)
        found = self.text(heading.rich).mentions
        texts = [self.text(b.rich) for b in lines]
        title = found[0]._replace(set_off=True) if found else None
        told = any(m.authors or m.venues for t in texts for m in t.mentions)
        told = told and not any(is_bold(b.rich) for b in lines if isinstance(b, Paragraph))
        if self._affairs() or not title or not told or not is_heading_of_fields(title, texts):
            return 0
        own = Paragraph(heading.rich, heading.line, heading.line)
        index = self._add(Role.ENTRY, "heading", None, own, self._with_fields((title,), texts))
        for block in lines:
            kind = "item" if isinstance(block, Item) else "paragraph"
            self._add(Role.FIELDS, kind, index, block)
        return len(blocks)

    def _noted_below(self, heading: Heading, blocks: Sequence[Block]) -> int:
        """Read a linked heading over its venue, and notes, as a thing; how many blocks it took."""
        text = self.text(heading.rich)
        first = blocks[0] if blocks else None
        if self._affairs() or not text.mentions or not isinstance(first, Paragraph):
            return 0
        title, told = text.mentions[0], self.text(first.rich)
        if not any(k.form == "title" for k in title.links) or not is_venue_line(told):
            return 0
        title = published(title, told.line)
        own = Paragraph(heading.rich, heading.line, heading.line)
        index = self._add(Role.ENTRY, "heading", None, own, (title,))
        self._add(Role.FIELDS, "paragraph", index, first)
        for block in blocks[1:]:
            self._note(block, index)
        return len(blocks)

    def _buttons_below(self, heading: Heading, blocks: Sequence[Block]) -> int:
        """Read a heading over bullets of buttons as a thing; how many blocks it took."""
        below = leaves(blocks)
        bullets = [b for b in below if isinstance(b, Item)]
        told = [b for b in below if isinstance(b, Paragraph) and is_described(self.text(b.rich))]
        texts = [self.text(b.rich) for b in bullets]
        title = over_buttons(self.text(heading.rich), texts) if bullets else None
        if self._affairs() or title is None:
            return 0
        own = Paragraph(heading.rich, heading.line, heading.line)
        mentions = self._with_fields((title,), [self.text(b.rich) for b in told])
        index = self._add(Role.ENTRY, "heading", None, own, mentions)
        for block in below:
            kind = "item" if isinstance(block, Item) else "paragraph"
            fields = isinstance(block, Item) or block in told
            self._add(Role.FIELDS if fields else Role.REMARK, kind, index, block)
        return len(blocks)

    def _note(self, block: Block, parent: int) -> None:
        """Add bullets below a thing as remarks on it, whatever they name; else a block as it is."""
        for item in block.items if isinstance(block, Bullets) else ():
            self._add(Role.REMARK, "item", parent, item)
            for child in item.children:
                self._note(child, parent)
        if not isinstance(block, Bullets):
            self._block(block, (), parent)

    def _parent(self, level: int) -> int | None:
        """The section above a new one of this level; 0, what has no heading, is above none."""
        above = self._here
        while above and self.sections[above].level >= level:
            above = self.sections[above].parent or 0
        return above or None

    def _paragraph(self, block: Paragraph, following: Sequence[Block], parent: int | None) -> int:
        affairs = self._affairs()
        if parent is not None or affairs is not None:
            role = affairs if parent is None and affairs else Role.REMARK
            self._add(role, "paragraph", parent, block)
            return 1
        items = following[0] if following and isinstance(following[0], Bullets) else None
        if items and is_about_list(block.rich):
            self._note(items, self._add(Role.HOUSEKEEPING, "paragraph", None, block))
            return 2
        if count := self._titled(block, following):
            return count
        if pieces := entries_in(block.rich, self.text, self.rows):
            for text in pieces:
                span = text.rich.span(0, len(text.rich.text))
                lines = Paragraph(text.rich, span.line, span.end_line)
                self._add(Role.ENTRY, "paragraph", None, lines, text.mentions)
            return 1
        rubric = items is not None and is_rubric(block.rich)
        index = self._add(Role.GROUP if rubric else Role.PROSE, "paragraph", None, block)
        if rubric and items:
            self._bullets(items, index)
        return 2 if rubric else 1

    def _titled(self, block: Paragraph, following: Sequence[Block]) -> int:
        """Read a title above an address, bullets or both that are its own; how many blocks it took.

        A picture may stand between them.
        """
        pictures = [b for b in following[:1] if is_picture(b, self.text)]
        below = following[len(pictures) :]
        is_own = is_addressed(below, self.text) or is_signed(block, below, self.text)
        own = [b for b in below[:1] if is_own and isinstance(b, Paragraph)]
        bullets = [b for b in below[len(own) : len(own) + 1] if isinstance(b, Bullets)]
        items = [i for b in bullets for i in b.items]
        if items and self._headed(block, [*own, *items], pictures):
            return 2 + len(pictures) + len(own)
        took = bool(own) and self._headed(block, own, pictures)
        return 2 + len(pictures) if took else 0

    def _headed(
        self, block: Paragraph, below: Sequence[Item | Paragraph], pictures: Sequence[Paragraph]
    ) -> bool:
        """Read a title in a paragraph of its own above those that are its own."""
        text = self.text(block.rich)
        texts = [self.text(i.rich) for i in below]
        title = text.mentions[0] if text.mentions and text.mentions[0].set_off else None
        nested = any(isinstance(i, Item) and i.children for i in below)
        if nested or not is_heading_of_fields(title, texts):
            return False
        mentions = self._with_fields(text.mentions, texts)
        index = self._add(Role.ENTRY, "paragraph", None, block, mentions)
        for picture in pictures:
            self._add(Role.REMARK, "paragraph", index, picture)
        for own in below:
            kind = "item" if isinstance(own, Item) else "paragraph"
            self._add(Role.FIELDS, kind, index, own)
        return True

    def _bullets(self, block: Bullets, parent: int | None) -> None:
        items = adopted(block.items, lambda i: self.text(i.rich))
        for item in items:
            own, rubric = split_rubric(item)
            self._item(own, parent)
            if rubric and item is not items[-1] and self._affairs() is None:
                parent = self._add(Role.GROUP, "paragraph", None, rubric)

    def _defined(self, item: Item, parent: int | None) -> bool:
        """Read a term over its definitions as a thing, if it is one."""
        below = item.children[0] if item.children else None
        if not isinstance(below, Bullets) or not below.defining or self._affairs():
            return False
        told = [self.text(i.rich) for i in below.items]
        mention = over_definitions(self.text(item.rich), told)
        index = self._add(Role.ENTRY, "item", parent, item, (mention,)) if mention else None
        for own in below.items if mention else ():
            self._add(Role.FIELDS, "item", index, own)
        return mention is not None

    def _item(self, item: Item, parent: int | None) -> None:
        if self._defined(item, parent):
            return
        if id(item.rich) in self.bare and not item.children and not self._affairs():
            self._add(Role.ENTRY, "item", parent, item, (whole_title(self.text(item.rich)),))
            return
        printed = self.text(item.rich)
        text = set_off(printed) if self.names_below and item.children else printed
        below = texts_below(item, text, self.text)
        role = self._affairs() or item_role(text, below, self.page)
        mentions = text.mentions
        fields: list[Text] = []
        if role is Role.ENTRY and mentions[0].title:
            nested = nested_texts(item)
            fields = [t for t in fields_among(below, mentions[0]) if id(t.rich) not in nested]
            mentions = self._with_fields(mentions, fields)
        mentions = as_printed(mentions, printed)
        index = self._add(role, "item", parent, item, mentions)
        for child in item.children:
            block = self._adopted(child) if role is Role.GROUP else child
            self._child(block, index, {id(t.rich) for t in fields})

    def _adopted(self, block: Block) -> Block:
        """Bullets, each with those that are its own; another block as it is."""
        if not isinstance(block, Bullets):
            return block
        return Bullets(tuple(adopted(block.items, lambda i: self.text(i.rich))))

    def _with_fields(self, mentions: tuple[Mention, ...], texts: list[Text]) -> tuple[Mention, ...]:
        return (with_fields(mentions[0], texts), *mentions[1:])

    def _child(self, block: Block, parent: int, fields: set[int]) -> None:
        if isinstance(block, Paragraph) and id(block.rich) in fields:
            self._add(Role.FIELDS, "paragraph", parent, block)
        elif isinstance(block, Bullets):
            for item in block.items:
                if id(item.rich) in fields:
                    self._add(Role.FIELDS, "item", parent, item)
                else:
                    self._item(item, parent)
        else:
            self._block(block, (), parent)

    def _table(self, table: Table, parent: int | None) -> None:
        columns = None if self._affairs() else columns_of(table, self.lexicon)
        if table.header.cells:
            self._row(table.header, Role.HEADER, parent)
        for row in table.rows:
            mentions = row_mentions(row, columns, self.lexicon) if columns else ()
            if not mentions:
                self._row(row, self._affairs() or Role.REMARK, parent)
                continue
            label = mentions[0].title or Field("", mentions[0].span)
            self._see(row)
            node = self._node(Role.ENTRY, "row", parent, row, label)
            self._keep(node._replace(mentions=mentions))

    def _row(self, row: Row, role: Role, parent: int | None) -> None:
        links = tuple(k for c in row.cells for k in self.text(c).line.links)
        if role is not Role.HEADER and links and all(k.url.startswith("#") for k in links):
            role = Role.CONTENTS
        text = " | ".join(" ".join(c.text.split()) for c in row.cells)
        label = Field(text, self.source.line_span(row.line))
        self._see(row)
        self._keep(self._node(role, "row", parent, row, label)._replace(links=links))

    def _see(self, row: Row) -> None:
        for cell in row.cells:
            self.footnotes.see(cell, len(self.nodes))

    def _add(
        self,
        role: Role,
        kind: str,
        parent: int | None,
        block: Paragraph | Item,
        mentions: tuple[Mention, ...] = (),
    ) -> int:
        """Add a node; the links of an entry and its fields are in its mentions."""
        line = self.text(block.rich).line
        label = group_label(line) if role is Role.GROUP else line.field(0, len(block.rich.text))
        own = () if role in (Role.ENTRY, Role.FIELDS) else line.links
        kept = mentions if role in (Role.ENTRY, Role.GROUP) else ()
        self.lines[len(self.nodes)] = line
        self.footnotes.see(block.rich, len(self.nodes))
        node = self._node(role, kind, parent, block, label)
        return self._keep(node._replace(mentions=kept, links=own))
