"""The organisation's own colour in Streamlit's theme: buttons, radios and the bar of progress."""

from typing import Final

from streamlit import config

from triggerfactors.content import Content

_OPTIONS: Final = {
    "accent": "theme.light.primaryColor",
    "accent_dark": "theme.dark.primaryColor",
}
_DEFAULTS: Final[dict[str, str]] = {}


def use(content: Content) -> None:
    """Give whoever opens a window from now on the colours of this content's overlay."""
    for field, option in _OPTIONS.items():
        default = _DEFAULTS.setdefault(option, str(config.get_option(option)))
        own = getattr(content.local, field) if content.local else None
        config.set_option(option, own or default)
