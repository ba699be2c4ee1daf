"""How titles are set off from the rest of a citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..document import Field, Mention
from .examples import entries
from .reading import Reading, few, usual

_USUAL = "Ann Lee and Bo Chen, *{}*, ICML 2015"

TITLE_NOT_SET_OFF = Rule(
    "RNN120",
    "title-not-set-off",
    "info",
    "The list sets its titles off from authors and venue, but not this one, so readers and programs"
    " have to guess where it starts and ends. Set it as the others are.",
    bad=entries(_USUAL, "Ann Lee and Bo Chen, A Theory of Sequences in Time, ICML 2015"),
    good=entries(_USUAL, "Ann Lee and Bo Chen, *A Theory of Sequences in Time*, ICML 2015"),
)
OTHER_MARKUP = Rule(
    "RNN121",
    "title-in-other-markup",
    "info",
    "The list sets its titles in one way, say in italics, and this one in another, say in quotation"
    " marks. Set it as the others are.",
    bad=entries(_USUAL, 'Ann Lee and Bo Chen, "A Theory of Sequences in Time", ICML 2015'),
    good=entries(_USUAL, "Ann Lee and Bo Chen, *A Theory of Sequences in Time*, ICML 2015"),
)
BROKEN_TITLE = Rule(
    "RNN122",
    "title-over-two-lines",
    "warning",
    "A title is broken over two lines in a list that keeps an entry on one line. Programs that read"
    " line by line lose half of it, and so does a search for it. Write it on one line.",
    bad="* Ann Lee and Bo Chen, *A Theory of\nSequences in Time*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Theory of Sequences in Time*, ICML 2015\n",
)
INNER_PUNCTUATION = Rule(
    "RNN123",
    "punctuation-inside-title",
    "info",
    "The comma that ends a title stands inside its mark-up, where the list has it outside. It is no"
    " part of the title. Move it behind the mark-up.",
    bad=entries(_USUAL, "Ann Lee and Bo Chen, *A Theory of Sequences in Time,* ICML 2015"),
    good=entries(_USUAL, "Ann Lee and Bo Chen, *A Theory of Sequences in Time*, ICML 2015"),
)
RULES = (TITLE_NOT_SET_OFF, OTHER_MARKUP, BROKEN_TITLE, INNER_PUNCTUATION)

_MARKS = {"*": "italics", "**": "bold", '"': "quotation marks", "“”": "curly quotation marks"}
_INNER = ",;"
_MARKUP = "*_`[]<>\\"


class _Title(NamedTuple):
    """A citation's title with its form: the marks around it, "" for none, "link" for a link."""

    mention: Mention
    field: Field
    form: str


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the titles of citations."""
    titles = [t for _, _, m in reading.entries() if (t := _title(reading, m))]
    form = usual(t.form for t in titles if t.form != "link")
    if form in _MARKS:
        yield from _odd_forms(reading, titles, form)
        titles = [t for t in titles if t.form == form]
    yield from _broken(reading)
    yield from _inner(reading, titles)


def _title(reading: Reading, mention: Mention) -> _Title | None:
    """The title of a mention with authors and a venue beside it, on one line."""
    title = mention.title
    if not title or title.span.line != title.span.end_line:
        return None
    if not mention.authors or not (mention.venues or mention.links):
        return None
    linked = any(k.form == "title" for k in mention.links)
    return _Title(mention, title, "link" if linked else _marks(reading, title.span))


def _marks(reading: Reading, span: Span) -> str:
    before, after = reading.before(span), reading.after(span)
    for mark, other in (("**", "__"), ("*", "_")):
        if before.endswith((mark, other)) and after.startswith((mark, other)):
            return mark
    if before.endswith(('"', "“", "”", "„")) and after.startswith(('"', "“", "”")):
        return '"' if before.endswith('"') else "“”"
    return ""


def _odd_forms(reading: Reading, titles: list[_Title], form: str) -> Iterator[Diagnostic]:
    for title in titles:
        if title.form in (form, "link") or {form, title.form} == {'"', "“”"}:
            continue
        if title.form:
            yield OTHER_MARKUP.at(
                title.field.span,
                f"title is in {_MARKS[title.form]}, where the list uses {_MARKS[form]}",
                f"set it in {_MARKS[form]}",
                *_remarked(reading, title, form),
            )
        elif _stands_alone(reading, title):
            yield TITLE_NOT_SET_OFF.at(
                title.field.span,
                f"title is not set off, where the list uses {_MARKS[form]}",
                f"set it in {_MARKS[form]}",
                *_remarked(reading, title, form),
            )


def _stands_alone(reading: Reading, title: _Title) -> bool:
    """Whether a bare title reads as one: words between the authors' comma and another."""
    authors, span = title.mention.authors_text, title.field.span
    if authors is None or authors.span.end_line != span.line or len(title.field.text.split()) < 3:
        return False
    gap = reading.before(span)[authors.span.end_column - 1 :]
    after = reading.after(span).lstrip()
    return gap.strip() in (",", ".", ":") and after[:1] in (",", ".", "[", "")


