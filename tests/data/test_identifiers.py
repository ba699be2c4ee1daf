"""Identifiers of the authority files: syntax, checksums, one thing each."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.graph.prefixes import BASE, PREFIXES
from awesome_rnn_kg.graph.terms import Triple, datatype_of, iri_of, text_of
from awesome_rnn_kg.graph.vocabulary import ARNN, SCHEMA, SKOS, XSD

from .facts import facts, name, values

DOI = re.compile(r"10\.\d{4,9}/[!-@\[-~]+")  # nothing but ASCII, and no capitals
ARXIV = re.compile(r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+/\d{7}")
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"


def ror(ident: str) -> bool:
    """`0` and six characters of base 32, then two check digits of ISO 7064 (mod 97-10)."""
    if not re.fullmatch(r"0[0-9a-hjkmnp-tv-z]{6}\d\d", ident):
        return False
    number = 0
    for char in ident[:7]:
        number = number * 32 + _BASE_32.index(char)
    return 98 - number * 100 % 97 == int(ident[7:])


def orcid(ident: str) -> bool:
    """Four groups of four, the last character a check digit of ISO 7064 (mod 11-2)."""
    if not re.fullmatch(r"(\d{4}-){3}\d{3}[\dX]", ident):
        return False
    total = 0
    for digit in ident.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == ident[-1]


def issn(ident: str) -> bool:
    """Seven digits weighed 8 to 2 and a check digit, modulo 11."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", ident):
        return False
    digits = ident.replace("-", "")
    total = sum(int(d) * w for d, w in zip(digits[:7], range(8, 1, -1), strict=True))
    return "0123456789X"[-total % 11] == digits[7]


def wikidata(ident: str) -> bool:
    return re.fullmatch(r"Q[1-9]\d*", ident) is not None


def dblp(ident: str) -> bool:
    person = r"pid/(?:\d{2,3}/\d+(?:-\d+)?|[a-z]/[A-Za-z0-9]+)"
    return re.fullmatch(rf"{person}|db/(?:conf|journals)/[a-z0-9-]+", ident) is not None


def camel(ident: str) -> bool:
    """A class of AIO or D3FEND, which are named in words: `LongShort-termMemory`."""
    return re.fullmatch(r"[A-Z][A-Za-z]+(?:-[A-Za-z]+)*", ident) is not None


def edam(ident: str) -> bool:
    return re.fullmatch(r"(?:operation|topic)_\d{4}", ident) is not None


def ito(ident: str) -> bool:
    return re.fullmatch(r"ITO_\d{5}", ident) is not None


Check = Callable[[str], bool]
CONCEPTS: dict[str, Check] = {
    "https://w3id.org/aio/": camel,
    "http://d3fend.mitre.org/ontologies/d3fend.owl#": camel,
    "http://edamontology.org/": edam,
    "https://identifiers.org/ito:": ito,
}
"""Ontologies that also have architectures or tasks."""
MATCHES: dict[str, Check] = CONCEPTS | {
    "https://ror.org/": ror,
    "https://orcid.org/": orcid,
    "http://www.wikidata.org/entity/": wikidata,
    "https://dblp.org/": dblp,
}


@pytest.mark.parametrize(
    ("check", "good"),
    [
        (ror, "03vs3wt56"),
        (orcid, "0000-0002-1825-0097"),
        (orcid, "0000-0002-1694-233X"),
        (issn, "0899-7667"),
        (issn, "2434-561X"),
        (wikidata, "Q92894"),
        (dblp, "pid/10/3248"),
        (dblp, "db/conf/icml"),
        (camel, "GatedRecurrentUnit"),
        (camel, "LongShort-termMemory"),
        (edam, "topic_0218"),
        (ito, "ITO_00252"),
    ],
)
def test_a_right_identifier_passes(check: Check, good: str) -> None:
    assert check(good)


@pytest.mark.parametrize(
    ("check", "good"), [(ror, "03vs3wt56"), (orcid, "0000-0002-1825-0097"), (issn, "0899-7667")]
)
def test_any_other_digit_in_any_place_fails(check: Check, good: str) -> None:
    places = [i for i, char in enumerate(good) if char.isdigit()]
    changed = {
        good[:place] + digit + good[place + 1 :]
        for place, digit in product(places, "0123456789")
        if digit != good[place]
    }
    assert [ident for ident in sorted(changed) if check(ident)] == []


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        *product(
            [ror, orcid, issn, wikidata, dblp, camel, edam, ito],
            ["", "x", "Q0", "pid/", "03VS3WT56", "08997667", "ITO_252", "topic_218", "Deep-"],
        )
    ],
)
def test_what_has_another_form_fails(check: Check, bad: str) -> None:
    assert not check(bad)


def _matches() -> Iterator[Triple]:
    yield from facts(SKOS.exactMatch)
    yield from facts(SKOS.closeMatch)


def test_matches_are_identifiers_of_known_registers() -> None:
    for subject, _, match in _matches():
        iri = iri_of(match)
        register = next((r for r in MATCHES if iri.startswith(r)), None)
        assert register, f"{name(subject)}: {iri} is in no register of {', '.join(MATCHES)}"
        ident = iri.removeprefix(register)
        assert MATCHES[register](ident), f"{name(subject)}: {ident} is malformed; copy it again"


