"""Finds the packaged files: ontology, data, queries and the compiled graph.

In a checkout or an editable install they are the top-level folders; a wheel holds copies of
those in `awesome_rnn_kg/_resources/`. The compiled graph is inside the package in both.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_FOLDERS = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def path(name: str) -> Path:
    """Return the path of a packaged file or folder, such as `ontology/rnn.ttl` or `queries`.

    The first part is one of `ontology`, `data`, `queries` and `compiled`.
    Raises FileNotFoundError when the package holds no such file.
    """
    found = (_PACKAGE if name.startswith("compiled") else _FOLDERS) / name
    if not found.exists():
        raise FileNotFoundError(f"awesome_rnn_kg has no packaged file {name!r} (looked at {found})")
    return found
