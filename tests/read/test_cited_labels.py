"""Citations within a link's label, in a table's cell, and above labelled addresses."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Mention, Role
from awesome_rnn_kg.read.names import parse_names
from awesome_rnn_kg.read.pages import is_first_page

from .test_styles import C, P, Seen, T, seen

Read = Callable[[str], Document]
FEED = "Nets that feed on everything"
BEES = ("Ann Bee", "Cid Dee")


def only(document: Document) -> Mention:
    (mention,) = [m for n in document.nodes if n.role is Role.ENTRY for m in n.mentions]
    return mention


QUOTED = f'Bee, Ann, and Cid Dee. "{FEED}." Journal of Hives 15 (2014).'
BARE = f"Ann Bee, Cid Dee. 2018. {FEED}. In ICML 2018"
LABELS = {
    f"[{QUOTED}]({T})": Seen(
        FEED, BEES, venues=(("Journal of Hives", 2014),), links=((QUOTED, T),)
    ),
    f"[{BARE}]({T})": Seen(FEED, BEES, venues=(("", 2018), ("ICML", 2018)), links=((BARE, T),)),
    f"**[IEEE Transactions on Neural Nets (IEEE TNN)]({T})**": Seen(
        "IEEE Transactions on Neural Nets",
        links=(("IEEE Transactions on Neural Nets (IEEE TNN)", T),),
        alternative="IEEE TNN",
    ),
    f"**[Nets (ICML)]({T})**": Seen("Nets", venues=(("ICML", None),), links=(("Nets (ICML)", T),)),
    f'[Bee, Ann L. "{FEED}." ICML 2015.]({T})': Seen(
        FEED,
        ("Ann L. Bee",),
        venues=(("ICML", 2015),),
        links=((f'Bee, Ann L. "{FEED}." ICML 2015.', T),),
    ),
    f'["{FEED}"]({T})': Seen(FEED, links=((f'"{FEED}"', T),)),
    f"[Ann Bee, Cid Dee and the nets]({T})": Seen(
        "Ann Bee, Cid Dee and the nets", links=(("Ann Bee, Cid Dee and the nets", T),)
    ),
}


@pytest.mark.parametrize("bullet", LABELS)
def test_a_label_that_is_a_citation(document: Read, bullet: str) -> None:
    assert seen(only(document(f"# L\n\n- {bullet}\n"))) == LABELS[bullet]


@pytest.mark.parametrize(
    ("paper", "title", "alternative"),
    [
        (f"[{FEED}]({T})", FEED, "BeeNet"),
        (f'Bee, A., & Dee, C. "{FEED}." ICML 2015', FEED, "BeeNet"),
        ("N/A", "BeeNet", ""),
        (f"[pdf]({P})", "BeeNet", ""),
    ],
)
def test_a_name_beside_a_title(document: Read, paper: str, title: str, alternative: str) -> None:
    rows = f"|EffNet|[Longer nets for the patient]({C})|\n" * 3
    found = document(f"|Name|Paper|\n|-|-|\n|BeeNet|{paper}|\n{rows}").nodes[1].mentions[0]
    assert found.title
    assert found.title.text == title
    assert (found.alternative.text if found.alternative else "") == alternative


def test_a_name_beside_buttons_is_the_title(document: Read) -> None:
    rows = f"|BeeNet|[pdf]({P})|\n|EffNet|[pdf]({C})|\n"
    (first, _) = [m for n in document(f"|Name|Paper|\n|-|-|\n{rows}").nodes for m in n.mentions]
    assert seen(first) == Seen("BeeNet", links=(("pdf", P),))


APPEARED = {
    "Annals of Bees 6, 338–353 (2024)": ("Annals of Bees", 2024, "338–353"),
    "Nat Bees (2024)": ("Nat Bees", 2024, ""),
    "Digital Bees 15, 10127 (2024)": ("Digital Bees", 2024, "10127"),
    "Hives & Combs 4.4 (2024)": ("Hives & Combs", 2024, ""),
    "bee letters 10.12 (2024)": ("bee letters", 2024, ""),
    "Ways of many small bees 21.1 (2024)": ("Ways of many small bees", 2024, ""),
}


@pytest.mark.parametrize("label", APPEARED)
def test_a_label_that_says_where_a_title_has_appeared(document: Read, label: str) -> None:
    text = f"- **{FEED}** [2024]  \n  Ann Bee, and Cid Dee.  \n  [{label}]({T}) | [code]({C})\n"
    found = only(document(f"# L\n\n{text}"))
    assert found.title
    assert found.title.text == FEED
    assert tuple(a.text for a in found.authors) == BEES
    assert found.venue_text
    assert found.venue_text.text == label
    assert [(v.name, v.year, v.pages) for v in found.venues if v.name] == [APPEARED[label]]


def test_a_dated_label_without_a_title_before_it(document: Read) -> None:
    found = only(document(f"# L\n\n- [Bees of the Mountain Hives (2024)]({T})\n"))
    assert found.title
    assert found.title.text == "Bees of the Mountain Hives"


ADDRESSED = {
    f"{FEED}, fast and slow ,\nPDF: <{P}>": Seen(f"{FEED}, fast and slow", links=(("PDF", P),)),
    f"{FEED} by the bees\nthemselves\nPaper: <{P}>\nCode: <{C}>": Seen(
        f"{FEED} by the bees themselves", links=(("Paper", P), ("Code", C))
    ),
    f"Ann Bee: A Life in Hives,\nProject: {P}": Seen(
        "Ann Bee: A Life in Hives", links=(("Project", P),)
    ),
    f"{FEED}, Ann Bee, Cid Dee,\nPDF: <{P}>": Seen(FEED, BEES, links=(("PDF", P),)),
}


@pytest.mark.parametrize("text", ADDRESSED)
def test_a_title_above_labelled_addresses(document: Read, text: str) -> None:
    assert seen(only(document(f"# L\n\n## Nets\n\n{text}\n"))) == ADDRESSED[text]


@pytest.mark.parametrize(
    "text",
    [
        f"All of it can be had from us.\nPDF: <{P}>",
        f"Bees\nPDF: <{P}>",
        f"See [the hive]({T}) first\nPDF: <{P}>",
        f"{FEED}\nwritten by bees",
        f"PDF: <{P}>\nCode: <{C}>",
    ],
)
def test_other_words_above_addresses(document: Read, text: str) -> None:
    assert not [n for n in document(f"# L\n\n## Nets\n\n{text}\n").nodes if n.role is Role.ENTRY]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bee, Ann Zoe, Cid Dee, and Eve Eff. ", ["Bee, Ann Zoe", "Cid Dee", "Eve Eff"]),
        ("Bee, Ann Zoe, Cid Dee, et al. “Nets”", ["Bee, Ann Zoe", "Cid Dee"]),
        ("Bee, Ann Zoe, Cid Dee, and Eve Eff. 2012. Nets", []),
        ("Bee, Ann Zoe, Cid Dee, Eve Eff. ", []),
        ("Bee, A., Dee, CD., Eff, EF. et al.", ["Bee, A.", "Dee, CD.", "Eff, EF."]),
        ("Ann Bee, Cid Dee and Eve Eff*.", ["Ann Bee", "Cid Dee", "Eve Eff"]),
        ("Combs, Hives for All, and Eve Eff. ", []),
    ],
)
def test_a_surname_before_two_given_names(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in parse_names(text).names] == names


def test_a_blank_that_does_not_break_before_a_name(document: Read) -> None:
    found = only(document(f"# L\n\n- :+1: &nbsp; Bee et al., **{FEED}**, ICML 2018.\n"))
    assert (found.authors[0].text, found.et_al) == ("Bee", True)


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        ("Nat Bees 15, 10127 (2024)", "10127", True),
        ("Nat Bees 15, 2 (2004), pp. 91-110", "2", False),
        ("Bees, 10127 (2024)", "10127", False),
        ("Nat Bees 15, 10127, 2024", "10127", False),
        ("Bees Rev. D 98 (2018) 030001", "030001", True),
        ("Bees Rev. D 98 (2018) no. 3, 030001", "030001", True),
        ("Bees (2018) 030001", "030001", False),
    ],
)
def test_a_page_between_a_volume_and_a_year(text: str, page: str, expected: bool) -> None:
    at = text.index(page)
    assert is_first_page(text, at, at + len(page)) is expected


TOLD = {
    f"[Hive]({T}) - [Python] - Bees in trees.": ("Bees in trees.", ["Python"]),
    f"[Hive]({T}) - [Python] Bees in trees.": ("[Python] Bees in trees.", []),
    f"[Hive]({T}) - A [GitHub]({C}) widget for bees.": ("A GitHub widget for bees.", []),
    f"[Hive]({T}) - Bees in trees. [GitHub]({C})": ("Bees in trees.", []),
}


@pytest.mark.parametrize("bullet", TOLD)
def test_words_about_a_thing(document: Read, bullet: str) -> None:
    found = only(document(f"# L\n\n- {bullet}\n"))
    assert found.description
    assert (found.description.text, [r.text for r in found.remarks]) == TOLD[bullet]


@pytest.mark.parametrize(
    ("printed", "name", "year", "status"),
    [
        ("ICLR 2019 submission", "ICLR", 2019, "submission"),
        ("arXiv(v2) 2025", "arXiv", 2025, ""),
        ("Ubibee25", "Ubibee", 2025, ""),
    ],
)
def test_a_venue_in_its_column(
    document: Read, printed: str, name: str, year: int, status: str
) -> None:
    table = f"|Title (Link)|Source|Tag|\n|-|-|-|\n|[{FEED}]({T})|{printed}|bees, trees|\n"
    found = only(document(table))
    assert found.title
    assert found.title.text == FEED
    (venue,) = found.venues
    assert (venue.name, venue.year, venue.status) == (name, year, status)
