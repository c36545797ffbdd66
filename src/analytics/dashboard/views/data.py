"""Data: filter, see the table, take it away."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.dashboard import choose, data, parts, tables, whose
from analytics.dashboard.evidence import evidence_panel
from analytics.transforms.revisions import PROSE
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
    group = whose.group(held, asked, first=whose.NAMED, start=tuple)
    first, last = choose.years(held, asked)
    only = st.toggle(t("data.only_values"), key="only-held-years", value=not asked.empty_years)
    shape = choose.one_of(st, "data.shape", "table-shape", ["long", "wide"], asked.shape)
    chosen = replace(
        whose.remembered(asked, held, group), measures=keys, first=first, last=last, empty_years=not only, shape=shape
    )
    parts.remember(chosen, held, replace(whose.shown(held, group, chosen), tables=(PROSE,)))
    if not keys:
        st.info(t("data.choose_measures"))
        return
    ids = group.organ_ids or tuple(held.keys.values())
    frame = data.measured(held.warehouse.build_id, keys, ids, tuple(range(first, last + 1)))
    if only:
        frame = frame[frame["status"] != NO_REPORT].reset_index(drop=True)
    if frame.empty:
        st.info(t("data.empty"))
        return
    point = parts.table_and_downloads(held, frame, keys, "data", wide=shape == "wide")
    tables.prose_figures(data.prose(held.warehouse.build_id), ids, first, last)
    evidence_panel(held, point, measure(str(point[3])) if point else measure(keys[0]))
