"""The document beside the chart: a drawer on the right of a wide screen, a sheet at the foot of a narrow one.

It stands where the reader looks, however far down its page is written, and takes its width from the chart. What it
shows is a page of its own (``routes.evidence_pages``).
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.dashboard.panels.facsimile.view import Choice
from analytics.dashboard.state import data
from analytics.dashboard.state.session import language, t

_CLOSED = "facsimile-closed"
_STYLE = """
[class*=st-key-facsimile-drawer]{position:fixed;z-index:99;right:0;top:3.75rem;bottom:0;width:42vw;gap:.3rem !important;
 background:#fff;border-left:1px solid #c5ced6;box-shadow:-4px 0 12px #0002;padding:.4rem .5rem .4rem .7rem}
[class*=st-key-facsimile-drawer] [data-testid=stIFrame],[class*=st-key-facsimile-drawer] iframe
 {height:100% !important;width:100% !important;border:0}
[class*=st-key-facsimile-drawer]>[data-testid=stElementContainer]:has(iframe)
 {flex:1 1 auto;min-height:0;height:auto !important}
[class*=st-key-facsimile-drawer] [data-testid=stElementContainer]:has(style){display:none}
[data-testid=stMain]:has([class*=st-key-facsimile-drawer]){padding-right:42vw;box-sizing:border-box}
@media (max-width:1099px){
 [class*=st-key-facsimile-drawer]{left:0;width:auto;top:auto;height:62vh;border-left:0;border-top:2px solid #1f4e79;
  box-shadow:0 -4px 12px #0003;padding:.3rem}
 [data-testid=stMain]:has([class*=st-key-facsimile-drawer]){padding-right:0}
 [data-testid=stMainBlockContainer]:has([class*=st-key-facsimile-drawer]){padding-bottom:66vh}
}
@media print{[class*=st-key-facsimile-drawer]{display:none}
 [data-testid=stMain]:has([class*=st-key-facsimile-drawer]){padding-right:0}}
"""


def forget_closed() -> None:
    """Nothing is chosen: what was closed opens again when it is chosen anew."""
    st.session_state.pop(_CLOSED, None)


def open_drawer(
    build_id: str, report_id: int, cells: Sequence[int] = (), *, finding: int | None = None, key: str
) -> None:
    """Show some cells of a report, a finding about it (from 1), or where neither is given the whole document."""
    choice = Choice(language(), tuple(cells), finding, is_whole=not cells and finding is None)
    asked = f"{build_id}/{report_id}{choice.write()}"
    if st.session_state.get(_CLOSED) == asked:
        return
    with st.container(key=f"facsimile-drawer-{key}"):
        st.html(f"<style>{_STYLE}</style>")
        if st.button(t("facsimile.close"), key=f"facsimile-close-{key}", icon=":material/close:", type="tertiary"):
            st.session_state[_CLOSED] = asked
            st.rerun()
        st.iframe(f"{data.find_server_root()}/evidence/{asked}", height=600, alt=t("facsimile.panel"))
