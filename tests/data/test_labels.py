"""Labels: one preferred, plain strings, no two things of one kind with the same."""

from collections import defaultdict

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.terms import iri_of, text_of
from awesome_rnn_kg.graph.vocabulary import ARNN, SKOS
from awesome_rnn_kg.resolve.keys import label_key, name_key, slug

from .facts import KINDS, LIST_TEXT, curated, facts, name, of_kind, values

ONE = "a label leads to one thing: leave it to one of them"
CONCEPTS = ("architecture", "application", "role", "type", "status")


@pytest.mark.parametrize("kind", [*KINDS, "role", "type", "status"])
def test_each_thing_has_one_preferred_label(kind: str) -> None:
    assert of_kind(kind)
    for thing in of_kind(kind):
        labels = curated().objects(thing, SKOS.prefLabel)
        assert len(labels) == 1, f"{name(thing)}: has {len(labels)} skos:prefLabel; 1 is expected"


def test_labels_are_plain_trimmed_text() -> None:
    for subject, _, label in (*facts(SKOS.prefLabel), *facts(SKOS.altLabel)):
        assert label.endswith('"'), f"{name(subject)}: {label} has a language or a datatype"
        text = text_of(label)
        assert text == " ".join(text.split()) != "", f"{name(subject)}: blanks in {label}"


def test_an_alias_is_not_the_preferred_label() -> None:
    aliases = values(SKOS.altLabel)
    for subject, _, label in facts(SKOS.prefLabel):
        assert label not in aliases.get(subject, []), f"{name(subject)}: drop the alias {label}"


@pytest.mark.parametrize("kind", ["institution", "venue"])
def test_no_label_is_claimed_by_two_things(kind: str) -> None:
    assert _shared([kind]) == {}, ONE


def test_no_label_is_claimed_by_two_concepts() -> None:
    assert _shared(["architecture", "application"]) == {}, ONE


@pytest.mark.parametrize("kind", ["role", "type", "status"])
def test_no_label_is_claimed_by_two_of_a_scheme(kind: str) -> None:
    assert _shared([kind]) == {}, ONE


def _shared(kinds: list[str]) -> dict[str, list[str]]:
    """Labels, as the resolver compares them, of more than one thing."""
    owners: dict[str, set[str]] = defaultdict(set)
    for thing in (t for kind in kinds for t in of_kind(kind)):
        for predicate in (SKOS.prefLabel, SKOS.altLabel):
            for label in curated().objects(thing, predicate):
                owners[label_key(text_of(label))].add(name(thing))
    return {label: sorted(things) for label, things in owners.items() if len(things) > 1}


def test_namesakes_say_how_to_tell_them_apart() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for person in of_kind("person"):
        for predicate in (SKOS.prefLabel, SKOS.altLabel):
            for label in curated().objects(person, predicate):
                owners[name_key(text_of(label))].add(person)
    shared = [people for people in owners.values() if len(people) > 1]
    assert shared, "Yi Yang is the name of two"
    for person in set().union(*shared):
        for predicate in (SKOS.scopeNote, ARNN.ambiguousName, ARNN.authorOf):
            assert curated().objects(person, predicate), f"{name(person)}: add {name(predicate)}"


def test_no_work_is_claimed_by_two_namesakes() -> None:
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person, _, work in facts(ARNN.authorOf):
        (label,) = curated().objects(person, SKOS.prefLabel)
        by_name[name_key(text_of(label)), work].add(name(person))
    assert {k: p for k, p in by_name.items() if len(p) > 1} == {}, "leave it to one of them"


def _unfounded(kind: str, predicate: str) -> list[str]:
    """Labels that our list does not print and no row of evidence has, with the remedy."""
    text = f" {label_key(LIST_TEXT)} "
    found = []
    for thing in of_kind(kind):
        rows = curated().evidence.get((thing, predicate), [])
        for label in curated().objects(thing, predicate):
            key = label_key(text_of(label))
            printed = any(f" {form} " in text for form in (key, f"{key}s"))
            if not (printed or any(r.object in ("*", label) for r in rows)):
                found.append(f"{name(thing)}: {REMEDY.format(label)}")
    return found


REMEDY = "say in data/evidence/ where {} is printed, or drop it"


def test_every_alias_is_printed_by_the_list_or_has_a_source() -> None:
    """Not those of roles, types and statuses: words that lists in general print, our own choice."""
    assert [line for kind in KINDS for line in _unfounded(kind, SKOS.altLabel)] == []


@pytest.mark.parametrize("kind", ["person", "institution", "venue"])
def test_every_name_of_an_agent_is_printed_or_has_a_source(kind: str) -> None:
    assert _unfounded(kind, SKOS.prefLabel) == []


def test_iris_of_agents_are_slugs_of_a_label() -> None:
    for kind in ("person", "institution", "venue"):
        for thing in of_kind(kind):
            own = iri_of(thing).rsplit("/", 1)[1]
            labels = [
                text_of(o)
                for p, o in curated().blocks[thing]
                if p in (SKOS.prefLabel, SKOS.altLabel)
            ]
            slugs = {slug(label) for label in labels}
            bare = own.rstrip("0123456789").rstrip("-")
            assert {own, bare} & slugs, f"{name(thing)}: is the slug of none of {labels}"


@pytest.mark.parametrize("kind", CONCEPTS)
def test_definitions_are_sentences_of_their_own(kind: str) -> None:
    seen: dict[str, str] = {}
    for thing in of_kind(kind):
        (definition,) = curated().objects(thing, SKOS.definition)
        text = text_of(definition)
        assert text[0].isupper(), f"{name(thing)}: begin the definition with a capital"
        assert text.endswith("."), f"{name(thing)}: end the definition with a full stop"
        assert seen.setdefault(text, thing) == thing, f"{name(thing)}: as {name(seen[text])}"


def test_languages_are_listed_once_in_order() -> None:
    lines = resources.path("data/languages.txt").read_text("utf-8").splitlines()
    names = [line for line in lines if not line.startswith("#")]
    assert names == sorted(set(names), key=str.casefold)
