"""What a build holds, as text: counts and the account of the text."""

from __future__ import annotations

from ..graph.build import Build
from ..read.account import account
from .artifacts import class_counts


def statistics(build: Build) -> str:
    """Counts by class, then for each list the account of its bullets, links and arXiv ids."""
    lines = [f"{count:7}  {name}" for name, count in class_counts(build).items()]
    for catalogue in build.catalogues:
        lines += ["", catalogue.document.title.text]
        lines += account(catalogue.document, build.diagnostics).lines()
    return "\n".join(lines) + "\n"
