"""Works: the fuller value of each field, each with what the list prints."""

from dataclasses import replace

import pytest

from awesome_rnn_kg.resolve.authorities import index
from awesome_rnn_kg.resolve.publications import arxiv_year

from .lists import BASE, KNOWN, catalogue, entry, local, thing, work, works

A = "Ann Lee and Bo Chen"


def bullets(*lines: str) -> str:
    return "# L\n\n" + "".join(f"* {line}\n" for line in lines)


def names(text: str) -> list[str]:
    return [c.printed for c in work(text).authors]


def test_the_fuller_list_of_authors_wins() -> None:
    text = bullets("A. Lee, *One Title*, arXiv:1511.02301", f"{A}, *One Title*, arXiv:1511.02301")
    assert names(text) == ["Ann Lee", "Bo Chen"]
    assert work(text).author_string == "Ann Lee, Bo Chen"


def test_a_list_to_its_end_wins_over_a_longer_one_that_is_cut() -> None:
    text = bullets(
        "Ann Lee, Bo Chen, et al., *One Title*, arXiv:1511.02301",
        "Ann Lee, *One Title*, arXiv:1511.02301",
    )
    assert work(text).author_string == "Ann Lee"


def test_a_cut_list_says_so() -> None:
    assert work(bullets("Ann Lee et al., *One Title*, ICML 2015")).author_string == "Ann Lee et al."


def test_a_name_is_credited_once() -> None:
    assert names(bullets("Ann Lee, Bo Chen, and Ann Lee, *One Title*, ICML 2015")) == [
        "Ann Lee",
        "Bo Chen",
    ]


def test_the_group_gives_authors_where_the_entry_prints_none() -> None:
    text = "# L\n\n## Thesis\n\n* Alex Graves (2008)\n  * *Sequence Labelling* [[pdf](http://x.org/t.pdf)]\n"
    made = work(text)
    assert local(*(c.agent for c in made.authors)) == ["person/alex-graves"]
    assert made.year
    assert made.year[0] == 2008


@pytest.mark.parametrize(
    "line",
    [
        "Alex Graves, *Generating Sequnces With Recurrent Neural Networks*, arXiv:1308.0850",
        "[Generating Sequnces With Recurrent Neural Networks](http://x.org/a/b.html)",
    ],
)
def test_a_misspelled_title_of_a_known_work_is_mended_and_kept_as_printed(line: str) -> None:
    title = "generating sequences with recurrent neural networks"
    address = {f"work title:BlogPost:{title} x.org/a/b.html": f"{BASE}blog/generating"}
    known = replace(KNOWN, iris={**KNOWN.iris, **address})
    heading = "# L\n\n## Blogs\n\n" if line.startswith("[") else "# L\n\n"
    found = catalogue(f"{heading}* {line}\n", known)
    assert found.works[0].title == "Generating Sequences With Recurrent Neural Networks"
    printed = found.entries[0].title
    assert printed
    assert printed[0] == "Generating Sequnces With Recurrent Neural Networks"


def test_a_misspelled_title_of_an_unknown_work_stays() -> None:
    line = "Alex Graves, *Generating Sequnces With Recurrent Neural Networks*, arXiv:1308.0851"
    assert work(bullets(line)).title == "Generating Sequnces With Recurrent Neural Networks"


def test_a_misspelled_name_is_mended_in_the_author_string_and_kept_as_printed() -> None:
    people = index([thing("person/tomas-mikolov", "Tomáš Mikolov", "Tomas Mikolow")], people=True)
    made = work(bullets("Tomas Mikolow, *One Title*, ICML 2015"), replace(KNOWN, people=people))
    assert made.author_string == "Tomáš Mikolov"
    assert [c.printed for c in made.authors] == ["Tomas Mikolow"]


