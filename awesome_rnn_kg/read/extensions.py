"""What lists have beside CommonMark: footnotes, and front matter that only a site's builder reads.

footnote  = "[^" label "]:" text, until a blank line; then what is indented by four
reference = "[^" label "]", where a footnote has that label
front     = "---" 1*line ( "---" | "..." ) | "+++" 1*line "+++"          on the first line
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_DEFINITION = re.compile(r"\[\^([^\[\]\s]+)\]:[ \t]*")
_REFERENCE = re.compile(r"\[\^([^\[\]\s]+)\]")
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_SETTING = re.compile(r"(?:#|[\w\"'-]+\s*[:=]|\[[\w.\"-]+\]\s*$)")
_FOOTNOTES = "footnotes"  # the labels that the text defines, in the parser's environment
_INDENT = 4


def add_extensions(parser: MarkdownIt) -> None:
    """Teach a parser footnotes (tokens footnote, footnote_ref) and front matter (front_matter)."""
    block = parser.block.ruler
    block.before("table", "front_matter", _front_matter)
    block.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote_ref", _reference)


def _line(state: StateBlock, number: int) -> str:
    start = state.bMarks[number] + state.tShift[number]
    return state.src[start : state.eMarks[number]]


def _front_matter(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    closing = _FENCES.get(state.src[: state.eMarks[0]].rstrip()) if start == 0 else None
    if closing is None or state.level or silent or end < 2:
        return False
    stop = next((n for n in range(1, end) if _line(state, n).rstrip() in closing), 0)
    if stop < 2 or not _SETTING.match(_line(state, 1)):
        return False
    state.push("front_matter", "", 0).map = [0, stop + 1]
    state.line = stop + 1
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = None if state.is_code_block(start) else _DEFINITION.match(_line(state, start))
    if found is None or silent:
        return found is not None
    stop = _end_of_note(state, start, end)
    text = state.getLines(start, stop, state.blkIndent, False).lstrip()
    state.env.setdefault(_FOOTNOTES, set()).add(found[1].casefold())
    token = state.push("footnote", "", 0)
    token.content, token.map = text[found.end() :].rstrip(), [start, stop]
    token.meta = {"label": found[1].casefold()}
    state.line = stop
    return True


def _end_of_note(state: StateBlock, start: int, end: int) -> int:
    """The line after a note: its paragraph goes on as any does, later ones are indented."""
    at = stop = start + 1
    while at < end:
        indented = state.sCount[at] >= state.blkIndent + _INDENT
        if not state.isEmpty(at):
            if not indented and (at > stop or _interrupts(state, at, end)):
                break
            stop = at + 1
        at += 1
    return stop


def _interrupts(state: StateBlock, at: int, end: int) -> bool:
    """Whether a line begins a block that no paragraph takes in."""
    outdented = 0 <= state.sCount[at] < state.blkIndent
    rules = state.md.block.ruler.getRules("paragraph")
    return outdented or any(rule(state, at, end, True) for rule in rules)


def _reference(state: StateInline, silent: bool) -> bool:
    found = _REFERENCE.match(state.src, state.pos)
    if found is None or found[1].casefold() not in state.env.get(_FOOTNOTES, ()):
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.meta = {"label": found[1].casefold(), "range": found.span()}
    state.pos = found.end()
    return True
