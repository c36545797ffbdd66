"""Spaces that fill cells alone → blank figures among the lines of a table without ruling lines.

A row that holds no figure is a row all the same where spaces stand in its columns, and a column without figures has one
in every row. A space that stands where labels do fills no column of figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.documents.page.blanks import BLANK
from analytics.documents.page.unruled.runs import FARTHEST, Parts
from analytics.documents.printed import Box, Line, Word, build_line, group_lines


def add_blanks(parted: Sequence[Parts], blanks: Sequence[Box], em: float) -> list[tuple[Line, list[Word]]]:
    """The lines with a word for every space among or beside rows of figures, and behind their labels. A line of such
    words alone has no text but one."""
    zones = _join_zones(_find_zones(parted, em), blanks, em)
    words = [
        Word(BLANK, space)
        for space in blanks
        if any(top <= space.middle[1] <= bottom and left <= space.left for top, bottom, left in zones)
    ]
    printed = [word for parts in parted for word in parts.words]
    lines = group_lines([*printed, *words]) if words else [parts.words for parts in parted]
    return [(build_line(remove_blanks(line) or line[:1], em), line) for line in lines]


def remove_blanks(words: Iterable[Word]) -> list[Word]:
    """The words that print anything."""
    return [word for word in words if word.text != BLANK]


_Zone = tuple[float, float, float]
"""Top, bottom and left edge of where the figures of a run of rows may stand."""


def _find_zones(parted: Sequence[Parts], em: float) -> list[_Zone]:
    zones: list[_Zone] = []
    for parts in parted:
        if not parts.figures:
            continue
        y, left = parts.middle, max((piece.box.right for piece in parts.labels), default=0.0)
        if zones and y - FARTHEST * em <= zones[-1][1]:
            top, _, before = zones[-1]
            zones[-1] = (top, y + FARTHEST * em, max(left, before))
        else:
            zones.append((y - FARTHEST * em, y + FARTHEST * em, left))
    return zones


def _join_zones(zones: Sequence[_Zone], blanks: Sequence[Box], em: float) -> list[_Zone]:
    """The zones, as one those between which rows of spaces alone follow one another as near as rows do."""
    ordered = sorted(blanks, key=lambda space: space.middle[1])
    joined: list[_Zone] = []
    for top, bottom, left in zones:
        if joined:
            first_top, reached, edge = joined[-1][0], joined[-1][1], max(left, joined[-1][2])
            for space in ordered:
                if edge <= space.left and first_top <= space.middle[1] <= reached:
                    reached = max(reached, space.middle[1] + FARTHEST * em)
            if top <= reached:
                joined[-1] = (first_top, bottom, edge)
                continue
        joined.append((top, bottom, left))
    return joined
