"""The reasoner: each rule by hand, and all of them against owlrl."""

from functools import cache

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.infer import (
    Axioms,
    Inferred,
    UnsupportedAxiomError,
    infer,
    parse_axioms,
    read_axioms,
    things_of_ours,
)
from awesome_rnn_kg.graph.owlrl_reasoner import infer_with_owlrl
from awesome_rnn_kg.graph.terms import Triple, is_iri

from .examples import HEAD, VALID, triples

# Ontology, data, and what follows.
RULES = {
    "subclass": (
        "arnn:Survey rdfs:subClassOf arnn:Paper . arnn:Paper rdfs:subClassOf arnn:Resource .",
        "paper:a a arnn:Survey .",
        "paper:a a arnn:Paper, arnn:Resource .",
    ),
    "subclass-of-itself-and-of-everything": (
        "arnn:Paper a owl:Class ; rdfs:subClassOf arnn:Paper, owl:Thing, rdfs:Resource .",
        "paper:a a arnn:Paper .",
        "",
    ),
    "equivalent-class": (
        "arnn:Paper owl:equivalentClass schema:Paper .",
        "paper:a a arnn:Paper . paper:b a schema:Paper .",
        "paper:a a schema:Paper . paper:b a arnn:Paper .",
    ),
    "subproperty": (
        "arnn:proposes rdfs:subPropertyOf arnn:uses .",
        "paper:a arnn:proposes architecture:lstm .",
        "paper:a arnn:uses architecture:lstm .",
    ),
    "subproperty-to-a-label": (
        "skos:prefLabel rdfs:subPropertyOf rdfs:label .",
        'venue:icml skos:prefLabel "ICML" .',
        'venue:icml rdfs:label "ICML" .',
    ),
    "equivalent-property": (
        "arnn:uses owl:equivalentProperty schema:uses .",
        "paper:a arnn:uses paper:b . paper:b schema:uses paper:c .",
        "paper:a schema:uses paper:b . paper:b arnn:uses paper:c .",
    ),
    "domain-and-range": (
        "arnn:role rdfs:domain arnn:Link ; rdfs:range skos:Concept, owl:Thing .",
        "link:a arnn:role role:code .",
        "link:a a arnn:Link . role:code a skos:Concept .",
    ),
    "range-of-a-literal": ("arnn:year rdfs:range xsd:integer .", "paper:a arnn:year 2014 .", ""),
    "inverse": (
        "arnn:authorOf owl:inverseOf dcterms:creator .",
        "paper:a dcterms:creator person:x . person:y arnn:authorOf paper:b .",
        "person:x arnn:authorOf paper:a . paper:b dcterms:creator person:y .",
    ),
    "inverse-of-an-outsider": (
        "schema:p owl:inverseOf schema:q . schema:q rdfs:domain arnn:Venue .",
        "venue:icml schema:p <https://dblp.org/db/conf/icml> .",
        "",
    ),
    "through-a-literal": (
        (
            "schema:p owl:inverseOf schema:q . schema:q rdfs:subPropertyOf schema:r ."
            "schema:r owl:inverseOf schema:s ."
        ),
        'paper:a schema:p "text" .',
        'paper:a schema:s "text" .',
    ),
    "symmetric": (
        "arnn:related a owl:SymmetricProperty .",
        "paper:a arnn:related paper:b .",
        "paper:b arnn:related paper:a .",
    ),
    "transitive": (
        "arnn:partOf a owl:TransitiveProperty .",
        (
            "institution:c arnn:partOf institution:d . institution:a arnn:partOf institution:b ."
            "institution:b arnn:partOf institution:c ."
        ),
        (
            "institution:a arnn:partOf institution:c, institution:d ."
            "institution:b arnn:partOf institution:d ."
        ),
    ),
    "transitive-in-a-circle": (
        "arnn:partOf a owl:TransitiveProperty .",
        "institution:a arnn:partOf institution:b . institution:b arnn:partOf institution:a .",
        "institution:a arnn:partOf institution:a . institution:b arnn:partOf institution:b .",
    ),
    "chain-that-climbs": (
        "arnn:appliedTo owl:propertyChainAxiom ( arnn:appliedTo skos:broader ) .",
        (
            "application:a skos:broader application:b . paper:p arnn:appliedTo application:a ."
            "application:b skos:broader application:c ."
        ),
        "paper:p arnn:appliedTo application:b, application:c .",
    ),
    "chain-of-three-with-a-repeated-property": (
        "schema:r owl:propertyChainAxiom ( schema:p schema:q schema:p ) .",
        "paper:a schema:p paper:b . paper:b schema:q paper:a .",
        "paper:a schema:r paper:b .",
    ),
    "proposes-never-climbs": (
        (
            "arnn:proposes rdfs:subPropertyOf arnn:uses ."
            "arnn:uses owl:propertyChainAxiom ( arnn:uses skos:broader ) ."
        ),
        "paper:p arnn:proposes architecture:a . architecture:a skos:broader architecture:b .",
        "paper:p arnn:uses architecture:a, architecture:b .",
    ),
    "terms-of-the-ontology-are-not-data": (
        (
            "skos:altLabel rdfs:subPropertyOf rdfs:label . rdf:predicate rdfs:range schema:Word ."
            'arnn:Software skos:altLabel "Codes" .'
        ),
        "evidence:a rdf:predicate arnn:city .",
        "",
    ),
    "a-thing-that-is-only-mentioned": (
        "arnn:agent rdfs:range arnn:Agent .",
        "authorship:a arnn:agent person:x, <http://example.org/y> .",
        "person:x a arnn:Agent .",
    ),
    "another-base": (
        "arnn:agent rdfs:range arnn:Agent .",
        (
            "authorship:a arnn:agent <http://example.org/y> ."
            '<http://example.org/y> skos:prefLabel "Y" .'
        ),
        "<http://example.org/y> a arnn:Agent .",
    ),
}

