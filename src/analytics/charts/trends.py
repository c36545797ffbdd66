"""A measure over years, one line an organ.

Lines join consecutive years only; over a change of edition they are dotted. A value that another year's report
states is hollow. What is missing, and what an axis has no place for, stands in a strip of its own below, each reason in
a shape of its own. Behind the lines there may be the quartiles of a group, and beside a prefecture the sum of its
counties.

Required: the frame of ``transforms.series.change.add_year_over_year`` with the columns of
``transforms.series.scale.apply_scale``, the frame of ``transforms.series.breaks.find_breaks``, names by organ_id.
"""

from __future__ import annotations

from itertools import groupby
from math import log10
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.break_lines import draw_breaks
from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.end_labels import LineEnd, calculate_height, calculate_margin, make_end_labels
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.missing_markers import find_gap, make_gap_keys
from analytics.charts.parts.missing_strip import make_missing_marks, make_strip_label
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room
from analytics.charts.parts.runs import pair_steps, trace_path
from analytics.charts.parts.scales import make_y_scale, write_scale_subtitle, write_scale_title
from analytics.charts.parts.short_names import drop_government, write_lines
from analytics.charts.parts.theme import (
    LEGEND,
    choose_colour,
    choose_shape,
    make_axis,
    make_band_traces,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import choose_year_ticks
from analytics.charts.parts.wording import SAID_ALWAYS, write_hover, write_value
from analytics.transforms.rows import each_row
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.plain import escape_html

_PLOT, _AROUND = 370, 72
"""Pixels of the plot at least, and above and below it."""
_STRIP_HEAD, _STRIP_ROW = 30, 18
"""Pixels of the heading of the strip of what has no value, and of an organ in it."""
_YEAR = 40
"""Pixels of a year as it is written below the axis, with those between two."""
_BESIDE, _MARGIN = {Room.WIDE: 64, Room.NARROW: 44}, 24
"""Pixels left of a plot, and right of it where no label stands."""


def draw_trends(
    changes: pd.DataFrame,
    breaks: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    source: str,
    scale: Scale = Scale.VALUE,
    base_year: int | None = None,
    band: pd.DataFrame | None = None,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure. Each point carries (report_id, organ_id, year) for the evidence behind it; ``band`` are quartiles of
    ``transforms.organ.profile.find_quartiles``."""
    rows = [list(group) for _, group in groupby(each_row(changes), key=lambda row: row.organ_id)]
    organs = [int(series[0].organ_id) for series in rows]
    edition_breaks = [(row.organ_id, row.year) for row in each_row(breaks) if row.kind == "edition"]
    traces = [] if band is None else make_band_traces(list(each_row(band)))
    for index, organ_rows in enumerate(rows):
        broken = {int(year) for organ_id, year in edition_breaks if organ_id == organ_rows[0].organ_id}
        traces += _make_series(
            organ_rows, broken, index, names[organ_rows[0].organ_id], measure,
            language=language, scale=scale, base_year=base_year,
        )  # fmt: skip
    gaps = [find_gap(row) for series in rows for row in series if is_missing(row.shown)]
    title = Title(
        write_scale_title(changes, names, measure, language, scale=scale, base_year=base_year),
        write_scale_subtitle(changes, measure, language, source, scale=scale, base_year=base_year),
    )
    ends = _find_ends(rows, names, measure, language, scale=scale, room=room)
    values = make_y_scale(changes, measure, language, scale, others=_list_quartiles(band))
    figure_layout = _lay_out(changes, organs, values, ends, room, has_gaps=bool(gaps))
    foot = figure_layout["yaxis"]["domain"][0]
    if gaps:
        figure_layout["annotations"].append(make_strip_label(figure_layout["yaxis2"]["domain"][1], gaps, language))
    pixels_per_year = _find_pixels_per_year(figure_layout, room)
    most_years = int(pixels_per_year * len({int(year) for year in changes["year"]}) / _YEAR)
    figure_layout["xaxis"]["tickvals"] = choose_year_ticks(figure_layout["xaxis"]["tickvals"], most_years)
    draw_breaks(figure_layout, breaks, organs, names, language, foot=foot, pixels_per_year=pixels_per_year)
    return Chart(title, [*traces, *make_gap_keys(gaps, language)], figure_layout)


def _lay_out(
    changes: pd.DataFrame,
    organs: list[int],
    values: dict[str, Any],
    ends: list[LineEnd],
    room: Room,
    *,
    has_gaps: bool,
) -> dict[str, Any]:
    """The plot as high as its labels need, the names right of it, the strip below where something has no value."""
    strip = _STRIP_HEAD + _STRIP_ROW * len(organs) if has_gaps else 0
    plot = max(_PLOT, calculate_height(ends))
    whole = plot + strip
    frame = _Frame(foot=strip / whole, edge=int(changes["year"].max()) + 0.4, strip_head=_STRIP_HEAD / whole)
    figure_layout = make_layout(
        height=whole + _AROUND,
        annotations=make_end_labels(ends, tuple(values["range"]), plot, frame.edge),
        shapes=[],
        showlegend=True,
        legend=LEGEND,
        **_make_axes(changes, organs, values, frame, has_gaps=has_gaps),
    )
    figure_layout["margin"] |= {"l": _BESIDE[room], "r": calculate_margin(ends) if ends else _MARGIN}
    return figure_layout


def _find_pixels_per_year(figure_layout: dict[str, Any], room: Room) -> float:
    """How wide a year is at least."""
    first, last = figure_layout["xaxis"]["range"]
    margin = figure_layout["margin"]
    return float((room.width - margin["l"] - margin["r"]) / (last - first))


class _Frame(NamedTuple):
    """Where the plot begins above the strip and how high the heading of the strip is, as shares of the height, and
    where its years end."""

    foot: float
    edge: float
    strip_head: float


def _list_quartiles(band: pd.DataFrame | None) -> list[float]:
    return [] if band is None else [*band["low"], *band["high"]]


def _make_axes(
    changes: pd.DataFrame, organs: list[int], values: dict[str, Any], frame: _Frame, *, has_gaps: bool
) -> dict[str, Any]:
    """Years, values above the strip, and the strip where there is one: without height it would hide the whole plot."""
    years = sorted({int(year) for year in changes["year"]})
    xaxis = make_axis(
        tickvals=choose_year_ticks(years),
        tickangle=0,
        anchor="y2" if has_gaps else "y",
        range=[years[0] - 0.4, frame.edge],
    )
    yaxis = make_value_axis(domain=[frame.foot, 1], **values)
    if not has_gaps:
        return {"xaxis": xaxis, "yaxis": yaxis}
    below = make_axis(
        domain=[0, frame.foot - frame.strip_head], range=[-0.7, len(organs) - 0.3], tickvals=[], showgrid=False
    )
    return {"xaxis": xaxis, "yaxis": yaxis, "yaxis2": below}


def _make_series(
    organ_rows: list[Any],
    broken: set[int],
    index: int,
    name: str,
    measure: Measure,
    *,
    language: Language,
    scale: Scale,
    base_year: int | None,
) -> list[dict[str, Any]]:
    """One organ: its lines, its points and what it lacks."""
    organ_rows.sort(key=lambda row: row.year)
    drawn = [row for row in organ_rows if not is_missing(row.shown)]
    points = _make_points(drawn, name, index, measure, language, scale=scale, base_year=base_year)
    traces = [*_make_lines(drawn, broken, index), points]
    if len(drawn) < len(organ_rows):
        traces.append(make_missing_marks(organ_rows, name, index, measure, language))
    return [trace | {"meta": str(organ_rows[0].organ_id)} for trace in traces]


def _make_lines(drawn: list[Any], broken: set[int], index: int) -> list[dict[str, Any]]:
    solid: list[tuple[Any, Any]] = []
    dotted: list[tuple[Any, Any]] = []
    for before, after in pair_steps(drawn):
        is_dotted = int(after.year) in broken or is_hollow(before) or is_hollow(after)
        (dotted if is_dotted else solid).append((before, after))
    paths = ((trace_path(solid, "shown"), "solid"), (trace_path(dotted, "shown"), "dot"))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "hoverinfo": "skip",
            "showlegend": False,
            "line": {"color": choose_colour(index), "width": 2.4, "dash": dash},
        }
        for (xs, ys), dash in paths
        if xs
    ]


def _make_points(
    drawn: list[Any],
    organ: str,
    index: int,
    measure: Measure,
    language: Language,
    *,
    scale: Scale,
    base_year: int | None,
) -> dict[str, Any]:
    texts = [write_hover(row, organ, measure, language) for row in drawn]
    if scale is Scale.INDEX:
        texts = [
            f"{text}<br>{say('scale.index', language, value=number(row.shown, language, digits=1), year=base_year)}"
            for text, row in zip(texts, drawn, strict=True)
        ]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": escape_html(_write_name(drawn, organ, language)),
        "showlegend": not drawn,
        "x": [int(row.year) for row in drawn] or [None],
        "y": [row.shown for row in drawn] or [None],
        "marker": {
            "color": choose_colour(index),
            "size": 11,
            "opacity": 1,
            "line": {"color": choose_colour(index), "width": 2},
            "symbol": [f"{choose_shape(index)}-open" if is_hollow(row) else choose_shape(index) for row in drawn]
            or [choose_shape(index)],
        },
        "customdata": [write_point(row) for row in drawn],
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _write_name(rows: list[Any], organ: str, language: Language) -> str:
    """The organ, with how its figures were read where a reader must see that without hovering."""
    return " · ".join([organ, *_list_source_notes(rows, language)])


def _list_source_notes(rows: list[Any], language: Language) -> list[str]:
    sources = dict.fromkeys(row.read_from for row in rows)
    return [say(f"read_from.{source}", language) for source in sources if source in SAID_ALWAYS]


def _write_name_lines(rows: list[Any], organ: str, language: Language, room: Room) -> list[str]:
    """The same in lines: how figures were read is never cut off with the end of a name."""
    notes = _list_source_notes(rows, language)
    if room is Room.WIDE:
        lines = write_lines(organ, room)
        return [*lines[:-1], " · ".join([lines[-1], *notes])]
    return [*write_lines(organ, room), *notes]


def _find_ends(
    rows: list[list[Any]], names: dict[int, str], measure: Measure, language: Language, *, scale: Scale, room: Room
) -> list[LineEnd]:
    """The last drawn point of each line with its name; of one organ alone, which the title names, the value."""
    short_names = drop_government([names[organ_rows[0].organ_id] for organ_rows in rows])
    found = []
    for index, (organ_rows, name) in enumerate(zip(rows, short_names, strict=True)):
        drawn = [row for row in organ_rows if not is_missing(row.shown)]
        if not drawn:
            continue
        row = drawn[-1]
        value = number(row.shown, language, digits=1) if scale is Scale.INDEX else write_value(
            row.value, measure, language, with_unit=False)  # fmt: skip
        lines = _write_name_lines(drawn, name, language, room) if len(rows) > 1 else [""]
        found.append(
            LineEnd(
                str(row.organ_id), int(row.year), log10(row.shown) if scale is Scale.LOG else float(row.shown), value,
                lines, choose_colour(index),
            )
        )  # fmt: skip
    return found
