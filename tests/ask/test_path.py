"""The way from one person to another by works written together."""

from itertools import pairwise

import pytest

from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.knowledge import Knowledge
from tests.ask.plain_answers import WORKS
from tests.ask.plain_people import coauthor_distance


def curies(knowledge: Knowledge, start: str, end: str) -> list[tuple[str, ...]]:
    rows = knowledge.path(start, end).rows
    return [tuple("/".join(str(cell).split("/")[-2:]) for cell in row) for row in rows]


def test_a_direct_coauthor_is_one_step_away(packaged: Knowledge) -> None:
    assert curies(packaged, "Sepp Hochreiter", "person:jurgen-schmidhuber") == [
        ("1", "person/sepp-hochreiter", "paper/long-short-term-memory", "person/jurgen-schmidhuber")
    ]


def test_steps_lead_on_and_are_works_of_both(packaged: Knowledge) -> None:
    steps = curies(packaged, "Alex Graves", "Yoshua Bengio")
    assert steps[0][1] == "person/alex-graves"
    assert steps[-1][3] == "person/yoshua-bengio"
    authors = {work.iri.replace(":", "/"): set(work.authors) for work in WORKS}
    for _, person, work, coauthor in steps:
        assert {person.replace("/", ":"), coauthor.replace("/", ":")} <= authors[work]
    assert all(step[3] == after[1] for step, after in pairwise(steps))


def test_ways_are_shortest(packaged: Knowledge) -> None:
    for other, _, distance in list(coauthor_distance("person:alex-graves"))[::20]:
        assert len(packaged.path("Alex Graves", str(other))) == distance


def test_no_way(packaged: Knowledge) -> None:
    assert len(packaged.path("Alex Graves", "Alex Graves")) == 0
    assert len(packaged.path("Mike Schuster", "Alex Graves")) == 0
    assert packaged.path("Mike Schuster", "Alex Graves").columns == (
        "step", "person", "work", "coauthor",
    )  # fmt: skip


def test_both_engines_find_the_same_way(packaged: Knowledge, packaged_by_rdflib: Knowledge) -> None:
    names = ("Tomáš Mikolov", "Richard Socher")
    assert packaged.path(*names) == packaged_by_rdflib.path(*names)


def test_people_are_looked_up(packaged: Knowledge) -> None:
    with pytest.raises(UsageError, match="'Yoshua Bengo' for 'person' is no arnn:Person"):
        packaged.path("Yoshua Bengo", "Alex Graves")
