"""Panels below each other over one axis of years, for figures of table IV: one axis serves them on any screen.

In: scales and notes; out: a layout. Knows where the law changed, nothing of values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.charts.parts.theme import INK, LEGEND, MUTED, VEIL, make_axis, make_layout, make_value_axis
from analytics.charts.parts.ticks import choose_year_ticks
from analytics.transforms.series.breaks import find_law_break
from analytics.words import Language, say

_PANEL, _HEAD = 165, 30
"""Pixels of a panel and, in it, of its heading."""


def make_panels(
    years: Sequence[int],
    scales: Sequence[dict[str, Any]],
    notes: list[dict[str, Any]],
    language: Language,
) -> dict[str, Any]:
    """Panels below each other, one a scale, over one axis of years, with the change of law through all of them."""
    count = len(scales)
    share = _HEAD / _PANEL / count
    shapes: list[dict[str, Any]] = []
    if (year := find_law_break(years[0], years[-1])) is not None:
        shapes.append(_make_law_break(year))
        notes = [*notes, _make_law_label(year, language)]
    figure_layout = make_layout(
        height=150 + _PANEL * count,
        showlegend=True,
        legend={**LEGEND, "y": -0.09},
        annotations=notes,
        shapes=shapes,
        xaxis=make_axis(
            anchor=f"y{count}", range=[years[0] - 0.6, years[-1] + 0.6], tickvals=choose_year_ticks(years),
            autotickangles=[0, -45],
        ),
        **{
            f"yaxis{index + 1 if index else ''}": make_value_axis(
                domain=[1 - (index + 1) / count, 1 - index / count - share], fixedrange=True, **scale
            )
            for index, scale in enumerate(scales)
        },
    )  # fmt: skip
    figure_layout["margin"] |= {"l": 48, "r": 8, "b": 60}
    return figure_layout


def make_panel_heading(text: str, index: int, count: int) -> dict[str, Any]:
    """The name of a panel above it."""
    return {
        "x": 0, "y": 1 - index / count, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top",
        "text": text, "showarrow": False, "font": {"size": 13, "color": INK}, "bgcolor": VEIL,
    }  # fmt: skip


def _make_law_break(year: int) -> dict[str, Any]:
    """Since then a refusal must be reconsidered before a suit."""
    at = year - 0.5
    return {
        "type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1,
        "line": {"color": MUTED, "width": 1, "dash": "dash"},
    }  # fmt: skip


def _make_law_label(year: int, language: Language) -> dict[str, Any]:
    return {
        "x": year - 0.5, "y": 1, "xref": "x", "yref": "paper", "yanchor": "bottom", "showarrow": False,
        "text": say("chart.break_law_2024", language), "font": {"size": 11, "color": MUTED},
    }  # fmt: skip
