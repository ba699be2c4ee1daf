"""The reference page of the command line, from the parser that `--help` prints."""

from __future__ import annotations

from argparse import Action
from collections.abc import Iterable, Mapping, Sequence

from ..text.markdown_table import code, table

_INTRODUCTION = """\
# Commands

`awesome-rnn-kg COMMAND --help` says the same at a terminal. Standard output carries the result,
standard error everything else.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | findings at or above `--fail-on`, or a query text that an engine rejects |
| 2 | wrong usage, input that cannot be read, output that cannot be written |

"""


def commands_page(commands: Mapping[str, tuple[str, Iterable[Action]]]) -> str:
    """The page in Markdown; each command has a summary and its arguments."""
    index = [(f"[{name}](#{name})", summary) for name, (summary, _) in commands.items()]
    parts = [_INTRODUCTION, table(("command", "does"), index)]
    for name, (summary, actions) in commands.items():
        parts.append(f"\n## {name}\n\n{summary}\n\n```text\n{_usage(name, list(actions))}\n```\n\n")
        parts.append(table(("argument", "meaning"), [(_named(a), _told(a)) for a in actions]))
    return "".join(parts)


def _usage(name: str, actions: Sequence[Action]) -> str:
    words = [_word(action) for action in actions if not action.option_strings or action.required]
    optional = any(action.option_strings and not action.required for action in actions)
    return " ".join(["awesome-rnn-kg", name, *words, *["[OPTIONS]"] * optional])


def _word(action: Action) -> str:
    """An argument as it stands in a line of usage."""
    if action.option_strings:
        return f"{action.option_strings[0]} {action.metavar}"
    metavar = str(action.metavar)
    return {"*": f"[{metavar}…]", "?": f"[{metavar}]"}.get(str(action.nargs), metavar)


def _named(action: Action) -> str:
    if not action.option_strings:
        return code(str(action.metavar))
    value = str(action.metavar or "").replace("None", "")
    if not value and action.nargs != 0:
        value = "WORD" if action.choices else action.dest.upper()
    *short, last = action.option_strings
    return ", ".join([*map(code, short), code(f"{last} {value}".strip())])


def _told(action: Action) -> str:
    """The help of an argument, and the words that it takes."""
    told = str(action.help or "")
    choices = ", ".join(code(str(one)) for one in action.choices or ())
    return f"{told}: {choices}" if choices else told
