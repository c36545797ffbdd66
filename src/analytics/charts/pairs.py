"""Two years of several organs: as dumbbells (two marks on a line of its own) or slopes (two axes, one line each).

Required: the frame of changes of one measure with both years, names by organ_id. An organ that lacks a value in either
year is not drawn as a change: it keeps its place with what it has, and the reason.
"""

from __future__ import annotations

from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    Figure,
    axis,
    colour,
    glyph,
    layout,
    point_of,
    shape,
    value_axis,
)
from analytics.charts.parts.ticks import measure_ticks
from analytics.charts.parts.wording import difference_text, hover, state_text, subtitle, value_text
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import breaks_within
from analytics.transforms.series.change import is_beyond
from analytics.vocabulary.measures import SMALL_BASE, Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing, percent
from analytics.words.plain import escape_html

_LEAST, _EACH, _LINE, _APART = 360, 68, 15, 9
"""Pixels of the plot of slopes at least, of it for each of them, of a line of text, and between two labels."""
_NAME = 11
"""Characters of a name in one line beside a slope, on a narrow screen."""


class Pair(NamedTuple):
    """One organ's rows of the earlier and the later year."""

    name: str
    before: Any
    now: Any

    @property
    def is_whole(self) -> bool:
        """Whether both years have a value."""
        return not (is_missing(self.before.value) or is_missing(self.now.value))

    def is_suspected(self, wanted: Measure) -> bool:
        """Whether the change is so large that another coverage is likelier, by the rule of
        ``transforms.series.change``."""
        return "coverage_unknown" in wanted.notes and bool(is_beyond(self.before.value, self.now.value))

    def is_broken(self, wanted: Measure) -> bool:
        """Whether a new edition of the form or of the law lies between the years."""
        return bool(breaks_within((self.before, self.now), wanted))


def pairs(changes: pd.DataFrame, names: dict[int, str], first: int, last: int) -> list[Pair]:
    """One pair an organ, in the order of ``changes``."""
    rows = {(int(row.organ_id), int(row.year)): row for row in each_row(changes)}
    return [
        Pair(names[organ_id], rows[organ_id, first], rows[organ_id, last])
        for organ_id in dict.fromkeys(changes["organ_id"])
    ]


def dumbbell(
    changes: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    first: int,
    last: int,
    source: str,
) -> Figure:
    """The figure: the earlier year hollow, the later one full, the change written beside."""
    held = pairs(changes, names, first, last)[::-1]
    said = [_above(one, wanted, language, place) for place, one in enumerate(held)]
    highest = changes["value"].max()
    figure_layout = layout(
        pair_title(held, wanted, language, first=first, last=last),
        subtitle(wanted, language, source, changes[changes["year"].isin([first, last])]),
        height=150 + 60 * len(held),
        xaxis=value_axis(
            **measure_ticks(changes["value"], wanted, language, most=3), tickangle=0,
            range=[0, highest * 1.08 if highest > 0 else 1],
        ),
        yaxis=axis(
            showticklabels=False, showgrid=True, gridcolor="#f0f2f4", categoryorder="array",
            categoryarray=[escape_html(one.name) for one in held], range=[-0.4, len(held) - 0.25],
        ),
        annotations=said,
        showlegend=True,
        legend=LEGEND,
    )  # fmt: skip
    figure_layout["margin"] |= {"l": 10, "r": 14}
    return {"data": [*_bars(held, wanted), *_ends(held, wanted, language, first, last)], "layout": figure_layout}


def _above(one: Pair, wanted: Measure, language: Language, place: int) -> dict[str, Any]:
    """The name and the change above a line of its own, or what stands in both years where one has no value."""
    said = change_words(one, wanted, language) if one.is_whole else _lacking(one, wanted, language)
    tint = INK if one.is_whole else MUTED
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 8,
        "text": f"<b>{escape_html(one.name)}</b><br><span style='color:{tint}'>{said}</span>", "align": "left",
        "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip


def _bars(held: list[Pair], wanted: Measure) -> list[dict[str, Any]]:
    """What joins the ends: dotted over a break of edition or law."""
    traces = []
    for is_broken, dash in ((False, "solid"), (True, "dot")):
        own = [one for one in held if one.is_whole and one.is_broken(wanted) is is_broken]
        xs = [x for one in own for x in (one.before.value, one.now.value, None)]
        ys = [y for one in own for y in (*[escape_html(one.name)] * 2, None)]
        traces.append(
            {
                "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "showlegend": False,
                "line": {"color": "#9fb3c5", "width": 4, "dash": dash},
            }
        )  # fmt: skip
    return [trace for trace in traces if trace["x"]]


