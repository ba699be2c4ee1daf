"""Why RDF cannot be read, told with the place and what to do."""

import re

_WHERE = re.compile(r"^Parser error (?:at|between) .*?: (?=\D)", re.DOTALL)


def complaint(path: object, error: Exception) -> str:
    """`path:line:column: what is wrong; the remedy`, on one line."""
    if isinstance(error, OSError):
        return f"{path}: cannot be read: {error.strerror or error}"
    place = f"{path}"
    if isinstance(error, SyntaxError) and error.lineno:
        place += f":{error.lineno}:{error.offset or 1}"
    said = " ".join(_WHERE.sub("", str(getattr(error, "msg", "") or error)).split())
    return f"{place}: is not well-formed RDF: {said}; mend it there, or write the file anew"
