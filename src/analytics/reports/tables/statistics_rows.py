"""Rows of a statistics table before 2019 → its printed lines: label, unit, figures, and what casts doubt on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from analytics.documents.model import Cell
from analytics.reports.labels import LONGEST_LABEL, fold
from analytics.reports.numbers import has_digits, is_figure, read
from analytics.reports.rows.pieces import is_page_number
from analytics.reports.rows.stream import Row
from analytics.reports.tables.placing import Doubt
from analytics.reports.tables.statistics_heads import Heads, find_head_kind
from analytics.reports.tables.statistics_labels import is_label, is_label_of_figures
from analytics.vocabulary.phrases import UNIT_WORDS
from analytics.vocabulary.terms import Status


class Entry(NamedTuple):
    """One printed line: its label, its unit, its figures or what stands for them. ``heads`` are heads of groups printed
    in the same row; ``beside`` is what else it prints, its code and the pieces of its label."""

    label: str
    unit: str
    figures: tuple[Cell | Status, ...]
    beside: tuple[Cell, ...]
    doubt: Doubt = Doubt.NONE
    heads: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether none of its cells prints anything."""
        return not any(isinstance(cell, Cell) and cell.text for cell in self.figures)

    @property
    def is_unread(self) -> bool:
        """Whether nothing says which of its cells are its figures."""
        return Status.UNREADABLE in self.figures


# The header ------------------------------------------------------------------------------------------------


# The lines -------------------------------------------------------------------------------------------------


def read_entries(rows: Sequence[Row], heads: Heads) -> list[Entry]:
    """The printed lines below a header, in order."""
    found = list(_read_entries(rows, heads))
    for at in range(len(found) - 1):
        is_blank = found[at].is_blank and not found[at].is_unread
        if is_blank and not is_label(found[at + 1].label) and not found[at + 1].is_blank:
            # The label may be torn, and the figure stand beside its other half.
            found[at] = found[at]._replace(figures=_list_unread(heads), doubt=Doubt.LABEL_TORN)
    return found


def _read_entries(rows: Sequence[Row], heads: Heads) -> Iterator[Entry]:
    lines: list[Row] = []
    for row in _stack_rows(rows, heads):
        if row.is_loose:
            lines.append(row)
            continue
        yield from _read_text_lines(lines, heads)
        lines = []
        if not all(
            find_head_kind(cell.text) for cell in row.cells if cell.text
        ):  # else the header again, on the next page
            yield from _read_grid_row(row, heads)
    yield from _read_text_lines(lines, heads)


def _stack_rows(rows: Sequence[Row], heads: Heads) -> Iterator[Row]:
    """The rows of tables that stand side by side, those of the left one first."""
    for half in range(heads.halves):
        for row in rows:
            if row.is_loose or heads.halves == 1 or len(row.cells) != heads.width * heads.halves:
                if half == 0:
                    yield row
            else:
                yield row._replace(cells=row.cells[half * heads.width : (half + 1) * heads.width], spans=())


def _read_grid_row(row: Row, heads: Heads) -> Iterator[Entry]:
    """A row of a grid: its last cells stand under the heads behind that of the labels, a cell under each."""
    end = row.cells[len(row.cells) - heads.trailing :] if heads.trailing else ()
    printed = row.cells[: len(row.cells) - heads.trailing] if not any(cell.text for cell in end) else row.cells
    size = len(heads.behind)
    words = [cell for cell in printed[:-size] if cell.text]
    codes = [cell for cell in words if "code" in heads.before and cell.text.isdigit()]
    words = [cell for cell in words if cell not in codes]
    if not words:
        # A cell is gone: which of those that are left stands where is not said.
        first = next((cell for cell in printed if cell.text and not is_figure(cell.text)), None)
        if first is not None:
            yield Entry(first.text, "", _list_unread(heads), (first, *codes), Doubt.INCOMPLETE)
        return
    by_kind = dict(zip(heads.behind, printed[-size:], strict=True))
    unit = by_kind["unit"].text if "unit" in by_kind else ""
    figures = tuple(by_kind[key] for key in heads.columns)
    label = next((cell.text for cell in reversed(words) if is_label(cell.text)), "".join(cell.text for cell in words))
    groups = tuple(cell.text for cell in words if cell.text != label)
    beside = (*words, *codes, *(by_kind[kind] for kind in ("code", "note") if kind in by_kind))
    is_text = not any(is_figure(cell.text) or not cell.text for cell in figures)
    if is_text and not (is_label_of_figures(label) and all(_is_answer(cell, label) for cell in figures)):
        return  # a head whose words go on over the columns
    is_unit = not unit or _is_unit(unit)
    is_unknown = not is_unit and _may_be_unit(unit) and not is_label(label)
    doubt = _find_doubt(figures, is_unit=is_unit or is_unknown)
    if doubt is not Doubt.NONE:
        yield Entry(label, fold(unit), _list_unread(heads), beside, doubt, groups)
    else:
        yield Entry(label, fold(unit), figures, beside, Doubt.UNIT_UNKNOWN if is_unknown else doubt, groups)


