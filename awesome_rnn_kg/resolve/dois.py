"""The DOI that the address of a publisher's page holds.

address = [ … ] ( "doi.org/" | "springer.com/" | place ) doi [ tail ]
place   = "/doi/" [ form "/" ] | "/" kind "/" [ form "/" ]
kind    = "article" | "articles" | "chapter" | "book" | "content"
doi     = "10." digits ( "/" | "%2F" ) characters
tail    = "/full", "/pdf" … | "/" number of the article | ".pdf" | version of a preprint
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_FORM = r"(?:(?:abs|full|pdf|pdfplus|epdf|book)/)?"
_DOI = re.compile(
    rf"(?:doi\.org/|springer\.com/|/doi/{_FORM}|/(?:articles?|chapter|book|content)/{_FORM})"
    r"(10\.\d{4,9}(?:/|%2F)[^\s?#]+)",
    re.IGNORECASE,
)
_PAGE_FORM = re.compile(r"/(?:full(?:/html)?|fulltext|epdf|pdf|abstract|html|meta)\Z|\.pdf\Z")
_ARTICLE = re.compile(r"/\d{5,}\Z")  # academic.oup.com/…/doi/10.1093/bib/bbad257/7222295
# www.biorxiv.org/content/10.1101/2020.01.02.123456v1.full.pdf
_VERSION = re.compile(r"(?<=\d)v\d{1,2}(?:\.full|\.abstract|\.full-text)?\Z")


def doi_in(url: str) -> str:
    """The DOI in an address, without what stands behind it; empty where there is none."""
    found = _DOI.search(url)
    ident = _PAGE_FORM.sub("", unquote(found[1]).rstrip("./ ").lower()) if found else ""
    if ident.startswith("10.1101/"):
        ident = _VERSION.sub("", ident)
    return _ARTICLE.sub("", ident) if "academic.oup.com" in url.lower() else ident
