"""People: misspelled, without their diacritics, as initials, in several forms, named twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...read.document import Field
from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..authorities import Thing
from ..drafts import PAPER_FAMILY, Draft
from ..keys import fold, name_key
from .initials import Fuller, is_initial_of
from .listing import Listing
from .slips import NameNeighbors, distance, is_syllabic, odd_words, recased

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
REPEATED_AUTHOR = Rule(
    "RNN218",
    "repeated-author",
    "warning",
    "One name stands twice in one list of authors. The second was probably meant to be somebody "
    "else. Check the paper.",
    bad="* Alex Graves, Ann Lee, and Alex Graves, *A Title*, ICML 2015\n",
    good="* Alex Graves, Ann Lee, and Bo Chen, *A Title*, ICML 2015\n",
)
MISSING_DIACRITICS = Rule(
    "RNN219",
    "missing-diacritics",
    "info",
    "A name is printed without the marks on its letters that the person writes. Write it with "
    "them.",
    bad="* Tomas Mikolov and Bo Chen, *A Title*, ICML 2015\n",
    good="* Tomáš Mikolov and Bo Chen, *A Title*, ICML 2015\n",
)
INITIALS_ONLY = Rule(
    "RNN220",
    "initials-only",
    "info",
    "A first name is only an initial, though an authority file or this list spells it out. "
    "Initials hide who is meant. Write the first name.",
    bad="* A. Graves and Bo Chen, *A Title*, ICML 2015\n",
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
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_UMLAUT = re.compile(r"([aou])e")
_PERSON_KEY = "person "
_SHORT = 5  # letters of a word in which a slip needs a co-author to prove it
_RARELY = 30  # times that names are spelled out for one that is not
_LONG = 6  # letters of a word in which it needs none


@dataclass(frozen=True)
class _Printed:
    """A name at a place: as it is meant, its key, and the keys of those beside it."""

    text: str
    span: Span
    key: str
    beside: frozenset[str]
    work: int


@dataclass
class _Names:
    """The names of a list: how often each form and each key is printed, and who is beside whom."""

    printed: list[_Printed]
    forms: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    beside: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, _Printed] = field(default_factory=dict)
    works: dict[int, set[str]] = field(default_factory=dict)
    forms_of: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.printed:
            self.forms[name.text] += 1
            self.keys[name.key] += 1
            self.beside.setdefault(name.key, set()).update(name.beside)
            self.first.setdefault(name.key, name)
            self.works.setdefault(name.work, set()).add(name.key)
        for name in {n.text: n for n in self.printed}.values():
            self.forms_of.setdefault(name.key, []).append(name.text)

    def share_company(self, name: _Printed, other: str) -> bool:
        """Whether two names are printed beside the same people, or in entries of one work."""
        same_work = other in self.works[name.work] and other not in name.beside
        return same_work or bool(name.beside & self.beside.get(other, set()) - {other, name.key})


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with names of people; of each name the worst."""
    names = _Names(list(_all_names(listing)))
    slips, fuller = _Slips(listing, names), Fuller(names.keys)
    initialed = sum(len(n.key.split(" ")[0]) == 1 for n in names.printed)
    spelled_out = initialed * 2 <= len(names.printed)
    always = initialed * _RARELY <= len(names.printed)
    for name in names.printed:
        known = _known(listing, name)
        found = _against(listing, names, name, known) if known else slips.find(name)
        if not known and not found:
            found = _within(names, name, fuller) or (_alone(names, name) if always else ())
            found = found or slips.find_longer(name)
        yield from (d for d in found if spelled_out or d.rule is not INITIALS_ONLY)
    for draft in listing.drafts:
        yield from _repeated(draft)


def _all_names(listing: Listing) -> Iterator[_Printed]:
    """Authors, makers and the people of group labels, with their true places."""
    for draft in listing.drafts:
        mention = draft.mention
        authors = mention.authors if draft.kind in PAPER_FAMILY else ()
        keys = frozenset(name_key(a.text) for a in authors)
        for person in (*mention.authors, *mention.makers):
            if not _YEAR.search(person.text):  # what follows a list of authors, read as one
                yield _printed(listing, person, keys, listing.work_of[id(draft)])
    for index, meaning in listing.context.groups.items():
        for person in meaning.authors:
            yield _printed(listing, person, frozenset(), -1 - index)


def _printed(listing: Listing, person: Field, keys: frozenset[str], work: int) -> _Printed:
    span = person.span
    raw = listing.raw(span)
    if raw.replace(" ", "") != person.text.replace(" ", ""):
        span = listing.place(span, person.text)
        raw = listing.raw(span)
    text = raw if raw.casefold() == person.text.casefold() else person.text
    key = name_key(text)
    return _Printed(text, span, key, keys - {key}, work)


# --- against the authority files


