"""A spreadsheet file of before 2007 (XLS, and ET of WPS Office) → its visible sheets as they are displayed.

The library (xlrd) gives formats, fonts, runs and what is hidden. It does not tell formulas from numbers, nor where
pictures lie.
"""

from __future__ import annotations

from typing import Any

import xlrd
from xlrd.biffh import XL_CELL_BLANK, XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_EMPTY, XL_CELL_ERROR, XL_CELL_NUMBER

from analytics.documents.invisible import remove_invisible
from analytics.documents.looks import HIDDEN, RUNS_DIFFER, UNSEEN, differ
from analytics.documents.model import OBJECT, RAISED
from analytics.documents.numberformat import GENERAL, Displayed, display_number, display_text
from analytics.documents.shades import BLACK, WHITE, Shade, Sight, judge_sight
from analytics.documents.sheets.sheetmodel import BLANK, Page

_LOWEST = 50
"""Twentieths of a point: smaller letters are specks."""
_NARROWEST = 150
"""256ths of a character: a narrower column shows nothing."""


def read_pages(data: bytes) -> list[Page]:
    """The visible sheets in order. Raises whatever the library does where the file is damaged."""
    with xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silence()) as book:
        return [_read_page(book, sheet) for sheet in book.sheets() if sheet.visibility == 0]


class _Silence:
    """Takes the remarks of the library."""

    def write(self, _: str) -> None:
        """Forget a remark."""

    def flush(self) -> None:
        """Nothing to do."""


def _read_page(book: Any, sheet: Any) -> Page:
    cells = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = _read_cell(book, sheet, row, column)
            if cell.text:
                cells[row + 1, column + 1] = cell
    merged = {(top + 1, left + 1): (bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells}
    hidden_rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden or info.height == 0}
    hidden_columns = {
        column + 1 for column, info in sheet.colinfo_map.items() if info.hidden or info.width < _NARROWEST
    }
    return Page(cells, merged, frozenset(hidden_rows), frozenset(hidden_columns))


def _read_cell(book: Any, sheet: Any, row: int, column: int) -> Displayed:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in (XL_CELL_EMPTY, XL_CELL_BLANK):
        return BLANK
    if kind == XL_CELL_ERROR:
        return Displayed(OBJECT)
    xf = book.xf_list[sheet.cell_xf_index(row, column)]
    font = book.font_list[xf.font_index]
    ground = _find_ground(book, xf.background)
    runs = sheet.rich_text_runlist_map.get((row, column))
    sight = judge_sight(_find_ink(book, font), ground)
    has_text = bool(str(value).strip()) and (value != 0 or bool(sheet.show_zero_values))
    if not runs and has_text and (font.struck_out or sight is Sight.UNSEEN or font.height < _LOWEST):
        return Displayed(OBJECT, HIDDEN)
    cell = _display_cell(book, sheet, (row, column), runs, ground)
    if kind in (XL_CELL_NUMBER, XL_CELL_DATE) and value != 0 and not cell.text:
        return Displayed(OBJECT, HIDDEN)
    return Displayed(cell.text, cell.doubt or (UNSEEN if sight is Sight.FAINT and not runs and cell.text else ""))


def _display_cell(
    book: Any, sheet: Any, place: tuple[int, int], runs: list[tuple[int, int]] | None, ground: Shade
) -> Displayed:
    kind, value = sheet.cell_type(*place), sheet.cell_value(*place)
    xf = book.xf_list[sheet.cell_xf_index(*place)]
    font = book.font_list[xf.font_index]
    known = book.format_map.get(xf.format_key)
    code = known.format_str if known is not None else GENERAL
    if kind in (XL_CELL_NUMBER, XL_CELL_DATE):
        if value == 0 and not sheet.show_zero_values:
            return BLANK
        cell = display_number(float(value), code, from_1904=book.datemode == 1)
    elif kind == XL_CELL_BOOLEAN:
        cell = Displayed("TRUE" if value else "FALSE")
    else:
        cell = _join_runs(book, runs, value, font, ground)
        if cell.doubt == HIDDEN:
            return cell
        cell = Displayed(display_text(cell.text, code), cell.doubt)
    folded = "\n".join(" ".join(line.split()) for line in remove_invisible(cell.text).split("\n")).strip()
    return Displayed(folded.translate(RAISED) if font.escapement and not runs else folded, cell.doubt)


def _join_runs(book: Any, runs: list[tuple[int, int]] | None, text: str, font: Any, ground: Shade) -> Displayed:
    if not runs:
        return Displayed(text)
    starts = [(0, font), *((start, book.font_list[index]) for start, index in runs)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    pieces = []
    for (start, look), end in zip(starts, ends, strict=True):
        if look.struck_out or judge_sight(_find_ink(book, look), ground) is Sight.UNSEEN:
            continue
        piece = text[start:end].translate(RAISED) if look.escapement else text[start:end]
        pieces.append((piece, (look.height, look.colour_index, look.bold, look.underline_type, look.escapement)))
    visible_text = "".join(piece for piece, _ in pieces)
    if text.strip() and not visible_text.strip():
        return Displayed(OBJECT, HIDDEN)
    return Displayed(visible_text, RUNS_DIFFER if differ(pieces) else "")


def _find_ink(book: Any, font: Any) -> Shade:
    return _shade(book, font.colour_index) or BLACK


def _find_ground(book: Any, background: Any) -> Shade:
    """What a cell lays under its text: of a pattern, the colour of its lines."""
    return (_shade(book, background.pattern_colour_index) if background.fill_pattern else None) or WHITE


def _shade(book: Any, index: int) -> Shade | None:
    found = book.colour_map.get(index)
    return Shade(*(part / 255 for part in found)) if found else None
