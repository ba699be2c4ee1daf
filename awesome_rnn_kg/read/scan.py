"""The raw text's own account of its links and arXiv ids, taken without the Markdown parser."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..text.diagnostics import Diagnostic
from ..text.source import Source
from . import rules
from .document import Document
from .links import trim_url
from .venues import ARXIV_ID

_URL = re.compile(
    r"(?:https?|ftp)://[^\s<>\"`|\\^{}\[\]]+|(?<![\w/.@-])www\.[^\s<>\"'`|\\^{}\[\]()]+",
    re.IGNORECASE,
)
_ARXIV = re.compile(
    r"arxiv(?:\.org/(?:abs|pdf|html|format|ps)/|\s*(?:preprint)?\s*(?:arxiv)?\s*[:.]?\s*)(?=[\w./-]*\d)"
    r"([a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A URL or an arXiv id in the raw text."""

    text: str
    line: int
    column: int


def scan_urls(source: Source) -> Iterator[Seen]:
    """Every URL in the raw text."""
    for number, line in enumerate(source.lines, 1):
        for found in _URL.finditer(line):
            url = _closed(found[0], line[: found.start()])
            if len(url) > len("https://"):
                yield Seen(url, number, found.start() + 1)


def _closed(url: str, before: str) -> str:
    """Cut a URL at the bracket that closes what stands around it, and at a sentence's end."""
    depth = 0
    opened = before.endswith(("(", "(<"))
    for index, char in enumerate(url):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return url[:index]
    return url if opened else trim_url(url)


def scan_arxiv(source: Source) -> Iterator[Seen]:
    """Every arXiv id in the raw text, in a URL or after the word."""
    for number, line in enumerate(source.lines, 1):
        for found in _ARXIV.finditer(line):
            if ARXIV_ID.fullmatch(found[1]):
                yield Seen(found[1], number, found.start(1) + 1)


def plain(url: str) -> str:
    """A URL for comparison: entities and backslash escapes resolved, trailing punctuation cut."""
    return trim_url(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", html.unescape(url)).rstrip("\\/"))


def document_urls(document: Document) -> set[str]:
    """Every URL that the document holds, for comparison."""
    links = [k for s in document.sections for k in s.links]
    for node in document.nodes:
        links.extend(node.links)
        links.extend(k for m in node.mentions for k in m.links)
    return {plain(k.url) for k in links}


def unread_links(document: Document) -> list[Diagnostic]:
    """The URLs of the raw text that the document does not hold."""
    known = document_urls(document)
    whole = "\n".join(sorted(known))
    return [
        rules.UNREAD_LINK.at(
            document.source.span(s.line, s.column, s.line, s.column + len(s.text)),
            f"URL {s.text[:120]} is not read as a link",
            "write it as [label](URL), or leave it if it is not meant as a link",
        )
        for s in scan_urls(document.source)
        if plain(s.text) not in known and plain(s.text) not in whole
    ]
