"""Bullets: their markers, their indent, and what hangs below what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from ...text.diagnostics import Diagnostic, Edit, Rule
from ..document import Node, Role
from .examples import entries
from .reading import Reading, few, usual

_USUAL = "Ann Lee and Bo Chen, *{}*, ICML 2015"
_MORE = "Eve Fox, *Walking Home*, ICML 2015"

OTHER_MARKER = Rule(
    "RNN170",
    "other-bullet-marker",
    "info",
    "A bullet has another marker than those beside it, say `-` between `*`, which Markdown takes"
    " for the end of one list and the start of another. Use one marker within a list.",
    bad=entries(_USUAL, _MORE) + "- Ann Lee, *Sums*, ICML 2015\n",
    good=entries(_USUAL, _MORE) + "* Ann Lee, *Sums*, ICML 2015\n",
)
UNEVEN_INDENT = Rule(
    "RNN171",
    "uneven-indent",
    "info",
    "A bullet is indented more or less than the others of its level, or stands behind another on"
    " its line. What it hangs below is then a matter of luck. Give it the same indent.",
    bad=entries(_USUAL, _MORE).replace("* Ann", " * Ann", 1),
    good=entries(_USUAL, _MORE),
)
BELOW_CITATION = Rule(
    "RNN172",
    "citation-below-citation",
    "info",
    "A citation hangs below another citation, where the list has none below any other. Likely it is"
    " indented by mistake. Move it to the level of the one above.",
    bad=entries(_USUAL, "Eve Fox and Max Orr, *Sums*, ICML 2015").replace("* Eve", "  * Eve"),
    good=entries(_USUAL, "Eve Fox and Max Orr, *Sums*, ICML 2015"),
)
NO_BULLET = Rule(
    "RNN173",
    "citation-without-bullet",
    "warning",
    "A citation stands on a line of its own without a bullet, where the list has bullets. Markdown"
    " makes it a part of the entry above it, or a paragraph. Put the bullet before it.",
    bad=entries(_USUAL, "Eve Fox and Max Orr, *Sums of Parts*, ICML 2015").replace("* Eve", "Eve"),
    good=entries(_USUAL, "Eve Fox and Max Orr, *Sums of Parts*, ICML 2015"),
)
EMPTY_BULLET = Rule(
    "RNN174",
    "empty-bullet",
    "warning",
    "A bullet has no text: a title was lost, or the bullet was left when its entry went. Readers"
    " see a dot. Write what belongs there, or take it away.",
    bad="* [A Lake](https://example.org/lake)\n*\n* [A Hill](https://example.org/hill)\n",
    good="* [A Lake](https://example.org/lake)\n* [A Hill](https://example.org/hill)\n",
)
RULES = (OTHER_MARKER, UNEVEN_INDENT, BELOW_CITATION, NO_BULLET, EMPTY_BULLET)

_LEAST = 9
_CITATION = re.compile(
    r"\s*(?:[-*+] *)?[^\W\d_a-z][^*\[\]\"]{5,300}[,.:] (\*{1,3}|\")\w[^*\"]{5,}\1.{1,40}"
    r"(?:\d{4}\b|\]\()"
)
_LABEL = re.compile(r"\s*[-*+]\s+[^\s\[\]()*\".,:][^\[\]()*\",:]{1,60}")
_SIGNS = ("-", "*", "+")
_ENDS_IN_LINK = re.compile(r"\]\([^()\s]+\)[\])]?[\s.|]*\Z")
_ENTRY = re.compile(r"\s*[-*+]?(?:\*\*|\[)?[^\W\d_a-z].{12,}\]\([^()\s]+\)")
_GLUED_ENTRY = re.compile(r"\s*[-+](?=[^\W\d_a-z]|\[|\*\*)")
_GLUED = re.compile(r"\s*([-+]|\*(?=(?:[^*]*\*[^*]*\*)*[^*]*\Z))(?=[^\s*+-])")
# What says how a citation belongs to the one above it.
_JOINED = re.compile(
    r"(?i:\W*(?:\w+ )?(?:versions? of|related|follow|exten[ds]|see|also|part of|code of))|[a-z]+ "
)
_EMPTY = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s*")
_MARKER = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(?=\S)")


class _Bullet(NamedTuple):
    """A bullet: its node's place and depth, its marker, and the blanks around that."""

    place: int
    node: Node
    depth: int
    indent: str
    marker: str
    gap: str


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the bullets of a list."""
    bullets = _bullets(reading)
    yield from _markers(reading, bullets)
    yield from _gaps(reading, bullets)
    yield from _indents(reading, bullets)
    yield from _doubled(reading)
    yield from _nested(reading)
    yield from _without_bullet(reading)
    yield from _empty(reading)


def _bullets(reading: Reading) -> list[_Bullet]:
    found: list[_Bullet] = []
    depths: dict[int, int] = {}
    for index, node in enumerate(reading.document.nodes):
        above = -1 if node.parent is None else depths.get(node.parent, -1)
        depths[index] = above + (node.kind == "item")
        own = node.kind == "item" and not _stands_behind(reading, node)
        mark = _MARKER.match(reading.source.line(node.line)) if own else None
        if mark:
            found.append(_Bullet(index, node, depths[index], *mark.groups()))
    return found


def _stands_behind(reading: Reading, node: Node) -> bool:
    """Whether a bullet stands behind that which it hangs below, on one line: `* * A Title`."""
    return node.parent is not None and reading.document.nodes[node.parent].line == node.line


def _siblings(reading: Reading, bullets: list[_Bullet]) -> Iterator[list[_Bullet]]:
    """Bullets beside each other: below one node, with nothing but bullets between them."""
    by_index = {b.place: b for b in bullets if b.marker in _SIGNS}
    families: dict[tuple[int, int | None], list[_Bullet]] = {}
    for index, node in enumerate(reading.document.nodes):
        key = node.section, node.parent
        if index in by_index:
            families.setdefault(key, []).append(by_index[index])
        elif family := families.pop(key, None):
            yield family
    yield from families.values()


def _markers(reading: Reading, bullets: list[_Bullet]) -> Iterator[Diagnostic]:
    """Runs of bullets with another marker than those beside them; said once a run."""
    expected = usual(b.marker for b in bullets if b.marker in _SIGNS)
    for family in _siblings(reading, bullets):
        uses = Counter(b.marker for b in family)
        wanted = max(uses, key=lambda m: (uses[m], m == expected))
        odd = [b for b in family if b.marker != wanted]
        if len(odd) < uses[wanted] or wanted == expected:
            for _, run in groupby(odd, lambda b: b.marker):
                yield _other_marker(reading, list(run), wanted)


def _other_marker(reading: Reading, run: list[_Bullet], wanted: str) -> Diagnostic:
    odd = f'bullet "{run[0].marker}"' + (f" and {len(run) - 1} more like it" * (len(run) > 1))
    starts = [(b.node.line, len(b.indent)) for b in run]
    edits = [Edit(reading.at(line, start, start + 1), wanted) for line, start in starts]
    return OTHER_MARKER.at(
        edits[0].span,
        f'{odd}, where those beside it have "{wanted}"',
        f'write "{wanted}"',
        *edits,
    )


def _gaps(reading: Reading, bullets: list[_Bullet]) -> Iterator[Diagnostic]:
    """Blanks behind a marker, where the list has another number of them."""
    expected = usual(b.gap for b in bullets if b.marker in _SIGNS)
    for bullet in bullets:
        if expected is None or bullet.gap == expected or len(bullet.marker) > 1:
            continue
        start = len(bullet.indent) + 1
        span = reading.at(bullet.node.line, start, start + len(bullet.gap))
        tab = "\t" in bullet.gap
        what = "a tab stands" if tab else f"{len(bullet.gap)} blanks"
        yield UNEVEN_INDENT.at(
            span,
            f"{what} behind the bullet, where the list has {len(expected)}"
            + (" blank" if tab else ""),
            f"write {len(expected)} blank" if tab else f"leave {len(expected)}",
            *([Edit(span, expected)] if _is_alone(reading, bullet) else []),
        )


def _indents(reading: Reading, bullets: list[_Bullet]) -> Iterator[Diagnostic]:
    """Bullets that are indented otherwise than those of their depth."""
    depths = {b.depth for b in bullets}
    expected = {d: usual(b.indent for b in bullets if b.depth == d) for d in depths}
    held = {b.place for a, b in pairwise(bullets) if _holds(a, b)}
    agreed = {b.place for family in _siblings(reading, bullets) if _agree(family) for b in family}
    agreed |= held
    for (indent, depth, odd), run in groupby(
        bullets, lambda b: (b.indent, b.depth, b.place not in agreed)
    ):
        wanted, first, *more = expected[depth], *run
        # With no indent at the top the others hang below paragraphs.
        if odd and wanted is not None and indent != wanted and (indent or depth):
            number = str(len(more)) if more[1:] else "one"
            many = f" and the {number} behind it are" if more else " is"
            yield UNEVEN_INDENT.at(
                reading.at(first.node.line, 0, len(indent) + 1),
                f"bullet{many} indented by {len(indent)}, the others of the level by {len(wanted)}",
                f"indent {'them' if more else 'it'} by {len(wanted)}" + _or_below(first),
            )


def _doubled(reading: Reading) -> Iterator[Diagnostic]:
    """`* * A Title`, where hardly any bullet is doubled."""
    items = [n for n in reading.document.nodes if n.kind == "item"]
    odd = [n for n in items if _stands_behind(reading, n)]
    for node in odd if few(len(odd), len(items) - len(odd)) else ():
        mark = _MARKER.match(reading.source.line(node.line))
        if mark and mark[2] in _SIGNS:
            span = reading.at(node.line, mark.start(2), mark.end())
            yield UNEVEN_INDENT.at(span, "bullet behind a bullet", "take one of the two away")


def _holds(above: _Bullet, bullet: _Bullet) -> bool:
    """Whether a numbered bullet hangs below the numbered one above it, by its indent."""
    numbered = above.marker not in _SIGNS and bullet.marker not in _SIGNS
    inner = len(above.indent) + len(above.marker) + len(above.gap)
    return numbered and bullet.node.section == above.node.section and len(bullet.indent) >= inner


def _agree(family: list[_Bullet]) -> bool:
    """Whether bullets beside each other share an indent of their own, as in a table of contents."""
    return len(family) > 2 and len({b.indent for b in family}) == 1


def _or_below(bullet: _Bullet) -> str:
    """A blank or two may have been meant to hang a bullet below the one above."""
    return ", or deeper to hang it below the bullet above" if bullet.indent else ""


def _is_alone(reading: Reading, bullet: _Bullet) -> bool:
    """Whether a bullet is one line that nothing hangs below, nor could if it were moved."""
    nodes = reading.document.nodes
    below = bullet.place + 1 < len(nodes) and nodes[bullet.place + 1].parent == bullet.place
    under = reading.source.line(bullet.node.line + 1)
    deeper = under.strip() and len(under) - len(under.lstrip()) > len(bullet.indent)
    return bullet.node.line == bullet.node.end_line and not below and not deeper


def _nested(reading: Reading) -> Iterator[Diagnostic]:
    """Citations below citations, where that is the exception."""
    nodes = reading.document.nodes
    cited = [n for n in nodes if n.kind == "item" and _is_citation(n)]
    below = [n for n in cited if n.parent is not None and _is_citation(nodes[n.parent])]
    if len(below) > 0.1 * len(cited):
        return
    for node in below:
        if _JOINED.match(node.label.text):
            continue
        above = nodes[node.parent or 0]
        yield BELOW_CITATION.at(
            node.label.span,
            f"citation hangs below the citation on line {above.line}",
            "indent it as that one, or say what joins the two",
        )


def _without_bullet(reading: Reading) -> Iterator[Diagnostic]:
    """Lines that cite as the bullets of the list do, but have none."""
    nodes = reading.document.nodes
    cited = [n for n in nodes if n.kind == "item" and _cites(reading, n.line)]
    bare = [
        number
        for n in nodes
        for number in range(n.line + (n.kind == "item"), n.end_line + 1)
        if n.kind in ("item", "paragraph")
        if _cites(reading, number) and (n.kind == "paragraph" or _may_hold(reading, n.line))
    ]
    found = set(bare) if few(len(bare), len(cited)) and len(cited) >= _LEAST else set()
    found |= {*_running_on(reading), *_glued(reading)}
    for number in sorted(found):
        glued = _GLUED.match(reading.source.line(number))
        yield NO_BULLET.at(
            reading.at(number, 0, len(reading.source.line(number))),
            "bullet without a blank" if glued else "citation without a bullet",
            f"put a blank behind the {glued[1]}" if glued else "put one before it",
        )


def _glued(reading: Reading) -> Iterator[int]:
    """Lines with a link that begin with a hyphen and a capital, in a list of bullets."""
    nodes = reading.document.nodes
    if sum(n.kind == "item" for n in nodes) < _LEAST:
        return
    for node in nodes:
        if node.kind in ("item", "paragraph"):
            for number in range(node.line + (node.kind == "item"), node.end_line + 1):
                line = reading.source.line(number)
                if line.lstrip()[:1] in ("-", "+") and _GLUED_ENTRY.match(line) and "](" in line:
                    yield number


def _may_hold(reading: Reading, number: int) -> bool:
    """Whether a bullet is a citation or a label, below which a citation has a bullet of its own."""
    return _cites(reading, number) or bool(_LABEL.fullmatch(reading.source.line(number)))


def _empty(reading: Reading) -> Iterator[Diagnostic]:
    """Bullets of their marker alone."""
    for node in reading.document.nodes:
        line = reading.source.line(node.line) if node.kind == "item" else ""
        if line and not node.label.text and _EMPTY.fullmatch(line):
            start = len(line) - len(line.lstrip())
            yield EMPTY_BULLET.at(
                reading.at(node.line, start, len(line.rstrip())),
                "bullet without text",
                "write what belongs there, or take it away",
            )


def _running_on(reading: Reading) -> Iterator[int]:
    """Lines with links of their own behind those of an entry, in a list of entries of one line."""
    items = [n for n in reading.document.nodes if n.kind == "item" and n.role is Role.ENTRY]
    long = [n for n in items if n.end_line > n.line]
    if not few(len(long), len(items) - len(long)) or len(items) < _LEAST:
        return
    for node in long:
        for number in range(node.line + 1, node.end_line + 1):
            above, line = reading.source.line(number - 1), reading.source.line(number)
            if (
                _margin(line) <= _margin(above)
                and _ENTRY.match(line)
                and _ENDS_IN_LINK.search(above)
            ):
                yield number


def _margin(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip())


def _cites(reading: Reading, number: int) -> bool:
    return bool(_CITATION.match(reading.source.line(number)))


def _is_citation(node: Node) -> bool:
    """An entry with title and venue: a paper, not a tool with its manual."""
    first = node.mentions[0] if node.mentions else None
    named = first and any(v.name or v.arxiv for v in first.venues)
    cited = first and first.title and (named or (first.authors and first.venues))
    return node.role is Role.ENTRY and bool(cited)
