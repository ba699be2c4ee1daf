"""How authors are written, whoever they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...text.diagnostics import Diagnostic, Edit, Rule
from ...text.source import Span
from ..document import Field, Mention
from ..namewords import accented
from .examples import entries
from .reading import Reading, usual

_THREE = "Ann Lee, Bo Chen, and Eve Fox, *{}*, ICML 2015"
_REST = "*A Theory of Sequences*, ICML 2015"

STRAY_MARK = Rule(
    "RNN150",
    "stray-mark-in-name",
    "warning",
    "A digit, an asterisk, a dagger or a mark of punctuation stands in a name: a footnote mark or a"
    " namesake's number that was copied along, or a slip. It makes another person of the author."
    " Take it away.",
    bad=f"* Ann Lee1 and Bo Chen, {_REST}\n",
    good=f"* Ann Lee and Bo Chen, {_REST}\n",
)
COMMA_IN_PAIR = Rule(
    "RNN151",
    "comma-between-two-authors",
    "info",
    'Two authors are joined by a comma and "and", where the list joins two by "and" alone. Take the'
    " comma away.",
    bad=(
        "* Ann Lee and Bo Chen, *Gated Memory*, ICML 2015\n"
        "* Eve Fox and Max Orr, *Walking Robots*, ICML 2015\n"
        "* Ida Kern and Bo Chen, *Music from Noise*, ICML 2015\n"
        f"* Ann Lee, and Bo Chen, {_REST}\n"
    ),
    good=(
        "* Ann Lee and Bo Chen, *Gated Memory*, ICML 2015\n"
        "* Eve Fox and Max Orr, *Walking Robots*, ICML 2015\n"
        "* Ida Kern and Bo Chen, *Music from Noise*, ICML 2015\n"
        f"* Ann Lee and Bo Chen, {_REST}\n"
    ),
)
JOINED_OTHERWISE = Rule(
    "RNN152",
    "last-author-joined-otherwise",
    "info",
    'The list joins the last of three authors or more in one way, say by ", and ", and this entry'
    " in another. Write what the others have.",
    bad=entries(_THREE, f"Ann Lee, Bo Chen, Eve Fox, {_REST}"),
    good=entries(_THREE, f"Ann Lee, Bo Chen, and Eve Fox, {_REST}"),
)
ENDED_OTHERWISE = Rule(
    "RNN153",
    "author-list-ended-otherwise",
    "info",
    "The list ends its authors with one mark, say a comma, and this entry with another. Write what"
    " the others have.",
    bad=entries(_THREE, f"Ann Lee, Bo Chen, and Eve Fox. {_REST}"),
    good=entries(_THREE, f"Ann Lee, Bo Chen, and Eve Fox, {_REST}"),
)
DETACHED_ACCENT = Rule(
    "RNN154",
    "accent-beside-letter",
    "info",
    "An accent stands beside its letter in a name, as in text that was copied from a PDF. The name"
    " is read with the accent on its letter, but who searches the list does not find it. Write the"
    " accented letter.",
    bad=f"* Ann Lee and Fran¸cois Petit, {_REST}\n",
    good=f"* Ann Lee and François Petit, {_REST}\n",
)
RULES = (STRAY_MARK, COMMA_IN_PAIR, JOINED_OTHERWISE, ENDED_OTHERWISE, DETACHED_ACCENT)

_MARK = r"(?:\^?\d{1,2}|(?:\\\*)+|#|[†‡¹²³⁴]+|\s0\d{3})(?!\d)"
_STRAY = re.compile(rf"(?<=[^\W\d_]{{2}}){_MARK}(?=\s|\Z)")
_TAIL = re.compile(rf"{_MARK}|\*{{1,2}}(?=[\s,.;])|[;:?!_](?=,)|[;:](?= and )")
_HEAD = re.compile(r"(?:\A|[,\s])([.;'])\Z")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_]{2})['’]\Z")
_LOW_LINE = re.compile(r"(?<=[a-zà-ÿ])_(?=[^\W\d_a-z][a-zà-ÿ])")
_DOT = re.compile(
    r"(?<=[^\W\d_][a-zà-ÿ]{4})\.(?= [^\W\d_a-z][a-zà-ÿ])|(?<=[a-zà-ÿ]{2})\.(?=[a-zà-ÿ]{2})"
)
_NO_END = frozenset(
    ("and", "et", "al", "van", "von", "de", "der", "den", "di", "da", "du", "la", "le")
)
_REMEDY = ("take it away", "write a blank for it")
_JOINTS = (", ", " and ", ", and ", " & ", ", & ", "; ", "; and ")
_FEW = 2  # entries with one mark in a name
_SELDOM = 10  # names of two words and more for one of one word
_OFTEN = 3  # times "A and B" for one "A, and B"


class _Joint(NamedTuple):
    """What stands before the last author of a list, and where."""

    text: str
    span: Span


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the authors of entries."""
    mentions = [m for _, _, m in reading.entries() if m.authors]
    yield from _marks(reading, mentions)
    yield from _cut(reading, mentions)
    yield from _accents(reading, mentions)
    yield from _pairs(reading, mentions)
    yield from _joints(reading, mentions)
    yield from _ends(reading, mentions)


