"""More ways in which lists print their papers: glued names, keys of their own, spanned cells."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

from .test_styles import GW, NETS, PDF, C, P, Seen, T, seen

ONE_LINE = {
    # Bold title, then names in italics with their institution and the venue.
    f"[2023/05] **{NETS}.** *Ann Bee (Bee University) et al. arXiv.* [[pdf]({P})]": Seen(
        NETS, ("Ann Bee",), True, (("arXiv", 2023),), (("pdf", P),), remarks=("Bee University",)
    ),
    f"**{NETS}** *Alex Graves, Greg Wayne* [[pdf]({P})]": Seen(NETS, GW, links=(("pdf", P),)),
    f"[2023/05] **{NETS}** *Bee et al. arXiv* [[pdf]({P})]": Seen(
        NETS, ("Bee",), True, (("arXiv", 2023),), (("pdf", P),)
    ),
    # An institution in italics behind a short title.
    f'**BEE**: "Odd Nets", arXiv, 2022 (*Dalian University of Bees*). [[pdf]({P})]': Seen(
        "Odd Nets",
        venues=(("arXiv", 2022),),
        links=(("pdf", P),),
        alternative="BEE",
        remarks=("Dalian University of Bees",),
    ),
    # A short name in bold before the title in quotes.
    f'**Don\'t Copy the Net**: "{NETS}", *ICML 2022*. [[pdf]({P})]': Seen(
        NETS, venues=(("ICML", 2022),), links=(("pdf", P),), alternative="Don't Copy the Net"
    ),
    f'**Robots Enact Malign Types**: "Robots Enact Malign Types", ICML 2022. [[pdf]({P})]': Seen(
        "Robots Enact Malign Types",
        venues=(("ICML", 2022),),
        links=(("pdf", P),),
        alternative="Robots Enact Malign Types",
    ),
    # Names that nothing sets apart from the title.
    f"Trees that learn well P Bee, D Dee, L Eff - ICML, 2006 [[pdf]]({P})": Seen(
        "Trees that learn well", ("P Bee", "D Dee", "L Eff"), venues=(("ICML", 2006),), links=PDF
    ),
    f"Success of Trees as Classifiers Ann J. Bee, Cid Dee, Eve Eff [[pdf]]({P})": Seen(
        "Success of Trees as Classifiers", ("Ann J. Bee", "Cid Dee", "Eve Eff"), links=PDF
    ),
    f"BEE: Additive Regression Trees K. V. Bee, Cid Dee-Eff [[pdf]]({P})": Seen(
        "BEE: Additive Regression Trees", ("K. V. Bee", "Cid Dee-Eff"), links=PDF
    ),
    f"L1-based pruning of models Ann Bee, Fran¸cois Dee and Eve Eff ICML 2012 [[pdf]]({P})": Seen(
        "L1-based pruning of models",
        ("Ann Bee", "François Dee", "Eve Eff"),
        venues=(("ICML", 2012),),
        links=PDF,
    ),
    f"Residual Attention Blocks, Ann Bee, Cid Dee [[pdf]]({P})": Seen(
        "Residual Attention Blocks", ("Ann Bee", "Cid Dee"), links=PDF
    ),
    # Authors at the end of what follows the title.
    f"{NETS} (2017): A Tutorial, G. Bee. [[pdf]]({P})": Seen(
        NETS, ("G. Bee",), venues=(("", 2017),), links=PDF, description="A Tutorial"
    ),
    f"{NETS}. Bee and Dee. [[pdf]]({P})": Seen(NETS, ("Bee", "Dee"), links=PDF),
    f"[{NETS}]({T}) - Ann Bee (Bee University) 2011": Seen(
        NETS,
        ("Ann Bee",),
        venues=(("", 2011),),
        links=((NETS, T),),
        remarks=("Bee University",),
    ),
    f'Ann Bee, cid dee, Eve Eff, "{NETS}", ICLR 2016. [[pdf]({P})]': Seen(
        NETS, ("Ann Bee", "cid dee", "Eve Eff"), venues=(("ICLR", 2016),), links=(("pdf", P),)
    ),
    # A button that is the venue; a tag that an emoji marks.
    f"[[CVPR2020]({P})] {NETS} [[code]({C})]": Seen(
        NETS, venues=(("CVPR", 2020),), links=(("CVPR2020", P), ("code", C))
    ),
    f"(CVPR 2020) [💬 Motion] **{NETS}** [[pdf]({P})]": Seen(
        NETS, venues=(("CVPR", 2020),), links=(("pdf", P),), remarks=("💬 Motion",)
    ),
    # Who made it.
    f"Ann Bee's [A collection of nets]({T})": Seen(
        "A collection of nets", links=(("A collection of nets", T),), makers=("Ann Bee",)
    ),
    f"[Speech]({T}) - free, by Prof. Ann Bee": Seen(
        "Speech", links=(("Speech", T),), makers=("Ann Bee",), description="free"
    ),
    # Statuses and identifiers.
    f"Ann Bee, Cid Dee, *{NETS}*, under review, ICLR 2017": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("ICLR", 2017),)
    ),
    f"Ann Bee, Cid Dee, *{NETS}*, (under review at ICLR 2017)": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("ICLR", 2017),)
    ),
    f"Ann Bee, Cid Dee, *{NETS}*, arXiv:cs/9901001": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("arXiv:cs/9901001", None),)
    ),
    f"Ann Bee, Cid Dee, *{NETS}*, doi:10.1016/0893(91)9-T(1)y": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("10.1016/0893(91)9-t(1)y", None),)
    ),
}


@pytest.mark.parametrize("markdown", ONE_LINE)
def test_a_bullet_in_this_style(document: Callable[[str], Document], markdown: str) -> None:
    nodes = document(f"* {markdown}\n").nodes
    assert [(n.role, [seen(m) for m in n.mentions]) for n in nodes] == [
        (Role.ENTRY, [ONE_LINE[markdown]])
    ]


MORE_LINES = {
    "keys of fields below a linked title": (
        f"""- [{NETS}]({T})
    - Alex Graves, Greg Wayne
    - 🏛️ Institutions: Bee Lab, Dee
    - 📅 Date: July 4, 2026
    - 📑 Publisher: ICML
    - 🔑 Key: [nets], [speed]
    - 📖 TLDR: We try.
