"""Writing files so that a reader sees the old one or the new one, never a half."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


class OutputError(Exception):
    """A file that cannot be written, told in one line."""


def write_files(folder: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write all the files of a folder: each under another name first, then all renamed."""
    written: list[tuple[Path, Path]] = []
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, chunks in files.items():
                written.append((_write_beside(folder / name, chunks), folder / name))
            for temporary, final in written:
                temporary.replace(final)
        except OSError as error:
            path = error.filename or folder
            raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def write_file(path: Path, chunks: Iterable[str]) -> None:
    """Write one file, whole or not at all."""
    write_files(path.parent, {path.name: chunks})


def _write_beside(path: Path, chunks: Iterable[str]) -> Path:
    """Write to a new file in the same folder; it is gone again if that fails."""
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder", str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(chunks)
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
