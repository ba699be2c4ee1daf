"""The default engine for the shapes: shifty, compiled and many times as fast as pyshacl."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO

import shifty

from .terms import Triple, datatype_of, is_iri, python_value
from .vocabulary import SH

_PART = 10_000


def report(triples: Iterable[Triple], shapes: bytes) -> list[Triple]:
    """The validation report on asserted triples, by shapes in Turtle; empty if they conform.

    Whether they do is known in half the time that a report takes, so that is asked first, and the
    report is made of the shapes alone that are broken.
    """
    triples = tuple(triples)
    data = _text(triples)
    engine = _engine(shapes)
    outcome = engine.validate_algebra(data, graph_mode="data", infer=False, sort_results=False)
    if outcome.conforms:
        return []
    from .rdflib_graph import from_node, to_graph

    broken = sorted({v.shape_name for v in outcome.violations if v.shape_name})
    has_blanks = any(term.startswith("_:") for triple in triples for term in triple)
    _, found, _ = engine.validate(  # names of blank nodes are kept from rdflib alone
        to_graph(triples) if has_blanks else data,
        graph_mode="data",
        infer=False,
        sort_results=False,
        shape_names=broken,
    )
    return _as_written([(from_node(s), from_node(p), from_node(o)) for s, p, o in found], triples)


def _as_written(found: list[Triple], data: tuple[Triple, ...]) -> list[Triple]:
    """The report with numbers as the data spells them; the engine writes 45.0 for 4.5e1."""
    values = {o for _, p, o in found if p == SH.value and o.endswith(">") and not is_iri(o)}
    strange = values.difference(o for _, _, o in data)
    if not strange:
        return found
    numbers = (o for _, _, o in data if o[0] == '"' and o[-1] == ">")
    spelled = {(datatype_of(o), python_value(o)): o for o in numbers}
    spelling = {v: spelled.get((datatype_of(v), python_value(v)), v) for v in strange}
    return [(s, p, spelling.get(o, o)) for s, p, o in found]


@cache
def _engine(shapes: bytes) -> shifty.PreparedValidator:
    return shifty.PreparedValidator(shapes)


def _text(triples: tuple[Triple, ...]) -> bytes:
    """Turtle that names a subject once for its triples in a row: a third is left to read.

    It is made by parts: the lines of a large graph would take more room than their text.
    """
    out, last, end = BytesIO(), "", ""
    for start in range(0, len(triples), _PART):
        pieces = []
        for subject, predicate, value in triples[start : start + _PART]:
            begin = ";" if subject == last else f"{end}{subject} "
            pieces.append(f"{begin}{predicate} {value}")
            last, end = subject, ".\n"
        out.write("".join(pieces).encode())
    out.write(end.encode())
    return out.getvalue()
