"""Names that run together because the comma between them is lost: `Rui Wang Yuheng Wang`."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from ...text.diagnostics import Diagnostic, Rule
from .printed_names import Names, Printed
from .slips import is_syllabic

NAMES_RUN_TOGETHER = Rule(
    "RNN244",
    "names-run-together",
    "warning",
    "What stands in a list of authors as one name is two: the comma between them is lost. Both "
    "people lose their paper to one that does not exist. Put the comma in.",
    bad=(
        "* Ann Lee and Bo Chen, *The Lake*, ICML 2015\n"
        "* Eve Fox, Max Orr Ann Lee, and Bo Chen, *A Hill*, ICML 2016\n"
    ),
    good=(
        "* Ann Lee and Bo Chen, *The Lake*, ICML 2015\n"
        "* Eve Fox, Max Orr, Ann Lee, and Bo Chen, *A Hill*, ICML 2016\n"
    ),
)
_PARTICLES_TEXT = "ben bin ibn al el abu de da di del van von der le la"
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_LONGEST = 3  # words of each of the two names
_FIRST = 3  # letters of a first name that tells


class Joined:
    """Finds two names in one, by names and first names that are known or printed elsewhere."""

    def __init__(self, names: Names, known: Collection[str]) -> None:
        self.names, self.known = names, known

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The first words of the known names and of those of two words that are printed."""
        printed = (k for k in self.names.keys if k.count(" ") == 1)
        firsts = (k.partition(" ")[0] for k in (*self.known, *printed) if " " in k)
        return frozenset(w for w in firsts if len(w) >= _FIRST)

    def find(self, name: Printed) -> tuple[Diagnostic, ...]:
        """Two names of two or three words each, of which one is known, or both begin as names."""
        words, keys = name.text.split(), name.key.split()
        if len(words) < 2 * 2 or len(words) != len(keys) or not all(w[0].isupper() for w in words):
            return ()
        for at in range(2, len(words) - 1):
            if max(at, len(words) - at) <= _LONGEST and self._are_two(keys[:at], keys[at:]):
                one, two = " ".join(words[:at]).rstrip(".;"), " ".join(words[at:])
                message = f'"{name.text}" runs two names together'
                remedy = f'did you mean "{one}, {two}"?'
                return (NAMES_RUN_TOGETHER.at(name.span, message, remedy),)
        return ()

    def _are_two(self, one: list[str], two: list[str]) -> bool:
        if min(map(len, (one[0], one[-1], two[0], two[-1]))) == 1 or two[0] in _PARTICLES:
            return False
        middle = (one[-1], two[0])
        if max(map(len, middle)) < _FIRST and not all(map(is_syllabic, (*one, *two))):
            return False  # `Richard Yi Da Xu` has two short names of his own
        named = any(self._is_name(" ".join(part)) for part in (one, two))
        return named or (one[0] in self.first_names and two[0] in self.first_names)

    def _is_name(self, key: str) -> bool:
        return key in self.known or key in self.names.keys
