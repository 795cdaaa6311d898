"""A kind notice beside a field when its text seems to hold traceable data."""

import streamlit as st

from triggerfactors import privacy


def show(text: str) -> None:
    """Name what was found and where; says nothing for an empty or clean text.

    The words found are shown with ``st.text``, so nothing in them is rendered.
    """
    findings = privacy.find(text)
    if not findings:
        return
    lines = dict.fromkeys(f"“{f.text}”: {privacy.message(f.kind)}" for f in findings)
    with st.container(border=True):
        st.markdown("**Kun je dit anders schrijven?**")
        st.text("\n".join(lines))