def _known(listing: Listing, name: _Printed) -> Thing | None:
    """The one person of the authority files who has this name among the labels."""
    found = listing.known.people.named(name.text)
    return found[0] if len(found) == 1 and not found[0].ambiguous else None


def _against(
    listing: Listing, names: _Names, name: _Printed, known: Thing
) -> tuple[Diagnostic, ...]:
    """What sets a printed name apart from the known one."""
    label = known.label
    if name.text == label:
        return ()
    label = _closest(name.text, known)
    rule, said = _difference(name.text, label)
    if rule is NAME_VARIANT and name.text.casefold() == label.casefold():
        said = "has other capitals than the known name"
        rule_edits = _edits(listing, name, label)
        message = f'"{name.text}" {said}: "{label}"'
        return (NAME_VARIANT.at(name.span, message, f'write "{label}"', *rule_edits),)
    if rule is NAME_VARIANT:
        return _variant(names, name, [label, *known.labels])
    if rule is None:
        return ()
    message = f'"{name.text}" {said}: "{label}"'
    return (rule.at(name.span, message, f'write "{label}"', *_edits(listing, name, label)),)


def _closest(text: str, known: Thing) -> str:
    """The known form that differs from a printed one in its marks alone, else the label."""
    forms = (known.label, *known.labels)
    same = [f for f in forms if fold(f) == fold(text) and _marks(f) > _marks(text)]
    return max(same, key=_marks, default=known.label)


def _difference(text: str, label: str) -> tuple[Rule | None, str]:
    """The rule that a printed form of a known name breaks, and how to say it."""
    mine, theirs = name_key(text), name_key(label)
    if mine == theirs or _UMLAUT.sub(r"\1", mine) == _UMLAUT.sub(r"\1", theirs):
        if _marks(text) < _marks(label):
            return MISSING_DIACRITICS, "lacks the marks on its letters"
        return (NAME_VARIANT, "") if text.casefold() == label.casefold() else (None, "")
    if is_initial_of(mine, theirs):
        return INITIALS_ONLY, "has an initial for a first name"
    if _is_misspelled(mine, theirs):
        return MISSPELLED_NAME, "is a misspelling of a known name"
    return NAME_VARIANT, ""


def _marks(text: str) -> int:
    """How many letters carry a mark or are not ASCII."""
    plain = unicodedata.normalize("NFC", text)
    return sum(not c.isascii() and c.isalpha() for c in plain)


def _is_misspelled(mine: str, theirs: str) -> bool:
    """One word differs, by one or two letters, and is no short form of the other."""
    odd = odd_words(mine, theirs)
    if odd is None or min(map(len, odd)) < 3:
        return False
    short = any(a.startswith(b) for a, b in (odd, odd[::-1]))
    return not short and distance(*odd) <= 2


def _edits(listing: Listing, name: _Printed, label: str) -> tuple[Edit, ...]:
    """Word for word where both have as many, so that no other repair of the name is touched."""
    raw = listing.raw(name.span)
    mine, theirs = raw.split(" "), label.split(" ")
    if raw != name.text and raw.replace(" ", "") != name.text.replace(" ", ""):
        return ()
    if len(mine) != len(theirs) or any(c.isdigit() for c in raw):
        return (Edit(name.span, label),) if not any(c.isdigit() for c in raw) else ()
    edits, column = [], name.span.column
    for word, meant in zip(mine, theirs, strict=True):
        end = column + len(word)
        if word != meant:
            line = name.span.line
            edits.append(Edit(Span(name.span.path, line, column, line, end), meant))
        column = end + 1
    return tuple(edits)


# --- against other names


