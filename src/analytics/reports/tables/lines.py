"""Rows of one table → labelled rows: which line of the form, and the cells that follow its label.

A label is looked for before the first figure of a row. Pieces of labels that a line break or a page break cut
off are joined to their label; pieces of vertical group labels are passed over. Figures without any label are
kept as such: they are never placed by counting rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.documents.model import Cell
from analytics.reports.labels import (
    LONGEST_LABEL,
    Match,
    Way,
    fold,
    is_fragment,
    is_tail_of,
    match_clipped,
    match_column,
    match_line,
    strip_label,
)
from analytics.reports.numbers import is_figure
from analytics.reports.rows.header_rows import is_header, is_of_header, is_row_number
from analytics.reports.rows.pieces import is_page_number, split_figure
from analytics.reports.rows.stream import Row
from analytics.reports.tables.events import Event, HeaderRow, LineRow, LostRow
from analytics.reports.tables.short_lines import is_labelled_as_sum, is_next_line, is_other_elsewhere, is_sum
from analytics.reports.two_labels import names_two_lines
from analytics.vocabulary import form
from analytics.vocabulary.phrases import PAGE_NUMBER
from analytics.vocabulary.terms import Table


def read_events(table: Table, rows: Sequence[Row]) -> list[Event]:
    """Read the rows of one table in order."""
    reader = _Reader(table, has_total=table is Table.III and any(map(is_labelled_as_sum, rows)))
    for row in rows:
        if row.is_loose:
            reader.take_loose(row.cells[0])
        else:
            reader.take_grid_row(row)
    return reader.events


_SOON = 3
"""Lines of the form from a row to the next: heads of groups and a line of the other edition stand between."""
_COLUMNS = len(form.list_columns(Table.III))


class _Reader:
    def __init__(self, table: Table, *, has_total: bool) -> None:
        self.table = table
        self.has_total = has_total
        self.events: list[Event] = []
        self.open: LineRow | None = None  # the loose label whose cells are still coming
        self.has_lines = False

    # Grids ------------------------------------------------------------------------------------------------

    def take_grid_row(self, row: Row) -> None:
        cells = row.cells
        if len(cells) == 1:
            self.take_loose(cells[0])
            return
        self.open = None
        if is_header(self.table, cells):
            self.events.append(HeaderRow(cells, row.spans, row.grid))
            return
        found, index, printed = self._find_label(cells)
        if found is not None and not self._is_head_of_lost(found, cells[index + 1 :]):
            before = tuple(cell for cell in cells[:index] if cell.text and is_figure(cell.text))
            words = " ".join(cell.text for cell in cells[: index + 1] if cell.text and not is_figure(cell.text))
            is_of_two = names_two_lines(self.table, words, found.keys)
            index += index + 1 < len(cells) and is_sum(cells[index + 1].text) and self._is_group_head(found)
            behind = list(cells[index + 1 :])
            shape = (index, len(cells))
            spans = row.spans[index + 1 :]
            self._add(
                LineRow(found, printed, behind, shape, spans=spans, grid=row.grid, before=before, is_of_two=is_of_two)
            )
        elif any(is_figure(cell.text) for cell in cells):
            self._take_unlabelled(row)
        elif not self._is_tail_row(cells) and any(cell.text for cell in cells):
            self.events.append(HeaderRow(cells, row.spans, row.grid))

    def _find_label(self, cells: tuple[Cell, ...]) -> tuple[Match | None, int, str]:
        """The last label before the first figure, its index and its printed text. The number of the row may stand
        before its label.

        A label parted into several cells (``四、`` | ``结转下年度继续办理``) is tried joined as well.
        """
        found, at, printed = None, -1, ""
        for index, cell in enumerate(cells[:5]):
            if not cell.text:
                continue
            if is_figure(cell.text):
                if index == 0 and found is None and is_row_number(cell.text):
                    continue
                break
            opened = found if at == index - 1 else None
            match = (
                self._match_line(cell.text)
                or self._match_behind_group(cell.text)
                or self._match_parted_label(cells, index, opened)
            )
            if match is not None:
                found, at, printed = match, index, cell.text
        return found, at, printed

    def _match_parted_label(self, cells: tuple[Cell, ...], index: int, opened: Match | None) -> Match | None:
        """The line of a label that ends in a cell; where the cell before opens a line, only as a whole."""
        if not index or not cells[index - 1].text or not strip_label(cells[index].text):
            return None
        match = self._match_line(cells[index - 1].text + cells[index].text)
        if opened is None or match is None:
            return match
        is_whole = match.way is Way.EXACT and match.label.endswith(strip_label(cells[index].text))
        return match if is_whole and (opened.way is not Way.EXACT or match.label != opened.label) else None

    def _match_behind_group(self, text: str) -> Match | None:
        """The line of a label before which a piece of its group's stands in the same cell."""
        group, _, label = text.rpartition(" ")
        match = self._match_line(label) if group and is_fragment(self.table, group) else None
        return match if match is not None and match.way is Way.EXACT else None

    def _is_head_of_lost(self, match: Match, behind: tuple[Cell, ...]) -> bool:
        """Whether the label is the head of a group, and the row's own, between it and the figures, is lost: the figures
        are no subtotal."""
        if self.table is not Table.III or not form.find_line(self.table, match.keys[0]).is_head or len(match.keys) > 1:
            return False
        if not any(is_figure(cell.text) for cell in behind):
            return False
        first = behind[0].text
        if is_figure(first) or is_sum(first):
            return False
        return len(behind) > _COLUMNS or not is_fragment(self.table, first)

    def _is_group_head(self, match: Match) -> bool:
        return self.table is Table.III and form.find_line(self.table, match.keys[-1]).is_head

    def _take_unlabelled(self, row: Row) -> None:
        cells = row.cells
        last = self._find_last_line()
        words = [index for index, cell in enumerate(cells) if cell.text and not is_figure(cell.text)]
        is_open = last is not None and bool(words) and not any(cell.text for cell in last.cells)
        if last is not None and is_open and is_tail_of(last.match.label, cells[words[0]].text):
            # The label opened on the row above; its tail stands beside the figures.
            last.cells = list(cells[words[0] + 1 :])
            last.shape, last.spans = (words[0], len(cells)), ()
            return
        clipped = self._match_clipped(row, words, last)
        self.events.append(clipped or LostRow(cells))

    def _match_clipped(self, row: Row, words: list[int], last: LineRow | None) -> LineRow | None:
        """The row of a label of whose lines the cell shows only some from the middle: a line soon behind the last."""
        if last is None or not words:
            return None
        cells, at = row.cells, words[-1]
        match = match_clipped(self.table, cells[at].text)
        order = [line.key for line in form.list_lines(self.table)]
        if match is None or not 0 < order.index(match.keys[0]) - order.index(last.match.keys[-1]) <= _SOON:
            return None
        spans = row.spans[at + 1 :]
        shape = (at, len(cells))
        return LineRow(match, cells[at].text, list(cells[at + 1 :]), shape, spans=spans, grid=row.grid)

    def _is_tail_row(self, cells: tuple[Cell, ...]) -> bool:
        last = self._find_last_line()
        words = [cell.text for cell in cells if cell.text]
        return last is not None and bool(words) and all(is_tail_of(last.match.label, word) for word in words)

    # Loose cells ------------------------------------------------------------------------------------------

    def take_loose(self, cell: Cell) -> None:
        if PAGE_NUMBER.fullmatch(cell.text) or (self.open is None and is_page_number(cell)):
            return
        if not cell.text or is_figure(cell.text):
            self._take_value(cell)
            return
        if len(cell.text) > LONGEST_LABEL:
            self._take_text(cell)
            return
        if self._is_column_head(cell.text):
            self.open = None
            self.events.append(HeaderRow((cell,)))
            return
        if self.open is not None and self._is_label_tail(cell.text):
            return
        match = self._match_line(cell.text)
        if (match is None or match.way is not Way.EXACT) and self._take_spaced(cell):
            return  # a figure behind a label is no misprint of it
        if match is not None:
            self._open(match, cell.text)
        else:
            self._take_text(cell)

    def _is_column_head(self, text: str) -> bool:
        if is_of_header(text):
            return True
        column = match_column(self.table, text)
        return column is not None and column.way is Way.EXACT and self._match_line(text) is None

    def _is_label_tail(self, text: str) -> bool:
        assert self.open is not None
        if self.open.cells or self.open.match.way is Way.EXACT:
            return False
        return is_tail_of(self.open.match.label, text)

    def _open(self, match: Match, printed: str) -> None:
        self.open = LineRow(match, printed, is_of_two=names_two_lines(self.table, printed, match.keys))
        self._add(self.open)

    def _take_value(self, cell: Cell) -> None:
        if self.open is not None:
            self.open.cells.append(cell)
        elif cell.text:
            last = self.events[-1] if self.events else None
            if isinstance(last, LostRow):
                last.cells = (*last.cells, cell)
            else:
                self.events.append(LostRow((cell,)))
        elif self.events and isinstance(self.events[-1], LostRow):
            self.events[-1].cells = (*self.events[-1].cells, cell)

    def _take_text(self, cell: Cell) -> None:
        if self.open is None:
            self.events.append(HeaderRow((cell,)))
        elif not is_fragment(self.table, cell.text):
            self.open.cells.append(cell)

    def _take_spaced(self, cell: Cell) -> bool:
        """A line of text whose columns only spaces part: label and figures, figures alone, or headers."""
        parts = [part for word in cell.text.split() for part in (self._split_label(word) or (word,))]
        figures = 0
        while figures < len(parts) and is_figure(parts[-1 - figures]):
            figures += 1
        label = "".join(parts[: len(parts) - figures])
        values = [Cell(part, cell.place) for part in parts[len(parts) - figures :]]
        if figures and label:
            match = self._match_line(label)
            if match is None:
                return False
            self.open = None
            self._add(LineRow(match, label, list(values), (0, figures + 1)))
            return True
        if figures > 1:
            self.open = None
            self.events.append(LostRow(tuple(values)))
            return True
        if len(parts) > 1 and is_header(self.table, tuple(Cell(part, cell.place) for part in parts)):
            self.open = None
            self.events.append(HeaderRow(tuple(Cell(part, cell.place) for part in parts)))
            return True
        return False

    def _split_label(self, word: str) -> tuple[str, str] | None:
        """A label of the form and the figure that stands right behind it."""
        parted = split_figure(word)
        match = self._match_line(parted[0]) if parted else None
        return parted if match is not None and match.way is Way.EXACT else None

    # Both -------------------------------------------------------------------------------------------------

    def _match_line(self, text: str) -> Match | None:
        match = match_line(self.table, text)
        if match is None or self.table is not Table.III:
            return match
        if match.way is Way.SHORT:
            last = self._find_last_line()
            above = last.match.keys[0] if last is not None else None
            return match if is_next_line(match.keys[0], text, above=above, has_total=self.has_total) else None
        if is_other_elsewhere(match, text, last.match.keys[0] if (last := self._find_last_line()) else None):
            return None
        # "其他" and "总计" head columns too: without their number they are lines only below other lines.
        is_column_word = match_column(self.table, text) is not None and fold(text) == strip_label(text)
        return None if is_column_word and not self.has_lines else match

    def _add(self, line: LineRow) -> None:
        self.has_lines = True
        self.events.append(line)

    def _find_last_line(self) -> LineRow | None:
        return next((event for event in reversed(self.events) if isinstance(event, LineRow)), None)
