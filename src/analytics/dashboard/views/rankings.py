"""Rankings: one measure in one year, by value or change, from the end that the reader chooses."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.ranking import ranking as ranking_chart
from analytics.charts.ranking import title
from analytics.dashboard.choosers import controls, groups, organs, snapshot
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, tables
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.transforms.groups.compare import mixtures
from analytics.transforms.groups.ranking import LEAST_BASE, By, left_out_counts, ranking, with_intervals
from analytics.vocabulary.measures import Measure
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

MOST_BASE = 100_000
SHOWN = 30
"""Rows of the chart; the table has all."""


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t, language = session.t, session.language()
    st.title(t("rankings.title"))
    asked = session.selection(held)
    wanted = snapshot.one_measure(held, asked)
    group = organs.group(held, asked, first=organs.AREA, start=lambda: controls.default_organs(held, wanted, 8))
    year = snapshot.one_year(held, asked, group)
    left, middle, right = st.columns([2, 2, 1])
    ways = [By.VALUE, By.DIFFERENCE] if wanted.is_rate else list(By)
    by = By(controls.one_of(left, "rankings.by", "rank-by", ways, asked.by))
    end = controls.one_of(middle, "rankings.end", "rank-end", ["highest", "lowest"], asked.end, required=False)
    start = LEAST_BASE if asked.base is None else min(asked.base, MOST_BASE)
    controls.begin("least-base", range(MOST_BASE + 1), lambda: start)
    base = int(right.number_input(t("rankings.least_base"), 0, MOST_BASE, key="least-base"))
    with_doubtful = by is not By.VALUE and controls.is_on(
        st, "rankings.suspected", "rank-suspected", start=asked.suspected
    )
    remembered = organs.remembered(asked, held, group)
    chosen = replace(remembered, measures=(wanted.key,), year=year, suspected=with_doubtful)
    snapshot.remember(held, group, replace(chosen, by=str(by), end=end, base=base))
    frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, (year - 1, year))
    rows = ranking(frame, wanted, year=year, by=by, least_base=base, include_suspected=with_doubtful)
    ranked = rows[rows["rank"].notna()]
    st.caption(
        session.as_text(
            "rankings.of", group=group.name, count=number(len(ranked), language), all=number(len(rows), language)
        )
    )
    _say_left_out(rows, by, base)
    charts.warn_of_mixtures(mixtures(held.organs, ranked, tuple(ranked["organ_id"])))
    if ranked.empty:
        st.info(escape_markdown(_advice(held, rows, by, year)))
        return
    if end is None:
        st.info(t("rankings.choose_end"))
        tables.table_and_downloads(held, rows.sort_values("organ_id"), (wanted.key,), "rankings")
        return
    ordered = ranked if end == "highest" else ranked.iloc[::-1]
    _ranked(held, ordered, rows, group, wanted, by=by, year=year)


def _say_left_out(rows: pd.DataFrame, by: By, base: int) -> None:
    """How many organs have no rank, for each reason."""
    t, counts = session.t, left_out_counts(rows, by)
    if counts.empty:
        return
    reasons = [
        t("rankings.reason", reason=t(str(key), base=base), count=number(int(count), session.language()))
        for key, count in counts.items()
    ]
    total = number(int(counts.sum()), session.language())
    st.caption(session.as_text("rankings.left_out", count=total, reasons=t("list.clauses").join(reasons)))


def _advice(held: data.Collection, rows: pd.DataFrame, by: By, year: int) -> str:
    """What to do where no organ has a rank: there is another reason for it each time."""
    t = session.t
    if by is not By.VALUE and rows[by].isna().all():
        later = [str(one) for one in held.years if one - 1 in held.years]
        first = year - 1 not in held.years and later
        return t(
            "rankings.first_year" if first else "rankings.no_changes", year=year, years=t("list.names").join(later)
        )
    if rows[by].isna().all():
        return t("rankings.no_values", year=year)
    reasons = set(rows["left_out"])
    ways = [t(f"rankings.way_{one}") for one in ("small_base", "coverage_suspected") if one in reasons]
    return t("rankings.all_left_out", ways=t("join").join([*ways, t("rankings.way_other")]))


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
    language = session.language()
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
        source=session.t("chart.source"),
    )
    summary = charts.summary_of(title(ordered, held.names, wanted, language, by=by, year=year), rows)
    point = charts.chart(groups.stated(group, figure), summary, "rankings")
    st.caption(escape_markdown(summary))
    charts.notes(wanted)
    row = tables.table_and_downloads(held, ordered, (wanted.key,), "rankings")
    evidence_panel(held, row or point, wanted)
