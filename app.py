"""Entry point of ``streamlit run app.py``: the dashboard as an ASGI application."""

from pathlib import Path

import streamlit as st

from analytics.dashboard.failures import failed
from analytics.dashboard.links import routes
from analytics.dashboard.paths import pages_beside

app = st.App(
    Path(__file__).parent / "src" / "analytics" / "dashboard" / "main.py",
    routes=[*routes(), *pages_beside()],
    on_script_error=failed,
)
