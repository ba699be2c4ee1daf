"""RNN2xx: identifiers, links, duplicates, completeness and words, and what is no fault in them."""

from dataclasses import replace

import pytest

from .lists import KNOWN, at, codes, mended, resolved

FULL = "# L\n\n" + "".join(
    f"* Ann Lee and Bo Chen, *Title {name}*, arXiv:1511.0240{n} / ICML 2015 "
    f"[[Paper](https://arxiv.org/abs/1511.0240{n})]\n"
    for n, name in enumerate(("Lake", "Hill", "Tree", "Road", "Wood"), 1)
)


def paper(link: str, printed: str = "") -> str:
    return f"# L\n\n* Ann Lee and Bo Chen, *A Title*, {printed}ICML 2015 [[Paper]({link})]\n"


@pytest.mark.parametrize(
    ("link", "ident", "hint"),
    [
        ("https://arxiv.org/abs/1810.4805", "1810.4805", 'did you mean "1810.04805"?'),
        ("https://arxiv.org/pdf/1511.0240.pdf", "1511.0240", "copy the link from its page"),
        ("http://arxiv.org/abs/1511:02402", "1511:02402", 'did you mean "1511.02402"?'),
    ],
)  # fmt: skip
def test_a_malformed_id_in_a_link(link: str, ident: str, hint: str) -> None:
    text = paper(link)
    assert codes(text) == ["RNN201"]
    assert at(text, "RNN201") == [ident]
    assert resolved(text)[1][0].hint == hint


@pytest.mark.parametrize(
    ("printed", "linked", "repaired"),
    [
        ("1511.0230", "1511.02301", True),
        ("1511.2301", "1511.02301", True),
        ("1511:02301", "1511.02301", True),
        ("1511.0230", "1602.09999", False),
    ],
)
def test_a_malformed_id_is_mended_where_the_link_settles_it(
    printed: str, linked: str, repaired: bool
) -> None:
    text = paper(f"http://arxiv.org/abs/{linked}", f"arXiv:{printed} / ")
    expected = text.replace(f"arXiv:{printed}", f"arXiv:{linked}") if repaired else text
    assert mended(text) == expected
    assert mended(expected) == expected


@pytest.mark.parametrize(
    "link",
    [
        "https://arxiv.org/list/cs.LG/recent",
        "https://arxiv.org/abs/cs/9901001",
        "https://arxiv.org/pdf/1511.02402v2.pdf",
        "https://doi.org/10.1162/neco.1997.9.8.1735",
        "https://doi.org/10/gf3",
        "boats-%26-lakes-(of-a-town).pdf",
        "https://dx.doi.org/10.1145/1772690.1772758?x=1",
    ],
)
def test_well_formed_links_are_left_alone(link: str) -> None:
    assert codes(paper(link)) == []


def test_an_id_that_is_another_entrys_is_said_to_be_and_mended() -> None:
    text = FULL + (
        "* Eve Fox and Dan Roy, *Title of a Town*, arXiv:1511.02401 "
        "[[Paper](https://arxiv.org/abs/1511.02499)]\n"
    )
    (found,) = resolved(text)[1]
    assert found.hint == 'the printed id is that of "Title Lake" on line 3'
    assert "Title of a Town*, arXiv:1511.02499" in mended(text)


def test_a_list_that_prints_no_ids_need_not_begin() -> None:
    one = "* Eve Fox, *Title Town*, ICML 2015 [[Paper](http://arxiv.org/abs/1511.02499)]\n"
    assert codes(FULL + one) == ["RNN210"]
    bare = "".join(
        f"* Ann Lee, *Title {c}*, ICML 2015 [[Paper](https://arxiv.org/abs/1511.0240{n})]\n"
        for n, c in enumerate("PQRSTU")
    )
    assert codes(f"# L\n\n{bare}") == []


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("* Eve Fox, *Some Far Town*, ICML 2016 [[Paper](https://arxiv.org/abs/1511.02401)]", 1),
        ("* Ann Lee, *Lake*, ICML 2016 [[Paper](https://arxiv.org/abs/1511.02401)]", 0),
        (
            "* [tool](https://github.com/a/b) - code of [a paper](https://arxiv.org/abs/1511.02401)",
            0,
        ),
        ("* Eve Fox, *T5*, ICML 2016 [[Paper](https://arxiv.org/abs/1511.02401)]", 0),
    ],
)
def test_the_link_of_another_paper(entry: str, found: int) -> None:
    assert codes(FULL + entry + "\n").count("RNN212") == found


def test_a_shared_link_is_that_of_the_title_that_has_it_oftenest() -> None:
    link = "[[Paper](https://arxiv.org/abs/1903.04671)]"
    own = f"* Ann Lee and Bo Chen, *A Theory of Lakes* {link}\n"
    odd = f"* Eve Fox, *Some Far Town* {link}\n"
    found = resolved(f"# L\n\n{odd}\n## A\n\n{own}\n## B\n\n{own}")[1]
    assert [d.span.line for d in found if d.code == "RNN212"] == [3]


@pytest.mark.parametrize(
    ("by", "found"),
    [("Eve Fox, Dan Roy", ["RNN212"]), ("Ann Lee, Bo Chen", ["RNN205"])],
)
def test_makers_tell_two_papers_of_one_link_apart(by: str, found: list[str]) -> None:
    url = "https://arxiv.org/abs/1903.04671"
    text = (
        f"# L\n\n* <[Shared Walks along a Far Lake]({url})> by Ann Lee, Bo Chen, 2019.\n"
        f"* <[Shared Walks around a Small Far Town]({url})> by {by}, 2019.\n"
    )
    assert codes(text) == found


