"""Headings over bullets of buttons, and terms over definitions: the title of a thing, its fields.

headed  = heading 1*( "-" [picture] link ) *paragraph      ### Nets for All (ICML 2015)
                                                           - [Paper](u)
defined = term 1*( ":" ( field | button | words ) )        Nets for All
                                                           : Ann Bee, Cid Dee
"""

from __future__ import annotations

from collections.abc import Sequence

from .document import Mention
from .fieldlines import (
    Text,
    field_link,
    is_field_line,
    is_venue_line,
    published,
    with_fields,
)
from .line import blank

_FEWEST_WORDS = 4  # of a title without its venue, over usual buttons; others may name a topic
_MOST_WORDS = 4  # of a button


def over_buttons(heading: Text, bullets: Sequence[Text]) -> Mention | None:
    """The thing that a heading over these bullets is, with their links; None if it is none."""
    title = heading.mentions[0] if heading.mentions else None
    if title is None or title.title is None or not all(map(_is_button, bullets)):
        return None
    usual = [_is_usual(b) for b in bullets]
    long = len(title.title.text.split()) >= _FEWEST_WORDS
    if not (any(usual) if title.venues else long and all(usual)):
        return None
    links = (field_link(t, a) for t in bullets for a in t.line.anchors)
    return title._replace(links=(*title.links, *links), set_off=True)


def over_definitions(term: Text, told: Sequence[Text]) -> Mention | None:
    """The thing that a term with these definitions is; None where they name things themselves."""
    title = term.mentions[0] if term.mentions else None
    if title is None or title.title is None:
        return None
    above = title._replace(set_off=True)
    buttons = [t for t in told if _is_button(t) and _is_usual(t)]
    venues = [t for t in told if is_venue_line(t)]
    rest = [t for t in told if t not in buttons and t not in venues]
    fields = [t for t in rest if t.mentions and is_field_line(t, above)]
    words = [t for t in rest if t not in fields]
    cited = any(m.links and m.title and (m.authors or m.venues) for t in words for m in t.mentions)
    linked = any(k.form == "title" for k in title.links)
    if cited or not (linked or buttons or fields or venues):
        return None
    links = (field_link(t, a) for t in buttons for a in t.line.anchors)
    above = with_fields(above._replace(links=(*above.links, *links)), fields)
    for text in venues:
        above = published(above, text.line)
    for text in words:
        above = _told(above, text)
    return above._replace(set_off=title.set_off)


def _told(above: Mention, text: Text) -> Mention:
    """The thing above with words about it: the first are its description."""
    links = (*above.links, *(text.line.link(a, _plain(a.form)) for a in text.line.anchors))
    whole = text.line.field(0, len(text.rich.text))
    if above.description is None:
        return above._replace(links=links, description=whole)
    return above._replace(links=links, remarks=(*above.remarks, whole))


def _plain(form: str) -> str:
    return "inline" if form in ("button", "auto") else form


def _is_button(text: Text) -> bool:
    """Whether a bullet is one short link, with or without a picture before it."""
    found = [a for a in text.line.anchors if a.form != "image"]
    lone = len(found) == 1 and blank(text.line.unlinked)
    return lone and len(found[0].label.split()) <= _MOST_WORDS


def _is_usual(text: Text) -> bool:
    return any(text.line.lexicon.names_link(a.label) for a in text.line.anchors if a.label)
