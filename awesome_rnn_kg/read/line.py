"""A citation's text while it is taken apart: links masked, so that offsets stay those of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .document import Field, Link
from .inline import RichText
from .lexicon import Lexicon
from .links import Anchor, anchors

GAP = "\x1f"
_LEAD = re.compile(
    r"\s*(?:\[[ xX✓]\]\s+|\[\d{1,3}\]\.?\s+|\(?\d{1,3}[.)]\s+|[-–—•*·▪➤►]\s+|:\w+:\s*"
    r"|[\u2600-\u27bf\U0001f000-\U0001faff\u2b50\ufe0f]+\s*)+"
)
_EMOJI = re.compile(
    r"(?<![\w:]):[a-z_+\d]+:(?!\w)|[\u2600-\u27bf\U0001f000-\U0001faff\u2b50\ufe0f]+"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One text with its links; in `masked`, buttons, pictures and emoji are runs of GAP."""

    rich: RichText
    anchors: tuple[Anchor, ...]
    masked: str
    start: int
    lexicon: Lexicon

    @property
    def titles(self) -> tuple[Anchor, ...]:
        """The links that may be titles."""
        return tuple(a for a in self.anchors if a.form == "inline" and a.inner[1] > a.inner[0])

    @property
    def buttons(self) -> tuple[Anchor, ...]:
        return tuple(a for a in self.anchors if a.form in ("button", "badge", "image"))

    def field(self, start: int, end: int, text: str | None = None) -> Field:
        """The value of text[start:end], blanks at its ends left out."""
        raw = self.rich.text
        while start < end and raw[start].isspace():
            start += 1
        while end > start and raw[end - 1].isspace():
            end -= 1
        value = " ".join(raw[start:end].split()) if text is None else text
        return Field(value, self.rich.span(start, end))

    def link(self, anchor: Anchor, form: str = "") -> Link:
        """An anchor as a link of the document."""
        label = " ".join(anchor.label.split())
        span = self.rich.place.span(*anchor.raw)
        return Link(anchor.url, label, form or anchor.form, span, anchor.refused)


def make_line(rich: RichText, lexicon: Lexicon) -> Line:
    """Find the links of a text and mask what is no part of a citation's words."""
    found = anchors(rich, lexicon)
    lead = _LEAD.match(rich.text)
    start = lead.end() if lead else 0
    found = [_unbutton(a) if _stands_for_title(a, found, rich.text, start) else a for a in found]
    masked = list(rich.text)
    for anchor in found:
        if anchor.form in ("button", "badge"):
            masked[anchor.start : anchor.end] = GAP * (anchor.end - anchor.start)
    for emoji in _EMOJI.finditer(rich.text):
        masked[slice(*emoji.span())] = GAP * (emoji.end() - emoji.start())
    return Line(rich, tuple(found), "".join(masked), start, lexicon)


def _stands_for_title(anchor: Anchor, found: list[Anchor], text: str, start: int) -> bool:
    """A link with a usual label ("Documentation") is a title where it opens its bullet alone."""
    if (
        anchor.form != "button"
        or text[start : anchor.start].strip()
        or anchor.start != anchor.inner[0]
    ):
        return False
    others = [a for a in found if a.form == "inline"]
    rest = text[anchor.end :].strip()
    alone = not others and (not rest or rest[0] in "-–—:(" or len(found) == 1)
    return alone or bool(others and rest and rest[0] in "-–—:(,")


def _unbutton(anchor: Anchor) -> Anchor:
    return replace(anchor, form="inline")


def blank(text: str) -> bool:
    """Whether nothing is left of a masked text but separators."""
    return not re.search(r"[\w]", text.replace(GAP, " "))
