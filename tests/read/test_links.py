"""Links of a line: which there are, and which are titles, buttons or pictures."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.lexicon import Lexicon, label_key, link_word
from awesome_rnn_kg.read.line import Line
from awesome_rnn_kg.read.links import trim_url

FORMS: dict[str, list[tuple[str, str, str]]] = {
    # text: (form, label, url) of each link
    "[Deep Nets](u)": [("inline", "Deep Nets", "u")],
    "Nets [[pdf](u)]": [("button", "pdf", "u")],
    "Nets [[pdf]](u)": [("button", "[pdf]", "u")],
    "Nets [pdf](u)": [("button", "pdf", "u")],
    "Nets [[a talk that explains it all]](u)": [("button", "[a talk that explains it all]", "u")],
    "Nets [[A Longer Name of It](u)]": [("button", "A Longer Name of It", "u")],
    "[[A Longer Name of It](u)]": [("inline", "A Longer Name of It", "u")],
    "Nets [Paper-arXiv1](u)": [("button", "Paper-arXiv1", "u")],
    "Nets [Code (PyTorch)](u)": [("button", "Code (PyTorch)", "u")],
    "[Image-to-Image Nets](u)": [("inline", "Image-to-Image Nets", "u")],
    "[Web-scale Nets](u)": [("inline", "Web-scale Nets", "u")],
    "Nets ([here](u))": [("button", "here", "u")],
    "taken from [here](u)": [("inline", "here", "u")],
    "Nets http://u.org/x.": [("auto", "http://u.org/x", "http://u.org/x")],
    "Code: http://u.org/x": [("button", "Code", "http://u.org/x")],
    "Code: [user/repo](u)": [("button", "user/repo", "u")],
    "Fun: http://u.org/x": [("auto", "http://u.org/x", "http://u.org/x")],
    "[![badge](p.svg)](u)": [("badge", "badge", "u"), ("image", "badge", "p.svg")],
    "Nets [pdf] (http://u.org)": [("button", "pdf", "http://u.org")],
    "Nets [pdf](http://u.org/a b.pdf)": [("button", "pdf", "http://u.org/a b.pdf")],
    "Nets [pdf](http://u.org）": [("button", "pdf", "http://u.org")],
    "Nets [a] (b)": [],
    "`[a](http://u.org)`": [],
    "[Dataset]()": [("inline", "Dataset", "")],
}


@pytest.mark.parametrize("text", FORMS)
def test_forms_of_links(line: Callable[[str], Line], text: str) -> None:
    assert [(a.form, a.label, a.url) for a in line(text).anchors] == FORMS[text]


def test_refused_links_are_marked(line: Callable[[str], Line]) -> None:
    found = line("[a](http://u.org) [b] (http://v.org)").anchors
    assert [(a.label, a.refused) for a in found] == [("a", False), ("b", True)]


def test_buttons_pictures_and_emoji_are_masked(line: Callable[[str], Line]) -> None:
    found = line("Nets [[pdf](u)] :star::star: 😀 x<br>y")
    assert found.masked.replace("\x1f", "") == "Nets    x\ny"
    assert len(found.masked) == len(found.rich.text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("[ ] Nets", "Nets"), ("[x] Nets", "Nets"), ("[12] Nets", "Nets"), ("3. Nets", "Nets"),
        ("(4) Nets", "Nets"), ("- Nets", "Nets"), ("🔥 Nets", "Nets"), (":star: Nets", "Nets"),
        ("Paper: Nets", "Nets"), ("Title：Nets", "Nets"), ("Nets: More", "Nets: More"),
    ],
)  # fmt: skip
def test_leads_are_skipped(line: Callable[[str], Line], text: str, rest: str) -> None:
    found = line(text)
    assert text[found.start :] == rest


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://u.org.", "http://u.org"), ("http://u.org/a(b)", "http://u.org/a(b)"),
        ("http://u.org/a)", "http://u.org/a"), ("http://u.org/a_b*", "http://u.org/a_b"),
        ("http://u.org&gt;", "http://u.org"), ("...", ""),
    ],
)  # fmt: skip
def test_trim_url(url: str, kept: str) -> None:
    assert trim_url(url) == kept


def test_labels_are_compared_without_their_dress() -> None:
    assert label_key(" [`Paper`]: ") == "paper"
    assert link_word("paper-cvpr15") == "paper"


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("Paper", True), ("[PDF]", True), ("pdf2", True), ("Paper-CVPR15", True),
        ("Code-pdf", True), ("Code-switching", False), ("Paper about very many things", False),
        ("Nets", False), ("", False),
    ],
)  # fmt: skip
def test_known_labels(lexicon: Lexicon, label: str, known: bool) -> None:
    assert lexicon.names_link(label) is known
