"""Markdown → Document: the tree of blocks, each piece with its role."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..text.diagnostics import Diagnostic
from ..text.source import Source
from . import rules
from .blocks import Block, Bullets, Heading, Html, Item, Paragraph, Row, Table, parse_blocks
from .citation import parse_mentions
from .document import Document, Field, Link, Mention, Node, Role, Section
from .inline import MAX_LINE, RichText, html_links
from .lexicon import Lexicon
from .line import make_line
from .names import clean_name, is_name
from .roles import housekeeping_role, is_field_line, item_role, items_below
from .scan import unread_links
from .tables import columns_of, row_mention

_OWN_AFFAIRS = (Role.CONTENTS, Role.SHARE, Role.HOUSEKEEPING)


def read(source: Source, lexicon: Lexicon) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read a list. Never fails on text: what cannot be read is reported."""
    parsed = parse_blocks(source)
    reader = _Reader(source, lexicon)
    for block in parsed.blocks:
        reader.block(block, None)
    document = reader.document(parsed.definitions)
    return document, (*_long_lines(source), *unread_links(document))


def _long_lines(source: Source) -> list[Diagnostic]:
    return [
        rules.LINE_TOO_LONG.at(
            source.span(number, 1, number, 2),
            f"line has {len(line):,} characters; at most {MAX_LINE:,} are read",
            "break the line, one thing a bullet",
        )
        for number, line in enumerate(source.lines, 1)
        if len(line) > MAX_LINE
    ]