def _find_doubt(figures: Sequence[Cell], *, is_unit: bool) -> Doubt:
    """Why the last cells of a row are not the figures that its header announces. ``is_unit``: what stands in the column
    of units is one."""
    if any(UNIT_WORDS.fullmatch(fold(cell.text)) for cell in figures):
        return Doubt.UNIT_MISPLACED
    if not is_unit:
        return Doubt.UNIT_UNKNOWN
    is_merged = any(cell.text and (cell.rowspan > 1 or cell.colspan > 1) for cell in figures)
    return Doubt.MERGED if is_merged else Doubt.NONE


def _is_answer(cell: Cell, label: str) -> bool:
    """Whether words stand in a cell of their own, in the place of its figure: not the label again, which spans the
    columns, nor several figures, which are those of other columns too."""
    figures = [text for text in cell.text.split() if is_figure(text)]
    return cell.colspan == 1 and cell.text != label and len(figures) < 2


def _list_unread(heads: Heads) -> tuple[Status, ...]:
    return (Status.UNREADABLE,) * len(heads.columns)


def _is_unit(text: str) -> bool:
    """Whether a text stands in the column of units: a word, or the dash of a head."""
    return UNIT_WORDS.fullmatch(fold(text)) is not None or read(text).status is Status.NOT_APPLICABLE


def _may_be_unit(text: str) -> bool:
    """Whether a text may be a unit that nobody listed, beside a line that nobody listed either."""
    return len(fold(text)) <= _LONGEST_UNIT and not has_digits(text)


_LONGEST_UNIT = 3


def _read_text_lines(lines: Sequence[Row], heads: Heads) -> Iterator[Entry]:
    """Lines of text: those that print a whole row each, or a cell each."""
    cells: list[Cell] = []
    above = ""  # the words of a line without figures, which may be the beginning of a label
    for row in lines:
        if is_page_number(row.cells[0]):
            continue
        parts = [Cell(part, row.cells[0].place) for part in row.text.split()]
        if len(parts) == 1:
            cells.extend(parts)
            continue
        yield from _read_cell_lines(cells, heads)
        cells = []
        entry = _read_row_line(parts, heads, above)
        above = "" if entry.figures and not entry.is_blank else entry.label
        yield entry
    yield from _read_cell_lines(cells, heads)


def _read_row_line(parts: Sequence[Cell], heads: Heads, above: str) -> Entry:
    """A line that ends with as many figures as the header has columns; too few or too many cost it its certainty."""
    ending = list(takewhile(lambda cell: is_figure(cell.text), reversed(parts)))[::-1]
    words = list(parts[: len(parts) - len(ending)])
    if _has_number_before(words, heads):
        words = words[1:]
    expected = len(heads.columns) + ("code" in heads.behind)
    unit = fold(words[-1].text) if len(words) > 1 and UNIT_WORDS.fullmatch(fold(words[-1].text)) else ""
    is_unknown = not unit and "unit" in heads.behind and _is_beside_unknown_unit(words)
    unit = fold(words[-1].text) if is_unknown else unit
    label = "".join(cell.text for cell in (words[:-1] if unit else words))
    label = label if is_label(label) or not is_label(above + label) else above + label
    is_counted = len(ending) == expected and bool(words)
    is_whole = is_counted and ("unit" not in heads.behind or bool(unit) or _is_head(ending))
    figures = tuple(ending[expected - len(heads.columns) :]) if is_whole else _list_unread(heads)
    doubt = Doubt.UNIT_UNKNOWN if is_unknown else Doubt.NONE
    if not is_whole:
        doubt = Doubt.UNIT_MISSING if is_counted else Doubt.INCOMPLETE
    return Entry(label, unit, figures, tuple(parts), doubt)


