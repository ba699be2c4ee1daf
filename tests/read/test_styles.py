"""The ways in which lists print their papers: each form, and every field that is read from it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from awesome_rnn_kg.read.document import Document, Mention, Role, Venue


@dataclass(frozen=True)
class Seen:
    """A mention in short; fields left out are expected to be empty."""

    title: str = ""
    authors: tuple[str, ...] = ()
    et_al: bool = False
    venues: tuple[tuple[str, int | None], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    alternative: str = ""
    makers: tuple[str, ...] = ()
    description: str = ""
    remarks: tuple[str, ...] = ()


def _venue(venue: Venue) -> tuple[str, int | None]:
    ident = f"arXiv:{venue.arxiv}" if venue.arxiv else venue.doi
    return (ident or venue.malformed or venue.name, venue.year)


def seen(m: Mention) -> Seen:
    return Seen(
        m.title.text if m.title else "",
        tuple(a.text for a in m.authors),
        m.et_al,
        tuple(_venue(v) for v in m.venues),
        tuple((k.label, k.url) for k in m.links),
        m.alternative.text if m.alternative else "",
        tuple(f.text for f in m.makers),
        m.description.text if m.description else "",
        tuple(r.text for r in m.remarks),
    )


NETS = "Deep Nets for All"
GW = ("Alex Graves", "Greg Wayne")
P, C, T = "http://u.org/p", "http://u.org/c", "http://u.org/t"
PDF = (("[pdf]", P),)

ONE_LINE = {
    # Authors in front.
    f"Alex Graves and Greg Wayne, *{NETS}*, arXiv:1410.5401 / NIPS 2014 [[pdf]({P})]": Seen(
        NETS, GW, venues=(("arXiv:1410.5401", None), ("NIPS", 2014)), links=(("pdf", P),)
    ),
    f"Alex Graves, Greg Wayne, [{NETS}]({T}), ICML, 2015.": Seen(
        NETS, GW, venues=(("ICML", 2015),), links=((NETS, T),)
    ),
    f"Alex Graves, Greg Wayne: {NETS}. ICML 2015": Seen(NETS, GW, venues=(("ICML", 2015),)),
    f"Alex Graves and Greg Wayne. {NETS}. In ICML, 2015. [pdf]({P})": Seen(
        NETS, GW, venues=(("ICML", 2015),), links=(("pdf", P),)
    ),
    f'Graves et al., "{NETS}", NIPS\'14': Seen(NETS, ("Graves",), True, (("NIPS", 2014),)),
    f'Graves et al., "{NETS}", NIPS 2014. [pdf]({P}) [x]({C})': Seen(
        NETS, ("Graves",), True, (("NIPS", 2014),), (("pdf", P), ("x", C))
    ),
    f"Sean Bell, C. Lawrence Zitnick, {NETS}, arXiv:1512.04143": Seen(
        NETS, ("Sean Bell", "C. Lawrence Zitnick"), venues=(("arXiv:1512.04143", None),)
    ),
    "Jonathan Long, Evan Shelhamer, Fully Convolutional Networks, CVPR 2015": Seen(
        "Fully Convolutional Networks",
        ("Jonathan Long", "Evan Shelhamer"),
        venues=(("CVPR", 2015),),
    ),
    "Ross Girshick, Ali Farhadi, You Only Look Once: Real-Time Detection, arXiv:1506.02640": Seen(
        "You Only Look Once: Real-Time Detection",
        ("Ross Girshick", "Ali Farhadi"),
        venues=(("arXiv:1506.02640", None),),
    ),
    "Lukas Bossard and Luc Van Gool, Food-101 – Mining Components with Forests, CVPR 2014": Seen(
        "Food-101 – Mining Components with Forests",
        ("Lukas Bossard", "Luc Van Gool"),
        venues=(("CVPR", 2014),),
    ),
    f'**[1]** LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton. "**{NETS}**." Nature 521.7553 (2015)'
    f": 436-444. [[pdf]]({P}) **(Three Giants' Survey)** :star::star::star:": Seen(
        NETS,
        ("Yann LeCun", "Yoshua Bengio", "Geoffrey Hinton"),
        venues=(("Nature", 2015),),
        links=PDF,
        remarks=("Three Giants' Survey",),
    ),
    f'**[6]** Szegedy, Christian, et al. "**{NETS}**." ICML. 2015. [[pdf]]({P})': Seen(
        NETS, ("Christian Szegedy",), True, (("ICML", 2015),), PDF
    ),
    "Krizhevsky, A., Sutskever, I., & Hinton, G. E. (2012). Imagenet classification with deep nets."
    " Communications of the ACM, 60(6), 84-90.": Seen(
        "Imagenet classification with deep nets",
        ("A. Krizhevsky", "I. Sutskever", "G. E. Hinton"),
        venues=(("Communications of the ACM", 2012),),
    ),
    # The title in front.
    f"{NETS}. *Alex Graves, Greg Wayne*. NIPS, 2014. [[Paper]]({P}) [[Code]]({C})": Seen(
        NETS, GW, venues=(("NIPS", 2014),), links=(("[Paper]", P), ("[Code]", C))
    ),
    f"{NETS}. ICML, 2015. *Alex Graves, Greg Wayne*. [pdf]({P})": Seen(
        NETS, GW, venues=(("ICML", 2015),), links=(("pdf", P),)
    ),
    f"{NETS}, [[paper]]({P}), [[code]]({C})": Seen(NETS, links=(("[paper]", P), ("[code]", C))),
    f"{NETS} | Alex Graves, Greg Wayne | NIPS 2014 | [pdf]({P})": Seen(
        NETS, GW, venues=(("NIPS", 2014),), links=(("pdf", P),)
    ),
    f"{NETS} - Alex Graves (2014)": Seen(NETS, ("Alex Graves",), venues=(("", 2014),)),
    f"{NETS} - Alex Graves, Greg Wayne (2014)": Seen(NETS, GW, venues=(("", 2014),)),
    f"**{NETS}** <br> *Alex Graves, Greg Wayne* <br> NIPS 2014 [Paper]({P})": Seen(
        NETS, GW, venues=(("NIPS", 2014),), links=(("Paper", P),)
    ),
    f"**{NETS}.** JMLR. *Alex Graves, Greg Wayne.* [[pdf]({P})], 2021.7": Seen(
        NETS, GW, venues=(("JMLR", 2021),), links=(("pdf", P),)
    ),
    f"[{NETS}]({T}), A. Graves et al., *ICML*, 2016.": Seen(
        NETS, ("A. Graves",), True, (("ICML", 2016),), ((NETS, T),)
    ),
    f"[{NETS}]({T}), ICML 2015, Alex Graves, Greg Wayne": Seen(
        NETS, GW, venues=(("ICML", 2015),), links=((NETS, T),)
    ),
    f"{NETS} (2014), A. Graves et al. [[pdf]]({P})": Seen(
        NETS, ("A. Graves",), True, (("", 2014),), PDF
    ),
    f"{NETS} (2014, A. Graves et al. [[pdf]]({P})": Seen(
        NETS, ("A. Graves",), True, (("", 2014),), PDF
    ),
    f"(2017) {NETS}. Alex Graves. [pdf]({P})": Seen(
        NETS, ("Alex Graves",), venues=(("", 2017),), links=(("pdf", P),)
    ),
    # Tags before the title.
    f"(*CVPR 2020*) {NETS} [[pdf]]({P})": Seen(NETS, venues=(("CVPR", 2020),), links=PDF),
    f"[2019/03] {NETS} [[pdf]]({P})": Seen(NETS, venues=(("", 2019),), links=PDF),
    f"[2019-CVPR oral] {NETS} [[pdf]]({P})": Seen(NETS, venues=(("CVPR", 2019),), links=PDF),
    f"[CVPR17] {NETS}, [[pdf]]({P})": Seen(NETS, venues=(("CVPR", 2017),), links=PDF),
    f"**2015-ICML** [{NETS}]({T})": Seen(NETS, venues=(("ICML", 2015),), links=((NETS, T),)),
    f"[ResNet] {NETS} [[pdf]]({P})": Seen(NETS, links=PDF, alternative="ResNet"),
    f"**[ResNet]** {NETS} (CVPR 2016) [[pdf]]({P})": Seen(
        NETS, venues=(("CVPR", 2016),), links=PDF, alternative="ResNet"
    ),
    f'**ResNet**: "{NETS}", CVPR, 2016 (*Microsoft*). [[Paper]({P})][[PyTorch]({C})]': Seen(
        NETS,
        venues=(("CVPR", 2016),),
        links=(("Paper", P), ("PyTorch", C)),
        alternative="ResNet",
        remarks=("Microsoft",),
    ),
    f"[[1412.6632] {NETS}](https://arxiv.org/abs/1412.6632)": Seen(
        NETS,
        venues=(("arXiv:1412.6632", None),),
        links=((f"[1412.6632] {NETS}", "https://arxiv.org/abs/1412.6632"),),
    ),
    # Markers, keys, emoji and badges.
    f"[ ] [{NETS}]({T})": Seen(NETS, links=((NETS, T),)),
    f"[x] {NETS} [[pdf]]({P})": Seen(NETS, links=PDF),
    f"Paper: [{NETS}]({T})": Seen(NETS, links=((NETS, T),)),
    f"🔥 [{NETS}]({T}) [![arXiv](https://img.shields.io/b.svg)](https://arxiv.org/abs/1412.6632)"
    " ![Star](https://img.shields.io/github/stars/a/b)": Seen(
        NETS,
        links=(
            (NETS, T),
            ("arXiv", "https://arxiv.org/abs/1412.6632"),
            ("arXiv", "https://img.shields.io/b.svg"),
            ("Star", "https://img.shields.io/github/stars/a/b"),
        ),
    ),
    f"{NETS} Paper: {P} Code: [here]({C})": Seen(NETS, links=(("Paper", P), ("Code", C))),
    # Links that Markdown refuses.
    f"{NETS} [Paper] ({P})": Seen(NETS, links=(("Paper", P),)),
    "基于深度学习的图像分割 [[Paper]](http://u.org/p）": Seen(
        "基于深度学习的图像分割", links=(("Paper", P),)
    ),
    # Chinese names.
    f"王小明, 李雷. 基于深度学习的图像分割. 2019. [[pdf]]({P})": Seen(
        "基于深度学习的图像分割", ("王小明", "李雷"), venues=(("", 2019),), links=PDF
    ),
    # Software, courses, posts.
    f"[char-rnn]({T}) by Alex Graves : multi-layer RNN": Seen(
        "char-rnn", links=(("char-rnn", T),), makers=("Alex Graves",), description="multi-layer RNN"
    ),
    f"[CGT]({T})(Computational Graph Toolkit) : quick": Seen(
        "CGT", links=(("CGT", T),), alternative="Computational Graph Toolkit", description="quick"
    ),
    f"[Photography]({T}) - Alexei A. Efros (UC Berkeley)": Seen(
        "Photography",
        ("Alexei A. Efros",),
        links=(("Photography", T),),
        remarks=("UC Berkeley",),
    ),
    f"[AMA]({T}) - Ask Me Anything.": Seen(
        "AMA", links=(("AMA", T),), description="Ask Me Anything."
    ),
    f"[Canary]({T}) (NVIDIA, 2024) - top model.": Seen(
        "Canary",
        venues=(("", 2024),),
        links=(("Canary", T),),
        description="top model.",
        remarks=("NVIDIA",),
    ),
    f"[Brains]({T}) - library, developed by IDSIA, in Python": Seen(
        "Brains",
        links=(("Brains", T),),
        makers=("IDSIA",),
        description="library, developed by IDSIA, in Python",
    ),
    f"Russian: [pymorphy2]({T}) - a tagger": Seen(
        "pymorphy2", links=(("pymorphy2", T),), description="a tagger", remarks=("Russian",)
    ),
    f"[.NET]({T})": Seen(".NET", links=((".NET", T),)),
    f"[Filling in the \\_\\_\\_]({T})": Seen(
        "Filling in the ___", links=(("Filling in the ___", T),)
    ),
    f"[The “Zero-Shot” and “where”]({T})": Seen(
        "The “Zero-Shot” and “where”", links=(("The “Zero-Shot” and “where”", T),)
    ),
}


@pytest.mark.parametrize("markdown", ONE_LINE)
def test_a_bullet_in_this_style(document: Callable[[str], Document], markdown: str) -> None:
    nodes = document(f"* {markdown}\n").nodes
    assert [(n.role, [seen(m) for m in n.mentions]) for n in nodes] == [
        (Role.ENTRY, [ONE_LINE[markdown]])
    ]


MORE_LINES = {
    "keys in bullets below": (
        f"""* {NETS}
  - Authors: Alex Graves, Greg Wayne
  - Venue: NIPS 2014
  - Paper: {P}
  - Code: [here]({C})
