"""Unified diffs in linear time, for texts that differ in few lines here and there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CONTEXT = 3
_SHIFTS = sorted(range(-30, 31), key=abs)
"""By how many lines a stretch may grow or shrink and the texts still be seen to meet again."""


class _Block(NamedTuple):
    """Lines start to end of the old text that became lines of the new; ends exclusive, from 0."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified_diff(old: str, new: str, path: str) -> Iterator[str]:
    """The lines of a diff that `patch -p1` and `git apply` take; nothing where nothing differs."""
    olds, news = _lines(old), _lines(new)
    hunks = _hunks(list(_blocks(olds, news)))
    if hunks:
        name = path.lstrip("/") + "\t" * (" " in path)
        yield from (f"--- a/{name}\n", f"+++ b/{name}\n")
    for blocks in hunks:
        yield from map(_ended, _hunk(blocks, olds, news))


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them, with their ends."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """The stretches that differ, in order."""
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        end, new_end = _meeting(old, new, i, j)
        yield _Block(i, end, j, new_end)
        i, j = end, new_end


def _meeting(old: Sequence[str], new: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """Where the texts are the same again for some lines, or both end."""
    for end in range(i, len(old)):
        for shift in _SHIFTS:
            new_end = j + end - i + shift
            if new_end >= j and _same(old, new, end, new_end):
                return end, new_end
    return len(old), len(new)


def _same(old: Sequence[str], new: Sequence[str], i: int, j: int) -> bool:
    return j < len(new) and old[i] == new[j] and old[i : i + _CONTEXT] == new[j : j + _CONTEXT]


def _hunks(blocks: list[_Block]) -> list[list[_Block]]:
    """Blocks so near each other that their contexts meet, together."""
    hunks: list[list[_Block]] = []
    for block in blocks:
        if hunks and block.start - hunks[-1][-1].end <= 2 * _CONTEXT:
            hunks[-1].append(block)
        else:
            hunks.append([block])
    return hunks


def _hunk(blocks: list[_Block], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    first, last = blocks[0], blocks[-1]
    before = min(_CONTEXT, first.start)
    after = min(_CONTEXT, len(old) - last.end)
    ours = _range(first.start - before, last.end + after)
    theirs = _range(first.new_start - before, last.new_end + after)
    yield f"@@ -{ours} +{theirs} @@\n"
    done = first.start - before
    for block in blocks:
        yield from (f" {line}" for line in old[done : block.start])
        yield from (f"-{line}" for line in old[block.start : block.end])
        yield from (f"+{line}" for line in new[block.new_start : block.new_end])
        done = block.end
    yield from (f" {line}" for line in old[done : done + after])


def _range(start: int, end: int) -> str:
    """A stretch of lines as a hunk names it: where it starts, from 1, and how long it is."""
    return f"{start + (end > start)},{end - start}"
