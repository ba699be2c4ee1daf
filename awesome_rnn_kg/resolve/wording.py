"""What words tell: misspelled names, architectures and programming languages in a text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from .authorities import Index, Thing
from .keys import name_key

_SAME_NAME = 0.85


def mended(printed: str, label: str) -> str:
    """A printed name, or the known one where the printed one is a misspelling of it."""
    mine, theirs = name_key(printed), name_key(label)
    if mine == theirs or len(mine.split()) != len(theirs.split()):
        return printed
    return label if SequenceMatcher(None, mine, theirs).ratio() > _SAME_NAME else printed


def mentioned(text: str, concepts: Index, any_case: bool = False) -> list[str]:
    """Concepts whose labels stand in a text as whole words, the longest first.

    Acronyms count with their case, unless `any_case`.
    """
    words = re.findall(r"[\w+#]+", text)
    found: dict[str, None] = {}
    taken: set[int] = set()
    for size in range(5, 0, -1):
        for start in range(len(words) - size + 1):
            places = set(range(start, start + size))
            label = " ".join(words[start : start + size])
            thing = None if places & taken else concepts.find(label)
            if thing and (size > 1 or len(label) > 5 or _spelled(label, thing, any_case)):
                found.setdefault(thing.iri, None)
                taken |= places
    return list(found)


def _spelled(acronym: str, thing: Thing, any_case: bool) -> bool:
    """Whether a short label stands as it is written, give or take a plural s."""
    labels = (thing.label, *thing.labels)
    return acronym in labels or (any_case and len(acronym) > 2)


def only_languages(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a description is a list of programming languages and nothing else."""
    parts = [p.strip() for p in re.split(r",|/|\band\b|&", text) if p.strip()]
    return bool(parts) and all(
        p.strip(".").casefold() in {n.casefold() for n in languages} for p in parts
    )


def languages_in(text: str, languages: tuple[str, ...]) -> list[str]:
    """Programming languages that a text names; one-letter names only where they stand alone."""
    found = []
    for name in languages:
        pattern = rf"(?<![\w+#.]){re.escape(name)}(?![\w+#]|\.\w)"
        short = len(name) < 3 and not re.fullmatch(r"[\w+#,/ ]{1,40}", text)
        if re.search(pattern, text, 0 if len(name) < 4 else re.IGNORECASE) and not (
            short and len(name) < 2
        ):
            found.append(name)
    return found
