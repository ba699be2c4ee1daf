"""The command line: exit codes, what goes where, and that nothing ends in a traceback."""

import contextlib
import fcntl
import json
import os
import pty
import resource
import signal
import struct
import subprocess
import sys
import termios
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from awesome_rnn_kg import check, cli, compiler, resources
from awesome_rnn_kg.arguments import parse
from awesome_rnn_kg.cli import main
from awesome_rnn_kg.graph import owlrl_reasoner
from awesome_rnn_kg.read.checks import CHECK_RULES
from awesome_rnn_kg.read.rules import READ_RULES
from awesome_rnn_kg.resolve.checks import RESOLVE_RULES

GOOD = """\
# A list

## Papers

* Ann Lee and Bo Chen, *A Title*, arXiv:1511.02301 [[Paper](https://arxiv.org/abs/1511.02301)]
"""
WRONG = "* Eve Fox, *Another*, arXiv:1611.0230 [[Paper](https://arxiv.org/abs/1611.02301)]\n"
BAD = GOOD + WRONG
COMMAND = Path(sys.executable).with_name("awesome-rnn-kg")
EXPORTS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with two lists, off GitHub and off terminals."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "bad.md").write_text(BAD)
    return tmp_path


@pytest.fixture(scope="session")
def knowhow() -> Callable[..., object]:
    """What compiling starts from, read once for all tests of this file."""
    return cache(compiler.load_knowhow)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch, knowhow: Callable[..., object]) -> None:
    monkeypatch.setattr(compiler, "load_knowhow", knowhow)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(capsys)


class Run:
    """Runs a command in this process; keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: str | Path) -> int:
        code = main([str(word) for word in words])
        self.out, self.err = self._capsys.readouterr()
        return code

    def refused(self, *words: str | Path, code: int = 2) -> str:
        """Run what must fail: one line on standard error, nothing on standard output."""
        assert self(*words) == code, self.err
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert self.err.startswith("awesome-rnn-kg: ")
        return self.err


def process(*words: str, **how: object) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own."""
    command = [str(COMMAND), *words]
    options: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    done = subprocess.run(command, text=True, check=False, timeout=60, **options)  # type: ignore[call-overload]
    assert "Traceback" not in (done.stderr or "")
    assert "Exception ignored" not in (done.stderr or "")
    return done  # type: ignore[no-any-return]


# --- wrong usage


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "required: COMMAND"),
        (["nothing"], "invalid choice: 'nothing'"),
        (["check", "--nothing"], "unrecognized arguments: --nothing"),
        (["check", "--form", "json"], "unrecognized arguments"),
        (["check", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["check", "--output", "pdf=x"], "'pdf=x' is not FORMAT=FILE"),
        (["check", "--output", "json"], "'json' is not FORMAT=FILE"),
        (["check", "no*.md"], "no*.md: matches no file"),
        (["query", "--list", "coauthors"], "--list: takes no query"),
        (["explain"], "required: CODE"),
        (["explain", "RNN999"], "RNN999: no such rule; rules are RNN101"),
        (["query"], "--list lists the canned ones"),
        (["query", "nothing"], "there is no query 'nothing'; the queries are"),
        (["query", "coauthors", "extra"], "unrecognized arguments: extra"),
        (["query", "coauthors", "--param", "x"], "'x' is not NAME=VALUE"),
        (["query", "coauthors", "--param", "x=1"], "no parameter 'x'; it has"),
        (["query", "captioning_papers", "--param", "institution=zz"], "is no arnn:Institution"),
        (["query", "captioning_papers", "--param", "institution=<a b>"], "not an absolute IRI"),
        (["query", "captioning_papers", "--param", "institution=http://a b/"], "institution"),
        (["query", "captioning_papers", "--format", "turtle"], "the answer is a table"),
        (["query", "nothing.rq"], "nothing.rq: no such file"),
        (["query", "coauthors", "--graph", "nothing"], "nothing: cannot be read: No such file"),
        (["query", "coauthors", "--graph", "good.md"], "good.md: is a list; compile it first"),
        (["query", "coauthors", "--endpoint", "x"], "expected an endpoint of http"),
        (["query", "coauthors", "--endpoint", "http://x", "--graph", "y"], "--endpoint goes with"),
        (["build", "--base", "http://a b/"], "--base: 'http://a b/' is not an absolute IRI"),
        (["build", "--base", "a/"], "--base: 'a/' is not an absolute IRI"),
        (["build", "--base", ""], "--base: '' is not an absolute IRI"),
        (["build", "--base", "http://example.org/x"], "must end in / or #"),
        (["export"], "required: --format"),
        (["export", "--format", "turtle", "--part", "nothing"], "invalid choice: 'nothing'"),
    ],
)
def test_wrong_usage_is_told_in_one_line(run: Run, words: list[str], said: str) -> None:
    assert said in run.refused(*words)


