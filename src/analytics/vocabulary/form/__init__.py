"""The statutory form as data: editions → tables → lines × columns → cells.

Every label, alias, translation and place in the form stands once below this package; the parser, the database,
checks, filters, chart labels, exports and ``docs/form.md`` are derived from it. Sources: the annexes of
国办公开办函〔2019〕60号 (report years 2019–2020) and 国办公开办函〔2021〕30号 (2021 onward). The statistics tables of
years before stand in :mod:`analytics.vocabulary.form.statistics`.

A cell's ``code`` is stable: the first of its table + line × 10 + column. It is what the warehouse stores.
"""

from __future__ import annotations

from analytics.vocabulary.form.lookups import (
    FIRST_YEAR,
    HEADINGS,
    find_cell,
    find_column,
    find_edition_in_force,
    find_line,
    find_table,
    find_total_column,
    list_cells,
    list_cells_of_line,
    list_columns,
    list_columns_over,
    list_editions,
    list_form_cells,
    list_lines,
    list_lines_of_group,
    list_printed_lines,
    list_results,
    list_tables,
    list_tables_of_form,
    map_cells_by_code,
    map_continued_cells,
    map_earlier_cells,
    name_line,
)
from analytics.vocabulary.form.model import (
    EDITION_NAMES,
    EDITION_USES,
    Block,
    Cell,
    Column,
    Edition,
    EditionTable,
    Equation,
    Line,
    Under,
    Use,
    list_groups_in,
    list_leaves_in,
    list_parts,
)
from analytics.vocabulary.form.requests import find_outcomes, list_outcome_heads, list_outcomes

__all__ = [
    "EDITION_NAMES",
    "EDITION_USES",
    "FIRST_YEAR",
    "HEADINGS",
    "Block",
    "Cell",
    "Column",
    "Edition",
    "EditionTable",
    "Equation",
    "Line",
    "Under",
    "Use",
    "find_cell",
    "find_column",
    "find_edition_in_force",
    "find_line",
    "find_outcomes",
    "find_table",
    "find_total_column",
    "list_cells",
    "list_cells_of_line",
    "list_columns",
    "list_columns_over",
    "list_editions",
    "list_form_cells",
    "list_groups_in",
    "list_leaves_in",
    "list_lines",
    "list_lines_of_group",
    "list_outcome_heads",
    "list_outcomes",
    "list_parts",
    "list_printed_lines",
    "list_results",
    "list_tables",
    "list_tables_of_form",
    "map_cells_by_code",
    "map_continued_cells",
    "map_earlier_cells",
    "name_line",
]  # fmt: skip
