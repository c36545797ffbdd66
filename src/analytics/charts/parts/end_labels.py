"""Names at the ends of lines, so that nobody looks for a line in a legend: moved apart, joined to their lines.

In: the last drawn point of each line. Out: annotations to the right of the plot and the margin that they need. Their
places are values of the axis, so that they keep apart whatever height the plot is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from analytics.charts.parts.placing import spread_labels
from analytics.charts.parts.room import measure_text
from analytics.charts.parts.theme import INK
from analytics.words.plain import escape_html

LINE = 15
"""Pixels of a line of text."""
_BETWEEN, _BESIDE = 5, 18
"""Pixels between two labels, and of the lines that lead to them."""
_LEAST_SHARE = 0.8
"""Of its height a plot keeps at least this where a legend below takes more lines than were counted on."""


class LineEnd(NamedTuple):
    """Where a line ends on its axes (a logarithm on a logarithmic one), how it is told from others (``key``), its
    ``value`` as written, and the ``lines`` of its name."""

    key: str
    year: int
    place: float
    value: str
    lines: Sequence[str]
    colour: str


def calculate_height(ends: Sequence[LineEnd]) -> int:
    """Pixels that the labels need one above the other."""
    return round(len(ends) * _find_step(ends) / _LEAST_SHARE)


def calculate_margin(ends: Sequence[LineEnd]) -> int:
    """Pixels that they take to the right of the plot."""
    texts = [text for end in ends for text in _list_texts(end)]
    return round(_BESIDE + 4 + max(map(measure_text, texts), default=0))


def make_end_labels(
    ends: Sequence[LineEnd], span: tuple[float, float], plot: float, edge: float
) -> list[dict[str, Any]]:
    """The labels of lines on an axis that reaches over ``span`` in ``plot`` pixels; ``edge`` is where its years end."""
    low, high = span
    pixel = (high - low) / (plot * _LEAST_SHARE)
    half = (_find_step(ends) - _BETWEEN) / 2 * pixel
    places = spread_labels(
        [end.place for end in ends], apart=_find_step(ends) * pixel, low=low + half, high=high - half
    )
    return [_make_label(end, place, edge) for end, place in zip(ends, places, strict=True)]


def _find_step(ends: Sequence[LineEnd]) -> int:
    return max((len(_list_texts(end)) for end in ends), default=0) * LINE + _BETWEEN


def _list_texts(end: LineEnd) -> list[str]:
    """The value stands behind the last line of the name."""
    return [*end.lines[:-1], f"{end.lines[-1]} {end.value}"]


def _make_label(end: LineEnd, place: float, edge: float) -> dict[str, Any]:
    names = [f"<span style='color:{end.colour}'>{escape_html(line)}</span>" for line in end.lines]
    return {
        "name": end.key,
        "x": end.year,
        "y": end.place,
        "ax": edge,
        "ay": place,
        "axref": "x",
        "ayref": "y",
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "text": f"{'<br>'.join(names)} <b>{end.value}</b>",
        "font": {"color": INK, "size": 12},
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": end.colour,
        "standoff": 7,
        "captureevents": True,
    }