def test_another_form_of_a_name_is_no_misspelling() -> None:
    people = index([thing("person/tomas-mikolov", "Tomáš Mikolov", "Tom Mick")], people=True)
    made = work(bullets("Tom Mick, *One Title*, ICML 2015"), replace(KNOWN, people=people))
    assert local(*(c.agent for c in made.authors)) == ["person/tomas-mikolov"]
    assert made.author_string == "Tom Mick"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["A. Lee, *One Title*, arXiv:1511.02301", f"{A}, *Other*, arXiv:1511.02301"], "Other"),
        (
            [f"{A}, *One Title*, arXiv:1511.02301", "A. Lee, *One Title: More*, arXiv:1511.02301"],
            "One Title: More",
        ),
    ],
)
def test_the_title_of_the_fuller_entry_or_its_longer_form(lines: list[str], title: str) -> None:
    assert work(bullets(*lines)).title == title


YEARS = [
    ("*T Word*, ICML 2015", 2015),
    ("*T Word*, arXiv:1511.02301", 2015),
    ("*T Word*, arXiv:1511.02301 / ICLR 2016", 2016),
    ("*T Word*, arXiv:0705.2011", 2007),
    ("*T Word*, CVPR 2016 / ICML 2015", 2015),
    ("*T Word* [[pdf](http://x.org/a.pdf)]", None),
]


@pytest.mark.parametrize(("rest", "year"), YEARS)
def test_the_printed_year_else_that_of_the_arxiv_id(rest: str, year: int | None) -> None:
    found = work(bullets(f"Ann Lee, {rest}")).year
    assert (found and found[0]) == year


@pytest.mark.parametrize(
    ("rest", "year"),
    [
        ("*T Word*, ICML 2015", 2015),
        ("*T Word*, arXiv:1511.02301", 2013),
        ("*T Word*, ICML", 2013),
    ],
)
def test_the_heading_gives_the_year_before_the_arxiv_id(rest: str, year: int) -> None:
    found = work(f"# L\n\n## 2013\n\n* Ann Lee, {rest}\n").year
    assert found
    assert found[0] == year


@pytest.mark.parametrize(
    ("ident", "year"),
    [("1502.03044", 2015), ("0705.2011", 2007), ("cs/9901001", 1999), ("math/0601001", 2006)],
)
def test_an_arxiv_id_tells_its_year(ident: str, year: int) -> None:
    assert arxiv_year(ident) == year


