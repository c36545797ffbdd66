"""The header of table III → which column is which applicant's: proven by what stands above the figures, or read from
its words level by level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from analytics.reports.labels import Way, find_short_column, fold, is_fragment, match_column, match_line, strip_label
from analytics.reports.numbers import is_figure
from analytics.reports.tables.entries import TableReading
from analytics.reports.tables.events import Event, HeaderRow, LineRow
from analytics.reports.tables.heads import (
    EXTRA,
    Head,
    is_beside,
    is_extra,
    is_like_column,
    is_of_this_year,
    order_slots,
    stack_heads,
)
from analytics.vocabulary import form
from analytics.vocabulary.phrases import APPLICANTS_HEADER, IDENTITY_NOTE, LEGAL_PERSONS_HEADER, SUBTOTAL
from analytics.vocabulary.terms import Table

COLUMNS = tuple(column.key for column in form.list_columns(Table.III))


_LEGAL_PERSONS = tuple(column.key for column in form.list_columns(Table.III) if column.parent)


TOP = (COLUMNS[0], COLUMNS[-1])


Keys = Mapping[int, str]


def prove_columns(found: list[Event], year: int | None) -> dict[int, Keys]:
    """For each labelled row, by the index of its event, the keys of the columns of its grid: of the header above it in
    the same grid, or in one before it that is as wide."""
    proven: dict[int, Keys] = {}
    headers: list[HeaderRow] = []
    keys: Keys = {}
    width = 0
    for index, event in enumerate(found):
        if isinstance(event, HeaderRow):
            headers.append(event)
        elif isinstance(event, LineRow):
            grid_headers = [header for header in headers if header.spans and header.grid == event.grid]
            if grid_headers:
                # What heads the labels, the end of a note in pieces, heads no column.
                behind = event.spans[0][0] if event.spans else 0
                above = {column: texts for column, texts in stack_heads(grid_headers).items() if column >= behind}
                keys, width = _map_columns(above, year) or keys, max(header.spans[-1][1] for header in grid_headers)
            headers = []
            if keys and event.spans and event.spans[-1][1] == width:
                proven[index] = keys
    return proven


def _map_columns(above: Mapping[int, tuple[str, ...]], year: int | None) -> Keys:
    """Grid column → key of table III or EXTRA; empty where the header leaves a column of the form out or open."""
    heads = {column: head for column, texts in sorted(above.items()) if (head := _read_head(texts, year)) is not None}
    missing = [key for key in COLUMNS if key not in {head.key for head in heads.values()}]
    unknown = {head.text for head in heads.values() if head.key is None and not is_extra(head.text, year)}
    named = {column: head.key or EXTRA for column, head in heads.items()}
    if len({head for head in heads.values() if head.key is not None}) > len(set(named.values()) - {EXTRA}):
        return {}  # two heads of one name
    if len(missing) == len(unknown) == 1:
        text = unknown.pop()
        filled = {column: missing[0] if heads[column].text == text else key for column, key in named.items()}
        in_order = tuple(dict.fromkeys(key for key in filled.values() if key)) == COLUMNS
        named = filled if in_order or is_like_column(text, Table.III, missing[0]) else {}
    return named if set(COLUMNS) <= set(named.values()) else {}


@lru_cache(maxsize=1024)
def _read_head(texts: tuple[str, ...], year: int | None) -> Head | None:
    """What heads one column of the grid: the lowest text that is no head of a group; None above labels."""
    groups = {APPLICANTS_HEADER, LEGAL_PERSONS_HEADER}
    labels = [text for text in texts if strip_label(text) not in groups]
    labels = labels[:1] + [text for text in labels[1:] if not is_of_this_year(text, year)]
    if not labels or any(IDENTITY_NOTE in fold(text) for text in labels):
        return None
    if any(is_beside(text, year) and match_column(Table.III, text) is None for text in labels):
        return Head(None, " ".join(labels))
    match = match_column(Table.III, "".join(labels)) or match_column(Table.III, labels[-1])
    key = match.keys[0] if match is not None else find_short_column(Table.III, "".join(labels))
    is_subtotal = key == TOP[1] and any(strip_label(text) == LEGAL_PERSONS_HEADER for text in texts)
    return Head(None if is_subtotal else key, SUBTOTAL if is_subtotal else labels[-1])


def find_printed_columns(
    found: list[Event], proven: Mapping[int, Keys], reading: TableReading, year: int | None
) -> tuple[str, ...]:
    """The columns in printed order, EXTRA among them; the form's own where the header does not say otherwise."""
    for keys in proven.values():
        runs = [key for at, key in sorted(keys.items()) if key or keys.get(at - 1) != EXTRA]
        return tuple(key for at, key in enumerate(runs) if not key or key not in runs[:at])
    headers = [words for _, words in _list_worded_rows(found, year)]
    for words in headers:
        if EXTRA not in words and set(COLUMNS).issubset(words):
            return tuple(dict.fromkeys(word for word in words if word in COLUMNS))  # one row heads them all
    words = [word for words in headers for word in words]
    is_in_pieces = any(header.grid is None for header in list_header_rows(found)) and not set(COLUMNS).issubset(words)
    if is_in_pieces:
        words = _join_words("".join(text for texts, _ in _list_worded_rows(found, year) for text in texts))
    order = _find_order(words) if words or not is_in_pieces else None
    if order is None or _is_partial(found, words):
        reading.doubt_header(join_header(found))
    return order or COLUMNS


def _is_partial(found: list[Event], words: Sequence[str | None]) -> bool:
    """Whether a header whose cells are all there names some columns and not all: those it leaves out are not there, and
    others stand in their place."""
    cells = [cell for header in list_header_rows(found) if header.grid is not None for cell in header.cells]
    named = {word for word in words if word in COLUMNS}
    is_whole = bool(cells) and all(cell.score is None for cell in cells)
    return is_whole and bool(named) and len(named) + words.count(None) < len(COLUMNS)


def is_headless(found: list[Event]) -> bool:
    """Whether a table begins with its first line and no header names a column of it: nothing says which is which."""
    first = next((event for event in found if isinstance(event, LineRow)), None)
    if first is None or first.match.keys[0] != form.list_lines(Table.III)[0].key:
        return False  # torn from what stood above
    return not any(word in COLUMNS for _, words in _list_worded_rows(found, None) for word in words)


def _join_words(header: str) -> list[str | None]:
    """The words that the pieces of a header spell one after another; none where they are not whole, or others stand
    among them: then nothing says in which order the columns are."""
    rest = strip_label(header).replace(LEGAL_PERSONS_HEADER, _LEGAL_MARK)
    labels = {strip_label(column.label): column.key for column in form.list_columns(Table.III)}
    if any(rest.count(label) != 1 for label in labels):
        return []
    found: list[tuple[int, str | None]] = [(rest.index(label), key) for label, key in labels.items()]
    if _LEGAL_MARK in rest:
        found.append((rest.index(_LEGAL_MARK), LEGAL_PERSONS_HEADER))
    for word in (*labels, _LEGAL_MARK, APPLICANTS_HEADER):
        rest = rest.replace(word, "")
    is_whole = not rest or IDENTITY_NOTE in rest
    return [word for _, word in sorted(found)] if is_whole else []


_LEGAL_MARK = "\n"
"""Stands for the header of legal persons, whose words have the name of a column in them."""


def _list_worded_rows(found: list[Event], year: int | None) -> Iterator[tuple[list[str], list[str | None]]]:
    """Texts and words of each header row above the first label."""
    for header in list_header_rows(found):
        texts = [cell.text for cell in header.cells if cell.text]
        yield texts, _match_header_words(texts, year)


def list_header_rows(found: list[Event]) -> Iterator[HeaderRow]:
    """The header rows above the first label."""
    for event in found:
        if isinstance(event, LineRow):
            return
        if isinstance(event, HeaderRow):
            yield event


