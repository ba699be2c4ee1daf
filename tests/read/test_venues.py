"""Printed venues, years and identifiers."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.inline import RichText
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.venues import ARXIV_ID, ARXIV_URL, DOI_URL, looks_like_venue, parse_venues

Rich = Callable[[str], RichText]
Short = list[tuple[str, int | None]]

PRINTED: dict[str, Short] = {
    "ICML 2015": [("ICML", 2015)],
    "ICML, 2015.": [("ICML", 2015)],
    "ICML (2015)": [("ICML", 2015)],
    "In ICML, 2015": [("ICML", 2015)],
    "NIPS'14": [("NIPS", 2014)],
    "NIPS’98": [("NIPS", 1998)],
    "CVPR17": [("CVPR", 2017)],
    "CVPR2016": [("CVPR", 2016)],
    "2019-CVPR": [("CVPR", 2019)],
    "CVPR 2016 Oral": [("CVPR", 2016)],
    "arXiv:1502.02367 / ICML 2015": [("arXiv:1502.02367", None), ("ICML", 2015)],
    "arXiv preprint arXiv:1409.1556 (2014)": [("arXiv:1409.1556", 2014)],
    "arXiv 2020": [("arXiv", 2020)],
    "arXiv 1907": [("arXiv", 2019)],
    "arXiv 19.07": [("arXiv", 2019)],
    "arXiv 25.10": [("arXiv", 2025)],
    "arXiv 25.13": [("malformed:25.13", None)],
    "arXiv 1997": [("arXiv", 1997)],
    "CVPR (GOPRO), 2017": [("CVPR", 2017)],
    "ICCV (Best Paper) 2017": [("ICCV", 2017)],
    "arXiv:1502.02367v3": [("arXiv:1502.02367", None)],
    "arXiv:cs/0701001": [("arXiv:cs/0701001", None)],
    "arXiv:1606:01455": [("malformed:1606:01455", None)],
    "arXiv:1511.6420": [("malformed:1511.6420", None)],
    "doi:10.1162/NECO.1997": [("doi:10.1162/neco.1997", None)],
    "2023.05.11": [("", 2023)],
    "2019/03": [("", 2019)],
    "July 2014": [("", 2014)],
    "Trans. on Signal Processing 1997": [("Trans. on Signal Processing", 1997)],
    "Nature 521.7553 (2015)": [("Nature", 2015)],
    "Communications of the ACM, 60(6), 84-90": [("Communications of the ACM", None)],
    "Image Understanding, Vol. 110, No. 3, pp. 346--359, 2008": [("Image Understanding", 2008)],
    "CVPR 2015 SUNw workshop": [("CVPR SUNw workshop", 2015)],
    "Conference on Bees, Honey and Wax, 2015": [("Conference on Bees, Honey and Wax", 2015)],
    "IEEE Trans. Bees, Wax, and Honey 12.3 (2013)": [("IEEE Trans. Bees, Wax, and Honey", 2013)],
    "Conference on Bees, Lille, France, 2015": [
        ("Conference on Bees", None),
        ("Lille", None),
        ("France", 2015),
    ],
    "On Seeking (OS 2015)": [("On Seeking (OS)", 2015)],
}


@pytest.mark.parametrize("text", PRINTED)
def test_printed_venues(rich: Rich, text: str) -> None:
    found = parse_venues(rich(text), 0, len(text))
    assert [(_name(v), v.year) for v in found] == PRINTED[text]


def _name(venue: object) -> str:
    marks = {"arxiv": "arXiv:", "malformed": "malformed:", "doi": "doi:", "name": ""}
    values = ((mark, getattr(venue, attribute)) for attribute, mark in marks.items())
    return next((mark + value for mark, value in values if value), "")


def test_status_is_kept_apart(rich: Rich) -> None:
    (venue,) = parse_venues(rich("ICML 2016 (under review)"), 0, 24)
    assert (venue.name, venue.year, venue.status) == ("ICML", 2016, "under review")


def test_place_of_a_venue(rich: Rich) -> None:
    (_, venue) = parse_venues(rich("x arXiv:1502.02367 / ICML 2015."), 2, 31)
    assert (venue.text, venue.span.column, venue.span.end_column) == ("ICML 2015", 22, 31)


VENUES = [
    "ICML", "ICML 2015", "(2015)", "arXiv", "arXiv:1502.02367", "1412.6632", "2016/03", "CVPR17",
    "CVPR 2016 Oral", "Journal of Things", "XYZ 2019", "ICML'14", "2019 IEEE conference",
    "PhD Thesis", "Ph.D. dissertation", "Master's thesis",
    "in press", "In Ways of Bees and Trees, pp. 39-80", "the Twenty-Third Conference on Bees",
    "Constraints'2020", "Bees’1998",
]  # fmt: skip
WORDS = [
    "", "Deep Nets", "2017 NLG survey", "ICML 2015, Alex Graves", "some words 2015", "2k samples",
    "Nets for 2015 and for all that is to come after it", "x" * 300, "VGG16",
    "In The Year 2039",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["CVPRW", "ECCVW 2016", "International Conference on Nets", "3rd Annual Workshop on Nets"],
)
def test_workshops_and_conferences_by_their_names_are_venues(text: str) -> None:
    assert looks_like_venue(text, Lexicon(venues=frozenset(("cvpr", "eccv"))))


@pytest.mark.parametrize("text", ["cvprw", "XW", "International Nets", "The Nets of a Conference"])
def test_words_like_those_of_workshops_and_conferences_are_none(text: str) -> None:
    assert not looks_like_venue(text, Lexicon(venues=frozenset(("cvpr", "eccv"))))


@pytest.mark.parametrize("text", VENUES)
def test_looks_like_a_venue(lexicon: Lexicon, text: str) -> None:
    assert looks_like_venue(text, lexicon)


@pytest.mark.parametrize("text", WORDS)
def test_does_not_look_like_a_venue(lexicon: Lexicon, text: str) -> None:
    assert not looks_like_venue(text, lexicon)


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("1412.6632", "1412.6632"), ("1501.00001", "1501.00001"), ("1501.0001", None),
        ("1412.66321", None), ("1413.6632", None), ("0704.0001", "0704.0001"), ("0703.0001", None),
        ("cs/0701001", "cs/0701001"), ("math.GT/0309136", "math.GT/0309136"), ("cs/0713001", None),
        ("1412.6632v2", "1412.6632"),
    ],
)  # fmt: skip
def test_arxiv_ids(text: str, ident: str | None) -> None:
    found = ARXIV_ID.fullmatch(text)
    assert (found and found[1]) == ident


@pytest.mark.parametrize(
    "url",
    ["http://arxiv.org/abs/1412.6632", "https://arxiv.org/pdf/1412.6632v2.pdf",
     "https://www.arxiv.org/html/1412.6632", "https://ar5iv.org/abs/1412.6632",
     "https://huggingface.co/papers/1412.6632", "https://doi.org/10.48550/arXiv.1412.6632"],
)  # fmt: skip
def test_arxiv_urls(url: str) -> None:
    found = ARXIV_URL.search(url)
    assert found
    assert found[1] == "1412.6632"


@pytest.mark.parametrize(
    "url",
    ["https://doi.org/10.1021/acs.1", "http://dx.doi.org/10.1021/acs.1",
     "https://pubs.acs.org/doi/10.1021/acs.1", "https://x.org/doi/pdfplus/10.1021/acs.1?q=1"],
)  # fmt: skip
def test_doi_urls(url: str) -> None:
    found = DOI_URL.search(url)
    assert found
    assert found[1] == "10.1021/acs.1"
