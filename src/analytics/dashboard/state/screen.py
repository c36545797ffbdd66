"""How wide the reader's screen is: the browser says so where it is not what its name for itself let expect."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from analytics.charts.parts.room import Room

_KEY = "screen"
_watch = st.components.v2.component(
    "countyscope.screen", html="<span></span>", js=files("analytics.dashboard").joinpath("screen.js").read_text("utf-8")
)


def watch_screen() -> None:
    """Have the browser say how wide it is, once it is not as wide as charts are drawn for; before any chart."""
    _watch(key=_KEY, data={"is_narrow": find_room() is Room.NARROW}, on_is_narrow_change=_take_width)


def find_room() -> Room:
    """The room that charts of this session have."""
    if "is_narrow" not in st.session_state:
        st.session_state["is_narrow"] = "Mobi" in (st.context.headers.get("User-Agent") or "")
    return Room.NARROW if st.session_state["is_narrow"] else Room.WIDE


def _take_width() -> None:
    st.session_state["is_narrow"] = bool(st.session_state[_KEY]["is_narrow"])
