"""Setting up on machines that lack something; each machine is a PATH with little on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("awk", "cat", "cksum", "dirname", "make", "rm", "sh")
OURS = ("MAKE", "MFLAGS", "PYTHON")  # what a make around the tests hands down


def machine(folder: Path, python: str) -> Path:
    """Make a folder of commands with a `python3` that is the given shell script."""
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    (folder / "python3").write_text(f"#!/bin/sh\n{python}\n", "utf-8")
    (folder / "python3").chmod(0o755)
    return folder


def lacking(*modules: str) -> str:
    """A Python without some modules; `-m venv --without-pip` is what Debian leaves of venv."""
    cases = "".join(f'"-m {module} "*) exit 1;; ' for module in modules)
    kept = '"-m venv --without-pip"*) ;; '
    return f'case "$* " in {kept}{cases}esac\nexec "{sys.executable}" "$@"'


def make(target: str, clone: Path, path: Path) -> subprocess.CompletedProcess[str]:
    outer = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(
        ["make", target],
        cwd=clone,
        env=outer | {"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the checkout in a folder with a space in its name."""
    made = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", "build", "dist")
    return shutil.copytree(ROOT, tmp_path / "a clone", ignore=made)


def test_an_old_python_is_named(clone: Path, tmp_path: Path) -> None:
    old = '[ "$1" = --version ] && echo Python 3.9.1 && exit\nexit 1'
    done = make("kg", clone, machine(tmp_path / "bin", old))
    assert done.returncode != 0
    assert "python3 is Python 3.9.1, and Python 3.11 or newer is needed" in done.stderr


def test_what_to_install_is_named(clone: Path, tmp_path: Path) -> None:
    done = make("kg", clone, machine(tmp_path / "bin", lacking("venv", "virtualenv", "pip")))
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert done.returncode != 0
    assert f"apt install {package}" in done.stderr
    assert not (clone / ".venv").exists()


@pytest.mark.external
def test_pip_alone_is_enough(clone: Path, tmp_path: Path) -> None:
    path = machine(tmp_path / "bin", lacking("venv", "virtualenv"))
    done = make("kg", clone, path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (clone / "build" / "kg.ttl").exists()
    again = make("kg", clone, path)
    assert (again.returncode, again.stderr.count("setting up")) == (0, 0)
