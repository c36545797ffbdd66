"""Rows for files, a block at a time: a selection → the rows of ``frames.rows``, in its order, never all in memory.

A long file goes measure by measure, a wide one by groups of organs, since its rows hold every measure.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO

import pandas as pd

from analytics.errors import SelectionError
from analytics.exports.files import csv_pieces, write_parquet
from analytics.exports.notes import Asked, Notes, Tally, as_json, as_markdown, as_sheets, notes
from analytics.exports.table import KEYS, LONG_SHAPE, WIDE, long_table, shaped
from analytics.exports.workbook import refuse_too_many, write_workbook
from analytics.query.frames import organ_ids, refuse_unknown, with_report, within
from analytics.transforms.series.complete import NO_REPORT
from analytics.transforms.series.long_frame import with_reports
from analytics.warehouse.read import Warehouse
from analytics.words import Language, say

FORMATS = ("csv", "xlsx", "parquet", "md")
_BLOCK = {LONG_SHAPE: 4000, WIDE: 200}
"""Organs of a block: of one measure, or of all."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Extract:
    """The rows of one file. ``organ_ids`` and ``years`` say all of them, ``link`` where the file came from; its notes
    are in ``language``."""

    warehouse: Warehouse = field(compare=False, repr=False)
    organs: pd.DataFrame = field(compare=False, repr=False)
    reports: pd.DataFrame = field(compare=False, repr=False)
    measures: tuple[str, ...]
    organ_ids: tuple[int, ...]
    years: tuple[int, ...]
    are_all_organs: bool = True
    only_reports: bool = False
    shape: str = LONG_SHAPE
    names: Language | str = KEYS
    link: str = ""
    language: Language = Language.EN


def extract(
    warehouse: Warehouse,
    measures: Sequence[str],
    *,
    organs: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
    only_reports: bool = False,
    shape: str = LONG_SHAPE,
    names: Language | str = KEYS,
    link: str = "",
    language: Language | None = None,
) -> Extract:
    """What ``frames.rows`` takes, resolved; notes are in ``language``, by default that of the names. Raises
    SelectionError for what is unknown."""
    refuse_unknown(measures, shape, names)
    places, reports = warehouse.organs(), warehouse.reports()
    current = reports[reports["is_current"]]
    every = sorted(int(one) for one in current["organ_id"].unique())
    ids = organ_ids(with_report(places, reports), organs) if organs else every
    held = current["year"].dropna()
    span = within(reports, years) or (range(int(held.min()), int(held.max()) + 1) if len(held) else ())
    spoken = language or (Language.EN if names == KEYS else Language(names))
    return Extract(
        warehouse, places, reports, tuple(dict.fromkeys(measures)), tuple(ids), tuple(span), not organs, only_reports,
        shape, names, link, spoken,
    )  # fmt: skip


def blocks(wanted: Extract) -> Iterator[pd.DataFrame]:
    """Long tables with keys, one after the other."""
    for frame in _frames(wanted):
        yield long_table(frame, wanted.organs, wanted.reports)


def _portions(wanted: Extract) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    size = _BLOCK[wanted.shape]
    ids = [wanted.organ_ids[at : at + size] for at in range(0, max(len(wanted.organ_ids), 1), size)]
    if wanted.shape == WIDE:
        return [(wanted.measures, own) for own in ids]
    return [((key,), own) for key in wanted.measures for own in ids]


def _frames(wanted: Extract) -> Iterator[pd.DataFrame]:
    for keys, ids in _portions(wanted):
        frame = wanted.warehouse.changes(keys, ids, wanted.years)
        yield with_reports(frame, whole_rows=wanted.shape == WIDE) if wanted.only_reports else frame


def row_count(wanted: Extract) -> int:
    """How many rows the file has, without making them."""
    is_wide = wanted.shape == WIDE
    if wanted.only_reports:
        return wanted.warehouse.change_count(
            wanted.measures, wanted.organ_ids, wanted.years, without=NO_REPORT, whole_rows=is_wide
        )
    return len(wanted.organ_ids) * len(wanted.years) * (1 if is_wide else len(wanted.measures))


# Files ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Passing:
    """Tables of a file on their way, counted for its notes."""

    wanted: Extract
    tally: Tally = field(default_factory=Tally)
    rows: int = 0
    progress: Progress = lambda done, total: None

    def tables(self) -> Iterator[pd.DataFrame]:
        total = len(_portions(self.wanted))
        for done, block in enumerate(blocks(self.wanted), 1):
            self.tally.add(block)
            table = shaped(block, self.wanted.shape, self.wanted.names)
            self.rows += len(table)
            yield table
            self.progress(done, total)

    def notes(self) -> Notes:
        return notes_of(self.wanted, self.tally)


def notes_of(wanted: Extract, tally: Tally, *, empty_years: str | None = None) -> Notes:
    """The notes of a file of these rows."""
    build = wanted.warehouse.build()
    kept = empty_years or ("left_out" if wanted.only_reports else "kept")
    asked = Asked(
        wanted.measures, wanted.are_all_organs, wanted.shape, kept, build.build_id, build.built_at.date(), wanted.link
    )
    return notes(tally, asked, wanted.reports, wanted.organs, wanted.language)


def csv(wanted: Extract, *, byte_order_mark: bool) -> Iterator[bytes]:
    """The file as CSV, piece by piece."""
    return csv_pieces(_Passing(wanted).tables(), byte_order_mark=byte_order_mark)


def write(
    wanted: Extract, made: str, file: IO[bytes], *, byte_order_mark: bool = True, progress: Progress | None = None
) -> int:
    """Write the file in one of FORMATS; its number of rows. SelectionError where the format cannot hold them."""
    passing = _Passing(wanted, progress=progress or (lambda done, total: None))
    if made == "xlsx":
        refuse_too_many(row_count(wanted))
        write_workbook(
            file, say("sheet.data", wanted.language), passing.tables(), lambda: sheets(wanted, passing.notes())
        )
    elif made == "parquet":
        write_parquet(file, passing.tables(), lambda: as_json(passing.notes()))
    elif made == "csv":
        file.writelines(csv_pieces(passing.tables(), byte_order_mark=byte_order_mark))
    elif made == "md":
        for _ in passing.tables():
            pass
        file.write(as_markdown(passing.notes()).encode())
    else:
        raise SelectionError("format_unknown", format=made)
    return passing.rows


def sheets(wanted: Extract, said: Notes) -> dict[str, pd.DataFrame]:
    """The sheets of a workbook that explain its rows."""
    return as_sheets(said, wanted.warehouse.findings(), wanted.organs, wanted.language)


def shown(wanted: Extract, table: pd.DataFrame, made: str, *, empty_years: str = "as_shown") -> bytes:
    """A file of rows that a page has already: ``table`` is their long table with keys."""
    tally, stream = Tally(), io.BytesIO()
    tally.add(table)
    said, rows = notes_of(wanted, tally, empty_years=empty_years), shaped(table, wanted.shape, wanted.names)
    if made == "md":
        return as_markdown(said).encode()
    if made == "xlsx":
        refuse_too_many(len(rows))
        write_workbook(stream, say("sheet.data", wanted.language), [rows], lambda: sheets(wanted, said))
    else:
        write_parquet(stream, [rows], lambda: as_json(said))
    return stream.getvalue()
