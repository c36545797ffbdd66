"""Where a reader found what it read: kept aside while somebody asks for it, at no cost to ordinary reading.

Within :func:`tracing`, readers of pages note the box of every cell and paragraph, and the reader of web pages which
element each came from. What is noted is in the reader's own units; :mod:`analytics.documents.facsimile` turns it into
places on the document as published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from analytics.documents.printed import Box, Line, Table, Word

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in the space of a PDF page."""


class Spot(NamedTuple):
    """A cell or a paragraph of one reading, as its place names it; row and column are None outside of grids."""

    element: int
    row: int | None = None
    column: int | None = None


class Surface(NamedTuple):
    """What the boxes of a page stand on. ``width`` and ``height`` are in the units of the boxes. ``bounds`` and
    ``quarters`` lead back to the space of a PDF page (:class:`analytics.documents.pdf.turned.Turn`); ``picture`` is
    the page as a recogniser made it level, None where it saw it as it is; ``words`` and ``rules`` are all there is of a
    page that only its marks describe."""

    width: float
    height: float
    quarters: int = 0
    bounds: Bounds | None = None
    picture: NDArray[np.uint8] | None = None
    words: Sequence[Word] = ()
    rules: Sequence[Box] = ()


class Stretch(NamedTuple):
    """The paragraphs from ``first`` to before ``last`` (elements), which are text of ``holder``."""

    holder: etree._Element
    first: int
    last: int


class MarkupTrace:
    """A page's markup as it came, beside the tree that its reader takes apart, with the elements that were read.

    Both trees hold the same elements in the same order when this is made; afterwards the reader changes the other.
    """

    def __init__(self, root: etree._Element) -> None:
        self.original = deepcopy(root)
        self.read_root = root
        self._read = list(root.iter())  # keeps their proxies: identity is what leads from one tree to the other
        self._twins = dict(zip(self._read, self.original.iter(), strict=True))
        self.unseen: list[etree._Element] = []
        self.cells: dict[Spot, etree._Element] = {}
        self.stretches: list[Stretch] = []

    def note_cell(self, element: int, row: int, column: int, cell: etree._Element) -> None:
        """Note the element of a cell."""
        if cell in self._twins:
            self.cells[Spot(element, row, column)] = self._twins[cell]

    def note_paragraphs(self, holder: etree._Element | None, first: int, last: int) -> None:
        """Note whose text some paragraphs are."""
        if holder is not None and first < last and holder in self._twins:
            self.stretches.append(Stretch(self._twins[holder], first, last))

    def note_unseen(self) -> None:
        """Note what the reader has taken away so far: what a browser does not show, or strikes out."""
        kept = set(self.read_root.iter())
        self.unseen = [
            self._twins[element] for element in self._read if element not in kept and isinstance(element.tag, str)
        ]


@dataclass(slots=True)
class Trace:
    """What one reading noted. ``surfaces`` are the pages in order, ``boxes`` by spot the page (from 1) and the boxes on
    it, ``markup`` is that of the last web page."""

    surfaces: list[Surface] = field(default_factory=list)
    boxes: dict[Spot, tuple[int, tuple[Box, ...]]] = field(default_factory=dict)
    markup: MarkupTrace | None = None

    def note_paragraph(self, element: int, page: int, lines: Sequence[Line]) -> None:
        """Note the lines of a paragraph."""
        self.boxes[Spot(element)] = page, tuple(line.box for line in lines)

    def note_table(self, element: int, page: int, table: Table) -> None:
        """Note the cells of a table."""
        for number, row in enumerate(table.rows):
            filled = [cell.box for cell in row if cell.box.bottom > cell.box.top]
            for column, cell in enumerate(row):
                box = cell.box
                if box.bottom <= box.top and filled and table.columns:
                    # Of a blank cell without ruling lines only its column and its row are known.
                    index = column - (len(row) - len(table.columns))
                    if index < 0:
                        continue
                    stretch = table.columns[index]
                    top, bottom = min(box.top for box in filled), max(box.bottom for box in filled)
                    box = box._replace(left=stretch.left, top=top, right=stretch.right, bottom=bottom)
                if box.bottom > box.top:
                    self.boxes[Spot(element, number, column)] = page, (box,)


_CURRENT: ContextVar[Trace | None] = ContextVar("trace", default=None)


def current_trace() -> Trace | None:
    """What this reading is to be noted in; None for an ordinary one."""
    return _CURRENT.get()


def note_page(bounds: Bounds, quarters: int) -> None:
    """Note the next page of a PDF whose text is turned by these quarters."""
    if (trace := current_trace()) is not None:
        across, down = bounds[2] - bounds[0], bounds[3] - bounds[1]
        size = (down, across) if quarters % 2 else (across, down)
        trace.surfaces.append(Surface(*size, quarters, bounds))


@contextmanager
def tracing() -> Iterator[Trace]:
    """Note what is read within."""
    trace = Trace()
    token = _CURRENT.set(trace)
    try:
        yield trace
    finally:
        _CURRENT.reset(token)
