"""Kinds of things, and the links of a group's line."""

import pytest

from .lists import catalogue, local, work, works

LINK = "[X Word](http://x.org/a)"
CODE = "[X Word](https://github.com/x/y)"
PAPER = "Ann Lee, *X Word*, ICML 2015"


def test_a_month_of_arxiv_is_no_year() -> None:
    text = "# L\n\n* Ann Lee, *X Word*, arXiv {} [[Paper](https://arxiv.org/abs/2004.05682)]\n"
    years = [work(text.format(y)).year for y in (2004, 2003)]
    assert [y and y[0] for y in years] == [2020, 2003]


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Other", PAPER, "Paper"),
        ("Other", "Ann Lee, *X Word* [[Paper](http://arxiv.org/abs/1511.02301)]", "Paper"),
        ("Other", CODE, "Software"),
        ("Other", LINK, "Resource"),
        ("Other", "[A Course on X](http://x.org)", "Course"),
        ("Other", "[Awesome X](https://github.com/x/awesome-x)", "Resource"),
        ("Other", "[X corpus](http://x.org)", "Dataset"),
        ("Other", "Ann Lee, *X Word*, PhD thesis, 2010 [[pdf](http://x.org/a.pdf)]", "Thesis"),
        ("Papers", "Ann Lee, *X Word*, PhD thesis, 2010 [[pdf](http://x.org/a.pdf)]", "Thesis"),
        ("Codes", LINK, "Software"),
        ("Codes", PAPER, "Paper"),
        ("Codes", "[Tutorial on X](http://x.org)", "Tutorial"),
        ("Codes", "[X documentation](http://x.org)", "Documentation"),
        ("Surveys", PAPER, "Survey"),
        ("Datasets", LINK, "Dataset"),
        ("Datasets", PAPER, "Paper"),
        ("Blogs", LINK, "BlogPost"),
        ("Online Demos", LINK, "Demo"),
        ("Thesis", PAPER, "Thesis"),
        ("Books / Thesis", PAPER, "Thesis"),
        ("Books / Thesis", "Ann Lee and Bo Chen, *X Word*, 2016", "Book"),
        ("Books / Thesis", "Ann Lee, *The X Book*, 2016", "Book"),
        ("Books / Thesis", "Ann Lee and Bo Chen, *A Thesis on X*, 2016", "Thesis"),
        ("Books", "[Thinking about X](http://x.org)", "Book"),
        ("Books", "[Free X Books](http://x.org)", "Resource"),
        ("Tutorials", "[X by Hand](http://x.org) - A free and short book on X.", "Book"),
        ("Tutorials", "[X by Hand](http://x.org) - A companion to the book.", "Tutorial"),
        ("Blogs", "[X Word](http://arxiv.org/abs/1511.02301)", "Paper"),
        ("Blogs", "[X Word](http://x.org) - Ann Lee, HIVE 2015", "BlogPost"),
        ("Uses and Datasets", "[On Words of X](http://x.org), ICML 2015", "Paper"),
        ("Uses and Datasets", "[On Words of X](http://x.org)", "Dataset"),
        ("Uses and Datasets", "[XQA](http://arxiv.org/abs/1511.02301)", "Dataset"),
        ("Other", "XNet [[code](https://github.com/x/y)]", "Software"),
        ("Other", "On Words of X [[code](https://github.com/x/y)]", "Resource"),
        ("Other", "[X](https://github.com/x/y) - Collection of papers on X.", "Resource"),
        ("Other", "[X](https://github.com/x/y) - Collection of tools.", "Software"),
        ("Other", "[X Reading List](https://github.com/x/y)", "Resource"),
        ("Other", "[How to Read a List](https://github.com/x/y)", "Software"),
        ("Books 书籍", "[X Word](http://x.org)", "Book"),
        ("Other", "[X Archive](https://aclanthology.org/) - talks on X.", "Resource"),
        ("Other", "[X for All](https://aclanthology.org/P16-1001/) - talks on X.", "Paper"),
    ],
)  # fmt: skip
def test_kinds(heading: str, line: str, kind: str) -> None:
    assert work(f"# L\n\n## {heading}\n\n* {line}\n").kinds[0] == kind


