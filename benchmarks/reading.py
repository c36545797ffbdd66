"""Reading reports: CPU time from bytes to facts and findings, beside bare lxml on the same bytes."""

from __future__ import annotations

import importlib.util
import io
import os
import statistics
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import lxml.html
import pypdfium2
from lxml import etree

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.model import Document
from analytics.reports.parse import parse
from analytics.simulate.docx import DOCX_MANNERS
from analytics.simulate.html import PAGES
from analytics.simulate.pdf import PDF_MANNERS, render_pdf
from analytics.simulate.render import MANNERS, FormSheet
from analytics.simulate.scan import render_scan
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from benchmarks.producers.originals import reports
from benchmarks.producers.workshop import PRODUCERS, Workshop, missing

RUNS, _WARM, _PRINTED = 40, 2, 8
HTML_GOAL, TEXT_GOAL, DOCX_GOAL, PDF_GOAL, SCAN_GOAL = "≤ 3 ×", "≤ 4 ms", "≤ 4 ×", "≤ 90 ms", "≤ 3000 ms"
REPORTS = Path(os.environ.get("COUNTYSCOPE_REPORTS", Path(__file__).parent.parent.parent / "shared" / "reports"))


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement in milliseconds of CPU; ``beside`` is None where the goal is a time."""

    name: str
    ours: float
    beside: float | None
    goal: str
    peer: str = "–"

    def cells(self) -> tuple[str, ...]:
        if self.beside is None:
            return self.name, f"{self.ours:.2f}", "–", "–", self.goal, self.peer
        return (
            self.name,
            f"{self.ours:.2f}",
            f"{self.beside:.2f}",
            f"{self.ours / self.beside:.2f}",
            self.goal,
            self.peer,
        )


def measure() -> list[Row]:
    """A row a document, and the mean over pages and over texts."""
    pages, texts = _documents()
    html = [Row(name, *_paired(data, bare), HTML_GOAL, "bare lxml") for name, data in pages.items()]
    text = [Row(name, _paired(data, None)[0], None, TEXT_GOAL) for name, data in texts.items()]
    made = _made()
    word = [
        Row(f"DOCX, {name}", *_paired(draw(made), bare_docx), DOCX_GOAL, "bare lxml on its XML")
        for name, draw in DOCX_MANNERS.items()
    ]
    pdf = [Row(name, _paired(data, None, 8)[0], None, PDF_GOAL) for name, data in _pdfs(made).items()]
    return [*html, _mean("all pages", html), *text, _mean("all texts", text), *word, *pdf, *_printed(), *_scanned(made)]


def _printed() -> list[Row]:
    """PDFs of other programs, one reading each, with how many of their documents were read a second time."""
    if absent := missing():
        return [Row(f"PDF of other programs: without {', '.join(absent)}", 0, None, PDF_GOAL)]
    rows = []
    with TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), reports(_PRINTED))
        for key in (key for key, one in PRODUCERS.items() if one.format == "pdf"):
            documents = [path.read_bytes() for path in workshop.files(key)]
            times = [_paired(data, None, 4)[0] for data in documents]
            again = sum(map(_is_read_again, documents))
            said = f"read again: {again} of {len(documents)}"
            rows.append(Row(f"{key}, one reading", statistics.mean(times), None, PDF_GOAL, said))
    return rows


def _is_read_again(data: bytes) -> bool:
    """Whether a first reading leaves a doubt that a second one must settle."""
    made: list[Document | None] = []

    def again() -> Document | None:
        made.append(read_bytes_again(data, name="bench"))
        return made[-1]

    parse(read_bytes(data, name="bench"), again=again)
    return bool(made)


def bare_docx(data: bytes) -> list[str]:
    """What nobody can do without: unpack, parse, and take the text of every cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return ["".join(text.text or "" for text in cell.iter(f"{space}t")) for cell in root.iter(f"{space}tc")]


def _pdfs(sheet: FormSheet) -> dict[str, bytes]:
    real = sorted((REPORTS / "documents").glob("*.pdf")) if REPORTS.is_dir() else []
    made = {f"PDF, {name}, one reading": draw(sheet) for name, draw in PDF_MANNERS.items()}
    return {f"{path.name}, one reading": path.read_bytes() for path in real} | made


def _scanned(sheet: FormSheet) -> list[Row]:
    """A page of a clean scan; none where recognition is not installed."""
    if importlib.util.find_spec("rapidocr") is None:
        return []
    data = render_scan(render_pdf(sheet))
    with pypdfium2.PdfDocument(data) as document:
        pages = len(document)
    return [Row("scan at 200 dpi, a page, one reading", _paired(data, None, 2)[0] / pages, None, SCAN_GOAL)]


def bare(data: bytes) -> list[str]:
    """What nobody can do without: parse, and take the text of every cell."""
    page = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    return [cell.text_content() for cell in page.iter("td", "th")]


def _documents() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Real documents where they are present, and one made form in several manners."""
    real = sorted((REPORTS / "documents").glob("*")) if REPORTS.is_dir() else []
    pages = {path.name: path.read_bytes() for path in real if path.suffix == ".html"}
    texts = {path.name: path.read_bytes() for path in real if path.suffix == ".txt"}
    sheet = _made()
    pages |= {f"made form, {name}": manner(sheet).encode() for name, manner in PAGES.items()}
    texts |= {f"made form, {name}": manner(sheet).encode() for name, manner in MANNERS.items() if name != "html"}
    return pages, texts


def _made() -> FormSheet:
    rng, editions = Random(2026), dict.fromkeys((Table.II, Table.III, Table.IV), Edition("2021"))
    printed = {
        cell.code: str(rng.randint(0, 999))
        for table in editions
        for cell in form.list_form_cells(table, Edition("2021"))
    }
    return FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed)


def _paired(data: bytes, peer: Callable[[bytes], object] | None, runs: int = RUNS) -> tuple[float, float | None]:
    """Median CPU milliseconds of ours and of the peer, run in turn after a warm-up."""
    ours, beside = [], []
    for _ in range(runs + _WARM):
        ours.append(_timed(lambda: parse(read_bytes(data, name="bench"))))
        if peer is not None:
            beside.append(_timed(lambda: peer(data)))
    return statistics.median(ours[_WARM:]), statistics.median(beside[_WARM:]) if beside else None


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def _mean(name: str, rows: list[Row]) -> Row:
    beside = [row.beside for row in rows if row.beside is not None]
    mean = statistics.mean(beside) if beside else None
    return Row(name, statistics.mean(row.ours for row in rows), mean, rows[0].goal, rows[0].peer)
