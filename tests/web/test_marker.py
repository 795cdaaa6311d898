"""A planted word: typed on every case screen, and then found nowhere outside that one session."""

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.browser.harness import ROOT, Server, served
from tests.threads import run
from tests.web.conftest import TOKEN
from tests.web.plain import ask, upload_parts
from tests.window import Window

MARKER = "merkwoord-zebrapad-4711"


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A server whose temporary files, home and database all lie in one folder."""
    folder = tmp_path_factory.mktemp("spoor")
    settings = {
        "TMPDIR": str(folder),
        "HOME": str(folder),
        "TRIGGERWIJZER_DATABASE_URL": f"sqlite:///{folder}/zaal.sqlite3",
        "TRIGGERWIJZER_METING_SLEUTEL": TOKEN,
    }
    with served(folder / "server.log", settings=settings) as running:
        yield running, folder


def traces(folder: Path) -> list[Path]:
    """Every file below a folder that holds the marker."""
    skipped = {".venv", ".git", ".hypothesis", "__pycache__", ".pytest_cache", "tests"}
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not skipped & set(path.relative_to(folder).parts)
        and MARKER.encode() in path.read_bytes()
    ]


def open_files(pid: int) -> list[Path]:
    """Files without a name too: what a process has open, and not as a library or a line."""
    found = []
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            if link.stat().st_size and link.is_file() and os.readlink(link).startswith("/"):
                found.append(link)
    return found


def test_a_large_file_that_is_being_loaded_never_lies_on_disk(
    watched: tuple[Server, Path],
) -> None:
    server, _ = watched
    data = MARKER.encode() * 70_000  # 1.6 MB: more than a library keeps in memory by itself

    async def visit() -> None:
        async with Window(server.url, "/casusoverleg") as window:
            head, body = upload_parts(server, data)
            lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
            start = (
                f"PUT /_stcore/upload_file/{window.session}/een HTTP/1.1\r\nHost: {server.host}\r\n"
                f"{lines}Content-Length: {len(body)}\r\n\r\n"
            )
            host, port = server.host.split(":")
            with socket.create_connection((host, int(port)), timeout=10) as line:
                line.sendall(start.encode() + body[:-1000])
                await asyncio.sleep(1.5)
                held = [
                    one for one in open_files(server.pid) if MARKER.encode() in one.read_bytes()
                ]
                assert held == []
                line.sendall(body[-1000:])
                assert b" 204 " in line.recv(200)

    run(visit())


async def type_everywhere(server: Server) -> int:
    """Type the marker in every field of the route, the request for advice and the meeting."""
    filled = 0
    async with Window(server.url, "/situatie") as window:
        window.choose("Leraar, mentor of docent")
        await window.press("Verder")
        window.choose("Nee, nu niet")
        await window.press("Verder")
        for _ in range(25):
            filled += window.fill(MARKER)
            before = window.heading()
            await window.press("Verder")
            if window.heading() == before:
                await window.press("Weet ik niet")
            if "Verder" not in window.buttons():
                break
        assert "overzicht" in window.heading().lower()
        assert MARKER in window.texts()
        for page in ("/adviesvraag", "/casusoverleg", "/wegwijzer", "/kennis"):
            await window.go(page)
            filled += window.fill(MARKER)
            for button in ("Maak mijn adviesvraag",):
                if button in window.buttons():
                    await window.press(button)
            await window.again()
        await window.go("/situatie")
        await window.press("Ja, wis alles nu")
        assert MARKER not in window.texts()
        for page in ("/", "/situatie", "/adviesvraag", "/casusoverleg"):
            await window.go(page)
            assert MARKER not in window.texts(), page
    return filled


def test_what_someone_typed_is_in_no_file_log_metric_or_other_session(
    watched: tuple[Server, Path],
) -> None:
    server, folder = watched
    assert run(type_everywhere(server)) >= 6

    async def someone_else() -> str:
        async with Window(server.url, "/situatie") as window:
            return window.texts()

    assert MARKER not in run(someone_else())
    assert MARKER not in server.log()
    metrics = ask(server, "/meting", headers={"Authorization": f"Bearer {TOKEN}"})
    assert metrics.status == 200 and MARKER not in metrics.text
    assert traces(folder) == []
    assert traces(ROOT) == []


def test_a_page_that_fails_on_a_typed_word_does_not_log_it(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import streamlit as st\n"
        "word = st.text_input('Woord', key='w')\n"
        "st.button('Verder')\n"
        "if word:\n"
        "    int(word)\n",
        encoding="utf-8",
    )

    async def fail(server: Server) -> str:
        async with Window(server.url) as window:
            window.fill(MARKER)
            await window.press("Verder")
            return window.texts()

    with served(tmp_path / "server.log", script) as server:
        shown = run(fail(server))
        assert "Er ging iets mis op deze pagina" in shown
        assert "ValueError" in server.log() and "script.py" in server.log()
        assert MARKER not in server.log() and MARKER not in shown
