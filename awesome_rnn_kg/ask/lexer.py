"""Cuts SPARQL text into tokens, or refuses it.

The guard judges a stranger's text by these tokens, so no engine may see other tokens than these:
what engines could read in two ways is refused here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awesome_rnn_kg.ask.errors import QueryTextError


class Token(NamedTuple):
    """A piece of the text: its kind, characters, and offset of the first one."""

    kind: str
    text: str
    start: int


_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ECHAR = rf"""\\[tbnrf"'\\]|{_UCHAR}"""
# Prefixes are bounded, lest the reading of `a.a.a.…` take time by the square of its length.
_TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n]+ | \#[^\r\n]*)
    | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{_UCHAR})*>)
    | (?P<string>
          \"\"\"(?:\"{{0,2}}(?:[^"\\]|{_ECHAR}))*\"\"\" | '''(?:'{{0,2}}(?:[^'\\]|{_ECHAR}))*'''
        | \"(?!\"\")(?:[^"\\\r\n]|{_ECHAR})*\"          | '(?!'')(?:[^'\\\r\n]|{_ECHAR})*'
      )
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:\w(?:[\w.-]*[\w-])?)
    | (?P<name>(?:[^\W\d_][\w.-]{{0,60}}+(?<!\.))?:
        (?:(?:[\w:%]|\\[-_~.!$&'()*+,;=/?\#@%])(?:(?:[\w:%.-]|\\[-_~.!$&'()*+,;=/?\#@%])*
           (?:[\w:%-]|\\[-_~.!$&'()*+,;=/?\#@%]))?)?)
    | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?!\w))
    | (?P<word>\w+)
    | (?P<mark>&&|\|\||<=|>=|!=|\^\^|<<|>>|[][{{}}().;,*/|^?+!=<>-])
    """,
    re.VERBOSE,
)
# An IRI such as `<a:b)#>` may also be "less than a:b", a bracket and a comment.
_PLAIN_IRI = re.compile(r"<[\w:/.%~@;,=&$*?+-]*>")
# Some engines replace \u escapes before they look for strings: one for a quote ends a string.
_SLY_ESCAPE = re.compile(r"\\(?:u00|U000000)[0-7][0-9A-Fa-f]|\\\\(?=[uU][0-9A-Fa-f]{4})")


def line_of(text: str, offset: int) -> int:
    """The line, from 1, that an offset is in."""
    return text.count("\n", 0, offset) + 1


def rejection(text: str, offset: int, message: str) -> QueryTextError:
    """The error that says what is wrong at an offset of a text."""
    return QueryTextError(
        message, line_of(text, offset), offset - text.rfind("\n", 0, offset), text
    )


def tokens(text: str) -> Iterator[Token]:
    """The tokens without blanks and comments; QueryTextError where there is none."""
    sly = _SLY_ESCAPE.search(text)
    if sly is not None:
        raise rejection(text, sly.start(), f"write the character itself, not {sly[0]}")
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise rejection(text, position, f"cannot read {text[position : position + 20]!r}")
        kind = str(match.lastgroup)
        if _has_two_readings(kind, match[0], text, position):
            raise rejection(text, position, "put a blank after < where it compares")
        if kind != "space":
            yield Token(kind, match[0], position)
        position = match.end()


def _has_two_readings(kind: str, found: str, text: str, position: int) -> bool:
    """Whether a token that begins with < could be taken for an IRI and for a comparison."""
    if kind == "iri":
        return "://" not in found and _PLAIN_IRI.fullmatch(found) is None
    after = _TOKEN.match(text, position + 1) if found == "<<" else None
    return after is not None and after.lastgroup == "iri"


def declared_prefixes(found: Sequence[Token]) -> dict[str, str]:
    """The namespace IRI of every prefix that is declared."""
    return {
        name.text.removesuffix(":"): namespace.text[1:-1]
        for word, name, namespace in zip(found, found[1:], found[2:], strict=False)
        if word.text.upper() == "PREFIX" and namespace.kind == "iri"
    }


def undeclared(found: Sequence[Token]) -> list[Token]:
    """The prefixed names whose prefix is not declared."""
    declared = declared_prefixes(found)
    return [
        token
        for token in found
        if token.kind == "name" and token.text.partition(":")[0] not in declared
    ]
