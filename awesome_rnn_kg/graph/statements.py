"""N-Triples in memory, searched as text: no term becomes an object before it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph

from .terms import Triple

# One line a triple, one blank between terms: what our writers and pyoxigraph's give.
_CANONICAL = re.compile(
    rb'(?:(?:<[^<>"\s]*+>|_:\S++) <[^<>"\s]*+> '
    rb'(?:<[^<>"\s]*+>|_:\S++|"(?:[^"\\\r\n]|\\.)*+"(?:@[\w-]++|\^\^<[^<>"\s]*+>)?+) \.\n)*+'
)


class Statements:
    """The triples of N-Triples as our writer gives them, one line each; `of` takes any."""

    def __init__(self, data: bytes) -> None:
        self._data = b"\n" + data

    @classmethod
    def of(cls, data: bytes) -> Statements:
        """The triples of any N-Triples text; SyntaxError where it is none."""
        return cls(data if _CANONICAL.fullmatch(data) else _rewritten(data))

    def __contains__(self, triple: Triple) -> bool:
        return f"\n{' '.join(triple)} .\n".encode() in self._data

    def __iter__(self) -> Iterator[Triple]:
        return map(_triple, self._data[1:].decode().split("\n")[:-1])

    def about(self, subject: str, predicate: str = "") -> list[Triple]:
        """The triples of a subject, and of a predicate where one is named."""
        start = f"\n{subject} " + (f"{predicate} " if predicate else "")
        return [self._at(place + 1) for place in self._find(start.encode())]

    def values(self, predicate: str) -> Iterator[Triple]:
        """Every triple of a predicate."""
        for place in self._find(f"> {predicate} ".encode()):
            triple = self._at(self._data.rindex(b"\n", 0, place) + 1)
            if triple[1] == predicate:
                yield triple

    def subjects(self) -> set[str]:
        """Everything that something is said of."""
        return {name.decode() for name in re.findall(rb"\n(<[^>]*>)", self._data)}

    def _find(self, text: bytes) -> Iterator[int]:
        place = self._data.find(text)
        while place >= 0:
            yield place
            place = self._data.find(text, place + 1)

    def _at(self, start: int) -> Triple:
        return _triple(self._data[start : self._data.index(b"\n", start)].decode())


def _triple(line: str) -> Triple:
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest.removesuffix(" .")


def _rewritten(data: bytes) -> bytes:
    quads = pyoxigraph.parse(data, pyoxigraph.RdfFormat.N_TRIPLES)
    return b"".join(f"{q.subject} {q.predicate} {q.object} .\n".encode() for q in quads)
