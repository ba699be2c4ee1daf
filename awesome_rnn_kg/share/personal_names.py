"""A printed name → its parts, as bibliographies sort them.

    name = given *( nickname ) [ particles ] family [ suffix ]

`Aäron van den Oord` sorts under Oord, `Jan "Honza" Černocký` has a nickname, which bibliographies
leave out, `John Smith, Jr.` a suffix. A name of one word is a family name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARTICLE = re.compile(
    r"""al|auf|bin|da|dal|dalla|das|de|degli|dei|del|della|den|der|des|di|dos|du|el|ibn|la|las|le|lo
    |los|op|'t|te|ten|ter|tot|van|vande|vanden|vander|vom|von|y|zu|zum|zur""",
    re.VERBOSE,
)
_SUFFIXES = re.compile(r"(?:jr|sr)\.?|I{2,3}|IV", re.IGNORECASE)
_NICKNAME = re.compile(r"""(?<=\s)["“”„(][^"“”„()]+["“”)](?=\s)""")


@dataclass(frozen=True, slots=True)
class PersonalName:
    """The parts of a name; `particle` stands before the family name and is not sorted by."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""


def parse_name(text: str) -> PersonalName:
    """The parts of a name written `Given Family` or `Family, Given`."""
    text, suffix = _without_suffix(" ".join(_NICKNAME.sub("", text).split()))
    if "," in text:
        last, given = (part.split() for part in text.split(",", 1))
    else:
        words = text.split()
        at = _family_at(words)
        given, last = words[:at], words[at:]
    start = _particles(last)
    family, particle = " ".join(last[start:]), " ".join(last[:start])
    return PersonalName(family, " ".join(given), particle, suffix)


def _without_suffix(text: str) -> tuple[str, str]:
    head, _, tail = text.rpartition(" ")
    if head and _SUFFIXES.fullmatch(tail):
        return head.rstrip(","), tail
    return text, ""


def _family_at(words: list[str]) -> int:
    """Where the particles and the family name begin: at the first particle, else the last word."""
    for at in range(1, len(words) - 1):
        if _PARTICLE.fullmatch(words[at]):
            return at
    return max(len(words) - 1, 0)


def _particles(words: list[str]) -> int:
    """How many particles open a family name."""
    at = 0
    while at < len(words) - 1 and _PARTICLE.fullmatch(words[at]):
        at += 1
    return at
