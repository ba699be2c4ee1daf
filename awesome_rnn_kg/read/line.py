"""A citation's text while it is taken apart: links are masked, and offsets stay those of the text.

lead  = *( "[" ( " " | "x" | 1*3DIGIT ) "]" | number | bullet | emoji | key )
key   = ( "Title" | "Paper" | "Name" … ) ":" before a title
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .document import Field, Link
from .inline import Mark, RichText
from .keys import KEYED, field_kind
from .lexicon import Lexicon, label_key
from .links import POINTING, Anchor, anchors
from .names import parse_names
from .namewords import is_name
from .reference import behind_titles, is_preprint_label
from .venues import DOI_URL, looks_like_venue

GAP = "\x1f"
_LONGEST_NAMES = 3000  # of a list of them, in characters
_PARTS_BEFORE = 4  # places of a style or a line break where a list of names may begin
# `Bee (1950)`, `van Bee, Dee (1974)`, `Bee et al (2007)`
_SURNAME = (
    r"(?:(?:van|von|de|di)\s)?[^\W\d_a-z]['’]?[\w'’-]*[a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*[a-z])?"
)
_BESIDE = rf"({_SURNAME}(?:(?:,\s|,?\s(?:and|&)\s){_SURNAME})*)(,?\set\.?\sal\.?,?)?"
BESIDE = re.compile(_BESIDE)
CREDIT = re.compile(rf"{_BESIDE}\s\(((?:19|20)\d\d)\)")
# `BeeNet (Bee et al., 2015)`, `BeeNet (Nets for bees, Bee and Dee, 2015)`
LATE_CREDIT = re.compile(rf"\((?:[^()]*?,\s)?{_BESIDE}\s?,?\s((?:19|20)\d\d)\)\W*\Z")
_CREDIT_GAP = re.compile(r",?\s(?:and|&)\s|,\s")
_FEWEST_TOLD = 6  # words of a sentence about a thing
_TELLING = re.compile(
    r"\s(?:is|are|has|contains?|provides?|includes?|comprises?|consists|aims|closes)\s"
)
_EMOJI_CHARS = r"\u2600-\u27bf\U0001f000-\U0001faff\u2b50\ufe0f\u200d"
_LEAD = re.compile(
    r"\s*(?:\[[ xX✓]\]\s+|\[\d{1,3}\][.:]?\s+|\(?\d{1,3}[.)]\s+|[-–—•*·▪➤►]\s+|:[\w+-]+:\s*"
    rf"|[{_EMOJI_CHARS}]\s*)*"
)
# Emoji by their names that stand between words without blanks: `:star:[Code](u)oral:fire:`.
_NAMED = (
    "star2?|fire|house|newspaper|sunflower|dog|tv|heart|boom|tada|zap|sparkles|rocket|thumbsup"
    r"|\+1|trophy|open_mouth|book|books|memo|scroll|page_facing_up|octocat|link|bulb|computer"
    "|paperclip|mortar_board|cyclone|collision|white_check_mark|heavy_check_mark|movie_camera"
    "|video_camera|exclamation|triangular_flag_on_post|new|hugs|globe_with_meridians"
)
_EMOJI = re.compile(
    rf"(?<![\w:])(?::[a-z_+\d]+:)+(?!\w)|(?<!:):(?:{_NAMED}):(?!:)|[{_EMOJI_CHARS}•]+"
)


class Line(NamedTuple):
    """One text with its links.

    In `masked`, buttons, pictures, emoji and addresses beside words are runs of GAP and a forced
    line break is "\\n". `titles` are the links that may be titles, `linked` the bounds of their
    labels; `name_runs` are the stretches of bold or italic text that hold names and nothing else.
    """

    rich: RichText
    anchors: tuple[Anchor, ...]
    masked: str
    start: int
    lexicon: Lexicon
    titles: tuple[Anchor, ...]
    linked: frozenset[tuple[int, int]]
    name_runs: tuple[tuple[int, int], ...]

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

    @property
    def unlinked(self) -> str:
        """The text with blanks for its links."""
        return _unlinked(self.rich.text, self.anchors)

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(self.link(a) for a in self.anchors)


def make_line(rich: RichText, lexicon: Lexicon) -> Line:
    """Find the links of a text and mask what is no part of a citation's words."""
    found = anchors(rich, lexicon)
    start = _lead_end(rich.text, found)
    found = [_as_title(a) if _stands_for_title(a, found, rich, start) else a for a in found]
    if found and _is_told_of(found[0], rich.text, start, lexicon):
        found[0] = _as_title(found[0])
    found = [_as_late_button(a, rich.text, start, lexicon) for a in found]
    found = [_as_credit(a, rich.text, start, lexicon) for a in _buttons_in_a_row(rich.text, found)]
    masked = _masked(rich, found)
    titles = _titles(rich, found)
    linked = frozenset(a.inner for a in titles)
    runs = _name_runs(rich, masked)
    return Line(rich, tuple(found), masked, start, lexicon, titles, linked, runs)


def _as_late_button(anchor: Anchor, text: str, start: int, lexicon: Lexicon) -> Anchor:
    """`Title of Four Words [Resource repo](u) (ICML 2024)`: two words, the last a link's label."""
    words = anchor.label.split()
    if anchor.form != "inline" or len(words) != 2 or not lexicon.names_link(words[1]):
        return anchor
    before, after = text[start : anchor.start].split(), text[anchor.end :].strip()
    ends = text[start : anchor.start].rstrip()[-1:]
    apart = anchor.start == anchor.inner[0] and (ends.isalnum() or ends in "?!.")
    titled = apart and len(before) > 3 and before[-1][:1].isupper() and before[0][:1].isupper()
    return anchor._replace(form="button") if titled and after[:1] in ("", "(", "[") else anchor


def _as_credit(anchor: Anchor, text: str, start: int, lexicon: Lexicon) -> Anchor:
    """`Title of a paper. [Bee, Dee (1950)](u)`: who wrote it and when is no title."""
    words = text[start : anchor.start].rstrip()
    credit = anchor.form == "inline" and is_credit(anchor, lexicon)
    return anchor._replace(form="button") if credit and words[-1:] in tuple(".?!:,”") else anchor


def is_credit(anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a link's label names authors and a year: `Bee, Dee (1950)`."""
    label = anchor.label.strip()
    found = CREDIT.fullmatch(label) if label.endswith(")") else None
    known = found is None or lexicon.begins_with_venue(found[1])
    return not known and not is_preprint_label(anchor.label) and not is_journal(anchor)


def surnames(credit: re.Match[str]) -> list[tuple[int, int]]:
    """Where each of the names of a credit stands: `Bee`, `Dee` in `Bee and Dee (1950)`."""
    gaps = _CREDIT_GAP.finditer(credit.string, *credit.span(1))
    bounds = [credit.start(1), *(i for g in gaps for i in g.span()), credit.end(1)]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def is_journal(anchor: Anchor) -> bool:
    """Whether the one name of a label is in the link's DOI: `oncobee` in `10.18632/oncobee.14`."""
    label = anchor.label.strip()
    found = CREDIT.fullmatch(label) if label.endswith(")") else None
    doi = DOI_URL.search(anchor.url) if found else None
    lone = found and doi and " " not in found[1] and not found[2]
    return bool(lone and found and doi and found[1].casefold() in doi[1].casefold())


def _buttons_in_a_row(text: str, found: list[Anchor]) -> list[Anchor]:
    """A short link that follows a button at once is one too: `[pdf](u) [x](v)`."""
    row: list[Anchor] = []
    for anchor in found:
        last = row[-1] if row else None
        next_to = last and last.form == "button" and blank(text[last.end : anchor.start])
        words = text[: last.start] if last else ""
        short = len(anchor.label.split()) <= 2
        joins = anchor.form == "inline" and next_to and short and not blank(words)
        row.append(anchor._replace(form="button") if joins else anchor)
    return row


def _titles(rich: RichText, found: list[Anchor]) -> tuple[Anchor, ...]:
    """The links that may be titles; people's pages are none beside words that nothing links."""
    elsewhere = behind_titles(rich, found)
    titles = tuple(a for a in found if _may_be_title(a) and a not in elsewhere)
    named = sum(is_name(a.label) for a in titles)
    people = len(titles) > 1 and is_name(titles[0].label) and named > len(titles) / 2
    words = len(rich.text[: titles[0].start].split()) > 2 if named else False
    return () if words and (people or _is_below(rich, titles)) else titles


def _is_below(rich: RichText, titles: tuple[Anchor, ...]) -> bool:
    """Whether the only link is on a name at the start of a line below words."""
    breaks = [m.start for m in rich.of("break") if m.form == "hard"]
    lines = [b for b in breaks if blank(rich.text[b : titles[0].start])]
    return len(titles) == 1 and is_name(titles[0].label) and bool(lines)


def _may_be_title(anchor: Anchor) -> bool:
    visible = anchor.form == "inline" and anchor.inner[1] > anchor.inner[0]
    away = not anchor.url.startswith("#")
    return visible and away and label_key(anchor.label) not in POINTING


def _lead_end(text: str, found: list[Anchor]) -> int:
    """Where markers and a key such as `Paper:` before a title end."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    key = KEYED.match(text, start)
    if key and field_kind(key[1]) == "title" and not any(a.start == start for a in found):
        start = key.end() if text[key.end() :].strip() else start
    return start


def _masked(rich: RichText, found: list[Anchor]) -> str:
    masked = list(rich.text)
    alone = all(a.form == "auto" for a in found) and blank(_unlinked(rich.text, found))
    for anchor in found:
        if anchor.form in ("button", "badge") or (anchor.form == "auto" and not alone):
            masked[anchor.start : anchor.end] = GAP * (anchor.end - anchor.start)
    for emoji in _EMOJI.finditer(rich.text):
        masked[slice(*emoji.span())] = GAP * (emoji.end() - emoji.start())
    for mark in rich.of("break"):
        if mark.form == "hard" and mark.start < len(masked):
            masked[mark.start] = "\n"
    return _broken_behind_names(rich, found, masked)


def _broken_behind_names(rich: RichText, found: list[Anchor], masked: list[str]) -> str:
    """The text with breaks behind lists of names that end where a link's line or a style begins.

    `Ann Bee, Cid Dee` / `[Bees 3 (2015)](u)`; `*Ann Bee, Cid Dee* ICML'15`; `… *ICML* 2015`.
    """
    styles = [place for m in rich.of("em", "strong") for place in (m.start, m.end)]
    breaks = [m.start for m in rich.of("break")]
    links = {a.start for a in found if a.form in ("inline", "button")} if breaks else set()
    ends = {b for b in breaks if b + 1 in links} | {s - d for s in styles for d in (0, 1) if s}
    for at in sorted(e for e in ends if masked[e : e + 1] == [" "]):
        starts = [s for s in (0, *styles, *(b + 1 for b in breaks)) if s < at]
        first = max(at - _LONGEST_NAMES, 0)
        parts = ("".join(masked[s:at]) for s in sorted(starts)[-_PARTS_BEFORE:] if s >= first)
        if any(map(_are_names, parts)):
            masked[at] = "\n"
    return "".join(masked)


def _are_names(text: str) -> bool:
    """Whether the last line of a text is names, one or more, and nothing else."""
    last = text.rpartition("\n")[2]
    if not last.rstrip()[-1:].isalpha() or GAP in last:
        return False
    names = parse_names(last)
    several = len(names.names) > 1 and blank(last[names.stop :])
    return several or (bool(text) and is_name(last))


def _unlinked(text: str, found: Sequence[Anchor]) -> str:
    words = list(text)
    for anchor in found:
        words[anchor.start : anchor.end] = " " * (anchor.end - anchor.start)
    return "".join(words)


def _name_runs(rich: RichText, masked: str) -> tuple[tuple[int, int], ...]:
    marks = [m for m in rich.of("em", "strong") if m.end - m.start > 3]
    runs = [(m.start, m.end) for m in marks if not _is_within(masked, m)]
    return tuple(r for r in runs if is_name(masked[slice(*r)]) or _is_name_list(masked, *r))


def _is_within(masked: str, mark: Mark) -> bool:
    """Whether a stretch goes on with a phrase, unlike names: `On **Small Bees**`, `in *Bees*`."""
    lead = masked[max(0, mark.start - 4) : mark.start]
    if mark.kind == "em":
        return lead.endswith(" ") and lead.strip() in ("in", "In")
    return len(lead) > 1 and lead[-2].isalnum() and lead[-1] == " "


def _is_name_list(masked: str, start: int, end: int) -> bool:
    names = parse_names(masked, start, end)
    listed = len(names.names) > 1 or names.et_al
    return listed and blank(masked[names.stop : end])


def _stands_for_title(anchor: Anchor, found: list[Anchor], rich: RichText, start: int) -> bool:
    """A link with a usual label ("Documentation") is a title where it opens its bullet alone."""
    bracketed = anchor.start != anchor.inner[0] or anchor.label.lstrip().startswith("[")
    text = rich.text
    if anchor.form != "button" or bracketed or text[start : anchor.start].strip():
        return False
    others = [a for a in found if a.form == "inline"]
    rest = text[anchor.end :].strip()
    titled = any(m.start > anchor.end for m in rich.of("em", "strong"))
    lone = len(found) == 1 and not titled
    alone = not others and (not rest or rest[0] in "-–—:(" or lone)
    return alone or bool(others and rest and rest[0] in "-–—:(,")


def _is_told_of(anchor: Anchor, text: str, start: int, lexicon: Lexicon) -> bool:
    """`[[Bee Data](u)] It is a set of bees.`: a name in brackets before a sentence about it."""
    if text[anchor.start : anchor.start + 1] != "[" or not blank(text[start : anchor.start]):
        return False
    stop = text.find(".", anchor.end)
    words = text[anchor.end : stop if stop >= 0 else len(text)]
    label = anchor.label
    if len(words.split()) < _FEWEST_TOLD or not _TELLING.search(words):
        return False
    return not (lexicon.names_link(label) or looks_like_venue(label, lexicon))


def _as_title(anchor: Anchor) -> Anchor:
    return anchor._replace(form="inline")


def group_label(line: Line) -> Field:
    """A label's words without its links and markers."""
    words = line.masked.rstrip(f" ,:;|-–—\n{GAP}")
    printed = line.field(line.start, len(words))
    text = " ".join(words[line.start :].replace(GAP, " ").split())
    return Field(text, printed.span)


def plain_end(line: Line, at: int, end: int) -> int:
    """Where words end at a masked link or at a forced line break; emoji within them are words."""
    stops = [i for i in (_gap(line, at, end), line.masked.find("\n", at, end)) if i >= 0]
    return min(stops, default=end)


def _gap(line: Line, at: int, end: int) -> int:
    """Where the first gap begins that is no emoji between words, or -1."""
    found = line.masked.find(GAP, at, end)
    while found >= 0:
        close = found + len(line.masked[found:end]) - len(line.masked[found:end].lstrip(GAP))
        linked = any(a.start <= found <= a.end for a in line.anchors)
        within = (
            line.masked[:found].endswith(" ") and line.masked[close : close + 2].strip().isalpha()
        )
        if linked or not within or found == at:
            return found
        found = line.masked.find(GAP, close, end)
    return -1


def blank(text: str) -> bool:
    """Whether nothing is left of a masked text but separators."""
    return not any(c.isalnum() for c in text)
