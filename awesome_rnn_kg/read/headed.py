"""Headings that are the title of a thing, over bullets of nothing but its buttons.

headed = heading 1*( "-" [picture] link ) *paragraph      ### Nets for All (ICML 2015)
                                                          - [Paper](u)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .document import Mention
from .fieldlines import Text, field_link
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
    return replace(title, links=(*title.links, *links), set_off=True)


def _is_button(text: Text) -> bool:
    """Whether a bullet is one short link, with or without a picture before it."""
    found = [a for a in text.line.anchors if a.form != "image"]
    lone = len(found) == 1 and blank(text.line.unlinked)
    return lone and len(found[0].label.split()) <= _MOST_WORDS


def _is_usual(text: Text) -> bool:
    return any(text.line.lexicon.names_link(a.label) for a in text.line.anchors if a.label)
