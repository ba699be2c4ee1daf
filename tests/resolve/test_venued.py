"""What stands beside a venue is a place, a house or a publisher."""

import pytest

from awesome_rnn_kg.resolve.venued import is_preprint, server_of

from .lists import local, work

PRINTED = {
    # printed: (venues, institutions, years of the publications)
    "ICML 2015": (["venue/icml"], [], [2015]),
    "ICML '16, Bee City, CA, USA, August 2016": (["venue/icml"], [], [2016]),
    "Bee University, ICML 2017": (["venue/icml"], ["institution/bee-university"], [2017]),
    "Univ. of Bees, 2017": ([], ["institution/univ-of-bees"], []),
    "Journal version": ([], [], []),
    "Conference on Bees: Papers, 2015": (["venue/conference-on-bees-papers"], [], [2015]),
    "ICML paper, 2015": (["venue/icml"], [], [2015]),
    "BJTU 2017": ([], ["institution/bjtu"], []),
    "BSRU 2017": (["venue/bsru"], [], [2017]),
    "Journal of Bee University, 2017": (["venue/journal-of-bee-university"], [], [2017]),
    "UCLA, ICML 2017": (["venue/icml"], ["institution/ucla"], [2017]),
    "PhD thesis, Bee University, 2014": ([], ["institution/bee-university"], [2014]),
    "New York: Bee Press, 2010": ([], [], []),
    "Conf. on Nets, Proceedings, 2015": (["venue/conf-on-nets"], [], [2015]),
    "ICML 2015 reject": ([], [], []),
    "Oncology Things, Bee City, 2015": (["venue/oncology-things"], [], [2015]),
}


@pytest.mark.parametrize("printed", PRINTED)
def test_venues_and_houses(printed: str) -> None:
    made = work(f"# L\n\n* Ann Lee, Bo Chen, *Nets for All*, {printed}\n")
    names = [local(i)[0].removeprefix("list/l/") for i, _ in made.venues]
    houses = [local(c.agent)[0].removeprefix("list/l/") for c in made.institutions]
    assert (names, houses, [p.year for p in made.publications]) == PRINTED[printed]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("arXiv", True),
        ("bioRxiv preprint", True),
        ("chemrxiv-2024-l29", True),
        ("arxiv-sanity", False),
        ("ICML", False),
    ],
)
def test_preprints(name: str, *, expected: bool) -> None:
    assert is_preprint(name) is expected


@pytest.mark.parametrize(
    ("name", "server"),
    [("chemrxiv-2024-l29", "chemrxiv"), ("medRxiv", "medrxiv"), ("arXiv", ""), ("ICML", "")],
)
def test_servers_beside_arxiv(name: str, server: str) -> None:
    assert server_of(name) == server


CHAPTERS = {
    # behind the title in quotes: the book, its year and pages
    "In Ways of Bees and Other Small Insects of the Far North, pp. 39-80. Springer, Cham, 2018.": (
        "Ways of Bees and Other Small Insects of the Far North",
        2018,
        "39–80",
    ),
    "In Ways of Bees (pp. 39-80). Springer, 2018.": ("Ways of Bees", 2018, "39–80"),
    "in Ways of Bees, E. Eff and G. Gee, Eds. Bee City: Bee Press, 2018, pp. 3-8.": (
        "Ways of Bees",
        2018,
        "3–8",
    ),
    "Ways of Wax. Springer, Berlin, Heidelberg, 2018. 39-80.": ("Ways of Wax", 2018, "39–80"),
    "Handbook of Bees. Bee Press, 2018. 1-20.": ("Handbook of Bees", 2018, "1–20"),
}


@pytest.mark.parametrize("behind", CHAPTERS)
def test_the_book_of_a_chapter_is_its_venue(behind: str) -> None:
    made = work(f'# L\n\n* Lee, Ann, and Bo Chen. "Nets for all." {behind}\n')
    assert (made.title, made.author_string) == ("Nets for all", "Ann Lee, Bo Chen")
    (found,) = made.publications
    label = CHAPTERS[behind][0].casefold().replace(" ", "-")
    assert (found.venue.rsplit("/", 1)[-1], found.year, found.pages) == (
        label,
        *CHAPTERS[behind][1:],
    )


def test_a_preprint_server_keeps_the_journal_before_it() -> None:
    made = work("# L\n\n* Ann Lee, Bo Dee, *Nets for All*, Bee Wax 2024 / medRxiv 2023\n")
    kinds = [p.kind.rsplit("/", 1)[-1] for p in made.publications]
    assert (len(made.venues), kinds) == (1, ["", "preprint"])
    assert made.publications[1].iri.endswith("-medrxiv")
