"""Addresses in a text, keys with a gloss, labels with pictures, titles in Chinese quotes."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document, Role

from .test_styles import GW, NETS, C, P, Seen, seen

Read = Callable[[str], Document]

ONE_LINE = {
    # An address beside words is no part of them.
    f"{NETS}: <{P}>": Seen(NETS, links=((P, P),)),
    f"{NETS}: {P}": Seen(NETS, links=((P, P),)),
    f"{NETS} <{P}>": Seen(NETS, links=((P, P),)),
    f"{NETS} {P}": Seen(NETS, links=((P, P),)),
    f"Alex Graves, Greg Wayne. {NETS}. ICML 2015. <{P}>": Seen(
        NETS, GW, venues=(("ICML", 2015),), links=((P, P),)
    ),
    # Alone, it is all that is known of the thing.
    P: Seen(P, links=((P, P),)),
    f"<{P}>": Seen(P, links=((P, P),)),
    # Pictures before a usual label.
    f"Alex Graves, Greg Wayne, *{NETS}*, ICML 2015 [📄 Paper]({P}) [💻 Code]({C})": Seen(
        NETS, GW, venues=(("ICML", 2015),), links=(("📄 Paper", P), ("💻 Code", C))
    ),
    f"**《{NETS}》** [[pdf]({P})]": Seen(NETS, links=(("pdf", P),)),
}


@pytest.mark.parametrize("markdown", ONE_LINE)
def test_a_bullet_in_this_style(document: Read, markdown: str) -> None:
    nodes = document(f"* {markdown}\n").nodes
    assert [(n.role, [seen(m) for m in n.mentions]) for n in nodes] == [
        (Role.ENTRY, [ONE_LINE[markdown]])
    ]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ('github("Nets that are deep, in Torch")', 'github("Nets that are deep, in Torch")'),
        ("github(Caffe)", "github(Caffe)"),
        ('pull-request("Make it the only one")', 'pull-request("Make it the only one")'),
        ("webcam demo", "demo"),
        ("Interview", "Interview"),
    ],
)
@pytest.mark.parametrize("address", [f"<{C}>", C])
def test_a_key_with_an_address_is_a_field_of_the_title_above(
    document: Read, key: str, label: str, address: str
) -> None:
    nodes = document(f"**{NETS}**\n\n- paper: <{P}>\n- {key}: {address}\n").nodes
    assert [n.role for n in nodes] == [Role.ENTRY, Role.FIELDS, Role.FIELDS]
    assert [(k.label, k.url) for k in nodes[0].mentions[0].links] == [("paper", P), (label, C)]


@pytest.mark.parametrize("void", ["Paper: None", "Paper: none", "Video: N/A", "Code(Keras): -"])
def test_the_label_of_a_link_that_there_is_not_is_a_field_too(document: Read, void: str) -> None:
    nodes = document(f"**{NETS}**\n\n- {void}\n- Demo: {C}\n").nodes
    assert [n.role for n in nodes] == [Role.ENTRY, Role.FIELDS, Role.FIELDS]
    assert seen(nodes[0].mentions[0]) == Seen(NETS, links=(("Demo", C),))


def test_an_address_under_the_key_of_words_leaves_no_empty_remark(document: Read) -> None:
    nodes = document(f"**{NETS}**\n\n- intro: We try.\n- notes: <{P}>\n- code: {C}\n").nodes
    assert seen(nodes[0].mentions[0]) == Seen(
        NETS, links=(("notes", P), ("code", C)), description="We try."
    )
