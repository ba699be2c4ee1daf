"""The files of a build and of the packaged graph, as chunks of text by name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..graph.build import Build
from ..graph.origins import origins_table
from ..graph.prefixes import BASE
from ..graph.terms import Triple, iri, iri_of
from ..graph.vocabulary import ARNN, RDF
from ..graph.void import describe
from ..graph.write import jsonld, nquads, ntriples, turtle
from ..text.diagnostics import totals
from ..text.render.json import as_record
from .gaps import gap_records, gaps
from .graphs import Graph

Files = dict[str, Iterable[str]]


def build_files(build: Build, infer: bool = True) -> Files:
    """Every file of a build's folder."""
    inferred = build.inferred if infer else ()
    return {
        "kg.ttl": turtle(build.asserted),
        "kg.inferred.ttl": turtle(inferred),
        "kg.nq": nquads(named_graphs(build, infer)),
        "kg.jsonld": jsonld(build.asserted),
        "void.ttl": turtle(describe(build.asserted, inferred, build.title)),
        "origins.tsv": origins_table(build.listed, build.curated),
        "report.json": [json.dumps(report(build, infer), ensure_ascii=False, indent=1) + "\n"],
    }


def named_graphs(build: Graph, infer: bool = True) -> Mapping[str, Iterable[Triple]]:
    """The triples by the graph that they belong to."""
    graphs: dict[str, Iterable[Triple]] = {
        iri(f"{BASE}graph/list"): build.listed,
        iri(f"{BASE}graph/curated"): build.curated,
    }
    return graphs | ({iri(f"{BASE}graph/inferred"): build.inferred} if infer else {})


def packaged_files(build: Build) -> Files:
    """The compiled list that the package carries."""
    return {
        "list.nt": ntriples(build.listed),
        "curated.nt": ntriples(build.curated),
        "inferred.nt": ntriples(build.inferred),
        "origins.tsv": origins_table(build.listed, build.curated),
    }


def report(build: Build, infer: bool = True) -> dict[str, object]:
    """What was built and found, for programs; a path is a file's name."""
    return {
        "lists": [
            {"title": c.document.title.text, "source": c.document.source.name, "iri": c.iri}
            for c in build.catalogues
        ],
        "triples": {
            "list": len(build.listed),
            "curated": len(build.curated),
            "inferred": len(build.inferred) if infer else 0,
        },
        "classes": class_counts(build),
        "gaps": gap_records(gaps(build), build.absent),
        "totals": totals(build.diagnostics),
        "diagnostics": [as_record(d) | {"path": Path(d.span.path).name} for d in build.diagnostics],
    }


def class_counts(build: Build) -> dict[str, int]:
    """Asserted instances of each class of ours, the most frequent first."""
    start = ARNN.Resource.rsplit("#", 1)[0]
    counts = Counter(o for _, p, o in build.asserted if p == RDF.type and o.startswith(start))
    return {
        iri_of(c).rsplit("#", 1)[1]: n
        for c, n in sorted(counts.items(), key=lambda i: (-i[1], i[0]))
    }