def test_another_date_is_no_other_venue() -> None:
    rows = [
        "|Title|Date|Paper|\n|---|---|---|\n"
        f"| A Theory of Lakes | _{day} mar 2019_ | [a](https://arxiv.org/abs/1903.04671) |\n"
        for day in (16, 18)
    ]
    assert "RNN223" not in codes(f"# L\n\n## A\n\n{rows[0]}\n## B\n\n{rows[1]}")


@pytest.mark.parametrize(
    ("label", "found"),
    [("2021-acta lacuum", 0), ("2021: Lakes & Ponds", 0), ("2021", 1), ("pdf", 1)],
)
def test_a_label_of_a_year_and_a_name_tells_the_venue(label: str, found: int) -> None:
    rest = "".join(
        f"* [[2021-CVPR]](https://u.org/{n}.pdf) **A Theory of {n}**\n" for n in range(9)
    )
    odd = f"* [[{label}]](https://u.org/a.pdf) **A View of All Lakes**\n"
    assert codes(f"# L\n\n{rest}{odd}").count("RNN215") == found


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("movie_dialog.tgz", 1),
        ("data/Movie-Dialog-v1.zip", 1),
        ("cinema_movie_dialog.tgz", 0),  # the entry's own name is in it, too
        ("movie.tgz", 0),
        ("movie_dialog", 0),  # a page, perhaps about both
    ],
)
def test_a_file_that_is_named_after_the_entry_beside_it(file: str, found: int) -> None:
    text = (
        "# L\n\n## Datasets\n\n* Tasks by Acme\n"
        "  * The Movie Dialog dataset - [[Paper](https://arxiv.org/abs/1511.06931)]\n"
        f"  * The Cinema dataset - [[Data](https://example.org/{file})]\n"
    )
    assert codes(text).count("RNN212") == found


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("[Row](https://u.org/row) - a fast library for training models of lakes", 1),
        ("[Sail for Rust](https://u.org/r) - a fast library for training models of lakes", 0),
        ("[Row](https://u.org/row) - a fast library", 0),
    ],
)
def test_a_description_that_was_copied(second: str, found: int) -> None:
    first = "[Sail](https://u.org/sail) - a fast library for training models of lakes"
    assert codes(f"# L\n\n* {first}\n* {second}\n").count("RNN239") == found


def test_an_untitled_entry_is_told_the_title_that_the_list_has_elsewhere() -> None:
    text = "# L\n\n* Ann Lee and Bo Chen, arXiv:1511.02301 / ICML 2016\n"
    titled = "\n## M\n\n* Ann Lee and Bo Chen, *A Lake*, arXiv:1511.02301 / ICML 2016\n"
    hints = [d.hint for d in resolved(text + titled)[1] if d.code == "RNN203"]
    assert hints == ['print the title after the authors, in *italics*: line 7 has "A Lake"']


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("* Alex Graves, arXiv:1308.0850", 1),  # a known person
        ("* Ann Lee, ICML 2016", 1),  # an author of the list
        ("* Some Lake, ICML 2016", 0),
        ("* [Alex Graves](https://u.org)", 0),  # a page, perhaps
        ("* (2013), V. Mnih et al. [[pdf]](https://u.org/a.pdf)", 1),
        ("* (2013) - [what was new](https://u.org/a)", 0),
    ],
)
def test_a_person_or_a_year_with_authors_is_no_title(entry: str, found: int) -> None:
    assert codes(f"{FULL}{entry}\n").count("RNN203") == found


MISSING = [
    ("* *Title Town*, ICML 2015 [[Paper](https://example.org/t.pdf)]", ["RNN213"]),
    ("* Eve Fox, *Title Town*, ICML [[Paper](https://example.org/t.pdf)]", ["RNN214"]),
    ("* Eve Fox, *Title Town* [[Paper](https://arxiv.org/abs/1511.02499)]", ["RNN215", "RNN210"]),
    ("* Eve Fox, *Title Town*, ICML 2015", ["RNN216"]),
    ("* Eve Fox, *Title Town*, ICML 2015 [[Code](https://github.com/a/b)]", ["RNN216"]),
]


@pytest.mark.parametrize(("entry", "expected"), MISSING)
def test_what_a_paper_lacks_that_others_have(entry: str, expected: list[str]) -> None:
    assert codes(f"{FULL}{entry}\n") == expected
    assert at(f"{FULL}{entry}\n", expected[0]) == ["Title Town"]


@pytest.mark.parametrize(
    "entry",
    [
        "* *Title Town*, Eve Fox et al ICML 2015 [[Paper](https://example.org/t.pdf)]",
        "* Eve Fox, *Title Town*, NIPS (2015) [[Paper](https://example.org/t.pdf)]",
        "* Eve Fox, *Title Town*, | NIPSW' 16 | [[Paper](https://example.org/t.pdf)]",
        "* Eve Fox, *Title Town*, ICML 2015 [[Link](https://arxiv.org/abs/1511.02499)]",
        "* *T5*, ICML 2015 [[Paper](https://example.org/t.pdf)]",
        "* A Theory of the Town Özge Fox, ICML 2015 [[Paper](https://example.org/t.pdf)]",
        "* *Title Town*, ICML 2015 [[Paper](https://e.org/t.pdf)]\n\n  *eve, dan roy, ida kern*",
        "* **ICML 2015**",
    ],
)
def test_what_is_told_otherwise_is_not_missing(entry: str) -> None:
    assert {"RNN213", "RNN214", "RNN215", "RNN216"}.isdisjoint(codes(f"{FULL}{entry}\n"))


def test_a_venue_without_its_year_where_all_others_have_theirs() -> None:
    odd = "* Eve Fox, *Title Town*, arXiv:1511.02499 / ICML\n"
    more = FULL.removeprefix("# L\n\n")
    for old, new in (("Title", "Name"), ("0240", "0250")):
        more = more.replace(old, new)
    assert at(f"{FULL}{more}{odd}", "RNN214") == ["ICML"]
    assert "RNN214" not in codes(f"{FULL}{odd}")  # too few to tell
    for ident in ("1511.02499", "1511:02499"):
        assert "RNN214" not in codes(f"{FULL}{more}* Eve Fox, *Title Town*, arXiv:{ident}\n")


@pytest.mark.parametrize(("others", "found"), [(40, 1), (12, 0)])
def test_a_venue_without_a_year_that_no_id_tells(others: int, found: int) -> None:
    """In a list where most papers name no venue, but each venue its year."""
    papers = "".join(f"* *A Lake of {n}* [[Paper](https://u.org/{n})]\n" for n in range(50))
    dated = "".join(f"* *A Hill of {n}*, ICML 2015\n" for n in range(others))
    text = f"# L\n\n{papers}{dated}* *A Long Town*, CVPR\n"
    assert codes(text).count("RNN214") == found


def test_a_year_in_the_citation_below_a_title_is_its_own() -> None:
    more = FULL + FULL.removeprefix("# L\n\n").replace("Title", "Name").replace("0240", "0250")
    title = "* On the Asymptotics of Towns [[Paper](https://arxiv.org/abs/1511.02499)]\n"
    below = " * Lee, A. (2015). On the Asymptotics of Towns, Journal of Towns, in press.\n"
    assert "RNN214" not in codes(f"{more}{title}{below}")
    assert "RNN214" in codes(
        f"{more}{title}{below}".replace(" (2015)", "").replace(", in press", "")
    )


@pytest.mark.parametrize(("entry", "expected"), MISSING)
def test_a_section_or_a_list_of_other_manners_lacks_nothing(
    entry: str, expected: list[str]
) -> None:
    assert codes(f"# L\n\n{entry}\n") == []
    others = "".join(f"{entry}\n".replace("Town", name) for name in ("Pond", "Moor", "Isle"))
    assert expected[0] not in codes(f"{FULL * 4}\n## Other\n\n{others}{entry}\n")


@pytest.mark.parametrize(
    ("words", "found"),
    [("University of the Lake & Institute for Sails", 0), ("Builds models of the Great Lake", 1)],
)
def test_where_two_things_were_made_is_no_copied_description(words: str, found: int) -> None:
    things = "".join(f"* [{t}](https://u.org/{t}) - {words}\n" for t in ("Sail", "Row"))
    assert codes(f"# L\n\n## Code\n\n{things}").count("RNN239") == found


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("Of lakes, that are long, and of hills", 0),
        ("This text tells of a long lake, and of what else there may be to see and to do", 1),
    ],
)
def test_only_an_enumeration_below_an_entry_may_be_of_authors(below: str, found: int) -> None:
    usual = "".join(
        f"* *A Lake of {c}*, ICML 2015\n\n  Ann Lee, Bo Chen, {c * 3}\n\n" for c in "abcdefgh"
    )
    named = usual.replace("* *", "* Ann Lee, *")
    text = f"# L\n\n{named}* *Embeddings of Hills*, ICML 2016\n\n  {below}\n"
    assert codes(text).count("RNN213") == found


@pytest.mark.parametrize(("names", "found"), [("*SHUAI ZHANG, Yi Tay, Eve Fox.* ", 0), ("", 1)])
def test_names_in_italics_that_were_not_read_are_told(names: str, found: int) -> None:
    entry = "1. **{}.**\n{}NeurIPS 2019. [paper](https://u.org/{}.pdf)\n\n"
    usual = (entry.format(f"A Lake of {c}", "*Ann Lee, Bo Chen.* ", c) for c in "abcdefghij")
    text = f"# L\n\n{''.join(usual)}{entry.format('Embeddings of Long Hills', names, 'k')}"
    assert codes(text).count("RNN213") == found


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Pattern Recognit. 2019", 0),
        ("", 1),
    ],
)
def test_a_venue_that_was_read_as_something_else_is_told(place: str, found: int) -> None:
    entry = "1. **{}.** {} [paper](https://u.org/{}.pdf)\n\n    *Ann Lee, Bo Chen, Eve Fox*\n\n"
    usual = "".join(entry.format(f"A Lake of {c}", "ICML 2015", c) for c in "abcdefghijklmn")
    text = f"# L\n\n{usual}{entry.format('Embeddings of Long Hills', place, 'k')}"
    assert codes(text).count("RNN215") == found


def test_a_name_before_the_title_is_no_venue() -> None:
    entry = "1. {}. 2015. **{}**. {}[[paper](https://u.org/{}.pdf)]\n"
    usual = "".join(entry.format("Ann Lee", f"A Lake of {c}", "ICML. ", c) for c in "abcdefghijk")
    text = f"# L\n\n{usual}{entry.format('Eve Fox', 'Embeddings of Long Hills', '', 'z')}"
    assert codes(text).count("RNN215") == 1


def test_two_labels_in_code_make_no_two_titles() -> None:
    link = "[pdf](https://arxiv.org/abs/1511.02301)"
    text = "# L\n\n* `Lake`: {} _Lee et al._ {}\n\n## B\n\n* `{}`: {} _Lee et al._ {}\n"
    title = "A Theory of Rowing on Lakes."
    assert "RNN205" not in codes(text.format(title, link, "Row", title, link))
    assert "RNN205" in codes(text.format(title, link, "Lkae", title, link))
    other = "The Theory of Rowing on Lakes."
    assert "RNN205" in codes(text.format(title, link, "Row", other, link))


