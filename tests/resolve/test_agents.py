"""People, institutions and venues: each printed form to one thing, none to two."""

import pytest

from .lists import BASE, agent, catalogue, local, work, works


def paper(authors: str, title: str = "One Title", rest: str = "ICML 2015") -> str:
    return f"# L\n\n* {authors}, *{title}*, {rest}\n"


def authors(text: str) -> list[str]:
    return [iri for w in works(text) for iri in local(*(c.agent for c in w.authors))]


@pytest.mark.parametrize("form", ["Alex Graves", "A. Graves", "A.Graves"])
def test_every_form_of_a_name_is_one_person(form: str) -> None:
    assert authors(paper(form)) == ["person/alex-graves"]


def test_accents_do_not_make_another_person() -> None:
    text = paper("Tomáš Mikolov") + "* Tomas Mikolov, *Two Title*, ICML 2015\n"
    assert authors(text) == ["person/tomas-mikolov"] * 2


def test_initials_that_no_file_knows_are_another_person() -> None:
    text = paper("Ann Lee") + "* A. Lee, *Two Title*, ICML 2015\n"
    assert authors(text) == ["person/ann-lee", "person/a-lee"]


def test_printed_forms_are_kept_as_labels() -> None:
    text = paper("Alex Graves") + "* A. Graves, *Two Title*, ICML 2015\n"
    found = agent(text, "person/alex-graves")
    assert (found.label, found.labels, found.known) == (
        "Alex Graves",
        ("A. Graves",),
        True,
    )


def test_the_work_settles_which_namesake_is_meant() -> None:
    text = paper("Yi Yang", "First") + "* Yi Yang, *Second*, ICML 2015\n"
    assert authors(text) == ["person/yi-yang", "person/yi-yang-2"]


def test_an_unsettled_namesake_is_a_third_person_with_a_note() -> None:
    text = paper("Yi Yang", "Third")
    assert authors(text) == ["person/yi-yang-3"]
    note = agent(text, "person/yi-yang-3").note
    assert note.startswith("More than one person is known by this name")


def test_another_list_does_not_merge_into_an_ambiguous_name() -> None:
    text = paper("Yi Yang and Alex Graves", "First")
    found = catalogue(text, home=f"{BASE}list/x/").works[0].authors
    assert local(*(c.agent for c in found)) == ["list/x/person/yi-yang", "person/alex-graves"]


def test_an_ambiguous_name_is_one_person_at_home_alone() -> None:
    text = paper("Wei Liu", "Unknown")
    assert authors(text) == ["person/wei-liu"]
    found = catalogue(text, home=f"{BASE}list/x/").works[0].authors
    assert local(*(c.agent for c in found)) == ["list/x/person/wei-liu"]


def software(by: str) -> str:
    return f"# L\n\n## Codes\n\n* [tool](https://github.com/x/tool) by {by}: does things.\n"


@pytest.mark.parametrize("handle", ["karpathy", "crazydonkey200", "sherjilozair"])
def test_a_handle_is_a_person(handle: str) -> None:
    made = work(software(handle))
    assert local(*(c.agent for c in made.authors)) == [f"person/{handle}"]
    assert made.institutions == ()


@pytest.mark.parametrize(
    ("by", "iri"),
    [
        ("Yandex", "institution/yandex"),
        ("Yandex's", "institution/yandex"),
        ("Element Research", "institution/element-research"),
        ("Stanford NLP", "institution/stanford-nlp"),
    ],
)
def test_an_organization_after_by_is_author_and_institution(by: str, iri: str) -> None:
    made = work(software(by))
    assert local(*(c.agent for c in made.authors)) == [iri]
    assert local(*(c.agent for c in made.institutions)) == [iri]


def test_unknown_institutions_are_agents_without_a_kind() -> None:
    text = "# L\n\n* University of Nowhere\n  * A. Lee, *One Title*, ICML 2015\n"
    found = agent(text, "institution/university-of-nowhere")
    assert (found.kinds, found.label, found.known) == (
        ("Institution",),
        "University of Nowhere",
        False,
    )


def test_known_institutions_have_their_kind_and_the_printed_form() -> None:
    found = agent(
        "# L\n\n* ETH Zurich\n  * A. Lee, *One Title*, ICML 2015\n", "institution/eth-zurich"
    )
    assert (found.kinds, found.labels) == (("University", "Institution"), ("ETH Zurich",))


CONFERENCE = ("Conference", "Venue")


@pytest.mark.parametrize(
    ("printed", "iri", "kinds"),
    [
        ("ICML 2015", "venue/icml", CONFERENCE),
        ("In CVPR 2015", "venue/cvpr", CONFERENCE),
        ("CVPR 2015 Oral", "venue/cvpr", CONFERENCE),
        ("Computer Vision and Pattern Recognition (CVPR) 2015", "venue/cvpr", CONFERENCE),
        ("Neural Computation 1997", "venue/neural-computation", ("Journal", "Venue")),
        ("IJCAI 2014", "venue/ijcai", CONFERENCE),
        ("Journal of Ideas 2014", "venue/journal-of-ideas", ("Journal", "Venue")),
        ("ICML Workshop 2015", "venue/icml-workshop", ("Workshop", "Venue")),
    ],
)  # fmt: skip
def test_venues(printed: str, iri: str, kinds: tuple[str, ...]) -> None:
    text = paper("A. Lee", rest=printed)
    assert local(*(v for v, _ in work(text).venues)) == [iri]
    assert agent(text, iri).kinds == kinds


def test_a_workshop_is_part_of_the_conference_that_its_name_begins_with() -> None:
    text = paper("A. Lee", rest="ICML Workshop 2015")
    assert local(*agent(text, "venue/icml-workshop").above) == ["venue/icml"]
    assert agent(text, "venue/icml").known


def test_words_in_lower_case_are_no_venue() -> None:
    assert work(paper("A. Lee", rest="some place 2015")).venues == ()


@pytest.mark.parametrize(
    "printed",
    [
        "Proceedings of the 32nd International Conference on Machine Learning",
        "Proceedings of the Thirty-Second International Conference on Machine Learning",
        "Proceedings of the Tenth ACM International Conference on Machine Learning",
        "In Proc. of the 32nd Annual International Conference on Machine Learning",
        "Proceedings of the International Conference on Machine Learning",
    ],
)
def test_the_number_of_a_conference_is_not_its_name(printed: str) -> None:
    (found,) = works(paper("Ann Lee", rest=f"{printed}, 2015"))
    assert local(*(p.venue for p in found.publications)) == ["venue/icml"]
