"""A page of prose: its heading, its tabs, the one that is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from analytics.dashboard.choosers import controls
from analytics.dashboard.panels.prose import marked
from analytics.dashboard.state import data, prose, session
from analytics.dashboard.state.address import Selection

Tab = Callable[[data.OpenBuild, Selection], None]


def show_tabs(page: str, tabs: Mapping[str, Tab]) -> None:
    """Draw a page whose sentences begin with its name; ``tabs`` in their order. A collection without prose has none."""
    build = data.open_current_build()
    st.title(session.t(f"{page}.title"))
    st.markdown(session.t(f"{page}.lead"))
    selection = session.read_selection(build)
    tab = str(controls.choose_way(st, f"{page}.tab", f"{page}-tab", tuple(tabs), selection.tab))
    chosen = replace(selection, tab=tab)
    if prose.list_told(build.warehouse.build_id).empty:
        session.remember(chosen, build)
        st.info(session.t("narrative.none_at_all"))
        return
    marked.add_style()
    tabs[tab](build, chosen)
