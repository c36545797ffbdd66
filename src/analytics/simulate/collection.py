"""A simulated collection on disk: documents in many formats, their source list, and beside them the truth.

Layout below a folder: ``raw/<province>/<prefecture>/<organ>_<year>.<ending>`` with ``raw/sources.csv`` and
``raw/denominators.csv``;
``truth.csv``, one row a document (format, manner, damage, publisher's errors); ``truth.parquet``, one row a cell
(file, cell, printed) with the text before any damage.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.collection.populations import COLUMNS as DENOMINATOR_COLUMNS
from analytics.collection.populations import FILE_NAME as DENOMINATORS
from analytics.collection.sources import COLUMNS, FILE_NAME
from analytics.errors import CollectionError
from analytics.simulate.damage import DAMAGES
from analytics.simulate.docx import DOCX_MANNERS
from analytics.simulate.html import PAGES, render_mhtml
from analytics.simulate.ofd import OFD_MANNERS
from analytics.simulate.pdf import PDF_MANNERS, render_pdf
from analytics.simulate.places import list_counties, list_prefectures, simulate_residents
from analytics.simulate.render import MANNERS, FormSheet
from analytics.simulate.scan import CLEAN, ORDINARY, render_scan
from analytics.simulate.workbook import WORKBOOK_MANNERS
from analytics.simulate.world import Filled, simulate
from analytics.vocabulary import form
from analytics.vocabulary.places.divisions import list_parents
from analytics.vocabulary.places.fictional import STAMP, FictionalPlace
from analytics.vocabulary.terms import Origin

Progress = Callable[[int, int], None]
"""Called with (documents written, documents to write)."""
Draw = Callable[[FormSheet], bytes]

_TEXTS = {name: manner for name, manner in MANNERS.items() if name not in ("html", "spaced")}
_PUBLISHED = (1, 10)
"""Month and day around which reports appear, in the year after the one they are of."""
_FIELDS: list[Any] = [("file", pa.string()), ("cell", pa.int32()), ("printed", pa.string())]
_TRUTH: pa.Schema = pa.schema(_FIELDS)


def _encode(draw: Callable[[FormSheet], str]) -> Draw:
    return lambda sheet: draw(sheet).encode()


def _render_scan(scanner_name: str, sheet: FormSheet) -> bytes:
    return render_scan(render_pdf(sheet), {"clean": CLEAN, "ordinary": ORDINARY}[scanner_name], seed=0)


class Format(StrEnum):
    """What documents are drawn as."""

    HTML = "html"
    TXT = "txt"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    OFD = "ofd"
    MHTML = "mht"
    SCAN = "scan"


class Drawn(NamedTuple):
    """How documents of a format are drawn: manner → how a form is drawn in it."""

    manners: Mapping[str, Draw]
    share: int
    """How often counties use the format, roughly, where no format is chosen."""
    is_text: bool = False
    """Text that can be damaged and is a document still."""
    ending: str = ""
    """Of the file; empty where it is the format's own name."""


