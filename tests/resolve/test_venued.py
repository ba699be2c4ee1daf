"""What stands beside a venue is a place, a house or a publisher."""

import pytest

from awesome_rnn_kg.resolve.venued import is_preprint

from .lists import local, work

PRINTED = {
    # printed: (venues, institutions, years of the publications)
    "ICML 2015": (["venue/icml"], [], [2015]),
    "ICML '16, Bee City, CA, USA, August 2016": (["venue/icml"], [], [2016]),
    "Bee University, ICML 2017": (["venue/icml"], ["institution/bee-university"], [2017]),
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
