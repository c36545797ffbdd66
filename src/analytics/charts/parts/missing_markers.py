"""Marks of what has no value, one shape a reason, with their key: colour never says why a value is missing.

In: rows with ``status``, ``value`` and, on a scale, ``shown``. Out: shapes, and entries of the legend for those that
occur. Blank, struck out, not on the form, not read and not held are never one mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analytics.charts.parts.theme import MUTED
from analytics.words import Language, say
from analytics.words.numbers import is_missing

_SHAPES = {
    "no_report": "x-thin-open",
    "not_on_form": "line-ew-open",
    "blank": "circle-open",
    "not_applicable": "line-ne-open",
    "text": "square-open",
    "unreadable": "asterisk-open",
    "not_reached": "triangle-down-open",
    "not_in_table": "triangle-up-open",
    "not_read": "cross-open",
    "no_unit": "diamond-open",
    "zero_denominator": "hourglass-open",
    "no_population": "hexagon-open",
    "not_in_prose": "star-triangle-up-open",
}
UNDRAWN = "unshown"
"""In the place of a status: there is a value, and this axis has no place for it."""
_UNDRAWN_SHAPE = "circle-open-dot"


def find_gap(row: Any) -> str:
    """Why a row has no mark on the axis: its status, or ``UNDRAWN`` where it has a value."""
    return str(row.status) if is_missing(row.value) else UNDRAWN


def choose_gap_shape(gap: str) -> str:
    """The shape of a reason."""
    return _UNDRAWN_SHAPE if gap == UNDRAWN else _SHAPES[gap]


def make_gap_keys(gaps: Iterable[str], language: Language) -> list[dict[str, Any]]:
    """Entries of the legend: what each shape that occurs means, in the order above."""
    found = set(gaps)
    return [
        {
            "type": "scatter", "mode": "markers", "x": [None], "y": [None], "showlegend": True, "hoverinfo": "skip",
            "name": say(f"gap.{UNDRAWN}" if reason == UNDRAWN else f"status.{reason}", language),
            "marker": make_gap_marker([reason], MUTED),
        }
        for reason in (*_SHAPES, UNDRAWN) if reason in found
    ]  # fmt: skip


def make_gap_marker(gaps: list[str], tint: str | list[str]) -> dict[str, Any]:
    """The look of marks of some reasons."""
    return {
        "color": tint,
        "size": 8,
        "symbol": [choose_gap_shape(gap) for gap in gaps],
        "line": {"color": tint, "width": 1.5},
    }
