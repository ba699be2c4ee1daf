"""The table of contents and the headings that it leads to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ...text.diagnostics import Diagnostic, Edit, Rule
from ..document import Document, Link, Node, Role, Section
from ..lexicon import is_short_for
from .anchors import Contents, letters, place_of
from .reading import Reading, few

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
    " itself; or it calls a section otherwise than its heading does, where the list calls all"
    " others the same in both places. Write both alike. Or the place that an item leads to stands"
    " above another heading than that of its name: put it where it belongs.",
    bad="* [Code+Data](#code--data)\n* [Books](#books)\n\n## Code + Data\n\n## Books\n",
    good="* [Code + Data](#code--data)\n* [Books](#books)\n\n## Code + Data\n\n## Books\n",
)
OTHER_PARENT = Rule(
    "RNN113",
    "heading-level-contradicts-contents",
    "warning",
    "The table of contents puts a section below another heading than its own level does, or beside"
    " headings of another level. One of the two is a slip, and what stands in the section counts as"
    " a part of another."
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

_LEAST = 8  # items of contents that show how a list calls its sections there
_SHARE = 5  # one item in so many may be called otherwise
_BESIDE = 5  # headings that share a level
_MANY = 3  # of another level that are no slips
_NEARLY_ALL = 0.8
_MOST = 0.6
_OWN_AFFAIRS = re.compile(
    r"\b(?:contribut|licen[cs]e|acknowledge?ment|maintainer|contact|citing\b)", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s")
_INITIALS = re.compile(r"([A-Z]{2,8})['’]?s?")
_ALWAYS = frozenset(("top", "readme", "start-of-content"))
_ITEM = re.compile(r"(\s*[-*+]\s+)\[[^\[\]]*\]\(#[^()\s]*\)\s*\Z")


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is wrong between the contents and the headings."""
    contents = Contents(reading)
    yield from _dangling(contents)
    if contents.items:
        yield from _without_sign(contents)
        yield from _missing(contents)
        yield from _labels(contents)
        yield from _parents(contents)


def _dangling(contents: Contents) -> Iterator[Diagnostic]:
    for links in _lost(contents):
        link = links[0]
        # A heading's own link leads elsewhere: back to the contents.
        own = any(link is k for s in contents.sections for k in s.links)
        plain = None if own else contents.meant(link)
        meant = plain or (None if own else contents.nearly(link))
        if meant and not contents.sections[contents.slugs[meant]].heading.text.isascii():
            continue  # whether emoji and marks are part of a place's name depends on the site
        meant = meant or (None if own else contents.begun(link))
        more = f" ({len(links)} headings link to it)" if len(links) > 1 else ""
        yield DANGLING_ANCHOR.at(
            link.span,
            f'"{link.url}" leads to no heading of the list{more}',
            f'write "#{meant}"' if meant else "name a heading of the list, or add one",
            *(_retarget(contents.reading, link, plain) if plain else ()),
        )


def _without_sign(contents: Contents) -> Iterator[Diagnostic]:
    """Items that name a heading's place without its `#`, where all beside them have it."""
    nodes = contents.reading.document.nodes
    listing = {(nodes[i].section, nodes[i].parent) for i in contents.items}
    beside = [
        (n, n.all_links[0]) for n in nodes if (n.section, n.parent) in listing and n.all_links
    ]
    outside = {(n.section, n.parent) for n, k in beside if not _may_be_place(k)}
    for node, link in beside:
        file = not link.url.startswith("#") and (node.section, node.parent) not in outside
        if file and link.url in contents.slugs and letters(link.label) == letters(link.url):
            yield DANGLING_ANCHOR.at(
                link.span,
                f'"{link.url}" leads to a file; the heading "{link.label}" is at "#{link.url}"',
                f'write "#{link.url}"',
                *_retarget(contents.reading, link, link.url),
            )


def _may_be_place(link: Link) -> bool:
    """Whether a link leads to a place of the list, is called as one, or leads to a site."""
    named = letters(link.label) == letters(link.url)
    return named or link.url.startswith("#") or "://" in link.url


def _lost(contents: Contents) -> Iterator[list[Link]]:
    """The links to places that are not there; those of headings to one place together."""
    of_headings = {id(k) for s in contents.sections for k in s.links}
    together: dict[str, list[Link]] = defaultdict(list)
    for link in contents.reading.links():
        within = link.url.startswith("#") and not link.refused
        if not within or _is_known(contents, place_of(link)):
            continue
        if id(link) in of_headings:
            together[link.url].append(link)
        else:
            yield [link]
    yield from together.values()


