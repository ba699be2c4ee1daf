"""JSON-LD 1.1 with our context inlined: one object a thing, plain keys, arrays in order."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.order import Block, blocks
from awesome_rnn_kg.graph.prefixes import PREFIXES, compact, expand
from awesome_rnn_kg.graph.terms import Triple, datatype_of, iri_of, is_iri, lang_of, text_of
from awesome_rnn_kg.graph.vocabulary import RDF, XSD

# More digits than these lose precision in readers whose numbers are all floating point.
_NUMBER = re.compile("-?[1-9][0-9]{0,14}|0")
_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class _Key:
    """How the context writes a property: its key, the type it implies, if always an array."""

    name: str
    implied: str = XSD.string
    is_set: bool = False


def jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Chunks of a JSON-LD document, the same for the same set of triples.

    ValueError for an IRI whose scheme is one of our prefixes: no reader could tell the two apart.
    """
    context = json.dumps(_context(), ensure_ascii=False, indent=2).replace("\n", "\n  ")
    yield f'{{\n  "@context": {context},\n  "@graph": ['
    separator = "\n"
    for block in blocks(triples):
        yield f"{separator}    {_node(block)}"
        separator = ",\n"
    yield "\n  ]\n}\n"


@cache
def _context() -> dict[str, Any]:
    text = resources.path("ontology/context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context


@cache
def _keys() -> dict[str, _Key]:
    """The key of every property in the context, by the property's IRI term."""
    keys = {}
    for name, definition in _context().items():
        if name.startswith("@") or name in PREFIXES:
            continue
        terse = isinstance(definition, str)
        settings = {"@id": definition} if terse else definition
        implied = settings.get("@type", "xsd:string")
        keys[expand(settings["@id"])] = _Key(
            name,
            implied if implied == "@id" else expand(implied),
            settings.get("@container") == "@set",
        )
    return keys


def _node(block: Block) -> str:
    subject, properties = block
    members = [f'"@id": {_json(_name(subject))}']
    members += [_member(predicate, objects) for predicate, objects in properties]
    return "{\n      " + ",\n      ".join(members) + "\n    }"


def _member(predicate: str, objects: list[str]) -> str:
    if predicate == RDF.type and all(map(is_iri, objects)):
        key, values = _Key("@type"), [_name(term) for term in objects]
    else:
        key = _keys().get(predicate) or _Key(_name(predicate))
        values = [_value(term, key.implied) for term in objects]
    return f"{_json(key.name)}: {_json(values if key.is_set or len(values) > 1 else values[0])}"


def _value(term: str, implied: str) -> Any:
    """A term as a JSON value; `implied` is `@id` or the datatype that the key stands for."""
    if is_iri(term):
        return _name(term) if implied == "@id" else {"@id": _name(term)}
    text, lang, datatype = text_of(term), lang_of(term), datatype_of(term)
    if lang:
        return {"@value": text, "@language": lang}
    if datatype != implied:
        typed = {} if datatype == XSD.string else {"@type": _name(datatype)}
        return {"@value": text, **typed}
    return int(text) if datatype == XSD.integer and _NUMBER.fullmatch(text) else text


def _name(term: str) -> str:
    curie = compact(term)
    if curie is not None:
        return curie
    text = iri_of(term)
    scheme, _, rest = text.partition(":")
    if scheme in _context() and not rest.startswith("//"):
        raise ValueError(f"JSON-LD cannot write IRI {text!a}: {scheme!a} is a prefix of ours")
    return text
