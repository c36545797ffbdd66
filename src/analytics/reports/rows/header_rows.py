"""Rows and texts that head the columns of a table, told from its lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from analytics.documents.model import Cell
from analytics.reports.labels import fold, is_other_year, match_column
from analytics.reports.numbers import is_figure
from analytics.vocabulary.phrases import (
    APPLICANTS_HEADER,
    ARTICLE,
    ARTICLE_CUT,
    CONTENT_HEADER,
    IDENTITY_NOTE,
    LEGAL_PERSONS_HEADER,
    LITIGATION_HEADER,
    OF_THIS_YEAR,
)
from analytics.vocabulary.terms import Table

_HEADER_WORDS = frozenset({CONTENT_HEADER, APPLICANTS_HEADER, LEGAL_PERSONS_HEADER, LITIGATION_HEADER})
_MOST_ROWS = 99


def is_header(table: Table, cells: Sequence[Cell]) -> bool:
    """Whether a row heads the columns of ``table``: by words of its header alone, or two heads before any figure."""
    if _has_only_years(cells):
        return True
    heads = 0
    for cell in cells:
        if not cell.text:
            continue
        if is_of_header(cell.text):
            return True
        if is_figure(cell.text):
            if cell is cells[0] and is_row_number(cell.text):
                continue
            return False
        heads += match_column(table, cell.text) is not None
        if heads >= 2:
            return True
    return False


def _has_only_years(cells: Sequence[Cell]) -> bool:
    """Whether a row prints nothing but whose year the figures below are: 本年度 opens the label of a line, too."""
    texts = [cell.text for cell in cells if cell.text]
    are_short = len(texts) > 1 and all(len(text) <= _LONGEST_YEAR for text in texts)
    return are_short and all(map(_says_whose_year, texts))


@lru_cache(maxsize=4096)
def _says_whose_year(text: str) -> bool:
    return OF_THIS_YEAR.fullmatch(fold(text)) is not None or is_other_year(text, None)


_LONGEST_YEAR = 8


@lru_cache(maxsize=8192)
def is_of_header(text: str) -> bool:
    """Whether a text stands in headers alone: a word of theirs, an article, the note on the sums."""
    folded = fold(text)
    is_article = ARTICLE.match(folded) is not None or ARTICLE_CUT.fullmatch(folded) is not None
    return folded in _HEADER_WORDS or is_article or IDENTITY_NOTE in folded


def is_row_number(text: str) -> bool:
    """Whether a text before a label can be the number of its row."""
    return text.isdecimal() and 0 < int(text) <= _MOST_ROWS
