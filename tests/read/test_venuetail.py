"""Places, dates and editors beside a venue: none of them is a venue."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document

PRINTED = {
    # text behind the title: (named venues, year of the first, remarks)
    "ICML 2015, Lille, France": (["ICML"], 2015, ["Lille, France"]),
    "in Proc. of the Conference on Nets (ICML), Bee City, Georgia, 2013": (
        ["Proc. of the Conference on Nets", "ICML"], None, ["Bee City, Georgia, 2013"]),
    "In Conference on Wax Seeking (CWS), 2015": (["Conference on Wax Seeking (CWS)"], 2015, []),
    "CWS (Conference on Wax Seeking) 2015": (["CWS (Conference on Wax Seeking)"], 2015, []),
    "In Conference on Wax Seeking (BEE), 2015": (["Conference on Wax Seeking"], 2015, ["BEE"]),
    "ICML 2015 (oral), great work": (["ICML"], 2015, ["great work", "oral"]),
    "In: Bee, A., Dee, C. (eds) FTH 2014.": (["FTH"], 2014, ["In: Bee, A., Dee, C. (eds)"]),
    "NIPS 2020, Oral": (["NIPS"], 2020, []),
    "ACL 2019 Best Long Paper": (["ACL"], 2019, []),
}  # fmt: skip


@pytest.mark.parametrize("printed", PRINTED)
def test_beside_a_venue(document: Callable[[str], Document], printed: str) -> None:
    (found,) = document(f"# L\n\n- Ann Bee, Cid Dee, *Nets for All*. {printed}\n").nodes[0].mentions
    told = [f.text for f in (found.description, *found.remarks) if f]
    named = [v for v in found.venues if v.name]
    assert ([v.name for v in named], named[0].year, told) == PRINTED[printed]


def test_authors_behind_a_venue_are_no_place(document: Callable[[str], Document]) -> None:
    (found,) = (
        document("# L\n\n- [Nets for All](u), ICML 2015, Ann Bee, Cid Dee\n").nodes[0].mentions
    )
    assert [a.text for a in found.authors] == ["Ann Bee", "Cid Dee"]
    assert not found.remarks


def test_a_date_with_its_month_is_no_title(document: Callable[[str], Document]) -> None:
    text = "# L\n\n- **2016-03** | Nets for All | *Ann Bee and Cid Dee* | [pdf](http://u.org/p)\n"
    (found,) = document(text).nodes[0].mentions
    assert found.title
    assert (found.title.text, [v.year for v in found.venues]) == ("Nets for All", [2016])
    assert [a.text for a in found.authors] == ["Ann Bee", "Cid Dee"]


def test_a_year_before_a_colon_may_be_the_title(document: Callable[[str], Document]) -> None:
    (found,) = document("# L\n\n- 1984: A Net for All [[pdf](http://u.org/p)]\n").nodes[0].mentions
    assert found.title
    assert found.title.text == "1984: A Net for All"


def test_fields_between_dashes(document: Callable[[str], Document]) -> None:
    (found,) = (
        document("# L\n\n- Nets for all - Ann Bee, Cid Dee - 2018 - ICML\n").nodes[0].mentions
    )
    assert [(v.name, v.year) for v in found.venues] == [("ICML", 2018)]
    assert found.description is None
