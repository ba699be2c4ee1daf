"""Where each asserted triple comes from, as a table of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePath

from ..text.source import Span
from .terms import Triple

HEADER = "subject\tpredicate\tobject\tsource\tline\tcolumn\tend_line\tend_column\n"


def file_name(path: str) -> str:
    """A file's name, never its folder; tables of evidence keep that which they stand in."""
    name = PurePath(path).name
    return f"evidence/{name}" if path.startswith("evidence/") else name


def origins_table(
    *parts: Mapping[Triple, Span], name: Callable[[str], str] = file_name
) -> Iterator[str]:
    """A header and one row a triple, sorted; `name` is what is said of a path."""
    yield HEADER
    yield from sorted(_rows(parts, cache(name)))


def _rows(parts: Iterable[Mapping[Triple, Span]], name: Callable[[str], str]) -> Iterator[str]:
    for part in parts:
        for triple, span in part.items():
            place = (span.line, span.column, span.end_line, span.end_column)
            yield "\t".join((*triple, name(span.path), *map(str, place))) + "\n"