def _ends(held: list[Pair], wanted: Measure, language: Language, first: int, last: int) -> list[dict[str, Any]]:
    traces = []
    for year, symbol in ((first, "circle-open"), (last, "circle")):
        rows = [(one.name, one.before if year == first else one.now) for one in held]
        rows = [(name, row) for name, row in rows if not is_missing(row.value)]
        traces.append(
            {
                "type": "scatter", "mode": "markers", "name": str(year), "x": [row.value for _, row in rows],
                "y": [escape_html(name) for name, _ in rows], "cliponaxis": False,
                "marker": {"size": 12, "color": colour(0), "line": {"width": 2, "color": colour(0)}, "symbol": [
                    symbol if is_missing(row.stated_by_year) else symbol.replace("circle", "diamond") for _, row in rows
                ]},
                "customdata": [point_of(row) for _, row in rows],
                "hovertext": [hover(row, name, wanted, language) for name, row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )  # fmt: skip
    return traces


def slope(
    changes: pd.DataFrame,
    names: dict[int, str],
    wanted: Measure,
    language: Language,
    *,
    first: int,
    last: int,
    source: str,
) -> Figure:
    """The figure: one line an organ between two years, values at both ends; an organ that lacks one has no line."""
    held = pairs(changes, names, first, last)
    whole = [one for one in held if one.is_whole]
    top = max((max(one.before.value, one.now.value) for one in whole), default=1) or 1
    marks = {one.name: glyph(index) for index, one in enumerate(held)}
    lines = [_slope(one, index, wanted, language) for index, one in enumerate(held) if one.is_whole]
    height = max(_LEAST, _EACH * len(whole))
    labels = [
        label
        for at_left in (True, False)
        for label in _labels(whole, wanted, language, top, height / 1.18, marks=None if at_left else marks)
    ]
    absent = "".join(f"\n{one.name}: {_lacking(one, wanted, language)}" for one in held if not one.is_whole)
    figure_layout = layout(
        pair_title(held, wanted, language, first=first, last=last),
        subtitle(wanted, language, source, changes[changes["year"].isin([first, last])]) + absent,
        height=height + 72,
        xaxis=axis(tickvals=[0, 1], ticktext=[str(first), str(last)], range=[-0.5, 2.05], side="top"),
        yaxis=value_axis(showgrid=False, showticklabels=False, range=[-0.06 * top, top * 1.12]),
        annotations=labels,
    )
    figure_layout["margin"] |= {"l": 4, "r": 4}
    return {"data": lines, "layout": figure_layout}


def _slope(one: Pair, index: int, wanted: Measure, language: Language) -> dict[str, Any]:
    is_stated = not (is_missing(one.before.stated_by_year) and is_missing(one.now.stated_by_year))
    is_dotted = is_stated or one.is_broken(wanted)
    return {
        "type": "scatter", "mode": "lines+markers", "name": escape_html(one.name), "x": [0, 1],
        "y": [one.before.value, one.now.value], "cliponaxis": False,
        "line": {"color": colour(index), "width": 2.2, "dash": "dot" if is_dotted else "solid"},
        "marker": {"size": 10, "color": colour(index), "symbol": shape(index)},
        "customdata": [point_of(one.before), point_of(one.now)],
        "hovertext": [hover(row, one.name, wanted, language) for row in (one.before, one.now)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _labels(
    whole: list[Pair],
    wanted: Measure,
    language: Language,
    top: float,
    pixels: float,
    *,
    marks: dict[str, str] | None,
) -> list[dict[str, Any]]:
    """Values at one end, pushed apart where they would overlap: at the left alone, at the right, where there are
    ``marks``, in a block with mark, name and change that is narrow enough for a small screen."""
    at_left = marks is None
    found, floor = [], float("-inf")
    for one in sorted(whole, key=lambda pair: pair.before.value if at_left else pair.now.value):
        value = one.before.value if at_left else one.now.value
        text = value_text(value, wanted, language, with_unit=False)
        lines = [text] if marks is None else _block(one, text, marks[one.name], wanted, language)
        half = _LINE * len(lines) / 2
        at = value / top * pixels
        middle = max(at, floor + half)
        floor = middle + half + _APART
        found.append(
            {
                "x": 0 if at_left else 1, "y": value, "xanchor": "right" if at_left else "left", "yanchor": "middle",
                "xshift": -12 if at_left else 12, "yshift": middle - at, "showarrow": False,
                "text": "<br>".join(lines), "font": {"size": 12, "color": INK}, "align": "left",
            }
        )  # fmt: skip
    return found


def _block(one: Pair, text: str, mark: str, wanted: Measure, language: Language) -> list[str]:
    """The mark with the name, the value, and the change below."""
    first, *more = map(escape_html, wrap(one.name, _NAME) or [""])
    return [f"{mark} {first}", *more, f"<b>{text}</b>", *change_words(one, wanted, language).split("　")]


def change_words(one: Pair, wanted: Measure, language: Language) -> str:
    """The difference of the two years, with its percentage for counts and amounts, and what must be said beside it."""
    difference = one.now.value - one.before.value
    said = difference_text(difference, wanted, language)
    if wanted.is_rate or not one.before.value:
        return said
    share = percent(difference / one.before.value, language, sign=True)
    said = f"{said}（{share}）" if language is Language.ZH else f"{said} ({share})"
    marks = ["suspected"] if one.is_suspected(wanted) else ["small_base"] if one.before.value < SMALL_BASE else []
    return "　".join([said, *(f"<i>{say(f'mark.{mark}', language)}</i>" for mark in marks)])


def _lacking(one: Pair, wanted: Measure, language: Language) -> str:
    """What stands in both years, where one of them has no value."""
    return " → ".join(f"{int(row.year)} {state_text(row, wanted, language)}" for row in (one.before, one.now))


def pair_title(held: list[Pair], wanted: Measure, language: Language, *, first: int, last: int) -> str:
    """How many rose, fell and stayed between the years; suspected changes of coverage are counted apart."""
    whole = [one for one in held if one.is_whole]
    sure = [one.now.value - one.before.value for one in whole if not one.is_suspected(wanted)]
    if not whole:
        return say("chart.pairs_none", language, measure=wanted.named(language), first=first, last=last)
    rose, fell = sum(one > 0 for one in sure), sum(one < 0 for one in sure)
    title = say(
        "chart.pairs", language, measure=wanted.named(language), first=first, last=last, rose=rose, fell=fell,
        same=len(sure) - rose - fell, count=len(sure),
    )  # fmt: skip
    doubtful = len(whole) - len(sure)
    return title + say("chart.pairs_doubtful", language, count=doubtful) if doubtful else title
