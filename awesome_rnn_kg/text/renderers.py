"""The output formats by name."""

from __future__ import annotations

from collections.abc import Callable

from .render.github import github
from .render.json import json
from .render.junit import junit
from .render.sarif import sarif
from .render.text import text
from .report import Report

RENDERERS: dict[str, Callable[[Report], str]] = {
    "text": text,
    "github": github,
    "sarif": sarif,
    "junit": junit,
    "json": json,
}
