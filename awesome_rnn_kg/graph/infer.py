"""The default reasoner: the OWL 2 RL rules that the ontology uses, to a fixpoint.

It gives exactly the triples that owlrl gives (see `owlrl_reasoner`), restricted to things of
ours, and remembers for each the first rule application that gave it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pyoxigraph

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.terms import Triple, is_iri
from awesome_rnn_kg.graph.vocabulary import BASE, OWL, PREFIXES, RDF, RDFS, expand
from awesome_rnn_kg.text.source import InputError

UNIVERSAL_CLASSES = frozenset({OWL.Thing, RDFS.Resource})
"""The classes that everything is in: a type that tells nothing."""

_EQUIVALENT_CLASS = expand("owl:equivalentClass")
_EQUIVALENT_PROPERTY = expand("owl:equivalentProperty")
_RDF_PROPERTY = expand("rdf:Property")
_OWL = f"<{PREFIXES['owl']}"
_XSD = f"<{PREFIXES['xsd']}"
_ONTOLOGY_TERMS = (f"<{BASE}ontology>", f"<{BASE}ontology#")

_AXIOM_PREDICATES = frozenset(
    {
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        RDFS.domain,
        RDFS.range,
        OWL.inverseOf,
        OWL.propertyChainAxiom,
        _EQUIVALENT_CLASS,
        _EQUIVALENT_PROPERTY,
    }
)
# Words of OWL from which nothing follows about data; the last five can only be contradicted.
_INERT = frozenset(
    map(
        expand,
        (
            "owl:AnnotationProperty",
            "owl:Class",
            "owl:DatatypeProperty",
            "owl:NamedIndividual",
            "owl:ObjectProperty",
            "owl:Ontology",
            "owl:deprecated",
            "owl:priorVersion",
            "owl:versionIRI",
            "owl:versionInfo",
            "owl:AllDisjointClasses",
            "owl:AsymmetricProperty",
            "owl:IrreflexiveProperty",
            "owl:disjointWith",
            "owl:members",
        ),
    )
)


class UnsupportedAxiomError(InputError):
    """An axiom that this reasoner would have to ignore."""


@dataclass(frozen=True, slots=True)
class Axiom:
    """An axiom of the ontology, and the OWL 2 RL rule that applies it (`prp-spo2`).

    `objects` has one term, or the properties of a chain.
    """

    rule: str
    subject: str
    predicate: str
    objects: tuple[str, ...]


class Step(NamedTuple):
    """One rule application: an axiom, and the triples that it was applied to."""

    axiom: Axiom
    premises: tuple[Triple, ...]


_Origin = tuple[int, *tuple[Triple, ...]]
"""Number of an axiom, premises. There may be millions: exact tuples of strings, integers and
tuples of those are the ones that the garbage collector stops looking at."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """What follows from a graph: `triples` are the new ones about things of ours."""

    triples: tuple[Triple, ...]
    axioms: tuple[Axiom, ...]
    origins: dict[Triple, _Origin]

    def step(self, triple: Triple) -> Step | None:
        """The first rule application that gave a triple; None if it wasn't inferred.

        Its premises are asserted or were inferred before; those may be about things not ours.
        """
        origin = self.origins.get(triple)
        return None if origin is None else Step(self.axioms[origin[0]], origin[1:])


def _forward(premise: Triple, term: str) -> Triple:
    return premise[0], term, premise[2]


def _backward(premise: Triple, term: str) -> Triple:
    return premise[2], term, premise[0]


def _subject_type(premise: Triple, term: str) -> Triple:
    return premise[0], RDF.type, term


def _object_type(premise: Triple, term: str) -> Triple:
    return premise[2], RDF.type, term


_Form = Callable[[Triple, str], Triple]
"""Makes a conclusion from a premise and a term."""
_TYPE_FORMS = (_subject_type, _object_type)

_Key = tuple[str, str]
"""Predicate, and for rdf:type the class, else nothing: what decides which axioms fire."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """One premise gives one conclusion."""

    given: _Key
    form: _Form
    term: str
    axiom: Axiom

    @property
    def gives(self) -> _Key:
        return (RDF.type, self.term) if self.form in _TYPE_FORMS else (self.term, "")


@dataclass(frozen=True, slots=True)
class _Chain:
    """Triples with these predicates, object to subject, give one with `term` over the ends."""

    properties: tuple[str, ...]
    term: str
    axiom: Axiom


@dataclass(frozen=True, slots=True)
class Axioms:
    """An ontology as rules; `asserted` are its own triples, without its lists."""

    asserted: tuple[Triple, ...]
    rules: tuple[_Rule, ...]
    chains: tuple[_Chain, ...]


@cache
def read_axioms() -> Axioms:
    """Return the axioms of the packaged ontology."""
    return parse_axioms(resources.path("ontology/rnn.ttl").read_text("utf-8"))


def parse_axioms(turtle: str) -> Axioms:
    """Read an ontology; raises UnsupportedAxiomError for an axiom that would be ignored."""
    quads = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    triples = sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in quads})
    for triple in triples:
        _check_known(triple)
    return Axioms(
        tuple(t for t in triples if is_iri(t[0]) and t[2][0] != "_"),
        tuple(rule for triple in triples for rule in _rules(triple)),
        tuple(_chains(triples)),
    )


def _check_known(triple: Triple) -> None:
    _, predicate, obj = triple
    word = obj if predicate == RDF.type else predicate
    supported = {*_AXIOM_PREDICATES, OWL.SymmetricProperty, OWL.TransitiveProperty}
    if word.startswith(_OWL) and word not in _INERT and word not in supported:
        raise _unsupported(triple)


def _rules(triple: Triple) -> Iterator[_Rule]:
    one, predicate, other = triple
    if predicate == RDFS.subClassOf and other not in UNIVERSAL_CLASSES:
        yield _class_rule("cax-sco", triple, one, other)
    elif predicate == _EQUIVALENT_CLASS:
        yield _class_rule("cax-eqc1", triple, one, other)
        yield _class_rule("cax-eqc2", triple, other, one)
    elif predicate == RDFS.subPropertyOf:
        yield _property_rule("prp-spo1", triple, one, _forward, other)
    elif predicate == _EQUIVALENT_PROPERTY:
        yield _property_rule("prp-eqp1", triple, one, _forward, other)
        yield _property_rule("prp-eqp2", triple, other, _forward, one)
    elif predicate == OWL.inverseOf:
        yield _property_rule("prp-inv1", triple, one, _backward, other)
        yield _property_rule("prp-inv2", triple, other, _backward, one)
    elif predicate == RDF.type and other == OWL.SymmetricProperty:
        yield _property_rule("prp-symp", triple, one, _backward, one)
    elif predicate == RDFS.domain and other not in UNIVERSAL_CLASSES:
        yield _property_rule("prp-dom", triple, one, _subject_type, other)
    elif predicate == RDFS.range and other not in UNIVERSAL_CLASSES:
        yield _property_rule("prp-rng", triple, one, _object_type, other)


def _class_rule(name: str, triple: Triple, narrow: str, broad: str) -> _Rule:
    _check_operands(triple, narrow, broad)
    return _Rule((RDF.type, narrow), _subject_type, broad, _axiom(name, triple))


def _property_rule(name: str, triple: Triple, given: str, form: _Form, term: str) -> _Rule:
    _check_operands(triple, given, term)
    return _Rule((given, ""), form, term, _axiom(name, triple))


def _chains(triples: list[Triple]) -> Iterator[_Chain]:
    lists = {(s, p): o for s, p, o in triples if p in {RDF.first, RDF.rest}}
    for triple in triples:
        subject, predicate, obj = triple
        if predicate == RDF.type and obj == OWL.TransitiveProperty:
            _check_operands(triple, subject)
            yield _Chain((subject, subject), subject, _axiom("prp-trp", triple))
        elif predicate == OWL.propertyChainAxiom:
            members = tuple(_members(obj, lists))
            _check_operands(triple, subject, *members)
            yield _Chain(members, subject, Axiom("prp-spo2", subject, predicate, members))


def _members(head: str, lists: dict[tuple[str, str], str]) -> Iterator[str]:
    while head != RDF.nil:
        yield lists[head, RDF.first]
        head = lists[head, RDF.rest]


def _axiom(rule: str, triple: Triple) -> Axiom:
    return Axiom(rule, triple[0], triple[1], (triple[2],))


def _check_operands(triple: Triple, *operands: str) -> None:
    """Class expressions, and axioms about the words that axioms are made of, are unsupported."""
    if any(not is_iri(operand) or _is_word_of_axioms(operand) for operand in operands):
        raise _unsupported(triple)


def _is_word_of_axioms(term: str) -> bool:
    return term in {RDF.type, _RDF_PROPERTY} | _AXIOM_PREDICATES or term.startswith(_OWL)


def _unsupported(triple: Triple) -> UnsupportedAxiomError:
    text = " ".join(triple)
    return UnsupportedAxiomError(f"the reasoner has no rule for this axiom; remove it: {text} .")


def infer(triples: Iterable[Triple], axioms: Axioms) -> Inferred:
    """Infer what follows from `triples` and the ontology.

    Which of several steps comes first depends on the order of `triples`; what follows doesn't.
    Raises UnsupportedAxiomError if the data says something in the words of axioms.
    """
    data = tuple(triples)
    _check_is_data(data)
    fixpoint = _Fixpoint((*data, *axioms.asserted), axioms)
    fixpoint.run()
    ours = things_of_ours(data)
    new = tuple(triple for triple in fixpoint.origins if triple[0] in ours)
    return Inferred(new, tuple(fixpoint.axioms), fixpoint.origins)


def things_of_ours(data: Iterable[Triple]) -> set[str]:
    """Every IRI that the data describes, or mentions under our base; not the ontology's terms."""
    ours: set[str] = set()
    for subject, _, obj in data:
        ours.add(subject)
        if obj.startswith(f"<{BASE}"):
            ours.add(obj)
    return {term for term in ours if is_iri(term) and not term.startswith(_ONTOLOGY_TERMS)}


