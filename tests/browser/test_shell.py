"""The frame of the app in a real browser: language, headers, acute bar, focus, third parties."""

import http.client
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage, ServeScript
from tests.browser.harness import PHONE, Recorder, Server, axe, refused, served, settled, visit

PAGES = [
    "/",
    "/situatie",
    "/wegwijzer",
    "/casusoverleg",
    "/adviesvraag",
    "/infographic",
    "/kennis",
    "/leren",
    "/over",
]

STEPS = """
import streamlit as st
from triggerfactors.ui import frame, focus

page = st.navigation([st.Page(lambda: None, title="Proef", default=True)], position="hidden")
st.set_page_config(page_title="Proef")
frame.show([page], current=page)
step = st.session_state.setdefault("step", 1)
st.header(f"Vraag {step}", anchor=False)
st.caption("Een rustige toelichting.")
st.radio("Kies", ["Ja", "Nee", "Weet ik niet"], key="choice", index=None)
st.text_area("Vertel", key="story")
st.markdown("Regel na regel. " * 400)
st.button("Verder", type="primary", on_click=lambda: st.session_state.update(step=step + 1))
focus.announce(f"Vraag {step}", f"Stap {step} van 3", key=f"stap-{step}")
"""

WIDGETS = """
import streamlit as st
from triggerfactors.ui import frame

page = st.navigation([st.Page(lambda: None, title="Proef", default=True)], position="hidden")
frame.show([page], current=page)
st.title("Proef", anchor=False)
kind = st.radio("Soort", ["gewoon", "fout"])
if kind == "fout":
    raise ValueError("geheim-woord van een gebruiker")
st.header("Bestand", anchor=False)
st.download_button("Bewaar", data=b"inhoud", file_name="proef.txt")
upload = st.file_uploader("Laad")
st.text(f"gelezen: {upload.read().decode()}" if upload else "niets gelezen")
"""

PICTURE = """
import streamlit as st

st.title("Proef", anchor=False)
st.markdown("![weg](https://voorbeeld.invalid/plaatje.png)")
"""


