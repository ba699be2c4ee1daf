"""A list as Markdown again, from what the graph says of it.

    list     = "# " title , own words , { section } ;
    section  = heading , own words | table of contents , { bullet } ;
    bullet   = "* " ( label | citation | thing ) , { "  " bullet } ;
    citation = [ authors "," ] "*" title "*" [ "," venue ] [ "(" remark ")" ] { button } ;
    thing    = title [ "by" maker ] [ "(" venue ")" ] [ "(" remark ")" ]
               [ " - " languages ] [ ":" description ] { button } ;
    button   = "[[" label "](" url ")]" ;

A link stands where its label does in the title, the makers or the description, else as a button.
Lines of the source are used for the order of things only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..graph.terms import Triple
from ..graph.vocabulary import ARNN, DCTERMS, SCHEMA, SKOS
from .commonmark import Anchor, escape, heading_anchor, line_start, linked
from .facts import Facts

_CITED = (ARNN.Paper, ARNN.Book, ARNN.Thesis)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"(?!\bal\b)\b\w{2,}\.\Z")


def markdown(triples: Iterable[Triple]) -> Iterator[str]:
    """Chunks of a Markdown document with every list of the graph."""
    facts = Facts(triples)
    below = _below(facts)
    for number, list_ in enumerate(facts.instances(ARNN.List)):
        yield "\n" if number else ""
        yield "\n\n".join(_List(facts, below, list_).blocks()) + "\n"


def _below(facts: Facts) -> dict[str, list[str]]:
    """The entries and groups that stand directly below a section, group or entry, in order."""
    below: dict[str, list[str]] = {}
    for item in facts.instances(ARNN.ListEntry, ARNN.Group):
        inner = [facts.value(item, p) for p in (ARNN.inGroup, ARNN.parentEntry)]
        above = max(filter(None, inner), key=lambda i: facts.number(i, ARNN.startLine), default="")
        below.setdefault(above or facts.value(item, ARNN.inSection), []).append(item)
    for items in below.values():
        items.sort(key=lambda i: (facts.number(i, ARNN.startLine), facts.number(i, ARNN.position)))
    return below


class _List:
    """One list while it is written."""

    def __init__(self, facts: Facts, below: dict[str, list[str]], list_: str) -> None:
        self._facts, self._below, self._list = facts, below, list_
        self._title = facts.label(list_)
        own = (s for s in facts.instances(ARNN.Section) if facts.value(s, ARNN.inList) == list_)
        self._sections = sorted(own, key=lambda s: facts.number(s, ARNN.position))
        self._tops = [s for s in self._sections if self._is_top(s)]
        self._entries = _Entries(facts)

    def _is_top(self, section: str) -> bool:
        """Whether a section's heading is the title of the list."""
        nested = self._facts.value(section, ARNN.parentSection)
        return not nested and self._facts.label(section) == self._title

    def blocks(self) -> Iterator[str]:
        """The blocks of the document, without the blank lines between them."""
        heading, rest = linked(self._title, self._loose(*self._tops))
        yield f"# {heading}"
        yield from self._words(self._list, _without_contents(self._links(self._list)))
        for section in self._tops:
            yield from self._body(section, rest)
            rest = []
        for section in self._sections:
            if section not in self._tops:
                yield from self._section(section)

    def _section(self, section: str) -> Iterator[str]:
        heading, rest = linked(self._facts.label(section), self._loose(section))
        yield f"{'#' * min(self._depth(section), 6)} {heading}"
        yield from self._body(section, rest)

    def _body(self, section: str, loose: list[Anchor]) -> Iterator[str]:
        """What stands below a heading; `loose` are the links that no words were found for yet."""
        lines = list(self._bullets(section, 0, loose))
        yield from self._words(section, loose)
        if self._has_contents(section):
            yield self._contents(section)
        if lines:
            yield "\n".join(lines)

    def _words(self, owner: str, loose: list[Anchor]) -> Iterator[str]:
        """The list's own words, then the links that they do not hold."""
        if text := self._facts.text(owner, ARNN.introduction):
            yield text
        others = [link for link in loose if not link.stands_in(text)]
        if others:
            yield f"Links: {', '.join(map(str, others))}"

    def _links(self, owner: str) -> list[Anchor]:
        return anchors(self._facts, owner)

    def _unprinted(self, section: str) -> list[Anchor]:
        """The links of a section that its own words do not hold."""
        text = self._facts.text(section, ARNN.introduction)
        return [link for link in self._links(section) if not link.stands_in(text)]

    def _loose(self, *sections: str) -> list[Anchor]:
        return [k for s in sections for k in _without_contents(self._unprinted(s))]

    def _has_contents(self, section: str) -> bool:
        """Whether links to later headings stand below a section, as in a table of contents."""
        later = {self._facts.label(s) for s in self._later(section)}
        return any(_is_contents(k) and k.label in later for k in self._unprinted(section))

    def _later(self, section: str) -> list[str]:
        return self._sections[self._sections.index(section) + 1 :]

    def _depth(self, section: str) -> int:
        """1 for a section of its own, 2 for one below it."""
        depth = 1
        while section := self._facts.value(section, ARNN.parentSection):
            depth += 1
        return depth

    def _contents(self, section: str) -> str:
        """The headings after a section, each linked to."""
        seen: dict[str, int] = {}
        targets = {s: heading_anchor(self._facts.label(s), seen) for s in self._sections}
        later = self._later(section)
        least = min(map(self._depth, later), default=0)
        return "\n".join(
            f"{'  ' * (self._depth(s) - least)}* {Anchor(self._facts.label(s), targets[s])}"
            for s in later
        )

    def _bullets(self, above: str, depth: int, loose: list[Anchor]) -> Iterator[str]:
        indent = "  " * depth
        for item in self._below.get(above, ()):
            group = self._facts.is_a(item, ARNN.Group)
            text = self._label(item) if group else self._entries.text(item)
            yield f"{indent}* {line_start(text)}".rstrip()
            if not group:
                for remark in self._entries.remarks_below(item):
                    words, loose[:] = linked(remark, loose)
                    yield f"{indent}  * {line_start(words)}"
            yield from self._bullets(item, depth + 1, loose)

    def _label(self, group: str) -> str:
        label, buttons = linked(self._facts.label(group), self._links(group))
        return " ".join([label, *(link.button for link in buttons)])


