"""The places that headings make, and what the table of contents leads to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from ..document import Link, Node, Role, Section
from .reading import Reading

_LONG = 4  # letters of a name that tells which other one is meant
_NO_SLUG = re.compile(r"[^\w\- ]")
_PLACES = re.compile(r"""\b(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{#([\w-]+)\}""", re.IGNORECASE)
_HEADED = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+#{1,6}\s+(\S.*?)\s*#*\s*\Z")
_IMAGE = re.compile(r"\s+\[?!\[|\s+<(?:img|a)\b", re.IGNORECASE)


def slug_of(heading: str) -> str:
    """The name of a heading's place, as GitHub makes it."""
    return _NO_SLUG.sub("", heading.strip().lower()).replace(" ", "-")


def letters(text: str) -> str:
    """Letters and digits alone, for a comparison that forgives punctuation."""
    return "".join(c for c in unquote(text).casefold() if c.isalnum())


def place_of(link: Link) -> str:
    """The name of the place that a link leads to."""
    return unquote(link.url[1:]).casefold().removeprefix("user-content-")


@dataclass(frozen=True)
class Contents:
    """Headings by the names of their places, and the contents' items with what they lead to."""

    reading: Reading

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return self.reading.document.sections

    @cached_property
    def slugs(self) -> dict[str, int]:
        """The section of each place."""
        return {slug: index for slug, index in self._named.items() if index}

    @cached_property
    def inner(self) -> frozenset[str]:
        """The places of headings that stand in a bullet, and make no section: `- ### Code`."""
        return frozenset(slug for slug, index in self._named.items() if not index)

    @cached_property
    def _named(self) -> dict[str, int]:
        """The section of each place, or 0; the second heading of one text gets -1."""
        found: dict[str, int] = {}
        uses: Counter[str] = Counter()
        for _, heading, index in sorted((*self._headings(), *self._headed())):
            name = slug_of(heading)
            while (free := f"{name}-{uses[name]}" if uses[name] else name) in found:
                uses[name] += 1
            found[free] = index
        return found

    def _headings(self) -> Iterator[tuple[int, str, int]]:
        """The line, the text and the section of each heading."""
        for index, section in enumerate(self.sections[1:], 1):
            yield section.heading.span.line, section.heading.text, index

    def _headed(self) -> Iterator[tuple[int, str, int]]:
        """The line and the text of each heading within a bullet."""
        for node in self.reading.document.nodes:
            found = node.kind == "item" and _HEADED.match(self.reading.source.line(node.line))
            if found:
                yield node.line, found[1], 0

    @cached_property
    def trailing(self) -> frozenset[str]:
        """Places of headings that end in an image: the blank before that becomes a hyphen."""
        lines = (
            (slug, self.reading.after(self.sections[i].heading.span))
            for slug, i in self.slugs.items()
        )
        return frozenset(f"{slug}-" for slug, after in lines if _IMAGE.match(after))

    @cached_property
    def slug(self) -> dict[int, str]:
        """The place of each section."""
        return {index: slug for slug, index in self.slugs.items()}

    @cached_property
    def loose(self) -> dict[str, list[str]]:
        """The places of headings by their letters alone."""
        found: dict[str, list[str]] = defaultdict(list)
        for slug in self.slugs:
            found[letters(slug)].append(slug)
        return found

    @cached_property
    def places(self) -> frozenset[str]:
        """Places that HTML in the list names."""
        found = _PLACES.findall(self.reading.source.text)
        return frozenset((a or b).casefold() for a, b in found)

    @cached_property
    def anchored(self) -> dict[str, int]:
        """The section of each place that HTML names at its heading, or up to two lines above."""
        heads = {s.heading.span.line: i for i, s in enumerate(self.sections) if i}
        found: dict[str, int] = {}
        for number, line in enumerate(self.reading.source.lines, 1):
            at = next((n for n in range(number, number + 3) if n in heads), 0)
            for one, two in _PLACES.findall(line) if at else ():
                found.setdefault((one or two).casefold(), heads[at])
        return found

    @cached_property
    def items(self) -> dict[int, int]:
        """The section that each item of the contents (a node) leads to."""
        nodes = enumerate(self.reading.document.nodes)
        found = {i: self.target(n.links[0]) for i, n in nodes if _lists(n)}
        return {i: section for i, section in found.items() if section is not None}

    @cached_property
    def item(self) -> dict[int, int]:
        """The first item (a node) of each section that the contents list."""
        return {section: i for i, section in reversed(self.items.items())}

    def target(self, link: Link) -> int | None:
        """The section that a link leads to, or is meant to lead to."""
        name = place_of(link)
        if (strayed := self.strayed(link)) is not None:
            return strayed
        if name not in self.slugs and name in self.anchored:
            return self.anchored[name]
        slug = name if name in self.slugs else self.meant(link)
        return self.slugs[slug] if slug is not None else None

    def strayed(self, link: Link) -> int | None:
        """The section that a link names, where HTML has put its place above another heading."""
        name = place_of(link)
        above = None if name in self.slugs else self.anchored.get(name)
        label = letters(link.label)
        if above is None or self.listed[label] > 1:
            return None
        named = [self.slugs[slug] for slug in self.called.get(label, [])]
        own = letters(self.sections[above].heading.text) == label
        one = len(named) == 1 and not own and link not in self.sections[named[0]].links
        return named[0] if one else None

    def meant(self, link: Link) -> str | None:
        """The one place whose letters are those of a link's target, or of its label."""
        near = self.loose.get(letters(place_of(link)))
        if not near and self.listed[letters(link.label)] < 2:  # else each has a heading of its own
            near = self.called.get(letters(link.label), [])
        near = near or []
        return near[0] if len(near) == 1 else None

    @cached_property
    def called(self) -> dict[str, list[str]]:
        """The places of headings by the letters of their texts, which several may share."""
        found: dict[str, list[str]] = defaultdict(list)
        for slug, index in self.slugs.items():
            found[letters(self.sections[index].heading.text)].append(slug)
        return found

    @cached_property
    def listed(self) -> Counter[str]:
        """How many items of the contents have a label, by its letters."""
        return Counter(letters(n.links[0].label) for n in self.reading.document.nodes if _lists(n))

    def nearly(self, link: Link) -> str | None:
        """The one place that a slip sets apart from a link's target: `#task` for `#tasks`."""
        name = letters(place_of(link))
        near = [p for key, slugs in self.loose.items() if _is_near(name, key) for p in slugs]
        return near[0] if len(near) == 1 else None

    def begun(self, link: Link) -> str | None:
        """The one place that goes on behind a link's target: `#tasks` for `#tasks-and-data`."""
        name = letters(place_of(link))
        near = [p for key, slugs in self.loose.items() if key.startswith(name) for p in slugs]
        return near[0] if len(near) == 1 and len(name) > _LONG else None

    @cached_property
    def beside(self) -> set[int]:
        """The sections that further links of an item lead to, as in a table of two columns.

        So do headings of contents that are divided by some.
        """
        nodes = (n for n in self.reading.document.nodes if n.role is Role.CONTENTS)
        links = [k for n in nodes for k in n.links[1:] if k.url.startswith("#")]
        links += [k for i in self.dividing for k in self.sections[i].links]
        return {i for k in links if (i := self.target(k)) is not None}

    @cached_property
    def dividing(self) -> set[int]:
        """The sections in which items of the contents stand, and headings that list one alone."""
        heads = [self.sections[i].heading.span.line for i in self.items.values()]
        early = [
            i for i, s in enumerate(self.sections) if s.heading.span.line < min(heads, default=0)
        ]
        alone = {i for i in early if any(k.url.startswith("#") for k in self.sections[i].links)}
        return alone | {n.section for n in self.reading.document.nodes if _lists(n)}

    def above(self, index: int) -> int | None:
        """The nearest section above one that the contents list."""
        parent = self.sections[index].parent
        while parent and parent not in self.item:
            parent = self.sections[parent].parent
        return parent

    def around(self, item: int) -> set[int]:
        """The section in which an item of the contents stands, and those above it."""
        index: int | None = self.reading.document.nodes[item].section
        found: set[int] = set()
        while index is not None:
            found.add(index)
            index = self.sections[index].parent
        return found

    def item_above(self, index: int) -> int | None:
        """The nearest item of the contents above one (a node)."""
        nodes = self.reading.document.nodes
        parent = nodes[index].parent
        while parent is not None and parent not in self.items:
            parent = nodes[parent].parent
        return parent


def _is_near(one: str, two: str) -> bool:
    """Whether two names are a letter apart, or one has two neighbors swapped."""
    if abs(len(one) - len(two)) > 1 or min(len(one), len(two)) < _LONG or one == two:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), -1)
    a, b = (one[start:], two[start:]) if start >= 0 else ("", "")
    return start < 0 or a[1:] in (b, b[1:]) or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _lists(node: Node) -> bool:
    return node.role is Role.CONTENTS and bool(node.links) and node.links[0].url.startswith("#")
