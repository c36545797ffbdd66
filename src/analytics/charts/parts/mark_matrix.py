"""Rows and columns with a mark for each state where they meet: each state has its symbol, never colour alone.

In: cells [row, column (places from 0), state, point, hover], the names of rows and columns, a look for each state; out:
traces and a layout. Knows nothing of what the states mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.room import Room, cut_text, measure_text
from analytics.charts.parts.theme import INK, LEGEND, make_axis, make_layout
from analytics.words.plain import escape_html

_ROW = {Room.WIDE: 26, Room.NARROW: 44}
_HEAD_SIZE = 12
_LINE = 15
"""Pixels of a line of a column's name."""
_PLOT = {Room.WIDE: 760, Room.NARROW: 340}
_MOST_LINE = 190
"""Pixels of a column's name at most, before it goes on in a second line."""


class Look(NamedTuple):
    """How a state is drawn."""

    symbol: str
    tint: str
    size: int


def make_mark_traces(cells: pd.DataFrame, looks: Mapping[str, Look], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """A trace a state, those that no cell has as entries of the legend alone: what a mark would mean is said anyway."""
    return [_make_trace(cells[cells["state"] == state], names[state], look) for state, look in looks.items()]


def _make_trace(rows: pd.DataFrame, name: str, look: Look) -> dict[str, Any]:
    has_text = "text" in rows.columns and rows["text"].fillna("").ne("").any()
    return {
        "type": "scatter",
        "mode": "markers+text" if has_text else "markers",
        "name": name,
        "x": rows["column"].tolist() or [None],  # else the legend would leave the state out
        "y": rows["row"].tolist() or [None],
        "marker": {
            "symbol": look.symbol,
            "color": look.tint,
            "size": look.size,
            "line": {"width": 1.5, "color": look.tint},
        },
        "text": rows["text"].tolist() if has_text else None,
        "textfont": {"size": 11, "color": INK},
        "textposition": "middle right",
        "customdata": rows["point"].tolist(),
        "hovertext": rows["hover"].tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def make_matrix_layout(
    row_names: Sequence[str], column_names: Sequence[str], room: Room, *, legend_lines: int = 1
) -> dict[str, Any]:
    """The layout: names of rows left of the plot or, on a narrow screen, above each row; names of columns above."""
    labels, angle, head = _place_heads(column_names, room)
    count = len(row_names)
    layout = make_layout(
        height=head + calculate_row(row_names, room, _ROW[room]) * count + 40 + 22 * legend_lines,
        showlegend=True,
        legend={**LEGEND, "y": 0, "yanchor": "top"},
        xaxis=make_axis(
            side="top",
            tickvals=list(range(len(labels))),
            ticktext=labels,
            tickangle=angle,
            ticksuffix="",
            range=[-0.6, len(labels) - 0.4],
            fixedrange=True,
            automargin=False,
            tickfont={"size": _HEAD_SIZE, "color": INK},
        ),
        yaxis=make_axis(
            showticklabels=False,
            tickvals=list(range(count)),
            range=[count - 0.4, -0.85 if room is Room.NARROW else -0.75],
            showgrid=True,
            gridcolor="#f0f2f4",
            fixedrange=True,
            automargin=False,
        ),
        annotations=[make_name(name, at, room, above=-0.32) for at, name in enumerate(row_names)],
    )
    layout["margin"] |= {
        "l": calculate_name_margin(row_names, room, otherwise=8),
        "r": 12,
        "t": head,
        "b": 20 + 22 * legend_lines,
    }
    return layout


def _place_heads(names: Sequence[str], room: Room) -> tuple[list[str], int, int]:
    """The names of columns in lines, their angle, and how high they stand: level where there is room for them."""
    width = _PLOT[room] / max(len(names), 1)
    level = [_break_lines(name, width - 6) for name in names]
    if (
        all(measure_text(line, _HEAD_SIZE) <= width - 2 for lines in level for line in lines)
        and max(map(len, level), default=0) <= 4
    ):
        return (
            ["<br>".join(map(escape_html, lines)) for lines in level],
            0,
            24 + _LINE * max(map(len, level), default=1),
        )
    if width < 2 * _LINE:
        turned = [[cut_text(name, _MOST_LINE, _HEAD_SIZE)] for name in names]
    else:
        turned = [_break_lines(name, _MOST_LINE)[:2] for name in names]
    longest = max((measure_text(line, _HEAD_SIZE) for lines in turned for line in lines), default=0)
    return ["<br>".join(map(escape_html, lines)) for lines in turned], -90, 24 + round(longest)


def _break_lines(name: str, width: float) -> list[str]:
    """A name in lines of so many pixels at most, as even as may be: between words, and between any two Chinese
    characters."""
    lines = _fill_lines(name, width)
    if len(lines) > 1 and not name.isascii():
        even = _fill_lines(name, measure_text(name, _HEAD_SIZE) / len(lines) + _HEAD_SIZE)
        lines = even if len(even) == len(lines) else lines
    return lines


def _fill_lines(name: str, width: float) -> list[str]:
    pieces = name.split(" ") if name.isascii() else list(name)
    joint = " " if name.isascii() else ""
    lines = pieces[:1] or [""]
    for piece in pieces[1:]:
        longer = f"{lines[-1]}{joint}{piece}"
        if measure_text(longer, _HEAD_SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines
