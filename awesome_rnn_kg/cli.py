"""The command line: reads arguments, asks the library, prints.

Exit codes: 0 done; 1 findings, or a query that an engine rejects; 2 wrong usage, unreadable input,
unwritable output. Standard output carries the result; everything else goes to standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .__about__ import __version__

if TYPE_CHECKING:
    from .ask.knowledge import Knowledge
    from .ask.table import Table
    from .graph.build import Build

_TABLE_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown")
_GRAPH_FORMATS = ("turtle", "ntriples", "jsonld")
_EXPORTS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")
_PARTS = ("data", "ontology", "shapes", "void")


class UsageError(Exception):
    """Wrong usage that argparse cannot see; told in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        code = _exit_code(error)
        if code is None:
            raise
        print(f"awesome-rnn-kg: {error}", file=sys.stderr)
        return code


def _exit_code(error: Exception) -> int | None:
    """2 for what the user gave or asked for, 1 for rejected query text; None for a bug."""
    from .ask.errors import AskError, EndpointError, QueryTextError
    from .text.output import OutputError
    from .text.source import InputError

    if isinstance(error, QueryTextError | EndpointError):
        return 1
    return (
        2 if isinstance(error, AskError | InputError | OutputError | UsageError | OSError) else None
    )


def _drop_output() -> None:
    """The reader of a pipe is gone: nothing more can be said to it, not at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="awesome-rnn-kg",
        description="Compile curated lists of papers into a checked, queryable knowledge graph.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in (_add_build, _add_check, _add_explain, _add_query, _add_export, _add_stats):
        add(commands)
    return parser


Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def _add_sources(parser: argparse.ArgumentParser, what: str = "Markdown lists or globs") -> None:
    parser.add_argument("source", nargs="*", help=f"{what} (default: the packaged list)")
    parser.add_argument(
        "--authorities",
        nargs="+",
        default=[],
        metavar="FILE",
        help="more Turtle files of known things",
    )


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "build", _build, "Compile lists into a folder of graph files.")
    _add_sources(parser)
    parser.add_argument("-o", "--output", default="build", metavar="DIR", help="folder (build/)")
    parser.add_argument("--base", default="", metavar="IRI", help="start of the lists' own IRIs")
    parser.add_argument("--reasoner", choices=("rules", "owlrl"), default="rules")
    parser.add_argument("--no-infer", action="store_true", help="leave inferred triples out")
    parser.add_argument("--no-check", action="store_true", help="leave the shapes unchecked")


def _build(options: argparse.Namespace) -> int:
    from .share.artifacts import build_files, class_counts
    from .text.output import write_files
    from .text.render import render_summary

    build = _compiled(options, base=options.base)
    if not options.no_check:
        build = build.checked()
    if options.reasoner == "owlrl":
        build = replace(build, reasoner="owlrl")
    write_files(Path(options.output), build_files(build, not options.no_infer))
    for name, count in class_counts(build).items():
        print(f"{count:6}  {name}")
    inferred = 0 if options.no_infer else len(build.inferred)
    print(f"{len(build.asserted):6}  asserted triples")
    print(f"{inferred:6}  inferred triples")
    print(f"{render_summary(list(build.diagnostics))}; written to {options.output}")
    errors = [d for d in build.diagnostics if d.severity == "error"]
    _complain(build, errors)
    return 1 if errors else 0


def _compiled(options: argparse.Namespace, base: str = "") -> Build:
    from .compiler import compile_lists

    if base:
        _check_base(base)
    return compile_lists(_expanded(options.source), options.authorities, base)


def _check_base(base: str) -> None:
    from .graph.terms import iri

    try:
        iri(base)
    except ValueError:
        raise UsageError(f"--base {base}: is not an absolute IRI") from None
    if not base.endswith(("/", "#")):
        raise UsageError(f"--base {base}: must end in / or #")


def _expanded(patterns: Iterable[str]) -> list[str]:
    """Files by name or glob; a glob that matches nothing is an error."""
    import glob

    found: list[str] = []
    for pattern in patterns:
        matches = (
            [pattern] if Path(pattern).exists() else sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  absolute patterns too
        )
        if not matches and any(c in pattern for c in "*?["):
            raise UsageError(f"{pattern}: matches no file")
        found.extend(matches or [pattern])
    return found


def _complain(build: Build, diagnostics: Iterable[object]) -> None:
    from .text.render import render_text

    sources = {c.document.source.path: c.document.source for c in build.catalogues}
    text = render_text(diagnostics, sources, color=sys.stderr.isatty())  # type: ignore[arg-type]
    sys.stderr.write(text)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "check", _check, "Report what is wrong in lists or RDF files.")
    _add_sources(parser, "Markdown lists, RDF files or globs")
    parser.add_argument("--format", choices=("auto", "text", "json"), default="auto")
    parser.add_argument("--output", action="append", default=[], metavar="FORMAT=FILE")
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"), default="error",
        help="exit 1 on findings of this severity and above (error)",
    )  # fmt: skip
    parser.add_argument("--select", default="", metavar="CODES", help="only these, comma-separated")
    parser.add_argument("--ignore", default="", metavar="CODES", help="all but these")


def _check(options: argparse.Namespace) -> int:
    from .check import chosen, failing, find
    from .text.output import write_file
    from .text.render import render_summary

    outputs = [_output(o) for o in options.output]
    findings = find(_expanded(options.source), options.authorities)
    wanted = chosen(findings.diagnostics, _codes(options.select), _codes(options.ignore))
    form = "text" if options.format == "auto" else options.format
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    sys.stdout.write(findings.render(wanted, form, color))
    for kind, path in outputs:
        write_file(path, [findings.render(wanted, kind, False)])
    print(render_summary(list(wanted)), file=sys.stderr)
    return 1 if failing(wanted, options.fail_on) else 0


def _output(text: str) -> tuple[str, Path]:
    kind, _, path = text.partition("=")
    if kind not in ("text", "json") or not path:
        raise UsageError(f"--output {text}: expected FORMAT=FILE with format text or json")
    return kind, Path(path)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(c.strip() for c in text.split(",") if c.strip())


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "explain", _explain, "Say what a diagnostic means.")
    parser.add_argument("code", help="a code such as RNN201, or a rule's name")


def _explain(options: argparse.Namespace) -> int:
    from .check import all_rules
    from .text.render import render_rule

    wanted = options.code.casefold()
    rule = next((r for r in all_rules() if wanted in (r.code.casefold(), r.name.casefold())), None)
    if rule is None:
        raise UsageError(
            f"{options.code}: no such rule; rules are {', '.join(r.code for r in all_rules())}"
        )
    print(render_rule(rule), end="")
    return 0


def _add_query(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "query", _query, "Ask a canned query, a query file or standard input."
    )
    parser.add_argument("query", nargs="?", help="a canned query's name, FILE.rq, or - for stdin")
    parser.add_argument("--list", action="store_true", help="list the canned queries")
    parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--format", choices=(*_TABLE_FORMATS, *_GRAPH_FORMATS), default="table")
    parser.add_argument("--graph", metavar="FILE|DIR", help="another graph than the packaged one")
    parser.add_argument("--endpoint", metavar="URL", help="ask a SPARQL 1.1 endpoint")
    parser.add_argument("--no-infer", action="store_true", help="ask asserted triples only")


def _query(options: argparse.Namespace) -> int:
    knowledge = _knowledge(options)
    if options.list:
        for name in knowledge.queries:
            print(f"{name}\t{knowledge.queries.file(name).title}")
        return 0
    if not options.query:
        raise UsageError("query: name a canned query, a file or -; --list lists the canned ones")
    answer = _answer(knowledge, options)
    _write_out(_answer_text(answer, options.format))
    return 0


def _knowledge(options: argparse.Namespace) -> Knowledge:
    import awesome_rnn_kg

    if options.endpoint and (options.graph or options.no_infer):
        raise UsageError("--endpoint goes with neither --graph nor --no-infer")
    if options.endpoint:
        return awesome_rnn_kg.connect(options.endpoint)
    return awesome_rnn_kg.load(options.graph, infer=not options.no_infer)


def _answer(knowledge: Knowledge, options: argparse.Namespace) -> object:
    """The answer of a canned query by name, of a query file, or of text on standard input."""
    from .ask.queryfile import is_canned, parse

    values = dict(_parameter(p) for p in options.param)
    name = options.query
    if name != "-" and not name.endswith(".rq"):
        return knowledge.run(name, **values)
    text = sys.stdin.read() if name == "-" else _read_query(Path(name))
    if is_canned(text):
        return knowledge.run(parse(text, name), **values)
    if values:
        raise UsageError("--param: this query declares no parameters")
    return knowledge.query(text)


def _read_query(path: Path) -> str:
    from .text.source import read_source

    return read_source(path).text


def _parameter(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(f"--param {text}: expected NAME=VALUE")
    return name.strip(), None if value.casefold() in ("", "any", "undef") else value


def _answer_text(answer: object, form: str) -> str:
    from .ask.formats import json_boolean, xml_boolean

    if isinstance(answer, bool):
        shown = {"json": json_boolean, "xml": xml_boolean}.get(form)
        return shown(answer) if shown else f"{str(answer).lower()}\n"
    if hasattr(answer, "columns"):
        return _table_text(answer, form)  # type: ignore[arg-type]
    if form in _TABLE_FORMATS and form != "table":
        raise UsageError(
            f"--format {form}: the query gives triples; use {', '.join(_GRAPH_FORMATS)}"
        )
    return _graph_text(answer, form)


def _table_text(table: Table, form: str) -> str:
    from .ask import formats

    if form == "table":
        width = os.get_terminal_size().columns if sys.stdout.isatty() else None
        return formats.text(table, width) + "\n"
    if form in _GRAPH_FORMATS:
        raise UsageError(
            f"--format {form}: the query gives a table; use {', '.join(_TABLE_FORMATS)}"
        )
    writer = {
        "csv": formats.csv,
        "tsv": formats.tsv,
        "json": formats.json,
        "xml": formats.xml,
        "markdown": formats.markdown,
    }[form]
    text = writer(table)
    return text if text.endswith("\n") else text + "\n"


def _graph_text(graph: object, form: str) -> str:
    kind = {"ntriples": "nt", "jsonld": "json-ld"}.get(form, "turtle")
    return str(graph.serialize(format=kind))  # type: ignore[attr-defined]


def _write_out(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "export", _export, "Write a list's graph in one format.")
    _add_sources(parser)
    parser.add_argument("--format", choices=_EXPORTS, required=True)
    parser.add_argument("--part", choices=_PARTS, default="data")
    parser.add_argument("-o", "--output", metavar="FILE", help="file (standard output)")


def _export(options: argparse.Namespace) -> int:
    from .share.exports import export
    from .text.output import write_file

    build = _compiled(options) if options.part in ("data", "void") else None
    chunks = export(build, options.format, options.part)
    if options.output:
        write_file(Path(options.output), chunks)
    else:
        sys.stdout.writelines(chunks)
        sys.stdout.flush()
    return 0


def _add_stats(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "stats", _stats, "Count what lists hold; the account must balance.")
    _add_sources(parser)


def _stats(options: argparse.Namespace) -> int:
    from .share.statistics import statistics

    _write_out(statistics(_compiled(options)))
    return 0
