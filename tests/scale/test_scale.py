"""nginx, two processes and PostgreSQL: a process dies, and nobody loses a vote or the way on."""

import json
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.harness import (
    CHROMIUM_ARGS,
    ROOT,
    Recorder,
    axe,
    chromium_path,
    rerun,
    settled,
    visit,
)
from tests.browser.test_situation import part
from tests.scale.nginx import CONFIG, NoNginxError, adapted, nginx
from tests.scale.processes import Process
from tests.threads import apart
from tests.workshop.postgres import NoPostgresError, private_postgres
from triggerfactors.content import Content
from triggerfactors.workshop import MOVES, Store, new_room


@dataclass(frozen=True)
class Site:
    """The whole set-up: the address visitors use, and what stands behind it."""

    url: str
    first: Process
    second: Process
    database: str

    @property
    def both(self) -> tuple[Process, Process]:
        return self.first, self.second


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Skipped with a reason where nginx or PostgreSQL is not there; ``make test`` installs both."""
    folder = tmp_path_factory.mktemp("land")
    try:
        with private_postgres() as database:
            first, second = Process(folder, database), Process(folder, database)
            try:
                first.start()
                second.start()
                with nginx(folder, (first.port, second.port)) as url:
                    yield Site(url, first, second, database)
            finally:
                first.stop()
                second.stop()
    except (NoNginxError, NoPostgresError) as error:
        pytest.skip(str(error))


@pytest.fixture
def whole(site: Site) -> Site:
    """The site with both processes up and in use, also after a test that stopped one."""
    for process in site.both:
        if process.running is None:
            process.start()
    # nginx leaves a process alone for five seconds after it failed.
    deadline = time.monotonic() + 20
    while len({new_place(site)[1] for _ in range(8)}) < 2:
        assert time.monotonic() < deadline, "nginx gebruikt maar een proces"
        time.sleep(0.5)
    return site


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 when nothing did."""

    status: int
    cookie: str = ""
    process: int = 0
    body: bytes = b""


def ask(url: str, body: Any = None, **headers: str) -> Answer:
    data = json.dumps(body).encode() if body is not None else None
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, data, {"content-type": "application/json", **fields})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            # After a failed try nginx names both; the last one answered.
            port = answer.headers.get("x-proces", "0").rpartition(":")[2]
            cookie = answer.headers.get("set-cookie") or ""
            return Answer(answer.status, cookie, int(port), answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, body=error.read())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return Answer(0)


def new_place(site: Site) -> tuple[str, int]:
    """A new visitor's cookie, and the port of the process it leads to."""
    answer = ask(f"{site.url}/gezond")
    place = answer.cookie.partition(";")[0]
    return place, ask(f"{site.url}/gezond", cookie=place).process


def place_on(site: Site, process: Process) -> str:
    """A visitor's cookie that leads to this process."""
    for _ in range(60):
        place, port = new_place(site)
        if port == process.port:
            return place
    raise AssertionError("geen bezoeker kwam bij dit proces")


@pytest.mark.parametrize("name", ["nginx/triggerwijzer.conf", "systemd/triggerwijzer@.service"])
def test_every_line_for_an_administrator_is_explained(name: str) -> None:
    silent: list[str] = []
    for line in (ROOT / "deploy" / name).read_text(encoding="utf-8").splitlines():
        if line.strip().startswith("#"):
            silent = []
        elif line.strip() not in {"", "}"}:
            silent.append(line)
            # One word of explanation may stand above a few lines that belong together.
            assert len(silent) <= 8, silent


def test_only_ports_and_tls_differ_from_the_configuration_as_it_is_given(tmp_path: Path) -> None:
    text = CONFIG.read_text(encoding="utf-8")
    other = adapted(text, 1, (2, 3), tmp_path)
    assert "ssl_certificate" not in other and "127.0.0.1:2 " in other and "8501" not in other
    assert "Secure" in text and "return 308 https://" in text


def test_a_visitor_stays_with_one_process_and_visitors_are_spread(whole: Site) -> None:
    places = [new_place(whole) for _ in range(24)]
    assert {port for _, port in places} == {p.port for p in whole.both}
    for place, port in places[:8]:
        again = ask(f"{whole.url}/situatie", cookie=place)
        assert (again.process, again.cookie) == (port, "")
    assert len({place for place, _ in places}) == 24


def test_metrics_stay_inside(whole: Site) -> None:
    assert ask(f"{whole.url}/meting").status == 404


def test_an_answer_survives_the_death_of_its_process_by_the_file_of_the_visitor(
    whole: Site, tmp_path: Path
) -> None:
    apart(lambda: _a_visitor_whose_process_dies(whole, tmp_path))


