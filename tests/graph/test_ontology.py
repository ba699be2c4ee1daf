"""The ontology: documented, aligned with terms that exist, and within OWL 2 RL."""

import json
from collections.abc import Iterator
from pathlib import Path

import owlrl
import pytest
import rdflib.namespace
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.prefixes import KINDS, PREFIXES, expand
from awesome_rnn_kg.graph.vocabulary import ARNN as TERMS

ARNN = Namespace(PREFIXES["arnn"])
ONTOLOGY = URIRef("https://w3id.org/awesome-rnn-kg/ontology")
PATH: Path = resources.path("ontology/rnn.ttl")
CONTEXT: dict[str, object] = json.loads(
    resources.path("ontology/context.jsonld").read_text(encoding="utf-8")
)["@context"]

# Vocabularies of which rdflib knows every term. FaBiO, DoCO and BIBO are not among them.
CLOSED = [
    rdflib.namespace.DC,
    rdflib.namespace.DCAT,
    rdflib.namespace.DCTERMS,
    rdflib.namespace.ORG,
    rdflib.namespace.PROV,
    rdflib.namespace.SDO,
    rdflib.namespace.SKOS,
    rdflib.namespace.VANN,
]
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
AXIOMS = {
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.inverseOf,
    OWL.propertyChainAxiom,
}
BUILT_IN_ANNOTATIONS = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, OWL.versionInfo}
DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, XSD.anyURI}


def ontology() -> Graph:
    return Graph().parse(PATH, format="turtle")


GRAPH = ontology()
DECLARED = {
    term for term in GRAPH.subjects(RDF.type) if isinstance(term, URIRef) and term != ONTOLOGY
}
OWN = sorted(term for term in DECLARED if term in ARNN)
BORROWED = sorted(DECLARED - set(OWN))


@pytest.mark.parametrize("term", OWN, ids=str)
def test_own_terms_are_documented(term: URIRef) -> None:
    (label,) = GRAPH.objects(term, RDFS.label)
    (comment,) = GRAPH.objects(term, RDFS.comment)
    assert str(label).strip()
    assert str(comment).endswith(".")
    assert list(GRAPH.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


def test_borrowed_terms_have_a_label_and_a_source_and_no_other_meaning() -> None:
    ours = {RDF.type, RDFS.label, RDFS.isDefinedBy}
    added = set()
    for term in BORROWED:
        assert GRAPH.value(term, RDFS.label, any=False)
        assert GRAPH.value(term, RDFS.isDefinedBy, any=False)
        added |= {(term, p, o) for p, o in GRAPH.predicate_objects(term) if p not in ours}
    assert added == {
        (SKOS.broader, OWL.inverseOf, SKOS.narrower),
        (SKOS.exactMatch, RDFS.subPropertyOf, SKOS.closeMatch),
        (SKOS.prefLabel, RDFS.subPropertyOf, RDFS.label),
    }


def test_borrowed_terms_exist() -> None:
    rest = [term for term in BORROWED if not any(term in space for space in CLOSED)]
    assert [term for term in rest if "/spar/" not in term and "/ontology/bibo/" not in term] == []


def test_vocabulary_declares_exactly_the_own_terms() -> None:
    assert {str(term) for term in OWN} == {
        getattr(TERMS, name)[1:-1] for name in TERMS.__annotations__
    }


def test_alternative_labels_name_one_class_each() -> None:
    seen: dict[str, URIRef] = {}
    for term, label in GRAPH.subject_objects(SKOS.altLabel):
        assert isinstance(term, URIRef)
        assert isinstance(label, Literal)
        assert (label.language, label.datatype) == (None, None)
        assert seen.setdefault(str(label).casefold(), term) == term, label
    labelled = set(seen.values())
    below = set(GRAPH.transitive_subjects(RDFS.subClassOf, ARNN.Resource)) - {ARNN.Resource}
    assert labelled == below


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("codes", "Software"), ("surveys", "Survey"), ("blogs", "BlogPost"), ("online demos", "Demo")],
)
def test_headings_of_the_flagship_name_classes(heading: str, kind: str) -> None:
    labels = {str(label).casefold() for label in GRAPH.objects(ARNN[kind], SKOS.altLabel)}
    assert heading in labels


