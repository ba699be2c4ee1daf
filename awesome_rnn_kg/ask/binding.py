"""Puts values in place of the VALUES lines of a canned query."""

import re
from collections.abc import Callable, Iterable, Mapping

from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.labels import as_iri
from awesome_rnn_kg.ask.queryfile import Parameter, QueryFile

Resolve = Callable[[Parameter, str], str]
"""The IRI term of a thing that a user names by an IRI term or a label; raises UsageError."""

MAX_VALUES = 1_000
YEARS = range(1000, 10_000)

# Short escapes only: engines differ in when they read \u; other characters may stand as they are.
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def bind(query: QueryFile, values: Mapping[str, object], resolve: Resolve) -> str:
    """The text of the query with values instead of defaults.

    A value is one thing or an iterable of them; None and "any" stand for anything, where the
    parameter is optional. UsageError names the parameter and what it expects.
    """
    lines = query.text.split("\n")
    for name, value in values.items():
        parameter = query.parameters.get(name)
        if parameter is None:
            known = ", ".join(query.parameters) or "none"
            raise UsageError(f"{query.name} has no parameter {name!r}; it has {known}")
        line = lines[parameter.line - 1]
        indent = line[: len(line) - len(line.lstrip())]
        terms = " ".join(_terms(query, parameter, value, resolve))
        lines[parameter.line - 1] = f"{indent}VALUES ?{name} {{ {terms} }}"
    return "\n".join(lines)


def _terms(query: QueryFile, parameter: Parameter, value: object, resolve: Resolve) -> list[str]:
    if value is None or value == "any":
        if not parameter.optional:
            raise UsageError(f"{query.name} needs a value for {parameter.name!r}: {parameter.help}")
        return ["UNDEF"]
    several = not isinstance(value, str) and isinstance(value, Iterable)
    values = list(value) if several else [value]  # type: ignore[call-overload]
    if not 0 < len(values) <= MAX_VALUES:
        expected = f"expected 1 to {MAX_VALUES} values for {parameter.name!r}"
        raise UsageError(f"{expected}, found {len(values)}")
    return [_term(query, parameter, single, resolve) for single in values]


def _term(query: QueryFile, parameter: Parameter, value: object, resolve: Resolve) -> str:
    try:
        if parameter.type == "iri":
            return resolve(parameter, as_iri(str(value), query.prefixes))
        return _string(value) if parameter.type == "string" else _integer(parameter, value)
    except ValueError as error:
        raise UsageError(f"value for {parameter.name!r}: {error}") from None


def _string(value: object) -> str:
    text = str(value)
    text.encode()  # a lone surrogate is a UnicodeEncodeError, which is a ValueError
    return f'"{text.translate(_ESCAPES)}"'


def _integer(parameter: Parameter, value: object) -> str:
    number = value if isinstance(value, int) and not isinstance(value, bool) else None
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", value):
        number = int(value)
    if number is None:
        raise ValueError(f"expected a whole number, found {value!r}")
    if parameter.type == "year" and number not in YEARS:
        raise ValueError(f"expected a year of four digits, found {number}")
    return str(number)
