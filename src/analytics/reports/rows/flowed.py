"""Lines of plain text in which a label is broken around its figures → one row a line of the form.

Programs that draw a page's text line by line print the figures of a row beside the first, the last or the middle line
of its label, and pieces of the labels of groups among them. The pieces before and behind the figures are joined only
where they make up a whole label, the labels of table III in the order of the form, and the figures are as many as the
form has columns; nothing is placed by counting rows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from analytics.documents.model import Cell
from analytics.reports.labels import LONGEST_LABEL, Way, fold, match_line
from analytics.reports.numbers import is_figure, read_count
from analytics.reports.rows.pieces import is_page_number, split_figure
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.naming import STATED_YEAR
from analytics.vocabulary.terms import Table

BROKEN = "label_around_figures"
_NO_LETTER = re.compile(r"[^\w]+")
_SHORTEST_UNNUMBERED = 4
"""Letters that a label needs to be told without its number."""
_ADDRESS = "://"
_MOST_PIECES = 24
"""Pieces before and behind figures among which those of a label are looked for."""


class _Piece(NamedTuple):
    """A word of a row, by the row's index; ``figures`` are several that stand together, which are no word."""

    row: int
    text: str
    figures: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        return _keep_letters(self.text)


class _Found(NamedTuple):
    """A line of the form, the index of its figures among the pieces, and those of its label."""

    line: form.Line
    figures: int
    label: tuple[int, ...]


def rejoin_flowed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those whose labels are broken made whole; as they are where the order of their labels is not the
    form's."""
    pieces = list(_split_pieces(rows))
    found = list(_find_lines(pieces))
    return tuple(_rebuild_rows(rows, pieces, found)) if _is_in_order(found) else tuple(rows)


def _split_pieces(rows: Sequence[Row]) -> Iterator[_Piece | None]:
    """Words and runs of figures; None where a label cannot go on."""
    for index, row in enumerate(rows):
        if not row.is_loose or row.is_heading or len(row.text) > LONGEST_LABEL:
            yield None
        elif not _is_furniture(row.cells[0]):
            yield from _split_line(index, row.text)


def _is_furniture(cell: Cell) -> bool:
    """Whether a line is the title, the address or the number of a page."""
    return is_page_number(cell) or _ADDRESS in cell.text or _states_year(cell.text)


@lru_cache(maxsize=4096)
def _states_year(text: str) -> bool:
    return STATED_YEAR.search(fold(text)) is not None


def _split_line(row: int, text: str) -> Iterator[_Piece]:
    run: list[str] = []
    for word in text.split():
        parted = split_figure(word)
        if parted or not is_figure(word):
            if run:
                yield _Piece(row, "", tuple(run))
            yield _Piece(row, parted[0] if parted else word)
            run = [parted[1]] if parted else []
        else:
            run.append(word)
    if run:
        yield _Piece(row, "", tuple(run))


def _find_lines(pieces: Sequence[_Piece | None]) -> Iterator[_Found]:
    """The lines of the form whose labels stand about runs of as many figures as the form has columns."""
    taken: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece is not None and piece.figures:
            before = [near for near in _find_words(pieces, at, -1) if near not in taken][::-1]
            found = _find_line_about(pieces, before, list(_find_words(pieces, at, 1)), len(piece.figures))
            if found is not None:
                line, words = found
                taken.update(words)
                yield _Found(line, at, words)


def _find_words(pieces: Sequence[_Piece | None], at: int, step: int) -> Iterator[int]:
    """Indexes of the words up to the next figures."""
    for _ in range(_MOST_PIECES):
        at += step
        piece = pieces[at] if 0 <= at < len(pieces) else None
        if piece is None or piece.figures:
            return
        yield at


def _find_line_about(
    pieces: Sequence[_Piece | None], before: Sequence[int], behind: Sequence[int], figures: int
) -> tuple[form.Line, tuple[int, ...]] | None:
    """The line of the longest label that the words about so many figures make up, and those words; None where two
    lines could be meant."""
    order = [*before, *behind]
    plain = [piece.plain if (piece := pieces[at]) is not None else "" for at in order]
    found: dict[int, dict[form.Line, tuple[int, ...]]] = {}
    for label, line in _index_labels(figures).items():
        for start in range(len(before)):
            if plain[start] and label.startswith(plain[start]):
                words = _match_spelling(label, plain, start, len(before))
                if words is not None:
                    found.setdefault(len(label), {})[line] = tuple(order[word] for word in words)
    longest = found[max(found)] if found else {}
    return next(iter(longest.items())) if len(longest) == 1 else None


