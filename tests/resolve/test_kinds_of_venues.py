"""The kind of a venue that no file knows, and hosts that hold papers."""

import pytest

from awesome_rnn_kg.resolve.hosts import holds_paper

from .lists import catalogue


def kinds(venue: str) -> tuple[str, ...]:
    text = f"# L\n\n* Ann Lee, Bo Bee, *One Title*, {venue} 2015\n"
    return next(a.kinds for a in catalogue(text).agents if "Venue" in a.kinds)


@pytest.mark.parametrize(
    ("venue", "kind"),
    [
        ("Phys. Rev. Lett. 12,", "Journal"),
        ("Communications of the ACM", "Journal"),
        ("Proc. 17th IEEE Symp. Logic in Computer Science,", "Conference"),
        ("SHEEP", "Conference"),
        ("TBEE", ""),
        ("PRL", ""),
        ("LNCS", ""),
        ("Proceedings of the IEEE", "Journal"),
        ("Proceedings of the Bee Society Conference", "Conference"),
        ("Addison-Wesley,", ""),
    ],
)
def test_the_kind_of_an_unknown_venue(venue: str, kind: str) -> None:
    assert kinds(venue) == ((kind, "Venue") if kind else ("Venue",))


def test_the_front_page_of_a_host_is_no_paper() -> None:
    assert not holds_paper("https://arxiv.org/")
    assert holds_paper("https://arxiv.org/abs/1802.09612")
