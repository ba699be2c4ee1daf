"""Says why a SELECT query has no answer: which pattern of its WHERE leaves nothing.

    where   = "{" , { element } , "}" ;
    element = triple | FILTER … | BIND … | VALUES … | OPTIONAL … | MINUS … | group ;

A triple is one predicate and its objects; `?s a ?t ; p ?o` counts as two.
"""

from collections.abc import Iterator
from typing import NamedTuple

from awesome_rnn_kg.ask.engine import Engine
from awesome_rnn_kg.ask.errors import QueryTextError
from awesome_rnn_kg.ask.lexer import Token, line_of, tokens

_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_BRACED = frozenset(("VALUES", "OPTIONAL", "MINUS", "GRAPH"))
_CLAUSES = _BRACED | {"FILTER", "BIND"}


class Element(NamedTuple):
    """A part of WHERE that stands on its own, and the line that it begins on."""

    text: str
    line: int
    is_filter: bool


def why_empty(engine: Engine, text: str) -> str:
    """The first element after which no solution is left, as a sentence.

    The text is a SELECT query that the engine reads and that has no solutions.
    """
    found = list(tokens(text))
    head, elements = _prologue(text, found), _elements(text, _where(found))
    # A filter sees the whole group, wherever it stands in it.
    order = sorted(elements, key=lambda element: element.is_filter)
    if _holds(engine, head, order):
        return "every pattern of WHERE matches; what follows it leaves no row"
    low, high = 0, len(order)  # the first `low` hold together, the first `high` do not
    while high - low > 1:
        middle = (low + high) // 2
        if _holds(engine, head, order[:middle]):
            low = middle
        else:
            high = middle
    return _sentence(order[low], low, alone=_holds(engine, head, [order[low]]))


def _sentence(element: Element, before: int, *, alone: bool) -> str:
    shown = " ".join(element.text.split())
    if element.is_filter:
        return f"line {element.line}: {shown} lets no solution of the patterns through"
    if before and alone:
        return f"line {element.line}: {shown} matches nothing together with what stands before it"
    return f"line {element.line}: {shown} matches nothing in the graph"


def _holds(engine: Engine, head: str, elements: list[Element]) -> bool:
    body = "\n".join(f"{e.text} {'' if _is_clause(e.text) else '.'}" for e in elements)
    try:
        return engine.ask(f"{head}\nASK {{\n{body}\n}}")
    except QueryTextError:  # a clause that makes no sense without those after it
        return True


def _is_clause(text: str) -> bool:
    return text.startswith("{") or text.split(None, 1)[0].upper() in _CLAUSES


def _prologue(text: str, found: list[Token]) -> str:
    start = next(token.start for token in found if token.text.upper() == "SELECT")
    return text[:start]


def _where(found: list[Token]) -> list[Token]:
    """The tokens between the braces of the outermost WHERE."""
    depth, start = 0, 0
    for i, token in enumerate(found):
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.text == "{" and depth == 1:
            start = i + 1
        if token.text == "}" and not depth:
            return found[start:i]
    return found[start:]


def _elements(text: str, inside: list[Token]) -> list[Element]:
    elements: list[Element] = []
    triple: list[Token] = []
    position = 0
    while position < len(inside):
        token = inside[position]
        word = token.text.upper()
        end = position + 1
        if word in _CLAUSES or (token.text == "{"):
            elements += _triples(text, triple)
            triple = []
            end = _clause_end(inside, position)
            elements.append(_element(text, inside[position:end], is_filter=word == "FILTER"))
        elif token.text == ".":
            elements += _triples(text, triple)
            triple = []
        else:
            end = _term_end(inside, position)
            triple += inside[position:end]
        position = end
    return elements + list(_triples(text, triple))


def _clause_end(inside: list[Token], start: int) -> int:
    """The index after a clause, with all branches of a union."""
    position = start
    if inside[start].text.upper() in _BRACED:
        while inside[position].text != "{":
            position += 1
    while inside[position].text not in _OPENING:
        position += 1
    end = _term_end(inside, position)
    while end < len(inside) and inside[end].text.upper() == "UNION":
        end = _term_end(inside, end + 1)
    return end


def _term_end(inside: list[Token], start: int) -> int:
    """The index after a token, or after the brackets that it opens."""
    depth = 0
    for i in range(start, len(inside)):
        depth += (inside[i].text in _OPENING) - (inside[i].text in _CLOSING)
        if depth <= 0:
            return i + 1
    return len(inside)


def _triples(text: str, found: list[Token]) -> Iterator[Element]:
    """The triples of a subject; a subject in brackets keeps all that is said of it."""
    if not found:
        return
    if found[0].text in _OPENING:
        yield _element(text, found)
        return
    start, depth = 1, 0
    for i, token in enumerate([*found[1:], Token("mark", ";", 0)], 1):
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.text == ";" and not depth:
            if found[start:i]:
                part = _element(text, found[start:i])
                yield part._replace(text=f"{found[0].text} {part.text}")
            start = i + 1


def _element(text: str, found: list[Token], *, is_filter: bool = False) -> Element:
    first, last = found[0], found[-1]
    written = text[first.start : last.start + len(last.text)]
    return Element(written, line_of(text, first.start), is_filter)
