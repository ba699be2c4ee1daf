"""Turtle and TriG for people to read and compare: one block a thing, one line a property."""

import re
from collections.abc import Iterable, Iterator, Mapping

from awesome_rnn_kg.graph.order import Block, blocks, natural_key
from awesome_rnn_kg.graph.prefixes import NO_MORE, PREFIXES, compact
from awesome_rnn_kg.graph.terms import Triple, is_iri
from awesome_rnn_kg.graph.vocabulary import RDF, XSD

WIDTH = 100
# Only the forms that every reader gives back as they are: rdflib makes 1E-7 of 0.0000001.
_PLAIN = {
    XSD.integer: re.compile("-?[1-9][0-9]*|0"),
    XSD.decimal: re.compile(r"-?(?:[1-9][0-9]*|0)\.[0-9]{1,6}"),
    XSD.boolean: re.compile("true|false"),
}


def turtle(triples: Iterable[Triple], more: Mapping[str, str] = NO_MORE) -> Iterator[str]:
    """Chunks of a Turtle document, the same for the same set of triples; `more` are prefixes."""
    terms = Terms(more)
    body = [_block(block, terms) for block in blocks(triples)]
    yield terms.prefix_lines()
    for text in body:
        yield f"\n{text}"


def trig(
    graphs: Mapping[str, Iterable[Triple]], more: Mapping[str, str] = NO_MORE
) -> Iterator[str]:
    """Chunks of a TriG document of named graphs, by the IRI terms of their names."""
    terms = Terms(more)
    body = [_graph(name, graphs[name], terms) for name in sorted(graphs, key=natural_key)]
    yield terms.prefix_lines()
    for text in body:
        yield f"\n{text}"


class Terms(dict[str, str]):
    """Terms as Turtle writes them, each made once; remembers the prefixes that they need."""

    def __init__(self, more: Mapping[str, str] = NO_MORE) -> None:
        super().__init__()
        self._prefixes = {**PREFIXES, **more}
        self._more = {namespace: prefix for prefix, namespace in more.items()}
        self._used: set[str] = set()

    def __missing__(self, term: str) -> str:
        text = self[term] = self._iri(term) if is_iri(term) else self._literal(term)
        return text

    def prefix_lines(self) -> str:
        return "".join(
            f"@prefix {name}: <{self._prefixes[name]}> .\n" for name in sorted(self._used)
        )

    def _iri(self, term: str) -> str:
        curie = compact(term, self._more)
        if curie is None:
            return term
        self._used.add(curie.partition(":")[0])
        return curie

    def _literal(self, term: str) -> str:
        if not term.endswith(">"):
            return term
        quoted, _, datatype = term.rpartition("^^")
        plain = _PLAIN.get(datatype)
        if plain is not None and plain.fullmatch(quoted, 1, len(quoted) - 1):
            return quoted[1:-1]
        return f"{quoted}^^{self[datatype]}"


def _graph(name: str, triples: Iterable[Triple], terms: Terms) -> str:
    inner = "\n".join(_block(block, terms) for block in blocks(triples))
    indented = re.sub("^(?=.)", "    ", inner, flags=re.MULTILINE)
    return f"{terms[name]} {{\n{indented}}}\n"


def _block(block: Block, terms: Terms) -> str:
    subject, properties = block
    head = f"{terms[subject]} "
    lines = []
    for predicate, objects in properties:
        lines.append(head + property_text(predicate, objects, terms, WIDTH - len(head)))
        head = "    "
    return " ;\n".join(lines) + " .\n"


def property_text(predicate: str, objects: list[str], terms: Terms, room: int) -> str:
    """A predicate with its objects: on one line if that leaves room for the punctuation."""
    verb = "a" if predicate == RDF.type else terms[predicate]
    values = [terms[term] for term in objects]
    line = f"{verb} {', '.join(values)}"
    if len(values) == 1 or len(line) + 2 <= room:
        return line
    return f"{verb}\n        " + ",\n        ".join(values)
