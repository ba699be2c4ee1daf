"""What the labels of links tell beside the title: authors, venues and preprints."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Mention
from awesome_rnn_kg.read.reference import is_preprint_label, is_reference

Read = Callable[[str], Document]
TITLE = "**Nets for All the Bees**"


def mention(document: Read, behind: str) -> Mention:
    (found,) = document(f"# L\n\n- {TITLE} {behind}\n").nodes[0].mentions
    return found


def venues(found: Mention) -> list[tuple[str, int | None]]:
    return [(v.arxiv or v.name, v.year) for v in found.venues]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Ann Lee. [bioRxiv (2024)](http://u.org/a)", [("bioRxiv", 2024)]),
        ("Ann Lee. [medRxiv](http://u.org/a)", [("medRxiv", None)]),
        (
            "Ann Lee. [ICML 2024](http://u.org/a) | [medRxiv](http://u.org/b)",
            [("ICML", 2024), ("medRxiv", None)],
        ),
        ("Ann Lee. [arXiv:1905.11600 (2019)](http://u.org/a)", [("1905.11600", 2019)]),
        ("Ann Lee. [arXiv (2019)](http://u.org/a)", [("arXiv", 2019)]),
        ("Ann Lee. [Oncobee (2016)](http://u.org/a)", [("Oncobee", 2016)]),
        (
            "Ann Lee. [ICML 2024 Workshop on Wax (2024)](http://u.org/a)",
            [("ICML Workshop on Wax", 2024)],
        ),
    ],
)
def test_labels_that_are_venues(
    document: Read, behind: str, expected: list[tuple[str, int | None]]
) -> None:
    found = mention(document, behind)
    assert ([a.text for a in found.authors], venues(found)) == (["Ann Lee"], expected)


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} [Paper (2019)](http://u.org/a)",
        f"{TITLE} [pdf](http://u.org/a)",
        "[Beetool](http://u.org/t) - A tool for wax. [bioRxiv](http://u.org/a)",
    ],
)
def test_labels_that_are_none(document: Read, line: str) -> None:
    (found,) = document(f"# L\n\n- {line}\n").nodes[0].mentions
    assert [v.name for v in found.venues if v.name] == []


def test_a_surname_is_a_journal_where_the_doi_has_it(document: Read) -> None:
    def told(url: str) -> tuple[list[str], list[tuple[str, int | None]]]:
        text = f"# L\n\n- Nets for all the bees. [Oncobee (2016)]({url})\n"
        (found,) = document(text).nodes[0].mentions
        return [a.text for a in found.authors], [v for v in venues(found) if v[0]]

    assert told("https://doi.org/10.18632/oncobee.14") == ([], [("Oncobee", 2016)])
    assert told("https://oncobee.org/nets.pdf") == (["Oncobee"], [])


@pytest.mark.parametrize("label", ["chemrxiv-2023-5kjvh", "BioRxiv", "medRxiv 2023.11.20 (2023)"])
def test_preprint_labels(label: str) -> None:
    assert is_preprint_label(label)


@pytest.mark.parametrize("label", ["bioRxiv of bees", "arXiv", "Bioxiv"])
def test_other_labels(label: str) -> None:
    assert not is_preprint_label(label)


def test_a_reference_may_have_its_year_twice() -> None:
    assert is_reference("ICML 2024 Workshop on Wax (2024)")
    assert not is_reference("Nets that seek wax (2024)")


def test_a_label_before_the_authors_is_none_of_their_words(document: Read) -> None:
    text = "# L\n\n- [[Paper]](http://u.org/p) Ann Bee, Bo Chen, *Nets for All*, ICML 2015\n"
    (found,) = document(text).nodes[0].mentions
    printed = found.authors_text
    assert printed is not None
    assert (printed.text, printed.span.column) == ("Ann Bee, Bo Chen", 29)


@pytest.mark.parametrize(
    ("bracket", "venue"),
    [("Applied Intelligence 2002", "Applied Intelligence"), ("Ann Bee 2002", "")],
)
def test_a_dated_name_in_a_bracket_is_a_venue_where_it_is_no_persons(
    document: Read, bracket: str, venue: str
) -> None:
    (found,) = document(f"# L\n\n- Estimating the sizes of bees ({bracket})\n").nodes[0].mentions
    assert [(v.name, v.year) for v in found.venues] == [(venue, 2002)]


def test_surnames_and_a_year_in_a_sentence_are_no_venue(document: Read) -> None:
    text = (
        "# L\n\n- Ann Bee, **Nets of bees**, 2018.\n  - Wax from bees (Lee and Chen 2017), or so.\n"
    )
    assert [n.role.value for n in document(text).nodes] == ["entry", "remark"]


def test_a_title_ends_before_its_thesis(document: Read) -> None:
    (found,) = (
        document("# L\n\n- Ann Bee, Learning from Small Bees, Ph.D. Thesis, Bee University, 1989\n")
        .nodes[0]
        .mentions
    )
    assert found.title is not None
    assert (found.title.text, found.venues[0].name) == ("Learning from Small Bees", "Ph.D. Thesis")


def test_a_usual_label_before_authors_and_a_title_is_a_button(document: Read) -> None:
    text = "# L\n\n- [Paper](http://u.org/p) Ann Bee, Bo Chen, *Nets for All*, ICML 2015\n"
    (found,) = document(text).nodes[0].mentions
    assert found.title is not None
    assert (found.title.text, [k.form for k in found.links]) == ("Nets for All", ["button"])


@pytest.mark.parametrize(
    ("behind", "makers", "remarks"),
    [
        ("by Ann Bee at Oxford", ["Ann Bee"], ["Oxford"]),
        ("by Ann Bee and Bo Chen from Wax University", ["Ann Bee", "Bo Chen"], ["Wax University"]),
        ("by the team at Oxford", ["the team at Oxford"], []),
    ],
)
def test_where_makers_work_is_no_part_of_their_names(
    document: Read, behind: str, makers: list[str], remarks: list[str]
) -> None:
    (found,) = document(f"# L\n\n- [Wax](http://u.org/w) {behind}\n").nodes[0].mentions
    assert ([m.text for m in found.makers], [r.text for r in found.remarks]) == (makers, remarks)
