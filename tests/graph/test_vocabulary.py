"""Vocabularies: only terms that exist, and CURIEs that are valid wherever they are pasted."""

import subprocess
import sys

import pytest
import rdflib.namespace
from hypothesis import given
from hypothesis import strategies as st

from awesome_rnn_kg.graph import terms, vocabulary
from awesome_rnn_kg.graph.vocabulary import (
    ARNN,
    BASE,
    KINDS,
    PREFIXES,
    SH,
    SKOS,
    Vocabulary,
    compact,
    expand,
)

VOCABULARIES = Vocabulary.__subclasses__()


def test_attribute_is_the_iri_term() -> None:
    assert SKOS.prefLabel == "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    assert ARNN.Paper == "<https://w3id.org/awesome-rnn-kg/ontology#Paper>"


def test_names_that_python_reserves_end_in_an_underscore() -> None:
    assert SH.class_ == "<http://www.w3.org/ns/shacl#class>"


def test_unknown_attribute_names_the_nearest_term() -> None:
    with pytest.raises(AttributeError, match=r"SKOS declares no term 'prefLable'.*'prefLabel'"):
        getattr(SKOS, "prefLable")  # noqa: B009 - a type checker would refuse the attribute


@pytest.mark.parametrize("cls", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_terms_of_standards_exist(cls: type[Vocabulary]) -> None:
    if cls is ARNN:
        return  # test_ontology compares it with the ontology
    standard = {"SCHEMA": "SDO"}.get(cls.__name__, cls.__name__)
    closed = getattr(rdflib.namespace, standard)
    declared = [getattr(cls, name) for name in cls.__annotations__]
    assert [term for term in declared if terms.iri_of(term) not in closed] == []
    assert str(closed) == PREFIXES[cls.__name__.lower()]


def test_kinds_are_prefixes() -> None:
    assert all(PREFIXES[kind] == f"{BASE}{kind}/" for kind in KINDS)
    assert len(set(PREFIXES.values())) == len(PREFIXES)


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_curies_of_slugs_round_trip(prefix: str, slug: str) -> None:
    assert compact(expand(f"{prefix}:{slug}")) == f"{prefix}:{slug}"


@given(
    st.sampled_from(KINDS), st.text(st.characters(codec="ascii", exclude_characters='<>"{}|^`\\ '))
)
def test_a_curie_is_valid_turtle_and_means_the_iri(kind: str, local: str) -> None:
    try:
        term = terms.iri(PREFIXES[kind] + local)
    except ValueError:
        return
    curie = compact(term)
    if curie is not None:
        text = f"@prefix {kind}: <{PREFIXES[kind]}> . {curie} a {curie}."
        ((subject, _, _),) = rdflib.Graph().parse(data=text, format="turtle")
        assert str(subject) == terms.iri_of(term)


@pytest.mark.parametrize(
    "local", ["", "a.", "-a", ".a", "a/b", "a#b", "a(b)", "a%20b", "a,b", "a:b", "é"]
)
def test_what_needs_an_escape_has_no_curie(local: str) -> None:
    assert compact(f"<{PREFIXES['paper']}{local}>") is None


@pytest.mark.parametrize("local", ["1-a", "a.b", "a--b", "_a"])
def test_digits_and_inner_dots_need_no_escape(local: str) -> None:
    assert compact(f"<{PREFIXES['paper']}{local}>") == f"paper:{local}"


@pytest.mark.parametrize("curie", ["paper", "papr:x", "http://a/b"])
def test_expand_refuses_unknown_prefixes(curie: str) -> None:
    with pytest.raises(ValueError, match="known prefix"):
        expand(curie)


def test_exports_are_complete() -> None:
    assert {cls.__name__ for cls in VOCABULARIES} <= set(vocabulary.__all__)


def test_importing_the_vocabulary_imports_only_the_standard_library() -> None:
    code = (
        "import sys, awesome_rnn_kg.graph.vocabulary\n"
        "roots = {name.partition('.')[0] for name in sys.modules}\n"
        "print(roots & {'rdflib', 'pyoxigraph', 'pyshacl', 'owlrl', 'pandas'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