@dataclass
class _Reader:
    """Collects sections and nodes while the blocks go by."""

    source: Source
    lexicon: Lexicon
    sections: list[Section] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    title: Field | None = None
    rubric: int | None = None
    parsed: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        place = Field("", self.source.span(1, 1, 1, 1))
        self.sections.append(Section(place, 0, None))

    def document(self, definitions: tuple[str, ...]) -> Document:
        title = self.title or Field(
            self.source.name.rsplit(".", 1)[0], self.sections[0].heading.span
        )
        root = replace(self.sections[0], heading=title)
        spare = tuple(Link(u, "", "definition", title.span) for u in definitions)
        root = replace(root, links=(*root.links, *self._unused(spare)))
        return Document(self.source, title, (root, *self.sections[1:]), tuple(self.nodes))

    def _unused(self, links: tuple[Link, ...]) -> list[Link]:
        used = {
            k.url for n in self.nodes for k in (*n.links, *(k for m in n.mentions for k in m.links))
        }
        return [link for link in links if link.url not in used]

    def block(self, block: Block, parent: int | None) -> None:
        """Add a block below the section at hand and the node `parent`."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block, parent)
        elif isinstance(block, Html):
            self._html(block, parent)
        elif isinstance(block, Bullets):
            self._bullets(block, parent)
        else:
            self._table(block, parent)

    @property
    def _here(self) -> int:
        return len(self.sections) - 1

    def _affairs(self) -> Role | None:
        word = self.sections[self._here].housekeeping
        return Role(word) if word else None

    def _heading(self, block: Heading) -> None:
        self.rubric = None
        line = make_line(block.rich, self.lexicon)
        text = " ".join(block.rich.text.split())
        heading = Field(text, line.field(0, len(block.rich.text)).span)
        if self.title is None and block.level == 1:
            self.title = heading
        links = tuple(line.link(a) for a in line.anchors)
        parent = self._parent(block.level)
        role = housekeeping_role(text)
        above = self.sections[parent].housekeeping if parent is not None else ""
        inherited = above if above == Role.HOUSEKEEPING.value else ""
        word = role.value if role else inherited
        self.sections.append(Section(heading, block.level, parent, links, word))

    def _parent(self, level: int) -> int | None:
        for index in range(len(self.sections) - 1, 0, -1):
            if self.sections[index].level < level:
                return index
        return None

    def _paragraph(self, block: Paragraph, parent: int | None) -> None:
        self.rubric = None
        pieces = _entry_lines(block.rich, self.lexicon) if parent is None else []
        if pieces and self._affairs() is None:
            for piece, mentions in pieces:
                first, last = (
                    piece.span(0, len(piece.text)).line,
                    piece.span(0, len(piece.text)).end_line,
                )
                self._add(Role.ENTRY, "paragraph", parent, first, last, piece, mentions)
            return
        affairs = self._affairs() if parent is None else None
        role = affairs or (Role.PROSE if parent is None else Role.REMARK)
        index = self._add(role, "paragraph", parent, block.line, block.end_line, block.rich)
        if parent is None and affairs is None and _is_rubric(block.rich):
            self.rubric = index

    def _html(self, block: Html, parent: int | None) -> None:
        found = (
            ()
            if block.code
            else tuple(
                Link(url, label, kind if kind == "image" else "html", block.place.span(start, end))
                for kind, url, label, start, end in html_links(block.raw)
            )
        )
        if block.code or found:
            span = self.source.line_span(block.line)
            label = Field("", span)
            role = self._affairs() or Role.PROSE
            kind = "code" if block.code else "html"
            node = Node(
                role, kind, self._here, parent, block.line, block.end_line, label, (), found
            )
            self.nodes.append(node)

    def _bullets(self, block: Bullets, parent: int | None) -> None:
        if self.rubric is not None and parent is None and self.rubric == len(self.nodes) - 1:
            self.nodes[self.rubric] = replace(self.nodes[self.rubric], role=Role.GROUP)
            parent = self.rubric
        self.rubric = None
        for item in block.items:
            self._item(item, parent)

    def _item(self, item: Item, parent: int | None) -> None:
        mentions = self._mentions(item)
        below = items_below(item.children)
        deeper = [self._mentions(i) for i in below]
        role = self._affairs() or item_role(item.rich, mentions, deeper)
        fields: list[Item] = []
        if role is Role.ENTRY and mentions[0].title and not _has_title_link(mentions):
            pairs = zip(below, deeper, strict=True)
            fields = [i for i, m in pairs if is_field_line(m, mentions[0]) and not i.children]
            mentions = _with_fields(mentions, [(i.rich, self.lexicon) for i in fields])
        index = self._add(role, "item", parent, item.line, item.end_line, item.rich, mentions)
        for child in item.children:
            self._below(child, index, fields)

    def _mentions(self, item: Item) -> tuple[Mention, ...]:
        """What a bullet mentions, parsed once though its parent asks too."""
        if id(item) not in self.parsed:
            self.parsed[id(item)] = parse_mentions(item.rich, self.lexicon)
        return self.parsed[id(item)]

    def _below(self, block: Block, index: int, fields: list[Item]) -> None:
        if not isinstance(block, Bullets):
            self.block(block, index)
            return
        for item in block.items:
            if any(item is f for f in fields):
                self._add(
                    Role.FIELDS, "item", index, item.line, item.end_line, item.rich, links=False
                )
            else:
                self._item(item, index)

    def _table(self, table: Table, parent: int | None) -> None:
        columns = None if self._affairs() else columns_of(table, self.lexicon)
        self._row(table.header, Role.HEADER, parent)
        for row in table.rows:
            mention = row_mention(row, columns, self.lexicon) if columns else None
            if mention is None:
                self._row(row, self._affairs() or Role.REMARK, parent)
                continue
            label = mention.title or Field("", mention.span)
            node = Node(
                Role.ENTRY, "row", self._here, parent, row.line, row.line, label, (mention,)
            )
            self.nodes.append(node)

    def _row(self, row: Row, role: Role, parent: int | None) -> None:
        lines = [make_line(c, self.lexicon) for c in row.cells]
        links = tuple(line.link(a) for line in lines for a in line.anchors)
        if role is not Role.HEADER and links and all(k.url.startswith("#") for k in links):
            role = Role.CONTENTS
        text = " | ".join(" ".join(c.text.split()) for c in row.cells)
        label = Field(text, self.source.line_span(row.line))
        self.nodes.append(
            Node(role, "row", self._here, parent, row.line, row.line, label, (), links)
        )

    def _add(
        self,
        role: Role,
        kind: str,
        parent: int | None,
        line: int,
        end_line: int,
        rich: RichText,
        mentions: tuple[Mention, ...] = (),
        links: bool = True,
    ) -> int:
        """Add a node; a group's label is its words without its links."""
        found = make_line(rich, self.lexicon)
        words = found.masked if role is Role.GROUP else rich.text
        start = found.start if role is Role.GROUP else 0
        end = len(words.rstrip(" \x1f,:;-–—")) if role is Role.GROUP else len(words)
        printed = found.field(start, end)
        text = " ".join(words[start:end].replace("\x1f", " ").split())
        label = Field(text, printed.span)
        own = (
            tuple(found.link(a) for a in found.anchors) if links and role is not Role.ENTRY else ()
        )
        kept = mentions if role in (Role.ENTRY, Role.GROUP) else ()
        self.nodes.append(Node(role, kind, self._here, parent, line, end_line, label, kept, own))
        return len(self.nodes) - 1


