"""Organs over years as small multiples: one panel an organ, all on the same axes, the others grey behind.

Required: the frame of changes of one measure, names by organ_id.
"""

from __future__ import annotations

from itertools import groupby
from math import log10
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, cut_text
from analytics.charts.parts.runs import split_runs, trace_path
from analytics.charts.parts.short_names import drop_government, split_scripts
from analytics.charts.parts.theme import (
    BELOW,
    INK,
    MUTED,
    choose_colour,
    choose_shape,
    make_axis,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import make_decade_ticks, make_measure_ticks
from analytics.charts.parts.titles import write_trend_title
from analytics.charts.parts.wording import write_hover, write_state, write_subtitle
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import EDITION, find_breaks_within
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number
from analytics.words.plain import escape_html

_TOP, _PLOT, _FOOT, _LINE = 60, 130, 30, 15
"""Pixels above and below all panels, of a plot, of the years below it, and of a line of its heading."""
_SIDE = {Room.WIDE: 52, Room.NARROW: 38}
"""Pixels left of a panel, where its own scale stands."""
_COLUMNS = {Room.WIDE: 3, Room.NARROW: 2}
_STEPS = 3


def draw_multiples(
    changes: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    source: str,
    room: Room = Room.WIDE,
    scale: Scale = Scale.VALUE,
) -> Chart:
    """The figure: panels in the order of the organs in ``changes``; a missing year, and on a logarithmic scale a zero,
    leaves a gap in its line."""
    series = [
        sorted(group, key=lambda row: row.year) for _, group in groupby(each_row(changes), key=lambda row: row.organ_id)
    ]
    years = sorted({int(row.year) for panel in series for row in panel})
    columns = min(_COLUMNS[room], len(series))
    rows = -(-len(series) // columns)
    heads = _write_names(series, names, room)
    grid = _Grid(columns, rows, head=_LINE * (1 + max(map(len, heads))) + 8, side=_SIDE[room] / room.width)
    traces: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    values = _make_ticks(changes["value"], measure, language, scale)
    is_log = scale is Scale.LOG
    for index, organ_rows in enumerate(series):
        panel = str(index + 1) if index else ""
        axes |= _make_axes(panel, grid, index, years, values)
        traces += [
            _make_other_lines(series, index, panel, is_log=is_log),
            _make_organ_line(organ_rows, names[organ_rows[0].organ_id], measure, language, panel, is_log=is_log),
        ]
        notes.append(_make_heading(organ_rows, heads[index], measure, language, grid=grid, index=index))
    title = Title(
        write_trend_title(changes, names, measure, language),
        write_subtitle(measure, language, source, changes)
        + _describe_scale(changes["value"], scale, language)
        + say("chart.breaks_note", language),
    )
    breaks = [
        break_line
        for at, organ_rows in enumerate(series)
        for break_line in _make_break_lines(organ_rows, str(at + 1) if at else "", measure)
    ]
    figure_layout = make_layout(height=_TOP + grid.row * rows, annotations=notes, shapes=breaks, **axes)
    figure_layout["margin"] |= {"l": 4, "r": 8, "t": 16, "b": _TOP - 16}
    return Chart(title, traces, figure_layout)


def _make_ticks(values: pd.Series, measure: Measure, language: Language, scale: Scale) -> dict[str, Any]:
    """The numbers and the reach of every panel."""
    if scale is Scale.LOG:
        ticks = make_decade_ticks(values[values > 0], language)
        ends = [log10(tick) for tick in ticks["tickvals"]]
        decades = [place for place, end in enumerate(ends) if end == round(end)]
        if len(decades) > 1:  # numbers between them would run together in little height
            ticks |= {key: [ticks[key][place] for place in decades] for key in ("tickvals", "ticktext")}
        return {"type": "log", "zeroline": False, "range": [min(ends), max(ends) + 0.05], **ticks}
    highest = values.max()
    return {
        "range": [0, highest * 1.1 if highest > 0 else 1],
        **make_measure_ticks(values, measure, language, most=_STEPS),
    }


def _describe_scale(values: pd.Series, scale: Scale, language: Language) -> str:
    if scale is not Scale.LOG:
        return ""
    zeros = int((values <= 0).sum())
    note = say("scale.note_log", language)
    return note + (say("unshown.zero_on_log", language, count=number(zeros, language)) if zeros else "")


class _Grid(NamedTuple):
    """Panels in rows: ``head`` are pixels of a heading, ``side`` is the share of the width left of each panel."""

    columns: int
    rows: int
    head: int
    side: float

    @property
    def row(self) -> int:
        """Pixels of a row of panels."""
        return self.head + _PLOT + _FOOT

    def find_corner(self, index: int) -> tuple[float, float]:
        """The left and upper end of a panel with its heading and its scale, as shares."""
        return (index % self.columns) / self.columns, 1 - (index // self.columns) / self.rows


def _write_names(series: list[list[Any]], names: dict[int, str], room: Room) -> list[list[str]]:
    """The lines of each panel's name: a script each, as wide as a panel of a narrow screen."""
    short_names = drop_government([names[organ_rows[0].organ_id] for organ_rows in series])
    width = room.width / _COLUMNS[room] - 8
    return [[cut_text(text, width) for text in split_scripts(name)] for name in short_names]


def _make_axes(number: str, grid: _Grid, index: int, years: list[int], values: dict[str, Any]) -> dict[str, Any]:
    """Axes of one panel, the same for all, each with its own numbers."""
    left, top = grid.find_corner(index)
    height = 1 / grid.rows
    return {
        f"xaxis{number}": make_axis(
            domain=[left + grid.side, left + 1 / grid.columns - 0.015], anchor=f"y{number}", automargin=False,
            range=[years[0] - 0.4, years[-1] + 0.4], tickvals=sorted({years[0], years[-1]}), fixedrange=True,
            tickangle=0, **BELOW,
        ),
        f"yaxis{number}": make_value_axis(
            domain=[max(0.0, top - height * (1 - _FOOT / grid.row)), top - height * grid.head / grid.row],
            anchor=f"x{number}", **values, fixedrange=True, automargin=False,
        ),
    }  # fmt: skip


def _split_pieces(organ_rows: list[Any], *, is_log: bool) -> list[list[Any]]:
    """Rows of consecutive years that have a value which the axis has a place for."""
    return list(split_runs(row for row in organ_rows if not is_missing(row.value) and (row.value > 0 or not is_log)))


def _make_other_lines(series: list[list[Any]], index: int, number: str, *, is_log: bool) -> dict[str, Any]:
    pieces = [
        piece
        for other, organ_rows in enumerate(series)
        if other != index
        for piece in _split_pieces(organ_rows, is_log=is_log)
    ]
    xs, ys = trace_path(pieces, "value")
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "xaxis": f"x{number}",
        "yaxis": f"y{number}", "line": {"color": "rgba(98,112,125,0.25)", "width": 1},
    }  # fmt: skip


def _make_organ_line(
    organ_rows: list[Any], name: str, measure: Measure, language: Language, number: str, *, is_log: bool
) -> dict[str, Any]:
    by_year = {int(row.year): row for row in organ_rows}
    xs, ys = trace_path(_split_pieces(organ_rows, is_log=is_log), "value")
    rows = [by_year[x] if x is not None else None for x in xs]
    return {
        "type": "scatter", "mode": "lines+markers", "x": xs, "y": ys, "connectgaps": False,
        "xaxis": f"x{number}", "yaxis": f"y{number}", "cliponaxis": False,
        "line": {"color": choose_colour(0), "width": 2.2},
        "marker": {
            "color": choose_colour(0), "size": 7,
            "symbol": [
                f"{choose_shape(0)}-open" if row is not None and is_hollow(row) else "circle" for row in rows
            ],
        },
        "customdata": [None if row is None else write_point(row) for row in rows],
        "hovertext": ["" if row is None else write_hover(row, name, measure, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _make_break_lines(organ_rows: list[Any], number: str, measure: Measure) -> list[dict[str, Any]]:
    """Upright lines: dotted where the organ took another edition of the form, dashed where the law changed."""
    return [
        {
            "type": "line", "xref": f"x{number}", "yref": f"y{number} domain", "x0": year - 0.5, "x1": year - 0.5,
            "y0": 0, "y1": 1, "line": {"color": MUTED, "width": 1, "dash": "dot" if kind == EDITION else "dash"},
        }
        for year, kind in find_breaks_within(organ_rows, measure)
    ]  # fmt: skip


def _make_heading(
    organ_rows: list[Any], lines: list[str], measure: Measure, language: Language, *, grid: _Grid, index: int
) -> dict[str, Any]:
    valued_rows = [row for row in organ_rows if not is_missing(row.value)]
    latest_text = (
        f"{write_state(valued_rows[-1], measure, language)} ({int(valued_rows[-1].year)})"
        if valued_rows
        else write_state(organ_rows[-1], measure, language)
    )
    left, top = grid.find_corner(index)
    name = "<br>".join(f"<b>{escape_html(line)}</b>" for line in lines)
    return {
        "x": left, "y": top, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top",
        "text": f"{name}<br><span style='color:{MUTED}'>{latest_text}</span>",
        "align": "left", "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip
