"""Small charts of briefings, drawn without a browser: numbers, years and letters only, names stand in the text beside
them, so that no Chinese font is needed. A frame of ``transforms.series.change`` of one measure → PNG."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analytics.charts.parts.theme import HAIRLINE, MUTED, PALETTE
from analytics.transforms.series.prose import STATED_IN_PROSE
from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language
from analytics.words.numbers import number, percent

LETTERS = "ABCDEFGH"
_MARKERS = ("o", "s", "D", "^", "P", "p", "*", "X")
_DOTS = 200
_LEAST_SHARE, _LEAST_COUNT = 0.1, 2.0
"""Least span of the upright axis: a smaller one would have marks between 0 and 1 case, or between 0% and 1%."""
_APART = 0.13
"""Least distance of two letters at the ends of lines, as a share of the height."""


def draw_against_peers(changes: pd.DataFrame, band: pd.DataFrame, measure: Measure) -> bytes:
    """One organ's line over the years before its peers' quartiles."""
    figure, axes = _make_axes(3.1, 1.35)
    changes, band = changes.sort_values("year"), band.sort_values("year")
    if len(band):
        years = band["year"].astype(int)
        axes.fill_between(years, band["low"], band["high"], color=PALETTE[0], alpha=0.14, linewidth=0)
        axes.plot(years, band["middle"], color=MUTED, linewidth=0.8, linestyle=":")
    _draw_line(axes, changes, 0)
    highest = max([*changes["value"].dropna(), *band["high"]], default=1)
    years = pd.concat([changes.loc[changes["value"].notna(), "year"], band["year"]])
    return _write_png(
        figure, axes, measure, years=years, low=float(min(0.0, changes["value"].min() or 0)), high=float(highest)
    )


def draw_over_years(changes: pd.DataFrame, organs: Sequence[int], measure: Measure) -> bytes:
    """A line an organ, each with its own marker and colour and its letter where it ends."""
    figure, axes = _make_axes(6.6, 1.4)
    changes = changes[changes["organ_id"].isin(organs)].sort_values("year")
    low, high = float(min(0.0, changes["value"].min() or 0)), float(changes["value"].max() or 1)
    ends = []
    for position, organ in enumerate(organs):
        organ_changes = changes[changes["organ_id"] == organ]
        _draw_line(axes, organ_changes, position)
        valued_rows = organ_changes[organ_changes["value"].notna()]
        if len(valued_rows):
            ends.append((float(valued_rows["value"].iloc[-1]), int(valued_rows["year"].iloc[-1]), position))
    span = (high - low) or 1.0
    places: dict[int, float] = {}
    for value, year, position in sorted(ends):
        place = places[year] = max(value, places.get(year, float("-inf")) + _APART * span)
        axes.annotate(
            LETTERS[position], (year, value), (8, (place - value) / span * 75), textcoords="offset points",
            color=PALETTE[position], fontsize=8, fontweight="bold", va="center",
        )  # fmt: skip
    return _write_png(figure, axes, measure, years=changes.loc[changes["value"].notna(), "year"], low=low, high=high)


def _make_axes(width: float, height: float) -> tuple[Figure, Any]:
    figure = Figure(figsize=(width, height), dpi=_DOTS, layout="constrained")
    return figure, figure.add_subplot()


def _draw_line(axes: Any, changes: pd.DataFrame, position: int) -> None:
    """What other years' reports or only prose state is hollow; a year without a value breaks the line."""
    stated = changes["stated_by_year"].notna() | (changes["status"] == STATED_IN_PROSE)
    look = {"color": PALETTE[position], "marker": _MARKERS[position], "s": 16, "zorder": 3}
    axes.plot(changes["year"].astype(int), changes["value"].astype(float), color=PALETTE[position], linewidth=1.3)
    axes.scatter(changes.loc[~stated, "year"].astype(int), changes.loc[~stated, "value"], **look)
    hollow = {**look, "color": None, "facecolors": "white", "edgecolors": PALETTE[position]}
    axes.scatter(changes.loc[stated, "year"].astype(int), changes.loc[stated, "value"], **hollow)


def _write_png(figure: Figure, axes: Any, measure: Measure, *, years: pd.Series, low: float, high: float) -> bytes:
    first, last = int(years.min()), int(years.max())
    axes.set_xticks(range(first, last + 1) if last - first < 8 else [first, last])
    axes.set_xlim(first - 0.3, last + (0.3 if first == last else 0.6))
    is_whole = measure.unit.is_counted
    least = _LEAST_SHARE if measure.unit is Unit.SHARE else _LEAST_COUNT if is_whole else 1.0
    span = max(high - low, least)  # nothing but zeros needs a height as well
    axes.set_ylim(low - 0.05 * span, low + 1.12 * span)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=is_whole))
    axes.yaxis.set_major_formatter(
        FuncFormatter(
            lambda value, _: percent(value, Language.EN) if measure.unit is Unit.SHARE else number(value, Language.EN)
        )
    )
    axes.grid(axis="y", color=HAIRLINE, linewidth=0.8)
    axes.tick_params(length=0, labelsize=7, labelcolor=MUTED)
    for side in axes.spines.values():
        side.set_visible(False)
    file = io.BytesIO()
    FigureCanvasAgg(figure).print_png(file)  # type: ignore[no-untyped-call]
    return file.getvalue()
