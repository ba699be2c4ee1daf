"""Nothing is dropped: generated lists, and arbitrary text, against the raw text's own account."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from awesome_rnn_kg.read.account import account
from awesome_rnn_kg.read.checks import check
from awesome_rnn_kg.read.document import Document, Role
from awesome_rnn_kg.read.inline import MAX_NESTING
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.read.rules import READ_RULES
from awesome_rnn_kg.read.scan import document_links
from awesome_rnn_kg.text.diagnostics import Diagnostic
from awesome_rnn_kg.text.source import Source, Span, source_from_text

OFTEN = settings(
    max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
LEXICON = Lexicon(frozenset(("pdf", "code", "paper")), frozenset(("icml", "cvpr")))

URL = st.sampled_from(
    [f"https://example.org/{p}" for p in ("a", "b_c", "d(e)f", "g?h=i&j=k", "l#m", "n~o", "p%20q")]
    + ["http://arxiv.org/pdf/1412.6632v2", "https://doi.org/10.1000/182", "www.example.com/x"]
)
WORDS = st.sampled_from(
    ["Deep Nets", "Alex Graves", "and", "ICML 2015", "*Nets of Nets*", "**Bold**", '"Quoted Nets"',
     "et al.", "arXiv:1308.0850", "by Greg Wayne", "-", ":", ",", "(", "[", "`code`", "&amp;", "😀",
     ":star:", "王小明", "<br>", "\\[", "|", "_", "§", "\u00a0", "[pdf]", "# no", "1."]
)  # fmt: skip
LINKS = (
    "[Title]({})", "[[pdf]({})]", "[[pdf]]({})", "[pdf] ({})", "[a]( {} )", "<{}>", "{}",
    "[b](<{}>)", "![pic]({})", "[![badge]({})]({})", '<a href="{}">x</a>',
    "<img src='{}'>", "([c]({}))",
    '[d]({} "title")', "Code: {}", "[{}]({})", "`{}`", "<!-- {} -->", "[e]({}", "[f][r]",
)  # fmt: skip


@st.composite
def _link(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(LINKS))
    return form.format(*(draw(URL) for _ in range(form.count("{}"))))


INLINE = st.lists(st.one_of(WORDS, _link()), min_size=1, max_size=6).map(" ".join)


@st.composite
def _bullets(draw: st.DrawFn) -> str:
    lines, depth = [], 0
    for _ in range(draw(st.integers(1, 6))):
        depth = draw(st.integers(0, depth + 1))
        marker = draw(st.sampled_from(["*", "-", "+", "1."]))
        lines.append(f"{'    ' * depth}{marker} {draw(INLINE)}")
    return "\n".join(lines)


@st.composite
def _table(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from(["|Title|Authors|Year|", "|Year|Paper|Code|", "|a|b|c|"]))
    rows = ["|" + "|".join(draw(INLINE).replace("|", "/") for _ in range(3)) + "|"
            for _ in range(draw(st.integers(1, 3)))]  # fmt: skip
    return "\n".join([head, "|---|---|---|", *rows])


@st.composite
def _html(draw: st.DrawFn) -> str:
    url = draw(URL)
    return draw(st.sampled_from([
        f'<p align="center"><a href="{url}"><img src="{url}" alt="x"></a></p>',
        f'<ul><li><a href="{url}">Nets</a><ul><li>inner {url}</li></ul></li></ul>',
        f'<table><tr><td><a href="{url}">Nets</a></td><td>Alex Graves</td></tr></table>',
        f"<!-- {url} -->", f"<details>\n<summary>{url}</summary>", "</details>", f"<div {url}",
    ]))  # fmt: skip


BLOCK = st.one_of(
    INLINE,
    _bullets(),
    _table(),
    _html(),
    INLINE.map(lambda s: f"## {s}"),
    INLINE.map(lambda s: f"> {s}"),
    INLINE.map(lambda s: f"```\n{s}\n```"),
    INLINE.map(lambda s: f"{s}\n==="),
    URL.map(lambda u: f"[r]: {u}"),
)
LISTS = st.lists(BLOCK, min_size=1, max_size=6).map("\n\n".join)


def spans(document: Document, diagnostics: tuple[Diagnostic, ...]) -> list[Span]:
    """Every place that a document and its diagnostics name."""
    found = [d.span for d in diagnostics] + [k.span for k in document_links(document)]
    found += [s.heading.span for s in document.sections]
    for node in document.nodes:
        found.append(node.label.span)
        for m in node.mentions:
            fields = (m.title, m.alternative, m.authors_text, m.venue_text, m.description)
            found += [f.span for f in (*fields, *m.authors, *m.makers, *m.remarks) if f]
            found += [m.span, *(v.span for v in m.venues)]
    return found


def inside(span: Span, source: Source) -> bool:
    """Whether a span starts and ends at characters of the source, in this order."""
    lines = source.lines
    if not 1 <= span.line <= span.end_line <= len(lines):
        return False
    ordered = (span.line, span.column) <= (span.end_line, span.end_column)
    first, last = len(lines[span.line - 1]) + 1, len(lines[span.end_line - 1]) + 1
    return ordered and 1 <= span.column <= first and 1 <= span.end_column <= last + 1


def balanced(text: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Read a text; what must hold of every text."""
    source = source_from_text(text)
    reading = read(source, LEXICON)
    document, diagnostics = reading.document, check(reading)
    found = account(document, diagnostics)
    assert found.balances, found
    assert sum(number for _, _, number in found.nodes) == len(document.nodes)
    assert [s for s in spans(document, diagnostics) if not inside(s, source)] == []
    for index, node in enumerate(document.nodes):
        assert node.parent is None or 0 <= node.parent < index
        assert bool(node.mentions) or node.role is not Role.ENTRY
        assert 0 <= node.section < len(document.sections)
    return document, diagnostics


