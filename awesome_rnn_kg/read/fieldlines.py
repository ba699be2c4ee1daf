"""Lines that hold fields of the thing above them.

line  = key ":" value | names [buttons] | venue | buttons
key   = "Authors" | "Venue" | "Year" | "Abstract" … | a link label ("Code: https://…")
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .citation import line_mentions
from .document import Field, Mention
from .fields import Fields, forced_names, name_fields, take_names
from .inline import RichText
from .keys import KEYED, field_kind
from .lexicon import Lexicon
from .line import Line, blank, make_line
from .names import clean_name, is_name, parse_names
from .venues import YEAR, add_venues, parse_venues

_LONE_BUTTON = re.compile(r"\[.*\]")
_KEYED_KINDS = ("authors", "venue", "year", "description")


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text that has been read: its line and what it mentions."""

    line: Line
    mentions: tuple[Mention, ...]

    @property
    def rich(self) -> RichText:
        return self.line.rich


def read_text(rich: RichText, lexicon: Lexicon) -> Text:
    line = make_line(rich, lexicon)
    return Text(line, line_mentions(line))


def is_field_line(text: Text, above: Mention | None) -> bool:
    """Whether a line only holds names, a venue or buttons of the thing above.

    Names and a venue without a title are a citation of their own below a short bare label.
    """
    if not text.mentions or (above and above.title and _key(text.line)[0]):
        return True
    first = text.mentions[0]
    if first.title is None:
        return _is_titled(above) or not (len(first.authors) > 1 and first.venues)
    if _LONE_BUTTON.fullmatch(first.title.text):
        return True
    if _all_buttons(text.line):
        return bool(above and above.title and not _has_title_link(above))
    if above is None or _has_title_link(above):
        return above is None and _only_name(first)
    return _only_name(first) or (above.set_off and _listed_names(text, above))


def _is_titled(above: Mention | None) -> bool:
    """Whether what stands above has a title that can be no mere label."""
    if above is None or above.title is None:
        return False
    return above.set_off or len(above.title.text.split()) > 4


def _key(line: Line) -> tuple[str, int]:
    """The field that a key at the front announces and where its value starts, or ("", 0)."""
    found = KEYED.match(line.rich.text, line.start)
    kind = field_kind(found[1]) if found else ""
    return (kind, found.end()) if found and kind in _KEYED_KINDS else ("", 0)


def _has_title_link(mention: Mention) -> bool:
    return any(link.form == "title" for link in mention.links)


def _all_buttons(line: Line) -> bool:
    return bool(line.anchors) and blank(line.masked[line.start :])


def _only_name(mention: Mention) -> bool:
    title = mention.title.text if mention.title else ""
    bare = not mention.venues and not mention.authors and not _has_title_link(mention)
    return bare and is_name(title)


def _listed_names(text: Text, above: Mention) -> bool:
    """A list of capitalised words where authors stand, below a set-off title with its venue."""
    if text.line.anchors or not above.venues or above.authors:
        return False
    names = parse_names(text.rich.text)
    listed = forced_names(text.line, text.line.start, len(text.rich.text))
    return len(names.names) > 1 and listed is not None and len(listed.names) > 1


def with_field(above: Mention, text: Text) -> Mention:
    """The thing above with the authors, venues and links that a field line gives it."""
    links = (*above.links, *(text.line.link(a, "button") for a in text.line.anchors))
    above = replace(above, links=links)
    kind, start = _key(text.line)
    if kind:
        return _keyed(above, text.line, kind, start)
    return _with_mention(above, text) if text.mentions else above


def _keyed(above: Mention, line: Line, kind: str, start: int) -> Mention:
    whole = line.field(start, len(line.masked.rstrip(" \x1f")))
    if kind == "authors" and not above.authors:
        fields, et_al = author_fields(line, start)
        return replace(above, authors=tuple(fields), et_al=et_al, authors_text=whole)
    if kind == "venue" or (kind == "year" and YEAR.search(whole.text)):
        found = parse_venues(line.rich, start, len(line.rich.text))
        venues = tuple(add_venues(list(above.venues), found))
        return replace(above, venues=venues, venue_text=above.venue_text or whole)
    if kind == "description" and above.description is None:
        return replace(above, description=whole)
    return replace(above, remarks=(*above.remarks, line.field(line.start, len(line.rich.text))))


def author_fields(line: Line, start: int) -> tuple[list[Field], bool]:
    """All that stands from `start` as authors: names, else what commas separate; and "et al."."""
    end = len(line.masked)
    names = parse_names(line.masked, start, end)
    if not names.names or not blank(line.masked[names.stop : end]):
        names = forced_names(line, start, end) or names
    if not names.names:
        whole = line.field(start, end)
        return ([whole] if whole.text else []), False
    return name_fields(line, names), names.et_al


def _with_mention(above: Mention, text: Text) -> Mention:
    found, line = text.mentions[0], text.line
    out = _authors(found, line)
    if out.authors and not above.authors:
        above = replace(
            above, authors=tuple(out.authors), et_al=out.et_al, authors_text=out.authors_text
        )
    if found.venues:
        venues = tuple(add_venues(list(above.venues), found.venues))
        above = replace(above, venues=venues, venue_text=above.venue_text or found.venue_text)
    notes = [f for f in (found.description, *found.remarks) if f is not None]
    return replace(above, remarks=(*above.remarks, *notes))


def _authors(found: Mention, line: Line) -> Fields:
    """The authors of a line of names; one name alone has been taken for a title."""
    out = Fields(list(found.authors), found.et_al, found.authors_text)
    if out.authors or found.title is None or _LONE_BUTTON.fullmatch(found.title.text):
        return out
    title = found.title
    if is_name(title.text):
        name = Field(clean_name(title.text), title.span)
        return Fields([name], False, name)
    if not _all_buttons(line) and (names := forced_names(line, line.start, len(line.masked))):
        take_names(line, out, names, line.start, len(line.masked))
    return out
