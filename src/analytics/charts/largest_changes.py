"""The largest changes: one bar a change, with both values written out above it.

Required: the frame of ``change.headline`` with ``measure``, largest first, and names by organ_id.
"""

from __future__ import annotations

from textwrap import wrap
from typing import Any

import pandas as pd

from analytics.charts.parts.theme import INK, Figure, axis, beside, colour, hatched, layout, point_of, value_axis
from analytics.charts.parts.ticks import ticks
from analytics.charts.parts.wording import hover, labelled, sourced, value_text
from analytics.transforms.rows import each_row
from analytics.vocabulary.measures import SMALL_BASE, measure
from analytics.words import Language, say
from analytics.words.numbers import percent
from analytics.words.plain import escape_html

_BAR, _LINE = 36, 16
"""Pixels of a bar with the room around it, and of a line of text above it."""
_WIDTH = 54
"""Letters of a line on a narrow screen."""


def headline(rows: pd.DataFrame, names: dict[int, str], language: Language, *, title: str, source: str) -> Figure:
    """The figure, named by organ and year where there are several; bars of a change that a report itself states are
    hatched, computed ones full. ``title`` says what changes they are; the figure adds which is the largest."""
    ordered = list(each_row(rows))[::-1]
    is_one = _is_one(rows)
    labels = [
        "<br>".join(map(escape_html, [*([] if is_one else [labelled(row, names, language)]),
                                      *wrap(_words(row, language), _WIDTH)]))
        for row in ordered
    ]  # fmt: skip
    # Every text stands to the right of zero: a bar to the left has its own end there.
    texts = [
        beside(percent(row.percent, language, sign=True), max(row.percent, 0), at) for at, row in enumerate(ordered)
    ]
    span = max(abs(rows["percent"]).max(), 0.1)
    lines = max(label.count("<br>") + 1 for label in labels)
    figure_layout = layout(
        headline_title(rows, names, language, said=title),
        _subtitle(rows, language, source),
        height=110 + (_BAR + _LINE * lines) * len(rows),
        xaxis=value_axis(
            **ticks(rows["percent"], language, is_share=True, sign=True, most=3),
            tickangle=0,
            range=[min(rows["percent"].min(), 0) * 1.1, max(rows["percent"].max(), 0) + span * 0.4],
        ),
        yaxis=axis(showticklabels=False, range=[-0.4, len(rows) - 0.4 + _LINE * lines / (_BAR + _LINE * lines)]),
        annotations=[*texts, *(_above(label, at) for at, label in enumerate(labels))],
    )
    figure_layout["margin"] |= {"l": 18, "r": 8}
    width = _BAR / (_BAR + _LINE * lines) * 0.5
    return {"data": [_bars(ordered, names, language, width=width)], "layout": figure_layout}


def _subtitle(rows: pd.DataFrame, language: Language, source: str) -> str:
    """Unit, source, what the looks mean, and what is left out: suspected changes where none of them is drawn."""
    left_out = "headline.left_out_small" if rows["is_coverage_suspected"].any() else "headline.left_out"
    said = say("headline.subtitle", language, source=sourced(source, rows, language))
    return said + say(left_out, language, base=SMALL_BASE)


def _is_one(rows: pd.DataFrame) -> bool:
    """Whether all changes are of one organ and year."""
    return bool(rows[["organ_id", "year"]].drop_duplicates().shape[0] == 1)


def headline_title(rows: pd.DataFrame, names: dict[int, str], language: Language, *, said: str) -> str:
    """How many went up and down, and the largest of them with both values."""
    first = next(each_row(rows))
    wanted = measure(first.measure)
    change = say(
        "headline.change",
        language,
        before=value_text(first.value_previous, wanted, language, with_unit=False),
        value=value_text(first.value, wanted, language, with_unit=False),
        percent=percent(first.percent, language, sign=True),
    )
    return say(
        "headline.first_own" if _is_one(rows) else "headline.first", language, said=said, change=change,
        rose=int((rows["percent"] > 0).sum()), fell=int((rows["percent"] < 0).sum()), organ=names[first.organ_id],
        year=int(first.year), measure=wanted.named(language),
    )  # fmt: skip


def _above(label: str, place: int) -> dict[str, Any]:
    """Names and values above the bar: beside it, a narrow screen would cut them."""
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": _BAR * 0.28,
        "text": label, "align": "left", "showarrow": False, "font": {"color": INK, "size": 12},
    }  # fmt: skip


def _bars(ordered: list[Any], names: dict[int, str], language: Language, *, width: float) -> dict[str, Any]:
    is_computed = [row.basis == "computed" for row in ordered]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(ordered))),
        "x": [row.percent for row in ordered],
        "width": width,
        "marker": {
            "color": [colour(0) if one else colour(5) for one in is_computed],
            "pattern": hatched(["" if one else "/" for one in is_computed]),
        },
        "customdata": [[*point_of(row), row.measure] for row in ordered],
        "hovertext": [hover(row, names[row.organ_id], measure(row.measure), language) for row in ordered],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _words(row: Any, language: Language) -> str:
    """Measure with both values and their unit: the measures of one chart differ in it."""
    wanted = measure(row.measure)
    before = value_text(row.value_previous, wanted, language, with_unit=False)
    return f"{wanted.named(language)} {before} → {value_text(row.value, wanted, language)}"
