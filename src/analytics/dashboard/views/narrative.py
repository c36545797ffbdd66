"""Narrative: search in the prose of all reports, read one, set two beside each other, its copies, section five."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.dashboard.choosers import controls
from analytics.dashboard.panels.prose import beside, copies, evaluated, five, marked, reading, searching
from analytics.dashboard.state import data, prose, session
from analytics.dashboard.state.address import NARRATIVE_TABS

_TABS = {
    "search": searching.show_search,
    "read": reading.show_reading,
    "beside": beside.show_beside,
    "copies": copies.show_copies,
    "five": five.show_five,
    "evaluated": evaluated.show_evaluated,
}


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    st.title(session.t("narrative.title"))
    st.markdown(session.t("narrative.lead"))
    selection = session.read_selection(build)
    tab = str(controls.choose_way(st, "narrative.tab", "narrative-tab", NARRATIVE_TABS, selection.tab))
    chosen = replace(selection, tab=tab)
    if prose.list_told(build.warehouse.build_id).empty:
        session.remember(chosen, build)
        st.info(session.t("narrative.none_at_all"))
        return
    marked.add_style()
    _TABS[tab](build, chosen)