def violations(graph: Graph) -> Iterator[str]:
    """Whatever is not known to be within OWL 2 RL and OWL 2 DL: constructs that we do not use
    count as violations, so that a new one is looked up in the profile before it is allowed here.
    """
    kinds = {term: set(graph.objects(term, RDF.type)) for term in graph.subjects(RDF.type)}
    for term, types in kinds.items():
        kind = types - {OWL.TransitiveProperty} if OWL.ObjectProperty in types else types
        if len(kind) != 1 or not kind <= PROPERTY_KINDS | {OWL.Class, OWL.Ontology}:
            yield f"{term} is of types {sorted(map(str, types))}"
    for subject, predicate, value in graph:
        if predicate in {RDF.type, RDF.first, RDF.rest}:
            continue
        if predicate not in AXIOMS:
            if kinds.get(predicate) != {OWL.AnnotationProperty} and (
                predicate not in BUILT_IN_ANNOTATIONS | {OWL.versionIRI}
            ):
                yield f"{predicate} is no annotation property"
        elif problem := _axiom_problem(graph, kinds, subject, predicate, value):
            yield f"{subject} {predicate} {value}: {problem}"
    yield from _irregular(graph)


def _axiom_problem(
    graph: Graph, kinds: dict[Node, set[Node]], subject: Node, predicate: Node, value: Node
) -> str:
    """Why an axiom's two sides do not fit, or an empty string."""
    kind, other = kinds.get(subject, set()), kinds.get(value, set())
    match predicate:
        case RDFS.subClassOf:
            fits = OWL.Class in kind and OWL.Class in other
        case RDFS.subPropertyOf:
            annotation = kind == {OWL.AnnotationProperty} and value == RDFS.label
            fits = annotation or bool(kind & other & PROPERTY_KINDS)
        case RDFS.domain:
            fits = OWL.Class in other
        case RDFS.range:
            fits = value in DATATYPES if OWL.DatatypeProperty in kind else OWL.Class in other
        case OWL.inverseOf:
            fits = OWL.ObjectProperty in kind and OWL.ObjectProperty in other
        case _:
            links = list(Collection(graph, value))
            fits = len(links) > 1 and all(OWL.ObjectProperty in kinds.get(p, set()) for p in links)
    return "" if fits else "the two sides do not fit"


def _irregular(graph: Graph) -> Iterator[str]:
    """Chains that OWL 2 DL refuses: the properties inside must be lower than the one implied."""
    below: dict[Node, set[Node]] = {}
    for implied, head in graph.subject_objects(OWL.propertyChainAxiom):
        links = list(Collection(graph, head))
        below.setdefault(implied, set()).update(links[1:] if links[0] == implied else links)
    for sub, implied in graph.subject_objects(RDFS.subPropertyOf):
        below.setdefault(implied, set()).add(sub)
    for implied, lower_ones in below.items():
        reached, todo = set(), list(lower_ones)
        while todo:
            lower = todo.pop()
            if lower not in reached:
                reached.add(lower)
                todo.extend(below.get(lower, ()))
        if implied in reached:
            yield f"{implied} is below itself"


def test_ontology_is_within_the_profile() -> None:
    assert list(violations(GRAPH)) == []


@pytest.mark.parametrize(
    "broken",
    [
        "arnn:year a owl:ObjectProperty .",
        "arnn:Paper a owl:ObjectProperty .",
        "arnn:Paper rdfs:subClassOf arnn:Papper .",
        "arnn:Paper rdfs:subClassOf [ a owl:Restriction ] .",
        "arnn:venue owl:propertyChainAxiom ( arnn:year arnn:venue ) .",
        "arnn:partOf owl:propertyChainAxiom ( arnn:institution arnn:partOf ) .",
        "arnn:year rdfs:range xsd:gYear .",
        "arnn:year rdfs:subPropertyOf arnn:venue .",
        "arnn:venue rdfs:domain xsd:string .",
        "arnn:year owl:inverseOf arnn:venue .",
        "arnn:venue a owl:FunctionalProperty .",
        "arnn:Paper owl:disjointWith arnn:Person .",
        "arnn:Paper arnn:uses arnn:Survey .",
    ],
)
def test_profile_check_fires(broken: str) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    assert list(violations(ontology().parse(data=prefixes + broken, format="turtle")))


def test_blank_nodes_are_cells_of_chains_only() -> None:
    cells = set(GRAPH.subjects(RDF.first))
    assert {term for triple in GRAPH for term in triple if isinstance(term, BNode)} == cells


