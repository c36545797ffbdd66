"""Counts of cells by report → how much of the form is read, by format and reader.

Required: ``warehouse.quality.count_cells`` [format, reader, editions, cells, unreadable, uncertain, second], grain
report.
"""

from __future__ import annotations

import pandas as pd

from analytics.transforms.series.editions import find_edition, is_before_2019
from analytics.vocabulary import form

_COUNTS = ["expected", "cells", "unreadable", "uncertain", "second"]
COLUMNS = ["format", "reader", "reports", *_COUNTS]


def count_cells_read(counts: pd.DataFrame) -> pd.DataFrame:
    """Columns COLUMNS, one row a format and reader, the most reports first. ``expected`` are the cells that the forms
    of these reports have, those of tables that a document lacks among them; statistics tables before 2019 printed as
    many lines as their agencies liked, so that of them as many are expected as are there."""
    expected = _count_expected(counts)
    grouped = counts.assign(expected=expected, reports=1).groupby(["format", "reader"], sort=False)
    found = grouped[["reports", *_COUNTS]].sum().reset_index()
    return found.sort_values(["reports", "format"], ascending=[False, True], ignore_index=True)[COLUMNS]


def _count_expected(counts: pd.DataFrame) -> pd.Series:
    tables = form.list_tables_of_form()
    editions = pd.DataFrame({str(table): find_edition(counts, table) for table in tables}, index=counts.index)
    of_report = editions.bfill(axis=1).iloc[:, 0]  # a table that is absent would be of the edition of the others
    sizes = {
        str(table): {str(edition): len(form.list_form_cells(table, edition)) for edition in form.list_editions(table)}
        for table in tables
    }
    by_table = editions.apply(lambda stated: stated.where(stated.notna(), of_report).map(sizes[str(stated.name)]))
    expected: pd.Series = by_table.sum(axis=1, min_count=len(tables))
    is_unknown = is_before_2019(counts) | expected.isna()
    known: pd.Series = expected.where(~is_unknown, counts["cells"]).astype(int)
    return known
