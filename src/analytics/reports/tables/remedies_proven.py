"""Table IV where the document says which figure is whose: heads stand above it, and name its block and its result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from analytics.documents.model import Cell, Place
from analytics.reports.labels import Match, Way, find_short_column, fold, match_column, match_line
from analytics.reports.numbers import is_figure
from analytics.reports.rows.stream import Row
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import HeaderRow, LineRow
from analytics.reports.tables.heads import find_cells_under, is_beside, is_of_this_year, stack_heads
from analytics.reports.tables.placing import Placed
from analytics.vocabulary import form
from analytics.vocabulary.phrases import LITIGATION_HEADER
from analytics.vocabulary.terms import Table

RESULTS = tuple(column.key for column in form.list_columns(Table.IV))
BLOCKS = tuple(line.key for line in form.list_lines(Table.IV))


def read_proven(rows: Sequence[Row], year: int | None) -> TableReading | None:
    """The fifteen figures under the heads that stand above them; None where those leave anything open."""
    headers: list[HeaderRow] = []
    for row in rows:
        if row.spans and is_column_header(row.cells):
            headers.append(HeaderRow(row.cells, row.spans, row.grid))
        elif row.spans and len(row.cells) >= len(BLOCKS) * len(RESULTS) and not is_row_of_another_year(row, year):
            above = stack_heads(header for header in headers if header.grid == row.grid)
            heads = {column: named for column, texts in above.items() if (named := _name_heads(texts, year))}
            return _enter_results(row, heads)
        elif row.spans and not is_row_of_another_year(row, year):
            headers = []
    return None


def is_row_of_another_year(row: Row, year: int | None) -> bool:
    """Whether words before the figures of a row say that they are another year's."""
    words = [cell.text for cell in row.cells[:_LABEL_CELLS] if cell.text and not is_figure(cell.text)]
    return len(row.cells) > len(BLOCKS) * len(RESULTS) and any(is_beside(text, year) for text in words)


_LABEL_CELLS = 3


def read_proven_rows(rows: Sequence[Row], year: int | None) -> TableReading | None:
    """Blocks below one another, each a row under heads that name the results; None where those leave anything open."""
    headers: list[HeaderRow] = []
    reading = TableReading(Table.IV, order=RESULTS)
    entered: set[str] = set()
    for row in rows:
        label = label_of_block(row.cells)
        if label is None and row.spans and is_column_header(row.cells):
            headers.append(HeaderRow(row.cells, row.spans, row.grid))
        if label is None:
            continue
        match, at = label
        line = LineRow(match, row.cells[at].text, list(row.cells[at + 1 :]), spans=row.spans[at + 1 :], grid=row.grid)
        above = stack_heads(header for header in headers if header.grid == row.grid)
        cells = find_cells_under(line, _map_results(above, year), RESULTS) if row.spans else None
        if cells is None or match.keys[0] in entered:
            return None
        reading.enter(match.keys[0], RESULTS, line, Placed(cells))
        entered.add(match.keys[0])
    return reading if entered == set(BLOCKS) else None


def _map_results(above: Mapping[int, tuple[str, ...]], year: int | None) -> dict[int, str]:
    """The results that heads name, by the grid's columns; EXTRA where the figures below are not this year's."""
    found: dict[int, str] = {}
    for column, texts in above.items():
        named = _name_heads((form.find_line(Table.IV, BLOCKS[0]).label, *texts), year)
        if named is not None:
            found[column] = named[1]
    return found


def find_results_above(row: Row, headers: Sequence[HeaderRow]) -> dict[Place, set[str]]:
    """The results that the lowest heads above each cell of a row name, by the cell's place; without those of cells
    under no such head."""
    above = stack_heads(header for header in headers if header.grid == row.grid) if row.spans else {}
    found: dict[Place, set[str]] = {}
    for cell, (first, behind) in zip(row.cells, row.spans, strict=False):
        texts = (above[column][-1] for column in range(first, behind) if column in above)
        keys = {match.keys[0] for text in texts if (match := match_column(Table.IV, text)) is not None}
        found |= {cell.place: keys} if keys else {}
    return found


def label_of_block(cells: tuple[Cell, ...]) -> tuple[Match, int] | None:
    """The block that labels a row of figures, and the index of its label."""
    for index, cell in enumerate(cells[:3]):
        match = match_line(Table.IV, cell.text) if cell.text else None
        if match and any(is_figure(behind.text) for behind in cells[index + 1 :]):
            return match, index
    return None


@lru_cache(maxsize=1024)
def _name_heads(texts: tuple[str, ...], year: int | None) -> tuple[str, str] | None:
    """Block and result that a stack of heads names; :data:`_BESIDE` where its figures are not this year's."""
    if len(texts) > 1 and any(is_beside(text, year) for text in texts):
        return _BESIDE
    texts = texts[:1] + tuple(text for text in texts[1:] if not is_of_this_year(text, year))
    block = next((match.keys[0] for text in texts if (match := match_line(Table.IV, text))), None)
    match = match_column(Table.IV, texts[-1])
    result = match.keys[0] if match is not None else find_short_column(Table.IV, texts[-1])
    return (block, result) if block is not None and result is not None else None


_BESIDE = ("", "")


def _enter_results(row: Row, named: dict[int, tuple[str, str]]) -> TableReading | None:
    found: dict[tuple[str, str], Cell] = {}
    for cell, (first, behind) in zip(row.cells, row.spans, strict=True):
        names = {named[column] for column in range(first, behind) if column in named}
        if len(names) > 1 or (not names and is_figure(cell.text)) or names & found.keys():
            return None
        found.update(dict.fromkeys(names - {_BESIDE}, cell))
    if len(found) < len(BLOCKS) * len(RESULTS):
        return None
    reading = TableReading(Table.IV, order=RESULTS)
    for block in BLOCKS:
        line = LineRow(Match((block,), Way.EXACT, ""), form.find_line(Table.IV, block).label, [])
        reading.enter(block, RESULTS, line, Placed(tuple(found[block, result] for result in RESULTS)))
    return reading


def is_column_header(cells: tuple[Cell, ...]) -> bool:
    """Whether the row holds words only, or a word of the header: a word among figures is a cell that says no figure."""
    words = [cell.text for cell in cells if cell.text and not is_figure(cell.text)]
    figures = sum(is_figure(cell.text) for cell in cells)
    return bool(words) and (figures < 2 or any(map(is_header_word, words)))


def is_header_word(text: str) -> bool:
    """Whether a text is a head of table IV: a block's, a result's, or that of both kinds of suit."""
    named = match_column(Table.IV, text) or match_line(Table.IV, text)
    return named is not None or fold(text) == LITIGATION_HEADER
