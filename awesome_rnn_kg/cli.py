"""The command line: reads arguments, asks the library, prints.

Exit codes: 0 done; 1 findings, or query text that an engine rejects; 2 wrong usage, unreadable
input, unwritable output. Standard output carries the result; all else goes to standard error.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from .arguments import DATA_FORMATS, UsageError, check_fix, parse
from .text.output import OutputError
from .text.source import InputError
from .text.terminal import prepare, put, style, tell

if TYPE_CHECKING:
    from .ask.knowledge import Knowledge
    from .check import Checked
    from .graph.build import Build
    from .repair import Repaired
    from .share.graphs import Graph
    from .text.report import Report

_STDIN_LIMIT = 1_000_000  # bytes; no engine takes as much


def run() -> NoReturn:
    """The command: `main`, without taking apart what it built, which would take a tenth longer."""
    os._exit(main())  # `put` and `tell` have flushed what was said


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    prepare()
    gc.set_threshold(1_000_000)  # few cycles arise, and looking for them takes a tenth longer
    try:
        options = parse(arguments, COMMANDS)
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
    """What an error says, on one line; the place in a query text stands below."""
    from .ask.errors import QueryTextError

    text = str(error)
    if isinstance(error, QueryTextError):
        return text
    if isinstance(error, OSError) and error.strerror:
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(text.split())


# --- build


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
    from .check import reported
    from .text.report import Report

    sources = {d.source.path: d.source for d in build.catalogue.documents}
    return reported(Report(build.diagnostics, sources))


def _complain(report: Report) -> None:
    from .text.render.text import text

    tell(text(report, style(sys.stderr)))


# --- check and explain


def _check(options: argparse.Namespace) -> int:
    from .graph.beside import shapes_beside

    with shapes_beside(options.engine):
        return _checked(options)


def _checked(options: argparse.Namespace) -> int:
    from .check import find, judge
    from .text.output import write_file
    from .text.render.text import count_line
    from .text.renderers import RENDERERS

    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    paths = _expanded(options.source)
    if options.fix or options.diff:
        checked = _fixed(paths, options)
    else:
        checked = find(paths, options.authorities, _given(options), options.engine)
    verdict = judge(checked, root)
    for said in verdict.said:
        tell(f"{said}\n")
    for kind, path in options.output:
        write_file(path, [RENDERERS[kind](verdict.report)])
    if not options.diff:
        _print_report(verdict.report, options.format)
    found = verdict.report.diagnostics
    repairs = 0 if options.fix else sum(bool(d.edits) for d in found)
    tell(f"{count_line(found)}{f'; with a repair (--fix): {repairs}' if repairs else ''}\n")
    return 1 if verdict.fails else 0


def _given(options: argparse.Namespace) -> dict[str, object]:
    """What the command line says in place of configuration files."""
    keys = ("select", "ignore", "fail_on", "baseline")
    return {k: getattr(options, k) for k in keys if getattr(options, k) is not None}


def _fixed(paths: list[str], options: argparse.Namespace) -> tuple[Checked, ...]:
    """Mend lists, or with --diff show how, and say so; what is left to be reported of them."""
    from .check import configured
    from .repair import repair, repair_lines
    from .text.output import write_file

    check_fix(paths, options)
    lists = {path: configured(path, _given(options)) for path in paths}
    done = repair(lists, options.authorities, dry=options.diff)
    for one in (d for d in done if d.mended.text != d.old):
        _put_diff(one) if options.diff else write_file(Path(one.path), [one.mended.text])
    tell(repair_lines(done, options.diff))
    return tuple(d.checked for d in done)


def _put_diff(repaired: Repaired) -> None:
    from .text.diffs import unified_diff
    from .text.render.text import colored_diff

    lines, look = unified_diff(repaired.old, repaired.mended.text, repaired.path), style(sys.stdout)
    put(colored_diff(lines, look) if look.width else lines)


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


def _explain(options: argparse.Namespace) -> int:
    from .check import all_rules
    from .text.render.text import explanation

    wanted = options.code.casefold()
    rules = [r for r in all_rules() if wanted in (r.code.casefold(), r.name.casefold())]
    if not rules:
        codes = ", ".join(r.code for r in all_rules())
        raise UsageError(f"{options.code}: no such rule; rules are {codes}")
    put(["\n".join(map(explanation, rules))])  # a name may be that of several
    return 0


# --- query


def _query(options: argparse.Namespace) -> int:
    from .share.answers import answer_text

    knowledge = _knowledge(options)
    if options.list and (options.query or options.param):
        raise UsageError("query --list: takes no query and no --param")
    if options.list:
        put(f"{name}\t{knowledge.queries.file(name).title}\n" for name in knowledge.queries)
        return 0
    if not options.query:
        raise UsageError("query: name a canned query, a file or -; --list lists the canned ones")
    answer = _answer(knowledge, options)
    put([answer_text(answer, options.format, style(sys.stdout).width or None)])
    if why := getattr(answer, "why_empty", ""):
        tell(f"no rows: {why}\n")
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
        return knowledge.run(options.query, explain=options.explain, **values)
    text, name = _query_text(options.query)
    if is_canned(text):
        return knowledge.run(parse(text, name), explain=options.explain, **values)
    if values:
        raise UsageError("--param: this query declares no parameters")
    return knowledge.query(text, explain=options.explain)


def _query_text(name: str) -> tuple[str, str]:
    """The text of a query, and the name of its file."""
    from .text.source import read_source, source_from_bytes

    if name != "-":
        return read_source(name).text, name
    if sys.stdin is None:
        raise InputError("standard input: is closed")
    return source_from_bytes(sys.stdin.buffer.read(_STDIN_LIMIT), "stdin").text, "stdin"


# --- export and stats


def _export(options: argparse.Namespace) -> int:
    from .share.exports import export_tables
    from .text.output import write_file, write_files

    if options.part != "data" and options.format in DATA_FORMATS:
        raise UsageError(f"--format {options.format}: is for --part data only")
    if options.format == "csv":
        if not options.output:
            raise UsageError("--format csv: writes several files; name a folder with -o")
        write_files(Path(options.output), export_tables(_exportable(options)))
    elif options.output:
        write_file(Path(options.output), _exported(options))
    else:
        put(_exported(options))
    return 0


def _exported(options: argparse.Namespace) -> Iterable[str]:
    from .share.exports import export, export_description, export_packaged

    if options.part == "data":
        return export(_exportable(options), options.format)
    if options.part == "void":
        return export_description(_exportable(options), options.format)
    return export_packaged(options.part, options.format)


def _exportable(options: argparse.Namespace) -> Graph:
    """The lists that are named, compiled; else the packaged graph, which is at hand."""
    from .share.graphs import Packaged

    return _compiled(options) if options.source or options.authorities else Packaged()


def _stats(options: argparse.Namespace) -> int:
    from .share.statistics import statistics

    put([statistics(_compiled(options), options.gaps)])
    return 0


# --- why, diff and push


def _why(options: argparse.Namespace) -> int:
    import awesome_rnn_kg

    graph = awesome_rnn_kg.load(options.graph, infer=not options.no_infer)
    found = graph.why(options.subject, options.predicate, options.object)
    put([found.json() if options.format == "json" else found.text(style(sys.stdout).width)])
    return 0


def _diff(options: argparse.Namespace) -> int:
    from .comparison import compare
    from .share import difference_text

    difference = compare(options.old, options.new)
    if options.format == "text":
        put([difference_text.text(difference, style(sys.stdout))])
    elif options.format == "markdown":
        put([difference_text.markdown(difference)])
    else:
        put([difference_text.as_json(difference)])
    return 0


def _push(options: argparse.Namespace) -> int:
    from . import resources
    from .ask.login import login_of
    from .ask.push import Server, push
    from .ask.sources import graph_space, packaged_parts, read_parts
    from .graph.prefixes import PREFIXES

    read = read_parts if options.graph else packaged_parts
    place = Path(options.graph) if options.graph else resources.path("compiled")
    parts = read(place, not options.no_infer)
    space = graph_space(place) if options.graph else PREFIXES["graph"]
    login = login_of(options.user)
    server = Server(options.endpoint, options.query_endpoint, options.timeout, login)
    pushed = push(parts, server, space)
    put(f"{count:8}  {graph}\n" for graph, count in pushed.items())
    if not server.answers():
        tell(
            f"{server.query}: queries that name no graph find nothing there; make its default graph"
            " the union of the named ones (oxigraph serve --union-default-graph)\n"
        )
    return 0


COMMANDS = {
    "build": _build,
    "check": _check,
    "explain": _explain,
    "query": _query,
    "export": _export,
    "stats": _stats,
    "why": _why,
    "diff": _diff,
    "push": _push,
}
