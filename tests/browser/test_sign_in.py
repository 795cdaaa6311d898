"""Signing in with the organisation's account, against a real OpenID Connect service on loopback."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import Server, copy_of_the_program, free_port, served
from tests.browser.identity import CLIENT, WHO, Identity, identity_service
from tests.web.plain import ask

BUTTON = "Meld je aan met je werkaccount"


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Identity]]:
    """The app as docs/beheer.md says: the setting, and a file with what the service gave."""
    folder = tmp_path_factory.mktemp("aanmelden")
    copy_of_the_program(folder)
    port = free_port()
    with identity_service() as service:
        (folder / ".streamlit" / "secrets.toml").write_text(
            f"""[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "{"0123456789abcdef" * 4}"
client_id = "{CLIENT}"
client_secret = "geheim"
server_metadata_url = "{service.url}/.well-known/openid-configuration"
""",
            encoding="utf-8",
        )
        settings = {"TRIGGERWIJZER_AANMELDEN": "ja"}
        with served(folder / "log", root=folder, settings=settings, port=port) as server:
            yield server, service


@pytest.fixture
def visitor(browser: Browser, asking: tuple[Server, Identity]) -> Iterator[Page]:
    """Someone without an account here yet; their browser also goes to the identity service."""
    context = browser.new_context(base_url=asking[0].url, locale="nl-NL")
    page = context.new_page()
    yield page
    context.close()


def test_nothing_is_shown_before_someone_signed_in_and_then_the_page_they_wanted(
    visitor: Page, asking: tuple[Server, Identity]
) -> None:
    server, service = asking
    visitor.goto("/situatie")
    expect(visitor.get_by_role("heading", name="Meld je aan")).to_be_visible()
    expect(visitor.get_by_role("radio")).to_have_count(0)
    visitor.get_by_role("button", name=BUTTON).click()
    expect(visitor.get_by_role("button", name=BUTTON)).to_have_count(0)
    visitor.goto("/situatie")
    expect(visitor.get_by_role("radio").first).to_be_visible()
    assert "/sleutel" in service.asked
    assert WHO not in server.log()


def test_who_is_turned_away_stays_outside(visitor: Page, asking: tuple[Server, Identity]) -> None:
    _, service = asking
    service.refuse = True
    try:
        visitor.goto("/situatie")
        visitor.get_by_role("button", name=BUTTON).click()
        expect(visitor.get_by_role("button", name=BUTTON)).to_be_visible()
    finally:
        service.refuse = False


def test_a_cookie_made_by_hand_opens_nothing(
    visitor: Page, asking: tuple[Server, Identity]
) -> None:
    made = {"name": "_streamlit_user", "value": '{"email":"x","is_logged_in":true}'}
    visitor.context.add_cookies([{**made, "url": asking[0].url}])
    visitor.goto("/situatie")
    expect(visitor.get_by_role("button", name=BUTTON)).to_be_visible()


def test_phones_in_a_workshop_need_no_account(asking: tuple[Server, Identity]) -> None:
    assert ask(asking[0], "/mee").status == 200
