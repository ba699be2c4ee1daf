"""The compiler: a list in, a graph out, one pass after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

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
from .read.checks import mendable, unread
from .read.checks.reading import Reading
from .read.document import Document
from .read.lexicon import Lexicon
from .read.reader import read
from .resolve.authorities import Authorities
from .resolve.catalogue import Catalogue
from .resolve.checks import Objections
from .resolve.keys import slug
from .resolve.minting import BASE
from .resolve.resolver import Given, Identified, identify, resolve
from .text.diagnostics import Diagnostic
from .text.source import read_sources

if TYPE_CHECKING:
    from .graph.validate import Engine

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

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words by which the reader tells fields apart."""
        return make_lexicon(self.known)


@dataclass(frozen=True)
class Resolved:
    """Lists, read and identified together; what they mean is resolved when it is asked for."""

    identified: Identified
    readings: tuple[Reading, ...]
    base: str = BASE

    @cached_property
    def catalogue(self) -> Catalogue:
        """The things that the lists mention."""
        return resolve(self.identified)

    @cached_property
    def objections(self) -> Objections:
        """What resolving objects to."""
        return self.identified.objections

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything, in order."""
        told = chain.from_iterable(map(unread, self.readings))
        return _sorted(told, self._of_reading, self.objections.all)

    @property
    def mendable(self) -> tuple[Diagnostic, ...]:
        """All that has a repair, in order; of what has none, what was found on the way."""
        return _sorted(self._of_reading, self.objections.mendable)

    @cached_property
    def _of_reading(self) -> tuple[Diagnostic, ...]:
        return tuple(chain.from_iterable(map(mendable, self.readings)))


def _sorted(*found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(chain(*found), key=Diagnostic.sort_key))


def compile_list(
    path: str | Path | Sequence[str | Path] | None = None,
    authorities: Sequence[str | Path] = (),
    base: str = "",
) -> Build:
    """Compile a list (default: ours) or several. InputError says what cannot be read.

    What rules found that are off by default is left out.
    """
    paths = [path] if isinstance(path, str | Path) else path
    build = compile_lists(paths or [], authorities, base)
    return replace(build, diagnostics=tuple(d for d in build.diagnostics if not d.rule.off))


def compile_lists(
    paths: Sequence[str | Path],
    authorities: Sequence[str | Path] = (),
    base: str = "",
    engine: Engine | None = None,
) -> Build:
    """Compile lists into one graph; `base` replaces the start of their own IRIs.

    An `engine` checks the graph, too.
    """
    sources = read_sources(paths or [resources.path(LIST)])
    configs = [config_for(Path(s.path)) for s in sources]
    more = dict.fromkeys(a for c in configs for a in c.authorities)
    registers = dict.fromkeys(c.iris for c in configs)
    knowhow = load_knowhow((*more, *authorities), *registers)
    readings = [read(source, knowhow.lexicon) for source in sources]
    return emitted(resolve_readings(readings, configs, knowhow, base), knowhow, engine)


def resolve_readings(
    readings: Sequence[Reading], configs: Sequence[Config], knowhow: Knowhow, base: str = ""
) -> Resolved:
    """Resolve lists together, each with its configuration."""
    lists = _given([reading.document for reading in readings], configs, base)
    return Resolved(identify(lists, knowhow.known), tuple(readings), base or BASE)


def _given(documents: Sequence[Document], configs: Sequence[Config], base: str) -> list[Given]:
    """Each list with its name and the base of its IRIs; of several, names come after `base`."""
    taken: set[str] = set()
    given = []
    for document, config in zip(documents, configs, strict=True):
        name = _free(config.slug or slug(document.title.text), taken)
        home = base if len(documents) == 1 else f"{base}{name}/"
        given.append(Given(document, name, home if base else config.home))
    return given


def emitted(resolved: Resolved, knowhow: Knowhow, engine: Engine | None = None) -> Build:
    """The triples of lists, and those that the authority files add; checked by an `engine`, if any.

    The engine is asked first: a process beside may answer while the rules are at work.
    """
    listed = emit(resolved.catalogue).origins
    selection = select(knowhow.curated, listed)
    build = Build(resolved.catalogue, listed, selection, (), base=resolved.base)
    violations = build.ask(engine) if engine else None
    build = replace(build, diagnostics=resolved.diagnostics)
    return build.violating(violations()) if violations else build


def _free(name: str, taken: set[str]) -> str:
    """A list's slug; the second list of the same title gets -2."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def load_knowhow(more: Sequence[str | Path] = (), *registers: Path | None) -> Knowhow:
    """Read the packaged authority files and `more`; `registers` hold IRIs to keep.

    None, or no register at all, is ours: a list without its own shares our identifiers.
    """
    files = [resources.path(name) for name in AUTHORITY_FILES] + [Path(p) for p in more]
    curated = load_curated(files)
    ontology = tuple(read_turtle(resources.path("ontology/rnn.ttl"), blank_nodes=True))
    add_superclasses(curated, ontology)
    if more:
        curated.read_tables()
        vet(curated, [Path(p) for p in more], ontology)
    ours = resources.path("data") / "iris.tsv"
    iris = [read_iris(register or ours) for register in registers or [None]]
    known = make_authorities(
        curated,
        ontology,
        {key: iri for register in reversed(iris) for key, iri in register.items()},
        read_words(resources.path("data/languages.txt")),
    )
    words = frozenset(read_words(resources.path("data/title-words.txt")))
    lookalikes = frozenset(read_words(resources.path("data/title-lookalikes.txt")))
    known = replace(known, words=words, lookalikes=lookalikes, own=bool(more))
    return Knowhow(curated, known)
