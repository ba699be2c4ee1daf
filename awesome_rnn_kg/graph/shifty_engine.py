"""The default engine for the shapes: shifty, compiled and many times as fast as pyshacl."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from .. import resources
from .beside import ask_beside
from .terms import Triple, datatype_of, is_iri, python_value
from .vocabulary import SH

if TYPE_CHECKING:
    import shifty

_PART = 10_000


def ask(triples: tuple[Triple, ...]) -> Callable[[], list[Triple]]:
    """Ask the shapes about asserted triples; the validation report, empty if they conform, when it
    is called for. A process beside may make it meanwhile.
    """
    graph = _text(triples)
    has_blanks = b"_:" in graph and any(t.startswith("_:") for triple in triples for t in triple)
    beside = None if has_blanks else ask_beside(graph)

    def answer() -> list[Triple]:
        found = beside() if beside else None
        if found is None:
            found = report(graph, triples if has_blanks else ())
        return _as_written(found, triples)

    return answer


def report(graph: bytes, triples: tuple[Triple, ...] = ()) -> list[Triple]:
    """The validation report on a graph in Turtle; `triples` are its own if it has blank nodes.

    Whether it conforms is known in half the time that a report takes, so that is asked first, and
    the report is made of the shapes alone that are broken.
    """
    engine = prepared()
    outcome = engine.validate_algebra(graph, graph_mode="data", infer=False, sort_results=False)
    if outcome.conforms:
        return []
    from .rdflib_graph import from_node, to_graph

    broken = sorted({v.shape_name for v in outcome.violations if v.shape_name})
    _, found, _ = engine.validate(  # names of blank nodes are kept from rdflib alone
        to_graph(triples) if triples else graph,
        graph_mode="data",
        infer=False,
        sort_results=False,
        shape_names=broken,
    )
    return [(from_node(s), from_node(p), from_node(o)) for s, p, o in found]


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
def prepared() -> shifty.PreparedValidator:
    """The engine with the packaged shapes."""
    import shifty  # Imported here: a process beside may do it all.

    return shifty.PreparedValidator(resources.path("ontology/shapes.ttl").read_bytes())


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
