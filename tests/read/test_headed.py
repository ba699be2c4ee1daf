"""Headings over bullets of buttons: the heading is the thing."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

Read = Callable[[str], Document]
BUTTONS = (
    "* <img src='a.png'>[Paper](./p.pdf)\n\n* [Code](http://u.org/c)\n\n* [Reading Note](u.html)\n"
)
ABSTRACT = "\n**Abstract:** Nets sleep.\n\nThey wake.\n"


def test_a_title_its_links_and_its_abstract(document: Read) -> None:
    text = f"# L\n\n### Nets for All (ICML 2015)\n\n{BUTTONS}{ABSTRACT}"
    entry, *rest = document(text).nodes
    (found,) = entry.mentions
    assert (entry.role, entry.kind) == (Role.ENTRY, "heading")
    assert found.title
    assert (found.title.text, found.authors) == ("Nets for All", ())
    assert [(v.name, v.year) for v in found.venues] == [("ICML", 2015)]
    assert [(k.form, k.label) for k in found.links] == [
        ("image", ""), ("button", "Paper"), ("button", "Code"), ("button", "Reading Note"),
    ]  # fmt: skip
    assert found.description
    assert found.description.text == "Nets sleep."
    assert [n.role for n in rest] == [*[Role.FIELDS] * 4, Role.REMARK]


@pytest.mark.parametrize(
    "text",
    [
        f"### Nets\n\n{BUTTONS}",
        "### Nets for All of Us\n\n* [Nets That Sleep](http://u.org)\n* [Code](http://u.org/c)\n",
        "### Nets for All of Us\n\n* [Bee Nets](http://u.org)\n* [Dee Nets](http://v.org)\n",
        "### Nets for All of Us\n\nOnly words.\n",
    ],
)
def test_a_heading_over_other_things_is_no_thing(document: Read, text: str) -> None:
    assert not any(n.kind == "heading" for n in document(f"# L\n\n{text}").nodes)


def test_a_link_without_its_last_bracket(document: Read) -> None:
    text = "# L\n\n### Nets for All (ICML 2015)\n\n* [Paper](http://u.org/p.pdf\n\n* [Code](http://u.org/c)\n"
    (found,) = document(text).nodes[0].mentions
    assert [(k.label, k.url, k.refused) for k in found.links] == [
        ("Paper", "http://u.org/p.pdf", True),
        ("Code", "http://u.org/c", False),
    ]
