"""Organs in order: a dot each, its interval where it is a rate, last year's place hollow.

Required: the ranked rows of ``transforms.ranking`` [organ_id, value, difference, percent, rank, rank_previous, low,
high, …], in the order in which they shall stand, names by organ_id.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.theme import MUTED, Figure, axis, colour, layout, point_of, value_axis
from analytics.charts.wording import difference_text, hover, labelled, subtitle, value_text
from analytics.transforms.ranking import By
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language, say
from analytics.words.numbers import number, percent, signed


def ranking(
    rows: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    by: By,
    year: int,
    whole: pd.DataFrame,
    left_out: int,
    source: str,
) -> Figure:
    """The figure: the first of ``rows`` stands at the top; ``whole`` are all that are ranked, also those not drawn."""
    ordered = list(each_row(rows))
    labels = [f"{row.rank}　{labelled(row, names, language)}" for row in ordered]
    beneath = subtitle(wanted, language, source, whole)
    if len(whole) > len(rows):
        beneath += say("ranking.drawn", language, drawn=len(rows), count=number(len(whole), language))
    if by is By.VALUE and rows_have_intervals(ordered):
        beneath += say("ranking.intervals", language)
    if rows["rank_change"].notna().any():
        beneath += say("ranking.arrows", language)
    if left_out:
        beneath += say("ranking.left_out", language, count=left_out)
    is_share = wanted.unit is Unit.SHARE if by is By.VALUE else by is By.PERCENT
    figure_layout = layout(
        title(whole, names, wanted, language, by=by, year=year),
        beneath,
        height=140 + 30 * len(rows),
        xaxis=value_axis(tickformat=",.0%" if is_share else ",~f", nticks=5, side="top", tickangle=0),
        yaxis=axis(autorange="reversed", showgrid=True, gridcolor="#f0f2f4"),
    )
    return {"data": [_dots(ordered, labels, names, wanted, language, by)], "layout": figure_layout}


def _dots(
    ordered: list[Any], labels: list[str], names: dict[int, str], wanted: Measure, language: Language, by: By
) -> dict[str, Any]:
    values = [getattr(row, by) for row in ordered]
    dots: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers+text",
        "x": values,
        "y": labels,
        "text": [f"　{text_of(row, wanted, language, by)}{_moved(row, language)}" for row in ordered],
        "textposition": "middle right",
        "textfont": {"size": 12},
        "cliponaxis": False,
        "marker": {"color": colour(0), "size": 10, "symbol": "circle"},
        "customdata": [point_of(row) for row in ordered],
        "hovertext": [hover(row, names[row.organ_id], wanted, language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    if by is By.VALUE and rows_have_intervals(ordered):
        dots["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [row.high - row.value for row in ordered],
            "arrayminus": [row.value - row.low for row in ordered],
            "color": MUTED,
            "thickness": 1.2,
            "width": 0,
        }
        dots["textposition"] = "top center"
    return dots


def rows_have_intervals(rows: list[Any]) -> bool:
    """Whether any row has an interval."""
    return any(pd.notna(row.low) for row in rows)


def text_of(row: Any, wanted: Measure, language: Language, by: By) -> str:
    """What is ranked, in words of numbers."""
    if by is By.PERCENT:
        return percent(row.percent, language, sign=True)
    return (
        difference_text(row.difference, wanted, language)
        if by is By.DIFFERENCE
        else value_text(row.value, wanted, language, with_unit=False)
    )


def _moved(row: Any, language: Language) -> str:
    """（↑3）: places gained since the year before."""
    if pd.isna(row.rank_change) or not row.rank_change:
        return ""
    arrow = "↑" if row.rank_change > 0 else "↓"
    places = signed(abs(int(row.rank_change)), language).lstrip("+")
    return f"（{arrow}{places}）" if language is Language.ZH else f" ({arrow}{places})"


def title(rows: pd.DataFrame, names: dict[int, str], wanted: Measure, language: Language, *, by: By, year: int) -> str:
    """The span of what is shown."""
    held = list(each_row(rows.sort_values(str(by))))
    if not held:
        return say("chart.nothing", language, measure=wanted.named(language))
    low, high = held[0], held[-1]
    if len(held) == 1:
        value = text_of(high, wanted, language, by)
        return say("ranking.title_only", language, measure=wanted.named(language), year=year,
                   organ=names[high.organ_id], value=value)  # fmt: skip
    return say(
        f"ranking.title_{by}",
        language,
        measure=wanted.named(language),
        year=year,
        count=len(held),
        low_organ=names[low.organ_id],
        low=text_of(low, wanted, language, by),
        high_organ=names[high.organ_id],
        high=text_of(high, wanted, language, by),
    )
