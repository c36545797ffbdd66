"""Names of rows of bars or dots: left of the plot where a screen is wide, above each row where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.charts.parts.room import Room, cut_text, measure_text
from analytics.charts.parts.theme import INK
from analytics.words.plain import escape_html

_WIDEST, _GAP = 330.0, 12
"""Pixels of a name at most, and between it and the plot."""
_SIZE = 13


def calculate_name_margin(names: Sequence[str], room: Room, *, otherwise: int) -> int:
    """Pixels left of the plot: those of the longest name on a wide screen."""
    if room is Room.NARROW:
        return otherwise
    return round(min(_WIDEST, max((measure_text(name, _SIZE) for name in names), default=0)) + 2 * _GAP)


def make_name(name: str, place: float, room: Room, *, above: float, shift: int = 0) -> dict[str, Any]:
    """The name of the row at a place; on a narrow screen it stands ``above`` that place, and ``shift`` pixels more."""
    label: dict[str, Any] = {
        "x": 0, "xref": "paper", "showarrow": False, "font": {"color": INK, "size": _SIZE},
        "text": escape_html(cut_text(name, _WIDEST, _SIZE)),
    }  # fmt: skip
    if room is Room.NARROW:
        return label | {"xanchor": "left", "y": place + above, "yanchor": "bottom", "yshift": shift}
    return label | {"xanchor": "right", "xshift": -_GAP, "y": place, "yanchor": "middle"}
