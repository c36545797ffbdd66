"""The real collection: every file listed and unchanged, every figure on the form, every organ-year once."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from analytics.collection.sources import FILE_NAME, Source, read_sources
from analytics.documents.detect import read
from analytics.documents.excerpt import read_excerpt
from analytics.reports.model import Report
from analytics.reports.parse import parse
from analytics.settings import Limits, Settings
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.places.divisions import find_place, list_parents
from analytics.vocabulary.terms import Origin, ReadFrom, Table
from analytics.warehouse.read import open_warehouse
from conftest import ROOT

RAW = Path(__file__).parents[1] / "data" / "raw"
ABOUT = {FILE_NAME, "README.md"}
TABLES = (Table.II, Table.III, Table.IV)


@cache
def sources() -> tuple[Source, ...]:
    return tuple(read_sources((RAW / FILE_NAME).read_bytes(), path=FILE_NAME).values())


def transcribed() -> list[Source]:
    return [source for source in sources() if source.origin is Origin.TRANSCRIBED]


@cache
def sheet_rows() -> tuple[dict[str, str], ...]:
    files = [RAW / source.file for source in sources() if source.origin is Origin.COLLECTED]
    return tuple(row for file in files for row in csv.DictReader(file.read_text("utf-8-sig").splitlines()))


@cache
def report(source: Source) -> Report:
    (only,) = parse(read(RAW / source.file, limits=Limits()))
    return only


def test_every_file_is_listed_and_every_listed_file_is_there() -> None:
    present = {path.relative_to(RAW).as_posix() for path in RAW.rglob("*") if path.is_file()}
    assert {source.file for source in sources()} == present - ABOUT


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.file)
def test_no_file_changed_since_it_was_listed(source: Source) -> None:
    assert hashlib.sha256((RAW / source.file).read_bytes()).hexdigest() == source.sha256


def test_no_organ_year_has_two_documents() -> None:
    counts = Counter((source.organ, source.year) for source in transcribed())
    assert set(counts.values()) == {1}


def test_no_form_figure_stands_in_a_document_and_in_a_sheet() -> None:
    documents = {(source.organ, str(source.year)) for source in transcribed()}
    tables = {(row["organ"], row["year"]) for row in sheet_rows() if row["evidence_kind"] == "table"}
    assert not documents & tables


def test_no_figure_stands_twice_in_the_sheets() -> None:
    key = ("organ", "year", "evidence_kind", "table", "line", "column")
    counts = Counter(tuple(row[part] for part in key) for row in sheet_rows())
    assert not [figure for figure, count in counts.items() if count > 1]


def test_sheet_labels_are_canonical_or_aliases_of_the_form() -> None:
    for table in TABLES:
        lines = {label for line in form.list_lines(table) for label in (line.label, *line.aliases)}
        columns = {label for one in form.list_columns(table) for label in (one.label, *one.aliases)}
        rows = [row for row in sheet_rows() if row["table"] == table]
        assert not {row["line"] for row in rows} - lines
        assert not {row["column"] for row in rows} - columns


def test_figures_not_read_from_an_original_stay_in_sheets_that_say_so() -> None:
    said = {ReadFrom(row["read_from"]) for row in sheet_rows()}
    assert {ReadFrom.OCR, ReadFrom.SECONDARY, ReadFrom.ORIGINAL_EXCERPT} <= said


_FEWEST_FIGURES = 30
"""Of the statistics tables before 2019: fifteen lines and their totals of all years."""


@pytest.mark.parametrize("source", transcribed(), ids=lambda source: source.file)
def test_a_transcription_reads_as_the_complete_form_of_its_organ_and_year(source: Source) -> None:
    own = report(source)
    expected = {
        cell.code
        for table, edition in own.editions.items()
        if edition is not None
        for cell in form.list_form_cells(table, edition)
    }
    if set(own.editions) == {Table.STATISTICS}:  # labels drift from year to year: not every line is printed in each
        assert source.year is not None and source.year < form.FIRST_YEAR
        assert {fact.cell for fact in own.facts} <= expected
        assert len(own.facts) >= _FEWEST_FIGURES and not own.unread
    else:
        assert set(own.editions) == set(TABLES)
        assert {fact.cell for fact in own.facts} == expected
    assert all(fact.is_certain for fact in own.facts)
    assert (own.organ.place_code, own.year) == (source.place_code, source.year)
    assert source.place_code is not None and (find_place(source.place_code) or list_parents(source.place_code))


@pytest.mark.parametrize("source", transcribed(), ids=lambda source: source.file)
def test_a_transcription_says_what_it_is_and_carries_no_sentence(source: Source) -> None:
    own = report(source)
    prose = "".join(section.text for section in own.narrative)
    assert "转录" in prose
    assert len(prose) < 200 + len(source.url or "")


def test_printed_forms_are_kept() -> None:
    by_year = {(source.place_code, source.year): report(source) for source in transcribed()}
    ruicheng = {fact.cell: fact.printed for fact in by_year["140830", 2020].facts}
    change = form.find_cell(Table.II, "penalties", "item_change").code
    amount = form.find_cell(Table.II, "procurement", "amount").code
    assert (ruicheng[change], ruicheng[amount]) == ("-453", "17345 万元")


def test_hongze_keeps_its_two_editions_in_one_report() -> None:
    hongze = [report(source) for source in transcribed() if source.place_code == "320813"]
    assert [one.year for one in hongze] == [2023, 2024]
    assert all(one.editions[Table.II] is Edition("2021") for one in hongze)
    assert all(one.editions[Table.III] is Edition("2019") for one in hongze)


def test_the_evidence_of_a_collected_figure_marks_the_figure_and_not_the_organ(collection: Settings) -> None:
    with open_warehouse(collection.warehouse) as warehouse:
        organs = warehouse.organs().set_index("organ")["organ_id"]
        figures = warehouse.figures(organs=[int(organs["金湖县人民政府"])])
        one = figures[figures["printed"] == "189"].iloc[0]
        (found,) = warehouse.list_evidence(int(one["report_id"]), [int(one["cell"])])
    content = (ROOT / "data" / "raw" / found.file).read_bytes()
    assert found.element is not None
    around = read_excerpt(
        [content], name="figures.csv", sha256=found.sha256, element=found.element, row=found.row, column=found.column
    )
    assert [cell.text for row in around.rows for cell in row if cell.is_marked] == ["189"]
