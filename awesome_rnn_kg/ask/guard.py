"""Refuses query text that could harm, before an engine sees it.

Engines read nested text by recursion and follow SERVICE and FROM out of the machine, with no
switch against either; an update is no question.
"""

from collections.abc import Iterable, Sequence

from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.ask.lexer import Token, declared_prefixes, rejection, tokens, undeclared
from awesome_rnn_kg.graph.prefixes import PREFIXES
from awesome_rnn_kg.graph.vocabulary import ARNN

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
        _check_terms(text, found)
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
            near = _nearest(prefix, PREFIXES)
            hint = f"; did you mean {near}:{token.text.partition(':')[2]}?" if near else ""
            raise rejection(text, token.start, f"the prefix {prefix}: is not declared{hint}")


def _check_terms(text: str, found: Sequence[Token]) -> None:
    """Refuse a term of our namespace that the ontology does not declare: it matches nothing."""
    own = PREFIXES["arnn"]
    known = {name.rstrip("_") for name in ARNN.__annotations__}
    declared = PREFIXES | declared_prefixes(found)
    for token in found:
        prefix, _, local = token.text.partition(":")
        name = local if token.kind == "name" and declared.get(prefix) == own else ""
        if token.kind == "iri" and token.text.startswith(f"<{own}"):
            name = token.text[1 + len(own) : -1]
        if name and name not in known:
            near = _nearest(name, known)
            hint = f"; did you mean arnn:{near}?" if near else ""
            raise rejection(text, token.start, f"the ontology declares no arnn:{name}{hint}")


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    folded = {other.casefold(): other for other in known}
    near = get_close_matches(name.casefold(), folded, n=1)
    return folded[near[0]] if near else ""


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