def _is_known(contents: Contents, name: str) -> bool:
    named = bool(letters(name)) and name not in _ALWAYS
    return not named or any(
        name in names
        for names in (contents.slugs, contents.inner, contents.trailing, contents.places)
    )


def _retarget(reading: Reading, link: Link, slug: str) -> Iterator[Edit]:
    at = reading.raw(link.span).rfind(link.url)
    if at >= 0:
        start = link.span.column - 1 + at
        yield Edit(reading.at(link.span.line, start, start + len(link.url)), f"#{slug}")


def _missing(contents: Contents) -> Iterator[Diagnostic]:
    """Headings that the contents lack though they have those beside them.

    Where nearly all headings of a level are listed, one that has none beside it is missed, too.
    """
    listed = set(contents.item) | contents.beside | contents.dividing
    named, lost = _named(contents), _lost_labels(contents)
    first = min(contents.reading.document.nodes[i].line for i in contents.items)
    beside: dict[tuple[int | None, int], list[int]] = defaultdict(list)
    level: dict[int, list[int]] = defaultdict(list)
    for index, section in enumerate(contents.sections):
        if index and section.heading.span.line > first and not _is_apart(section):
            beside[section.parent, section.level].append(index)
            level[section.level].append(index)
    for (_, depth), group in beside.items():
        has = listed.intersection(group)
        nearly_all = _share(level[depth], listed) >= _NEARLY_ALL and (has or len(group) == 1)
        if nearly_all or (len(has) > 1 and len(has) >= _MOST * len(group)):
            texts = {i: letters(contents.sections[i].heading.text) for i in group}
            told = {i for i, text in texts.items() if text in named or text.startswith(lost)}
            yield from _lacking(contents, group, listed | told)


def _named(contents: Contents) -> set[str]:
    """What the links before the first section are called, wherever they lead to."""
    heads = (contents.sections[i].heading.span.line for i in contents.item)
    start = min(heads)
    nodes = (n for n in contents.reading.document.nodes if n.line < start)
    return {letters(k.label) for n in nodes for k in n.all_links}


def _lost_labels(contents: Contents) -> tuple[str, ...]:
    """What the contents call places that are not there: a heading may go on behind it."""
    nodes = (n for n in contents.reading.document.nodes if n.role is Role.CONTENTS)
    links = (k for n in nodes for k in n.links if k.url.startswith("#"))
    lost = [k for k in links if not _is_known(contents, place_of(k))]
    names = (letters(text) for k in lost for text in (k.label, place_of(k)))
    return tuple(name for name in names if len(name) > 1)


def _is_apart(section: Section) -> bool:
    """Headings of the list's own affairs need not be in the contents."""
    return bool(section.housekeeping or _OWN_AFFAIRS.search(section.heading.text)) or not (
        section.heading.text
    )


def _share(group: list[int], listed: set[int]) -> float:
    return len(listed.intersection(group)) / len(group)


def _lacking(contents: Contents, group: list[int], listed: set[int]) -> Iterator[Diagnostic]:
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
        before = group[place - 1] if place and group[place - 1] in contents.item else None
        yield NOT_IN_CONTENTS.at(
            section.heading.span,
            f'heading "{section.heading.text}" is missing from the contents',
            f"add [{section.heading.text}](#{contents.slug[index]}) to the contents",
            *(_added(contents, before, run) if before is not None else ()),
        )


def _added(contents: Contents, before: int, run: list[int]) -> Iterator[Edit]:
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


def _labels(contents: Contents) -> Iterator[Diagnostic]:
    """Items that spell a heading otherwise, or call it otherwise where the list never does."""
    links = [(contents.reading.document.nodes[i].links[0], t) for i, t in contents.items.items()]
    for link, target in links:
        if contents.strayed(link) is not None:
            yield _strayed(contents, link, contents.sections[target].heading.text)
    named = [(link, contents.sections[target].heading.text) for link, target in links]
    other = [letters(link.label) != letters(heading) for link, heading in named]
    exact = len(named) >= _LEAST and _SHARE * sum(other) <= len(named)
    for (link, heading), unlike in zip(named, other, strict=True):
        spelled = _spelled_otherwise(link.label, heading)
        short = _explains(link.label, heading) or _explains(heading, link.label)
        if spelled or (exact and unlike and letters(link.label) and not short):
            yield LABEL_DIFFERS.at(
                link.span,
                f'the contents have "{link.label}", the heading is "{heading}"',
                f'write "{heading}"' if spelled else "call the section the same in both places",
                *(_relabeled(contents.reading, link, heading) if spelled else ()),
            )


