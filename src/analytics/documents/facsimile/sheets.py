"""A workbook → the names of the sheets that its reading has, for the headings above them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from analytics.documents.model import Document, Grid


def list_sheets(data: bytes, document: Document) -> Sequence[str]:
    """The names of the visible sheets that hold anything, in order; none where these are not those that were read, or
    the library does not know the file."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            names = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.typ is SheetTypeEnum.WorkSheet
                and sheet.visible is SheetVisibleEnum.Visible
                and book.get_sheet_by_name(sheet.name).to_python()
            ]
    except (CalamineError, ValueError):
        return ()
    except BaseException as reason:
        if type(reason).__name__ != "PanicException":  # what this library raises where it gives up
            raise
        return ()
    grids = sum(isinstance(block, Grid) for block in document.blocks)
    return names if len(names) == grids else ()
