"""What stands above what: schemes, broader concepts, parts; nothing dangles."""

from collections.abc import Iterable
from functools import cache

import pytest

from awesome_rnn_kg.compiler import compile_list
from awesome_rnn_kg.graph.prefixes import BASE
from awesome_rnn_kg.graph.terms import iri_of, text_of
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, SKOS
from awesome_rnn_kg.resolve.publications import arxiv_year

from .facts import ONTOLOGY, above, curated, described, facts, name, of_kind, values

SCHEMES = {
    "architecture": "architectures",
    "application": "applications",
    "role": "link-roles",
    "type": "publication-types",
    "status": "publication-statuses",
}
HIERARCHIES = (SKOS.broader, ARNN.partOf)
TYPES: dict[str, list[set[str]]] = {
    "person": [{"Agent", "Person"}],
    "institution": [
        {"Agent", "Institution", k}
        for k in ("University", "Company", "ResearchInstitute", "Institution")
    ],
    "venue": [{"Venue", k} for k in ("Conference", "Workshop", "Journal")],
    "dataset": [{"Dataset", "Resource"}],
    "publication": [{"Publication"}],
    "paper": [set()],
}


def test_every_iri_of_ours_names_something() -> None:
    known = described() | set(curated().blocks)
    for subject, predicate, value in curated().places:
        for term in (subject, value):
            ours = term.startswith(f"<{BASE}") and not term.startswith(ONTOLOGY)
            assert not ours or term in known, (
                f"{name(subject)} {name(predicate)} {name(value)}: {term} is described nowhere"
            )


def test_works_with_curated_facts_are_listed() -> None:
    for subject in of_kind("paper"):
        assert subject in described(), f"{name(subject)}: no list has it; mend the IRI"


@pytest.mark.parametrize("kind", TYPES)
def test_things_have_the_types_of_their_kind(kind: str) -> None:
    assert of_kind(kind)
    for thing in of_kind(kind):
        types = {iri_of(t).split("#")[-1] for t in curated().objects(thing, RDF.type)}
        assert types in TYPES[kind], f"{name(thing)}: has the types {sorted(types)}"


@pytest.mark.parametrize("kind", SCHEMES)
def test_each_concept_is_in_its_scheme(kind: str) -> None:
    scheme = f"<{BASE}scheme/{SCHEMES[kind]}>"
    for thing in of_kind(kind):
        assert curated().objects(thing, SKOS.inScheme) == [scheme], f"{name(thing)}: {scheme}"


@pytest.mark.parametrize("kind", SCHEMES)
def test_a_concept_is_at_the_top_or_below_another_of_its_scheme(kind: str) -> None:
    scheme = f"<{BASE}scheme/{SCHEMES[kind]}>"
    top = set(curated().objects(scheme, SKOS.hasTopConcept))
    for thing in of_kind(kind):
        broader = curated().objects(thing, SKOS.broader)
        assert (thing in top) != bool(broader), f"{name(thing)}: top concept or skos:broader"
        assert set(broader) <= set(of_kind(kind)), f"{name(thing)}: its broader is of another kind"
        assert curated().objects(thing, SKOS.topConceptOf) == ([scheme] if thing in top else []), (
            f"{name(thing)}: skos:topConceptOf and skos:hasTopConcept differ"
        )
    assert top <= set(of_kind(kind))


@pytest.mark.parametrize("predicate", HIERARCHIES)
def test_nothing_is_above_itself(predicate: str) -> None:
    parents = values(predicate)
    for thing in parents:
        assert thing not in above(thing, parents), (
            f"{name(thing)}: {name(predicate)} runs in a ring"
        )


@pytest.mark.parametrize("predicate", HIERARCHIES)
def test_nothing_is_said_that_follows(predicate: str) -> None:
    parents = values(predicate)
    for thing, said in parents.items():
        for one in said:
            implied = [o for o in said if one in above(o, parents)]
            assert not implied, f"{name(thing)}: drop {name(one)}; {name(implied[0])} says it"


def test_what_proposes_does_not_say_that_it_uses() -> None:
    proposed = values(ARNN.proposes)
    for work, used in values(ARNN.uses).items():
        both = set(used) & set(proposed.get(work, ()))
        assert not both, f"{name(work)}: drop arnn:uses {', '.join(map(name, both))}"


def test_introducing_and_proposing_agree() -> None:
    introduced = {(work, concept) for concept, _, work in facts(ARNN.introducedBy)}
    proposed = {(work, concept) for work, _, concept in facts(ARNN.proposes)}
    assert _named(introduced - proposed) == []
    assert _named(proposed - introduced) == []