JOURNAL = "venue/neural-computation"
PUBLISHED, UNDER_REVIEW = "status/published", "status/under-review"
PUBLICATIONS = [
    ("ICML 2015", [("type/conference", "venue/icml", 2015, "status/published", "")]),
    ("Neural Computation 1997", [("type/journal", JOURNAL, 1997, PUBLISHED, "")]),
    ("NIPS Workshops 2014", [("type/workshop", "venue/nips-workshops", 2014, PUBLISHED, "")]),
    ("submitted to ICML 2016", [("type/conference", "venue/icml", 2016, UNDER_REVIEW, "")]),
    ("to appear in ICML 2016", [("type/conference", "venue/icml", 2016, "status/accepted", "")]),
    ("arXiv:1511.02301", [("type/preprint", "", 2015, "", "1511.02301")]),
    (
        "arXiv:1411.4389 / CVPR 2015",
        [
            ("type/preprint", "", 2014, "", "1411.4389"),
            ("type/conference", "venue/cvpr", 2015, "status/published", ""),
        ],
    ),
    (
        "ICML 2015 [[Paper](http://arxiv.org/abs/1411.4389)]",
        [
            ("type/conference", "venue/icml", 2015, "status/published", ""),
            ("type/preprint", "", 2014, "", "1411.4389"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), PUBLICATIONS)
def test_each_printed_version_is_a_publication(
    printed: str, expected: list[tuple[str, str, int, str, str]]
) -> None:
    made = work(bullets(f"Ann Lee, *T Word*, {printed}"))
    assert [
        (*local(p.kind, p.venue), p.year, *local(p.status), p.arxiv) for p in made.publications
    ] == expected


def test_a_version_listed_twice_is_one_publication() -> None:
    text = bullets(f"{A}, *T Word*, ICML 2015", f"{A}, *T Word*, arXiv:1411.4389 / ICML 2015")
    assert local(*(p.iri for p in work(text).publications)) == [
        "publication/t-word-icml-2015",
        "publication/t-word-arxiv",
    ]


def test_pages_are_those_of_the_version_that_they_stand_behind() -> None:
    text = bullets(f"{A}, *T Word*, arXiv:1411.4389 / ICML 2015, pp. 12-34")
    assert {p.pages for p in work(text).publications if p.venue} == {"12–34"}
    assert {p.pages for p in work(text).publications if p.arxiv} == {""}


def test_pages_that_one_entry_prints_are_kept() -> None:
    text = bullets(f"{A}, *T Word*, ICML 2015", f"{A}, *T Word*, ICML 2015, pages 12-34")
    assert [p.pages for p in work(text).publications] == ["12–34"]


@pytest.mark.parametrize("printed", ["arXiv:1511:2301", "arXiv"])
def test_a_preprint_has_the_id_and_year_of_the_entry_that_prints_them_well(printed: str) -> None:
    text = bullets(f"{A}, *T Word*, {printed}", f"{A}, *T Word*, arXiv:1511.02301")
    (preprint,) = work(text).publications
    assert (preprint.arxiv, preprint.year) == ("1511.02301", 2015)


def test_a_version_without_a_year_is_the_one_of_its_venue_that_has_one() -> None:
    text = bullets(f"{A}, *T Word*, ICML", f"{A}, *T Word*, ICML 2015")
    assert local(*(p.iri for p in work(text).publications)) == ["publication/t-word-icml-2015"]


def test_identifiers_are_plain() -> None:
    made = work(bullets("Ann Lee, *T Word*, arXiv:1511.02301v2, doi:10.1000/ABC"))
    assert made.arxiv
    assert made.arxiv[0] == "1511.02301"
    assert made.doi
    assert made.doi[0] == "10.1000/abc"


def test_a_doi_in_the_link_of_a_paper_identifies_it() -> None:
    made = work(bullets("Ann Lee, *T Word*, ICML 2015 [[Paper](https://doi.org/10.1000/ABC)]"))
    assert made.doi
    assert made.doi[0] == "10.1000/abc"


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://dl.acm.org/doi/10.1000/abc%20", "10.1000/abc"),
        ("https://link.springer.com/10.1000/978-3-031_17", "10.1000/978-3-031_17"),
        ("https://link.springer.com/journal/10.1000", None),
    ],
)
def test_a_doi_in_the_address_of_a_paper(url: str, doi: str | None) -> None:
    made = work(bullets(f"Ann Lee, *T Word*, ICML 2015 [[Paper]({url})]"))
    assert (made.doi and made.doi[0]) == doi


def test_an_acronym_of_the_title_is_no_university() -> None:
    made = work("# L\n\n* [Small Deep Units](http://x.org/a) (SDU 2021)\n")
    assert not made.institutions


@pytest.mark.parametrize(("name", "kind"), [("Papers", "Paper"), ("Bees", "Resource")])
def test_a_title_alone_is_a_paper_in_a_list_of_papers(name: str, kind: str) -> None:
    titles = "".join(
        f"- {a} Nets for {b} of the {c} Hives\n"
        for a in ("Deep", "Odd", "Fast")
        for b in ("All", "Some", "Few")
        for c in ("Blue", "Red", "Old")
    )
    found = works(f"# {name}\n\n## Nets\n\n{titles}")
    assert {w.kinds[0] for w in found} == {kind}
    assert len(found) == titles.count("\n")


def test_the_doi_that_arxiv_gives_is_no_doi_of_the_paper() -> None:
    text = bullets(
        "Ann Lee, *T Word*, ICML 2015 [[Paper](https://doi.org/10.48550/arXiv.1511.02301)]"
    )
    assert work(text).doi is None