def _explains(long: str, short: str) -> bool:
    """`Computer Vision (CV)`: one form explains the other; so does `Computer Games` for `CGs`."""
    initials = _INITIALS.fullmatch(short.strip())
    return "(" in long or bool(initials and is_short_for(initials[1], long))


def _strayed(contents: Contents, link: Link, heading: str) -> Diagnostic:
    other = contents.sections[contents.anchored[place_of(link)]].heading.text
    return LABEL_DIFFERS.at(
        link.span,
        f'"{link.url}" leads to the heading "{other}", not to "{heading}"',
        f'let that place stand above the heading "{heading}" alone',
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


def _parents(contents: Contents) -> Iterator[Diagnostic]:
    """Headings below another one than in the contents, where these are nested as headings are."""
    placed = _placed_otherwise(contents)
    for index, above in placed.items():
        yield _other_parent(contents, contents.items[index], above)
    yield from (found for index, found in _odd_levels(contents) if index not in placed)


def _odd_levels(contents: Contents) -> Iterator[tuple[int, Diagnostic]]:
    """Headings of another level than all those that the contents list beside them."""
    beside: dict[int | None, list[int]] = defaultdict(list)
    for item in contents.item.values():
        beside[contents.item_above(item)].append(item)
    for items in beside.values():
        levels = Counter(contents.sections[contents.items[i]].level for i in items)
        level, uses = levels.most_common(1)[0]
        odd = [i for i in items if contents.sections[contents.items[i]].level != level]
        odd = [i for i in odd if not _numbered_apart(contents, i, items)]
        for item in odd if uses >= _BESIDE and few(len(odd), uses) and len(odd) < _MANY else ():
            section = contents.sections[contents.items[item]]
            yield (
                item,
                OTHER_PARENT.at(
                    section.heading.span,
                    f'"{section.heading.text}" is a heading of level {section.level}, those that '
                    f"the contents list beside it of level {level}",
                    f"make it a heading of level {level}, or move it in the contents",
                ),
            )


def _numbered_apart(contents: Contents, item: int, items: list[int]) -> bool:
    """Whether numbers tell an item's level in a flat list: `2. Nets` among `2.1 Deep Nets`."""
    labels = {i: contents.reading.document.nodes[i].links[0].label.strip() for i in items}
    depths = {i: m[1].count(".") for i, label in labels.items() if (m := _NUMBER.match(label))}
    most = Counter(depths.values()).most_common(1)
    return item in depths and depths[item] != most[0][0]


def _placed_otherwise(contents: Contents) -> dict[int, int | None]:
    """The items whose headings stand below others than the items themselves, and their parents."""
    told = {i: contents.item_above(i) for i in contents.items}
    nested = {contents.items[a] for a in told.values() if a is not None}
    odd = [i for i, above in told.items() if _contradicts(contents, i, above, nested)]
    flat = 2 * len(odd) > sum(above is not None for above in told.values())
    return {} if flat else {i: told[i] for i in odd}


def placed_otherwise(document: Document) -> dict[int, int | None]:
    """The sections that the contents put below another heading than their level does, and which."""
    contents = Contents(Reading(document, {}))
    found = _placed_otherwise(contents).items()
    return {
        contents.items[item]: None if above is None else contents.items[above]
        for item, above in found
    }


def _contradicts(contents: Contents, item: int, above: int | None, nested: set[int]) -> bool:
    """Whether the heading's own parent is neither the item's nor unknown to the contents."""
    parent = contents.above(contents.items[item])
    expected = None if above is None else contents.items[above]
    if expected in (parent, contents.items[item]):
        return False
    if expected is None:  # contents of a section alone list what stands below its heading
        return parent in nested and parent not in contents.around(item)
    return True


def _other_parent(contents: Contents, index: int, above: int | None) -> Diagnostic:
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