class _Slips:
    """Finds names that are one slip from a name that is known or more often printed."""

    def __init__(self, listing: Listing, names: _Names) -> None:
        self.names = names
        people = listing.known.people
        self.labels = {k: t[0].label for k, t in people.by_label.items() if len(t) == 1}
        register = (k for k in listing.known.iris if k.startswith(_PERSON_KEY))
        self.known = {k.removeprefix(_PERSON_KEY) for k in register} | set(self.labels)
        self.neighbors = NameNeighbors([*self.known, *names.keys])

    def find(self, name: _Printed) -> tuple[Diagnostic, ...]:
        """A slip in a name that nobody is known by."""
        if name.key in self.known:
            return ()
        meant = [k for k, *odd in self.neighbors.find(name.key) if self._is_slip(name, k, *odd)]
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

    def find_longer(self, name: _Printed) -> tuple[Diagnostic, ...]:
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

    def _remedy(self, name: _Printed, other: str, label: str) -> str:
        """Of two forms that are printed as often, either may be the right one."""
        even = self.names.keys[name.key] == self.names.keys[other] and other not in self.known
        return "check which of the two is right" if even else f'did you mean "{label}"?'

    def _is_slip(self, name: _Printed, other: str, mine: str, theirs: str) -> bool:
        if other in name.beside:
            return False
        company = self.names.share_company(name, other)
        length = max(len(mine), len(theirs))
        if other in self.names.works[name.work]:
            return self._more_often(name, other)
        umlaut = _UMLAUT.sub(r"\1", mine) == _UMLAUT.sub(r"\1", theirs)
        if umlaut or mine.startswith(theirs) or theirs.startswith(mine):
            return False
        if other in self.known:  # who is printed twice is likely somebody else
            alone = length >= _LONG and self.names.keys[name.key] == 1
            return alone or (length >= _SHORT and company)
        if length >= _LONG and len(mine) != len(theirs) and self.names.keys[name.key] == 1:
            company |= self.names.keys[other] > 1  # a letter more or less, of who is often here
        return length >= _SHORT and company and self._more_often(name, other)

    def _more_often(self, name: _Printed, other: str) -> bool:
        """Whether the other is the usual form: more often printed, or as often and before."""
        ours, theirs = self.names.keys[name.key], self.names.keys[other]
        place = self.names.first[other].span
        before = (place.line, place.column) < (name.span.line, name.span.column)
        return other in self.known or theirs > ours or (theirs == ours and before)

    def _form(self, name: _Printed, key: str) -> str:
        """A name by its key, in the list's own letters, else in those of the printed name."""
        first = self.names.first.get(key)
        return first.text if first else recased(name.text, key)

    def _where(self, key: str) -> str:
        return f"the name on line {self.names.first[key].span.line}"


def _within(names: _Names, name: _Printed, fuller: Fuller) -> tuple[Diagnostic, ...]:
    """A form of a name that the list writes otherwise elsewhere, beside the same people."""
    marked = [f for f in names.forms_of[name.key] if _marks(f) > _marks(name.text)]
    if marked and names.forms[marked[0]] >= names.forms[name.text]:
        message = f'"{name.text}" lacks the marks on its letters: "{marked[0]}"'
        return (MISSING_DIACRITICS.at(name.span, message, f'write "{marked[0]}"'),)
    same = _variant(names, name, names.forms_of[name.key])
    candidates = [k for k in fuller.find(name.key) if names.share_company(name, k)]
    if same or len(candidates) != 1:
        return same
    full = names.first[candidates[0]]
    if is_initial_of(name.key, full.key):
        message = f'"{name.text}" has an initial for a first name: "{full.text}"'
        remedy = f'line {full.span.line} spells it out: write "{full.text}"'
        return (INITIALS_ONLY.at(name.span, message, remedy),)
    return _variant(names, name, names.forms_of[full.key])


def _alone(names: _Names, name: _Printed) -> tuple[Diagnostic, ...]:
    """One initial for all first names, or the surname first, in a list that has neither."""
    words = name.key.split()
    turned = " ".join((*words[1:], words[0])) if len(words) == 2 else ""
    if len(words) == 2 and len(words[0]) == 1 < len(words[1]):
        message = f'"{name.text}" has an initial for a first name; the others here are spelled out'
        return (INITIALS_ONLY.at(name.span, message, "write the first name"),)
    if names.keys[turned] > names.keys[name.key] and not any(map(is_syllabic, words)):
        message = f'"{name.text}" has the surname first: "{names.first[turned].text}"'
        return (NAME_VARIANT.at(name.span, message, f'write "{names.first[turned].text}"'),)
    return ()


def _variant(names: _Names, name: _Printed, forms: list[str]) -> tuple[Diagnostic, ...]:
    """The rarer of two forms that a list prints of one person."""
    others = [f for f in forms if f != name.text and names.forms[f]]
    usual = max(others, key=lambda f: names.forms[f], default="")
    if not usual or names.forms[name.text] > names.forms[usual]:
        return ()
    if names.forms[name.text] == names.forms[usual] and _fuller_form(name.text, usual):
        return ()
    line = next(n.span.line for n in names.printed if n.text == usual)
    return (
        NAME_VARIANT.at(
            name.span,
            f'"{name.text}" is "{usual}" on line {line}',
            "write the name alike everywhere",
        ),
    )


def _fuller_form(one: str, two: str) -> bool:
    """Whether a form is the better one: first and last name in capitals, longer."""
    ends = [(form.split()[0], form.split()[-1]) for form in (one, two)]
    capitals = [sum(w[0].isupper() for w in words) for words in ends]
    return (capitals[0], len(one), one) > (capitals[1], len(two), two)


def _repeated(draft: Draft) -> Iterator[Diagnostic]:
    first: dict[str, Field] = {}
    key = ""
    for author in draft.mention.authors:
        key, previous = name_key(author.text), key
        namesakes = key != previous and all(is_syllabic(w) for w in key.split())
        if key in first and not namesakes and " " in key:
            yield REPEATED_AUTHOR.at(
                author.span,
                f'"{author.text}" is already among the authors of this entry',
                "check who was meant",
            )
        first.setdefault(key, author)
