"""Titles above a bullet of names: what the list does elsewhere decides on a short one."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

Read = Callable[[str], Document]
PDF = "[[pdf]](http://u.org/{})"
NAMED = "- {} Nets Again {}\n  - Ann Bee, Cid Dee. *ICML 2015*\n"
CITED = "- {} Lab {}\n  - Ann Bee, Cid Dee, *Nets for All*, ICML 2015\n"


def entries(document: Document) -> list[tuple[str, list[str]]]:
    found = (m for n in document.nodes if n.role is Role.ENTRY for m in n.mentions)
    return [(m.title.text if m.title else "", [a.text for a in m.authors]) for m in found]


def listed(line: str, times: int) -> str:
    return "".join(line.format(f"Big{i}", PDF.format(i)) for i in range(times))


def test_short_titles_above_names(document: Read) -> None:
    found = entries(document("# L\n\n" + listed(NAMED, 3)))
    assert found == [(f"Big{i} Nets Again", ["Ann Bee", "Cid Dee"]) for i in range(3)]


@pytest.mark.parametrize("text", [listed(NAMED, 2), listed(NAMED, 3) + listed(CITED, 3)])
def test_labels_where_the_list_has_no_such_manner(document: Read, text: str) -> None:
    assert ("", ["Ann Bee", "Cid Dee"]) in entries(document("# L\n\n" + text))


def test_a_title_is_set_off_only_where_it_is_printed_so(document: Read) -> None:
    nodes = document("# L\n\n" + listed(NAMED, 3)).nodes
    assert not any(m.set_off for n in nodes for m in n.mentions)


AUTHORS = {
    "Bee, A.*, Dee, C.D.*, Eff, E. *ICML 2018*": ["A. Bee", "C.D. Dee", "E. Eff"],
    "Ann Bee*, Bee Lab; Cid Dee, Dee University of Nets; Eve Eff. *ICML 2018*": [
        "Ann Bee", "Cid Dee", "Eve Eff"],
    "Ann Bee, Cid (Jay)Dee, Eve Eff *Preprint 2020*": ["Ann Bee", "Cid (Jay) Dee", "Eve Eff"],
}  # fmt: skip


@pytest.mark.parametrize("line", AUTHORS)
def test_authors_below_a_title(document: Read, line: str) -> None:
    text = f"# L\n\n- **Nets for All** {PDF}\n  - {line}\n"
    assert entries(document(text)) == [("Nets for All", AUTHORS[line])]
