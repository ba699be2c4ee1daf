"""Targets of links: misspelled hosts, lost labels, and what label and target say of each other."""

import pytest

from .lists import at, codes, mended, resolved

OWN = "".join(f"* [Lake {n}](https://www.lakeside.org/{n})\n" for n in range(5))


def entry(*links: str, title: str = "A Theory of Lakes", by: str = "Ann Lee and Bo Chen") -> str:
    return f"* {by}, *{title}*, ICML 2015 {' '.join(links)}\n"


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("[Paper](https://arxiv.ogr/abs/1511.06420)", 1),
        ("[Paper](https://www.arxv.org/abs/1511.06420)", 1),
        ("[Paper](https://arxivorg/abs/1511.06420)", 1),
        ("[Code](https://gihub.com/lee/lakes)", 1),
        ("[Code](https://gitlab.com/lee/lakes)", 0),
        ("[Code](https://github.com/lee/lakes)", 0),
        ("[Code](https://lee.github.io/lakes)", 0),
        ("[Web](https://lakes/one)", 1),
        ("[Web](http://localhost:8000/one)", 0),
        ("[Web](https://www,lakes.org/one)", 1),
        ("[Web](https://bücher.de/one)", 0),
        ("[Web](https://)", 1),
        ("[Web](https://https://lakes.org)", 1),
        ("[Web](?)", 1),
        ("[Web](hhttps://lakes.org)", 1),
        ("[Web](hppt://lakes.org)", 1),
        ("[Web](htt://lakes.org)", 1),
        ("[Web](jttp://lakes.org)", 1),
        ("[Web](ftp://lakes.org)", 0),
        ("[Web](ssh://lakes.org)", 0),
        ("[Web](about:blank)", 1),
        ("[Web](blob:https://lakes.org/1)", 1),
        ("[Web](chrome-extension://lakes/a.pdf)", 1),
        ("[Web](C:/lakes/a.pdf)", 1),
        ("[Web](mailto:ann@lakes.org)", 0),
        ("[Code](https://github.comlee/lakes)", 1),
        ("[Web](https://github.community/lakes)", 0),
        ("[Web](https://www.lakeisde.org/one)", 1),
        ("[Web](https://www.lakesid.org/one)", 1),
        ("[Web](https://www.lakesides.org/one)", 0),
        ("[Web](https://www.lakesite.org/one)", 0),
        ("[Paper](https://ar5iv.org/abs/1511.06420)", 0),
        ("[Paper](https://www.jmir.org/2018/5/e10)", 0),
        ("[Paper](https://jair.org/index.php/jair/article/view/11111)", 0),
        ("[Paper](https://arxiv.org/ab/1511.06420)", 1),
        ("[Paper](https://arxiv.org/1511.06420)", 1),
        ("[Paper](https://arxiv.org/html/1511.06420)", 0),
        ("[Paper](https://arxiv.org/list/cs.LG/2015)", 0),
    ],
)
def test_a_host_or_path_that_is_nearly_right(link: str, found: int) -> None:
    assert codes(f"# L\n\n{OWN}{entry(link)}", "RNN209") == ["RNN209"] * found


def test_what_is_wrong_with_a_target_is_not_looked_for_in_the_label() -> None:
    badge = "[![Star](https://u.org/a.svg)](https:/u.org/b)"
    assert mended(f"# L\n\n{entry(badge)}") == f"# L\n\n{entry(badge.replace(':/u', '://u'))}"
    text = "# L\n\n* [arxv.org](https://arxv.org/abs/1511.06420)\n"
    assert at(text, "RNN209") == ["arxv.org"]
    (found,) = (d for d in resolved(text)[1] if d.code == "RNN209")
    assert found.span.column == text.splitlines()[2].index("//") + 3


def test_a_target_of_signs_alone_is_called_what_it_was_meant_to_be() -> None:
    found = resolved(f"# L\n\n{entry('[Up](#----)', '[Paper](nan)')}")[1]
    assert [d.message.partition("which is ")[2] for d in found if d.code == "RNN209"] == [
        "no place in the list",
        "no URL",
    ]


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("[[](https://u.org/a.pdf)]", 1),
        ("[ ](https://u.org/a.pdf)", 1),
        ("[(https://u.org/a.pdf)]", 1),
        ("([Paper](https://u.org/a.pdf))", 0),
        ("[![paper](https://u.org/a.svg)](https://u.org/a.pdf)", 0),
        ("(https://u.org/a.pdf)", 0),
    ],
)
def test_a_link_that_has_lost_its_label(link: str, found: int) -> None:
    assert codes(f"# L\n\n{entry(link)}", "RNN242") == ["RNN242"] * found


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("[[**Paper**(https://u.org/a.pdf)]", 1),
        ("[Paper(https://u.org/a.pdf)", 1),
        ("[see Lakes (https://u.org/a.pdf)]", 0),
        ("[[Paper](https://u.org/a.pdf)]", 0),
    ],
)
def test_a_label_whose_bracket_is_lost(link: str, found: int) -> None:
    assert codes(f"# L\n\n{entry(link)}", "RNN207") == ["RNN207"] * found


