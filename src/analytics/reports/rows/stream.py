"""Document → rows: one uniform stream, whatever the format.

A row of a grid keeps its cells together. A paragraph is a row of one cell, marked loose: its neighbours may
belong to the same printed row. Empty paragraphs are kept only where an empty line means an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analytics.documents.model import Block, Cell, Document, Format, Grid, Heading, Paragraph
from analytics.reports.rows.spans import Span, find_spans

SHORT = 46
"""Longer lines are prose: they say nothing about how cells are spaced."""


class Row(NamedTuple):
    """Cells of one printed row; ``is_loose`` where the document does not say where the row ends.

    ``spans`` are the columns of ``grid`` that each cell covers, empty where they cannot be told.
    """

    cells: tuple[Cell, ...]
    is_loose: bool
    is_heading: bool = False
    spans: tuple[Span, ...] = ()
    grid: int | None = None

    @property
    def text(self) -> str:
        """The text of a loose row, or of a grid row's first cell."""
        return self.cells[0].text if self.cells else ""


def read_rows(document: Document) -> tuple[Row, ...]:
    """The rows of a document in order."""
    is_spaced = _blank_lines_only_separate(document.blocks)
    found = _read_blocks(document.blocks, drops_empty=is_spaced, is_placed=document.format is Format.WORKBOOK)
    # Only in a text file is a line less than a paragraph.
    return tuple(_join_lines(found) if is_spaced and document.format is Format.TEXT else filter(None, found))


def _read_blocks(blocks: Sequence[Block], *, drops_empty: bool, is_placed: bool) -> Iterator[Row | None]:
    """A row of each grid row and paragraph; None where its neighbours are parted, by an
    empty line or a bar."""
    for block in blocks:
        if isinstance(block, Grid):
            spans = find_spans(block.rows, is_placed=is_placed)
            number = block.place.grid
            yield from (
                Row(cells, False, False, at, number) for cells, at in zip(block.rows, spans, strict=True) if cells
            )
            continue
        is_barred = isinstance(block, Paragraph) and block.ends_cell
        if block.text or is_barred or not drops_empty:
            doubt = block.doubt if isinstance(block, Paragraph) else ""
            yield Row((Cell(block.text, block.place, doubt=doubt),), True, isinstance(block, Heading))
        if is_barred or (drops_empty and not block.text):
            yield None


def _join_lines(found: Iterable[Row | None]) -> Iterator[Row]:
    """Short lines that no empty line parts are one cell where empty lines part cells."""
    pending: Row | None = None
    for row in found:
        if row is None or not row.is_loose or len(row.text) > SHORT:
            if pending is not None:
                yield pending
            if row is not None:
                yield row
            pending = None
        else:
            pending = row if pending is None else _join_rows(pending, row)
    if pending is not None:
        yield pending


def _join_rows(above: Row, row: Row) -> Row:
    first = above.cells[0]
    doubt = first.doubt or row.cells[0].doubt
    return Row((Cell(first.text + row.text, first.place, doubt=doubt),), True, above.is_heading)


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
