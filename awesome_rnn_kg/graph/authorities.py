"""Authority files → what the resolver may know, and the curated triples with their places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from ..read.lexicon import Lexicon
from ..read.lexicon import label_key as link_key
from ..resolve.authorities import Authorities, Index, Thing, index
from ..resolve.keys import label_key
from ..text.source import InputError, Source, Span, read_source
from .parsing import complaint
from .prefixes import BASE, compact, expand
from .terms import Triple, datatype_of, iri, iri_of, is_iri, literal, text_of
from .vocabulary import ARNN, RDF, SKOS, XSD

_CLASSES = {
    "people": ARNN.Person,
    "institutions": ARNN.Institution,
    "venues": ARNN.Venue,
    "architectures": ARNN.Architecture,
    "applications": ARNN.Application,
}
NAMED = frozenset(_CLASSES.values())
"""Classes of things that lists refer to by their labels."""
_GENERAL = NAMED | {ARNN.Agent, SKOS.Concept}

_ABSENT = "none.tsv"
_INFERRED = "/graph/inferred"
_LONGEST_BLOCK = 200
_PLAIN = re.compile(r'"[^"\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]*"')
"""A literal that Turtle and N-Triples write alike."""
_ALIKE = re.compile(r'"[^"\\\x00-\x1f\x7f\ufffe\uffff]*"(?:@[\w-]+|\^\^<[^<>]*>)?')
"""A literal that the parser writes as we do: nothing in it is escaped."""


class EvidenceRow(NamedTuple):
    """One row of an evidence table; `object` is a term or `*`."""

    subject: str
    predicate: str
    object: str
    source: str
    where: str
    span: Span


@dataclass
class Curated:
    """The triples of the authority files by subject, and their evidence.

    `places` finds where a triple stands, which takes long and is seldom asked. `tables` hold the
    evidence, which checking a list does not ask for.
    """

    blocks: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    places: dict[Triple, Callable[[Triple], Span]] = field(default_factory=dict)
    tables: list[Path] = field(default_factory=list)

    @cached_property
    def evidence(self) -> dict[tuple[str, str], list[EvidenceRow]]:
        """The rows about each subject and predicate."""
        found: dict[tuple[str, str], list[EvidenceRow]] = {}
        for table in self.tables:
            for row in read_evidence(table) if table.name != _ABSENT else ():
                found.setdefault((row.subject, row.predicate), []).append(row)
        return found

    @cached_property
    def absent(self) -> list[EvidenceRow]:
        """The rows that say what is known not to be so."""
        return [row for t in self.tables if t.name == _ABSENT for row in read_evidence(t)]

    def read_tables(self) -> None:
        """Read the evidence now; InputError names the row that is wrong."""
        _ = self.evidence, self.absent

    def add(self, triples: Iterable[Triple], place: Callable[[Triple], Span]) -> None:
        """Add the triples that are new; `place` finds where each stands."""
        places, blocks = self.places, self.blocks
        for triple in triples:
            if triple not in places:
                places[triple] = place
                blocks.setdefault(triple[0], []).append(triple[1:])

    def span(self, triple: Triple) -> Span:
        """Where a triple stands."""
        return self.places[triple](triple)

    def objects(self, subject: str, predicate: str) -> list[str]:
        return [o for p, o in self.blocks.get(subject, ()) if p == predicate]


def read_turtle(path: Path, blank_nodes: bool = False) -> Iterator[Triple]:
    """The triples of a Turtle (or N-Triples) file; InputError where it does not parse.

    Triples with blank nodes are an error, or are passed over where they are allowed.
    """
    for subject, predicate, value, _ in _quads(path):
        if type(subject) is type(value) is ox.NamedNode:  # most are, and there are thousands
            yield str(subject), str(predicate), str(value)
        elif not blank_nodes or ox.BlankNode not in (type(subject), type(value)):
            yield _term(subject, path), str(predicate), _term(value, path)


def read_asserted(path: Path) -> Iterator[Triple]:
    """What an RDF file states, of blank nodes too; what stands in a graph of inferred triples is
    left out.
    """
    for quad in _quads(path):
        if not (
            isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.endswith(_INFERRED)
        ):
            subject, value = (
                str(t) if isinstance(t, ox.BlankNode) else _term(t, path)
                for t in (quad.subject, quad.object)
            )
            yield subject, str(quad.predicate), value


def _quads(path: Path) -> Iterator[ox.Quad]:
    kind = ox.RdfFormat.from_extension(path.suffix.lstrip(".")) or ox.RdfFormat.TURTLE
    try:
        yield from ox.parse(path=str(path), format=kind)
    except SyntaxError as error:
        raise InputError(complaint(path, error)) from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None


def _term(term: object, path: Path) -> str:
    if isinstance(term, ox.NamedNode):
        return str(term)
    if isinstance(term, ox.Literal):
        return _literal(term)
    raise InputError(f"{path}: holds a blank node; give every thing an IRI")


def _literal(term: ox.Literal) -> str:
    if _ALIKE.fullmatch(written := str(term)):
        return written
    if term.language:
        return literal(term.value, lang=term.language)
    return literal(term.value, datatype=f"<{term.datatype.value}>")


def load_curated(files: Iterable[Path]) -> Curated:
    """Read authority files, and find `evidence/<stem>.tsv` and `evidence/none.tsv` beside each."""
    curated = Curated()
    for path in files:
        curated.add(read_turtle(path), _Places(path).find)
        beside = (path.parent / "evidence" / name for name in (f"{path.stem}.tsv", _ABSENT))
        curated.tables += (t for t in beside if t.exists() and t not in curated.tables)
    return curated


def read_evidence(path: Path) -> Iterator[EvidenceRow]:
    """The rows of an evidence table; InputError names the line that is not one."""
    lines, name = read_source(path).lines, f"evidence/{path.name}"
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) not in (4, 5):
            raise InputError(f"{path}:{number}: has {len(cells)} cells; 5 were expected")
        span = Span(name, number, 1, number, len(line) + 1)
        subject, predicate, value, source, where = (*cells, "")[:5]
        if not source.strip():
            raise InputError(
                f"{path}:{number}: names no source; a fact without one cannot be checked"
            )
        try:
            yield EvidenceRow(
                _curie(subject), _curie(predicate), _object(value), source, where, span
            )
        except ValueError as error:
            raise InputError(f"{path}:{number}: {error}") from None


@lru_cache(maxsize=16384)
def _curie(text: str) -> str:
    return iri(text[1:-1]) if text.startswith("<") else expand(text)


@lru_cache(maxsize=16384)
def _object(text: str) -> str:
    """An object cell: `*`, a CURIE, an IRI in brackets, or a literal as Turtle writes it."""
    text = text.strip()
    if text == "*":
        return text
    if _PLAIN.fullmatch(text):
        return text
    if text[:1] in "\"'" or re.fullmatch(r"[+-]?\d+(\.\d+)?|true|false", text):
        return _turtle_literal(text)
    return _curie(text)


def _turtle_literal(text: str) -> str:
    head = f"@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <{BASE}x> <{BASE}y> {text} ."
    try:
        quad = next(iter(ox.parse(head.encode(), format=ox.RdfFormat.TURTLE)))
    except (SyntaxError, StopIteration):
        raise ValueError(f"{text!r} is no Turtle literal") from None
    return _term(quad.object, Path("evidence"))


class _Places:
    """Finds the line of a curated triple: its subject's block, then the object's text in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def source(self) -> Source:
        return read_source(self.path)

    @cached_property
    def starts(self) -> dict[str, int]:
        """The line on which the block of each subject starts."""
        starts: dict[str, int] = {}
        for number, line in enumerate(self.source.lines, 1):
            found = re.match(r"(<[^>]+>|[\w-]*:[\w.%-]+)", line)
            if found:
                starts.setdefault(self._iri(found[1]), number)
        return starts

    def _iri(self, text: str) -> str:
        if text.startswith("<"):
            return text
        try:
            return expand(text)
        except ValueError:
            return text

    def find(self, triple: Triple) -> Span:
        """The line of the object, after its predicate; the block's first line where unsure."""
        start = self.starts.get(triple[0], 1)
        predicate, value = _written(triple[1]), _written(triple[2])
        said = False
        block = self.source.lines[start - 1 : start - 1 + _LONGEST_BLOCK]
        for number, line in enumerate(block, start):
            said = said or _holds(line, predicate)
            if said and _holds(line, value):
                return self._span(number)
            if line.rstrip().endswith(" ."):
                break
        return self._span(start)

    def _span(self, number: int) -> Span:
        line = self.source.lines[number - 1]
        return Span(
            self.source.name, number, len(line) - len(line.lstrip()) + 1, number, len(line) + 1
        )


