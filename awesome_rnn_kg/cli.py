"""The command line: reads arguments, asks the library, prints.

Exit codes: 0 done; 1 findings, or query text that an engine rejects; 2 wrong usage, unreadable
input, unwritable output. Standard output carries the result; all else goes to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from .__about__ import __version__
from .text.output import OutputError
from .text.source import InputError
from .text.terminal import prepare, put, style, tell

if TYPE_CHECKING:
    from .ask.knowledge import Knowledge
    from .graph.build import Build
    from .text.report import Report

_TABLE_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown")
_GRAPH_FORMATS = ("turtle", "ntriples", "jsonld")
_EXPORTS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")
_PARTS = ("data", "ontology", "shapes", "void")
_REPORTS = ("text", "github", "sarif", "junit", "json")
_STDIN_LIMIT = 1_000_000  # bytes; no engine takes as much


class UsageError(Exception):
    """Wrong usage that argparse cannot see; told in one line."""


class Parser(argparse.ArgumentParser):
    """A parser that is told apart from others by saying in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:
        (tell if file is sys.stderr else put)(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    prepare()
    try:
        options = _options(arguments)
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        code = _exit_code(error)
        if code is None:
            raise
        tell(f"awesome-rnn-kg: {_told(error)}\n")
        return code


def _exit_code(error: Exception) -> int | None:
    """2 for what the user gave or asked for, 1 for rejected query text; None for a bug."""
    from .ask.errors import AskError, QueryTextError

    if isinstance(error, QueryTextError):
        return 1
    expected = (AskError, InputError, OutputError, UsageError, OSError)
    return 2 if isinstance(error, expected) else None


def _told(error: Exception) -> str:
    """What an error says, on one line."""
    text = str(error)
    if isinstance(error, OSError) and error.strerror:
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(text.split())


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The parsed arguments; sources may stand before, between and after options."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and ("source" not in options or any(word.startswith("-") for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.source = [*options.source, *rest]
    return options


def _parser() -> Parser:
    parser = Parser(
        prog="awesome-rnn-kg",
        description="Compile curated lists of papers into a checked, queryable knowledge graph.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in (_add_build, _add_check, _add_explain, _add_query, _add_export, _add_stats):
        add(commands)
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], summary: str
) -> Parser:
    parser: Parser = commands.add_parser(
        name, help=summary, description=summary, allow_abbrev=False
    )
    parser.set_defaults(run=run)
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


# --- build


def _add_build(commands: Any) -> None:
    parser = _command(commands, "build", _build, "Compile lists into a folder of graph files.")
    _add_sources(parser)
    parser.add_argument("-o", "--output", default="build", metavar="DIR", help="folder (build/)")
    parser.add_argument("--base", metavar="IRI", help="start of the lists' own IRIs")
    parser.add_argument(
        "--reasoner", choices=("rules", "owlrl"), default="rules", help="who infers (rules)"
    )
    parser.add_argument("--no-infer", action="store_true", help="leave inferred triples out")
    parser.add_argument("--no-check", action="store_true", help="leave the shapes unchecked")


def _build(options: argparse.Namespace) -> int:
    from .share.artifacts import build_files
    from .text.output import write_files

    build = _compiled(options, base=options.base)
    if not options.no_check:
        build = build.checked()
    report = _report(build)
    build = replace(build, diagnostics=report.diagnostics, reasoner=options.reasoner)
    write_files(Path(options.output), build_files(build, not options.no_infer))
    put(_build_summary(build, options))
    errors = tuple(d for d in report.diagnostics if d.severity == "error")
    _complain(report.only(errors))
    return 1 if errors else 0


def _build_summary(build: Build, options: argparse.Namespace) -> Iterable[str]:
    """Counts by class and of triples, then of findings."""
    from .share.artifacts import class_counts
    from .text.render.text import count_line

    inferred = 0 if options.no_infer else len(build.inferred)
    counts = {**class_counts(build), "asserted triples": len(build.asserted)}
    for name, count in {**counts, "inferred triples": inferred}.items():
        yield f"{count:6}  {name}\n"
    yield f"{count_line(build.diagnostics)}; written to {options.output}\n"


def _compiled(options: argparse.Namespace, base: str | None = None) -> Build:
    from .compiler import compile_lists
    from .config import check_base

    if base is not None:
        check_base(base, "--base")
    return compile_lists(_expanded(options.source), options.authorities, base or "")


def _expanded(patterns: Iterable[str]) -> list[str]:
    """Files by name or glob, each once; a glob that matches nothing is an error."""
    import glob

    found: list[str] = []
    for pattern in patterns:
        is_glob = any(c in pattern for c in "*?[") and not Path(pattern).exists()
        matches = sorted(glob.glob(pattern, recursive=True)) if is_glob else [pattern]  # noqa: PTH207  absolute patterns too
        if not matches:
            raise UsageError(f"{pattern}: matches no file")
        found += matches
    return list(dict.fromkeys(found))


def _report(build: Build) -> Report:
    """The findings of a build that no comment ignores, with its sources."""
    from .text.ignores import unignored
    from .text.report import Report

    sources = {c.document.source.path: c.document.source for c in build.catalogues}
    return unignored(Report(build.diagnostics, sources))


def _complain(report: Report) -> None:
    from .text.render.text import text

    tell(text(report, style(sys.stderr)))


