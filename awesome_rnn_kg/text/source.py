"""A source file as text with places, and the errors that reading one can give."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from stat import S_ISCHR
from typing import NamedTuple

UTF8_BOM = "\ufeff"
_OTHER_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class InputError(Exception):
    """Input that cannot be used, told in one line with its remedy."""


class Span(NamedTuple):
    """A stretch of a source: 1-based lines and columns in characters; the end is exclusive.

    Thousands are made of a list: a tuple takes a third of the time.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def through(self, other: Span) -> Span:
        """The span from the start of this one to the end of `other`."""
        return Span(self.path, self.line, self.column, other.end_line, other.end_column)


@dataclass(frozen=True)
class Source:
    """A text file: its name (never its folder), its path as the user gave it, and its text.

    Line ends are LF whatever the file had; a byte-order mark is dropped.
    """

    name: str
    text: str
    path: str = ""
    digest: str = ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """Line `number` (1-based), without its end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        return Span(self.path or self.name, line, column, end_line, end_column)

    def line_span(self, line: int) -> Span:
        """The span of one line without its indent and trailing blanks."""
        text = self.line(line)
        start = len(text) - len(text.lstrip())
        return self.span(line, start + 1, line, max(start + 1, len(text.rstrip())) + 1)


def source_from_text(text: str, name: str = "list.md") -> Source:
    """A source from a string; the digest is that of its UTF-8 form."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(name=name, text=_normal(text), path=name, digest=digest)


def source_from_bytes(data: bytes, path: str) -> Source:
    """A source from the bytes of a file; InputError where they are not UTF-8 text."""
    name = _printable(Path(path).name)
    text = _decode(data, _printable(path))
    digest = hashlib.sha256(data).hexdigest()
    return Source(name=name, text=_normal(text), path=_printable(path), digest=digest)


def read_source(path: Path | str) -> Source:
    """Read a UTF-8 text file.

    Raises InputError for a missing or unreadable file, a folder, a device, a binary file, another
    encoding, and a file without text.
    """
    return with_text(source_from_bytes(read_bytes(Path(path)), str(path)))


def read_sources(paths: Sequence[Path | str]) -> list[Source]:
    """Read text files; of those with the same name, each is named with what tells it apart."""
    sources = [read_source(path) for path in paths]
    places = [PurePath(os.path.abspath(path)).parts for path in paths]  # noqa: PTH100  links stay
    return [
        replace(source, name="/".join(place[-_telling(place, places) :]))
        if len(paths) > 1
        else source
        for source, place in zip(sources, places, strict=True)
    ]


def _telling(place: tuple[str, ...], places: Sequence[tuple[str, ...]]) -> int:
    """How many of the last pieces of a path tell it from others; 1 where it stands twice."""
    others = [p for p in places if p != place]
    return next((n for n in range(1, len(place)) if all(p[-n:] != place[-n:] for p in others)), 1)


def with_text(source: Source) -> Source:
    """The source; InputError for one without text."""
    if not source.text.strip():
        raise InputError(f"{source.path}: is empty")
    return source


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; InputError for what is missing, unreadable or no file."""
    try:
        if S_ISCHR(path.stat().st_mode):
            raise InputError(f"{path}: is a device, not a file")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from None


def _printable(path: str) -> str:
    """A path as text that can be written: bytes of it that are not UTF-8 are replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _decode(data: bytes, path: str) -> str:
    if data.startswith(_OTHER_BOMS):
        raise InputError(f"{path}: is UTF-16 or UTF-32; save it as UTF-8")
    if b"\x00" in data:
        raise InputError(f"{path}: is a binary file (NUL byte at {data.index(0)}), not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}:{line}: is not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start});"
            " save it as UTF-8"
        ) from None


def _normal(text: str) -> str:
    return text.removeprefix(UTF8_BOM).replace("\r\n", "\n").replace("\r", "\n")
