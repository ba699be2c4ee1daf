"""Lists short enough to read that are long enough to have a manner of their own."""

from __future__ import annotations

_TITLES = (
    "Gated Memory",
    "Reading Aloud",
    "Deep Parsing of Speech",
    "Learning to Sort Numbers",
    "Captions without Pictures",
    "Translation by Analogy",
    "Walking Robots",
    "Music from Noise",
    "Handwriting in Time",
)


def entries(usual: str, odd: str) -> str:
    """Nine bullets of the usual form (`{}` is the title), then the odd line."""
    return "".join(f"* {usual.format(title)}\n" for title in _TITLES) + f"* {odd}\n"
