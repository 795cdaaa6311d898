"""Move focus to a new step and say so, for people who do not see the screen change.

Streamlit leaves focus on the button that was pressed and announces nothing. This component does
both, from a script that is served as a file of our own host.

Streamlit finds components with files by scanning *installed* packages. Triggerwijzer runs from its
own folder, so the component is announced to Streamlit here, with the same manifest that scan would
have made. Nothing needs to be installed.
"""

from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer
from streamlit.runtime import Runtime

import triggerfactors

_PACKAGE: Final = "triggerwijzer"
_COMPONENT: Final = "focus"
_NAME: Final = f"{_PACKAGE}.{_COMPONENT}"


def announce(heading_id_or_text: str, message: str, key: str) -> None:
    """Focus a heading and fill the status line, once for every new step.

    Call it once per page, with the same place in the page each time; the end is a good one.

    Args:
        heading_id_or_text: the anchor or the full text of the h1 or h2 of this step.
        message: what the status line says, such as ``"Stap 2 van 7"``. Plain text.
        key: which step this is. Focus moves when it differs from the last one announced, on this
            page or another; a rerun with the same key does nothing. The very first page someone
            opens keeps its focus too.
    """
    renderer = _renderer(id(Runtime.instance()) if Runtime.exists() else 0)
    renderer(
        key="focus",
        data={"heading": heading_id_or_text, "message": message, "step": key},
        height="content",
    )


@cache
def _renderer(runtime: int) -> ComponentRenderer:
    """Return the mounting command; ``runtime`` tells apart the runtimes a test run starts."""
    if not Runtime.exists():
        # Without a runtime there is no browser either: a component without a script will do.
        return st.components.v2.component(_NAME)
    manifest = ComponentManifest(
        name=_PACKAGE,
        version=triggerfactors.__version__,
        components=[ComponentConfig(name=_COMPONENT, asset_dir="assets")],
    )
    get_bidi_component_manager().register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(_NAME, js="focus.js", isolate_styles=False)
