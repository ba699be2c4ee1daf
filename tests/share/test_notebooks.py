"""The notebooks run from top to bottom, without a network, and are kept without their outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
PICTURES = {"attention_and_memory": 4, "other_tools": 1, "tour": 1}
OFFLINE = """\
import socket

_connect = socket.socket.connect

def _local(self, address):
    if not isinstance(address, str) and address[0] not in ("127.0.0.1", "localhost", "::1"):
        raise OSError(f"{address} is out of reach")
    return _connect(self, address)

socket.socket.connect = _local
"""


def read(name: str) -> Any:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]


def test_these_are_all_of_them() -> None:
    assert {path.stem for path in FOLDER.glob("*.ipynb")} == PICTURES.keys()


@pytest.mark.parametrize("name", PICTURES)
def test_outputs_are_not_kept(name: str) -> None:
    codes = [cell for cell in read(name).cells if cell.cell_type == "code"]
    assert codes
    assert [(c.outputs, c.execution_count) for c in codes] == [([], None)] * len(codes)


@pytest.mark.parametrize("name", PICTURES)
def test_every_cell_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sitecustomize.py").write_text(OFFLINE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for variable in ("IPYTHONDIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    notebook = read(name)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=300, resources=resources).execute()
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", ())]
    assert sum("image/png" in out.get("data", {}) for out in outputs) == PICTURES[name]
    assert [out["text"] for out in outputs if out.get("name") == "stderr"] == []
    assert "Traceback" not in capfd.readouterr().err
