"""Compare: several organs in one year, over the years, or in two years, and their whole forms side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.briefings.comparison import write_comparison
from analytics.briefings.model import Briefing
from analytics.charts.compare import compare as compare_chart
from analytics.dashboard.choosers import controls, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import compared_charts, comparisons, forms
from analytics.dashboard.panels.briefings import collect_frames, show_briefing_buttons
from analytics.dashboard.panels.compared_charts import Comparison, choose_scale, set_scale, show_compared
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import CHART, CHARTS, Selection
from analytics.dashboard.state.screen import find_room
from analytics.transforms.groups.compare import (
    compare_organs,
    find_common_years,
    find_year_of_most_values,
)
from analytics.transforms.revisions import add_previous_years
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import KEY_MEASURES, Measure
from analytics.words import Language

DEFAULT_MEASURE = "requests_new"
"""On every form, and counted alike: decisions made have no known rule of counting."""
MOST, MOST_POINTS = 24, 400
"""Organs of one page, and of a scatter: more panels or bars than that are no comparison."""
MOST_FORMS = 8
"""Columns of forms that can be read side by side."""


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t = session.t
    st.title(t("compare.title"))
    selection = session.read_selection(build)
    choices = controls.open_choices()
    with choices:
        measure, group, chosen, ways_place = _choose(build, selection)
    chart = chosen.chart or CHARTS[0]
    most = MOST_POINTS if chart == "scatter" else MOST
    if not 2 <= len(group.organ_ids) <= most:
        session.remember(chosen, build, organs.describe_view(build, group, chosen))
        st.info(session.say_escaped("compare.choose_some", most=most))
        return
    frame = data.read_changes(build.warehouse.build_id, (measure.key,), group.organ_ids, None)
    draws: dict[str, Callable[[Comparison], None]] = {
        "bars": _show_bars, "multiples": compared_charts.show_multiples, "index": compared_charts.show_index,
        "scatter": partial(compared_charts.show_scatter, requested=selection.measures),
    }  # fmt: skip
    draws.get(chart, compared_charts.show_pairs)(
        Comparison(build, group=group, measure=measure, frame=frame, chosen=chosen, place=ways_place)
    )


def _choose(build: data.OpenBuild, selection: Selection) -> tuple[Measure, Group, Selection, DeltaGenerator]:
    """Measure, organs and the kind of chart, in three rows; the place beside it for what a chart asks further."""
    left, right = st.columns([3, 2])
    with left:
        measure = controls.choose_measure(build, next(iter(selection.measures), DEFAULT_MEASURE))
    organs_place, tab_place = st.columns([4, 1])
    group = organs.choose_group(
        build, selection, first=organs.NAMED, start=lambda: controls.find_default_organs(build, measure, 5),
        way_place=right, place=organs_place,
    )  # fmt: skip
    tab = controls.choose_tab(tab_place, selection.tab)
    chart_place, ways_place = st.columns([1, 3])
    ways = [way for way in CHARTS if way != "index" or not measure.is_rate]
    chart = controls.choose_listed(chart_place, "compare.chart", "compare-chart", ways, selection.chart)
    chosen = replace(
        organs.set_group(selection, build, group), measures=(measure.key,),
        chart=chart if chart != CHARTS[0] else None, tab=tab if tab != CHART else None,
    )  # fmt: skip
    return measure, group, chosen, ways_place


def _show_bars(compared: Comparison) -> None:
    """One common year, or each organ's latest: bars, and differences from a chosen organ."""
    build, measure, frame, chosen = compared.build, compared.measure, compared.frame, compared.chosen
    t, ids = session.t, compared.group.organ_ids
    left, right, scale_place = compared.place.columns([3, 3, 2])
    year = controls.choose_common_year(
        left, find_common_years(frame), sorted(frame["year"].unique()), chosen, fullest=find_year_of_most_values(frame)
    )
    reference = controls.choose_reference(right, build, [build.keys_of[organ_id] for organ_id in ids], chosen.reference)
    scale = choose_scale([measure], chosen, scale_place)
    rows = compare_organs(frame, year=year, reference=build.keys[reference])
    rows = (
        rows.set_index("organ_id")
        .loc[[organ_id for organ_id in ids if organ_id in set(rows["organ_id"])]]
        .reset_index()
    )
    chart = compare_chart(
        rows, build.name_organs(session.language()), measure, session.language(), reference=build.keys[reference],
        source=t("chart.source"), scale=scale, room=find_room(),
    )  # fmt: skip

    def show_beneath() -> None:
        if len(ids) <= MOST_FORMS:
            _show_briefings(build, measure, ids, year)
        st.subheader(
            session.say_escaped(
                "compare.differences", organ=build.name_organs(session.language())[build.keys[reference]]
            )
        )
        st.dataframe(comparisons.make_difference_table(rows, build, measure), hide_index=True)

    different_years = rows.loc[rows["value"].notna(), "year"].nunique()
    show_compared(compared, rows, [measure], chart, beneath=show_beneath, years=different_years)
    wants_forms = _show_forms(build, rows, build.keys[reference], chosen)
    session.remember(
        set_scale(replace(chosen, year=year, reference=reference, forms=wants_forms, latest_of_each=year is None),
                   scale), build,
        replace(organs.describe_view(build, compared.group, chosen), tables=forms.TABLES if wants_forms else (),
                years=add_previous_years(int(row_year) for row_year in rows["year"])),
    )  # fmt: skip


def _show_briefings(build: data.OpenBuild, measure: Measure, ids: tuple[int, ...], year: int | None) -> None:
    """One click each: the chosen measure and the key figures of all organs as a file to send on."""
    keys = tuple(dict.fromkeys((measure.key, *KEY_MEASURES)))

    def make_briefing(language: Language) -> Briefing:
        changes = data.read_changes(build.warehouse.build_id, keys, ids, None)
        frames = collect_frames(build, changes, keys, ids, language)
        return write_comparison(frames, organ_ids=ids, organs=build.organs, year=year)

    show_briefing_buttons(make_briefing, "countyscope-comparison")


def _show_forms(build: data.OpenBuild, rows: pd.DataFrame, reference: int, chosen: Selection) -> bool:
    """The whole form of every organ, in the years compared, where that is asked for."""
    years = {int(row.organ_id): int(row.year) for row in each_row(rows) if not pd.isna(row.report_id)}
    if reference not in years or not 2 <= len(years) <= MOST_FORMS:
        return False
    is_wanted = controls.is_on(st, "compare.forms", "forms", start=chosen.forms)
    if is_wanted:
        forms.show_forms_beside(build, years, reference)
    return is_wanted
