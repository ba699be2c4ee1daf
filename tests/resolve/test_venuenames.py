"""Names of venues that no file knows: rows of proceedings, and acronyms beside full names."""

import pytest

from awesome_rnn_kg.resolve.venuenames import bare_name, forms

from .lists import BASE, catalogue


def venues(*printed: str) -> list[tuple[str, tuple[str, ...]]]:
    """The venues of a list whose entries print these, each with its other names."""
    entries = (f"* Ann Lee, Bo Bee, *Title {i}*. {v}\n" for i, v in enumerate(printed))
    found = catalogue("# L\n\n" + "".join(entries), home=f"{BASE}list/x/").agents
    return [(a.label, a.labels) for a in found if "Venue" in a.kinds]


LONG = "Conference on Wax Seeking"


@pytest.mark.parametrize(
    "printed",
    [
        (f"{LONG} (CWS), 2015", "CWS 2016"),
        ("CWS 2016", f"{LONG}, 2017", f"{LONG} (CWS), 2015"),
        (f"CWS ({LONG}) 2015", f"In Proceedings of the 12th {LONG}, 2014"),
        (f"In Proceedings of the {LONG}, CWS 2015", f"In {LONG}, 2014"),
    ],
)
def test_a_venue_under_two_names_is_one(printed: tuple[str, ...]) -> None:
    ((label, others),) = venues(*printed)
    assert label == "CWS"
    assert LONG in others


def test_an_acronym_of_two_venues_stands_for_none() -> None:
    found = dict(venues(f"{LONG} (CWS), 2015", "Conference on Web Spiders (CWS), 2015", "CWS 2016"))
    assert {"CWS", LONG, "Conference on Web Spiders"} <= {
        *found,
        *(n for o in found.values() for n in o),
    }
    assert "Conference on Web Spiders" not in found["CWS"]


def test_a_known_acronym_tells_of_an_unknown_name() -> None:
    ((label, others),) = venues(
        "In Institute Conference on Mixed Logic (ICML), 2015",
        "Institute Conference on Mixed Logic, 2014",
    )
    assert (label, "Institute Conference on Mixed Logic (ICML)" in others) == ("ICML", True)


def test_a_bracket_that_abbreviates_nothing_makes_no_twins() -> None:
    assert [label for label, _ in venues(f"{LONG} (BEE), 2015", "BEE 2016")] == ["BEE", LONG]


def test_proceedings_of_a_row_are_one_venue() -> None:
    first, second = (
        "Proceedings of the First Workshop on Wax",
        "Proceedings of the 2nd Workshop on Wax",
    )
    assert venues(f"In {first}, 2015", f"In {second}, 2016") == [
        ("Workshop on Wax", (first, second))
    ]


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("In Proc. of the 12th Conference on Wax", "Conference on Wax"),
        ("Proceedings of BEES", "BEES"),
        ("Proceedings of the IEEE", "Proceedings of the IEEE"),
        ("Proceedings of the Academy of Wax", "Proceedings of the Academy of Wax"),
        ("Proceedings of the ACM on Bees", "Proceedings of the ACM on Bees"),
        ("IEEE Conf", "IEEE Conf"),
        ("The Annals of Wax", "Annals of Wax"),
    ],
)
def test_bare_names(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare


def test_a_society_in_front_of_an_acronym_is_no_part_of_it() -> None:
    assert "SIGBEE" in forms("ACM SIGBEE")
    assert "TSEEK" in forms("T-SEEK")
    assert "TSeeking" not in forms("T-Seeking")
    assert forms("IEEE Access") == ("IEEE Access",) * 3
