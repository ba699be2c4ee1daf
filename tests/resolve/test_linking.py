"""What links are for."""

import pytest

from awesome_rnn_kg.read.document import Link
from awesome_rnn_kg.resolve.linking import is_unsafe, role_of
from awesome_rnn_kg.text.source import Span

from .lists import BASE, KNOWN, catalogue, work

HERE = Span("list.md", 1, 1, 1, 2)


def role(label: str, url: str, form: str, **more: bool | str) -> str:
    found = role_of(Link(url, label, form, HERE), KNOWN, **more)  # type: ignore[arg-type]
    return found.removeprefix(f"{BASE}role/")


@pytest.mark.parametrize(
    ("label", "url", "expected"),
    [
        ("Paper", "http://x.org/a", "paper"),
        ("[pdf]", "http://x.org/a", "paper"),
        ("Paper-arXiv", "http://x.org/a", "paper"),
        ("Code (Torch)", "http://x.org/a", "code"),
        ("GitHub", "http://x.org/a", "code"),
        ("Project page", "http://x.org/a", "web"),
        ("Supplementary", "http://x.org/a.pdf", "supplementary"),
        ("here", "https://github.com/x/y", "code"),
        ("here", "http://arxiv.org/abs/1511.02301", "paper"),
        ("here", "http://x.org/a.pdf", "paper"),
        ("here", "https://www.usenix.org/conference/osdi22/presentation/yu", "paper"),
        ("here", "https://www.usenix.org/conference/osdi22", "other"),
        ("here", "https://youtu.be/x", "video"),
        ("here", "http://x.org/a", "other"),
        ("Link", "https://github.com/x/y", "code"),
        ("[link]", "http://arxiv.org/abs/1511.02301", "paper"),
        ("Project page", "https://github.com/x/y", "web"),
        ("", "http://x.org/a", "other"),
        ("up", "#top", "contents"),
        ("Citation", "http://x.org/a.bib", "bibtex"),
        ("Citation", "https://scholar.google.com/scholar?cites=123&hl=en", "other"),
    ],
)
def test_a_button_is_what_its_label_says_else_its_host(label: str, url: str, expected: str) -> None:
    assert role(label, url, "button") == expected


def test_the_label_is_stronger_than_the_host_on_a_button_and_weaker_in_a_text() -> None:
    assert role("Code", "http://arxiv.org/abs/1511.02301", "button") == "code"
    assert role("Code", "http://arxiv.org/abs/1511.02301", "inline") == "paper"


@pytest.mark.parametrize("form", ["image", "badge"])
def test_pictures(form: str) -> None:
    assert role("Code", "https://github.com/x/y.svg", form) == "image"


def test_the_link_of_a_title_is_the_paper_or_the_thing_itself() -> None:
    assert role("One Title", "http://x.org", "title", paper=True) == "paper"
    assert role("One Title", "https://github.com/x/y", "title") == "title"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/x/y", "title"),
        ("https://github.com/x/awesome-y#readme", "title"),
        ("https://github.com/x/y/blob/main/report.pdf", "paper"),
    ],
)
def test_the_title_of_a_paper_may_lead_to_its_code(url: str, expected: str) -> None:
    assert role("One Title", url, "title", paper=True) == expected


def test_a_link_on_a_name_is_a_profile() -> None:
    assert role("Ann Lee", "http://x.org", "inline") == "profile"
    assert role("annlee", "http://x.org", "inline", maker=True) == "profile"
    assert role("Ann Lee", "http://x.org", "button") == "other"


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("faster than the original [BeeNet](https://github.com/x/BeeNet)", "other"),
        ("the code is in [BeeNet](https://github.com/x/BeeNet)", "code"),
        ("material can be found [here](https://github.com/x/BeeNet)", "code"),
        ("[BeeNet](https://github.com/x/BeeNet)", "code"),
    ],
)
def test_the_name_of_another_thing_in_a_description(described: str, expected: str) -> None:
    found = work(f"# L\n\n* [DeeNet](http://x.org) by Ann Lee : {described}\n").links
    assert [k.role for k in found if "BeeNet" in k.url] == [f"{BASE}role/{expected}"]


def test_a_link_to_code_in_the_words_of_a_section() -> None:
    found = catalogue(
        "# L\n\nSee [more nets](https://github.com/x/y), [Code](https://github.com/x/z).\n\n* A\n"
    )
    (one,) = found.lists
    roles = {k.url[-1]: k.role for k in (*one.links, *(k for s in one.sections for k in s.links))}
    assert roles == {"y": f"{BASE}role/other", "z": f"{BASE}role/code"}


def test_a_plain_link_of_a_demo_is_the_demo() -> None:
    assert role("web", "http://x.org", "button", kind="Demo") == "demo"
    assert role("Code", "http://x.org", "button", kind="Demo") == "code"


@pytest.mark.parametrize(
    ("url", "unsafe"),
    [
        ("javascript:alert(1)", True),
        (" JavaScript :alert(1)", True),
        ("data:text/html,x", True),
        ("vbscript:x", True),
        ("file:///etc/passwd", True),
        ("https://x.org/javascript:1", False),
        ("mailto:a@b.org", False),
        ("database.html", False),
    ],
)
def test_unsafe_schemes(url: str, unsafe: bool) -> None:
    assert is_unsafe(url) is unsafe


@pytest.mark.parametrize(
    ("label", "column", "expected"),
    [("C++", "Code", "code"), ("pdf", "Code", "paper"), ("Tweet", "Other things", "other")],
)
def test_a_column_says_what_a_link_is_unless_its_label_does(
    label: str, column: str, expected: str
) -> None:
    link = Link("http://x.org/a", label, "button", HERE, column=column)
    assert role_of(link, KNOWN).removeprefix(f"{BASE}role/") == expected
