"""Table III (收到和处理政府信息公开申请情况): rows → facts.

The seven columns stand under a header of three levels; its order is taken from the header, level by level, so
that missing spans do not matter. The edition shows in （六）其他处理: one row, or three.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.reports.entries import TableReading
from analytics.reports.labels import Match, Way, bare, column_match, is_fragment, line_match
from analytics.reports.lines import Event, HeaderRow, LineRow, LostRow, events
from analytics.reports.model import Finding
from analytics.reports.numbers import is_figure
from analytics.reports.placing import Doubt, Placed, offsets, place, printed_order
from analytics.reports.rows import Row
from analytics.vocabulary import form
from analytics.vocabulary.phrases import APPLICANTS_HEADER, LEGAL_PERSONS_HEADER
from analytics.vocabulary.terms import Edition, Severity, Table

COLUMNS = tuple(column.key for column in form.columns(Table.III))
_LEGAL_PERSONS = COLUMNS[1:6]
_TOP = (COLUMNS[0], COLUMNS[6])


def read_requests(rows: Sequence[Row], *, is_complete: bool) -> TableReading:
    """Read table III. ``is_complete``: the document goes on after these rows."""
    found = events(Table.III, rows)
    reading = TableReading(Table.III)
    labelled = [event for event in found if isinstance(event, LineRow)]
    reading.edition = _edition(labelled)
    columns = _columns(found, reading)
    voted = offsets((row, len(columns)) for row in labelled)
    is_vanishing = any(not row.cells and row.shape is None for row in labelled[:-1] if not _is_head(row))
    for row in labelled:
        line_key = _line_key(row.match, reading.edition)
        if line_key is None or (_is_head(row) and not any(cell.text for cell in row.cells)):
            continue
        is_last = not is_complete and found[-1] is row
        placed = place(row, len(columns), voted, is_last=is_last, blanks_vanish=is_vanishing)
        reading.enter(line_key, columns, row, placed)
    _place_lost(found, columns, reading)
    return reading


def _is_head(row: LineRow) -> bool:
    return form.line(Table.III, row.match.keys[0]).is_head


def _edition(labelled: list[LineRow]) -> Edition | None:
    """2021 where one of the three rows under （六） is met, 2019 where （六） has cells of its own and the
    rows after it are met without them; None where the document ends before."""
    met = {key for row in labelled for key in row.match.keys}
    if any(form.line(Table.III, key).editions == form.ONLY_2021 for key in met - {"other"}):
        return Edition.E2021
    if "other_2019" in met and ("answered" in met or "carried_forward" in met):
        return Edition.E2019
    return None


def _line_key(match: Match, edition: Edition | None) -> str | None:
    if len(match.keys) == 1:
        return match.keys[0]
    if edition is None:
        return None  # （六） at the torn end of a document: one row or the head of three
    return next(key for key in match.keys if edition in form.line(Table.III, key).editions)


def _columns(found: list[Event], reading: TableReading) -> tuple[str, ...]:
    """The seven columns in printed order; the form's own where the header does not say otherwise."""
    words: list[str | None] = []
    texts: list[str] = []
    for event in found:
        if isinstance(event, LineRow):
            break
        if isinstance(event, HeaderRow):
            here = [cell.text for cell in event.cells if cell.text]
            texts.extend(here)
            heads = _header_words(here)
            if set(COLUMNS).issubset(heads):
                return tuple(head for head in dict.fromkeys(heads) if head in COLUMNS)  # one row heads them all
            words.extend(heads)
    order = _order(words)
    if order is None:
        reading.doubt_header(" ".join(texts))
    return order or COLUMNS


def _order(words: list[str | None]) -> tuple[str, ...] | None:
    """The columns in the order of the header's words; None where they leave it open."""
    missing = [key for key in COLUMNS if key not in words]
    if len(missing) == words.count(None) == 1:
        return _expand([word or missing[0] for word in words])
    known = [word for word in words if word is not None]
    if not missing:
        return _expand(known)
    kinds = printed_order([word for word in words if word in (*_LEGAL_PERSONS, None)], _LEGAL_PERSONS)
    if kinds is not None and set(known) >= {*_TOP, LEGAL_PERSONS_HEADER}:
        return _expand([*(word for word in known if word not in _LEGAL_PERSONS), *kinds])
    return COLUMNS if kinds == _LEGAL_PERSONS else None


