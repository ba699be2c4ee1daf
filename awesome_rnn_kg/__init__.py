"""Compile curated lists of papers into a checked, queryable knowledge graph.

import awesome_rnn_kg as kg
g = kg.load()
g.run("captioning_papers", institution="Univ. Montreal").df()
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .__about__ import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from IPython.core.interactiveshell import InteractiveShell
    from rdflib import Graph

    from .ask.knowledge import Knowledge
    from .graph.build import Build
    from .graph.terms import Triple

__all__ = ["__version__", "compile", "connect", "load", "ontology", "shapes"]


def __dir__() -> list[str]:
    return __all__


def load(path: str | Path | None = None, infer: bool = True) -> "Knowledge":
    """The packaged graph, or one of your own: a build's folder or an RDF file.

    Raises GraphError where there is no graph. Without `infer` only what is asserted is asked.
    """
    from . import resources
    from .ask.knowledge import Knowledge
    from .ask.sources import packaged_parts, read_parts

    folder = Path(path) if path else resources.path("compiled")
    parts = read_parts(folder, infer) if path else packaged_parts(folder, infer)
    return Knowledge.of(parts, resources.path("queries"), folder, _cited)


def compile(  # noqa: A001  the word for it
    path: "str | Path | Sequence[str | Path] | None" = None,
    authorities: Sequence[str | Path] = (),
    base: str = "",
) -> "Build":
    """Compile a list (default: ours) or several into one graph.

    `authorities` are more Turtle files of known things; `base` starts the lists' own IRIs. Raises
    InputError for what cannot be read and for a base that is no IRI; mistakes of the list are in
    `diagnostics`.
    """
    from .compiler import compile_list
    from .config import check_base

    if isinstance(authorities, str | Path):
        raise TypeError(f"authorities: a list of files is expected, as in [{str(authorities)!r}]")
    if path is not None and not isinstance(path, str | Path) and not path:
        raise ValueError("path: no list is named; leave it out for ours")
    if base:
        check_base(base, "base")
    return compile_list(path, authorities, base)


def connect(url: str) -> "Knowledge":
    """The same interface over a SPARQL 1.1 endpoint."""
    from . import resources
    from .ask.knowledge import Knowledge
    from .ask.remote import Remote

    return Knowledge(Remote(url), resources.path("queries"), cite=_cited)


def ontology() -> "Graph":
    """The ontology as an rdflib graph."""
    return _packaged("ontology/rnn.ttl")


def shapes() -> "Graph":
    """The SHACL shapes as an rdflib graph."""
    return _packaged("ontology/shapes.ttl")


def _cited(triples: "Iterable[Triple]", form: str) -> "Iterable[str]":
    from .share.bibtex import bibtex
    from .share.csl import csljson

    return {"bibtex": bibtex, "csljson": csljson}[form](triples)


def load_ipython_extension(shell: "InteractiveShell") -> None:
    """What `%load_ext awesome_rnn_kg` calls: the magics `%%sparql` and `%kg`."""
    from .share.notebook import register

    register(shell, load)


def _packaged(name: str) -> "Graph":
    from . import resources
    from .graph.rdflib_io import read_turtle

    return read_turtle(resources.path(name))
