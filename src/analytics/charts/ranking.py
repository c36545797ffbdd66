"""Organs in order: a dot each, its interval where it is a rate, last year's place hollow.

Required: the ranked rows of ``transforms.groups.ranking`` [organ_id, value, difference, percent, rank, rank_previous,
low, high, …], in the order in which they shall stand, names by organ_id.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.parts.theme import INK, MUTED, VEIL, Figure, axis, colour, layout, point_of, value_axis
from analytics.charts.parts.ticks import measure_ticks, ticks
from analytics.charts.parts.wording import difference_text, hover, labelled, subtitle, value_text, who
from analytics.transforms.groups.ranking import By
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language, say
from analytics.words.numbers import number, percent, signed
from analytics.words.plain import escape_html

_ROW = 38
"""Pixels of a row: the name, and the dot below it."""


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
    labels = [
        f"{row.rank}　{escape_html(labelled(row, names, language, has_year=False))}　"
        f"<b>{text_of(row, wanted, language, by)}</b>{_moved(row, language)}{_doubt(row, language, by)}"
        for row in ordered
    ]
    values = [float(getattr(row, by)) for row in ordered]
    beneath = subtitle(wanted, language, source, whole)
    if len(whole) > len(rows):
        beneath += say("ranking.drawn", language, drawn=len(rows), count=number(len(whole), language))
    if by is By.VALUE and rows_have_intervals(ordered):
        beneath += say("ranking.intervals", language)
    if rows["rank_change"].notna().any():
        beneath += say("ranking.arrows", language)
    if left_out:
        beneath += say("ranking.left_out", language, count=left_out)
    figure_layout = layout(
        title(whole, names, wanted, language, by=by, year=year),
        beneath,
        height=140 + _ROW * len(rows),
        xaxis=value_axis(
            side="top", tickangle=0, range=_span(ordered, values, by), **_numbers(values, wanted, language, by)
        ),
        yaxis=axis(showticklabels=False, dtick=1, range=[len(rows) - 0.4, -0.75], showgrid=True, gridcolor="#f0f2f4"),
        annotations=list(map(_above, labels, range(len(labels)))),
    )
    figure_layout["margin"] |= {"l": 8, "r": 8}
    return {"data": [_dots(ordered, names, wanted, language, by)], "layout": figure_layout}


def _numbers(values: list[float], wanted: Measure, language: Language, by: By) -> dict[str, Any]:
    """Numbers of the axis: values as they are, changes with their sign, those of a share in percentage points."""
    if by is By.VALUE:
        return measure_ticks(values, wanted, language, most=3, from_zero=False)
    if by is By.PERCENT:
        return ticks(values, language, is_share=True, sign=True, most=3)
    if wanted.unit is not Unit.SHARE:
        return ticks(values, language, sign=True, most=3)
    points = ticks([value * 100 for value in values], language, sign=True, most=3)
    title = {"text": say("axis.points", language), "font": {"size": 12, "color": MUTED}, "standoff": 4}
    return points | {"tickvals": [point / 100 for point in points["tickvals"]], "title": title}


def _span(ordered: list[Any], values: list[float], by: By) -> list[float]:
    """From the first to the last of the dots and their intervals, with zero for changes."""
    ends = list(values) if by is By.VALUE else [*values, 0.0]
    if by is By.VALUE:
        ends += [end for row in ordered for end in (row.low, row.high) if pd.notna(end)]
    low, high = min(ends), max(ends)
    span = high - low or abs(high) or 1.0
    return [low - 0.05 * span, high + 0.05 * span]


def _above(label: str, place: int) -> dict[str, Any]:
    """Place, name and value above the dot: beside it, they would take half of a narrow screen."""
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 5, "text": label,
        "showarrow": False, "font": {"color": INK, "size": 12}, "bgcolor": VEIL,
    }  # fmt: skip


def _dots(ordered: list[Any], names: dict[int, str], wanted: Measure, language: Language, by: By) -> dict[str, Any]:
    values = [getattr(row, by) for row in ordered]
    dots: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": values,
        "y": list(range(len(ordered))),
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


def _doubt(row: Any, language: Language, by: By) -> str:
    """That a change may be one of coverage; a value alone is not in doubt."""
    return f"　<i>{say('mark.suspected', language)}</i>" if by is not By.VALUE and row.is_coverage_suspected else ""


def title(rows: pd.DataFrame, names: dict[int, str], wanted: Measure, language: Language, *, by: By, year: int) -> str:
    """The span of what is shown."""
    held = list(each_row(rows.sort_values(str(by))))
    if not held:
        return say("chart.nothing", language, measure=wanted.named(language))
    low, high = held[0], held[-1]
    ends = {
        "low_organ": who(rows[rows[by] == getattr(low, by)], names, language, has_year=False),
        "high_organ": who(rows[rows[by] == getattr(high, by)], names, language, has_year=False),
    }
    if len(held) == 1:
        value = text_of(high, wanted, language, by)
        return say("ranking.title_only", language, measure=wanted.named(language), year=year,
                   organ=names[high.organ_id], value=value)  # fmt: skip
    return say(
        f"ranking.title_{by}",
        language,
        measure=wanted.named(language),
        year=year,
        count=number(len(held), language),
        low=text_of(low, wanted, language, by),
        high=text_of(high, wanted, language, by),
        **ends,
    )