def _match_spelling(label: str, plain: Sequence[str], at: int, figures: int) -> tuple[int, ...] | None:
    """The words from ``at`` on that spell a label, words of groups' labels left out; None where there are others
    among them or between them and the figures, which stand before the word ``figures``."""
    if not label:
        return () if all(_is_of_group(word) for word in plain[at:figures]) else None
    if at == len(plain):
        return None
    word = plain[at]
    if word and label.startswith(word):
        rest = _match_spelling(label[len(word) :], plain, at + 1, figures)
        if rest is not None:
            return (at, *rest)
    return _match_spelling(label, plain, at + 1, figures) if _is_of_group(word) else None


@cache
def _index_labels(figures: int) -> dict[str, form.Line]:
    """Labels of the lines with so many columns, by letters and digits alone: with their numbers, and without."""
    labels: dict[str, form.Line] = {}
    for line in (*form.list_lines(Table.II), *form.list_lines(Table.III)):
        for label in (line.label, *line.aliases) if figures in _find_widths(line) else ():
            labels[_keep_letters(label)] = line
            unnumbered = _keep_letters(_NUMBERING.sub("", fold(label)))
            if len(unnumbered) >= _SHORTEST_UNNUMBERED:
                labels[unnumbered] = line
    return labels


def _find_widths(line: form.Line) -> set[int]:
    """How many columns the line has on the editions of the form."""
    if line.table is Table.III:
        return set() if line.is_head else {len(form.list_columns(Table.III))}
    editions = form.list_editions(Table.II)
    widths = {len(columns) for edition in editions if (columns := form.list_columns_over(Table.II, edition, line.key))}
    return widths - {1}  # one figure below a label is a cell of its own line as well


_NUMBERING = re.compile(r"^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d{1,2}[.、])")


@lru_cache(maxsize=4096)
def _is_of_group(plain: str) -> bool:
    """Whether a word is a piece of a group's label."""
    return any(plain in label for label in _list_groups())


@cache
def _list_groups() -> tuple[str, ...]:
    return tuple(_keep_letters(line.label) for line in form.list_lines(Table.III) if line.is_head)


@lru_cache(maxsize=4096)
def _keep_letters(text: str) -> str:
    return _NO_LETTER.sub("", fold(unicodedata.normalize("NFKC", text)))


def _is_in_order(found: Sequence[_Found]) -> bool:
    """Whether the lines are in the order of the form; the first line may come again, above another table."""
    numbers = [line.line.number for line in found if line.line.table is Table.III]
    return all(above < below or below == 1 for above, below in pairwise(numbers))


def _rebuild_rows(rows: Sequence[Row], pieces: Sequence[_Piece | None], found: Sequence[_Found]) -> Iterator[Row]:
    """The rows with those of ``found`` whose label is broken over lines in the place of their figures."""
    broken: dict[int, Row] = {}
    removed: set[int] = set()
    for line in found:
        row = _make_whole(rows, pieces, line)
        if row is not None:
            broken[line.figures] = row
            removed.update(line.label)
    changed = {piece.row for at in (*broken, *removed) if (piece := pieces[at]) is not None}
    by_row: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        if piece is not None and piece.row in changed:
            by_row.setdefault(piece.row, []).append(at)
    for index, row in enumerate(rows):
        if index in changed:
            yield from _list_remaining(row, by_row[index], pieces, broken, removed)
        else:
            yield row


def _make_whole(rows: Sequence[Row], pieces: Sequence[_Piece | None], found: _Found) -> Row | None:
    """The row that a label broken over lines makes with its figures; None where it fills the line before them."""
    figures = pieces[found.figures]
    words = [piece for at in found.label if (piece := pieces[at]) is not None]
    if figures is None:
        return None
    cell = rows[figures.row].cells[0]
    label = "".join(word.text for word in words)
    if "".join(cell.text.split()) == label + "".join(figures.figures):
        return None
    match = match_line(found.line.table, label)
    if match is None or match.way is not Way.EXACT or found.line.key not in match.keys:
        return None
    is_doubted = found.line.table is Table.III and not _is_sum_row(figures.figures)
    doubt = cell.doubt or (BROKEN if is_doubted else "")
    return Row((Cell(label, cell.place), *(Cell(text, cell.place, doubt=doubt) for text in figures.figures)), False)


def _is_sum_row(figures: Sequence[str]) -> bool:
    *parts, total = (read_count(figure).value or 0 for figure in figures)
    return sum(parts) == total


def _list_remaining(
    row: Row, at: Sequence[int], pieces: Sequence[_Piece | None], broken: dict[int, Row], removed: set[int]
) -> Iterator[Row]:
    """What of a row is left beside the rows that are made whole, in order."""
    words: list[str] = []
    for index in at:
        piece = pieces[index]
        if index in broken:
            yield from _make_loose_rows(row, words)
            yield broken[index]
            words = []
        elif piece is not None and index not in removed:
            words.extend(piece.figures or (piece.text,))
    yield from _make_loose_rows(row, words)


def _make_loose_rows(row: Row, words: Sequence[str]) -> Iterator[Row]:
    if words:
        yield row._replace(cells=(row.cells[0]._replace(text=" ".join(words)),))
