"""Two years of several organs: as dumbbells (two marks on a line of its own) or slopes (two axes, one line each).

Required: the frame of changes of one measure with both years, names by organ_id. An organ that lacks a value in either
year is not drawn as a change: it keeps its place with what it has, and the reason.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from analytics.charts.parts.chart import Chart, Title
from analytics.charts.parts.hollow import is_hollow
from analytics.charts.parts.points import write_point
from analytics.charts.parts.room import cut_text
from analytics.charts.parts.short_names import shorten_names, split_scripts
from analytics.charts.parts.theme import (
    INK,
    LEGEND,
    MUTED,
    choose_colour,
    choose_shape,
    make_axis,
    make_layout,
    make_value_axis,
    write_glyph,
)
from analytics.charts.parts.ticks import make_measure_ticks
from analytics.charts.parts.titles import write_step
from analytics.charts.parts.wording import write_hover, write_state, write_subtitle, write_value
from analytics.transforms.rows import each_row
from analytics.transforms.series.breaks import find_breaks_within
from analytics.transforms.series.change import is_beyond
from analytics.vocabulary.measures import SMALL_BASE, Measure
from analytics.words import Language, say
from analytics.words.numbers import is_missing
from analytics.words.plain import escape_html

_LEAST, _EACH, _LINE, _APART = 360, 84, 15, 9
"""Pixels of the plot of slopes at least, of it for each of them, of a line of text, and between two labels."""
_NAME = 118.0
"""Pixels of a line of a name beside a slope, on a narrow screen."""


class Pair(NamedTuple):
    """One organ's rows of the earlier and the later year."""

    name: str
    before: Any
    now: Any

    @property
    def is_whole(self) -> bool:
        """Whether both years have a value."""
        return not (is_missing(self.before.value) or is_missing(self.now.value))

    def is_suspected(self, measure: Measure) -> bool:
        """Whether the change is so large that another coverage is likelier, by the rule of
        ``transforms.series.change``."""
        return "coverage_unknown" in measure.notes and bool(is_beyond(self.before.value, self.now.value))

    def is_broken(self, measure: Measure) -> bool:
        """Whether a new edition of the form or of the law lies between the years."""
        return bool(find_breaks_within((self.before, self.now), measure))


def build_pairs(changes: pd.DataFrame, names: dict[int, str], first: int, last: int) -> list[Pair]:
    """One pair an organ, in the order of ``changes``."""
    rows = {(int(row.organ_id), int(row.year)): row for row in each_row(changes)}
    return [
        Pair(names[organ_id], rows[organ_id, first], rows[organ_id, last])
        for organ_id in dict.fromkeys(changes["organ_id"])
    ]


def _build_short_pairs(changes: pd.DataFrame, names: dict[int, str], first: int, last: int) -> list[Pair]:
    organ_ids = list(dict.fromkeys(changes["organ_id"]))
    return build_pairs(changes, shorten_names(names, organ_ids), first, last)


def draw_dumbbell(
    changes: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    first: int,
    last: int,
    source: str,
) -> Chart:
    """The figure: the earlier year hollow, the later one full, the change written beside."""
    organ_pairs = _sort_pairs(_build_short_pairs(changes, names, first, last))
    labels = [_make_pair_label(pair, measure, language, place) for place, pair in enumerate(organ_pairs)]
    highest = changes["value"].max()
    title = Title(
        pair_title(organ_pairs, measure, language, first=first, last=last),
        write_subtitle(measure, language, source, changes[changes["year"].isin([first, last])]),
    )
    figure_layout = make_layout(
        height=150 + 60 * len(organ_pairs),
        xaxis=make_value_axis(
            **make_measure_ticks(changes["value"], measure, language, most=3), tickangle=0,
            range=[0, highest * 1.08 if highest > 0 else 1],
        ),
        yaxis=make_axis(
            showticklabels=False, showgrid=True, gridcolor="#f0f2f4", categoryorder="array",
            categoryarray=[escape_html(pair.name) for pair in organ_pairs], range=[-0.4, len(organ_pairs) - 0.25],
        ),
        annotations=labels,
        showlegend=True,
        legend=LEGEND,
    )  # fmt: skip
    figure_layout["margin"] |= {"l": 10, "r": 14}
    traces = [*_make_bars(organ_pairs, measure), *_make_ends(organ_pairs, measure, language, first, last)]
    return Chart(title, traces, figure_layout)


