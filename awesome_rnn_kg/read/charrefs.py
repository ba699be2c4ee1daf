"""Characters that a copied text brings along: references without their semicolon, shapeless ones.

Character references whose semicolon was forgotten: `M&#252ller`, `M&uumlller`.

CommonMark leaves them as they are; in HTML they are the letter all the same.

reference = "&#" 2*6DIGIT | "&#x" 2*5hexadecimal digit | "&" letter accent
          , none with a semicolon behind it, none in an address
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_REFERENCE = re.compile(
    r"&(?:#(?:\d{2,6}|[xX][0-9a-fA-F]{2,5})"
    r"|[aeiounycAEIOUNYC](?:uml|acute|grave|circ|tilde|cedil)|[aA]ring|[oO]slash|szlig)(?!;)"
)
# Joiners of emoji and of Indian scripts, and marks of direction, have a use and are not meant.
SHAPELESS = re.compile(r"[\u00ad\u200b\u2060\ufeff\ufffc]+|(?<=[A-Za-z])\u200c")
_ADDRESS = re.compile(r"(?:://|www\.)\S*\Z")
_FAR = 200  # characters of an address


def loose_references(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such references stand in a text, and the letter that each is."""
    for found in _REFERENCE.finditer(text) if "&" in text else ():
        letter = html.unescape(f"{found[0]};")
        before = text[max(0, found.start() - _FAR) : found.start()]
        if letter.isalpha() and not _ADDRESS.search(before):
            yield *found.span(), letter
