"""A store on SQLite, and a private PostgreSQL where the server of the system is at hand."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from triggerfactors.workshop import Store


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/zaal.sqlite3"


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return places[-1] if places else None


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own on a free loopback port, thrown away afterwards."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL ontbreekt: installeer het pakket 'postgresql'.")
    root = tmp_path_factory.mktemp("postgres")
    as_user: list[str] = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None or subprocess.run(["id", "postgres"]).returncode:
            pytest.skip("PostgreSQL start niet als root, en er is geen gebruiker 'postgres'.")
        # The server refuses to run as root; every folder above it must let the other user through.
        shutil.chown(root, "postgres")
        for folder in (root, *root.parents):
            if folder.owner() == "root" and folder != Path("/"):
                folder.chmod(folder.stat().st_mode | 0o011)
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    data = root / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(*command: str) -> None:
        subprocess.run(
            [*as_user, *command], check=True, cwd=root, stdout=subprocess.DEVNULL, timeout=60
        )

    run(str(binaries / "initdb"), "-D", str(data), "-U", "zaal", "-A", "trust", "-E", "UTF8")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={root}"
    control = str(binaries / "pg_ctl")
    run(control, "-D", str(data), "-o", options, "-w", "-l", str(root / "log"), "start")
    try:
        yield f"postgresql+psycopg://zaal@127.0.0.1:{port}/postgres"
    finally:
        run(control, "-D", str(data), "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """The same tests on both databases."""
    opened = Store(request.getfixturevalue(f"{request.param}_url"))
    yield opened
    opened.close()
