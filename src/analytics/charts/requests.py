"""Where applications end: a flow from applicants to outcomes, reasons as bars, a change split into its parts.

Required frames: those of ``transforms.organ.requests``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from textwrap import wrap
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.points import Point, write_cell_point
from analytics.charts.parts.request_names import name_column, name_line, name_outcome
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    PALETTE,
    PATTERNS,
    choose_colour,
    make_axis,
    make_hatching,
    make_layout,
    make_value_axis,
)
from analytics.charts.parts.ticks import make_ticks
from analytics.transforms.organ.requests import APPLICANTS, OUTCOMES, REST
from analytics.transforms.rows import each_row
from analytics.words import Language, say
from analytics.words.numbers import is_missing, number, percent, write_signed

_WIDTH = 54
"""Letters of a line on a narrow screen."""
_HIGH = 0.3
"""Ends of a flow that hold two lines, in shares of the largest."""


def draw_flow(
    flows: pd.DataFrame, organ: str, year: int, language: Language, *, total: float | None, source: str
) -> Chart:
    """The flow: applicants left, outcomes right, as wide as the printed counts."""
    every = list(each_row(flows))
    rows = [row for row in every if row.value > 0]
    left = [applicant for applicant in APPLICANTS if any(row.applicant == applicant for row in rows)]
    right = [outcome for outcome in OUTCOMES if any(row.outcome == outcome for row in rows)]
    sums = [*(sum(row.value for row in rows if row.applicant == applicant) for applicant in left),
            *(sum(row.value for row in rows if row.outcome == outcome) for outcome in right)]  # fmt: skip
    names = [
        *(name_column(applicant, language) for applicant in left),
        *(name_outcome(outcome, language) for outcome in right),
    ]
    tints = [choose_colour(len(PALETTE) - 1 - index) for index in range(len(left))] + [
        choose_colour(i) for i in range(len(right))
    ]
    labels = [
        _write_label(name, write_count(value, language, is_least=least), value > _HIGH * max(sums))
        for name, value, least in zip(names, sums, _are_least(every, left, right), strict=True)
    ]
    missing = int(flows["missing"].sum())
    beneath = say("requests.flow_note", language, source=source)
    rest = (total or 0) - flows["value"].sum()
    if total and rest:
        key = "requests.unaccounted" if rest > 0 else "requests.overflow"
        beneath += say(key, language, count=number(abs(rest), language), total=number(total, language))
    if missing:
        beneath += say("requests.cells_missing", language, count=number(missing, language))
    sankey = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": labels, "color": tints, "pad": 18, "thickness": 14, "line": {"width": 0},
            "hovertemplate": "%{label}<extra></extra>",
        },
        "link": _link_ends(rows, (*left, *right), tints, language),
        "textfont": {"size": 13, "color": INK},
    }  # fmt: skip
    title = Title(write_flow_title(flows, organ, year, language, total=total), beneath)
    return Chart(title, [sankey], make_layout(height=460))


def _link_ends(rows: Sequence[Any], ends: Sequence[str], tints: Sequence[str], language: Language) -> dict[str, Any]:
    """One ribbon a flow, in the colour of its outcome."""
    return {
        "source": [ends.index(row.applicant) for row in rows],
        "target": [ends.index(row.outcome) for row in rows],
        "value": [row.value for row in rows],
        "color": [_fade_colour(tints[ends.index(row.outcome)]) for row in rows],
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


def _write_label(name: str, count: str, is_high: bool) -> str:
    """Name and count of an end; in two lines where the end is high enough, so that those of both sides stay apart."""
    return f"{name}{'<br>' if is_high else ' '}{count}"


def _fade_colour(colour_of: str) -> str:
    red, green, blue = (int(colour_of[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.32)"


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


def draw_reasons(rows: pd.DataFrame, organ: str, year: int, language: Language, *, source: str) -> Chart:
    """Bars by reason in the order of the form; a printed blank or "/" is said in place of a bar."""
    ordered = list(each_row(rows))[::-1]
    lines = [wrap(name_line(row.line, language), _WIDTH) for row in ordered]
    bars = [
        _make_reason_bars([(at, row) for at, row in enumerate(ordered) if row.group == group], place, language)
        for place, group in enumerate(dict.fromkeys(rows["group"]))
    ]
    title = Title(
        write_reasons_title(rows, organ, year, language),
        say("requests.reasons_note", language, source=source),
    )
    figure_layout = make_layout(
        height=150 + (24 + 14 * max(map(len, lines))) * len(rows),
        showlegend=True,
        legend=LEGEND,
        xaxis=make_value_axis(
            **_make_count_ticks(rows["value"], language, most=3), tickangle=0, range=[0, _find_axis_end(rows["value"])]
        ),
        yaxis=make_axis(showticklabels=False, range=[-0.5, len(rows) - 0.1]),
        annotations=[_make_bar_label("<br>".join(label_lines), at) for at, label_lines in enumerate(lines)],
    )
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
        "x": [0 if pd.isna(row.value) else row.value for _, row in rows], "width": 0.36, "text": texts,
        "textposition": "outside", "cliponaxis": False,
        "marker": {"color": choose_colour(place), "pattern": make_hatching(PATTERNS[place])},
        "customdata": [Point.of(row, cells=tuple(row.cells)).write() for _, row in rows],
        "hovertext": [f"{group} · {name_line(row.line, language)}: {text}"
                      for (_, row), text in zip(rows, texts, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _make_count_ticks(values: Iterable[float], language: Language, *, most: int = 5) -> dict[str, Any]:
    return make_ticks(values, language, most=most, least_step=1)


def _find_levels(rows: list[Any]) -> list[float]:
    """Where the steps of a waterfall end, beginning with the first total; the last total repeats the last of them."""
    return list(accumulate(row.value for row in rows[:-1]))


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
        yaxis=make_value_axis(**_make_count_ticks(_find_levels(rows), language), rangemode="tozero"),
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