def join_header(found: list[Event]) -> str:
    """The words of the header as they are printed."""
    return " ".join(text for texts, _ in _list_worded_rows(found, None) for text in texts)


def _find_order(words: list[str | None]) -> tuple[str, ...] | None:
    """The columns in the order of the header's words; None where they leave it open."""
    known = [word for word in words if word not in (None, EXTRA)]
    missing = [key for key in COLUMNS if key not in known]
    if len(missing) == words.count(None) == 1:
        filled = _expand([missing[0] if word is None else word for word in words])
        return filled if tuple(filter(None, filled)) == COLUMNS else None
    if not missing:
        return _expand([word for word in words if word is not None])
    heads = [Head(word, "") for word in words if word in (*_LEGAL_PERSONS, None)]
    kinds = order_slots(heads, _LEGAL_PERSONS, Table.III, by_position=True)
    if kinds is not None and set(known) >= {*TOP, LEGAL_PERSONS_HEADER}:
        return _expand([*(word for word in words if word is not None and word not in _LEGAL_PERSONS), *kinds])
    return COLUMNS if kinds == _LEGAL_PERSONS and EXTRA not in words else None


def _match_header_words(texts: list[str], year: int | None) -> list[str | None]:
    """Keys of the header's words, None for a short text that heads a column by a name of its own, EXTRA for one that
    says it heads no column of the form."""
    words: list[str | None] = []
    is_tail = False
    short = _match_short_columns(texts)
    for index, text in enumerate(texts):
        if strip_label(text) in (APPLICANTS_HEADER, LEGAL_PERSONS_HEADER):
            words.append(strip_label(text))
            continue
        match = match_column(Table.III, text)
        if match is None and index + 1 < len(texts):
            match = match_column(Table.III, text + texts[index + 1])
            is_joined = match is not None
        else:
            is_joined = False
        if match is not None and match.way is Way.EXACT:
            words.append(match.keys[0])
        elif text in short:
            words.append(short[text])
        elif not is_tail and _is_other_name(text):
            words.append(EXTRA if is_extra(text, year) else None)
        is_tail = is_joined
    return words


def _match_short_columns(texts: Sequence[str]) -> dict[str, str]:
    """The columns that heads of one row name by short names: none where the row does not name every kind of legal
    person, each once, since its texts may then be pieces of names."""
    short = {text: key for text in texts if (key := find_short_column(Table.III, text)) is not None}
    named = [
        match.keys[0] if match is not None else short[text]
        for text in texts
        if (match := match_column(Table.III, text)) is not None or text in short
    ]
    is_whole = len(set(named)) == len(named) and set(named) >= set(_LEGAL_PERSONS)
    return short if is_whole else {}


_LONGEST_HEAD = 8
"""The longest header of a column of table III has six characters."""


def _is_other_name(text: str) -> bool:
    plain = strip_label(text)
    is_word = 2 <= len(plain) <= _LONGEST_HEAD and not is_figure(text)
    return is_word and match_line(Table.III, text) is None and not is_fragment(Table.III, text)


def _expand(words: Sequence[str]) -> tuple[str, ...]:
    """Level by level: 申请人情况 ⊃ (自然人, 法人或其他组织 ⊃ five kinds), 总计. EXTRA stands where it is met."""
    children = [word for word in dict.fromkeys(words) if word in _LEGAL_PERSONS]
    natural, total = (words.index(word) for word in TOP)
    if LEGAL_PERSONS_HEADER not in words:
        return tuple(
            word for at, word in enumerate(words) if word == EXTRA or (word in COLUMNS and word not in words[:at])
        )
    legal = words.index(LEGAL_PERSONS_HEADER)
    if total < min(natural, legal) and APPLICANTS_HEADER in words[:total]:
        total = len(words)  # beside 申请人情况 on the level above, hence after everything under it
    others = [(at, [EXTRA]) for at, word in enumerate(words) if word == EXTRA]
    order = sorted([(natural, [TOP[0]]), (legal, children), (total, [TOP[1]]), *others])
    return tuple(word for _, group in order for word in group)