def _header_words(texts: list[str]) -> list[str | None]:
    """Keys of the header's words, None for a short text that heads a column by a name of its own."""
    words: list[str | None] = []
    is_tail = False
    for index, text in enumerate(texts):
        if bare(text) in (APPLICANTS_HEADER, LEGAL_PERSONS_HEADER):
            words.append(bare(text))
            continue
        match = column_match(Table.III, text)
        if match is None and index + 1 < len(texts):
            match = column_match(Table.III, text + texts[index + 1])
            is_joined = match is not None
        else:
            is_joined = False
        if match is not None and match.way is Way.EXACT:
            words.append(match.keys[0])
        elif not is_tail and _names_other(text):
            words.append(None)
        is_tail = is_joined
    return words


_LONGEST_HEAD = 8
"""The longest header of a column of table III has six characters."""


def _names_other(text: str) -> bool:
    plain = bare(text)
    is_word = 2 <= len(plain) <= _LONGEST_HEAD and not is_figure(text)
    return is_word and line_match(Table.III, text) is None and not is_fragment(Table.III, text)


def _expand(words: Sequence[str]) -> tuple[str, ...]:
    """Level by level: 申请人情况 ⊃ (自然人, 法人或其他组织 ⊃ five kinds), 总计."""
    children = [word for word in dict.fromkeys(words) if word in _LEGAL_PERSONS]
    natural, total = (words.index(word) for word in _TOP)
    if LEGAL_PERSONS_HEADER not in words:
        return tuple(word for word in dict.fromkeys(words) if word in COLUMNS)
    legal = words.index(LEGAL_PERSONS_HEADER)
    if total < min(natural, legal) and APPLICANTS_HEADER in words[:total]:
        total = len(words)  # beside 申请人情况 on the level above, hence after everything under it
    order = sorted([(natural, [_TOP[0]]), (legal, children), (total, [_TOP[1]])])
    return tuple(word for _, group in order for word in group)


def _place_lost(found: list[Event], columns: tuple[str, ...], reading: TableReading) -> None:
    """Figures without a label are placed only between two labels that leave exactly one line open, and are
    marked uncertain; otherwise they stay unplaced, with a finding."""
    for index, event in enumerate(found):
        if not isinstance(event, LostRow):
            continue
        printed = " ".join(cell.text for cell in event.cells)
        cells = [cell for cell in event.cells if cell.text]
        gap = _gap(found, index, reading.edition)
        if gap is not None and len(cells) == len(columns):
            row = LineRow(Match((gap,), Way.OPENING, ""), "", cells)
            reading.enter(gap, columns, row, Placed(tuple(cells), Doubt.MERGED))
            rule, line = "row_label_lost", form.line(Table.III, gap).label
        else:
            rule, line = "row_without_label", ""
        operands = {"table": "III", "printed": printed, "line": line}
        reading.findings.append(Finding(rule, Severity.WARNING, operands))


def _gap(found: list[Event], index: int, edition: Edition | None) -> str | None:
    if edition is None:
        return None
    order = [line.key for line in _printed_order() if edition in line.editions and not line.is_head]
    above = [key for event in found[:index] if isinstance(event, LineRow) for key in event.match.keys if key in order]
    below = [key for event in found[index:] if isinstance(event, LineRow) for key in event.match.keys if key in order]
    if not above or not below:
        return None
    between = order[order.index(above[-1]) + 1 : order.index(below[0])]
    neighbours_lost = sum(isinstance(event, LostRow) for event in found[index - 1 : index + 2])
    return between[0] if len(between) == 1 and neighbours_lost == 1 else None


def _printed_order() -> list[form.Line]:
    return sorted(form.lines(Table.III), key=lambda line: line.number)
