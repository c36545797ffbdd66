"""Ruling lines and words of one page → grids and the lines of text between them.

Shared by every format that only says where ink is: PDF, OFD, pictures. A cell is what ruling lines enclose:
neighbouring fields without a line between them are one cell, so spans need not be said by anyone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from analytics.documents.model import OBJECT
from analytics.documents.page.beside import doubt_beside
from analytics.documents.page.ruled.ruling_lines import SNAP, join_rules, measure_height, turn_box
from analytics.documents.page.ruled.struck import remove_struck
from analytics.documents.page.ruled.underlined import find_cell_edges
from analytics.documents.page.running import remove_running
from analytics.documents.page.unruled.continued import NO_ENDING, Ending
from analytics.documents.page.unruled.tables import build_tables
from analytics.documents.printed import (
    Box,
    Field,
    Line,
    Table,
    Word,
    build_line,
    doubt_of,
    find_score,
    group_lines,
    join_text,
    raise_footnote_marks,
)

_SHARE = 0.5
"""A line parts two fields where it covers at least half of their common edge."""


def find_blocks(
    words: Sequence[Word],
    rules: Sequence[Box],
    em: float | None = None,
    *,
    before: Ending = NO_ENDING,
    blanks: Sequence[Box] = (),
) -> list[Table | Line]:
    """Tables and lines of text of a page, from top to bottom. ``em`` is measured by the words where it is not given:
    the boxes of recognised words are larger than their characters. ``before`` is how the page before ended, ``blanks``
    are spaces that fill a cell alone."""
    words = remove_running(words)
    em = em or (median([word.box.bottom - word.box.top for word in words]) if words else 10.0)
    words, rules = remove_struck(raise_footnote_marks(words), rules, em)
    rules = [*rules, *find_cell_edges(words, rules, em)]
    found: list[Table] = []
    rest = list(words)
    for area, xs, ys, horizontal, vertical in _find_frames(rules, em):
        inside = [word for word in rest if has_middle(area, word.box) and not _is_oversized(word, em)]
        if len(xs) <= 2 or len(xs) * len(ys) <= 4 or not inside:
            continue  # a frame around text, a rule under a heading, rows without columns
        table = Table(area, _build_fields(inside, xs, ys, across=horizontal, down=vertical, em=em))
        if not _is_ruled(table):
            continue
        rest = [word for word in rest if not has_middle(area, word.box)]
        found.append(table)
    rest = [word for word in rest if word.text != OBJECT]
    found = [doubt_beside(table, rest, em) for table in found]
    levels = [rule for rule in join_rules(rules, SNAP * em) if not any(has_middle(table.box, rule) for table in found)]
    others = build_tables([(build_line(line, em), line) for line in group_lines(rest)], em, levels, before, blanks)
    return sorted([*found, *others], key=lambda block: (block.box.top, block.box.left))


def _is_ruled(table: Table) -> bool:
    """Whether rules part the figures of the table: else they stand in columns without lines."""
    return sum(map(_has_several, (field for row in table.rows for field in row))) < _SEVERAL


def _has_several(field: Field) -> bool:
    parts = field.text.split()
    return len(parts) > 1 and all(part.strip("-+.,/").isdecimal() for part in parts)


_SEVERAL = 2


def _is_oversized(word: Word, em: float) -> bool:
    """Whether a glyph is a watermark's: no cell of a table prints characters twice as tall as the page's."""
    return word.score is None and word.text != OBJECT and word.box.bottom - word.box.top > _OVERSIZED * em


_OVERSIZED = 2.2


_Frame = tuple[Box, list[float], list[float], list[Box], list[Box]]


def _find_frames(rules: Sequence[Box], em: float) -> Iterator[_Frame]:
    """Groups of rules that touch: the table's area, its column and row edges, and the rules both ways."""
    snap = SNAP * em
    horizontal = join_rules(rules, snap)
    vertical = [turn_box(rule) for rule in join_rules([turn_box(rule) for rule in rules], snap)]
    everything = [*horizontal, *vertical]
    leader = list(range(len(everything)))
    for i, horizontal_rule in enumerate(horizontal):
        for j, other in enumerate(vertical, start=len(horizontal)):
            if _touch(horizontal_rule, other, snap):
                leader[_find(leader, i)] = _find(leader, j)
    groups: dict[int, list[int]] = {}
    for index in range(len(everything)):
        groups.setdefault(_find(leader, index), []).append(index)
    for members in groups.values():
        across = [everything[index] for index in members if index < len(horizontal)]
        down = [everything[index] for index in members if index >= len(horizontal)]
        if across and down:
            ys = _find_edges(across, em)
            xs = _find_edges([turn_box(upright) for upright in down], em)
            # At a page break a row may stand open: its upright rules end where no level one closes it.
            ys = _open_ended(ys, min(upright.top for upright in down), max(upright.bottom for upright in down), em)
            xs = _open_ended(xs, min(level.left for level in across), max(level.right for level in across), em)
            yield Box(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, across, down


def _open_ended(edges: list[float], low: float, high: float, em: float) -> list[float]:
    before = [low] if edges[0] - low > em / 2 else []
    behind = [high] if high - edges[-1] > em / 2 else []
    return [*before, *edges, *behind]


def _touch(box: Box, other: Box, snap: float) -> bool:
    return (
        box.left - snap <= other.right
        and other.left <= box.right + snap
        and box.top - snap <= other.bottom
        and other.top <= box.bottom + snap
    )


def _find(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _find_edges(levels: Iterable[Box], em: float) -> list[float]:
    """Distinct heights of level rules: those near the first of their group are one. Rules that run side by side with
    room between them are two edges all the same: a column without figures may be that narrow."""
    groups: list[list[Box]] = []
    for rule in sorted(levels, key=measure_height):
        if groups and _is_one_edge(groups[-1], rule, em):
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [measure_height(group[0]) / 2 for group in groups]


def _is_one_edge(group: Sequence[Box], rule: Box, em: float) -> bool:
    is_near = measure_height(rule) - measure_height(group[0]) <= 2 * SNAP * em
    return is_near and not any(_is_beside(other, rule, em) for other in group)


def _is_beside(above: Box, below: Box, em: float) -> bool:
    has_room = measure_height(below) - measure_height(above) > 2 * _ROOM * em
    return has_room and min(above.right, below.right) - max(above.left, below.left) > em


_ROOM = 0.28
"""Ems from one line of a narrow column to the other; those of a double rule are nearer."""


def _build_fields(
    words: Sequence[Word], xs: list[float], ys: list[float], *, across: list[Box], down: list[Box], em: float
) -> tuple[tuple[Field, ...], ...]:
    """Cells: elementary fields joined wherever no rule parts them, with the words whose middle they hold."""
    columns, rows = len(xs) - 1, len(ys) - 1
    upright = _group_by_edge([turn_box(rule) for rule in down], xs)
    level = _group_by_edge(across, ys)
    leader = list(range(columns * rows))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not _is_parted(upright[column + 1], ys[row], ys[row + 1]):
                leader[_find(leader, here)] = _find(leader, here + 1)
            if row + 1 < rows and not _is_parted(level[row + 1], xs[column], xs[column + 1]):
                leader[_find(leader, here)] = _find(leader, here + columns)
    members: dict[int, list[int]] = {}
    for index in range(columns * rows):
        members.setdefault(_find(leader, index), []).append(index)
    words_by_field = _group_by_field(words, xs, ys, leader)
    # Where words are recognised, a field without ink is as surely blank as anything.
    blank = None if find_score(words) is None else 1.0
    fields = [
        _build_field(indexes, words_by_field.get(leader_index, ()), xs, ys=ys, em=em, blank=blank)
        for leader_index, indexes in members.items()
    ]
    by_row: list[list[Field]] = [[] for _ in range(rows)]
    for field in fields:
        by_row[field.row].append(field)
    return tuple(tuple(sorted(row, key=lambda field: field.column)) for row in by_row if row)


def _group_by_edge(levels: Iterable[Box], edges: list[float]) -> list[list[Box]]:
    """The level rules that stand at each edge: each at the nearest."""
    found: list[list[Box]] = [[] for _ in edges]
    for rule in levels:
        middle = measure_height(rule) / 2
        found[min(range(len(edges)), key=lambda index: abs(edges[index] - middle))].append(rule)
    return found


def _is_parted(rules: Iterable[Box], start: float, end: float) -> bool:
    """Whether level rules at an edge cover most of the stretch."""
    covered = sum(max(0.0, min(rule.right, end) - max(rule.left, start)) for rule in rules)
    return covered >= _SHARE * (end - start)


def _build_field(
    indexes: list[int], words: Sequence[Word], xs: list[float], *, ys: list[float], em: float, blank: float | None
) -> Field:
    columns = len(xs) - 1
    rows_of = [index // columns for index in indexes]
    columns_of = [index % columns for index in indexes]
    row, column = min(rows_of), min(columns_of)
    rowspan, colspan = max(rows_of) - row + 1, max(columns_of) - column + 1
    box = Box(xs[column], ys[row], xs[column + colspan], ys[row + rowspan])
    words = [word for word in words if is_in_field(word, box, em)]
    score = find_score(words) if words else blank
    return Field(join_text(words, em), row, column, rowspan, colspan, box, score, doubt_of(words))


def is_in_field(word: Word, field: Box, em: float) -> bool:
    """Whether a word belongs to a field that holds its middle: a seal lies over many fields, a watermark's glyphs are
    larger than those of any cell."""
    if word.text != OBJECT:
        return not _is_oversized(word, em)
    box, near = word.box, em / 2
    is_within_width = box.left >= field.left - near and box.right <= field.right + near
    return is_within_width and box.top >= field.top - near and box.bottom <= field.bottom + near


def _group_by_field(
    words: Sequence[Word], xs: list[float], ys: list[float], leader: list[int]
) -> dict[int, list[Word]]:
    columns = len(xs) - 1
    words_by_field: dict[int, list[Word]] = {}
    for word in words:
        x, y = word.box.middle
        column = max(index for index, edge in enumerate(xs[:-1]) if edge <= x or index == 0)
        row = max(index for index, edge in enumerate(ys[:-1]) if edge <= y or index == 0)
        words_by_field.setdefault(_find(leader, row * columns + column), []).append(word)
    return words_by_field


def has_middle(area: Box, box: Box) -> bool:
    """Whether the centre of a box lies within an area, or on its edge."""
    x, y = box.middle
    return area.left <= x <= area.right and area.top <= y <= area.bottom
