"""Definition lists: terms over lines that begin with a colon."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

Read = Callable[[str], Document]
P = "http://u.org/p"


def test_fields_of_a_term(document: Read) -> None:
    text = f"# L\n\nBee nets\n: Nets that sleep.\n: Ann Bee, Cid Dee\n: ICML 2017\n: [Paper]({P})\n"
    entry, *rest = document(text).nodes
    (found,) = entry.mentions
    assert found.title
    assert found.description
    assert (found.title.text, found.description.text) == ("Bee nets", "Nets that sleep.")
    assert [a.text for a in found.authors] == ["Ann Bee", "Cid Dee"]
    assert [(v.name, v.year) for v in found.venues] == [("ICML", 2017)]
    assert [(k.form, k.url) for k in found.links] == [("button", P)]
    assert [(n.role, n.line) for n in rest] == [(Role.FIELDS, n) for n in (4, 5, 6, 7)]


def test_words_about_a_linked_term(document: Read) -> None:
    text = f"# L\n\n[Bee nets](http://u.org)\n: Nets that sleep.\n: See also [Dee]({P})\n"
    (found,) = document(text).nodes[0].mentions
    assert found.description
    assert (found.description.text, [r.text for r in found.remarks]) == (
        "Nets that sleep.",
        ["See also Dee"],
    )
    assert [(k.form, k.url) for k in found.links] == [("title", "http://u.org"), ("inline", P)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (f"Papers\n: [Big Nets]({P}), Ann Bee, ICML 2018\n", [Role.GROUP, Role.ENTRY]),
        ("Note\n: this is only said.\n", [Role.GROUP, Role.REMARK]),
        ("Note this\nor not\n", [Role.PROSE]),
    ],
)
def test_other_terms(document: Read, text: str, roles: list[Role]) -> None:
    assert [n.role for n in document(f"# L\n\n{text}").nodes] == roles
