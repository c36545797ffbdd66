"""A spreadsheet file of before 2007 (XLS, and ET of WPS Office) → its visible sheets as they are displayed.

The library (xlrd) gives formats, fonts, runs and what is hidden. It does not tell formulas from numbers, nor where
pictures lie.
"""

from __future__ import annotations

from typing import Any

import xlrd
from xlrd.biffh import XL_CELL_BLANK, XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_EMPTY, XL_CELL_ERROR, XL_CELL_NUMBER

from analytics.documents.invisible import without_invisible
from analytics.documents.looks import RUNS_DIFFER, differ
from analytics.documents.model import OBJECT, RAISED
from analytics.documents.numberformat import GENERAL, Displayed, displayed, displayed_text
from analytics.documents.sheetmodel import BLANK, Page

_WHITE = (255, 255, 255)
_NARROWEST = 150
"""256ths of a character: a narrower column shows nothing."""


def pages(data: bytes) -> list[Page]:
    """The visible sheets in order. Raises whatever the library does where the file is damaged."""
    with xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silence()) as book:
        return [_page(book, sheet) for sheet in book.sheets() if sheet.visibility == 0]


class _Silence:
    """Takes the remarks of the library."""

    def write(self, _: str) -> None:
        """Forget a remark."""

    def flush(self) -> None:
        """Nothing to do."""


def _page(book: Any, sheet: Any) -> Page:
    cells = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            shown = _shown(book, sheet, row, column)
            if shown.text:
                cells[row + 1, column + 1] = shown
    merged = {(top + 1, left + 1): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    hidden_rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden or info.height == 0}
    hidden_columns = {
        column + 1 for column, info in sheet.colinfo_map.items() if info.hidden or info.width < _NARROWEST
    }
    return Page(cells, merged, frozenset(hidden_rows), frozenset(hidden_columns))


def _shown(book: Any, sheet: Any, row: int, column: int) -> Displayed:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in (XL_CELL_EMPTY, XL_CELL_BLANK):
        return BLANK
    if kind == XL_CELL_ERROR:
        return Displayed(OBJECT)
    xf = book.xf_list[sheet.cell_xf_index(row, column)]
    font = book.font_list[xf.font_index]
    ground = book.colour_map.get(xf.background.pattern_colour_index) if xf.background.fill_pattern else None
    has_ground = ground not in (None, _WHITE)
    runs = sheet.rich_text_runlist_map.get((row, column))
    if not runs and (font.struck_out or (_is_white(book, font) and not has_ground)):
        return BLANK
    known = book.format_map.get(xf.format_key)
    code = known.format_str if known is not None else GENERAL
    if kind in (XL_CELL_NUMBER, XL_CELL_DATE):
        if value == 0 and not sheet.show_zero_values:
            return BLANK
        shown = displayed(float(value), code, from_1904=book.datemode == 1)
    elif kind == XL_CELL_BOOLEAN:
        shown = Displayed("TRUE" if value else "FALSE")
    else:
        shown = _text(book, runs, value, font)
        shown = Displayed(displayed_text(shown.text, code), shown.doubt)
    folded = "\n".join(" ".join(line.split()) for line in without_invisible(shown.text).split("\n")).strip()
    return Displayed(folded.translate(RAISED) if font.escapement and not runs else folded, shown.doubt)


def _text(book: Any, runs: list[tuple[int, int]] | None, text: str, font: Any) -> Displayed:
    if not runs:
        return Displayed(text)
    starts = [(0, font), *((start, book.font_list[index]) for start, index in runs)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    pieces = []
    for (start, look), end in zip(starts, ends, strict=True):
        if look.struck_out or _is_white(book, look):
            continue
        piece = text[start:end].translate(RAISED) if look.escapement else text[start:end]
        pieces.append((piece, (look.height, look.colour_index, look.bold, look.underline_type, look.escapement)))
    return Displayed("".join(piece for piece, _ in pieces), RUNS_DIFFER if differ(pieces) else "")


def _is_white(book: Any, font: Any) -> bool:
    return bool(book.colour_map.get(font.colour_index) == _WHITE)
