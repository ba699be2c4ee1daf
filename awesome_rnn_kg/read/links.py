"""Links of a piece of text: those that Markdown sees, those that it refuses, and what each is for.

button  = "[" link "]" | link whose label is a known link label | known label ":" address
title   = the link whose label is the title of a thing
refused = "[" label "]" blanks "(" target ")" | "[" label "](" target with blanks ")"
        | "[" label "](" address, where the text ends without the bracket
bare    = "http://…" that stands in the text as it is
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from .inline import Mark, RichText
from .lexicon import Lexicon, label_key
from .venues import DOI

_REFUSED = re.compile(
    r"\[{1,3}([^\[\]\n]{0,200})\]{1,3}\s?"
    r"[(（]\s?([^()（）\s][^()（）\n]{0,2000}(?:\([^()（）\n]{0,200}\)[^()（）\n]{0,2000})?)[)）]\]?"
)
_UNCLOSED = re.compile(r"\[([^\[\]\n]{1,200})\]\((https?://[^\s()（）<>]{4,2000})\s*\Z")
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"'`|\\^{}\[\]（）]+", re.IGNORECASE)
_TARGET = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,20}:|//|/|#|\./|\.\./|www\.|[\w-]{1,60}\.[a-z]{2,6}(?:/|$)"
    r"|[\w/-]{1,200}\.\w{2,5}$)",
    re.IGNORECASE,
)
_KEY_BEFORE = re.compile(
    r"(?<![\w-])(?:[\w-]{1,24}\s){0,2}[\w-]{1,24}(?:\s?\([^()]{1,40}\))?(?=\s?[:：]{1,2}\s?\Z)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
POINTING = frozenset(("link", "here", "url", "this link", "click here", "this", "こちら"))
_ARTICLE = re.compile(r"(?<![\w-])(?:an?|the)\s\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?!and\b|or\b|by\b)[a-z]{2,}")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


class Anchor(NamedTuple):
    """A link over text[start:end], brackets around it included; `inner` bounds its label."""

    start: int
    end: int
    inner: tuple[int, int]
    url: str
    label: str
    form: str
    raw: tuple[int, int]
    refused: bool = False
    tip: str = ""


def anchors(rich: RichText, lexicon: Lexicon) -> list[Anchor]:
    """All links of a text in its order, buttons told from others."""
    found = [*_marked(rich, lexicon), *_refused(rich, lexicon), *_images(rich)]
    found.extend(_bare(rich, found))
    found.sort(key=lambda a: (a.raw[0], a.start))
    return [_keyed(a, rich.text, lexicon) for a in found]


def _marked(rich: RichText, lexicon: Lexicon) -> Iterator[Anchor]:
    pictures = rich.of("image")
    for mark in rich.of("link"):
        inner = (mark.start, mark.end)
        label = rich.text[slice(*inner)]
        start, end = _bracketed(rich.text, *inner)
        square = rich.text[start : mark.start].strip().endswith("[") or label.lstrip()[:1] == "["
        form = _form(label, square and start > 0, square, lexicon)
        form = "auto" if mark.form == "auto" and form == "inline" else form
        # `**Nets for all** [[link]](u)`: behind a bold title it is no word of a sentence.
        bold = label[:1] == "[" and any(m.end == start - 1 for m in rich.of("strong"))
        within = start == mark.start and not bold
        if form == "button" and within and _in_sentence(rich.text, label, start):
            form = "inline"
        if not label.strip() and (picture := _picture_in(mark, pictures)):
            label, form = picture.form, "badge"
        raw = (mark.raw_start, mark.raw_end)
        yield Anchor(start, end, inner, mark.url, label, form, raw, tip=mark.tip)


def _picture_in(mark: Mark, pictures: list[Mark]) -> Mark | None:
    return next(
        (p for p in pictures if mark.raw_start <= p.raw_start and p.raw_end <= mark.raw_end), None
    )


def _form(label: str, late: bool, square: bool, lexicon: Lexicon) -> str:
    """A known label makes a button, and so do square brackets: of few words, or behind a text."""
    if lexicon.names_link(label) or DOI.fullmatch(label.strip(" []")):
        return "button"
    words = len(label_key(label).split())
    return "button" if square and (late or words <= 4) else "inline"


def _in_sentence(text: str, label: str, start: int) -> bool:
    """Whether a link is a word of a sentence rather than a button: `see [here](u)`.

    Other labels are where words go on behind them: `A [Jupyter](u) widget for bees`.
    """
    before = text[max(0, start - 2) : start]
    if label_key(label) in POINTING:
        return before[:1].islower() and before[1:] == " "
    article = _ARTICLE.search(text, max(0, start - 5), start)
    return article is not None and _GOES_ON.match(text, start + len(label)) is not None


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a link by the brackets around it: `[` link `]`, `(` link `)`."""
    before, after = start, end
    while before and text[before - 1].isspace():
        before -= 1
    while after < len(text) and text[after].isspace():
        after += 1
    if text[before - 1 : before] + text[after : after + 1] in ("[]", "()", "<>"):
        return before - 1, after + 1
    if start and text[start - 1] == "[" and text[end : end + 2] == "](":
        return start - 1, end
    return start, end


