"""What stands in front of titles, and what is about the list rather than in it."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

from .test_styles import NETS, P, Seen, T, seen

Read = Callable[[str], Document]
LINKED = ((NETS, T),)
STYLES = {
    f"2016 ICML [{NETS}]({T})": Seen(NETS, venues=(("ICML", 2016),), links=LINKED),
    f"2016 ICML BeeNet [{NETS}]({T})": Seen(
        NETS, venues=(("ICML", 2016),), links=LINKED, alternative="BeeNet"
    ),
    f"(2016 TBEE, Overview) **{NETS}** *Ann Bee, Cid Dee*": Seen(
        NETS, ("Ann Bee", "Cid Dee"), remarks=("2016 TBEE, Overview",)
    ),
    f"(2016, Bees of Today) **{NETS}** *Ann Bee, Cid Dee*": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("", 2016),), remarks=("Bees of Today",)
    ),
    f"2016 IEEE TBEE [{NETS}]({T})": Seen(NETS, venues=(("IEEE TBEE", 2016),), links=LINKED),
    f"[{NETS}（ICML 2019）]({T})": Seen(
        NETS, venues=(("ICML", 2019),), links=((f"{NETS}（ICML 2019）", T),)
    ),
    f"Ann Bee, Cid Dee, *Workshop on feeding nets*, 2016 [pdf]({P})": Seen(
        "Workshop on feeding nets",
        ("Ann Bee", "Cid Dee"),
        venues=(("", 2016),),
        links=(("pdf", P),),
    ),
    f"**{NETS}** [pdf]({P}) *Lian Liru(Bee) dataset*": Seen(
        NETS, links=(("pdf", P),), description="Lian Liru(Bee) dataset"
    ),
    f"**{NETS}** *Ann Bee, Cid Dee*. Trained with patience on trees. [pdf]({P})": Seen(
        NETS,
        ("Ann Bee", "Cid Dee"),
        links=(("pdf", P),),
        description="Trained with patience on trees.",
    ),
    f"Momentum: Dynamical, Self-Taught, and Free Nets. In *ICML 2022*. [pdf]({P})": Seen(
        "Momentum: Dynamical, Self-Taught, and Free Nets",
        venues=(("ICML", 2022),),
        links=(("pdf", P),),
    ),
    f"**{NETS}.** Best Paper Award @ ICML 2022. [pdf]({P})": Seen(
        NETS, venues=(("ICML", 2022),), links=(("pdf", P),)
    ),
    f"**{NETS}.** ICML 2016 [pdf]({P})\n\n  *Ann Bee 0002, Cid Dee*": Seen(
        NETS, ("Ann Bee 0002", "Cid Dee"), venues=(("ICML", 2016),), links=(("pdf", P),)
    ),
    f"**{NETS}.** J. Artif. Intell. Res. 2021 [pdf]({P})": Seen(
        NETS, venues=(("J. Artif. Intell. Res.", 2021),), links=(("pdf", P),)
    ),
    f"**{NETS}.** Expert Syst. Appl., 2021 [pdf]({P})": Seen(
        NETS, venues=(("Expert Syst. Appl.", 2021),), links=(("pdf", P),)
    ),
    f"**{NETS}.** Pattern Recognit. 2020 [pdf]({P})": Seen(
        NETS, venues=(("Pattern Recognit", 2020),), links=(("pdf", P),)
    ),
    f"**{NETS}.** Ann Lang. 2020 [pdf]({P})": Seen(
        NETS, ("Ann Lang",), venues=(("", 2020),), links=(("pdf", P),)
    ),
    f"**{NETS}** *Bee, Ann and Dee, Cid Adrian and Eff, Eve S.* [pdf]({P})": Seen(
        NETS, ("Ann Bee", "Cid Adrian Dee", "Eve S. Eff"), links=(("pdf", P),)
    ),
}


@pytest.mark.parametrize("bullet", STYLES)
def test_a_bullet_in_this_style(document: Read, bullet: str) -> None:
    (mention,) = document(f"# L\n\n- {bullet}\n").nodes[0].mentions
    assert seen(mention) == STYLES[bullet]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("- Maintained by [Ann Bee](http://u.org)", Role.HOUSEKEEPING),
        ("- Curated and edited by **[Ann Bee](http://u.org)**", Role.HOUSEKEEPING),
        (f"- [{NETS}](http://u.org), maintained by Ann Bee", Role.ENTRY),
        ("[Ann (3)](http://u.org) · [Bo (2)](http://v.org) · [Cid (1)](http://w.org)", Role.PROSE),
    ],
)
def test_what_is_about_the_list(document: Read, text: str, role: Role) -> None:
    assert document(f"# L\n\n{text}\n").nodes[0].role is role


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Bee University and Dee Lab", ["Bee University", "Dee Lab"]),
        ("MIT&Google", ["MIT", "Google"]),
        ("AT&T, Dee Lab et al.", ["AT&T", "Dee Lab"]),
        ("MIT, Bee University of Science and Technology, and Dee Lab",
         ["MIT", "Bee University of Science and Technology", "Dee Lab"]),
    ],
)  # fmt: skip
def test_an_and_within_an_institution(document: Read, printed: str, names: list[str]) -> None:
    text = f"# L\n\n- [{NETS}]({T})\n  - Ann Bee, Cid Dee\n  - Institutions: {printed}\n"
    (mention,) = document(text).nodes[0].mentions
    assert [f.text for f in mention.institutions] == names


def test_long_words_over_a_list_are_no_rubric(document: Read) -> None:
    words = "这张网把别的网里的东西收集起来" * 8
    nodes = document(f"# L\n\n{words}\n\n- [{NETS}]({T})\n").nodes
    assert [n.role for n in nodes] == [Role.PROSE, Role.ENTRY]


def test_things_with_their_years(document: Read) -> None:
    text = f"# L\n\n- [{NETS}]({T}) (2005) and [Old Nets]({P}) (2012): nets that sleep.\n"
    found = [seen(m) for m in document(text).nodes[0].mentions]
    assert found == [
        Seen(NETS, venues=(("", 2005),), links=LINKED, description="nets that sleep."),
        Seen(
            "Old Nets",
            venues=(("", 2012),),
            links=(("Old Nets", P),),
            description="nets that sleep.",
        ),
    ]


def test_a_table_of_contents_with_relative_links(document: Read) -> None:
    assert document("# L\n\n- [Nets](./#nets)\n").nodes[0].role is Role.CONTENTS


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[Foo](u), [Website](v), [Bar](w)", ["Foo", "Website", "Bar"]),
        ("[Foo](u), [code](v), [Bar](w)", ["Foo"]),
        ("[Foo](u), [Code](v), [Paper](w)", ["Foo"]),
        ("[Foo](u), [Website](v), [A Longer Title](w)", ["Foo"]),
        ("[Foo](u), [Website](v), [Bar](w) - three nets", ["Foo"]),
    ],
)
def test_a_row_of_names(document: Read, text: str, titles: list[str]) -> None:
    found = document(f"# L\n\n- {text}\n").nodes[0].mentions
    assert [m.title.text for m in found if m.title] == titles


CREDITED = {
    "Nets for All. [Bee (1950)](http://u.org/t).": (["Bee"], False, 1950),
    "**Nets for All. [McBee, van Dee (1974)](http://u.org/t).**": (
        ["McBee", "van Dee"],
        False,
        1974,
    ),
    "Nets for All. [Bee and Dee (1974)](http://u.org/t)": (["Bee", "Dee"], False, 1974),
    "Nets for All? [Bee et al (2007)](http://u.org/t).": (["Bee"], True, 2007),
}


@pytest.mark.parametrize("text", CREDITED)
def test_authors_and_year_in_the_label_of_a_link(document: Read, text: str) -> None:
    (found,) = document(f"# L\n\n- {text}\n").nodes[0].mentions
    authors, et_al, year = CREDITED[text]
    assert found.title
    assert found.title.text.rstrip("?") == "Nets for All"
    assert ([a.text for a in found.authors], found.et_al) == (authors, et_al)
    assert [v.year for v in found.venues] == [year]
    assert [(k.form, k.url) for k in found.links] == [("button", "http://u.org/t")]


def test_a_venue_in_the_label_of_a_link_is_no_author(document: Read) -> None:
    (found,) = (
        document("# L\n\n- Nets for All. [Nature (2015)](http://u.org/t)\n").nodes[0].mentions
    )
    assert not found.authors


def test_a_name_below_a_title_is_no_title(document: Read) -> None:
    text = f"# L\n\n- Nets for all of us<br>[Ann Bee](http://u.org)<br>ICML 2015 [pdf]({P})\n"
    (found,) = document(text).nodes[0].mentions
    assert found.title
    assert (found.title.text, [a.text for a in found.authors]) == (
        "Nets for all of us",
        ["Ann Bee"],
    )


def test_linked_names_below_a_title_are_no_title(document: Read) -> None:
    text = f"# L\n\n**{NETS}** [[pdf]({P})]\n*Ann Bee, [Cid Dee](http://u.org), Eve Eff.*\n"
    (node,) = document(text).nodes
    (found,) = node.mentions
    assert found.title
    assert (found.title.text, [a.text for a in found.authors]) == (
        NETS,
        ["Ann Bee", "Cid Dee", "Eve Eff"],
    )


def test_a_short_year_and_a_venue_before_a_title(document: Read) -> None:
    (found,) = document("# L\n\n- 16-ATC-BeeNet: Nets for All\n").nodes[0].mentions
    assert found.title
    assert found.title.text == "BeeNet: Nets for All"
    assert [(v.name, v.year) for v in found.venues] == [("ATC", 2016)]


def test_a_date_in_a_bold_title(document: Read) -> None:
    (found,) = document(f"# L\n\n- **(2018-11) {NETS}** [pdf]({P})\n").nodes[0].mentions
    assert found.title
    assert (found.title.text, [v.year for v in found.venues]) == (NETS, [2018])


def test_a_second_column_of_papers_holds_links(document: Read) -> None:
    text = f"|Title|Date|Paper|\n|-|-|-|\n|{NETS}|_11 okt 2017_|[arxiv]({P})|\n"
    (found,) = document(text).nodes[1].mentions
    assert found.title
    assert found.title.text == NETS
    assert [(v.name, v.year) for v in found.venues] == [("", 2017)]
    assert [(k.form, k.label) for k in found.links] == [("button", "arxiv")]


def test_a_title_like_a_name_above_names(document: Read) -> None:
    text = f"# L\n\n- Halftone Bee Codes<br>Ann Bee, Cid Dee, Eve Eff<br>ICML 2015 [pdf]({P})\n"
    (found,) = document(text).nodes[0].mentions
    assert found.title
    assert found.title.text == "Halftone Bee Codes"
    assert [a.text for a in found.authors] == ["Ann Bee", "Cid Dee", "Eve Eff"]


@pytest.mark.parametrize(
    ("url", "form"), [("https://doi.org/10.1000/182", "button"), ("http://u.org", "inline")]
)
def test_a_link_on_the_venue_with_an_identifier_leads_to_the_paper(
    document: Read, url: str, form: str
) -> None:
    text = f"# L\n\n- **{NETS}** | *Ann Bee, Cid Dee* | [Nature]({url})\n"
    (found,) = document(text).nodes[0].mentions
    assert [(v.name, k.form) for v, k in zip(found.venues, found.links, strict=True)] == [
        ("Nature", form)
    ]


@pytest.mark.parametrize(
    "below", [f"*Ann Bee, Cid Dee* [pdf]({P})", f"Ann Bee and Cid Dee. [[pdf]({P})]"]
)
def test_names_and_a_button_below_a_title_and_its_venue(document: Read, below: str) -> None:
    nodes = document(f"# L\n\n**{NETS}.** Pattern Recognit. 2020\n\n{below}\n\nMore.\n").nodes
    assert [n.role for n in nodes] == [Role.ENTRY, Role.FIELDS, Role.PROSE]
    (mention,) = nodes[0].mentions
    assert [a.text for a in mention.authors] == ["Ann Bee", "Cid Dee"]
    assert [k.url for k in mention.links] == [P]


def test_words_below_a_title_and_its_venue_are_words(document: Read) -> None:
    nodes = document(f"# L\n\n**{NETS}.** ICML 2020\n\nRead it with care [pdf]({P}).\n").nodes
    assert [n.role for n in nodes] == [Role.PROSE, Role.PROSE]
