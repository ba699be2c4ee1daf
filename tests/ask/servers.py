"""SPARQL servers on the loopback: programs of others, started in a folder and ended by the test."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from awesome_rnn_kg.ask.errors import EndpointError
from awesome_rnn_kg.ask.login import Login
from awesome_rnn_kg.ask.push import Server
from awesome_rnn_kg.graph.prefixes import PREFIXES

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
VIRTUOSO = "virtuoso-t"
LOGIN = Login("dba", "of-the-tests")
"""Who may write to the Virtuoso server."""
_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
MaxClientConnections = 4
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 20000
"""


@contextmanager
def oxigraph(folder: Path, ntriples: bytes | None = None) -> Iterator[Server]:
    """Oxigraph's server over an empty graph to write to, or over N-Triples to read."""
    mode = "serve"
    if ntriples is not None:
        mode = "serve-read-only"
        (folder / "list.nt").write_bytes(ntriples)
        load = [OXIGRAPH, "load", "--location", "store", "--file", "list.nt"]
        subprocess.run(load, cwd=folder, check=True, capture_output=True)
    address = f"127.0.0.1:{_free_port()}"
    command = [OXIGRAPH, mode, "--location", "store", "--bind", address]
    with _running(command, folder):
        yield _when_up(Server(f"http://{address}/store"))


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """A fresh Virtuoso that LOGIN may write to, and everyone may read."""
    sql, http = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=sql, http=http), "utf-8")
    passwords = ["+pwdold", "dba", "+pwddba", LOGIN.password, "+pwddav", LOGIN.password]
    program = [VIRTUOSO, "+foreground", "+configfile", "virtuoso.ini"]
    subprocess.run([*program, *passwords], cwd=folder, check=True, timeout=120, capture_output=True)
    store = f"http://127.0.0.1:{http}/sparql-graph-crud-auth"
    with _running(program, folder):
        yield _when_up(Server(store, login=LOGIN))


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.kill()  # nothing in the folder is kept


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _when_up(server: Server) -> Server:
    for _ in range(300):
        try:
            server.count(PREFIXES["graph"] + "list")
        except EndpointError:
            time.sleep(0.1)
        else:
            return server
    pytest.fail("the server did not come up")
