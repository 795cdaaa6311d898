"""The accent colour of an organisation: readable on every background of the app, and never red."""

import colorsys
from collections.abc import Iterator
from typing import Final

from triggerfactors.content.faults import Fault
from triggerfactors.content.loading import Content

# The backgrounds of .streamlit/config.toml on which the accent stands, and the words on a button.
LIGHT: Final = ("#fdfcf9", "#f3efe6", "#ffffff")
DARK: Final = ("#17191c", "#24272b", "#0b151b")
# Text in the accent colour, or on it (WCAG 1.4.3).
LEAST: Final = 4.5


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (``#rrggbb``) by WCAG, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def is_red(colour: str) -> bool:
    """Red is for acute danger only, so an accent may not look like it."""
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(colour))
    return saturation > 0.35 and (hue < 20 / 360 or hue > 335 / 360)


def colour_faults(content: Content) -> Iterator[Fault]:
    """An accent colour that someone cannot read, or that looks like danger."""
    if content.local is None:
        return
    for path, colour, grounds, remedy in (
        ("accent", content.local.accent, LIGHT, "Kies een donkerder kleur."),
        ("accent_dark", content.local.accent_dark, DARK, "Kies een lichtere kleur."),
    ):
        if colour is None:
            continue
        least = min(contrast(colour, ground) for ground in grounds)
        if least < LEAST:
            message = f"Deze kleur leest slecht: contrast {least:.1f}, minstens {LEAST} nodig."
            yield Fault("lokaal", path, "contrast", message, remedy)
        if is_red(colour):
            message = "Rood is alleen voor acuut gevaar."
            yield Fault("lokaal", path, "rood", message, "Kies een andere kleur dan rood.")
