"""Reading sources and writing files."""

import os
import resource
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_rnn_kg.text.output import OutputError, write_file, write_files
from awesome_rnn_kg.text.source import InputError, read_source


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"# a\n\0", "is a binary file (NUL byte at 4), not text"),
        ("# a".encode("utf-16"), "is UTF-16 or UTF-32; save it as UTF-8"),
        ("# a".encode("utf-32"), "is UTF-16 or UTF-32; save it as UTF-8"),
        (
            "# a\n* ü".encode("latin-1"),
            ":2: is not UTF-8 (byte 0xfc at offset 6); save it as UTF-8",
        ),
        (b"", ": is empty"),
        (b"\xef\xbb\xbf \n\t\r\n", ": is empty"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(data)
    with pytest.raises(InputError) as told:
        read_source(path)
    assert str(told.value).startswith(str(path))
    assert str(told.value).endswith(said)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("path", "said"),
    [("nothing.md", "no such file"), (".", "is a folder"), ("/dev/zero", "is a device"),
     ("x" * 300, "cannot be read"), ("a\0b", "cannot be read")],
)  # fmt: skip
def test_what_is_no_file_is_told_in_one_line(tmp_path: Path, path: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_source(tmp_path / path)


def test_marks_and_line_ends_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"\xef\xbb\xbf# a\r\nb\rc\n")
    source = read_source(path)
    assert source.text == "# a\nb\nc\n"
    assert source.name == "list.md"


def test_a_pipe_can_be_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_text, args=("# a\n",)).start()
    assert read_source(pipe).text == "# a\n"


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.md")
    path.write_text("# a\n")
    assert read_source(path).name == "\N{REPLACEMENT CHARACTER}.md"


def snapshot(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in folder.iterdir()}


def failing() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_nothing_changes_when_writing_fails(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": ["old a"], "b": ["old b"]})
    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, {"a": ["new a"], "b": failing()})
    assert snapshot(tmp_path) == {"a": "old a", "b": "old b"}


def test_a_full_disk_leaves_the_old_files(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": ["old a"], "b": ["old b"]})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
        with pytest.raises(OutputError, match=r"b: cannot be written: File too large"):
            write_files(tmp_path, {"a": ["new a"], "b": ["x" * 1000] * 1000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert snapshot(tmp_path) == {"a": "old a", "b": "old b"}


@pytest.mark.parametrize("path", ["file/x", "file/x/y", "folder", "/proc/nothing/x", "/dev/full"])
def test_where_nothing_can_be_written(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("a")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot be written") as told:
        write_file(tmp_path / path, ["text"])
    assert "\n" not in str(told.value)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder"]


def test_devices_and_links_stay_what_they_are(tmp_path: Path) -> None:
    device = Path(os.devnull)
    write_file(device, ["text"])
    assert stat.S_ISCHR(device.stat().st_mode)
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    write_file(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"


def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    (tmp_path / "old").chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_files(tmp_path, {"old": ["new"], "new": ["new"]})
    finally:
        os.umask(mask)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
    assert modes == {"old": 0o640, "new": 0o640}


def test_text_is_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    write_file(tmp_path / "deep" / "er" / "a", ["ü\n", "x\n"])
    assert (tmp_path / "deep" / "er" / "a").read_bytes() == b"\xc3\xbc\nx\n"
