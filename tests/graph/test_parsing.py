"""RDF that cannot be read is told on one line: the place, what is wrong, the remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import awesome_rnn_kg as kg
from awesome_rnn_kg.ask.errors import GraphError
from awesome_rnn_kg.check import check_rdf
from awesome_rnn_kg.comparison import compare
from awesome_rnn_kg.text.source import InputError

BROKEN = {
    "a.ttl": ("@prefix a: <x:> .\na:b a:c $ .\n", "a.ttl:2:9: "),
    "a.nt": ('<x:a> <x:b> "c" .\n<x:a> <x:b> c .\n', "a.nt:2:13: "),
    "a.nq": ('<x:a> <x:b> "c" <x:g .\n', "a.nq:1:17: "),
    "a.jsonld": ('{"@id": "x:a", "x:b": }', "a.jsonld:1:23: "),
    "a.rdf": ("<rdf><x></rdf>", "a.rdf: "),
}


def ask(path: Path) -> object:
    return kg.load(path).query("SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("read", [ask, lambda path: compare(str(path), str(path))])
def test_place_and_remedy(name: str, read: Callable[[Path], object], tmp_path: Path) -> None:
    text, place = BROKEN[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises((GraphError, InputError)) as caught:
        read(path)
    message = str(caught.value)
    assert place in message
    assert message.startswith(str(tmp_path))
    assert "mend it there" in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["a.ttl", "a.nt", "a.jsonld"])
def test_check_says_the_same(name: str, tmp_path: Path) -> None:
    text, place = BROKEN[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=f"{place}is not well-formed RDF"):
        check_rdf(str(path))


def test_a_missing_file_is_no_syntax_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be read: No such file"):
        kg.load(tmp_path / "none.nt").query("SELECT * { ?s ?p ?o }")
