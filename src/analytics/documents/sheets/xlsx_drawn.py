"""Pictures and shapes drawn over a sheet → the cells between which each lies, and whether it may hide them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

Place = tuple[int, int]
_ROW, _COLUMN = 190_500, 609_600
"""Height and width of ordinary cells in English Metric Units (914,400 to the inch)."""
_POINT, _CHARACTER = 12_700, 66_675
_MOST = 2_000
"""Rows or columns that a drawing goes over."""


class Drawn(NamedTuple):
    """A drawing: the cells in which it begins and ends, whether it may hide what is below."""

    first: Place
    last: Place
    may_cover: bool

    def is_over(self, place: Place) -> bool:
        """Whether it may hide a cell."""
        rows, columns = zip(self.first, self.last, strict=True)
        return self.may_cover and rows[0] <= place[0] <= rows[1] and columns[0] <= place[1] <= columns[1]


def read_drawings(
    drawing: etree._Element, heights: Mapping[int, float], widths: Mapping[int, float]
) -> Iterator[Drawn]:
    """The drawings of a sheet; ``heights`` of rows in points and ``widths`` of columns in characters, where set."""
    for anchor in drawing.iterchildren("{*}twoCellAnchor", "{*}oneCellAnchor"):
        first = _read_place(anchor.find("{*}from"))
        if first is None:
            continue
        last = _read_place(anchor.find("{*}to"), is_end=True)
        size = anchor.find("{*}ext")
        if last is None and size is not None:
            rows = _find_reached(
                first[0], int(size.get("cy", "0")), {at: height * _POINT for at, height in heights.items()}, _ROW
            )
            sizes = {at: width * _CHARACTER for at, width in widths.items()}
            last = rows, _find_reached(first[1], int(size.get("cx", "0")), sizes, _COLUMN)
        yield Drawn(first, last or first, _may_cover(anchor))


def _read_place(corner: etree._Element | None, *, is_end: bool = False) -> Place | None:
    """The cell of a corner, from 1; one that ends where a cell begins does not reach into it."""
    if corner is None:
        return None
    row, column = corner.findtext("{*}row"), corner.findtext("{*}col")
    if row is None or column is None:
        return None
    down = is_end and corner.findtext("{*}rowOff", "0") == "0"
    across = is_end and corner.findtext("{*}colOff", "0") == "0"
    return int(row) + (0 if down else 1), int(column) + (0 if across else 1)


def _find_reached(first: int, length: int, sizes: Mapping[int, float], usual: int) -> int:
    at = first
    length -= int(sizes.get(at, usual))
    while length > 0 and at < first + _MOST:
        at += 1
        length -= int(sizes.get(at, usual))
    return at


def _may_cover(anchor: etree._Element) -> bool:
    """Whether it is a picture, a chart or a filled shape: lines and empty frames hide nothing."""
    if next(anchor.iterchildren("{*}pic", "{*}graphicFrame", "{*}grpSp"), None) is not None:
        return True
    shape = anchor.find("{*}sp")
    return shape is not None and shape.find("{*}spPr/{*}noFill") is None
