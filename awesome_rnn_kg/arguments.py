"""The words of the command line: commands, options, and what argparse can check of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from .__about__ import __version__
from .text.terminal import put, tell

Run = Callable[[argparse.Namespace], int]
"""Does what a command says; returns the exit code."""

_TABLE_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "bibtex")
_GRAPH_FORMATS = ("turtle", "ntriples", "jsonld")
_RDF_FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")
_PARTS = ("data", "ontology", "shapes", "queries", "void")
_REPORTS = ("text", "github", "sarif", "junit", "json")
ENGINES = ("shifty", "pyshacl")
DATA_FORMATS = ("bibtex", "csljson", "csv", "graphml", "markdown")


class UsageError(Exception):
    """Wrong usage that argparse cannot see; told in one line."""


class Parser(argparse.ArgumentParser):
    """A parser that is told apart from others by saying in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:
        if file is sys.stderr:
            tell(message)
        else:
            put([message])


def parse(words: Sequence[str] | None, commands: Mapping[str, Run]) -> argparse.Namespace:
    """The parsed words, with the command's function as `run`; UsageError in one line.

    Sources may stand before, between and after options.
    """
    parser = _parser(commands)
    options, rest = parser.parse_known_args(words)
    if rest and ("source" not in options or any(word.startswith("-") for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if "source" in options:
        options.source = [*options.source, *rest, *_lists_among(options.authorities)]
    return options


def _lists_among(files: list[str]) -> list[str]:
    """Take the Markdown out of authority files: sources that stand behind `--authorities FILE`."""
    lists = [file for file in files if file.lower().endswith(".md")]
    files[:] = [file for file in files if file not in lists]
    return lists


def _parser(commands: Mapping[str, Run]) -> Parser:
    parser = Parser(
        prog="awesome-rnn-kg",
        description="Compile curated lists of papers into a checked, queryable knowledge graph.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    added = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, run in commands.items():
        summary, add_options = _COMMANDS[name]
        command = added.add_parser(name, help=summary, description=summary, allow_abbrev=False)
        command.set_defaults(run=run)
        add_options(command)
    return parser


def _add_sources(parser: Parser, what: str = "Markdown lists or globs") -> None:
    parser.add_argument(
        "source", nargs="*", metavar="SOURCE", help=f"{what} (default: the packaged list)"
    )
    parser.add_argument(
        "--authorities",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="more Turtle files of known things",
    )


def _add_build(parser: Parser) -> None:
    _add_sources(parser)
    parser.add_argument("-o", "--output", default="build", metavar="DIR", help="folder (build/)")
    parser.add_argument("--base", metavar="IRI", help="start of the lists' own IRIs")
    parser.add_argument(
        "--reasoner", choices=("rules", "owlrl"), default="rules", help="who infers (rules)"
    )
    parser.add_argument("--no-infer", action="store_true", help="leave inferred triples out")
    parser.add_argument("--no-check", action="store_true", help="leave the shapes unchecked")


def _add_check(parser: Parser) -> None:
    _add_sources(parser, "Markdown lists, RDF files or globs")
    parser.add_argument(
        "--format", choices=("auto", *_REPORTS), default="auto",
        help="auto: annotations on GitHub Actions, text elsewhere",
    )  # fmt: skip
    parser.add_argument(
        "--output", action="append", default=[], metavar="FORMAT=FILE", type=_output,
        help="write a report to a file as well; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"),
        help="exit 1 on findings of this severity and above (error)",
    )  # fmt: skip
    parser.add_argument(
        "--baseline", type=Path, metavar="FILE",
        help="known findings, not reported; written if there is none",
    )  # fmt: skip
    parser.add_argument(
        "--select",
        type=_codes,
        metavar="CODES",
        help="only these, comma-separated; RNN2 is all 2xx, an empty text all",
    )
    parser.add_argument("--ignore", type=_codes, metavar="CODES", help="all but these")
    parser.add_argument(
        "--engine", choices=ENGINES, default=ENGINES[0], help="what checks the shapes (shifty)"
    )
    parser.add_argument("--fix", action="store_true", help="mend in the lists what is safe to mend")
    parser.add_argument(
        "--diff", action="store_true", help="with --fix: print what would change, and write nothing"
    )


def check_fix(paths: list[str], options: argparse.Namespace) -> None:
    """UsageError where --fix and --diff ask for what cannot be done with the paths."""
    from .check import is_rdf

    if not options.fix:
        raise UsageError("--diff: goes with --fix")
    if options.diff and options.format != "auto":
        raise UsageError("--diff: is all that is printed; write a report with --output FORMAT=FILE")
    if options.engine != ENGINES[0]:
        raise UsageError("--engine: is for checking without --fix")
    if not paths:
        raise UsageError("--fix: name the lists to mend")
    for path in filter(is_rdf, paths):
        raise UsageError(f"{path}: --fix mends Markdown lists only")


def _output(text: str) -> tuple[str, Path]:
    kind, _, path = text.partition("=")
    if kind not in _REPORTS or not path:
        formats = ", ".join(_REPORTS)
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=FILE with a format of {formats}")
    return kind, Path(path)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(c.strip() for c in text.split(",") if c.strip())


def _add_explain(parser: Parser) -> None:
    parser.add_argument("code", metavar="CODE", help="a code such as RNN201, or a rule's name")


def _add_query(parser: Parser) -> None:
    parser.add_argument(
        "query", nargs="?", metavar="QUERY", help="a canned query's name, FILE.rq, or - for stdin"
    )
    parser.add_argument("--list", action="store_true", help="list the canned queries")
    parser.add_argument(
        "--param", action="append", default=[], metavar="NAME=VALUE", type=_parameter,
        help="value of a parameter: a label, CURIE, IRI, text or number; any for anything",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=(*_TABLE_FORMATS, *_GRAPH_FORMATS), default="table", help="(table)"
    )
    parser.add_argument("--graph", metavar="FILE|DIR", help="another graph than the packaged one")
    parser.add_argument("--endpoint", metavar="URL", help="ask a SPARQL 1.1 endpoint")
    parser.add_argument("--no-infer", action="store_true", help="ask asserted triples only")
    parser.add_argument(
        "--explain", action="store_true", help="say which pattern leaves no row, if there is none"
    )


def _parameter(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), None if value.casefold() in ("", "any", "undef") else value


def _add_export(parser: Parser) -> None:
    _add_sources(parser)
    parser.add_argument(
        "--format", choices=(*_RDF_FORMATS, *DATA_FORMATS), required=True, help="what to write"
    )
    parser.add_argument("--part", choices=_PARTS, default="data", help="(data)")
    parser.add_argument(
        "-o", "--output", metavar="FILE|DIR", help="file (standard output); folder for csv"
    )


def _add_stats(parser: Parser) -> None:
    _add_sources(parser)
    parser.add_argument(
        "--gaps",
        action="store_true",
        help="count by class and property what is known, known to be absent, and unknown",
    )


def _add_why(parser: Parser) -> None:
    parser.add_argument("subject", metavar="SUBJECT", help="an IRI, CURIE or label")
    parser.add_argument("predicate", nargs="?", metavar="PREDICATE", help="such as arnn:year")
    parser.add_argument(
        "object", nargs="?", metavar="OBJECT", help="an IRI, CURIE or label, or a literal's text"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(text)")
    parser.add_argument("--graph", metavar="FILE|DIR", help="another graph than the packaged one")
    parser.add_argument("--no-infer", action="store_true", help="explain asserted triples only")


def _add_diff(parser: Parser) -> None:
    what = "a Markdown list, an RDF file or a build's folder"
    parser.add_argument("old", metavar="OLD", help=what)
    parser.add_argument("new", metavar="NEW", help=what)
    parser.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="(text)"
    )


def _add_push(parser: Parser) -> None:
    parser.add_argument(
        "--endpoint", required=True, metavar="URL", help="the server's graph store (SPARQL 1.1)"
    )
    parser.add_argument(
        "--query-endpoint", default="", metavar="URL",
        help="where triples are counted (derived from the other)",
    )  # fmt: skip
    parser.add_argument(
        "--user", metavar="NAME",
        help="for a server that asks; the password is in $AWESOME_RNN_KG_PASSWORD",
    )  # fmt: skip
    parser.add_argument("--graph", metavar="FILE|DIR", help="another graph than the packaged one")
    parser.add_argument(
        "--timeout", type=float, default=60, metavar="SECONDS", help="for one request (60)"
    )
    parser.add_argument("--no-infer", action="store_true", help="leave inferred triples out")


_COMMANDS: dict[str, tuple[str, Callable[[Parser], None]]] = {
    "build": ("Compile lists into a folder of graph files.", _add_build),
    "check": ("Report what is wrong in lists or RDF files.", _add_check),
    "explain": ("Say what a diagnostic means.", _add_explain),
    "query": ("Ask a canned query, a query file or standard input.", _add_query),
    "export": ("Write a list's graph in one format.", _add_export),
    "stats": ("Count what lists hold; the account must balance.", _add_stats),
    "why": ("Show the lines, evidence and rules behind triples.", _add_why),
    "diff": ("Tell what differs between two lists or graphs.", _add_diff),
    "push": ("Upload the named graphs to a SPARQL server.", _add_push),
}


class _Recorder(Parser):
    """A parser that keeps what it is told."""

    def __init__(self) -> None:
        self.actions: list[argparse.Action] = []
        super().__init__(add_help=False)

    def add_argument(self, *args: Any, **kwargs: Any) -> argparse.Action:
        action = super().add_argument(*args, **kwargs)
        self.actions.append(action)
        return action


def arguments_of() -> dict[str, tuple[str, list[argparse.Action]]]:
    """The summary and the arguments of each command, in the order of `--help`."""
    found = {}
    for name, (summary, add_options) in _COMMANDS.items():
        recorder = _Recorder()
        add_options(recorder)
        found[name] = summary, recorder.actions
    return found
