"""A second reading of plain text, by another way: exact labels in the stream of printed pieces, and what stands behind.

Characters of a text file are certain; what may go wrong is which figure belongs where. Here a line counts only where
its label is printed in full and exactly as many pieces stand behind it as the form has columns, under heads in the
form's own order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from analytics.documents.model import Document, Grid
from analytics.reports.numbers import read_count
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import AS_ZERO, HAS_VALUE, Status, Table

Cells = dict[int, tuple[Status, float | None]]
_NO_LETTER = re.compile(r"[^\w]+")
_KINDS = [column.label for column in form.list_columns(Table.III)[1:5]]
_APPLICANTS = tuple(column.key for column in form.list_columns(Table.III))
_RESULTS = [column.label for column in form.list_columns(Table.IV)]


def read_cells(document: Document, edition: Edition | None) -> Cells:
    """Status and value of the cells of tables III and IV that can be read so, by code."""
    pieces = list(_split_pieces(document))
    words = [_keep_letters(piece) for piece in pieces]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    found: Cells = {}
    if _has_labels(words, _KINDS):
        for label, key in _list_labels(edition):
            for at in places.get(label, ()):
                found |= _enter_cells(Table.III, [(key, column) for column in _APPLICANTS], pieces[at + 1 :])
    if _has_labels(words, _RESULTS):
        blocks = [
            (line.key, column.key) for line in form.list_lines(Table.IV) for column in form.list_columns(Table.IV)
        ]
        found |= _enter_cells(Table.IV, blocks, pieces[places[_RESULTS[-1]][-1] + 1 :])
    return found


def _split_pieces(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.text for row in block.rows for cell in row)
        else:
            yield from block.text.split() or [""]


@lru_cache(maxsize=8192)
def _keep_letters(text: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text))


@cache
def _list_labels(edition: Edition | None) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_keep_letters(label), line.key)
        for line in form.list_lines(Table.III)
        if not line.is_head and (edition is None or edition in line.editions)
        for label in (line.label, *line.aliases)
    )


def _has_labels(words: list[str], labels: Sequence[str]) -> bool:
    """Whether the labels stand one right behind the other."""
    first, *others = map(_keep_letters, labels)
    return any(word == first and words[at + 1 : at + 1 + len(others)] == others for at, word in enumerate(words))


def _enter_cells(table: Table, keys: Sequence[tuple[str, str]], behind: Sequence[str]) -> Cells:
    """The next pieces as the cells of ``keys``, if they are cells and the one after them is none."""
    read = [read_count(text)[:2] for text in behind[: len(keys) + 1]]
    figures = [status in HAS_VALUE | AS_ZERO for status, _ in read]
    is_closed = len(figures) == len(keys) or (len(figures) > len(keys) and read[-1][0] is Status.TEXT)
    if len(figures) < len(keys) or not all(figures[: len(keys)]) or not is_closed:
        return {}
    return {form.find_cell(table, *key).code: entry for key, entry in zip(keys, read, strict=False)}
