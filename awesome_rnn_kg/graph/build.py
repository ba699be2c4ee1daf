"""A build: what compiling gives, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .. import resources
from ..resolve.catalogue import Catalogue
from ..text.diagnostics import Diagnostic
from ..text.source import Span
from .authorities import EvidenceRow
from .curated import Selection, absences
from .origins import file_name
from .prefixes import BASE, KINDS
from .terms import Triple

TOLD_OF_LISTS = frozenset(("RNN301", "RNN305", "RNN502", "RNN503"))
"""Shapes that say of a list's entry what RNN203, RNN208, RNN212 and RNN230 say, or know to be no
fault of it."""

if TYPE_CHECKING:
    from rdflib import Graph

    from .infer import Inferred
    from .validate import Engine, Violation


@dataclass(frozen=True)
class Build:
    """Compiled lists: their catalogue, what they and authority files state, what follows, findings.

    `base` is the start of IRIs that are given to the graph and its parts.
    """

    catalogue: Catalogue
    listed: dict[Triple, Span]
    selection: Selection
    diagnostics: tuple[Diagnostic, ...]
    reasoner: str = "rules"
    base: str = BASE

    @property
    def title(self) -> str:
        """The titles of the lists."""
        return ", ".join(d.title.text for d in self.catalogue.documents)

    @property
    def ours(self) -> bool:
        """Whether all lists are the project's own."""
        return all(one.home == BASE for one in self.catalogue.lists)

    @cached_property
    def curated(self) -> dict[Triple, Span]:
        """What the authority files state beyond the lists, and the evidence for it."""
        placed = self.selection.placed().items()
        return {triple: span for triple, span in placed if triple not in self.listed}

    @cached_property
    def shared(self) -> tuple[Triple, ...]:
        """What the packaged authority files state of the project's own things."""
        data = resources.path("data")
        return tuple(
            triple
            for triple, span in self.curated.items()
            if triple[0].startswith(f"<{BASE}") and (data / span.path).is_file()
        )

    @cached_property
    def absent(self) -> Mapping[tuple[str, str], EvidenceRow]:
        """By thing and property: why it is known that the thing has none."""
        return absences(self.selection.curated)

    @cached_property
    def asserted(self) -> tuple[Triple, ...]:
        """What the lists and the authority files state."""
        return (*self.listed, *self.curated)

    @cached_property
    def inference(self) -> Inferred:
        """What follows, with the steps that lead there."""
        from .infer import infer, read_axioms

        return infer(self.asserted, read_axioms())

    @cached_property
    def inferred(self) -> tuple[Triple, ...]:
        """What follows and is not asserted; `reasoner` says who finds it."""
        if self.reasoner == "rules":
            return self.inference.triples
        from .owlrl_reasoner import infer_with_owlrl

        ontology = resources.path("ontology/rnn.ttl").read_text("utf-8")
        return tuple(infer_with_owlrl(self.asserted, ontology))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {d.source.path: d.source.name for d in self.catalogue.documents}

    def file_name(self, path: str) -> str:
        """What a path is called in what is built: never by a folder of this machine."""
        return self._names.get(path) or file_name(path)

    @property
    def prefixes(self) -> dict[str, str]:
        """Namespaces of the lists' own things by their prefixes: `entry-my-list`."""
        others = (one for one in self.catalogue.lists if one.home != BASE)
        return {f"{k}-{one.slug}": f"{one.home}{k}/" for one in others for k in KINDS}

    def checked(self, engine: Engine = "shifty") -> Build:
        """The build with what the shapes object to among its diagnostics; `engine` checks them."""
        return self.violating(self.ask(engine)())

    def ask(self, engine: Engine) -> Callable[[], list[Violation]]:
        """Have `engine` ask the shapes; what violates them when it is called for.

        Records of evidence are left out, a quarter of the work: reading their table checks them.
        """
        from .validate import ask

        return ask((t for t, _ in self._places()), engine)

    def violating(self, violations: Sequence[Violation]) -> Build:
        """The build with what violates the shapes among its diagnostics."""
        lists = {d.source.path for d in self.catalogue.documents}
        found = [
            d
            for d in violations_as_diagnostics(violations, self._places())
            if d.code not in TOLD_OF_LISTS or d.span.path not in lists
        ]
        diagnostics = sorted((*self.diagnostics, *found), key=Diagnostic.sort_key)
        return replace(self, diagnostics=tuple(diagnostics))

    def _places(self) -> Iterator[tuple[Triple, Callable[[Triple], Span]]]:
        """What is asserted, without evidence, each with what finds its place."""
        yield from ((triple, self.listed.__getitem__) for triple in self.listed)
        beyond = (fact for fact in self.selection.facts if fact not in self.listed)
        yield from ((fact, self.selection.curated.span) for fact in beyond)

    @property
    def graph(self) -> Graph:
        """Asserted and inferred triples as an rdflib graph."""
        from .rdflib_graph import to_graph

        return to_graph((*self.asserted, *self.inferred))


def violations_as_diagnostics(
    violations: Sequence[Violation], places: Iterable[tuple[Triple, Callable[[Triple], Span]]]
) -> list[Diagnostic]:
    """Each violation at the triple at fault, else where its subject is first stated."""
    if not violations:
        return []
    keys = [((v.focus, v.path, v.value), (v.focus, v.path), (v.focus,)) for v in violations]
    wanted = {key for of_one in keys for key in of_one}
    first: dict[tuple[str, ...], Span] = {}
    for triple, place in places:
        for key in (triple, triple[:2], triple[:1]):
            if key in wanted and key not in first:
                first[key] = place(triple)
    nowhere = Span("", 1, 1, 1, 1)
    spans = [next((first[k] for k in ks if k in first), nowhere) for ks in keys]
    return [v.at(s) for v, s in zip(violations, spans, strict=True)]
