"""What can go wrong with a question."""

_WIDEST = 200


class AskError(Exception):
    """Any failure to answer, told so that the asker can mend it."""


class UsageError(AskError):
    """An unknown query name, parameter or value of a parameter."""


class QueryTextError(AskError):
    """A query text that is refused, or that the engine cannot read or evaluate.

    `line` and `column` count from 1; they are 0 when the place isn't known. With the text of the
    query, the error shows the line and a caret under the place.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0, text: str = "") -> None:
        place = f"{line}:{column}: " if line else ""
        super().__init__(place + message + _excerpt(text, line, column))
        self.message = message
        self.line = line
        self.column = column


def _excerpt(text: str, line: int, column: int) -> str:
    """The line in question and a caret below it, on lines of their own; empty if unknown."""
    lines = text.split("\n")
    if not 0 < line <= len(lines) or not text or len(lines[line - 1]) > _WIDEST:
        return ""
    shown = "".join(char if char.isprintable() else " " for char in lines[line - 1])
    return f"\n  {shown}\n  {' ' * (column - 1)}^"


class EndpointError(AskError):
    """A SPARQL endpoint that does not answer, or not with an answer."""


class GraphError(AskError):
    """A graph that cannot be read."""


class QueryFileError(AskError):
    """A query file that breaks a rule: the code of the rule, and where."""

    def __init__(self, code: str, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: error[{code}] {message}")
        self.code = code
        self.path = path
        self.line = line
        self.message = message
