"""The shortest way from one person to another by works that they wrote together."""

from collections import defaultdict

from awesome_rnn_kg.ask.engine import Answer, Engine
from awesome_rnn_kg.ask.labels import resolve_class
from awesome_rnn_kg.graph.terms import integer
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS

COLUMNS = {"step": "integer", "person": "iri", "work": "iri", "coauthor": "iri"}
_AUTHORSHIPS = f"""
SELECT DISTINCT ?work ?person WHERE {{
  ?work {DCTERMS.creator} ?person .
  ?person a {ARNN.Person} .
}}"""

_Step = tuple[str, str, str]
"""A person, a work of that person, and a co-author of the work: IRI terms."""


def path(engine: Engine, start: str, end: str) -> Answer:
    """The steps from one person to another, each named by an IRI, CURIE or label.

    Of equally short ways it is the one whose IRIs come first. There are no rows where no way
    leads, and none from a person to the same one. UsageError if a name is unknown or ambiguous.
    """
    here, there = (resolve_class(engine, ARNN.Person, "person", name) for name in (start, end))
    steps = _shortest(engine, here, there)
    rows = tuple((integer(number), *step) for number, step in enumerate(steps, 1))
    return Answer(tuple(COLUMNS), rows)


def _shortest(engine: Engine, start: str, end: str) -> list[_Step]:
    works, creators = _authorships(engine)
    came: dict[str, _Step | None] = {start: None}
    front = [start]
    while front and end not in came:
        reached = []
        for person in front:
            for work in sorted(works[person]):
                for coauthor in sorted(creators[work] - came.keys()):
                    came[coauthor] = (person, work, coauthor)
                    reached.append(coauthor)
        front = reached
    return _back(came, end)


def _authorships(engine: Engine) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    works: dict[str, set[str]] = defaultdict(set)
    creators: dict[str, set[str]] = defaultdict(set)
    for work, person in engine.select(_AUTHORSHIPS).rows:
        if work and person:
            works[person].add(work)
            creators[work].add(person)
    return works, creators


def _back(came: dict[str, _Step | None], end: str) -> list[_Step]:
    steps = []
    step = came.get(end)
    while step is not None:
        steps.append(step)
        step = came[step[0]]
    return steps[::-1]
