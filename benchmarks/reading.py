"""Reading reports: CPU time from bytes to facts and findings, beside bare lxml on the same bytes."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import lxml.html

from analytics.documents.detect import read_bytes
from analytics.reports.parse import parse
from analytics.simulate.html import PAGES
from analytics.simulate.render import MANNERS, FormSheet
from analytics.vocabulary import form
from analytics.vocabulary.terms import Edition, Table

RUNS = 40
HTML_GOAL, TEXT_GOAL_MS = 3.0, 4.0
REPORTS = Path(os.environ.get("COUNTYSCOPE_REPORTS", Path(__file__).parent.parent.parent / "shared" / "reports"))


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; ``beside`` is None for texts, whose goal is a time."""

    name: str
    ours: float
    beside: float | None

    def cells(self) -> tuple[str, ...]:
        if self.beside is None:
            return self.name, f"{self.ours:.2f}", "–", "–", f"≤ {TEXT_GOAL_MS:.0f} ms", "–"
        ratio = f"{self.ours / self.beside:.2f}"
        return self.name, f"{self.ours:.2f}", f"{self.beside:.2f}", ratio, f"≤ {HTML_GOAL:.0f} ×", "bare lxml"


def measure() -> list[Row]:
    """A row a document, and the mean over pages and over texts."""
    pages, texts = _documents()
    html = [Row(name, *_paired(data, bare)) for name, data in pages.items()]
    text = [Row(name, _paired(data, None)[0], None) for name, data in texts.items()]
    return [*html, _mean("all pages", html), *text, _mean("all texts", text)]


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
    rng, editions = Random(2026), dict.fromkeys((Table.II, Table.III, Table.IV), Edition.E2021)
    printed = {
        cell.code: str(rng.randint(0, 999)) for table in editions for cell in form.form_cells(table, Edition.E2021)
    }
    return FormSheet("芮城县人民政府2023年政府信息公开工作年度报告", editions, printed)


def _paired(data: bytes, peer: Callable[[bytes], object] | None) -> tuple[float, float | None]:
    """Median CPU milliseconds of ours and of the peer, run in turn after a warm-up."""
    ours, beside = [], []
    for _ in range(RUNS + 3):
        ours.append(_timed(lambda: parse(read_bytes(data, name="bench"))))
        if peer is not None:
            beside.append(_timed(lambda: peer(data)))
    return statistics.median(ours[3:]), statistics.median(beside[3:]) if beside else None


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def _mean(name: str, rows: list[Row]) -> Row:
    beside = [row.beside for row in rows if row.beside is not None]
    return Row(name, statistics.mean(row.ours for row in rows), statistics.mean(beside) if beside else None)
