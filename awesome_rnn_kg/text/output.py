"""Writing files so that a reader sees the old one or the new one, never a half."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


class OutputError(Exception):
    """A file that cannot be written, told in one line."""


def write_files(folder: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write all the files of a folder: each under another name first, then all renamed."""
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written: dict[Path, Path] = {}
    try:
        for name, chunks in files.items():
            path = (folder / name).resolve()  # a link stays one
            with _told(folder / name):
                if temporary := _write(path, chunks):
                    written[path] = temporary
        for path, temporary in written.items():
            with _told(path):
                temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def write_file(path: Path, chunks: Iterable[str]) -> None:
    """Write one file, whole or not at all; into a device or a pipe, as it comes."""
    write_files(path.parent, {path.name: chunks})


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise OutputError(f"{path}: cannot be written: is not a folder") from None
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None


def _write(path: Path, chunks: Iterable[str]) -> Path | None:
    """Write to a new file beside the path and return it; None where the path is a stream."""
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder")
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(chunks)
        return None
    return _write_beside(path, chunks)


def _write_beside(path: Path, chunks: Iterable[str]) -> Path:
    """Write to a new file in the same folder; it is gone again if that fails."""
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}")
    try:
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(chunks)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary
