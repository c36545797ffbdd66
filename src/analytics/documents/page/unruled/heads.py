"""Words above columns of figures → the rows of a table's header, each head above the columns it stands over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import comb, inf
from statistics import median
from typing import NamedTuple

from analytics.documents.printed import Box, Column, Word


class Piece(NamedTuple):
    """Words of one line that stand together."""

    text: str
    box: Box
    words: tuple[Word, ...]

    @classmethod
    def of(cls, words: Sequence[Word]) -> Piece:
        """The piece that words of one line make, from left to right."""
        box = Box(
            words[0].box.left,
            min(word.box.top for word in words),
            max(word.box.right for word in words),
            max(word.box.bottom for word in words),
        )
        return cls("".join(word.text for word in words), box, tuple(words))


class Heads(NamedTuple):
    """Columns (those that hold a head and no figure included), and rows of (first column, span, pieces). ``headed`` is
    how many columns from the left have a head of their own and no column behind them has. ``are_beside``: a head with
    no figure below it stands beside figures with no head above them, which may be its own."""

    columns: list[Column]
    rows: list[list[tuple[int, int, list[Piece]]]]
    bottom: float
    headed: int
    are_beside: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every column has a head of its own."""
        return bool(self.rows) and self.headed == len(self.columns)


def join_words(words: Sequence[Word], gap: float) -> list[Piece]:
    """Pieces of a line that wider gaps part."""
    groups: list[list[Word]] = []
    right = -inf
    for word in words:
        if word.box.left - right > gap:
            groups.append([])
        groups[-1].append(word)
        right = word.box.right
    return [Piece.of(group) for group in groups]


def measure_pitches(pieces: Sequence[Piece], em: float) -> list[float]:
    """How far below each piece the next one stands that begins or ends within its width, from middle to middle: boxes
    of some characters are no taller than their ink."""
    found = []
    ordered = sorted(pieces, key=_get_height)
    for index, piece in enumerate(ordered):
        below = (
            _get_height(other) - _get_height(piece)
            for other in ordered[index + 1 :]
            if _get_height(other) - _get_height(piece) > em / 3 and _overlap(piece.box, other.box) > em / 4
        )
        if pitch := next(below, 0.0):
            found.append(pitch)
    return found


def _get_height(piece: Piece) -> float:
    return piece.box.middle[1]


class Stack(NamedTuple):
    """Pieces below one another that make one head."""

    pieces: list[Piece]

    @property
    def box(self) -> Box:
        """What all of them cover."""
        boxes = [piece.box for piece in self.pieces]
        return Box(min(box.left for box in boxes), boxes[0].top, max(box.right for box in boxes), boxes[-1].bottom)


def find_heads(pieces: Sequence[Piece], columns: Sequence[Column], em: float, wrap: float) -> Heads:
    """The header over ``columns``. Lines nearer than ``wrap`` are lines of one head."""
    return _build_heads(stack_heads(pieces, wrap, em), columns, em)


def _build_heads(stacks: Sequence[Stack], columns: Sequence[Column], em: float) -> Heads:
    if not stacks:
        return Heads(list(columns), [], 0.0, 0)
    leaves = _find_leaves(stacks)
    filled = set(columns)
    columns = _add_blank_columns(columns, leaves, em)
    lowest: dict[int, Stack] = {}
    above: list[Stack] = []
    for stack in sorted(stacks, key=lambda stack: -stack.box.bottom):
        over = _find_covered(stack.box, columns, em)
        if len(over) == 1 and over[0] not in lowest and _is_free(stack, lowest.values()):
            lowest[over[0]] = stack
        else:
            above.append(stack)
    rows = list(_build_rows(lowest, above, columns, em))
    bottom = max(stack.box.bottom for stack in stacks)
    headed = len(lowest) if all(at in lowest for at in range(len(lowest))) else 0
    are_beside = any(
        (left in filled) != (right in filled) and (at + (right in filled)) not in lowest
        for at, (left, right) in enumerate(pairwise(columns))
    )
    return Heads(list(columns), rows, bottom, headed, are_beside)


def stack_heads(pieces: Sequence[Piece], wrap: float, em: float) -> list[Stack]:
    """Pieces below one another, each nearer than ``wrap`` to the next and alone below it, as one head."""
    stacks: list[Stack] = []
    for piece in sorted(pieces, key=_get_height):
        for stack in stacks:
            last = stack.pieces[-1]
            is_below = em / 3 < _get_height(piece) - _get_height(last) <= wrap
            if is_below and _overlap(last.box, piece.box) > em / 4 and _is_alone(piece, stack, pieces, wrap, em):
                stack.pieces.append(piece)
                break
        else:
            stacks.append(Stack([piece]))
    return stacks


def _is_alone(piece: Piece, stack: Stack, pieces: Sequence[Piece], wrap: float, em: float) -> bool:
    """Whether no other piece of the next line stands below the same head: that would be a head over several."""
    last = stack.pieces[-1]
    below = [
        other
        for other in pieces
        if em / 3 < _get_height(other) - _get_height(last) <= wrap and _overlap(last.box, other.box) > em / 4
    ]
    return len(below) == 1 and below[0] is piece


def close_heads_of(pieces: Sequence[Piece], columns: Sequence[Column], em: float) -> Heads | None:
    """The header over many columns whose rows stand as near to one another as lines: lines over one and the same column
    are of its head. None where that leaves a column without one."""
    wide = [piece for piece in pieces if len(_find_covered(piece.box, columns, em)) != 1]
    narrow = [piece for piece in pieces if piece not in wide]
    pitch = min(measure_pitches(narrow, em), default=0.0)
    if len(columns) < _MANY_COLUMNS or not 0 < pitch <= _FARTHEST * em:
        return None
    stacks = [*stack_heads(narrow, _LOOSE * pitch, em), *(Stack([piece]) for piece in wide)]
    heads = _build_heads(stacks, columns, em)
    return heads if heads.is_complete else None


_MANY_COLUMNS, _FARTHEST, _LOOSE = 5, 1.65, 1.08


def _overlap(box: Box, other: Box) -> float:
    return min(box.right, other.right) - max(box.left, other.left)


def _find_leaves(stacks: Sequence[Stack]) -> list[Stack]:
    """Heads with no other below them."""
    return [
        stack
        for stack in stacks
        if not any(
            other is not stack and other.box.top >= stack.box.bottom - 1 and _overlap(stack.box, other.box) > 0
            for other in stacks
        )
    ]


def _add_blank_columns(columns: Sequence[Column], leaves: Sequence[Stack], em: float) -> list[Column]:
    """The columns, and one for each head with no figure below it."""
    level = min((leaf.box.top for leaf in leaves if _find_covered(leaf.box, columns, em)), default=0.0)
    blank = (leaf.box for leaf in leaves if leaf.box.bottom > level and not _find_covered(leaf.box, columns, em))
    return sorted([*columns, *(Column(box.left, box.right) for box in blank)])


def _find_covered(box: Box, columns: Sequence[Column], em: float) -> list[int]:
    return [
        index
        for index, column in enumerate(columns)
        if min(box.right, column.right) - max(box.left, column.left) > min(em / 4, (column.right - column.left) / 2)
    ]


def _is_free(stack: Stack, lowest: Iterable[Stack]) -> bool:
    return not any(_overlap(stack.box, other.box) > 0 for other in lowest)


def _build_rows(
    lowest: dict[int, Stack], above: Sequence[Stack], columns: Sequence[Column], em: float
) -> Iterator[list[tuple[int, int, list[Piece]]]]:
    """Heads over several columns, from above, then the heads of columns. Those that stand beside the last head over
    several, and not under it, are on its row."""
    levels: list[list[Stack]] = []
    for stack in sorted(above, key=lambda stack: stack.box.middle[1]):
        if levels and stack.box.middle[1] - levels[-1][-1].box.middle[1] < em / 2:
            levels[-1].append(stack)
        else:
            levels.append([stack])
    level = median(stack.box.middle[1] for stack in lowest.values()) if lowest else 0.0
    top = median(stack.box.top for stack in lowest.values()) if lowest else 0.0
    lower = [
        index
        for index, stack in lowest.items()
        if levels and stack.box.middle[1] < level - em / 4 and abs(stack.box.top - top) > em / 4
    ]
    beside = sorted(lower)
    under = sorted(index for index in lowest if index not in beside)
    for number, stacks in enumerate(levels):
        is_last = number == len(levels) - 1
        covered = under if is_last and under else list(range(len(columns)))
        row = list(_find_spans(sorted(stacks, key=lambda stack: stack.box.left), covered, columns))
        if is_last:
            row += [(index, 1, lowest[index].pieces) for index in beside]
        yield sorted(row, key=lambda cell: cell[0])
    if under:
        yield [(index, 1, lowest[index].pieces) for index in under]


def _find_spans(
    stacks: Sequence[Stack], covered: Sequence[int], columns: Sequence[Column]
) -> Iterator[tuple[int, int, list[Piece]]]:
    """The columns that each head of a row stands over: together all that are covered, each in the middle of its own or
    at their beginning."""
    ways = comb(max(0, len(covered) - 1), len(stacks) - 1)
    best = min(
        combinations(range(1, len(covered)), len(stacks) - 1) if ways <= _MOST_WAYS else (),
        key=lambda cuts: _measure_mismatch(stacks, _split_at(covered, cuts), columns),
        default=None,
    )
    if best is None:
        return
    for stack, part in zip(stacks, _split_at(covered, best), strict=True):
        yield part[0], part[-1] - part[0] + 1, stack.pieces


_MOST_WAYS = 20_000
"""Of giving columns to heads: thrice as many as the widest table of the form has. Print that falls apart into single
characters would have millions."""


def _split_at(covered: Sequence[int], cuts: Sequence[int]) -> list[Sequence[int]]:
    return [covered[start:end] for start, end in pairwise((0, *cuts, len(covered)))]


def _measure_mismatch(stacks: Sequence[Stack], parts: Sequence[Sequence[int]], columns: Sequence[Column]) -> float:
    middles = lefts = 0.0
    for stack, part in zip(stacks, parts, strict=True):
        left, right = columns[part[0]].left, columns[part[-1]].right
        middles += abs(stack.box.middle[0] - (left + right) / 2)
        lefts += abs(stack.box.left - left)
    return min(middles, lefts)
