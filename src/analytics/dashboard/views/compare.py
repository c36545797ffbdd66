"""Compare: several organs in one year, over the years, or in two years, and their whole forms side by side."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.briefings.comparison import comparison
from analytics.briefings.model import Briefing
from analytics.charts import pairs
from analytics.charts.compare import compare as compare_chart
from analytics.charts.multiples import multiples
from analytics.charts.parts.theme import Figure, heading_of
from analytics.charts.trends import trends as trends_chart
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts, comparisons, form_tables, forms, tables
from analytics.dashboard.panels.briefings import briefing_buttons, frames_of
from analytics.dashboard.panels.evidence import evidence_panel
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import Selection
from analytics.transforms.groups.compare import best_pair, common_years, mixtures, side_by_side
from analytics.transforms.revisions import with_previous
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import breaks
from analytics.transforms.series.scale import Scale, likeliest_base, scaled
from analytics.vocabulary.measures import KEY_MEASURES, Measure
from analytics.words import Language
from analytics.words.plain import escape_markdown

DEFAULT_MEASURE = "penalty_decisions"
MOST = 24
"""Organs of one page: more panels or bars than that are no comparison."""
MOST_FORMS = 8
"""Columns of forms that can be read side by side."""
CHARTS = ("bars", "multiples", "dumbbell", "slope", "index")


def show() -> None:
    """Draw the page."""
    held = data.collection()
    t = session.t
    st.title(t("compare.title"))
    asked = session.selection(held)
    wanted = controls.one_measure(held, next(iter(asked.measures), DEFAULT_MEASURE))
    group = organs.group(held, asked, first=organs.NAMED, start=lambda: controls.default_organs(held, wanted, 5))
    chosen = replace(organs.remembered(asked, held, group), measures=(wanted.key,))
    if not 2 <= len(group.organ_ids) <= MOST:
        session.remember(chosen, held, organs.shown(held, group, chosen))
        st.info(session.as_text("compare.choose_some", most=MOST))
        return
    ways = [one for one in CHARTS if one != "index" or not wanted.is_rate]
    chart = controls.one_of(st, "compare.chart", "compare-chart", ways, asked.chart)
    chosen = replace(chosen, chart=chart if chart != CHARTS[0] else None)
    frame = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, None)
    draw = {"bars": _bars, "multiples": _multiples, "index": _index}.get(chart, _pairs)
    draw(held, frame, group, wanted, chosen)


def _bars(held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure, chosen: Selection) -> None:
    """One common year, or each organ's latest: bars, and differences from a chosen organ."""
    t, ids = session.t, group.organ_ids
    left, right = st.columns(2)
    year = controls.common_year(left, common_years(frame), sorted(frame["year"].unique()), chosen)
    reference = controls.reference(right, held, [held.keys_of[one] for one in ids], chosen.reference)
    rows = side_by_side(frame, year=year, reference=held.keys[reference])
    rows = rows.set_index("organ_id").loc[[one for one in ids if one in set(rows["organ_id"])]].reset_index()
    charts.warn_of_mixtures(mixtures(held.organs, rows, ids), years=rows.loc[rows["value"].notna(), "year"].nunique())
    figure = compare_chart(
        rows, held.names, wanted, session.language(), reference=held.keys[reference], source=t("chart.source")
    )
    point = charts.chart(groups.stated(group, figure), charts.summary_of(heading_of(figure), rows), "compare")
    st.caption(escape_markdown(charts.summary_of(heading_of(figure), rows)))
    charts.notes(wanted)
    form_tables.findings_about(held, form_tables.reports_behind(held, rows), wanted.all_cells)
    if len(ids) <= MOST_FORMS:
        _briefings(held, wanted, ids, year)
    st.subheader(session.as_text("compare.differences", organ=held.names[held.keys[reference]]))
    st.dataframe(comparisons.difference_table(rows, held, wanted), hide_index=True)
    row = tables.table_and_downloads(held, rows, (wanted.key,), "compare")
    evidence_panel(held, row or point, wanted)
    wants_forms = _forms(held, rows, held.keys[reference], chosen)
    session.remember(
        replace(chosen, year=year, reference=reference, forms=wants_forms, latest_of_each=year is None), held,
        replace(organs.shown(held, group, chosen), tables=forms.TABLES if wants_forms else (),
                years=with_previous(int(one) for one in rows["year"])),
    )  # fmt: skip