@pytest.mark.parametrize(("host", "found"), [("www.youtube.com/watch?v=", 0), ("u.org/", 1)])
def test_a_talk_that_was_given_twice_is_two(host: str, found: int) -> None:
    talk = "* Ann Lee, [Learning to Row Long Boats](https://{}{}), ICML 2015\n"
    talks = "".join(talk.format(host, n) for n in range(2))
    assert codes(f"# L\n\n{talks}").count("RNN222") == found


@pytest.mark.parametrize(("below", "found"), [("*Eve Ann Fox*", 0), ("It was on a boat", 1)])
def test_one_name_below_an_entry_is_told(below: str, found: int) -> None:
    entry = "1. **{}.** ICML 2015 [paper](https://u.org/{}.pdf)\n\n    {}\n\n"
    usual = "".join(entry.format(f"A Lake of {c}", c, "*Ann Lee, Bo Chen*") for c in "abcdefghijk")
    text = f"# L\n\n{usual}{entry.format('Embeddings of Long Hills', 'z', below)}"
    assert codes(text).count("RNN213") == found


def test_names_in_italics_that_are_links_are_told() -> None:
    entry = "**{}.** [[PDF](https://u.org/{}.pdf)]<br>\n*{}.*<br>\n\n"
    usual = "".join(entry.format(f"A Lake of {c}", c, "Ann Lee, Bo Chen") for c in "abcdefghij")
    linked = "Ann Lee, [Bo Chen](https://bo.org), Eve Fox"
    assert "RNN213" not in codes(f"# L\n\n{usual}{entry.format('On Long Hills', 'k', linked)}")
    bare = entry.replace("*{}.*<br>\n", "").format("On Long Hills", "k")
    assert "RNN213" in codes(f"# L\n\n{usual}{bare}")


@pytest.mark.parametrize("cell", ["Lee et al. 17", "Lee and Chen 17", "ISPRS P&RS 2017"])
def test_short_citations_in_tables_are_no_titles_of_one_work(cell: str) -> None:
    rows = "".join(f"| [{cell}](https://u.org/a.pdf) | {n} |\n" for n in range(2))
    table = "| System | Score |\n|---|---|\n"
    assert "RNN222" not in codes(f"# L\n\n{table}{rows}")
    assert "RNN222" in codes(f"# L\n\n{table}{rows.replace(cell, 'A Theory of Long Lakes')}")


@pytest.mark.parametrize(("who", "found"), [("Eve Ann Fox, ", 0), ("", 1)])
def test_one_name_in_brackets_with_a_year_may_be_the_author(who: str, found: int) -> None:
    entry = "* [{}](https://u.org/{}.pdf) ({}2019)\n"
    usual = (entry.format(f"A Lake of {c}", c, "Ann Lee et al., ") for c in "abcdefghij")
    text = f"# L\n\n{''.join(usual)}{entry.format('Embeddings of Long Hills', 'k', who)}"
    assert codes(text).count("RNN213") == found


def test_a_missing_year_is_told_at_the_venue_and_not_in_the_title() -> None:
    more = "".join(f"* Eve Fox, *Hill {c}*, Neural Networks 2015\n" for c in "abcdefghij")
    odd = "* Ann Lee, *Lakes with Neural Networks*, Neural Networks [[Paper]({})]\n"
    odd = odd.format("https://arxiv.org/abs/1511.02301")
    found = [d for d in resolved(f"# L\n\n{more}{odd}")[1] if d.code == "RNN214"]
    assert [d.span.column for d in found] == [odd.rindex("Neural") + 1]


def test_news_of_a_list_lack_nothing() -> None:
    news = "* The Template is updated (ICML 2016)\n"
    papers = "".join(f"* Ann Lee and Bo Chen, *Title {c}*, ICML 2015\n" for c in "abcdefghijkl")
    assert "RNN213" in codes(f"{papers}\n## More\n\n{news}")
    assert "RNN213" not in codes(f"{papers}\n## Updated 2024-06-17\n\n{news}")


def test_a_title_over_its_citation_is_one_entry() -> None:
    text = FULL + (
        "* Title of a Town [[Paper](https://arxiv.org/abs/1511.02499)]\n"
        "  * Fox, E. (2015). Title of a Town, ICML.\n"
    )
    assert set(codes(text)) <= {"RNN210"}


def test_a_venue_in_the_place_of_words_is_no_description() -> None:
    things = "".join(
        f"* [A Lake {n}](https://u.org/{n}.pdf) - Ann Lee and Bo Chen, ICML 2015.\n"
        for n in "abcdefgh"
    )
    text = f"# L\n\n## Papers\n\n{things}* [A Hill](https://u.org/h.pdf) - "
    assert "RNN213" in codes(f"{text}ICML 2015.\n")
    assert "RNN213" not in codes(f"{text}tells of hills.\n")
    assert "RNN213" not in codes(f"{text}Eve Fox, 2015.\n")


@pytest.mark.parametrize(
    ("entry", "found"), [("(ICML 2015)", 1), ("**(ICML 2015)**", 1), ("A Hill (ICML 2015)", 0)]
)
def test_a_venue_in_brackets_alone_lacks_its_title(entry: str, found: int) -> None:
    text = f"# L\n\n* A Lake of Towns (ICML 2015)\n* {entry}\n* Boats That Row (ICML 2015)\n"
    assert codes(text, "RNN203") == ["RNN203"] * found


