"""Refuses query text that could harm, before an engine sees it.

Engines read nested text by recursion and follow SERVICE and FROM out of the machine, with no
switch against either; an update is no question.
"""

from collections.abc import Iterable, Sequence

from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.ask.lexer import Token, rejection, tokens, undeclared
from awesome_rnn_kg.graph.prefixes import PREFIXES

MAX_LENGTH = 20_000
"""Characters."""
MAX_DEPTH = 50
"""Nested brackets, and unary operators in a row: pyoxigraph takes seconds for 100 nested `[`."""

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
MAX_OPERATORS = 1_000
"""pyoxigraph's stack overflows at some thousand terms of one sum."""
_OPENING = frozenset(("{", "(", "[", "<<"))
_CLOSING = frozenset(("}", ")", "]", ">>"))
_OPERATORS = frozenset(
    ("||", "&&", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "!", "|", "^")
)
_UNARY = frozenset(("!", "-", "+", "^"))


def check(text: str, *, local: bool = True) -> str:
    """Return the form of the query, one of FORMS; QueryTextError says why it is refused.

    `local` says that the graph at hand is asked: it has no other graphs to name after FROM, and
    knows no prefixes but ours.
    """
    if len(text) > MAX_LENGTH:
        raise QueryTextError(f"the query has {len(text)} characters; at most {MAX_LENGTH} are read")
    found = list(tokens(text))
    _check_words(text, found, local=local)
    _check_depth(text, found)
    if local:
        _check_prefixes(text, found)
    operators = sum(token.text in _OPERATORS for token in found)
    if operators > MAX_OPERATORS:
        raise QueryTextError(
            f"the query has {operators} operators; at most {MAX_OPERATORS} are read"
        )
    return _form(text, found)


def _check_words(text: str, found: Iterable[Token], *, local: bool) -> None:
    for token in found:
        if token.kind not in ("word", "name", "blank"):
            continue
        # Engines look for keywords without minding where a word ends, or which case a letter has.
        prefix, _, rest = token.text.upper().partition(":")
        if "SERVICE" in prefix or ".SERVICE" in rest:
            raise rejection(text, token.start, "SERVICE is refused: no query leaves the graph")
        if local and prefix.startswith("FROM"):
            raise rejection(text, token.start, "FROM is refused: the whole graph is asked")


def _check_prefixes(text: str, found: Sequence[Token]) -> None:
    for token in undeclared(found):
        prefix = token.text.partition(":")[0]
        if prefix not in PREFIXES:
            raise rejection(text, token.start, f"the prefix {prefix}: is not declared")


def _check_depth(text: str, found: Iterable[Token]) -> None:
    depth = run = 0
    for token in found:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        run = run + 1 if token.text in _UNARY else 0
        if max(depth, run) > MAX_DEPTH:
            raise rejection(text, token.start, f"nested more than {MAX_DEPTH} deep")


def _form(text: str, found: list[Token]) -> str:
    for token in found:
        if token.kind == "word" and token.text.upper() not in ("PREFIX", "BASE"):
            if token.text.upper() in FORMS:
                return token.text.upper()
            break
    else:
        raise QueryTextError(f"expected one of {', '.join(FORMS)}, found an empty query")
    expected = f"expected one of {', '.join(FORMS)}"
    raise rejection(text, token.start, f"{expected}, found {token.text!r}")
