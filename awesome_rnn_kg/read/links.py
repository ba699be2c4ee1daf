"""Links of a piece of text: those that Markdown sees, those that it refuses, and what each is for.

button  = "[" link "]" | link whose label (or its brackets' text) is a known link label
title   = the link whose label is the title of a thing
refused = "[" label "]" blanks "(" target ")" | "[" label "](" target with blanks ")"
bare    = "http://…" that stands in the text as it is
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .inline import RichText
from .lexicon import Lexicon, label_key

_REFUSED = re.compile(
    r"\[+([^\[\]\n]{0,200})\]+\s*\(\s*([^()\s][^()\n]{0,2000}?(?:\([^()\n]*\)[^()\n]*?)?)\s*\)\]?"
)
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"'`|\\^{}\[\]]+", re.IGNORECASE)
_TARGET = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:|//|/|#|\./|\.\./|www\.|[\w-]+\.[a-z]{2,6}(?:/|$)|[\w/-]+\.\w{2,5}$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link over text[start:end], brackets around it included; `inner` bounds its label."""

    start: int
    end: int
    inner: tuple[int, int]
    url: str
    label: str
    form: str
    raw: tuple[int, int]
    refused: bool = False


def anchors(rich: RichText, lexicon: Lexicon) -> list[Anchor]:
    """All links of a text in its order, buttons told from others."""
    found = [*_marked(rich, lexicon), *_refused(rich, lexicon), *_images(rich)]
    found.extend(_bare(rich, found))
    return sorted(found, key=lambda a: (a.raw[0], a.start))


def _marked(rich: RichText, lexicon: Lexicon) -> Iterator[Anchor]:
    marks = rich.of("link")
    pictures = rich.of("image")
    for mark in marks:
        label = rich.text[mark.start : mark.end]
        start, end = _bracketed(rich.text, mark.start, mark.end)
        inside = [
            p for p in pictures if mark.raw_start <= p.raw_start and p.raw_end <= mark.raw_end
        ]
        form = _form(rich.text, label, start, end, mark.start, mark.end, lexicon)
        if inside and not label.strip():
            label, form = inside[0].form, "badge"
        inner = (mark.start, mark.end)
        raw = (mark.raw_start, mark.raw_end)
        yield Anchor(start, end, inner, mark.url, label, form, raw)


def _form(
    text: str, label: str, start: int, end: int, inner: int, inner_end: int, lexicon: Lexicon
) -> str:
    known = lexicon.names_link(label)
    words = len(label_key(label).split())
    square = text[start:inner].strip().endswith("[") or label.strip().startswith("[")
    if known or (square and words <= 4):
        return "button"
    if start < inner and text[start] == "(" and words <= 2 and label_key(label).islower():
        return "button" if known else "inline"
    return "inline"


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a link by the brackets around it: `[` link `]`, `(` link `)`."""
    for left, right in (("[", "]"), ("(", ")")):
        before = len(text[:start].rstrip())
        after = end + len(text[end:]) - len(text[end:].lstrip())
        if before and text[before - 1] == left and text[after : after + 1] == right:
            return before - 1, after + 1
    if start and text[start - 1] == "[" and text[end : end + 2] == "](":
        return start - 1, end
    return start, end


def _refused(rich: RichText, lexicon: Lexicon) -> Iterator[Anchor]:
    """What looks like a link to its author but not to CommonMark."""
    taken = [(m.start, m.end) for m in rich.of("link", "code") if m.end > m.start]
    for found in _REFUSED.finditer(rich.text):
        start, end = found.span(2)
        if any(a < end and start < b for a, b in taken) or not _TARGET.match(found[2]):
            continue
        raw = (rich.origin[found.start()], rich.origin[found.end() - 1] + 1)
        square = found[0].startswith("[[") and len(found[1].split()) <= 4
        form = "button" if square or lexicon.names_link(found[1]) else "inline"
        yield Anchor(*found.span(), found.span(1), found[2].strip(), found[1], form, raw, True)


def _images(rich: RichText) -> Iterator[Anchor]:
    for mark in rich.of("image"):
        raw = (mark.raw_start, mark.raw_end)
        yield Anchor(
            mark.start, mark.start, (mark.start, mark.start), mark.url, mark.form, "image", raw
        )


def _bare(rich: RichText, others: list[Anchor]) -> Iterator[Anchor]:
    taken = [(a.start, a.end) for a in others if a.end > a.start]
    taken += [(m.start, m.end) for m in rich.of("code")]
    for found in _BARE.finditer(rich.text):
        start, end = found.start(), found.start() + len(trim_url(found[0]))
        if end - start < 8 or any(a < end and start < b for a, b in taken):
            continue
        raw = (rich.origin[start], rich.origin[end - 1] + 1)
        url = rich.text[start:end]
        yield Anchor(start, end, (start, end), url, url, "auto", raw)


def trim_url(url: str) -> str:
    """A bare URL without the punctuation that ends its sentence (as GitHub does it)."""
    while url and (url[-1] in "?!.,:;*_~'\")" or url.endswith("&gt;")):
        if url[-1] == ")" and url.count("(") >= url.count(")"):
            break
        url = url[:-1]
    return url
