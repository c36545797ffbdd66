"""The forms of a PDF file (drawings that are drawn by name) → refused where drawing them would never end.

A form may draw others, and each of those others: two kilobytes can ask for a billion drawings. Pdfium draws them all
before it can be asked anything, so that the file's structure is looked at with other software first.
"""

from __future__ import annotations

import io
import re
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

from analytics.errors import DocumentError

_MARKS = (b"/Form", b"/ObjStm")
"""Without either there is no form; within an object stream its mark would be packed."""
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_MOST = 10_000
"""Drawings of one page: pages seen have below fifty."""
_PAGES = 500


def judge(data: bytes, *, name: str) -> None:
    """DocumentError where a page would draw forms without end. A file that this software cannot open passes."""
    if not any(mark in data for mark in _MARKS):
        return
    try:
        count = _count_page_drawings(data)
    except RecursionError:
        count = _MOST + 1
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # whatever is wrong with the file, the reader says so
        return
    if count > _MOST:
        raise DocumentError("pdf_draws_endlessly", file=name, limit=_MOST)


def _count_page_drawings(data: bytes) -> int:
    """The drawings of the page that has most."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    known: dict[int, int] = {}
    pages = islice(PDFPage.create_pages(document), _PAGES)
    return max(
        (sum(_count_drawings(form, {}, known) for form in _find_forms(page.resources).values()) for page in pages),
        default=0,
    )


def _find_forms(resources: Any) -> dict[str, PDFStream]:
    named = resolve1((resolve1(resources) or {}).get("XObject")) or {}
    found = {key: resolve1(value) for key, value in named.items()}
    return {key: form for key, form in found.items() if isinstance(form, PDFStream) and _is_form(form)}


def _is_form(form: PDFStream) -> bool:
    return getattr(resolve1(form.get("Subtype")), "name", None) == "Form"


def _count_drawings(form: PDFStream, around: dict[str, PDFStream], known: dict[int, int]) -> int:
    """How many drawings one drawing of a form is. ``known`` has what was counted; a form under way has too many, since
    it is met again only where it draws itself."""
    key = form.objid if form.objid is not None else id(form)
    if key not in known:
        known[key] = _MOST + 1
        forms = _find_forms(form.get("Resources")) or around
        drawn = [text.decode("latin-1") for text in _DRAWN.findall(form.get_data())] if forms else []
        count = sum(_count_drawings(forms[inner], forms, known) for inner in drawn if inner in forms)
        known[key] = min(1 + count, _MOST + 1)
    return known[key]