""",
        Seen(NETS, GW, venues=(("NIPS", 2014),), links=(("Paper", P), ("Code", C))),
        4,
    ),
    "keys below a linked title": (
        f"* [{NETS}]({T})\n  - Authors: Alex Graves\n  - Abstract: We try.\n  - [[pdf]]({P})\n",
        Seen(NETS, ("Alex Graves",), links=((NETS, T), *PDF), description="We try."),
        3,
    ),
    "names, then buttons below": (
        f"- **{NETS} (NIPS 2014)**\n  - Guodong Long, Alex Graves\n  - [[Paper]]({P})\n",
        Seen(
            NETS,
            ("Guodong Long", "Alex Graves"),
            venues=(("NIPS", 2014),),
            links=(("[Paper]", P),),
        ),
        2,
    ),
    "a paragraph of names below a number": (
        f"1. **{NETS}.** ICML 2017. [pdf]({P})\n\n    *Gilmer, Justin and Riley, Patrick F*\n",
        Seen(
            NETS,
            ("Justin Gilmer", "Patrick F Riley"),
            venues=(("ICML", 2017),),
            links=(("pdf", P),),
        ),
        1,
    ),
    "a title in a paragraph over its links": (
        f"**{NETS}**\n\n- Paper: {P}\n- Code: {C}\n",
        Seen(NETS, links=(("Paper", P), ("Code", C))),
        2,
    ),
    "a heading for each paper": (
        f"## {NETS}\n**Authors:** Alex Graves, Greg Wayne\n\n[[pdf]]({P})\n",
        Seen(NETS, GW, links=PDF),
        2,
    ),
    "a row with its year before its venue": (
        f"|Year|Pub|Paper|Repo|\n|---|---|---|---|\n|2006|TOG|[{NETS}]({T})|[C++]({C})|\n",
        Seen(NETS, venues=(("TOG", 2006),), links=((NETS, T), ("C++", C))),
        0,
    ),
    "a row with several links in a cell": (
        f"""|Title|Authors|Year|Venue|Links|
