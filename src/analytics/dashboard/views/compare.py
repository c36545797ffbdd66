"""Compare: several organs in one year, over the years, or in two years, and their whole forms side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.briefings.comparison import write_comparison
from analytics.briefings.model import Briefing
from analytics.charts import pairs
from analytics.charts.compare import compare as compare_chart
from analytics.charts.multiples import draw_multiples
from analytics.charts.parts.chart import Chart
from analytics.charts.trends import draw_trends as trends_chart
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, comparisons, forms
from analytics.dashboard.panels.briefings import collect_frames, show_briefing_buttons
from analytics.dashboard.panels.tail import Tail, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.transforms.groups.compare import (
    compare_organs,
    find_best_pair,
    find_common_years,
    find_fullest_year,
)
from analytics.transforms.revisions import add_previous_years
from analytics.transforms.rows import each_row
from analytics.transforms.series.scale import Scale, apply_scale, choose_base_year, list_scales
from analytics.vocabulary.measures import KEY_MEASURES, Measure
from analytics.words import Language

DEFAULT_MEASURE = "requests_new"
"""On every form, and counted alike: decisions made have no known rule of counting."""
MOST = 24
"""Organs of one page: more panels or bars than that are no comparison."""
MOST_FORMS = 8
"""Columns of forms that can be read side by side."""
CHARTS = ("bars", "multiples", "dumbbell", "slope", "index")


def show() -> None:
    """Draw the page."""
    build = data.open_current_build()
    t = session.t
    st.title(t("compare.title"))
    selection = session.read_selection(build)
    measure = controls.choose_measure(build, next(iter(selection.measures), DEFAULT_MEASURE))
    group = organs.choose_group(
        build, selection, first=organs.NAMED, start=lambda: controls.find_default_organs(build, measure, 5)
    )
    chosen = replace(organs.set_group(selection, build, group), measures=(measure.key,))
    if not 2 <= len(group.organ_ids) <= MOST:
        session.remember(chosen, build, organs.describe_view(build, group, chosen))
        st.info(session.say_escaped("compare.choose_some", most=MOST))
        return
    ways = [way for way in CHARTS if way != "index" or not measure.is_rate]
    chart = controls.choose_way(st, "compare.chart", "compare-chart", ways, selection.chart)
    chosen = replace(chosen, chart=chart if chart != CHARTS[0] else None)
    frame = data.read_changes(build.warehouse.build_id, (measure.key,), group.organ_ids, None)
    draw = {"bars": _draw_bars, "multiples": _draw_multiples, "index": _draw_index}.get(chart, _draw_pairs)
    draw(build, frame, group, measure, chosen)


def _draw_bars(build: data.OpenBuild, frame: pd.DataFrame, group: Group, measure: Measure, chosen: Selection) -> None:
    """One common year, or each organ's latest: bars, and differences from a chosen organ."""
    t, ids = session.t, group.organ_ids
    left, right = st.columns(2)
    year = controls.choose_common_year(
        left, find_common_years(frame), sorted(frame["year"].unique()), chosen, fullest=find_fullest_year(frame)
    )
    reference = controls.choose_reference(right, build, [build.keys_of[organ_id] for organ_id in ids], chosen.reference)
    scale = _choose_scale(measure, chosen)
    rows = compare_organs(frame, year=year, reference=build.keys[reference])
    rows = (
        rows.set_index("organ_id")
        .loc[[organ_id for organ_id in ids if organ_id in set(rows["organ_id"])]]
        .reset_index()
    )
    chart = compare_chart(
        rows, build.names, measure, session.language(), reference=build.keys[reference], source=t("chart.source"),
        scale=scale,
    )  # fmt: skip

    def show_beneath() -> None:
        if len(ids) <= MOST_FORMS:
            _show_briefings(build, measure, ids, year)
        st.subheader(session.say_escaped("compare.differences", organ=build.names[build.keys[reference]]))
        st.dataframe(comparisons.make_difference_table(rows, build, measure), hide_index=True)

    different_years = rows.loc[rows["value"].notna(), "year"].nunique()
    _show_chart(build, rows, group, measure, chart, beneath=show_beneath, years=different_years)
    wants_forms = _show_forms(build, rows, build.keys[reference], chosen)
    session.remember(
        replace(chosen, year=year, reference=reference, forms=wants_forms, latest_of_each=year is None,
                scale=None if scale is Scale.VALUE else str(scale)), build,
        replace(organs.describe_view(build, group, chosen), tables=forms.TABLES if wants_forms else (),
                years=add_previous_years(int(row_year) for row_year in rows["year"])),
    )  # fmt: skip