def fetch(
    server: Server, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(server.host, timeout=10)
    connection.request(method, path, headers=dict(headers or {}))
    answer = connection.getresponse()
    fields = {name.lower(): value for name, value in answer.getheaders()}
    body = answer.read()
    connection.close()
    return answer.status, fields, body


@pytest.mark.parametrize("path", PAGES)
def test_the_first_bytes_are_dutch(server: Server, path: str) -> None:
    status, fields, body = fetch(server, path, headers={"Accept-Encoding": "gzip"})
    html = body.decode()
    assert status == 200
    assert '<html lang="nl">' in html
    assert "<title>Triggerwijzer</title>" in html
    assert int(fields["content-length"]) == len(body)
    assert not re.search(r"streamlit app|agent", html, re.IGNORECASE)


def test_a_page_is_never_stored_or_answered_from_a_validator(server: Server) -> None:
    conditions = {"If-None-Match": "*", "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    status, fields, _ = fetch(server, "/", headers=conditions)
    assert (status, fields["cache-control"]) == (200, "no-store")
    assert "etag" not in fields
    assert fetch(server, "/", "HEAD")[0] == 200


def test_scripts_and_styles_stay_cacheable(server: Server) -> None:
    _, _, body = fetch(server, "/")
    found = re.search(r'src="\.(/static/js/[^"]+)"', body.decode())
    assert found is not None
    status, fields, _ = fetch(server, found[1])
    assert status == 200
    assert "immutable" in fields["cache-control"]
    assert fetch(server, found[1], headers={"If-None-Match": fields["etag"]})[0] == 304


@pytest.mark.parametrize("path", ["/", "/gezond", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_carries_the_security_headers(server: Server, path: str) -> None:
    _, fields, _ = fetch(server, path)
    policy = fields["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert fields["x-content-type-options"] == "nosniff"
    assert fields["referrer-policy"] == "no-referrer"
    assert "geolocation=()" in fields["permissions-policy"]
    assert "server" not in fields


@pytest.mark.parametrize(
    "path", ["metrics", "metrics/", "agent/openapi.json", "agent/mcp", "agent"]
)
def test_closed_endpoints_are_closed(server: Server, path: str) -> None:
    assert fetch(server, f"/_stcore/{path}")[0] == 404
    assert fetch(server, f"/_stcore/{path}", "POST")[0] == 404


def test_the_websocket_works_under_the_policy(page: Page) -> None:
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    visit(page, "/")
    assert len(sockets) == 1
    assert refused(page) == []


def test_a_websocket_of_another_site_is_refused_without_asking_a_third_party(
    server: Server,
) -> None:
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Origin": "https://voorbeeld.invalid",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    assert fetch(server, "/_stcore/stream", headers=handshake)[0] == 403
    assert "external IP" not in server.log()


@pytest.mark.parametrize("path", PAGES)
def test_112_and_the_own_route_are_in_sight_on_every_page(open_page: OpenPage, path: str) -> None:
    for size in [{"width": 1280, "height": 800}, PHONE]:
        page = open_page(viewport=size)
        visit(page, path)
        bar = page.get_by_role("complementary", name="Acuut gevaar")
        expect(bar.get_by_role("link", name="Bel 112")).to_be_in_viewport()
        expect(bar.get_by_role("link", name="Bel 112")).to_have_attribute("href", "tel:112")
        expect(bar.get_by_text("Eigen route")).to_be_in_viewport()
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        expect(page).to_have_title(re.compile("Triggerwijzer$"))
        wide = page.evaluate("() => document.documentElement.scrollWidth > innerWidth")
        assert not wide


def test_the_very_first_visitor_of_a_process_may_land_on_any_page(
    tmp_path: Path, open_page: OpenPage
) -> None:
    # A fresh process: before its first navigation Streamlit would run a file in pages/ by itself.
    with served(tmp_path / "server.log") as fresh:
        page = open_page(at=fresh)
        visit(page, "/situatie")
        expect(page.get_by_role("link", name="Bel 112")).to_be_in_viewport()
        page.goto("about:blank")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible(open_page: OpenPage, scheme: str, path: str) -> None:
    page = open_page(color_scheme=scheme)
    visit(page, path)
    assert axe(page) == []
    page.get_by_text("Eigen route", exact=True).first.click()
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_widget_has_enough_contrast(
    serve_script: ServeScript, open_page: OpenPage, scheme: str
) -> None:
    gallery = (Path(__file__).parent / "gallery_app.py").read_text(encoding="utf-8")
    page = open_page(at=serve_script(gallery), color_scheme=scheme, viewport=PHONE)
    visit(page, "/")
    assert axe(page) == []


def test_nothing_shows_that_it_is_a_streamlit_site(page: Page) -> None:
    visit(page, "/")
    expect(page.get_by_text(re.compile("Streamlit|Deploy|Made with"))).to_have_count(0)
    expect(page.get_by_test_id("stToolbar")).not_to_be_visible()


def test_the_navigation_tells_which_page_is_current_and_keeps_the_session(page: Page) -> None:
    loads: list[str] = []
    visit(page, "/")
    page.on("domcontentloaded", lambda opened: loads.append(opened.url))
    page.get_by_role("link", name="Over", exact=True).click()
    settled(page)
    expect(page.locator("[aria-current='page']")).to_have_text("Over")
    expect(page).to_have_url(re.compile("/over$"))
    assert loads == []


def test_the_first_tab_leads_past_the_navigation(page: Page) -> None:
    visit(page, "/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    if not skip.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")  # the scrolling region itself may come first
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#tw-inhoud")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_new_step_gets_focus_and_is_announced(
    serve_script: ServeScript, open_page: OpenPage, scheme: str
) -> None:
    page = open_page(at=serve_script(STEPS), color_scheme=scheme, viewport=PHONE)
    visit(page, "/")
    status = page.get_by_role("status").filter(has_text="Stap")
    expect(page.get_by_role("heading", name="Vraag 1")).not_to_be_focused()
    assert axe(page) == []

    page.get_by_role("button", name="Verder").click()
    settled(page)
    expect(page.get_by_role("heading", name="Vraag 2")).to_be_focused()
    expect(page.get_by_role("heading", name="Vraag 2")).to_be_in_viewport()
    expect(status).to_have_text("Stap 2 van 3")
    assert axe(page) == []
    hidden = page.evaluate(
        """() => { const bar = document.querySelector('.tw-acuut').getBoundingClientRect();
          return document.activeElement.getBoundingClientRect().top < bar.bottom; }"""
    )
    assert not hidden, "the acute bar covers the heading"

    page.get_by_role("button", name="Verder").click()
    settled(page)
    expect(page.get_by_role("heading", name="Vraag 3")).to_be_focused()
    expect(status).to_have_text("Stap 3 van 3")
    expect(page.locator("[role='status'].tw-status")).to_have_count(1)


def test_focus_stays_where_it_is_when_the_step_stays(
    serve_script: ServeScript, open_page: OpenPage
) -> None:
    page = open_page(at=serve_script(STEPS))
    visit(page, "/")
    page.get_by_role("button", name="Verder").click()
    settled(page)
    page.get_by_text("Weet ik niet").click()
    settled(page)
    expect(page.get_by_role("radio", name="Weet ik niet")).to_be_focused()
    story = page.get_by_label("Vertel")
    story.fill("Iets")
    story.press("Control+Enter")
    settled(page)
    expect(story).to_be_focused()


def test_upload_and_download_work(serve_script: ServeScript, open_page: OpenPage) -> None:
    page = open_page(at=serve_script(WIDGETS))
    visit(page, "/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar").click()
    assert download.value.path().read_bytes() == b"inhoud"
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "proef.txt", "mimeType": "text/plain", "buffer": b"hallo"}
    )
    settled(page)
    expect(page.get_by_text("gelezen: hallo")).to_be_visible()


def test_a_picture_of_another_host_is_refused(serve_script: ServeScript, browser: Browser) -> None:
    # A context of its own, because the fixture would rightly fail on the attempt.
    server = serve_script(PICTURE)
    context = browser.new_context(base_url=server.url)
    Recorder(server.host).watch(context)
    failed: list[str | None] = []
    context.on("requestfailed", lambda request: failed.append(request.failure))
    page = context.new_page()
    visit(page, "/")
    page.wait_for_function("() => window.__watch.refused.some((line) => line.startsWith('img'))")
    assert refused(page) == ["img-src https://voorbeeld.invalid/plaatje.png"]
    assert failed == ["csp"]
    context.close()


def test_a_failing_page_says_so_in_dutch_and_logs_no_words(
    serve_script: ServeScript, open_page: OpenPage
) -> None:
    server = serve_script(WIDGETS)
    page = open_page(at=server)
    visit(page, "/")
    page.get_by_text("fout", exact=True).click()
    settled(page)
    expect(page.get_by_text("Er ging iets mis op deze pagina")).to_be_visible()
    assert axe(page) == []
    assert "geheim-woord" not in page.content()
    assert "geheim-woord" not in server.log()
    assert "ValueError" in server.log()