def _written(term: str) -> str:
    """A term as the data files write it; a number or truth value without its datatype."""
    if is_iri(term):
        return "a" if term == RDF.type else compact(term) or term
    text = text_of(term)
    bare = datatype_of(term) in (XSD.integer, XSD.decimal, XSD.boolean)
    return text if bare else term[: term.rindex('"') + 1]


def _holds(line: str, words: str) -> bool:
    """Whether words stand in a line, and not as a part of others."""
    at = line.find(words)
    while at >= 0:
        before, after = line[max(at - 1, 0) : at], line[at + len(words) :][:1]
        if not (_joins(before) or _joins(after)):
            return True
        at = line.find(words, at + 1)
    return False


def _joins(char: str) -> bool:
    """Whether a character beside a term makes it a part of a longer one."""
    return char.isalnum() or char in ("_", ":", "/", "-")


def make_authorities(
    curated: Curated, ontology: Iterable[Triple], iris: dict[str, str], languages: tuple[str, ...]
) -> Authorities:
    """What the resolver may know, out of the curated triples and the ontology's heading labels."""
    typed = _by_class(curated)
    indexes = {
        n: index((_thing(curated, s) for s in typed.get(c, ())), people=n == "people")
        for n, c in _CLASSES.items()
    }
    return Authorities(
        people=indexes["people"],
        institutions=indexes["institutions"],
        venues=indexes["venues"],
        architectures=indexes["architectures"],
        applications=indexes["applications"],
        roles=_roles(curated),
        kinds=_kinds(ontology),
        iris=iris,
        languages=languages,
        publications=frozenset(map(iri_of, typed.get(ARNN.Publication, ()))),
    )


