"""One chart alone: in a frame of another page, or on paper. The address says so, and which chart it is."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from analytics.dashboard.state.address import Sheet, is_chart_key


def find_sheet() -> Sheet | None:
    """What the address asks for; None for a whole page."""
    requested = st.query_params.get("sheet")
    return Sheet(requested) if requested in set(Sheet) else None


def find_only() -> str:
    """The key of the one chart that the address asks for; empty where it names none."""
    requested = str(st.query_params.get("only", ""))
    return requested if is_chart_key(requested) else ""


def write_sheet_link(link: str, sheet: Sheet | None, only: str = "") -> str:
    """The address of a page's chart alone, or without ``sheet`` of the whole page of such an address."""
    parts = urlsplit(link)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("sheet", "only")]
    added = [] if sheet is None else [("sheet", str(sheet)), ("only", only)]
    return parts._replace(query=urlencode([*kept, *added])).geturl()