def test_a_malformed_id_is_no_identifier_but_the_link_may_have_the_right_one() -> None:
    assert work(bullets("Ann Lee, *T Word*, arXiv:1511.0230")).arxiv is None
    made = work(
        bullets("Ann Lee, *T Word*, arXiv:1511.0230 [[P](http://arxiv.org/abs/1511.02301)]")
    )
    assert made.arxiv
    assert made.arxiv[0] == "1511.02301"


def test_groups_give_institutions_in_the_order_of_their_label() -> None:
    text = "# L\n\n* UCLA + Baidu\n  * Ann Lee, *T Word*, ICML 2015\n"
    assert [(*local(c.agent), c.printed) for c in work(text).institutions] == [
        ("institution/ucla", "UCLA"),
        ("institution/baidu", "Baidu"),
    ]


def test_the_nearest_group_with_institutions_gives_them() -> None:
    text = "# L\n\n* Baidu\n  * UCLA\n    * LSTM\n      * Ann Lee, *T Word*, ICML 2015\n"
    assert local(*(c.agent for c in work(text).institutions)) == ["institution/ucla"]


def test_a_work_listed_twice_has_the_institutions_tasks_and_links_of_both() -> None:
    text = (
        "# L\n\n## Computer Vision\n\n* UCLA\n  * Ann Lee, *T Word*, ICML 2015 [[Paper](http://x.org/a)]\n"
        "\n## Robotics\n\n* Baidu\n  * Ann Lee, *T Word*, ICML 2015 [[Code](http://x.org/b)]\n"
    )
    made = work(text)
    assert local(*(c.agent for c in made.institutions)) == ["institution/ucla", "institution/baidu"]
    assert local(*(a for a, _ in made.applications)) == [
        "application/computer-vision",
        "application/robotics",
    ]
    assert [(k.url, k.ordinal) for k in made.links] == [
        ("http://x.org/a", 1),
        ("http://x.org/b", 2),
    ]


def test_the_nearest_heading_that_names_a_task_gives_it() -> None:
    headings = "# L\n\n## Robotics\n\n### Computer Vision\n\n#### Other\n"
    text = f"{headings}\n* Ann Lee, *T Word*, ICML 2015\n"
    assert local(*(a for a, _ in work(text).applications)) == ["application/computer-vision"]


def test_groups_give_architectures_and_tasks() -> None:
    text = "# L\n\n* LSTM\n  * Machine Translation\n    * Ann Lee, *T Word*, ICML 2015\n"
    made = work(text)
    assert local(*(a for a, _ in made.architectures)) == ["architecture/long-short-term-memory"]
    assert local(*(a for a, _ in made.applications)) == ["application/machine-translation"]


CODES = """\
# L

## Codes

* [Theano](http://deeplearning.net/theano/) - Python, C++
  * [lib](https://github.com/x/lib): a library with LSTM and GRU
  * [sub](https://github.com/x/sub) by Ann Lee
    * [deep](https://github.com/x/deep): something in Lua
* [alone](https://github.com/x/alone): Java wrapper; nothing about C or gru
"""


def test_software_below_a_framework_is_for_it() -> None:
    theano, lib, sub, deep, alone = works(CODES)
    assert theano.frameworks == ()
    assert alone.frameworks == ()
    assert local(*(f for f, _ in lib.frameworks)) == ["software/theano"]
    assert local(*(f for f, _ in deep.frameworks)) == ["software/sub"]
    assert [name for name, _ in sub.frameworks] == [f"{BASE}software/theano"]


def test_languages_are_those_that_a_text_says_it_is_written_in() -> None:
    assert [[n for n, _ in w.languages] for w in works(CODES)] == [
        ["Python", "C++"],
        [],
        [],
        ["Lua"],
        ["Java"],
    ]


