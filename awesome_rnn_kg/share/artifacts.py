"""The files of a build and of the packaged graph, as chunks of text by name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from ..graph.build import Build
from ..graph.origins import origins_table
from ..graph.terms import Triple, iri, iri_of
from ..graph.vocabulary import ARNN, RDF
from ..graph.void import describe, describe_ours
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
        "kg.ttl": turtle(build.asserted, build.prefixes),
        "kg.inferred.ttl": turtle(inferred, build.prefixes),
        "kg.nq": nquads(named_graphs(build, infer)),
        "kg.jsonld": jsonld(build.asserted),
        "void.ttl": turtle(description(build, infer)),
        "origins.tsv": origins_table(build.listed, build.curated, name=build.file_name),
        "report.json": [json.dumps(report(build, infer), ensure_ascii=False, indent=1) + "\n"],
    }


def description(build: Graph, infer: bool = True) -> list[Triple]:
    """What VoID says of a build."""
    inferred = build.inferred if infer else ()
    whole = describe(build.asserted, inferred, build.title, build.base, build.ours)
    return whole if build.ours else [*whole, *describe_ours(build.shared, build.base)]


def named_graphs(build: Graph, infer: bool = True) -> Mapping[str, Iterable[Triple]]:
    """The triples by the graph that they belong to."""
    graphs: dict[str, Iterable[Triple]] = {
        iri(f"{build.base}graph/list"): build.listed,
        iri(f"{build.base}graph/curated"): build.curated,
    }
    return graphs | ({iri(f"{build.base}graph/inferred"): build.inferred} if infer else {})


def packaged_files(build: Build) -> Files:
    """The compiled list that the package carries."""
    return {
        "list.nt": ntriples(build.listed),
        "curated.nt": ntriples(build.curated),
        "inferred.nt": ntriples(build.inferred),
        "origins.tsv": origins_table(build.listed, build.curated),
    }


def report(build: Build, infer: bool = True) -> dict[str, object]:
    """What was built and found, for programs; a file goes by its name."""
    return {
        "lists": [
            {"title": c.document.title.text, "source": c.document.source.name, "iri": c.iri}
            for c in build.catalogue.lists
        ],
        "triples": {
            "list": len(build.listed),
            "curated": len(build.curated),
            "inferred": len(build.inferred) if infer else 0,
        },
        "classes": class_counts(build),
        "gaps": gap_records(gaps(build), build.absent),
        "totals": totals(build.diagnostics),
        "diagnostics": [as_record(d, build.file_name) for d in build.diagnostics],
    }


def class_counts(build: Build) -> dict[str, int]:
    """Asserted instances of each class of ours, the most frequent first."""
    start = ARNN.Resource.rsplit("#", 1)[0]
    counts = Counter(o for _, p, o in build.asserted if p == RDF.type and o.startswith(start))
    return {
        iri_of(c).rsplit("#", 1)[1]: n
        for c, n in sorted(counts.items(), key=lambda i: (-i[1], i[0]))
    }