""",
        Seen(
            NETS,
            GW,
            venues=(("ICML", 2026),),
            links=((NETS, T),),
            description="We try.",
            remarks=("Key: [nets], [speed]",),
        ),
    ),
    "a numbered title over keys, some of its own": (
        f"""**46. {NETS}**

- 作者单位: 大学, Bee Lab
- Paper(Oral): {P}
- github(Keras, official): <{C}>
- 解读: [A post]({T})
""",
        Seen(
            NETS,
            links=(("Paper(Oral)", P), ("github(Keras, official)", C), ("A post", T)),
            remarks=("解读: A post",),
        ),
    ),
    "an introduction that is the venue": (
        f"**{NETS}**\n\n- intro: ICML 2017. Bee University\n- code: {C}\n",
        Seen(
            NETS,
            venues=(("ICML", 2017),),
            links=(("code", C),),
            description="Bee University",
        ),
    ),
    "a category that spans rows": (
        f"""<table>
<tr><th rowspan="2">Kind</th><th rowspan="2">Net</th><th>Date</th><th>Link</th></tr>
<tr></tr>
<tr><td rowspan="2">Open</td><td>One Net</td><td>2019/10</td><td><a href="{P}">Paper</a></td></tr>
<tr><td>Two Net</td><td>2020/01</td><td><a href="{C}">Paper</a></td></tr></table>
""",
        Seen("Two Net", venues=(("", 2020),), links=(("Paper", C),), remarks=("Kind: Open",)),
    ),
    "a cell that spans columns": (
        f"""<table><tr><th>Title</th><th colspan="2">Data</th></tr>