def test_header_names_license_and_version() -> None:
    version = GRAPH.value(ONTOLOGY, OWL.versionInfo, any=False)
    assert GRAPH.value(ONTOLOGY, OWL.versionIRI, any=False) == URIRef(f"{ONTOLOGY}/{version}")
    assert GRAPH.value(ONTOLOGY, DCTERMS.license, any=False) == URIRef(
        "https://creativecommons.org/licenses/by/4.0/"
    )


EXAMPLE = """
paper:x a arnn:Paper ; arnn:institution institution:lab ; arnn:appliedTo application:captioning ;
    arnn:proposes architecture:grid-lstm ; dcterms:creator person:a, institution:lab ;
    arnn:hasInstitutionCredit credit:x-1 .
credit:x-1 arnn:agent institution:lab ; arnn:ordinal 1 .
institution:lab a arnn:Institution ; arnn:partOf institution:school .
institution:school a arnn:Institution ; arnn:partOf institution:university .
institution:university a arnn:Institution .
application:captioning a arnn:Application ; skos:broader application:vision .
application:vision a arnn:Application .
architecture:grid-lstm a arnn:Architecture ; skos:broader architecture:lstm ;
    arnn:introducedBy paper:x .
architecture:lstm a arnn:Architecture .
person:a a arnn:Person ; skos:prefLabel "A" .
entry:1 arnn:describes paper:x ; arnn:inSection section:s ; arnn:startLine 7 .
list:l dcterms:creator person:a .
"""


@pytest.fixture(scope="module")
def inferred() -> Graph:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    graph = ontology().parse(data=prefixes + EXAMPLE, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def node(curie: str) -> URIRef:
    return URIRef(expand(curie)[1:-1])


@pytest.mark.parametrize(
    "triple",
    [
        "paper:x arnn:institution institution:university",
        "institution:lab arnn:partOf institution:university",
        "paper:x arnn:appliedTo application:vision",
        "paper:x dcterms:subject application:vision",
        "paper:x arnn:uses architecture:lstm",
        "person:a arnn:authorOf paper:x",
        "paper:x arnn:describedBy entry:1",
        "application:vision skos:narrower application:captioning",
        "credit:x-1 rdf:type arnn:Credit",
        "person:a rdf:type arnn:Agent",
        "entry:1 rdf:type arnn:Placed",
    ],
)
def test_what_must_follow_follows(inferred: Graph, triple: str) -> None:
    subject, predicate, value = map(node, triple.split())
    assert (subject, predicate, value) in inferred


@pytest.mark.parametrize(
    "triple",
    [
        "paper:x arnn:proposes architecture:lstm",
        "architecture:lstm arnn:introducedBy paper:x",
        "institution:lab rdf:type arnn:Person",
        "credit:x-1 rdf:type arnn:Authorship",
        "entry:1 rdf:type arnn:Section",
        "list:l rdf:type arnn:Resource",
        "application:vision skos:broader application:captioning",
    ],
)
def test_what_must_not_follow_does_not(inferred: Graph, triple: str) -> None:
    subject, predicate, value = map(node, triple.split())
    assert (subject, predicate, value) not in inferred


def _settings(key: str) -> dict[str, str]:
    definition = CONTEXT[key]
    return definition if isinstance(definition, dict) else {"@id": str(definition)}


KEYS = [key for key in CONTEXT if key not in PREFIXES and not key.startswith("@")]


def test_context_holds_every_prefix() -> None:
    assert {name: CONTEXT[name] for name in PREFIXES} == PREFIXES
    assert set(KINDS) <= set(CONTEXT)


def test_context_has_one_key_for_every_own_property() -> None:
    meant = [node(_settings(key)["@id"]) for key in KEYS]
    assert len(set(meant)) == len(meant)
    properties = {t for t in OWN if set(GRAPH.objects(t, RDF.type)) & PROPERTY_KINDS}
    assert {term for term in meant if term in ARNN} == properties


@pytest.mark.parametrize("key", KEYS)
def test_context_keys_are_local_names_and_imply_the_right_type(key: str) -> None:
    settings = _settings(key)
    local = settings["@id"].partition(":")[2]
    assert key == (f"has{local[0].upper()}{local[1:]}" if local in PREFIXES else local)
    term = node(settings["@id"])
    if (term, RDF.type, OWL.ObjectProperty) in GRAPH:
        assert settings["@type"] == "@id"
    elif (term, RDF.type, OWL.DatatypeProperty) in GRAPH and term in ARNN:
        implied = node(settings.get("@type", "xsd:string"))
        assert GRAPH.value(term, RDFS.range, any=False) == implied
