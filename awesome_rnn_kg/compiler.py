"""The compiler: a list in, a graph out, one pass after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import resources
from .config import Config, config_for
from .graph.authorities import (
    Curated,
    load_curated,
    make_authorities,
    make_lexicon,
    read_iris,
    read_turtle,
    read_words,
)
from .graph.build import Build
from .graph.curated import select
from .graph.emit import emit
from .graph.vetting import add_superclasses, vet
from .read.memory import Memory
from .read.reader import read
from .resolve.authorities import Authorities
from .resolve.catalogue import Catalogue
from .resolve.keys import slug
from .resolve.resolver import resolve
from .text.diagnostics import Diagnostic
from .text.source import Source, read_source

LIST = "data/awesome-rnn.md"
AUTHORITY_FILES = (
    "data/people.ttl",
    "data/institutions.ttl",
    "data/venues.ttl",
    "data/architectures.ttl",
    "data/applications.ttl",
    "data/works.ttl",
    "data/roles.ttl",
    "data/redirects.ttl",
)


@dataclass(frozen=True)
class Knowhow:
    """What compiling a list starts from: authority files, and what they say."""

    curated: Curated
    known: Authorities


@dataclass
class Shared:
    """What the lists of one build share: slugs in use, and things that no file knows.

    `base` replaces the start of their own IRIs.
    """

    base: str = ""
    slugs: set[str] = field(default_factory=set)
    named: dict[str, tuple[str, str]] = field(default_factory=dict)


def compile_list(
    path: str | Path | None = None, authorities: Sequence[str | Path] = (), base: str = ""
) -> Build:
    """Compile one list (default: ours). InputError says what cannot be read.

    What rules found that are off by default is left out.
    """
    build = compile_lists([path] if path else [], authorities, base)
    return replace(build, diagnostics=tuple(d for d in build.diagnostics if not d.rule.off))


def compile_lists(
    paths: Sequence[str | Path], authorities: Sequence[str | Path] = (), base: str = ""
) -> Build:
    """Compile lists into one graph; `base` replaces the start of their own IRIs."""
    sources = [read_source(p) for p in paths or [resources.path(LIST)]]
    shared = Shared(base)
    parts = [_compile(s, authorities, shared) for s in sources]
    if len(parts) == 1:
        return parts[0]
    listed = {t: span for part in reversed(parts) for t, span in part.listed.items()}
    return Build(
        tuple(part.catalogue for part in parts),
        listed,
        tuple(selection for part in parts for selection in part.selections),
        tuple(d for part in parts for d in part.diagnostics),
    )


def _compile(source: Source, authorities: Sequence[str | Path], shared: Shared) -> Build:
    """Read, resolve, emit one source."""
    config = config_for(Path(source.path))
    knowhow = load_knowhow((*config.authorities, *authorities), config.iris)
    return emitted(read_and_resolve(source, knowhow, config, shared), knowhow)


@dataclass(frozen=True)
class Resolved:
    """One list, read and resolved, and what both passes objected to."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


def read_and_resolve(
    source: Source,
    knowhow: Knowhow,
    config: Config,
    shared: Shared | None = None,
    memory: Memory | None = None,
) -> Resolved:
    """Read and resolve one source; `memory` is what reading it before has left."""
    shared = shared or Shared()
    document, found_reading = read(source, make_lexicon(knowhow.known), memory)
    name = _free(config.slug or slug(document.title.text), shared.slugs)
    home = config.home
    if shared.base:
        home = shared.base if len(shared.slugs) == 1 else f"{shared.base}{name}/"
    catalogue, found_resolving = resolve(document, knowhow.known, home, name, shared.named)
    diagnostics = sorted((*found_reading, *found_resolving), key=Diagnostic.sort_key)
    return Resolved(catalogue, tuple(diagnostics))


def emitted(resolved: Resolved, knowhow: Knowhow) -> Build:
    """The triples of a list, and those that the authority files add."""
    listed = emit(resolved.catalogue).origins
    return Build(
        (resolved.catalogue,),
        listed,
        (select(knowhow.curated, listed),),
        resolved.diagnostics,
    )


def _free(name: str, taken: set[str]) -> str:
    """A list's slug; the second list of the same title gets -2."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def load_knowhow(more: Sequence[str | Path] = (), iris: Path | None = None) -> Knowhow:
    """Read the packaged authority files and `more`; `iris` is a register of IRIs to keep.

    Without a register of its own a list shares the identifiers of ours.
    """
    files = [resources.path(name) for name in AUTHORITY_FILES] + [Path(p) for p in more]
    curated = load_curated(files)
    ontology = tuple(read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True))
    add_superclasses(curated, ontology)
    if more:
        curated.read_tables()
        vet(curated, [Path(p) for p in more], ontology)
    register = iris or resources.path("data") / "iris.tsv"
    known = make_authorities(
        curated,
        ontology,
        read_iris(register),
        read_words(resources.path("data/languages.txt")),
    )
    words = frozenset(read_words(resources.path("data/title-words.txt")))
    lookalikes = frozenset(read_words(resources.path("data/title-lookalikes.txt")))
    known = replace(known, words=words, lookalikes=lookalikes, own=bool(more))
    return Knowhow(curated, known)
