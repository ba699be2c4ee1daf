"""Citations of other fields: physics, systems, verification, lists in Chinese."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Mention, Role

Read = Callable[[str], Document]


def mentions(document: Read, text: str) -> list[Mention]:
    nodes = document(f"# L\n\n## P\n\n{text}\n").nodes
    return [m for n in nodes if n.role is Role.ENTRY for m in n.mentions]


def only(document: Read, text: str) -> Mention:
    (found,) = mentions(document, text)
    return found


def title(mention: Mention) -> str:
    return mention.title.text if mention.title else ""


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Phys. Rev. Lett. 95, 226801 (2005)", "Phys. Rev. Lett."),
        ("Commun. ACM 12(10), 576–580 (2005)", "Commun. ACM"),
        ("ACM Trans. Program. Lang. Syst. 3 (2005)", "ACM Trans. Program. Lang. Syst."),
        ("Physical Review Letters 61, 2015 (2005)", "Physical Review Letters"),
    ],
)
def test_a_cut_journal_name_is_one_venue(document: Read, printed: str, name: str) -> None:
    found = only(document, f"- A. Bee, C. Dee, Sheep without Levels, {printed}")
    assert title(found) == "Sheep without Levels"
    assert [(v.name, v.year) for v in found.venues] == [(name, 2005)]


def test_an_author_before_a_cut_journal_has_no_title(document: Read) -> None:
    first = "- Zed Zulu, *Nets of Ours*, ICML 2011"
    cited = "- R. B. Bee, Phys. Rev. B 23, 5632 (1981), [pdf](https://doi.org/10.1/b)"
    found = mentions(document, f"{first}\n{cited}")[1]
    assert found.title is None
    assert [f.text for f in found.authors] == ["R. B. Bee"]
    assert [v.name for v in found.venues if v.name] == ["Phys. Rev. B"]


def test_a_journal_between_dashes_is_the_venue(document: Read) -> None:
    found = only(
        document,
        "- **Any Sheep** — C. Bee, S. Dee — *Reviews of Modern Physics* 80, 1083 (2008)",
    )
    assert [(v.name, v.year) for v in found.venues] == [("Reviews of Modern Physics", 2008)]
    assert found.description is None


def test_proceedings_in_italics_behind_in_are_no_title(document: Read) -> None:
    host = "*Proceedings of the 24th ACM SIGBAA-SIGMOO Symposium on Principles of Sheep Herding*"
    found = only(document, f"- Bee, G. C. (1997). Sheep carrying wool. In {host} (pp. 1–9). ACM.")
    assert title(found) == "Sheep carrying wool"
    assert found.venues[-1].name.startswith("Proceedings of the 24th")


def test_the_label_of_a_link_may_be_its_doi(document: Read) -> None:
    found = only(
        document,
        "- **Sheep**, A. Bee and C. Dee, ICML 2011 [`10.1103/Rev.1`](https://doi.org/10.1103/Rev.1)",
    )
    assert found.description is None
    assert [k.form for k in found.links] == ["button"]


@pytest.mark.parametrize("sign", ["[4]", "[Bee09]"])
def test_numbered_paragraphs_are_references(document: Read, sign: str) -> None:
    found = only(document, f"{sign} X. Bee. Formal sheep. Communications of the ACM, 2009.")
    assert (title(found), [f.text for f in found.authors]) == ("Formal sheep", ["X. Bee"])
    assert found.alternative is None


def test_unnumbered_prose_stays_prose(document: Read) -> None:
    assert mentions(document, "X. Bee. Formal sheep. Communications of the ACM, 2009.") == []


def test_a_surname_and_a_stop_before_a_link_are_no_other_name(document: Read) -> None:
    found = only(document, "- Bee. [On sheep and their wool](https://doi.org/10.1/b). STOC 2005.")
    assert found.alternative is None
    assert [r.text for r in found.remarks] == ["Bee"]


def test_a_bold_short_name_before_its_linked_title_is_no_author(document: Read) -> None:
    text = "**SHEEP**, [SHEEP: Wool for All](https://arxiv.org/abs/1802.09612), arxiv'18"
    found = only(document, text)
    assert (found.authors, found.alternative and found.alternative.text) == ((), "SHEEP")


def test_names_in_the_title_of_a_link_are_the_authors(document: Read) -> None:
    found = only(document, '- [On Sheep](https://e.org/s "Ann Bee, Cid Dee, Eve Eff")')
    assert [f.text for f in found.authors] == ["Ann Bee", "Cid Dee", "Eve Eff"]
    assert only(document, '- [On Sheep](https://e.org/s "all about sheep")').authors == ()


def test_people_with_pages_behind_a_title_without_a_link(document: Read) -> None:
    people = (
        '<a href="https://e.org/people/a.1">Ann Bee</a>, Jon Mor, '
        '<a href="https://c.io/">Cid A Dee</a>, Lu You, <a href="https://f.io/">Eve Eff</a>'
    )
    found = only(document, f"- Sheep with many exemplars<br>{people}<br>In CVPR 2022")
    assert title(found) == "Sheep with many exemplars"
    assert "Ann Bee" in [f.text for f in found.authors]


def test_chinese_labels_and_bars(document: Read) -> None:
    found = only(
        document, "- 知识表示学习 | 刘知远，孙茂松 | 计算机研究 2016 | [pdf](https://e.org/a.pdf)"
    )
    assert title(found) == "知识表示学习"
    assert [f.text for f in found.authors] == ["刘知远", "孙茂松"]
    assert [(v.name, v.year) for v in found.venues] == [("计算机研究", 2016)]
