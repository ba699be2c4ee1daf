"""The pages that citations print."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document
from awesome_rnn_kg.read.pages import pages_of

PAGES = {
    "pp. 12-34": "12–34",
    "p. 7": "7",
    "pages 100--110": "100–110",
    "Vol. 110, No. 3, pp. 346 – 359": "346–359",
    "12(3):45-67": "45–67",
    "4.4 (2010): 2049-2072": "2049–2072",
    "9 (1997) 1735–1780": "1735–1780",
    "157-166": "157–166",
    "pages W12-W19": "W12–W19",
    "article no. 27": "27",
}
NO_PAGES = [
    "", "2012-2015", "ICML 2015", "5(2)", "no. 1-2", "vol. 3", "July 6-11", "Nature 521 (7553)",
    "arXiv:1502.02367", "10.1000/182-190", "a 3-5 page summary", "ImageNet-22K",
]  # fmt: skip


@pytest.mark.parametrize("text", PAGES)
def test_pages(text: str) -> None:
    assert pages_of(text) == PAGES[text]


@pytest.mark.parametrize("text", NO_PAGES)
def test_no_pages(text: str) -> None:
    assert pages_of(text) == ""


@pytest.mark.parametrize(
    ("line", "pages"),
    [
        (
            'Ann Bee. "Nets." The Annals of Nets 4.4 (2010): 2049-2072. [[pdf](http://u.org/p)]',
            "2049–2072",
        ),
        ("Ann Bee, Cid Dee, *Nets for All*, In ICML, pp. 12–34, 2016.", "12–34"),
        ("Ann Bee. Nets for all. Journal of Nets, 5(2), 157-166, 1994.", "157–166"),
        ("Ann Bee, Cid Dee, *Nets for All*, ICML 2016.", ""),
    ],
)
def test_the_pages_of_a_venue(document: Callable[[str], Document], line: str, pages: str) -> None:
    (mention,) = document(f"# L\n\n- {line}\n").nodes[0].mentions
    (venue,) = mention.venues
    assert venue.pages == pages


def test_a_range_behind_a_dash_is_no_year(document: Callable[[str], Document]) -> None:
    text = "# L\n\n- Ann Bee, Cid Dee, *Nets for All*, Journal of Nets, pp. 1998–2010, 2016.\n"
    (venue,) = document(text).nodes[0].mentions[0].venues
    assert (venue.year, venue.pages) == (2016, "1998–2010")


def test_a_venue_that_ends_in_p_has_no_pages() -> None:
    assert pages_of("S&P 2020") == ""