def _by_class(curated: Curated) -> dict[str, list[str]]:
    """The subjects that are stated to be of each class."""
    found: dict[str, list[str]] = {}
    for subject, predicate, value in curated.places:
        if predicate == RDF.type:
            found.setdefault(value, []).append(subject)
    return found


def _thing(curated: Curated, subject: str) -> Thing:
    said: dict[str, list[str]] = defaultdict(list)
    for predicate, value in curated.blocks[subject]:
        said[predicate].append(value)
    special = [t for t in said[RDF.type] if t not in _GENERAL]
    above = said[SKOS.broader] + said[ARNN.partOf]
    labels = [text_of(o) for o in said[SKOS.altLabel]]
    preferred = [text_of(o) for o in said[SKOS.prefLabel]]
    return Thing(
        iri=iri_of(subject),
        label=preferred[0] if preferred else "",
        labels=tuple(labels),
        kind=iri_of(special[0]).split("#")[-1] if special else "",
        above=tuple(iri_of(a) for a in above),
        ambiguous=bool(said[ARNN.ambiguousName]),
        works=frozenset(iri_of(w) for w in said[ARNN.authorOf]),
    )


def _roles(curated: Curated) -> Index:
    scheme = f"<{BASE}scheme/link-roles>"
    roles = (s for s, block in curated.blocks.items() if (SKOS.inScheme, scheme) in block)
    return index(_thing(curated, s) for s in roles)


def _kinds(ontology: Iterable[Triple]) -> dict[str, str]:
    """Heading labels of the classes of resources: label → class name."""
    return {
        label_key(text_of(o)): iri_of(s).split("#")[-1]
        for s, p, o in ontology
        if p == SKOS.altLabel and s.startswith(f"<{BASE}ontology#")
    }


def make_lexicon(known: Authorities) -> Lexicon:
    """The words by which the reader tells fields apart."""
    links = {link_key(label) for t in known.roles.things.values() for label in (t.label, *t.labels)}
    venues = {
        link_key(label) for t in known.venues.things.values() for label in (t.label, *t.labels)
    }
    return Lexicon(frozenset(links), frozenset(venues))


def read_iris(path: Path) -> dict[str, str]:
    """The register of minted IRIs: identity key → IRI."""
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line)
    return {row[1]: row[0] for row in rows if len(row) == 2}


def read_words(path: Path) -> tuple[str, ...]:
    """The lines of a word list, without its comments."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return tuple(line for line in map(str.strip, lines) if line and line[0] != "#")
