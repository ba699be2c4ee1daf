"""Plain text → CommonMark that reads back as that text: escapes, links, anchors of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Only what would be read as mark-up where it stands; `snake_case` and `C++` stay as they are.
_MARKUP = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[*`\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
)
_BLOCK_START = re.compile(r"([-+>]|#{1,6}|\d{1,9}(?=[.)]))(?=[.)]?(?:\s|\Z))")
_PLAIN_URL = re.compile(r"[^\s<>\x00-\x1f]+")
_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
_AUTOLINK = re.compile(r"https?://[^\s<>]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link to print."""

    label: str
    url: str

    def __str__(self) -> str:
        if self.label in ("", self.url) and _AUTOLINK.fullmatch(self.url):
            return f"<{self.url}>"
        return f"[{escape(self.label)}]({_target(self.url)})"

    @property
    def button(self) -> str:
        """The link in brackets, where its label has none of its own."""
        inner = _BRACKETED.fullmatch(self.label)
        return f"[[{escape(inner[1])}]]({_target(self.url)})" if inner else f"[{self}]"

    def stands_in(self, text: str) -> bool:
        """Whether a text of CommonMark or HTML holds the link's whole address."""
        return re.search(rf"{re.escape(self.url)}(?=[\s)>\"'\]]|\Z)", text) is not None


def escape(text: str) -> str:
    """Text inside a line."""
    return _MARKUP.sub(r"\\\g<0>", text)


def line_start(text: str) -> str:
    """A line of CommonMark whose first characters open no block."""
    found = _BLOCK_START.match(text)
    if not found:
        return text
    number = found[1].isdigit()
    return f"{found[1]}\\{text[found.end() :]}" if number else f"\\{text}"


def linked(text: str, links: Iterable[Anchor]) -> tuple[str, list[Anchor]]:
    """Text with each link at the place of its label, and the links that have none."""
    places: list[tuple[int, int, Anchor]] = []
    left: list[Anchor] = []
    for link in links:
        place = _free_place(text, link.label, places)
        if place is None:
            left.append(link)
        else:
            places.append((*place, link))
    return _with_links(text, sorted(places, key=lambda p: p[0])), left


def _free_place(
    text: str, label: str, taken: list[tuple[int, int, Anchor]]
) -> tuple[int, int] | None:
    """Where a label stands as whole words, outside the places taken already."""
    if not label:
        return None
    for found in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text):
        if all(found.end() <= start or found.start() >= end for start, end, _ in taken):
            return found.span()
    return None


def _with_links(text: str, places: list[tuple[int, int, Anchor]]) -> str:
    parts, at = [], 0
    for start, end, link in places:
        before = escape(text[at:start])
        parts += [f"{before[:-1]}\\!" if before.endswith("!") else before, str(link)]
        at = end
    return "".join([*parts, escape(text[at:])])


def _target(url: str) -> str:
    plain = _PLAIN_URL.fullmatch(url) and _balanced(url)
    return url if plain else f"<{re.sub('[<>]', _percent, url)}>"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _balanced(url: str) -> bool:
    depth = 0
    for char in url:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def heading_anchor(heading: str, seen: dict[str, int]) -> str:
    """The fragment that GitHub gives a heading; `seen` counts those before it."""
    slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    times = seen[slug] = seen.get(slug, -1) + 1
    return f"#{slug}-{times}" if times else f"#{slug}"
