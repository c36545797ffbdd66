"""Names of rows of bars or dots: left of the plot where a screen is wide, above each row where it is not.

A name in two scripts that is too long for a line takes one for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from analytics.charts.parts.room import Room, cut_text, measure_text
from analytics.charts.parts.theme import INK
from analytics.words.plain import escape_html

_WIDEST, _GAP = 330.0, 12
"""Pixels of a name at most, and between it and the plot."""
_SIZE, _SIZE_OF_TWO, _ROW_OF_TWO = 13, 12, 38
"""Letters of a name in one line and in two, and pixels of a row that holds two."""
_SCRIPTS = re.compile(r"(.*[A-Za-z].*?)\s(?=[\u4e00-\u9fff])(.*)")


def calculate_name_margin(names: Sequence[str], room: Room, *, otherwise: int) -> int:
    """Pixels left of the plot: those of the longest name on a wide screen."""
    if room is Room.NARROW:
        return otherwise
    widths = [measure_text(line, _find_size(lines)) for lines in map(_part_name, names) for line in lines]
    return round(max(widths, default=0) + 2 * _GAP)


def calculate_row(names: Sequence[str], room: Room, row: int) -> int:
    """Pixels of a row: more than ``row`` where a name beside it takes two lines."""
    has_two = room is Room.WIDE and any(len(_part_name(name)) > 1 for name in names)
    return max(row, _ROW_OF_TWO) if has_two else row


def make_name(name: str, place: float, room: Room, *, above: float, shift: int = 0) -> dict[str, Any]:
    """The name of the row at a place; on a narrow screen it stands ``above`` that place, and ``shift`` pixels more."""
    lines = [cut_text(name, _WIDEST, _SIZE)] if room is Room.NARROW else _part_name(name)
    label: dict[str, Any] = {
        "x": 0, "xref": "paper", "showarrow": False, "font": {"color": INK, "size": _find_size(lines)},
        "text": "<br>".join(map(escape_html, lines)),
    }  # fmt: skip
    if room is Room.NARROW:
        return label | {"xanchor": "left", "y": place + above, "yanchor": "bottom", "yshift": shift}
    return label | {"xanchor": "right", "align": "right", "xshift": -_GAP, "y": place, "yanchor": "middle"}


def _part_name(name: str) -> list[str]:
    """The lines of a name on a wide screen, each cut where it is too long for all that."""
    scripts = None if measure_text(name, _SIZE) <= _WIDEST else _SCRIPTS.fullmatch(name)
    if scripts is None:
        return [cut_text(name, _WIDEST, _SIZE)]
    return [cut_text(line, _WIDEST, _SIZE_OF_TWO) for line in scripts.groups()]


def _find_size(lines: Sequence[str]) -> int:
    return _SIZE if len(lines) == 1 else _SIZE_OF_TWO
