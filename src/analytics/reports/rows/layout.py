"""Rows → which stretches of them are which table, and which are prose.

Tables announce themselves by words of the form (第二十条第（一）项, 申请人情况, 结果维持), wherever they stand
and whatever the headings around them are called or numbered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from analytics.reports.labels import LONGEST_LABEL, Way, find_short_column, fold, match_column, match_line, strip_label
from analytics.reports.numbers import is_figure
from analytics.reports.rows.stream import Row
from analytics.vocabulary import form
from analytics.vocabulary.phrases import (
    APPLICANTS_AND_TOTAL,
    APPLICANTS_HEADER,
    ARTICLE,
    CONTENT_HEADER,
    HEADING,
    HEADING_STARTS,
    IDENTITY_NOTE,
    LEGAL_PERSONS_HEADER,
    LITIGATION_HEADER,
    RESULTS_HEADER_STARTS,
    SECTIONS,
    SENTENCE,
)
from analytics.vocabulary.terms import Table


@dataclass(slots=True)
class Stretch:
    """Consecutive rows of one table, or of the prose of one section (``table`` None).

    ``section`` is I–VI, empty before the first heading; ``heading`` its printed text. ``begins_at`` is the block of the
    document that the heading, or else the first row, stands in.
    """

    table: Table | None
    section: str
    heading: str
    rows: list[Row] = field(default_factory=list)
    begins_at: int = 0


def split_stretches(rows: tuple[Row, ...]) -> list[Stretch]:
    """Part the rows of a document. Order is kept; nothing is dropped."""
    found = [Stretch(None, "", "")]
    bracketed = _are_sections_bracketed(rows)
    for row in rows:
        current = found[-1]
        section = _find_section(row, bracketed) if _is_alone(row) else None
        table = None if section else _find_anchor(row, current.table)
        if section:
            found.append(Stretch(None, section, row.text, begins_at=_find_block(row)))
        elif table is not None and table is not current.table:
            above = _take_heads_above(current, row) if current.table is None else []
            found.append(Stretch(table, current.section, current.heading, [*above, row], _find_block(row)))
        elif current.table is not None and _is_prose(row, current.table):
            found.append(Stretch(None, current.section, current.heading, [row], _find_block(row)))
        else:
            current.rows.append(row)
    return found


def _find_block(row: Row) -> int:
    return row.cells[0].place.element if row.cells else 0


def _take_heads_above(current: Stretch, row: Row) -> list[Row]:
    """The rows of heads right above a table's first known row in its grid, taken out of the prose before it."""
    above: list[Row] = []
    while current.rows and len(above) < _MOST_HEADS_ABOVE and _is_head_in_grid(current.rows[-1], row):
        above.insert(0, current.rows.pop())
    return above


_MOST_HEADS_ABOVE = 2


def _is_head_in_grid(above: Row, row: Row) -> bool:
    texts = [cell.text for cell in above.cells if cell.text]
    is_same = row.grid is not None and above.grid == row.grid and bool(above.spans)
    is_of_heads = len(texts) > 1 and all(len(text) <= _SHORT_HEAD and not is_figure(text) for text in texts)
    return is_same and is_of_heads


_SHORT_HEAD = 16


def _is_alone(row: Row) -> bool:
    """Whether a row is a line of its own: the sheets of a workbook print titles and prose in their first column."""
    return row.is_loose or (bool(row.cells) and not any(cell.text for cell in row.cells[1:]))


def _is_prose(row: Row, table: Table) -> bool:
    if len(row.text) <= LONGEST_LABEL:
        return False
    if row.is_loose:
        return True
    # A label with a long note may stand before blank cells.
    return len(row.cells) > 1 and _is_alone(row) and match_line(table, row.text) is None


def is_sentence(row: Row, table: Table) -> bool:
    """Whether a line among the rows of a table is prose: a note below it, a paragraph between its parts."""
    text = row.text
    if not row.is_loose or len(text) < _SHORTEST_SENTENCE or SENTENCE.search(text) is None:
        return False
    return match_line(table, text) is None and _match_anchor(text) is None


_SHORTEST_SENTENCE = 8


def is_complete(found: list[Stretch], stretch: Stretch) -> bool:
    """Whether the document goes on after this stretch: if not, its last row may be cut off."""
    return any(later.table or later.section != stretch.section for later in found[_find_index(found, stretch) + 1 :])


