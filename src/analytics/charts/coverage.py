"""What is held: organs down, years across, a mark for each state. Never colour alone: each state has its symbol."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.theme import INK, LEGEND, Figure, axis, layout, point_of
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import is_missing

STATES = {
    "full": ("square", "#1f4e79"),
    "figures": ("diamond", "#5aa9e6"),
    "partial": ("triangle-up", "#d9822b"),
    "prose": ("circle-open", "#7a6a53"),
    "none": ("line-ew-open", "#c3cbd3"),
}


def coverage(matrix: pd.DataFrame, language: Language, *, pairs: int) -> Figure:
    """The figure, organs with most years first. Each mark carries (report_id, organ_id, year)."""
    held = matrix[matrix["state"] != "none"].groupby("organ")["year"].agg(["count", "max"])
    order = held.sort_values(["count", "max"], kind="stable").index.tolist()
    traces = [_marks(matrix[matrix["state"] == state], state, language) for state in STATES]
    years = sorted(int(year) for year in matrix["year"].unique())
    reports = int((matrix["state"] != "none").sum())
    figure_layout = layout(
        say("coverage.title", language, organs=len(order), reports=reports, first=years[0], last=years[-1]),
        say("coverage.subtitle", language, pairs=pairs),
        height=150 + 24 * len(order),
        xaxis=axis(
            side="top",
            tickangle=0,
            nticks=7,
            tickvals=years,
            ticktext=[f"’{str(year)[2:]}" for year in years],
            range=[years[0] - 0.5, years[-1] + 0.5],
        ),
        yaxis=axis(
            categoryorder="array",
            categoryarray=order,
            tickfont={"color": INK, "size": 12},
            range=[-0.7, len(order) - 0.3],
            showgrid=True,
            gridcolor="#f1f3f5",
        ),
    )
    figure_layout |= {
        "showlegend": True,
        "legend": {**LEGEND, "y": 0},
    }
    figure_layout["margin"] |= {"l": 12, "t": 96, "b": 60}
    return {"data": traces, "layout": figure_layout}


def _marks(rows: pd.DataFrame, state: str, language: Language) -> dict[str, Any]:
    symbol, tint = STATES[state]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": say(f"coverage.{state}", language),
        "x": rows["year"].astype(int).tolist(),
        "y": rows["organ"].tolist(),
        "marker": {
            "symbol": symbol,
            "color": tint,
            "size": 13 if state != "none" else 8,
            "line": {"width": 1.5, "color": tint},
        },
        "customdata": [point_of(row) for row in each_row(rows)],
        "hovertext": [_hover(row, language) for row in each_row(rows)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(row: Any, language: Language) -> str:
    lines = [f"<b>{row.organ}</b>　{int(row.year)}", say(f"coverage.{row.state}", language)]
    if row.state != "none":
        if not is_missing(row.editions):
            lines.append(say("coverage.edition", language, editions=row.editions))
        lines.append(f"{say(f'origin.{row.origin}', language)} · {say(f'read_from.{row.read_from}', language)}")
    return "<br>".join(lines)


def coverage_by_area(areas: pd.DataFrame, language: Language, *, pairs: int) -> Figure:
    """Areas down, years across: how many organs have a report of how many, as text on a tint of one hue."""
    years = sorted(int(year) for year in areas["year"].unique())
    names = sorted(areas["area"].unique(), reverse=True)
    shares = areas.assign(share=areas["held"] / areas["organs"]).pivot(index="area", columns="year", values="share")
    texts = areas.assign(text=[f"{row.held}/{row.organs}" for row in each_row(areas)])
    shown = texts.pivot(index="area", columns="year", values="text").reindex(names)
    organs = int(areas.drop_duplicates("area")["organs"].sum())
    heat = {
        "type": "heatmap", "x": years, "y": names, "z": shares.reindex(names).to_numpy().tolist(), "zmin": 0, "zmax": 1,
        "text": shown.to_numpy().tolist(), "texttemplate": "%{text}", "showscale": False, "xgap": 2, "ygap": 2,
        "colorscale": [[0, "#f3f5f7"], [1, "#9dbbd6"]], "textfont": {"color": INK, "size": 12},
        "hovertemplate": "%{y} %{x}: %{text}<extra></extra>",
    }  # fmt: skip
    title = say(
        "coverage.title", language, organs=organs, reports=int(areas["held"].sum()), first=years[0], last=years[-1]
    )
    figure_layout = layout(
        title,
        say("coverage.area_subtitle", language, pairs=pairs),
        height=150 + 28 * len(names),
        xaxis=axis(side="top", tickvals=years, tickangle=0),
        yaxis=axis(tickfont={"color": INK, "size": 12}),
    )
    return {"data": [heat], "layout": figure_layout}
