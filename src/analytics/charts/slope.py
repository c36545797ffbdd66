"""Two years of several organs as slopes: two axes, one line each.

Required: the frame of changes of one measure with both years, names by organ_id. An organ that lacks a value in either
year, or has a zero on a logarithmic axis, has no line: it is named below the title with what it has, and the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import log10
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.pairs import (
    Pair,
    build_short_pairs,
    describe_both_years,
    describe_change,
    describe_scale,
    write_pairs_title,
)
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, cut_text
from analytics.charts.parts.short_names import split_scripts
from analytics.charts.parts.theme import (
    INK,
    choose_colour,
    choose_shape,
    make_axis,
    make_layout,
    make_value_axis,
    write_glyph,
)
from analytics.charts.parts.wording import write_hover, write_subtitle, write_value
from analytics.transforms.series.scale import Scale
from analytics.vocabulary.measures import Measure
from analytics.words import Language
from analytics.words.plain import escape_html

_LEAST, _EACH, _LINE, _APART = 360, 84, 15, 9
"""Pixels of the plot at least, of it for each line, of a line of text, and between two labels."""
_NAME = {Room.WIDE: 250.0, Room.NARROW: 118.0}
"""Pixels of a line of a name beside a slope."""
_END = {Room.WIDE: 1.6, Room.NARROW: 2.05}
"""Where the axis across ends, in the distance of the two years: names stand beyond the second."""
_BELOW, _ABOVE = 0.06, 0.12
"""Room below and above the values, in their span."""


class _Axis(NamedTuple):
    """From the lowest to the highest of what is drawn, as logarithms on a logarithmic axis; zero stands on others."""

    low: float
    high: float
    is_log: bool

    def find_share(self, value: float) -> float:
        """Where a value stands between both ends."""
        place = log10(value) if self.is_log else value
        return (place - self.low) / (self.high - self.low)

    def write(self) -> dict[str, Any]:
        """As properties of an axis."""
        span = self.high - self.low
        kind = {"type": "log", "zeroline": False} if self.is_log else {}
        return {**kind, "range": [self.low - _BELOW * span, self.high + _ABOVE * span]}


def _make_scale(drawn: list[Pair], scale: Scale) -> _Axis:
    is_log = scale is Scale.LOG
    values = [row.value for pair in drawn for row in (pair.before, pair.now)]
    ends = list(map(log10, values)) if is_log else [*values, 0.0]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    return _Axis(low, high if high > low else low + 1.0, is_log)


def draw_slope(
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
    """The figure: one line an organ between two years, values at both ends; an organ that lacks one has no line."""
    organ_pairs = build_short_pairs(changes, names, first, last)
    drawn = [pair for pair in organ_pairs if pair.is_drawn(scale)]
    axis = _make_scale(drawn, scale)
    marks = {pair.name: write_glyph(index) for index, pair in enumerate(organ_pairs)}
    lines = [_make_slope(pair, index, measure, language) for index, pair in enumerate(organ_pairs) if pair in drawn]
    height = max(_LEAST, _EACH * len(drawn))
    write_label = partial(_write_block, marks=marks, measure=measure, language=language, room=room)
    labels = [
        label
        for take, write in ((lambda pair: pair.before, lambda pair, text: [text]), (lambda pair: pair.now, write_label))
        for label in _make_labels(drawn, take, write, measure=measure, language=language, axis=axis, height=height)
    ]
    absent = "".join(
        f"\n{pair.name}: {describe_both_years(pair, measure, language)}" for pair in organ_pairs if pair not in drawn
    )
    title = Title(
        write_pairs_title(organ_pairs, measure, language, first=first, last=last),
        write_subtitle(measure, language, source, changes[changes["year"].isin([first, last])])
        + describe_scale(organ_pairs, scale, language)
        + absent,
    )
    figure_layout = make_layout(
        height=height + 72,
        xaxis=make_axis(tickvals=[0, 1], ticktext=[str(first), str(last)], range=[-0.5, _END[room]], side="top"),
        yaxis=make_value_axis(showgrid=False, showticklabels=False, **axis.write()),
        annotations=labels,
    )
    figure_layout["margin"] |= {"l": 4, "r": 4}
    return Chart(title, lines, figure_layout)


def _make_slope(pair: Pair, index: int, measure: Measure, language: Language) -> dict[str, Any]:
    is_stated = is_hollow(pair.before) or is_hollow(pair.now)
    is_dotted = is_stated or pair.is_broken(measure)
    return {
        "type": "scatter", "mode": "lines+markers", "name": escape_html(pair.name), "x": [0, 1],
        "y": [pair.before.value, pair.now.value], "cliponaxis": False,
        "line": {"color": choose_colour(index), "width": 2.2, "dash": "dot" if is_dotted else "solid"},
        "marker": {
            "size": 10, "color": choose_colour(index),
            "symbol": [f"{choose_shape(index)}{'-open' * is_hollow(row)}" for row in (pair.before, pair.now)],
        },
        "customdata": [write_point(pair.before), write_point(pair.now)],
        "hovertext": [write_hover(row, pair.name, measure, language) for row in (pair.before, pair.now)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _make_labels(
    drawn: list[Pair],
    take: Callable[[Pair], Any],
    write: Callable[[Pair, str], list[str]],
    *,
    measure: Measure,
    language: Language,
    axis: _Axis,
    height: float,
) -> list[dict[str, Any]]:
    """Values of the year that is taken, pushed apart where they would overlap: at the left those of the earlier year
    alone, at the right those of the later one in a block with mark, name and change."""
    pixels = height / (1 + _BELOW + _ABOVE)
    found, floor = [], -_BELOW * pixels
    for organ_pair in sorted(drawn, key=lambda pair: float(take(pair).value)):
        row = take(organ_pair)
        lines = write(organ_pair, write_value(row.value, measure, language, with_unit=False))
        half = _LINE * len(lines) / 2
        at = axis.find_share(row.value) * pixels
        middle = max(at, floor + half)
        floor = middle + half + _APART
        at_left = row is organ_pair.before
        found.append(
            {
                "x": 0 if at_left else 1, "y": log10(row.value) if axis.is_log else row.value,
                "xanchor": "right" if at_left else "left", "yanchor": "middle",
                "xshift": -12 if at_left else 12, "yshift": middle - at, "showarrow": False,
                "text": "<br>".join(lines), "font": {"size": 12, "color": INK}, "align": "left",
            }
        )  # fmt: skip
    return found


def _write_block(
    pair: Pair, text: str, *, marks: dict[str, str], measure: Measure, language: Language, room: Room
) -> list[str]:
    """The mark with the name, the value, and the change below; on a wide screen value and change in one line."""
    change = describe_change(pair, measure, language)
    if room is Room.WIDE:
        name = escape_html(cut_text(pair.name, _NAME[room]))
        return [f"{marks[pair.name]} {name}", f"<b>{text}</b>　{change}"]
    first, *more = (escape_html(cut_text(script, _NAME[room])) for script in split_scripts(pair.name))
    return [f"{marks[pair.name]} {first}", *more, f"<b>{text}</b>", *change.split("　")]