def has_rows_after(found: list[Stretch], stretch: Stretch) -> bool:
    """Whether anything at all is printed after this stretch."""
    return any(row.text for later in found[_find_index(found, stretch) + 1 :] for row in later.rows)


def _find_index(found: list[Stretch], stretch: Stretch) -> int:
    return next(index for index, candidate in enumerate(found) if candidate is stretch)


def _find_anchor(row: Row, current: Table | None) -> Table | None:
    for cell in row.cells[:12]:
        if cell.text and len(cell.text) <= LONGEST_LABEL:
            table = _match_anchor(cell.text)
            if table is not None:
                return table
    if current is not Table.III and not row.is_loose and _is_applicants_head(row):
        return Table.III
    # A table cut by a paragraph or a page goes on where its labels go on.
    if current is None and len(row.cells) > 2:
        return _match_by_labels(row)
    return None


_NATURAL = form.list_columns(Table.III)[0].key
_FEWEST_APPLICANTS, _FEWEST_LEGAL, _FEWEST_SHORT = 3, 4, 5


def _is_applicants_head(row: Row) -> bool:
    """Whether a row of a grid heads columns of table III, whatever stands above it."""
    texts = [cell.text for cell in row.cells if cell.text and len(cell.text) <= LONGEST_LABEL]
    matches = [match for text in texts if (match := match_column(Table.III, text)) and match.way is Way.EXACT]
    heads = {match.keys[0] for match in matches} | {
        text for text in map(strip_label, texts) if text == LEGAL_PERSONS_HEADER
    }
    if len(heads) >= (_FEWEST_APPLICANTS if _NATURAL in heads else _FEWEST_LEGAL):
        return True
    short = {key for text in texts if (key := find_short_column(Table.III, text)) is not None}
    return len(short | heads) >= _FEWEST_SHORT


def _match_by_labels(row: Row) -> Table | None:
    for table in (Table.II, Table.III):
        for cell in row.cells[:3]:
            found = match_line(table, cell.text) if cell.text else None
            if found and found.way is Way.EXACT and len(found.label) >= 4:
                return table
    return None


_RECONSIDERATION = form.find_line(Table.IV, "reconsideration").label
_REMEDIES_HEADERS = (_RECONSIDERATION, LITIGATION_HEADER, _RECONSIDERATION + LITIGATION_HEADER)


@lru_cache(maxsize=8192)
def _match_anchor(text: str) -> Table | None:
    folded = fold(text)
    if ARTICLE.match(folded) or strip_label(text) == CONTENT_HEADER:
        return Table.II
    if folded in (APPLICANTS_HEADER, APPLICANTS_AND_TOTAL) or IDENTITY_NOTE in folded:
        return Table.III
    found = match_line(Table.III, text)
    if found and found.keys == ("new",) and found.way is Way.EXACT:
        return Table.III
    if folded in _REMEDIES_HEADERS:
        return Table.IV
    result = match_column(Table.IV, text)
    if result and result.way is Way.EXACT and result.keys == ("upheld",):
        return Table.IV
    return Table.IV if folded.startswith(RESULTS_HEADER_STARTS) else None


def _find_section(row: Row, bracketed: bool) -> str | None:
    text = row.cells[0].text if row.cells else ""
    if len(text) > SHORT_HEADING or text[:1] not in HEADING_STARTS or not text:
        return None
    number, is_bracketed = _match_section(text)
    if number is None or (is_bracketed and not bracketed):
        return None
    return number


SHORT_HEADING = 50
"""The longest wording of a section heading met has 37 characters."""


@lru_cache(maxsize=8192)
def _match_section(text: str) -> tuple[str | None, bool]:
    found = HEADING.fullmatch(fold(text))
    if not found:
        return None, False
    for number, wording in SECTIONS:
        if wording.search(found["text"]) and "," not in found["text"].rstrip(","):
            return number, bool(found["bracket"])
    return None, False


def _are_sections_bracketed(rows: tuple[Row, ...]) -> bool:
    """Some reports number the six sections （一）, （二） …: so does the first that is found."""
    for row in rows:
        if row.is_loose and 0 < len(row.text) <= SHORT_HEADING:
            number, is_bracketed = _match_section(row.text)
            if number is not None:
                return is_bracketed and number in ("I", "II")
    return False
