"""The dashboard as an ASGI application, for ``countyscope serve`` or any server of such applications."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from analytics.dashboard.routes.data_links import list_routes
from analytics.dashboard.routes.doors import Doors, parse_hosts
from analytics.dashboard.routes.evidence_pages import list_evidence_routes
from analytics.dashboard.routes.failures import report_failure
from analytics.dashboard.routes.health import list_health_routes
from analytics.dashboard.routes.paths import list_page_routes
from analytics.serve import FRAMES, HOSTS

app = st.App(
    Path(__file__).parent / "src" / "analytics" / "dashboard" / "main.py",
    routes=[*list_routes(), *list_evidence_routes(), *list_health_routes(), *list_page_routes()],
    middleware=[
        Middleware(Doors, named=parse_hosts(os.environ.get(HOSTS, "")), frames=parse_hosts(os.environ.get(FRAMES, "")))
    ],
    on_script_error=report_failure,
)
