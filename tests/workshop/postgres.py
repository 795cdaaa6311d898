"""A private PostgreSQL on loopback, for tests and benchmarks, thrown away afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoPostgresError(RuntimeError):
    """There is no PostgreSQL that can be started here; the message says why and what to do."""


def _binaries() -> Path:
    found = shutil.which("initdb")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if found:
        return Path(found).parent
    if not places:
        raise NoPostgresError("PostgreSQL ontbreekt: installeer het pakket 'postgresql'.")
    return places[-1]


def _as_other_user(root: Path) -> list[str]:
    """How to run the server: it refuses to be root."""
    if os.geteuid() != 0:
        return []
    known = subprocess.run(["id", "postgres"], stdout=subprocess.DEVNULL, check=False)
    if shutil.which("setpriv") is None or known.returncode:
        raise NoPostgresError("PostgreSQL start niet als root en er is geen gebruiker 'postgres'.")
    shutil.chown(root, "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


@contextmanager
def private_postgres() -> Iterator[str]:
    """Start a server on a free port and give its address; raises :class:`NoPostgresError`."""
    binaries = _binaries()
    # Not below pytest's folder: that one is closed to other users.
    with tempfile.TemporaryDirectory(prefix="tw-postgres-") as name:
        root = Path(name)
        command = _as_other_user(root)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]

        def run(*words: str) -> None:
            subprocess.run(
                [*command, *words], check=True, cwd=root, stdout=subprocess.DEVNULL, timeout=60
            )

        data, control = str(root / "data"), str(binaries / "pg_ctl")
        run(str(binaries / "initdb"), "-D", data, "-U", "zaal", "-A", "trust", "-E", "UTF8")
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={root}"
        run(control, "-D", data, "-o", settings, "-w", "-l", str(root / "log"), "start")
        try:
            yield f"postgresql://zaal@127.0.0.1:{port}/postgres"
        finally:
            run(control, "-D", data, "-m", "immediate", "stop")
