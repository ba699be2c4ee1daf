"""Footnotes, front matter and references: what lists have beside plain CommonMark."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.account import account
from awesome_rnn_kg.read.checks import check
from awesome_rnn_kg.read.document import Document, Mention, Node, Role
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.reader import read
from awesome_rnn_kg.text.source import source_from_text

Read = Callable[[str], Document]

HEAD = "# L\n\n## Papers\n"
PAPER = "* Ann Lee and Bo Chen, *One Title*, ICML 2015"


def first(document: Document) -> Mention:
    return next(n.mentions[0] for n in document.nodes if n.role is Role.ENTRY)


def notes(document: Document) -> list[Node]:
    return [n for n in document.nodes if n.kind == "footnote"]


def links(mention: Mention) -> list[tuple[str, str, str]]:
    return [(k.label, k.url, k.form) for k in mention.links]


@pytest.mark.parametrize(
    "line",
    [
        f"{PAPER}.[^1]",
        f"{PAPER} [^1]",
        "* Ann Lee and Bo Chen, *One Title*[^1], ICML 2015",
        "* Ann Lee and Bo Chen[^1], *One Title*, ICML 2015",
        "* Ann Lee and Bo Chen, *One Title[^1]*, ICML 2015",
    ],
)
def test_the_sign_of_a_footnote_is_no_part_of_a_field(document: Read, line: str) -> None:
    found = first(document(f"{HEAD}{line}\n\n[^1]: Won a prize.\n"))
    assert found.title
    assert found.title.text == "One Title"
    assert [a.text for a in found.authors] == ["Ann Lee", "Bo Chen"]
    assert [(v.name, v.year) for v in found.venues] == [("ICML", 2015)]
    assert [r.text for r in found.remarks] == ["Won a prize."]


def test_a_footnote_of_an_address_alone_is_a_button(document: Read) -> None:
    found = first(document(f"{HEAD}{PAPER}[^1]\n\n[^1]: [pdf](http://u.org/p) <http://u.org/q>\n"))
    assert [(u, f) for _, u, f in links(found)] == [
        ("http://u.org/p", "button"),
        ("http://u.org/q", "auto"),
    ]
    assert found.remarks == ()


def test_a_link_that_a_footnote_mentions_is_not_the_paper_itself(document: Read) -> None:
    text = f"{HEAD}{PAPER}[^a]\n\n[^a]: Follows arXiv:1501.00001 ([pdf](http://u.org/p)).\n"
    found = first(document(text))
    assert links(found) == [("pdf", "http://u.org/p", "inline")]
    assert [v.arxiv for v in found.venues] == [""]


def test_a_footnote_has_several_lines_and_indented_paragraphs(document: Read) -> None:
    text = (
        f"{HEAD}{PAPER}[^1]\n\n[^1]: First line\nsecond line.\n\n    Third http://u.org/t\n\nNo.\n"
    )
    found = document(text)
    assert [r.text for r in first(found).remarks] == [
        "First line second line. Third http://u.org/t"
    ]
    assert [(n.line, n.end_line) for n in notes(found)] == [(6, 9)]
    assert [n.label.text for n in found.nodes if n.role is Role.PROSE] == ["No."]


def test_footnotes_that_follow_each_other_are_told_apart(document: Read) -> None:
    text = f"{HEAD}{PAPER}[^b][^a]\n\n[^a]: Of a.\n[^b]: Of b.\n"
    assert [r.text for r in first(document(text)).remarks] == ["Of a.", "Of b."]


def test_a_footnote_belongs_to_each_entry_that_refers_to_it(document: Read) -> None:
    text = f"{HEAD}{PAPER}[^x]\n* [Two Words](http://u.org/2)[^x]\n\n[^x]: See <http://u.org/n>.\n"
    entries = [n for n in document(text).nodes if n.role is Role.ENTRY]
    assert [m.remarks[0].text for n in entries for m in n.mentions] == ["See http://u.org/n."] * 2


def test_a_remark_and_a_table_row_refer_for_their_entry(document: Read) -> None:
    below = f"{HEAD}* [Two Words](http://u.org/2)\n  * Only words here.[^1]\n\n[^1]: A note.\n"
    assert [r.text for r in first(document(below)).remarks] == ["A note."]
    row = "| Title | Venue |\n|---|---|\n| Two Words[^1] | ICML 2015 |\n\n[^1]: A note.\n"
    found = first(document(row))
    assert found.title
    assert found.title.text == "Two Words"
    assert "A note." in [r.text for r in found.remarks]


def test_a_footnote_without_a_sign_is_prose_with_its_links(document: Read) -> None:
    found = document(f"{HEAD}{PAPER}\n\n[^1]: <http://u.org/n>\n")
    assert [(n.role, [k.url for k in n.links]) for n in notes(found)] == [
        (Role.PROSE, ["http://u.org/n"])
    ]


def test_a_sign_without_its_footnote_stays_text(document: Read) -> None:
    found = document(f"{HEAD}* Words only, nothing else [^9]\n")
    assert found.nodes[-1].label.text == "Words only, nothing else [^9]"


def test_nothing_in_a_footnote_is_lost(lexicon: Lexicon) -> None:
    text = (
        f"{HEAD}{PAPER}[^1]\n* [Two](http://u.org/2)[^2]\n\n[^1]: arXiv:1501.00001\n"
        "[^2]: [a](http://u.org/a) and http://u.org/b\n[^3]: http://u.org/c\n"
    )
    reading = read(source_from_text(text), lexicon)
    document, diagnostics = reading.document, check(reading)
    found = account(document, diagnostics)
    assert (found.urls.seen, found.urls.kept, found.urls.reported) == (4, 4, 0)
    assert (found.arxiv_ids.seen, found.arxiv_ids.kept) == (1, 1)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: A Page\nurl: http://u.org/h\n---\n",
        "---\n# a comment\ntags: [a, b]\n...\n",
        '+++\ntitle = "A Page"\n+++\n',
    ],
)
def test_front_matter_is_no_heading(document: Read, front: str) -> None:
    found = document(f"{front}\n{HEAD}* [Two](http://u.org/2)\n")
    assert [s.heading.text for s in found.sections[1:]] == ["L", "Papers"]
    assert next((n.kind, n.line, n.end_line) for n in found.nodes) == (
        "code",
        1,
        front.count("\n"),
    )


@pytest.mark.parametrize("text", ["---\n\n# L\n\n---\n", "Words\n---\n", "---\nonly words\n---\n"])
def test_a_rule_on_the_first_line_opens_no_front_matter(document: Read, text: str) -> None:
    assert not [n for n in document(text).nodes if n.kind == "code"]


def test_an_address_in_front_matter_is_reported(lexicon: Lexicon) -> None:
    text = "---\nurl: http://u.org/h\n---\n# L\n"
    reading = read(source_from_text(text), lexicon)
    document, diagnostics = reading.document, check(reading)
    assert account(document, diagnostics).urls.reported == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[One Good Title][t], ICML 2015", ("One Good Title", "http://u.org/t")),
        ("[One Good Title][], ICML 2015", ("One Good Title", "http://u.org/one")),
        ("[one good TITLE], ICML 2015", ("one good TITLE", "http://u.org/one")),
        ("*One Good Title*, ICML 2015 [[pdf][t]]", ("pdf", "http://u.org/t")),
        ("*One Good Title*, ICML 2015 [pdf][t]", ("pdf", "http://u.org/t")),
    ],
)
def test_links_by_reference_are_links(document: Read, line: str, expected: tuple[str, str]) -> None:
    where = '[t]: <http://u.org/t> "T"\n[One good title]:\n  http://u.org/one\n'
    found = first(document(f"{HEAD}* Ann Lee, Bo Chen, {line}\n\n{where}"))
    assert [(k.label, k.url) for k in found.links] == [expected]
    assert found.title
    assert found.title.text.casefold() == "one good title"
