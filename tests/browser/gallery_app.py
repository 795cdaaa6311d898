"""Every widget the pages may use, once, for the check on contrast and names."""

import datetime

import streamlit as st

from triggerfactors.ui import frame

page = st.navigation([st.Page(lambda: None, title="Proef", default=True)], position="hidden")
frame.show([page], current=page)
st.title("Proef", anchor=False)
st.header("Vragen", anchor=False)
st.caption("Een rustige toelichting.")
st.radio("Kies", ["Ja", "Nee", "Weet ik niet"], index=1, captions=["een", "twee", "drie"])
st.radio("Kies niet", ["Ja", "Nee"], disabled=True)
st.checkbox("Vink", value=True)
st.toggle("Zet aan", value=True)
st.pills("Kies er meer", ["a", "b", "c"], selection_mode="multi", default=["a"])
st.segmented_control("Weergave", ["Nu", "Later"], default="Nu")
st.text_input("Kort", placeholder="bijvoorbeeld dit", help="Waarom vragen we dit?")
st.text_area("Lang", placeholder="bijvoorbeeld dit")
st.number_input("Getal", value=3)
st.slider("Schuif", 0, 10, 3)
st.date_input("Dag", value=datetime.date(2026, 1, 1), format="DD-MM-YYYY")
st.button("Verder", type="primary")
st.button("Terug")
st.button("Wis alles", type="tertiary")
st.button("Niet nu", disabled=True)
st.download_button("Bewaar", data=b"x", file_name="x.txt")
st.link_button("Lees meer", "/over")
with st.container(border=True):
    st.subheader("Kaart", anchor=False)
    st.markdown(
        "Tekst met een [koppeling](/over) en **nadruk**. "
        ":gray[grijs] :red[rood] :green[groen] :blue[blauw] :orange[oranje]"
    )
st.divider()
with st.expander("Lees meer", expanded=True):
    st.markdown("- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> citaat `code`")
with st.popover("Uitleg"):
    st.write("Uitleg")
first, second = st.tabs(["Een", "Twee"])
first.write("een")
second.write("twee")
st.progress(0.4, text="Stap 2 van 5")
st.info("Let op")
st.success("Klaar")
st.warning("Pas op")
st.error("Fout")
st.metric("Vragen", 5)
with st.form("formulier"):
    st.text_input("Naam van de school", key="q")
    st.form_submit_button("Bewaar antwoord", type="primary")
