"""Two measures of many organs in one year: a point an organ, its name where there is room.

Required: the frame of changes of both measures in that year (long, a row an organ and measure), names by organ_id.
"""

from __future__ import annotations

from math import log10
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.point_names import Spot, make_point_names
from analytics.charts.parts.points import Point
from analytics.charts.parts.room import Room
from analytics.charts.parts.short_names import shorten_names, split_scripts
from analytics.charts.parts.theme import MUTED, choose_colour, make_layout, make_value_axis
from analytics.charts.parts.ticks import make_decade_ticks, make_measure_ticks
from analytics.charts.parts.wording import (
    describe_missing,
    describe_source,
    has_unknown_coverage,
    list_marks,
    write_state,
)
from analytics.transforms.groups.pairing import correlate_ranks, pair_measures, share_figures
from analytics.transforms.rows import each_row
from analytics.transforms.series.scale import Scale, list_scales
from analytics.vocabulary import form
from analytics.vocabulary.measures import Measure
from analytics.words import Language, say
from analytics.words.numbers import number, write_fixed
from analytics.words.plain import escape_html

_HEIGHT = {Room.WIDE: 560, Room.NARROW: 440}
_MARGIN = {"l": 72, "r": 24, "t": 28, "b": 60}
_DIGITS = 2
"""Of a correlation."""


class _Dot(NamedTuple):
    """An organ's rows of both measures."""

    across: Any
    up: Any


def draw_scatter(
    changes: pd.DataFrame,
    names: dict[int, str],
    measures: tuple[Measure, Measure],
    language: Language,
    *,
    year: int,
    source: str,
    scale: Scale = Scale.VALUE,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure: the first measure across, the second one up. On a logarithmic scale counts and amounts stand on
    logarithmic axes; a rate is a ratio already."""
    dots = _find_dots(changes, measures)
    is_log = [scale is Scale.LOG and Scale.LOG in list_scales(measure) for measure in measures]
    drawn = [dot for dot in dots if all(row.value > 0 or not needs for row, needs in zip(dot, is_log, strict=True))]
    title = Title(
        write_scatter_title(changes, measures, language, year=year),
        _write_beneath(changes, measures, language, source, is_log, undrawn=len(dots) - len(drawn)),
    )
    values = ([dot.across.value for dot in drawn], [dot.up.value for dot in drawn])
    axes = [_make_axis(*of_axis, language) for of_axis in zip(values, measures, is_log, strict=True)]
    short_names = shorten_names(names, [dot.across.organ_id for dot in drawn])
    spots = [_place_dot(dot, _shorten(short_names[dot.across.organ_id], room), axes, is_log) for dot in drawn]
    height = _HEIGHT[room]
    figure_layout = make_layout(
        height=height,
        xaxis=axes[0],
        yaxis=axes[1],
        annotations=make_point_names(
            spots,
            width=room.width - _MARGIN["l"] - _MARGIN["r"],
            height=height - _MARGIN["t"] - _MARGIN["b"],
        ),
        margin=dict(_MARGIN),
    )
    return Chart(title, [_make_points(drawn, names, measures, language)], figure_layout)


def _find_dots(changes: pd.DataFrame, measures: tuple[Measure, Measure]) -> list[_Dot]:
    """Organs that have a value of both."""
    rows = {(row.organ_id, row.measure): row for row in each_row(changes)}
    across, up = (measure.key for measure in measures)
    return [_Dot(rows[organ_id, across], rows[organ_id, up]) for organ_id in pair_measures(changes, across, up).index]


def _make_axis(values: list[float], measure: Measure, is_log: bool, language: Language) -> dict[str, Any]:
    """The axis of a measure, with its name and unit along it and half a mark of room at both ends."""
    ticks = make_decade_ticks(values, language) if is_log else make_measure_ticks(values, measure, language)
    ends = [log10(value) for value in values] if is_log else values
    low, high = (min(ends, default=0.0), max(ends, default=1.0)) if is_log else (0.0, max(ends, default=1.0) or 1.0)
    low = min(low, min(ends, default=low))
    rest = 0.04 * (high - low or 1.0)
    unit = say(f"unit.{measure.unit}", language)
    title = say("scatter.axis", language, measure=measure.named(language), unit=unit)
    return make_value_axis(
        **ticks, **({"type": "log"} if is_log else {}), range=[low - rest, high + rest], tickangle=0,
        zeroline=not is_log, automargin=False,
        title={"text": escape_html(title), "font": {"size": 12, "color": MUTED}, "standoff": 8},
    )  # fmt: skip


def _shorten(name: str, room: Room) -> str:
    """On a narrow screen one script of two."""
    return name if room is Room.WIDE else split_scripts(name)[0]


def _place_dot(dot: _Dot, name: str, axes: list[dict[str, Any]], is_log: list[bool]) -> Spot:
    places = [log10(row.value) if takes_log else float(row.value) for row, takes_log in zip(dot, is_log, strict=True)]
    shares = [(at - axis["range"][0]) / (axis["range"][1] - axis["range"][0])
              for at, axis in zip(places, axes, strict=True)]  # fmt: skip
    return Spot(places[0], places[1], shares[0], shares[1], name)


def _make_points(
    dots: list[_Dot], names: dict[int, str], measures: tuple[Measure, Measure], language: Language
) -> dict[str, Any]:
    """One trace: a point is hollow where a table of the year's own report prints not both of its values."""
    printed = form.map_cells_by_code()
    cells = tuple(sorted(code for code in measures[0].all_cells | measures[1].all_cells if code in printed))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot.across.value for dot in dots],
        "y": [dot.up.value for dot in dots],
        "cliponaxis": False,
        "marker": {
            "size": 9,
            "color": choose_colour(0),
            "opacity": 0.85,
            "symbol": ["circle-open" if is_hollow(dot.across) or is_hollow(dot.up) else "circle" for dot in dots],
        },
        "customdata": [Point.of(dot.across, cells=cells).write() for dot in dots],
        "hovertext": [_describe_dot(dot, names[dot.across.organ_id], measures, language) for dot in dots],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _describe_dot(dot: _Dot, organ: str, measures: tuple[Measure, Measure], language: Language) -> str:
    lines = [f"<b>{escape_html(organ)}</b>　{int(dot.across.year)}"]
    for row, measure in zip(dot, measures, strict=True):
        said = [write_state(row, measure, language), *list_marks(row, language)]
        text = say("list.parts", language).join(said)
        lines.append(escape_html(say("scatter.value", language, measure=measure.named(language), value=text)))
    return "<br>".join(lines)