@pytest.mark.parametrize("command", ["build", "check", "explain", "query", "export", "stats"])
def test_every_command_has_help(command: str) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0


def test_help_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert "build" in shown
    assert "serve" not in shown.split()


def test_the_package_runs_as_the_command() -> None:
    words = [sys.executable, "-m", "awesome_rnn_kg", "query", "no_such_query"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("awesome-rnn-kg: there is no query 'no_such_query'")
    assert done.stdout == ""


# --- unreadable input


@pytest.mark.parametrize("command", [["check"], ["build"], ["stats"], ["export", "--format=trig"]])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("folder", None),
        ("binary.md", b"# a\n\0\1"),
        ("utf16.md", GOOD.encode("utf-16")),
        ("latin1.md", "# L\n* \xfc\n".encode("latin-1")),
        ("empty.md", b""),
        ("blank.md", b" \n\t\n"),
        ("missing.md", None),
    ],
)
def test_what_is_no_list_is_told(
    run: Run, folder: Path, command: list[str], name: str, data: bytes | None
) -> None:
    (folder / "folder").mkdir()
    if data is not None:
        (folder / name).write_bytes(data)
    assert name in run.refused(*command, name)
    assert {p.name for p in folder.iterdir()} <= {"folder", name, "good.md", "bad.md"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("broken.ttl", b"@prefix : <x> .\n:a :b .\n"),
        ("latin1.ttl", '<http://a/a> <http://a/b> "\xfc" .\n'.encode("latin-1")),
        ("blank.ttl", b"<http://a/a> <http://a/b> [] .\n"),
        ("binary.ttl", b"\0\1\2"),
        ("missing.ttl", None),
        ("folder", None),
    ],
)
def test_what_is_no_authority_file_is_told(
    run: Run, folder: Path, name: str, data: bytes | None
) -> None:
    (folder / "folder").mkdir()
    if data is not None:
        (folder / name).write_bytes(data)
    assert name in run.refused("check", "good.md", "--authorities", name)
    (folder / "awesome-rnn-kg.toml").write_text(f'authorities = ["{name}"]\n')
    assert name in run.refused("check", "good.md")


def test_a_list_may_stand_behind_authority_files(run: Run, folder: Path) -> None:
    data = str(resources.path("data/people.ttl"))
    asked = parse(["check", "--authorities", data, "good.md", "--fail-on", "never"], cli.COMMANDS)
    assert (asked.source, asked.authorities) == (["good.md"], [data])
    (folder / "broken.ttl").write_text("no triple")
    assert "broken.ttl:1" in run.refused("check", "--authorities", "broken.ttl", "good.md")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("slug = ", "is not TOML"),
        ("slug = 1", "slug must be a string"),
        ("lists = [1]", "lists must be a list of strings"),
        ('lists = "good.md"', "lists must be a list of strings"),
        ('slug = "A b"', "slug 'A b' must be lower-case words"),
        ('home = "http://a b/"', "home: 'http://a b/' is not an absolute IRI"),
        ('home = "http://example.org"', "must end in / or #"),
        ('other = "x"', "unknown key 'other'; known are lists, slug"),
        ('slug = "\xff"', "is not UTF-8"),
    ],
)
def test_an_ill_formed_configuration_is_told(run: Run, folder: Path, text: str, said: str) -> None:
    (folder / "awesome-rnn-kg.toml").write_bytes(text.encode("latin-1"))
    told = run.refused("check", "good.md")
    assert "awesome-rnn-kg.toml" in told
    assert said in told


