"""IRIs: kept for good, shared between lists where an identifier allows it, never taken over."""

from dataclasses import replace

import pytest

from awesome_rnn_kg.resolve.minting import Minter

from .lists import BASE, KNOWN, catalogue, local

ONE = "# L\n\n* A. Lee, *One Title*, ICML 2015\n"


def first(text: str, register: dict[str, str], home: str = BASE) -> str:
    world = replace(KNOWN, iris={k: BASE + v for k, v in register.items()})
    return catalogue(text, world, home).works[0].iri.removeprefix(BASE)


def test_a_registered_title_keeps_its_iri() -> None:
    assert first(ONE, {"work title:Paper:one title": "paper/old-name"}) == "paper/old-name"


def test_a_registered_identifier_is_stronger_than_the_title() -> None:
    text = "# L\n\n* A. Lee, *One Title*, arXiv:1511.02301\n"
    register = {
        "work arxiv:1511.02301": "paper/by-id",
        "work title:Paper:one title": "paper/by-title",
    }
    assert first(text, register) == "paper/by-id"


def test_a_new_title_never_takes_an_iri_that_was_given() -> None:
    register = {"work title:Paper:gone": "paper/one-title"}
    assert first(ONE, register) == "paper/one-title-2"


def test_a_person_never_takes_an_iri_of_the_authority_files() -> None:
    minter = Minter(BASE, KNOWN)
    minter.reserved.add(f"{BASE}person/ann-lee")
    assert minter.mint("person", "ann lee", "Ann Lee") == f"{BASE}person/ann-lee-2"


def test_people_groups_and_entries_keep_their_iris_too() -> None:
    text = "# L\n\n## S\n\n* UCLA\n  * Ann Lee, *One Title*, ICML 2015\n"
    register = {k: _kept(k, v) for k, v in catalogue(text).lists[0].minted.items()}
    after = catalogue(text, replace(KNOWN, iris=register))
    assert after.lists[0].minted == register
    assert local(after.entries[0].iri, after.groups[0].iri, after.works[0].authors[0].agent) == [
        "entry/kept-one-title",
        "group/kept-ucla",
        "person/kept-ann-lee",
    ]


def _kept(key: str, iri: str) -> str:
    """Another IRI for keys that name no IRI that is changed here."""
    space, name = iri.rsplit("/", 1)
    return f"{space}/kept-{name}" if key.startswith(("entry ", "group ", "person ")) else iri


def test_collisions_are_numbered_in_the_order_of_the_text() -> None:
    titles = ("Draw: one", "Draw: two", "Draw")
    text = "# L\n\n" + "".join(f"* A. Lee, *{title}*, ICML 2015\n" for title in titles)
    assert local(*(w.iri for w in catalogue(text).works)) == [
        "paper/draw",
        "paper/draw-2",
        "paper/draw-3",
    ]


def test_one_key_has_one_iri() -> None:
    minter = Minter(BASE, KNOWN)
    assert minter.mint("person", "ann lee", "Ann Lee") == minter.mint("person", "ann lee", "Anne")
    assert minter.mint("venue", "ann lee", "Ann Lee") == f"{BASE}venue/ann-lee"
    assert minter.mint("link", "x 1", "X", ordinal=1) == f"{BASE}link/x-1"


@pytest.mark.parametrize(
    ("kind", "space"),
    [("Survey", "paper"), ("BlogPost", "blog"), ("Software", "software"), ("Resource", "resource")],
)
def test_each_class_has_its_space(kind: str, space: str) -> None:
    assert Minter(BASE, KNOWN).work(kind, ["title:x"], "x") == f"{BASE}{space}/x"


OTHER = """\
# My List

## Vision

* UCLA
  * Ann Lee, *By arXiv*, arXiv:1511.02301 / ICML 2015 [[Paper](http://arxiv.org/abs/1511.02301)]
  * Alex Graves, *By DOI*, doi:10.1000/ab.1
  * Ann Lee, *By Title Alone*, Journal of Ideas 2015
"""


@pytest.mark.parametrize(
    ("home", "space"),
    [
        ("", "list/my-list/"),
        (f"{BASE}list/other/", "list/other/"),
        ("https://my.org/kg/", "https://my.org/kg/"),
    ],
)
def test_other_lists_share_what_has_an_identifier_and_keep_the_rest(home: str, space: str) -> None:
    found = catalogue(OTHER, home=home)
    assert local(*(w.iri for w in found.works)) == [
        "paper/arxiv-1511.02301",
        "paper/doi-10.1000-ab.1",
        f"{space}paper/by-title-alone",
    ]
    assert local(*(a.iri for a in found.agents)) == sorted(
        [
            "institution/ucla",
            "person/alex-graves",
            "venue/icml",
            f"{space}person/ann-lee",
            f"{space}venue/journal-of-ideas",
        ],
        key=lambda iri: iri if iri.startswith("http") else BASE + iri,
    )
    own = [e.iri for e in found.entries]
    own += [g.iri for g in found.groups] + [s.iri for s in found.sections]
    assert [iri for iri in own if not iri.startswith((f"{BASE}{space}", space))] == []
    assert found.lists[0].iri == f"{home or BASE}list/my-list"


def test_parts_of_a_shared_work_are_the_lists_own_but_for_versions_that_are_known() -> None:
    """Another list may print other authors, and only their names."""
    known = frozenset([f"{BASE}publication/arxiv-1511.02301-icml-2015"])
    (work, *_) = catalogue(OTHER, replace(KNOWN, publications=known), home="").works
    assert local(*(p.iri for p in work.publications)) == [
        "list/my-list/publication/arxiv-1511.02301-arxiv",
        "publication/arxiv-1511.02301-icml-2015",
    ]
    assert local(work.parts.iri("authorship", "1")) == [
        "list/my-list/authorship/arxiv-1511.02301-1"
    ]


def test_parts_of_a_shared_work_and_of_one_of_the_same_name_are_told_apart() -> None:
    text = "# L\n\n* Ann Lee, *Deep Nets*, arXiv:1511.02301\n* Bo Ray, *Deep Nets*, ICML 2015\n"
    world = replace(KNOWN, iris={"work arxiv:1511.02301": f"{BASE}paper/deep-nets"})
    shared, own = catalogue(text, world, home="").works
    assert local(shared.iri, own.iri) == ["paper/deep-nets", "list/l/paper/deep-nets"]
    assert local(*(w.parts.iri("authorship", "1") for w in (shared, own))) == [
        "list/l/authorship/deep-nets-1",
        "list/l/authorship/deep-nets-2-1",
    ]


def test_our_iri_of_a_work_with_an_identifier_is_shared() -> None:
    register = {"work arxiv:1511.02301": "paper/by-arxiv"}
    assert first(OTHER, register, home="") == "paper/by-arxiv"


def test_our_iri_of_a_mere_title_is_not_shared() -> None:
    register = {"work title:Paper:one title": "paper/one-title"}
    assert first(ONE, register, home=f"{BASE}list/x/") == "list/x/paper/one-title"


def test_our_sections_and_people_are_not_shared() -> None:
    world = replace(
        KNOWN, iris={"section L": f"{BASE}section/l", "person a lee": f"{BASE}person/a-lee"}
    )
    found = catalogue(ONE, world, home=f"{BASE}list/x/")
    assert local(found.sections[0].iri, found.agents[0].iri) == [
        "list/x/section/l",
        "list/x/person/a-lee",
    ]