def _is_contents(link: Anchor) -> bool:
    return link.url.startswith("#")


def _without_contents(links: list[Anchor]) -> list[Anchor]:
    return [link for link in links if not _is_contents(link)]


def anchors(facts: Facts, owner: str) -> list[Anchor]:
    """The links of a thing in order."""
    found = facts.values(owner, ARNN.hasLink)
    return [Anchor(facts.text(k, ARNN.labelAsPrinted), facts.text(k, SCHEMA.url)) for k in found]


class _Entries:
    """Writes the text of an entry's bullet."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        groups = facts.instances(ARNN.Group)
        self._shared = {k for g in groups for k in facts.values(g, ARNN.hasLink)}
        roles = {facts.value(k, ARNN.role) for k in facts.instances(ARNN.Link)}
        names = (facts.texts(r, p) for r in roles for p in (SKOS.prefLabel, SKOS.altLabel))
        self._usual = {name.casefold() for found in names for name in found}

    def text(self, entry: str) -> str:
        """The bullet of an entry without its marker."""
        work = self._facts.value(entry, ARNN.describes)
        title, links = self._title(entry)
        # Words without any link are a thing only where they are a citation.
        bare = not self._links(entry) and self._printed(entry, ARNN.authorsAsPrinted)
        cited = bare or any(self._facts.is_a(work, kind) for kind in _CITED)
        return self._cited(entry, title, links) if cited else self._named(entry, title, links)

    def remarks_below(self, entry: str) -> list[str]:
        """The remarks of an entry of several lines, which have bullets of their own."""
        return self._remarks(entry) if self._is_long(entry) else []

    def _is_long(self, entry: str) -> bool:
        first, last = (self._facts.number(entry, p) for p in (ARNN.startLine, ARNN.endLine))
        return last > first

    def _remarks(self, entry: str) -> list[str]:
        return self._facts.texts(entry, ARNN.remark)

    def _links(self, entry: str) -> list[Anchor]:
        """The links of its own, without those of a group's line."""
        own = [k for k in self._facts.values(entry, ARNN.hasLink) if k not in self._shared]
        return [
            Anchor(self._facts.text(k, ARNN.labelAsPrinted), self._facts.text(k, SCHEMA.url))
            for k in own
        ]

    def _title(self, entry: str) -> tuple[str, list[Anchor]]:
        """The title with its links, and the other links."""
        links = self._links(entry)
        title = self._facts.text(entry, ARNN.titleAsPrinted)
        whole = self._title_link(title, links)
        if whole:
            return str(whole), [k for k in links if k is not whole]
        return self._linked(title, links)

    def _title_link(self, title: str, links: list[Anchor]) -> Anchor | None:
        """The link whose label is the title, or holds it with what was no part of it."""
        same = [k for k in links if title and k.label == title]
        words = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)")
        longer = [k for k in links if title and words.search(k.label) and not self._is_usual(k)]
        return next(iter((*same, *longer)), None)

    def _is_usual(self, link: Anchor) -> bool:
        return link.label.casefold() in self._usual

    def _linked(self, text: str, links: list[Anchor]) -> tuple[str, list[Anchor]]:
        """Text with the links whose labels stand in it; the usual labels are those of buttons."""
        usual = [k for k in links if self._is_usual(k)]
        words, left = linked(text, [k for k in links if k not in usual])
        return words, [k for k in links if k in usual or k in left]

    def _cited(self, entry: str, title: str, links: list[Anchor]) -> str:
        authors, links = self._linked(self._printed(entry, ARNN.authorsAsPrinted), links)
        parts = [f"*{title}*" if title else "", escape(self._dated_venue(entry))]
        head = ", ".join(filter(None, parts))
        comma = " " if _SENTENCE_END.search(authors) else ", "
        return self._ended(entry, comma.join(filter(None, (authors, head))), " - ", links)

    def _dated_venue(self, entry: str) -> str:
        """The printed venue; with the year, where the entry printed that somewhere else."""
        venue = self._printed(entry, ARNN.venueAsPrinted)
        work = self._facts.value(entry, ARNN.describes)
        year = str(self._facts.number(work, ARNN.year) or "")
        told = _YEAR.search(venue) or year[2:] == self._facts.text(work, ARNN.arxivId)[:2]
        above = " ".join(self._facts.label(a) for a in self._above(entry))
        return venue if told or year in above else f"{venue} {year}".strip()

    def _above(self, entry: str) -> Iterator[str]:
        """The group and the sections that an entry stands in."""
        if group := self._facts.value(entry, ARNN.inGroup):
            yield group
        section = self._facts.value(entry, ARNN.inSection)
        while section:
            yield section
            section = self._facts.value(section, ARNN.parentSection)

    def _named(self, entry: str, title: str, links: list[Anchor]) -> str:
        maker, links = self._maker(entry, links)
        venue = escape(self._printed(entry, ARNN.venueAsPrinted))
        head = title + maker + (f" ({venue})" if venue else "")
        return self._ended(entry, head, self._mark(entry), links)

    def _maker(self, entry: str, links: list[Anchor]) -> tuple[str, list[Anchor]]:
        """` by X`, or ` in X's blog` where a link says so."""
        name = self._printed(entry, ARNN.authorsAsPrinted)
        blog = next((k for k in links if name and k.label.startswith(f"{name}'s blog")), None)
        if blog:
            return f" in {blog}", [k for k in links if k is not blog]
        maker, left = self._linked(name, links)
        return (f" by {maker}" if maker else ""), left

    def _ended(self, entry: str, head: str, mark: str, links: list[Anchor]) -> str:
        """A bullet's head with remarks, description and buttons behind it."""
        notes = [] if self._is_long(entry) else self._remarks(entry)
        for note in notes:
            words, links = self._linked(note, links)
            head += f" ({words})"
        description, links = self._linked(self._printed(entry, DCTERMS.description), links)
        text = head + (mark + description if description else "")
        return " ".join([text, *(link.button for link in links)]).strip()

    def _printed(self, entry: str, predicate: str) -> str:
        return self._facts.text(entry, predicate)

    def _mark(self, entry: str) -> str:
        """What sets a description off: a dash before programming languages, else a colon."""
        work = self._facts.value(entry, ARNN.describes)
        known = {n.casefold() for n in self._facts.texts(work, SCHEMA.programmingLanguage)}
        lead = self._printed(entry, DCTERMS.description).partition(": ")[0]
        parts = [p.strip().casefold() for p in re.split(r",|/|\band\b|&", lead)]
        return " - " if known and known.issuperset(parts) else ": "
