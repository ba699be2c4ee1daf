"""The distributions hold all that the package needs, and the declared versions are tested ones."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest

from awesome_rnn_kg import resources
from awesome_rnn_kg.__about__ import __version__

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-lowest.lock")
QUESTION = """
import awesome_rnn_kg as kg
print(kg.__file__)
print(len(kg.load().run("captioning_papers").rows))
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Return what a command prints; fail with its messages when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that comes from the sdist that comes from this checkout."""
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    return target / f"awesome_rnn_kg-{__version__}-py3-none-any.whl"


def install(what: Path, folder: Path, *options: str) -> Path:
    """Install into a fresh environment; return the folder of its commands."""
    venv.create(folder, symlinks=True)
    commands = folder / "bin"
    pip = (sys.executable, "-m", "pip", "--python", commands / "python")
    run(*pip, "install", "--quiet", *options, what, cwd=folder)
    return commands


def assert_answers(commands: Path, cwd: Path, **environment: str) -> None:
    listed = run(commands / "awesome-rnn-kg", "query", "--list", cwd=cwd, **environment)
    names = {line.partition("\t")[0] for line in listed.splitlines()}
    assert names == {path.stem for path in (ROOT / "queries").glob("*.rq")}
    where, rows = run(commands / "python", "-c", QUESTION, cwd=cwd, **environment).splitlines()
    assert Path(where).is_relative_to(commands.parent)
    assert int(rows) > 0


def test_wheel_holds_every_file(wheel: Path) -> None:
    homes = {name: f"awesome_rnn_kg/_resources/{name}" for name in ("data", "ontology", "queries")}
    expected = {
        f"{home}/{path.relative_to(ROOT / folder).as_posix()}": path.read_bytes()
        for folder, home in [*homes.items(), ("awesome_rnn_kg", "awesome_rnn_kg")]
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        assert names == expected.keys()
        assert [name for name in names if archive.read(name) != expected[name]] == []


def test_installed_wheel_answers(wheel: Path, tmp_path: Path) -> None:
    commands = install(wheel, tmp_path / "venv", "--no-deps", "--no-index")
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    assert_answers(commands, tmp_path, PYTHONPATH=os.pathsep.join(dependencies))


@pytest.mark.external
def test_pip_install_of_the_checkout_answers(tmp_path: Path) -> None:
    assert_answers(install(ROOT, tmp_path / "venv"), tmp_path)


def bounds() -> dict[str, str]:
    """The declared lower bound of every dependency; each is declared as `name>=version`."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = declared["project"]
    requirements = chain(
        project["dependencies"],
        *project["optional-dependencies"].values(),
        declared["dependency-groups"]["test"],
    )
    return dict(requirement.lower().split(">=") for requirement in requirements)


def pins(lock: str) -> dict[str, str]:
    return dict(
        re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    )


def test_lowest_lock_pins_the_lower_bounds() -> None:
    pinned = pins("requirements-lowest.lock")
    assert {name: pinned.get(name) for name in bounds()} == bounds()


def test_lock_pins_every_dependency() -> None:
    assert bounds().keys() <= pins("requirements.lock").keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_index_or_folder(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if "://" in line or "@" in line or line.startswith("-")] == []


@pytest.mark.parametrize(
    ("file", "line"), [("CITATION.cff", "version: {}"), ("CHANGELOG.md", "## {}")]
)
def test_the_version_is_said_once(file: str, line: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert re.search(rf"^{re.escape(line.format(__version__))}\b", text, re.MULTILINE)


def test_a_resource_is_found() -> None:
    assert resources.path("data/awesome-rnn.md").read_bytes().startswith(b"# Awesome Recurrent")


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"'data/nothing\.ttl'"):
        resources.path("data/nothing.ttl")
