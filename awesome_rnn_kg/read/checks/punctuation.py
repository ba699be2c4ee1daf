"""Punctuation, blanks and brackets of entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..document import Node
from ..line import GAP, Line
from .reading import Reading, few

DOUBLED_PUNCTUATION = Rule(
    "RNN130",
    "doubled-punctuation",
    "info",
    "Two marks of punctuation stand where one belongs, or brackets around nothing, often what is"
    " left of a deleted field. Keep one, or none.",
    bad="* Ann Lee and Bo Chen,, *A Theory of Sequences*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015\n",
)
BLANK_BEFORE = Rule(
    "RNN131",
    "blank-before-punctuation",
    "info",
    "A blank stands before a comma, a semicolon or a full stop. Take it away.",
    bad="* Ann Lee and Bo Chen, *A Theory of Sequences* , ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015\n",
)
MISSING_BLANK = Rule(
    "RNN132",
    "missing-blank",
    "info",
    "Two words are run together where a blank belongs: behind a comma or a colon, between an"
    " initial and a surname, before a bracket. Programs may read them as one. Put the blank in.",
    bad="* A.Lee and B. Chen, *A Theory of Sequences*, ICML 2015\n",
    good="* A. Lee and B. Chen, *A Theory of Sequences*, ICML 2015\n",
)
DOUBLED_BLANK = Rule(
    "RNN133",
    "doubled-blank",
    "info",
    "Two blanks or more stand between words. Nobody sees them on the page, but they break searches"
    " in the source. Keep one.",
    bad="* Ann Lee and  Bo Chen, *A Theory of Sequences*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015\n",
)
UNBALANCED = Rule(
    "RNN134",
    "unbalanced-bracket",
    "info",
    "A bracket, or the asterisks of italics and bold, are opened and never closed, or closed and"
    " never opened, so it is not plain what belongs inside. Add the partner or take it away.",
    bad="* Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015 (under review\n",
    good="* Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015 (under review)\n",
)
UNBALANCED_QUOTE = Rule(
    "RNN135",
    "unbalanced-quotation-mark",
    "info",
    "A quotation mark in a citation has no partner, so it is not plain where the quoted title"
    " starts or ends. Add its partner or take it away.",
    bad='* Ann Lee and Bo Chen, "A Theory of Sequences in Time, ICML 2015\n',
    good='* Ann Lee and Bo Chen, "A Theory of Sequences in Time", ICML 2015\n',
)
RULES = (
    DOUBLED_PUNCTUATION,
    BLANK_BEFORE,
    MISSING_BLANK,
    DOUBLED_BLANK,
    UNBALANCED,
    UNBALANCED_QUOTE,
)

# Each alternative starts with a character of its own, which makes the search fast; what has to
# stand before that is looked for behind it.
_DOUBLED = re.compile(
    r",(?:\s?,)+(?=\s(?!\[)|\Z)|;(?:\s?;)+(?=\s(?!\[)|\Z)"
    r"|\.(?<=[\w)\]]\.)\s?\.(?=\s(?!\.)|\Z)|\.(?<=[a-z]{4}\.),(?=\s)"
)
_EMPTY = re.compile(r"(?<=[\w*\"'’)] )\( *\)(?=[\s.,;:]|\Z)")
_BLANK_BEFORE = re.compile(r" (?<=[\w)\]*\"'”] )(?=[,;](?:\s(?!\[)|\Z)|\.\s?\Z)")
_GLUED_INITIAL = re.compile(r"[A-Z]\.(?<![^\s(,.][A-Z]\.)(?=[^\W\d_][a-z]{2})")
_SPACED_INITIAL = re.compile(r"[A-Z]\.(?<![^\s(,.][A-Z]\.) (?=[^\W\d_][a-z]{2})")
_ABBREVIATION = re.compile(r"[^\W\d_]+\.[A-Z]")  # `J.Chem.Inf.`: a journal, not a surname
_GLUED = re.compile(
    r",(?:(?<=[^\W\d_]{2},)|(?<=\),))(?=[A-Z](?:[a-z]|\. ))|:(?<=[^\W\d_]{2}:)(?=[A-Z][a-z]{2})"
    r"|\((?<=[a-z]{3}\()(?=(?:19|20)\d\d\))"
)
_BRACKETED = re.compile(r"\((?!e?s\))[^\W\d_]")
_DOUBLED_BLANK = re.compile(r"(?<=[^\s.!?|:–—-])  +(?=[^\s|,;.–—-])")
_STARS = re.compile(r"(?<![^\s(\[])(\*{1,3})(?=[A-Z])|(?<=\w)\*{2,3}(?=[\s,.:;]|\Z)")
_BRACKETS = {"(": ")", "[": "]"}
_CLOSERS = {close: open_ for open_, close in _BRACKETS.items()}
_WIDE = str.maketrans("（）", "()")
_BRACKET = re.compile(r"[()\[\]]")
_TARGET = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*\)")
_ROUND = re.compile(r"[()]")
_INTERVAL = re.compile(r"[\[(]\s?-?\d[\d.]*\s?,\s?-?\w[\w.]*\s?[)\]]")
_NO_BRACKET = re.compile(r"(?:(?<![^\s,;])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)|[:;=]-?[()])\Z")
_SLIPS = 10  # of one kind, that are no manner yet


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the punctuation of entries."""
    glued = _glued_initials(reading)
    yield from _but_manners(reading, list(_in_texts(reading)))
    yield from glued
    yield from _quotes(reading)
    yield from _cells(reading)


