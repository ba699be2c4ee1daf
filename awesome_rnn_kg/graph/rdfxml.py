"""RDF/XML, one `rdf:Description` a thing."""

import re
from collections.abc import Iterable, Iterator

from awesome_rnn_kg.graph.order import Block, blocks
from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.terms import Triple, datatype_of, iri_of, is_iri, lang_of, text_of
from awesome_rnn_kg.graph.vocabulary import XSD

_LOCAL_NAME = re.compile("[A-Za-z_][A-Za-z0-9_.-]*$")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# A carriage return that is not escaped would be read as a line feed.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"},
)


def rdfxml(triples: Iterable[Triple]) -> Iterator[str]:
    """Chunks of an RDF/XML document, the same for the same set of triples.

    ValueError for what the format cannot say: a predicate that ends in no XML name, or a
    control character in a literal.
    """
    ordered = list(blocks(triples))
    predicates = {predicate for _, said in ordered for predicate, _ in said}
    tags, namespaces = _names(predicates)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, namespace in sorted(namespaces.items()):
        yield f'\n    xmlns:{prefix}="{namespace.translate(_ESCAPES)}"'
    yield ">\n"
    for block in ordered:
        yield _description(block, tags)
    yield "</rdf:RDF>\n"


def _names(predicates: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The element of every predicate, and the namespace of every prefix these need."""
    prefix_of = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    tags, namespaces = {}, {"rdf": PREFIXES["rdf"]}
    for predicate in sorted(predicates):
        namespace, local = _split(iri_of(predicate))
        prefix = prefix_of.setdefault(namespace, f"ns{len(prefix_of)}")
        namespaces[prefix] = namespace
        tags[predicate] = f"{prefix}:{local}"
    return tags, namespaces


def _split(predicate: str) -> tuple[str, str]:
    local = _LOCAL_NAME.search(predicate)
    if local is None or local.start() == 0:
        raise ValueError(f"RDF/XML cannot write predicate {predicate!a}: it ends in no XML name")
    return predicate[: local.start()], local[0]


def _description(block: Block, tags: dict[str, str]) -> str:
    subject, properties = block
    lines = [f'  <rdf:Description rdf:about="{iri_of(subject).translate(_ESCAPES)}">\n']
    for predicate, objects in properties:
        lines.extend(f"    {_element(tags[predicate], term)}\n" for term in objects)
    return "".join(lines) + "  </rdf:Description>\n"


def _element(tag: str, term: str) -> str:
    if is_iri(term):
        return f'<{tag} rdf:resource="{iri_of(term).translate(_ESCAPES)}"/>'
    text, lang, datatype = text_of(term), lang_of(term), datatype_of(term)
    if _NOT_IN_XML.search(text):
        raise ValueError(f"RDF/XML cannot write {text!a}: XML has no place for a control character")
    if lang:
        attribute = f' xml:lang="{lang}"'
    elif datatype == XSD.string:
        attribute = ""
    else:
        attribute = f' rdf:datatype="{iri_of(datatype).translate(_ESCAPES)}"'
    return f"<{tag}{attribute}>{text.translate(_ESCAPES)}</{tag}>"
