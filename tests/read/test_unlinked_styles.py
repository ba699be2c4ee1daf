"""Venues behind "in", labels in code, names below titles, running words; lists of bare titles."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

from .test_styles import GW, NETS, PDF, C, P, Seen, T, seen

Read = Callable[[str], Document]

ONE_LINE = {
    # A venue in italics behind "in".
    f"{NETS}, in *Odd Notes* 2021. [[pdf]]({P})": Seen(
        NETS, venues=(("Odd Notes", 2021),), links=PDF
    ),
    f"{NETS}, in *Notes of Odd Bee Lives* 2021. [[pdf]]({P})": Seen(
        NETS, venues=(("Notes of Odd Bee Lives", 2021),), links=PDF
    ),
    f"{NETS}, in *ICML* 2019. [[pdf]]({P})": Seen(NETS, venues=(("ICML", 2019),), links=PDF),
    f"{NETS}, in ICML 2019. [[pdf]]({P})": Seen(NETS, venues=(("ICML", 2019),), links=PDF),
    f"{NETS}, in *small* trees. [[pdf]]({P})": Seen(f"{NETS}, in small trees", links=PDF),
    f"{NETS}, in *Trees* and Forests [[pdf]]({P})": Seen(
        f"{NETS}, in Trees and Forests", links=PDF
    ),
    # Code in brackets tells of a kind; it is no title.
    f"[[ICML]({T})] {NETS} in Bees. [[code]({C})] [__`seg.`__ __`det.`__]": Seen(
        f"{NETS} in Bees",
        venues=(("ICML", None),),
        links=(("ICML", T), ("code", C)),
        remarks=("seg. det.",),
    ),
    f"[[ICML]({T})] {NETS} in Bees. [__`seg.`__]": Seen(
        f"{NETS} in Bees", venues=(("ICML", None),), links=(("ICML", T),), remarks=("seg.",)
    ),
    f"Ann Bee, Cid Dee. [**`BeeNet`** and more]({T}) ICML 2015": Seen(
        "BeeNet and more", ("Ann Bee", "Cid Dee"), venues=(("ICML", 2015),),
        links=(("BeeNet and more", T),),
    ),
    # One name between semicolons.
    f"[{NETS}]({T}); Ann Bee; They feed on all that is odd.": Seen(
        NETS, ("Ann Bee",), links=((NETS, T),), description="They feed on all that is odd."
    ),
    f"[{NETS}]({T}); Open Bees feed on all that is odd.": Seen(
        NETS, links=((NETS, T),), description="Open Bees feed on all that is odd."
    ),
    # Words that run on behind a bracket or a dash.
    f"[{NETS}]({T}); {GW[0]}, {GW[1]}; Since Odd Trees (OT) use nets that grow, they win.": Seen(
        NETS,
        GW,
        links=((NETS, T),),
        description="Since Odd Trees (OT) use nets that grow, they win.",
    ),
    f"[{NETS}]({T}) - These are the nets of which many of us (and you) speak. They are deep.": Seen(
        NETS,
        links=((NETS, T),),
        description="These are the nets of which many of us (and you) speak. They are deep.",
    ),
    f"[{NETS}]({T}); These are the nets of which many of us speak (ICML 2015)": Seen(
        NETS,
        venues=(("ICML", 2015),),
        links=((NETS, T),),
        description="These are the nets of which many of us speak",
    ),
    # An unknown journal behind a title.
    f"**{NETS}** Applied Learning, 2023. [[pdf]]({P})": Seen(
        NETS, venues=(("Applied Learning", 2023),), links=PDF
    ),
    f"**{NETS}** Ann Bee, 2023. [[pdf]]({P})": Seen(
        NETS, ("Ann Bee",), venues=(("", 2023),), links=PDF
    ),
    f"**BeeNet**. Applied Learning of Bees, 2023. [[pdf]]({P})": Seen(
        "BeeNet", links=PDF, description="Applied Learning of Bees, 2023."
    ),
    f"**{NETS}** Learning with bees, 2023. [[pdf]]({P})": Seen(
        NETS, links=PDF, description="Learning with bees, 2023."
    ),
    # A clause before a title is no author.
    f"We had first read, [{NETS}]({T})": Seen(
        NETS, links=((NETS, T),), alternative="We had first read"
    ),
    # A venue behind its year, a stray bracket, a venue behind "in".
    f"**{NETS} (2011, ICML)** [[pdf]]({P})": Seen(NETS, venues=(("ICML", 2011),), links=PDF),
    f"**{NETS} (2011))** [[pdf]]({P})": Seen(NETS, venues=(("", 2011),), links=PDF),
    f"**{NETS} (and (you))** [[pdf]]({P})": Seen(f"{NETS} (and (you))", links=PDF),
    f"[{NETS} in a Hive in ICML2019]({T})": Seen(
        f"{NETS} in a Hive",
        venues=(("ICML", 2019),),
        links=((f"{NETS} in a Hive in ICML2019", T),),
    ),
    f"[{NETS} in a Hive in Java11]({T})": Seen(
        f"{NETS} in a Hive in Java11", links=((f"{NETS} in a Hive in Java11", T),)
    ),
    f"[{NETS}]({T}) which show how they may grow from raw data (i.e., without you)": Seen(
        NETS,
        links=((NETS, T),),
        description="which show how they may grow from raw data (i.e., without you)",
    ),
    f"[Bee Quiz]({T}) due before class.": Seen(
        "Bee Quiz", links=(("Bee Quiz", T),), description="due before class."
    ),
    f"**Image {NETS.lower()} (2017 ICML)** [[pdf]]({P})": Seen(
        f"Image {NETS.lower()}", venues=(("ICML", 2017),), links=PDF
    ),
    # A name in brackets before a sentence about it, and before a title.
    f"[[Bee Data]({T})] This site is the home of all data on bees. [__`seg.`__]": Seen(
        "Bee Data",
        links=(("Bee Data", T),),
        description="This site is the home of all data on bees.",
        remarks=("seg.",),
    ),
    f"[[Bee Data]({T})] {NETS} and Bees That Are Odd. [[code]({C})]": Seen(
        f"{NETS} and Bees That Are Odd", links=(("Bee Data", T), ("code", C))
    ),
    # Surnames and a year in brackets, or before a title in quotes.
    f"{NETS} (Dee and Eff, 2019) [[pdf]]({P})": Seen(
        NETS, ("Dee", "Eff"), venues=(("", 2019),), links=PDF
    ),
    f"{NETS} (Bees & Security 2019) [[pdf]]({P})": Seen(
        NETS, venues=(("Bees & Security", 2019),), links=PDF
    ),
    f"{NETS} (Vision and Language, 2019) [[pdf]]({P})": Seen(
        NETS, venues=(("", 2019),), links=PDF, remarks=("Vision and Language",)
    ),
    f'Dee & Eff. "{NETS}," ICML 2015': Seen(NETS, ("Dee", "Eff"), venues=(("ICML", 2015),)),
    f'[Dee & Eff. "{NETS}." ICML 2015.]({T})': Seen(
        NETS,
        ("Dee", "Eff"),
        venues=(("ICML", 2015),),
        links=((f'Dee & Eff. "{NETS}." ICML 2015.', T),),
    ),
    # "et al." in a link's label.
    f"[Bee et al. {NETS} of you]({T})": Seen(
        f"{NETS} of you", ("Bee",), True, links=((f"Bee et al. {NETS} of you", T),)
    ),
    f"[Ann Bee et al. : {NETS} of you]({T})": Seen(
        f"{NETS} of you", ("Ann Bee",), True, links=((f"Ann Bee et al. : {NETS} of you", T),)
    ),
    f"Odd: [Bee et al. {NETS} of you]({T})": Seen(
        f"Bee et al. {NETS} of you",
        links=((f"Bee et al. {NETS} of you", T),),
        alternative="Odd",
    ),
    # A number behind a year and before words counts things; it is no page.
    f"**{NETS}** (2003) [[pdf]]({P}) 40 models of bees.": Seen(
        NETS, venues=(("", 2003),), links=PDF, description="40 models of bees."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), ONE_LINE.items(), ids=ONE_LINE)
def test_a_bullet_in_this_style(document: Read, line: str, expected: Seen) -> None:
    nodes = document(f"- {line}\n").nodes
    assert [(n.role, [seen(m) for m in n.mentions]) for n in nodes] == [(Role.ENTRY, [expected])]


BLOCKS = {
    "an address in a link below a title": (
        f"**{NETS}**\n\n[{P}]({P})\n",
        Seen(NETS, links=((P, P),)),
        [Role.ENTRY, Role.FIELDS],
    ),
    "an address and bullets below a title": (
        f"**{NETS}**\n\n<{T}>\n\n- intro: ICML 2015\n- pdf: <{P}>\n",
        Seen(NETS, venues=(("ICML", 2015),), links=((T, T), ("pdf", P))),
        [Role.ENTRY, Role.FIELDS, Role.FIELDS, Role.FIELDS],
    ),
    "a picture between a title and its fields": (
        f"**{NETS}**\n\n![]({T})\n\n- pdf: <{P}>\n- code: <{C}>\n",
        Seen(NETS, links=(("pdf", P), ("code", C))),
        [Role.ENTRY, Role.REMARK, Role.FIELDS, Role.FIELDS],
    ),
    "a title over words about it": (
        f"**{NETS} (2003)** [[Link]]({T})\n<br>1,814 models of odd bees.\n",
        Seen(
            NETS,
            venues=(("", 2003),),
            links=(("[Link]", T),),
            description="1,814 models of odd bees.",
        ),
        [Role.ENTRY],
    ),
    "a title over short lines": (
        f"**{NETS}** \\\n*The Bee Channel* \\\n[[Video]({T})] \\\n23 Mar 2022\n",
        Seen(
            NETS,
            links=(("Video", T),),
            description="The Bee Channel",
            remarks=("23 Mar 2022",),
        ),
        [Role.ENTRY],
    ),
    "a title of words that commas separate, below a heading": (
        f"# Bees\n\n**Odd Anchors, Segments and Hives**\n\n- intro: ICML 2015\n- pdf: <{P}>\n",
        Seen("Odd Anchors, Segments and Hives", venues=(("ICML", 2015),), links=(("pdf", P),)),
        [Role.ENTRY, Role.FIELDS, Role.FIELDS],
    ),
    "titles with a colon below a heading": (
        f"""## Hives

