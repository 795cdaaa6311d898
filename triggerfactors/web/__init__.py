"""The web face of Triggerwijzer: ASGI entry, HTML shell, security headers and failures."""

from triggerfactors.web.lean import import_streamlit

# Before anything else in this package: every other module here imports Streamlit.
import_streamlit()