PAPER, CODE = "https://arxiv.org/abs/1511.06420", "https://github.com/lee/lakes"


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ((f"[[Paper]({CODE})]", f"[[Code]({PAPER})]"), 2),
        ((f"[[code]({PAPER})]",), 1),
        ((f"[[arXiv]({CODE})]",), 1),
        ((f"[[Paper]({PAPER})]", f"[[Code]({CODE})]"), 0),
        ((f"[[Paper]({CODE}/blob/master/lakes.pdf)]",), 0),
        ((f"[[Web]({CODE})]", f"[[Slides]({PAPER})]"), 0),
    ],
)
def test_a_label_of_one_kind_and_a_target_of_another(links: tuple[str, ...], found: int) -> None:
    assert codes(f"# L\n\n{entry(*links)}", "RNN243") == ["RNN243"] * found


@pytest.mark.parametrize(
    ("by", "title", "repository", "found"),
    [
        ("Cy Dee", "Walking Home", "learning-to-row", 1),
        ("Cy Dee", "Walking Home", "LearningToRow", 1),
        ("Cy Dee", "Boats and What They Learn: Learning", "learning-to-row", 0),
        ("Cy Dee", "Walking Home", "boats", 0),
        ("Bo Chen and Cy Dee", "Walking Home", "learning-to-row", 0),
    ],
)
def test_code_that_is_named_after_another_entry(
    by: str, title: str, repository: str, found: int
) -> None:
    link = f"[[Code](https://github.com/lee/{repository})]"
    text = f"# L\n\n{entry(link, title='Learning to Row')}{entry(link, title=title, by=by)}"
    assert codes(text, "RNN212") == ["RNN212"] * found


NIPS = "papers.nips.cc/paper/6527-tree-structured-learning-for-object-localization"


@pytest.mark.parametrize(
    ("title", "target", "found"),
    [
        ("Images of Boats", NIPS, 1),
        ("Images of Boats", f"{NIPS}.pdf", 1),
        ("Tree-Structured Learning of Localized Objects", NIPS, 0),
        ("Boats: Learning to Sail", "papers.nips.cc/paper/6527-boats", 0),
        (
            "Images of Boats",
            "openaccess.thecvf.com/c/Lee_Deep_Parsing_of_Speech_CVPR_2015_paper.pdf",
            1,
        ),
        (
            "Images of Boats",
            "openaccess.thecvf.com/c/Ann_Lee_Deep_Parsing_of_ECCV_2018_paper.pdf",
            0,
        ),
        (
            "Deep Speech",
            "openaccess.thecvf.com/c/Lee_Deep_Parsing_of_Speech_CVPR_2015_paper.pdf",
            0,
        ),
        ("Images of Boats", "www.semanticscholar.org/paper/Deep-Parsing-of-Speech/0123456789ab", 1),
        ("Deep Parsing", "www.semanticscholar.org/paper/Deep-Parsing-of-Speech/0123456789ab", 0),
    ],
)
def test_an_address_that_ends_in_another_title(title: str, target: str, found: int) -> None:
    text = f"# L\n\n{entry(f'[[Paper](http://{target})]', title=title)}"
    assert codes(text, "RNN212") == ["RNN212"] * found


@pytest.mark.parametrize(("target", "found"), [("#", 1), ("", 1), (PAPER, 0)])
def test_a_link_that_leads_nowhere(target: str, found: int) -> None:
    text = f"# L\n\n{entry(title='Learning to Row')}{entry(f'[[Paper]({target})]')}"
    assert codes(text, "RNN206") == ["RNN206"] * found


def test_a_thing_that_leads_nowhere_and_a_way_back() -> None:
    things = "# L\n\n* [Boats](https://u.org/b) - row\n* [Lakes](#) - swim in a lake\n"
    assert codes(things, "RNN206") == ["RNN206"]
    assert codes(things.replace("Lakes", "Back to top"), "RNN206") == []


