"""From Markdown to a document: sections, nesting, places and links."""

from collections.abc import Callable
from time import process_time

import pytest

from awesome_rnn_kg.read.checks import check
from awesome_rnn_kg.read.document import Document, Role
from awesome_rnn_kg.read.inline import MAX_LINE
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.source import Span, source_from_text

Read = Callable[[str], Document]
TEXT = """intro

# My List [![Awesome](b.svg)](http://a.org)

## One
* [A](http://u.org/a) - first
  * [B](http://u.org/b)
    lazy words
### Below
* [C](http://u.org/c)
## Two
* [D](http://u.org/d), [E](http://u.org/e)
"""


def test_sections(document: Read) -> None:
    found = document(TEXT)
    sections = [(s.heading.text, s.level, s.parent) for s in found.sections]
    assert sections == [
        ("My List", 0, None), ("My List", 1, None), ("One", 2, 1), ("Below", 3, 2), ("Two", 2, 1),
    ]  # fmt: skip
    assert [k.url for k in found.sections[1].links] == ["http://a.org", "b.svg"]
    assert found.title.text == "My List"


def test_nodes(document: Read) -> None:
    nodes = [(n.kind, n.line, n.end_line, n.section, n.parent) for n in document(TEXT).nodes]
    assert nodes == [
        ("paragraph", 1, 1, 0, None), ("item", 6, 6, 2, None), ("item", 7, 8, 2, 1),
        ("item", 10, 10, 3, None), ("item", 12, 12, 4, None),
    ]  # fmt: skip


def test_a_list_without_a_heading_is_named_for_its_file(document: Read) -> None:
    assert document("* [A](u)").title.text == "list"


def text_at(source: str, span: Span) -> str:
    assert span.line == span.end_line
    return source.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def test_places(document: Read) -> None:
    text = "* x\n  * Alex Graves et al., *Deep [Nets](u)*, ICML 2015 (under review) [[pdf](v)]\n"
    (m,) = document(text).nodes[1].mentions
    assert m.title
    assert m.authors_text
    assert text_at(text, m.title.span) == "Deep [Nets"
    assert text_at(text, m.authors[0].span) == "Alex Graves"
    assert text_at(text, m.authors_text.span) == "Alex Graves et al."
    assert m.authors_text.text == "Alex Graves et al."
    assert text_at(text, m.venues[0].span) == "ICML 2015 (under review"
    assert [text_at(text, k.span) for k in m.links] == ["[Nets](u)", "[pdf](v)"]


def test_a_title_over_two_lines(document: Read) -> None:
    (node,) = document("* Alex Graves, Greg Wayne, *Deep\n  Nets*, ICML 2015\n").nodes
    title = node.mentions[0].title
    assert title
    assert (title.text, title.span) == ("Deep Nets", Span("list.md", 1, 29, 2, 7))


def test_link_definitions(document: Read) -> None:
    found = document("* [A][a]\n\n[a]: http://u.org/a\n[b]: http://u.org/b\n")
    assert [k.url for k in found.nodes[0].all_links] == ["http://u.org/a"]
    assert [(k.url, k.form) for k in found.sections[0].links] == [("http://u.org/b", "definition")]


def test_several_things_share_their_bullet(document: Read) -> None:
    node = document(TEXT).nodes[-1]
    assert node.role is Role.ENTRY
    assert [[k.url for k in m.links] for m in node.mentions] == [
        ["http://u.org/d"], ["http://u.org/e"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["x" * (MAX_LINE + 1), "* " + "![[]()" * 20_000, "> " + "[" * 90_000]
)
def test_long_lines_are_reported(lexicon: Lexicon, line: str) -> None:
    reading = read(source_from_text(f"a\n\n{line}\n"), lexicon)
    assert [(d.code, d.span.line) for d in check(reading)] == [("RNN101", 3)]
    assert reading.document.nodes[-1].line == 3


def test_a_long_paragraph_of_short_lines_is_reported(lexicon: Lexicon) -> None:
    text = "some words\n" * 3_000
    assert [d.code for d in check(read(source_from_text(text), lexicon))] == ["RNN101"]


HOSTILE = {
    "brackets": "[" * 4_000 + "]" * 4_000,
    "parentheses": "(" * 9_000,
    "links": "[a](b) " * 2_000,
    "refused": "[a] (" * 2_000,
    "open refused": "[[a] (x(" * 1_500,
    "commas": ", " * 6_000,
    "names": "Alex Graves, " * 900,
    "initials": "A. B. " * 2_000,
    "inverted": "Graves, A., " * 1_000,
    "given": "Graves, Alex and " * 700,
    "dashes": " - " * 4_000,
    "colons": "a: " * 4_000,
    "quotes": '"' * 9_000,
    "quoted": '"abc' * 3_000,
    "years": "2015 " * 2_400,
    "numbers": "1.(2-3," * 2_000,
    "arxiv": "arXiv " * 2_000,
    "arxiv digits": "arXiv:" + "1." * 6_000,
    "urls": "http://a.b/(" * 1_000,
    "closing": "http://a.b" + ")" * 12_000,
    "stars": "*" * 9_000,
    "emphasis": "*a **b " * 1_500,
    "emoji": ":star:" * 2_000,
    "entities": "&nbsp;" * 2_000,
    "tags": "<a href=" * 1_500,
    "comments": "<!--" * 3_000,
    "tag lead": "[a]" * 3_000,
    "acronym": "A" * 12_000,
    "blanks": "a" + " " * 12_000 + "b",
    "by": "by Alex " * 1_500,
    "et al": "et al. " * 1_500,
    "lists in HTML": "<ul><li>" * 1_500,
    "cells in HTML": "<table>" + "<tr><td>x" * 1_500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_effort_is_bounded(lexicon: Lexicon, name: str) -> None:
    """Twelve thousand characters of the worst kind take no more than a few seconds."""
    start = process_time()
    read(source_from_text(f"* {HOSTILE[name]}"), lexicon)
    assert process_time() - start < 3
