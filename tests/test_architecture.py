"""The stages of the package: data flows from `text` to `share`, so imports point back only."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import resolve_name
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "awesome_rnn_kg"
STAGES = ("text", "read", "resolve", "graph", "ask", "share")
SHARED = ("__about__", "resources")  # any stage but `text` may import these modules
HOMES = {
    "markdown_it": ("read",),
    "owlrl": ("graph",),
    "pyoxigraph": ("graph", "ask"),
    "pyshacl": ("graph",),
    "rdflib": ("graph", "ask"),
    "shifty": ("graph",),
    "SPARQLWrapper": ("ask",),
}
LATE = {"pandas"}  # optional: only where they are needed
IMPORT_NAMES = {"markdown-it-py": "markdown_it", "pyshifty": "shifty", "ipython": "IPython"}


class Import(NamedTuple):
    name: str  # dotted and absolute
    place: str  # "module", "function" or "typing"


def imports(module: str, source: str) -> Iterator[Import]:
    """Yield what the source of `module` (its package, dotted) imports, and where."""

    def walk(node: ast.AST, place: str) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, place) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), module)
            yield from (Import(f"{base}.{alias.name}", place) for alias in node.names)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            place = "function"
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            place = "typing"
        for child in ast.iter_child_nodes(node):
            yield from walk(child, place)

    yield from walk(ast.parse(source), "module")


def complaint(stage: str, found: Import) -> str | None:
    """Say what is wrong with an import in a stage ("" is the top of the package), or None."""
    top, *rest = found.name.split(".")
    if top == PACKAGE:
        return _inward(stage, rest[0] if rest else "")
    if top in sys.stdlib_module_names or found.place == "typing":
        return None
    if stage == "text":
        return "text imports the standard library only"
    if stage not in HOMES.get(top, (stage,)):
        return f"{top} is imported only in {', '.join(HOMES[top])}"
    if top in LATE and found.place != "function":
        return f"{top} is optional: import it inside a function"
    return None


def _inward(stage: str, target: str) -> str | None:
    if stage in ("", target) or (target in SHARED and stage != "text"):
        return None
    if target in STAGES and STAGES.index(target) < STAGES.index(stage):
        return None
    return f"{stage} imports {target or PACKAGE}, which is not before it"


def modules() -> Iterator[tuple[Path, str, str]]:
    """Yield each module's path, its package's dotted name, and its stage."""
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        package = ".".join(path.relative_to(ROOT).parent.parts)
        yield path, package, package.partition(".")[2].partition(".")[0]


def test_imports_keep_to_the_direction() -> None:
    complaints = [
        f"{path.relative_to(ROOT)}: {found.name}: {text}"
        for path, package, stage in modules()
        for found in imports(package, path.read_text("utf-8"))
        if (text := complaint(stage, found))
    ]
    assert complaints == []


@pytest.mark.parametrize(
    ("stage", "source"),
    [
        ("text", "import markdown_it"),
        ("text", "from awesome_rnn_kg import resources"),
        ("read", "from awesome_rnn_kg.resolve import names"),
        ("read", "from ..graph import terms"),
        ("resolve", "def f():\n    import awesome_rnn_kg.ask.engine"),
        ("graph", "from awesome_rnn_kg import load"),
        ("graph", "import SPARQLWrapper"),
        ("share", "def f():\n    from rdflib import Graph"),
        ("ask", "import pyshacl"),
        ("ask", "import pandas"),
        ("", "import rdflib"),
    ],
)
def test_a_wrong_import_is_found(stage: str, source: str) -> None:
    package = f"{PACKAGE}.{stage}".rstrip(".")
    assert any(complaint(stage, found) for found in imports(package, source))


@pytest.mark.parametrize(
    ("stage", "source"),
    [
        ("text", "import re"),
        ("read", "from awesome_rnn_kg.text.source import Source"),
        ("graph", "from . import terms\nfrom awesome_rnn_kg import resources\nimport rdflib"),
        ("ask", "def f():\n    import pandas as pd"),
        ("share", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import rdflib"),
        ("", "from awesome_rnn_kg.share import site"),
    ],
)
def test_a_right_import_passes(stage: str, source: str) -> None:
    package = f"{PACKAGE}.{stage}".rstrip(".")
    assert [complaint(stage, found) for found in imports(package, source)].count(None) >= 1
    assert not any(complaint(stage, found) for found in imports(package, source))


def test_dependencies_are_those_that_are_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = chain(project["dependencies"], *project["optional-dependencies"].values())
    names = {requirement.partition(">=")[0] for requirement in declared}
    imported = {
        found.name.partition(".")[0]
        for path, package, _ in modules()
        for found in imports(package, path.read_text("utf-8"))
    }
    assert {IMPORT_NAMES.get(name, name) for name in names} == (
        imported - sys.stdlib_module_names - {PACKAGE}
    )
