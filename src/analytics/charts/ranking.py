"""Organs in order: a dot each, its interval where it is a rate, its place beside that of the year before.

Required: the ranked rows of ``transforms.groups.ranking`` [organ_id, value, difference, percent, rank, rank_previous,
rank_change, is_new, ranked, ranked_previous, ranked_both, low, high, …], in the order in which they shall stand, names
by organ_id.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.names_beside import calculate_name_margin, calculate_row, make_name
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import Room, measure_text
from analytics.charts.parts.short_names import shorten_names
from analytics.charts.parts.theme import (
    INK,
    MUTED,
    VEIL,
    choose_colour,
    make_axis,
    make_layout,
    make_text_beside,
    make_value_axis,
)
from analytics.charts.parts.ticks import make_measure_ticks, make_ticks
from analytics.charts.parts.titles import name_organs
from analytics.charts.parts.wording import (
    has_unknown_coverage,
    write_difference,
    write_hover,
    write_label,
    write_subtitle,
    write_value,
)
from analytics.transforms.groups.ranking import By
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import Measure, Unit
from analytics.words import Language, say
from analytics.words.numbers import number, percent
from analytics.words.plain import escape_html

_ROW = {Room.WIDE: 26, Room.NARROW: 56}
"""Pixels of a row: the name left of the dot, or it and the value above it, a line each."""
_STEPS = {Room.WIDE: 6, Room.NARROW: 4}
"""Numbers along the axis."""


def draw_ranking(
    rows: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    by: By,
    year: int,
    whole: pd.DataFrame,
    left_out: int,
    source: str,
    room: Room = Room.WIDE,
) -> Chart:
    """The figure: the first of ``rows`` stands at the top; ``whole`` are all that are ranked, also those not drawn."""
    ordered = list(each_row(rows))
    short_names = shorten_names(names, [row.organ_id for row in ordered])
    organs = [f"{row.rank}　{write_label(row, short_names, language, has_year=False)}" for row in ordered]
    labels = [
        f"<b>{write_ranked_value(row, measure, language, by)}</b>{_describe_move(row, language)}"
        f"{_write_doubt(row, language, by)}"
        for row in ordered
    ]
    values = [float(getattr(row, by)) for row in ordered]
    beneath = _write_beneath(rows, whole, measure, language, source, by=by, left_out=left_out)
    title = Title(write_title(whole, names, measure, language, by=by, year=year), beneath)
    figure_layout = make_layout(
        height=140 + calculate_row(organs, room, _ROW[room]) * len(rows),
        xaxis=make_value_axis(
            side="top",
            tickangle=0,
            range=_find_span(ordered, values, by),
            **_make_value_ticks(values, measure, language, by, most=_STEPS[room]),
        ),
        yaxis=make_axis(
            showticklabels=False, dtick=1, range=[len(rows) - 0.4, -0.75], showgrid=True, gridcolor="#f0f2f4"
        ),
        annotations=[
            annotation
            for place, (organ, label) in enumerate(zip(organs, labels, strict=True))
            for annotation in _make_dot_labels(organ, label, place, room)
        ],
    )
    figure_layout["margin"] |= {
        "l": calculate_name_margin(organs, room, otherwise=8),
        "r": _find_value_margin(labels, room),
    }
    return Chart(title, [_make_dots(ordered, names, measure, language, by)], figure_layout)


def _write_beneath(
    rows: pd.DataFrame,
    whole: pd.DataFrame,
    measure: Measure,
    language: Language,
    source: str,
    *,
    by: By,
    left_out: int,
) -> str:
    """Unit, source, what is missing, how many are drawn, and what the lines and arrows mean."""
    beneath = write_subtitle(measure, language, source, whole)
    if len(whole) > len(rows):
        beneath += say("ranking.drawn", language, drawn=len(rows), count=number(len(whole), language))
    if by is By.VALUE and has_intervals(list(each_row(rows))):
        beneath += say("ranking.intervals", language)
    beneath += _explain_moves(rows, language)
    return beneath + (say("ranking.left_out", language, count=left_out) if left_out else "")


def _make_value_ticks(
    values: list[float], measure: Measure, language: Language, by: By, *, most: int
) -> dict[str, Any]:
    """Numbers of the axis: values as they are, changes with their sign, those of a share in percentage points."""
    if by is By.VALUE:
        return make_measure_ticks(values, measure, language, most=most, from_zero=False)
    if by is By.PERCENT:
        return make_ticks(values, language, is_share=True, sign=True, most=most)
    if measure.unit is not Unit.SHARE:
        return make_ticks(values, language, sign=True, most=most)
    points = make_ticks([value * 100 for value in values], language, sign=True, most=most)
    title = {"text": say("axis.points", language), "font": {"size": 12, "color": MUTED}, "standoff": 4}
    return points | {"tickvals": [point / 100 for point in points["tickvals"]], "title": title}


def _find_span(ordered: list[Any], values: list[float], by: By) -> list[float]:
    """From the first to the last of the dots and their intervals, with zero for changes."""
    ends = list(values) if by is By.VALUE else [*values, 0.0]
    if by is By.VALUE:
        ends += [end for row in ordered for end in (row.low, row.high) if pd.notna(end)]
    low, high = min(ends), max(ends)
    span = high - low or abs(high) or 1.0
    return [low - 0.05 * span, high + 0.05 * span]


def _find_value_margin(labels: list[str], room: Room) -> int:
    """Pixels right of the plot, where values stand on a wide screen."""
    if room is Room.NARROW:
        return 8
    return round(24 + max((measure_text(re.sub("<[^>]*>", "", label)) for label in labels), default=0))


def _make_dot_labels(organ: str, label: str, place: int, room: Room) -> list[dict[str, Any]]:
    """Place and name left of a dot and its value right of it, or one line above it on a narrow screen."""
    name = make_name(organ, place, room, above=0, shift=5)
    if room is Room.NARROW:
        return [name | {"text": f"{escape_html(organ)}<br>{label}", "align": "left", "bgcolor": VEIL}]
    value = make_text_beside(label, 1, place, shift=8, color=INK) | {"xref": "paper", "yanchor": "middle"}
    return [name, value]


def _make_dots(
    ordered: list[Any], names: dict[int, str], measure: Measure, language: Language, by: By
) -> dict[str, Any]:
    values = [getattr(row, by) for row in ordered]
    dots: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": values,
        "y": list(range(len(ordered))),
        "cliponaxis": False,
        "marker": {
            "color": choose_colour(0),
            "size": 10,
            "symbol": ["circle-open" if is_hollow(row) else "circle" for row in ordered],
        },
        "customdata": [write_point(row) for row in ordered],
        "hovertext": [write_hover(row, names[row.organ_id], measure, language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    if by is By.VALUE and has_intervals(ordered):
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


def has_intervals(rows: list[Any]) -> bool:
    """Whether any row has an interval."""
    return any(pd.notna(row.low) for row in rows)


def write_ranked_value(row: Any, measure: Measure, language: Language, by: By) -> str:
    """What is ranked, in words of numbers."""
    if by is By.PERCENT:
        return percent(row.percent, language, sign=True)
    return (
        write_difference(row.difference, measure, language)
        if by is By.DIFFERENCE
        else write_value(row.value, measure, language, with_unit=False)
    )


def _is_same_field(row: Any) -> bool:
    """Whether the same organs are ranked in both years."""
    return bool(row.ranked == row.ranked_previous == row.ranked_both)


def _explain_moves(rows: pd.DataFrame, language: Language) -> str:
    """What arrows count, and of which organs; that some are new."""
    if rows.empty:
        return ""
    first = next(each_row(rows))
    text = ""
    if rows["rank_change"].notna().any():
        key = "ranking.arrows" if _is_same_field(first) else "ranking.arrows_both"
        text = say(key, language, count=number(first.ranked_both, language))
    return text + (say("ranking.new_note", language) if rows["is_new"].any() else "")


def _describe_move(row: Any, language: Language) -> str:
    """（↑3）: places gained since the year before; where the fields differ, both places with what they are of; or that
    the organ is new to the ranking."""
    if row.is_new:
        return say("ranking.new", language)
    if pd.isna(row.rank_change):
        return ""
    count = abs(int(row.rank_change))
    arrow = (
        f"{'↑' if row.rank_change > 0 else '↓'}{number(count, language)}" if count else say("ranking.same", language)
    )
    if not _is_same_field(row):
        numbers = {name: number(getattr(row, name), language) for name in
                   ("rank", "ranked", "rank_previous", "ranked_previous")}  # fmt: skip
        return say("ranking.move_of", language, arrow=arrow, **numbers)
    return say("ranking.move", language, arrow=arrow) if count else ""


def _write_doubt(row: Any, language: Language, by: By) -> str:
    """That a change may be one of coverage; a value alone is not in doubt."""
    return f"　<i>{say('mark.suspected', language)}</i>" if by is not By.VALUE and row.is_coverage_suspected else ""


def write_title(
    rows: pd.DataFrame, names: dict[int, str], measure: Measure, language: Language, *, by: By, year: int
) -> str:
    """The span of what is shown."""
    ordered_rows = list(each_row(rows.sort_values(str(by))))
    if not ordered_rows:
        return say("chart.nothing", language, measure=measure.named(language))
    low, high = ordered_rows[0], ordered_rows[-1]
    ends = {
        "low_organ": name_organs(rows[rows[by] == getattr(low, by)], names, language),
        "high_organ": name_organs(rows[rows[by] == getattr(high, by)], names, language),
    }
    if len(ordered_rows) == 1:
        value = write_ranked_value(high, measure, language, by)
        key = "ranking.title_only" if by is By.VALUE else "ranking.title_only_change"
        return say(key, language, measure=measure.named(language), year=year,
                   organ=names[high.organ_id], value=value)  # fmt: skip
    caveat = say("ranking.coverage", language) if by is By.VALUE and has_unknown_coverage(measure) else ""
    return caveat + say(
        f"ranking.title_{by}",
        language,
        measure=measure.named(language),
        year=year,
        count=number(len(ordered_rows), language),
        low=write_ranked_value(low, measure, language, by),
        high=write_ranked_value(high, measure, language, by),
        **ends,
    )
