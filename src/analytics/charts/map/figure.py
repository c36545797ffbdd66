"""A map of one measure in one year: areas shaded by class for rates, circles for counts, on shapes or on tiles.

Required: the rows of ``transforms.groups.map_classes`` and the ground of the same rows, names by organ_id. Every state
of a place has a look and a legend entry of its own: what is missing is never a shade of the scale.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.charts.compare import title
from analytics.charts.map.ground import OUTSIDE, UNLISTED, Ground, typed
from analytics.charts.map.marks import SHADES, area, circles, key, line, patch, text
from analytics.charts.parts.theme import FONT, INK, LEGEND, MUTED, PAPER, Figure, colour, layout, point_of
from analytics.charts.parts.wording import hover, subtitle, value_text
from analytics.transforms.groups.map_classes import SHOWN, State, spans
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure
from analytics.vocabulary.places.divisions import short_name
from analytics.vocabulary.places.shapes import PACKAGE
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
    wanted: Measure,
    language: Language,
    *,
    source: str,
    labelled: bool = False,
) -> Figure:
    """The figure. ``labelled`` writes name and value into every area: for few of them."""
    areas = _shaded(rows, ground, wanted, language) if wanted.is_rate else _plain(rows, ground, language)
    look = (_LIGHT_FILL, colour(0)) if labelled else (_CIRCLE_FILL, PAPER)
    over = [] if wanted.is_rate else _counted(rows, ground, wanted, language, look)
    lines = [line(one, language) for one in ground.lines if one.kind != "seam" or len(one.x)]
    beneath = [area(ground, [OUTSIDE], fill=NEIGHBOUR)] if (ground.whose == OUTSIDE).any() else []
    if (ground.whose == UNLISTED).any():
        look = ("+", "#8b98a5")
        beneath += [area(ground, [UNLISTED], fill="#ffffff", pattern=look)]
        areas.append(key(say("map.unlisted", language), fill="#ffffff", pattern=look))
    texts = []
    if labelled:
        texts = [_labels(rows, ground, wanted, language)]
    elif wanted.is_rate and len(rows) <= NUMBERED:
        texts = [text(rows, ground, ["" if pd.isna(row) else str(row + 1) for row in rows["shade"]], size=9)]
    figure_layout = _layout(rows, ground, names, wanted, language, source, labelled=labelled)
    figure_layout["annotations"] = [_block_name(*name) for name in ground.names]
    if is_of_shapes(ground):
        low = figure_layout["yaxis"]["range"][0]
        figure_layout["annotations"].append(_origin(ground.window[0], low, language))
    traces = [*beneath, *areas, *lines, *over, *texts, *_points(rows, ground, names, wanted, language)]
    return {"data": traces, "layout": figure_layout}


def _layout(
    rows: pd.DataFrame,
    ground: Ground,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    source: str,
    *,
    labelled: bool,
) -> dict[str, Any]:
    left, right, low, high = ground.window
    low -= 0 if wanted.is_rate else _strip(ground)
    most = max(_HEIGHTS[1], _LABELLED_TILE * (high - low)) if labelled else _HEIGHTS[1]
    height = min(max(_WIDTH * (high - low) / (right - left), _HEIGHTS[0]), most)
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    made = layout(
        title(rows, names, wanted, language),
        subtitle(wanted, language, source, rows),
        height=int(height) + 120,
        xaxis={**hidden, "range": [left, right]},
        yaxis={**hidden, "range": [low, high], "scaleanchor": "x", "constraintoward": "top"},
        hovermode="closest",
        hoverdistance=60,
        showlegend=True,
        legend={**LEGEND, "y": 1.01, "yanchor": "bottom", "traceorder": "normal"},
    )
    made["plot_bgcolor"] = BACKGROUND if is_of_shapes(ground) else PAPER
    made["margin"] = {"l": 4, "r": 4, "t": 92, "b": 44 if is_of_shapes(ground) else 8}
    return made


def _shaded(rows: pd.DataFrame, ground: Ground, wanted: Measure, language: Language) -> list[dict[str, Any]]:
    """A trace a class, hatched ones for small bases and values of other reports, then what is missing."""
    found = spans(rows)
    shades = SHADES[max(len(found), 1)]
    traces = []
    for index, (low, high, count) in enumerate(found):
        own = rows["shade"].eq(index).fillna(False).astype(bool)
        words = {"low": value_text(low, wanted, language), "high": value_text(high, wanted, language)}
        words["count"] = number(count, language)
        name = f"{index + 1} · " + say("map.class_one" if low == high else "map.class", language, **words)
        traces += [key(name, fill=shades[index]), area(ground, _where(own), fill=shades[index])]
        for state, shape in ((State.SMALL, "/"), (State.STATED, "\\")):
            marked = own & (rows["state"] == state)
            if marked.any():
                ink = "#ffffff" if index * 2 >= len(found) else "#44525f"
                traces.append(area(ground, _where(marked), fill=shades[index], pattern=(shape, ink)))
    for state, shape in ((State.SMALL, "/"), (State.STATED, "\\")):
        count = int((rows["state"] == state).sum())
        if count:
            traces.append(key(_state_name(state, count, language), fill="#ffffff", pattern=(shape, "#44525f")))
    return traces + _missing(rows, ground, language)


def _missing(rows: pd.DataFrame, ground: Ground, language: Language) -> list[dict[str, Any]]:
    traces = []
    for state, (fill, shape, ink) in _MISSING.items():
        own = rows["state"] == state
        if own.any():
            name = _state_name(state, int(own.sum()), language)
            look = (shape, ink)
            traces += [key(name, fill=fill, pattern=look), area(ground, _where(own), fill=fill, pattern=look)]
    return traces


def _plain(rows: pd.DataFrame, ground: Ground, language: Language) -> list[dict[str, Any]]:
    """Land below circles, and what is missing."""
    has = rows["state"].isin([*SHOWN, State.ZERO])
    return [area(ground, _where(has), fill=VALUED), *_missing(rows, ground, language)]


def _counted(
    rows: pd.DataFrame, ground: Ground, wanted: Measure, language: Language, look: tuple[str, str]
) -> list[dict[str, Any]]:
    """Circles whose area is the value, with the ``look`` of fill and edge; zero is a small ring."""
    has = rows["state"].isin([*SHOWN, State.ZERO])
    most = float(rows.loc[has, "value"].abs().max()) if has.any() else 0.0
    traces = []
    looks = (
        (State.VALUE, rows["value"] > 0, *look),
        (State.STATED, rows["value"] > 0, "rgba(255,255,255,0.4)", colour(0)),
        ("negative", rows["value"] < 0, "rgba(255,255,255,0.4)", colour(1)),
        (State.ZERO, rows["value"] == 0, "rgba(255,255,255,0.9)", MUTED),
    )
    for state, fits, fill, edge in looks:
        own = fits & (rows["state"].isin(SHOWN) if state == "negative" else rows["state"] == state)
        own &= ~np.isnan(ground.centres[:, 0])
        if own.any():
            shown = rows[own].sort_values("value", ascending=False)
            radii = ground.radius * np.sqrt(shown["value"].abs().to_numpy(dtype="float64") / (most or 1))
            radii = np.full(len(shown), ground.radius * 0.16) if state == State.ZERO else radii
            name = _state_name(str(state), int(own.sum()), language)
            traces += [
                key(name, fill=fill, edge=edge),
                circles(ground.centres[shown.index], radii, fill=fill, edge=edge),
            ]
    return [*traces, *_scale(ground, most, wanted, language, look)]


def _strip(ground: Ground) -> float:
    """Height of the strip below a map of circles that says how large they are."""
    return max(3 * ground.radius, 0.03 * (ground.window[1] - ground.window[0]))


def _scale(
    ground: Ground, most: float, wanted: Measure, language: Language, look: tuple[str, str]
) -> list[dict[str, Any]]:
    """What the largest circle stands for, and one of about a quarter of it, in the strip below."""
    if not most:
        return []
    left, right, low, _ = ground.window
    values = [most, float(round(most / 4))] if most >= 4 else [most]  # a quarter of one case is none
    at = np.array([left + ground.radius * 1.5, left + 0.5 * (right - left)])[: len(values)]
    y = [low - _strip(ground) / 2] * len(values)
    centres = np.column_stack([at, y])
    radii = ground.radius * np.sqrt(np.array(values) / most)
    shown = circles(centres, radii, fill=look[0], edge=look[1])
    words = {
        "type": "scatter", "mode": "text", "x": (at + ground.radius * 1.2).tolist(), "y": y,
        "text": [f"  {value_text(value, wanted, language)}" for value in values], "textposition": "middle right",
        "textfont": {"size": 12, "color": INK}, "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip
    foot = low - _strip(ground)
    bare = np.array([(left, low), (right, low), (right, foot), (left, foot), (left, low)])
    return [patch(bare, fill=PAPER), shown, words]


def _state_name(state: str, count: int, language: Language) -> str:
    return say(f"map.state.{state}", language, count=number(count, language))


def _where(own: pd.Series) -> Any:
    return np.flatnonzero(own.to_numpy())


def _points(
    rows: pd.DataFrame, ground: Ground, names: dict[int, str], wanted: Measure, language: Language
) -> list[dict[str, Any]]:
    """Unseen marks that carry the hover text and, for organs, the way to the evidence."""
    has_organ = rows["organ_id"].notna() & rows["year"].notna()
    drawn = pd.Series(~np.isnan(ground.centres[:, 0]), index=rows.index)
    with_organ, without = rows[has_organ & drawn], rows[~has_organ & drawn]
    marks = [
        _marks(ground, with_organ, [hover(row, names[row.organ_id], wanted, language) for row in each_row(with_organ)])
    ]
    # Three thousand lists would be copied and looked through at every rerun; a text is taken as it is.
    marks[0]["customdata"] = [" ".join(map(str, point_of(row))) for row in each_row(with_organ)]
    if len(without):
        reason = say("status.no_report", language)
        marks.append(_marks(ground, without, [f"<b>{escape_html(one)}</b><br>{reason}" for one in without["place"]]))
    return marks


def _marks(ground: Ground, rows: pd.DataFrame, texts: list[str]) -> dict[str, Any]:
    centres = ground.centres[rows.index]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": typed(centres[:, 0]),
        "y": typed(centres[:, 1]),
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
    return any(one.kind == "boundary" for one in ground.lines)


def _origin(x: float, y: float, language: Language) -> dict[str, Any]:
    """Whose the shapes are, in the picture itself: it is what leaves the page."""
    return {
        "text": say("map.origin", language, package=PACKAGE), "x": x, "y": y, "xanchor": "left", "yanchor": "top",
        "align": "left", "showarrow": False, "font": {"size": 10, "color": MUTED, "family": FONT},
    }  # fmt: skip


def _block_name(text: str, x: float, y: float) -> dict[str, Any]:
    return {
        "text": escape_html(text), "x": x, "y": y, "xanchor": "left", "yanchor": "bottom", "showarrow": False,
        "xshift": -2, "yshift": -2, "font": {"size": 11, "color": INK, "family": FONT},
    }  # fmt: skip


def _labels(rows: pd.DataFrame, ground: Ground, wanted: Measure, language: Language) -> dict[str, Any]:
    """Name and value in each area, over its circle."""
    words = [_label(row, wanted, language) for row in each_row(rows)]
    return text(rows, ground, words, size=12) | {"uid": LABELS}


def _label(row: Any, wanted: Measure, language: Language) -> str:
    name = escape_html(short_name(row.place))
    return name if pd.isna(row.value) else f"{name}<br>{value_text(row.value, wanted, language, with_unit=False)}"
