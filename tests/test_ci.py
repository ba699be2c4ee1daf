"""What runs in CI: here, in pre-commit, and in the workflows of those who use the action."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from awesome_rnn_kg import arguments
from awesome_rnn_kg.arguments import UsageError
from awesome_rnn_kg.cli import COMMANDS
from awesome_rnn_kg.config import config_for

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
LIST = """\
# Reading list

* Ann Lee and Bo Chen, *Looking Twice*, arXiv:1511.0230 [[Paper](https://arxiv.org/abs/1511.02301)]
"""
Document = Any  # what YAML holds


@pytest.mark.parametrize(
    ("ci", "outcomes"), [("true", {"failed": 1, "errors": 1}), ("", {"skipped": 2})]
)
def test_a_skip_fails_in_ci(
    ci: str, outcomes: dict[str, int], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    conftest = Path(__file__).with_name("conftest.py").read_text("utf-8")
    pytester.makeconftest(conftest.replace("pytest_plugins", "_"))
    pytester.makepyfile(
        test_one="import pytest\ndef test_it(): pytest.skip('no server')",
        test_all="import pytest\npytest.skip('no server', allow_module_level=True)",
    )
    monkeypatch.setenv("CI", ci)
    result = pytester.runpytest_inprocess(
        "-pno:hypothesispytest", "--continue-on-collection-errors"
    )
    assert {name: n for name, n in result.parseoutcomes().items() if name != "warnings"} == outcomes


# --- files that others read


def load(name: str) -> Document:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def blocks(language: str) -> list[str]:
    """The examples of the page on CI in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def is_understood(command: str) -> bool:
    """Whether the command line takes a command, its options and their values."""
    name, *words = shlex.split(command, comments=True)
    try:
        arguments.parse(words, COMMANDS)
    except UsageError:
        return False
    return name == "awesome-rnn-kg"


def satisfies(schema: str, *files: Path) -> bool:
    tool = [sys.executable, "-m", "check_jsonschema"]
    command = [*tool, "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0 or "Schema validation errors" in done.stdout, done.stderr
    return done.returncode == 0


def test_hooks_run_commands_that_exist() -> None:
    hooks = load(".pre-commit-hooks.yaml")
    assert [h["id"] for h in hooks] == ["awesome-rnn-kg-check", "awesome-rnn-kg-fix"]
    for hook in hooks:
        assert is_understood(f"{hook['entry']} README.md"), hook
        assert re.search(hook["files"], "README.md")
        assert not re.search(hook["files"], "docs/README.md")
    assert not is_understood("awesome-rnn-kg check --mend README.md")


def test_the_action_satisfies_the_schema_of_github(tmp_path: Path) -> None:
    assert satisfies("vendor.github-actions", ROOT / "action.yml")
    broken = tmp_path / "action.yml"
    broken.write_text((ROOT / "action.yml").read_text("utf-8").replace("shell: bash", ""))
    assert not satisfies("vendor.github-actions", broken)


def test_workflows_satisfy_the_schema_of_github(tmp_path: Path) -> None:
    workflow, _ = blocks("yaml")
    (tmp_path / "list.yml").write_text(workflow)
    assert satisfies(
        "vendor.github-workflows", tmp_path / "list.yml", ROOT / ".github/workflows/ci.yml"
    )


def test_the_workflow_gives_the_action_what_it_takes() -> None:
    workflow, _ = map(yaml.safe_load, blocks("yaml"))
    (used,) = [s for s in workflow["jobs"]["check"]["steps"] if "awesome-rnn-kg" in s["uses"]]
    inputs = load("action.yml")["inputs"]
    assert set(used["with"]) <= set(inputs)
    assert is_understood(f"awesome-rnn-kg check {used['with']['args']} README.md")
    assert all(f"`{name}`" in PAGE for name in inputs)


def test_the_pre_commit_example_names_a_hook() -> None:
    _, config = map(yaml.safe_load, blocks("yaml"))
    (hook,) = config["repos"][0]["hooks"]
    known = {h["id"]: h["entry"] for h in load(".pre-commit-hooks.yaml")}
    assert is_understood(f"{known[hook['id']]} {shlex.join(hook['args'])} README.md")
    assert re.search(hook["files"], "docs/papers.md")


def test_the_commands_of_the_page_exist() -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    ours = [line.partition(">")[0] for line in lines if line.startswith("awesome-rnn-kg")]
    assert len(ours) == 3
    assert all(map(is_understood, ours))


def test_the_configuration_of_the_page_is_one(tmp_path: Path) -> None:
    (block,) = blocks("toml")
    (tmp_path / "awesome-rnn-kg.toml").write_text(block)
    config = config_for(tmp_path / "README.md")
    assert (config.fail_on, config.ignore) == ("warning", ("RNN102",))
    assert config.baseline == tmp_path / "known.tsv"


# --- the action, its steps run by hand


class Runner:
    """A folder in which the bash steps of the action run as on GitHub."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temp = folder / "temp"
        self.outputs: dict[str, dict[str, str]] = {"python": {"python-path": sys.executable}}
        self.temp.mkdir()

    def step(self, name: str, **inputs: str) -> "subprocess.CompletedProcess[str]":
        """Run one step with these inputs, and the defaults of others."""
        action = load("action.yml")
        (step,) = [s for s in action["runs"]["steps"] if s.get("name") == name]
        values = {k: v.get("default", "") for k, v in action["inputs"].items()} | inputs
        given = {k: self._filled(v, values) for k, v in step["env"].items()}
        output = self.temp / "output"
        output.write_text("")
        env = {
            **os.environ, **given, "RUNNER_TEMP": str(self.temp), "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": str(output),
            "GITHUB_WORKSPACE": str(self.folder), "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
        }  # fmt: skip
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=self.folder, env=env, capture_output=True, text=True, check=False
        )
        lines = output.read_text().splitlines()
        self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in lines)
        return done

    def _filled(self, text: str, inputs: dict[str, str]) -> str:
        def value(found: "re.Match[str]") -> str:
            kind, name, *rest = found[1].split(".")
            return inputs[name] if kind == "inputs" else self.outputs[name][rest[1]]

        return re.sub(r"\$\{\{ (\S+) \}\}", value, text)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A workspace with lists, where the package is installed as in the tests' environment."""
    for name in ("README.md", "a b.md", "other.md"):
        (tmp_path / name).write_text(LIST)
    runner = Runner(tmp_path)
    runner.outputs["install"] = {"folder": str(BIN)}
    return runner


def test_the_action_checks_the_readme(runner: Runner) -> None:
    done = runner.step("Check")
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("::error file=README.md,line=3,") == 1
    assert "RNN201" in (runner.temp / "summary").read_text("utf-8")


def test_the_action_takes_names_options_and_a_report(runner: Runner) -> None:
    done = runner.step(
        "Check",
        files="a b.md\n\no*.md\n",
        args="--fail-on  never --select RNN201",
        sarif="x/y.sarif",
    )
    assert done.returncode == 0, done.stderr
    assert "file=a b.md," in done.stdout
    assert "file=other.md," in done.stdout
    results = json.loads((runner.folder / "x/y.sarif").read_text("utf-8"))["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results]
    assert places == ["a%20b.md", "other.md"]


def test_inputs_are_no_code(runner: Runner) -> None:
    done = runner.step("Check", files="$(touch hacked)\n`touch hacked`", args="; touch hacked")
    assert done.returncode == 2
    assert not (runner.folder / "hacked").exists()


def test_no_list_is_wrong_usage(runner: Runner) -> None:
    done = runner.step("Check", files="\n")
    assert (done.returncode, done.stdout) == (
        2, '::error::awesome-rnn-kg: the input "files" is empty\n'
    )  # fmt: skip


# --- for real: these install the package from the registry's wheels


@pytest.mark.external
def test_the_action_installs_what_it_runs(runner: Runner) -> None:
    installed = runner.step("Install awesome-rnn-kg")
    assert installed.returncode == 0, installed.stderr
    assert Path(runner.outputs["install"]["folder"]).is_relative_to(runner.temp)
    checked = runner.step("Check")
    assert "::error file=README.md,line=3," in checked.stdout, checked.stderr


@pytest.mark.external
def test_pre_commit_runs_the_hooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ignored = shutil.ignore_patterns(".*cache", ".venv*", ".hypothesis", ".git", "build")
    shutil.copytree(ROOT, ours, ignore=ignored)
    theirs.mkdir()
    (theirs / "README.md").write_text(LIST)
    (theirs / "notes.md").write_text(LIST)
    for folder in (ours, theirs):
        _git(folder, "init", "--quiet")
        _git(folder, "add", "--all")
        _git(folder, "commit", "--quiet", "-m", "all")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ours), "awesome-rnn-kg-check"]
    done = subprocess.run(
        [*command, "--all-files"], cwd=theirs, capture_output=True, text=True, check=False
    )
    assert re.search(r"^README.md:3:\d+: error\[RNN201\]", done.stdout, re.MULTILINE), done.stdout
    assert done.returncode == 1
    assert "notes.md" not in done.stdout


def _git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True)