@pytest.mark.parametrize(
    ("written", "found"),
    [("[Code][https://u.org/c]", 1), ("[[Code]][https://u.org/c]", 1), ("[Code][c]", 0)],
)
def test_square_brackets_for_round_ones(written: str, found: int) -> None:
    assert codes(f"# L\n\n{entry(written)}", "RNN207") == ["RNN207"] * found


@pytest.mark.parametrize(
    ("venue", "found"),
    [
        ("arXiv:1511. 06420", 1),
        ("arXiv:1511,06420 / ICML 2015", 1),
        ("arXiv 1511 06420", 1),
        ("arXiv 1511, 2015", 0),
        ("arXiv 1511", 0),
    ],
)
def test_an_id_that_is_cut_in_two(venue: str, found: int) -> None:
    text = f"# L\n\n* Ann Lee and Bo Chen, *A Theory of Lakes*, {venue}\n"
    assert codes(text, "RNN201") == ["RNN201"] * found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("doi.org/1.1162/neco", 1),
        ("dl.acm.org/doi/10.1145.9999", 1),
        ("dl.acm.org/doi/10.1145/9999", 0),
        ("dx.doi.org/10.1101%2Fgr.361602", 0),
        ("doi.org/10/ghm3b5", 0),
    ],
)
def test_a_doi_in_a_link(target: str, found: int) -> None:
    assert codes(f"# L\n\n{entry(f'[[Paper](https://{target})]')}", "RNN211") == ["RNN211"] * found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("Lake 6 - for sailing", 1),
        ("Lake 6\n  * [Its shore](https://u.org/s)", 0),
        ("intro: Lake 6", 0),
        ("There are many more lakes.", 0),
        ("[Lake 6](https://u.org/6)", 0),
        ("and more", 0),
    ],
)
def test_the_only_bullet_without_a_link(last: str, found: int) -> None:
    assert codes(f"# L\n\n{OWN}* {last}\n", "RNN245") == ["RNN245"] * found


@pytest.mark.parametrize(("label", "found"), [("Paper", 1), ("Dataset Paper", 0)])
def test_the_paper_of_a_data_set_has_a_title_of_its_own(label: str, found: int) -> None:
    link = f"[[{label}](http://papers.nips.cc/paper/12-walking-over-green-hills.pdf)]"
    assert codes(f"# L\n\n{entry(link)}", "RNN212") == ["RNN212"] * found


def test_a_link_of_another_entry_is_told_once_with_the_line_of_that_entry() -> None:
    link = "[[Paper](http://papers.nips.cc/paper/12-learning-to-row-long-boats.pdf)]"
    text = f"# L\n\n{entry(link, title='Learning to Row Long Boats')}{entry(link, title='A Hill')}"
    found = [d.message for d in resolved(text)[1] if d.code == "RNN212"]
    assert found == ['the link is also that of "Learning to Row Long Boats" on line 3']


DESCRIBED = "".join(f"* [lake-{n}](https://u.org/{n}) by Ann Lee: a lake.\n" for n in range(6))


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("lake-6 by Bo Chen: a better pond.", 1),
        ("lake-6 by Bo Chen: a better [pond](https://u.org/1).", 0),  # linked, if otherwise
        ("lake-6: a lake.", 1),
        ("[lake-6](https://u.org/6) by Bo Chen: a lake.", 0),
        ("Of these, some are of use to those who sail: [one](https://u.org/1).", 0),
    ],
)
def test_the_only_described_bullet_without_a_link(last: str, found: int) -> None:
    assert codes(f"# L\n\n{DESCRIBED}* {last}\n", "RNN245") == ["RNN245"] * found
    odd = "* A small [pond](https://u.org/p)\n"
    assert codes(f"# L\n\n{DESCRIBED}{odd}* {last}\n", "RNN245") == ["RNN245"] * found
    assert codes(f"# L\n\n{DESCRIBED}{odd * 3}* {last}\n", "RNN245") == []


NAMED = "https://papers.nips.cc/paper/4744-a-long-theory-of-the-lakes.pdf"


def test_an_address_that_ends_in_the_title_of_another_entry() -> None:
    """Whose authors and words are nearly the same, so that nothing else tells them apart."""
    first = entry(f"[Paper]({NAMED})", title="A Long Theory of the Lakes")
    second = entry(f"[Paper]({NAMED})", title="A Long Theory of the Long Rivers")
    found = [d.span.line for d in resolved(f"# L\n\n{first}{second}")[1] if d.code == "RNN212"]
    assert found == [4]
    own = second.replace("a-long-theory-of-the-lakes", "a-long-theory-of-the-long-rivers")
    assert codes(f"# L\n\n{first}{own}", "RNN212") == []
