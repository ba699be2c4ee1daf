"""A process beside this one that asks the shapes, while rules are still at work here.

Both speak by pipes: a graph goes out as its length in 8 bytes and its text, and comes back as a
line of JSON, the triples of its validation report. The process ends when its input does.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

from .terms import Triple

if TYPE_CHECKING:
    import subprocess

# Without -P, a file json.py in the current folder would be run.
_COMMAND = (sys.executable, "-P", "-c", f"from {__name__} import serve; serve()")
_LENGTH = 8
_HELPER: ContextVar[subprocess.Popen[bytes] | None] = ContextVar("helper", default=None)


@contextmanager
def shapes_beside(engine: str) -> Iterator[None]:
    """While this lasts, a second processor asks the shapes; where there is none, nothing changes.

    It is worth its start where all else takes longer than that. Only the default engine is asked
    so.
    """
    helper = _start() if engine == "shifty" else None
    if helper is None:
        yield
        return
    with helper:
        token = _HELPER.set(helper)
        try:
            yield
        finally:
            _HELPER.reset(token)
            helper.kill()
            _close(helper)


def _start() -> subprocess.Popen[bytes] | None:
    """The process; None where a second would only be in the way, or cannot be had."""
    if not sys.executable or _processors() < 2:
        return None
    import subprocess  # Imported here: where there is one processor it has no use.

    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    with suppress(OSError):
        return subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, stderr=null)  # noqa: S603  ours
    return None


def _processors() -> int:
    """How many this process may use, which can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ask_beside(graph: bytes) -> Callable[[], list[Triple] | None] | None:
    """Ask for the report on a graph in Turtle without blank nodes; it is waited for when called.

    None where there is no process to ask, or it has failed: then the shapes are to be asked here.
    """
    helper = _HELPER.get()
    if helper is None or helper.stdin is None or helper.stdin.closed:
        return None
    try:
        helper.stdin.write(len(graph).to_bytes(_LENGTH, "big"))
        helper.stdin.write(graph)
        helper.stdin.flush()
    except OSError:
        _close(helper)
        return None
    return lambda: _answer(helper)


def _close(helper: subprocess.Popen[bytes]) -> None:
    """Ask no more; what is not sent yet, because that failed or was interrupted, is dropped."""
    with suppress(OSError):
        if helper.stdin:
            helper.stdin.close()


def _answer(helper: subprocess.Popen[bytes]) -> list[Triple] | None:
    line = helper.stdout.readline() if helper.stdout else b""
    return [(s, p, o) for s, p, o in json.loads(line)] if line.endswith(b"\n") else None


def serve() -> None:
    """Be the process beside: answer until there is no more to ask."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks is interrupted, and ends this one
    from .shifty_engine import prepared, report

    prepared()
    while length := sys.stdin.buffer.read(_LENGTH):
        graph = sys.stdin.buffer.read(int.from_bytes(length, "big"))
        sys.stdout.buffer.write(json.dumps(report(graph)).encode() + b"\n")
        sys.stdout.buffer.flush()
