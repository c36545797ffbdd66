"""A map of one measure in one year: areas shaded by class for rates, circles for counts, on shapes or on tiles.

Required: the rows of ``transforms.groups.map_classes`` and the ground of the same rows, names by organ_id. Every state
of a place has a look and a legend entry of its own: what is missing is never a shade of the scale.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.compare import write_title
from analytics.charts.map.ground import OUTSIDE, UNLISTED, Ground, encode_numbers
from analytics.charts.map.marks import (
    find_strip,
    make_area,
    make_block_name,
    make_circle_scale,
    make_circles,
    make_legend_entry,
    make_line,
    make_origin_note,
    make_texts,
)
from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.points import write_point
from analytics.charts.parts.theme import LEGEND, MUTED, PAPER, SHADES, choose_colour, make_layout
from analytics.charts.parts.wording import write_hover, write_subtitle, write_value
from analytics.transforms.groups.map_classes import SHOWN, State, list_class_spans
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.places.divisions import shorten_name
from analytics.words import Language, say
from analytics.words.numbers import number
from analytics.words.plain import escape_html

VALUED, BACKGROUND, NEIGHBOUR = "#eaf0f5", "#f5f6f8", "#e1e5e9"
"""Land under a circle, what is not land, land of others."""
_MISSING = {
    State.NOT_ON_FORM: ("#ffffff", "x", "#8b98a5"),
    State.NO_FIGURE: ("#f6efe2", "-", "#9a7b3f"),
    State.NO_REPORT: ("#ffffff", "", ""),
}
"""State without a value → (fill, hatching, its colour)."""
NUMBERED = 400
"""Areas that have room for the number of their class."""
_WIDTH, _HEIGHTS = 960, (380, 820)
"""Pixels of a wide screen; the height follows the window of the map within limits."""
_LABELLED_TILE = 64
"""Pixels of a tile that holds name and value."""
LABELS = "labels"
"""What a page knows the names and values in the areas by, to leave them out where the screen is too narrow."""
_CIRCLE_FILL, _LIGHT_FILL = "rgba(31,78,121,0.72)", "rgba(31,78,121,0.24)"
"""Fills of circles that stand alone, and of those behind letters."""


def draw_map(
    rows: pd.DataFrame,
    ground: Ground,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    source: str,
    labelled: bool = False,
    values_of_years: pd.Series | None = None,
) -> Chart:
    """The figure. ``labelled`` writes name and value into every area: for few of them. Classes and circles are on one
    scale for ``values_of_years``, where these are given."""
    classes = list_class_spans(rows, values_of_years) if measure.is_rate else []
    areas = (
        _make_shaded_areas(rows, ground, measure, language, classes)
        if measure.is_rate
        else _make_plain_areas(rows, ground, language)
    )
    look = (_LIGHT_FILL, choose_colour(0)) if labelled else (_CIRCLE_FILL, PAPER)
    over = [] if measure.is_rate else _make_value_circles(
        rows, ground, measure, language, look=look, values_of_years=values_of_years
    )  # fmt: skip
    lines = [
        make_line(ground_line, language)
        for ground_line in ground.lines
        if ground_line.kind != "seam" or len(ground_line.x)
    ]
    beneath = [make_area(ground, [OUTSIDE], fill=NEIGHBOUR)] if (ground.whose == OUTSIDE).any() else []
    if (ground.whose == UNLISTED).any():
        look = ("+", "#8b98a5")
        beneath += [make_area(ground, [UNLISTED], fill="#ffffff", pattern=look)]
        areas.append(make_legend_entry(say("map.unlisted", language), fill="#ffffff", pattern=look))
    texts = []
    if labelled:
        texts = [_make_labels(rows, ground, measure, language, len(classes))]
    elif measure.is_rate and len(rows) <= NUMBERED:
        numbers = ["" if pd.isna(shade) else str(shade + 1) for shade in rows["shade"]]
        texts = [make_texts(rows, ground, numbers, len(classes), size=9)]
    figure_layout = _make_layout(rows, ground, measure, labelled=labelled)
    figure_layout["annotations"] = [make_block_name(*name) for name in ground.names]
    if is_of_shapes(ground):
        low = figure_layout["yaxis"]["range"][0]
        figure_layout["annotations"].append(make_origin_note(ground.window[0], low, language))
    traces = [*beneath, *areas, *lines, *over, *texts, *_make_hover_points(rows, ground, names, measure, language)]
    title = Title(
        write_title(rows, names, measure, language),
        write_subtitle(measure, language, source, rows),
    )
    return Chart(title, traces, figure_layout)


def _make_layout(rows: pd.DataFrame, ground: Ground, measure: Measure, *, labelled: bool) -> dict[str, Any]:
    left, right, low, high = ground.window
    low -= 0 if measure.is_rate else find_strip(ground)
    most = max(_HEIGHTS[1], _LABELLED_TILE * (high - low)) if labelled else _HEIGHTS[1]
    height = min(max(_WIDTH * (high - low) / (right - left), _HEIGHTS[0]), most)
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    figure_layout = make_layout(
        height=int(height) + 120,
        xaxis={**hidden, "range": [left, right]},
        yaxis={**hidden, "range": [low, high], "scaleanchor": "x", "constraintoward": "top"},
        hovermode="closest",
        hoverdistance=60,
        showlegend=True,
        legend={**LEGEND, "y": 1.01, "yanchor": "bottom", "traceorder": "normal"},
    )
    figure_layout["plot_bgcolor"] = BACKGROUND if is_of_shapes(ground) else PAPER
    figure_layout["margin"] |= {"l": 4, "r": 4, "b": 44 if is_of_shapes(ground) else 8}
    return figure_layout


def _make_shaded_areas(
    rows: pd.DataFrame,
    ground: Ground,
    measure: Measure,
    language: Language,
    found: list[tuple[float, float, int]],
) -> list[dict[str, Any]]:
    """A trace a class that was ``found``, hatched ones for small bases and values of other reports, then what is
    missing."""
    shades = SHADES[max(len(found), 1)]
    traces = []
    for index, (low, high, count) in enumerate(found):
        is_in_class = rows["shade"].eq(index).fillna(False).astype(bool)
        words = {"low": write_value(low, measure, language), "high": write_value(high, measure, language)}
        words["count"] = number(count, language)
        name = f"{index + 1} · " + say("map.class_one" if low == high else "map.class", language, **words)
        traces += [
            make_legend_entry(name, fill=shades[index]),
            make_area(ground, _find_positions(is_in_class), fill=shades[index]),
        ]
        for state, shape in ((State.SMALL, "/"), (State.STATED, "\\")):
            marked = is_in_class & (rows["state"] == state)
            if marked.any():
                ink = "#ffffff" if index * 2 >= len(found) else "#44525f"
                traces.append(make_area(ground, _find_positions(marked), fill=shades[index], pattern=(shape, ink)))
    for state, shape in ((State.SMALL, "/"), (State.STATED, "\\")):
        count = int((rows["state"] == state).sum())
        if count:
            traces.append(
                make_legend_entry(_state_name(state, count, language), fill="#ffffff", pattern=(shape, "#44525f"))
            )
    return traces + _make_missing_areas(rows, ground, language)


def _make_missing_areas(rows: pd.DataFrame, ground: Ground, language: Language) -> list[dict[str, Any]]:
    traces = []
    for state, (fill, shape, ink) in _MISSING.items():
        is_of_state = rows["state"] == state
        if is_of_state.any():
            name = _state_name(state, int(is_of_state.sum()), language)
            look = (shape, ink)
            traces += [
                make_legend_entry(name, fill=fill, pattern=look),
                make_area(ground, _find_positions(is_of_state), fill=fill, pattern=look),
            ]
    return traces


def _make_plain_areas(rows: pd.DataFrame, ground: Ground, language: Language) -> list[dict[str, Any]]:
    """Land below circles, and what is missing."""
    has = rows["state"].isin([*SHOWN, State.ZERO])
    return [make_area(ground, _find_positions(has), fill=VALUED), *_make_missing_areas(rows, ground, language)]


def _make_value_circles(
    rows: pd.DataFrame,
    ground: Ground,
    measure: Measure,
    language: Language,
    *,
    look: tuple[str, str],
    values_of_years: pd.Series | None,
) -> list[dict[str, Any]]:
    """Circles whose area is the value, with the ``look`` of fill and edge; zero is a small ring."""
    has = rows["state"].isin([*SHOWN, State.ZERO])
    sizes = rows.loc[has, "value"] if values_of_years is None else values_of_years
    most = float(sizes.abs().max()) if has.any() and len(sizes) else 0.0
    traces = []
    looks = (
        (State.VALUE, rows["value"] > 0, *look),
        (State.STATED, rows["value"] > 0, "rgba(255,255,255,0.4)", choose_colour(0)),
        ("negative", rows["value"] < 0, "rgba(255,255,255,0.4)", choose_colour(1)),
        (State.ZERO, rows["value"] == 0, "rgba(255,255,255,0.9)", MUTED),
    )
    for state, fits, fill, edge in looks:
        is_of_state = fits & (rows["state"].isin(SHOWN) if state == "negative" else rows["state"] == state)
        is_of_state &= ~np.isnan(ground.centres[:, 0])
        if is_of_state.any():
            drawn_rows = rows[is_of_state].sort_values("value", ascending=False)
            radii = ground.radius * np.sqrt(drawn_rows["value"].abs().to_numpy(dtype="float64") / (most or 1))
            radii = np.full(len(drawn_rows), ground.radius * 0.16) if state == State.ZERO else radii
            name = _state_name(str(state), int(is_of_state.sum()), language)
            traces += [
                make_legend_entry(name, fill=fill, edge=edge),
                make_circles(ground.centres[drawn_rows.index], radii, fill=fill, edge=edge),
            ]
    return [*traces, *make_circle_scale(ground, most, measure, language, look)]


def _state_name(state: str, count: int, language: Language) -> str:
    return say(f"map.state.{state}", language, count=number(count, language))


def _find_positions(mask: pd.Series) -> Any:
    return np.flatnonzero(mask.to_numpy())


def _make_hover_points(
    rows: pd.DataFrame, ground: Ground, names: dict[int, str], measure: Measure, language: Language
) -> list[dict[str, Any]]:
    """Unseen marks that carry the hover text and, for organs, the way to the evidence."""
    has_organ = rows["organ_id"].notna() & rows["year"].notna()
    drawn = pd.Series(~np.isnan(ground.centres[:, 0]), index=rows.index)
    with_organ, without = rows[has_organ & drawn], rows[~has_organ & drawn]
    marks = [
        _make_marks(
            ground,
            with_organ,
            [write_hover(row, names[row.organ_id], measure, language) for row in each_row(with_organ)],
        )
    ]
    # Three thousand lists would be copied and looked through at every rerun; a text is taken as it is.
    marks[0]["customdata"] = [write_point(row) for row in each_row(with_organ)]
    if len(without):
        reason = say("status.no_report", language)
        marks.append(
            _make_marks(ground, without, [f"<b>{escape_html(place)}</b><br>{reason}" for place in without["place"]])
        )
    return marks


def _make_marks(ground: Ground, rows: pd.DataFrame, texts: list[str]) -> dict[str, Any]:
    centres = ground.centres[rows.index]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": encode_numbers(centres[:, 0]),
        "y": encode_numbers(centres[:, 1]),
        "marker": {"opacity": 0, "size": 10},
        "unselected": {"marker": {"opacity": 0}},
        "selected": {"marker": {"opacity": 0}},
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "meta": "points",
    }


def is_of_shapes(ground: Ground) -> bool:
    """Whether the ground is land, and not tiles."""
    return any(ground_line.kind == "boundary" for ground_line in ground.lines)


def _make_labels(
    rows: pd.DataFrame, ground: Ground, measure: Measure, language: Language, classes: int
) -> dict[str, Any]:
    """Name and value in each area, over its circle."""
    words = [_write_label(row, measure, language) for row in each_row(rows)]
    return make_texts(rows, ground, words, classes, size=12) | {"uid": LABELS}


def _write_label(row: Any, measure: Measure, language: Language) -> str:
    name = escape_html(shorten_name(row.place))
    return name if pd.isna(row.value) else f"{name}<br>{write_value(row.value, measure, language, with_unit=False)}"