def _has_number_before(words: Sequence[Cell], heads: Heads) -> bool:
    """Whether the first of the words before figures is the number of the row: the header has a column for it, or what
    follows is the label of a line, which it is not with the number."""
    if len(words) < 2 or not words[0].text.isdigit():
        return False
    texts = [cell.text for cell in words if not UNIT_WORDS.fullmatch(fold(cell.text))]
    return "code" in heads.before or (not is_label("".join(texts)) and is_label("".join(texts[1:])))


def _is_beside_unknown_unit(words: Sequence[Cell]) -> bool:
    """Whether the last of the words before figures may be a unit that nobody listed."""
    texts = [cell.text for cell in words]
    return (
        len(texts) > 1 and _may_be_unit(texts[-1]) and not (is_label("".join(texts)) or is_label("".join(texts[:-1])))
    )


def _is_head(figures: Sequence[Cell]) -> bool:
    return all(read(cell.text).status is Status.NOT_APPLICABLE for cell in figures)


def _read_cell_lines(cells: Sequence[Cell], heads: Heads) -> Iterator[Entry]:
    """A label, perhaps its unit and code, then exactly as many figures as the header has columns."""
    at = 0
    while at < len(cells):
        start = at
        while at < len(cells) and not is_figure(cells[at].text):
            at += 1
        words = list(cells[start:at])
        while at < len(cells) and is_figure(cells[at].text):
            at += 1
        figures = list(cells[start + len(words) : at])
        if words and figures:
            yield _run_of_cells(words, figures, heads)


def _run_of_cells(words: list[Cell], figures: list[Cell], heads: Heads) -> Entry:
    """Words and the figures behind them: heads without figures stand before the label of the line."""
    unit = fold(words[-1].text) if len(words) > 1 and UNIT_WORDS.fullmatch(fold(words[-1].text)) else ""
    texts = [cell.text for cell in (words[:-1] if unit else words)]
    label = next((text for text in reversed(texts) if is_label(text)), "".join(texts))
    expected = len(heads.columns) + ("code" in heads.behind)
    dashes = sum(1 for _ in takewhile(lambda cell: read(cell.text).status is Status.NOT_APPLICABLE, figures))
    is_counted = len(figures) == expected or (dashes == len(figures) and "unit" in heads.behind)
    is_whole = is_counted and ("unit" not in heads.behind or bool(unit) or dashes == len(figures))
    printed = tuple(figures[-len(heads.columns) :]) if is_whole else _list_unread(heads)
    groups = tuple(text for text in texts if text != label)
    # With numbers before the labels, that of the next line stands where a blank one's figure would.
    doubt = Doubt.NUMBERED if "code" in heads.before else Doubt.NONE
    if not is_whole:
        doubt = Doubt.UNIT_MISSING if is_counted else Doubt.INCOMPLETE
    return Entry(label, unit, printed, (*words, *figures[:-1]), doubt, groups)


def is_row_of_table(row: Row, heads: Heads) -> bool:
    """Whether a row belongs to the table below a header: of its grid, or with the label of a line or a figure as its
    lines have them."""
    if len(row.text) > LONGEST_LABEL:
        return False
    texts = [text for cell in row.cells for text in ([cell.text] if not row.is_loose else cell.text.split())]
    has_label = any(is_label(text) for text in texts[:4]) or is_label("".join(t for t in texts if not is_figure(t)))
    if not row.is_loose:
        return has_label or row.grid == heads.grid
    if len(texts) == 1:
        return has_label or is_figure(texts[0]) or UNIT_WORDS.fullmatch(texts[0]) is not None
    return has_label


def continues_table(row: Row, heads: Heads) -> bool:
    """Whether a line of text right below the table's last known line is one more, of a label nobody knows: it prints a
    label, its unit and a figure in each column."""
    if not row.is_loose or "unit" not in heads.behind or len(row.text) > LONGEST_LABEL:
        return False
    parts = [Cell(text, row.cells[0].place) for text in row.text.split()]
    entry = _read_row_line(parts, heads, "")
    return bool(entry.unit) and not entry.is_unread and any(has_digits(part.text) for part in parts[1:])
