"""The Streamlit entry: page settings, navigation and the frame around every page. No rules."""

import streamlit as st

from triggerfactors.ui import faults, frame

PAGES = [
    st.Page("pages/start.py", title="Start", default=True),
    st.Page("pages/situatie.py", title="Situatie", url_path="situatie"),
    st.Page("pages/over.py", title="Over", url_path="over"),
]

st.set_page_config(page_title="Triggerwijzer", layout="centered", menu_items={})
page = st.navigation(PAGES, position="hidden")
st.set_page_config(page_title=f"{page.title} – Triggerwijzer")
frame.show(PAGES, current=page)
faults.stop_when_broken()
page.run()
