"""Components with a script of their own, served as files of our own host.

Streamlit finds components with files by scanning *installed* packages. Triggerwijzer runs from its
own folder, so a component is announced to Streamlit here, with the same manifest that scan would
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


def component(name: str, folder: Path) -> ComponentRenderer:
    """The mounting command of the component ``name``; its script is ``assets/<name>.js``."""
    return _renderer(name, folder, id(Runtime.instance()) if Runtime.exists() else 0)


@cache
def _renderer(name: str, folder: Path, runtime: int) -> ComponentRenderer:
    """Register once; ``runtime`` tells apart the runtimes a test run starts."""
    full_name = f"{_PACKAGE}-{name}.{name}"
    if not Runtime.exists():
        # Without a runtime there is no browser either: a component without a script will do.
        return st.components.v2.component(full_name)
    manifest = ComponentManifest(
        name=f"{_PACKAGE}-{name}",
        version=triggerfactors.__version__,
        components=[ComponentConfig(name=name, asset_dir="assets")],
    )
    get_bidi_component_manager().register_from_manifest(manifest, folder)
    return st.components.v2.component(full_name, js=f"{name}.js", isolate_styles=False)