def _briefings(held: data.Collection, wanted: Measure, ids: tuple[int, ...], year: int | None) -> None:
    """One click each: the chosen measure and the key figures of all organs as a file to send on."""
    keys = tuple(dict.fromkeys((wanted.key, *KEY_MEASURES)))

    def made(language: Language) -> Briefing:
        changes = data.measured(held.warehouse.build_id, keys, ids, None)
        frames = frames_of(held, changes, keys, ids, language)
        return comparison(frames, organ_ids=ids, organs=held.organs, year=year)

    briefing_buttons(made, "countyscope-comparison")


def _forms(held: data.Collection, rows: pd.DataFrame, reference: int, chosen: Selection) -> bool:
    """The whole form of every organ, in the years compared, where that is asked for."""
    years = {int(row.organ_id): int(row.year) for row in each_row(rows) if not pd.isna(row.report_id)}
    if reference not in years or not 2 <= len(years) <= MOST_FORMS:
        return False
    is_wanted = controls.is_on(st, "compare.forms", "forms", start=chosen.forms)
    if is_wanted:
        forms.beside(held, years, reference)
    return is_wanted


def _multiples(held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure, chosen: Selection) -> None:
    """A panel an organ, over the years."""
    first, last = controls.years(held, chosen, [wanted])
    chosen = replace(chosen, first=first, last=last)
    session.remember(chosen, held, organs.shown(held, group, chosen))
    own = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, tuple(range(first, last + 1)))
    source = session.t("chart.source")
    _shown(held, own, group, wanted, multiples(own, held.names, wanted, session.language(), source=source))


def _pairs(held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure, chosen: Selection) -> None:
    """Two years of every organ."""
    left, right = st.columns(2)
    known = sorted(int(one) for one in frame["year"].unique())
    if len(known) < 2:
        st.info(session.t("compare.one_year"))
        return
    first, last = controls.two_years(left, right, known, chosen, best_pair(frame))
    chosen = replace(chosen, first=first, last=last)
    session.remember(chosen, held, organs.shown(held, group, chosen))
    own = frame[frame["year"].isin([first, last])].reset_index(drop=True)
    draw = pairs.dumbbell if chosen.chart == "dumbbell" else pairs.slope
    source = session.t("chart.source")
    figure = draw(own, held.names, wanted, session.language(), first=first, last=last, source=source)
    _shown(held, own, group, wanted, figure)


def _index(held: data.Collection, frame: pd.DataFrame, group: Group, wanted: Measure, chosen: Selection) -> None:
    """Every organ against its own base year, within an edition."""
    first, last = controls.years(held, chosen, [wanted])
    own = data.measured(held.warehouse.build_id, (wanted.key,), group.organ_ids, tuple(range(first, last + 1)))
    base = controls.base_year(st, range(first, last + 1), chosen.index_year or likeliest_base(own))
    chosen = replace(chosen, first=first, last=last, index_year=base)
    session.remember(chosen, held, organs.shown(held, group, chosen))
    marks = breaks(held.reports, wanted, group.organ_ids)
    marks = marks[marks["year"].between(first + 1, last)]
    drawn = scaled(own, Scale.INDEX, base_year=base, breaks=marks)
    source = session.t("chart.source")
    figure = trends_chart(
        drawn, marks, held.names, wanted, session.language(), source=source, scale=Scale.INDEX, base_year=base
    )
    _shown(held, own, group, wanted, figure)


def _shown(held: data.Collection, own: pd.DataFrame, group: Group, wanted: Measure, figure: Figure) -> None:
    """A chart over several years with its warnings, notes, table and evidence."""
    charts.warn_of_mixtures(mixtures(held.organs, own, group.organ_ids))
    summary = charts.summary_of(heading_of(figure), own)
    point = charts.chart(groups.stated(group, figure), summary, "compare")
    st.caption(escape_markdown(summary))
    charts.notes(wanted)
    form_tables.findings_about(held, form_tables.reports_behind(held, own), wanted.all_cells)
    row = tables.table_and_downloads(held, own, (wanted.key,), "compare")
    evidence_panel(held, row or point, wanted)
