"""Compare: two to eight organs side by side, in one common year or each in its latest."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.charts.compare import compare as compare_chart
from analytics.charts.compare import title
from analytics.dashboard import choose, data, parts
from analytics.dashboard.evidence import evidence_panel
from analytics.transforms.compare import common_years, mixtures, side_by_side

DEFAULT_MEASURE = "penalty_decisions"
MOST = 8


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = parts.t
    st.title(t("compare.title"))
    asked = parts.selection(held)
    wanted = choose.one_measure(next(iter(asked.measures), DEFAULT_MEASURE))
    organs = choose.organs(held, asked.organs[:MOST] or choose.default_organs(held, wanted, 5), limit=MOST)
    if len(organs) < 2:
        parts.remember(replace(asked, measures=(wanted.key,), organs=organs), held)
        st.info(t("compare.choose_two"))
        return
    ids = tuple(held.keys[key] for key in organs)
    frame = data.measured(held.warehouse.build_id, (wanted.key,), ids, None)
    left, right = st.columns(2)
    year = choose.common_year(left, common_years(frame), sorted(frame["year"].unique()), asked.year)
    reference = choose.reference(right, held, organs, asked.reference)
    parts.remember(replace(asked, measures=(wanted.key,), organs=organs, year=year, reference=reference), held)
    rows = side_by_side(frame, year=year, reference=held.keys[reference])
    rows = rows.set_index("organ_id").loc[[one for one in ids if one in set(rows["organ_id"])]].reset_index()
    parts.warn_of_mixtures(mixtures(held.organs, rows, ids), years=rows.loc[rows["value"].notna(), "year"].nunique())
    figure = compare_chart(
        rows, held.names, wanted, parts.language(), reference=held.keys[reference], source=t("chart.source")
    )
    summary = parts.summary_of(title(rows, held.names, wanted, parts.language()), rows)
    point = parts.chart(figure, summary, "compare")
    st.caption(summary)
    parts.notes(wanted)
    st.subheader(t("compare.differences", organ=held.names[held.keys[reference]]))
    st.dataframe(parts.difference_table(rows, held, wanted), hide_index=True)
    row = parts.table_and_downloads(held, rows, (wanted.key,), "compare")
    evidence_panel(held, row or point, wanted)
