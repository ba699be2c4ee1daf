"""Still more ways in which lists print their papers: venues in front, odd names, loose buttons."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

from .test_styles import GW, NETS, PDF, C, P, Seen, T, seen

ABC = (*GW, "Jonas", "Cid Dee", "Eve Eff")

ONE_LINE = {
    # A dated venue in front of the title.
    f"2021-CVPR - {NETS}. [[pdf]]({P})": Seen(NETS, venues=(("CVPR", 2021),), links=PDF),
    f"2019-ABC_W - {NETS}. [[pdf]]({P})": Seen(NETS, venues=(("ABC W", 2019),), links=PDF),
    f"arXiv 2023.09, {NETS}, [pdf]({P})": Seen(
        NETS, venues=(("arXiv", 2023),), links=(("pdf", P),)
    ),
    f"[{NETS} (In the Year 2039)]({T}) - a talk": Seen(
        f"{NETS} (In the Year 2039)",
        links=((f"{NETS} (In the Year 2039)", T),),
        description="a talk",
    ),
    f"ICML 2015 | {NETS} [[pdf]]({P})": Seen(NETS, venues=(("ICML", 2015),), links=PDF),
    f"[arXiv 2026.06]({P}), {NETS}": Seen(
        NETS, venues=(("arXiv", 2026),), links=(("arXiv 2026.06", P),)
    ),
    f"[Open Nets 2016]({P}), G. Bee et al.": Seen(
        "Open Nets 2016", ("G. Bee",), True, links=(("Open Nets 2016", P),)
    ),
    f"ICML 2024, The **Odd Nets** Hypothesis, [pdf]({P})": Seen(
        "The Odd Nets Hypothesis", venues=(("ICML", 2024),), links=(("pdf", P),)
    ),
    f"ICML 2024, Learning **Nets** in 3D, [pdf]({P})": Seen(
        "Learning Nets in 3D", venues=(("ICML", 2024),), links=(("pdf", P),)
    ),
    f"Nets 2.0: Evaluating Models on Real Workflows [Resource repo]({C}) (ICML 2024)": Seen(
        "Nets 2.0: Evaluating Models on Real Workflows",
        venues=(("ICML", 2024),),
        links=(("Resource repo", C),),
    ),
    # A link in angle brackets; who wrote it and where.
    f"<[{NETS}]({T})>, by Ann Bee, Cid Dee, ICML 2019.": Seen(
        NETS, venues=(("ICML", 2019),), links=((NETS, T),), makers=("Ann Bee", "Cid Dee")
    ),
    # A name among names that is short, or has words of titles.
    f"**{NETS}** *{', '.join(ABC)}* ICML 2015 [[pdf]]({P})": Seen(
        NETS, ABC, venues=(("ICML", 2015),), links=PDF
    ),
    f"**{NETS}** *Ann Bee, Cid Dee, Long Chen, Eve Eff, Xuan Long Do, Gil Hy* [[pdf]]({P})": Seen(
        NETS,
        ("Ann Bee", "Cid Dee", "Long Chen", "Eve Eff", "Xuan Long Do", "Gil Hy"),
        links=PDF,
    ),
    f"**{NETS}** Bee, A.*, Dee, C. D.*, Eff, E. *ICML 2018* [[pdf]]({P})": Seen(
        NETS, ("A. Bee", "C. D. Dee", "E. Eff"), venues=(("ICML", 2018),), links=PDF
    ),
    f"**{NETS}.** *Ann Bee (Bee Lab), Cid Dee, Eve Eff. arXiv.* [[pdf]]({P})": Seen(
        NETS,
        ("Ann Bee", "Cid Dee", "Eve Eff"),
        venues=(("arXiv", None),),
        links=PDF,
        remarks=("Bee Lab",),
    ),
    # Words that look like one name, but are none.
    f"[[pdf]]({P}) Finding Nets (3D) Center: A Learned Loss": Seen(
        "Finding Nets (3D) Center: A Learned Loss", links=PDF
    ),
    f"[[pdf]]({P}) Factoring Shape, Pose, and Layout": Seen(
        "Factoring Shape, Pose, and Layout", links=PDF
    ),
    # A short name in bold with its colon, authors, and the title in quotes.
    f'**BeeNet:** Ann Bee, Cid Dee.<br> "{NETS}." ICML (2018). [[pdf]]({P})': Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("ICML", 2018),), links=PDF, alternative="BeeNet"
    ),
    # What stands behind the buttons is no title.
    f'Bee, Ann, et al. "**Nets**." (2016). [[pdf]]({P}) **(Great Work, A new idea)**': Seen(
        "Nets", ("Ann Bee",), True, (("", 2016),), PDF, remarks=("Great Work, A new idea",)
    ),
    # A sentence goes on behind a bracket; a bar ends it.
    f"**{NETS}** [[pdf]]({P}). Builds a net (a deep one) to sort flowers.": Seen(
        NETS, links=PDF, description="Builds a net (a deep one) to sort flowers."
    ),
    f"[BeeNet]({T}): Fast nets for all | ICML' 26": Seen(
        "BeeNet",
        venues=(("ICML", 2026),),
        links=(("BeeNet", T),),
        description="Fast nets for all",
    ),
    # Seasons are no venues, "In:" is no part of one.
    f"[{NETS}]({T}) by Ann Bee (Spring 2011)": Seen(
        NETS, venues=(("", 2011),), links=((NETS, T),), makers=("Ann Bee",)
    ),
    f'Ann Bee, Cid Dee. "{NETS}". In: ICML. 2015. [[pdf]]({P})': Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("ICML", 2015),), links=PDF
    ),
}


@pytest.mark.parametrize("markdown", ONE_LINE)
def test_a_bullet_in_this_style(document: Callable[[str], Document], markdown: str) -> None:
    nodes = document(f"* {markdown}\n").nodes
    assert [(n.role, [seen(m) for m in n.mentions]) for n in nodes] == [
        (Role.ENTRY, [ONE_LINE[markdown]])
    ]


def test_what_is_told_behind_two_things_is_told_of_each(
    document: Callable[[str], Document],
) -> None:
    (node,) = document(f"* [One]({P}) and [Two]({C}) - nets for all.\n").nodes
    told = [m.description.text for m in node.mentions if m.description]
    assert told == ["nets for all.", "nets for all."]


def test_a_link_on_a_venue_is_a_button(document: Callable[[str], Document]) -> None:
    (node,) = document(f"**{NETS}** <br> Ann Bee, Cid Dee <br> [ICML 2024]({P}) • [x]({C})\n").nodes
    (mention,) = node.mentions
    assert (mention.links[0].form, mention.links[0].url) == ("button", P)
    assert [v.name for v in mention.venues] == ["ICML"]


def test_names_with_pages_are_no_title(document: Callable[[str], Document]) -> None:
    people = f"<a href='{C}'>Ann Bee</a>, <a href='{T}'>Cid Dee</a>"
    cells = f"<td><a href='{P}'><img src='x.png'></a></td><td>{NETS}<br>{people}<br>ICML 2018</td>"
    text = f"<table><tr>{cells}</tr></table>\n"
    (mention,) = [m for n in document(text).nodes for m in n.mentions]
    assert mention.title is not None
    assert (mention.title.text, [a.text for a in mention.authors]) == (NETS, ["Ann Bee", "Cid Dee"])


def test_buttons_are_no_part_of_a_name(document: Callable[[str], Document]) -> None:
    text = f"1. **{NETS}**\n\n    *{', '.join(GW)}, Ann Bee.* [[pdf]({P})]\n"
    (mention,) = [m for n in document(text).nodes for m in n.mentions]
    assert [a.text for a in mention.authors] == [*GW, "Ann Bee"]


def test_buttons_in_a_bullet_of_their_own_belong_to_the_title_before(
    document: Callable[[str], Document],
) -> None:
    text = f"- **BeeNet**\n  - {NETS}, ICML 2020\n  - [[Paper]]({P})\n  - [[Python]]({C})\n"
    nodes = document(text).nodes
    assert [n.role for n in nodes] == [Role.GROUP, Role.ENTRY, Role.FIELDS, Role.FIELDS]
    assert seen(nodes[1].mentions[0]) == Seen(
        NETS, venues=(("ICML", 2020),), links=(("[Paper]", P), ("[Python]", C))
    )


def test_bullets_indented_by_a_space_hold_the_fields_of_a_lone_title(
    document: Callable[[str], Document],
) -> None:
    text = (
        "## Thesis\n* Understanding the Nets\n"
        " * PhD dissertation, Ann Bee, July 2014. Defended on October 9, 2014.\n"
        f" * [[Repository]]({C}) with the thesis\n"
    )
    nodes = document(text).nodes
    assert [n.role for n in nodes] == [Role.ENTRY, Role.FIELDS, Role.FIELDS]
    assert seen(nodes[0].mentions[0]) == Seen(
        "Understanding the Nets",
        ("Ann Bee",),
        venues=(("PhD dissertation", 2014),),
        links=(("[Repository]", C),),
        remarks=("Defended on October 9, 2014.", "with the thesis"),
    )
