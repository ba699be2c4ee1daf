"""What an entry has from where it stands: below disputed headings, above remarks and notes."""

import pytest

from .lists import catalogue, entry, local, work, works

PAPER = "* Ann Lee and Bo Chen, *One Title*, ICML 2015\n"


def disputed(contents: str) -> str:
    """A list whose heading "Machines" stands, by its level, below "Robotics"."""
    return f"# L\n\n{contents}\n## Computer Vision\n\n### Robotics\n\n#### Machines\n{PAPER}"


AGREED = """* [Computer Vision](#computer-vision)
  * [Robotics](#robotics)
    * [Machines](#machines)
"""
BESIDE = """* [Computer Vision](#computer-vision)
  * [Robotics](#robotics)
  * [Machines](#machines)
* [More](#more)
  * [Tail](#tail)
"""


def test_a_section_has_the_tasks_of_all_headings_above_it() -> None:
    assert local(*(a for a, _ in work(disputed(AGREED)).applications)) == ["application/robotics"]


def test_where_the_contents_contradict_its_level_only_those_of_both() -> None:
    text = f"{disputed(BESIDE)}\n## More\n\n### Tail\n* [Two Words](http://x.org/2)\n"
    found = works(text)[0].applications
    assert local(*(a for a, _ in found)) == ["application/computer-vision"]


def test_its_place_in_the_graph_is_still_that_of_its_level() -> None:
    sections = {s.label: s for s in catalogue(disputed(BESIDE)).sections}
    assert sections["Machines"].parent == sections["Robotics"].iri


WORDS = "How it was made, and why it took so long, is told on a"


@pytest.mark.parametrize("gap", ["  * ", "\n  "])
def test_a_link_in_a_remark_is_a_link_of_its_entry(gap: str) -> None:
    below = f"{gap}{WORDS} [page](http://x.org/p) of theirs.\n"
    found = catalogue(f"# L\n\n## Other\n* [Two Words](http://x.org/2)\n{below}")
    (only,) = found.works
    assert [(k.label, k.url) for k in only.links] == [
        ("Two Words", "http://x.org/2"),
        ("page", "http://x.org/p"),
    ]
    assert found.entries[0].links == tuple(k.iri for k in only.links)
    assert [k.url for s in found.sections for k in s.links] == []


def test_a_paper_that_a_remark_mentions_gives_the_entry_no_id() -> None:
    paper = "<https://arxiv.org/abs/1501.00001>"
    text = f"* [Two Words](http://x.org/2)\n\n  {WORDS} page beside {paper}.\n"
    assert work(f"# L\n\n{text}").arxiv is None


def test_a_footnote_does_not_lengthen_its_entry() -> None:
    found = entry(f"# L\n\n{PAPER.rstrip()}[^1]\n\n[^1]: A note.\n")
    assert (found.start_line, found.end_line) == (3, 3)
    assert [text for text, _ in found.remarks] == ["A note."]


def test_a_known_author_before_a_bare_title_is_printed() -> None:
    found = entry("# L\n\n## Online Demos\n* Alex graves, hand-writing [[link](http://x.org/h)]\n")
    assert found.authors is not None
    assert found.authors[0] == "Alex graves"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UCLA", ["UCLA"]),
        ("UCLA & Baidu", ["UCLA", "Baidu"]),
        ("UCLA and other places", []),
        ("Bee University", ["Bee University"]),
        ("University of Bees & UCLA", ["University of Bees", "UCLA"]),
        ("Bee Labs", []),
        ("Ann Bee at University of Bees", []),
    ],
)
def test_a_description_of_institutions_alone_names_them(words: str, expected: list[str]) -> None:
    text = f"# L\n\n**One Good Title**\n\n- intro: {words}\n- paper: <http://x.org/p>\n"
    assert [c.printed for c in work(text).institutions] == expected
