"""Signing in: off by default; on, nothing is shown before someone has signed in."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from triggerfactors.ui import sign_in


def page() -> None:
    import streamlit as st

    from triggerfactors.ui import sign_in

    sign_in.require()
    st.text("de app zelf")


def shown(monkeypatch: pytest.MonkeyPatch, *, asked: bool, signed_in: bool) -> AppTest:
    monkeypatch.setattr(sign_in, "_asked", lambda: asked)
    user: Any = SimpleNamespace(is_logged_in=signed_in)
    monkeypatch.setattr(sign_in.st, "user", user)
    return AppTest.from_function(page).run()


def test_without_the_setting_nobody_has_to_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    app = shown(monkeypatch, asked=False, signed_in=False)
    assert [text.value for text in app.text] == ["de app zelf"]


def test_with_the_setting_the_app_waits_for_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    app = shown(monkeypatch, asked=True, signed_in=False)
    assert "de app zelf" not in [text.value for text in app.text]
    assert [button.label for button in app.button] == ["Meld je aan met je werkaccount"]
    assert not app.exception


def test_who_signed_in_gets_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    app = shown(monkeypatch, asked=True, signed_in=True)
    assert [text.value for text in app.text] == ["de app zelf"]
