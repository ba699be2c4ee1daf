"""Why a graph holds a triple: where it is stated, or the rule and the premises that give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .infer import Axiom, Inferred, infer, read_axioms
from .places import Origins, Place, Texts
from .prefixes import compact
from .statements import Statements
from .terms import Triple, iri_of, is_iri, text_of
from .vocabulary import ARNN, DCTERMS, PROV, RDF

ONTOLOGY = "ontology"
"""The part that a premise is in which the ontology states."""
_INFERRED = "inferred"
_WORDS = {
    "cax-sco": "every {subject} is a {object}",
    "cax-eqc1": "every {subject} is a {object}, and the other way round",
    "cax-eqc2": "every {object} is a {subject}, and the other way round",
    "prp-spo1": "{subject} is a kind of {object}",
    "prp-eqp1": "{subject} is the same as {object}",
    "prp-eqp2": "{object} is the same as {subject}",
    "prp-inv1": "{object} is {subject} read backward",
    "prp-inv2": "{subject} is {object} read backward",
    "prp-symp": "{subject} holds in both directions",
    "prp-dom": "what has {subject} is a {object}",
    "prp-rng": "the value of {subject} is a {object}",
    "prp-trp": "{subject}, then {subject}, gives {subject}",
    "prp-spo2": "{chain}, gives {subject}",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a curated fact is believed: an IRI or a citation, and where in it."""

    source: str
    where: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one triple is in a graph. `part` is the graph that it is in, such as `list`.

    A stated one has its place (None where no table of origins tells it) and its evidence; an
    inferred one has the OWL 2 RL rule (`prp-spo2`), its axiom in words, and its premises.
    """

    triple: Triple
    part: str
    place: Place | None = None
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    axiom: str = ""
    premises: tuple[Reason, ...] = ()

    def stated(self) -> Iterator[Reason]:
        """The stated triples at the bottom of this one."""
        return chain.from_iterable(p.stated() for p in self.premises) if self.rule else iter([self])


class Explainer:
    """Explains the triples of a graph given in parts; `origins` and `texts` may be missing."""

    def __init__(
        self,
        parts: Mapping[str, Statements],
        origins: Origins | None = None,
        texts: Texts | None = None,
    ) -> None:
        self.parts = parts
        self._origins = origins
        self._texts = texts
        self._known: dict[Triple, Reason] = {}

    def about(self, subject: str) -> list[Triple]:
        """Every triple of a subject, the stated ones first."""
        found = (t for part in self._ordered() for t in self.parts[part].about(subject))
        return list(dict.fromkeys(found))

    def reason(self, triple: Triple) -> Reason:
        """Why a triple of the graph is in it; KeyError for one that isn't."""
        if triple not in self._known:
            self._known[triple] = self._reason(triple)
        return self._known[triple]

    def _ordered(self) -> list[str]:
        return sorted(self.parts, key=lambda name: name == _INFERRED)

    def _reason(self, triple: Triple) -> Reason:
        part = next((name for name in self._ordered() if triple in self.parts[name]), "")
        if part and part != _INFERRED:
            return Reason(triple, part, self._place(triple), tuple(self._evidence(triple)))
        step = self._inference.step(triple)
        if step is not None:
            premises = tuple(self.reason(premise) for premise in step.premises)
            words = in_words(step.axiom)
            return Reason(triple, _INFERRED, rule=step.axiom.rule, axiom=words, premises=premises)
        if not part and triple not in read_axioms().asserted:
            raise KeyError(triple)
        return Reason(triple, part or ONTOLOGY)

    @cached_property
    def _inference(self) -> Inferred:
        stated = (t for name in self._ordered() if name != _INFERRED for t in self.parts[name])
        return infer(dict.fromkeys(stated), read_axioms())

    def _place(self, triple: Triple) -> Place | None:
        place = self._origins.place(triple) if self._origins else None
        if place is None or self._texts is None:
            return place
        text = self._texts.at(place, triple)
        return Place(place.source, place.line, place.column, place.end_line, place.end_column, text)

    def _evidence(self, triple: Triple) -> Iterator[Evidence]:
        for part, node in self._evidence_of.get(triple[0], ()):
            facts = dict(t[1:] for t in part.about(node))
            if (facts.get(RDF.predicate), facts.get(RDF.object)) == triple[1:]:
                yield self._told(node, facts)

    @cached_property
    def _evidence_of(self) -> dict[str, list[tuple[Statements, str]]]:
        """The evidence nodes about each subject, with the part that they are in."""
        found: dict[str, list[tuple[Statements, str]]] = {}
        for part in self.parts.values():
            for node, _, subject in part.values(RDF.subject):
                found.setdefault(subject, []).append((part, node))
        return found

    def _told(self, node: str, facts: Mapping[str, str]) -> Evidence:
        source = facts.get(PROV.wasDerivedFrom) or facts.get(DCTERMS.bibliographicCitation, '""')
        where = text_of(facts.get(ARNN.evidence, '""'))
        place = self._place((node, RDF.type, ARNN.Evidence))
        return Evidence(iri_of(source) if is_iri(source) else text_of(source), where, place)


def in_words(axiom: Axiom) -> str:
    """What an axiom says."""
    steps = ", then ".join(map(_name, axiom.objects))
    subject, value = _name(axiom.subject), _name(axiom.objects[0])
    return _WORDS[axiom.rule].format(subject=subject, object=value, chain=steps)


def _name(term: str) -> str:
    return compact(term) or iri_of(term)
