"""Lines of text → tables without ruling lines: columns are where figures stand below one another.

A figure belongs to the column whose stretch of the page it stands in, and so does the head above it. Heads broken over
several lines are joined, heads over several columns get the span that the lines below them show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median, median_high
from typing import NamedTuple

from analytics.documents.page.blanks import BLANK
from analytics.documents.page.unruled.blank_fields import add_blanks, remove_blanks
from analytics.documents.page.unruled.body import (
    build_body_rows,
    find_lonely_rows,
    find_unproven_rows,
    move_into_columns,
    split_figures,
    split_labels,
)
from analytics.documents.page.unruled.continued import NO_ENDING, Ending, shift_lines
from analytics.documents.page.unruled.fields import (
    TIGHT_GAP,
    build_header_fields,
    build_moved_fields,
    build_row_fields,
    doubt_column,
    doubt_label,
    group_into_cells,
)
from analytics.documents.page.unruled.heads import Piece, close_heads_of, find_heads, join_words, measure_pitches
from analytics.documents.page.unruled.moved_heads import find_moved_rows, is_moved
from analytics.documents.page.unruled.parted_heads import split_heads
from analytics.documents.page.unruled.runs import (
    FEWEST_FIGURES,
    LABEL_COLUMNS,
    NONE,
    Parts,
    find_runs,
    is_entry,
    is_figure,
    merge_stretches,
)
from analytics.documents.printed import Box, Column, Line, Table, Word, build_line

_WORD_GAP, _FIGURE_GAP = 1.0, 0.2
"""Ems between two pieces of a line: words of a label stand closer than columns, figures never as close as digits."""
_TOUCH, _SOME = 0.02, 0.02
"""Ems between characters that touch, and the share of narrow gaps between digits that are none: columns of single
figures may be as near as digits are."""
_NUMBERING = re.compile(r"\d{1,2}[.．]")
"""What stands before a label's own words, as near as these stand to one another."""
_FEWEST_ROWS = 3


def build_tables(
    lines: Sequence[tuple[Line, list[Word]]],
    em: float,
    levels: Sequence[Box] = (),
    before: Ending = NO_ENDING,
    blanks: Sequence[Box] = (),
) -> Iterator[Table | Line]:
    """Runs of lines with columns → tables; every other line as it is. ``levels`` are level rules: they part rows.
    ``before`` is how the page before ended, ``blanks`` are spaces that fill a cell alone."""
    for block in _find_blocks(lines, em, levels, before, blanks):
        if isinstance(block, Table) or block.text != BLANK:
            yield block


def _find_blocks(
    lines: Sequence[tuple[Line, list[Word]]], em: float, levels: Sequence[Box], before: Ending, blanks: Sequence[Box]
) -> Iterator[Table | Line]:
    if not lines:
        return
    gap = _measure_figure_gap(lines, em)
    header = shift_lines(before.lines, lines[0][0].box.top - em)
    lines = [*((build_line(line, em), line) for line in header), *lines]
    parted = [_split_parts(line, words, em, gap) for line, words in lines]
    if blanks:
        lines = add_blanks(parted, blanks, em)
        parted = [_split_parts(line, words, em, gap) for line, words in lines]
    start = 0
    columns = before.columns
    for top, first, last in find_runs(parted, em, before.columns):
        setting = _Setting(em, gap, levels, columns)
        table = _build_table(parted, max(top, start), first, last, setting)
        if table is not None:
            found, begin, end = table
            yield from (parts.line for parts in parted[max(start, len(header)) : begin])
            yield replace(found, borrowed=max(0, len(header) - begin))
            start, columns = end + 1, found.columns
    yield from (parts.line for parts in parted[max(start, len(header)) :])


class _Setting(NamedTuple):
    """What tables of a page share; ``before`` are the columns of the one before, which may go on."""

    em: float
    gap: float
    levels: Sequence[Box]
    before: Sequence[Column]


