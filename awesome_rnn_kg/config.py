"""The configuration of lists: `awesome-rnn-kg.toml`, or the table `[tool.awesome-rnn-kg]` of
`pyproject.toml`, beside a list or in a folder above it.

The nearest that is for the list holds, and it alone; in one folder `awesome-rnn-kg.toml` comes
first. Folders above that of the repository (the one with `.git`) are not looked at. All keys are
optional, and paths start at the folder of the file:

lists        the files it is for, such as "docs/list.md" (default: every list that finds it)
slug         the list's name in IRIs
home         the base of the list's own IRIs
iris         the register of IRIs minted before, which are used again
authorities  more authority files
select       `check`: only these codes or names of rules; "RNN2" is all 2xx
ignore       `check`: all but these
fail-on      `check`: exit 1 on findings of this severity and above: error (the default), warning,
             info or never
baseline     `check`: the file of known findings

What the command line says replaces what stands here; its authority files come on top.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .graph.terms import iri
from .text.source import InputError, read_bytes, source_from_bytes

NAME = "awesome-rnn-kg.toml"
PROJECT = "pyproject.toml"
TABLE = "awesome-rnn-kg"
THRESHOLDS = ("error", "warning", "info", "never")
_KINDS = {
    "lists": list,
    "slug": str,
    "home": str,
    "iris": str,
    "authorities": list,
    "select": list,
    "ignore": list,
    "fail-on": str,
    "baseline": str,
}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Config:
    """How one list is compiled and checked; `file` is where that stands, as people are told it."""

    file: str = ""
    slug: str = ""
    home: str = ""
    iris: Path | None = None
    authorities: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    baseline: Path | None = None


def config_for(source: Path) -> Config:
    """The configuration that a list finds; InputError where it is not well-formed."""
    place = Path(os.path.abspath(source))  # noqa: PTH100  a link is looked for where it stands
    for folder in place.parents:
        for path in (folder / NAME, folder / PROJECT):
            table = _table(path) if path.is_file() else None
            if table is not None and _is_for(place, folder, table):
                return _config(folder, path, table)
        if (folder / ".git").exists():
            break
    return Config()


def _is_for(place: Path, folder: Path, table: dict[str, Any]) -> bool:
    named = place.relative_to(folder).as_posix()
    return named in table.get("lists", [named])


def _config(folder: Path, path: Path, table: dict[str, Any]) -> Config:
    return Config(
        file=shown(path),
        slug=table.get("slug", ""),
        home=table.get("home", ""),
        iris=folder / table["iris"] if table.get("iris") else None,
        authorities=tuple(folder / name for name in table.get("authorities", ())),
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        fail_on=table.get("fail-on", "error"),
        baseline=folder / table["baseline"] if table.get("baseline") else None,
    )


def shown(path: Path) -> str:
    """A path as people are told it: from the current folder, where it is in that."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def check_base(base: str, where: str) -> None:
    """InputError, told of `where`, if IRIs cannot start with the text."""
    try:
        iri(base)
    except ValueError:
        raise InputError(f"{where}: {base!r} is not an absolute IRI") from None
    if not base.endswith(("/", "#")):
        raise InputError(f"{where}: {base!r} must end in / or #")


def _table(path: Path) -> dict[str, Any] | None:
    """The checked table of a file; None where a project says nothing of lists."""
    import tomllib  # Imported here: most lists have no configuration.

    text = source_from_bytes(read_bytes(path), shown(path)).text
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{shown(path)}: is not TOML: {error}") from None
    if path.name == PROJECT:
        tool = table.get("tool")
        table = tool.get(TABLE) if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise InputError(f"{shown(path)}: tool.{TABLE} must be a table: [tool.{TABLE}]")
    for key, value in table.items():
        _check(f"{shown(path)}:{_line(text, key)}", key, value)
    return table


def _line(text: str, key: str) -> int:
    """The line that sets a key, in its table if there is one; 1 where it cannot be found."""
    table = text.find(f"[tool.{TABLE}]")
    found = re.compile(rf"""^[ \t]*["']?{re.escape(key)}["']?[ \t]*[=.]""", re.MULTILINE)
    match = found.search(text, max(table, 0))
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _check(where: str, key: str, value: object) -> None:
    if key not in _KINDS:
        raise InputError(f"{where}: unknown key {key!r}; known are {', '.join(_KINDS)}")
    parts = value if isinstance(value, list) else [value]
    if not isinstance(value, _KINDS[key]) or not all(isinstance(part, str) for part in parts):
        kind = "a list of strings" if _KINDS[key] is list else "a string"
        raise InputError(f"{where}: {key} must be {kind}")
    if key == "slug" and not _SLUG.fullmatch(str(value)):
        raise InputError(f"{where}: slug {value!r} must be lower-case words with hyphens")
    if key == "home":
        check_base(str(value), f"{where}: home")
    if key == "fail-on" and value not in THRESHOLDS:
        raise InputError(f"{where}: fail-on {value!r} must be one of {', '.join(THRESHOLDS)}")