def test_what_many_papers_lack_is_no_slip() -> None:
    linked = "".join(
        f"* Ann Lee, *Title {n}*, ICML 2015 [[Paper](https://example.org/{n}.pdf)]\n"
        for n in range(80)
    )
    bare = [f"* Ann Lee, *Other {n}*, ICML 2015 [[Code](https://u.org/{n})]\n" for n in range(16)]
    assert codes(f"# L\n\n{linked}{''.join(bare[:8])}").count("RNN216") == 8
    assert "RNN216" not in codes(f"# L\n\n{linked}{''.join(bare)}")


# --- works listed twice


def test_a_date_in_a_titles_place_makes_no_two_works_one() -> None:
    text = "# L\n\n* 2016 | A Lake | Ann Lee | ICML |\n* 2016 | A Hill | Ann Lee | CVPR |\n"
    assert {"RNN222", "RNN226"}.isdisjoint(codes(text))


TWO = "* Ann Lee, *A Good Title*, arXiv:1511.02302\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TWO}{TWO}", ["RNN222"]),
        (f"* UCLA\n  {TWO}* Baidu\n  {TWO}", ["RNN222"]),
        (f"* Early ones\n  {TWO}* Late ones\n  {TWO}", []),
        (f"{TWO}\n## B\n\n{TWO}", []),
        (f"{TWO}\n## B\n\n{TWO.replace('Good Title', 'good title')}", ["RNN223"]),
        (f"{TWO}\n## B\n\n{TWO.replace('02302', '02302 / ICML 2015')}", ["RNN223"]),
        (f"{TWO}\n## B\n\n* *T5* [[Paper](http://arxiv.org/abs/1511.02302)]\n", []),
    ],
)
def test_a_work_listed_twice(text: str, expected: list[str]) -> None:
    assert codes(f"# L\n\n{text}") == expected


def test_two_cells_of_one_row_are_no_repeat() -> None:
    row = "<tr><td><a href='https://u.org/a'>{0}</a></td><td><a href='https://u.org/b'>{1}</a></td></tr>\n"
    same = row.format("A Good Title of a Lake", "A Good Title of a Lake")
    table = f"# L\n\n<table>\n{same}</table>\n"
    assert codes(table, "RNN222") == []


def test_the_only_work_of_many_in_two_sections_is_told() -> None:
    papers = "".join(f"* Ann Lee, *Title {n}*, arXiv:1511.0240{n}\n" for n in range(10))
    papers += papers.replace("Title", "Name").replace("0240", "0250")
    again = "* Ann Lee, *Title 3*, arXiv:1511.02403\n"
    assert codes(f"# L\n\n{papers}\n## B\n\n{again}") == ["RNN224"]
    more = "* Ann Lee, *Title 4*, arXiv:1511.02404\n"
    assert codes(f"# L\n\n{papers}\n## B\n\n{again}{more}") == []


def test_an_entry_copied_with_its_links_where_others_were_written_anew() -> None:
    link = "[[Paper](https://arxiv.org/abs/1511.0240{})]"
    papers = [f"* Ann Lee, *Title {n}*, arXiv:1511.0240{n} {link.format(n)}\n" for n in range(10)]
    papers += [p.replace("Title", "Name").replace("0240", "0250") for p in papers]
    anew = "".join(p.replace(" [[Paper]", ", 2015 [[Paper]") for p in papers[:4])
    whole = f"# L\n\n{''.join(papers)}\n## B\n\n{anew}"
    assert "RNN224" not in codes(whole)
    assert codes(f"{whole}{papers[5]}").count("RNN224") == 1
    (told,) = [d for d in resolved(f"{whole}{papers[5]}")[1] if not d.rule.off]
    assert told.message == 'the same work stands on line 8 under "L", word for word'
    assert "RNN224" not in codes(f"{whole}{''.join(papers[5:9])}")  # the list's own manner


@pytest.mark.parametrize(
    ("label", "found"), [("Baidu", True), ("UCLA + Baidu", False), ("Lakers + Baidu", False)]
)
def test_a_work_of_one_institution_here_and_of_another_there(label: str, found: bool) -> None:
    text = f"# L\n\n## A\n\n* UCLA\n  {TWO}\n## B\n\n* {label}\n  {TWO}"
    said = [d.message for d in resolved(text)[1] if d.code == "RNN223"]
    assert said == (
        ['the same work stands on line 6 under "A", with another institution: UCLA'] * found
    )


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Ann Lee, *Learning to Sail on a Lake*", "Ann Lee, *Learning to Sail on the Lakes*", True),
        ("Ann Lee, *Learning to Sail on a Lake*", "*Learning to Sial on a Lake*", True),
        ("Ann Lee, *Learning to Sail on a Lake*", "Eve Fox, *Learning to Sail on Lakes*", False),
        ("Ann Lee, *Learning to Sail, Part 1*", "Ann Lee, *Learning to Sail, Part 2*", False),
        ("Ann Lee, *Learning to Sail on a Lake*", "Ann Lee, *Learning to Row on a Lake*", False),
    ],
)
def test_titles_that_are_nearly_one(first: str, second: str, found: bool) -> None:
    text = f"# L\n\n* {first}, ICML 2015\n\n## B\n\n* {second}, arXiv:1511.02302\n"
    assert ("RNN225" in codes(text)) == found


