"""Write the reference pages in `docs/` from what they tell of.

`python -m awesome_rnn_kg.docs` writes them; with `--check` it writes nothing and fails where they
would change; with `--picture` it also draws `answer.png` anew, whose bytes depend on matplotlib's
version.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import load, ontology, resources
from .arguments import arguments_of
from .ask.knowledge import Knowledge
from .check import all_rules
from .compiler import compile_list
from .share.docs_commands import commands_page
from .share.docs_coverage import coverage_page
from .share.docs_ontology import ontology_page
from .share.docs_queries import queries_page
from .share.docs_rules import rules_page
from .text.output import write_file

FOLDER = Path(__file__).parents[1] / "docs"


def pages() -> dict[str, str]:
    """The pages by name."""
    graph, terms = load(), ontology()
    described = {"list": terms.serialize(format="nt").encode()}
    prefixes = {name: str(start) for name, start in terms.namespaces()}
    told = Knowledge.of(described, resources.path("queries"))
    return {
        "commands.md": commands_page(arguments_of()),
        "coverage.md": coverage_page(compile_list()),
        "ontology.md": ontology_page(told, prefixes, graph),
        "queries.md": queries_page(graph),
        "rules.md": rules_page(all_rules()),
    }


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them; 1 where they differ."""
    stale = [
        (FOLDER / name, text)
        for name, text in pages().items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != text
    ]
    for path, text in stale:
        if "--check" in arguments:
            told = "is not what the code says; run: python -m awesome_rnn_kg.docs"
            print(f"docs/{path.name}: {told}", file=sys.stderr)
        else:
            write_file(path, [text])
    if "--picture" in arguments:
        draw()
    return 1 if stale and "--check" in arguments else 0


def draw() -> None:
    """The picture of an answer that the README shows."""
    answer = load().run(
        "architectures_by_application_and_year", within="natural language processing"
    )
    answer.plot().savefig(FOLDER / "answer.png", dpi=80, bbox_inches="tight")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