**BeeNet: {NETS}**

- intro: ICML 2015
- pdf: <{P}>

**Odd: {NETS}**

- pdf: <{C}>
""",
        Seen(f"Odd: {NETS}", links=(("pdf", C),)),
        [Role.ENTRY, Role.FIELDS, Role.FIELDS, Role.ENTRY, Role.FIELDS],
    ),
    "a button behind a title in small letters": (
        f"**Odd data of bees** [[Link]]({T})\n\nWe see [it]({P}) here.\n",
        Seen("Odd data of bees", links=(("[Link]", T),)),
        [Role.ENTRY, Role.PROSE],
    ),
    "a link behind a topic": (
        f"Odd data of bees [[link]]({T})\n\nWe see [it]({P}) here.\n",
        None,
        [Role.PROSE, Role.PROSE],
    ),
    "five names in a row": (
        "".join(f"[{w}Bee]({T})\n\n" for w in "ABCDE"),
        Seen("EBee", links=(("EBee", T),)),
        [Role.ENTRY] * 5,
    ),
    "four names in a row": (
        "".join(f"[{w}Bee]({T})\n\n" for w in "ABCD"),
        None,
        [Role.PROSE] * 4,
    ),
    "bold words in front of a sentence": (
        f"**Odd news** we have heard\n<br>of [[bees]]({T}).\n",
        None,
        [Role.PROSE],
    ),
    "buttons below a name": (
        f"- Odd bees\n  - 36 of them\n  - [homepage]({T})\n  - [paper]({P})\n",
        Seen("Odd bees", links=(("homepage", T), ("paper", P)), remarks=()),
        [Role.ENTRY, Role.REMARK, Role.FIELDS, Role.FIELDS],
    ),
    "a thing beside buttons below a name": (
        f"- Odd bees\n  - [homepage]({T})\n  - [BeeNet that feeds]({P})\n",
        Seen("BeeNet that feeds", links=(("BeeNet that feeds", P),)),
        [Role.GROUP, Role.ENTRY, Role.ENTRY],
    ),
    "names of which one looks like none": (
        f"- **{NETS}**  \n  Can Chen, Eve Eff, Gil Hy.  \n  [[pdf]({P})]\n",
        Seen(NETS, ("Can Chen", "Eve Eff", "Gil Hy"), links=(("pdf", P),)),
        [Role.ENTRY],
    ),
    "two names, one with a small surname": (
        f"- **{NETS}.** ICML, 2015. [pdf]({P})\n\n  *Eve Eff, Alan W. bee.*\n",
        Seen(NETS, ("Eve Eff", "Alan W. bee"), venues=(("ICML", 2015),), links=(("pdf", P),)),
        [Role.ENTRY, Role.FIELDS],
    ),
    "names in a paragraph of which the first looks like none": (
        f"- **{NETS}.** ICML, 2015. [pdf]({P})\n\n  *Long Zhao, Eve Eff, Gil Hy*\n",
        Seen(NETS, ("Long Zhao", "Eve Eff", "Gil Hy"), venues=(("ICML", 2015),),
             links=(("pdf", P),)),
        [Role.ENTRY, Role.FIELDS],
    ),
    "a title behind its authors": (
        f"- Ann Bee, Eve Eff, Dynamic Hives [[pdf]({P})]\n",
        Seen("Dynamic Hives", ("Ann Bee", "Eve Eff"), links=(("pdf", P),)),
        [Role.ENTRY],
    ),
    "a list of no names": (
        f"- **{NETS}**  \n  Odd trees, big nets, Eve Eff.  \n  [[pdf]({P})]\n",
        Seen(NETS, links=(("pdf", P),), description="Odd trees, big nets, Eve Eff."),
        [Role.ENTRY],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "roles"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_in_this_style(
    document: Read, text: str, expected: Seen | None, roles: list[Role]
) -> None:
    nodes = document(f"## Nets\n\n{text}").nodes
    entries = [m for n in nodes if n.role is Role.ENTRY for m in n.mentions]
    assert [n.role for n in nodes] == roles
    assert (seen(entries[-1]) if entries else None) == expected


TITLES = "".join(
    f"- {a} Nets for {b} of the {c} Hives\n"
    for a in ("Deep", "Odd", "Fast")
    for b in ("All", "Some", "Few")
    for c in ("Blue", "Red", "Old")
)


def test_bullets_of_a_list_of_bare_titles_are_entries(document: Read) -> None:
    found = document(f"# Papers\n\n- Nets\n\n## Nets\n\n{TITLES}").nodes
    titles = [seen(n.mentions[0]) for n in found if n.role is Role.ENTRY]
    assert len(titles) == TITLES.count("\n")
    assert titles[0] == Seen("Deep Nets for All of the Blue Hives")


@pytest.mark.parametrize(
    "text",
    [
        TITLES + f"- [Bees]({T})\n",  # a list with links prints them for what it lists
        "".join(f"- does {w} for you\n" for w in "abcdefghijklmnopqrstuvwxyz"),
        TITLES[: TITLES.index("Odd")],  # too few
    ],
)
def test_bullets_of_other_lists_are_none(document: Read, text: str) -> None:
    found = document(f"# L\n\n## Nets\n\n{text}").nodes
    assert not any(m.title and m.title.text.startswith(("Deep Nets for A", "does"))
                   for n in found if n.role is Role.ENTRY
                   for m in n.mentions)  # fmt: skip
