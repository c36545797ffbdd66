"""Document → rows: one uniform stream, whatever the format.

A row of a grid keeps its cells together. A paragraph is a row of one cell, marked loose: its neighbours may
belong to the same printed row. Empty paragraphs are kept only where an empty line means an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analytics.documents.model import Block, Cell, Document, Grid, Heading, Paragraph

SHORT = 46
"""Longer lines are prose: they say nothing about how cells are spaced."""


class Row(NamedTuple):
    """Cells of one printed row; ``is_loose`` where the document does not say where the row ends."""

    cells: tuple[Cell, ...]
    is_loose: bool
    is_heading: bool = False

    @property
    def text(self) -> str:
        """The text of a loose row, or of a grid row's first cell."""
        return self.cells[0].text if self.cells else ""


def rows(document: Document) -> tuple[Row, ...]:
    """The rows of a document in order."""
    is_spaced = _blank_lines_only_separate(document.blocks)
    return tuple(_rows(document.blocks, is_spaced))


def _rows(blocks: Sequence[Block], is_spaced: bool) -> Iterator[Row]:
    previous: Row | None = None
    for block in blocks:
        if isinstance(block, Grid):
            yield from (Row(cells, False) for cells in block.rows if cells)
            previous = None
            continue
        is_barred = isinstance(block, Paragraph) and block.ends_cell
        if not block.text and is_spaced and not is_barred:
            if previous is not None:
                yield previous
            previous = None
            continue
        row = Row((Cell(block.text, block.place),), True, isinstance(block, Heading))
        if not is_spaced or is_barred or len(block.text) > SHORT:
            if previous is not None:
                yield previous
            yield row
            previous = None
        else:
            previous = _joined(previous, row)
    if previous is not None:
        yield previous


def _joined(previous: Row | None, row: Row) -> Row:
    """Lines not parted by an empty line are one cell where empty lines part cells."""
    if previous is None:
        return row
    first = previous.cells[0]
    return Row((Cell(first.text + row.text, first.place),), True, previous.is_heading)


def _blank_lines_only_separate(blocks: Sequence[Block]) -> bool:
    """Whether most short lines are parted by an empty line: then it parts cells, and is none itself."""
    pairs = parted = 0
    last: int | None = None
    for index, block in enumerate(blocks):
        if isinstance(block, Grid) or (isinstance(block, Paragraph) and block.ends_cell):
            last = None
        elif block.text:
            if len(block.text) > SHORT:
                last = None
                continue
            if last is not None:
                pairs += 1
                parted += index - last > 1
            last = index
    return parted * 2 > pairs
