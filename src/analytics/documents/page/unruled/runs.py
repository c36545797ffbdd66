"""Lines of text → the stretches of them that are tables without ruling lines: figures stand below one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from analytics.documents.page.blanks import BLANK
from analytics.documents.page.unruled.heads import Piece
from analytics.documents.printed import Column, Line, Word

_FIGURE = frozenset(f"0123456789０１２３４５６７８９+-－—–−/／,，.．%{BLANK}")
FEWEST_FIGURES = 2
"""Figures of a row that is told by itself."""
_HEADER_LINES, _HEADER_GAP = 20, 3.0
LABEL_COLUMNS = 3
"""Group, subgroup and line stand beside one another in the statutory form; more words in a line are heads."""
FARTHEST = 6.0
"""Ems between two rows of one table: a heading row and a label of three lines stand between."""


class Parts(NamedTuple):
    """A line of text with its pieces; ``figures`` is how many of the last pieces are figures in columns."""

    line: Line
    words: list[Word]
    pieces: list[Piece]
    figures: int

    @property
    def middle(self) -> float:
        """How far down the middle of the line is."""
        return self.line.box.middle[1]

    @property
    def columns(self) -> list[Column]:
        """Where the figures stand."""
        return [Column(piece.box.left, piece.box.right) for piece in self.in_columns]

    @property
    def in_columns(self) -> list[Piece]:
        """The pieces that are figures in columns."""
        return self.pieces[len(self.pieces) - self.figures :]

    @property
    def labels(self) -> list[Piece]:
        """The pieces before the figures."""
        return self.pieces[: len(self.pieces) - self.figures]


def find_runs(parted: list[Parts], em: float, before: Sequence[Column]) -> Iterator[tuple[int, int, int]]:
    """(first line that may be of the header, first row of figures, last line) of each table. Rows of one figure, which
    are told by the columns of others, are marked as such in ``parted``."""
    run: list[int] = []
    behind = 0
    columns = list(before)
    for index in range(len(parted)):
        _mark_lone(parted, index, columns, em)
        if run and _is_end(parted, run, index, em):
            yield _find_extent(parted, run, behind, em, goes_on=bool(before) and not behind)
            run, behind, columns = [], run[-1] + 1, []
        if parted[index].figures:
            run.append(index)
            columns = merge_stretches([*columns, *parted[index].columns])
    if run:
        yield _find_extent(parted, run, behind, em, goes_on=bool(before) and not behind)


def _find_extent(parted: list[Parts], run: list[int], behind: int, em: float, *, goes_on: bool) -> tuple[int, int, int]:
    """The extent of a table, whose first rows may have one figure as well; ``behind`` the table above. Where it goes on
    from the page before, all above its first row are its labels."""
    columns = merge_stretches(stretch for index in run for stretch in parted[index].columns)
    for index in range(run[0] - 1, behind - 1, -1):
        _mark_lone(parted, index, columns, em)
        parts = parted[index]
        is_far = parted[run[0]].line.box.top - parts.line.box.bottom > FARTHEST * em
        if is_far or (not parts.figures and parts.pieces[-1].box.right > columns[0].left):
            break
        if parts.figures:
            run.insert(0, index)
        if goes_on and not index:
            return 0, run[0], _find_last(parted, run, em)
    return _find_header_start(parted, run, em), run[0], _find_last(parted, run, em)


def merge_stretches(stretches: Iterable[Column]) -> list[Column]:
    """Stretches of the page, those that overlap as one."""
    columns: list[Column] = []
    for stretch in sorted(stretches):
        if columns and stretch.left < columns[-1].right:
            columns[-1] = Column(columns[-1].left, max(columns[-1].right, stretch.right))
        else:
            columns.append(stretch)
    return columns


def _mark_lone(parted: list[Parts], index: int, columns: Sequence[Column], em: float) -> None:
    """Mark a line as a row where its only figure stands in one of the columns, and its label before them all."""
    parts = parted[index]
    *labels, last = parts.pieces
    if parts.figures or not columns or not _is_number(last.text):
        return
    is_below = any(column.left < last.box.right and last.box.left < column.right for column in columns)
    is_labelled = all(piece.box.right <= columns[0].left + em / 2 for piece in labels)
    if is_below and is_labelled and (labels or _is_between(parted, index, columns[0].left, em)):
        parted[index] = parts._replace(figures=1)


def _is_between(parted: Sequence[Parts], index: int, zone: float, em: float) -> bool:
    """Whether a line stands right between two of a label: a page's number does not."""
    here = parted[index].middle
    around = [parted[at] for at in (index - 1, index + 1) if 0 <= at < len(parted)]
    return len(around) == 2 and all(
        abs(parts.middle - here) < _HALF_LINE * em and parts.pieces[0].box.left < zone for parts in around
    )


