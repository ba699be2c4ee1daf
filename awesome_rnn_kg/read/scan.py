"""The raw text's own account of its links and arXiv ids, taken without the Markdown parser."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ..text.diagnostics import Diagnostic
from ..text.source import Source, Span
from . import rules
from .document import Document, Link
from .links import trim_url
from .venues import ARXIV_ID

_URL = re.compile(
    r"(?:https?|ftp)://(?:[^\s<>\"`|\\^{}\[\]]|\\[_*~&#-])+|(?<![\w/.@-])www\.[^\s<>\"'`|\\^{}\[\]()]+",
    re.IGNORECASE,
)
_ARXIV = re.compile(
    r"arxiv(?:\.org/(?:abs|pdf|html|format|ps)/|\s?(?:preprint)?\s?(?:arxiv)?\s?[:.]?\s?)"
    r"([a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?!\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{4}\.?\d{3}")
"""What every arXiv id holds, found in a tenth of the time that finding ids takes."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(r"[\w-]\s*=\s*[\"'{]?\Z")
_BRACKET = re.compile(r"[()]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Seen(NamedTuple):
    """A URL or an arXiv id in the raw text."""

    text: str
    line: int
    column: int

    def span(self, source: Source) -> Span:
        return source.span(self.line, self.column, self.line, self.column + len(self.text))


def scan_urls(source: Source) -> Iterator[Seen]:
    """Every URL in the raw text."""
    for number, line in enumerate(source.lines, 1):
        for found in _URL.finditer(line):
            start = found.start()
            url = _closed(found[0], opened=line[max(0, start - 2) : start].endswith(("(", "(<")))
            if len(url) > len("https://"):
                yield Seen(url, number, start + 1)


def _closed(url: str, *, opened: bool) -> str:
    """Cut a URL at the bracket that closes what stands around it, and at a sentence's end."""
    depth = 0
    for found in _BRACKET.finditer(url):
        depth += 1 if found[0] == "(" else -1
        if depth < 0:
            return url[: found.start()]
    return url if opened else trim_url(url)


def scan_ids(source: Source) -> Iterator[Seen]:
    """Every arXiv id in the raw text, in a URL or after the word."""
    for number, line in enumerate(source.lines, 1):
        for found in _ARXIV.finditer(line):
            if ARXIV_ID.fullmatch(found[1]):
                yield Seen(found[1], number, found.start(1) + 1)


def plain(url: str) -> str:
    """A URL for comparison: entities and backslash escapes resolved, trailing punctuation cut."""
    return trim_url(_ESCAPE.sub(r"\1", html.unescape(url)).rstrip("\\/"))


def document_links(document: Document) -> list[Link]:
    """Every link that the document holds."""
    links = [k for s in document.sections for k in s.links]
    return [*links, *(k for n in document.nodes for k in n.all_links)]


def unread_urls(document: Document) -> list[Seen]:
    """The URLs of the raw text that no link of the document has, whole or in part."""
    known = {plain(k.url) for k in document_links(document)}
    seen = [s for s in scan_urls(document.source) if plain(s.text) not in known]
    inner = {plain(s) for k in known for s in _urls_inside(k)} if seen else set()
    return [s for s in seen if plain(s.text) not in inner]


def _urls_inside(url: str) -> Iterator[str]:
    """URLs in the query of a URL, as "share" links have them, and all that they begin with."""
    for found in re.finditer(r"(?:https?|ftp)://", url):
        rest = url[found.start() :]
        ends = [m.start() for m in re.finditer(r"[?#&)\"'<>\s|\\^{}\[\]`]", rest)]
        yield from (rest[:end] for end in (*ends, len(rest)))


def unread_arxiv_ids(document: Document) -> list[Seen]:
    """The arXiv ids of the raw text that no link and no printed field of the document has."""
    texts = (text for text in _texts(document) if _DIGITS.search(text))
    known = {m[1] for text in texts for m in ARXIV_ID.finditer(text)}
    return [s for s in scan_ids(document.source) if s.text not in known]


def _texts(document: Document) -> Iterator[str]:
    """URLs, and whatever text the document keeps."""
    for link in document_links(document):
        yield link.url
        yield link.label
    yield from (s.heading.text for s in document.sections)
    for node in document.nodes:
        yield node.label.text
        for mention in node.mentions:
            yield from (v.text for v in mention.venues)


def unread_links(document: Document) -> list[Diagnostic]:
    """One diagnostic for the unread URLs of each line; off where all are hidden from readers."""
    unread = unread_urls(document)
    hidden = _Hidden(document) if unread else None
    return [_unread(document.source, found, hidden) for found in _by_line(unread)]


def _unread(source: Source, found: list[Seen], hidden: _Hidden | None) -> Diagnostic:
    off = hidden is not None and all(map(hidden, found))
    return rules.UNREAD_LINK._replace(off=off).at(
        _hull(source, found),
        f"{_listed(found, 'URL')} not read as {'links' if len(found) > 1 else 'a link'}",
        "give the row as many cells as the table's head"
        if _is_written_in_row(source, found)
        else "write [label](URL), or leave it if no link is meant",
    )


def _is_written_in_row(source: Source, found: list[Seen]) -> bool:
    """Whether a link stands in a cell that the head of its table has no place for."""
    line = source.line(found[0].line).strip()
    return line.startswith("|") and f"]({found[0].text})" in line


class _Hidden:
    """Tells whether a URL stands in a comment, in code, in an attribute or in a link's label."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        text = self.source.text
        blocks = [n for n in document.nodes if n.kind == "code"]
        self.code = {i for n in blocks for i in range(n.line, n.end_line + 1)}
        self.comment: set[int] = set()
        for found in _COMMENT.finditer(text):
            first = text.count("\n", 0, found.start()) + 1
            self.comment.update(range(first, first + found[0].count("\n") + 1))
        self.links: dict[int, list[Span]] = {}
        for link in document_links(document):
            self.links.setdefault(link.span.line, []).append(link.span)

    def __call__(self, seen: Seen) -> bool:
        before = self.source.line(seen.line)[: seen.column - 1]
        coded = before.count("`") % 2 or seen.line in self.code or before.startswith(("    ", "\t"))
        spans = self.links.get(seen.line, ())
        labelled = any(s.column < seen.column and seen.column < s.end_column for s in spans)
        return bool(coded or labelled or seen.line in self.comment or _ATTRIBUTE.search(before))


def unread_ids(document: Document) -> list[Diagnostic]:
    """One diagnostic for the unread arXiv ids of each line."""
    return [
        rules.UNREAD_ARXIV_ID.at(
            _hull(document.source, found),
            f"{_listed(found, 'arXiv id')} not read",
            "print the id beside the title, or link it",
        )
        for found in _by_line(unread_arxiv_ids(document))
    ]


def _by_line(seen: Iterable[Seen]) -> list[list[Seen]]:
    return [list(group) for _, group in groupby(seen, key=lambda s: s.line)]


def _listed(found: list[Seen], noun: str) -> str:
    if len(found) == 1:
        return f"{noun} {found[0].text[:120]} is"
    return f"{len(found)} {noun}s from {found[0].text[:100]} on are"


def _hull(source: Source, found: list[Seen]) -> Span:
    return found[0].span(source).through(found[-1].span(source))
