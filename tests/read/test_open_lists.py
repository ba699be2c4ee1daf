"""Lists without bullets: linked titles with their venues, and titles above authors and a venue."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Mention, Role

from .test_styles import NETS, P, Seen, T, seen

Read = Callable[[str], Document]
BEES = "Ann Bee, Cid Dee"


def entries(document: Document) -> list[Mention]:
    return [m for n in document.nodes if n.role is Role.ENTRY for m in n.mentions]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"[{NETS}]({T}), ICML 2015", ("ICML", 2015)),
        (f"[{NETS}]({T}), arXiv 2015", ("arXiv", 2015)),
        (f"[{NETS}]({T}), 2015", ("", 2015)),
        (f"[{NETS}]({T}), ICML 2015 Small Nets Workshop", ("ICML Small Nets Workshop", 2015)),
    ],
)
def test_a_linked_title_with_its_venue_is_an_entry(
    document: Read, text: str, venue: tuple[str, int]
) -> None:
    (m,) = entries(document(f"# L\n\n## S\n\n{text}\n"))
    assert seen(m) == Seen(NETS, venues=(venue,), links=((NETS, T),))


@pytest.mark.parametrize(
    "text",
    [
        f"[{NETS}]({T})",
        f"See [{NETS}]({T}), ICML 2015",
        f"[My page]({T}), 2015",
        f"[{NETS}]({T}) was at ICML and has since been a classic of the field.",
    ],
)
def test_other_paragraphs_with_a_link_are_prose(document: Read, text: str) -> None:
    assert not entries(document(f"# L\n\n## S\n\n{text}\n"))


def test_linked_titles_in_a_row_are_entries(document: Read) -> None:
    row = "\n\n".join(f"[Nets for all {w}]({T}/{w})" for w in ("bees", "wasps", "ants"))
    assert len(entries(document(f"# L\n\n## S\n\n{row}\n"))) == 3
    assert not entries(document(f"{row}\n")), "no heading above them"
    assert not entries(document(f"# L\n\n## S\n\n{row.replace('Nets for all ', '')}\n"))


@pytest.mark.parametrize(
    ("label", "venues"),
    [
        ("Ways of Bees", (("Ways of Bees", None),)),
        ("Ways of bees 65", (("Ways of bees", None),)),
        ("Cell Bees 14.8 (2015)", (("Cell Bees", 2015),)),
        ("Nature", (("Nature", None),)),
        ("bioRxiv 2015.06.20.599739", (("bioRxiv", 2015),)),
    ],
)
def test_a_link_below_the_authors_says_where(
    document: Read, label: str, venues: tuple[tuple[str, int | None], ...]
) -> None:
    (m,) = entries(document(f"# L\n\n**{NETS}**\n{BEES}\n[{label}]({P})\n"))
    assert seen(m) == Seen(NETS, ("Ann Bee", "Cid Dee"), venues=venues, links=((label, P),))


def test_one_author_above_a_venue(document: Read) -> None:
    (m,) = entries(document(f"# L\n\n**{NETS}**\nAnn Bee\n[Cell Bees 14.8 (2015)]({P})\n"))
    assert seen(m).authors == ("Ann Bee",)


def test_all_links_of_that_line_say_where(document: Read) -> None:
    links = f"[Cell Bees 14.8 (2015)]({P})/[ICML 2016 extended]({T})"
    (m,) = entries(document(f"# L\n\n**{NETS}**\n{BEES}\n{links}\n"))
    assert (seen(m).title, seen(m).authors) == (NETS, ("Ann Bee", "Cid Dee"))


@pytest.mark.parametrize(
    "text",
    [
        f"- **[{NETS}]({T})**\n  *{BEES}* ICML'15",
        f"- [{NETS}]({T})\n  {BEES} *ICML* 2015",
        f"- [{NETS}]({T})\n\n  <details><summary> {BEES} <em>ICML</em> 2015 </summary></details>",
    ],
)
def test_a_style_ends_a_list_of_names(document: Read, text: str) -> None:
    m = entries(document(f"# L\n\n{text}\n"))[0]
    assert (seen(m).authors, seen(m).venues) == (("Ann Bee", "Cid Dee"), (("ICML", 2015),))


def test_a_style_within_a_name_ends_nothing(document: Read) -> None:
    (m,) = entries(document(f"# L\n\n- [{NETS}]({T}) - Ann *Bee*, Cid Dee, ICML 2015\n"))
    assert seen(m).authors == ("Ann Bee", "Cid Dee")


@pytest.mark.parametrize(
    "title",
    [
        "On **Small** Nets of Bees",
        "**Small Nets** with Bees",
        "BeeNet: **Small Nets** with Bees",
        "Lone Bees of **Small Nets** with Wings",
        "Learning to **Keep Bees** by Watching Hives",
        "On **Small Bees**",
    ],
)
def test_bold_words_within_a_title_behind_a_venue(document: Read, title: str) -> None:
    (m,) = entries(document(f"# L\n\n- (arXiv 2023.2) {title}, [[pdf]]({P})\n"))
    assert seen(m) == Seen(title.replace("*", ""), venues=(("arXiv", 2023),), links=(("[pdf]", P),))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"(ICML 2015) BeeNet: **{NETS}**, [[pdf]]({P})", NETS),
        (f"(ICML 2015) **{NETS}**. Ann Bee, Cid Dee, [[pdf]]({P})", NETS),
        (f"(ICML 2015) Ann Bee, Cid Dee, **{NETS}**, [[pdf]]({P})", NETS),
    ],
)
def test_a_bold_title_behind_a_venue(document: Read, text: str, title: str) -> None:
    (m,) = entries(document(f"# L\n\n- {text}\n"))
    assert seen(m).title == title


def test_a_tag_in_the_link_of_a_title(document: Read) -> None:
    (m,) = entries(document(f"# L\n\n- [[BeeNet] {NETS}]({T})\n"))
    assert (seen(m).title, seen(m).alternative) == (NETS, "BeeNet")
    (m,) = entries(document(f"# L\n\n- [[BeeNet and all other bees] Nets]({T})\n"))
    assert (seen(m).title, seen(m).alternative) == ("[BeeNet and all other bees] Nets", "")


@pytest.mark.parametrize(
    ("label", "title", "venues"),
    [
        (f"{NETS}, 2020", NETS, (("", 2020),)),
        ("Nets, 2020", "Nets, 2020", ()),
        (f"{NETS}, 1990-2020", f"{NETS}, 1990-2020", ()),
    ],
)
def test_a_year_at_the_end_of_a_linked_title(
    document: Read, label: str, title: str, venues: tuple[tuple[str, int], ...]
) -> None:
    (m,) = entries(document(f"# L\n\n- [{label}]({T}) - on nets.\n"))
    assert (seen(m).title, seen(m).venues) == (title, venues)
