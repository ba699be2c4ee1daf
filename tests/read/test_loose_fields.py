"""Fields that stand apart from their title: addresses, notes, badges, first columns."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.badges import badge_text
from awesome_rnn_kg.read.document import Document, Mention, Role

from .test_styles import NETS, PDF, C, P, Seen, T, seen


def only(document: Document) -> Mention:
    (mention,) = [m for n in document.nodes for m in n.mentions]
    return mention


@pytest.mark.parametrize("text", [f"**{NETS}**\n\n<{P}>\n", f"- **{NETS}**\n\n  {P}\n"])
def test_an_address_below_a_title_is_its_link(
    document: Callable[[str], Document], text: str
) -> None:
    found = document(text)
    assert [n.role for n in found.nodes] == [Role.ENTRY, Role.FIELDS]
    assert seen(only(found)) == Seen(NETS, links=((P, P),))


def test_an_introduction_may_end_with_its_venue(document: Callable[[str], Document]) -> None:
    text = f"**{NETS}**\n\n- intro: Bee Place. ICML 2018\n- pdf: {P}\n"
    assert seen(only(document(text))) == Seen(
        NETS,
        venues=(("ICML", 2018),),
        links=(("pdf", P),),
        description="Bee Place",
    )


def test_a_linked_heading_over_its_venue_is_a_thing_with_notes(
    document: Callable[[str], Document],
) -> None:
    text = f"### [{NETS}]({T})\n\narXiv 1801; ICML 2018\n\n1. uses [One]({P})\n2. is fast\n"
    found = document(text)
    roles = [Role.ENTRY, Role.FIELDS, Role.REMARK, Role.REMARK]
    assert [n.role for n in found.nodes] == roles
    assert [n.parent for n in found.nodes] == [None, 0, 0, 0]
    assert seen(only(found)) == Seen(
        NETS, venues=(("arXiv", 2018), ("ICML", 2018)), links=((NETS, T),)
    )


def test_a_badge_shows_the_venue(document: Callable[[str], Document]) -> None:
    badge = "https://img.shields.io/badge/ICML_2018-blue"
    other = "https://img.shields.io/badge/BERT-red"
    text = f"- **{NETS}.** ![]({badge}) ![]({other}) [[pdf]]({P})\n"
    assert seen(only(document(text))) == Seen(
        NETS, venues=(("ICML", 2018),), links=(("", badge), ("", other), *PDF)
    )


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://img.shields.io/badge/NeurIPS%202020-blue", "NeurIPS 2020"),
        ("https://img.shields.io/badge/arXiv-2101.12345-b31b1b.svg", "arXiv 2101.12345"),
        ("https://img.shields.io/badge/A--B_C__D-red?style=flat", "A-B C_D"),
        ("https://img.shields.io/github/stars/a/b", ""),
    ],
)
def test_what_a_badge_shows(url: str, text: str) -> None:
    assert badge_text(url) == text


def test_a_first_column_of_names_with_links_holds_the_titles(
    document: Callable[[str], Document],
) -> None:
    head = "| Dataset | #train |\n|---|---|\n"
    text = f"{head}| Bee [[link]({P})] | 10 |\n| Dee [[link]({C})] | 20 |\n"
    found = [m for n in document(text).nodes for m in n.mentions]
    assert [(m.title.text, m.remarks[0].text) for m in found if m.title] == [
        ("Bee", "#train: 10"),
        ("Dee", "#train: 20"),
    ]


def test_very_deep_blanks_cost_no_time_and_keep_their_places(
    document: Callable[[str], Document],
) -> None:
    deep = " " * 5_000
    text = f"- [One]({P})\n{deep}- [Two]({C})\n"
    (one, *_) = document(text).nodes
    spans = [k.span for k in one.all_links]
    assert [(s.line, s.column) for s in spans] == [(1, 3), (2, 5_003)]


def test_links_to_headings_on_the_lists_own_page_are_contents(
    document: Callable[[str], Document],
) -> None:
    page = "https://github.com/bee/nets"
    parts = ("Small Nets", "Large Nets", "Odd ones")
    slugs = [p.lower().replace(" ", "-") for p in parts]
    links = [f"* [{p}]({page}#{s})\n" for p, s in zip(parts, slugs, strict=True)]
    others = [f"* [A paper]({P})\n", f"* [Other]({page}/wiki#odd-ones)\n\n"]
    text = "".join((*links, *others, *(f"## {p}\n\n" for p in parts)))
    roles = [n.role for n in document(text).nodes]
    assert roles == [Role.CONTENTS] * 3 + [Role.ENTRY] * 2


def test_links_into_the_readme_itself_are_contents(document: Callable[[str], Document]) -> None:
    text = "* [Small Nets](README.md#small-nets)\n* [Large Nets](more.md#large-nets)\n"
    assert [n.role for n in document(text).nodes] == [Role.CONTENTS, Role.ENTRY]
