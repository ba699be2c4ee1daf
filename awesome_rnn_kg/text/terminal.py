"""Standard output and standard error, and whether a person looks at them."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from .output import OutputError

_RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Style:
    """How a terminal shows text: in colour, and with so many columns (0: lines are left whole)."""

    color: bool = False
    width: int = 0

    def paint(self, text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if self.color else text


PLAIN = Style()
"""Not a terminal."""


def prepare() -> None:
    """Results are UTF-8 wherever they go; only a terminal keeps an encoding of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def put(chunks: Iterable[str]) -> None:
    """Write a result. A reader who has gone away is no error; OutputError for a full disk."""
    if sys.stdout is None:
        raise OutputError("standard output: cannot be written: is closed")
    try:
        sys.stdout.writelines(chunks)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _drop_output()
        raise OutputError(f"standard output: cannot be written: {error.strerror}") from None


def tell(text: str) -> None:
    """Say something beside the result, if anybody listens."""
    with contextlib.suppress(AttributeError, OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def style(stream: object) -> Style:
    """Colour (unless NO_COLOR is set) and the width, on a terminal only."""
    if not isinstance(stream, io.TextIOBase) or not stream.isatty():
        return PLAIN
    return Style(
        color=not os.environ.get("NO_COLOR"), width=os.get_terminal_size(stream.fileno()).columns
    )


def _drop_output() -> None:
    """Nothing more can be said, nor at exit what is still in a buffer."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