<tr><td><a href="{T}">{NETS}</a></td><td>fast</td><td>small</td></tr></table>
""",
        Seen(NETS, links=((NETS, T),), remarks=("Data: fast", "Data: small")),
    ),
    "a column of words that a link label names": (
        f"|Year|Code|Paper|\n|---|---|---|\n|2006|Beenet|[{NETS}]({T})|\n",
        Seen(NETS, venues=(("", 2006),), links=((NETS, T),), remarks=("Code: Beenet",)),
    ),
}


@pytest.mark.parametrize("style", MORE_LINES)
def test_several_lines_in_this_style(document: Callable[[str], Document], style: str) -> None:
    markdown, expected = MORE_LINES[style]
    entries = [n for n in document(markdown).nodes if n.role is Role.ENTRY]
    assert seen(entries[-1].mentions[-1]) == expected
    assert all(n.role in (Role.ENTRY, Role.FIELDS, Role.HEADER) for n in document(markdown).nodes)


@pytest.mark.parametrize(
    "markdown",
    [
        f"* [{NETS}]({T})\n  - Institutions: Bee Lab, Dee and Eff\n",
        f"|Paper|Institute|\n|---|---|\n|[{NETS}]({T})|Bee Lab, Dee, Eff|\n",
        f"**{NETS}**\n\n- 单位: Bee Lab，Dee、Eff\n- Paper: {P}\n",
    ],
)
def test_institutions_in_a_field(document: Callable[[str], Document], markdown: str) -> None:
    (mention,) = [m for n in document(markdown).nodes for m in n.mentions]
    assert [f.text for f in mention.institutions] == ["Bee Lab", "Dee", "Eff"]


@pytest.mark.parametrize("value", ["-", "Unknown", "N/A", "None"])
def test_a_placeholder_is_no_value(document: Callable[[str], Document], value: str) -> None:
    bullets = f"* [{NETS}]({T})\n  - Institutions: {value}\n  - Venue: {value}\n"
    cells = "|".join([f"[{NETS}]({T})", value, value, value])
    row = f"|Paper|Institute|Venue|Speed|\n|---|---|---|---|\n|{cells}|\n"
    for text in (bullets, row):
        (mention,) = [m for n in document(text).nodes for m in n.mentions]
        assert (mention.institutions, mention.venues, mention.remarks) == ((), (), ())


def test_spans_that_claim_more_than_a_table_has_are_bounded(
    document: Callable[[str], Document],
) -> None:
    row = '<tr><td rowspan="999" colspan="50">a</td><td>b</td></tr>\n'
    nodes = document(f"<table>{row * 60}</table>\n").nodes
    assert max(len(n.label.text.split(" | ")) for n in nodes) <= 22


def test_bullets_with_keys_and_citations_below_a_heading_are_entries(
    document: Callable[[str], Document],
) -> None:
    text = (
        f'## Libraries\n\n* One: **"Net One"**. *Ann Bee et al*. ICML 2020. [[pdf]]({P})\n'
        f'* Two: **"Net Two"**. *Cid Dee et al*. ICML 2021. [[pdf]]({C})\n'
    )
    found = [m.title.text for n in document(text).nodes for m in n.mentions if m.title]
    assert found == ["Net One", "Net Two"]


def test_a_rubric_under_a_bullet_labels_those_below(document: Callable[[str], Document]) -> None:
    text = f"- [One]({P}) - the first.\nOf another kind:\n- [Two]({C}) - the second.\n"
    one, rubric, two = document(text).nodes
    assert (one.role, one.end_line) == (Role.ENTRY, 1)
    assert one.mentions[0].description is not None
    assert one.mentions[0].description.text == "the first."
    assert (rubric.role, rubric.label.text, rubric.line) == (Role.GROUP, "Of another kind", 2)
    assert (two.role, two.parent) == (Role.ENTRY, 1)


def test_a_venue_of_its_own_is_printed_before_a_date(document: Callable[[str], Document]) -> None:
    text = f"- [{NETS}]({T})\n  - Date: July 2026\n  - Publisher: ICML\n"
    (mention,) = [m for n in document(text).nodes for m in n.mentions]
    assert mention.venue_text is not None
    assert mention.venue_text.text == "ICML"
