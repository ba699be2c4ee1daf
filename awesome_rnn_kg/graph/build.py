"""A build: what compiling gives, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .. import resources
from ..resolve.catalogue import Catalogue
from ..text.diagnostics import Diagnostic
from ..text.source import Span
from .authorities import EvidenceRow
from .infer import Inferred, infer, read_axioms
from .prefixes import PREFIXES
from .terms import Triple

if TYPE_CHECKING:
    from rdflib import Graph

    from .validate import Engine, Violation

_EVIDENCE = f"<{PREFIXES['evidence']}"


@dataclass(frozen=True)
class Build:
    """Compiled lists: catalogues, asserted triples with their places, what follows, findings.

    `absent` says, by thing and property, why a thing is known to have none.
    """

    catalogues: tuple[Catalogue, ...]
    listed: dict[Triple, Span]
    curated: dict[Triple, Span]
    diagnostics: tuple[Diagnostic, ...]
    reasoner: str = "rules"
    absent: Mapping[tuple[str, str], EvidenceRow] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the only list; ValueError where there are several."""
        (only,) = self.catalogues
        return only

    @cached_property
    def asserted(self) -> tuple[Triple, ...]:
        """What the lists and the authority files state."""
        return (*self.listed, *self.curated)

    @cached_property
    def inference(self) -> Inferred:
        """What follows, with the steps that lead there."""
        return infer(self.asserted, read_axioms())

    @cached_property
    def inferred(self) -> tuple[Triple, ...]:
        """What follows and is not asserted; `reasoner` says who finds it."""
        if self.reasoner == "rules":
            return self.inference.triples
        from .owlrl_reasoner import infer_with_owlrl

        ontology = resources.path("ontology/rnn.ttl").read_text("utf-8")
        return tuple(infer_with_owlrl(self.asserted, ontology))

    def checked(self, engine: Engine = "shifty") -> Build:
        """The build with what the shapes object to among its diagnostics; `engine` checks them.

        Records of evidence are left out, a quarter of the work: reading their table checks them.
        """
        from .validate import validate

        checkable = (t for t in self.asserted if not t[0].startswith(_EVIDENCE))
        found = violations_as_diagnostics(validate(checkable, engine), self.listed, self.curated)
        diagnostics = sorted((*self.diagnostics, *found), key=Diagnostic.sort_key)
        return replace(self, diagnostics=tuple(diagnostics))

    @property
    def graph(self) -> Graph:
        """Asserted and inferred triples as an rdflib graph."""
        from .rdflib_graph import to_graph

        return to_graph((*self.asserted, *self.inferred))


def violations_as_diagnostics(
    violations: Sequence[Violation], *origins: Mapping[Triple, Span]
) -> list[Diagnostic]:
    """Each violation at the triple at fault, else where its subject is first stated."""
    if not violations:
        return []
    from .validate import shape_rules

    rules = {r.code: r for r in shape_rules()}
    places: dict[tuple[str, ...], Span] = {}
    for triple, span in ((t, s) for part in origins for t, s in part.items()):
        for key in (triple, triple[:2], triple[:1]):
            places.setdefault(key, span)
    nowhere = Span("", 1, 1, 1, 1)
    keys = [((v.focus, v.path, v.value), (v.focus, v.path), (v.focus,)) for v in violations]
    spans = [next((places[k] for k in ks if k in places), nowhere) for ks in keys]
    return [rules[v.code].at(s, v.message) for v, s in zip(violations, spans, strict=True)]
