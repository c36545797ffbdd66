"""What evaluators look at, side by side and without a total: a row a report, a panel each thing that is counted.

Required: rows of ``query.prose.evaluation`` with ``has_last_year``, one a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.mark_matrix import Look
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.short_names import name_report, shorten_names
from analytics.charts.parts.theme import INK, LEGEND, MUTED, PALETTE, make_axis, make_layout
from analytics.transforms.rows import each_row
from analytics.vocabulary.prose.parts import PARTS, Part
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent
from analytics.words.plain import escape_html

LOOKS = {
    "headed": Look("square", "#1f4e79", 13),
    "mentioned": Look("square-open", "#1f4e79", 12),
    "absent": Look("line-ew-open", "#d9822b", 11),
    "unknown": Look("x-thin", "#7a6a53", 8),
}
"""How a part of section one is there; unknown without a section one."""
PANELS = {
    Room.WIDE: ("body_length", "share_new", "days_late", "contradictions"),
    Room.NARROW: ("body_length", "share_new"),
}
_SHARES = ("share_new",)
_ROW, _PARTS_SHARE, _GAP = {Room.WIDE: 26, Room.NARROW: 46}, 0.34, 0.035


def draw_evaluated(
    rows: pd.DataFrame, names: Mapping[int, str], *, title: Title, language: Language, room: Room = Room.WIDE
) -> Chart:
    """The figure: reports down, by ``names`` of agencies and years; parts of section one, then a panel each number."""
    ordered = list(each_row(rows))
    short_names = shorten_names(names, list(dict.fromkeys(row.organ_id for row in ordered)))
    labels = [name_report(short_names[row.organ_id], int(row.year)) for row in ordered]
    panels = PANELS[room]
    domains = _split(len(panels), 0.46 if room is Room.NARROW else _PARTS_SHARE)
    traces = _draw_parts(ordered, language)
    for at, name in enumerate(panels, start=2):
        traces.append(_draw_numbers(rows, name, at, language))
    parts = [_name_part(part, language) for part in PARTS]
    head = 16 + round(max(measure_text(part) for part in parts))
    layout = make_layout(
        height=head + 60 + calculate_row(labels, room, _ROW[room]) * len(ordered),
        showlegend=True,
        legend={**LEGEND, "y": 0, "yanchor": "top"},
        yaxis=make_axis(
            showticklabels=False,
            tickvals=list(range(len(ordered))),
            showgrid=True,
            gridcolor="#f0f2f4",
            fixedrange=True,
            range=[len(ordered) - 0.4, -0.8 if room is Room.NARROW else -0.6],
        ),
        xaxis=make_axis(
            side="top",
            domain=domains[0],
            range=[-0.6, len(PARTS) - 0.4],
            tickvals=list(range(len(PARTS))),
            tickangle=-90,
            ticktext=list(map(escape_html, parts)),
            ticksuffix="",
            fixedrange=True,
            automargin=False,
            tickfont={"size": 12, "color": INK},
        ),
        **{f"xaxis{at}": _make_panel_axis(rows, name, domains[at - 1]) for at, name in enumerate(panels, start=2)},
        annotations=[
            *(make_name(label, at, room, above=-0.3) for at, label in enumerate(labels)),
            *(_make_heading(name, domains[at], language) for at, name in enumerate(panels, start=1)),
        ],
        barmode="overlay",
    )
    layout["margin"] |= {"l": calculate_name_margin(labels, room, otherwise=8), "r": 30, "t": head, "b": 70}
    return Chart(title, traces, layout)


def _name_part(part: Part, language: Language) -> str:
    return part.chinese if language is Language.ZH else part.english


def _split(count: int, first: float) -> list[list[float]]:
    width = (1 - first) / count
    return [
        [0, first - _GAP],
        *([first + at * width + _GAP / 2, first + (at + 1) * width - _GAP] for at in range(count)),
    ]


def _draw_parts(ordered: Sequence[Any], language: Language) -> list[dict[str, Any]]:
    traces = []
    for state, look in LOOKS.items():
        name = say(f"narrative.part_{state}", language)
        marks = [
            (at, column, row)
            for at, row in enumerate(ordered)
            for column, part in enumerate(PARTS)
            if _find_state(getattr(row, f"part_{part.key}")) == state
        ]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": name,
                "x": [column for _, column, _ in marks],
                "y": [at for at, _, _ in marks],
                "marker": {
                    "symbol": look.symbol,
                    "color": look.tint,
                    "size": look.size,
                    "line": {"width": 1.5, "color": look.tint},
                },
                "customdata": [write_point(row) for _, _, row in marks],
                "hovertext": [f"{_name_part(PARTS[column], language)}：{name}" for _, column, _ in marks],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def _find_state(value: object) -> str:
    return "unknown" if is_missing(value) else str(value)


def _draw_numbers(rows: pd.DataFrame, name: str, at: int, language: Language) -> dict[str, Any]:
    values = pd.to_numeric(rows[name], errors="coerce").astype("float64")
    known = [(place, value) for place, value in enumerate(values) if not pd.isna(value)]
    ordered = list(each_row(rows))
    return {
        "type": "bar",
        "orientation": "h",
        "xaxis": f"x{at}",
        "yaxis": "y",
        "x": [value for _, value in known],
        "y": [place for place, _ in known],
        "width": 0.5,
        "marker": {"color": PALETTE[5]},
        "showlegend": False,
        "text": [write_number(name, value, language) for _, value in known],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"size": 11, "color": INK},
        "customdata": [write_point(ordered[place]) for place, _ in known],
        "hoverinfo": "skip",
    }


def write_number(name: str, value: float, language: Language) -> str:
    """A number of a report as the page writes it."""
    return percent(value, language) if name in _SHARES else number(value, language)


def _make_panel_axis(rows: pd.DataFrame, name: str, domain: list[float]) -> dict[str, Any]:
    values = pd.to_numeric(rows[name], errors="coerce").astype("float64").dropna()
    low, high = min(values.min(), 0) if len(values) else 0, max(values.max(), 0) if len(values) else 1
    span = (high - low) or 1
    room_left = 0.42 if low < 0 else 0.02
    return make_axis(
        domain=domain,
        range=[low - room_left * span, high + (0.42 if high > 0 else 0.02) * span],
        showticklabels=False,
        fixedrange=True,
        zeroline=True,
        zerolinecolor="#b8c1ca",
        automargin=False,
    )


def _make_heading(name: str, domain: list[float], language: Language) -> dict[str, Any]:
    return {
        "x": domain[0],
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "yshift": 4,
        "text": say(f"narrative.panel_{name}", language),
        "showarrow": False,
        "font": {"size": 12, "color": MUTED},
    }