def _measure_figure_gap(lines: Sequence[tuple[Line, list[Word]]], em: float) -> float:
    """The gap from which two figures, or two heads, stand apart: narrow where the characters of a page touch one
    another, those of its figures too."""
    gaps, digit_gaps = [], []
    for _, words in lines:
        for left, right in pairwise(words):
            gap = right.box.left - left.box.right
            if gap < _FIGURE_GAP * em:
                gaps.append(gap)
                if is_figure(left.text) and is_figure(right.text):
                    digit_gaps.append(gap)
    is_tight = bool(gaps) and median(gaps) <= _TOUCH * em
    touching = sum(gap <= _TOUCH * em for gap in digit_gaps)
    return (TIGHT_GAP if is_tight and touching >= _SOME * len(digit_gaps) else _FIGURE_GAP) * em


def _split_parts(line: Line, words: list[Word], em: float, figure_gap: float) -> Parts:
    groups = [[words[0]]]
    for before, word in pairwise(words):
        gap = word.box.left - before.box.right
        is_by_figure = is_figure(before.text[-1:]) or is_figure(word.text[:1])
        is_blank = BLANK in (before.text, word.text)
        is_numbered = not is_figure(word.text[:1]) and _NUMBERING.fullmatch(
            "".join(grouped_word.text for grouped_word in groups[-1])
        )
        if is_blank or gap > (figure_gap if is_by_figure and not is_numbered else _WORD_GAP * em):
            groups.append([])
        groups[-1].append(word)
    pieces = [Piece.of(part) for group in groups for part in _split_entries(group, figure_gap)]
    figures = real = 0
    for piece in reversed(pieces):
        if not is_entry(piece.text) and len(piece.text) > 1:
            break
        figures += 1
        real += is_entry(piece.text)
    while figures and not is_entry(pieces[-figures].text):
        figures -= 1  # the end of a label; a word before the figures is told by where it stands
    is_row = real >= FEWEST_FIGURES and 2 * real >= figures
    return Parts(line, words, pieces, figures if is_row else 0)


def _split_entries(group: list[Word], figure_gap: float) -> Iterator[list[Word]]:
    """The words of a piece, those at its end that say of a cell each that it has no figure apart."""
    end = len(group)
    while end > 1 and group[end - 1].text == NONE and group[end - 1].box.left - group[end - 2].box.right > figure_gap:
        end -= 1
    yield group[:end]
    yield from ([word] for word in group[end:])


