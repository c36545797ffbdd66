"""The dashboard as an ASGI application: pages, data links, documents, health, behind the doors.

``app.py`` at the top of the project calls ``st.App`` itself, since ``streamlit run`` looks for that call in the text of
the file; ``countyscope serve`` takes ``make_app``. The settings of Streamlit stand in ``.streamlit`` beside this file.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from analytics.dashboard.routes.data_links import list_routes
from analytics.dashboard.routes.doors import Doors, parse_hosts
from analytics.dashboard.routes.evidence_pages import list_evidence_routes
from analytics.dashboard.routes.failures import report_failure
from analytics.dashboard.routes.health import list_health_routes
from analytics.dashboard.routes.paths import list_page_routes
from analytics.serve import FRAMES, HOSTS


def describe_app() -> dict[str, Any]:
    """What ``st.App`` is called with."""
    hosts, frames = parse_hosts(os.environ.get(HOSTS, "")), parse_hosts(os.environ.get(FRAMES, ""))
    return {
        "script_path": Path(__file__).with_name("main.py"),
        "routes": [*list_routes(), *list_evidence_routes(), *list_health_routes(), *list_page_routes()],
        "middleware": [Middleware(Doors, named=hosts, frames=frames)],
        "on_script_error": report_failure,
    }


def make_app() -> st.App:
    """The application, for a server that makes it itself."""
    return st.App(**describe_app())