def write_scatter_title(
    changes: pd.DataFrame, measures: tuple[Measure, Measure], language: Language, *, year: int
) -> str:
    """How far the order by one measure is the order by the other, or that there are too few to say."""
    pairs = pair_measures(changes, *(measure.key for measure in measures))
    correlation = correlate_ranks(pairs)
    key = "none" if pairs.empty else "few" if correlation is None else "title"
    return say(
        f"scatter.{key}", language, first=measures[0].named(language), second=measures[1].named(language), year=year,
        count=number(len(pairs), language),
        correlation="" if correlation is None else write_fixed(correlation, language, _DIGITS),
    )  # fmt: skip


def _write_beneath(
    changes: pd.DataFrame,
    measures: tuple[Measure, Measure],
    language: Language,
    source: str,
    is_log: list[bool],
    *,
    undrawn: int,
) -> str:
    """Source, what is missing of each measure and why, and what must be known to read a correlation."""
    parts = [say("scatter.source", language, source=describe_source(source, changes, language))]
    for measure in measures:
        missing = describe_missing(changes[changes["measure"] == measure.key], language)
        parts.append(say("scatter.value", language, measure=measure.named(language), value=missing))
    if share_figures(*measures):
        parts.append(say("scatter.shared", language))
    if any(map(has_unknown_coverage, measures)):
        parts.append(say("scatter.coverage", language))
    text = say("list.notes", language).join(parts)
    logs = [measure.named(language) for measure, takes_log in zip(measures, is_log, strict=True) if takes_log]
    text += say("scatter.logs", language, measures=say("list.names", language).join(logs)) if logs else ""
    return text + (say("unshown.zero_on_log", language, count=number(undrawn, language)) if undrawn else "")