LAKES = "*Learning to Sail on a Lake*"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (f"Ann Lee, {LAKES}, ICML 2015", f"Eve Fox, {LAKES}, ICML 2016", True),
        (f"{LAKES}, arXiv:1511.02302", f"{LAKES}, arXiv:1611.02302", True),
        (f"Ann Lee, {LAKES}, ICML 2015", f"Ann Lee, {LAKES}, ICML 2015", False),
        ("Ann Lee, *The Lake*, ICML 2015", "Eve Fox, *The Lake*, ICML 2016", False),
        (
            f"Ann Lee and Bo Chen, {LAKES}, ICML 2015",
            "Ann Lee and Bo Chen, *Learning to Sail on a*, arXiv:1511.02302",
            True,
        ),
        (
            f"Ann Lee and Bo Chen, {LAKES}, ICML 2015",
            "Ann Lee and Bo Chen, *Learning to Sail*, arXiv:1511.02302",
            False,
        ),
    ],
)
def test_a_title_that_was_pasted_or_cut(first: str, second: str, found: bool) -> None:
    assert ("RNN225" in codes(f"# L\n\n* {first}\n* {second}\n")) == found


def test_the_title_of_a_thesis_may_have_been_pasted_too() -> None:
    text = f"# L\n\n## Thesis\n\n* Ann Lee, {LAKES}, 2015\n* Eve Fox, {LAKES}, 2016\n"
    assert codes(text, "RNN225") == ["RNN225"]


def test_two_papers_that_a_link_alone_makes_one_are_not_compared() -> None:
    link = "[Paper](https://arxiv.org/abs/1903.04671)"
    text = (
        f"# L\n\n* Dan Roy and Bo Chen, *Learning to Sail on a Lake*, 2018 {link}\n"
        f"* Dan Roy and Max Orr, *Guiding Walks with Hard Predictions*, 2019 {link}\n"
    )
    assert codes(text) == ["RNN212"]


def test_a_surname_in_front_is_no_other_author() -> None:
    text = f"# L\n\n* Ann B. Lee and Bo Chen, {LAKES}, ICML 2015\n## B\n"
    assert codes(f"{text}* Lee Ann B. and Bo Chen, {LAKES}, ICML 2015\n", "RNN204") == []
    assert codes(f"{text}* Eve Fox and Bo Chen, {LAKES}, ICML 2015\n", "RNN204") == ["RNN204"]


@pytest.mark.parametrize(
    ("venues", "found"),
    [
        ("ICML 2016", True),
        ("CVPR 2015", True),
        ("ICML 2015 / CVPR 2016", False),
        ("ICML 2015", False),
        ("ICML' 15", False),
        ("International Conference Machine Learning 2015", False),
        ("ICML Findings 2015", True),
        ("ICML 2015 (Bee Set)", False),
    ],
)
def test_venues_of_one_work(venues: str, found: bool) -> None:
    text = (
        "# L\n\n* Ann Lee, *A Title*, arXiv:1511.02302 / ICML 2015\n\n"
        f"## B\n\n* Ann Lee, *A Title*, arXiv:1511.02302 / {venues}\n"
    )
    assert ("RNN226" in codes(text)) == found


# --- words


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Neural Transltaion", ["Transltaion"]),
        ("LSTM Backpropogation", ["Backpropogation"]),
        ("A multilabele World", ["multilabele"]),
        ("Leaning on Networks", []),  # a real word
        ("Modelling of Networks", []),  # British
        ("Multilabels of a Lake", []),  # another form
        ("Backpropagations", []),
        ("The Transltion: A Lake", []),  # a coined name
        ("NETWROKS of Nettwork2Vec", []),
        ("Traduction des Reseaux: une Transltaion profonde et neuronale", []),  # not English
        ("Updateable Modeling", []),
        ("A Parametrized Model", []),
        ("A Lake wiht Boats", ["wiht"]),
        ("Sailing form a Lake", []),  # a real word
        ("Ubuntu kanga of the networks to mwdeling tembo nyati", ["mwdeling"]),
        ("Wiht of a Lake", []),  # perhaps a name
    ],
)
def test_misspelled_words_of_titles(title: str, found: list[str]) -> None:
    assert at(f"# L\n\n* Ann Lee, *{title}*, ICML 2015\n", "RNN235") == found


def test_what_is_common_in_a_list_alone_is_told_by_a_lost_or_swapped_letter() -> None:
    titles = "".join(f"* Ann Lee, *The Vertices of Lake {c}*, ICML 2015\n" for c in "ABCDEF")
    assert at(f"# L\n\n{titles}* Ann Lee, *Vertces of a Hill*, ICML 2015\n", "RNN235") == [
        "Vertces"
    ]
    assert at(f"# L\n\n{titles}* Ann Lee, *Vortices of a Hill*, ICML 2015\n", "RNN235") == []


