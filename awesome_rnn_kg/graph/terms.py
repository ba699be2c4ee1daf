"""RDF terms as N-Triples text: `<iri>`, `"text"`, `"text"@en-GB`, `"5"^^<datatype>`.

Two terms are the same if and only if their strings are equal: text is escaped as canonical
N-Triples of RDF 1.2 asks, and a plain string never names its datatype.
"""

import re

TYPE_CHECKING = False  # Type checkers know the name; importing it from typing costs 4 ms.
if TYPE_CHECKING:
    from decimal import Decimal

Triple = tuple[str, str, str]
"""Subject, predicate and object, each an N-Triples term."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING = f"<{_XSD}string>"
_LANG_STRING = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"
_INTEGERS = frozenset(
    f"<{_XSD}{name}>"
    for name in (
        "integer",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
        "negativeInteger",
        "long",
        "int",
        "short",
        "byte",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
    )
)
_DECIMAL = f"<{_XSD}decimal>"
_FLOATS = frozenset({f"<{_XSD}double>", f"<{_XSD}float>"})
_BOOLEAN = f"<{_XSD}boolean>"
_TRUTH = {"true": True, "1": True, "false": False, "0": False}

_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\ud800-\udfff]*')
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT_ESCAPES = {
    "\b": r"\b",
    "\t": r"\t",
    "\n": r"\n",
    "\f": r"\f",
    "\r": r"\r",
    '"': r"\"",
    "\\": r"\\",
}
_ESCAPE = re.compile(r"""\\(?:([tbnrf"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))""")
_SHORT_MEANINGS = {escape[1]: char for char, escape in _SHORT_ESCAPES.items()} | {"'": "'"}
_LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_INTEGER_FORM = re.compile("[+-]?[0-9]+")
_DECIMAL_FORM = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")


def iri(text: str) -> str:
    """`<text>`; ValueError if it is relative or holds a character that no IRI may hold."""
    if _IRI.fullmatch(text) is None:
        raise ValueError(f"{text!a} is not an absolute IRI")
    return f"<{text}>"


def literal(text: str, datatype: str = "", lang: str = "") -> str:
    """A literal; `datatype` is an IRI term such as `XSD.integer`, `lang` a BCP 47 tag."""
    quoted = f'"{_escape(text)}"'
    if lang:
        if datatype or _LANG.fullmatch(lang) is None:
            raise ValueError(f"language tag {lang!a} is malformed or stands beside a datatype")
        return f"{quoted}@{lang}"
    if datatype in ("", _STRING):
        return quoted
    if not is_iri(datatype):
        raise ValueError(f"datatype {datatype!a} is not an IRI term")
    return f"{quoted}^^{datatype}"


def integer(number: int) -> str:
    """An xsd:integer."""
    return f'"{number:d}"^^<{_XSD}integer>'


def decimal(text: str) -> str:
    """An xsd:decimal, its digits kept as written; ValueError if they are no decimal number."""
    if _DECIMAL_FORM.fullmatch(text) is None:
        raise ValueError(f"{text!a} is not a decimal number")
    return f'"{text}"^^{_DECIMAL}'


def any_uri(text: str) -> str:
    """An xsd:anyURI, its characters kept as written."""
    return f'"{_escape(text)}"^^<{_XSD}anyURI>'


def boolean(truth: bool) -> str:
    """An xsd:boolean."""
    return f'"{"true" if truth else "false"}"^^{_BOOLEAN}'


def is_iri(term: str) -> bool:
    """Whether the term is an IRI; the only other terms are literals."""
    return term.startswith("<")


def iri_of(term: str) -> str:
    """The IRI without its brackets; ValueError for a literal."""
    if not is_iri(term):
        raise ValueError(f"{term!a} is not an IRI term")
    return term[1:-1]


def text_of(term: str) -> str:
    """The lexical form of a literal, unescaped; ValueError for an IRI."""
    body = term[1 : _end_of_text(term)]
    return _ESCAPE.sub(_unescape_one, body) if "\\" in body else body


def datatype_of(term: str) -> str:
    """The datatype of a literal as an IRI term; ValueError for an IRI."""
    tail = term[_end_of_text(term) + 1 :]
    if not tail:
        return _STRING
    return _LANG_STRING if tail[0] == "@" else tail[2:]


def lang_of(term: str) -> str:
    """The language tag of a literal as written, or `""`; ValueError for an IRI."""
    tail = term[_end_of_text(term) + 1 :]
    return tail[1:] if tail.startswith("@") else ""


def python_value(term: str) -> "int | Decimal | float | bool | str":
    """int, Decimal, float or bool for those datatypes, else (also if malformed) the text."""
    if is_iri(term):
        return iri_of(term)
    text = text_of(term)
    try:
        return _converted(text, datatype_of(term))
    except (ValueError, KeyError):
        return text


def _converted(text: str, datatype: str) -> "int | Decimal | float | bool | str":
    if datatype in _INTEGERS and _INTEGER_FORM.fullmatch(text):
        return int(text)
    if datatype == _DECIMAL and _DECIMAL_FORM.fullmatch(text):
        # Imported late: it costs a cold start 2 ms, and few answers hold a decimal.
        from decimal import Decimal

        return Decimal(text)
    if datatype in _FLOATS and "_" not in text:
        return float(text)
    if datatype == _BOOLEAN:
        return _TRUTH[text]
    return text


def _end_of_text(term: str) -> int:
    """Where the closing quote stands: nothing after it can hold a quote."""
    if not term.startswith('"'):
        raise ValueError(f"{term!a} is not a literal")
    return term.rindex('"')


def _escape(text: str) -> str:
    return _ESCAPED.sub(_escape_one, text) if _ESCAPED.search(text) else text


def _escape_one(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        raise ValueError(f"lone surrogate {char!a} at {match.start()} cannot stand in a literal")
    return _SHORT_ESCAPES.get(char) or f"\\u{ord(char):04X}"


def _unescape_one(match: re.Match[str]) -> str:
    short, four, eight = match.groups()
    return _SHORT_MEANINGS[short] if short else chr(int(four or eight, 16))
