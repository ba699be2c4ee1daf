"""Names with initials, and the fuller names that they may stand for. Names are keys."""

from __future__ import annotations

from collections.abc import Iterable

from .slips import is_syllabic

_SHORT = 3  # letters of a short first name


def is_initial_of(mine: str, theirs: str) -> bool:
    """Whether the first word is the initial of a longer one, and the last words are the same."""
    ours, full = mine.split(), theirs.split()
    first = bool(ours and full and len(ours[0]) == 1 < len(full[0]) and full[0][0] == ours[0])
    return first and ours[-1] == full[-1] and len(ours) > 1


class Fuller:
    """Finds the fuller forms of a name: the first name spelled out, a middle name more."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_ends: dict[tuple[str, str], list[str]] = {}
        for key in keys:
            words = key.split()
            if len(words) > 1:
                self._by_ends.setdefault((words[0][0], words[-1]), []).append(key)

    def find(self, key: str) -> list[str]:
        words = key.split()
        alike = self._by_ends.get((words[0][0], words[-1]), []) if len(words) > 1 else []
        near = [k.split() for k in alike if k != key]
        begun = [full for full in near if _is_short_for(words[0], full[0])]
        firsts = {full[0] for full in begun}  # `Abhi` may be `Abhinav` or `Abhishek`
        short = [f for f in begun if len(firsts) == 1 and _is_fuller(f, [f[0], *words[1:]])]
        return [" ".join(full) for full in near if full in short or _is_fuller(full, words)]


def _is_short_for(first: str, full: str) -> bool:
    """`Sam` for `Samuel`; of syllables each is a name of its own."""
    return (
        first != full and full.startswith(first) and len(first) >= _SHORT and not is_syllabic(full)
    )


def _is_fuller(full: list[str], words: list[str]) -> bool:
    """Whether each word opens one of the fuller name's, in order, the first its first."""
    rest = iter(full)
    ends = full[0].startswith(words[0]) and (len(words[0]) == 1 or full[0] == words[0])
    return ends and all(any(_opens(w, f) for f in rest) for w in words)


def _opens(word: str, full: str) -> bool:
    return word == full or (len(word) == 1 and full.startswith(word))