def test_registers_fit_the_kinds_of_things() -> None:
    fitting = {register: {"architecture", "application"} for register in CONCEPTS} | {
        "https://ror.org/": {"institution"},
        "https://orcid.org/": {"person"},
        "http://www.wikidata.org/entity/": {"person", "institution", "venue"},
        "https://dblp.org/pid/": {"person"},
        "https://dblp.org/db/": {"venue"},
    }
    for subject, _, match in _matches():
        kind = iri_of(subject).removeprefix(BASE).split("/")[0]
        (kinds,) = [k for r, k in fitting.items() if iri_of(match).startswith(r)]
        assert kind in kinds, f"{name(subject)}: {match} identifies none of this kind"


def test_only_concepts_are_close_to_others() -> None:
    """A person is somebody or is not; and what is the same is not only near."""
    exact = {(s, o) for s, _, o in facts(SKOS.exactMatch)}
    for subject, _, match in facts(SKOS.closeMatch):
        kind = iri_of(subject).removeprefix(BASE).split("/")[0]
        assert kind in {"architecture", "application"}, f"{name(subject)}: is it {match} or not?"
        assert (subject, match) not in exact, f"{name(subject)}: {match} is exact, drop the other"


def test_no_identifier_is_claimed_by_two_things() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for predicate in (SKOS.exactMatch, ARNN.doi, ARNN.arxivId, SCHEMA.issn):
        for subject, _, value in facts(predicate):
            owners[value].add(name(subject))
    shared = {v: sorted(s) for v, s in owners.items() if len(s) > 1}
    assert shared == {}, "give each thing its own identifier, or make the two one"


def test_issns_have_a_right_check_digit() -> None:
    for subject, _, value in facts(SCHEMA.issn):
        assert issn(text_of(value)), f"{name(subject)}: ISSN {text_of(value)} is malformed"


def test_dois_are_plain_and_in_lower_case() -> None:
    for subject, _, value in facts(ARNN.doi):
        doi = text_of(value)
        assert DOI.fullmatch(doi), f"{name(subject)}: write DOI {doi} as 10.…, in lower case"


def test_arxiv_ids_are_plain() -> None:
    listed = resources.path("compiled/list.nt").read_text("utf-8")
    stated = [text_of(v) for _, _, v in facts(ARNN.arxivId)]
    stated += re.findall(rf'{re.escape(ARNN.arxivId)} "([^"]+)"', listed)
    assert len(stated) > 100
    assert [i for i in stated if not ARXIV.fullmatch(i)] == [], (
        "write it without prefix and version"
    )


def test_own_iris_are_of_a_known_kind_and_need_no_escapes() -> None:
    spaces = tuple(v for v in PREFIXES.values() if v.startswith(BASE))
    for predicate in (SKOS.prefLabel, ARNN.hasPublication, ARNN.proposes):
        for subject in values(predicate):
            iri = iri_of(subject)
            space = next((s for s in spaces if iri.startswith(s)), None)
            assert space, f"{iri}: is in no namespace of ours"
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", iri.removeprefix(space)), (
                f"{iri}: write the last part in lower case, with single hyphens"
            )


@pytest.mark.parametrize(("predicate", "limit"), [(SCHEMA.latitude, 90), (SCHEMA.longitude, 180)])
def test_coordinates_are_decimals_on_the_globe(predicate: str, limit: int) -> None:
    for subject, _, value in facts(predicate):
        assert datatype_of(value) == XSD.decimal, f"{name(subject)}: {value} is no xsd:decimal"
        assert abs(float(text_of(value))) <= limit, f"{name(subject)}: {value} is off the globe"


def test_coordinates_come_in_pairs() -> None:
    odd = set(values(SCHEMA.latitude)) ^ set(values(SCHEMA.longitude))
    assert sorted(map(name, odd)) == [], "add the other one, or drop it"


def test_home_pages_are_web_addresses() -> None:
    for subject, _, value in facts(SCHEMA.url):
        assert datatype_of(value) == XSD.anyURI, f"{name(subject)}: write {value}^^xsd:anyURI"
        assert re.fullmatch(r"https?://[^\s<>\"]+", text_of(value)), f"{name(subject)}: {value}"


def test_countries_and_their_codes_go_together() -> None:
    code_of = values(ARNN.countryCode)
    countries = values(ARNN.country)
    odd = set(code_of) ^ set(countries)
    assert sorted(map(name, odd)) == [], "give both arnn:country and arnn:countryCode"
    names: dict[str, set[str]] = defaultdict(set)
    for subject, codes in code_of.items():
        (code,), (country,) = codes, countries[subject]
        assert re.fullmatch("[A-Z]{2}", text_of(code)), f"{name(subject)}: country code {code}"
        names[code].add(country)
    assert {c: n for c, n in names.items() if len(n) > 1} == {}
    assert len(set().union(*names.values())) == len(names)