def test_a_description_that_only_names_languages_is_of_the_entry_alone() -> None:
    assert [[d for d, _ in w.descriptions] for w in works(CODES)][:2] == [
        [],
        ["a library with LSTM and GRU"],
    ]
    record = entry("# L\n\n## Codes\n\n* [T](http://t.org) - Python, C++\n")
    assert record.description is not None
    assert record.description[0] == "Python, C++"
    assert record.remarks == ()


def test_makers_are_printed_as_one_text() -> None:
    record = entry("# L\n\n* [T](http://t.org) by Ann Lee and Bo Li\n")
    assert record.authors is not None
    assert record.authors[0] == "Ann Lee and Bo Li"


def test_own_words_are_the_introduction_of_their_section() -> None:
    text = "# L\n\nSome *words*.\n\n## S\n\n> See\n> [this](http://t.org).\n\n* [T](http://t.org)\n"
    told = [s.introduction[0] for s in catalogue(text).sections if s.introduction]
    assert told == ["Some *words*.", "> See\n> [this](http://t.org)."]


def test_software_implements_the_architectures_that_its_description_spells() -> None:
    assert [local(*(a for a, _ in w.implements)) for w in works(CODES)] == [
        [],
        ["architecture/long-short-term-memory", "architecture/gated-recurrent-unit"],
        [],
        [],
        [],
    ]


def test_papers_implement_nothing() -> None:
    made = work("# L\n\n* Ann Lee, *An LSTM for Everything*, ICML 2015\n")
    assert made.implements == made.languages == ()


def test_classes_are_told_with_those_above() -> None:
    text = "# L\n\n## Surveys\n\n* Ann Lee, *T Word*, ICML 2015\n"
    assert work(text).kinds == ("Survey", "Paper", "Resource")


def test_entries_are_counted_from_one_in_each_section() -> None:
    text = "# L\n\n## A\n\n* Ann Lee, *T One*, ICML 2015\n* Ann Lee, *T Two*, ICML 2015\n"
    found = catalogue(f"{text}\n## B\n\n* Ann Lee, *T Three*, ICML 2015\n").entries
    assert [(*local(e.section), e.position) for e in found] == [
        ("section/a", 1),
        ("section/a", 2),
        ("section/b", 1),
    ]


def test_the_entry_keeps_what_is_printed() -> None:
    found = entry("# L\n\n* A.Lee and Bo Chen, *T Word*, Proc. of ICML, 2015\n")
    assert [v and v[0] for v in (found.title, found.authors, found.venue)] == [
        "T Word",
        "A.Lee and Bo Chen",
        "Proc. of ICML, 2015",
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "[BeeNet](https://arxiv.org/abs/1511.02301): Efficient Tuning of Large Models",
            "BeeNet: Efficient Tuning of Large Models",
        ),
        (
            "ICML 2015, **BeeNet**: Fast Nets with Small Memory, [pdf](http://u.org/a.pdf)",
            "BeeNet: Fast Nets with Small Memory",
        ),
        (
            "[BeeNet](https://arxiv.org/abs/1511.02301): BeeNet: nets for all",
            "BeeNet: nets for all",
        ),
        ("[BeeNet](https://arxiv.org/abs/1511.02301): a net that sorts flowers.", "BeeNet"),
        ("[BeeNet](https://github.com/a/b): Efficient Tuning of Large Models", "BeeNet"),
        ("[BeeNet](https://arxiv.org/abs/1511.02301) - Efficient Tuning of Models", "BeeNet"),
    ],
)
def test_the_rest_of_a_title_behind_a_short_name(line: str, title: str) -> None:
    assert work(bullets(line)).title == title


@pytest.mark.parametrize("name", ["Baidu", "Bee", "OpenAI"])
def test_who_published_a_thing_is_no_venue(name: str) -> None:
    table = "| Title | Venue | Year |\n|---|---|---|\n"
    found = work(
        f"# L\n\n{table}| [Bee Nets](https://arxiv.org/abs/1511.02301) | {name} | 2015 |\n"
    )
    assert not found.venues
    assert found.year is not None
    assert found.year[0] == 2015
    assert [c.printed for c in found.institutions] == ([] if name == "Bee" else [name])