def _build_table(
    parted: list[Parts], top: int, first: int, last: int, setting: _Setting
) -> tuple[Table, int, int] | None:
    em, gap, levels, before = setting
    lines = split_labels(parted[first : last + 1], em, gap)
    columns = merge_stretches(stretch for parts in lines for stretch in parts.columns)
    lines = split_figures(lines, columns, em)
    rows = [parts for parts in lines if parts.figures]
    zone = columns[0].left
    if not any(parts.labels for parts in rows):
        top = _find_below_title(parted, top, first, columns, em)
    above = [piece for parts in parted[top:first] for piece in join_words(remove_blanks(parts.words), _FIGURE_GAP * em)]
    if gap < _FIGURE_GAP * em:
        above = split_heads(above, columns, gap)
    wrap = _wrap(lines, above, em)
    labelled = max((piece.box.right for parts in lines for piece in parts.labels), default=0.0)
    # The first columns may hold no figure at all: their heads stand between the labels and the figures.
    over = [piece for piece in above if piece.box.right > zone or piece.box.left >= labelled - em / 4]
    heads = (close_heads_of(over, columns, em) if not wrap else None) or find_heads(over, columns, em, wrap)
    goes_on = not heads.rows and _is_within(columns, before)
    if goes_on:
        heads = heads._replace(columns=merge_stretches([*columns, *before]))
    labels = [piece for piece in above if piece not in over]
    moved = []
    if is_moved(heads, labels, em, is_labelled=any(parts.labels for parts in rows)):
        labels, moved = [], list(find_moved_rows(above, em, wrap))
        heads = heads._replace(columns=columns)  # that no figure stands below a head says nothing
    is_short = len(rows) < _FEWEST_ROWS and not heads.is_complete and not moved
    if len(heads.columns) < FEWEST_FIGURES or (is_short and not goes_on):
        return None
    zone = min(zone, heads.columns[0].left) if heads.columns else zone
    begins_at = heads.bottom if heads.rows else rows[0].line.box.top
    notes = [piece for piece in labels if piece.box.middle[1] <= begins_at] if not goes_on else []
    body = build_body_rows(lines, [piece for piece in labels if piece not in notes], wrap, em, levels)
    body = [move_into_columns(cells, figures, zone) for cells, figures in body]
    counts = [1 if notes else 0, *(len(group_into_cells(cells, em)) for cells, _ in body)]
    # The same on every page of a table, so that its columns keep their numbers where a page has fewer groups.
    width = max(LABEL_COLUMNS, *counts) if any(counts) else 0
    fields = list(build_moved_fields(moved, em) if moved else build_header_fields(heads.rows, notes, width, em))
    if not heads.rows and notes:
        body[0][0][:0] = notes
    unproven = find_unproven_rows(body, em)
    lonely = find_lonely_rows(body, heads.columns) if not heads.is_complete else frozenset()
    for at, (cells, figures) in enumerate(body):
        row = tuple(build_row_fields(cells, figures, heads.columns, row=len(fields), width=width, em=em))
        row = tuple(map(doubt_column, row)) if heads.are_beside or at in lonely else row
        fields.append(tuple(map(doubt_label, row)) if at in unproven else row)
    boxes = [parts.line.box for parts in parted[top : last + 1]]
    area = Box(min(box.left for box in boxes), boxes[0].top, max(box.right for box in boxes), boxes[-1].bottom)
    return Table(area, tuple(fields), tuple(heads.columns)), top, last


def _find_below_title(parted: Sequence[Parts], top: int, first: int, columns: Sequence[Column], em: float) -> int:
    """The first line of a header that stands over figures alone: a line of one piece over many columns from the first
    is a title."""
    while top + 1 < first:
        pieces = join_words(remove_blanks(parted[top].words), 2 * em)
        over = [column for column in columns if column.middle < pieces[0].box.right] if len(pieces) == 1 else []
        if len(over) < _TITLED or pieces[0].box.left > columns[0].left + em:
            return top
        top += 1
    return top


_TITLED = 4


def _is_within(columns: Sequence[Column], before: Sequence[Column]) -> bool:
    """Whether each column stands where one of the table before does, and none where two do."""
    return bool(before) and len(merge_stretches([*columns, *before])) == len(before)


def _wrap(body: Sequence[Parts], above: Sequence[Piece], em: float) -> float:
    """The distance up to which two lines below one another are of one cell: what the closest show, if they stand
    closer than rows."""
    labels = measure_pitches([piece for parts in body for piece in parts.labels], em)
    first = min((piece.box.top for piece in above), default=0.0)
    topmost = [piece for piece in above if piece.box.top < first + em / 2]
    # A line of its own on top is a heading, farther off than the lines of the header from one another.
    heads = measure_pitches([piece for piece in above if len(topmost) > 1 or piece not in topmost], em)
    anchors = [parts.middle for parts in body if parts.figures]
    rows = [below - above for above, below in pairwise(anchors)]
    usual = median(rows) if rows else max(heads, default=0.0)
    closest = min((*labels, *heads), default=usual)
    if not rows and closest > _ONE_CELL * _measure_size(above, em):
        return 0.0  # one row of figures: nothing shows how far rows stand
    return min(_LOOSE * closest, (closest + usual) / 2) if closest < _CLOSER * usual else 0.0


_LOOSE, _CLOSER, _ONE_CELL = 1.08, 0.97, 1.65


def _measure_size(pieces: Sequence[Piece], em: float) -> float:
    """How wide a character of words is: boxes of some fonts are taller than their print."""
    widths = [word.box.right - word.box.left for piece in pieces for word in piece.words if len(word.text) == 1]
    return min(em, median_high(widths)) if widths else em