|---|---|---|---|---|
|{NETS}|Alex Graves, Greg Wayne|2014|NIPS|[paper]({P}) [code]({C})|
""",
        Seen(NETS, GW, venues=(("NIPS", 2014),), links=(("paper", P), ("code", C))),
        0,
    ),
    "a table in HTML": (
        f"""<table><tr><th>Title</th><th>Authors</th></tr>
<tr><td><a href="{T}">{NETS}</a></td><td>Alex Graves</td></tr></table>
""",
        Seen(NETS, ("Alex Graves",), links=((NETS, T),)),
        0,
    ),
    "a list in HTML": (
        f'<ul><li><b>{NETS}</b>, Alex Graves, Greg Wayne, ICML 2015 <a href="{P}">[pdf]</a></ul>',
        Seen(NETS, GW, venues=(("ICML", 2015),), links=PDF),
        0,
    ),
    "folded away": (
        f"<details><summary></summary>\n\n* [{NETS}]({T})\n\n</details>\n",
        Seen(NETS, links=((NETS, T),)),
        0,
    ),
}


@pytest.mark.parametrize("style", MORE_LINES)
def test_several_lines_in_this_style(document: Callable[[str], Document], style: str) -> None:
    markdown, expected, fields = MORE_LINES[style]
    nodes = document(markdown).nodes
    assert [seen(m) for n in nodes if n.role is Role.ENTRY for m in n.mentions] == [expected]
    assert sum(n.role is Role.FIELDS for n in nodes) == fields


def test_lines_of_one_paragraph(document: Callable[[str], Document]) -> None:
    text = f"Nets One [[pdf]]({P})\n<br>Nets Two [[pdf]]({C})<br>\nNets Three [[pdf]]({T})\n"
    found = [(n.line, seen(m)) for n in document(text).nodes for m in n.mentions]
    assert found == [
        (1, Seen("Nets One", links=(("[pdf]", P),))),
        (2, Seen("Nets Two", links=(("[pdf]", C),))),
        (3, Seen("Nets Three", links=(("[pdf]", T),))),
    ]


def test_several_things_in_a_bullet(document: Callable[[str], Document]) -> None:
    (node,) = document(f"* [Start]({P}), [Guides]({C}) and [Rites]({T}) by nlintz\n").nodes
    assert [seen(m) for m in node.mentions] == [
        Seen("Start", links=(("Start", P),), makers=("nlintz",)),
        Seen("Guides", links=(("Guides", C),), makers=("nlintz",)),
        Seen("Rites", links=(("Rites", T),), makers=("nlintz",)),
    ]


def test_usual_labels_that_are_all_there_is(document: Callable[[str], Document]) -> None:
    (node,) = document(f"* [Documentation]({P}), [Tutorials]({C})\n").nodes
    assert [seen(m).title for m in node.mentions] == ["Documentation", "Tutorials"]