@pytest.mark.parametrize(
    "name", ["broken.ttl", "broken.nt", "broken.nq", "broken.rdf", "broken.jsonld"]
)
def test_a_broken_graph_is_told(run: Run, folder: Path, name: str) -> None:
    (folder / name).write_text("<http://a/a> <http://a/b> {\n")
    told = run.refused("query", "coauthors", "--graph", name)
    assert name in told
    assert name in run.refused("check", name)


def test_a_folder_without_a_graph_is_told(run: Run, folder: Path) -> None:
    assert "kg.nq" in run.refused("query", "coauthors", "--graph", str(folder))


def test_a_reader_of_marks_and_line_ends(run: Run, folder: Path) -> None:
    (folder / "bom.md").write_bytes(b"\xef\xbb\xbf" + BAD.encode())
    (folder / "crlf.md").write_bytes(BAD.replace("\n", "\r\n").encode())
    reports = []
    for name in ("bad.md", "bom.md", "crlf.md"):
        assert run("check", name, "--format", "json") == 1
        reports.append(run.out.replace(name, "x.md"))
    assert reports[0] == reports[1] == reports[2] != "[]\n"


def test_a_line_of_ten_megabytes(folder: Path) -> None:
    (folder / "long.md").write_text(f"# L\n\n* {'ä *b* ' * 1_700_000}[c](http://x.org)")
    done = process("check", "long.md")
    assert done.returncode == 1
    assert "RNN101" in done.stdout
    assert len(done.stdout) < 20_000


# --- unwritable output


@pytest.mark.parametrize(
    "words",
    [
        ["build", "good.md", "-o", "good.md"],
        ["build", "good.md", "-o", "good.md/x"],
        ["build", "good.md", "-o", "/proc/x"],
        ["export", "good.md", "--format", "turtle", "-o", "folder"],
        ["export", "good.md", "--format", "turtle", "-o", "/proc/version"],
        ["export", "good.md", "--format", "turtle", "-o", "/dev/full"],
        ["check", "good.md", "--output", "json=/dev/full"],
        ["check", "good.md", "--output", "sarif=good.md/x"],
        ["check", "good.md", "--baseline", "good.md/x"],
    ],
)
def test_what_cannot_be_written_is_told(run: Run, folder: Path, words: list[str]) -> None:
    (folder / "folder").mkdir()
    assert "cannot be written" in run.refused(*words)
    assert (folder / "good.md").read_text() == GOOD
    assert sorted(p.name for p in folder.rglob("*")) == ["bad.md", "folder", "good.md"]


