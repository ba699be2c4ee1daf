"""A graph on disk as N-Triples parts: a build's folder, or an RDF file in any syntax."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph

from awesome_rnn_kg.ask.errors import GraphError
from awesome_rnn_kg.graph.parsing import complaint
from awesome_rnn_kg.graph.prefixes import PREFIXES

_EXTENSIONS = {"json": pyoxigraph.RdfFormat.JSON_LD, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
PARTS = ("list", "curated", "inferred")
# The name of a graph: of ours, or of a part of a build with a base of its own.
_GRAPH = re.compile(
    rf"<({re.escape(PREFIXES['graph'])}|[^<>]*[/#]graph/(?=(?:{'|'.join(PARTS)})>))([^<>]*)>".encode()
)


def packaged_parts(folder: Path, inferred: bool = True) -> dict[str, Path]:
    """The compiled list that the package holds: one N-Triples file a part."""
    return {n: folder / f"{n}.nt" for n in PARTS if inferred or n != "inferred"}


def read_parts(path: Path, inferred: bool = True) -> Mapping[str, bytes]:
    """The parts of a graph by name; a file that is no N-Quads is one part, `list`.

    `path` is a build's folder (its `kg.nq` is read) or an RDF file. Raises GraphError.
    """
    if path.is_dir():
        parts = _split(_read(path / "kg.nq"))
    elif path.suffix == ".nq":
        parts = _split(_read(path))
    else:
        parts = {"list": _as_ntriples(path)}
    return {n: p for n, p in parts.items() if inferred or n != "inferred"}


def graph_space(path: Path) -> str:
    """What the names of a graph's parts begin with: of a build with a base of its own, that base.

    Raises GraphError for a build's folder or N-Quads that cannot be read.
    """
    quads = path / "kg.nq" if path.is_dir() else path
    if quads.suffix == ".nq":
        for line in _read(quads).split(b"\n"):
            if graph := _GRAPH.fullmatch(line.rstrip(b" .\r").rpartition(b" ")[2]):
                return graph[1].decode()
    return PREFIXES["graph"]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror or error}") from None


def _split(data: bytes) -> dict[str, bytes]:
    """N-Quads as N-Triples by the last word of the graph's name; no name is `list`."""
    lines: dict[str, list[bytes]] = {}
    for line in data.split(b"\n"):
        if not line.strip():
            continue
        body, _, name = line.rstrip(b" .\r").rpartition(b" ")
        if graph := _GRAPH.fullmatch(name):
            lines.setdefault(graph[2].decode(), []).append(body + b" .\n")
        else:
            lines.setdefault("list", []).append(line + b"\n")
    return {name: b"".join(rows) for name, rows in lines.items()}


def _as_ntriples(path: Path) -> bytes:
    extension = path.suffix.lstrip(".").lower()
    kind = _EXTENSIONS.get(extension) or pyoxigraph.RdfFormat.from_extension(extension)
    data = _read(path)
    if extension == "md":
        raise GraphError(f"{path}: is a list; compile it first (build, or kg.compile)")
    if kind is None:
        raise GraphError(f"{path}: unknown RDF syntax; name a .ttl, .nt, .nq, .jsonld or .rdf file")
    if kind == pyoxigraph.RdfFormat.N_TRIPLES:
        return data
    try:
        quads = pyoxigraph.parse(data, kind)
        triples = [pyoxigraph.Triple(q.subject, q.predicate, q.object) for q in quads]
    except (SyntaxError, ValueError) as error:
        raise GraphError(complaint(path, error)) from None
    text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return text or b""
