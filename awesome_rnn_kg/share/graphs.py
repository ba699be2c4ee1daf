"""Graphs that leave the library: a build of lists, or what the package carries of ours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Protocol

from .. import resources
from ..graph.authorities import read_turtle
from ..graph.prefixes import BASE, NO_MORE
from ..graph.terms import Triple, text_of
from ..graph.vocabulary import ARNN, RDF, SKOS


class Graph(Protocol):
    """What an export is made of: a build, or what the package carries."""

    @property
    def title(self) -> str: ...
    @property
    def base(self) -> str: ...
    @property
    def ours(self) -> bool: ...
    @property
    def prefixes(self) -> Mapping[str, str]: ...
    @property
    def listed(self) -> Collection[Triple]: ...
    @property
    def curated(self) -> Collection[Triple]: ...
    @property
    def shared(self) -> Collection[Triple]: ...
    @property
    def asserted(self) -> Collection[Triple]: ...
    @property
    def inferred(self) -> Collection[Triple]: ...


class Packaged:
    """The graph of our list that the package carries; neither the list nor `data/` is read."""

    base = BASE
    ours = True
    prefixes = NO_MORE

    @cached_property
    def title(self) -> str:
        (subject,) = (s for s, p, o in self.listed if (p, o) == (RDF.type, ARNN.List))
        return next(text_of(o) for s, p, o in self.listed if (s, p) == (subject, SKOS.prefLabel))

    @cached_property
    def listed(self) -> tuple[Triple, ...]:
        return _packaged("list")

    @cached_property
    def curated(self) -> tuple[Triple, ...]:
        return _packaged("curated")

    @property
    def shared(self) -> tuple[Triple, ...]:
        return self.curated

    @cached_property
    def inferred(self) -> tuple[Triple, ...]:
        return _packaged("inferred")

    @property
    def asserted(self) -> tuple[Triple, ...]:
        return (*self.listed, *self.curated)


def _packaged(part: str) -> tuple[Triple, ...]:
    return tuple(read_turtle(resources.path(f"compiled/{part}.nt")))
