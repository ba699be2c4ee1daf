"""Normal forms of labels, names, titles and URLs, and slugs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.graph.prefixes import compact
from awesome_rnn_kg.resolve.keys import (
    MAX_SLUG,
    fold,
    label_key,
    name_key,
    slug,
    title_key,
    title_slug,
    url_key,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Rafał Józefowicz", "rafal jozefowicz"),
        ("Søren", "soren"),
        ("Straße", "strasse"),
        ("Æther, Đặng", "aether, dang"),
        ("ﬁne", "fine"),
        ("百度", "百度"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Univ. Montréal", "univ montreal"),
        ("  MIT ", "mit"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("AT&T", "at&t"),
        ("Baidu's lab", "baidus lab"),
        ("Project-page", "project page"),
        ("百度", "百度"),
        ("…", ""),
        ("", ""),
    ],
)
def test_label_key(label: str, key: str) -> None:
    assert label_key(label) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("A. Graves", "a graves"),
        ("A.Graves", "a graves"),
        ("Tomáš Mikolov", "tomas mikolov"),
        ('Jan "Honza" Černocký', "jan cernocky"),
        ("Jan “Honza” Cernocky", "jan cernocky"),
        ("Abdel-rahman Mohamed", "abdel rahman mohamed"),
        ("Kai Sheng Tai", "kai sheng tai"),
        ("李雷", "李雷"),
        (".", ""),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Mind's Eye: A Recurrent Representation", "minds eye a recurrent representation"),
        ("Mind’s eye – a recurrent representation.", "minds eye a recurrent representation"),
        ("Learning C++", "learning c++"),
        ("Über alles", "uber alles"),
        ("?!", ""),
    ],
)
def test_title_key(title: str, key: str) -> None:
    assert title_key(title) == key


@pytest.mark.parametrize(
    "url",
    [
        "http://x.org/a b",
        "https://www.x.org/a%20b/",
        "HTTPS://x.org/a b",
        "//x.org/a b",
        " x.org/a b ",
    ],
)
def test_url_key_leaves_what_tells_pages_apart(url: str) -> None:
    assert url_key(url) == "x.org/a b"


def test_url_key_keeps_case_and_query() -> None:
    assert url_key("https://x.org/A?v=B") == "x.org/A?v=B"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Show, Attend and Tell", "show-attend-and-tell"),
        ("Rafał Józefowicz", "rafal-jozefowicz"),
        ("Søren's Straße", "sorens-strasse"),
        ("Mind’s Eye", "minds-eye"),
        ("encoder–decoder", "encoder-decoder"),
        ("snake_case C++", "snake-case-c"),
        ("中文 LSTM", "lstm"),
        ("百度", "767e-5ea6"),
        ("…", "2026"),
        ("", "untitled"),
        ("a" * 70, "a" * 60),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text) == made


@given(st.text())
def test_any_slug_is_a_local_name_without_escapes(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= MAX_SLUG
    assert compact(f"<https://w3id.org/awesome-rnn-kg/paper/{made}>") == f"paper:{made}"


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Show and Tell: A Neural Image Caption Generator", "show-and-tell"),
        ("A: B", "a-b"),
        ("No colon", "no-colon"),
        ("3D: what else", "3d-what-else"),
        (": all after", "all-after"),
    ],
)
def test_title_slug_is_that_of_the_part_before_a_colon(title: str, made: str) -> None:
    assert title_slug(title) == made
