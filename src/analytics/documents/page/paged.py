"""Printed pages → blocks of a Document: lines joined to paragraphs, tables to grids, each cell with its page."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from analytics.documents.model import Block, Cell, Grid, Paragraph, Place
from analytics.documents.printed import Line, Table
from analytics.documents.traced import current_trace
from analytics.errors import DocumentError
from analytics.settings import Limits

_INDENT = 1.2
"""Ems by which the first line of a paragraph is drawn in; Chinese print uses two."""
_TITLE_LINES = 3


class Pages:
    """Blocks so far. Lines of prose are joined to paragraphs, cells counted against the limit."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.blocks: list[Block] = []
        self.pictures: list[int] = []
        self.title = ""
        self.cells = 0
        self.grids = 0
        self.trace = current_trace()

    def add(self, number: int, printed: list[Table | Line], pictures: Sequence[float] = ()) -> None:
        """Add a page, numbered from 1; ``pictures`` are the tops of those that stand outside its tables."""
        lines = [block for block in printed if isinstance(block, Line)]
        if number == 1:
            self.title = _find_title(lines)
        right = max((line.box.right for line in lines), default=0.0)
        paragraph_lines: list[Line] = []
        waiting = deque(sorted(pictures))
        for block in printed:
            while waiting and waiting[0] <= block.box.top:
                self._add_paragraph(paragraph_lines, number)
                paragraph_lines = []
                waiting.popleft()
                self.pictures.append(len(self.blocks))
            if isinstance(block, Table):
                self._add_paragraph(paragraph_lines, number)
                self._add_grid(block, number)
                paragraph_lines = []
            else:
                if paragraph_lines and not _is_continuation(paragraph_lines[-1], block, right):
                    self._add_paragraph(paragraph_lines, number)
                    paragraph_lines = []
                paragraph_lines.append(block)
        self._add_paragraph(paragraph_lines, number)
        self.pictures.extend(len(self.blocks) for _ in waiting)

    def _add_paragraph(self, lines: list[Line], page: int) -> None:
        if lines:
            text = "".join(line.text for line in lines)
            if self.trace is not None:
                self.trace.note_paragraph(len(self.blocks), page, lines)
            self.blocks.append(Paragraph(text, Place(len(self.blocks), page)))

    def _add_grid(self, table: Table, page: int) -> None:
        element, grid = len(self.blocks), self.grids
        self.cells += sum(map(len, table.rows))
        if self.cells > self.limits.grid_cells:
            raise DocumentError("too_many_cells", file=self.name, limit=self.limits.grid_cells)
        rows = tuple(
            tuple(
                Cell(
                    field.text,
                    Place(element, page, grid, number, column),
                    field.rowspan,
                    field.colspan,
                    field.score,
                    field.doubt,
                )
                for column, field in enumerate(row)
            )
            for number, row in enumerate(table.rows)
        )
        if self.trace is not None:
            self.trace.note_table(element, page, table)
        self.blocks.append(Grid(rows, Place(element, page, grid)))
        self.grids += 1


def _is_continuation(above: Line, line: Line, right: float) -> bool:
    """Whether a line continues the paragraph of the one above: that one is full, and this one is not drawn in."""
    em = max(above.height, line.height)
    is_full = right - above.box.right < 2 * em
    is_drawn_in = line.box.left - above.box.left > _INDENT * em
    is_near = line.box.top - above.box.bottom < 1.5 * em
    return is_full and is_near and not is_drawn_in and abs(above.height - line.height) < em / 4


def _find_title(lines: list[Line]) -> str:
    """The largest lines at the top of the first page, joined: a title often takes two."""
    if not lines:
        return ""
    largest = max(line.height for line in lines)
    large = [line for line in lines if line.height > 0.9 * largest]
    return "".join(line.text for line in large[:_TITLE_LINES]) if len(large) <= _TITLE_LINES else ""
