"""Who made a thing, and what stands behind them."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document

from .test_styles import NETS, Seen, T, seen

LINKED = ((NETS, T),)
BY = {
    "Ann Bee at Bee Labs": Seen(makers=("Ann Bee",), remarks=("Bee Labs",)),
    "Ann Bee in Dee School": Seen(makers=("Ann Bee",), remarks=("in Dee School",)),
    "Ann Bee at Bee Conference 2015": Seen(makers=("Ann Bee",), venues=(("Bee Conference", 2015),)),
    "Bee, Ann C. ICML, 1994": Seen(makers=("Ann C. Bee",), venues=(("ICML", 1994),)),
    "Bee A. ICML, 2010": Seen(makers=("A Bee",), venues=(("ICML", 2010),)),
    "Bee A C. 2016.": Seen(makers=("A C Bee",), venues=(("", 2016),)),
    "Bee A. Ways of Hives and Combs, 2004.": Seen(
        makers=("A Bee",), venues=(("Ways of Hives and Combs", 2004),)
    ),
    "Ann C. Bee, Cid Dee, ICML 2017": Seen(
        makers=("Ann C. Bee", "Cid Dee"), venues=(("ICML", 2017),)
    ),
    "Bee A, Dee C. Ways of Hives, 2008.": Seen(
        makers=("A Bee", "C Dee"), venues=(("Ways of Hives", 2008),)
    ),
    "Bee Research et al., ICML 2023": Seen(
        makers=("Bee Research",), et_al=True, venues=(("ICML", 2023),)
    ),
    "Bee University, Apr 2024": Seen(makers=("Bee University",), venues=(("", 2024),)),
    "Beehive Labs and HIVE": Seen(makers=("Beehive Labs", "HIVE")),
    "Institute of Bees and Hives": Seen(makers=("Institute of Bees and Hives",)),
    "Anonymous, ICML 2020": Seen(makers=("Anonymous",), venues=(("ICML", 2020),)),
    "Bee, Ann; Dee, Cid Eve; and Eff, Gus H. ICML, 2018.": Seen(
        makers=("Ann Bee", "Cid Eve Dee", "Gus H. Eff"), venues=(("ICML", 2018),)
    ),
}


@pytest.mark.parametrize("who", BY)
def test_by(document: Callable[[str], Document], who: str) -> None:
    (mention,) = document(f"# L\n\n- [{NETS}]({T}) by {who}\n").nodes[0].mentions
    wanted = BY[who]
    assert seen(mention) == Seen(
        NETS,
        et_al=wanted.et_al,
        venues=wanted.venues,
        links=LINKED,
        makers=wanted.makers,
        remarks=wanted.remarks,
    )


@pytest.mark.parametrize(
    ("tags", "venues", "institutions"),
    [
        ("`Beeline` `2020`", (("", 2020),), ("Beeline",)),
        ("`ICML` `2020`", (("ICML", None), ("", 2020)), ()),
        ("`ICML 2020`", (("ICML", 2020),), ()),
    ],
)
def test_tags_in_code_behind_a_title(
    document: Callable[[str], Document],
    tags: str,
    venues: tuple[tuple[str, int | None], ...],
    institutions: tuple[str, ...],
) -> None:
    (mention,) = document(f"# L\n\n- [{NETS}]({T}) {tags}\n").nodes[0].mentions
    assert tuple(f.text for f in mention.institutions) == institutions
    assert {v.year for v in mention.venues if v.year} == {2020}
    assert [v.name for v in mention.venues if v.name] == [n for n, _ in venues if n]


def test_words_in_code_without_a_year_are_told(document: Callable[[str], Document]) -> None:
    (mention,) = document(f"# L\n\n- [{NETS}]({T}) `beeline`\n").nodes[0].mentions
    assert not mention.institutions
    assert mention.description
    assert mention.description.text == "beeline"


@pytest.mark.parametrize(
    ("words", "description"),
    [
        ("Run 🤗 nets in a hive.", "Run 🤗 nets in a hive."),
        ("Run nets in a hive. 🔥", "Run nets in a hive."),
        ("[Python] - 🐟 Run nets.", "Run nets."),
        (":star:", ""),
    ],
)
def test_emoji(document: Callable[[str], Document], words: str, description: str) -> None:
    (mention,) = document(f"# L\n\n- [{NETS}]({T}) - {words}\n").nodes[0].mentions
    assert (mention.description.text if mention.description else "") == description


def test_emoji_by_name_between_buttons(document: Callable[[str], Document]) -> None:
    text = f"# L\n\n- [{NETS}]({T})<br>:star:[code]({T}/c):house:[project]({T}/p)\n"
    (mention,) = document(text).nodes[0].mentions
    assert seen(mention) == Seen(NETS, links=(*LINKED, ("code", f"{T}/c"), ("project", f"{T}/p")))


def test_a_label_at_the_end_of_a_title(document: Callable[[str], Document]) -> None:
    (mention,) = (
        document(f"# L\n\n- [{NETS} (paper)]({T})\n- [{NETS} (Python)]({T})\n").nodes[0].mentions
    )
    assert (seen(mention).title, seen(mention).remarks) == (NETS, ("paper",))
    (other,) = document(f"# L\n\n- [{NETS} (Python)]({T})\n").nodes[0].mentions
    assert seen(other).title == f"{NETS} (Python)"


@pytest.mark.parametrize(
    ("badge", "venue"),
    [("Conference-ICML'23-blue", ("ICML", 2023)), ("ICML_2023-red", ("ICML", 2023))],
)
def test_a_badge_with_a_key(
    document: Callable[[str], Document], badge: str, venue: tuple[str, int]
) -> None:
    text = f"# L\n\n- [{NETS}]({T}) ![](https://img.shields.io/badge/{badge})\n"
    (mention,) = document(text).nodes[0].mentions
    assert seen(mention).venues == (venue,)
