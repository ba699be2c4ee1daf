"""Institutions: misspelled, unknown, in several forms, in another order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..keys import WORD, fold, label_key
from ..meanings import Meaning
from ..spelling import is_slip
from .listing import Listing, surname
from .slips import Neighbors, recased

MISSPELLED_INSTITUTION = Rule(
    "RNN231",
    "misspelled-institution",
    "warning",
    "The label of a group is one letter from the name of a known institution, so its papers are "
    "not credited to it; or a word such as `University` is misspelled in it. Write the known name.",
    bad="* Yandx\n  * Ann Lee and Bo Chen, *A Title*, ICML 2015\n",
    good="* Yandex\n  * Ann Lee and Bo Chen, *A Title*, ICML 2015\n",
)
UNKNOWN_INSTITUTION = Rule(
    "RNN232",
    "unknown-institution",
    "info",
    "An institution is in no authority file. This is off unless it is selected or the list brings "
    "authority files of its own. Write the name that they have, or add the institution to them.",
    bad="* Univ. of the Lake\n  * Ann Lee and Bo Chen, *A Title*, ICML 2015\n",
    good="* Baidu\n  * Ann Lee and Bo Chen, *A Title*, ICML 2015\n",
    off=True,
)
INSTITUTION_VARIANT = Rule(
    "RNN233",
    "institution-variant",
    "info",
    "One institution is written in two ways in the labels of this list. Write it alike everywhere.",
    bad=(
        "* ETH Zürich\n  * Ann Lee and Bo Chen, *The Lake*, ICML 2015\n"
        "* ETH Zurich\n  * Eve Fox and Dan Roy, *A Hill*, ICML 2016\n"
    ),
    good=(
        "* ETH Zürich\n  * Ann Lee and Bo Chen, *The Lake*, ICML 2015\n"
        "* ETH Zürich\n  * Eve Fox and Dan Roy, *A Hill*, ICML 2016\n"
    ),
)
INSTITUTION_ORDER = Rule(
    "RNN234",
    "institution-order",
    "info",
    "Two institutions stand in another order above papers of the same first author. Readers "
    "take the first for the first author's. Check the papers and keep one order.",
    bad=(
        "* UCLA + Baidu\n  * Ann Lee and Bo Chen, *The Lake*, ICML 2015\n"
        "* Baidu + UCLA\n  * Ann Lee and Bo Chen, *A Hill*, ICML 2016\n"
    ),
    good=(
        "* UCLA + Baidu\n  * Ann Lee and Bo Chen, *The Lake*, ICML 2015\n"
        "* UCLA + Baidu\n  * Ann Lee and Bo Chen, *A Hill*, ICML 2016\n"
    ),
)
_PARTS = re.compile(r"\s*\+\s*|\s+[&/]\s+")
_LEAST = 5
_LONG = 6  # letters of a word, and more, that a slip does not make another
_ABBREVIATED = {"univ": "university", "inst": "institute", "tech": "technology"}
_ABBREVIATED |= dict.fromkeys(("of", "the", "inc", "ltd", "corp"), "")
_UNIVERSITY = re.compile(r"\b(?:univ(?:ersity)?|the|of|tech)\b")


class _Label(NamedTuple):
    """One institution in a group's label; `iri` is empty where no file knows it."""

    text: str
    span: Span
    iri: str
    group: int

    @property
    def thing(self) -> str:
        """What the label is of: a known institution, or its words without `Univ.`."""
        return self.iri or " ".join(_UNIVERSITY.sub(" ", label_key(self.text)).split())


def check(listing: Listing) -> Iterator[Diagnostic]:
    """What is wrong with the institutions of group labels."""
    labels = list(_labels(listing))
    yield from _misspelled(listing, labels)
    yield from _misspelled_words(listing)
    yield from _unknown(listing, labels)
    yield from _variants(labels)
    yield from _orders(listing, labels)


def _labels(listing: Listing) -> Iterator[_Label]:
    for index, meaning in listing.context.groups.items():
        field = listing.document.nodes[index].label
        for text in meaning.institutions:
            known = listing.known.institutions.find(text)
            span = listing.place(field.span, text)
            yield _Label(text, span, known.iri if known else "", index)


def _misspelled(listing: Listing, labels: list[_Label]) -> Iterator[Diagnostic]:
    things = listing.known.institutions.things.values()
    known = {label_key(n): n for t in things for n in (t.label, *t.labels) if len(n) >= _LEAST}
    counts = Counter(label_key(x.text) for x in labels)
    spelled = {label_key(x.text): x.text for x in reversed(labels) if counts[label_key(x.text)] > 2}
    neighbors = Neighbors([*known, *(s for s in spelled if len(s) >= _LEAST)])
    for text, span in _candidates(listing, labels):
        near = [
            k
            for k in neighbors.find(label_key(text))
            if k not in counts or counts[k] > 1 or k in known
        ]
        meant = list(dict.fromkeys(known.get(k) or spelled[k] for k in near))
        if len(meant) == 1 and counts[label_key(text)] < 3:
            edits = (
                (Edit(span, meant[0]),) if near[0] in known and listing.raw(span) == text else ()
            )
            yield MISSPELLED_INSTITUTION.at(
                span,
                f'institution "{text}" is not known; "{meant[0]}" is',
                f'did you mean "{meant[0]}"?',
                *edits,
            )


