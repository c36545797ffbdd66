"""A measure over years, one line an organ.

Lines join consecutive years only; over a change of edition they are dotted. A value that another year's report
states is hollow. What is missing has a place of its own below the years, with its reason on hover.

Required: the frame of ``transforms.change.year_over_year``, the frame of ``transforms.breaks.breaks``, names by
organ_id.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd

from analytics.charts.theme import (
    HAIRLINE,
    INK,
    LEGEND,
    MUTED,
    Figure,
    axis,
    colour,
    layout,
    point_of,
    shape,
    value_axis,
)
from analytics.charts.wording import SAID_ALWAYS, hover, subtitle, trend_title, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language, say

_MISSING_SHAPES = {"no_report": "x-thin-open", "not_on_form": "line-ew-open"}
_LABELLED = 8
"""Up to as many lines are labelled at their ends."""


def trends(
    changes: pd.DataFrame,
    breaks: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    source: str,
) -> Figure:
    """The figure. Each point carries (report_id, organ_id, year) for the evidence behind it."""
    organs = list(dict.fromkeys(changes["organ_id"]))
    traces: list[dict[str, Any]] = []
    for index, organ in enumerate(organs):
        own = changes[changes["organ_id"] == organ].sort_values("year")
        broken = set(breaks.loc[(breaks["organ_id"] == organ) & (breaks["kind"] == "edition"), "year"])
        traces += _lines(own, broken, index)
        traces.append(_points(own, names[organ], index, wanted, language))
        traces.append(_missing(own, names[organ], index, wanted, language))
    years = sorted(int(year) for year in changes["year"].unique())
    strip = 0.05 + 0.035 * len(organs)
    figure_layout = layout(
        trend_title(changes, names, wanted, language),
        subtitle(wanted, language, source, changes),
        height=440 + 18 * len(organs),
        xaxis=axis(
            tickmode="array",
            tickvals=years,
            ticktext=[str(year) for year in years],
            anchor="y2",
            range=[years[0] - 0.4, years[-1] + 0.4 + 0.06 * len(years)],
        ),
        yaxis=value_axis(
            domain=[strip + 0.06, 1], tickformat=",.0%" if wanted.unit is Unit.SHARE else ",~f", rangemode="tozero"
        ),
        yaxis2=axis(domain=[0, strip], range=[-0.7, len(organs) - 0.3], tickvals=[], showgrid=False),
        annotations=[*_end_labels(changes, organs, names, wanted, language), _strip_label(strip, language)],
        shapes=[],
    )
    figure_layout |= {"showlegend": True, "legend": LEGEND}
    _draw_breaks(figure_layout, breaks, organs, language, strip)
    return {"data": traces, "layout": figure_layout}


def _lines(own: pd.DataFrame, broken: set[int], index: int) -> list[dict[str, Any]]:
    solid, dotted = ([], []), ([], [])  # type: ignore[var-annotated]
    rows = [row for row in each_row(own) if pd.notna(row.value)]
    for before, after in pairwise(rows):
        if after.year - before.year != 1:
            continue
        xs, ys = dotted if int(after.year) in broken or pd.notna(before.stated_by_year) else solid
        xs += [int(before.year), int(after.year), None]
        ys += [before.value, after.value, None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "hoverinfo": "skip",
            "showlegend": False,
            "line": {"color": colour(index), "width": 2.4, "dash": dash},
        }
        for (xs, ys), dash in ((solid, "solid"), (dotted, "dot"))
        if xs
    ]


def _points(own: pd.DataFrame, organ: str, index: int, wanted: Measure, language: Language) -> dict[str, Any]:
    rows = [row for row in each_row(own) if pd.notna(row.value)]
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": _name(rows, organ, language),
        "showlegend": True,
        "x": [int(row.year) for row in rows] or [None],
        "y": [row.value for row in rows] or [None],
        "marker": {
            "color": colour(index),
            "size": 11,
            "opacity": 1,
            "line": {"color": colour(index), "width": 2},
            "symbol": [f"{shape(index)}-open" if pd.notna(row.stated_by_year) else shape(index) for row in rows],
        },
        "customdata": [point_of(row) for row in rows],
        "hovertext": [hover(row, organ, wanted, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _name(rows: list[Any], organ: str, language: Language) -> str:
    """The organ, with how its figures were read where a reader must see that without hovering."""
    said = [
        say(f"read_from.{one}", language) for one in dict.fromkeys(row.read_from for row in rows) if one in SAID_ALWAYS
    ]
    return " · ".join([organ, *said])


def _missing(own: pd.DataFrame, organ: str, index: int, wanted: Measure, language: Language) -> dict[str, Any]:
    rows = [row for row in each_row(own) if pd.isna(row.value)]
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": "y2",
        "name": organ,
        "showlegend": False,
        "x": [int(row.year) for row in rows],
        "y": [index] * len(rows),
        "marker": {
            "color": colour(index),
            "size": 8,
            "opacity": 0.75,
            "line": {"color": colour(index), "width": 1.5},
            "symbol": [_MISSING_SHAPES.get(row.status, "circle-open") for row in rows],
        },
        "customdata": [point_of(row) for row in rows],
        "hovertext": [hover(row, organ, wanted, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _end_labels(
    changes: pd.DataFrame, organs: list[int], names: dict[int, str], wanted: Measure, language: Language
) -> list[dict[str, Any]]:
    """The value at each line's last point, pushed apart where they would overlap."""
    held = changes[changes["value"].notna()].sort_values("year").drop_duplicates("organ_id", keep="last")
    if held.empty or len(held) > _LABELLED:
        return []
    top = max(held["value"].max(), 1e-9)
    rows = held.sort_values("value")
    labels, floor = [], float("-inf")
    for row in each_row(rows):
        place = max(row.value / top, floor + 0.062)
        floor = place
        index = organs.index(row.organ_id)
        labels.append(
            {
                "x": int(row.year),
                "y": row.value,
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": False,
                "xshift": 12,
                "yshift": (place - row.value / top) * 270,
                "text": f"<b>{value_text(row.value, wanted, language, with_unit=False)}</b>",
                "font": {"color": colour(index), "size": 12},
                "align": "left",
            }
        )
    return labels


def _strip_label(strip: float, language: Language) -> dict[str, Any]:
    return {
        "text": say("chart.strip", language),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": strip + 0.005,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11, "color": MUTED},
    }


def _draw_breaks(
    figure_layout: dict[str, Any], breaks: pd.DataFrame, organs: list[int], language: Language, strip: float
) -> None:
    """A dotted line in the organ's colour where its edition changes; a grey one where the law does."""
    for year, kind in sorted({(int(row.year), row.kind) for row in each_row(breaks)}):
        rows = breaks[(breaks["year"] == year) & (breaks["kind"] == kind)]
        for position, row in enumerate(each_row(rows) if kind == "edition" else list(each_row(rows))[:1]):
            tint = colour(organs.index(row.organ_id)) if kind == "edition" else INK
            x = year - 0.5 + 0.03 * position
            figure_layout["shapes"].append(
                {
                    "type": "line",
                    "x0": x,
                    "x1": x,
                    "y0": strip + 0.06,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": tint, "width": 1, "dash": "dot" if kind == "edition" else "dash"},
                }
            )
        figure_layout["annotations"].append(
            {
                "x": year - 0.5,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "text": say(f"chart.break_{kind}", language),
                "showarrow": False,
                "font": {"size": 11, "color": MUTED},
                "bgcolor": "rgba(255,255,255,.8)",
                "bordercolor": HAIRLINE,
            }
        )
