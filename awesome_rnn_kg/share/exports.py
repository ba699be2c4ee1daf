"""A build, or a part of the package, in one format."""

from __future__ import annotations

from collections.abc import Iterable

from .. import resources
from ..graph.build import Build
from ..graph.void import describe
from ..graph.write import jsonld, nquads, ntriples, rdfxml, trig, turtle
from .artifacts import named_graphs

_WRITERS = {"turtle": turtle, "ntriples": ntriples, "jsonld": jsonld, "rdfxml": rdfxml}
_FILES = {"ontology": "ontology/rnn.ttl", "shapes": "ontology/shapes.ttl"}


def export(build: Build | None, form: str, part: str = "data") -> Iterable[str]:
    """Chunks of text; of the data, only nquads and trig hold inferred triples, in their own graph.

    `build` may be None for `ontology` and `shapes`, which come as they are written.
    """
    if part in _FILES:
        return _file(part, form)
    if build is None:
        raise ValueError(f"part {part} needs a build")
    if part == "void":
        title = ", ".join(c.document.title.text for c in build.catalogues)
        triples = describe(build.asserted, build.inferred, title)
        return {**_WRITERS, "nquads": ntriples, "trig": turtle}[form](triples)
    if form in ("nquads", "trig"):
        return {"nquads": nquads, "trig": trig}[form](named_graphs(build))
    return _WRITERS[form](build.asserted)


def _file(part: str, form: str) -> Iterable[str]:
    path = resources.path(_FILES[part])
    if form == "turtle":
        return [path.read_text("utf-8")]
    from ..graph.restate import restated

    return [restated(path, form)]
