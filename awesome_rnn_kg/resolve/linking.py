"""What a link is for: its role, by its form, its label and its host."""

from __future__ import annotations

import re
from functools import lru_cache

from ..read.document import Field, Link
from ..read.lexicon import Lexicon, link_word
from ..read.links import POINTING
from ..read.namewords import is_name
from ..read.venues import looks_like_venue
from .authorities import Authorities
from .hosts import holds_code, holds_paper, lists_citing, role_by_host
from .keys import label_key
from .minting import BASE

_OF_CODE = re.compile(
    r"\b(?:code|implement\w*|repo(?:sitory)?|source|available|official)\b", re.IGNORECASE
)
# Labels that say nothing of what a link leads to.
_NEUTRAL = POINTING | {"links", "url", "urls"}


def role_iri(name: str) -> str:
    return f"{BASE}role/{name}"


def role_of(
    link: Link, known: Authorities, paper: bool = False, maker: bool = False, kind: str = ""
) -> str:
    """The IRI of a link's role. `paper`: of a paper; `maker`: the link is on a maker's name."""
    if link.form in ("image", "badge"):
        return role_iri("image")
    if link.url.startswith("#"):
        return role_iri("contents")
    if maker or (link.form == "inline" and is_name(link.label)):
        return role_iri("profile")
    if link.form == "title":
        code = holds_code(link.url) and not holds_paper(link.url)
        return role_iri("paper" if paper and not code else "title")
    return _by_words(link, known, kind) or role_iri("other")


def role_aside(link: Link, known: Authorities) -> str:
    """The role of a link on words about something else: a host of code tells nothing there."""
    role = role_of(link, known)
    named = link.form == "inline" and label_key(link.label) not in _NEUTRAL
    if named and role == role_iri("code"):
        return _role_by_label(link.label, known) or role_iri("other")
    return role


def is_aside(link: Link, told: Field | None) -> bool:
    """Whether a link is on a few words of a description that names something else by them.

    `much faster than the original [BeeNet](u)` does; `code is in [BeeNet](u)` does not.
    """
    if told is None or not link.label or link.label not in told.text:
        return False
    start, at = (told.span.line, told.span.column - 1), (link.span.line, link.span.column)
    if not start <= at <= (told.span.end_line, told.span.end_column):
        return False
    around = told.text.replace(link.label, " ", 1)
    return bool(around.split()) and not _OF_CODE.search(around)


def _by_words(link: Link, known: Authorities, kind: str) -> str:
    """The role that a label tells, else the host; a demo's plain link is the demo."""
    by_label = _role_by_label(link.label, known) or _role_by_label(link.column, known)
    if kind == "Demo" and by_label in ("", role_iri("web")):
        return role_iri("demo")
    if by_label == role_iri("bibtex") and lists_citing(link.url):
        return ""
    host = role_by_host(link.url)
    if not host and not by_label and _is_dated_venue(link.label):
        return role_iri("paper")
    by_host = role_iri(host) if host else ""
    neutral = link.form == "inline" or label_key(link.label) in _NEUTRAL
    return by_host or by_label if neutral else by_label or by_host


def _is_dated_venue(label: str) -> bool:
    return any(map(str.isalpha, label)) and looks_like_venue(label, Lexicon())


def _role_by_label(label: str, known: Authorities) -> str:
    key = label_key(label)
    for text in (key, label_key(link_word(label.casefold().strip("[]() "))), key.split(" ")[0]):
        if text and (found := known.roles.find(text)):
            return found.iri
    return ""


@lru_cache(maxsize=4096)
def is_unsafe(url: str) -> bool:
    """A scheme that no page should carry: `javascript:`, `data:`, `vbscript:`, `file:`."""
    return bool(re.match(r"\s*(?:javascript|data|vbscript|file)\s*:", url, re.IGNORECASE))