def _check_is_data(data: tuple[Triple, ...]) -> None:
    suspects = {t[1] for t in data if t[1] != RDF.type} | {t[2] for t in data if t[1] == RDF.type}
    bad = {w for w in suspects if _is_word_of_axioms(w) or w.startswith(_XSD)}
    bad -= UNIVERSAL_CLASSES | {expand("owl:NamedIndividual")}
    for triple in data if bad else ():
        if triple[1] in bad or (triple[1] == RDF.type and triple[2] in bad):
            raise _unsupported(triple)


class _Fixpoint:
    """Semi-naive: each triple is a premise once, together with those that were before it.

    Triples wait in batches of one key, so that a rule is looked up once for many.
    """

    def __init__(self, asserted: Iterable[Triple], axioms: Axioms) -> None:
        self._asserted = dict.fromkeys(asserted)
        self.origins: dict[Triple, _Origin] = {}
        self.axioms: list[Axiom] = []
        self._rules: dict[_Key, list[tuple[int, _Rule]]] = defaultdict(list)
        self._chains: dict[str, list[tuple[int, _Chain, int]]] = defaultdict(list)
        for rule in axioms.rules:
            self._rules[rule.given].append((self._number(rule.axiom), rule))
        for chain in axioms.chains:
            number = self._number(chain.axiom)
            for place, member in enumerate(chain.properties):
                self._chains[member].append((number, chain, place))
        self._from: dict[_Key, list[Triple]] = defaultdict(list)
        self._to: dict[_Key, list[Triple]] = defaultdict(list)
        self._waiting: dict[_Key, list[Triple]] = defaultdict(list)

    def _number(self, axiom: Axiom) -> int:
        self.axioms.append(axiom)
        return len(self.axioms) - 1

    def run(self) -> None:
        for triple in self._asserted:
            _, predicate, obj = triple
            self._waiting[predicate, obj if predicate == RDF.type else ""].append(triple)
        while self._waiting:
            key, batch = self._waiting.popitem()
            for number, rule in self._rules.get(key, ()):
                self._apply(number, rule, batch)
            if key[0] in self._chains:
                for triple in batch:
                    self._join(triple)

    def _apply(self, number: int, rule: _Rule, batch: list[Triple]) -> None:
        asserted, origins, form, term = self._asserted, self.origins, rule.form, rule.term
        if form is _object_type:  # The type of a literal leads nowhere.
            batch = [premise for premise in batch if is_iri(premise[2])]
        new = []
        for premise in batch:
            conclusion = form(premise, term)
            if conclusion not in asserted and conclusion not in origins:
                origins[conclusion] = (number, premise)
                new.append(conclusion)
        if new:
            self._waiting[rule.gives] += new

    def _join(self, triple: Triple) -> None:
        subject, predicate, obj = triple
        self._from[predicate, subject].append(triple)
        self._to[predicate, obj].append(triple)
        for number, chain, place in self._chains[predicate]:
            for path in self._paths(triple, chain.properties, place):
                new = (path[0][0], chain.term, path[-1][2])
                if new not in self._asserted and new not in self.origins:
                    self.origins[new] = (number, *path)
                    self._waiting[chain.term, ""].append(new)

    def _paths(
        self, triple: Triple, chain: tuple[str, ...], place: int
    ) -> list[tuple[Triple, ...]]:
        """Every path along the chain that has the triple in that place."""
        paths: list[tuple[Triple, ...]] = [(triple,)]
        for before in reversed(chain[:place]):
            paths = [(t, *path) for path in paths for t in self._to.get((before, path[0][0]), ())]
        for after in chain[place + 1 :]:
            paths = [(*path, t) for path in paths for t in self._from.get((after, path[-1][2]), ())]
        return paths
