"""The reference page of the canned queries: what each asks, takes and answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ask.knowledge import Knowledge
from ..ask.labels import shown
from ..ask.queryfile import Parameter, QueryFile
from ..graph.terms import iri, is_iri, python_value
from ..text.markdown_table import code, table

_EXAMPLE_ROWS = 3
_WIDEST = 60
_INTRODUCTION = """\
# Canned queries

Each is a file in [`queries/`](../queries) that runs as it stands in any SPARQL tool: a parameter's
default is its `VALUES` line. The command line takes another value with `--param name=value`, Python
as an argument, and a notebook's `%kg` as an option:

```sh
awesome-rnn-kg query papers_of_author --param author="Alex Graves"
```

A thing is named by its IRI, its compact name (`person:alex-graves`) or any of its labels. Where a
parameter is optional, `any` (in Python, `None`) leaves it open. All give the same rows in the same
order on pyoxigraph, rdflib, Oxigraph's server and Virtuoso, with and without inferred triples.
"""


def queries_page(knowledge: Knowledge) -> str:
    """The page in Markdown: a table of all queries, then each with the start of its answer."""
    files = [knowledge.queries.file(name) for name in knowledge.queries]
    index = [(f"[{one.name}](#{one.name})", one.title, ", ".join(one.tags)) for one in files]
    parts = [_INTRODUCTION, "\n", table(("query", "question", "tags"), index)]
    for one in files:
        parts += _section(knowledge, one)
    return "".join(parts)


def _section(knowledge: Knowledge, query: QueryFile) -> Iterator[str]:
    yield f"\n## {query.name}\n\n**{query.title}.** {query.description}\n"
    if query.parameters:
        rows = [_parameter(one) for one in query.parameters.values()]
        yield f"\n{table(('parameter', 'type', 'default', 'meaning'), rows)}"
    columns = ", ".join(f"{code(name)} {type_}" for name, type_ in query.columns.items())
    yield f"\nColumns: {columns}.\n"
    answer = knowledge.run(query)
    rows = [[_cell(cell) for cell in row] for row in answer.terms[:_EXAMPLE_ROWS]]
    yield f"\n{table(answer.columns, rows)}"
    if len(answer) > _EXAMPLE_ROWS:
        yield f"\n… {len(answer)} rows with the defaults.\n"


def _parameter(parameter: Parameter) -> Sequence[str]:
    type_ = code(shown(iri(parameter.class_))) if parameter.class_ else parameter.type
    default = ", ".join("any" if one is None else code(str(one)) for one in parameter.default)
    type_ += ", optional" if parameter.optional else ""
    return parameter.name, type_, default, parameter.help


def _cell(term: str | None) -> str:
    if term is None:
        return ""
    if is_iri(term):
        return code(_shortened(shown(term)))
    return _shortened(str(python_value(term)))


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip()}…"
