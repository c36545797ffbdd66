"""What a line of text is when it stands alone: the number of its page, or a label with its figure glued to it."""

from __future__ import annotations

import re
from functools import lru_cache

from analytics.documents.model import Cell
from analytics.reports.numbers import is_figure
from analytics.vocabulary.phrases import PAGE_NUMBER

_GLUED = re.compile(r"(.*[\u3400-\u9fff）)])([-+]?\d[\d,.]*)")


def is_page_number(cell: Cell) -> bool:
    """Whether a line is the number of its page, with or without dashes."""
    if _is_numbered_foot(cell.text):
        return True
    page = cell.place.page
    is_alone = cell.place.row is None and cell.text.isdecimal()
    return page is not None and is_alone and abs(int(cell.text) - page) <= 1


@lru_cache(maxsize=8192)
def _is_numbered_foot(text: str) -> bool:
    return PAGE_NUMBER.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def split_figure(text: str) -> tuple[str, str] | None:
    """A label and the figure printed right behind it, where no space parts them."""
    found = _GLUED.fullmatch(text)
    return (found[1], found[2]) if found is not None and is_figure(found[2]) else None
