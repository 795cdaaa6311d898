"""New content goes live when it is good; a faulty one is refused and the old one keeps serving."""

import asyncio
import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.harness import ROOT, Server, copy_of_the_program, served
from tests.threads import run
from tests.web.plain import ask
from tests.window import Window
from triggerfactors.live import Live, fingerprint


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    """The program with a folder data/ of its own, looking every second."""
    folder = tmp_path_factory.mktemp("kopie")
    copy_of_the_program(folder)
    often = {"TRIGGERWIJZER_INHOUD_SECONDEN": "1"}
    with served(folder / "server.log", root=folder, settings=often) as running:
        yield folder / "data", running


def version(server: Server) -> str:
    return json.loads(ask(server, "/gezond").body)["inhoud"]


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 40
    while not what():
        assert time.monotonic() < deadline, "het gebeurde niet"
        time.sleep(0.1)


def test_good_content_goes_live_faulty_content_does_not_and_nobody_loses_an_answer(
    copy: tuple[Path, Server],
) -> None:
    data, server = copy
    texts = data / "teksten.yaml"
    first = version(server)

    async def halfway() -> None:
        async with Window(server.url, "/situatie") as window:
            window.choose("Jongerenwerker")
            await window.press("Verder")
            window.choose("Nee, nu niet")
            await window.press("Verder")
            heading = window.heading()

            # A faulty text: refused, named in the log, and the old one keeps serving.
            old = texts.read_text(encoding="utf-8")
            await asyncio.to_thread(texts.write_text, "- id: [kapot\n", encoding="utf-8")
            await asyncio.to_thread(wait_for, lambda: "geweigerd" in server.log())
            assert version(server) == first
            assert "teksten.yaml" in server.log()
            await window.again()
            assert window.heading() == heading

            # A new text: live for who comes now; who is half-way keeps what they began with.
            changed = old.replace("Lig je wakker van een jongere?", "Een nieuwe vraag?")
            await asyncio.to_thread(texts.write_text, changed, encoding="utf-8")
            await asyncio.to_thread(wait_for, lambda: version(server) != first)
            async with Window(server.url) as newcomer:
                assert newcomer.heading() == "Een nieuwe vraag?"
            await window.press("Weet ik niet")
            assert window.heading() and window.heading() != heading
            await window.go("/")
            assert "Een nieuwe vraag?" not in window.texts()

    run(halfway())
    assert "Traceback" not in server.log()


def test_a_folder_that_is_replaced_at_once_goes_live_too(copy: tuple[Path, Server]) -> None:
    data, server = copy
    before = version(server)
    new = data.with_name("nieuw")
    shutil.copytree(ROOT / "data", new)
    texts = new / "teksten.yaml"
    texts.write_text(texts.read_text(encoding="utf-8") + "\n# een andere opmerking\n", "utf-8")
    data.rename(data.with_name("oud"))
    new.rename(data)
    wait_for(lambda: version(server) != before)
    assert ask(server, "/gezond/klaar").status == 200


def test_a_start_with_faulty_texts_is_not_ready_and_the_log_names_the_fault(
    tmp_path: Path,
) -> None:
    copy_of_the_program(tmp_path)
    texts = tmp_path / "data" / "teksten.yaml"
    good = texts.read_text(encoding="utf-8")
    texts.write_text("- id: [kapot\n", encoding="utf-8")
    often = {"TRIGGERWIJZER_INHOUD_SECONDEN": "1"}
    with served(tmp_path / "server.log", root=tmp_path, settings=often) as server:
        assert ask(server, "/gezond/klaar").status == 503
        assert "De inhoud heeft een fout" in server.log() and "teksten.yaml" in server.log()
        texts.write_text(good, encoding="utf-8")
        wait_for(lambda: ask(server, "/gezond/klaar").status == 200)


def test_a_store_of_workshops_that_is_not_there_is_in_the_log_at_the_start(tmp_path: Path) -> None:
    # Port 1 on this machine: nobody listens.
    gone = {"TRIGGERWIJZER_DATABASE_URL": "postgresql://wie:geheim-woord@127.0.0.1:1/weg"}
    with served(tmp_path / "server.log", settings=gone) as server:
        wait_for(lambda: "opslag van workshops" in server.log())
        assert ask(server, "/gezond/klaar").status == 200
    assert "geheim-woord" not in server.log()


def test_the_fingerprint_sees_each_kind_of_change(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")
    own = tmp_path.parent / "eigen.yaml"
    seen = {fingerprint(tmp_path, own)}
    own.write_text("organisation: A")
    seen.add(fingerprint(tmp_path, own))
    (tmp_path / "b.txt").write_text("b")
    seen.add(fingerprint(tmp_path, own))
    (tmp_path / "b.txt").chmod(0o600)
    seen.add(fingerprint(tmp_path, own))
    (tmp_path / "a.yaml").unlink()
    seen.add(fingerprint(tmp_path, own))
    own.unlink()
    assert len(seen) == 5


def test_a_value_that_cannot_be_read_is_tried_again_and_never_half_used() -> None:
    answers: Iterator[object] = iter([ValueError(), "goed", ValueError()])

    def read() -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    live = Live(read)
    with pytest.raises(ValueError):
        live.get()
    assert live.get() == live.get() == "goed"
    with pytest.raises(ValueError):
        live.fresh()
    assert live.get() == "goed"
    live.replace("beter")
    assert live.get() == "beter"
