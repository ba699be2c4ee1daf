"""Rebuild the compiled list that the package carries, and the register of its IRIs.

`python -m awesome_rnn_kg.packaged` writes both; with `--check` it writes nothing and fails where
they would change.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import resources
from .compiler import compile_list
from .graph.build import Build
from .graph.prefixes import BASE, PREFIXES
from .graph.terms import iri_of
from .share.artifacts import packaged_files
from .text.output import write_file, write_files

_FOLDER = Path(__file__).parent / "compiled"


def main(arguments: list[str]) -> int:
    """Write the files, or compare them; 1 where they differ."""
    register = resources.path("data") / "iris.tsv"
    if not register.exists():
        write_file(register, ["iri\tkey\n"])
    build = compile_list()
    files = {_FOLDER / n: "".join(c) for n, c in packaged_files(build).items()}
    files[register] = _register(build, register)
    lost = lost_iris(build, files[register])
    for iri in lost:
        print(f"{iri}: is gone; say what replaced it in data/redirects.ttl", file=sys.stderr)
    stale = [
        path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text
    ]
    if "--check" in arguments:
        for path in stale:
            print(f"{path}: is not what the sources give; run: make compiled", file=sys.stderr)
        return 1 if stale or lost else 0
    write_files(_FOLDER, {p.name: [t] for p, t in files.items() if p.parent == _FOLDER})
    write_file(register, [files[register]])
    return 1 if lost else 0


def lost_iris(build: Build, register: str) -> list[str]:
    """Registered IRIs that the graph no longer describes and that nothing replaces."""
    described = {iri_of(s) for s, _, _ in build.asserted}
    registered = (line.split("\t")[0] for line in register.splitlines()[1:])
    return sorted(set(registered) - described)


def _register(build: Build, path: Path) -> str:
    """The register with what is new; what is in it stays, whether used or not.

    Evidence is left out: it goes by what it says, so nobody links to a piece of it.
    """
    lines = path.read_text("utf-8").splitlines()[1:]
    known = {line.split("\t")[1]: line.split("\t")[0] for line in lines if "\t" in line}
    minted = build.catalogue.lists[0].minted
    rows = known | {k: i for k, i in minted.items() if k not in known}
    named = set(rows.values())
    described = {iri_of(s) for s, _, _ in build.asserted} - named
    for subject in described:
        if subject.startswith(BASE) and not subject.startswith(PREFIXES["evidence"]):
            rows[f"part {subject.removeprefix(BASE)}"] = subject
    return "iri\tkey\n" + "".join(sorted(f"{i}\t{k}\n" for k, i in rows.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
