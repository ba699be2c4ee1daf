"""The table of contents and the headings that it leads to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from ...text.diagnostics import Diagnostic, Edit, Rule
from ..document import Document, Link, Node, Role, Section
from .reading import Reading

DANGLING_ANCHOR = Rule(
    "RNN110",
    "dangling-anchor",
    "warning",
    "A link leads to a place in the list that is not there, so a click on it does nothing. The name"
    " of a heading's place is its text in lower case, without punctuation, with hyphens for blanks."
    " Write that, or add the heading that is meant.",
    bad="* [Code](#code)\n* [Books](#book)\n\n## Code\n\n## Books\n",
    good="* [Code](#code)\n* [Books](#books)\n\n## Code\n\n## Books\n",
)
NOT_IN_CONTENTS = Rule(
    "RNN111",
    "heading-not-in-contents",
    "warning",
    "The table of contents has the headings beside this one but lacks it, so readers of the"
    " contents never learn of its section. Add it to the contents.",
    bad=(
        "## Contents\n\n* [Code](#code)\n* [Books](#books)\n* [Blogs](#blogs)\n\n"
        "## Code\n\n## Books\n\n## Talks\n\n## Blogs\n"
    ),
    good=(
        "## Contents\n\n* [Code](#code)\n* [Books](#books)\n* [Talks](#talks)\n"
        "* [Blogs](#blogs)\n\n## Code\n\n## Books\n\n## Talks\n\n## Blogs\n"
    ),
)
LABEL_DIFFERS = Rule(
    "RNN112",
    "contents-differ-from-heading",
    "info",
    "The table of contents spells a heading with other blanks or punctuation than the heading"
    " itself. Spell both alike.",
    bad="* [Code+Data](#code--data)\n* [Books](#books)\n\n## Code + Data\n\n## Books\n",
    good="* [Code + Data](#code--data)\n* [Books](#books)\n\n## Code + Data\n\n## Books\n",
)
OTHER_PARENT = Rule(
    "RNN113",
    "heading-level-contradicts-contents",
    "warning",
    "The table of contents puts a section below another heading than its own level does. One of the"
    " two is a slip, and what stands in the section is counted to the wrong part of the list."
    " Change the level of the heading, or move it in the contents.",
    bad=(
        "* [Code](#code)\n  * [Python](#python)\n* [Books](#books)\n  * [Talks](#talks)\n\n"
        "## Code\n\n### Python\n\n### Talks\n\n## Books\n"
    ),
    good=(
        "* [Code](#code)\n  * [Python](#python)\n* [Books](#books)\n  * [Talks](#talks)\n\n"
        "## Code\n\n### Python\n\n## Books\n\n### Talks\n"
    ),
)
RULES = (DANGLING_ANCHOR, NOT_IN_CONTENTS, LABEL_DIFFERS, OTHER_PARENT)

_NO_SLUG = re.compile(r"[^\w\- ]")
_PLACES = re.compile(r"""\b(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{#([\w-]+)\}""", re.IGNORECASE)
_OWN_AFFAIRS = re.compile(r"\b(?:contribut|licen[cs]e|acknowledge?ment|maintainer)", re.IGNORECASE)
_ALWAYS = frozenset(("top", "readme", "start-of-content"))
_IMAGE = re.compile(r"\s+\[?!\[|\s+<(?:img|a)\b", re.IGNORECASE)
_ITEM = re.compile(r"(\s*[-*+]\s+)\[[^\[\]]*\]\(#[^()\s]*\)\s*\Z")


def slug_of(heading: str) -> str:
    """The name of a heading's place, as GitHub makes it."""
    return _NO_SLUG.sub("", heading.strip().lower()).replace(" ", "-")


def _letters(text: str) -> str:
    """Letters and digits alone, for a comparison that forgives punctuation."""
    return "".join(c for c in unquote(text).casefold() if c.isalnum())


def _place(link: Link) -> str:
    """The name of the place that a link leads to."""
    return unquote(link.url[1:]).casefold().removeprefix("user-content-")


@dataclass(frozen=True)
class _Contents:
    """Headings by the names of their places, and the contents' items with what they lead to."""

    reading: Reading

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return self.reading.document.sections

    @cached_property
    def slugs(self) -> dict[str, int]:
        """The section of each place; the second heading of one text gets -1."""
        found: dict[str, int] = {}
        uses: Counter[str] = Counter()
        for index, section in enumerate(self.sections[1:], 1):
            name = slug_of(section.heading.text)
            while (free := f"{name}-{uses[name]}" if uses[name] else name) in found:
                uses[name] += 1
            found[free] = index
        return found

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
            found[_letters(slug)].append(slug)
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
        name = _place(link)
        if name not in self.slugs and name in self.anchored:
            return self.anchored[name]
        slug = name if name in self.slugs else self.meant(link)
        return self.slugs[slug] if slug is not None else None

    def meant(self, link: Link) -> str | None:
        """The one place whose letters are those of a link's target, or of its label."""
        near = self.loose.get(_letters(_place(link))) or self.loose.get(_letters(link.label), [])
        return near[0] if len(near) == 1 else None

    def above(self, index: int) -> int | None:
        """The nearest section above one that the contents list."""
        parent = self.sections[index].parent
        while parent and parent not in self.item:
            parent = self.sections[parent].parent
        return parent

    def item_above(self, index: int) -> int | None:
        """The nearest item of the contents above one (a node)."""
        nodes = self.reading.document.nodes
        parent = nodes[index].parent
        while parent is not None and parent not in self.items:
            parent = nodes[parent].parent
        return parent


def _lists(node: Node) -> bool:
    return node.role is Role.CONTENTS and bool(node.links) and node.links[0].url.startswith("#")


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is wrong between the contents and the headings."""
    contents = _Contents(reading)
    yield from _dangling(contents)
    if contents.items:
        yield from _missing(contents)
        yield from _labels(contents)
        yield from _parents(contents)


def _dangling(contents: _Contents) -> Iterator[Diagnostic]:
    for link in contents.reading.links():
        if not link.url.startswith("#") or link.refused or _is_known(contents, _place(link)):
            continue
        meant = contents.meant(link)
        if meant and not contents.sections[contents.slugs[meant]].heading.text.isascii():
            continue  # whether emoji and marks are part of a place's name depends on the site
        yield DANGLING_ANCHOR.at(
            link.span,
            f'"{link.url}" leads to no heading of the list',
            f'write "#{meant}"' if meant else "name a heading of the list, or add one",
            *(_retarget(contents.reading, link, meant) if meant else ()),
        )


def _is_known(contents: _Contents, name: str) -> bool:
    named = bool(_letters(name)) and name not in _ALWAYS
    return not named or any(
        name in names for names in (contents.slugs, contents.trailing, contents.places)
    )


def _retarget(reading: Reading, link: Link, slug: str) -> Iterator[Edit]:
    at = reading.raw(link.span).rfind(link.url)
    if at >= 0:
        start = link.span.column - 1 + at
        yield Edit(reading.at(link.span.line, start, start + len(link.url)), f"#{slug}")


def _missing(contents: _Contents) -> Iterator[Diagnostic]:
    """Headings that the contents lack though they have those beside them."""
    listed = set(contents.item)
    first = min(contents.reading.document.nodes[i].line for i in contents.items)
    beside: dict[tuple[int | None, int], list[int]] = defaultdict(list)
    level: dict[int, list[int]] = defaultdict(list)
    for index, section in enumerate(contents.sections):
        if index and section.heading.span.line > first and not _is_apart(section):
            beside[section.parent, section.level].append(index)
            level[section.level].append(index)
    for (_, depth), group in beside.items():
        complete = _share(level[depth], listed) >= 0.8
        if complete or (_share(group, listed) >= 0.6 and len(listed.intersection(group)) > 1):
            yield from _lacking(contents, group, listed)


def _is_apart(section: Section) -> bool:
    """Headings of the list's own affairs need not be in the contents."""
    return bool(section.housekeeping or _OWN_AFFAIRS.search(section.heading.text)) or not (
        section.heading.text
    )


def _share(group: list[int], listed: set[int]) -> float:
    return len(listed.intersection(group)) / len(group)


def _lacking(contents: _Contents, group: list[int], listed: set[int]) -> Iterator[Diagnostic]:
    """One diagnostic a heading; the first of a run that follows a listed one mends the run."""
    for place, index in enumerate(group):
        if index in listed:
            continue
        section = contents.sections[index]
        run = [index]
        for later in group[place + 1 :]:
            if later in listed:
                break
            run.append(later)
        before = group[place - 1] if place and group[place - 1] in listed else None
        yield NOT_IN_CONTENTS.at(
            section.heading.span,
            f'heading "{section.heading.text}" is missing from the contents',
            f"add [{section.heading.text}](#{contents.slug[index]}) to the contents",
            *(_added(contents, before, run) if before is not None else ()),
        )


def _added(contents: _Contents, before: int, run: list[int]) -> Iterator[Edit]:
    """Items for a run of headings behind the item of the heading before them."""
    nodes, source = contents.reading.document.nodes, contents.reading.source
    at = contents.item[before]
    item = _ITEM.match(source.line(nodes[at].line))
    plain = not any(c in contents.sections[i].heading.text for i in run for c in "[]\\*_`<")
    if not item or nodes[at].line != nodes[at].end_line or not plain:
        return
    last = at
    while last + 1 < len(nodes) and _is_below(nodes, last + 1, at):
        last += 1
    line = nodes[last].end_line
    end = len(source.line(line))
    names = [(contents.sections[i].heading.text, contents.slug[i]) for i in run]
    text = "".join(f"\n{item[1]}[{name}](#{slug})" for name, slug in names)
    yield Edit(contents.reading.at(line, end, end), text)


def _is_below(nodes: tuple[Node, ...], index: int, above: int) -> bool:
    parent = nodes[index].parent
    while parent is not None and parent > above:
        parent = nodes[parent].parent
    return parent == above


def _labels(contents: _Contents) -> Iterator[Diagnostic]:
    """Items that spell a heading with other blanks or punctuation."""
    for index, target in contents.items.items():
        link = contents.reading.document.nodes[index].links[0]
        heading = contents.sections[target].heading.text
        if not _spelled_otherwise(link.label, heading):
            continue
        yield LABEL_DIFFERS.at(
            link.span,
            f'the contents have "{link.label}", the heading is "{heading}"',
            f'write "{heading}"',
            *_relabeled(contents.reading, link, heading),
        )


def _spelled_otherwise(label: str, heading: str) -> bool:
    """Same letters in the same case, other blanks or other ASCII punctuation between them."""
    same = [c for c in label if c.isalnum()] == [c for c in heading if c.isalnum()]
    plain = label.isascii() and heading.isascii() and ":" not in label + heading
    inner = label.rstrip(".: ") != heading.rstrip(".: ")
    return same and plain and inner


def _relabeled(reading: Reading, link: Link, heading: str) -> Iterator[Edit]:
    plain = not any(c in heading for c in "[]\\*_`<")
    if plain and reading.raw(link.span).startswith(f"[{link.label}]("):
        start = link.span.column
        yield Edit(reading.at(link.span.line, start, start + len(link.label)), heading)


def _parents(contents: _Contents) -> Iterator[Diagnostic]:
    """Headings below another one than in the contents, where these are nested as headings are."""
    for index, above in _placed_otherwise(contents).items():
        yield _other_parent(contents, contents.items[index], above)


def _placed_otherwise(contents: _Contents) -> dict[int, int | None]:
    """The items whose headings stand below others than the items themselves, and their parents."""
    told = {i: contents.item_above(i) for i in contents.items}
    nested = {contents.items[a] for a in told.values() if a is not None}
    odd = [i for i, above in told.items() if _contradicts(contents, i, above, nested)]
    flat = 2 * len(odd) > sum(above is not None for above in told.values())
    return {} if flat else {i: told[i] for i in odd}


def placed_otherwise(document: Document) -> dict[int, int | None]:
    """The sections that the contents put below another heading than their level does, and which."""
    contents = _Contents(Reading(document, {}))
    found = _placed_otherwise(contents).items()
    return {
        contents.items[item]: None if above is None else contents.items[above]
        for item, above in found
    }


def _contradicts(contents: _Contents, item: int, above: int | None, nested: set[int]) -> bool:
    """Whether the heading's own parent is neither the item's nor unknown to the contents."""
    parent = contents.above(contents.items[item])
    expected = None if above is None else contents.items[above]
    if parent == expected or (parent is None and expected is None):
        return False
    if expected is None:
        return parent in nested
    return True


def _other_parent(contents: _Contents, index: int, above: int | None) -> Diagnostic:
    section = contents.sections[index]
    parent = contents.above(index)
    stands = f'below "{contents.sections[parent].heading.text}"' if parent else "at the top"
    listed, level = "at the top", section.level - 1
    if above is not None:
        over = contents.sections[contents.items[above]]
        listed, level = f'below "{over.heading.text}"', over.level + 1
    elif parent:
        level = contents.sections[parent].level
    return OTHER_PARENT.at(
        section.heading.span,
        f'"{section.heading.text}" stands {stands}, but the contents list it {listed}',
        f"make it a heading of level {level}, or move it in the contents",
    )