def test_a_known_venue_that_begins_a_title_is_one() -> None:
    (venue,) = work(bullets("Ann Lee, *ICML and What It Does*, ICML 2015")).venues
    assert local(venue[0]) == ["venue/icml"]


def test_a_preprints_month_is_no_year() -> None:
    text = bullets("**One Title** arXiv 2004; ICML 2020 [pdf](https://arxiv.org/abs/2004.13799)")
    found = work(text).year
    assert found is not None
    assert found[0] == 2020


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ("document-level relation extraction benchmark.", "Dataset"),
        ("large corpus of speech, with labels", "Dataset"),
        ("toolkit and benchmark", "Software"),
        ("visualize any dataset", "Software"),
    ],
)
def test_a_description_says_that_a_repository_holds_data(about: str, kind: str) -> None:
    found = work(bullets(f"[Bee](https://github.com/a/b) - {about}"))
    assert found.kinds[0] == kind


def test_a_printed_date_before_that_of_the_id_stays() -> None:
    text = bullets("**One Title** arXiv 2025 [pdf](https://arxiv.org/abs/2601.02371)")
    found = work(text).year
    assert found is not None
    assert found[0] == 2025


@pytest.mark.parametrize(
    ("label", "printed"), [("Bee + Dee R&I", ["Bee", "Dee R&I"]), ("see it", [])]
)
def test_an_unknown_label_among_institutions_names_one(label: str, printed: list[str]) -> None:
    cited = "  * Ann Lee, Bo Chen, *One Title*, ICML 2015\n"
    others = "  * Ann Lee, Bo Chen, *Another Title*, ICML 2015\n"
    text = f"# L\n\n* UCLA\n{others}* {label}\n{cited}* Baidu\n{others}"
    found = {w.title: w for w in works(text)}
    assert [c.printed for c in found["One Title"].institutions] == printed


def test_a_framework_among_datasets_is_software() -> None:
    line = "* [Bee](https://github.com/a/b) - unified framework for benchmark evaluation.\n"
    assert work(f"# L\n\n## Datasets\n\n{line}").kinds[0] == "Software"


def test_a_few_words_between_year_and_authors_end_the_title() -> None:
    found = work(
        "# L\n\n* Trees that Learn(2017): A Tutorial, A. Lee. [[pdf]](http://a.org/1.pdf)\n"
    )
    assert (found.title, found.descriptions) == ("Trees that Learn: A Tutorial", ())
    assert found.author_string == "A. Lee"


def test_words_behind_a_year_without_authors_describe() -> None:
    found = work("# L\n\n* Trees that Learn (2017): Good slides. [[pdf]](http://a.org/1.pdf)\n")
    assert (found.title, found.descriptions[0][0]) == ("Trees that Learn", "Good slides.")


def test_a_title_has_no_shapeless_characters() -> None:
    found = work("# L\n\n* Ann Lee, *Nets using a\ufffc pyramid of soft\u00adware*, ICML 2015\n")
    assert found.title == "Nets using a pyramid of software"


def test_the_institution_behind_a_bare_title() -> None:
    listed = "* Nets 101, Deep Trees, University of Bees at Wax [[web]](http://a.org)\n"
    found = work(f"# L\n\n## Lectures\n\n{listed}")
    assert found.title == "Nets 101, Deep Trees"
    assert [c.printed for c in found.institutions] == ["University of Bees at Wax"]


@pytest.mark.parametrize(
    "title",
    ["Lectures, Bee University", "Deep Trees at Bee University", "Deep Trees, Universities"],
)
def test_words_that_are_no_institution_behind_a_title(title: str) -> None:
    found = work(f"# L\n\n## Lectures\n\n* {title} [[web]](http://a.org)\n")
    assert (found.title, found.institutions) == (title, ())
