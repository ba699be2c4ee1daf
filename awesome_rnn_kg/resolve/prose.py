"""A list's own words: paragraphs, pictures and its own affairs, apart from entries and groups."""

from __future__ import annotations

from textwrap import dedent

from ..read.document import Document, Node, Role
from ..text.source import Span

_OWN_WORDS = (Role.PROSE, Role.SHARE, Role.HOUSEKEEPING)


def own_words(document: Document, nodes: list[Node]) -> tuple[str, Span] | None:
    """What the nodes of a section say in the list's own words, as CommonMark, blocks apart."""
    own = [n for i, n in enumerate(nodes) if _is_own(document, n, nodes[i + 1 : i + 2])]
    lines = sorted({line for n in own for line in _lines(document, n)})
    if not lines:
        return None
    text = "\n\n".join(dedent("\n".join(b)).rstrip() for b in _blocks(document, lines))
    first, last = (document.source.line_span(lines[i]) for i in (0, -1))
    return text, first._replace(end_line=last.end_line, end_column=last.end_column)


def _is_own(document: Document, node: Node, following: list[Node]) -> bool:
    """Words of the list itself, a remark below no entry, or the header of a table of such."""
    if node.role is Role.HEADER:
        return any(n.kind == "row" and _is_own(document, n, []) for n in following)
    above = node
    while above.role is Role.REMARK and above.parent is not None:
        above = document.nodes[above.parent]
    remark = node.role is Role.REMARK and above.role is not Role.ENTRY
    return remark or node.role in _OWN_WORDS


def _lines(document: Document, node: Node) -> range:
    """The lines of a node; below the header of a table stands its ruler."""
    last = node.end_line + (1 if node.role is Role.HEADER else 0)
    return range(node.line, min(last, len(document.source.lines)) + 1)


def _blocks(document: Document, lines: list[int]) -> list[list[str]]:
    """Lines that stand together in the source, together."""
    blocks: list[list[str]] = []
    last = -1
    for line in lines:
        if line != last + 1:
            blocks.append([])
        blocks[-1].append(document.source.lines[line - 1])
        last = line
    return blocks
