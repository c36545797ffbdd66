"""Lines of text → tables without ruling lines: columns are where figures stand below one another.

A figure belongs to the column whose stretch of the page it stands in, and so does the head above it. Heads broken over
several lines are joined, heads over several columns get the span that the lines below them show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from analytics.documents.aligned_body import FARTHEST, Parts, body_rows, by_place
from analytics.documents.heads import Column, Piece, heads_of, joined, pitches_of
from analytics.documents.printed import Box, Field, Line, Table, Word, doubt_of, score_of, text_of

_WORD_GAP, _FIGURE_GAP = 1.0, 0.2
"""Ems between two pieces of a line: words of a label stand closer than columns, figures never as close as digits."""
_FIGURE = frozenset("0123456789０１２３４５６７８９+-－—–−/／,，.．%")
_FEWEST_ROWS, _FEWEST_FIGURES = 3, 2
_LABEL_COLUMNS = 3
"""Group, subgroup and line stand beside one another in the statutory form."""
_HEADER_LINES, _HEADER_GAP = 12, 3.0


def aligned(lines: Sequence[tuple[Line, list[Word]]], em: float, levels: Sequence[Box] = ()) -> Iterator[Table | Line]:
    """Runs of lines with columns → tables; every other line as it is. ``levels`` are level rules: they part rows."""
    parted = [_parts(line, words, em) for line, words in lines]
    start = 0
    for top, first, last in _runs(parted, em):
        table = _table(parted, max(top, start), first, last, em, levels)
        if table is not None:
            found, begin, end = table
            yield from (parts.line for parts in parted[start:begin])
            yield found
            start = end + 1
    yield from (parts.line for parts in parted[start:])


def _parts(line: Line, words: list[Word], em: float) -> Parts:
    groups = [[words[0]]]
    for before, word in pairwise(words):
        gap = word.box.left - before.box.right
        is_by_figure = _is_figure(before.text[-1:]) or _is_figure(word.text[:1])
        if gap > (_FIGURE_GAP if is_by_figure else _WORD_GAP) * em:
            groups.append([])
        groups[-1].append(word)
    pieces = [Piece.of(group) for group in groups]
    figures = real = 0
    for piece in reversed(pieces):
        if not _is_figure(piece.text) and len(piece.text) > 1:
            break
        figures += 1
        real += _is_figure(piece.text)
    while figures and not _is_figure(pieces[-figures].text):
        figures -= 1  # the end of a label; a word before the figures is told by where it stands
    is_row = real >= _FEWEST_FIGURES and 2 * real >= figures
    return Parts(line, words, pieces, figures if is_row else 0)


def _is_figure(text: str) -> bool:
    return bool(text) and _FIGURE.issuperset(text)


def _runs(parted: list[Parts], em: float) -> Iterator[tuple[int, int, int]]:
    """(first line that may be of the header, first row of figures, last line) of each table."""
    run: list[int] = []
    for index, parts in enumerate(parted):
        if run and (_ends(parted, run, index, em)):
            yield _header_start(parted, run, em), run[0], _last(parted, run, em)
            run = []
        if parts.figures:
            run.append(index)
    if run:
        yield _header_start(parted, run, em), run[0], _last(parted, run, em)


def _ends(parted: list[Parts], run: list[int], index: int, em: float) -> bool:
    """Whether a line is no part of the table any more: too far below, or words where the figures stand."""
    parts = parted[index]
    if parts.line.box.top - parted[run[-1]].line.box.bottom > FARTHEST * em:
        return True
    return not parts.figures and any(piece.box.right > _zone(parted, run) + em / 2 for piece in parts.pieces)


def _zone(parted: list[Parts], run: list[int]) -> float:
    """Where the columns of figures begin."""
    return min(parted[index].pieces[-parted[index].figures].box.left for index in run)


def _header_start(parted: list[Parts], run: list[int], em: float) -> int:
    zone, index, start = _zone(parted, run), run[0] - 1, run[0]
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


def _last(parted: list[Parts], run: list[int], em: float) -> int:
    """The last line: the label of the last row may go on below its figures."""
    last, zone = run[-1], _zone(parted, run)
    for index in range(run[-1] + 1, len(parted)):
        parts = parted[index]
        is_beside = all(piece.box.right <= zone + em / 2 for piece in parts.pieces)
        if not is_beside or parts.line.box.top - parted[last].line.box.bottom > em / 4:
            break
        if parts.middle - parted[run[-1]].middle > 1.6 * em or _is_longer(parts, parted[last], em):
            break
        last = index
    return last


def _is_longer(below: Parts, above: Parts, em: float) -> bool:
    """Whether a line reaches farther than the label above it: what goes on a label stands within its width."""
    return bool(above.labels) and below.pieces[-1].box.right > above.labels[-1].box.right + em


def _table(
    parted: list[Parts], top: int, first: int, last: int, em: float, levels: Sequence[Box]
) -> tuple[Table, int, int] | None:
    rows = [parts for parts in parted[first : last + 1] if parts.figures]
    columns = _columns([piece for parts in rows for piece in parts.pieces[-parts.figures :]])
    zone = columns[0].left
    above = [piece for parts in parted[top:first] for piece in joined(parts.words, _FIGURE_GAP * em)]
    wrap = _wrap(parted[first : last + 1], above, em)
    labelled = max((piece.box.right for parts in parted[first : last + 1] for piece in parts.labels), default=0.0)
    # The first columns may hold no figure at all: their heads stand between the labels and the figures.
    over = [piece for piece in above if piece.box.right > zone or piece.box.left >= labelled - em / 4]
    heads = heads_of(over, columns, em, wrap)
    if len(heads.columns) < _FEWEST_FIGURES or (len(rows) < _FEWEST_ROWS and not heads.is_complete):
        return None
    labels = [piece for piece in above if piece not in over]
    zone = min(zone, heads.columns[0].left) if heads.columns else zone
    begins_at = heads.bottom if heads.rows else rows[0].line.box.top
    notes = [piece for piece in labels if piece.box.middle[1] <= begins_at]
    body = body_rows(parted[first : last + 1], [piece for piece in labels if piece not in notes], wrap, em, levels)
    body = [by_place(cells, figures, zone) for cells, figures in body]
    counts = [1 if notes else 0, *(len(_side_by_side(cells, em)) for cells, _ in body)]
    # The same on every page of a table, so that its columns keep their numbers where a page has fewer groups.
    width = max(_LABEL_COLUMNS, *counts) if any(counts) else 0
    fields = list(_header_fields(heads.rows, notes, width, em))
    if not heads.rows and notes:
        body[0][0][:0] = notes
    for number, (cells, figures) in enumerate(body, start=len(fields)):
        fields.append(tuple(_fields(cells, figures, heads.columns, number, width, em)))
    boxes = [parts.line.box for parts in parted[top : last + 1]]
    area = Box(min(box.left for box in boxes), boxes[0].top, max(box.right for box in boxes), boxes[-1].bottom)
    return Table(area, tuple(fields)), top, last


def _columns(figures: Sequence[Piece]) -> list[Column]:
    """The stretches of the page that figures share."""
    columns: list[Column] = []
    for piece in sorted(figures, key=lambda piece: piece.box.left):
        if columns and piece.box.left < columns[-1].right:
            columns[-1] = Column(columns[-1].left, max(columns[-1].right, piece.box.right))
        else:
            columns.append(Column(piece.box.left, piece.box.right))
    return columns


def _wrap(body: Sequence[Parts], above: Sequence[Piece], em: float) -> float:
    """The distance up to which two lines below one another are of one cell: what the closest show, if they stand
    closer than rows."""
    labels = pitches_of([piece for parts in body for piece in parts.labels], em)
    first = min((piece.box.top for piece in above), default=0.0)
    topmost = [piece for piece in above if piece.box.top < first + em / 2]
    # A line of its own on top is a heading, farther off than the lines of the header from one another.
    heads = pitches_of([piece for piece in above if len(topmost) > 1 or piece not in topmost], em)
    anchors = [parts.middle for parts in body if parts.figures]
    rows = [below - above for above, below in pairwise(anchors)]
    usual = median(rows) if rows else max(heads, default=0.0)
    closest = min((*labels, *heads), default=usual)
    if not rows and closest > _ONE_CELL * em:
        return 0.0  # one row of figures: nothing shows how far rows stand
    return min(_LOOSE * closest, (closest + usual) / 2) if closest < _CLOSER * usual else 0.0


_LOOSE, _CLOSER, _ONE_CELL = 1.08, 0.92, 1.65


def _header_fields(
    rows: Sequence[Sequence[tuple[int, int, list[Piece]]]], notes: list[Piece], width: int, em: float
) -> Iterator[tuple[Field, ...]]:
    """Rows of the header; what stands left of the columns is beside the first of them."""
    for number, row in enumerate(rows):
        cells = [
            _field(pieces, number, width + start, span, em)._replace(rowspan=_rowspan(rows[number + 1 :], start, span))
            for start, span, pieces in row
        ]
        if number == 0 and width:
            # Blank or not: the corner above the labels spans the whole header.
            corner = _field(notes, 0, 0, width, em)
            cells.insert(0, corner._replace(rowspan=len(rows)))
        yield tuple(cells)


def _rowspan(below: Sequence[Sequence[tuple[int, int, list[Piece]]]], start: int, span: int) -> int:
    """How many rows a head reaches down, up to the next that has a head under it."""
    for number, row in enumerate(below, start=1):
        if any(other < start + span and start < other + width for other, width, _ in row):
            return number
    return 1 + len(below)


def _side_by_side(pieces: Sequence[Piece], em: float) -> list[list[Piece]]:
    """Pieces of a label that stand below one another are one cell."""
    cells: list[list[Piece]] = []
    right = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.box.left):
        if cells and piece.box.left < right - em / 4:
            cells[-1].append(piece)
            right = max(right, piece.box.right)
        else:
            cells.append([piece])
            right = piece.box.right
    return cells


def _fields(
    labels: list[Piece], figures: list[Piece], columns: Sequence[Column], row: int, width: int, em: float
) -> Iterator[Field]:
    cells = _side_by_side(labels, em) if width else []
    if not cells and width:
        cells = [[]]
    for position, cell in enumerate(cells):
        yield _field(cell, row, position, width - position if cell is cells[-1] else 1, em)
    for index, column in enumerate(columns):
        inside = [piece for piece in figures if column.left <= piece.box.middle[0] <= column.right]
        yield _field(inside, row, width + index, 1, em)


def _field(pieces: Sequence[Piece], row: int, column: int, span: int, em: float) -> Field:
    words = [word for piece in pieces for word in piece.words]
    if not words:
        return Field("", row, column, 1, span, Box(0, 0, 0, 0))
    box = Box(
        min(word.box.left for word in words),
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )
    return Field(text_of(words, em), row, column, 1, span, box, score_of(words), doubt_of(words))
