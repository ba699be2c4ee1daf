"""What checking found, with the texts that it speaks of."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .diagnostics import Diagnostic
from .source import Source


@dataclass(frozen=True)
class Report:
    """Diagnostics in order, and sources by the paths in their spans.

    A source without diagnostics says that it was checked; a diagnostic whose source is not at
    hand is told without an excerpt. `root` is the folder that programs are told paths from;
    `version` is that of the checker.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    root: Path | None = None
    version: str = ""

    def source(self, diagnostic: Diagnostic) -> Source | None:
        """The text that a diagnostic speaks of."""
        return self.sources.get(diagnostic.span.path)

    def only(self, diagnostics: tuple[Diagnostic, ...]) -> Report:
        """This report with some of its diagnostics."""
        return replace(self, diagnostics=diagnostics)

    def place(self, path: str) -> str:
        """A path for programs: from the root, with slashes; as given if it is outside."""
        if self.root is None or not path:
            return path
        relative = Path(os.path.relpath(path, self.root))
        return path if os.pardir in relative.parts else relative.as_posix()
