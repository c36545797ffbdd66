"""Practices: what agencies say they did, agencies × practices by year; the problems that they name most."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.dashboard.choosers import controls
from analytics.dashboard.panels.prose import common_problems, marked, practice_matrix
from analytics.dashboard.state import data, prose, session
from analytics.dashboard.state.address import PRACTICE_TABS

_TABS = {
    "matrix": practice_matrix.show_matrix,
    "years": practice_matrix.show_years,
    "problems": common_problems.show_problems,
    "lexicon": practice_matrix.show_lexicon,
}


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    st.title(session.t("practices.title"))
    st.markdown(session.t("practices.lead"))
    selection = session.read_selection(build)
    tab = str(controls.choose_way(st, "practices.tab", "practices-tab", PRACTICE_TABS, selection.tab))
    chosen = replace(selection, tab=tab)
    if prose.list_told(build.warehouse.build_id).empty:
        session.remember(chosen, build)
        st.info(session.t("narrative.none_at_all"))
        return
    marked.add_style()
    _TABS[tab](build, chosen)
