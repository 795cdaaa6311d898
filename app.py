"""The Streamlit entry: page settings, navigation and the frame around every page. No rules."""

import streamlit as st

from triggerfactors import metrics
from triggerfactors.ui import faults, frame, returning, sign_in

PAGES = [
    st.Page("pages/start.py", title="Start", default=True),
    st.Page("pages/situatie.py", title="Situatie", url_path="situatie"),
    st.Page("pages/wegwijzer.py", title="Wegwijzer", url_path="wegwijzer"),
    st.Page("pages/infographic.py", title="Infographic", url_path="infographic"),
    st.Page("pages/kennis.py", title="Kennis", url_path="kennis"),
    st.Page("pages/leren.py", title="Leren", url_path="leren"),
    st.Page("pages/workshop.py", title="Workshop", url_path="workshop"),
    st.Page("pages/casusoverleg.py", title="Casusoverleg", url_path="casusoverleg"),
    st.Page("pages/over.py", title="Over", url_path="over"),
]
# Reached from the Wegwijzer and the overview; the navigation row stays short enough for a phone.
BESIDE = [st.Page("pages/adviesvraag.py", title="Adviesvraag", url_path="adviesvraag")]

page = st.navigation([*PAGES, *BESIDE], position="hidden")
# Every page sets its own title, once: a second, different title in one run costs the browser 6 ms.
frame.show(PAGES, current=page)
faults.stop_when_broken()
sign_in.require()
returning.show()
with metrics.page_run(page.url_path):
    page.run()
