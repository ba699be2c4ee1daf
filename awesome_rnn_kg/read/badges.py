"""Venues and identifiers that a badge shows: `![](https://img.shields.io/badge/ACL_2020-blue)`.

badge = ".../badge/" [ key "-" ] text "-" colour     "_", "%20" stand for blanks, "--" for a hyphen
key   = "Conference" | "Venue" | "Journal" | "Published" | "Accepted"
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from .document import Venue
from .inline import RichText
from .line import Line
from .links import Anchor
from .venues import add_venues, looks_like_venue, parse_venues

_BADGE = re.compile(r"img\.shields\.io/badge/([^/?#]{1,120})-\w+(?:\.svg)?(?:[?#]|$)")


_KEY = re.compile(
    r"^(?:conference|venue|journal|publish(?:ed)?|accepted)(?:\s(?:in|at|by))?\s(?=\S)",
    re.IGNORECASE,
)


def badge_venues(line: Line, start: int, end: int) -> list[Venue]:
    """The venues of the badges in a stretch of a line."""
    found: list[Venue] = []
    for anchor in line.anchors:
        if anchor.form in ("image", "badge") and start <= anchor.start <= end:
            found = add_venues(found, _venues(line, anchor))
    return found


def _venues(line: Line, anchor: Anchor) -> tuple[Venue, ...]:
    text = _KEY.sub("", badge_text(anchor.url))
    if not text or not looks_like_venue(text, line.lexicon):
        return ()
    shown = RichText(text, (anchor.raw[0],) * len(text), (), line.rich.place)
    return parse_venues(shown, 0, len(text))


def badge_text(url: str) -> str:
    """What a badge shows, or the empty string."""
    found = _BADGE.search(url)
    if not found:
        return ""
    parts = re.split(r"(?<!-)-(?!-)", unquote(found[1]))
    return " ".join(
        p.replace("--", "-").replace("__", "\0").replace("_", " ") for p in parts
    ).replace("\0", "_")
