"""What can go wrong with a question."""


class AskError(Exception):
    """Any failure to answer, told so that the asker can mend it."""


class UsageError(AskError):
    """An unknown query name, parameter or value of a parameter."""


class QueryTextError(AskError):
    """A query text that is refused, or that the engine cannot read or evaluate.

    `line` and `column` count from 1; they are 0 when the place isn't known.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"{line}:{column}: {message}" if line else message)
        self.message = message
        self.line = line
        self.column = column


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
