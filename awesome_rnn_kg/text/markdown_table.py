"""Tables and code in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\|*_<\[\]`])")
_CODE = re.compile(r"(`[^`]*`|\[`?[\w:. -]+`?\]\([^()\s]*\))")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows of text as a table; code in backticks and links stay what they are."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def code(text: str) -> str:
    """A text as code, within a line."""
    return f"`{text}`"


def plain(text: str) -> str:
    """A text that Markdown shows as it is, but for its code and links."""
    parts = _CODE.split(text)
    return "".join(p if n % 2 else _SPECIAL.sub(r"\\\1", p) for n, p in enumerate(parts))


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return "---" if flat == "---" else plain(flat).replace("\n", " ")