def _choose_scale(measure: Measure, chosen: Selection) -> Scale:
    """Whether the axis is logarithmic: values of very different size are told apart only on such a one."""
    ways = [str(scale) for scale in list_scales(measure) if scale is not Scale.INDEX]
    if len(ways) < 2:
        return Scale.VALUE
    return Scale(controls.choose_way(st, "compare.axis", "compare-scale", ways, chosen.scale))


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


def _draw_multiples(
    build: data.OpenBuild, frame: pd.DataFrame, group: Group, measure: Measure, chosen: Selection
) -> None:
    """A panel an organ, over the years."""
    first, last = controls.choose_years(build, chosen, [measure])
    chosen = replace(chosen, first=first, last=last)
    session.remember(chosen, build, organs.describe_view(build, group, chosen))
    changes = data.read_changes(
        build.warehouse.build_id, (measure.key,), group.organ_ids, tuple(range(first, last + 1))
    )
    source = session.t("chart.source")
    _show_chart(
        build, changes, group, measure, draw_multiples(changes, build.names, measure, session.language(), source=source)
    )


def _draw_pairs(build: data.OpenBuild, frame: pd.DataFrame, group: Group, measure: Measure, chosen: Selection) -> None:
    """Two years of every organ."""
    left, right = st.columns(2)
    known = sorted(int(year) for year in frame["year"].unique())
    if len(known) < 2:
        st.info(session.t("compare.one_year"))
        return
    first, last = controls.choose_two_years(left, right, known, chosen, find_best_pair(frame))
    chosen = replace(chosen, first=first, last=last)
    session.remember(chosen, build, organs.describe_view(build, group, chosen))
    changes = frame[frame["year"].isin([first, last])].reset_index(drop=True)
    draw = pairs.draw_dumbbell if chosen.chart == "dumbbell" else pairs.draw_slope
    source = session.t("chart.source")
    figure = draw(changes, build.names, measure, session.language(), first=first, last=last, source=source)
    _show_chart(build, changes, group, measure, figure)


def _draw_index(build: data.OpenBuild, frame: pd.DataFrame, group: Group, measure: Measure, chosen: Selection) -> None:
    """Every organ against its own base year, within an edition."""
    first, last = controls.choose_years(build, chosen, [measure])
    changes = data.read_changes(
        build.warehouse.build_id, (measure.key,), group.organ_ids, tuple(range(first, last + 1))
    )
    base = controls.choose_base_year(st, range(first, last + 1), chosen.index_year or choose_base_year(changes))
    chosen = replace(chosen, first=first, last=last, index_year=base)
    session.remember(chosen, build, organs.describe_view(build, group, chosen))
    marks = data.find_series_breaks(build.warehouse.build_id, measure.key, group.organ_ids)
    marks = marks[marks["year"].between(first + 1, last)]
    drawn = apply_scale(changes, Scale.INDEX, base_year=base, breaks=marks)
    source = session.t("chart.source")
    figure = trends_chart(
        drawn, marks, build.names, measure, session.language(), source=source, scale=Scale.INDEX, base_year=base
    )
    _show_chart(build, changes, group, measure, figure)


def _show_chart(
    build: data.OpenBuild,
    changes: pd.DataFrame,
    group: Group,
    measure: Measure,
    chart: Chart,
    *,
    beneath: Callable[[], None] | None = None,
    years: int = 1,
) -> None:
    """A chart of any kind with its warnings and its tail; ``years`` are those that stand on one axis as if one."""
    charts.warn_of_mixtures(data.list_mixtures(build, changes, group.organ_ids), years=years)
    summary = charts.write_summary(chart.title.text, changes)
    show_tail(
        build,
        Tail(
            key="compare", chart=groups.add_group_note(group, chart), rows=changes, measures=[measure],
            summary=summary, caption=summary, noted=[measure], cells=measure.all_cells, beneath=beneath,
        ),
    )  # fmt: skip
