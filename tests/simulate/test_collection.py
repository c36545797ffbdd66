"""A simulated collection: coherent over the years, stamped everywhere, its truth beside it."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from analytics.cli import app
from analytics.documents.detect import read
from analytics.errors import CollectionError
from analytics.ingest.pipeline import ingest
from analytics.reports.numbers import read as read_number
from analytics.reports.parse import parse
from analytics.settings import Settings
from analytics.simulate.collection import FORMATS, Format, Plan, write
from analytics.simulate.errors import ERRORS
from analytics.simulate.places import list_counties
from analytics.simulate.quality import Quality, measure_quality
from analytics.simulate.world import Filled, simulate
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.identities import Cells, judge, list_identities
from analytics.vocabulary.places.fictional import STAMP, is_fictional
from analytics.vocabulary.terms import Table, Verdict
from analytics.warehouse.read import open_warehouse

YEARS = range(2019, 2026)
TEXTS = (Format.HTML, Format.TXT, Format.DOCX, Format.XLSX)


def forms(*, errors: float = 0.0, count: int = 12) -> list[list[Filled]]:
    return [list(simulate(place, YEARS, seed=3, errors=errors)) for place in list_counties(count)]


def value(filled: Filled, line: str, column: str, table: Table = Table.III) -> float:
    return read_number(filled.sheet.text(table, line, column)).value or 0.0


def test_forms_without_errors_add_up() -> None:
    for county in forms():
        for filled in county:
            cells = Cells({code: read_number(text)[:2] for code, text in filled.sheet.printed.items()})
            for table, edition in filled.sheet.editions.items():
                for identity in list_identities(table, edition):
                    assert judge(identity, cells).verdict is not Verdict.FAILS
                assert {cell.code for cell in form.list_form_cells(table, edition)} == {
                    code for code in filled.sheet.printed if form.map_cells_by_code()[code].table is table
                }


def test_what_is_carried_forward_opens_the_next_year_and_documents_in_force_follow() -> None:
    for county in forms():
        for before, after in pairwise(county):
            assert value(after, "carried_over", "total") == value(before, "carried_forward", "total")
            if before.sheet.editions[Table.II] is Edition("2021"):
                was, issued, gone = (
                    value(one, "admin_normative", column, Table.II)
                    for one, column in ((before, "in_force"), (after, "issued"), (after, "repealed"))
                )
                assert value(after, "admin_normative", "in_force", Table.II) == was + issued - gone


def test_some_organs_take_the_new_form_late_and_some_in_one_table_only() -> None:
    firsts, mixed = set(), 0
    for county in forms(count=120):
        new = [one.year for one in county if one.sheet.editions[Table.II] is Edition("2021")]
        firsts.add(min(new))
        mixed += any(one.sheet.editions[Table.II] is not one.sheet.editions[Table.III] for one in county)
    assert firsts == {2021, 2022, 2023}
    assert 0 < mixed < 20


def test_counties_keep_their_figures_whatever_others_are_simulated() -> None:
    assert [one.sheet for one in forms(count=3)[2]] == [one.sheet for one in forms(count=5)[2]]


def test_errors_are_recorded_with_cells_that_differ() -> None:
    right, wrong = forms(count=40), forms(errors=1.0, count=40)
    seen = set()
    for filled in (one for county in wrong for one in county):
        (error,) = filled.errors
        seen.add(error.name)
        assert set(error.cells) <= set(filled.sheet.printed)
    assert seen == set(ERRORS)
    assert not any(one.errors for county in right for one in county)


def test_more_counties_than_there_are_cannot_be_simulated() -> None:
    assert len(set(list_counties(3240))) == 3240
    with pytest.raises(ValueError, match="3241"):
        list_counties(3241)


def test_a_written_collection_reads_as_its_truth_says(tmp_path: Path) -> None:
    folder = tmp_path / "world"
    assert write(folder, Plan(counties=6, formats=TEXTS, damage=0.5, errors=0.3, seed=2)) == 42
    with (folder / "truth.csv").open(encoding="utf-8-sig") as file:
        documents = list(csv.DictReader(file))
    assert {row["format"] for row in documents} == set(TEXTS)
    truth: dict[str, dict[int, str]] = {}
    for row in pq.read_table(folder / "truth.parquet").to_pylist():
        truth.setdefault(row["file"], {})[row["cell"]] = row["printed"]
    total = Quality()
    for row in documents:
        (report,) = parse(read(folder / "raw" / row["file"]))
        assert (report.organ.place_code, str(report.year)) == (row["place_code"], row["year"])
        total += measure_quality(report, truth[row["file"]])
    assert (total.read, total.exact, total.silent) == (total.cells, total.cells, 0)
    assert total.flagged <= 0.05 * total.exact


def test_every_document_and_export_is_stamped(tmp_path: Path) -> None:
    place = list_counties(1)[0]
    (filled,) = simulate(place, [2023], seed=1)
    assert is_fictional(place.code)
    for kind in (*TEXTS, Format.PDF):
        for draw in FORMATS[kind].manners.values():
            (tmp_path / "one").write_bytes(draw(filled.sheet))
            texts = " ".join(
                block.text if hasattr(block, "text") else "".join(cell.text for row in block.rows for cell in row)
                for block in read(tmp_path / "one").blocks
            )
            assert STAMP.split(" ")[0] in texts, kind


def test_the_warehouse_knows_that_figures_are_simulated_whatever_the_source_list_says(tmp_path: Path) -> None:
    write(tmp_path / "world", Plan(counties=1, formats=(Format.TXT,)))
    (tmp_path / "world" / "raw" / "sources.csv").unlink()
    settings = Settings(tmp_path / "world" / "raw", tmp_path / "warehouse")
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert set(warehouse.reports()["origin"]) == {"simulated"}
        assert set(warehouse.figures()["origin"]) == {"simulated"}


def test_a_real_place_may_not_be_listed_as_simulated(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path / "warehouse")
    head = "file,organ,place_code,year,origin,url,published,fetched,sha256\n"
    (tmp_path / "sources.csv").write_text(f"{head}a.html,金湖县人民政府,320831,2021,simulated,,,,\n", "utf-8")
    with pytest.raises(CollectionError):
        ingest(settings)


def test_the_command_refuses_a_folder_in_use_and_an_unknown_format(tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["simulate", str(tmp_path / "a"), *words, "--language", "en"])
        return result.exit_code, result.output

    assert run("--counties", "2", "--format", "txt")[0] == 0
    assert "choose a new folder" in run("--counties", "2")[1]
    code, said = run("--format", "wps")
    assert code == 2
    assert "docx" in said