FORMATS: Mapping[Format, Drawn] = {
    Format.HTML: Drawn({name: _encode(draw) for name, draw in PAGES.items()}, share=60, is_text=True),
    Format.DOCX: Drawn(DOCX_MANNERS, share=14),
    Format.PDF: Drawn(PDF_MANNERS, share=12),
    Format.TXT: Drawn({name: _encode(draw) for name, draw in _TEXTS.items()}, share=10, is_text=True),
    Format.XLSX: Drawn(WORKBOOK_MANNERS, share=4),
    Format.OFD: Drawn(OFD_MANNERS, share=1),
    Format.MHTML: Drawn({"related": render_mhtml}, share=1),
    # Never by chance: an optional part is needed to read them.
    Format.SCAN: Drawn({name: partial(_render_scan, name) for name in ("clean", "ordinary")}, share=0, ending="pdf"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is simulated. ``damage`` and ``errors`` are shares of documents; without ``formats`` they are mixed as
    counties use them. ``prefectures`` adds the own reports of the prefectures above the counties."""

    counties: int = 40
    first_year: int = form.FIRST_YEAR
    last_year: int = 2025
    formats: tuple[Format, ...] = ()
    _: KW_ONLY
    damage: float = 0.2
    errors: float = 0.1
    seed: int = 1
    prefectures: bool = False


def write(folder: Path, plan: Plan, progress: Progress = lambda done, total: None) -> int:
    """Write a collection, return the number of documents. Raises CollectionError where the folder holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CollectionError("folder_not_empty", folder=str(folder))
    below = list_counties(plan.counties)
    places = (*below, *(list_prefectures(below) if plan.prefectures else ()))
    with _ensure_whole(folder):
        return _write(folder, plan, places, below, progress)


@contextmanager
def _ensure_whole(folder: Path) -> Iterator[None]:
    """What a full disk or an interruption cut short is no collection: nothing of it stays."""
    was_there = folder.exists()
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if was_there:
            folder.mkdir(exist_ok=True)
        raise


def _write(
    folder: Path,
    plan: Plan,
    places: Sequence[FictionalPlace],
    below: Sequence[FictionalPlace],
    progress: Progress,
) -> int:
    years = range(plan.first_year, plan.last_year + 1)
    total = len(places) * len(years)
    raw = folder / "raw"
    raw.mkdir(parents=True)
    _write_residents(raw / DENOMINATORS, below, years, plan.seed)
    with (
        (raw / FILE_NAME).open("w", encoding="utf-8", newline="") as listed,
        (folder / "truth.csv").open("w", encoding="utf-8-sig", newline="") as truth,
        pq.ParquetWriter(folder / "truth.parquet", _TRUTH) as cells,
    ):
        sources, documents = csv.DictWriter(listed, COLUMNS, restval=""), csv.writer(truth)
        sources.writeheader()
        documents.writerow(["file", "organ", "place_code", "year", "format", "manner", "damage", "errors", "cells"])
        done = 0
        for place in places:
            forms = list(simulate(place, years, seed=plan.seed, errors=plan.errors))
            rows = [_write_document(raw, filled, plan) for filled in forms]
            sources.writerows(source for source, _ in rows)
            documents.writerows(row for _, row in rows)
            for (source, _), filled in zip(rows, forms, strict=True):
                cells.write_table(_make_cells_table(source["file"], filled))
            done += len(forms)
            progress(done, total)
    return total


def _write_residents(path: Path, places: Sequence[FictionalPlace], years: Sequence[int], seed: int) -> None:
    """Simulated residents of the counties, so that rates per resident can be tried."""
    with path.open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed)
        rows.writerow([*DENOMINATOR_COLUMNS, "source"])
        for place in places:
            found = simulate_residents(place, years, seed=seed)
            rows.writerows([place.code, year, count, STAMP] for year, count in found.items())


def _make_cells_table(file: str, filled: Filled) -> pa.Table:
    printed = filled.sheet.printed
    rows: dict[str, list[Any]] = {
        "file": [file] * len(printed),
        "cell": list(printed),
        "printed": list(printed.values()),
    }
    return pa.Table.from_pydict(rows, schema=_TRUTH)


def _write_document(raw: Path, filled: Filled, plan: Plan) -> tuple[dict[str, str], list[object]]:
    """Draw and store one document: its row of the source list, and its row of the truth."""
    random = Random(f"{plan.seed} {filled.place.code} {filled.year}")
    kinds = plan.formats or tuple(FORMATS)
    kind = random.choices(kinds, [FORMATS[option].share if not plan.formats else 1 for option in kinds])[0]
    drawn = FORMATS[kind]
    manner = random.choice(list(drawn.manners))
    damage = random.choice(list(DAMAGES)) if random.random() < plan.damage and drawn.is_text else ""
    data = drawn.manners[manner](filled.sheet)
    if damage:
        data = DAMAGES[damage](data.decode(), random).encode()
    organ = f"{filled.place.name}人民政府"
    above = [parent.name for parent in reversed(list_parents(filled.place.code))]
    file = Path(*above) / f"{organ}_{filled.year}.{drawn.ending or kind}"
    (raw / file).parent.mkdir(parents=True, exist_ok=True)
    (raw / file).write_bytes(data)
    published = date(filled.year + 1, *_PUBLISHED) + timedelta(days=int(random.gammavariate(2, 12)))
    source = {
        "file": file.as_posix(),
        "organ": organ,
        "place_code": filled.place.code,
        "year": str(filled.year),
        "origin": str(Origin.SIMULATED),
        "published": published.isoformat(),
    }
    errors = [error.name for error in filled.errors]
    touched = [code for error in filled.errors for code in error.cells]
    row = [
        file.as_posix(),
        organ,
        filled.place.code,
        filled.year,
        kind,
        manner,
        damage,
        _join(errors),
        _join(touched),
    ]
    return source, row


def _join(values: Sequence[object]) -> str:
    return " ".join(map(str, values))
