"""The peer of `build`: the usual libraries, one after another, on triples that are there already.

`python naive_build.py ONTOLOGY.ttl SHAPES.ttl FILE.nt…` prints as JSON how many seconds each step
took.
"""

import json
import sys
import time
from itertools import pairwise

import pyshacl
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import Graph


def main(ontology: str, shapes: str, files: list[str]) -> None:
    clock = [time.perf_counter()]
    graph = Graph()
    for name in files:
        graph.parse(name, format="nt")
    clock.append(time.perf_counter())
    pyshacl.validate(graph, shacl_graph=Graph().parse(shapes))
    clock.append(time.perf_counter())
    DeductiveClosure(OWLRL_Semantics).expand(graph.parse(ontology))
    clock.append(time.perf_counter())
    spent = [end - start for start, end in pairwise(clock)]
    print(json.dumps(dict(zip(("read", "check", "infer"), spent, strict=True))))


main(sys.argv[1], sys.argv[2], sys.argv[3:])
