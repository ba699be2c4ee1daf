"""The configuration file beside a list: `awesome-rnn-kg.toml`.

lists        names of the files it is for (default: every list in its folder)
slug         the list's name in IRIs
home         the base of the list's own IRIs
iris         the register of IRIs minted before, which are used again
authorities  more authority files
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from .text.source import InputError

NAME = "awesome-rnn-kg.toml"
_KEYS = {"lists": list, "slug": str, "home": str, "iris": str, "authorities": list}


@dataclass(frozen=True, slots=True)
class Config:
    """How one list is compiled; paths are absolute."""

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
    iris = str(table.get("iris", ""))
    return Config(
        slug=str(table.get("slug", "")),
        home=str(table.get("home", "")),
        iris=path.parent / iris if iris else None,
        authorities=tuple(path.parent / str(a) for a in table.get("authorities", [])),
    )


def _read(path: Path) -> dict[str, list[str] | str]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is not TOML: {error}") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    for key, value in table.items():
        if key not in _KEYS:
            raise InputError(f"{path}: unknown key {key!r}; known are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise InputError(f"{path}: {key} must be a {_KEYS[key].__name__}")
    return table
