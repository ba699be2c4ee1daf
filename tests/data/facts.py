"""The curated facts, as the tests over the data read them."""

from collections import defaultdict
from functools import cache
from pathlib import Path

from awesome_rnn_kg import resources
from awesome_rnn_kg.compiler import AUTHORITY_FILES, compile_list, load_knowhow
from awesome_rnn_kg.graph.authorities import Curated, read_turtle
from awesome_rnn_kg.graph.prefixes import BASE, compact
from awesome_rnn_kg.graph.terms import Triple, text_of

FILES = tuple(Path(resources.path(name)) for name in AUTHORITY_FILES)
LIST_TEXT = resources.path("data/awesome-rnn.md").read_text("utf-8")
KINDS = ("person", "institution", "venue", "architecture", "application")
ONTOLOGY = f"<{BASE}ontology#"


@cache
def curated() -> Curated:
    return load_knowhow().curated


@cache
def triples(stem: str) -> tuple[Triple, ...]:
    """What one data file states, in its order."""
    return tuple(read_turtle(resources.path(f"data/{stem}.ttl")))


@cache
def described() -> frozenset[str]:
    """Every subject of the compiled list."""
    return frozenset(subject for subject, _, _ in compile_list().asserted)


@cache
def minted() -> frozenset[str]:
    """Every subject that the list itself brings: not what the authority files describe."""
    return frozenset(subject for subject, _, _ in compile_list().listed)


@cache
def facts(predicate: str) -> tuple[Triple, ...]:
    """The curated triples with one predicate."""
    return tuple(t for t in curated().places if t[1] == predicate)


def values(predicate: str) -> dict[str, list[str]]:
    """The objects of one predicate by subject."""
    found: dict[str, list[str]] = defaultdict(list)
    for subject, _, value in facts(predicate):
        found[subject].append(value)
    return found


def of_kind(kind: str) -> list[str]:
    """The things of one kind, by their IRI terms."""
    return [s for s in curated().blocks if s.startswith(f"<{BASE}{kind}/")]


def name(term: str) -> str:
    """How a message names a thing: its CURIE, or the text of a literal."""
    return (compact(term) or term) if term.startswith("<") else repr(text_of(term))


def above(subject: str, parents: dict[str, list[str]]) -> set[str]:
    """Everything that can be reached upward from a thing."""
    reached: set[str] = set()
    todo = list(parents.get(subject, ()))
    while todo:
        one = todo.pop()
        if one not in reached:
            reached.add(one)
            todo += parents.get(one, ())
    return reached
