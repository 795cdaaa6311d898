"""What whoever runs the app can ask: health, readiness and counts, and nothing about a case."""

import asyncio
import json
import re

import pytest

from tests.browser.harness import Server
from tests.threads import run
from tests.web.conftest import TOKEN
from tests.web.plain import ask
from tests.window import Window
from triggerfactors.content import Content

KEY = {"Authorization": f"Bearer {TOKEN}"}


def test_health_tells_three_things_and_no_more(server: Server, content: Content) -> None:
    answer = ask(server, "/gezond")
    assert answer.status == 200
    assert json.loads(answer.body) == {"gezond": True, "klaar": True, "inhoud": content.version}
    assert ask(server, "/gezond/klaar").status == 200


@pytest.mark.parametrize("key", [{}, {"Authorization": "Bearer fout"}, {"Authorization": TOKEN}])
def test_without_the_key_the_metrics_do_not_exist(server: Server, key: dict[str, str]) -> None:
    answer = ask(server, "/meting", headers=key)
    assert (answer.status, answer.text) == (404, "Niet gevonden")


def test_metrics_count_pages_and_windows_and_hold_no_word_of_a_visitor(server: Server) -> None:
    async def walk() -> str:
        async with Window(server.url, "/situatie") as window:
            window.choose("Jongerenwerker")
            await window.press("Verder")
            window.choose("Nee, nu niet")
            await window.press("Verder")
            window.fill("merkwoord-in-meting")
            await window.press("Verder")
            during = await asyncio.to_thread(lambda: ask(server, "/meting", headers=KEY).text)
            assert re.search(r'pagina_seconden_count\{pagina="situatie"\} [4-9]', during)
            return during + window.session

    session = run(walk())[-36:]
    ask(server, "/zomaar-iets?merkwoord-in-meting")
    text = ask(server, "/meting", headers=KEY).text
    assert "merkwoord" not in text and session not in text and "zomaar" not in text
    labels = set(re.findall(r'(?:pagina|soort)="([^"]+)"', text))
    assert labels <= {
        *(
            "start",
            "situatie",
            "wegwijzer",
            "infographic",
            "kennis",
            "leren",
            "over",
            "casusoverleg",
        ),
        *("adviesvraag", "pagina", "bestand", "download", "upload", "streamlit"),
        *("gezond", "meting", "workshop"),
    }


def test_over_https_of_the_own_proxy_the_browser_is_told_to_stay_on_https(server: Server) -> None:
    plain = ask(server, "/_stcore/host-config")
    assert "strict-transport-security" not in plain.fields
    # No other site may send a message to our pages.
    assert json.loads(plain.body)["allowedOrigins"] == []
    secure = ask(server, "/_stcore/host-config", headers={"X-Forwarded-Proto": "https"})
    assert secure.fields["strict-transport-security"].startswith("max-age=63072000")
    assert "secure" in secure.fields.get("set-cookie", "secure").lower()
