"""The largest changes: one bar a change, with both values written out beside it or, on a narrow screen, above it.

Required: the frame of ``change.find_largest_changes`` with ``find_measure``, largest first, and names by organ_id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log, log1p
from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.counted import count_moves, write_counts
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.short_names import split_scripts
from analytics.charts.parts.theme import (
    INK,
    choose_colour,
    make_axis,
    make_hatching,
    make_layout,
    make_text_beside,
    make_value_axis,
)
from analytics.charts.parts.wording import describe_prose, describe_source, write_hover, write_label, write_value
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import LEAST_OF_EITHER_YEAR, find_measure
from analytics.words import Language, say
from analytics.words.numbers import percent
from analytics.words.plain import escape_html

_BAR, _LINE = 36, 16
"""Pixels of a bar with the room around it, and of a line of text above it."""
_APART, _THICK, _GAP = 14, 22, 14
"""Pixels between two rows of text beside bars, of a bar there, and between text and bars."""
_STEPS = ((10, 100, 1000), (5, 25), (2, 4), (1.5,), (1.2,), (1.1,), (1.05,))
"""Factors that may stand along the axis, of which the coarsest that any bar reaches is taken."""
_WIDTHS = {Room.WIDE: 58, Room.NARROW: 54}
"""Letters of a line."""
_PIXELS = {Room.WIDE: 400, Room.NARROW: 320}
"""Of such a line."""


def draw_largest_changes(
    rows: pd.DataFrame, names: dict[int, str], language: Language, *, title: str, source: str, room: Room = Room.WIDE
) -> Chart:
    """The figure, named by organ and year where there are several; bars of a change that a report itself states are
    hatched, computed ones full. ``title`` says what changes they are; the figure adds which is the largest."""
    ordered = list(each_row(rows))[::-1]
    is_one = _is_one(rows)
    labels = [
        [*([] if is_one else _write_name(row, names, language, room)),
         *_describe_change(row, language, _WIDTHS[room])]
        for row in ordered
    ]  # fmt: skip
    # Every text stands to the right of zero: a bar to the left has its own end there.
    texts = [
        make_text_beside(percent(row.percent, language, sign=True), max(log1p(row.percent), 0), at)
        for at, row in enumerate(ordered)
    ]
    ratios = [log1p(share) for share in rows["percent"]]
    low, high = min(*ratios, 0.0), max(*ratios, 0.0)
    span = max(-low, high, 0.1)
    place = _place_beside(labels) if room is Room.WIDE else _place_above(labels)
    chart_title = Title(
        write_changes_title(rows, names, language, heading=title),
        _write_subtitle(rows, language, source),
    )
    figure_layout = make_layout(
        height=110 + place.row * len(rows),
        xaxis=make_value_axis(
            **_make_ratio_ticks(low, high, language), tickangle=0, range=[low * 1.1, high + span * 0.4]
        ),
        yaxis=make_axis(showticklabels=False, range=[-place.below, len(rows) - 1 + place.above]),
        annotations=[*texts, *(place.write(label, at) for at, label in enumerate(labels))],
    )
    figure_layout["margin"] |= {"l": place.margin, "r": 8}
    return Chart(chart_title, [_make_bars(ordered, names, language, width=place.bar)], figure_layout)


class _Place(NamedTuple):
    """Where texts stand: pixels of a ``row`` and the left ``margin``, rows ``above`` the last and ``below`` the first
    bar, a ``bar`` in rows, and what makes the annotation of lines at a row."""

    row: int
    margin: int
    above: float
    below: float
    bar: float
    write: Callable[[Sequence[str], int], dict[str, Any]]


def _place_beside(labels: Sequence[Sequence[str]]) -> _Place:
    """Left of the bars, as far as the longest line reaches."""
    row = _LINE * max(map(len, labels)) + _APART
    margin = round(max(measure_text(line) for lines in labels for line in lines)) + _GAP
    return _Place(row, margin, 0.6, 0.6, _THICK / row, _make_label_beside)


def _place_above(labels: Sequence[Sequence[str]]) -> _Place:
    """Above the bars: beside them, a narrow screen would cut them."""
    text = _LINE * max(map(len, labels))
    row = _BAR + text
    return _Place(row, 18, 0.6 + text / row, 0.4, _BAR / row * 0.5, _make_label_above)


def _write_name(row: Any, names: dict[int, str], language: Language, room: Room) -> list[str]:
    """Organ and year in a line, or in two where it is too long for that: one a script."""
    label, first = write_label(row, names, language), split_scripts(names[row.organ_id])[0]
    rest = label.removeprefix(first).strip()
    return [first, rest] if measure_text(label) > _PIXELS[room] and rest else [label]


def _make_ratio_ticks(low: float, high: float, language: Language) -> dict[str, Any]:
    """Per cents at places of their ratios, so that a rise to the double and a fall to the half are bars of one length:
    the steps that leave at most five numbers."""
    for steps in _STEPS:
        sides = (*(1 / factor for factor in reversed(steps)), 1.0, *steps)
        at = [factor for factor in sides if factor == 1 or low <= log(factor) <= high]
        if len(at) > 1 or steps is _STEPS[-1]:
            break
    texts = [percent(factor - 1, language, sign=True) for factor in at]
    return {"tickmode": "array", "tickvals": [log(factor) for factor in at], "ticktext": texts}


def _write_subtitle(rows: pd.DataFrame, language: Language, source: str) -> str:
    """Unit, source, what the looks mean, and what is left out: suspected changes where none of them is drawn."""
    left_out = "headline.left_out_small" if rows["is_coverage_suspected"].any() else "headline.left_out"
    text = say("headline.subtitle", language, source=describe_source(source, rows, language))
    in_prose = describe_prose(rows, language, "headline.in_prose")
    return text + in_prose + say(left_out, language, base=LEAST_OF_EITHER_YEAR)


def _is_one(rows: pd.DataFrame) -> bool:
    """Whether all changes are of one organ and year."""
    return bool(rows[["organ_id", "year"]].drop_duplicates().shape[0] == 1)


def write_changes_title(rows: pd.DataFrame, names: dict[int, str], language: Language, *, heading: str) -> str:
    """How many went up and down, and the largest of them with both values."""
    first = next(each_row(rows))
    measure = find_measure(first.measure)
    change = say(
        "headline.change",
        language,
        before=write_value(first.value_previous, measure, language, with_unit=False),
        value=write_value(first.value, measure, language, with_unit=False),
        percent=percent(first.percent, language, sign=True),
    )
    is_named = _is_one(rows) and names[first.organ_id] in heading
    return say(
        "headline.first_own" if is_named else "headline.first", language, said=heading, change=change,
        counts=write_counts("headline", count_moves(rows["percent"].to_list()), language), organ=names[first.organ_id],
        year=int(first.year), measure=measure.named(language),
    )  # fmt: skip


def _make_label_above(lines: Sequence[str], at: int) -> dict[str, Any]:
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": at, "yanchor": "bottom", "yshift": _BAR * 0.36,
        "text": "<br>".join(map(escape_html, lines)), "align": "left", "showarrow": False,
        "font": {"color": INK, "size": 12},
    }  # fmt: skip


def _make_label_beside(lines: Sequence[str], at: int) -> dict[str, Any]:
    return _make_label_above(lines, at) | {
        "xanchor": "right", "xshift": -_GAP, "align": "right", "yanchor": "middle", "yshift": 0,
    }  # fmt: skip


def _make_bars(ordered: list[Any], names: dict[int, str], language: Language, *, width: float) -> dict[str, Any]:
    is_computed = [row.basis == "computed" for row in ordered]
    tints = [choose_colour(0) if is_full else choose_colour(5) for is_full in is_computed]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(ordered))),
        "x": [log1p(row.percent) for row in ordered],
        "width": width,
        "marker": {
            "color": ["#ffffff" if is_hollow(row) else tint for row, tint in zip(ordered, tints, strict=True)],
            "line": {"color": tints, "width": [1.8 if is_hollow(row) else 0 for row in ordered]},
            "pattern": make_hatching(["" if is_full else "/" for is_full in is_computed]),
        },
        "customdata": [write_point(row, measure=row.measure) for row in ordered],
        "hovertext": [write_hover(row, names[row.organ_id], find_measure(row.measure), language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _describe_change(row: Any, language: Language, width: int) -> list[str]:
    """Measure with both values and their unit, in which measures of one chart differ: on lines of their own where one
    of ``width`` letters is too short."""
    measure = find_measure(row.measure)
    before = write_value(row.value_previous, measure, language, with_unit=False)
    name, values = measure.named(language), f"{before} → {write_value(row.value, measure, language)}"
    whole = f"{name} {values}"
    return [whole] if len(whole) <= width else [*wrap(name, width), values]