def _misspelled_words(listing: Listing) -> Iterator[Diagnostic]:
    """Words of labels that are a slip for a common word of institutions: `Univeristy`."""
    neighbors = Neighbors(_common_words(listing))
    nodes = [listing.document.nodes[index] for index in listing.context.groups]
    for node in nodes:
        for word in WORD.findall(node.label.text):
            key = fold(word)
            unknown = len(key) > _LONG and key not in listing.known.label_words
            meant = [w for w in neighbors.find(key) if is_slip(key, w)] if unknown else []
            if len(meant) == 1:
                shown = recased(word, meant[0])
                yield MISSPELLED_INSTITUTION.at(
                    listing.place(node.label.span, word),
                    f'"{word}" is one letter from "{shown}"',
                    f'did you mean "{shown}"?',
                )


def _common_words(listing: Listing) -> set[str]:
    """The long words of the names of three known institutions or more."""
    things = listing.known.institutions.things.values()
    names = [{w for n in (t.label, *t.labels) for w in label_key(n).split()} for t in things]
    counts = Counter(w for words in names for w in words if len(w) > _LONG)
    return {w for w, n in counts.items() if n > 2}


def _candidates(listing: Listing, labels: list[_Label]) -> Iterator[tuple[str, Span]]:
    """Unknown institutions, and the parts of labels that mean nothing known."""
    yield from ((x.text, x.span) for x in labels if not x.iri)
    for index, meaning in listing.context.groups.items():
        field = listing.document.nodes[index].label
        if meaning == Meaning():
            for part in _PARTS.split(field.text):
                if len(part) >= _LEAST and not listing.known.institutions.find(part):
                    yield part, listing.place(field.span, part)


def _unknown(listing: Listing, labels: list[_Label]) -> Iterator[Diagnostic]:
    rule = UNKNOWN_INSTITUTION._replace(off=not listing.known.own)
    for label in labels:
        if not label.iri:
            yield rule.at(
                label.span,
                f'institution "{label.text}" is in no authority file',
                "write the name that they have, or add the institution",
            )


def _variants(labels: list[_Label]) -> Iterator[Diagnostic]:
    known = {_in_full(label.text): label.iri for label in labels if label.iri}
    labels = [x if x.iri else x._replace(iri=known.get(_in_full(x.text), "")) for x in labels]
    forms: dict[str, Counter[str]] = {}
    for label in labels:
        forms.setdefault(label.thing, Counter())[label.text] += 1
    first = {label.text: label.span.line for label in reversed(labels)}
    for label in labels:
        usual = max(forms[label.thing].items(), key=lambda f: (f[1], -first[f[0]]))[0]
        if label.text != usual and label.thing:
            yield INSTITUTION_VARIANT.at(
                label.span,
                f'"{label.text}" is "{usual}" on line {first[usual]}',
                "write the institution alike everywhere",
            )


def _in_full(text: str) -> str:
    """A label without small words, abbreviations spelled out: `Univ. of Foo`, `University Foo`."""
    words = (_ABBREVIATED.get(word, word) for word in label_key(text).split())
    return " ".join(filter(None, words))


def _orders(listing: Listing, labels: list[_Label]) -> Iterator[Diagnostic]:
    """Groups with two institutions that an earlier one of the same first author has reordered."""
    groups: dict[int, list[_Label]] = {}
    for label in labels:
        groups.setdefault(label.group, []).append(label)
    first_authors = _first_authors(listing)
    seen: dict[tuple[str, str, str], int] = {}
    for index, parts in groups.items():
        span = listing.document.nodes[index].label.span
        pairs = list(combinations(dict.fromkeys(p.thing for p in parts), 2))
        authors = first_authors.get(index, ())
        lines = [n for a in authors for x, y in pairs if (n := seen.get((a, y, x)))]
        if lines:
            yield INSTITUTION_ORDER.at(
                span,
                f"the institutions of line {lines[0]} stand here in another order",
                "check the papers and keep one order",
            )
        for author in authors:
            for pair in pairs:
                seen.setdefault((author, *pair), span.line)


def _first_authors(listing: Listing) -> dict[int, dict[str, None]]:
    """The surnames of the works' first authors, by the innermost group that these stand in."""
    found: dict[int, dict[str, None]] = {}
    for draft in listing.drafts:
        if draft.groups and draft.mention.authors:
            author = surname(draft.mention.authors[0].text)
            found.setdefault(draft.groups[0], {})[author] = None
    return found
