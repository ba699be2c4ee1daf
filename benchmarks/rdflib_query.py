"""The peer of `query` and `load`: the packaged triples and one query, with rdflib alone.

`python rdflib_query.py QUERY.rq FILE.nt…` prints the rows, and last the seconds that it took.
"""

import time

started = time.perf_counter()

import sys  # noqa: E402  the clock starts before the imports
from pathlib import Path  # noqa: E402

from rdflib import Graph  # noqa: E402

graph = Graph()
for name in sys.argv[2:]:
    graph.parse(name, format="nt")
for row in graph.query(Path(sys.argv[1]).read_text("utf-8")):
    print(row)
print(time.perf_counter() - started)