def _sort_pairs(organ_pairs: list[Pair]) -> list[Pair]:
    """From the bottom: those that lack a value, then by the value of the later year."""
    return sorted(organ_pairs, key=lambda pair: (pair.is_whole, pair.now.value if pair.is_whole else 0))


def _make_pair_label(pair: Pair, measure: Measure, language: Language, place: int) -> dict[str, Any]:
    """The name and the change above a line of its own, or what stands in both years where one has no value."""
    text = change_words(pair, measure, language) if pair.is_whole else _describe_both_years(pair, measure, language)
    tint = INK if pair.is_whole else MUTED
    return {
        "x": 0, "xref": "paper", "xanchor": "left", "y": place, "yanchor": "bottom", "yshift": 8,
        "text": f"<b>{escape_html(pair.name)}</b><br><span style='color:{tint}'>{text}</span>", "align": "left",
        "showarrow": False, "font": {"size": 12, "color": INK},
    }  # fmt: skip


def _make_bars(organ_pairs: list[Pair], measure: Measure) -> list[dict[str, Any]]:
    """What joins the ends: dotted over a break of edition or law."""
    traces = []
    for is_broken, dash in ((False, "solid"), (True, "dot")):
        drawn_pairs = [pair for pair in organ_pairs if pair.is_whole and pair.is_broken(measure) is is_broken]
        xs = [x for pair in drawn_pairs for x in (pair.before.value, pair.now.value, None)]
        ys = [y for pair in drawn_pairs for y in (*[escape_html(pair.name)] * 2, None)]
        traces.append(
            {
                "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "showlegend": False,
                "line": {"color": "#9fb3c5", "width": 4, "dash": dash},
            }
        )  # fmt: skip
    return [trace for trace in traces if trace["x"]]


