"""Where each asserted triple comes from, as a table of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePath

from ..text.source import Span
from .terms import Triple

HEADER = "subject\tpredicate\tobject\tsource\tline\tcolumn\tend_line\tend_column\n"


def origins_table(*parts: Mapping[Triple, Span]) -> Iterator[str]:
    """A header and one row a triple, sorted; sources are file names, never folders."""
    yield HEADER
    yield from sorted(_rows(parts))


def _rows(parts: Iterable[Mapping[Triple, Span]]) -> Iterator[str]:
    for part in parts:
        for triple, span in part.items():
            place = (span.line, span.column, span.end_line, span.end_column)
            name = _shown(span.path)
            yield "\t".join((*triple, name, *map(str, place))) + "\n"


@cache
def _shown(path: str) -> str:
    """A file's name; tables of evidence keep the folder that they stand in."""
    name = PurePath(path).name
    return f"evidence/{name}" if path.startswith("evidence/") else name
