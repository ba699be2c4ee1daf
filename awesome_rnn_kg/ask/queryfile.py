"""Reads canned queries: SPARQL files with a TOML header in comments.

    file     = header , query ;
    header   = "# /// query" , { "# " , line of TOML } , "# ///" ;
    default  = "VALUES ?" , parameter , "{" , { term | "UNDEF" } , "}" ;   on a line of its own

The header names the parameters; the default of each is its VALUES line. Errors are
QueryFileErrors with the file, the line and what was expected.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from awesome_rnn_kg.ask.errors import QueryFileError, QueryTextError, UsageError
from awesome_rnn_kg.ask.guard import check
from awesome_rnn_kg.ask.lexer import Token, declared_prefixes, line_of, tokens, undeclared
from awesome_rnn_kg.graph.terms import text_of

COLUMN_TYPES = ("iri", "string", "integer", "decimal", "boolean", "uri")
"""Types of columns; `uri` is an xsd:anyURI literal."""
PARAMETER_TYPES = ("iri", "string", "integer", "year")

HEADER, PARAMETER, COLUMN, PREFIX, QUERY = "RNN401", "RNN402", "RNN403", "RNN404", "RNN405"

_OPEN, _CLOSE = "# /// query", "# ///"
_KEYS = {"title": str, "description": str, "tags": list, "columns": dict, "params": dict}
_PARAMETER_KEYS = {"type": str, "class": str, "help": str, "optional": bool}
_VALUES_LINE = re.compile(r"\s*VALUES\s+\?\w+\s*\{.*\}\s*", re.IGNORECASE)


class Parameter(NamedTuple):
    """What may replace a VALUES line.

    `class_` is the IRI that an `iri` value must have as its class; `line` is that of the VALUES
    line, from 1; `default` holds IRIs and CURIEs as written, text, or integers, and None for any.
    """

    name: str
    type: str
    help: str
    class_: str
    optional: bool
    line: int
    default: tuple[str | int | None, ...]


class QueryFile(NamedTuple):
    """A canned query: what its header says, and its text as it stands in the file."""

    name: str
    title: str
    description: str
    tags: tuple[str, ...]
    columns: dict[str, str]
    parameters: dict[str, Parameter]
    prefixes: dict[str, str]
    text: str


def names(folder: Path) -> tuple[str, ...]:
    """The names of the queries in a folder, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.rq")))


def load(folder: Path, name: str) -> QueryFile:
    """Read one query of a folder; UsageError if there is none of that name."""
    path = folder / f"{name}.rq"
    if not name.isidentifier() or not path.is_file():
        from difflib import get_close_matches

        known = names(folder)
        near = get_close_matches(name, known, 1, 0.8)
        hint = f"did you mean {near[0]!r}?" if near else f"the queries are {', '.join(known)}"
        raise UsageError(f"there is no query {name!r}; {hint}")
    return parse(path.read_text(encoding="utf-8"), str(path))


def is_canned(text: str) -> bool:
    """Whether a query text has a header."""
    return text.lstrip().startswith(_OPEN)


def parse(text: str, path: str) -> QueryFile:
    """Read the text of a query file and check that its header and its query agree."""
    return _Parser(text, path).query_file()