@OFTEN
@given(LISTS)
def test_generated_lists_balance(text: str) -> None:
    balanced(text)


@OFTEN
@given(st.text(alphabet=st.characters(), max_size=300))
def test_arbitrary_text_balances(text: str) -> None:
    balanced(text)


MARKS = st.text(alphabet="*_`[]()<>!|#-+~:;,. \n\t\\\"'&{}/hrefx1.王", max_size=200)


@OFTEN
@given(MARKS)
def test_mark_up_without_sense_balances(text: str) -> None:
    balanced(text)


@OFTEN
@given(LISTS)
def test_every_item_row_and_paragraph_has_one_role(text: str) -> None:
    """Counted by the tokens of a parser of its own; HTML blocks are left out of the texts."""
    text = text.replace("<", "(")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    document, _ = balanced(text)
    kinds = [n.kind for n in document.nodes]
    lines = [n.line for n in document.nodes if n.kind == "paragraph"]
    assert kinds.count("item") == sum(t.type == "list_item_open" for t in tokens)
    assert kinds.count("row") == sum(t.type == "tr_open" for t in tokens)
    own = {t.map[0] + 1 for t in tokens if t.type == "paragraph_open" and t.map and not t.hidden}
    assert set(lines) <= {n + i for n in own for i in range(text.count("\n") + 1)}


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\x00* a\x00b", "* \ud800 [a](http://u.org/x)", "\ufeff# a", "* a\r\n* b\r",
     "*\t[a](http://u.org/x)\t- b", "\u00a0" * 300, "[]()", "* []()", "<", "<!--", "|", "|-|",
     "* * *", "\x1f 0"],
)  # fmt: skip
def test_odd_texts_balance(text: str) -> None:
    balanced(text)


@pytest.mark.parametrize("marker", [">", "> ", "* ", "- * ", "1. "])
def test_deep_nesting_is_cut(marker: str) -> None:
    document, _ = balanced(marker * 5_000 + "a http://u.org/x")
    assert len(document.nodes) <= MAX_NESTING


def test_unread_things_are_told(lexicon: Lexicon) -> None:
    text = "* [Nets](http://u.org/a)\n<!-- http://u.org/b http://u.org/c arXiv:1412.6632 -->\n"
    reading = read(source_from_text(text), lexicon)
    found, diagnostics = reading.document, check(reading)
    assert [(d.code, d.span.line, d.message) for d in diagnostics] == [
        ("RNN102", 2, "2 URLs from http://u.org/b on are not read as links"),
        ("RNN103", 2, "arXiv id 1412.6632 is not read"),
    ]
    tallies = account(found, diagnostics)
    assert (tallies.urls.seen, tallies.urls.kept, tallies.urls.reported) == (3, 1, 2)
    assert (tallies.arxiv_ids.seen, tallies.arxiv_ids.kept) == (1, 0)
    assert tallies.nodes == (("item", "entry", 1),)
    assert not account(found, ()).balances


READABLE = (
    "[Title]({})", "[[pdf]({})]", "[[pdf]]({})", "[pdf] ({})", "[a]( {} )", "<{}>", "{}",
    "[b](<{}>)", "![pic]({})", "[![badge]({})]({})", '<a href="{}">x</a>',
    "<img src='{}'>", "Code: {}",
)  # fmt: skip
PLACES = ("* {}", "## {}", "{}", "> {}", "* Nets\n  * {}", "|Title|\n|-|\n|{}|", "1. Nets\n\n   {}")


@OFTEN
@given(st.sampled_from(PLACES), st.sampled_from(READABLE), URL.filter(lambda u: u[0] == "h"))
def test_what_a_reader_sees_as_a_link_is_read(place: str, form: str, url: str) -> None:
    document, diagnostics = balanced(place.format(form.format(url, url)))
    assert [d for d in diagnostics if d.rule in READ_RULES] == []
    assert url in {k.url for k in document_links(document)}
