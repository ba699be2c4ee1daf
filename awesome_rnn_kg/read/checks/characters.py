"""Characters without a shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...text.diagnostics import Diagnostic, Edit, Rule
from ..charrefs import SHAPELESS
from .reading import Reading

INVISIBLE = Rule(
    "RNN139",
    "invisible-character",
    "info",
    "A character that nobody sees stands in the text or in a link, such as a soft hyphen, a blank"
    " without width or what a program left where a picture was. It came with a copied text;"
    " searches fail on it, and links break. Delete it.",
    bad="* Ann Lee and Bo Chen, *A Theory\u200b of Sequences*, ICML 2015\n",
    good="* Ann Lee and Bo Chen, *A Theory of Sequences*, ICML 2015\n",
)
RULES = (INVISIBLE,)


def check(reading: Reading) -> Iterator[Diagnostic]:
    """Characters without a shape, wherever an entry, a field or a group has them."""
    numbers = {n for node, _ in reading.texts() for n in range(node.line, node.end_line + 1)}
    for number in sorted(numbers):
        line = reading.source.line(number)
        for found in () if line.isascii() else SHAPELESS.finditer(line):
            span = reading.at(number, *found.span())
            name = unicodedata.name(found[0][0]).lower()
            said = f"invisible character U+{ord(found[0][0]):04X} ({name})"
            said += f" and {len(found[0]) - 1} more" * (len(found[0]) > 1)
            remedy = "delete it" if len(found[0]) == 1 else "delete them"
            yield INVISIBLE.at(span, said, remedy, Edit(span, ""))
