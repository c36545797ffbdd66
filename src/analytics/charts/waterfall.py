"""A change from one year to the next, split into its parts.

Required: the frame of ``transforms.organ.requests.split_change``.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.points import write_cell_point
from analytics.charts.parts.request_names import name_column
from analytics.charts.parts.theme import MUTED, choose_colour, make_axis, make_layout, make_value_axis
from analytics.charts.parts.ticks import make_count_ticks
from analytics.transforms.organ.requests import REST
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, write_signed


def _find_levels(rows: list[Any]) -> list[float]:
    """Where the steps of a waterfall end, beginning with the first total; the last total repeats the last of them."""
    return list(accumulate(row.value for row in rows[:-1]))


def draw_waterfall(parts: pd.DataFrame, organ: str, year: int, language: Language, *, source: str) -> Chart:
    """From last year's total to this year's, applicant by applicant."""
    drawn_parts = parts[(parts["part"].isin(["before", "now"])) | (parts["value"] != 0)]
    rows = list(each_row(drawn_parts))
    words = {"before": str(year - 1), "now": str(year), REST: say("requests.rest", language)}
    labels = [words.get(row.part) or name_column(row.part, language) for row in rows]
    is_total = [row.part in ("before", "now") for row in rows]
    bars: dict[str, Any] = {
        "type": "waterfall",
        "measure": [
            "absolute" if row.part == "before" else "total" if row.part == "now" else "relative" for row in rows
        ],
        "x": labels,
        "y": [row.value for row in rows],
        "text": [
            number(row.value, language) if total else write_signed(row.value, language)
            for row, total in zip(rows, is_total, strict=True)
        ],
        "textposition": "outside",
        "cliponaxis": False,
        "connector": {"line": {"color": MUTED, "width": 1}},
        "increasing": {"marker": {"color": choose_colour(2)}},
        "decreasing": {"marker": {"color": choose_colour(1)}},
        "totals": {"marker": {"color": choose_colour(0)}},
        "customdata": [None if pd.isna(row.cell) else write_cell_point(row) for row in rows],
        "hovertext": [_describe_step(row, label, language) for row, label in zip(rows, labels, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    before, now = (float(parts.loc[parts["part"] == part, "value"].iloc[0]) for part in ("before", "now"))
    title = say(
        "requests.waterfall_title", language, organ=organ, year=year, before=number(before, language),
        now=number(now, language), change=write_signed(now - before, language),
    )  # fmt: skip
    rest = float(parts.loc[parts["part"] == REST, "value"].iloc[0])
    beneath = say("requests.waterfall_note" if not rest else "requests.waterfall_rest", language, source=source)
    figure_layout = make_layout(
        height=420,
        xaxis=make_axis(type="category", autotickangles=[0, -45]),
        yaxis=make_value_axis(**make_count_ticks(_find_levels(rows), language), rangemode="tozero"),
    )
    return Chart(Title(title, beneath), [bars], figure_layout)


def _describe_step(row: Any, label: str, language: Language) -> str:
    """A step in words: a total, or a change with the two printed values."""
    if row.part in ("before", "now"):
        return f"{label}: {number(row.value, language)}"
    text = f"{label}: {write_signed(row.value, language)}"
    if is_missing(row.before) or is_missing(row.now):
        return text
    return f"{text} ({number(row.before, language)} → {number(row.now, language)})"