def test_of_two_common_words_the_one_that_the_list_has_is_meant() -> None:
    known = replace(KNOWN, words=frozenset(("dealing", "dueling")))
    odd = "* Ann Lee, *A dualing of a Hill*, ICML 2015\n"
    assert at(f"# L\n\n{odd.replace('dualing', 'delaing')}", "RNN235", known) == ["delaing"]
    assert at(f"# L\n\n{odd}", "RNN235", known) == []
    titles = "".join(f"* Ann Lee, *Dueling Lake {c}*, ICML 2015\n" for c in "ABC")
    assert at(f"# L\n\n{titles}{odd}", "RNN235", known) == ["dualing"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Sailing on on a Lake", ["on on"]),
        ("The the Lake", ["The the"]),
        ("Deep Networks networks", ["Networks networks"]),
        ("Vitamin A a Day", []),
        ("Sailing Home: A A Review of Lakes", ["A A"]),
        ("Bora Bora and New York, New York", []),
        ("State-of-the the-art", []),
        ("The “Networks Networks” of a Lake", []),
        ("Networks Networks of a Lake", ["Networks Networks"]),
        ("Lakes, Hills and Networks Networks", ["Networks Networks"]),
        ("Lakes, Networks networks, and Hills", ["Networks networks"]),
        ("Ann Lee, Bo Fox, Networks Networks", []),  # a name
        ("Ann Lee, Networks Networks, and Bo Fox", []),
    ],
)
def test_words_that_stand_twice_in_a_row(title: str, found: list[str]) -> None:
    assert at(f"# L\n\n* Ann Lee, *{title}*, ICML 2015\n", "RNN240") == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("A Theory of Lakes Lakes and Hills", ["Lakes Lakes"]),
        ("A Theory of Towns Towns and Hills", []),  # a word that nobody else prints
        ("A Theory of LAKES LAKES and Hills", []),
        ("A Theory of lAKES lAKES and Hills", []),
    ],
)
def test_words_of_this_list_that_stand_twice_in_a_row(title: str, found: list[str]) -> None:
    usual = "".join(f"* Ann Lee, *The Lakes of {c}*, ICML 2015\n" for c in "ABC")
    assert at(f"# L\n\n{usual}* Ann Lee, *{title}*, ICML 2015\n", "RNN240") == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("A Theory of Neural Backpro", ["Backpro"]),
        ("Neural Backpro", []),  # too short to tell
        ("A Theory of Neural BackPro", []),
        ("A Backpro of Neural Lakes", []),
        ("A Theory of Neural Network", []),  # another form of the word
        ("A Theory of Neural Modelin", ["Modelin"]),
        ("A Theory of Neural Parameter", []),  # a real word
        ("A Theory of Neural Parameteri", ["Parameteri"]),
        ("A Theory of Neural Model", []),
    ],
)
def test_a_title_whose_last_word_is_cut_off(title: str, found: list[str]) -> None:
    assert at(f"# L\n\n* Ann Lee, *{title}*, ICML 2015\n", "RNN235") == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("A Theory of neuraltranslation", ["neuraltranslation"]),
        ("A Theory of GraphNetworks", []),  # the first word is short
        ("A Theory of ModelingNetworks and Modeling Networks", ["ModelingNetworks"]),
        ("A Theory of ModelingNetworks", []),  # a coined name
        ("ModelingNetworks of Lakes", []),  # a coined name
        ("A Theory of networkstranslation", ["networkstranslation"]),
        ("A Theory of translationability", []),
        ("A Theory of Trans lation", []),  # a prefix
        ("A Theory of Transla tion", ["Transla tion"]),
        ("A Theory of neura ltranslation", ["neura ltranslation"]),
        ("A Theory of neuralt ranslation", ["neuralt ranslation"]),
        ("A Theory of net works", ["net works"]),
        ("A Theory of network ing", []),
        ("Neural Translation of Lakes", []),
    ],
)
def test_blanks_that_lack_or_cut_a_word(title: str, found: list[str]) -> None:
    known = replace(
        KNOWN, words=frozenset(("neural", "graph", "ability", "networking", *KNOWN.words))
    )
    assert at(f"# L\n\n* Ann Lee, *{title}*, ICML 2015\n", "RNN235", known=known) == found


def test_the_words_of_an_address_are_no_slip() -> None:
    known = replace(KNOWN, words=frozenset(("neural", *KNOWN.words)))
    link = "[Code](https://github.com/lee/neuraltranslation)"
    text = f"# L\n\n* Ann Lee, *A Theory of neuraltranslation*, ICML 2015 {link}\n"
    assert at(text, "RNN235", known=known) == []


def test_a_slip_among_short_words() -> None:
    text = "# L\n\n* Ann Lee, *{} Transltaion af Bootes und Lopwings*, ICML 2015\n"
    words = frozenset(("good", "lake", "with", "many", *KNOWN.words))
    known = replace(KNOWN, words=words)
    assert at(text.format("Good Lake with Many"), "RNN235", known=known) == ["Transltaion"]
    assert at(text.format("Guud Loke wuth Miny"), "RNN235", known=known) == []


def test_words_of_descriptions_are_checked_and_names_of_tools_are_not() -> None:
    text = "# L\n\n* [Netwoks](https://github.com/a/b) - a tool for neural transltaion of text\n"
    assert at(text, "RNN235") == ["transltaion"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Neural Transltaion\n\n* [A](https://u.org)", ["Transltaion"]),
        ("## Netwolks\n\n* [A](https://u.org)", []),  # perhaps a name
        ("## Netwroks\n\n* [A](https://u.org)", ["Netwroks"]),
        ("* Lakes of Transltaion\n  * Ann Lee, *A Hill*, ICML 2015", ["Transltaion"]),
        ("* Ann Lee, *A Hill*, ICML 2015 transltaion workshop", ["transltaion"]),
        ("* Ann Lee, *A Hill*, ICML 2015 / CVPR 2016 neural transltaion", ["transltaion"]),
        ("* Ann Lee, *A Hill*, Neural Computaton 2015", []),  # the rule on venues says it
    ],
)
def test_words_of_headings_labels_and_venues(text: str, found: list[str]) -> None:
    words = frozenset(("computation", *KNOWN.words))
    assert at(f"# L\n\n{text}\n", "RNN235", known=replace(KNOWN, words=words)) == found


@pytest.mark.parametrize(
    ("name", "found"), [("FrankenGAN", ["rankenGAN"]), ("rankenGANs", []), ("AE", [])]
)
def test_a_name_that_its_title_spells_otherwise(name: str, found: list[str]) -> None:
    text = f"# L\n\n* {name} - [rankenGAN: Sums of Parts](https://arxiv.org/abs/1806.07179)\n"
    assert at(text, "RNN235") == found