def _in_texts(reading: Reading) -> Iterator[Diagnostic]:
    for node, line in reading.texts():
        shown = _shown(line)
        yield from _doubled(line, shown)
        yield from _blank_before(line, shown)
        yield from _empty(line, shown)
        yield from _glued(line, shown)
        yield from _doubled_blanks(reading, node)
        yield from _brackets(line, shown)
        yield from _stars(reading, node, line, shown)


def _but_manners(reading: Reading, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings without those of a kind that a tenth of the texts have: a list's manner."""
    texts = sum(1 for _ in reading.texts())
    kinds = Counter((d.code, d.message) for d in found)
    for diagnostic in found:
        odd = kinds[diagnostic.code, diagnostic.message]
        if odd <= _SLIPS or few(odd, texts - odd):
            yield diagnostic


def _shown(line: Line) -> str:
    """A line's text with code and bare addresses masked."""
    masked = [(m.start, m.end) for m in line.rich.of("code")]
    masked += [(a.start, a.end) for a in line.anchors if a.form == "auto" or a.refused]
    if not masked:
        return line.rich.text
    shown = list(line.rich.text)
    for start, end in masked:
        shown[start:end] = GAP * (end - start)
    return "".join(shown)


def _doubled(line: Line, shown: str) -> Iterator[Diagnostic]:
    for found in _DOUBLED.finditer(shown):
        if found[0] == ".," and not _ends_name(line, found.start()):
            continue
        one = found[0][-1]
        span = line.rich.span(*found.span())
        yield DOUBLED_PUNCTUATION.at(
            span, f'"{found[0]}" is doubled punctuation', f'write "{one}"', Edit(span, one)
        )


def _empty(line: Line, shown: str) -> Iterator[Diagnostic]:
    """Brackets around nothing; a gap, such as of a URL, is no blank."""
    for found in _EMPTY.finditer(shown):
        yield DOUBLED_PUNCTUATION.at(
            line.rich.span(*found.span()), f'"{found[0]}" is empty', "fill it or take it away"
        )


def _ends_name(line: Line, at: int) -> bool:
    """Whether a full stop ends a surname rather than an abbreviation."""
    words = line.rich.text[max(0, at - 60) : at].split()
    return len(words) > 1 and words[-1][:1].isupper() and len(words[-1]) > 5


def _blank_before(line: Line, shown: str) -> Iterator[Diagnostic]:
    for found in _BLANK_BEFORE.finditer(shown):
        span, sign = line.rich.span(*found.span()), shown[found.end()]
        after = line.rich.span(found.end(), found.end() + 1)
        if span.line == after.line:
            span = span._replace(end_column=after.column)  # readers see one blank of several
            said = f'blank before "{sign}"'
            yield BLANK_BEFORE.at(span, said, "take the blank away", Edit(span, ""))
        else:
            yield BLANK_BEFORE.at(after, f'"{sign}" begins a line', "end the line above with it")


def _glued(line: Line, shown: str) -> Iterator[Diagnostic]:
    """Words run together at a comma, a colon, a year in brackets or a bracket behind a link."""
    for found in _GLUED.finditer(shown):
        bracket = found[0] == "("
        where = "before the bracket" if bracket else f'behind "{found[0]}"'
        yield _missing_blank(line, found.end() - bracket, where)
    for anchor in line.anchors:
        word = anchor.form == "inline" and shown[anchor.end - 1 : anchor.end].isalnum()
        if word and _BRACKETED.match(shown, anchor.end):
            yield _missing_blank(line, anchor.end, "between the link and the bracket")


def _missing_blank(line: Line, at: int, where: str) -> Diagnostic:
    """The blank that lacks before the character at `at`."""
    span = line.rich.span(at, at + 1)
    edit = Edit(line.rich.span(at, at), " ")
    return MISSING_BLANK.at(span, f"no blank {where}", "put a blank in", edit)


def _glued_initials(reading: Reading) -> list[Diagnostic]:
    """Initials run into the surname, unless that is the list's manner."""
    found, spaced = [], 0
    for _, line, mention in reading.entries():
        if mention.authors:
            text = line.rich.text
            spaced += len(_SPACED_INITIAL.findall(text))
            glued = _GLUED_INITIAL.finditer(text)
            found += [(line, m.end()) for m in glued if not _ABBREVIATION.match(text, m.end())]
    where = "between the initial and the surname"
    return (
        [_missing_blank(line, at, where) for line, at in found] if few(len(found), spaced) else []
    )


def _doubled_blanks(reading: Reading, node: Node) -> Iterator[Diagnostic]:
    """Doubled blanks behind the bullet and between the words."""
    for number in range(node.line, node.end_line + 1):
        text = reading.source.line(number)
        if "  " not in text or "`" in text or node.kind == "row":
            continue
        for found in _DOUBLED_BLANK.finditer(text, _marker_end(text)):
            span = reading.at(number, *found.span())
            yield DOUBLED_BLANK.at(
                span, f"{len(found[0])} blanks in a row", "keep one", Edit(span, " ")
            )


def _marker_end(text: str) -> int:
    """Where the text behind a bullet or a number starts."""
    found = re.match(r"\s*(?:[-*+]|\d+[.)])?\s*", text)
    return found.end() if found else 0


def _brackets(line: Line, shown: str) -> Iterator[Diagnostic]:
    for at in _lone(_INTERVAL.sub(lambda m: GAP * len(m[0]), shown).translate(_WIDE)):
        sign = shown[at]
        if sign not in "()[]":
            continue  # a full-width bracket, which may close a narrow one
        partner = _BRACKETS.get(sign) or _CLOSERS[sign]
        lacks = "closed" if sign in _BRACKETS else "opened"
        yield UNBALANCED.at(
            line.rich.span(at, at + 1),
            f'"{sign}" is never {lacks}',
            f'add "{partner}" or take it away',
            *_partner(line, at),
        )


def _cells(reading: Reading) -> Iterator[Diagnostic]:
    """Square brackets without partner in table rows, where few rows have any."""
    rows = [n.line for n in reading.document.nodes if n.kind == "row" and n.line == n.end_line]
    odd = []
    for number in rows:
        line = reading.source.line(number)
        bare = _TARGET.sub(lambda m: "]" + GAP * (len(m[0]) - 1), line)
        if "`" not in line and "\\" not in line and bare.count("[") != bare.count("]"):
            at = next(i for i in _lone(_ROUND.sub(GAP, bare)) if bare[i] in "[]")
            odd.append((number, at, bare[at]))
    for number, at, sign in odd if few(len(odd), len(rows) - len(odd)) else ():
        lacks = ("closed", "]") if sign == "[" else ("opened", "[")
        yield UNBALANCED.at(
            reading.at(number, at, at + 1),
            f'"{sign}" is never {lacks[0]}',
            f'add "{lacks[1]}" or take it away',
        )


def _stars(reading: Reading, node: Node, line: Line, shown: str) -> Iterator[Diagnostic]:
    """Asterisks that Markdown leaves in the text though they stand as if to open or close.

    Behind an author they are a note on their part in the work.
    """
    if "*" not in shown:
        return
    names = [a.span for m in node.mentions for a in m.authors]
    for found in _STARS.finditer(shown):
        span = line.rich.span(*found.span())
        if any(n.line == span.line and n.column < span.column <= n.end_column for n in names):
            continue
        if reading.raw(span) == found[0] and not reading.before(span).endswith("\\"):
            lacks = "opened" if found[0] != found[1] else "closed"
            yield UNBALANCED.at(
                span, f'"{found[0]}" is never {lacks}', f'add "{found[0]}" or take it away'
            )


def _lone(text: str) -> list[int]:
    """Where brackets stand that have no partner and make no `a)` or `:)`."""
    open_: list[int] = []
    lone: list[int] = []
    for found in _BRACKET.finditer(text):
        sign, at = found[0], found.start()
        if sign in _BRACKETS:
            open_.append(at)
        elif open_ and text[open_[-1]] == _CLOSERS[sign]:
            open_.pop()
        else:
            lone.append(at)
    return [
        at for at in sorted(lone + open_) if not _NO_BRACKET.search(text[max(0, at - 6) : at + 1])
    ]


def _partner(line: Line, at: int) -> Iterator[Edit]:
    """The bracket that a button lacks: `[[Paper](u)` or `[Paper](u)]`.

    A label with brackets of its own, `[[Paper](u](u)]`, is broken in another way.
    """
    text = line.rich.text
    for anchor in line.anchors:
        start, end = anchor.inner
        if anchor.form not in ("inline", "button") or not {"[", "]"}.isdisjoint(text[start:end]):
            continue
        opened, closed = text[:start].endswith("["), text[end : end + 1] == "]"
        if opened and not closed and at == start - 1:
            yield _inserted(line, anchor.raw[1], "]")
        elif closed and not opened and at == end:
            yield _inserted(line, anchor.raw[0], "[")


def _inserted(line: Line, raw: int, sign: str) -> Edit:
    number, column = line.rich.place.point(raw)
    return Edit(Span(line.rich.place.path, number, column, number, column), sign)


def _quotes(reading: Reading) -> Iterator[Diagnostic]:
    """Straight marks of odd number, curly ones without partner, in citations."""
    for _, line, mention in reading.entries():
        text = _shown(line)
        if not mention.authors or not any(c in text for c in '"“”'):
            continue
        text = re.sub(r"(?<=\d)[\"”]", GAP, text)  # inches
        odd = text.count('"') % 2 and not any(c in text for c in "“”")
        curly = text.count("“") != text.count("”") and "„" not in text and '"' not in text
        if odd or (curly and text.count("“") + text.count("”") == 1):
            at = max(text.rfind(c) for c in '"“”')
            yield UNBALANCED_QUOTE.at(
                line.rich.span(at, at + 1),
                f"{text[at]} has no partner",
                "add the other quotation mark or take this one away",
            )