def test_the_group_is_nearer_than_the_heading() -> None:
    text = f"# L\n\n## Codes\n\n* Datasets\n  * {LINK}\n"
    assert work(text).kinds[0] == "Dataset"


def test_a_task_below_a_heading_that_names_a_kind_keeps_the_kind() -> None:
    text = f"# L\n\n## Codes\n\n### Computer Vision\n\n* {LINK}\n"
    assert work(text).kinds[0] == "Software"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("**X Word** [[Paper]](http://x.org/w)", "Paper"),
        ("A. Lee and B. Dee, **Word for X.**", "Paper"),
        ("A. Lee and B. Dee, **Word for X.** [web](http://x.org/w)", "Resource"),
        ("**Words for all people** Ann Lee and Bo Chen", "Resource"),
        ("[Drawing of large datasets](http://x.org/w)", "Resource"),
        ("[A collection of small datasets](http://x.org/w)", "Dataset"),
        ("[A dataset of drawings](http://x.org/w)", "Dataset"),
        ("Ann Lee, *A Survey of Words*, ICML 2015", "Survey"),
        ("Ann Lee, *Words: A Review*, ICML 2015", "Survey"),
        ("*Deep Words* (Books, 2016), Ann Lee, Bo Chen. [[html]](http://x.org/w)", "Book"),
        ("[Awesome Words](https://github.com/x/Awsome-words)", "Resource"),
        ("[Words Tutorial](https://github.com/x/awesome-words)", "Resource"),
    ],
)
def test_what_an_entry_tells_of_its_kind(line: str, kind: str) -> None:
    assert work(f"# L\n\n## Other\n\n* {line}\n").kinds[0] == kind


def test_a_paper_among_software_is_one_that_only_links_to_the_paper() -> None:
    text = (
        '# L\n\n## Codes\n\n* **Sim**: "Sim: A World", *ICML 2022*. [[Paper]](http://x.org/s.pdf)\n'
        "* [Sum](https://github.com/x/sum), ICML 2022. [[Paper]](http://x.org/t.pdf)\n"
    )
    assert [w.kinds[0] for w in works(text)] == ["Paper", "Software"]


def test_below_a_course_stand_its_lectures() -> None:
    text = "# L\n\n## Lectures\n\n* [CS224d](http://cs.org)\n  * [Note 3](http://cs.org/3.pdf)\n"
    assert [w.kinds[0] for w in works(text)] == ["Course", "Lecture"]


def test_a_page_below_a_tutorial_is_part_of_it_and_code_is_not() -> None:
    text = (
        "# L\n\n## Codes\n\n* [Tutorials](http://x.org/t)\n  * [LSTM](http://x.org/t/lstm)\n"
        "  * [code](https://github.com/x/y)\n"
    )
    assert [w.kinds[0] for w in works(text)] == ["Tutorial", "Tutorial", "Software"]


def test_a_bare_title_that_opens_with_a_name_of_the_list_has_that_author() -> None:
    text = (
        "# L\n\n* Alex Graves, *One Title*, ICML 2015\n"
        "* Alex graves, hand-writing generation [[web](http://x.org/hand.html)]\n"
    )
    _, second = works(text)
    assert (second.title, second.author_string) == ("hand-writing generation", "Alex Graves")


GROUP = """\
# L

* UCLA {links}
  * Ann Lee, *One Title*, arXiv:1511.02301
  * Bo Chen, *Two Title*, ICML 2015
"""
ARXIV = "[[Paper](http://arxiv.org/abs/1511.02301)]"
ICML = "[[Paper-ICML](http://icml.cc/two.pdf)]"


def handed(links: str) -> list[list[str]]:
    """The URLs of the links that each of the two entries gets from the group's line."""
    return [[k.url for k in w.links] for w in works(GROUP.format(links=links))]


def test_a_paper_goes_to_the_entry_with_its_arxiv_id() -> None:
    assert handed(f"{ICML} {ARXIV}") == [
        ["http://arxiv.org/abs/1511.02301"],
        ["http://icml.cc/two.pdf"],
    ]


def test_a_paper_goes_to_the_entry_whose_venue_its_label_names() -> None:
    assert handed(ICML) == [[], ["http://icml.cc/two.pdf"]]


