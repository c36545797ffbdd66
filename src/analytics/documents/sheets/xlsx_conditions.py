"""Conditional formats of a sheet → the cells whose figures they may hide or rewrite.

A condition that compares a cell with numbers is worked out; every other one may hold for any cell of its range.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from analytics.documents.shades import Shade, Sight
from analytics.documents.sheets.xlsx_colors import Palette
from analytics.documents.sheets.xlsx_looks import Style, is_on, is_struck

Place = tuple[int, int]
_COMPARING: dict[str, Callable[..., bool]] = {
    "equal": operator.eq, "notEqual": operator.ne, "greaterThan": operator.gt, "lessThan": operator.lt,
    "greaterThanOrEqual": operator.ge, "lessThanOrEqual": operator.le,
    "between": lambda value, low, high: min(low, high) <= value <= max(low, high),
    "notBetween": lambda value, low, high: not min(low, high) <= value <= max(low, high),
}  # fmt: skip
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_DRAWING = ("dataBar", "iconSet")


class Change(NamedTuple):
    """What a conditional format does to a cell."""

    color: Shade | None = None
    grounds: tuple[Shade, ...] = ()
    takes_away: bool = False
    """Whether it strikes out or rewrites the figure."""

    def may_hide(self, style: Style) -> bool:
        """Whether a figure of this style may not be seen, or not as it is, under the condition."""
        if self.takes_away:
            return True
        if self.color is None and not self.grounds:
            return False
        return style.find_sight(self.color, self.grounds) is not Sight.SEEN


def change_of(condition: etree._Element, palette: Palette) -> Change:
    """What a differential format (``dxf``) says."""
    font, fill = condition.find("{*}font"), condition.find("{*}fill")
    color = palette.shade(font.find("{*}color")) if font is not None else None
    takes_away = (font is not None and is_struck(font)) or condition.find("{*}numFmt") is not None
    return Change(color, palette.grounds(fill), takes_away)


def find_hidden(
    sheet: etree._Element,
    changes: Sequence[Change],
    palette: Palette,
    styles: Mapping[Place, Style],
    values: Mapping[Place, float],
) -> Iterator[Place]:
    """The cells, of those with a style, whose figures a conditional format may hide or rewrite."""
    known = set(styles.values())
    for condition in sheet.iter("{*}conditionalFormatting"):
        areas = list(_parse_areas(condition.get("sqref") or condition.findtext("{*}sqref") or ""))
        for rule in condition.iter("{*}cfRule"):
            change = _find_change(rule, changes, palette)
            hidden = {style for style in known if change.may_hide(style)} if change is not None else set()
            for place, style in styles.items() if hidden else ():
                is_within = any(top <= place[0] <= bottom and left <= place[1] <= right
                                for top, left, bottom, right in areas)  # fmt: skip
                if is_within and style in hidden and _may_hold(rule, values.get(place)):
                    yield place


def _find_change(rule: etree._Element, changes: Sequence[Change], palette: Palette) -> Change | None:
    number, inline_format = rule.get("dxfId", ""), rule.find("{*}dxf")
    if inline_format is not None:
        return change_of(inline_format, palette)
    if number.isdigit():
        return changes[int(number)] if int(number) < len(changes) else None
    drawn = (rule.find(f"{{*}}{name}") for name in _DRAWING)
    is_alone = any(element is not None and not is_on(element.get("showValue", "1")) for element in drawn)
    if is_alone:
        return Change(takes_away=True)
    scale = tuple(shade for color in rule.iterfind("{*}colorScale/{*}color") if (shade := palette.shade(color)))
    return Change(None, scale) if scale else None


def _may_hold(rule: etree._Element, value: float | None) -> bool:
    compare = _COMPARING.get(rule.get("operator", ""))
    if rule.get("type") != "cellIs" or compare is None or value is None:
        return True
    try:
        return compare(value, *(float(formula.text or "") for formula in rule.iterchildren("{*}formula", "{*}f")))
    except (ValueError, TypeError):
        return True  # compared with other cells


def _parse_areas(references: str) -> Iterator[tuple[int, int, int, int]]:
    for area in references.split():
        first, _, last = area.partition(":")
        begin, end = _RANGE.fullmatch(first), _RANGE.fullmatch(last or first)
        if begin and end:
            yield int(begin[2]), parse_column(begin[1]), int(end[2]), parse_column(end[1])
        else:
            yield 0, 0, 1 << 30, 1 << 30  # whole rows or columns


def parse_column(letters: str) -> int:
    """The number of a column, from 1."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column
