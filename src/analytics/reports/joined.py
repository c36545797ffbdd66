"""Pages that were joined by the numbers in their names: one report, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from analytics.documents.model import Document
from analytics.errors import DocumentError
from analytics.reports.labels import fold
from analytics.reports.rows.layout import Stretch
from analytics.reports.several import find_report_title

_SAME_TITLE = 90.0
"""Per cent of the characters: what a recogniser makes of one running head on different pages is as alike."""


def refuse_strangers(document: Document, found: Sequence[Stretch]) -> None:
    """DocumentError where the pages begin different reports: titles differ, or the sections begin anew."""
    if pages := _find_other_titles(document):
        raise DocumentError("pages_of_several_reports", file=document.name, first=pages[0], other=pages[1])
    for heading, first, other in _find_restarts(found):
        raise DocumentError("pages_begin_anew", file=document.name, heading=heading, first=first, other=other)


def _find_other_titles(document: Document) -> tuple[int, int] | None:
    titles = [
        (fold(found[1]), block.place.page)
        for block in document.blocks
        if block.place.page is not None and (found := find_report_title(block)) is not None
    ]
    for title, page in titles:
        if page != titles[0][1] and fuzz.ratio(titles[0][0], title) < _SAME_TITLE:
            return titles[0][1], page
    return None


def _find_restarts(found: Sequence[Stretch]) -> Iterator[tuple[str, int, int]]:
    """(heading, its page, the page where its section begins once more after others)"""
    begun: dict[str, int] = {}
    last = ""
    for stretch in found:
        page = next((cell.place.page for row in stretch.rows for cell in row.cells if cell.place.page), None)
        is_other = stretch.section not in ("", last)
        if is_other and page is not None and page > begun.setdefault(stretch.section, page):
            yield stretch.heading, begun[stretch.section], page
        last = stretch.section or last