def test_no_concept_is_introduced_later_than_a_narrower_one() -> None:
    introduced, parents = values(ARNN.introducedBy), values(SKOS.broader)
    for narrow, works in introduced.items():
        for broad in above(narrow, parents) & set(introduced):
            for late in introduced[broad]:
                assert not any(_is_later(late, w) for w in works), (
                    f"{name(broad)}: {name(late)} is later than what introduced {name(narrow)}"
                )


def _is_later(one: str, other: str) -> bool:
    """By the year, then by the arXiv identifier where both have one."""
    (year, number), (other_year, other_number) = _dates()[one], _dates()[other]
    return year > other_year or (year == other_year and number > other_number > "")


@cache
def _dates() -> dict[str, tuple[int, str]]:
    """When each work came out: the year of its first version, and its arXiv identifier or ""."""
    found: dict[str, tuple[int, str]] = {}
    for work, predicate, value in compile_list().asserted:
        if predicate == ARNN.year:
            found.setdefault(work, (int(text_of(value)), ""))
        elif predicate == ARNN.arxivId and (year := arxiv_year(text_of(value))):
            found[work] = (year, text_of(value))
    return found


def _named(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return sorted(f"{name(one)} – {name(two)}" for one, two in pairs)


def test_parts_are_of_the_kind_of_the_whole() -> None:
    for part, _, whole in facts(ARNN.partOf):
        kinds = [iri_of(t).removeprefix(BASE).split("/")[0] for t in (part, whole)]
        assert kinds[0] == kinds[1], f"{name(part)}: is part of {name(whole)}"
        if kinds[0] == "venue":
            assert ARNN.Workshop in curated().objects(part, RDF.type), f"{name(part)}: no workshop"
            assert ARNN.Conference in curated().objects(whole, RDF.type), f"{name(whole)}"


def test_publications_belong_to_one_work() -> None:
    owners: dict[str, list[str]] = {}
    for work, _, publication in facts(ARNN.hasPublication):
        owners.setdefault(publication, []).append(work)
    assert set(owners) == set(of_kind("publication"))
    assert {name(p): w for p, w in owners.items() if len(w) > 1} == {}


def test_the_type_of_a_publication_is_that_of_its_venue() -> None:
    for publication in of_kind("publication"):
        for venue in curated().objects(publication, ARNN.venue):
            (kind,) = curated().objects(publication, ARNN.publicationType)
            types = [iri_of(t).split("#")[-1].lower() for t in curated().objects(venue, RDF.type)]
            assert iri_of(kind).rsplit("/", 1)[1] in types, f"{name(publication)}: is {name(kind)}"


def test_publications_are_named_after_work_venue_and_year() -> None:
    for work, _, publication in facts(ARNN.hasPublication):
        tail = iri_of(publication).rsplit("/", 1)[1]
        if tail.endswith("-arxiv"):
            continue
        (year,) = curated().objects(publication, ARNN.year)
        (venue,) = curated().objects(publication, ARNN.venue)
        parts = (iri_of(work).rsplit("/", 1)[1], iri_of(venue).rsplit("/", 1)[1], text_of(year))
        assert tail == "-".join(parts), (
            f"{name(publication)}: call it publication:{'-'.join(parts)}"
        )


def test_preprints_are_those_of_the_list_with_the_doi_that_arxiv_gives() -> None:
    """arXiv makes the DOI from the id, which the list has; nothing else is to be said of them."""
    ids = {s: text_of(o) for s, p, o in compile_list().listed if p == ARNN.arxivId}
    for work, _, publication in facts(ARNN.hasPublication):
        if iri_of(publication).endswith("-arxiv"):
            tail = f"{iri_of(work).rsplit('/', 1)[1]}-arxiv"
            assert iri_of(publication).endswith(f"/{tail}"), f"call it publication:{tail}"
            (doi,) = curated().objects(publication, ARNN.doi)
            assert text_of(doi) == f"10.48550/arxiv.{ids[publication]}", name(publication)


def test_whoever_is_credited_is_described_beside_the_credit() -> None:
    """Another list may name the work and not the people, whom only our own list describes."""
    for credit, _, agent in facts(ARNN.agent):
        assert curated().objects(agent, RDF.type), (
            f"{name(credit)}: {name(agent)} is described nowhere"
        )


def test_redirects_lead_to_things_in_one_step() -> None:
    replaced = values(DCTERMS.isReplacedBy)
    for old, new in replaced.items():
        assert len(new) == 1, f"{name(old)}: has {len(new)} replacements"
        assert new[0] in described(), f"{name(old)}: {name(new[0])} is described nowhere"
        assert new[0] not in replaced, f"{name(old)}: name the last of the chain"
