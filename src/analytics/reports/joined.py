"""Pages that were joined by the numbers in their names: one report, or refused."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from analytics.documents.model import Document
from analytics.errors import DocumentError
from analytics.reports.labels import fold
from analytics.reports.layout import Stretch
from analytics.reports.several import title_of

_SAME_TITLE = 90.0
"""Per cent of the characters: what a recogniser makes of one running head on different pages is as alike."""


def refuse_strangers(document: Document, found: Sequence[Stretch]) -> None:
    """DocumentError where the pages begin different reports: titles differ, or the sections begin anew."""
    pages = _of_other_titles(document) or _of_sections_begun_anew(found)
    if pages is not None:
        raise DocumentError("pages_of_several_reports", file=document.name, first=pages[0], other=pages[1])


def _of_other_titles(document: Document) -> tuple[int, int] | None:
    titles = [
        (fold(found[1]), block.place.page)
        for block in document.blocks
        if block.place.page is not None and (found := title_of(block)) is not None
    ]
    for title, page in titles:
        if page != titles[0][1] and fuzz.ratio(titles[0][0], title) < _SAME_TITLE:
            return titles[0][1], page
    return None


def _of_sections_begun_anew(found: Sequence[Stretch]) -> tuple[int, int] | None:
    begun: dict[str, int] = {}
    last = ""
    for stretch in found:
        if stretch.section and stretch.section != last:
            page = next((cell.place.page for row in stretch.rows for cell in row.cells if cell.place.page), 0)
            if stretch.section in begun and page > begun[stretch.section]:
                return begun[stretch.section], page
            begun.setdefault(stretch.section, page)
            last = stretch.section
    return None
