"""The description of the data set: every number is counted from the triples that it describes."""

from collections import Counter, defaultdict

import pytest

from awesome_rnn_kg.graph.prefixes import BASE
from awesome_rnn_kg.graph.terms import Triple, integer
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, SKOS, VOID
from awesome_rnn_kg.graph.void import describe, describe_ours

from .examples import VALID, triples

ASSERTED: list[Triple] = list(triples(VALID))
INFERRED: list[Triple] = [
    (f"<{BASE}paper/show>", ARNN.uses, f"<{BASE}architecture/nn>"),
    (f"<{BASE}paper/older>", ARNN.uses, f"<{BASE}architecture/nn>"),
    (f"<{BASE}architecture/nn>", SKOS.narrower, f"<{BASE}architecture/rnn>"),
]
WHOLE = f"<{BASE}void/kg>"
PARTS = {"asserted": ASSERTED, "inferred": INFERRED}


@pytest.fixture(scope="module")
def said() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for subject, predicate, value in describe(ASSERTED, INFERRED, "A title"):
        found[subject, predicate].append(value)
    return found


Said = dict[tuple[str, str], list[str]]


def test_the_whole_is_described(said: Said) -> None:
    assert said[WHOLE, RDF.type] == [VOID.Dataset]
    assert said[WHOLE, DCTERMS.title] == ['"A title"']
    assert said[WHOLE, VOID.uriSpace] == [f'"{BASE}"']
    assert said[WHOLE, VOID.triples] == [integer(len(ASSERTED) + 3)]
    assert said[WHOLE, VOID.subset] == [f"<{BASE}void/asserted>", f"<{BASE}void/inferred>"]


@pytest.mark.parametrize("part", PARTS)
def test_each_part_counts_its_triples(said: Said, part: str) -> None:
    assert said[f"<{BASE}void/{part}>", VOID.triples] == [integer(len(PARTS[part]))]


@pytest.mark.parametrize("part", PARTS)
def test_each_property_counts_its_triples(said: Said, part: str) -> None:
    partitions = said[f"<{BASE}void/{part}>", VOID.propertyPartition]
    counted = {said[p, VOID.property][0]: said[p, VOID.triples][0] for p in partitions}
    expected = Counter(p for _, p, _ in PARTS[part])
    assert counted == {p: integer(n) for p, n in expected.items()}
    assert len(set(partitions)) == len(expected)


def test_each_class_counts_its_members(said: Said) -> None:
    partitions = said[f"<{BASE}void/asserted>", VOID.classPartition]
    counted = {said[p, VOID.class_][0]: said[p, VOID.entities][0] for p in partitions}
    expected = Counter(o for _, p, o in ASSERTED if p == RDF.type)
    assert counted == {c: integer(n) for c, n in expected.items()}
    assert len(set(partitions)) == len(expected)


def test_a_part_without_types_has_no_classes(said: Said) -> None:
    assert said[f"<{BASE}void/inferred>", VOID.classPartition] == []


def test_a_base_is_where_the_description_and_its_parts_are() -> None:
    found = describe(ASSERTED, INFERRED, "A title", "https://my.org/kg/", ours=False)
    assert all(s.startswith("<https://my.org/kg/void/") for s, _, _ in found)


def test_what_is_not_ours_does_not_get_our_license() -> None:
    assert DCTERMS.license in {p for _, p, _ in describe(ASSERTED, [], "A title")}
    assert DCTERMS.license not in {p for _, p, _ in describe(ASSERTED, [], "A title", ours=False)}


def test_our_data_in_the_graph_of_another_list_is_a_part_with_our_license() -> None:
    base = "https://my.org/kg/"
    found = describe_ours(ASSERTED[:2], base)
    part = f"<{base}void/shared>"
    assert [s for s, p, _ in found if p == DCTERMS.license] == [part]
    assert (f"<{base}void/kg>", VOID.subset, part) in found
    assert (part, VOID.triples, integer(2)) in found


def test_a_space_of_iris_is_said_where_all_things_are_in_it() -> None:
    found = describe(ASSERTED, INFERRED, "A title", "https://my.org/kg/")
    assert VOID.uriSpace not in {p for _, p, _ in found}


def test_nothing_is_said_twice_and_nothing_depends_on_the_order() -> None:
    found = describe(ASSERTED, INFERRED, "A title")
    assert len(set(found)) == len(found)
    assert set(describe(ASSERTED[::-1], INFERRED[::-1], "A title")) == set(found)