def test_a_word_that_many_titles_of_the_list_have_is_known() -> None:
    titles = ("The Transltaion Lake", "A Transltaion Hill", "Some Transltaion Tree")
    text = "# L\n\n" + "".join(f"* Ann Lee, *{t}*, ICML 2015\n" for t in titles)
    assert codes(text) == []


def test_a_link_broken_by_a_blank_is_mended_where_that_is_plain() -> None:
    text = "# L\n\n* Ann Lee, *A Title*, ICML 2015 [[Paper] (https://example.org/a)]\n"
    assert mended(text) == text.replace("] (", "](")
    inside = text.replace("] (", "](").replace("org/a", "org/a b")
    assert mended(inside) == inside
    assert resolved(inside)[1][0].hint == "write [Paper](https://example.org/a%20b)"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[[Paper](htp://x.org/a)]", "[[Paper](http://x.org/a)]"),
        ("[[Paper](htps:/x.org/a)]", "[[Paper](https://x.org/a)]"),
        ("[[Paper](https:/x.org/a)]", "[[Paper](https://x.org/a)]"),
        ("[[Paper](https:x.org/a)]", "[[Paper](https://x.org/a)]"),
        ("[[Paper](http://.x.org/a)]", "[[Paper](http://x.org/a)]"),
        ("(Paper)[https://x.org/a]", "[Paper](https://x.org/a)"),
    ],
)
def test_a_link_that_is_nearly_one_is_mended(wrong: str, right: str) -> None:
    text = f"# L\n\n* Ann Lee, *A Title*, ICML 2015 {wrong}\n"
    assert mended(text) == text.replace(wrong, right)
    assert codes(text.replace(wrong, right)) == []


# --- known works

GRAVES = "Generating Sequences With Recurrent Neural Networks"


@pytest.mark.parametrize(
    ("title", "ident", "expected"),
    [
        (GRAVES, "1308.0850", []),
        (GRAVES.replace("Recurrent ", ""), "1308.0850", ["RNN236"]),
        (GRAVES[:-1], "1401.0001", ["RNN236"]),
        ("A Lake", "1308.0850", []),
        (GRAVES, "1308.0580", ["RNN237"]),
    ],
)
def test_the_register_knows_titles_and_ids(title: str, ident: str, expected: list[str]) -> None:
    assert codes(f"# L\n\n* Alex Graves, *{title}*, arXiv:{ident}\n") == expected


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (GRAVES.replace("Recurrent ", ""), 'with "recurrent" behind "with"'),
        (GRAVES.replace("Generating ", ""), 'with "generating" at its start'),
        (GRAVES[:-1], 'with "networks" for "network"'),
        (f"{GRAVES} Again", 'without "again"'),
    ],
)
def test_a_known_title_is_told_by_the_words_that_differ(title: str, said: str) -> None:
    (found,) = resolved(f"# L\n\n* Alex Graves, *{title}*, arXiv:1308.0850\n")[1]
    assert found.message == f'"{title}" is known {said}'


def test_authors_that_are_left_out_of_a_known_work() -> None:
    def ntm(authors: str) -> str:
        return f"# L\n\n* {authors}, *Neural Turing Machines*, arXiv:1410.5401\n"

    assert at(ntm("Alex Graves and Ivo Danihelka"), "RNN238") == ["Alex Graves and Ivo Danihelka"]
    assert codes(ntm("Alex Graves et al.")) == []
    other = ntm("Alex Graves").replace("Neural Turing Machines", "A Lake")
    assert codes(other) == []  # another title: the id is wrong, not the authors


BUTTONS = "".join(
    f"* **Name {n}**\n  - Deep Things of Kind {n}, ICML'19\n"
    f"  - [[arxiv]](https://arxiv.org/abs/1511.0230{n})\n"
    for n in range(5)
)


@pytest.mark.parametrize(
    "text",
    [
        BUTTONS,
        (
            "* Adversarial Learning. [[pdf]](https://u.org/a.pdf)\n"
            "  - Ann Lee and Bo Chen. *ICML 2017*\n"
        ),
        (
            "* Ann Lee, Bo Chen, Gated Walking of Robots (Journal of Machines 2017) "
            "[[DOI]](https://doi.org/10.1109/a)\n"
        ),
    ],
)
def test_what_stands_below_a_title_lacks_none(text: str) -> None:
    assert "RNN203" not in codes(f"# L\n\n{text}")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("*Deep Learning*, Ann Lee and Bo Chen, 2015", "*Deep Learning*, Eve Fox, 2013"),
        ("[Deep Learning](https://a.org), 2015", "[Deep Learning](https://b.org) by Eve Fox"),
    ],
)
def test_a_short_title_alone_makes_no_duplicate(one: str, two: str) -> None:
    assert not {"RNN204", "RNN222", "RNN226"} & set(codes(f"# L\n\n* {one}\n* {two}\n"))


def test_an_entry_that_lacks_venue_and_year_is_told_once() -> None:
    text = FULL + "* D. Roy, *Title of a Town* [[Paper](https://example.org/Town.pdf)]\n"
    assert codes(text) == ["RNN215"]


def test_an_entry_that_lacks_everything_is_no_paper() -> None:
    assert codes(FULL + "* Ryan Dahl, [[Blog]](https://example.org/blog)\n") == []


@pytest.mark.parametrize(
    "label",
    ["[NeurIPS2021]", "[IEEE ACCESS]", "[InfSc2019]", "[Paper], EMNLP 18", "[Paper]. Preprint"],
)
def test_a_venue_that_is_not_read_is_not_missing(label: str) -> None:
    button, _, rest = label.partition("]")
    text = FULL + f"* D. Roy, *Title of a Town* [{button}]](https://example.org/Town.pdf){rest}\n"
    assert "RNN215" not in codes(text)
