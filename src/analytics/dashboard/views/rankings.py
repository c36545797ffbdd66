"""Rankings: one measure in one year, by value or change, from the end that the reader chooses."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.ranking import ranking as ranking_chart
from analytics.charts.ranking import title
from analytics.dashboard import choose, data, groups, parts, snapshot, whose
from analytics.dashboard.evidence import evidence_panel
from analytics.dashboard.groups import Group
from analytics.transforms.compare import mixtures
from analytics.transforms.ranking import LEAST_BASE, By, ranking, with_intervals
from analytics.vocabulary.measures import Measure
from analytics.words.numbers import number

MOST_BASE = 100_000
SHOWN = 30
"""Rows of the chart; the table has all."""


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = parts.t, parts.language()
    st.title(t("rankings.title"))
    asked = parts.selection(held)
    wanted = snapshot.one_measure(held, asked)
    group = whose.group(held, asked, first=whose.AREA, start=lambda: choose.default_organs(held, wanted, 8))
    year = snapshot.one_year(held, asked, group)
    left, middle, right = st.columns([2, 2, 1])
    ways = [By.VALUE, By.DIFFERENCE] if wanted.is_rate else list(By)
    by = By(choose.one_of(left, "rankings.by", "rank-by", ways, asked.by))
    end = choose.one_of(middle, "rankings.end", "rank-end", ["highest", "lowest"], asked.end, required=False)
    base = int(
        right.number_input(
            t("rankings.least_base"),
            0,
            MOST_BASE,
            LEAST_BASE if asked.base is None else min(asked.base, MOST_BASE),
            key="least-base",
        )
    )
    chosen = replace(whose.remembered(asked, held, group), measures=(wanted.key,), year=year)
    snapshot.remember(held, group, replace(chosen, by=str(by), end=end, base=base))
    frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, (year - 1, year))
    rows = ranking(frame, wanted, year=year, by=by, least_base=base)
    ranked = rows[rows["rank"].notna()]
    st.caption(t("rankings.of", group=group.name, count=number(len(ranked), language), all=number(len(rows), language)))
    parts.warn_of_mixtures(mixtures(held.organs, ranked, tuple(ranked["organ_id"])))
    if ranked.empty:
        st.info(t("rankings.nothing"))
        return
    if end is None:
        st.info(t("rankings.choose_end"))
        parts.table_and_downloads(held, rows.sort_values("organ_id"), (wanted.key,), "rankings")
        return
    ordered = ranked if end == "highest" else ranked.iloc[::-1]
    _ranked(held, ordered, rows, group, wanted, by=by, year=year)


def _ranked(
    held: data.Collection,
    ordered: pd.DataFrame,
    rows: pd.DataFrame,
    group: Group,
    wanted: Measure,
    *,
    by: By,
    year: int,
) -> None:
    """The chart of the first organs with its table; ``rows`` has those that cannot be ranked as well."""
    language = parts.language()
    shown = with_intervals(ordered.head(SHOWN), wanted)
    figure = ranking_chart(
        shown,
        held.names,
        wanted,
        language,
        by=by,
        year=year,
        whole=ordered,
        left_out=len(rows) - len(ordered),
        source=parts.t("chart.source"),
    )
    summary = parts.summary_of(title(ordered, held.names, wanted, language, by=by, year=year), rows)
    point = parts.chart(groups.stated(group, figure), summary, "rankings")
    st.caption(summary)
    parts.notes(wanted)
    row = parts.table_and_downloads(held, ordered, (wanted.key,), "rankings")
    evidence_panel(held, row or point, wanted)
