"""How a page ends → what a table without ruling lines that goes on over the page needs of it: its columns, or its
header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from analytics.documents.page.running import remove_running
from analytics.documents.printed import Column, Line, Table, Word, group_lines

_HEADER_LINES = 20


class Ending(NamedTuple):
    """The columns of the table without ruling lines with which a page ends; without one, the last lines of the page,
    which may head a table of the next."""

    columns: Sequence[Column] = ()
    lines: Sequence[list[Word]] = ()


NO_ENDING = Ending()


def find_ending(found: Sequence[Table | Line], words: Sequence[Word]) -> Ending:
    """How a page ends whose ``words`` make the blocks ``found``."""
    tables = [block for block in found if isinstance(block, Table)]
    bottom = max((table.box.bottom for table in tables), default=0.0)
    lines = group_lines(remove_running([word for word in words if word.box.top >= bottom]))
    if tables:
        columns = tables[-1].columns
        behind = found[found.index(tables[-1]) + 1 :]
        # The label of the last row may go on below its figures.
        if columns and all(block.box.right <= columns[0].left for block in behind) and not any(map(_is_row, lines)):
            return Ending(columns)
    header: list[list[Word]] = []
    for line in reversed(lines[-_HEADER_LINES:]):
        if any(word.text.isdecimal() for word in line):
            break  # heads of columns have no figures
        header.insert(0, line)
    return Ending((), header)


def _is_row(line: Sequence[Word]) -> bool:
    """Whether words stand beside one another, as heads do and no label."""
    em = median(word.box.bottom - word.box.top for word in line)
    return any(after.box.left - before.box.right > _APART * em for before, after in pairwise(line))


_APART = 2.0


def shift_lines(lines: Sequence[list[Word]], bottom: float) -> list[list[Word]]:
    """Lines of the page before, set above this one's ``bottom``, as far from one another as they were."""
    down = bottom - max((word.box.bottom for line in lines for word in line), default=0.0)
    return [
        [word._replace(box=word.box._replace(top=word.box.top + down, bottom=word.box.bottom + down)) for word in line]
        for line in lines
    ]


def remove_borrowed(pages: Iterable[list[Table | Line]]) -> Iterator[list[Table | Line]]:
    """The blocks of pages, without the lines that a table of the next page has for its header."""
    previous_page: list[Table | Line] | None = None
    for page in pages:
        if previous_page is not None:
            borrowed = max((block.borrowed for block in page if isinstance(block, Table)), default=0)
            yield previous_page[: len(previous_page) - borrowed]
        previous_page = page
    if previous_page is not None:
        yield previous_page
