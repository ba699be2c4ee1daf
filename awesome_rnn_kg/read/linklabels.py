"""What the labels of links tell of a thing beside its title: who wrote it, where it has appeared.

label = surnames "(" year ")"          [Bee, Dee (1950)](u): the authors, where none are named
      | venue                          [CVPR 2020](u): the venue, where none is named
      | reference                      [Ways of small bees 21.1 (2020)](u), behind a bold title
      | preprint server [ number ] [ year ]    [bioRxiv (2024)](u): a version beside any other

A usual label with a year, `[NeurIPS (2022)](u)`, is a venue all the same. One surname alone is a
journal where the link's DOI has it: `[Oncobee (2016)](https://doi.org/10.9999/oncobee.1)`.
"""

from __future__ import annotations

import re

from .found import Fields, is_named, take_venues
from .line import CREDIT, Line, is_credit, is_journal, surnames
from .links import Anchor
from .reference import behind_titles, is_preprint_label
from .titles import Title
from .venues import DATED_PREPRINT, YEAR, looks_like_venue, parse_venues


def told_by_labels(line: Line, out: Fields, title: Title | None, bounds: tuple[int, int]) -> None:
    """Read the labels of the links between these bounds, but for the title's own."""
    if not line.anchors:
        return
    start, end = bounds
    own = title.anchor if title else None
    begin = 0 if start == line.start else start
    _credit(line, out, begin, end)
    _venue_of_button(line, out, begin, end)
    _venue_of_reference(line, out, start, end)
    for anchor in line.anchors:
        if begin <= anchor.inner[0] < end and anchor is not own:
            _preprint(line, out, anchor)


def _credit(line: Line, out: Fields, start: int, end: int) -> None:
    """`Title. [Bee, Dee (1950)](u)`: the authors and the year in the label of a button.

    Behind the authors it is a venue's name: `**Title** Ann Bee. [Digital Bees (1950)](u)`.
    """
    found = [a for a in line.buttons if start <= a.inner[0] < end and is_credit(a, line.lexicon)]
    if len(found) == 1 and out.authors and not any(is_named(v) for v in out.venues):
        take_venues(line, out, *found[0].inner)
    if len(found) != 1 or out.authors or any(v.year for v in out.venues):
        return
    credit = CREDIT.search(line.rich.text, *found[0].inner)
    if credit:
        out.authors = [line.field(*pair) for pair in surnames(credit)]
        out.et_al, out.authors_text = credit[2] is not None, line.field(*credit.span(1))
        take_venues(line, out, *credit.span(3))


def _venue_of_button(line: Line, out: Fields, start: int, end: int) -> None:
    """`[[CVPR 2020](u)] Title`: a button's label is the venue where nothing else says it."""
    found = [a for a in line.buttons if _names_venue(line, a) and start <= a.inner[1] <= end]
    if len(found) == 1 and not any(v.name or v.arxiv for v in out.venues):
        take_venues(line, out, *found[0].inner)


def _names_venue(line: Line, anchor: Anchor) -> bool:
    label = anchor.label
    if anchor.form != "button" or is_credit(anchor, line.lexicon) or is_preprint_label(label):
        return False
    usual = line.lexicon.names_link(label) and not line.lexicon.names_venue(label)
    told = YEAR.search(label) or not usual or DATED_PREPRINT.fullmatch(label.strip())
    return bool(told) and any(map(str.isalpha, label)) and looks_like_venue(label, line.lexicon)


def _venue_of_reference(line: Line, out: Fields, start: int, end: int) -> None:
    """`**Title** [Ways of small bees 21.1 (2020)](u)`: words in a link that are no description."""
    if any(is_named(v) for v in out.venues):
        return
    journals = [a for a in line.anchors if is_journal(a)]
    for anchor in (*behind_titles(line.rich, list(line.anchors)), *journals):
        told = anchor.form == "inline" and start <= anchor.inner[0] < end
        if told and not any(is_named(v) for v in out.venues):
            take_venues(line, out, *anchor.inner)
            if out.description and anchor.label.startswith(out.description.text):
                out.description = None


def _preprint(line: Line, out: Fields, anchor: Anchor) -> None:
    """`[bioRxiv](u)`: a version of what has authors or a date, unless it is told of already."""
    label = anchor.label
    if "xiv" not in label.casefold():
        return
    server = re.split(r"[^a-z]", label.casefold().strip(" [."), maxsplit=1)[0]
    told = any(v.name.casefold().startswith(server) for v in out.venues)
    if told or not (out.authors or YEAR.search(label)) or not is_preprint_label(label):
        return
    out.remarks = [r for r in out.remarks if not is_preprint_label(r.text)]
    if any(is_named(v) for v in out.venues):
        out.venues.extend(parse_venues(line.rich, *anchor.inner))
    else:
        take_venues(line, out, *anchor.inner)
