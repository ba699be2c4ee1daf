"""People in bare titles and behind "by", and institutions that an entry prints itself."""

import pytest

from .lists import BASE, KNOWN, local, work, works

PDF = "[[pdf](http://u.org/p)]"


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        (f"Alex graves, hand-writing generation {PDF}", "hand-writing generation", "Alex graves"),
        (f"Alex Graves: Trees of nets {PDF}", "Trees of nets", "Alex Graves"),
        (f"A. Bee: Trees of nets. ICML 2015 {PDF}", "Trees of nets", "A. Bee"),
        (f"Ink Poster: drawn trees. ICML 2015 {PDF}", "Ink Poster: drawn trees", ""),
        (
            f"Trees on a Budget Alex Graves, Ann Bee, Cid Dee ICML 2016 {PDF}",
            "Trees on a Budget",
            "Alex Graves, Ann Bee, Cid Dee",
        ),
        (
            f"A Tribute to Alex Graves, Ann Bee, Cid Dee ICML 2016 {PDF}",
            "A Tribute to Alex Graves",
            "Ann Bee, Cid Dee",
        ),
    ],
)
def test_known_people_leave_a_bare_title(line: str, title: str, authors: str) -> None:
    found = work(f"# L\n\n* {line}\n")
    assert (found.title, ", ".join(a.printed for a in found.authors)) == (title, authors)


def test_a_name_in_lower_case_is_kept_as_printed_and_mended_in_the_author_string() -> None:
    found = work(f"# L\n\n* Alex graves, hand-writing generation {PDF}\n")
    assert [a.printed for a in found.authors] == ["Alex graves"]
    assert found.author_string == "Alex Graves"


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        ("[Tree package by Ann Bee](http://u.org/t)", "Tree package", ["Ann Bee"]),
        (f"*Nets by Turning Your Faces*, ICML 2015 {PDF}", "Nets by Turning Your Faces", []),
        (
            "[Code of nets that transfer what they know by Hidden Words](http://u.org/t)",
            "Code of nets that transfer what they know by Hidden Words",
            [],
        ),
    ],
)
def test_a_short_title_names_its_maker(line: str, title: str, authors: list[str]) -> None:
    found = work(f"# L\n\n* {line}\n")
    assert (found.title, [a.printed for a in found.authors]) == (title, authors)


@pytest.mark.parametrize(
    ("title", "makers"),
    [
        ("Ann Bee's toolbox", "Ann Bee"),
        ("Ann Bee’s tree package for all", "Ann Bee"),
        ("Ann Bee and Cid Dee's notes", "Ann Bee, Cid Dee"),
        ("Bee et al.'s party package with trees", "Bee et al."),
        ("Ann Bee's implementation of trees", "Ann Bee"),
        ("Ann Bee's Words tutorials", "Ann Bee"),
        ("Ann Bee's course in Dutch", "Ann Bee"),
        ("Yandex's library", "Yandex"),
    ],
)
def test_the_owner_of_a_thing_that_people_make_is_its_maker(title: str, makers: str) -> None:
    found = work(f"# L\n\n## Codes\n\n* [{title}](http://u.org/t)\n")
    assert (found.title, found.author_string) == (title, makers)


@pytest.mark.parametrize(
    "title",
    [
        "Bayes' theorem",
        "Kepler's laws code",
        "Bee's algorithm",
        "Beginner's guide",
        "World's largest list",
        "Deep Learning's book",
        "Ann Bee's paradox",
        "Ann Bee's Game of Trees implementation",
        "Ann Bee's course in Python",
        "Ann Bee's course solutions",
    ],
)
def test_other_owners_are_no_makers(title: str) -> None:
    assert work(f"# L\n\n## Codes\n\n* [{title}](http://u.org/t)\n").authors == ()


def test_the_title_of_a_paper_names_no_maker() -> None:
    found = work(f"# L\n\n* *Ann Bee's notes on nets*, ICML 2015 {PDF}\n")
    assert found.authors == ()


def test_a_maker_of_what_a_list_is_about_did_not_make_the_list() -> None:
    one, two = works(
        "# L\n\n* [Deck](https://github.com/x/awesome-deck) - A computer developed by Yandex.\n"
        "* [Dock](http://dock.org) - A computer developed by Yandex.\n"
    )
    assert (one.authors, one.institutions) == ((), ())
    assert [c.printed for c in two.institutions] == ["Yandex"]


@pytest.mark.parametrize(("maker", "kind"), [("BeeAI", "institution"), ("karpathy", "person")])
def test_one_word_with_capitals_inside_is_an_institution(maker: str, kind: str) -> None:
    found = work(f"# L\n\n* [Nets](http://u.org/n) by {maker} : small\n")
    assert [a.agent.removeprefix(BASE).split("/")[0] for a in found.authors] == [kind]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (f"Ann Bee, Cid Dee, *Nets*, ICML 2015 (*UCLA*) {PDF}", ["UCLA"]),
        (f"Ann Bee, Cid Dee, *Nets*, ICML 2015 (UCLA and Baidu) {PDF}", ["UCLA", "Baidu"]),
        (f"Ann Bee, Cid Dee, *Nets*, ICML 2015 (to be mended) {PDF}", []),
        ("[Nets](http://u.org/n) - Ann Bee (Bee University)", ["Bee University"]),
    ],
)
def test_institutions_in_brackets(line: str, printed: list[str]) -> None:
    assert [c.printed for c in work(f"# L\n\n* {line}\n").institutions] == printed


def test_institutions_in_fields_and_where_a_venue_stands() -> None:
    text = "|Paper|Venue|Institute|\n|---|---|---|\n|[Nets](http://u.org/p.pdf)|Yandex|UCLA, Bee|\n"
    found = work(f"# L\n\n{text}")
    assert [c.printed for c in found.institutions] == ["UCLA", "Bee", "Yandex"]
    assert (found.venues, found.publications) == ((), ())


def test_another_name_that_repeats_the_title_is_none() -> None:
    one, two = works(
        "# L\n\n* Tree Net - [Tree Net](http://u.org/t.pdf)\n* TN - [Bush Net](http://u.org/b.pdf)\n"
    )
    assert ([a for a, _ in one.alternatives], [a for a, _ in two.alternatives]) == ([], ["TN"])


def test_the_links_of_a_group_go_with_its_paper_where_the_others_have_theirs() -> None:
    text = (
        "# L\n\n* Budgets [[Paper](http://u.org/a.pdf)] [[Supp](http://u.org/s.pdf)]\n"
        "  * Ann Bee, Cid Dee, *Trees*, ICML 2015\n"
        "  * Ann Bee, Cid Dee, *Bushes*, ICML 2016 [[Paper](http://arxiv.org/pdf/1601.00002)]\n"
    )
    found = {w.title: [k.label for k in w.links] for w in works(text)}
    assert found == {"Trees": ["Paper", "Supp"], "Bushes": ["Paper"]}


def test_a_link_that_a_venue_labels_leads_to_the_paper() -> None:
    found = work(
        "# L\n\n* [[SGP2012](http://u.org/p?id=1)] Skeletons of Shapes [[web](http://u.org)]\n"
    )
    assert local(*(k.role for k in found.links)) == ["role/paper", "role/web"]
    assert [p.year for p in found.publications] == [2012]


def test_the_world_of_these_tests_knows_what_they_take_as_known() -> None:
    assert KNOWN.people.named("Alex Graves")
    assert KNOWN.institutions.find("Yandex")
