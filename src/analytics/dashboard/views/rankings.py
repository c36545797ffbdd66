"""Rankings: one measure in one year, by value or change, from the end that the reader chooses."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.charts.ranking import draw_ranking as ranking_chart
from analytics.dashboard.choosers import controls, groups, organs, snapshot
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, tables
from analytics.dashboard.panels.tail import Tail, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import CHART, ENDS, LOWEST, TABLE, Selection
from analytics.dashboard.state.screen import find_room
from analytics.transforms.groups.ranking import LEAST_RANKED_BASE, By, add_intervals, count_left_out, rank_organs
from analytics.vocabulary.measures import Measure
from analytics.words.numbers import number
from analytics.words.plain import escape_markdown

MOST_BASE = 100_000
SHOWN = 30
"""Rows of the chart; the table has all."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t, language = session.t, session.language()
    st.title(t("rankings.title"))
    selection = session.read_selection(build)
    with controls.open_choices():
        measure, group, chosen = _choose(build, selection)
    year, by, end, base = chosen.year or build.years[-1], By(chosen.by or By.VALUE), chosen.end, chosen.base or 0
    with_doubtful = chosen.suspected
    snapshot.remember(build, group, chosen)
    frame = data.read_changes(build.warehouse.build_id, (measure.key,), group.organ_ids, (year - 1, year))
    rows = rank_organs(
        frame, measure, year=year, by=by, least_base=base, include_suspected=with_doubtful,
        from_lowest=end == LOWEST,
    )  # fmt: skip
    ranked = rows[rows["rank"].notna()]
    st.caption(
        session.say_escaped(
            "rankings.of", group=group.name, count=number(len(ranked), language), all=number(len(rows), language)
        )
    )
    _say_left_out(rows, by, base)
    charts.warn_of_mixtures(data.list_mixtures(build, ranked, tuple(sorted(ranked["organ_id"]))))
    if ranked.empty:
        st.info(escape_markdown(_write_advice(build, rows, by, year)))
        return
    if end is None:
        st.info(t("rankings.choose_end"))
        tables.show_table_and_files(build, rows.sort_values("organ_id"), (measure.key,), "rankings", is_open=True)
        return
    _show_ranking(build, ranked, rows, group, measure, by=by, year=year, is_table=chosen.tab == TABLE)


def _choose(build: data.OpenBuild, selection: Selection) -> tuple[Measure, Group, Selection]:
    """Measure, organs, the year and how they are ranked, in three rows."""
    left, right = st.columns([3, 2])
    with left:
        measure = snapshot.choose_measure(build, selection)
    organs_place, year_place = st.columns([3, 1])
    group = organs.choose_group(
        build, selection, first=organs.AREA, start=lambda: controls.find_default_organs(build, measure, 8),
        way_place=right, place=organs_place,
    )  # fmt: skip
    year = snapshot.choose_year(build, selection, group, year_place)
    chosen = replace(organs.set_group(selection, build, group), measures=(measure.key,), year=year)
    return measure, group, _choose_order(measure, chosen, selection)


def _choose_order(measure: Measure, chosen: Selection, selection: Selection) -> Selection:
    """By what and from which end organs are ranked, and which are left out."""
    tab_place, left, middle, right = st.columns([1.5, 3, 2, 1])
    tab = controls.choose_tab(tab_place, selection.tab)
    ways = [By.VALUE, By.DIFFERENCE] if measure.is_rate else list(By)
    by = By(controls.choose_way(left, "rankings.by", "rank-by", ways, selection.by))
    end = controls.choose_way(middle, "rankings.end", "rank-end", ENDS, selection.end, required=False)
    start = LEAST_RANKED_BASE if selection.base is None else min(selection.base, MOST_BASE)
    controls.begin("least-base", range(MOST_BASE + 1), lambda: start)
    base = int(right.number_input(session.t("rankings.least_base"), 0, MOST_BASE, key="least-base"))
    with_doubtful = by is not By.VALUE and controls.is_on(
        st, "rankings.suspected", "rank-suspected", start=selection.suspected
    )
    return replace(chosen, by=str(by), end=end, base=base, suspected=with_doubtful, tab=tab if tab != CHART else None)


def _say_left_out(rows: pd.DataFrame, by: By, base: int) -> None:
    """How many organs have no rank, for each reason."""
    t, counts = session.t, count_left_out(rows, by)
    if counts.empty:
        return
    reasons = [
        t("rankings.reason", reason=t(str(key), base=base), count=number(int(count), session.language()))
        for key, count in counts.items()
    ]
    total = number(int(counts.sum()), session.language())
    st.caption(session.say_escaped("rankings.left_out", count=total, reasons=t("list.clauses").join(reasons)))


def _write_advice(build: data.OpenBuild, rows: pd.DataFrame, by: By, year: int) -> str:
    """What to do where no organ has a rank: there is another reason for it each time."""
    t = session.t
    if by is not By.VALUE and rows[by].isna().all():
        later = [str(other_year) for other_year in build.years if other_year - 1 in build.years]
        first = year - 1 not in build.years and later
        return t(
            "rankings.first_year" if first else "rankings.no_changes", year=year, years=t("list.names").join(later)
        )
    if rows[by].isna().all():
        return t("rankings.no_values", year=year)
    reasons = set(rows["left_out"])
    ways = [t(f"rankings.way_{reason}") for reason in ("below_least_base", "coverage_suspected") if reason in reasons]
    return t("rankings.all_left_out", ways=t("join").join([*ways, t("rankings.way_other")]))


def _show_ranking(
    build: data.OpenBuild,
    ordered: pd.DataFrame,
    rows: pd.DataFrame,
    group: Group,
    measure: Measure,
    *,
    by: By,
    year: int,
    is_table: bool,
) -> None:
    """The chart of the first organs with its table; ``rows`` has those that cannot be ranked as well."""
    language = session.language()
    displayed = add_intervals(ordered.head(SHOWN), measure)
    chart = ranking_chart(
        displayed,
        build.name_organs(session.language()),
        measure,
        language,
        by=by,
        year=year,
        whole=ordered,
        left_out=len(rows) - len(ordered),
        source=session.t("chart.source"),
        room=find_room(),
    )
    summary = charts.write_summary(chart.title.text, rows)
    show_tail(
        build,
        Tail(
            key="rankings", chart=groups.add_group_note(group, chart), rows=ordered, measures=[measure],
            summary=summary, caption=summary, noted=[measure], is_table=is_table,
        ),
    )  # fmt: skip
