"""Finds things by what people call them."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple, NoReturn

from awesome_rnn_kg.ask.engine import Engine
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.queryfile import Parameter
from awesome_rnn_kg.graph.terms import iri, iri_of, is_iri, text_of
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, SKOS, compact

FINDABLE = (ARNN.Resource, ARNN.Person, ARNN.Institution, ARNN.Venue, ARNN.Architecture, ARNN.Application)
"""The classes whose members people look for."""

_LETTERS = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


class Labelled(NamedTuple):
    """One label of a thing; `preferred` says that it is its skos:prefLabel or dcterms:title."""

    thing: str
    label: str
    preferred: bool


def fold(text: str) -> str:
    """Lower case without accents and punctuation, words a blank apart."""
    marked = unicodedata.normalize("NFKD", text.translate(_LETTERS).casefold())
    bare = "".join(char for char in marked if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())


def labelled(engine: Engine, classes: Iterable[str]) -> list[Labelled]:
    """Every label of the members of some classes (IRI terms)."""
    answer = engine.select(f"""
        SELECT DISTINCT ?thing ?label ?preferred WHERE {{
          VALUES ?class {{ {" ".join(classes)} }}
          VALUES (?property ?preferred) {{
            ({SKOS.prefLabel} true) ({DCTERMS.title} true) ({SKOS.altLabel} false)
          }}
          ?thing a ?class ; ?property ?label .
        }}""")
    return [
        Labelled(thing, text_of(label), str(preferred).startswith('"true'))
        for thing, label, preferred in answer.rows
        if thing is not None and label is not None
    ]


def names_of(engine: Engine, things: Iterable[str]) -> dict[str, str]:
    """The preferred label of things (IRI terms), for those that have one."""
    answer = engine.select(f"""
        SELECT DISTINCT ?thing ?label WHERE {{
          VALUES ?thing {{ {" ".join(things)} }}
          VALUES ?property {{ {SKOS.prefLabel} {DCTERMS.title} }}
          ?thing ?property ?label .
        }} ORDER BY ?thing DESC(?label)""")
    return {thing: text_of(label) for thing, label in answer.rows if thing and label}


def resolve(engine: Engine, parameter: Parameter, named: str) -> str:
    """The IRI term of the thing that an IRI term or a label names.

    UsageError if the graph has none, or several, of the parameter's class.
    """
    class_ = iri(parameter.class_)
    if is_iri(named):
        if not engine.ask(f"ASK {{ {named} a {class_} }}"):
            slug = iri_of(named).rstrip("/").replace("#", "/").rpartition("/")[2]
            _unknown(parameter, shown(named), slug, labelled(engine, [class_]))
        return named
    known = labelled(engine, [class_])
    for key in (str, fold):
        things = _matching(known, named, key)
        if len(things) == 1:
            return things.pop()
        if things:
            listed = ", ".join(sorted(map(shown, things)))
            raise UsageError(f"{named!r} for {parameter.name!r} may be any of {listed}")
    _unknown(parameter, repr(named), named, known)


def shown(term: str) -> str:
    """The CURIE of an IRI term, or the term."""
    return compact(term) or term


def _matching(known: Iterable[Labelled], named: str, key: Callable[[str], str]) -> set[str]:
    wanted = key(named)
    return {entry.thing for entry in known if key(entry.label) == wanted} if wanted else set()


def _unknown(parameter: Parameter, found: str, near: str, known: list[Labelled]) -> NoReturn:
    class_ = shown(iri(parameter.class_))
    hint = ", ".join(_nearest(near, known)) or "none"
    raise UsageError(f"{found} for {parameter.name!r} is no {class_} of this graph; the nearest: {hint}")


def _nearest(text: str, known: Iterable[Labelled], most: int = 5) -> list[str]:
    """Things with a label like the text, as `CURIE (label)`, best first."""
    from difflib import get_close_matches

    wanted = fold(text)
    things = {fold(entry.label): entry for entry in known}
    words = set(wanted.split())
    close = get_close_matches(wanted, things, n=most, cutoff=0.6)
    close += sorted((key for key in things if words & set(key.split())), key=lambda key: (-len(words & set(key.split())), key))
    best = {things[key].thing: f"{shown(things[key].thing)} ({things[key].label})" for key in reversed(close)}
    return list(best.values())[::-1][:most]
