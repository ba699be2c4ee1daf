"""The forms of one name with the surname first, as citation styles print them.

with initials  Hinton, G. E.          with given     Hinton, Geoffrey E.
surname first  Hinton GE              dotted         Hinton G. E.
whole, pair    Hinton, Geoffrey Everest
"""

from __future__ import annotations

import re

from .namewords import LETTER

_SURNAME = rf"(?:(?:van|von|der|den|de|di|da|del|la|le|el|al|ter|bin)\s+)*{LETTER}[\w'’-]+"
_GIVEN = rf"{LETTER}[\w'’-]+(?:\s+{LETTER}(?:\.|(?!\w)))*"
# `Bejan, Cosmin Adrian and …`: a second given name, behind a surname of one word.
_GIVENS = rf"{LETTER}[\w'’-]+\s{LETTER}[\w'’-]+(?=\s+and\s)"
_INITIALS = rf"(?:(?:{LETTER}|[A-Z]{{2,3}})\.[\s-]?)+(?![\s-]?(?:{LETTER}\.|[A-Z][a-z]))"
WITH_GIVENS = re.compile(
    rf"\s*({LETTER}[\w'’-]+),\s((?:{LETTER}[\w'’.-]*\s){{0,2}}{LETTER}[\w'’-]+),\s(?:and\s)?"
)
# `and Le, Q. V. Sequence Nets`: behind "and" the initials end the list.
LAST_INITIALED = re.compile(
    rf",?\s*(?:and|&)\s+({_SURNAME}(?:\s{_SURNAME})?,\s*(?:{LETTER}\.[\s-]?)+)"
)
WITH_INITIALS = re.compile(
    rf"(?<!\w)(?!and\s)({_SURNAME}(?:\s{_SURNAME})?),\s*{_INITIALS}[*∗†‡]{{0,2}}"
)
WITH_GIVEN = re.compile(
    rf"(?<!\w)(?!and\s)(?:{_SURNAME},\s{_GIVENS}|{_SURNAME}(?:\s{_SURNAME})?,\s*{_GIVEN})"
)
_PART = (
    rf"(?:(?!\w?[A-Z]{{2,}}\b|\w*[a-z][A-Z]{{2}}){LETTER}[\w'’-]+|{LETTER}\.?(?!\w))"  # no `ICML`
)
WHOLE = re.compile(rf"(?<!\w)(?!and\s){_SURNAME}(?:\s{_SURNAME})?,\s{_PART}(?:\s{_PART}){{0,4}}")
PAIR = re.compile(rf"(?!and\s){_SURNAME},\s{_PART}(?:\s{_PART}){{0,2}}(?=,)")
LAST_PAIR = re.compile(rf",?\s(?:and|&)\s({_SURNAME},\s{_PART}(?:\s{_PART}){{0,2}})(?=\s?[.(:]|$)")
COMMA = re.compile(r",\s")
SEMICOLON = re.compile(r"\s*;\s*(?:and\s|&\s)?\s*")
SURNAME_FIRST = re.compile(
    rf"(?<!\w)(?!and\s)({_SURNAME}(?:\s{_SURNAME})?)\s(?:[A-Z](?:\s[A-Z]){{1,2}}|[A-Z]{{1,3}})"
    r"(?![\w'’-]|\.\S)"
)
SURNAME_DOTTED = re.compile(
    rf"(?<!\w)(?!and\s)({_SURNAME}(?:\s{_SURNAME})?)\s[A-Z]\.(?:[\s-]?[A-Z]\.){{0,2}}"
)
