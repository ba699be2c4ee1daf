"""The configuration file beside a list: `awesome-rnn-kg.toml`.

lists        names of the files it is for (default: every list in its folder)
slug         the list's name in IRIs
home         the base of the list's own IRIs
iris         the register of IRIs minted before, which are used again
authorities  more authority files
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .graph.terms import iri
from .text.source import InputError, read_source

NAME = "awesome-rnn-kg.toml"
_KINDS = {"lists": list, "slug": str, "home": str, "iris": str, "authorities": list}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Value = list[str] | str


@dataclass(frozen=True, slots=True)
class Config:
    """How one list is compiled; the paths start at the folder of the configuration."""

    slug: str = ""
    home: str = ""
    iris: Path | None = None
    authorities: tuple[Path, ...] = ()


def config_for(source: Path) -> Config:
    """The configuration that stands beside a list; InputError where it is not well-formed."""
    path = source.parent / NAME
    if not path.is_file():
        return Config()
    table = _read(path)
    if source.name not in table.get("lists", [source.name]):
        return Config()
    iris = table.get("iris")
    return Config(
        slug=str(table.get("slug", "")),
        home=str(table.get("home", "")),
        iris=path.parent / str(iris) if iris else None,
        authorities=tuple(path.parent / name for name in table.get("authorities", ())),
    )


def check_base(base: str, where: str) -> None:
    """InputError, told of `where`, if IRIs cannot start with the text."""
    try:
        iri(base)
    except ValueError:
        raise InputError(f"{where}: {base!r} is not an absolute IRI") from None
    if not base.endswith(("/", "#")):
        raise InputError(f"{where}: {base!r} must end in / or #")


def _read(path: Path) -> dict[str, Value]:
    try:
        table = tomllib.loads(read_source(path).text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: is not TOML: {error}") from None
    for key, value in table.items():
        _check(path, key, value)
    return table


def _check(path: Path, key: str, value: object) -> None:
    if key not in _KINDS:
        raise InputError(f"{path}: unknown key {key!r}; known are {', '.join(_KINDS)}")
    parts = value if isinstance(value, list) else [value]
    if not isinstance(value, _KINDS[key]) or not all(isinstance(part, str) for part in parts):
        kind = "a list of strings" if _KINDS[key] is list else "a string"
        raise InputError(f"{path}: {key} must be {kind}")
    if key == "slug" and not _SLUG.fullmatch(str(value)):
        raise InputError(f"{path}: slug {value!r} must be lower-case words with hyphens")
    if key == "home":
        check_base(str(value), f"{path}: home")