# --- check and explain


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", _check, "Report what is wrong in lists or RDF files.")
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
        "--fail-on", choices=("error", "warning", "info", "never"), default="error",
        help="exit 1 on findings of this severity and above (error)",
    )  # fmt: skip
    parser.add_argument(
        "--baseline", metavar="FILE", help="known findings, not reported; written if there is none"
    )
    parser.add_argument(
        "--select", default="", metavar="CODES", help="only these, comma-separated; RNN2 is all 2xx"
    )
    parser.add_argument("--ignore", default="", metavar="CODES", help="all but these")


def _output(text: str) -> tuple[str, Path]:
    kind, _, path = text.partition("=")
    if kind not in _REPORTS or not path:
        formats = ", ".join(_REPORTS)
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=FILE with a format of {formats}")
    return kind, Path(path)


def _check(options: argparse.Namespace) -> int:
    from .check import beyond, chosen, failing, find
    from .text.output import write_file
    from .text.render.text import count_line
    from .text.renderers import RENDERERS

    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    report = find(_expanded(options.source), options.authorities, root)
    if options.baseline:
        report, said = beyond(report, Path(options.baseline))
        tell(f"{said}\n")
    report = chosen(report, _codes(options.select), _codes(options.ignore))
    for kind, path in options.output:
        write_file(path, [RENDERERS[kind](report)])
    _print_report(report, options.format)
    tell(f"{count_line(report.diagnostics)}\n")
    return 1 if failing(report.diagnostics, options.fail_on) else 0


def _print_report(report: Report, form: str) -> None:
    from .text.render.text import text
    from .text.renderers import RENDERERS

    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    if form == "auto":
        form = "github" if on_github else "text"
    if form == "github" and on_github:
        _summarize(report)
    put([text(report, style(sys.stdout)) if form == "text" else RENDERERS[form](report)])


def _summarize(report: Report) -> None:
    """Add to the summary of the step, which earlier commands of it may have begun."""
    from .text.render.github import step_summary

    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(step_summary(report))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(c.strip() for c in text.split(",") if c.strip())


def _add_explain(commands: Any) -> None:
    parser = _command(commands, "explain", _explain, "Say what a diagnostic means.")
    parser.add_argument("code", metavar="CODE", help="a code such as RNN201, or a rule's name")


def _explain(options: argparse.Namespace) -> int:
    from .check import all_rules
    from .text.render.text import explanation

    wanted = options.code.casefold()
    rule = next((r for r in all_rules() if wanted in (r.code.casefold(), r.name.casefold())), None)
    if rule is None:
        codes = ", ".join(r.code for r in all_rules())
        raise UsageError(f"{options.code}: no such rule; rules are {codes}")
    put([explanation(rule)])
    return 0


# --- query


def _add_query(commands: Any) -> None:
    parser = _command(
        commands, "query", _query, "Ask a canned query, a query file or standard input."
    )
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


def _parameter(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name.strip(), None if value.casefold() in ("", "any", "undef") else value


def _query(options: argparse.Namespace) -> int:
    from .share.answers import answer_text

    knowledge = _knowledge(options)
    if options.list:
        put(f"{name}\t{knowledge.queries.file(name).title}\n" for name in knowledge.queries)
        return 0
    if not options.query:
        raise UsageError("query: name a canned query, a file or -; --list lists the canned ones")
    answer = _answer(knowledge, options)
    put([answer_text(answer, options.format, style(sys.stdout).width or None)])
    return 0


def _knowledge(options: argparse.Namespace) -> Knowledge:
    import awesome_rnn_kg

    if options.endpoint and (options.graph or options.no_infer):
        raise UsageError("--endpoint goes with neither --graph nor --no-infer")
    if options.endpoint:
        return awesome_rnn_kg.connect(options.endpoint)
    return awesome_rnn_kg.load(options.graph, infer=not options.no_infer)


def _answer(knowledge: Knowledge, options: argparse.Namespace) -> Any:
    """The answer of a canned query by name, of a query file, or of text on standard input."""
    from .ask.queryfile import is_canned, parse

    values: dict[str, str | None] = dict(options.param)
    if options.query != "-" and not options.query.endswith(".rq"):
        return knowledge.run(options.query, **values)
    text, name = _query_text(options.query)
    if is_canned(text):
        return knowledge.run(parse(text, name), **values)
    if values:
        raise UsageError("--param: this query declares no parameters")
    return knowledge.query(text)


def _query_text(name: str) -> tuple[str, str]:
    """The text of a query, and the name of its file."""
    from .text.source import read_source, source_from_bytes

    if name != "-":
        return read_source(name).text, name
    if sys.stdin is None:
        raise InputError("standard input: is closed")
    return source_from_bytes(sys.stdin.buffer.read(_STDIN_LIMIT), "stdin").text, "stdin"


# --- export and stats


def _add_export(commands: Any) -> None:
    parser = _command(commands, "export", _export, "Write a list's graph in one format.")
    _add_sources(parser)
    parser.add_argument("--format", choices=_EXPORTS, required=True, help="syntax")
    parser.add_argument("--part", choices=_PARTS, default="data", help="(data)")
    parser.add_argument("-o", "--output", metavar="FILE", help="file (standard output)")


def _export(options: argparse.Namespace) -> int:
    from .share.exports import export
    from .text.output import write_file

    build = _compiled(options) if options.part in ("data", "void") else None
    chunks = export(build, options.format, options.part)
    if options.output:
        write_file(Path(options.output), chunks)
    else:
        put(chunks)
    return 0


def _add_stats(commands: Any) -> None:
    parser = _command(commands, "stats", _stats, "Count what lists hold; the account must balance.")
    _add_sources(parser)


def _stats(options: argparse.Namespace) -> int:
    from .share.statistics import statistics

    put([statistics(_compiled(options))])
    return 0
