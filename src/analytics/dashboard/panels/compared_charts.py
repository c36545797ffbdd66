"""The charts of several organs but that of one year: over the years, in two years, as an index, by two measures.

Each asks for what it needs further (years, scale, second measure), puts the whole view into the address and draws.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.charts.multiples import draw_multiples
from analytics.charts.pairs import draw_dumbbell
from analytics.charts.parts.chart import Chart
from analytics.charts.scatter import draw_scatter
from analytics.charts.slope import draw_slope
from analytics.charts.trends import draw_trends
from analytics.dashboard.choosers import controls, groups, organs
from analytics.dashboard.choosers.groups import Group
from analytics.dashboard.panels import charts
from analytics.dashboard.panels.tail import Tail, show_tail
from analytics.dashboard.state import data, session
from analytics.dashboard.state.address import TABLE, Selection
from analytics.dashboard.state.screen import find_room
from analytics.transforms.groups.compare import find_best_pair
from analytics.transforms.groups.pairing import find_fullest_pair_year
from analytics.transforms.revisions import add_previous_years
from analytics.transforms.series.scale import Scale, apply_scale, choose_base_year
from analytics.vocabulary.measures import Measure


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared: organs, a measure with its ``frame`` of changes in all years, what is ``chosen`` so far;
    ``place`` is where a chart asks for more."""

    build: data.OpenBuild
    _: KW_ONLY
    group: Group
    measure: Measure
    frame: pd.DataFrame
    chosen: Selection
    place: DeltaGenerator

    @property
    def names(self) -> dict[int, str]:
        """Organ's name by id, as the page writes it."""
        return self.build.name_organs(session.language())

    def read_changes(self, keys: Sequence[str], years: Sequence[int] | None) -> pd.DataFrame:
        """Changes of measures of the organs."""
        return data.read_changes(
            self.build.warehouse.build_id, tuple(keys), self.group.organ_ids, None if years is None else tuple(years)
        )

    def remember(self, chosen: Selection, years: frozenset[int] | None = None) -> None:
        """Put the view into the address."""
        view = organs.describe_view(self.build, self.group, chosen)
        session.remember(chosen, self.build, view if years is None else replace(view, years=years))


def show_multiples(compared: Comparison) -> None:
    """A panel an organ, over the years."""
    left, right = compared.place.columns([2, 1])
    with left:
        first, last = controls.choose_years(compared.build, compared.chosen, [compared.measure])
    scale = choose_scale([compared.measure], compared.chosen, right)
    chosen = set_scale(replace(compared.chosen, first=first, last=last), scale)
    compared.remember(chosen)
    changes = compared.read_changes([compared.measure.key], range(first, last + 1))
    chart = draw_multiples(
        changes, compared.names, compared.measure, session.language(), source=session.t("chart.source"),
        scale=scale, room=find_room(),
    )  # fmt: skip
    show_compared(compared, changes, [compared.measure], chart)


def show_pairs(compared: Comparison) -> None:
    """Two years of every organ."""
    left, right, scale_place = compared.place.columns(3)
    known = sorted(int(year) for year in compared.frame["year"].unique())
    if len(known) < 2:
        st.info(session.t("compare.one_year"))
        return
    first, last = controls.choose_two_years(left, right, known, compared.chosen, find_best_pair(compared.frame))
    scale = choose_scale([compared.measure], compared.chosen, scale_place)
    compared.remember(set_scale(replace(compared.chosen, first=first, last=last), scale))
    changes = compared.frame[compared.frame["year"].isin([first, last])].reset_index(drop=True)
    draw = draw_dumbbell if compared.chosen.chart == "dumbbell" else draw_slope
    chart = draw(
        changes, compared.names, compared.measure, session.language(), first=first, last=last,
        source=session.t("chart.source"), scale=scale, room=find_room(),
    )  # fmt: skip
    show_compared(compared, changes, [compared.measure], chart)


def show_index(compared: Comparison) -> None:
    """Every organ against its own base year, within an edition."""
    left, right = compared.place.columns([2, 1])
    with left:
        first, last = controls.choose_years(compared.build, compared.chosen, [compared.measure])
    changes = compared.read_changes([compared.measure.key], range(first, last + 1))
    start = compared.chosen.index_year or choose_base_year(changes)
    base = controls.choose_base_year(right, range(first, last + 1), start)
    compared.remember(replace(compared.chosen, first=first, last=last, index_year=base))
    marks = data.find_series_breaks(compared.build.warehouse.build_id, compared.measure.key, compared.group.organ_ids)
    marks = marks[marks["year"].between(first + 1, last)]
    drawn = apply_scale(changes, Scale.INDEX, base_year=base, breaks=marks)
    chart = draw_trends(
        drawn, marks, compared.names, compared.measure, session.language(), source=session.t("chart.source"),
        scale=Scale.INDEX, base_year=base, room=find_room(),
    )  # fmt: skip
    show_compared(compared, changes, [compared.measure], chart)


def show_scatter(compared: Comparison, requested: Sequence[str]) -> None:
    """Every organ by two measures, in one year; ``requested`` are those that the address asks for."""
    left, middle, right = compared.place.columns([4, 2, 3])
    first = compared.measure
    measures = first, controls.choose_second_measure(left, compared.build, first, requested)
    keys = tuple(measure.key for measure in measures)
    changes = compared.read_changes(keys, None)
    start = compared.chosen.year or find_fullest_pair_year(changes)
    year = controls.choose_year(compared.build, start, place=middle)
    scale = choose_scale(measures, compared.chosen, right)
    compared.remember(set_scale(replace(compared.chosen, measures=keys, year=year), scale), add_previous_years([year]))
    rows = changes[changes["year"] == year].reset_index(drop=True)
    chart = draw_scatter(
        rows, compared.names, measures, session.language(), year=year, source=session.t("chart.source"), scale=scale,
        room=find_room(),
    )  # fmt: skip
    show_compared(compared, rows, measures, chart)


def show_compared(
    compared: Comparison,
    changes: pd.DataFrame,
    measures: Sequence[Measure],
    chart: Chart,
    *,
    beneath: Callable[[], None] | None = None,
    years: int = 1,
) -> None:
    """A chart of any kind with its warnings and its tail; ``years`` are those that stand on one axis as if one."""
    mixtures = data.list_mixtures(compared.build, changes, compared.group.organ_ids)
    charts.warn_of_mixtures(mixtures, years=years)
    summary = charts.write_summary(chart.title.text, changes)
    show_tail(
        compared.build,
        Tail(
            key="compare", chart=groups.add_group_note(compared.group, chart), rows=changes, measures=measures,
            summary=summary, caption=summary, noted=measures,
            cells=frozenset().union(*(measure.all_cells for measure in measures)), beneath=beneath,
            is_table=compared.chosen.tab == TABLE,
        ),
    )  # fmt: skip


def choose_scale(measures: Sequence[Measure], chosen: Selection, place: Any) -> Scale:
    """Whether the axis is logarithmic: values of very different size are told apart only on such a one."""
    if all(measure.is_rate for measure in measures):
        return Scale.VALUE
    ways = [str(Scale.VALUE), str(Scale.LOG)]
    return Scale(controls.choose_way(place, "compare.axis", "compare-scale", ways, chosen.scale))


def set_scale(chosen: Selection, scale: Scale) -> Selection:
    """The selection with this scale; the usual one is left out."""
    return replace(chosen, scale=None if scale is Scale.VALUE else str(scale))
