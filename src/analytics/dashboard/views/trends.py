"""Trends: one measure over the years, one line an organ."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.charts.trends import trends as trends_chart
from analytics.charts.wording import trend_title
from analytics.dashboard import choose, data, parts
from analytics.dashboard.evidence import evidence_panel
from analytics.transforms.breaks import breaks
from analytics.transforms.compare import mixtures

DEFAULT_MEASURE = "penalty_items"


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = parts.t
    st.title(t("trends.title"))
    asked = parts.selection(held)
    wanted = choose.one_measure(held, next(iter(asked.measures), DEFAULT_MEASURE))
    organs = choose.organs(held, asked.organs or choose.default_organs(held, wanted, 4))
    first, last = choose.years(held, asked)
    parts.remember(replace(asked, measures=(wanted.key,), organs=organs, first=first, last=last), held)
    if not organs:
        st.info(t("page.choose_organs"))
        return
    ids = tuple(held.keys[key] for key in organs)
    frame = data.measured(held.warehouse.build_id, (wanted.key,), ids, tuple(range(first, last + 1)))
    parts.warn_of_mixtures(mixtures(held.organs, frame, ids))
    marks = breaks(held.reports, wanted, ids)
    marks = marks[marks["year"].between(first + 1, last)]
    figure = trends_chart(frame, marks, held.names, wanted, parts.language(), source=t("chart.source"))
    summary = parts.summary_of(trend_title(frame, held.names, wanted, parts.language()), frame)
    point = parts.chart(figure, summary, "trends")
    st.caption(summary)
    parts.notes(wanted)
    row = parts.table_and_downloads(held, frame, (wanted.key,), "trends")
    evidence_panel(held, row or point, wanted)
