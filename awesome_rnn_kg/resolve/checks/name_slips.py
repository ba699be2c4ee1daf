"""Names that are one slip, or one initial, from a name that is known or more often printed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from ...text.diagnostics import Diagnostic, Rule
from .listing import Listing
from .printed_names import Names, Printed
from .slips import NameNeighbors, Neighbors, is_syllabic, recased

MISSPELLED_NAME = Rule(
    "RNN217",
    "misspelled-name",
    "warning",
    "A person's name is a known misspelling, or one letter from a name that is known or that this "
    "list prints elsewhere beside the same people. It becomes another person, or a false form of "
    "one. Check the paper and write the known name.",
    bad="* Alex Garves and Bo Chen, *A Title*, ICML 2015\n",
    good="* Alex Graves and Bo Chen, *A Title*, ICML 2015\n",
)
NAME_VARIANT = Rule(
    "RNN221",
    "name-variant",
    "info",
    "One person's name is written in two ways in this list, with and without a middle name, a "
    "short first name, or other capitals. Write it alike everywhere.",
    bad=(
        "* Ann Lee and Richard S. Zemel, *The Lake*, ICML 2015\n"
        "* Ann Lee and Richard S. Zemel, *A Hill*, ICML 2016\n"
        "* Ann Lee and Richard Zemel, *The Tree*, ICML 2017\n"
    ),
    good=(
        "* Ann Lee and Richard S. Zemel, *The Lake*, ICML 2015\n"
        "* Ann Lee and Richard S. Zemel, *The Tree*, ICML 2017\n"
    ),
)
UMLAUT = re.compile(r"([aou])e")
_SHORT = 5  # letters of a word in which a slip, unless it swaps two, needs a co-author to prove it
_LONG = 6  # letters of a word in which it needs none


def _is_doubled_end(one: str, two: str) -> bool:
    """Whether the last letter is doubled in one of two words; an `n` makes another name."""
    short, long = sorted((one, two), key=len)
    return len(long) >= _SHORT and long == short + short[-1] and short[-1] != "n"


@lru_cache(maxsize=2)
def _neighbors_of(known: frozenset[str]) -> NameNeighbors:
    return NameNeighbors(sorted(known))


class Slips:
    """Finds names that are one slip from a name that is known or more often printed."""

    def __init__(self, listing: Listing, names: Names) -> None:
        self.names = names
        people = listing.known.people
        self.labels = {k: t[0].label for k, t in people.by_label.items() if len(t) == 1}
        self.known = listing.known.named_people

    def find(self, name: Printed) -> tuple[Diagnostic, ...]:
        """A slip in a name that nobody is known by."""
        if name.key in self.known:
            return ()
        near = {**_neighbors_of(self.known).find(name.key), **self.neighbors.find(name.key)}
        meant = [k for k, odd in near.items() if self._is_slip(name, k, *odd)]
        if len({self.labels.get(k, k) for k in meant}) != 1:
            return ()
        label = self.labels.get(meant[0]) or self._form(name, meant[0])
        where = "a known name" if meant[0] in self.known else self._where(meant[0])
        return (
            MISSPELLED_NAME.at(
                name.span,
                f'"{name.text}" is one letter from {where}: "{label}"',
                self._remedy(name, meant[0], label),
            ),
        )

    def find_surname(self, name: Printed) -> tuple[Diagnostic, ...]:
        """A slip in the surname behind an initial: of a known person, or of one often printed.

        Nobody is known by the surname as printed, nor is it printed twice.
        """
        initial, _, surname = name.key.partition(" ")
        if len(initial) > 1 or len(surname) < _LONG or " " in surname or is_syllabic(surname):
            return ()
        if surname in self.surnames or self.printed_surnames[surname] > 1:
            return ()
        near = [
            s
            for s in self.near_surnames.find(surname)
            if s[0] == surname[0] and initial in self.initials_of[s] and not is_syllabic(s)
        ]
        if len(near) != 1 or not (near[0] in self.surnames or self.printed_surnames[near[0]] > 2):
            return ()
        first, _, last = name.text.rpartition(" ")
        meant = f"{first} {recased(last, near[0])}"
        message = f'"{name.text}" is one letter from the name "{meant}"'
        return (MISSPELLED_NAME.at(name.span, message, f'did you mean "{meant}"?'),)

    @cached_property
    def neighbors(self) -> NameNeighbors:
        return NameNeighbors(self.names.keys)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of known names."""
        return frozenset(k.rpartition(" ")[2] for k in self.known)

    @cached_property
    def printed_surnames(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for key, count in self.names.keys.items():
            found[key.rpartition(" ")[2]] += count
        return found

    @cached_property
    def initials_of(self) -> dict[str, set[str]]:
        """The first letters of the names that end in a surname."""
        found: dict[str, set[str]] = {}
        for key in (*self.known, *self.names.keys):
            found.setdefault(key.rpartition(" ")[2], set()).add(key[:1])
        return found

    @cached_property
    def near_surnames(self) -> Neighbors:
        return Neighbors(s for s in self.initials_of if len(s) >= _LONG)

    def find_longer(self, name: Printed) -> tuple[Diagnostic, ...]:
        """A known or more usual name with an initial in its middle that it has nowhere else."""
        words = name.key.split()
        initials = len(words) > 2 and max(map(len, words[1:-1])) == 1 < len(words[0])
        short = f"{words[0]} {words[-1]}" if initials else ""
        full = self.names.first.get(short)
        known = short in self.labels and not is_syllabic(words[-1])
        usual = full and self.names.keys[short] > self.names.keys[name.key]
        if not full or not (known or (usual and self.names.share_company(name, short))):
            return ()
        message = f'"{name.text}" is "{full.text}" on line {full.span.line}'
        return (NAME_VARIANT.at(name.span, message, "write the name alike everywhere"),)

    def _remedy(self, name: Printed, other: str, label: str) -> str:
        """Of two forms that are printed as often, either may be the right one."""
        even = self.names.keys[name.key] == self.names.keys[other] and other not in self.known
        return "check which of the two is right" if even else f'did you mean "{label}"?'

    def _is_slip(self, name: Printed, other: str, mine: str, theirs: str) -> bool:
        if other in name.beside:
            return False
        if other in self.names.works[name.work]:
            return self._more_often(name, other)
        if UMLAUT.sub(r"\1", mine) == UMLAUT.sub(r"\1", theirs):
            return False
        company = self.names.share_company(name, other)
        once = self.names.keys[name.key] == 1
        often = other in self.known or self.names.keys[other] > 1
        if company and once and often and max(len(mine), len(theirs)) >= _SHORT - 1:
            return True
        if mine.startswith(theirs) or theirs.startswith(mine):
            return once and other in self.known and _is_doubled_end(mine, theirs)
        return self._is_long_slip(name, other, mine, theirs)

    def _is_long_slip(self, name: Printed, other: str, mine: str, theirs: str) -> bool:
        """A slip in a word so long that less company, or none, proves it."""
        company = self.names.share_company(name, other)
        once = self.names.keys[name.key] == 1
        length = max(len(mine), len(theirs))
        if other in self.known:  # who is printed twice is likely somebody else
            swapped = length == _SHORT and sorted(mine) == sorted(theirs)
            alone = (length >= _LONG or swapped) and once
            return alone or (length >= _SHORT and company)
        if length >= _LONG and len(mine) != len(theirs) and once:
            company |= self.names.keys[other] > 1  # a letter more or less, of who is often here
        return length >= _SHORT and company and self._more_often(name, other)

    def _more_often(self, name: Printed, other: str) -> bool:
        """Whether the other is the usual form: more often printed, or as often and before."""
        ours, theirs = self.names.keys[name.key], self.names.keys[other]
        place = self.names.first[other].span
        before = (place.line, place.column) < (name.span.line, name.span.column)
        return other in self.known or theirs > ours or (theirs == ours and before)

    def _form(self, name: Printed, key: str) -> str:
        """A name by its key, in the list's own letters, else in those of the printed name."""
        first = self.names.first.get(key)
        return first.text if first else recased(name.text, key)

    def _where(self, key: str) -> str:
        return f"the name on line {self.names.first[key].span.line}"
