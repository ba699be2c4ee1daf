"""What words tell: misspelled names, architectures and programming languages in a text."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from .authorities import Index, Thing
from .keys import name_key

_SAME_NAME = 0.85
_UMLAUT = re.compile(r"([aou])e")
_WRITTEN_IN = re.compile(r"\b(?:in|for|using|with)\s+(?:pure\s+|plain\s+)?$", re.IGNORECASE)
_MADE_OF = re.compile(
    r"[\s-]*(?:based|librar|package|toolbox|toolkit|wrapper|binding|implementation|code\b|version\b"
    r"|api\b|framework|module|tutorial|port\b)",
    re.IGNORECASE,
)


def mended(printed: str, label: str) -> str:
    """A printed name, or the known one where the printed one is a misspelling of it."""
    if printed == label or (printed.casefold() == label.casefold() and _lowered(printed, label)):
        return label
    mine, theirs = name_key(printed), name_key(label)
    initials = any(len(w) == 1 for w in mine.split())
    same = _UMLAUT.sub(r"\1", mine) == _UMLAUT.sub(r"\1", theirs)
    if same or initials or len(mine.split()) != len(theirs.split()):
        return printed
    return label if SequenceMatcher(None, mine, theirs).ratio() > _SAME_NAME else printed


def _lowered(printed: str, label: str) -> bool:
    """`Alex graves`: a word in lower case that has a capital in the known name."""
    words = zip(printed.split(), label.split(), strict=False)
    return any(mine.islower() and theirs != mine for mine, theirs in words)


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
            if thing and (size > 1 or _spelled(label, thing, any_case)):
                found.setdefault(thing.iri, None)
                taken |= places
    return list(found)


def _spelled(word: str, thing: Thing, any_case: bool) -> bool:
    """Whether one word is meant as a name: written as the label is, and no everyday word."""
    labels = (thing.label, *thing.labels)
    return (word in labels and not word.islower()) or (any_case and len(word) > 2)


def only_languages(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a description is a list of programming languages and nothing else."""
    parts = [p.strip() for p in re.split(r",|/|\band\b|&", text) if p.strip()]
    return bool(parts) and all(
        p.strip(".").casefold() in {n.casefold() for n in languages} for p in parts
    )


def languages_in(text: str, languages: tuple[str, ...]) -> list[str]:
    """Programming languages that a text says something is written in or for.

        phrase = [ "in" | "for" | "using" | "with" ] names [ "-based" | "library" | "wrappers" | … ]
        names  = language *( ( "," | "/" | "&" | "and" ) language )

    One of the two words around the names must be there, or the names open the text.
    """
    known = {n.casefold(): n for n in languages}
    lower = text.casefold()
    if not any(name in lower for name in known):
        return []
    one, several = _patterns(languages)
    found: dict[str, None] = {}
    for run in several.finditer(text):
        before, after = text[: run.start()], text[run.end() :]
        if not before.strip() or _WRITTEN_IN.search(before) or _MADE_OF.match(after):
            exact = [w for w in one.findall(run[0]) if len(w) > 2 or w in languages]
            found.update(dict.fromkeys(known[w.casefold()] for w in exact))
    return list(found)


@lru_cache(maxsize=2)
def _patterns(languages: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One language, and a list of them."""
    names = "|".join(re.escape(n) for n in sorted(languages, key=len, reverse=True))
    one = rf"(?<![\w+#.])(?:{names})(?![\w+#]|\.\w)"
    several = rf"{one}(?:\s*(?:,|/|&|\band\b)\s*{one})*"
    return re.compile(one, re.IGNORECASE), re.compile(several, re.IGNORECASE)
