"""Rows for files, a block at a time: a selection → the rows of ``frames.rows``, in its order, never all in memory.

A long file and one of years go measure by measure, a wide one by groups of organs, since its rows hold every measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import IO

import pandas as pd

from analytics.exports.files import render_csv_pieces
from analytics.exports.formats import FileFormat, FileParts, render_file, write_file
from analytics.exports.notes import FileRequest, Notes, Tally, make_sheets, write_notes
from analytics.exports.table import KEYS, LONG_SHAPE, WIDE, YEARS, build_long_table, shape_table
from analytics.exports.workbook import refuse_too_many
from analytics.query.frames import check_years, find_organ_ids, find_organs_with_report, refuse_unknown
from analytics.transforms.series.complete import NO_REPORT
from analytics.transforms.series.long_frame import keep_reported
from analytics.warehouse.read import Warehouse
from analytics.words import Language, say

_BLOCK = {LONG_SHAPE: 4000, WIDE: 200, YEARS: 4000}
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
    _: KW_ONLY
    organ_ids: tuple[int, ...]
    years: tuple[int, ...]
    are_all_organs: bool = True
    only_reports: bool = False
    shape: str = LONG_SHAPE
    names: Language | str = KEYS
    link: str = ""
    language: Language = Language.EN

    @property
    def leaves_out_years(self) -> bool:
        """Whether years without a report have no row; where years are columns, all stand."""
        return self.only_reports and self.shape != YEARS


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
    every = sorted(int(organ_id) for organ_id in current["organ_id"].unique())
    ids = find_organ_ids(find_organs_with_report(places, reports), organs) if organs else every
    report_years = current["year"].dropna()
    span = check_years(reports, years) or (
        range(int(report_years.min()), int(report_years.max()) + 1) if len(report_years) else ()
    )
    spoken = language or (Language.EN if names == KEYS else Language(names))
    return Extract(
        warehouse=warehouse,
        organs=places,
        reports=reports,
        measures=tuple(dict.fromkeys(measures)),
        organ_ids=tuple(ids),
        years=tuple(span),
        are_all_organs=not organs,
        only_reports=only_reports,
        shape=shape,
        names=names,
        link=link,
        language=spoken,
    )


def read_blocks(extract: Extract) -> Iterator[pd.DataFrame]:
    """Long tables with keys, one after the other."""
    for frame in _read_frames(extract):
        yield build_long_table(frame, extract.organs, extract.reports)


def _split_portions(extract: Extract) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    size = _BLOCK[extract.shape]
    ids = [extract.organ_ids[at : at + size] for at in range(0, max(len(extract.organ_ids), 1), size)]
    if extract.shape == WIDE:
        return [(extract.measures, block_ids) for block_ids in ids]
    return [((key,), block_ids) for key in extract.measures for block_ids in ids]


def _read_frames(extract: Extract) -> Iterator[pd.DataFrame]:
    for keys, ids in _split_portions(extract):
        frame = extract.warehouse.changes(keys, ids, extract.years)
        yield keep_reported(frame, whole_rows=extract.shape == WIDE) if extract.leaves_out_years else frame


def count_rows(extract: Extract) -> int:
    """How many rows the file has, without making them."""
    is_wide = extract.shape == WIDE
    if extract.shape == YEARS:
        return len(extract.organ_ids) * len(extract.measures)
    if extract.leaves_out_years:
        return extract.warehouse.change_count(
            extract.measures, extract.organ_ids, extract.years, without=NO_REPORT, whole_rows=is_wide
        )
    return len(extract.organ_ids) * len(extract.years) * (1 if is_wide else len(extract.measures))


# Files ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Passing:
    """Tables of a file on their way, counted for its notes."""

    extract: Extract
    tally: Tally = field(default_factory=Tally)
    rows: int = 0
    progress: Progress = lambda done, total: None

    def tables(self) -> Iterator[pd.DataFrame]:
        total = len(_split_portions(self.extract))
        for done, block in enumerate(read_blocks(self.extract), 1):
            self.tally.add(block)
            table = shape_table(block, self.extract.shape, self.extract.names, self.extract.years)
            self.rows += len(table)
            yield table
            self.progress(done, total)

    def notes(self) -> Notes:
        return write_extract_notes(self.extract, self.tally)


def write_extract_notes(extract: Extract, tally: Tally, *, empty_years: str | None = None) -> Notes:
    """The notes of a file of these rows."""
    build = extract.warehouse.build()
    kept = empty_years or ("left_out" if extract.leaves_out_years else "kept")
    selection = FileRequest(
        measures=extract.measures,
        are_all_organs=extract.are_all_organs,
        shape=extract.shape,
        empty_years=kept,
        build_id=build.build_id,
        built_on=build.built_at.date(),
        link=extract.link,
    )
    return write_notes(
        tally, selection, extract.reports, extract.organs,
        corrections=extract.warehouse.corrections(), language=extract.language,
    )  # fmt: skip


def render_csv(extract: Extract, *, byte_order_mark: bool) -> Iterator[bytes]:
    """The file as CSV, piece by piece."""
    return render_csv_pieces(_Passing(extract).tables(), byte_order_mark=byte_order_mark)


def write(
    extract: Extract,
    file_format: FileFormat,
    file: IO[bytes],
    *,
    byte_order_mark: bool = True,
    progress: Progress | None = None,
) -> int:
    """Write the file; its number of rows. SelectionError where the format cannot hold them."""
    passing = _Passing(extract, progress=progress or (lambda done, total: None))
    if file_format is FileFormat.XLSX:
        refuse_too_many(count_rows(extract))
    parts = _make_parts(extract, passing.tables(), passing.notes)
    write_file(file, file_format, parts, byte_order_mark=byte_order_mark)
    return passing.rows


def _make_parts(extract: Extract, tables: Iterable[pd.DataFrame], notes: Callable[[], Notes]) -> FileParts:
    return FileParts(tables, notes, lambda: make_extract_sheets(extract, notes()), say("sheet.data", extract.language))


def make_extract_sheets(extract: Extract, file_notes: Notes) -> dict[str, pd.DataFrame]:
    """The sheets of a workbook that explain its rows."""
    return make_sheets(file_notes, extract.warehouse.findings(), extract.organs, extract.language)


def build_page_file(
    extract: Extract, table: pd.DataFrame, file_format: FileFormat, *, empty_years: str = "as_shown"
) -> bytes:
    """A file of rows that a page has already: ``table`` is their long table with keys."""
    tally = Tally()
    tally.add(table)
    rows = shape_table(table, extract.shape, extract.names)
    if file_format is FileFormat.XLSX:
        refuse_too_many(len(rows))
    parts = _make_parts(extract, [rows], lambda: write_extract_notes(extract, tally, empty_years=empty_years))
    return render_file(file_format, parts)
