"""How much is known: the least that the questions of researchers need."""

from collections.abc import Iterable
from functools import cache

from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.prefixes import expand
from awesome_rnn_kg.graph.vocabulary import ARNN, RDF, SKOS
from awesome_rnn_kg.share.gaps import Gap, gaps

from .facts import curated, facts, name, of_kind


@cache
def _gaps() -> tuple[Gap, ...]:
    return gaps(compile_list())


def _share(cls: str, predicate: str) -> float:
    (gap,) = (g for g in _gaps() if (g.cls, g.predicate) == (cls, expand(predicate)))
    return len(gap.have) / gap.total


def _names(things: Iterable[str]) -> list[str]:
    return sorted(map(name, things))


def test_most_papers_have_an_architecture_and_a_task() -> None:
    assert _share("Paper", "arnn:uses") >= 0.95
    assert _share("Paper", "arnn:appliedTo") >= 0.90


def test_there_are_enough_architectures_identifiers_and_institutions() -> None:
    assert len(of_kind("architecture")) >= 40
    (doi,) = (g for g in _gaps() if (g.cls, g.predicate) == ("Paper", ARNN.doi))
    assert len(doi.have) >= 50
    ror = {s for s, _, o in facts(SKOS.exactMatch) if o.startswith("<https://ror.org/")}
    assert len(ror) >= 33


def test_no_concept_is_without_a_work() -> None:
    """Nor an application: a thing or a heading has it, or something narrower that has."""
    used: set[str] = set()
    for _, p, o in compile_list().asserted:
        if p in (ARNN.uses, ARNN.proposes, ARNN.appliedTo, ARNN.implements, ARNN.names):
            used.add(o)
    for _ in range(9):
        used |= {o for s, _, o in facts(SKOS.broader) if s in used}
    assert _names(set(of_kind("architecture")) - used) == [], "give it a work, or drop it"


def test_every_dataset_has_a_task() -> None:
    stated = {s for s, p, _ in compile_list().asserted if p == ARNN.appliedTo}
    for thing in of_kind("dataset"):
        assert ARNN.Dataset in curated().objects(thing, RDF.type)
        assert thing in stated, f"{name(thing)}: say what task it is for"
