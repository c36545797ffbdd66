"""Data: filter, see the table, take it away."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.dashboard import choose, data, parts
from analytics.dashboard.evidence import evidence_panel
from analytics.transforms.revisions import PROSE, Shown
from analytics.transforms.series import NO_REPORT
from analytics.vocabulary.measures import measure

DEFAULT_MEASURES = ("penalty_items", "penalty_decisions", "requests_new", "disclosure_rate")


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = parts.t
    st.title(t("data.title"))
    st.markdown(t("data.lead"))
    asked = parts.selection(held)
    keys = choose.several_measures(held, asked.measures or DEFAULT_MEASURES)
    organs = choose.organs(held, asked.organs)
    first, last = choose.years(held, asked)
    only = st.toggle(t("data.only_values"), key="only-held-years", value=not asked.empty_years)
    shape = choose.one_of(st, "data.shape", "table-shape", ["long", "wide"], asked.shape)
    chosen = replace(asked, measures=keys, organs=organs, first=first, last=last, empty_years=not only, shape=shape)
    shown = Shown(
        tuple(map(measure, keys)), (PROSE,), frozenset(organs) if organs else None, frozenset(range(first, last + 1))
    )
    parts.remember(chosen, held, shown)
    if not keys:
        st.info(t("data.choose_measures"))
        return
    ids = tuple(held.keys[key] for key in organs) or tuple(held.keys.values())
    frame = data.measured(held.warehouse.build_id, keys, ids, tuple(range(first, last + 1)))
    if only:
        frame = frame[frame["status"] != NO_REPORT].reset_index(drop=True)
    if frame.empty:
        st.info(t("data.empty"))
        return
    point = parts.table_and_downloads(held, frame, keys, "data", wide=shape == "wide")
    parts.prose_figures(data.prose(held.warehouse.build_id), ids, first, last)
    evidence_panel(held, point, measure(str(point[3])) if point else measure(keys[0]))
