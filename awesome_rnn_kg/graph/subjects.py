"""Where things stand in an RDF file: parsers tell triples, not lines, so the text is read again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from ..text.source import Source

_SUBJECT, _MENTION, _NAME = range(3)
_Place = tuple[int, int]
"""How well something is placed (the less, the better), and at which character."""

_TURTLE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|\#[^\n]*'
    r"|(?P<directive>@?\b(?i:prefix|base)\b\s*(?P<prefix>[^\s:<]*):?\s*<(?P<iri>[^>\s]*)>\s*\.?)"
    r"|<(?P<full>[^<>\s]*)>"
    r"|(?P<curie>[^\W\d_][\w-]*(?:\.[\w-]+)*)?:(?P<local>(?:[\w:~-]|%\w\w|\\.|\.(?=[\w:%\\~-]))+)"
    r"|[+-]?[0-9]*\.[0-9]+|(?P<end>[.{}])|[^\s.{}<\"'#:]+|\S",
    re.DOTALL,
)
_JSON_ID = re.compile(r'"@?id"\s*:\s*"((?:[^"\\]|\\.)*)"\s*(\}?)')
_OPENED = re.compile(r"\{\s*\Z")
_JSON_PREFIX = re.compile(r'"(@base|[\w.-]*)"\s*:\s*"(https?:[^"\\]*)"')
_XML_ABOUT = re.compile(r"""\b(rdf:about|rdf:resource|rdf:ID)\s*=\s*(["'])(.*?)\2""", re.DOTALL)
_XML_ENTITY = re.compile(r"""<!ENTITY\s+([\w.-]+)\s+(["'])(.*?)\2""", re.DOTALL)
_XML_BASE = re.compile(r"""\bxml:base\s*=\s*(["'])(.*?)\1""", re.DOTALL)


def subject_lines(source: Source, iris: Collection[str]) -> dict[str, int]:
    """The line (1-based) of each of these IRIs: where it is a subject, else where it first stands.

    One that is written in a way that isn't understood gets the first line with its last part, or
    line 1. Time is linear in the length of the text.
    """
    kind = Path(source.name).suffix.lower()
    read = {".jsonld": _in_json, ".json": _in_json}.get(kind, _in_turtle)
    if kind in {".rdf", ".owl", ".xml"}:
        read = _in_xml
    places: dict[str, _Place] = {}
    wanted = set(iris)
    for iri, place in read(source.text):
        if iri in wanted:
            places[iri] = min(place, places.get(iri, place))
    places |= _by_name(source.text, wanted - places.keys())
    starts = [0, *(m.end() for m in re.finditer("\n", source.text))]
    return {iri: bisect_right(starts, places.get(iri, (0, 0))[1]) for iri in wanted}


def _in_turtle(text: str) -> Iterator[tuple[str, _Place]]:
    """IRIs in Turtle, TriG, N-Triples and N-Quads; what begins a statement is a subject."""
    prefixes: dict[str, str] = {}
    base, begins = "", True
    for token in _TURTLE.finditer(text):
        place = (_SUBJECT if begins else _MENTION, token.start())
        if token["directive"]:
            name, iri = token["prefix"], urljoin(base, token["iri"])
            base = iri if token["directive"].lstrip("@")[:4].casefold() == "base" else base
            prefixes[name] = iri
        elif token["full"] is not None:
            yield urljoin(base, token["full"]) if base else token["full"], place
        elif token["local"]:
            local = re.sub(r"\\(.)", r"\1", token["local"])
            yield prefixes.get(token["curie"] or "", "") + local, place
        if not token[0].startswith("#"):
            begins = bool(token["end"] or token["directive"])


def _in_json(text: str) -> Iterator[tuple[str, _Place]]:
    """Values of @id; an object with more than that is a subject."""
    prefixes = dict(_JSON_PREFIX.findall(text))
    base = prefixes.get("@base", "")
    for found in _JSON_ID.finditer(text):
        alone = found[2] and _OPENED.search(text, max(0, found.start() - 80), found.start())
        prefix, _, local = found[1].partition(":")
        iri = prefixes[prefix] + local if prefix in prefixes else urljoin(base, found[1])
        yield iri, (_MENTION if alone else _SUBJECT, found.start())


def _in_xml(text: str) -> Iterator[tuple[str, _Place]]:
    """Attributes of RDF/XML that name a thing."""
    entities = {f"&{name};": value for name, _, value in _XML_ENTITY.findall(text)}
    match = _XML_BASE.search(text)
    base = match[2] if match else ""
    for found in _XML_ABOUT.finditer(text):
        value = re.sub(r"&[\w.-]+;", lambda m: entities.get(m[0], unescape(m[0])), found[3])
        iri = urljoin(base, f"#{value}" if found[1] == "rdf:ID" else value)
        yield iri, (_MENTION if found[1] == "rdf:resource" else _SUBJECT, found.start())


def _by_name(text: str, iris: Collection[str]) -> dict[str, _Place]:
    """Where the last part of each IRI first stands as a word."""
    names: dict[str, list[str]] = {}
    for iri in iris:
        names.setdefault(re.split(r"[/#]", iri.rstrip("/#"))[-1], []).append(iri)
    places: dict[str, _Place] = {}
    for word in re.finditer(r"[\w-]+(?:\.[\w-]+)*", text) if names else ():
        for iri in names.get(word[0], ()):
            places.setdefault(iri, (_NAME, word.start()))
    return places
