"""Names that run together because the comma between them is lost: `Rui Wang Yuheng Wang`."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from ...text.diagnostics import Diagnostic, Rule
from ..keys import name_key
from .printed_names import Names, Printed
from .slips import is_syllabic, is_syllable

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
_LONGEST_NAME = 4  # words of a name, but for its initials and short ones such as `De La`
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
        words = name.text.split()
        if len(words) < 2 * 2 or not all(w[0].isupper() for w in words):
            return ()
        for at in range(2, len(words) - 1):
            one, two = " ".join(words[:at]).rstrip(".;"), " ".join(words[at:])
            keys = name_key(one).split(), name_key(two).split()
            if max(at, len(words) - at) <= _LONGEST and all(keys) and self._are_two(*keys):
                message = f'"{name.text}" runs two names together'
                remedy = f'did you mean "{one}, {two}"?'
                return (NAMES_RUN_TOGETHER.at(name.span, message, remedy),)
        long = sum(len(word) >= _FIRST for word in words)
        if len(words) > _LONGEST_NAME <= long and name.beside:
            message = f'"{name.text}" has {len(words)} words: two names run together'
            return (NAMES_RUN_TOGETHER.at(name.span, message, "put the comma in"),)
        return ()

    def _are_two(self, one: list[str], two: list[str]) -> bool:
        if two[0] in _PARTICLES and not all(map(is_syllabic, two)):
            return False
        led = len(two[0]) == 1 and len(two) > 2 and self._is_name(" ".join(two))
        if min(map(len, (one[0], one[-1], two[0] * (1 + led), two[-1]))) == 1:
            return False  # `C. Lawrence Zitnick` may begin with an initial, if the list has him
        middle = (one[-1], two[0])
        if max(map(len, middle)) < _FIRST and not all(map(is_syllabic, (*one, *two))):
            return False  # `Richard Yi Da Xu` has two short names of his own
        named = any(self._is_name(" ".join(part)) for part in (one, two))
        if len(one) == len(two) == 2 and all(map(is_syllable, (*one, *two))):
            return True  # a name has three syllables at most
        return named or (one[0] in self.first_names and two[0] in self.first_names)

    def _is_name(self, key: str) -> bool:
        return key in self.known or key in self.names.keys