def _remarked(reading: Reading, title: _Title, form: str) -> Iterator[Edit]:
    """The usual marks about a title; a comma that stood inside its own goes outside."""
    span, raw = title.field.span, reading.raw(title.field.span)
    words = raw.rstrip(f"{_INNER} ")
    if any(c in _MARKUP + '"“”' for c in words) or words != title.field.text:
        return
    width, start, end = _width(title.form), span.column - 1, span.column - 1 + len(words)
    yield Edit(reading.at(span.line, start - width, start), form[0] if form == "“”" else form)
    closing = reading.at(span.line, end, span.end_column - 1 + width)
    yield Edit(closing, (form[-1] if form == "“”" else form) + raw[len(words) :])


def _width(form: str) -> int:
    """The characters of one mark."""
    return 1 if form == "“”" else len(form)


def _broken(reading: Reading) -> Iterator[Diagnostic]:
    """Titles over two lines, in a list whose entries have one each."""
    found = list(reading.entries())
    wrapped = sum(node.end_line > node.line for node, _, _ in found)
    if not few(wrapped, len(found) - wrapped) or 2 * wrapped > len(found) > 1:
        return
    for _, _, mention in found:
        title = mention.title
        if title and title.span.line < title.span.end_line and not _forced(reading, title.span):
            yield BROKEN_TITLE.at(
                title.span,
                f"title is broken over lines {title.span.line} to {title.span.end_line}",
                "write it on one line",
                *_joined(reading, title.span),
            )


def _forced(reading: Reading, span: Span) -> bool:
    """Whether a line of a span ends in a break that shows."""
    lines = [reading.source.line(n) for n in range(span.line, span.end_line)]
    return any(line.endswith(("  ", "\\", "<br>", "<br/>")) for line in lines)


def _joined(reading: Reading, span: Span) -> Iterator[Edit]:
    """A blank for each line break in a span."""
    for number in range(span.line, span.end_line):
        upper, lower = reading.source.line(number), reading.source.line(number + 1)
        end, start = len(upper.rstrip()), len(lower) - len(lower.lstrip())
        yield Edit(reading.source.span(number, end + 1, number + 1, start + 1), " ")


def _inner(reading: Reading, titles: list[_Title]) -> Iterator[Diagnostic]:
    """Commas inside a title's marks, where the list has them outside."""
    inside, outside = [], 0
    for title in titles:
        if title.form in _MARKS:
            if reading.raw(title.field.span).endswith(tuple(_INNER)):
                inside.append(title)
            else:
                outside += _closing(reading, title)[1][:1] in tuple(_INNER)
    if not outside or not few(len(inside), outside):
        return
    for title in inside:
        marks, rest = _closing(reading, title)
        end = title.field.span.end_column - 1
        sign = reading.raw(title.field.span)[-1]
        moved = reading.at(title.field.span.line, end - 1, end + len(marks))
        yield INNER_PUNCTUATION.at(
            reading.at(title.field.span.line, end - 1, end),
            f'"{sign}" stands inside the marks of the title',
            "move it behind them",
            Edit(moved, marks if rest[:1] == sign else marks + sign),
        )


def _closing(reading: Reading, title: _Title) -> tuple[str, str]:
    """The marks that close a title, and what follows them."""
    after = reading.after(title.field.span)
    width = _width(title.form)
    return after[:width], after[width:]