UNSUPPORTED = {
    "functional": "arnn:year a owl:FunctionalProperty .",
    "inverse-functional": "arnn:doi a owl:InverseFunctionalProperty .",
    "restriction": "arnn:Paper rdfs:subClassOf [ a owl:Restriction ; owl:onProperty arnn:year ] .",
    "union": "arnn:year rdfs:domain [ owl:unionOf ( arnn:Paper arnn:Book ) ] .",
    "nameless-class": "arnn:Paper rdfs:subClassOf [ rdfs:label 'class' ] .",
    "inverse-in-a-chain": "arnn:uses owl:propertyChainAxiom ( [ rdfs:label 'p' ] arnn:uses ) .",
    "same-thing": "role:code owl:sameAs role:software .",
    "key": "arnn:Paper owl:hasKey ( arnn:doi ) .",
    "import": "<http://example.org/> owl:imports <http://example.org/more> .",
    "everything-is-something": "owl:Thing rdfs:subClassOf arnn:Resource .",
    "a-type-by-another-name": "dcterms:type rdfs:subPropertyOf rdf:type .",
    "things-that-are-classes": "arnn:venue rdfs:range owl:Class .",
}


def check_explanations(inferred: Inferred, data: list[Triple], axioms: Axioms) -> None:
    """Every step rests on what is asserted or was inferred before it: so there is no circle."""
    before = {*data, *axioms.asserted}
    for triple in inferred.origins:
        step = inferred.step(triple)
        assert step is not None
        assert step.premises
        assert before.issuperset(step.premises)
        assert triple not in before
        before.add(triple)
    assert before.issuperset(inferred.triples)


@pytest.mark.parametrize("name", RULES)
def test_rule(name: str) -> None:
    ontology, turtle, follows = RULES[name]
    data, axioms = triples(turtle), parse_axioms(HEAD + ontology)
    inferred = infer(data, axioms)
    assert sorted(inferred.triples) == sorted(triples(follows))
    assert infer_with_owlrl(data, HEAD + ontology) == set(inferred.triples)
    check_explanations(inferred, data, axioms)


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_unsupported_axiom_raises(name: str) -> None:
    with pytest.raises(UnsupportedAxiomError, match=r"no rule for .*: .*w3\.org.* \.$"):
        parse_axioms(HEAD + UNSUPPORTED[name])


@pytest.mark.parametrize(
    "turtle",
    [
        "person:a owl:sameAs person:b .",
        "paper:a rdfs:subClassOf paper:b .",
        "paper:a a owl:Class .",
        "paper:a a xsd:integer .",
    ],
)
def test_data_that_speaks_of_axioms_raises(turtle: str) -> None:
    with pytest.raises(UnsupportedAxiomError, match="no rule for"):
        infer(triples(turtle), parse_axioms(""))


