"""The compiler: a list in, a graph out, one pass after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from . import resources
from .config import config_for
from .graph.authorities import (
    Curated,
    load_curated,
    make_authorities,
    make_lexicon,
    read_iris,
    read_languages,
    read_turtle,
)
from .graph.curated import select
from .graph.emit import emit
from .graph.infer import Inferred, infer, read_axioms
from .graph.terms import Triple
from .read.reader import read
from .resolve.authorities import Authorities
from .resolve.catalogue import Catalogue
from .resolve.resolver import resolve
from .text.diagnostics import Diagnostic
from .text.source import Source, Span, read_source

if TYPE_CHECKING:
    from rdflib import Graph

LIST = "data/awesome-rnn.md"
AUTHORITY_FILES = (
    "data/people.ttl",
    "data/institutions.ttl",
    "data/venues.ttl",
    "data/architectures.ttl",
    "data/applications.ttl",
    "data/works.ttl",
    "data/roles.ttl",
)


@dataclass(frozen=True)
class Build:
    """Compiled lists: catalogues, asserted triples with their places, what follows, findings."""

    catalogues: tuple[Catalogue, ...]
    listed: dict[Triple, Span]
    curated: dict[Triple, Span]
    diagnostics: tuple[Diagnostic, ...]
    _kept: dict[str, Inferred] = field(default_factory=dict, repr=False, compare=False)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the only list; ValueError where there are several."""
        (only,) = self.catalogues
        return only

    @cached_property
    def asserted(self) -> tuple[Triple, ...]:
        """What the lists and the authority files state."""
        return tuple(dict.fromkeys((*self.listed, *self.curated)))

    @cached_property
    def inference(self) -> Inferred:
        """What follows, with the steps that lead there."""
        return infer(self.asserted, read_axioms())

    @property
    def inferred(self) -> tuple[Triple, ...]:
        """What follows and is not asserted."""
        return self.inference.triples

    @property
    def graph(self) -> Graph:
        """Asserted and inferred triples as an rdflib graph."""
        from .graph.rdflib_graph import to_rdflib

        return to_rdflib((*self.asserted, *self.inferred))


@dataclass(frozen=True)
class Knowhow:
    """What compiling a list starts from: authority files, and what they say."""

    curated: Curated
    known: Authorities


def compile_list(
    path: str | Path | None = None, authorities: Sequence[str | Path] = (), base: str = ""
) -> Build:
    """Compile one list (default: ours). InputError says what cannot be read."""
    return compile_lists([path] if path else [], authorities, base)


def compile_lists(
    paths: Sequence[str | Path], authorities: Sequence[str | Path] = (), base: str = ""
) -> Build:
    """Compile lists into one graph; `base` replaces the start of their own IRIs."""
    sources = [read_source(p) for p in paths or [resources.path(LIST)]]
    parts = [_compile(s, authorities, base) for s in sources]
    listed = {t: span for part in parts for t, span in reversed(part.listed.items())}
    curated = {t: span for part in parts for t, span in part.curated.items() if t not in listed}
    return Build(
        tuple(part.catalogue for part in parts),
        listed if len(parts) > 1 else parts[0].listed,
        curated,
        tuple(d for part in parts for d in part.diagnostics),
    )


def _compile(source: Source, authorities: Sequence[str | Path], base: str) -> Build:
    """Read, resolve, emit one source."""
    config = config_for(Path(source.path))
    knowhow = load_knowhow((*config.authorities, *authorities), config.iris)
    document, found_reading = read(source, make_lexicon(knowhow.known))
    home = base or config.home
    catalogue, found_resolving = resolve(document, knowhow.known, home, config.slug)
    emitted = emit(catalogue)
    curated = select(knowhow.curated, emitted.origins)
    diagnostics = sorted((*found_reading, *found_resolving), key=Diagnostic.sort_key)
    return Build((catalogue,), emitted.origins, curated, tuple(diagnostics))


def load_knowhow(more: Sequence[str | Path] = (), iris: Path | None = None) -> Knowhow:
    """Read the packaged authority files and `more`; `iris` is a register of IRIs to keep.

    Without a register of its own a list shares the identifiers of ours.
    """
    files = [resources.path(name) for name in AUTHORITY_FILES] + [Path(p) for p in more]
    curated = load_curated(files)
    register = iris or resources.path("data") / "iris.tsv"
    known = make_authorities(
        curated,
        read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True),
        read_iris(register),
        read_languages(resources.path("data/languages.txt")),
    )
    return Knowhow(curated, known)
