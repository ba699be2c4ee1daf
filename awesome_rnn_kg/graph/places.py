"""The table of origins read back: where a triple is stated, and the text that stands there."""

from __future__ import annotations

import contextlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..text.source import InputError, Source, read_source
from .origins import HEADER
from .prefixes import compact
from .terms import Triple, iri_of, is_iri, text_of
from .vocabulary import RDF


class Place(NamedTuple):
    """Where a triple is stated: a file's name, 1-based lines and columns (the end exclusive).

    `text` is what stands there, its lines without indents; empty where the file isn't at hand.
    """

    source: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"


class Origins:
    """A table of origins, searched by halving: its rows are sorted. InputError if it is none."""

    def __init__(self, path: Path) -> None:
        try:
            self._data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
        if not self._data.startswith(HEADER.encode()):
            raise InputError(f"{path}: is not a table of origins; build the graph again")

    def place(self, triple: Triple) -> Place | None:
        """Where an asserted triple is stated; None for one that the table doesn't hold."""
        row = "\t".join((*triple, "")).encode()
        offsets = range(len(HEADER), len(self._data))
        found = len(HEADER) + bisect_left(offsets, row, key=lambda i: self._line(i, len(row)))
        if not self._data.startswith(row, found):
            return None
        end = self._data.index(b"\n", found)
        source, *numbers = self._data[found + len(row) : end].decode().split("\t")
        line, column, end_line, end_column = map(int, numbers)
        return Place(source, line, column, end_line, end_column)

    def _line(self, offset: int, length: int) -> bytes:
        """The start of the line that an offset is in."""
        start = self._data.rfind(b"\n", 0, offset) + 1
        return self._data[start : start + length]


class Texts:
    """The sources that are at hand, found by name in folders.

    `digests` are SHA-256 sums of sources by name: no other text is shown in the place of theirs.
    """

    def __init__(self, folders: Sequence[Path], digests: Mapping[str, str]) -> None:
        self._folders = folders
        self._digests = digests
        self._known: dict[str, Source | None] = {}

    def at(self, place: Place, triple: Triple) -> str:
        """The lines of a place, or nothing where the file is missing or isn't the same."""
        if place.source not in self._known:
            self._known[place.source] = self._find(place.source)
        source = self._known[place.source]
        if source is None:
            return ""
        lines = source.lines[place.line - 1 : place.end_line]
        told = "\n".join(line.strip() for line in lines)
        return told if place.source in self._digests or _tells(told, triple) else ""

    def _find(self, name: str) -> Source | None:
        for folder in self._folders:
            with contextlib.suppress(InputError):
                source = read_source(folder / name)
                if self._digests.get(name, source.digest) == source.digest:
                    return source
        return None


def _tells(text: str, triple: Triple) -> bool:
    """Whether text of a data file can state a triple: another version may hold other lines."""
    _, predicate, value = triple
    if predicate == RDF.type:
        return " a " in f" {text}"
    if is_iri(value):
        return (compact(value) or value) in text or iri_of(value) in text
    return text_of(value) in text or value in text