def _refused(rich: RichText, lexicon: Lexicon) -> Iterator[Anchor]:
    """What looks like a link to its author but not to CommonMark."""
    taken = _Taken((m.start, m.end) for m in rich.of("link", "code"))
    for found in (*_REFUSED.finditer(rich.text), *_UNCLOSED.finditer(rich.text)):
        url = found[2].strip()
        if taken.overlaps(*found.span(2)) or not _TARGET.match(url):
            continue
        raw = (rich.origin[found.start()], rich.origin[found.end() - 1] + 1)
        form = _form(found[1], found.start() > 0, found[0].startswith("[["), lexicon)
        yield Anchor(*found.span(), found.span(1), url, found[1], form, raw, True)


def _images(rich: RichText) -> Iterator[Anchor]:
    for mark in rich.of("image"):
        at, raw = mark.start, (mark.raw_start, mark.raw_end)
        yield Anchor(at, at, (at, at), mark.url, mark.form, "image", raw)


def _bare(rich: RichText, others: list[Anchor]) -> Iterator[Anchor]:
    inner = [(a.start, a.end) for a in others] + [(m.start, m.end) for m in rich.of("code")]
    taken = _Taken(inner)
    for found in _BARE.finditer(rich.text):
        url = trim_url(found[0])
        start, end = found.start(), found.start() + len(url)
        if end - start < 8 or taken.overlaps(start, end):
            continue
        raw = (rich.origin[start], rich.origin[end - 1] + 1)
        yield Anchor(start, end, (start, end), url, url, "auto", raw)


class _Taken:
    """Stretches of text that are read already."""

    def __init__(self, stretches: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> None:
        self._sorted = sorted((a, b) for a, b in stretches if b > a)

    def overlaps(self, start: int, end: int) -> bool:
        at = bisect_right(self._sorted, (start, start))
        return any(a < end and start < b for a, b in self._sorted[max(0, at - 1) : at + 1])


def _keyed(anchor: Anchor, text: str, lexicon: Lexicon) -> Anchor:
    """`Code: https://…` and `Code: [here](…)`: a button that the word before the colon labels."""
    if anchor.form not in ("auto", "inline", "button") or not anchor.label:
        return anchor
    start, key = _key_before(text, anchor.start, lexicon)
    if not key:
        return anchor
    pointing = label_key(anchor.label) in POINTING
    if anchor.form == "button" and not pointing:
        alone = not text[:start].rstrip()[-1:].isalnum()
        return anchor._replace(start=start) if alone else anchor
    if _ADDRESS.match(anchor.label) or pointing:
        return anchor._replace(start=start, label=key, form="button")
    repository = _REPOSITORY.fullmatch(anchor.label)
    return anchor._replace(start=start, form="button") if repository else anchor


def _key_before(text: str, end: int, lexicon: Lexicon) -> tuple[int, str]:
    """The link label before the colon that ends at `end` and where it starts, or (0, "")."""
    colon = text[max(0, end - 2) : end].rstrip().endswith((":", "："))
    found = _KEY_BEFORE.search(text, max(0, end - 90), end) if colon else None
    start, words = (found.start(), found[0]) if found else (0, "")
    while words and not lexicon.names_link(words):
        word, _, words = words.partition(" ")
        start += len(word) + 1
    return (start, words) if words else (0, "")


def trim_url(url: str) -> str:
    """A bare URL without the punctuation that ends its sentence (as GitHub does it)."""
    opened, closed, end = url.count("("), url.count(")"), len(url)
    while end and (url[end - 1] in "?!.,:;*_~'\")" or url.endswith("&gt;", 0, end)):
        if url[end - 1] == ")":
            if opened >= closed:
                break
            closed -= 1
        end -= 4 if url.endswith("&gt;", 0, end) else 1
    return url[:end]
