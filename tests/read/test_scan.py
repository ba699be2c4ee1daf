"""The raw text's own account of URLs and arXiv ids."""

import pytest

from awesome_rnn_kg.read.checks import check
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.read.rules import READ_RULES
from awesome_rnn_kg.read.scan import plain, scan_ids, scan_urls
from awesome_rnn_kg.text.diagnostics import Rule
from awesome_rnn_kg.text.source import source_from_text

URLS: dict[str, list[str]] = {
    "[a](http://u.org/x)": ["http://u.org/x"],
    "[a](http://u.org/x_(y)) [b](ftp://v.org)": ["http://u.org/x_(y)", "ftp://v.org"],
    "see http://u.org/x. And (http://u.org/y)": ["http://u.org/x", "http://u.org/y"],
    '<a href="http://u.org/x">': ["http://u.org/x"],
    "<http://u.org>": ["http://u.org"],
    "www.u.org/x": ["www.u.org/x"],
    "a@www.u.org": [],
    "https:// nothing": [],
    "![[]()": [],
}


@pytest.mark.parametrize("text", URLS)
def test_urls_of_the_raw_text(text: str) -> None:
    assert [s.text for s in scan_urls(source_from_text(text))] == URLS[text]


def test_places_of_what_is_seen() -> None:
    (first, second) = scan_urls(source_from_text("x http://u.org\n\n  http://v.org\n"))
    assert [(first.line, first.column), (second.line, second.column)] == [(1, 3), (3, 3)]


IDS: dict[str, list[str]] = {
    "arXiv:1412.6632": ["1412.6632"],
    "http://arxiv.org/pdf/1412.6632v2.pdf": ["1412.6632"],
    "arXiv preprint arXiv:1501.00001": ["1501.00001"],
    "arxiv 1412.6632 and arXiv cs/0701001": ["1412.6632", "cs/0701001"],
    "arXiv:1412.66321": [],
    "1412.6632": [],
}


@pytest.mark.parametrize("text", IDS)
def test_ids_of_the_raw_text(text: str) -> None:
    assert [s.text for s in scan_ids(source_from_text(text))] == IDS[text]


@pytest.mark.parametrize(
    ("url", "other"),
    [("http://u.org/", "http://u.org"), ("http://u.org/a&amp;b", "http://u.org/a&b"),
     ("http://u.org/a\\_b", "http://u.org/a_b"), ("http://u.org/a.", "http://u.org/a")],
)  # fmt: skip
def test_urls_are_compared_plainly(url: str, other: str) -> None:
    assert plain(url) == plain(other)


@pytest.mark.parametrize("rule", READ_RULES, ids=lambda rule: rule.name)
def test_rules_fire_on_their_bad_example_only(rule: Rule, lexicon: Lexicon) -> None:
    bad, good = (check(read(source_from_text(t), lexicon)) for t in (rule.bad, rule.good))
    assert {d.code for d in bad} == {rule.code}
    assert good == ()
    assert rule.explanation


@pytest.mark.parametrize(
    "text",
    [
        "[![see http://u.org/x](http://v.org/b)](http://u.org/x?y=1)",
        "[share](http://v.org/share?url=http://u.org/x)",
        "[a](http://u.org/x&amp;y)",
    ],
)
def test_urls_inside_links_are_read_with_them(text: str, lexicon: Lexicon) -> None:
    assert check(read(source_from_text(text), lexicon)) == ()


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [("[c](https://u.org/c)", "give the row as many cells"), ("https://u.org/c", "write [label]")],
)
def test_a_cell_that_the_head_has_no_place_for(cell: str, remedy: str) -> None:
    table = f"|A|\n|-|\n|[T](https://u.org/a)|{cell}|\n"
    (found,) = check(read(source_from_text(table), Lexicon()))
    assert found.hint.startswith(remedy)