def _has_title_link(mentions: tuple[Mention, ...]) -> bool:
    return any(link.form == "title" for m in mentions for link in m.links)


def _with_fields(
    mentions: tuple[Mention, ...], fields: list[tuple[RichText, Lexicon]]
) -> tuple[Mention, ...]:
    """Give a thing the authors, venues and links that stand on bullets of their own below it."""
    first = mentions[0]
    for rich, lexicon in fields:
        line = make_line(rich, lexicon)
        found = parse_mentions(rich, lexicon)
        links = (*first.links, *(line.link(a, "button") for a in line.anchors))
        first = replace(first, links=links)
        if found:
            first = _with_line(first, found[0], line.field(line.start, len(rich.text)))
    return (first, *mentions[1:])


def _with_line(first: Mention, found: Mention, whole: Field) -> Mention:
    authors = found.authors
    if not authors and found.title and is_name(found.title.text):
        authors = (Field(clean_name(found.title.text), found.title.span),)
    if authors and not first.authors:
        printed = found.authors_text or whole
        first = replace(first, authors=authors, et_al=found.et_al, authors_text=printed)
    if found.venues:
        printed = found.venue_text if not first.venues else first.venue_text
        first = replace(first, venues=(*first.venues, *found.venues), venue_text=printed)
    return first


def _entry_lines(rich: RichText, lexicon: Lexicon) -> list[tuple[RichText, tuple[Mention, ...]]]:
    """A paragraph that is an entry, or one entry a line; nothing for prose."""
    pieces = _split_at_breaks(rich)
    found = [(p, parse_mentions(p, lexicon)) for p in pieces]
    if len(pieces) > 1 and all(_is_citation(m, p) for p, m in found):
        return found
    whole = parse_mentions(rich, lexicon)
    return [(rich, whole)] if _is_citation(whole, rich) else []


def _is_citation(mentions: tuple[Mention, ...], rich: RichText) -> bool:
    """Enough to take a paragraph for an entry: a title with a button, or with authors and more."""
    if not mentions or mentions[0].title is None:
        return False
    first = mentions[0]
    buttons = any(k.form == "button" and k.url.startswith("http") for k in first.links)
    lead = first.remarks or (first.alternative and not first.authors)
    short = len(first.title.text) < 250 if first.title else False
    if first.authors:
        return bool(short and (first.set_off or buttons) and (first.venues or buttons))
    squared = "[" in rich.text
    return bool(
        buttons
        and squared
        and short
        and not lead
        and first.description is None
        and (first.set_off or first.venues)
    )


def _split_at_breaks(rich: RichText) -> list[RichText]:
    cuts = [m.start for m in rich.of("break")]
    bounds = zip([0, *(c + 1 for c in cuts)], [*cuts, len(rich.text)], strict=True)
    return [rich.cut(a, b) for a, b in bounds if rich.text[a:b].strip()]


def _is_rubric(rich: RichText) -> bool:
    """A short line over a list that names what the list holds: `Blogs and Newsletters`."""
    text = rich.text.strip()
    short = 0 < len(text.split()) <= 8 and not text.endswith((".", "!", "?"))
    return short and not rich.of("link", "image")