def test_an_axiom_without_consequences_is_accepted() -> None:
    ontology = "arnn:Paper a owl:Class ; owl:disjointWith arnn:Person ; owl:deprecated true ."
    data = triples("paper:a a arnn:Paper .")
    assert infer(data, parse_axioms(HEAD + ontology)).triples == ()


def test_a_step_names_its_axiom_and_premises() -> None:
    chain = "arnn:institution owl:propertyChainAxiom ( arnn:institution arnn:partOf ) ."
    data = triples(
        "paper:a arnn:institution institution:lab . institution:lab arnn:partOf institution:uni ."
    )
    inferred = infer(data, parse_axioms(HEAD + chain))
    step = inferred.step(triples("paper:a arnn:institution institution:uni .")[0])
    assert step is not None
    assert step.premises == tuple(data)
    assert step.axiom.rule == "prp-spo2"
    assert step.axiom.objects == (data[0][1], data[1][1])
    assert inferred.step(data[0]) is None


def test_the_axioms_of_the_project_do_what_they_promise() -> None:
    data = triples("""
        paper:p arnn:proposes architecture:lstm ; arnn:appliedTo application:captioning ;
            arnn:institution institution:lab ; dcterms:creator person:x .
        architecture:lstm skos:broader architecture:rnn ; arnn:introducedBy paper:p .
        application:captioning skos:broader application:vision .
        institution:lab arnn:partOf institution:uni . institution:uni arnn:partOf institution:all .
        entry:e arnn:describes paper:p .""")
    new = set(infer(data, read_axioms()).triples)
    assert new.issuperset(
        triples("""
        paper:p arnn:uses architecture:lstm, architecture:rnn ; arnn:describedBy entry:e ;
            arnn:appliedTo application:vision ; arnn:institution institution:uni, institution:all .
        person:x arnn:authorOf paper:p . institution:lab arnn:partOf institution:all .
        architecture:rnn skos:narrower architecture:lstm .""")
    )
    assert new.isdisjoint(
        triples(
            "paper:p arnn:proposes architecture:rnn . architecture:rnn arnn:introducedBy paper:p ."
        )
    )


def test_the_example_agrees_with_owlrl() -> None:
    data, axioms = triples(VALID), read_axioms()
    inferred = infer(data, axioms)
    ontology = resources.path("ontology/rnn.ttl").read_text("utf-8")
    assert infer_with_owlrl(data, ontology) == set(inferred.triples)
    check_explanations(inferred, data, axioms)


def test_things_of_ours_are_described_or_under_our_base() -> None:
    data = triples(
        "paper:a schema:p person:x, arnn:city, <http://example.org/y> ."
        '<http://example.org/z> rdfs:label "Z" . arnn:Paper rdfs:label "Paper" .'
    )
    named = {
        t for row in triples("paper:a rdf:value person:x, <http://example.org/z> .") for t in row
    }
    assert things_of_ours(data) == {t for t in named if is_iri(t)} - {
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value>"
    }


@cache
def ontology_without_notes() -> str:
    """The ontology's axioms alone: owlrl's time grows with every triple."""
    text = resources.path("ontology/rnn.ttl").read_bytes()
    quads = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
    kept = (q for q in quads if not isinstance(q.object, pyoxigraph.Literal))
    return "".join(f"{q.triple} .\n" for q in kept)


@cache
def vocabulary(kind: str) -> list[str]:
    """The properties or classes that the ontology declares."""
    asserted = read_axioms().asserted
    return sorted(
        s for s, _, o in asserted if o.startswith("<http://www.w3.org/2002/07/owl#") and kind in o
    )


THINGS = [f"<https://w3id.org/awesome-rnn-kg/paper/{name}>" for name in "abcdef"]
OUTSIDERS = [
    "<https://ror.org/0161xgx34>",
    '"text"',
    '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
]
random_triples = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(THINGS),
            st.deferred(lambda: st.sampled_from(vocabulary("Property>"))),
            st.sampled_from(THINGS + OUTSIDERS),
        ),
        st.tuples(
            st.sampled_from(THINGS),
            st.just("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"),
            st.deferred(lambda: st.sampled_from(vocabulary("Class>"))),
        ),
    ),
    max_size=200,
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_triples)
def test_random_graphs_agree_with_owlrl(data: list[Triple]) -> None:
    axioms = read_axioms()
    inferred = infer(data, axioms)
    assert infer_with_owlrl(data, ontology_without_notes()) == set(inferred.triples)
    check_explanations(inferred, data, axioms)
