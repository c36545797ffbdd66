"""The corrections behind the rows of a file, as a table of its notes: what is printed stands beside what is taken.

Required ``corrections`` as of ``warehouse.quality`` [report_id, cell, printed, value, measured_in, reason, source,
written_by, written_at, outcome]; ``reports`` are those behind the rows.
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.rows import each_row
from analytics.vocabulary import form
from analytics.words import Language, say

_COLUMNS = (
    "organ", "year", "form_line", "form_column", "printed", "corrected_value", "measured_in", "correction_reason",
    "correction_source", "written_by", "written_at",
)  # fmt: skip


def list_corrections(
    corrections: pd.DataFrame, reports: pd.DataFrame, organs: pd.DataFrame, language: Language
) -> pd.DataFrame:
    """One row a correction that is applied to one of the reports."""
    names = dict(zip(organs["organ_id"], organs["organ"], strict=True))
    whose = dict(zip(reports["report_id"], reports["organ_id"], strict=True))
    applied = corrections[corrections["report_id"].isin(list(whose)) & (corrections["outcome"] == "applied")]
    rows = [
        (names[whose[row.report_id]], int(row.year), *name_cell(int(row.cell), language), row.printed, row.value,
         row.measured_in, row.reason, row.source, row.written_by, row.written_at)
        for row in each_row(applied)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=[say(f"column.{name}", language) for name in _COLUMNS])


def name_cell(code: int, language: Language) -> tuple[str, str]:
    """Line and column of a cell of the form, in words."""
    cell = form.map_cells_by_code()[code]
    if language is Language.ZH:
        return form.name_line(cell.line), cell.column.label
    return cell.line.english, cell.column.english
