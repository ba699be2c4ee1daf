"""What a URL's host tells: code, a paper or a video."""

from __future__ import annotations

import re
from functools import lru_cache

_CODE = re.compile(
    r"(?:github\.com|gitlab\.com|bitbucket\.org|sourceforge\.net|code\.google\.com|codeberg\.org"
    r"|gist\.github\.com|pypi\.org|cran\.r-project\.org|npmjs\.com)(?:[/:]|$)"
)
_PAPER = re.compile(
    r"arxiv\.org|openreview\.net|aclweb\.org|aclanthology\.org|papers\.ni?e?urips|papers\.nips\.cc"
    r"|proceedings\.mlr|jmlr\.org|thecvf\.com|cv-foundation\.org|ieeexplore|dl\.acm\.org|doi\.org"
    r"|springer\.com|sciencedirect\.com|nature\.com/articles|semanticscholar\.org|biorxiv\.org"
    r"|ijcai\.org|isca-speech\.org|aaai\.org|researchgate\.net|ecva\.net|eccv\d{4}\.\w+|neurips\.cc|nips\.cc"
    r"|jstor\.org/stable/|journals\.plos\.org/|academic\.oup\.com/\w+/article|pubmed\.ncbi|ncbi\.nlm\.nih\.gov/p"
    r"|iopscience\.iop\.org/article|journals\.aps\.org|biomedcentral\.com/articles|/doi/(?:\w+/)?10\.\d{4}"
    r"|usenix\.org/conference/\w+/(?:technical-sessions/)?presentation/|proceedings\.mlsys\.org"
    r"|ic(?:ml|lr)\.cc/virtual/\d+/(?:oral|poster|spotlight)/"
    r"|\.pdf(?:$|[?#])"
)
_VIDEO = re.compile(r"youtube\.com|youtu\.be|vimeo\.com|techtalks\.tv|videolectures\.net")
# Pages of a journal or a conference as a whole.
_SERIES = re.compile(r"springer\.com/journal/\d+/?$|/xpl/(?:conhome|recentissue)|/loi/\w+/?$")
_FRONT_PAGE = re.compile(r"(?:https?:)?//[^/]+/?")
# Works that cite a work.
_CITING = re.compile(r"scholar\.google\.[a-z.]+/(?:scholar|citations)\?")
_ROLES = (("code", _CODE), ("paper", _PAPER), ("video", _VIDEO))


@lru_cache(maxsize=65536)
def holds_code(url: str) -> bool:
    return bool(_CODE.search(url.lower()))


@lru_cache(maxsize=65536)
def holds_paper(url: str) -> bool:
    """Whether a URL is a paper's by its host; the host's front page is none."""
    return bool(_PAPER.search(url.lower())) and not is_front_page(url)


@lru_cache(maxsize=65536)
def is_front_page(url: str) -> bool:
    """Whether a URL is that of a host, or of a journal or a conference, as a whole."""
    return bool(_FRONT_PAGE.fullmatch(url) or _SERIES.search(url.lower()))


def lists_citing(url: str) -> bool:
    """Whether a URL leads to the works that cite a work, rather than to its record."""
    return bool(_CITING.search(url.lower()))


@lru_cache(maxsize=65536)
def role_by_host(url: str) -> str:
    """The name of the role that a URL's host tells; front pages and others tell none."""
    lower = "" if is_front_page(url) else url.lower()
    return next((role for role, pattern in _ROLES if pattern.search(lower)), "")
