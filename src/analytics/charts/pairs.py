"""Two years of several organs as dumbbells: two marks on a line of its own, the longest first.

Required: the frame of changes of one measure with both years, names by organ_id. An organ that lacks a value in either
year is not drawn as a change: it keeps its place with what it has, and the reason.
"""

from __future__ import annotations

from math import log10
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.pairs import (
    Pair,
    build_short_pairs,
    describe_both_years,
    describe_change,
    describe_scale,
    write_pairs_title,
)
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    choose_colour,
    make_axis,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import make_decade_ticks, make_measure_ticks
from analytics.charts.parts.wording import write_hover, write_subtitle
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language
from analytics.words.numbers import is_missing
from analytics.words.plain import escape_html

_ROW = {Room.WIDE: 34, Room.NARROW: 60}
"""Pixels of a row: name and change beside the marks, or above them."""
_STEPS = {Room.WIDE: 6, Room.NARROW: 3}
"""Numbers along the axis."""


def draw_dumbbell(
    changes: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    first: int,
    last: int,
    source: str,
    scale: Scale = Scale.VALUE,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure: the earlier year hollow, the later one full, the change written beside."""
    organ_pairs = _sort_pairs(build_short_pairs(changes, names, first, last))
    changes_beside = [_describe_pair(pair, measure, language, scale) for pair in organ_pairs]
    title = Title(
        write_pairs_title(organ_pairs, measure, language, first=first, last=last),
        write_subtitle(measure, language, source, changes[changes["year"].isin([first, last])])
        + describe_scale(organ_pairs, scale, language),
    )
    figure_layout = make_layout(
        height=150 + calculate_row([pair.name for pair in organ_pairs], room, _ROW[room]) * len(organ_pairs),
        xaxis=make_value_axis(tickangle=0, **_make_ticks(changes["value"], measure, language, scale, room)),
        yaxis=make_axis(
            showticklabels=False, showgrid=True, gridcolor="#f0f2f4", categoryorder="array",
            categoryarray=[escape_html(pair.name) for pair in organ_pairs],
            range=[-0.4, len(organ_pairs) - (0.25 if room is Room.NARROW else 0.5)],
        ),
        annotations=[
            label
            for place, (pair, text) in enumerate(zip(organ_pairs, changes_beside, strict=True))
            for label in _make_pair_labels(pair, text, place, room)
        ],
        showlegend=True,
        legend=LEGEND,
    )  # fmt: skip
    is_wide = room is Room.WIDE
    figure_layout["margin"] |= {
        "l": calculate_name_margin([pair.name for pair in organ_pairs], room, otherwise=10),
        "r": round(20 + max(map(measure_text, changes_beside), default=0)) if is_wide else 14,
    }
    traces = [*_make_bars(organ_pairs, measure, scale), *_make_ends(organ_pairs, measure, language, first, last)]
    return Chart(title, traces, figure_layout)


def _make_ticks(values: pd.Series, measure: Measure, language: Language, scale: Scale, room: Room) -> dict[str, Any]:
    """The numbers and the reach of the axis: from zero, or over the powers of ten about the values."""
    if scale is not Scale.LOG:
        highest = values.max()
        ticks = make_measure_ticks(values, measure, language, most=_STEPS[room])
        return {**ticks, "range": [0, highest * 1.08 if highest > 0 else 1]}
    ends = [log10(value) for value in values if value > 0] or [0.0, 1.0]
    rest = 0.06 * (max(ends) - min(ends) or 1.0)
    return {
        "type": "log", "zeroline": False, "range": [min(ends) - rest, max(ends) + rest],
        **make_decade_ticks(values, language),
    }  # fmt: skip


def _describe_pair(pair: Pair, measure: Measure, language: Language, scale: Scale) -> str:
    """The change, or what stands in both years where one of them has no place on the axis."""
    if pair.is_drawn(scale):
        return describe_change(pair, measure, language)
    return describe_both_years(pair, measure, language)


def _sort_pairs(organ_pairs: list[Pair]) -> list[Pair]:
    """From the bottom: those that lack a value, then by the value of the later year."""
    return sorted(organ_pairs, key=lambda pair: (pair.is_whole, pair.now.value if pair.is_whole else 0))


def _make_pair_labels(pair: Pair, text: str, place: int, room: Room) -> list[dict[str, Any]]:
    """The name left of the marks and the change right of them, or both above them on a narrow screen."""
    written = f"<span style='color:{INK if pair.is_whole else MUTED}'>{text}</span>"
    if room is Room.WIDE:
        beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 10, "y": place, "yanchor": "middle",
                  "text": written, "showarrow": False, "font": {"size": 12, "color": INK}}  # fmt: skip
        return [make_name(pair.name, place, room, above=0), beside]
    return [
        {
            "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 8,
            "text": f"<b>{escape_html(pair.name)}</b><br>{written}", "align": "left",
            "showarrow": False, "font": {"size": 12, "color": INK},
        }
    ]  # fmt: skip


def _make_bars(organ_pairs: list[Pair], measure: Measure, scale: Scale) -> list[dict[str, Any]]:
    """What joins the ends: dotted over a break of edition or law."""
    traces = []
    for is_broken, dash in ((False, "solid"), (True, "dot")):
        drawn_pairs = [pair for pair in organ_pairs if pair.is_drawn(scale) and pair.is_broken(measure) is is_broken]
        xs = [x for pair in drawn_pairs for x in (pair.before.value, pair.now.value, None)]
        ys = [y for pair in drawn_pairs for y in (*[escape_html(pair.name)] * 2, None)]
        traces.append(
            {
                "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "showlegend": False,
                "line": {"color": "#9fb3c5", "width": 4, "dash": dash},
            }
        )  # fmt: skip
    return [trace for trace in traces if trace["x"]]


def _make_ends(
    organ_pairs: list[Pair], measure: Measure, language: Language, first: int, last: int
) -> list[dict[str, Any]]:
    traces = []
    for year, symbol in ((first, "circle-open"), (last, "circle")):
        rows = [(pair.name, pair.before if year == first else pair.now) for pair in organ_pairs]
        rows = [(name, row) for name, row in rows if not is_missing(row.value)]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": str(year),
                "x": [row.value for _, row in rows],
                "y": [escape_html(name) for name, _ in rows],
                "cliponaxis": False,
                "marker": {
                    "size": 12,
                    "color": choose_colour(0),
                    "line": {"width": 2, "color": choose_colour(0)},
                    "symbol": [symbol.replace("circle", "diamond") if is_hollow(row) else symbol for _, row in rows],
                },
                "customdata": [write_point(row) for _, row in rows],
                "hovertext": [write_hover(row, name, measure, language) for name, row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces
