"""Inline Markdown with exact places: raw text → RichText.

markdown-it-py decides what is mark-up (it is exact CommonMark) but keeps no columns inside a line.
Here each of its rules also records where it started and ended, and what remains is plain text that
stands in the raw text as it is read, from left to right.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ..text.source import Span
from .charrefs import loose_references
from .extensions import add_extensions

# Past these the parser's own effort is no longer linear, and no list has them.
MAX_LINE = 20_000
MAX_NESTING = 40
MAX_INDENT = 1_000

_SPANNED = ("link", "image", "autolink", "backticks", "html_inline", "entity", "escape")
_STYLES = {"em": "em", "strong": "strong", "s": "strike", "b": "strong", "i": "em", "del": "strike"}
_STYLE_TAG = re.compile(r"<(/?)(em|strong|b|i|s|del)\s*>\Z", re.IGNORECASE)
_A_TAG = re.compile(r"<(/?)a\b", re.IGNORECASE)
_MEDIA_TAG = re.compile(r"<(?:img|source|video|audio|iframe|embed)\b", re.IGNORECASE)
_BLANKS = re.compile(r"\S+(?:[ ]\S+)*|\s+")
_BR_TAG = re.compile(r"<br\b", re.IGNORECASE)


class Mark(NamedTuple):
    """Mark-up over `text[start:end]`: em, strong, strike, code, link, image, break or note.

    `raw_start` and `raw_end` bound the whole construct in the raw text. A note's `url` is the label
    of its footnote. A link's `tip` is the title that Markdown gives it.
    """

    kind: str
    start: int
    end: int
    raw_start: int
    raw_end: int
    url: str = ""
    form: str = ""
    tip: str = ""


class Place(NamedTuple):
    """Where raw text stands in a file: (raw offset, line, column) of each of its lines."""

    path: str
    raw: str
    starts: tuple[tuple[int, int, int], ...]

    def point(self, offset: int) -> tuple[int, int]:
        """Line and column of a raw offset."""
        several = len(self.starts) > 1
        at = bisect_right(self.starts, offset, key=lambda s: s[0]) - 1 if several else 0
        begin, line, column = self.starts[at]
        return line, column + offset - begin

    def cut(self, start: int, end: int) -> Place:
        """The place of raw[start:end]."""
        first = bisect_right(self.starts, start, key=lambda s: s[0])
        last = bisect_left(self.starts, end, first, key=lambda s: s[0])
        later = [(o - start, line, column) for o, line, column in self.starts[first:last]]
        return Place(self.path, self.raw[start:end], ((0, *self.point(start)), *later))

    def span(self, start: int, end: int) -> Span:
        """The span of raw[start:end]; behind the end of a line it ends where the next starts."""
        if len(self.starts) == 1:  # asked thousands of times
            begin, line, column = self.starts[0]
            at = column - begin
            return Span(self.path, line, at + start, line, at + max(start, end))
        line, column = self.point(start)
        last_line, last_column = self.point(max(start, end - 1))
        if self.raw[start:end].endswith("\n"):
            return Span(self.path, line, column, last_line + 1, 1)
        return Span(self.path, line, column, last_line, last_column + (1 if end > start else 0))


class RichText(NamedTuple):
    """What a reader sees, with its mark-up and the raw offset of each character."""

    text: str
    origin: tuple[int, ...]
    marks: tuple[Mark, ...]
    place: Place

    def span(self, start: int, end: int) -> Span:
        """The source span of text[start:end]."""
        if not self.origin:
            return self.place.span(0, len(self.place.raw))
        if end <= start:
            at = self.origin[min(start, len(self.origin) - 1)]
            return self.place.span(at, at)
        return self.place.span(self.origin[start], self.origin[end - 1] + 1)

    def cut(self, start: int, end: int) -> RichText:
        """text[start:end] with the mark-up that lies in it."""
        marks = tuple(
            m._replace(start=m.start - start, end=m.end - start)
            for m in self.marks
            if start <= m.start and m.end <= end and m.kind != "break"
        )
        return RichText(self.text[start:end], self.origin[start:end], marks, self.place)

    def lines(self) -> list[RichText]:
        """The pieces between line breaks that are not blank."""
        cuts = [m.start for m in self.marks if m.kind == "break"]
        bounds = zip([0, *(c + 1 for c in cuts)], [*cuts, len(self.text)], strict=True)
        return [self.cut(a, b) for a, b in bounds if self.text[a:b].strip()]

    def of(self, *kinds: str) -> list[Mark]:
        """Marks of these kinds, in order."""
        return [m for m in self.marks if m.kind in kinds]


@dataclass
class _Builder:
    """Collects visible characters and closes marks as the tokens go by."""

    text: list[str] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    open: list[tuple[str, int, int, str, str]] = field(default_factory=list)

    def add(self, text: str, raw: int) -> None:
        """Running text; blanks are folded, as a reader sees them."""
        for run in _BLANKS.finditer(text):
            start, end = run.span()
            self.text.append(" " if run[0].isspace() else run[0])
            self.origin.extend(range(raw + start, raw + (start + 1 if run[0].isspace() else end)))

    def add_at(self, text: str, raw: int) -> None:
        """Text that stands for a longer construct (an entity): every character has its start."""
        self.text.append(text)
        self.origin.extend([raw] * len(text))

    def begin(self, kind: str, raw: int, url: str = "", tip: str = "") -> None:
        self.open.append((kind, len(self.origin), raw, url, tip))

    def close(self, kind: str, raw_end: int, form: str = "", other: str = "") -> None:
        """Close the last open mark of this kind (or of the other one)."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] in (kind, other):
                found, start, raw, url, tip = self.open.pop(index)
                end = len(self.origin)
                self.marks.append(Mark(found, start, end, raw, raw_end, url, form, tip))
                return

    def mark(self, kind: str, raw: tuple[int, int], url: str, form: str) -> None:
        """A mark without text at the place reached."""
        at = len(self.origin)
        self.marks.append(Mark(kind, at, at, *raw, url, form))


def markdown_parser() -> MarkdownIt:
    """CommonMark, tables, strike-through and footnotes, blocks only; URLs stay as written."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline", "text_join"])
    parser.inline.ruler2.disable(["fragments_join"])
    add_extensions(parser)
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.validateLink = _accept  # type: ignore[method-assign]
    rules = {rule.name: rule.fn for rule in parser.inline.ruler.__rules__}
    for name in _SPANNED:
        parser.inline.ruler.at(name, _recording(rules[name]))
    return parser


def _as_written(url: str) -> str:
    return url


def _accept(url: str) -> bool:  # noqa: ARG001  (the parser's own name)
    """Any address is a link of the list, whatever a browser may do with it."""
    return True


def _recording(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, leaving its start and end on the last token that it gives."""

    def recorded(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > before:
            state.tokens[-1].meta["range"] = (start, state.pos)
        return matched

    return recorded


def rich_text(parser: MarkdownIt, env: dict[str, object], place: Place) -> RichText:
    """Parse one block's raw text."""
    if len(place.raw) > MAX_LINE:
        return RichText("", (), (), place)
    tokens: list[Token] = []
    state = StateInline(place.raw, parser, env, tokens)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return _build(tokens, place)


def _build(tokens: list[Token], place: Place) -> RichText:
    builder, cursor = _Builder(), 0
    for token in tokens:
        cursor = _step(builder, token, place.raw, cursor)
    for kind, *_ in list(builder.open):
        builder.close(kind, len(place.raw))
    marks = sorted(builder.marks, key=lambda m: (m.raw_start, -m.raw_end))
    return RichText("".join(builder.text), tuple(builder.origin), tuple(marks), place)


def _step(builder: _Builder, token: Token, raw: str, cursor: int) -> int:
    """Add one token; the raw offset after it."""
    start, end = token.meta.get("range", (cursor, cursor))
    if token.type in ("text", "softbreak", "hardbreak"):
        return _running(builder, token, raw, cursor)
    if token.type == "html_inline":
        return _html(builder, token.content, cursor)
    if token.type == "link_open":
        tip = str(token.attrs.get("title", ""))
        builder.begin("link", cursor, str(token.attrs.get("href", "")), tip)
        return cursor + 1
    if token.type in ("text_special", "code_inline", "image", "link_close", "footnote_ref"):
        _construct(builder, token, int(start), int(end))
        return int(end)
    return _style(builder, token, raw, cursor)


def _running(builder: _Builder, token: Token, raw: str, cursor: int) -> int:
    """Text and line breaks."""
    if token.type == "text":
        return _text(builder, token.content, raw, cursor)
    return _break(builder, raw, cursor, "hard" if token.type == "hardbreak" else "soft")


def _construct(builder: _Builder, token: Token, start: int, end: int) -> None:
    """An entity, code, a picture, a note's sign or the end of a link, over raw[start:end]."""
    if token.type == "text_special":
        builder.add_at(token.content, start)
    elif token.type == "code_inline":
        builder.begin("code", start)
        builder.add(token.content, start + len(token.markup))
        builder.close("code", end)
    elif token.type == "image":
        builder.mark("image", (start, end), str(token.attrs.get("src", "")), token.content)
    elif token.type == "footnote_ref":
        builder.mark("note", (start, end), str(token.meta["label"]), "")
    else:
        builder.close("link", end, "auto" if token.info == "auto" else "inline")


def _text(builder: _Builder, content: str, raw: str, cursor: int) -> int:
    if not content:
        return cursor
    at = raw.find(content, cursor)
    at = cursor if at < 0 else at
    done = 0
    for start, end, letter in loose_references(content):
        builder.add(content[done:start], at + done)
        builder.add_at(letter, at + start)
        done = end
    builder.add(content[done:], at + done)
    return at + len(content)


def _break(builder: _Builder, raw: str, cursor: int, form: str) -> int:
    newline = raw.find("\n", cursor)
    newline = cursor if newline < 0 else newline
    builder.mark("break", (newline, newline + 1), "", form)
    builder.add_at(" ", newline)
    after = newline + 1
    while after < len(raw) and raw[after] in " \t":
        after += 1
    return after


def _style(builder: _Builder, token: Token, raw: str, cursor: int) -> int:
    kind = _STYLES.get(token.tag, "")
    at = raw.find(token.markup, cursor) if token.markup else cursor
    at = cursor if at < 0 else at
    if kind and token.nesting == 1:
        builder.begin(kind, at)
    elif kind and token.nesting == -1:
        builder.close(kind, at + len(token.markup))
    return at + len(token.markup)


def _html(builder: _Builder, tag: str, cursor: int) -> int:
    """An HTML tag in running text: links, pictures, styles and breaks count, others are dropped."""
    end = cursor + len(tag)
    if _BR_TAG.match(tag):
        builder.mark("break", (cursor, end), "", "hard")
        builder.add_at(" ", cursor)
    elif anchor := _A_TAG.match(tag):
        if anchor[1]:
            builder.close("link", end, "html", "anchor")
        else:
            url = attribute(tag, "href")
            builder.begin("link" if url else "anchor", cursor, url)
    elif _MEDIA_TAG.match(tag):
        url = attribute(tag, "src") or attribute(tag, "srcset").partition(" ")[0]
        if url:
            builder.mark("image", (cursor, end), url, attribute(tag, "alt"))
    elif style := _STYLE_TAG.match(tag):
        kind = _STYLES[style[2].lower()]
        if style[1]:
            builder.close(kind, end)
        else:
            builder.begin(kind, cursor)
    return end


def attribute(tag: str, name: str) -> str:
    """The value of an HTML tag's attribute, or the empty string."""
    found = re.search(
        rf"""(?<![\w-]){name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", tag, re.IGNORECASE
    )
    value = next((g for g in found.groups() if g), "") if found else ""
    return html.unescape(value)
