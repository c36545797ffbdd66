"""The statutory form as data: editions → tables → lines × columns → cells.

Every label, alias, translation and place in the form stands once below this package; the parser, the database,
checks, filters, chart labels, exports and ``docs/form.md`` are derived from it. The labels of a
table stand in its module, what an edition prints of them in a module below :mod:`analytics.vocabulary.form.editions`,
with the source of each.

A cell's ``code`` is stable: the first of its table + line × 10 + column. It is what the warehouse stores.
"""

from __future__ import annotations

from analytics.vocabulary.form.editions import EDITIONS
from analytics.vocabulary.form.lookups import (
    find_cell,
    find_column,
    find_line,
    find_total_column,
    list_cells,
    list_cells_of_line,
    list_columns,
    list_columns_over,
    list_form_cells,
    list_lines,
    list_lines_of_group,
    list_printed_lines,
    list_results,
    map_cells_by_code,
    map_continued_cells,
    map_earlier_cells,
    name_line,
)
from analytics.vocabulary.form.model import (
    Block,
    Cell,
    Column,
    Edition,
    EditionDeclaration,
    EditionTable,
    Equation,
    Line,
    Under,
    list_groups_in,
    list_leaves_in,
    list_parts,
)
from analytics.vocabulary.form.outcomes import find_outcomes, list_outcome_heads, list_outcomes
from analytics.vocabulary.form.tables import (
    FIRST_YEAR,
    HEADINGS,
    find_edition_in_force,
    find_table,
    list_editions,
    list_tables,
    list_tables_of_form,
)

__all__ = [
    "EDITIONS",
    "FIRST_YEAR",
    "HEADINGS",
    "Block",
    "Cell",
    "Column",
    "Edition",
    "EditionDeclaration",
    "EditionTable",
    "Equation",
    "Line",
    "Under",
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
