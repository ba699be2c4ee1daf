"""Tables: what a column holds, and a row as an entry."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Mention, Role
from awesome_rnn_kg.read.keys import column_kind
from awesome_rnn_kg.read.lexicon import Lexicon
from awesome_rnn_kg.read.tables import is_year_heading

Read = Callable[[str], Document]
U = "http://u.org"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Title", "title"), ("**Paper**", "title"), ("Author(s)", "authors"), ("Conf.", "venue"),
        ("J/C", "venue"), ("资源名（Name）", "title"), ("描述（Description）", "description"),
        ("Publ.", "venue"), ("Score (Title)", "remark"),
        ("Date", "year"), ("Code", "links"), ("Notes", "description"), ("Stars", "remark"),
        ("", "remark"),
    ],
)  # fmt: skip
def test_column_kinds(lexicon: Lexicon, heading: str, kind: str) -> None:
    assert column_kind(heading, lexicon) == kind


def row(document: Read, head: str, cells: str) -> Mention:
    """The mention of the only row of a table."""
    rule = "|-" * head.count("|")
    found = [n for n in document(f"{head}\n{rule}\n{cells}\n").nodes if n.role is Role.ENTRY]
    return found[0].mentions[0]


def test_a_row(document: Read) -> None:
    head = "|Title|Authors|Venue|Year|Code|Stars|Summary"
    m = row(document, head, f"|[Nets]({U})|A. Graves et al.|ICML|2015|[gh]({U}/c)|7|On nets.")
    assert m.title
    assert m.authors_text
    assert m.venue_text
    assert m.description
    assert (m.title.text, m.authors_text.text, m.et_al) == ("Nets", "A. Graves et al.", True)
    assert [a.text for a in m.authors] == ["A. Graves"]
    assert [(v.name, v.year) for v in m.venues] == [("ICML", 2015)]
    assert (m.venue_text.text, m.description.text) == ("ICML", "On nets.")
    assert [r.text for r in m.remarks] == ["Stars: 7"]
    assert [(k.label, k.form, k.column) for k in m.links] == [
        ("Nets", "title", ""),
        ("gh", "button", "Code"),
    ]


def test_two_things_in_one_cell(document: Read) -> None:
    head, rule = "|Title|Authors|Code", "|-|-|-"
    cells = f"|[Big Nets]({U}/a) / [Old Nets]({U}/b)|Ann Bee|[x]({U}/c), [y]({U}/d)"
    (node,) = (n for n in document(f"{head}\n{rule}\n{cells}\n").nodes if n.role is Role.ENTRY)
    assert [m.title.text for m in node.mentions if m.title] == ["Big Nets", "Old Nets"]
    assert [[a.text for a in m.authors] for m in node.mentions] == [["Ann Bee"], ["Ann Bee"]]
    assert [[k.url for k in m.links] for m in node.mentions] == [
        [f"{U}/a", f"{U}/c"],
        [f"{U}/b", f"{U}/d"],
    ]


def test_a_title_beside_its_buttons_is_one_thing(document: Read) -> None:
    m = row(document, "|Title|Year", f"|[Big Nets]({U}), [pdf]({U}/p)|2015")
    assert [k.url for k in m.links] == [U, f"{U}/p"]


def test_without_a_known_heading_the_first_linked_column_is_the_title(document: Read) -> None:
    m = row(document, "|n|what|x", f"|1|[Nets]({U})|y")
    assert m.title
    assert (m.title.text, [r.text for r in m.remarks]) == ("Nets", ["n: 1", "x: y"])


def test_teams_are_authors_too(document: Read) -> None:
    m = row(document, "|Paper|Authors", "|Nets|DeepMind, OpenAI")
    assert [a.text for a in m.authors] == ["DeepMind", "OpenAI"]


def test_a_venue_that_has_its_year_keeps_it(document: Read) -> None:
    m = row(document, "|Paper|Venue|Date", "|Nets|ICML 2015|2014-12")
    assert [(v.name, v.year) for v in m.venues] == [("ICML", 2015), ("", 2014)]


def test_a_row_without_a_title_is_a_remark(document: Read) -> None:
    nodes = document("|Title|Code|\n|-|-|\n||x|\n").nodes
    assert [(n.role, n.label.text) for n in nodes] == [
        (Role.HEADER, "Title | Code"), (Role.REMARK, " | x"),
    ]  # fmt: skip


def test_a_table_in_html_without_header_cells(document: Read) -> None:
    text = f'<table>\n<tr><td>1</td><td><a href="{U}">Nets</a></td></tr>\n</table>\n'
    (node,) = document(text).nodes
    assert (node.role, node.line, node.label.text) == (Role.ENTRY, 2, "Nets")


def test_a_table_of_pictures_is_no_list(document: Read) -> None:
    nodes = document(f'<table><tr><td><a href="{U}"><img src="{U}/p"></a></td></tr></table>').nodes
    assert [(n.role, [k.form for k in n.links]) for n in nodes] == [
        (Role.REMARK, ["badge", "image"])
    ]


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2018", 2018), ("Papers of 2018", 2018), ("2012-2015", None), ("Before 2012", None),
        ("(~2014)", None), ("Since 2016", None), ("Papers", None), ("20180", None),
        ("Spring 2020", None), ("BEE2014T12", None), ("CVPR2014", 2014),
    ],
)  # fmt: skip
def test_headings_that_name_a_year(heading: str, year: int | None) -> None:
    assert is_year_heading(heading) == year


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("arXiv", "1901.00001", ("1901.00001", "", "")),
        ("arXiv", "1901.00002v3", ("1901.00002", "", "")),
        ("arXiv id", "arXiv:1901.00003", ("1901.00003", "", "")),
        ("arXiv", f"1901.00004 [[pdf]({U})]", ("1901.00004", "", "")),
        ("Preprint", "cs/0701001", ("cs/0701001", "", "")),
        ("arXiv", "1901.0005", ("", "", "1901.0005")),
        ("DOI", "10.1234/ABC", ("", "10.1234/abc", "")),
        ("DOI", "doi:10.1234/ABE", ("", "10.1234/abe", "")),
    ],
)
def test_identifiers_in_cells(
    document: Read, heading: str, cell: str, expected: tuple[str, str, str]
) -> None:
    (venue,) = row(document, f"|Title|{heading}", f"|Nets for all|{cell}").venues
    assert (venue.arxiv, venue.doi, venue.malformed) == expected


def test_a_figure_is_no_identifier(document: Read) -> None:
    m = row(document, "|Title|Parameters", "|Nets for all|1512.03385")
    assert not m.venues
    assert [r.text for r in m.remarks] == ["Parameters: 1512.03385"]


@pytest.mark.parametrize(
    ("head", "cells", "title"),
    [
        ("|Database|Description", f"|[BeeBank]({U})|Where bees are kept", "BeeBank"),
        ("|资源名（Name）|链接", f"|会眠的网|[github]({U})", "会眠的网"),
        (
            "|资源名（Name）|链接",
            f"|大规模、结构化、双语的图谱|[link]({U})",
            "大规模、结构化、双语的图谱",
        ),
        ("|Method|Where", f"|BeeNet|[paper]({U}), [code]({U}/c)", "BeeNet"),
        ("|Project|License|Link", f"|BeeNet|[Free]({U}/l)|[code]({U}/c)", "BeeNet"),
        ("|Kind of it|Story", f"|BeeNet|[The long way home]({U})", "The long way home"),
    ],
)
def test_the_column_of_the_titles(document: Read, head: str, cells: str, title: str) -> None:
    found = row(document, head, cells).title
    assert found
    assert found.text == title


def test_usual_links_in_a_table_without_heading(document: Read) -> None:
    table = "<table><tr><td><code>BeeQA</code></td><td><a href='{u}'>[Paper]</a></td></tr></table>"
    nodes = document(f"# L\n\n{table.format(u=U)}\n").nodes
    assert [m.title.text for n in nodes for m in n.mentions if m.title] == ["BeeQA"]


def test_a_column_of_acronyms(document: Read) -> None:
    m = row(document, "|Year|Acronym|Paper Title", f"|2015|BeeNet|[The long way home]({U})")
    assert m.title
    assert m.alternative
    assert (m.title.text, m.alternative.text) == ("The long way home", "BeeNet")


@pytest.mark.parametrize(
    ("cell", "names"),
    [("CVPR 2015", ["CVPR"]), ("ICML", ["ICML"]), ("on bees and wasps", [])],
)
def test_a_column_of_venues_is_told_by_its_cells(
    document: Read, cell: str, names: list[str]
) -> None:
    m = row(document, "|Title|Publication|Paper", f"|The long way home|{cell}|[pdf]({U})")
    assert [v.name for v in m.venues] == names


@pytest.mark.parametrize(
    ("cell", "title", "authors"),
    [
        ("Nets by Iterative Honey Passing", "Nets by Iterative Honey Passing", 0),
        ("Nets for All by Ann Bee, Cid Dee", "Nets for All", 2),
    ],
)
def test_a_bare_title_in_a_cell(document: Read, cell: str, title: str, authors: int) -> None:
    m = row(document, "|Title|Venue|Link", f"|{cell}|ICML 2015|[pdf]({U})")
    assert m.title
    assert (m.title.text, len(m.authors) + len(m.makers)) == (title, authors)


def test_a_column_of_linked_titles_behind_one_of_names_has_the_titles(document: Read) -> None:
    head = "|Model|Score|Paper / Source|Code"
    m = row(
        document, head, f"|BeeNet (Bee et al., 2015)|9.9|[Nets that feed on all]({U})|[gh]({U}/c)"
    )
    assert m.title
    assert m.title.text == "Nets that feed on all"
    assert m.alternative
    assert m.alternative.text == "BeeNet"
    assert [a.text for a in m.authors] == ["Bee"]
    assert m.et_al
    assert [v.year for v in m.venues] == [2015]
    assert [(k.form, k.url) for k in m.links] == [("title", U), ("button", f"{U}/c")]


@pytest.mark.parametrize(
    ("cell", "alternative", "authors"),
    [
        ("BeeNet (van Bee and Dee, 2015)", "BeeNet", ["van Bee", "Dee"]),
        ("BeeNet (Graph Transformer, Bee et al., 2015)", "BeeNet", ["Bee"]),
        ("Bee et al. (2015)", None, ["Bee"]),
        ("Bee et al., (2015)", None, ["Bee"]),
        ("Nets that feed on all (Bee and Dee, 2015)", None, ["Bee", "Dee"]),
        ("BeeNet (ensemble)", "BeeNet (ensemble)", []),
    ],
)
def test_the_name_beside_a_title_may_have_its_authors(
    document: Read, cell: str, alternative: str | None, authors: list[str]
) -> None:
    m = row(document, "|Model|Paper / Source", f"|{cell}|[Nets that feed on all]({U})")
    assert (m.alternative.text if m.alternative else None) == alternative
    assert [a.text for a in m.authors] == authors
    assert [v.year for v in m.venues] == ([2015] if authors else [])


def test_usual_links_behind_names_have_no_titles(document: Read) -> None:
    m = row(document, "|Model|Paper link", f"|BeeNet|[pdf]({U})")
    assert m.title
    assert m.title.text == "BeeNet"


def test_authors_with_a_year_in_their_column(document: Read) -> None:
    m = row(document, "|Title|Authors", "|Nets for all|Van Bee et al. (2015)")
    assert ([a.text for a in m.authors], m.et_al) == (["Van Bee"], True)
    assert [v.year for v in m.venues] == [2015]


@pytest.mark.parametrize(("cell", "year"), [("2017/??", 2017), ("2017-xx", 2017), ("??", None)])
def test_a_year_with_an_unknown_month(document: Read, cell: str, year: int | None) -> None:
    m = row(document, "|Date|Title", f"|{cell}|[Nets]({U})")
    assert [v.year for v in m.venues] == ([year] if year else [])


def test_a_picture_in_a_column_of_links_stays_a_picture(document: Read) -> None:
    m = row(document, "|Title|Code", f"|[Nets]({U})|[gh]({U}/c) ![](https://img.shields.io/x)")
    assert [(k.form, k.column) for k in m.links] == [
        ("title", ""),
        ("button", "Code"),
        ("image", ""),
    ]


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("`SELECT ALL FROM bees`", [Role.HEADER, Role.REMARK]),
        ("all of them", [Role.HEADER, Role.ENTRY]),
        (f"`bees` [pdf]({U})", [Role.HEADER, Role.ENTRY]),
    ],
)
def test_a_table_that_shows_code_lists_nothing(
    document: Read, cell: str, roles: list[Role]
) -> None:
    nodes = document(f"|Question|Query|\n|-|-|\n|Who has the bees?|{cell}|\n").nodes
    assert [n.role for n in nodes] == roles
