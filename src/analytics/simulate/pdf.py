"""The form, filled with printed cells → PDF files: ruled tables that go on over page breaks, with a text layer.

Labels are set in one of the standard Chinese fonts that every viewer brings, so nothing is embedded.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Protocol

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from analytics.simulate.render import FormSheet, Span, TableRows, build_table_rows, write_heading

_FONT = "STSong-Light"
WIDTH, HEIGHT, _MARGIN = 595.0, 842.0, 64.0
"""A4 in points."""
_TITLE, _PROSE, _CELL = 16.0, 12.0, 9.0
_LEADING = 1.35
_PADDING = 4.0
_LABEL_SHARE = (0.07, 0.13, 0.26)
"""Widths of the three label columns of table III, of the whole."""


def render_pdf(sheet: FormSheet) -> bytes:
    """Pages of A4 with page numbers; a table goes on over the break, its group label printed once."""
    return _render_file(sheet, HEIGHT)


def render_short_pages(sheet: FormSheet) -> bytes:
    """Pages half as high: every table is cut, with its head on another page than most of its rows."""
    return _render_file(sheet, HEIGHT / 2)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in the grid of its table."""

    span: Span
    row: int
    column: int


class Drawing(Protocol):
    """What is drawn on: points that grow right and up, as reportlab's canvas has them."""

    def setFont(self, font: str, size: float, /) -> Any: ...  # noqa: N802, D102
    def drawString(self, x: float, y: float, text: str, /) -> Any: ...  # noqa: N802, D102
    def drawCentredString(self, x: float, y: float, text: str, /) -> Any: ...  # noqa: N802, D102
    def rect(self, x: float, y: float, width: float, height: float, /, **marks: int) -> Any: ...  # noqa: D102
    def showPage(self) -> Any: ...  # noqa: N802, D102


def _render_file(sheet: FormSheet, height: float) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, (WIDTH, height), invariant=True)
    canvas.setTitle(sheet.title)
    draw(canvas, sheet, height)
    canvas.save()
    return file.getvalue()


def draw(canvas: Drawing, sheet: FormSheet, height: float) -> None:
    """Draw the pages of a form, ``height`` points high."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    page = _Page(canvas, height)
    page.draw_centred(sheet.title)
    for note in sheet.notes:
        page.prose(note)
    for table in sheet.editions:
        page.prose(write_heading(table))
        page.table(build_table_rows(sheet, table))
    page.prose(write_heading("V"))
    page.end()


class _Page:
    """The page being drawn: ``y`` is what is free, counted from below as PDF does."""

    def __init__(self, canvas: Drawing, height: float) -> None:
        self.canvas, self.height, self.number = canvas, height, 1
        self.y = height - _MARGIN

    def end(self) -> None:
        self.canvas.setFont(_FONT, _CELL)
        self.canvas.drawCentredString(WIDTH / 2, _MARGIN / 2, f"- {self.number} -")
        self.canvas.showPage()
        self.number += 1
        self.y = self.height - _MARGIN

    def draw_centred(self, text: str) -> None:
        for line in _wrap_text(text, WIDTH - 2 * _MARGIN, _TITLE):
            self._make_room(_TITLE * _LEADING)
            self.canvas.setFont(_FONT, _TITLE)
            self.canvas.drawCentredString(WIDTH / 2, self.y, line)

    def prose(self, text: str) -> None:
        for line in _wrap_text("　　" + text, WIDTH - 2 * _MARGIN, _PROSE):
            self._make_room(_PROSE * _LEADING)
            self.canvas.setFont(_FONT, _PROSE)
            self.canvas.drawString(_MARGIN, self.y, line)

    def table(self, rows: TableRows) -> None:
        cells, columns = _place_spans(rows)
        xs = [_MARGIN + x for x in accumulate(_measure_widths(rows, columns), initial=0.0)]
        heights = [
            max(
                (
                    _measure_text_height(cell.span.text, xs[cell.column + cell.span.colspan] - xs[cell.column])
                    for cell in cells
                    if cell.row == row and cell.span.rowspan == 1 and not cell.span.is_figure
                ),
                default=_CELL * _LEADING,
            )
            + 2 * _PADDING
            for row in range(len(rows))
        ]
        first = 0
        self.y -= _PADDING
        while first < len(rows):
            last = self._count_fitting(heights, first)
            self._rows(cells, xs, heights, first, last)
            first = last
            if first < len(rows):
                self.end()

    def _count_fitting(self, heights: list[float], first: int) -> int:
        last, left = first, self.y - _MARGIN
        while last < len(heights) and (heights[last] <= left or last == first):
            left -= heights[last]
            last += 1
        return last

    def _rows(self, cells: list[_Placed], xs: list[float], heights: list[float], first: int, last: int) -> None:
        tops = [self.y - done for done in accumulate(heights[first:last], initial=0.0)]
        for cell in cells:
            begin, end = max(cell.row, first), min(cell.row + cell.span.rowspan, last)
            if begin >= end:
                continue
            left, right = xs[cell.column], xs[cell.column + cell.span.colspan]
            top, bottom = tops[begin - first], tops[end - first]
            self.canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)
            if cell.row >= first:
                self._text(cell.span, left, right, top, bottom)
        self.y = tops[-1] - _PADDING

    def _text(self, span: Span, left: float, right: float, top: float, bottom: float) -> None:
        """Labels are wrapped, figures set smaller: a figure over two lines would be two."""
        width = right - left - _PADDING
        size = _CELL
        if span.is_figure:
            size = min(_CELL, _CELL * width / max(1.0, pdfmetrics.stringWidth(span.text, _FONT, _CELL)))
        lines = [span.text] if span.is_figure else list(_wrap_text(span.text, width, size))
        y = (top + bottom + len(lines) * size * _LEADING) / 2 - size
        self.canvas.setFont(_FONT, size)
        for line in lines:
            self.canvas.drawCentredString((left + right) / 2, y, line)
            y -= size * _LEADING

    def _make_room(self, height: float) -> None:
        if self.y - height < _MARGIN:
            self.end()
        self.y -= height


def _place_spans(rows: TableRows) -> tuple[list[_Placed], int]:
    taken: set[tuple[int, int]] = set()
    cells = []
    for number, row in enumerate(rows):
        column = 0
        for span in row:
            while (number, column) in taken:
                column += 1
            cells.append(_Placed(span, number, column))
            taken |= {(number + down, column + right) for down in range(span.rowspan) for right in range(span.colspan)}
    return cells, max(column for _, column in taken) + 1


def _measure_widths(rows: TableRows, columns: int) -> list[float]:
    whole = WIDTH - 2 * _MARGIN
    if rows[0][0].colspan != len(_LABEL_SHARE):
        return [whole / columns] * columns
    rest = (1 - sum(_LABEL_SHARE)) / (columns - len(_LABEL_SHARE))
    return [whole * share for share in (*_LABEL_SHARE, *[rest] * (columns - len(_LABEL_SHARE)))]


def _measure_text_height(text: str, width: float) -> float:
    return max(1, len(list(_wrap_text(text, width - _PADDING, _CELL)))) * _CELL * _LEADING


def _wrap_text(text: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for character in text:
        if line and pdfmetrics.stringWidth(line + character, _FONT, size) > width:
            yield line
            line = ""
        line += character
    if line:
        yield line


PDF_MANNERS: Mapping[str, Callable[[FormSheet], bytes]] = {"pages": render_pdf, "short": render_short_pages}
"""Every manner of PDF by name."""
