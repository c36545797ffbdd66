"""Entry point of ``streamlit run app.py``: the dashboard as an ASGI application."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from analytics.dashboard.routes.data_links import routes
from analytics.dashboard.routes.doors import Doors, named_hosts
from analytics.dashboard.routes.evidence_pages import evidence_routes
from analytics.dashboard.routes.failures import failed
from analytics.dashboard.routes.paths import pages_beside
from analytics.serve import HOSTS

app = st.App(
    Path(__file__).parent / "src" / "analytics" / "dashboard" / "main.py",
    routes=[*routes(), *evidence_routes(), *pages_beside()],
    middleware=[Middleware(Doors, named=named_hosts(os.environ.get(HOSTS, "")))],
    on_script_error=failed,
)