def test_a_full_disk_leaves_the_old_build(run: Run, folder: Path) -> None:
    assert run("build", "good.md") == 0
    before = {p.name: p.read_bytes() for p in (folder / "build").iterdir()}
    (folder / "good.md").write_text(BAD)
    done = process(
        "build", "good.md",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "cannot be written: File too large" in done.stderr
    assert {p.name: p.read_bytes() for p in (folder / "build").iterdir()} == before


@pytest.mark.parametrize(
    "words", [["query", "--list"], ["check", "bad.md"], ["--version"], ["explain", "RNN201"]]
)
def test_a_full_standard_output_is_told(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = process(*words, stdout=full)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("cannot be written: No space left on device")


def test_a_reader_who_goes_away_changes_nothing() -> None:
    for words, code in ((["query", "--list"], 0), (["check", "bad.md"], 1), (["--help"], 0)):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            done = process(*words, stdout=pipe)
        assert done.returncode == code
        assert "Broken" not in done.stderr


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-"])
def test_closed_streams(redirection: str) -> None:
    shell = f'"{COMMAND}" query - {redirection}'
    done = subprocess.run(
        ["sh", "-c", shell], input="ASK { }", capture_output=True, text=True, check=False
    )
    assert done.returncode == (0 if redirection == "2>&-" else 2)
    assert done.stdout == ("true\n" if redirection == "2>&-" else "")
    assert done.stderr.count("\n") == (0 if redirection == "2>&-" else 1)


def test_interrupted_work_leaves_nothing(folder: Path) -> None:
    os.mkfifo(folder / "slow.md")
    command = [COMMAND, "build", "slow.md"]
    piped = partial(subprocess.Popen, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with piped(command) as started, (folder / "slow.md").open("w"):
        started.send_signal(signal.SIGINT)  # it has opened the list, and waits for text
        out, err = started.communicate(timeout=30)
    assert started.returncode == 130
    assert not out + err
    assert not (folder / "build").exists()


def on_terminal(words: list[str], columns: int, **environment: str) -> str:
    """What a command shows on a terminal of so many columns."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [COMMAND, *words], stdout=its, stderr=its, env=os.environ | environment
    ) as started:
        os.close(its)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while data := os.read(ours, 65536):
                shown += data
    os.close(ours)
    assert started.returncode in {0, 1}
    return shown.decode()


def test_colour_and_width_are_for_terminals() -> None:
    shown = on_terminal(["check", "bad.md"], 60)
    assert "\x1b[1;31merror[RNN201]\x1b[0m" in shown
    assert "…" in shown
    assert "\x1b" not in on_terminal(["check", "bad.md"], 60, NO_COLOR="1")
    table = on_terminal(["query", "captioning_papers"], 70).splitlines()
    assert max(map(len, table)) <= 70
    assert len(table) > 3


# --- build


def test_build_writes_all_files_and_says_what(run: Run, folder: Path) -> None:
    assert run("build", "good.md", "-o", "out", "--base", "https://example.org/l/") == 0
    assert sorted(p.name for p in (folder / "out").iterdir()) == [
        "kg.inferred.ttl", "kg.jsonld", "kg.nq", "kg.ttl", "origins.tsv", "report.json", "void.ttl",
    ]  # fmt: skip
    assert "     1  Paper\n" in run.out
    assert run.out.endswith("0 errors, 0 warnings, 0 infos; written to out\n")
    assert run.err == ""
    assert "https://example.org/l/" in (folder / "out" / "kg.nq").read_text("utf-8")
    assert str(folder) not in "".join(p.read_text("utf-8") for p in (folder / "out").iterdir())


def test_build_writes_the_graph_whatever_the_findings(run: Run, folder: Path) -> None:
    assert run("build", "bad.md") == 1
    assert "error[RNN201]" in run.err
    assert "RNN201" not in run.out
    report = json.loads((folder / "build" / "report.json").read_text("utf-8"))
    assert [d["code"] for d in report["diagnostics"]] == ["RNN201"]
    assert (folder / "build" / "kg.ttl").stat().st_size > 1000


def test_build_without_inference(run: Run, folder: Path) -> None:
    assert run("build", "good.md", "--no-infer", "--no-check") == 0
    assert "     0  inferred triples\n" in run.out
    assert "graph/inferred" not in (folder / "build" / "kg.nq").read_text("utf-8")


def test_the_reasoner_can_be_chosen(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ("<http://a/a>", "<http://a/by>", "<http://a/owlrl>")
    monkeypatch.setattr(owlrl_reasoner, "infer_with_owlrl", lambda *_: [said])
    assert run("build", "good.md", "--no-check", "--reasoner", "owlrl") == 0
    assert "http://a/owlrl" in (folder / "build" / "kg.inferred.ttl").read_text("utf-8")


def test_lists_may_stand_between_options(run: Run, folder: Path) -> None:
    (folder / "more.md").write_text(GOOD.replace("A list", "B list"))
    assert run("build", "good.md", "--no-check", "-o", "out", "more.md") == 0
    assert "     2  List\n" in run.out
    assert run("build", "--no-check", "-o", "out", "[gm]o*.md") == 0
    assert "     2  List\n" in run.out


# --- check


def test_check_is_silent_about_a_good_list(run: Run) -> None:
    assert run("check", "good.md") == 0
    assert (run.out, run.err) == ("", "0 errors, 0 warnings, 0 infos\n")


def test_check_prints_findings_alone(run: Run) -> None:
    assert run("check", "bad.md") == 1
    assert run.out.startswith("bad.md:6:29: error[RNN201] arXiv id")
    assert run.err == "1 error, 0 warnings, 0 infos; with a repair (--fix): 1\n"
    assert "\x1b" not in run.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "info"], 1),
        (["--ignore", "RNN201"], 0),
        (["--ignore", "rnn2"], 0),
        (["--ignore", "RNN1,malformed-arxiv-id"], 0),
        (["--select", "RNN202,RNN3"], 0),
        (["--select", "malformed-arxiv-id"], 1),
    ],
)
def test_what_fails_can_be_chosen(run: Run, options: list[str], code: int) -> None:
    assert run("check", "bad.md", *options) == code


def test_an_unknown_code_is_told(run: Run) -> None:
    assert "RNN9: no such rule" in run.refused("check", "bad.md", "--select", "RNN9")


def test_check_writes_several_reports(run: Run, folder: Path) -> None:
    forms = ("text", "github", "sarif", "junit", "json")
    outputs = [word for form in forms for word in ("--output", f"{form}=r/{form}")]
    assert run("check", "bad.md", "good.md", "--format", "json", *outputs) == 1
    assert json.loads(run.out)[0]["code"] == "RNN201"
    reports = {form: (folder / "r" / form).read_text("utf-8") for form in forms}
    assert reports["json"] == run.out
    assert reports["text"].startswith("bad.md:6:29: error[RNN201]")
    assert reports["github"].startswith("::error file=bad.md,line=6,")
    assert json.loads(reports["sarif"])["runs"][0]["results"][0]["ruleId"] == "RNN201"
    assert len(ET.fromstring(reports["junit"])) == 2  # noqa: S314


def test_github_is_the_format_on_github(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "summary").write_text("before\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    assert run("check", folder / "bad.md") == 1
    assert run.out.startswith("::error file=bad.md,line=6,endLine=6,col=29,")
    summary = (folder / "summary").read_text("utf-8")
    assert summary.startswith("before\n## awesome-rnn-kg check")
    assert "RNN201 malformed-arxiv-id" in summary
    assert run("check", "bad.md", "--format", "text") == 1
    assert run.out.startswith("bad.md:6:29: error[RNN201]")


def test_a_baseline_is_written_then_kept_to(run: Run, folder: Path) -> None:
    command = ("check", "bad.md", "--baseline", "known.tsv")
    assert run(*command) == 0
    assert run.err.startswith("known.tsv: written; findings: 1\n")
    known = (folder / "known.tsv").read_text("utf-8")
    assert run(*command) == 0
    assert run.out == ""
    (folder / "bad.md").write_text("\n" + BAD + WRONG.replace("1611.0230", "1612.999", 1))
    assert run(*command) == 1
    assert run.out.startswith("bad.md:8:")
    assert run.out.count("error[") == 1
    (folder / "bad.md").write_text(GOOD)
    assert run(*command) == 0
    assert "known.tsv: findings: 1, gone: 1; delete the file" in run.err
    assert (folder / "known.tsv").read_text("utf-8") == known


def test_a_comment_ignores_a_finding(run: Run, folder: Path) -> None:
    comment = "<!-- rnn-ignore RNN201 -->"
    lines = BAD.splitlines()
    (folder / "same.md").write_text("\n".join([*lines[:-1], f"{lines[-1]} {comment}", ""]))
    (folder / "above.md").write_text("\n".join([*lines[:-1], comment, lines[-1], ""]))
    assert run("check", "same.md", "above.md") == 0
    assert run.out == ""
    assert run("build", "same.md", "--no-check") == 0


def test_check_reads_rdf(run: Run, folder: Path) -> None:
    assert run("build", "good.md", "-o", "out") == 0
    for name in ("kg.ttl", "kg.nq", "kg.jsonld"):
        assert run("check", f"out/{name}") == 0, run.out
    text = (folder / "out" / "kg.ttl").read_text("utf-8")
    lines = [line for line in text.splitlines() if "dcterms:title" not in line]
    (folder / "broken.ttl").write_text("\n".join(lines) + "\n", "utf-8")
    assert run("check", "broken.ttl") == 1
    line = 1 + next(n for n, row in enumerate(lines) if row.startswith("paper:"))
    assert f"broken.ttl:{line}:1: error[RNN3" in run.out


# --- explain


def test_every_rule_is_explained(run: Run) -> None:
    for rule in check.all_rules():
        assert run("explain", rule.name if rule.code.endswith("1") else rule.code.lower()) == 0
        assert run.out.startswith(f"{rule.severity}[{rule.code}] {rule.name}\n\n")
        assert len(rule.explanation) > 40
        assert ("\nBad:\n" in run.out) == bool(rule.bad)


MARKDOWN_RULES = {rule.code: rule for rule in (*READ_RULES, *CHECK_RULES, *RESOLVE_RULES)}


@pytest.mark.parametrize("code", MARKDOWN_RULES)
def test_the_examples_of_a_rule_are_true(run: Run, folder: Path, code: str) -> None:
    rule = MARKDOWN_RULES[code]
    (folder / "bad.md").write_text(f"# A list\n\n{rule.bad}")
    (folder / "good.md").write_text(f"# A list\n\n{rule.good}")
    select = ["--select", code] if rule.off else []
    run("check", "bad.md", "--format", "json", *select)
    assert {d["code"] for d in json.loads(run.out)} == {code}
    run("check", "good.md", "--format", "json", *select)
    assert code not in {d["code"] for d in json.loads(run.out)}


# --- query


def test_the_list_of_queries(run: Run) -> None:
    assert run("query", "--list") == 0
    assert "captioning_papers\tCaptioning papers from an institution\n" in run.out
    assert all(line.count("\t") == 1 for line in run.out.splitlines())


def test_a_thing_is_named_by_label_curie_or_iri(run: Run) -> None:
    answers = set()
    for name in (
        "Univ. Toronto", "univ. TORONTO", "institution:university-of-toronto",
        "https://w3id.org/awesome-rnn-kg/institution/university-of-toronto",
        "<https://w3id.org/awesome-rnn-kg/institution/university-of-toronto>",
    ):  # fmt: skip
        assert run("query", "captioning_papers", "--param", f"institution={name}") == 0, run.err
        answers.add(run.out)
    assert len(answers) == 1
    assert "paper:show-attend-and-tell " in answers.pop()


def test_answers_in_all_formats(run: Run) -> None:
    shown = {}
    for form in ("table", "csv", "tsv", "json", "xml", "markdown"):
        assert run("query", "captioning_papers", "--format", form) == 0
        assert run.err == ""
        assert run.out.endswith("\n")
        assert "Show, Attend and Tell" in run.out
        shown[form] = run.out
    rows = len(shown["csv"].splitlines()) - 1
    assert len(json.loads(shown["json"])["results"]["bindings"]) == rows
    assert len(shown["tsv"].splitlines()) == rows + 1
    assert len(shown["markdown"].splitlines()) == len(shown["table"].splitlines()) == rows + 2
    namespace = "{http://www.w3.org/2005/sparql-results#}"
    assert len(list(ET.fromstring(shown["xml"]).iter(f"{namespace}result"))) == rows  # noqa: S314


@pytest.mark.parametrize("form", ["turtle", "bibtex"])
def test_yes_or_no_is_no_graph_and_no_bibliography(folder: Path, run: Run, form: str) -> None:
    (folder / "any.rq").write_text("ASK { ?p a arnn:Survey }")
    assert "the answer is yes or no" in run.refused("query", "any.rq", "--format", form)


def test_a_query_may_be_named_with_hyphens(run: Run) -> None:
    assert run("query", "theses-and-books", "--format", "csv") == 0


CONSTRUCT = "CONSTRUCT { ?p a arnn:Survey } WHERE { ?p a arnn:Survey }"


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld"])
def test_triples_in_all_formats(folder: Path, run: Run, form: str) -> None:
    (folder / "surveys.rq").write_text(CONSTRUCT)
    assert run("query", "surveys.rq", "--format", form) == 0
    assert "Survey" in run.out
    assert "the answer is triples" in run.refused("query", "surveys.rq", "--format", "csv")


def test_a_query_on_standard_input() -> None:
    done = process("query", "-", "--format", "json", input="ASK { ?p a arnn:Survey }")
    assert (done.returncode, json.loads(done.stdout)["boolean"]) == (0, True)
    for text, said in (("SELECT ?x WHERE {", ""), ("", "empty query"), ("DROP ALL", "DROP")):
        done = process("query", "-", input=text)
        assert (done.returncode, done.stdout) == (1, "")
        assert "Traceback" not in done.stderr
        assert said in done.stderr


def test_the_place_of_a_mistake_in_a_query_is_shown() -> None:
    done = process("query", "-", input="SELECT ?x WHERE {\n  ?x arnn:yaer 2015 }\n")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "awesome-rnn-kg: 2:6: the ontology declares no arnn:yaer; did you mean arnn:year?",
        "    ?x arnn:yaer 2015 }",
        "       ^",
    ]


def test_why_an_answer_is_empty_is_told_when_asked() -> None:
    text = "SELECT ?x WHERE {\n  ?x a arnn:Paper .\n  ?x arnn:year 1066 }"
    for words, said in ((), ""), (("--explain",), "no rows: line 3: ?x arnn:year 1066 matches"):
        done = process("query", "-", "--format", "csv", *words, input=text)
        assert (done.returncode, done.stdout) == (0, "x\n")
        assert done.stderr.startswith(said)
        assert bool(done.stderr) == bool(said)


def test_the_works_of_an_answer_as_bibtex(run: Run) -> None:
    montreal = ("--param", "institution=Univ. Montreal")
    assert run("query", "captioning_papers", *montreal, "--format", "bibtex") == 0
    assert "@inproceedings{xu2015show," in run.out
    assert "no work to cite" in run.refused("query", "institutions", "--format", "bibtex")


def test_standard_input_that_is_no_text() -> None:
    command = [str(COMMAND), "query", "-"]
    done = subprocess.run(command, input=b"ASK { \xff }", capture_output=True, check=False)
    assert done.returncode == 2
    assert b"is not UTF-8" in done.stderr


def test_a_query_file_of_ones_own(run: Run, folder: Path) -> None:
    text = (resources.path("queries") / "captioning_papers.rq").read_text("utf-8")
    (folder / "mine.rq").write_text(text, "utf-8")
    assert run("query", "mine.rq", "--param", "institution=Univ. Toronto") == 0
    mine = run.out
    assert run("query", "captioning_papers", "--param", "institution=Univ. Toronto") == 0
    assert mine == run.out
    (folder / "plain.rq").write_text("SELECT ?p WHERE { ?p a arnn:Survey } ORDER BY ?p LIMIT 1")
    assert run("query", "plain.rq") == 0
    assert "declares no parameters" in run.refused("query", "plain.rq", "--param", "a=b")
    (folder / "broken.rq").write_text(text.replace("title =", "titel =", 1))
    assert "broken.rq:2: error[RNN401]" in run.refused("query", "broken.rq")


def test_a_graph_of_ones_own(run: Run) -> None:
    assert run("build", "good.md") == 0
    everything = "papers_of_author", "--param", "author=Ann Lee", "--format", "csv"
    assert run("query", *everything, "--graph", "build") == 0, run.err
    assert run.out.count("A Title") == 1
    assert run("query", *everything, "--graph", "build/kg.ttl") == 0
    assert "'Ann Lee'" in run.refused("query", *everything)


def test_what_is_inferred_can_be_left_out(run: Run) -> None:
    above = ("query", "captioning_papers", "--format", "csv")
    assert run(*above) == 0
    with_inference = run.out
    assert run(*above, "--no-infer") == 0
    assert set(run.out.splitlines()) <= set(with_inference.splitlines())


class Page(BaseHTTPRequestHandler):
    """A server that knows nothing of SPARQL."""

    def do_GET(self) -> None:
        self.send_response(404 if "missing" in self.path else 200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html><body>Welcome</body></html>")

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def website() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/sparql", "/missing"])
def test_an_endpoint_that_is_none_is_told(run: Run, website: str, path: str) -> None:
    assert website in run.refused("query", "papers_of_author", "--endpoint", website + path)


def test_an_endpoint_that_is_down_is_told(run: Run) -> None:
    url = "http://127.0.0.1:9/sparql"
    assert f"{url} cannot be reached" in run.refused("query", "coauthors", "--endpoint", url)


# --- export and stats


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("part", ["data", "ontology", "shapes", "queries", "void"])
def test_every_part_in_every_format(run: Run, folder: Path, form: str, part: str) -> None:
    assert run("export", "good.md", "--format", form, "--part", part) == 0
    printed = run.out
    assert len(printed) > 100
    assert run("export", "good.md", "--format", form, "--part", part, "-o", "out") == 0
    assert (folder / "out").read_text("utf-8") == printed
    assert run.out == ""


@pytest.mark.parametrize("form", ["bibtex", "csljson", "graphml", "markdown"])
def test_the_data_for_other_tools(run: Run, form: str) -> None:
    assert run("export", "good.md", "--format", form) == 0
    assert "1511.02301" in run.out
    assert "is for --part data only" in run.refused("export", "--format", form, "--part", "void")


def test_tables_go_into_a_folder(run: Run, folder: Path) -> None:
    assert run("export", "good.md", "--format", "csv", "-o", "tables") == 0
    assert run.out == ""
    assert "data-dictionary.csv" in {path.name for path in (folder / "tables").iterdir()}
    assert "name a folder with -o" in run.refused("export", "good.md", "--format", "csv")


def test_stats_balance(run: Run) -> None:
    assert run("stats", "good.md") == 0
    assert "      1  Paper\n" in run.out
    assert "arnn:arxivId" not in run.out


def test_stats_tell_the_gaps_of_any_list(run: Run) -> None:
    assert run("stats", "good.md", "--gaps") == 0
    assert "      1      0        0      1  Paper arnn:arxivId\n" in run.out
    assert "      0      0        1      1  Paper arnn:institution\n" in run.out


# --- bugs


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cli.COMMANDS, "explain", lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        main(["explain", "RNN201"])


def test_what_is_inferred_has_no_reason_where_nothing_is_inferred(run: Run) -> None:
    triple = ("paper:show-attend-and-tell", "arnn:appliedTo", "application:captioning")
    assert run("why", *triple) == 0
    assert "follows by" in run.out
    assert "application:image-captioning" in run.refused("why", *triple, "--no-infer")