def _a_visitor_whose_process_dies(whole: Site, tmp_path: Path) -> None:
    path = chromium_path()
    assert path is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        context = browser.new_context(base_url=whole.url, locale="nl-NL", accept_downloads=True)
        Recorder(whole.url.removeprefix("http://")).watch(context)
        page = context.new_page()
        visit(page, "/situatie")
        for answer in ("Jongerenwerker", "Nee, nu niet"):
            page.get_by_text(answer, exact=True).click()
            with rerun(page):
                page.get_by_role("button", name="Verder", exact=True).click()
        with rerun(page):
            page.get_by_role("button", name="Naar het overzicht").click()
        part(page, "Kiezen en meenemen")
        # A download goes by the balancer and comes from the process of this visitor.
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar als leesbaar bestand").click()
        file = tmp_path / "bewaard.html"
        download.value.save_as(file)
        assert "<html" in file.read_text(encoding="utf-8")

        cookie = next(c["value"] for c in context.cookies() if c["name"] == "tw_plek")
        port = ask(f"{whole.url}/gezond", cookie=f"tw_plek={cookie}").process
        mine = next(p for p in whole.both if p.port == port)
        mine.stop(signal.SIGKILL)

        # The page connects again by itself, to the other process; the next click tells what
        # happened.
        message = page.get_by_text("De verbinding was even weg")
        page.wait_for_timeout(500)
        page.wait_for_function(
            "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState"
            " === 'CONNECTED'",
            timeout=40_000,
        )
        page.get_by_role("button", name="Bekijk mijn antwoorden").click()
        expect(message).to_be_visible(timeout=20_000)
        settled(page)
        assert axe(page) == []
        assert ask(f"{whole.url}/gezond", cookie=f"tw_plek={cookie}").process != port
        page.get_by_role("link", name="Start", exact=True).click()
        settled(page)
        page.get_by_text("Ik heb al een bewaarbestand", exact=True).click()
        with rerun(page):
            page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text("Je bestand is geladen.")).to_be_visible()
        expect(message).to_have_count(0)
        browser.close()


class Phones:
    """A room full of phones that vote by the balancer and try again as their page does."""

    def __init__(self, site: Site, content: Content, count: int) -> None:
        self.site, self.count = site, count
        self.store = Store(site.database)
        self.code, self.secret = self.store.open_room(
            new_room("bilal", 1, content.workshop.plan("lang"))
        )
        self.store.change(self.code, self.secret, MOVES["open"])
        self.places = [new_place(site)[0] for _ in range(count)]
        self.tries = 0

    def _until_taken(self, number: int, path: str, body: Any) -> None:
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            self.tries += 1
            answer = ask(
                f"{self.site.url}/mee/{self.code}/{path}",
                body,
                x_telefoon=f"{number:032x}",
                cookie=self.places[number],
            )
            if answer.status == 200:
                return
            assert answer.status in {0, 502, 503, 504}, (answer.status, answer.body)
            time.sleep(0.2)
        raise AssertionError(f"telefoon {number} kwam er niet door")

    def join(self) -> None:
        self._all(lambda n: self._until_taken(n, "in", {"werk": "politie"}))

    def vote(self, choice: str) -> None:
        body = {"at": 0, "turn": 1, "keuzes": [choice]}
        self._all(lambda n: self._until_taken(n, "stem", body))

    def _all(self, what: Any) -> None:
        with ThreadPoolExecutor(20) as pool:
            list(pool.map(what, range(self.count)))

    def kept(self) -> list[tuple[str, ...]]:
        return [vote.choices for vote in self.store.votes(self.code, 0, 1)]


def test_a_process_is_killed_while_people_vote_and_no_vote_is_lost_or_doubled(
    whole: Site, content: Content
) -> None:
    phones = Phones(whole, content, 60)
    phones.join()
    phones.vote("training")
    killer = threading.Timer(0.15, lambda: whole.second.stop(signal.SIGKILL))
    killer.start()
    for _ in range(3):
        phones.vote("propaganda")
    killer.join()
    assert phones.kept() == [("propaganda",)] * 60
    # The other process shows the same room.
    answer = ask(f"{whole.first.server.url}/mee/{phones.code}/zaal")
    assert json.loads(answer.body)["zaal"]["phase"] == "open"
    phones.store.close()


def test_a_restart_one_by_one_goes_unnoticed_by_a_workshop(whole: Site, content: Content) -> None:
    phones = Phones(whole, content, 30)
    phones.join()
    done = threading.Event()

    def keep_voting() -> int:
        rounds = 0
        while not done.is_set():
            phones.vote(("training", "propaganda")[rounds % 2])
            rounds += 1
        return rounds

    with ThreadPoolExecutor(1) as pool:
        voting = pool.submit(keep_voting)
        for process in whole.both:
            process.stop()
            process.start()
            time.sleep(6)  # nginx leaves a process alone for five seconds after it failed
        done.set()
        assert voting.result(timeout=60) > 2
    phones.vote("training")
    assert phones.kept() == [("training",)] * 30
    phones.store.close()


def test_static_files_come_from_nginx_itself_when_they_are_set_ready(site: Site) -> None:
    folder = site.first.folder
    subprocess.run([ROOT / "deploy" / "statisch.sh", folder / "web"], check=True, timeout=60)
    page = ask(f"{site.url}/").body.decode()
    found = re.search(r'src="\.(/static/js/[^"]+)"', page)
    assert found is not None
    with urllib.request.urlopen(
        urllib.request.Request(site.url + found[1], headers={"Accept-Encoding": "gzip"})
    ) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers.get("x-proces") is None
