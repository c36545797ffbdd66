"""The statistics table of a report before 2019: rows → facts, whichever of the editions it is.

There was no single form, and labels drift from year to year: a line is found by its label, in the order of its edition
where labels recur under several heads; a line that no edition has is kept under its printed label.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from analytics.documents.model import Cell
from analytics.reports.entries import TableReading
from analytics.reports.events import LineRow
from analytics.reports.labels import LONGEST_LABEL, Match, Way, bare, column_match, fold
from analytics.reports.layout import Stretch, stretches
from analytics.reports.lines import is_page_number
from analytics.reports.model import Fact
from analytics.reports.numbers import has_digits, is_figure, read
from analytics.reports.placing import Doubt, Placed
from analytics.reports.rows import Row
from analytics.reports.statistics_labels import FEWEST_LINES, edition_with, found_lines, keys_of
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.phrases import (
    AMOUNT_UNITS,
    STATISTICS_CODES,
    STATISTICS_LABELS,
    STATISTICS_NOTES,
    STATISTICS_UNITS,
    UNIT_WORDS,
)
from analytics.vocabulary.terms import HAS_VALUE, MeasuredIn, Status, Table

_TABLE = Table.STATISTICS


class _Heads(NamedTuple):
    """The columns of figures in printed order, the kinds of all columns behind that of the labels, and where the header
    ends."""

    columns: tuple[str, ...]
    behind: tuple[str, ...]
    end: int
    halves: int
    """Tables side by side under one header, the second going on where the first ends."""
    width: int


class _Entry(NamedTuple):
    """One printed line: its label, its unit, its figures or what stands for them; ``beside`` is what else it prints,
    its code and the pieces of its label."""

    label: str
    unit: str
    figures: tuple[Cell | Status, ...]
    beside: tuple[Cell, ...]
    doubt: Doubt


def with_statistics(rows: tuple[Row, ...], found: list[Stretch]) -> list[Stretch]:
    """The stretches of a document, its statistics table among them where it holds one and no table of the form."""
    if any(stretch.table in (Table.II, Table.III) for stretch in found):
        return found
    start = next((at for at, _ in enumerate(rows) if _is_statistics(rows, at)), None)
    if start is None:
        return found
    heads = _heads(rows, start)
    lines = [at for at in range(heads.end, len(rows)) if _is_row_of_table(rows[at])] if heads else []
    end = lines[-1] + 1 if lines else len(rows)
    before, behind = stretches(rows[:start]), stretches(rows[end:])
    last = before[-1]
    return [*before, Stretch(_TABLE, last.section, last.heading, list(rows[start:end])), *behind]


def _is_statistics(rows: Sequence[Row], at: int) -> bool:
    heads = _heads(rows, at)
    if heads is None:
        return False
    labels = [entry.label for entry in _entries(rows[heads.end :], heads)]
    return max((len(found_lines(edition, labels)) for edition in form.editions_of(_TABLE)), default=0) >= FEWEST_LINES


def _is_row_of_table(row: Row) -> bool:
    """Whether a row belongs to a statistics table: it has figures, or its label is that of a line."""
    texts = [text for cell in row.cells for text in ([cell.text] if not row.is_loose else cell.text.split())]
    if len(row.text) > LONGEST_LABEL:
        return False
    has_figures = any(is_figure(text) and has_digits(text) for text in texts)
    if not row.is_loose:
        return True if has_figures else any(keys_of(edition, row.text) for edition in form.editions_of(_TABLE))
    if len(texts) == 1:
        return has_figures or UNIT_WORDS.fullmatch(texts[0]) is not None or _is_label(texts[0])
    return has_figures and _is_label("".join(text for text in texts if not is_figure(text)))


def _is_label(text: str) -> bool:
    return any(keys_of(edition, text) for edition in form.editions_of(_TABLE))


def read_statistics(rows: Sequence[Row], *, is_complete: bool) -> TableReading:
    """Read a statistics table. ``is_complete``: the document goes on after these rows."""
    reading = TableReading(_TABLE)
    heads = _heads(rows, 0)
    if heads is None:
        return reading
    entries = list(_entries(rows[heads.end :], heads))
    reading.edition = edition_with([entry.label for entry in entries])
    found = found_lines(reading.edition, [entry.label for entry in entries]) if reading.edition else {}
    printed = form.columns_over(_TABLE, reading.edition, next(iter(found.values()))) if reading.edition else ()
    columns = tuple(key if key in printed else "" for key in heads.columns)
    for at, entry in enumerate(entries):
        reading.passed.extend((cell.place, cell.text) for cell in entry.beside)
        unit = AMOUNT_UNITS.get(entry.unit)
        if at in found:
            reading.units = dict.fromkeys(columns, unit) if unit is not None else {}
            row = LineRow(Match((found[at],), Way.EXACT, ""), entry.label, shape=(0, 0))
            reading.enter(found[at], columns, row, Placed(entry.figures, entry.doubt))
        else:
            reading.further.extend(_unknown(entry, heads.columns, unit))
    if not is_complete and reading.facts and not _is_whole(reading.edition, tuple(found.values())):
        reading.doubt_end()
    return reading


def _is_whole(edition: Edition | None, keys: Collection[str]) -> bool:
    """Whether the last line of the edition is there: nothing of the table is cut off."""
    return edition is not None and form.printed_lines(_TABLE, edition)[-1].key in keys


def _unknown(entry: _Entry, columns: Sequence[str], unit: MeasuredIn | None) -> Iterator[Fact]:
    for key, cell in zip(columns, entry.figures, strict=True):
        if isinstance(cell, Cell) and has_digits(cell.text):
            status, value, printed_unit, is_marked = read(cell.text)
            yield Fact(
                _TABLE, entry.label, form.column(_TABLE, key).label, None, value, status, cell.text,
                printed_unit or unit or MeasuredIn.COUNT, cell.place, entry.label,
                is_certain=entry.doubt is Doubt.NONE and status in HAS_VALUE and not is_marked,
            )  # fmt: skip


# The header ------------------------------------------------------------------------------------------------


def _heads(rows: Sequence[Row], at: int) -> _Heads | None:
    """The header that begins in a row; None where none does."""
    texts: list[str] = []
    end = at
    for row in rows[at : at + _TALLEST_HEADER]:
        parts = [part for cell in row.cells for part in (cell.text.split() if row.is_loose else [cell.text]) if part]
        if not parts or not all(_kind(part) for part in parts):
            break
        texts.extend(parts)
        end += 1
        if not row.is_loose:
            break
    kinds = tuple(map(_kind, texts))
    halves = 2 if len(kinds) % 2 == 0 and kinds[: len(kinds) // 2] == kinds[len(kinds) // 2 :] else 1
    kinds = kinds[: len(kinds) // halves]
    columns = tuple(kind for kind in kinds if kind not in _KINDS)
    if not columns or "label" not in kinds or (len(columns) == 1 and "unit" not in kinds):
        return None
    behind = kinds[kinds.index("label") + 1 :]
    if len(set(behind)) < len(behind) or not set(columns) <= set(behind):
        return None  # nothing says which figures stand beside which label
    return _Heads(columns, behind, end, halves, len(kinds))


_TALLEST_HEADER = 6
"""Lines of text over which a header may spread, a head a line."""
_KINDS = ("label", "unit", "code", "note")


@lru_cache(maxsize=4096)
def _kind(text: str) -> str:
    """What a head stands over: labels, units, codes, notes, or the key of a column of figures; empty for anything
    else."""
    plain = bare(text)
    words = (STATISTICS_LABELS, STATISTICS_UNITS, STATISTICS_CODES, STATISTICS_NOTES)
    for kind, heads in zip(_KINDS, words, strict=True):
        if plain in heads:
            return kind
    match = column_match(_TABLE, text)
    return match.keys[0] if match is not None and match.way is Way.EXACT else ""


# The lines -------------------------------------------------------------------------------------------------


def _entries(rows: Sequence[Row], heads: _Heads) -> Iterator[_Entry]:
    loose: list[Row] = []
    for row in _one_below_another(rows, heads):
        if row.is_loose:
            loose.append(row)
            continue
        yield from _of_text(loose, heads)
        loose = []
        if all(_kind(cell.text) for cell in row.cells if cell.text):
            continue  # the header again, on the next page
        entry = _of_grid(row, heads)
        if entry is not None:
            yield entry
    yield from _of_text(loose, heads)


def _one_below_another(rows: Sequence[Row], heads: _Heads) -> Iterator[Row]:
    """The rows of tables that stand side by side, those of the left one first."""
    for half in range(heads.halves):
        for row in rows:
            if row.is_loose or heads.halves == 1:
                if half == 0:
                    yield row
            elif len(row.cells) == heads.width * heads.halves:
                yield row._replace(cells=row.cells[half * heads.width : (half + 1) * heads.width], spans=())
            elif half == 0:
                yield row


def _of_grid(row: Row, heads: _Heads) -> _Entry | None:
    """A row of a grid: its last cells stand under the heads behind that of the labels, a cell under each."""
    size = len(heads.behind)
    labels, cells = row.cells[:-size], row.cells[-size:]
    words = [cell for cell in labels if cell.text]
    if not words:
        # A cell is gone: which of those that are left stands where is not said.
        first = next((cell for cell in row.cells if cell.text), None)
        return None if first is None else _Entry(first.text, "", _unread(heads), (first,), Doubt.INCOMPLETE)
    label = next((cell.text for cell in reversed(words) if _is_label(cell.text)), "".join(cell.text for cell in words))
    by_kind = dict(zip(heads.behind, cells, strict=True))
    unit = by_kind["unit"].text if "unit" in by_kind else ""
    figures = tuple(by_kind[key] for key in heads.columns)
    beside = (*words, *(by_kind[kind] for kind in ("code", "note") if kind in by_kind))
    if not any(is_figure(cell.text) or not cell.text for cell in figures):
        return None  # a head whose words go on over the columns
    is_moved = bool(unit and not _is_unit(unit)) or any(_is_unit(cell.text) for cell in figures)
    if is_moved:
        return _Entry(label, "", _unread(heads), beside, Doubt.INCOMPLETE)
    return _Entry(label, fold(unit), figures, beside, Doubt.NONE)


def _unread(heads: _Heads) -> tuple[Status, ...]:
    return (Status.UNREADABLE,) * len(heads.columns)


def _is_unit(text: str) -> bool:
    """Whether a text stands in the column of units: a word, or the dash of a head."""
    return UNIT_WORDS.fullmatch(fold(text)) is not None or read(text).status is Status.NOT_APPLICABLE


def _of_text(rows: Sequence[Row], heads: _Heads) -> Iterator[_Entry]:
    """Lines of text: a label, perhaps its unit and code, then as many figures as the header has columns."""
    label, unit = "", ""
    figures: list[Cell] = []
    beside: list[Cell] = []
    waits_for_code = "code" in heads.behind
    for token in _tokens(rows):
        is_number = is_figure(token.text)
        if label and not figures and UNIT_WORDS.fullmatch(fold(token.text)):
            unit = fold(token.text)
        elif label and is_number and waits_for_code and token.text.isdigit() and not figures:
            beside.append(token)
            waits_for_code = False
        elif label and is_number:
            figures.append(token)
        elif label and (figures or unit):
            yield _Entry(label, unit, _unread(heads), tuple(beside), Doubt.INCOMPLETE)
            label, unit, figures, beside = token.text, "", [], [token]
            waits_for_code = "code" in heads.behind
        elif label or not is_number:  # the dashes of a head above begin no label
            label += token.text
            beside.append(token)
        if figures and len(figures) == len(heads.columns):
            yield _Entry(label, unit, tuple(figures), tuple(beside), Doubt.NONE)
            label, unit, figures, beside = "", "", [], []
            waits_for_code = "code" in heads.behind
    if label and (figures or unit):
        yield _Entry(label, unit, _unread(heads), tuple(beside), Doubt.INCOMPLETE)


def _tokens(rows: Sequence[Row]) -> Iterator[Cell]:
    for row in rows:
        if not is_page_number(row.cells[0]):
            for part in row.text.split():
                yield Cell(part, row.cells[0].place)
