"""Headings: their levels, and lines that are meant for headings but are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...text.diagnostics import Diagnostic, Edit, Rule
from ..document import Section
from .reading import Reading

SKIPPED_LEVEL = Rule(
    "RNN114",
    "skipped-heading-level",
    "info",
    "A heading is two levels or more below the section that it stands in, though the list uses"
    " the level between them; or a year has another level than the year before it and the year"
    " behind it. Give it the level that is meant.",
    bad="## Code\n\n### Python\n\n## Books\n\n#### Theory\n",
    good="## Code\n\n### Python\n\n## Books\n\n### Theory\n",
)
GLUED_HEADING = Rule(
    "RNN115",
    "heading-without-blank",
    "warning",
    "A line starts with hashes that a letter follows at once. Markdown takes it for plain text, so"
    " the list lacks a section. Put a blank behind the hashes.",
    bad="## Code\n\n* [One](https://example.org/1)\n\n##Books\n\n* [Two](https://example.org/2)\n",
    good="## Code\n\n* [One](https://example.org/1)\n\n## Books\n\n* [Two](https://example.org/2)\n",
)
RULES = (SKIPPED_LEVEL, GLUED_HEADING)

_GLUED = re.compile(r"(#{2,6})(?=[^\W\d_])[^#]*\Z")
_YEAR = re.compile(r"((?:19|20)\d\d)\b[\W]*\Z")
_FEW = 0.1
_SOME = 4


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What is odd about the headings of a list."""
    yield from _skipped(reading)
    yield from _years(reading)
    yield from _glued(reading)


def _skipped(reading: Reading) -> Iterator[Diagnostic]:
    """Headings too deep, where most headings skip no level: few do, or the level is used."""
    sections = reading.document.sections
    tops = [i for i, s in enumerate(sections) if i and s.level == 1]
    used = Counter(s.level for s in sections)
    odd = [i for i, s in enumerate(sections) if _skips(reading, s, tops)]
    few = len(odd) <= _FEW * len(sections) or (len(odd) == 1 and len(sections) > _SOME)
    for index in odd:
        section, above = sections[index], sections[sections[index].parent or 0]
        between = used[above.level + 1] >= len(odd)
        if few or between:
            yield SKIPPED_LEVEL.at(
                section.heading.span,
                f"heading of level {section.level} below one of level {above.level}",
                f"make it a heading of level {above.level + 1}",
                *(_raised(reading, index, above.level + 1) if between else ()),
            )


def _years(reading: Reading) -> Iterator[Diagnostic]:
    """A year of another level than those around it, in a row that falls or rises."""
    years = [
        (int(m[1]), s) for s in reading.document.sections if (m := _YEAR.match(s.heading.text))
    ]
    for (one, before), (two, section), (three, behind) in zip(
        years, years[1:], years[2:], strict=False
    ):
        in_row = one > two > three or one < two < three
        if in_row and before.level == behind.level != section.level:
            yield SKIPPED_LEVEL.at(
                section.heading.span,
                f"heading of level {section.level} between years of level {before.level}",
                f"make it a heading of level {before.level}",
            )


def _skips(reading: Reading, section: Section, tops: list[int]) -> bool:
    """Whether a level is skipped; below the title of a list a deep heading is small type.

    So is one that is written in HTML.
    """
    parent, sections = section.parent, reading.document.sections
    deep = bool(parent) and tops != [parent] and section.level > sections[parent or 0].level + 1
    return deep and "<" not in reading.before(section.heading.span)


def _raised(reading: Reading, index: int, level: int) -> Iterator[Edit]:
    """The hashes of a heading that no deeper one hangs below."""
    section = reading.document.sections[index]
    hashes = "#" * section.level + " "
    before = reading.before(section.heading.span)
    parents = {s.parent for s in reading.document.sections}
    if before.lstrip() == hashes and index not in parents:
        start = len(before) - len(hashes)
        line, end = section.heading.span.line, section.heading.span.column - 2
        yield Edit(reading.at(line, start, end), "#" * level)


def _glued(reading: Reading) -> Iterator[Diagnostic]:
    """Paragraphs that start with two hashes or more and a letter."""
    for node in reading.document.nodes:
        found = _GLUED.match(reading.source.line(node.line)) if node.kind == "paragraph" else None
        if found:
            end = len(found[1])
            yield GLUED_HEADING.at(
                reading.at(node.line, 0, end),
                f'"{found[1]}" without a blank behind it makes no heading',
                "put a blank behind it",
                Edit(reading.at(node.line, end, end), " "),
            )
