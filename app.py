"""The Streamlit entry: page settings, navigation and the frame around every page. No rules."""

import streamlit as st
from streamlit.navigation.page import Page

from triggerfactors import metrics
from triggerfactors.ui import faults, frame, returning, sign_in


def in_the_row() -> list[Page]:
    """The pages of the navigation row, in its order."""
    return [
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


def beside_it() -> list[Page]:
    """Reached from the Wegwijzer and the overview; the row stays short enough for a phone."""
    return [st.Page("pages/adviesvraag.py", title="Adviesvraag", url_path="adviesvraag")]


# Making a page asks the disk ten things. With many people at once each of those is a wait for
# the other windows, so a window makes its pages once.
if "tw_paginas" not in st.session_state:
    st.session_state["tw_paginas"] = in_the_row(), beside_it()
row, beside = st.session_state["tw_paginas"]
page = st.navigation([*row, *beside], position="hidden")
# Every page sets its own title, once: a second, different one costs the browser 6 ms.
frame.show(row, current=page)
faults.stop_when_broken()
sign_in.require()
returning.show()
with metrics.page_run(page.url_path):
    page.run()
