"""People: misspelled, without their diacritics, as initials, in several forms, named twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ...read.document import Field
from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..authorities import Thing
from ..drafts import Draft
from ..keys import fold, name_key
from .initials import Fuller, is_initial_of
from .joined_names import Joined
from .listing import Listing
from .name_slips import MISSPELLED_NAME, NAME_VARIANT, UMLAUT, Slips
from .printed_names import Names, Printed, all_names
from .slips import distance, is_syllabic, is_syllable, odd_words

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
_RARELY = 30  # times that names are spelled out for one that is not


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with names of people; of each name the worst."""
    every = Names(list(all_names(listing)))
    slips = Slips(listing, every)
    joined = Joined(every, slips.known)
    two = {name.span: found for name in every.printed if (found := joined.find(name))}
    for found in two.values():
        yield from found
    names = Names([n for n in every.printed if n.span not in two]) if two else every
    slips = Slips(listing, names) if two else slips
    fuller = Fuller(names.keys)
    initialed = sum(len(n.key.split(" ")[0]) == 1 for n in names.printed)
    spelled_out = initialed * 2 <= len(names.printed)
    always = initialed * _RARELY <= len(names.printed)
    for name in names.printed:
        known = _known(listing, name)
        found = _against(listing, names, name, known) if known else slips.find(name)
        if not known and not found:
            turned = _turned(names, name, slips.labels) or (_alone(name) if always else ())
            found = _within(names, name, fuller) or turned
            found = found or slips.find_longer(name) or slips.find_surname(name)
        yield from (d for d in found if spelled_out or d.rule is not INITIALS_ONLY)
    for draft in listing.drafts:
        yield from _repeated(draft)


# --- against the authority files


def _known(listing: Listing, name: Printed) -> Thing | None:
    """The one person of the authority files who has this name among the labels."""
    found = listing.known.people.named(name.text)
    return found[0] if len(found) == 1 and not found[0].ambiguous else None


def _against(listing: Listing, names: Names, name: Printed, known: Thing) -> tuple[Diagnostic, ...]:
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
    if mine == theirs or UMLAUT.sub(r"\1", mine) == UMLAUT.sub(r"\1", theirs):
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
    if text.isascii():
        return 0
    plain = unicodedata.normalize("NFC", text)
    return sum(not c.isascii() and c.isalpha() for c in plain)


def _is_misspelled(mine: str, theirs: str) -> bool:
    """One word differs, by one or two letters, and is no short form of the other."""
    odd = odd_words(mine, theirs)
    if odd is None or min(map(len, odd)) < 3:
        return False
    short = any(a.startswith(b) for a, b in (odd, odd[::-1]))
    return not short and distance(*odd) <= 2


def _edits(listing: Listing, name: Printed, label: str) -> tuple[Edit, ...]:
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


def _within(names: Names, name: Printed, fuller: Fuller) -> tuple[Diagnostic, ...]:
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


# What begins a journal's name, not a person's: `J. Artif. Intell. Res.`.
_JOURNAL = re.compile(
    r"J\. (?:Am|Appl|Artif|Biol|Chem|Classif|Comput|Inf|Intell|Mach|Math|Med|Mol|Neurosci|Phys|Res"
    r"|Sci|Softw|Stat|Syst|Web)\b"
)


def _alone(name: Printed) -> tuple[Diagnostic, ...]:
    """One initial for all first names, in a list that has no other."""
    words = name.key.split()
    stopped = "." in name.text and not _JOURNAL.match(name.text)  # `U Kang` may be all of a name
    if stopped and len(words) == 2 and len(words[0]) == 1 < len(words[1]):
        message = f'"{name.text}" has an initial for a first name; the others here are spelled out'
        return (INITIALS_ONLY.at(name.span, message, "write the first name"),)
    return ()


def _turned(names: Names, name: Printed, labels: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The surname first, of a known person or of one that the list names otherwise more often."""
    words = name.key.split()
    if len({*words}) != 2 or len(words) != 2:
        return ()
    turned = f"{words[1]} {words[0]}"
    company = names.share_company(name, turned)
    usual = names.keys[turned] > names.keys[name.key] or turned in labels
    if company and names.keys[turned] == names.keys[name.key]:
        usual = names.first[turned].span[:3] < names.first[name.key].span[:3]
    either = any(map(is_syllabic, words)) and not company  # `Li Deng` and `Deng Li` may be two
    if not usual or either or min(map(len, words)) == 1:
        return ()
    meant = names.first[turned].text if turned in names.first else labels[turned]
    even = turned not in labels and names.keys[turned] == names.keys[name.key]
    if even or any(map(is_syllabic, words)):  # which of the two is the surname, nobody can tell
        message = f'"{name.text}" is "{meant}" on line {names.first[turned].span.line}'
        return (NAME_VARIANT.at(name.span, message, "write the name alike everywhere"),)
    message = f'"{name.text}" has the surname first: "{meant}"'
    return (NAME_VARIANT.at(name.span, message, f'write "{meant}"'),)


def _variant(names: Names, name: Printed, forms: list[str]) -> tuple[Diagnostic, ...]:
    """The rarer of two forms that a list prints of one person.

    `X. Chen` and `X Chen` are of two styles, and may be two people.
    """
    bare = all(len(word) == 1 for word in name.key.split()[:-1])
    stops = name.text.replace(".", "") if bare else ""
    others = [f for f in forms if f != name.text and names.forms[f] and f.replace(".", "") != stops]
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
        namesakes = key != previous and all(is_syllable(w) for w in key.split())
        if key in first and not namesakes and " " in key:
            yield REPEATED_AUTHOR.at(
                author.span,
                f'"{author.text}" is already among the authors of this entry',
                "check who was meant",
            )
        first.setdefault(key, author)