_HALF_LINE = 1.2


def _is_number(text: str) -> bool:
    return is_figure(text) and any(character.isdecimal() for character in text)


def is_figure(text: str) -> bool:
    """Whether a piece is written as figures are."""
    return bool(text) and _FIGURE.issuperset(text)


def is_entry(text: str) -> bool:
    """Whether a piece is what a cell of figures holds: a figure, or the word that there is none."""
    return is_figure(text) or text == NONE


NONE = "无"


def _is_end(parted: list[Parts], run: list[int], index: int, em: float) -> bool:
    """Whether a line is no part of the table any more: too far below, or words where the figures stand."""
    parts = parted[index]
    if parts.line.box.top - max(above.line.box.bottom for above in parted[run[-1] : index]) > FARTHEST * em:
        return True
    is_over = any(piece.box.right > _find_zone(parted, run) + em / 2 for piece in parts.pieces)
    return not parts.figures and (is_over or len(parts.pieces) > LABEL_COLUMNS)


def _find_zone(parted: list[Parts], run: list[int]) -> float:
    """Where the columns of figures begin."""
    return min(parted[index].pieces[-parted[index].figures].box.left for index in run)


def _find_header_start(parted: list[Parts], run: list[int], em: float) -> int:
    zone, index, start = _find_zone(parted, run), run[0] - 1, run[0]
    gaps = [parted[below].line.box.top - parted[above].line.box.bottom for above, below in pairwise(run)]
    widest = max(_HEADER_GAP * em, 1.2 * median(gaps)) if gaps else FARTHEST * em * 0.8
    while index >= 0 and run[0] - index <= _HEADER_LINES and not parted[index].figures:
        parts = parted[index]
        if parted[index + 1].line.box.top - parts.line.box.bottom > widest:
            break
        over = [piece for piece in parts.pieces if piece.box.right > zone]
        if any(piece.box.left < zone - 3 * em and piece.box.right > zone + 3 * em for piece in over):
            break  # prose, or a heading over the whole table
        if over:
            start = index
        elif start == run[0] and parted[run[0]].middle - parts.middle < 1.6 * em:
            start = index  # the upper line of the first label
        elif start < run[0] and parts.line.box.bottom < parted[start].line.box.top:
            break
        index -= 1
    return start


def _find_last(parted: list[Parts], run: list[int], em: float) -> int:
    """The last line: the label of the last row may go on below its figures."""
    last, zone = run[-1], _find_zone(parted, run)
    for index in range(run[-1] + 1, len(parted)):
        parts = parted[index]
        is_beside = all(piece.box.right <= zone + em / 2 for piece in parts.pieces)
        is_next = parts.figures or len(parts.pieces) > LABEL_COLUMNS
        if is_next or not is_beside or parts.line.box.top - parted[last].line.box.bottom > em / 4:
            break
        is_far = parts.middle - parted[run[-1]].middle > 1.6 * em
        if _is_longer(parts, parted[last], em) or (is_far and not _is_full(parted, run, last, em)):
            break
        last = index
    return last


def _is_full(parted: Sequence[Parts], run: Sequence[int], last: int, em: float) -> bool:
    """Whether the last line of a label reaches as far as those of the labels that begin there: it goes on below."""
    if not parted[last].labels:
        return False
    box = parted[last].labels[-1].box
    labels = (piece.box for index in run for piece in parted[index].labels)
    widest = max((label.right for label in labels if abs(label.left - box.left) < em), default=box.right)
    return box.right > widest - _FULL * em


_FULL = 1.2


def _is_longer(below: Parts, above: Parts, em: float) -> bool:
    """Whether a line reaches farther than the label above it: what goes on a label stands within its width."""
    return bool(above.labels) and below.pieces[-1].box.right > above.labels[-1].box.right + em
