"""The list's own page on the web, as its table of contents may name it.

own = "https://github.com/" owner "/" name [ "/blob/" branch "/" file ] "#" heading
"""

from __future__ import annotations

import re
from collections import Counter

_ANCHORED = re.compile(
    r"(https?://github\.com/[\w.-]+/[\w.-]+/?(?:(?:blob|tree)/[\w.-]+/?[\w./-]*)?)#([^\s)\"'>]+)"
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*)$", re.MULTILINE)
_FEWEST = 3  # links to its headings that tell a page from another


def own_page(text: str) -> str:
    """The address whose fragments are the headings of this text, or the empty string."""
    if "#" not in text or "://github.com/" not in text:
        return ""
    headings = {_slug(h) for h in _HEADING.findall(text)}
    found = Counter(
        page for page, part in _ANCHORED.findall(text) if re.sub(r"-\d+$", "", part) in headings
    )
    page, times = found.most_common(1)[0] if found else ("", 0)
    return page if times >= _FEWEST else ""


def _slug(heading: str) -> str:
    """A heading as GitHub makes a fragment of it, without a number behind it."""
    words = re.sub(r"[^\w\s-]", "", heading.strip().casefold())
    return re.sub(r"-\d+$", "", re.sub(r"\s", "-", words))


def leads_within(url: str, page: str) -> bool:
    """Whether a link leads to a place of the list itself."""
    own = url.startswith(("#", "./#")) or url.casefold().startswith(("readme.md#", "./readme.md#"))
    return own or bool(page and url.startswith(f"{page}#"))