class _Parser:
    """One query file while it is read."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._lines = text.split("\n")
        self._tokens: list[Token] = []

    def query_file(self) -> QueryFile:
        name = Path(self._path).stem
        if not name.isidentifier():
            self._fail(
                HEADER, 1, f"expected a file name that is a Python identifier, found {name!r}"
            )
        header = self._header()
        prefixes = self._read_query()
        self._check_columns(header["columns"])
        return QueryFile(
            name=name,
            title=header["title"],
            description=" ".join(header["description"].split()),
            tags=tuple(header["tags"]),
            columns=header["columns"],
            parameters=self._parameters(header.get("params", {}), prefixes),
            prefixes=prefixes,
            text=self._text,
        )

    def _fail(self, code: str, line: int, message: str) -> NoReturn:
        raise QueryFileError(code, self._path, line, message)

    def _line_with(self, pattern: str) -> int:
        """The first line that begins with a pattern, from 1; 1 if there is none."""
        found = re.compile(rf"#?\s*{pattern}")
        return next((n for n, line in enumerate(self._lines, 1) if found.match(line)), 1)

    # --- header

    def _header(self) -> dict[str, Any]:
        header = self._toml()
        self._check_keys(header, _KEYS, required=("title", "description", "tags", "columns"))
        for column, type_ in header["columns"].items():
            if type_ not in COLUMN_TYPES:
                expected = f"expected a type of {', '.join(COLUMN_TYPES)}"
                self._fail(
                    HEADER,
                    self._line_with("columns"),
                    f"{expected} for column {column!r}, found {type_!r}",
                )
        for name, parameter in header.get("params", {}).items():
            self._check_parameter(name, parameter)
        return header

    def _toml(self) -> dict[str, Any]:
        if self._lines[0].rstrip() != _OPEN:
            self._fail(HEADER, 1, f"expected {_OPEN!r}, found {self._lines[0]!r}")
        content = []
        for number, line in enumerate(self._lines[1:], 2):
            if line.rstrip() == _CLOSE:
                break
            if not line.startswith("#"):
                self._fail(
                    HEADER,
                    number,
                    f"expected a comment of the header or {_CLOSE!r}, found {line!r}",
                )
            content.append(line.removeprefix("#").removeprefix(" "))
        else:
            self._fail(HEADER, len(self._lines), f"expected {_CLOSE!r}, found the end of the file")
        return self._decoded("\n".join(content))

    def _decoded(self, toml: str) -> dict[str, Any]:
        try:
            return tomllib.loads(toml)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at line (\d+)", str(error))
            line = int(place[1]) + 1 if place else 1
            raise QueryFileError(
                HEADER, self._path, line, f"the header is not TOML: {error}"
            ) from None

    def _check_keys(
        self,
        table: Mapping[str, object],
        types: Mapping[str, type],
        required: tuple[str, ...],
        where: str = "",
    ) -> None:
        start = self._line_with(re.escape(f"[params.{where}]")) if where else 1
        suffix = f" of parameter {where!r}" if where else ""
        for key, value in table.items():
            if key not in types:
                self._fail(
                    HEADER,
                    self._line_with(re.escape(key)),
                    f"expected a key of {', '.join(types)}{suffix}, found {key!r}",
                )
            if not isinstance(value, types[key]):
                expected = f"expected a {types[key].__name__} for {key!r}{suffix}"
                self._fail(HEADER, self._line_with(re.escape(key)), f"{expected}, found {value!r}")
        for key in required:
            if not table.get(key):
                self._fail(HEADER, start, f"expected a value for {key!r}{suffix}, found none")

    def _check_parameter(self, name: str, parameter: dict[str, Any]) -> None:
        if not name.isidentifier() or name == "explain" or not isinstance(parameter, dict):
            self._fail(
                HEADER, self._line_with("params"), f"expected a table [params.name], found {name!r}"
            )
        self._check_keys(parameter, _PARAMETER_KEYS, required=("type", "help"), where=name)
        line = self._line_with(re.escape(f"[params.{name}]"))
        if parameter["type"] not in PARAMETER_TYPES:
            expected = f"expected a type of {', '.join(PARAMETER_TYPES)}"
            self._fail(
                HEADER, line, f"{expected} for parameter {name!r}, found {parameter['type']!r}"
            )
        if ("class" in parameter) != (parameter["type"] == "iri"):
            self._fail(
                HEADER, line, f"expected a class for parameter {name!r} exactly if its type is iri"
            )

    # --- query

    def _read_query(self) -> dict[str, str]:
        """Read the tokens; return the declared prefixes."""
        try:
            self._tokens = list(tokens(self._text))
            prefixes = self._prefixes()
            form = check(self._text)
        except QueryTextError as error:
            raise QueryFileError(QUERY, self._path, error.line or 1, error.message) from None
        if form != "SELECT":
            self._fail(QUERY, self._line_with(form), f"expected a SELECT query, found {form}")
        return prefixes

    def _prefixes(self) -> dict[str, str]:
        """The declared prefixes; every name must have one of them."""
        for token in undeclared(self._tokens):
            line = line_of(self._text, token.start)
            self._fail(PREFIX, line, f"expected a declared prefix, found {token.text!r}")
        return declared_prefixes(self._tokens)

    def _check_columns(self, columns: Mapping[str, str]) -> None:
        selected = list(self._selected())
        if selected != list(columns):
            expected = f"expected the columns of the header ({', '.join(columns)})"
            found = ", ".join(selected) or "*"
            self._fail(
                COLUMN, self._line_with("SELECT"), f"{expected}, found those of SELECT ({found})"
            )

    def _selected(self) -> Iterator[str]:
        """The variables that SELECT names, also those in `(… AS ?name)`."""
        start = next(i for i, token in enumerate(self._tokens) if token.text.upper() == "SELECT")
        depth, previous = 0, ""
        for token in self._tokens[start + 1 :]:
            if token.text == "{" or token.text.upper() == "WHERE":
                return
            depth += (token.text == "(") - (token.text == ")")
            if token.kind == "variable" and (depth == 0 or previous == "AS"):
                yield token.text[1:]
            previous = token.text.upper()

    # --- parameters

    def _parameters(
        self, declared: Mapping[str, dict[str, Any]], prefixes: Mapping[str, str]
    ) -> dict[str, Parameter]:
        lines = self._values_lines()
        for name, (line, _) in lines.items():
            if name not in declared:
                self._fail(
                    PARAMETER,
                    line,
                    f"expected [params.{name}] in the header, found only its VALUES line",
                )
        parameters = {}
        for name, entry in declared.items():
            if name not in lines:
                expected = f"expected a line VALUES ?{name} {{ … }} in the query"
                self._fail(
                    PARAMETER,
                    self._line_with(re.escape(f"[params.{name}]")),
                    f"{expected}, found none",
                )
            parameters[name] = self._parameter(name, entry, *lines[name], prefixes=prefixes)
        return parameters

    def _parameter(
        self,
        name: str,
        entry: dict[str, Any],
        line: int,
        terms: list[Token],
        *,
        prefixes: Mapping[str, str],
    ) -> Parameter:
        optional = entry.get("optional", False)
        default = tuple(self._default(entry["type"], term, line) for term in terms)
        if not default or (None in default and (not optional or len(default) > 1)):
            expected = "UNDEF or terms" if optional else "terms"
            self._fail(PARAMETER, line, f"expected {expected} as the default of {name!r}")
        class_ = ""
        if entry["type"] == "iri":
            prefix, _, local = entry["class"].partition(":")
            if prefix not in prefixes:
                self._fail(
                    PREFIX,
                    self._line_with("class"),
                    f"expected a declared prefix, found {entry['class']!r}",
                )
            class_ = prefixes[prefix] + local
        return Parameter(name, entry["type"], entry["help"], class_, optional, line, default)

    def _default(self, type_: str, token: Token, line: int) -> str | int | None:
        if token.text.upper() == "UNDEF":
            return None
        if type_ == "iri" and token.kind in ("iri", "name"):
            return token.text
        if type_ == "string" and token.kind == "string" and token.text[0] == '"':
            return text_of(token.text)
        if type_ in ("integer", "year") and token.text.isdecimal():
            return int(token.text)
        self._fail(PARAMETER, line, f"expected a term of type {type_}, found {token.text!r}")
        return None

    def _values_lines(self) -> dict[str, tuple[int, list[Token]]]:
        """The line and the terms of every `VALUES ?name { … }`."""
        lines: dict[str, tuple[int, list[Token]]] = {}
        depth = 0
        for i, (token, after) in enumerate(zip(self._tokens, self._tokens[1:], strict=False)):
            depth += (token.text == "{") - (token.text == "}")
            if token.text.upper() != "VALUES" or after.kind != "variable":
                continue
            line = line_of(self._text, token.start)
            name, written = after.text[1:], self._lines[line - 1].strip()
            if not depth or name in lines or not _VALUES_LINE.fullmatch(written):
                expected = f"expected one VALUES ?{name} {{ … }}, alone on a line of WHERE"
                self._fail(PARAMETER, line, f"{expected}, found {written!r}")
            terms = takewhile(lambda term: term.text != "}", self._tokens[i + 3 :])
            lines[name] = (line, list(terms))
        return lines
