"""Each check of the data fails on wrong data, and says which entry is wrong and what to do."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

import pytest

from awesome_rnn_kg.compiler import Knowhow, load_knowhow
from awesome_rnn_kg.graph.authorities import Curated, _object
from awesome_rnn_kg.graph.prefixes import expand
from awesome_rnn_kg.graph.terms import Triple
from awesome_rnn_kg.text.source import Span

from . import facts, test_evidence, test_hierarchy, test_identifiers, test_labels

HERE = Span("mutant.ttl", 1, 1, 1, 2)
NYU = "<https://ror.org/0190ak572>"
LSTM, RNN = "architecture:long-short-term-memory", "architecture:recurrent-neural-network"
DRAW = "publication:draw-icml-2015"


@dataclass(frozen=True)
class Mutant:
    """A check, triples to drop and to add, and what the check must then say."""

    check: Callable[[], None]
    says: str
    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


def _labels(name: str, says: str, *add: str, drop: tuple[str, ...] = (), **given: str) -> Mutant:
    return Mutant(partial(getattr(test_labels, f"test_{name}"), **given), says, add, drop)


def _ids(name: str, says: str, *add: str, drop: tuple[str, ...] = ()) -> Mutant:
    return Mutant(getattr(test_identifiers, f"test_{name}"), says, add, drop)


def _tree(name: str, says: str, *add: str, drop: tuple[str, ...] = (), **given: str) -> Mutant:
    return Mutant(partial(getattr(test_hierarchy, f"test_{name}"), **given), says, add, drop)


MUTANTS = {
    # labels
    "two preferred labels": _labels(
        "each_thing_has_one_preferred_label", "institution:google: has 2 skos:prefLabel",
        'institution:google skos:prefLabel "Other"', kind="institution",
    ),
    "blanks": _labels(
        "labels_are_plain_trimmed_text", "institution:google: blanks in",
        'institution:google skos:altLabel "Big  G"',
    ),
    "a label in a language": _labels(
        "labels_are_plain_trimmed_text", "institution:google: .* has a language",
        'institution:google skos:altLabel "Guugel"@de',
    ),
    "alias as preferred": _labels(
        "an_alias_is_not_the_preferred_label", "institution:google: drop the alias",
        'institution:google skos:altLabel "Google"',
    ),
    "a label of two institutions": _labels(
        "no_label_is_claimed_by_two_things", "leave it to one.*institution:google",
        'institution:google skos:altLabel "NYU"', kind="institution",
    ),
    "a label of two venues": _labels(
        "no_label_is_claimed_by_two_things", "leave it to one.*venue:nature",
        'venue:nature skos:altLabel "ICML"', kind="venue",
    ),
    "a label of two concepts": _labels(
        "no_label_is_claimed_by_two_concepts", "leave it to one.*application:parsing",
        'application:parsing skos:altLabel "LSTM"',
    ),
    "a label of two roles": _labels(
        "no_label_is_claimed_by_two_of_a_scheme", "leave it to one.*role:code",
        'role:code skos:altLabel "slides"', kind="role",
    ),
    "a namesake without note": _labels(
        "namesakes_say_how_to_tell_them_apart", "add skos:scopeNote",
        'person:alex-graves skos:altLabel "Geoffrey Hinton"',
    ),
    "a work of two namesakes": _labels(
        "no_work_is_claimed_by_two_namesakes", "leave it to one",
        "person:yi-yang arnn:authorOf paper:draw", "person:yi-yang-2 arnn:authorOf paper:draw",
    ),
    "an alias that nobody prints": _labels(
        "every_alias_is_printed_by_the_list_or_has_a_source",
        'institution:google: say in data/evidence/ where "Zzyzx" is printed, or drop it',
        'institution:google skos:altLabel "Zzyzx"',
    ),
    "a name that nobody prints": _labels(
        "every_name_of_an_agent_is_printed_or_has_a_source", "person:x: .*or drop it",
        'person:x skos:prefLabel "Xq Zzyzx"', kind="person",
    ),
    "an IRI that is no slug": _labels(
        "iris_of_agents_are_slugs_of_a_label", "venue:zz: is the slug of none of",
        'venue:zz skos:prefLabel "Nature"',
    ),
    "a definition that is no sentence": _labels(
        "definitions_are_sentences_of_their_own", "architecture:x: .*a capital",
        'architecture:x skos:definition "small"', kind="architecture",
    ),
    "a definition without an end": _labels(
        "definitions_are_sentences_of_their_own", "architecture:x: .*full stop",
        'architecture:x skos:definition "Cut"', kind="architecture",
    ),
    # identifiers
    "a wrong ROR": _ids(
        "matches_are_identifiers_of_known_registers",
        "institution:google: 03vs3wt57 is malformed; copy it again",
        "institution:google skos:exactMatch <https://ror.org/03vs3wt57>",
    ),
    "a wrong ORCID": _ids(
        "matches_are_identifiers_of_known_registers", "person:alex-graves: .*malformed; copy it",
        "person:alex-graves skos:exactMatch <https://orcid.org/0000-0002-1825-0098>",
    ),
    "a wrong Wikidata item": _ids(
        "matches_are_identifiers_of_known_registers", "venue:nature: Q0 is malformed",
        "venue:nature skos:exactMatch <http://www.wikidata.org/entity/Q0>",
    ),
    "an unknown register": _ids(
        "matches_are_identifiers_of_known_registers", "person:alex-graves: .*in no register of",
        "person:alex-graves skos:exactMatch <https://example.org/1>",
    ),
    "a register of other things": _ids(
        "registers_fit_the_kinds_of_things", "person:alex-graves: .*identifies none of this kind",
        f"person:alex-graves skos:exactMatch {NYU}",
    ),
    "a class that is misspelled": _ids(
        "matches_are_identifiers_of_known_registers", "memory: ITO_252 is malformed",
        f"{LSTM} skos:closeMatch <https://identifiers.org/ito:ITO_252>",
    ),
    "a person in an ontology of networks": _ids(
        "registers_fit_the_kinds_of_things", "person:alex-graves: .*identifies none of this kind",
        "person:alex-graves skos:exactMatch <https://w3id.org/aio/RecurrentNeuralNetwork>",
    ),
    "an institution like another": _ids(
        "only_concepts_are_close_to_others", "institution:google: is it .*or not",
        f"institution:google skos:closeMatch {NYU}",
    ),
    "a match both exact and close": _ids(
        "only_concepts_are_close_to_others", "recurrent-neural-network: .*drop the other",
        f"{RNN} skos:closeMatch <https://w3id.org/aio/RecurrentNeuralNetwork>",
    ),
    "an identifier of two": _ids(
        "no_identifier_is_claimed_by_two_things", "give each thing its own.*institution:google",
        f"institution:google skos:exactMatch {NYU}",
    ),
    "a wrong ISSN": _ids(
        "issns_have_a_right_check_digit", "venue:nature: ISSN 0028-0837 is malformed",
        'venue:nature schema:issn "0028-0837"',
    ),
    "a DOI in capitals": _ids(
        "dois_are_plain_and_in_lower_case", f"{DRAW}: write DOI 10.1000/X as",
        f'{DRAW} arnn:doi "10.1000/X"',
    ),
    "a DOI with its resolver": _ids(
        "dois_are_plain_and_in_lower_case", f"{DRAW}: write DOI",
        f'{DRAW} arnn:doi "https://doi.org/10.1000/x"',
    ),
    "an arXiv id with a version": _ids(
        "arxiv_ids_are_plain", "without prefix and version.*1502.03044v3",
        f'{DRAW} arnn:arxivId "1502.03044v3"',
    ),
    "an arXiv id of month 13": _ids(
        "arxiv_ids_are_plain", "without prefix and version.*1513.03044",
        f'{DRAW} arnn:arxivId "1513.03044"',
    ),
    "an IRI in capitals": _ids(
        "own_iris_are_of_a_known_kind_and_need_no_escapes", "in lower case, with single hyphens",
        'venue:Zz skos:prefLabel "Zz"',
    ),
    "a place off the globe": Mutant(
        partial(test_identifiers.test_coordinates_are_decimals_on_the_globe,
                predicate=expand("schema:latitude"), limit=90),
        "institution:google: .*is off the globe", ("institution:google schema:latitude 91.5",),
    ),
    "half a place": _ids(
        "coordinates_come_in_pairs", "add the other one.*institution:univ-maine",
        "institution:univ-maine schema:latitude 48.0",
    ),
    "a home page that is text": _ids(
        "home_pages_are_web_addresses", 'institution:google: write "https://x.org"',
        'institution:google schema:url "https://x.org"',
    ),
    "a country code in small letters": _ids(
        "countries_and_their_codes_go_together", 'institution:univ-maine: country code "fr"',
        'institution:univ-maine arnn:countryCode "fr"',
        'institution:univ-maine arnn:country "France"',
    ),
    # what stands above what
    "an IRI of nothing": _tree(
        "every_iri_of_ours_names_something", "paper:draw .*is described nowhere",
        "paper:draw arnn:proposes architecture:no-such-thing",
    ),
    "a work that no list has": _tree(
        "works_with_curated_facts_are_listed", "paper:never-listed: no list has it; mend the IRI",
        f"paper:never-listed arnn:uses {LSTM}",
    ),
    "a type of another kind": _tree(
        "things_have_the_types_of_their_kind", "institution:google: has the types",
        "institution:google rdf:type arnn:Venue", kind="institution",
    ),
    "a concept of no scheme": _tree(
        "each_concept_is_in_its_scheme", LSTM, drop=(f"{LSTM} skos:inScheme",), kind="architecture",
    ),
    "an orphan": _tree(
        "a_concept_is_at_the_top_or_below_another_of_its_scheme",
        f"{LSTM}: top concept or skos:broader", drop=(f"{LSTM} skos:broader",),
        kind="architecture",
    ),
    "a ring": _tree(
        "nothing_is_above_itself", "runs in a ring", f"{RNN} skos:broader {LSTM}",
        predicate=expand("skos:broader"),
    ),
    "what follows anyway": _tree(
        "nothing_is_said_that_follows", f"{LSTM}: drop {RNN}", f"{LSTM} skos:broader {RNN}",
        predicate=expand("skos:broader"),
    ),
    "using what is proposed": _tree(
        "what_proposes_does_not_say_that_it_uses", f"paper:long-short-term-memory: drop .*{LSTM}",
        f"paper:long-short-term-memory arnn:uses {LSTM}",
    ),
    "an introduction without proposal": _tree(
        "introducing_and_proposing_agree", f"{LSTM}", f"{LSTM} arnn:introducedBy paper:draw",
    ),
    "a child older than its parent": _tree(
        "no_concept_is_introduced_later_than_a_narrower_one", f"{RNN}: paper:draw is later",
        f"{RNN} arnn:introducedBy paper:draw",
    ),
    "a part of another kind": _tree(
        "parts_are_of_the_kind_of_the_whole", "institution:google: is part of venue:nature",
        "institution:google arnn:partOf venue:nature",
    ),
    "a publication of two works": _tree(
        "publications_belong_to_one_work", DRAW, f"paper:lstm arnn:hasPublication {DRAW}",
    ),
    "a journal paper of a conference": _tree(
        "the_type_of_a_publication_is_that_of_its_venue", f"{DRAW}: is type:journal",
        f"{DRAW} arnn:publicationType type:journal", drop=(f"{DRAW} arnn:publicationType",),
    ),
    "a publication of another year": _tree(
        "publications_are_named_after_work_venue_and_year", f"{DRAW}: call it",
        f"{DRAW} arnn:year 2016", drop=(f"{DRAW} arnn:year",),
    ),
    "a preprint with the DOI of another": _tree(
        "preprints_are_those_of_the_list_with_the_doi_that_arxiv_gives", "publication:draw-arxiv",
        'publication:draw-arxiv arnn:doi "10.48550/arxiv.1502.04624"',
        drop=("publication:draw-arxiv arnn:doi",),
    ),
    "a credit of somebody unknown": _tree(
        "whoever_is_credited_is_described_beside_the_credit",
        "credit:draw-1: institution:gone is described nowhere",
        "credit:draw-1 arnn:agent institution:gone",
    ),
    "a redirect to nothing": _tree(
        "redirects_lead_to_things_in_one_step", "venue:old: venue:gone is described nowhere",
        "venue:old dcterms:isReplacedBy venue:gone",
    ),
    # evidence
    "a fact without a source": Mutant(
        test_evidence.test_every_fact_has_a_source, "add a row to the table.*institution:google",
        ('institution:google arnn:city "Zzyzx"',),
    ),
}  # fmt: skip


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Mutant], None]]:
    """Makes the checks read the data with a mistake in them."""
    monkeypatch.setattr(facts, "load_knowhow", _good)

    def change(mutant: Mutant) -> None:
        changed = replace(_good(), curated=_changed(_good().curated, mutant))
        monkeypatch.setattr(facts, "load_knowhow", lambda: changed)
        _forget()

    yield change
    _forget()


@cache
def _good() -> Knowhow:
    return load_knowhow()


def _forget() -> None:
    facts.curated.cache_clear()
    facts.facts.cache_clear()


def _changed(good: Curated, mutant: Mutant) -> Curated:
    gone = {tuple(map(expand, pair.split(" "))) for pair in mutant.drop}
    made = Curated(tables=good.tables)
    for triple, place in good.places.items():
        if triple[:2] not in gone:
            made.add([triple], place)
    for text in mutant.add:
        made.add([_triple(text)], lambda _: HERE)
    return made


def _triple(text: str) -> Triple:
    subject, predicate, value = text.split(" ", 2)
    return expand(subject), expand(predicate), _object(value)


@pytest.mark.parametrize("title", MUTANTS)
def test_a_mistake_in_the_data_is_told(plant: Callable[[Mutant], None], title: str) -> None:
    facts.described()
    mutant = MUTANTS[title]
    mutant.check()
    plant(mutant)
    with pytest.raises((AssertionError, ValueError)) as error:
        mutant.check()
    assert re.search(mutant.says, str(error.value), re.DOTALL), str(error.value)
