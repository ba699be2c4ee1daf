"""Paragraphs that are entries, and the texts that stand below titles.

entry     = citation | citation 1*( line citation ) | addressed | linked
linked    = a link on three words or more and nothing else, in a row of paragraphs that are entries;
            on a name, in a row of five
addressed = title line 1*( label ":" address )          Nets for all,
                                                        PDF: <http://…>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeGuard

from .citation import clean_title
from .document import Field, Mention
from .fieldlines import Text, is_address, is_field_line, is_labelled_address, with_fields
from .inline import RichText
from .line import blank
from .namewords import is_name
from .roles import is_citation, is_listed
from .tree import Block, Bullets, Heading, Item, Paragraph

Read = Callable[[RichText], Text]
_BETWEEN_NAMES = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
_FEWEST_WORDS = 2  # of a title above labelled addresses
_LONGEST_TITLE = 250
_FEWEST_NAMES = 5  # paragraphs in a row that are links on names
_FEWEST_LINKED = 3  # words of a link that is a paragraph; paragraphs in a row with such links


def entries_in(rich: RichText, read: Read, rows: frozenset[int] = frozenset()) -> list[Text]:
    """A paragraph that is an entry, or one entry a line; nothing for prose.

    `rows` are the paragraphs that are entries because of those around them.
    """
    pieces = rich.lines()
    if len(pieces) > 1:
        found = [read(p) for p in pieces]
        if all(is_citation(t) or is_listed(t) for t in found) and not any(
            map(_names_people, found)
        ):
            return found
        if entry := _addressed(rich, found, read):
            return [entry]
    whole = read(rich)
    return [whole] if id(rich) in rows or is_citation(whole) else []


def _names_people(text: Text) -> bool:
    """Whether a line is nothing but names, of which one has a link: `Ann Bee, [Cid Dee](u)`."""
    if not text.line.anchors:
        return False
    names = _BETWEEN_NAMES.split(text.rich.text.strip(" \n.,*"))
    return len(names) > 1 and all(map(is_name, names))


def linked_rows(blocks: Sequence[Block], read: Read) -> frozenset[int]:
    """The paragraphs (by the id of their text) that are linked titles in a row, below a heading."""
    found: set[int] = set()
    row: list[RichText] = []
    headed = False
    for block in (*blocks, None):
        headed = headed or isinstance(block, Heading)
        if isinstance(block, Paragraph) and headed and _is_linked(read(block.rich)):
            row.append(block.rich)
            continue
        found.update(id(rich) for rich in _in_rows(row))
        row = []
    return frozenset(found)


def _in_rows(row: list[RichText]) -> list[RichText]:
    """Of linked paragraphs those that make a row: three of several words, or five of any."""
    if len(row) >= _FEWEST_NAMES:
        return row
    runs: list[list[RichText]] = [[]]
    for rich in row:
        if len(rich.text.split()) >= _FEWEST_LINKED:
            runs[-1].append(rich)
        else:
            runs.append([])
    return [rich for run in runs if len(run) >= _FEWEST_LINKED for rich in run]


def _is_linked(text: Text) -> bool:
    """A paragraph that is a citation behind its linked title, or nothing but that title."""
    first = text.line.titles[0] if text.line.titles else None
    if first is None or not text.mentions or not first.url.startswith("http"):
        return False
    if not blank(text.rich.text[: first.start]):
        return False
    lone = len(text.line.anchors) == 1 and not text.line.lexicon.names_link(first.label)
    return is_citation(text) or (lone and blank(text.line.unlinked))


def _addressed(rich: RichText, lines: list[Text], read: Read) -> Text | None:
    """A paragraph as a thing, if it is a title over lines with a label and an address each."""
    own = next((i for i, t in enumerate(lines) if is_labelled_address(t)), 0)
    if not own or not all(map(is_labelled_address, lines[own:])):
        return None
    end = sum(len(t.rich.text) + 1 for t in lines[:own]) - 1
    head = read(rich.cut(0, end))
    words = head.rich.text.strip()
    fit = len(words.split()) >= _FEWEST_WORDS and len(words) <= _LONGEST_TITLE
    if not fit or head.line.anchors or words.endswith((".", ":", "!")):
        return None
    mention = with_fields(_whole_title(head), lines[own:])
    return Text(read(rich).line, (mention,))


def _whole_title(head: Text) -> Mention:
    """What stands above addresses: all of it is the title, unless fields follow the title."""
    whole = head.line.field(head.line.start, len(head.rich.text))
    first = head.mentions[0] if head.mentions else None
    told = first is not None and bool(first.venues or len(first.authors) > 1)
    if first and told and first.title and first.title.span.column == whole.span.column:
        return first
    return Mention(whole.span, Field(clean_title(whole.text), whole.span), set_off=True)


def is_addressed(following: Sequence[Block], read: Read) -> TypeGuard[Sequence[Paragraph]]:
    """Whether a paragraph with nothing but an address comes next."""
    below = following[0] if following else None
    return isinstance(below, Paragraph) and is_address(read(below.rich))


def is_signed(
    block: Paragraph, following: Sequence[Block], read: Read
) -> TypeGuard[Sequence[Paragraph]]:
    """Whether names and a button come next in a paragraph, below a title set off and its venue.

    `**Odd Nets.** Pattern Recognit. 2020`, then `*Ann Bee, Cid Dee* [paper](u)`.
    """
    titled, below = read(block.rich).mentions, following[0] if following else None
    if not titled or not isinstance(below, Paragraph):
        return False
    first, signed = titled[0], read(below.rich).mentions[:1]
    published = first.set_off and any(v.name and v.year for v in first.venues)
    told = bool(signed) and signed[0].title is None and len(signed[0].authors) > 1
    return published and not first.authors and told


def is_bold(rich: RichText) -> bool:
    """Whether a paragraph is bold from its first word to its last, as titles are."""
    return any(blank(rich.text[: m.start] + rich.text[m.end :]) for m in rich.of("strong"))


def is_picture(block: Block, read: Read) -> TypeGuard[Paragraph]:
    """Whether a block is nothing but pictures."""
    if not isinstance(block, Paragraph) or not block.rich.of("image"):
        return False
    line = read(block.rich).line
    return blank(line.masked) and all(a.form in ("image", "badge") for a in line.anchors)


def texts_below(item: Item, text: Text, read: Read) -> list[Text]:
    """The texts of the bullets below an item, and of the paragraphs that hold its fields."""
    texts: list[Text] = []
    above = text.mentions[0] if text.mentions else None
    for block in item.children:
        if isinstance(block, Bullets):
            texts.extend(read(i.rich) for i in block.items)
        elif isinstance(block, Paragraph) and above and above.title:
            found = read(block.rich)
            texts.extend([found] if found.mentions and is_field_line(found, above) else [])
    return texts
