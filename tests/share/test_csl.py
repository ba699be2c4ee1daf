"""CSL-JSON has the structure that its schema asks for."""

from __future__ import annotations

import json
import re
from typing import Any

from awesome_rnn_kg.graph.terms import Triple, literal
from awesome_rnn_kg.graph.vocabulary import ARNN, DCTERMS, RDF, expand
from awesome_rnn_kg.share.bibtex import bibtex
from awesome_rnn_kg.share.csl import csljson

TYPES = {"paper-conference", "article-journal", "article", "thesis", "book", "report", "document"}
TEXTS = {
    "id", "type", "title", "container-title", "publisher", "page", "DOI", "URL", "number",
    "archive", "archive_location",
}  # fmt: skip
NAME_PARTS = {"family", "given", "non-dropping-particle", "suffix", "literal"}


def items(triples: list[Triple]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(csljson(triples)))
    return found


def test_every_item_is_well_formed(flagship: list[Triple]) -> None:
    for item in items(flagship):
        assert set(item) - TEXTS <= {"author", "issued"}
        assert all(isinstance(item[k], str) and item[k] for k in TEXTS & set(item))
        assert item["type"] in TYPES
        assert item["title"]
        ((year,),) = item["issued"]["date-parts"]
        assert 1900 < year < 2100
        for name in item["author"]:
            assert set(name) <= NAME_PARTS
            assert ("family" in name) != ("literal" in name)


def test_names_are_taken_apart(flagship: list[Triple]) -> None:
    item = next(i for i in items(flagship) if i["id"] == "oord2016pixel")
    assert item["author"][0] == {
        "family": "Oord",
        "given": "Aäron",
        "non-dropping-particle": "van den",
    }


def test_same_keys_as_the_bibtex(flagship: list[Triple]) -> None:
    keys = re.findall(r"^@\w+\{(\w+),$", "".join(bibtex(flagship)), re.MULTILINE)
    assert [i["id"] for i in items(flagship)] == keys


def test_empty_graph_is_an_empty_array() -> None:
    assert items([]) == []


def test_work_without_anything_but_a_title() -> None:
    paper = expand("paper:p")
    triples = [
        (paper, RDF.type, ARNN.Resource),
        (paper, RDF.type, ARNN.Paper),
        (paper, DCTERMS.title, literal("An Untold Thing")),
    ]
    assert items(triples) == [{"id": "untold", "type": "document", "title": "An Untold Thing"}]