def test_papers_without_a_sign_go_to_the_entries_in_their_order() -> None:
    assert handed("[[Paper1](http://x.org/1)] [[Paper2](http://x.org/2)]") == [
        ["http://x.org/1"],
        ["http://x.org/2"],
    ]


def test_papers_that_are_not_as_many_as_the_entries_are_the_first_ones() -> None:
    links = " ".join(f"[[Paper{n}](http://x.org/{n})]" for n in (1, 2, 3))
    assert handed(links) == [["http://x.org/1", "http://x.org/2", "http://x.org/3"], []]


def test_what_is_no_paper_goes_to_all_as_one_link() -> None:
    text = GROUP.format(links="[[Code](http://x.org/code)]")
    one, two = works(text)
    assert one.links == two.links
    assert local(one.links[0].iri) == ["link/group-ucla-1"]
    assert [e.links for e in catalogue(text).entries] == [(one.links[0].iri,)] * 2
    assert [g.links for g in catalogue(text).groups] == [one.links]


def test_pictures_are_not_handed_down() -> None:
    assert handed("![logo](http://x.org/logo.png)") == [[], []]


def test_an_entry_with_a_paper_of_its_own_needs_none() -> None:
    text = (
        "# L\n\n* UCLA [[Paper](http://x.org/one.pdf)]\n  * Ann Lee, *One Title*, ICML 2014\n"
        "  * Bo Chen, *Two Title*, ICML 2015 [[Paper](http://x.org/two.pdf)]\n"
    )
    assert [[k.url for k in w.links] for w in works(text)] == [
        ["http://x.org/one.pdf"],
        ["http://x.org/two.pdf"],
    ]


def led(*odd: str) -> list[tuple[str, int]]:
    """Titles and numbers of authors of odd bullets in a list whose titles stand behind names."""
    usual = "".join(f"* Ann Lee, Bo Chen: Words {w} of X, ICML 2015\n" for w in "abcdefghijkl")
    found = works(f"# L\n\n{usual}" + "".join(f"* {o}\n" for o in odd))
    return [(w.title, len(w.authors)) for w in found if w.title.endswith("Y")]


def test_a_list_of_names_before_colons_has_lone_names_there_too() -> None:
    assert led("Cid Dee: Trees on Y, ICML 2015") == [("Trees on Y", 1)]
    assert led("Dee and Eff: Trees on Y, ICML 2015") == [("Trees on Y", 2)]
    assert led("Deep Trees: Leaves on Y, ICML 2015") == [("Deep Trees: Leaves on Y", 0)]


def test_elsewhere_words_before_a_colon_are_the_titles() -> None:
    found = work("# L\n\n* Cid Dee: Trees on Y, ICML 2015\n")
    assert (found.title, len(found.authors)) == ("Cid Dee: Trees on Y", 0)


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        (
            "https://academic.oup.com/bib/advance-article/doi/10.1093/bib/bbad257/7222295",
            "10.1093/bib/bbad257",
        ),
        (
            "https://www.emerald.com/insight/content/doi/10.1108/RIA-10-2022-0248/full/html",
            "10.1108/ria-10-2022-0248",
        ),
        ("https://doi.org/10.1051/epjconf/201921402010", "10.1051/epjconf/201921402010"),
        ("https://bees.example.org/articles/10.9999/s13-019-0407-y", "10.9999/s13-019-0407-y"),
        ("http://link.springer.com/book/10.1007%2F978-1-4471-4929-3", "10.1007/978-1-4471-4929-3"),
        ("https://link.springer.com/content/pdf/10.1007/s1-2.pdf", "10.1007/s1-2"),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.02.123456v1.full.pdf",
            "10.1101/2020.01.02.123456",
        ),
    ],
)
def test_the_doi_of_a_url(url: str, doi: str) -> None:
    found = work(f"# L\n\n* Ann Lee, [Words of X and Y]({url}), ICML 2015\n").doi
    assert found
    assert found[0] == doi


@pytest.mark.parametrize(
    "url",
    ["https://bees.example.org/files/10.2016/nets.pdf", "https://bees.example.org/articles/10"],
)
def test_numbers_of_a_url_that_are_no_doi(url: str) -> None:
    assert work(f"# L\n\n* Ann Lee, [Words of X and Y]({url}), ICML 2015\n").doi is None