def _marks(reading: Reading, mentions: list[Mention]) -> Iterator[Diagnostic]:
    """Marks in names; one that several names of an entry, or entries, have says something of them.

    Asterisks behind the last name may end the mark-up of all. Beside a mark that several names of
    the entry have, another has its meaning, too.
    """
    found = [(m, a, mark) for m in mentions for a in m.authors if (mark := _mark(reading, a))]
    found = [f for f in found if f[2][0].strip("*_") or not _is_marked_up(reading, f[0])]
    uses = Counter((id(m), text) for m, _, (text, _, _) in found)
    entries_with = Counter(text for _, text in uses)
    noted = {one for (one, text), n in uses.items() if n > 1}
    for mention, author, (text, span, inside) in found:
        once = uses[id(mention), text] == 1 and entries_with[text] <= _FEW
        once = once and id(mention) not in noted
        if once or text.isalnum() or text in "._":
            yield STRAY_MARK.at(
                span,
                f'"{text}" in the name of {author.text}',
                f'write "{author.text}"' if inside and text not in ".'’_" else _REMEDY[text == "_"],
                Edit(span, " " if text == "_" else ""),
            )


def _cut(reading: Reading, mentions: list[Mention]) -> Iterator[Diagnostic]:
    """Names that a sign cuts in two: `Ann Le,ander`; `Ann, Lee` where names have two words.

    The first of an entry may have its surname in front: `Lee, Ann, Bo Chen, and Eve Fox`.
    """
    names = [a.text for m in mentions for a in m.authors]
    single = sum(" " not in name for name in names)
    never = single <= 2 * _FEW and _SELDOM * single <= len(names)
    pairs = [
        (one, two, one is m.authors[0])
        for m in (mentions if single else ())
        for one, two in pairwise(m.authors)
        if " " not in two.text and len(m.authors) > 2 and one.span.line == two.span.line
    ]
    for one, two, first in pairs:
        gap = _between(reading, one.span, two.span)
        within = gap in (",", ";") and two.text.islower() and two.text not in _NO_END
        apart = gap in (", ", "; ") and all(map(_is_plain, (one.text, two.text)))
        if within or (apart and never and not first):
            start = one.span.end_column - 1
            yield STRAY_MARK.at(
                reading.at(one.span.line, start, start + 1),
                f'"{gap.strip()}" cuts a name in two: "{one.text}" and "{two.text}"',
                "take it away",
            )


def _is_plain(word: str) -> bool:
    """One word, written as a name is: no acronym, no CamelCase."""
    return word.isalpha() and word.istitle() and len(word) > _FEW


def _accents(reading: Reading, mentions: list[Mention]) -> Iterator[Diagnostic]:
    """Accents beside their letters, where a name as read has them on these."""
    for author in (a for m in mentions for a in m.authors if not a.text.isascii()):
        printed = reading.raw(author.span)
        mended = accented(printed)
        if mended != printed:
            yield DETACHED_ACCENT.at(
                author.span,
                f'an accent stands beside its letter in "{printed}"',
                f'write "{mended}"',
                Edit(author.span, mended),
            )


def _is_marked_up(reading: Reading, mention: Mention) -> bool:
    """Whether an asterisk or a low line stands before the first author."""
    return reading.before(mention.authors[0].span).endswith(("*", "_"))


def _mark(reading: Reading, author: Field) -> tuple[str, Span, bool] | None:
    """A mark in a name or right behind it, its place, and whether the name as read has it."""
    printed = reading.raw(author.span)
    found = _STRAY.search(printed) or _DOT.search(printed) or _APOSTROPHE.search(printed)
    found = (
        found
        or ("_" in printed and _LOW_LINE.search(printed))
        or _TAIL.match(reading.after(author.span))
    )
    if not found and (head := _HEAD.search(reading.before(author.span))) and _is_person(printed):
        return head[1], reading.at(author.span.line, *head.span(1)), False
    if not found or not _is_person(printed):
        return None
    inside = found.re is not _TAIL
    start = author.span.column - 1 + found.start() + (0 if inside else len(printed))
    span = reading.at(author.span.line, start, start + len(found[0]))
    return found[0].strip(), span, inside


