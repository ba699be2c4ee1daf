"""What a link is for: its role, by its form, its label and its host."""

from __future__ import annotations

import re
from functools import lru_cache

from ..read.document import Link
from ..read.lexicon import link_word
from .authorities import Authorities
from .keys import label_key
from .minting import BASE

_HOSTS = (
    ("code", r"github\.com|gitlab\.com|bitbucket\.org|sourceforge\.net|gist\.github"),
    ("paper", r"arxiv\.org|openreview\.net|aclweb\.org|aclanthology\.org|thecvf\.com|cv-foundation\.org"
              r"|proceedings\.mlr\.press|jmlr\.org|papers\.nips\.cc|neurips\.cc|doi\.org|\.pdf(?:$|[?#])"),
    ("video", r"youtube\.com|youtu\.be|vimeo\.com|techtalks\.tv|videolectures\.net"),
)  # fmt: skip
_COMPILED = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HOSTS)


def role_iri(name: str) -> str:
    return f"{BASE}role/{name}"


def role_of(link: Link, known: Authorities, paper: bool = False, maker: bool = False) -> str:
    """The IRI of a link's role. `paper`: the thing is a paper; `maker`: the link is on its maker."""
    if link.form in ("image", "badge"):
        return role_iri("image")
    if maker:
        return role_iri("profile")
    if link.form == "title":
        return role_iri("paper" if paper else "title")
    by_label = _role_by_label(link.label, known)
    if by_label and link.form != "inline":
        return by_label
    by_host = next((r for r, p in _COMPILED if p.search(link.url)), "")
    if link.form in ("button", "auto") and by_host:
        return role_iri(by_host)
    return by_label or role_iri("other")


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
