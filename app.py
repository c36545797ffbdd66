"""The dashboard for ``streamlit run app.py``, or any server of ASGI applications: ``app:app``."""

import streamlit as st

from analytics.dashboard.app import describe_app

app = st.App(**describe_app())
