"""Upright lines where a series breaks: an organ's new edition of the form, a change of law.

In: breaks of ``transforms.series.breaks`` and the layout of a chart over years; they are drawn into it. Knows no
values.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.room import measure_text
from analytics.charts.parts.theme import HAIRLINE, INK, MUTED, VEIL, choose_colour
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.plain import escape_html

_LABELS_APART = 2
"""Years at least between labels of breaks in one row."""
_SIZE, _ROW = 11, 18
"""Pixels of letters of a label, and of a row of labels below the first."""


def draw_breaks(
    figure_layout: dict[str, Any],
    breaks: pd.DataFrame,
    organs: list[int],
    names: dict[int, str],
    language: Language,
    *,
    foot: float,
    pixels_per_year: float,
) -> None:
    """A dotted line in the organ's colour where its edition changes; a grey one where the law does. Each has a label
    that names the organs on hover; labels that would touch stand in rows below each other. ``foot`` is where the
    plot begins, as a share of the height; a year is ``pixels_per_year`` wide at least."""
    organs_by_break: dict[tuple[int, str], list[int]] = {}
    for row in each_row(breaks):
        organs_by_break.setdefault((int(row.year), str(row.kind)), []).append(int(row.organ_id))
    ends: list[float] = []
    for (year, kind), organ_ids in sorted(organs_by_break.items()):
        label = say(f"chart.break_{kind}", language)
        half = max(_LABELS_APART, (measure_text(label, _SIZE) + 12) / pixels_per_year) / 2
        place = next((label_row for label_row, end in enumerate(ends) if year - half >= end), len(ends))
        ends[place:] = [year + half, *ends[place + 1 :]]
        drawn = organ_ids if kind == "edition" else organ_ids[:1]
        figure_layout["shapes"] += [
            _make_upright(
                year - 0.5 + 0.03 * position, choose_colour(organs.index(organ_id)) if kind == "edition" else INK,
                "dot" if kind == "edition" else "dash", foot,
            )
            for position, organ_id in enumerate(drawn)
        ]  # fmt: skip
        figure_layout["annotations"].append(
            {
                "x": year - 0.5,
                "y": 1,
                "yref": "paper",
                "yanchor": "top" if place else "bottom",
                "yshift": -_ROW * max(0, place - 1),
                "text": label,
                "showarrow": False,
                "font": {"size": _SIZE, "color": MUTED},
                "bgcolor": VEIL,
                "bordercolor": HAIRLINE,
                "captureevents": True,
                "hovertext": "<br>".join(
                    [f"<b>{label}</b>　{year}", *(escape_html(names[broken_organ]) for broken_organ in organ_ids)]
                ),
            }
        )
    figure_layout["yaxis"]["domain"][1] -= max(0, len(ends) - 1) * _ROW / figure_layout["height"]


def _make_upright(x: float, tint: str, dash: str, foot: float) -> dict[str, Any]:
    return {
        "type": "line", "x0": x, "x1": x, "y0": foot, "y1": 1, "yref": "paper",
        "line": {"color": tint, "width": 1, "dash": dash},
    }  # fmt: skip
