"""Where applications end: a flow from applicants to outcomes, and reasons as bars.

Required frames: those of ``transforms.organ.requests``.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.flow_ends import FlowEnd, make_flow_layout, make_nodes
from analytics.charts.parts.names_beside import calculate_name_margin, make_name
from analytics.charts.parts.points import Point
from analytics.charts.parts.request_names import name_column, name_line, name_outcome
from analytics.charts.parts.room import Room
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    PALETTE,
    choose_colour,
    choose_pattern,
    make_axis,
    make_hatching,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import make_count_ticks
from analytics.transforms.organ.requests import APPLICANTS, OUTCOMES
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent

_WIDTH = 54
"""Letters of a line on a narrow screen."""
_LEAST_HEIGHT, _PER_END = 400, 56
"""Pixels of a flow at least, and for each end of the side that has more of them, so that a single case has a ribbon."""
_THIN, _STRONG, _FAINT = 0.05, 0.8, 0.32
"""Ribbons of at most this share of the largest are drawn in nearly full colour: a faint hairline is not seen."""
_BAR = {Room.WIDE: 0.6, Room.NARROW: 0.36}
"""Thickness of the bar of a reason in that of its row."""
_ROW = 30
"""Pixels of a reason beside its name."""


def draw_flow(
    flows: pd.DataFrame, organ: str, year: int, language: Language, *, total: float | None, source: str,
    room: Room = Room.WIDE,
) -> Chart:  # fmt: skip
    """The flow: applicants left, outcomes right, as wide as the printed counts."""
    every = list(each_row(flows))
    rows = [row for row in every if row.value > 0]
    left = [applicant for applicant in APPLICANTS if any(row.applicant == applicant for row in rows)]
    right = [outcome for outcome in OUTCOMES if any(row.outcome == outcome for row in rows)]
    least = _are_least(every, left, right)
    ends = [
        *((name_column(applicant, language), [row.value for row in rows if row.applicant == applicant])
          for applicant in left),
        *((name_outcome(outcome, language), [row.value for row in rows if row.outcome == outcome])
          for outcome in right),
    ]  # fmt: skip
    named = [
        FlowEnd(name, write_count(sum(values), language, is_least=is_least), sum(values))
        for (name, values), is_least in zip(ends, least, strict=True)
    ]
    columns = (named[: len(left)], named[len(left) :])
    tints = [choose_colour(len(PALETTE) - 1 - index) for index in range(len(left))] + [
        choose_colour(i) for i in range(len(right))
    ]
    missing = int(flows["missing"].sum())
    beneath = say("requests.flow_note", language, source=source)
    rest = (total or 0) - flows["value"].sum()
    if total and rest:
        key = "requests.unaccounted" if rest > 0 else "requests.overflow"
        beneath += say(key, language, count=number(abs(rest), language), total=number(total, language))
    if missing:
        beneath += say("requests.cells_missing", language, count=number(missing, language))
    height = max(_LEAST_HEIGHT, _PER_END * max(len(left), len(right)) + 100)
    sankey = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": make_nodes(columns, tints, height, room),
        "link": _link_ends(rows, (*left, *right), tints, language),
    }
    title = Title(write_flow_title(flows, organ, year, language, total=total), beneath)
    return Chart(title, [sankey], make_flow_layout(columns, height, room))


def _link_ends(rows: Sequence[Any], ends: Sequence[str], tints: Sequence[str], language: Language) -> dict[str, Any]:
    """One ribbon a flow, in the colour of its outcome."""
    largest = max((row.value for row in rows), default=0)
    return {
        "source": [ends.index(row.applicant) for row in rows],
        "target": [ends.index(row.outcome) for row in rows],
        "value": [row.value for row in rows],
        "color": [
            _fade_colour(tints[ends.index(row.outcome)], _STRONG if row.value <= _THIN * largest else _FAINT)
            for row in rows
        ],
        "customdata": [
            f"{name_column(row.applicant, language)} → {name_outcome(row.outcome, language)}: "
            f"{number(row.value, language)}"
            for row in rows
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _are_least(rows: Sequence[Any], left: Sequence[str], right: Sequence[str]) -> list[bool]:
    """Whether a cell of each end is not known, so that its sum is the least it can be."""
    applicants = {row.applicant for row in rows if row.unknown}
    outcomes = {row.outcome for row in rows if row.unknown}
    return [*(applicant in applicants for applicant in left), *(outcome in outcomes for outcome in right)]


def write_count(value: float, language: Language, *, is_least: bool) -> str:
    """A sum of printed cells; at least that much where a cell of it is not known."""
    text = number(value, language)
    return say("remedies.at_least", language, count=text) if is_least else text


def _fade_colour(colour_of: str, opacity: float) -> str:
    red, green, blue = (int(colour_of[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def write_flow_title(flows: pd.DataFrame, organ: str, year: int, language: Language, *, total: float | None) -> str:
    """How many were answered or left by the printed totals, else by the parts, and the share of the most
    frequent outcome."""
    sums = flows.groupby("outcome")["value"].sum()
    total = max(total or 0, sums.sum())
    if not total:
        return say("requests.none", language, organ=organ, year=year)
    largest = sums[sums == sums.max()]
    return say(
        _choose_tied("requests.flow_title", largest),
        language,
        organ=organ,
        year=year,
        total=number(total, language),
        outcome=say("requests.between_tied", language).join(
            name_outcome(str(outcome), language) for outcome in largest.index
        ),
        count=number(largest.iloc[0], language),
        share=percent(largest.iloc[0] / total, language),
    )


def _choose_tied(key: str, most_frequent: pd.Series | pd.DataFrame) -> str:
    """The sentence of what is most frequent, or of several that share the first place."""
    return f"{key}_tied" if len(most_frequent) > 1 else key


def draw_reasons(
    rows: pd.DataFrame, organ: str, year: int, language: Language, *, source: str, room: Room = Room.WIDE
) -> Chart:
    """Bars by reason in the order of the form; a printed blank or "/" is said in place of a bar."""
    ordered = list(each_row(rows))[::-1]
    reasons = [name_line(row.line, language) for row in ordered]
    lines = [[reason] if room is Room.WIDE else wrap(reason, _WIDTH) for reason in reasons]
    bars = [
        _make_reason_bars([(at, row) for at, row in enumerate(ordered) if row.group == group], place, language)
        for place, group in enumerate(dict.fromkeys(rows["group"]))
    ]
    title = Title(
        write_reasons_title(rows, organ, year, language),
        say("requests.reasons_note", language, source=source),
    )
    figure_layout = make_layout(
        height=150 + (_ROW if room is Room.WIDE else 24 + 14 * max(map(len, lines))) * len(rows),
        showlegend=True,
        legend=LEGEND,
        xaxis=make_value_axis(
            **make_count_ticks(rows["value"], language, most=3), tickangle=0, range=[0, _find_axis_end(rows["value"])]
        ),
        yaxis=make_axis(showticklabels=False, range=[-0.5, len(rows) - 0.1]),
        annotations=[_make_reason_label(label_lines, at, room) for at, label_lines in enumerate(lines)],
    )
    figure_layout["margin"]["l"] = calculate_name_margin(reasons, room, otherwise=64)
    bars = [bar | {"width": _BAR[room]} for bar in bars]
    return Chart(title, bars, figure_layout)


def _find_axis_end(values: pd.Series) -> float:
    """How far an axis goes so that the words beside its longest bar have room on a narrow screen."""
    highest = values.max()
    return 1.0 if is_missing(highest) or not highest else float(highest) * 1.45


def _make_reason_bars(rows: Sequence[tuple[int, Any]], place: int, language: Language) -> dict[str, Any]:
    """Bars of one group of reasons at their heights; a sum of applicants says that it is one."""
    group = name_outcome(rows[0][1].group, language)
    texts = [
        say(f"status.{row.status}", language) if pd.isna(row.value)
        else say("requests.of_parts", language, count=number(row.value, language)) if row.is_computed
        else number(row.value, language)
        for _, row in rows
    ]  # fmt: skip
    return {
        "type": "bar", "orientation": "h", "name": group, "y": [at for at, _ in rows],
        "x": [0 if pd.isna(row.value) else row.value for _, row in rows], "text": texts,
        "textposition": "outside", "cliponaxis": False,
        "marker": {"color": choose_colour(place), "pattern": make_hatching(choose_pattern(place))},
        "customdata": [Point.of(row, cells=tuple(row.cells)).write() for _, row in rows],
        "hovertext": [f"{group} · {name_line(row.line, language)}: {text}"
                      for (_, row), text in zip(rows, texts, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _make_reason_label(lines: Sequence[str], place: int, room: Room) -> dict[str, Any]:
    return (
        make_name(lines[0], place, room, above=0) if room is Room.WIDE else _make_bar_label("<br>".join(lines), place)
    )


def _make_bar_label(label: str, place: int) -> dict[str, Any]:
    """The reason above its bar: beside it, it would take more than half of a narrow screen."""
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 6, "text": label,
        "align": "left", "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip


def write_reasons_title(rows: pd.DataFrame, organ: str, year: int, language: Language) -> str:
    """The most frequent reason, or those that share the first place."""
    counted_rows = rows[rows["value"] > 0]
    if counted_rows.empty:
        is_known = len(rows) > 0 and rows["value"].notna().all()
        return say("requests.no_reasons" if is_known else "requests.reasons_unknown", language, organ=organ, year=year)
    top, is_known = counted_rows[counted_rows["value"] == counted_rows["value"].max()], rows["value"].notna().all()
    key = _choose_tied("requests.reasons_title" if is_known else "requests.reasons_least", top)
    return say(
        key, language, organ=organ, year=year,
        reason=say("requests.between_tied", language).join(name_line(line, language) for line in top["line"]),
        count=number(top["value"].iloc[0], language),
        total=number(counted_rows["value"].sum(), language),
    )  # fmt: skip