def _make_ends(
    organ_pairs: list[Pair], measure: Measure, language: Language, first: int, last: int
) -> list[dict[str, Any]]:
    traces = []
    for year, symbol in ((first, "circle-open"), (last, "circle")):
        rows = [(pair.name, pair.before if year == first else pair.now) for pair in organ_pairs]
        rows = [(name, row) for name, row in rows if not is_missing(row.value)]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": str(year),
                "x": [row.value for _, row in rows],
                "y": [escape_html(name) for name, _ in rows],
                "cliponaxis": False,
                "marker": {
                    "size": 12,
                    "color": choose_colour(0),
                    "line": {"width": 2, "color": choose_colour(0)},
                    "symbol": [symbol.replace("circle", "diamond") if is_hollow(row) else symbol for _, row in rows],
                },
                "customdata": [write_point(row) for _, row in rows],
                "hovertext": [write_hover(row, name, measure, language) for name, row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    return traces


def draw_slope(
    changes: pd.DataFrame,
    names: dict[int, str],
    measure: Measure,
    language: Language,
    *,
    first: int,
    last: int,
    source: str,
) -> Chart:
    """The figure: one line an organ between two years, values at both ends; an organ that lacks one has no line."""
    organ_pairs = _build_short_pairs(changes, names, first, last)
    whole = [pair for pair in organ_pairs if pair.is_whole]
    top = max((max(pair.before.value, pair.now.value) for pair in whole), default=1) or 1
    marks = {pair.name: write_glyph(index) for index, pair in enumerate(organ_pairs)}
    lines = [_make_slope(pair, index, measure, language) for index, pair in enumerate(organ_pairs) if pair.is_whole]
    height = max(_LEAST, _EACH * len(whole))
    labels = [
        label
        for at_left in (True, False)
        for label in _make_labels(whole, measure, language, top, height / 1.18, marks=None if at_left else marks)
    ]
    absent = "".join(
        f"\n{pair.name}: {_describe_both_years(pair, measure, language)}" for pair in organ_pairs if not pair.is_whole
    )
    title = Title(
        pair_title(organ_pairs, measure, language, first=first, last=last),
        write_subtitle(measure, language, source, changes[changes["year"].isin([first, last])]) + absent,
    )
    figure_layout = make_layout(
        height=height + 72,
        xaxis=make_axis(tickvals=[0, 1], ticktext=[str(first), str(last)], range=[-0.5, 2.05], side="top"),
        yaxis=make_value_axis(showgrid=False, showticklabels=False, range=[-0.06 * top, top * 1.12]),
        annotations=labels,
    )
    figure_layout["margin"] |= {"l": 4, "r": 4}
    return Chart(title, lines, figure_layout)


def _make_slope(pair: Pair, index: int, measure: Measure, language: Language) -> dict[str, Any]:
    is_stated = is_hollow(pair.before) or is_hollow(pair.now)
    is_dotted = is_stated or pair.is_broken(measure)
    return {
        "type": "scatter", "mode": "lines+markers", "name": escape_html(pair.name), "x": [0, 1],
        "y": [pair.before.value, pair.now.value], "cliponaxis": False,
        "line": {"color": choose_colour(index), "width": 2.2, "dash": "dot" if is_dotted else "solid"},
        "marker": {
            "size": 10, "color": choose_colour(index),
            "symbol": [f"{choose_shape(index)}{'-open' * is_hollow(row)}" for row in (pair.before, pair.now)],
        },
        "customdata": [write_point(pair.before), write_point(pair.now)],
        "hovertext": [write_hover(row, pair.name, measure, language) for row in (pair.before, pair.now)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _make_labels(
    whole: list[Pair],
    measure: Measure,
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
    for organ_pair in sorted(whole, key=lambda pair: pair.before.value if at_left else pair.now.value):
        value = organ_pair.before.value if at_left else organ_pair.now.value
        text = write_value(value, measure, language, with_unit=False)
        lines = [text] if marks is None else _write_block(organ_pair, text, marks[organ_pair.name], measure, language)
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


def _write_block(pair: Pair, text: str, mark: str, measure: Measure, language: Language) -> list[str]:
    """The mark with the name, the value, and the change below."""
    first, *more = (escape_html(cut_text(text, _NAME)) for text in split_scripts(pair.name))
    return [f"{mark} {first}", *more, f"<b>{text}</b>", *change_words(pair, measure, language).split("　")]


def change_words(pair: Pair, measure: Measure, language: Language) -> str:
    """The difference of the two years, with its percentage for counts and amounts, and what must be said beside it."""
    text = write_step(pair.before.value, pair.now.value, measure, language)
    if measure.is_rate or not pair.before.value:
        return text
    marks = ["suspected"] if pair.is_suspected(measure) else ["small_base"] if pair.before.value < SMALL_BASE else []
    return "　".join([text, *(f"<i>{say(f'mark.{mark}', language)}</i>" for mark in marks)])


def _describe_both_years(pair: Pair, measure: Measure, language: Language) -> str:
    """What stands in both years, where one of them has no value."""
    return " → ".join(f"{int(row.year)} {write_state(row, measure, language)}" for row in (pair.before, pair.now))


def pair_title(organ_pairs: list[Pair], measure: Measure, language: Language, *, first: int, last: int) -> str:
    """How many rose, fell and stayed between the years; suspected changes of coverage are counted apart."""
    whole = [pair for pair in organ_pairs if pair.is_whole]
    sure = [pair.now.value - pair.before.value for pair in whole if not pair.is_suspected(measure)]
    if not whole:
        return say("chart.pairs_none", language, measure=measure.named(language), first=first, last=last)
    rose, fell = sum(difference > 0 for difference in sure), sum(difference < 0 for difference in sure)
    title = say(
        "chart.pairs", language, measure=measure.named(language), first=first, last=last, rose=rose, fell=fell,
        same=len(sure) - rose - fell, count=len(sure),
    )  # fmt: skip
    doubtful = len(whole) - len(sure)
    return title + say("chart.pairs_doubtful", language, count=doubtful) if doubtful else title
