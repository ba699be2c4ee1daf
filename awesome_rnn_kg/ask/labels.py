"""Finds things by what people call them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from awesome_rnn_kg.ask.engine import Engine
from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.queryfile import Parameter
from awesome_rnn_kg.graph.prefixes import PREFIXES, compact
from awesome_rnn_kg.graph.terms import iri, iri_of, is_iri, text_of
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, SKOS

FINDABLE = (
    ARNN.Resource,
    ARNN.Person,
    ARNN.Institution,
    ARNN.Venue,
    ARNN.Architecture,
    ARNN.Application,
)
"""The classes whose members people look for."""

_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S*")
_LIKE = 0.6
_LABELS = """
SELECT DISTINCT ?thing ?label WHERE {{
  VALUES ?class {{ {kinds} }}
  ?thing a ?class .
  ?thing {path} ?label .
}}"""


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
    kinds = " ".join(classes)
    return [
        Labelled(thing, text_of(label), preferred)
        for path, preferred in ((f"{SKOS.prefLabel}|{DCTERMS.title}", True), (SKOS.altLabel, False))
        for thing, label in engine.select(_LABELS.format(kinds=kinds, path=path)).rows
        if thing and label and label[0] == '"'
    ]


def names_of(engine: Engine, things: Iterable[str]) -> dict[str, str]:
    """The preferred label of things (IRI terms), for those that have one."""
    answer = engine.select(f"""
        SELECT DISTINCT ?thing ?label WHERE {{
          VALUES ?thing {{ {" ".join(things)} }}
          ?thing {SKOS.prefLabel}|{DCTERMS.title} ?label .
        }} ORDER BY ?thing DESC(?label)""")
    return {
        thing: text_of(label) for thing, label in answer.rows if thing and label and label[0] == '"'
    }


def resolve(engine: Engine, parameter: Parameter, named: str) -> str:
    """The IRI term of the thing that an IRI term or a label names.

    UsageError if the graph has none, or several, of the parameter's class.
    """
    class_ = iri(parameter.class_)
    if not is_iri(named):
        return _by_label(parameter, named, labelled(engine, [class_]))
    if not engine.ask(f"ASK {{ {named} a {class_} }}"):
        slug = iri_of(named).rstrip("/").replace("#", "/").rpartition("/")[2]
        raise _unknown(parameter, shown(named), slug, labelled(engine, [class_]))
    return named


def resolve_class(engine: Engine, class_: str, name: str, named: str) -> str:
    """As `resolve`, for a thing of a class (an IRI term) that is named by IRI, CURIE or label."""
    parameter = Parameter(name, "iri", "", iri_of(class_), optional=False, line=0, default=())
    return resolve(engine, parameter, as_iri(named, PREFIXES))


def as_iri(text: str, prefixes: Mapping[str, str]) -> str:
    """The IRI term that an IRI or CURIE stands for; any other text is a label and stays.

    ValueError if the IRI is malformed.
    """
    text = text.strip()
    if text.startswith("<") and text.endswith(">"):
        return iri(text[1:-1])
    if _IRI.fullmatch(text):
        return iri(text)
    prefix, colon, local = text.partition(":")
    namespace = prefixes.get(prefix, PREFIXES.get(prefix))
    if colon and namespace is not None and local and not local[0].isspace():
        return iri(namespace + local)
    return text


def _by_label(parameter: Parameter, named: str, known: list[Labelled]) -> str:
    for key in (str, fold):
        things = {entry.thing for entry in known if key(entry.label) == key(named)}
        if len(things) == 1:
            return things.pop()
        if things:
            listed = ", ".join(sorted(map(shown, things)))
            raise UsageError(f"{named!r} for {parameter.name!r} may be any of {listed}")
    raise _unknown(parameter, repr(named), named, known)


def shown(term: str) -> str:
    """The CURIE of an IRI term, or the term."""
    return compact(term) or term


def _unknown(parameter: Parameter, found: str, near: str, known: list[Labelled]) -> UsageError:
    class_ = shown(iri(parameter.class_))
    nearest = _nearest(near, known)
    hint = f"; the nearest: {', '.join(nearest)}" if nearest else ""
    return UsageError(f"{found} for {parameter.name!r} is no {class_} of this graph{hint}")


def _nearest(text: str, known: Iterable[Labelled], most: int = 5) -> list[str]:
    """Things with a label like the text, as `CURIE (label)`, best first."""
    from difflib import SequenceMatcher

    wanted = fold(text)
    words = set(wanted.split())
    best: dict[str, tuple[float, str]] = {}
    for thing, label, _ in known:
        folded = fold(label)
        likeness = SequenceMatcher(None, wanted, folded).ratio() + len(words & set(folded.split()))
        if likeness >= _LIKE:
            best[thing] = max(best.get(thing, (0.0, "")), (likeness, label))
    order = sorted(best, key=lambda thing: (-best[thing][0], thing))
    return [f"{shown(thing)} ({best[thing][1]})" for thing in order[:most]]
