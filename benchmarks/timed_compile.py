"""Compiles a list, infers, writes N-Triples, and checks.

`python timed_compile.py LIST.md OUTPUT.nt` prints as JSON, after each of the four, the seconds and
the MB of memory that it took up to there.
"""

import json
import resource
import sys
import time
from pathlib import Path

import awesome_rnn_kg as kg
from awesome_rnn_kg.graph.write import ntriples


def main(path: str, output: Path) -> None:
    started = time.perf_counter()

    def spent() -> tuple[float, float]:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return time.perf_counter() - started, peak / (2**20 if sys.platform == "darwin" else 2**10)

    build = kg.compile(path)
    compiled = (len(build.asserted), *spent())
    inferred = (len(build.inferred), *spent())
    with output.open("w", encoding="utf-8") as file:
        file.writelines(ntriples(build.asserted))
        file.writelines(ntriples(build.inferred))
    written = (0, *spent())
    build.checked()
    print(json.dumps([compiled, inferred, written, (0, *spent())]))


main(sys.argv[1], Path(sys.argv[2]))
