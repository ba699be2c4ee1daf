"""Where things stand in a list: its entries, groups and sections, with their IRIs."""

from __future__ import annotations

from ..read.document import Document, Field, Link, Mention, Node, Role
from ..text.source import Span
from .authorities import Authorities
from .catalogue import EntryRecord, GroupRecord, LinkRecord, ListRecord, SectionRecord, Work
from .drafts import Draft, Page, speaks_of_entry
from .linking import role_aside
from .minting import BASE, tail
from .prose import own_words
from .works import group_link

Placed = tuple[str, Span]


class Placer:
    """Gives the entries, groups and sections of a list their IRIs and places.

    `work_of` and `printed` are the work of each draft and its links, by the draft's id().
    """

    def __init__(
        self,
        page: Page,
        known: Authorities,
        work_of: dict[int, Work],
        printed: dict[int, list[str]],
    ) -> None:
        self.page, self.known = page, known
        self.document, self.context = page.document, page.context
        self.minter = page.agents.minter
        self.work_of, self.printed = work_of, printed
        document = self.document
        self.remarks = _remarks_by_entry(document)
        self.nodes_in: dict[int, list[Node]] = {}
        for node in document.nodes:
            self.nodes_in.setdefault(node.section, []).append(node)
        self.times: dict[str, int] = {}
        self.used_sections = {
            n.section for n in document.nodes if n.role in (Role.ENTRY, Role.GROUP)
        }
        self.section_iris = [self._section_iri(i) for i in range(len(document.sections))]
        self.group_iris = {
            i: self._group_iri(i) for i, n in enumerate(document.nodes) if n.role is Role.GROUP
        }
        self.entry_of_node: dict[int, str] = {}

    def placed(self, drafts: list[Draft]) -> ListRecord:
        """The list, with the entries that these drafts become."""
        return ListRecord(
            document=self.document,
            iri=self.page.iri,
            home=self.minter.home,
            slug=self.page.slug,
            entries=tuple(self._entries(drafts)),
            groups=tuple(self._groups()),
            sections=tuple(self._sections()),
            links=self._list_links(),
            description=self._description(),
            introduction=self._introduction(),
            minted=self.minter.minted,
        )

    def _section_iri(self, index: int) -> str:
        """The IRI of a section; none for what stands before the first heading, if no entry does."""
        if index == 0 and 0 not in self.used_sections:
            return ""
        section = self.document.sections[index]
        path = []
        at: int | None = index
        while at is not None:
            path.append(self.document.sections[at].heading.text)
            at = self.document.sections[at].parent
        key = " / ".join(reversed(path)) + ("" if index else " (top)")
        return self.minter.mint("section", self._nth(key), section.heading.text)

    def _nth(self, key: str) -> str:
        """A key that tells the second of equals from the first."""
        times = self.times[key] = self.times.get(key, 0) + 1
        return key if times == 1 else f"{key} #{times}"

    def _group_iri(self, index: int) -> str:
        node = self.document.nodes[index]
        key = self._nth(f"{self.section_iris[node.section]} {node.label.text}")
        return self.minter.mint("group", key, node.label.text)

    def _entries(self, drafts: list[Draft]) -> list[EntryRecord]:
        counts: dict[tuple[str, str], int] = {}
        positions: dict[int, int] = {}
        records = []
        for draft in drafts:
            work = self.work_of[id(draft)]
            section = self.section_iris[draft.section]
            times = counts[work.iri, section] = counts.get((work.iri, section), 0) + 1
            key = f"{work.iri} {section} {times}"
            iri = self.minter.mint("entry", key, tail(work.iri))
            self.entry_of_node[draft.node] = iri
            positions[draft.section] = positions.get(draft.section, 0) + 1
            records.append(self._entry(draft, work, iri, positions[draft.section]))
        return records

    def _entry(self, draft: Draft, work: Work, iri: str, position: int) -> EntryRecord:
        node, m = self.document.nodes[draft.node], draft.mention
        remarks = [(r.text, r.span) for r in m.remarks] + self.remarks.get(draft.node, [])
        last = _last_line(self.document, draft.node)
        return EntryRecord(
            iri=iri,
            work=work.iri,
            section=self.section_iris[draft.section],
            group=self.group_iris[draft.groups[0]] if draft.groups else "",
            parent=self.entry_of_node.get(draft.parent, "") if draft.parent is not None else "",
            position=position,
            span=m.span,
            start_line=node.line,
            end_line=last,
            title=_printed(m.title),
            authors=_printed(m.authors_text) or _makers(m),
            venue=_printed(m.venue_text),
            description=_printed(m.description),
            remarks=tuple(remarks),
            links=tuple(dict.fromkeys(self.printed[id(draft)])),
        )

    def _groups(self) -> list[GroupRecord]:
        records, positions = [], {}  # type: tuple[list[GroupRecord], dict[int, int]]
        for index, iri in self.group_iris.items():
            node, meaning = self.document.nodes[index], self.context.groups[index]
            positions[node.section] = positions.get(node.section, 0) + 1
            agents = self.page.agents
            names = [agents.institution(n, node.label.span) for n in meaning.institutions]
            names += [*meaning.architectures, *meaning.applications]
            names += [agents.person(a.text, a.span) for a in meaning.authors]
            links = tuple(
                group_link(self.page, index, k, self.known) for k in node.links if k.url.strip()
            )
            parent = self.group_iris.get(node.parent, "") if node.parent is not None else ""
            records.append(
                GroupRecord(
                    iri, node.label.text, self.section_iris[node.section], parent,
                    positions[node.section], node.label.span, node.line, node.end_line,
                    tuple(dict.fromkeys(names)), links,
                )
            )  # fmt: skip
        return records

    def _sections(self) -> list[SectionRecord]:
        records = []
        first = int(0 not in self.used_sections)
        for index, section in enumerate(self.document.sections[first:], first):
            parent = self.section_iris[section.parent] if section.parent is not None else ""
            meaning = self.context.sections[index]
            links = self._links_of(index, list(section.links))
            records.append(
                SectionRecord(
                    self.section_iris[index], section.heading.text, parent, index - first + 1,
                    self._section_span(index), meaning.applications, links, self._prose(index),
                    own_words(self.document, self.nodes_in.get(index, [])),
                )
            )  # fmt: skip
        return records

    def _section_span(self, index: int) -> Span:
        """The place of a heading; what has none begins with its first node."""
        heading = self.document.sections[index].heading.span
        own = [n.label.span for n in self.nodes_in.get(index, [])] if index == 0 else []
        return min([heading, *own], key=lambda s: (s.line, s.column))

    def _links_of(self, section: int, links: list[Link]) -> tuple[LinkRecord, ...]:
        """The links of a section that belong to no entry or group: prose, contents, sharing."""
        for node in self.nodes_in.get(section, []):
            own = node.role in (Role.ENTRY, Role.GROUP) or speaks_of_entry(self.document, node)
            links.extend(() if own else node.links)
        owner = self.section_iris[section] or f"{BASE}list/list"
        found = [k for k in links if k.url.strip()]
        return tuple(self._loose(owner, k, n) for n, k in enumerate(found, 1))

    def _loose(self, owner: str, link: Link, ordinal: int) -> LinkRecord:
        name = f"section {tail(owner)}"
        iri = self.minter.mint("link", f"{owner} {ordinal}", name, ordinal)
        role = role_aside(link, self.known)
        return LinkRecord(iri, link.url, link.label, role, ordinal, link.span)

    def _list_links(self) -> tuple[LinkRecord, ...]:
        """The links before the first section, where no section of its own stands for them."""
        if 0 in self.used_sections:
            return ()
        return self._links_of(0, list(self.document.sections[0].links))

    def _description(self) -> Placed | None:
        first = next(
            (i for i, n in enumerate(self.document.nodes) if n.role is Role.PROSE and n.label.text),
            None,
        )
        if first is None or self.document.nodes[first].section > 1:
            return None
        return _printed(self.document.nodes[first].label)

    def _introduction(self) -> Placed | None:
        """The words before the first section, where no section of its own stands for them."""
        if 0 in self.used_sections:
            return None
        return own_words(self.document, self.nodes_in.get(0, []))

    def _prose(self, section: int) -> Placed | None:
        nodes = self.nodes_in.get(section, [])
        told = (Role.PROSE, Role.HOUSEKEEPING)
        found = next((n.label for n in nodes if n.role in told and n.label.text), None)
        return _printed(found)


def _printed(field: Field | None) -> Placed | None:
    return (field.text, field.span) if field and field.text else None


def _makers(mention: Mention) -> Placed | None:
    """Who stands behind "by", as one text."""
    names = [f.text for f in mention.makers]
    if not names:
        return None
    text = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return text + (" et al." if mention.et_al else ""), mention.makers[0].span


def _remarks_by_entry(document: Document) -> dict[int, list[Placed]]:
    """Bullets and paragraphs that are remarks, by the entry above them."""
    found: dict[int, list[Placed]] = {}
    for node in document.nodes:
        if node.role is Role.REMARK and node.parent is not None and node.label.text:
            found.setdefault(node.parent, []).append((node.label.text, node.label.span))
    return found


def _last_line(document: Document, index: int) -> int:
    """The last line of an entry: its own text and the bullets of its fields and remarks."""
    last = document.nodes[index].end_line
    for at in range(index + 1, len(document.nodes)):
        node = document.nodes[at]
        told = node.role in (Role.FIELDS, Role.REMARK) and node.kind != "footnote"
        if node.parent != index or not told:
            break
        last = node.end_line
    return last
