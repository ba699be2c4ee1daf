"""Compares lists and graphs: a Markdown list is compiled, a graph read as it is."""

from __future__ import annotations

from pathlib import Path

from .ask.sources import read_parts
from .compiler import compile_list
from .graph.parsing import complaint
from .graph.statements import Statements
from .graph.terms import Triple
from .share.diff import Difference, diff
from .text.source import InputError

_LISTS = {".md", ".markdown", ".mdown", ".txt"}


def compare(old: str | Path, new: str | Path) -> Difference:
    """What differs between two lists, RDF files or build folders, in any combination.

    InputError or GraphError for what cannot be read.
    """
    return diff(_triples(Path(old)), _triples(Path(new)))


def _triples(path: Path) -> list[Triple]:
    """What a list or a graph states; what is inferred says nothing new."""
    if path.suffix.lower() in _LISTS:
        return list(compile_list(path).asserted)
    if not path.exists():
        raise InputError(f"{path}: no such file")
    parts = read_parts(path, inferred=False)
    try:
        return [triple for part in parts.values() for triple in Statements.of(part)]
    except (SyntaxError, ValueError) as error:
        raise InputError(complaint(path, error)) from None