def _is_person(printed: str) -> bool:
    """Two capitalised words or more: no handle (`user1`), no team (`Team 2`)."""
    words = [w for w in re.split(r"[\s._]+", printed) if w]
    capital = all(w[0].isupper() or w.islower() for w in words if w[0].isalpha())
    return len(words) > 1 and capital and any(c.islower() for c in words[-1] + words[0])


def _pairs(reading: Reading, mentions: list[Mention]) -> Iterator[Diagnostic]:
    # `Bee, Ann, and Bo Chen`: a surname in front needs the comma.
    turned = {id(m) for m in mentions if "," in reading.raw(m.authors[0].span)}
    joints = [
        j
        for m in mentions
        if len(m.authors) == 2 and id(m) not in turned and (j := _joint(reading, m))
    ]
    plain = sum(j.text == " and " for j in joints)
    odd = [j for j in joints if j.text == ", and "]
    if plain < _OFTEN * len(odd):
        return
    for joint in odd:
        comma = reading.at(joint.span.line, joint.span.column - 1, joint.span.column)
        yield COMMA_IN_PAIR.at(
            comma, 'comma before the "and" of two authors', "take it away", Edit(comma, "")
        )


def _joints(reading: Reading, mentions: list[Mention]) -> Iterator[Diagnostic]:
    joints = [j for m in mentions if len(m.authors) > 2 and (j := _joint(reading, m))]
    expected = usual(j.text for j in joints)
    for joint in joints:
        if expected is not None and joint.text != expected:
            yield JOINED_OTHERWISE.at(
                joint.span,
                f'"{joint.text}" before the last author, where the list has "{expected}"',
                f'write "{expected}"',
                Edit(joint.span, expected),
            )


def _joint(reading: Reading, mention: Mention) -> _Joint | None:
    """What joins the last author, where it stands on their line and nothing follows."""
    if mention.et_al or not mention.authors_text:
        return None
    first, last = mention.authors[-2].span, mention.authors[-1].span
    whole = mention.authors_text.span
    ended = reading.after(last)[: max(0, whole.end_column - last.end_column)].strip(" .") == ""
    if first.end_line != last.line or last.line != whole.end_line or not ended:
        return None
    span = reading.at(last.line, first.end_column - 1, last.column - 1)
    text = reading.raw(span)
    first_two = mention.authors[0].span, mention.authors[1].span
    if len(mention.authors) > 2 and _between(reading, *first_two) == text == " and ":
        return None  # `A and B and C`: that joins them all
    return _Joint(text, span) if text in _JOINTS else None


def _between(reading: Reading, one: Span, two: Span) -> str:
    return reading.raw(reading.at(one.line, one.end_column - 1, two.column - 1))


def _ends(reading: Reading, mentions: list[Mention]) -> Iterator[Diagnostic]:
    """What stands between the last author and the title.

    Where a name has its surname first, a comma for the full stop would make two names of it. A
    colon in a title that is not set off may be the title's own.
    """
    found = [
        (*end, m.set_off, all(reading.raw(a.span) == a.text for a in m.authors))
        for m in mentions
        if m.title and (end := _end(reading, m.authors[-1], m.title))
    ]
    expected = usual(text for text, *_ in found)
    for text, span, set_off, plain in found:
        own = text == ":" and not set_off
        if expected and text and text != expected and len(text) == 1 and not own:
            yield ENDED_OTHERWISE.at(
                span,
                f'"{text}" ends the authors, where the list has "{expected}"',
                f'write "{expected}"',
                *([Edit(span, expected)] if set_off and plain else []),
            )


def _end(reading: Reading, last: Field, title: Field) -> tuple[str, Span] | None:
    """The punctuation between the last author and a title behind, and where it stands."""
    if last.span.end_line != title.span.line or last.span.end_column > title.span.column:
        return None
    gap = reading.before(title.span)[last.span.end_column - 1 :].rstrip(' *_"“[')
    if any(c.isalnum() for c in gap):
        return None
    start = last.span.end_column - 1
    return gap, reading.at(title.span.line, start, start + len(gap))
