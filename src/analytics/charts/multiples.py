"""Organs over years as small multiples: one panel an organ, all on the same axes, the others grey behind.

Required: the frame of changes of one measure, names by organ_id.
"""

from __future__ import annotations

from itertools import groupby
from textwrap import shorten
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.runs import split_runs, trace_path
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
from analytics.charts.parts.ticks import make_measure_ticks
from analytics.charts.parts.titles import write_trend_title
from analytics.charts.parts.wording import write_hover, write_state, write_subtitle
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import EDITION, find_breaks_within
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing
from analytics.words.plain import escape_html

_ROW, _TOP, _GAP, _FOOT, _SIDE = 200, 100, 0.26, 0.16, 0.035
"""Heights of a row of panels and of the title, in pixels; shares of a row that its heading and its years take; share of
the width beside a panel."""
_NAME = 24
"""Characters of a name above a panel on a narrow screen."""


def draw_multiples(
    changes: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language, *, source: str, columns: int = 2
) -> Chart:
    """The figure: panels in the order of the organs in ``changes``; a missing year leaves a gap in its line."""
    series = [
        sorted(group, key=lambda row: row.year) for _, group in groupby(each_row(changes), key=lambda row: row.organ_id)
    ]
    years = sorted({int(row.year) for panel in series for row in panel})
    columns = min(columns, len(series))
    rows = -(-len(series) // columns)
    traces: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    highest = changes["value"].max()
    values = {
        "range": [0, highest * 1.1 if highest > 0 else 1],
        **make_measure_ticks(changes["value"], measure, language, most=2),
    }
    for index, organ_rows in enumerate(series):
        number = str(index + 1) if index else ""
        left, top = (index % columns) / columns, 1 - (index // columns) / rows
        axes |= _make_axes(number, left, top, 1 / columns, 1 / rows, years, values, is_first=not index % columns)
        traces += [
            _make_other_lines(series, index, number),
            _make_organ_line(organ_rows, names[organ_rows[0].organ_id], measure, language, number),
        ]
        notes.append(_make_heading(organ_rows, names[organ_rows[0].organ_id], measure, language, left, top))
    title = Title(
        write_trend_title(changes, names, measure, language),
        write_subtitle(measure, language, source, changes) + say("chart.breaks_note", language),
    )
    figure_layout = make_layout(
        height=_TOP + _ROW * rows,
        annotations=notes,
        shapes=[
            break_line
            for at, panel in enumerate(series)
            for break_line in _make_break_lines(panel, str(at + 1) if at else "", measure)
        ],
        **axes,
    )
    figure_layout["margin"] |= {"l": 44, "r": 8, "b": 24}
    return Chart(title, traces, figure_layout)


def _make_axes(
    number: str,
    left: float,
    top: float,
    width: float,
    height: float,
    years: list[int],
    values: dict[str, Any],
    *,
    is_first: bool,
) -> dict[str, Any]:
    """Axes of one panel, the same for all; values are written at the left only."""
    return {
        f"xaxis{number}": make_axis(
            domain=[left + (_SIDE if left else 0), left + width - _SIDE], anchor=f"y{number}",
            range=[years[0] - 0.4, years[-1] + 0.4], tickvals=sorted({years[0], years[-1]}), fixedrange=True,
            tickangle=0, **BELOW,
        ),
        f"yaxis{number}": make_value_axis(
            domain=[max(0.0, top - height * (1 - _FOOT)), top - height * _GAP], anchor=f"x{number}", **values,
            fixedrange=True, showticklabels=is_first,
        ),
    }  # fmt: skip


def _split_pieces(organ_rows: list[Any]) -> list[list[Any]]:
    """Rows of consecutive years that have a value."""
    return list(split_runs(row for row in organ_rows if not is_missing(row.value)))


def _make_other_lines(series: list[list[Any]], index: int, number: str) -> dict[str, Any]:
    pieces = [piece for other, organ_rows in enumerate(series) if other != index for piece in _split_pieces(organ_rows)]
    xs, ys = trace_path(pieces, "value")
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "xaxis": f"x{number}",
        "yaxis": f"y{number}", "line": {"color": "rgba(98,112,125,0.25)", "width": 1},
    }  # fmt: skip


def _make_organ_line(
    organ_rows: list[Any], name: str, measure: Measure, language: Language, number: str
) -> dict[str, Any]:
    by_year = {int(row.year): row for row in organ_rows}
    xs, ys = trace_path(_split_pieces(organ_rows), "value")
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
    organ_rows: list[Any], name: str, measure: Measure, language: Language, left: float, top: float
) -> dict[str, Any]:
    valued_rows = [row for row in organ_rows if not is_missing(row.value)]
    latest_text = (
        f"{write_state(valued_rows[-1], measure, language)} ({int(valued_rows[-1].year)})"
        if valued_rows
        else write_state(organ_rows[-1], measure, language)
    )
    display_name = escape_html(shorten(name, _NAME, placeholder="…"))
    return {
        "x": left + (_SIDE if left else 0), "y": top, "xref": "paper", "yref": "paper",
        "xanchor": "left", "yanchor": "top",
        "text": f"<b>{display_name}</b><br><span style='color:{MUTED}'>{latest_text}</span>",
        "align": "left", "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip
