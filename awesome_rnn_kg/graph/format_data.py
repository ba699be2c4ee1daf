"""Write the data files in their fixed layout, so that a change shows as the lines it changes.

    # head comments, kept
    @prefix …                the prefixes in use, sorted

    subject                  one block a thing, sorted by IRI, schemes first;
        predicate object ;   names first, then what it is below, then the rest;
        predicate object, object .            objects sorted as they are shown

`python -m awesome_rnn_kg.graph.format_data [FILE…]` rewrites the files (default: `data/*.ttl`);
with `--check` it writes nothing and fails where a file would change.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from .. import resources
from ..text.output import write_file
from ..text.source import InputError
from .authorities import read_turtle
from .order import Block, blocks
from .prefixes import PREFIXES
from .terms import Triple, iri_of
from .turtle import WIDTH, Terms, property_text

_INDENT = "    "
_NOT_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>')


def main(arguments: list[str]) -> int:
    """Rewrite the files, or with `--check` name those that would change; 1 where there are any."""
    check = "--check" in arguments
    named = [Path(a) for a in arguments if a != "--check"]
    stale = [p for p in named or data_files() if formatted(p) != p.read_text("utf-8")]
    for path in stale:
        if check:
            print(f"{path}: is not in the fixed layout; run: make format", file=sys.stderr)
        else:
            write_file(path, [formatted(path)])
    return 1 if check and stale else 0


def data_files() -> list[Path]:
    """The authority files and the other curated Turtle files."""
    return sorted(resources.path("data").glob("*.ttl"))


def formatted(path: Path) -> str:
    """A Turtle file in the fixed layout; InputError where that would lose a comment."""
    lines = path.read_text("utf-8").split("\n")
    head = list(takewhile(lambda line: line.startswith("#"), lines))
    for number, line in enumerate(lines[len(head) :], len(head) + 1):
        if "#" in _NOT_COMMENT.sub("", line):
            raise InputError(f"{path}:{number}: holds a comment; comments stand in the head only")
    return "".join(f"{line}\n" for line in head) + layout(read_turtle(path))


def layout(triples: Iterable[Triple]) -> str:
    """Turtle in the fixed layout, the same for the same set of triples."""
    terms = Terms()
    body = [_block(b, terms) for b in sorted(blocks(triples), key=_place)]
    return "\n".join([terms.prefix_lines(), *body])


def _place(block: Block) -> tuple[bool, str]:
    return not block[0].startswith(f"<{PREFIXES['scheme']}"), iri_of(block[0])


def _block(block: Block, terms: Terms) -> str:
    subject, properties = block
    room = WIDTH - len(_INDENT)

    def shown(term: str) -> tuple[str, str]:
        return terms[term].strip('"').casefold(), term

    lines = [
        _INDENT + property_text(predicate, sorted(objects, key=shown), terms, room)
        for predicate, objects in properties
    ]
    return f"{terms[subject]}\n" + " ;\n".join(lines) + " .\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
