"""Inline Markdown: what a reader sees, and where each character of it stands."""

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from awesome_rnn_kg.read.inline import Place, RichText, attribute, markdown_parser, rich_text

Rich = Callable[[str], RichText]
SEEN = {
    "a *b* **c** ~~d~~": "a b c d",
    "[label](http://u.org)": "label",
    "![alt](http://u.org/p.png) x": " x",
    "`code *x*`": "code *x*",
    "&amp; &lt; \\*": "& < *",
    "one\ntwo": "one two",
    "one<br>two": "one two",
    "<b>bold</b> <i>x</i>": "bold x",
    "a   b\tc": "a b c",
    "<http://u.org>": "http://u.org",
    "[not] (http://u.org)": "[not] (http://u.org)",
    "😀 ünï": "😀 ünï",
}


@pytest.mark.parametrize("text", SEEN)
def test_what_a_reader_sees(rich: Rich, text: str) -> None:
    assert rich(text).text == SEEN[text]


def test_styles_and_links_have_their_bounds(rich: Rich) -> None:
    found = rich("a **b *c*** [d](u) <a href='v'>e</a> `f` <s>g</s>")
    seen = [(m.kind, found.text[m.start : m.end], m.url, m.form) for m in found.marks]
    assert seen == [
        ("strong", "b c", "", ""), ("em", "c", "", ""), ("link", "d", "u", "inline"),
        ("link", "e", "v", "html"), ("code", "f", "", ""), ("strike", "g", "", ""),
    ]  # fmt: skip


def test_raw_bounds_cover_the_whole_construct(rich: Rich) -> None:
    text = "x [d](u) ![p](v) <img src=w>"
    raw = [text[m.raw_start : m.raw_end] for m in rich(text).marks]
    assert raw == ["[d](u)", "![p](v)", "<img src=w>"]


def test_breaks(rich: Rich) -> None:
    found = rich("one\ntwo  \nthree<br/>four")
    assert [m.form for m in found.of("break")] == ["soft", "hard", "hard"]
    assert [p.text for p in found.lines()] == ["one", "two", "three", "four"]


MARKED = st.text(alphabet="ab *_`[]()!<>&;\\\n1é", max_size=60)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(MARKED)
def test_every_character_points_at_itself(text: str) -> None:
    found = rich_text(markdown_parser(), {}, _place(text))
    assert len(found.origin) == len(found.text)
    assert sorted(found.origin) == list(found.origin)
    for char, offset in zip(found.text, found.origin, strict=True):
        blank = char.isspace() and (text[offset].isspace() or text[offset] in "<&")
        assert text[offset] == char or blank or text[offset] in "\\&", (char, offset)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(MARKED.filter(lambda t: "<a" not in t))
def test_links_are_those_of_the_markdown_parser(text: str) -> None:
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    page = parser.renderInline(text)
    expected = [html.unescape(u) for u in re.findall(r'<a href="([^"]*)"', page)]
    found = rich_text(markdown_parser(), {}, _place(text))
    assert [m.url for m in found.of("link")] == expected


def _place(text: str) -> Place:
    starts, offset = [], 0
    for number, part in enumerate(text.split("\n"), 1):
        starts.append((offset, number, 1))
        offset += len(part) + 1
    return Place("list.md", text, tuple(starts))


def test_place_of_a_cut() -> None:
    place = _place("ab\ncd\nef").cut(4, 7)
    assert (place.raw, place.starts) == ("d\ne", ((0, 2, 2), (2, 3, 1)))


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ('<a href="u&amp;v">', "u&v"), ("<a HREF = 'u'>", "u"), ("<a href=u>", "u"), ("<a>", ""),
        ('<a data-href="x" href="u">', "u"), ("<a xhref=u>", ""),
    ],
)  # fmt: skip
def test_attributes(tag: str, value: str) -> None:
    assert attribute(tag, "href") == value
