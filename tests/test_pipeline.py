"""Raw folder → warehouse: nothing is read twice, nothing bad costs anything good, a crash leaves the last build."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import sys
import time
import warnings
import zipfile
from pathlib import Path

import pytest

from analytics.collection.sources import COLUMNS
from analytics.errors import CollectionError, WarehouseError
from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.render import FormSheet, render_html, render_tabbed_text
from analytics.vocabulary import form
from analytics.vocabulary.form import Edition
from analytics.vocabulary.terms import Table
from analytics.warehouse.builds.manifest import Condition, check_condition
from analytics.warehouse.builds.publish import find_builds_folder, find_current_build_id, hold_ingest_lock
from analytics.warehouse.read import open_warehouse

EDITIONS = {Table.II: Edition("2021"), Table.III: Edition("2021"), Table.IV: Edition("2021")}


def sheet(organ: str, year: int, **figures: str) -> FormSheet:
    """A form full of zeros, with some figures given by cell key (``II_penalties_decisions``)."""
    printed = {cell.code: "0" for table, edition in EDITIONS.items() for cell in form.list_form_cells(table, edition)}
    for key, text in figures.items():
        table, rest = key.split("_", 1)
        (code,) = [cell.code for cell in form.list_cells() if cell.key.replace(".", "_") == f"{table}_{rest}"]
        printed[code] = text
    return FormSheet(f"{organ}{year}年政府信息公开工作年度报告", EDITIONS, printed)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.html").write_text(render_html(sheet("芮城县人民政府", 2022, II_penalties_decisions="500")), "utf-8")
    (raw / "b.txt").write_text(render_tabbed_text(sheet("芮城县人民政府", 2023, II_penalties_decisions="530")), "utf-8")
    return Settings(raw=raw, warehouse=tmp_path / "warehouse")


def list_sources(raw: Path, *rows: dict[str, str]) -> None:
    with (raw / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({column: row.get(column, "") for column in COLUMNS} for row in rows)


def penalties(settings: Settings) -> dict[int, float]:
    code = form.find_cell(Table.II, "penalties", "decisions").code
    with open_warehouse(settings.warehouse) as warehouse:
        return {int(row.year): row.value for row in warehouse.figures([code]).itertuples()}


def test_reports_become_figures(settings: Settings) -> None:
    summary = ingest(settings)
    assert (summary.read, summary.reports, summary.unresolved, summary.rejected) == (2, 2, 0, ())
    assert penalties(settings) == {2022: 500, 2023: 530}
    assert check_condition(find_builds_folder(settings.warehouse) / summary.build_id) is Condition.WHOLE


def test_a_second_ingest_parses_nothing_and_publishes_nothing(settings: Settings) -> None:
    first = ingest(settings)
    second = ingest(settings)
    assert (second.read, second.unchanged, second.is_new_build) == (0, 2, False)
    assert second.build_id == first.build_id


def test_bad_documents_cost_no_good_ones(settings: Settings) -> None:
    (settings.raw / "empty.txt").touch()
    (settings.raw / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (settings.raw / "novel.txt").write_text("".join(f"很久以前的第{day}天。\n" for day in range(900)), "utf-8")
    (settings.raw / "sheet.csv").write_text("organ,year,table,line\n芮城县人民政府,2020,II,规章\n", "utf-8")
    with (settings.raw / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    summary = ingest(settings)
    assert {one.file: one.key for one in summary.rejected} == {
        "empty.txt": "empty_file",
        "picture.html": "picture_broken",
        "novel.txt": "not_a_report",
        "sheet.csv": "sheet_column_missing",
        "huge.txt": "too_large",
    }
    assert penalties(settings) == {2022: 500, 2023: 530}


def test_changing_the_source_list_parses_nothing_but_counts(settings: Settings) -> None:
    ingest(settings)
    list_sources(settings.raw, {"file": "a.html", "organ": "金湖县人民政府", "place_code": "320831", "year": "2021"})
    summary = ingest(settings)
    assert (summary.read, summary.is_new_build) == (0, True)
    with open_warehouse(settings.warehouse) as warehouse:
        organs = warehouse.organs().set_index("organ_id")["organ"]
        found = {(organs[row.organ_id], int(row.year)) for row in warehouse.reports().itertuples()}
    assert found == {("金湖县人民政府", 2021), ("芮城县人民政府", 2023)}


def test_of_two_documents_the_later_published_is_current_and_the_difference_a_finding(settings: Settings) -> None:
    (settings.raw / "c.txt").write_text(
        render_tabbed_text(sheet("芮城县人民政府", 2023, II_penalties_decisions="999")), "utf-8"
    )
    list_sources(
        settings.raw, {"file": "b.txt", "published": "2024-01-20"}, {"file": "c.txt", "published": "2024-03-01"}
    )
    ingest(settings)
    assert penalties(settings)[2023] == 999
    with open_warehouse(settings.warehouse) as warehouse:
        (differ,) = warehouse.findings().query("rule == 'documents_differ'").itertuples()
        assert len(warehouse.reports(current_only=False)) == 3
    assert (differ.file, differ.operands) == ("b.txt", {"other": "c.txt", "count": 1})


def test_hand_collected_figures_never_supersede_a_document(settings: Settings) -> None:
    rows = "organ,scope,year,evidence_kind,read_from,table,line,column,value,printed,measured_in,source\n"
    rows += "芮城县人民政府,unknown,2023,table,original,II,行政处罚,本年处理决定数量,1,1,count,x\n"
    rows += "芮城县人民政府,unknown,2023,prose,original excerpt,prose,受理申请,,26,26,count,x\n"
    (settings.raw / "figures.csv").write_text(rows, "utf-8")
    list_sources(settings.raw, {"file": "figures.csv", "published": "2030-01-01"})
    ingest(settings)
    assert penalties(settings)[2023] == 530
    with open_warehouse(settings.warehouse) as warehouse:
        prose = warehouse.figures().query("cell >= 10000")
    assert prose["value"].tolist() == [26]  # prose figures stand beside the document, under their own key


def test_an_unresolved_report_is_kept_out_of_figures_until_named(settings: Settings) -> None:
    (settings.raw / "d.txt").write_text(render_tabbed_text(sheet("鼓楼区人民政府", 2023)), "utf-8")
    assert ingest(settings).unresolved == 1
    list_sources(settings.raw, {"file": "d.txt", "place_code": "320106"})
    assert ingest(settings).unresolved == 0


def test_carrying_forward_and_opening_with_another_number_is_a_finding(settings: Settings) -> None:
    (settings.raw / "a.html").write_text(
        render_html(sheet("芮城县人民政府", 2022, III_carried_forward_total="7")), "utf-8"
    )
    (settings.raw / "b.txt").write_text(
        render_tabbed_text(sheet("芮城县人民政府", 2023, III_carried_over_total="8")), "utf-8"
    )
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        (found,) = warehouse.findings().query("rule == 'carry_over_differs'").itertuples()
    assert (found.severity, found.operands["expected"], found.operands["printed"]) == ("error", 7, 8)


@pytest.mark.parametrize("column", ["year", "place_code", "origin", "published"])
def test_a_bad_source_list_names_row_and_column(settings: Settings, column: str) -> None:
    list_sources(settings.raw, {"file": "a.html", column: "nonsense"})
    with pytest.raises(CollectionError) as caught:
        ingest(settings)
    assert (caught.value.operands["row"], caught.value.operands["column"]) == (2, column)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="raw_missing"):
        ingest(Settings(raw=tmp_path / "nowhere", warehouse=tmp_path / "warehouse"))


def test_a_second_ingest_at_the_same_time_is_refused(settings: Settings) -> None:
    with hold_ingest_lock(settings.warehouse), pytest.raises(WarehouseError, match="ingest_running"):
        ingest(settings)


def test_a_missing_warehouse_is_said(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="no_build"):
        open_warehouse(tmp_path)


def test_an_open_build_stays_readable_while_newer_ones_are_published(settings: Settings) -> None:
    ingest(settings)
    with open_warehouse(settings.warehouse) as old:
        for number in range(3):
            (settings.raw / "b.txt").write_text(
                render_tabbed_text(sheet("芮城县人民政府", 2023, II_penalties_decisions=str(number))), "utf-8"
            )
            ingest(settings)
        assert len(old.figures()) == 400
    assert penalties(settings)[2023] == 2
    assert len(list(find_builds_folder(settings.warehouse).iterdir())) == 2


def test_many_processes_give_the_same_facts(settings: Settings, tmp_path: Path) -> None:
    for number in range(12):
        shutil.copy(settings.raw / "a.html", settings.raw / f"copy{number}.html")
    other = Settings(raw=settings.raw, warehouse=tmp_path / "other", batch_files=3)
    ingest(settings)
    ingest(other, jobs=2)
    with open_warehouse(settings.warehouse) as one, open_warehouse(other.warehouse) as two:
        assert one.figures().equals(two.figures())


@pytest.mark.slow
def test_a_killed_ingest_leaves_the_last_build_in_use(settings: Settings) -> None:
    ingest(settings)
    before = find_current_build_id(settings.warehouse)
    for number in range(400):
        shutil.copy(settings.raw / "a.html", settings.raw / f"copy{number}.html")
    command = [
        sys.executable,
        "-m",
        "analytics",
        "ingest",
        str(settings.raw),
        "--warehouse",
        str(settings.warehouse),
        "--jobs",
        "1",
    ]
    for delay in (0.8, 1.4, 2.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert penalties(settings)[2022] == 500
    after = find_current_build_id(settings.warehouse)
    assert after is not None and check_condition(find_builds_folder(settings.warehouse) / after) is Condition.WHOLE
    assert before is not None
    assert ingest(settings).reports == 402  # and the next ingest completes what was begun


def test_a_shard_that_a_crash_left_half_written_is_none(settings: Settings) -> None:
    ingest(settings)
    (shard,) = (settings.warehouse / "cache").glob("*/*/documents.parquet")
    half = shard.parent.with_name(".half")
    half.mkdir()
    shutil.move(shard, half / shard.name)
    shutil.rmtree(shard.parent)
    shutil.copy(settings.raw / "a.html", settings.raw / "copy.html")
    assert ingest(settings).reports == 3 and not half.exists()


def test_a_file_name_in_another_encoding_costs_that_file_alone(settings: Settings) -> None:
    shutil.copy(settings.raw / "a.html", os.fsencode(settings.raw) + b"/\xff\xfe.html")
    summary = ingest(settings)
    assert [(one.file, one.key) for one in summary.rejected] == [(r"\xff\xfe.html", "file_name_broken")]
    assert penalties(settings) == {2022: 500, 2023: 530}
    assert ingest(settings).read == 0  # the refusal is remembered


def test_another_way_of_building_makes_another_build(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(settings)
    assert not ingest(settings).is_new_build
    monkeypatch.setattr("analytics.ingest.digests.make_builder_fingerprint", lambda: "another version")
    changed = ingest(settings)
    assert (changed.is_new_build, changed.read) == (True, 0)


def test_a_sheet_that_mixes_scopes_or_counts_below_zero_is_said(settings: Settings) -> None:
    rows = "organ,scope,year,evidence_kind,read_from,table,line,column,value,printed,measured_in,source\n"
    rows += "金湖县人民政府,whole area,2022,table,original,III,一、本年新收政府信息公开申请数量,总计,821,821,count,x\n"
    rows += "金湖县人民政府,own office,2022,table,original,III,二、上年结转政府信息公开申请数量,总计,-5,-5,count,x\n"
    (settings.raw / "figures.csv").write_text(rows, "utf-8")
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        found = warehouse.findings().query("file == 'figures.csv'")
    assert {"sheet_scopes_mixed", "cell_unreadable"} <= set(found["rule"])


@pytest.mark.parametrize(("origin", "fault"), [("published", "publisher"), ("transcribed", "transcription")])
def test_a_wrong_sum_of_a_transcription_is_not_said_to_stand_in_the_original(
    settings: Settings, origin: str, fault: str
) -> None:
    wrong = sheet("芮城县人民政府", 2022, III_new_natural="8")
    (Path(settings.raw) / "a.html").write_text(render_html(wrong), "utf-8")
    list_sources(Path(settings.raw), {"file": "a.html", "origin": origin})
    ingest(settings)
    with open_warehouse(settings.warehouse) as build:
        findings = build.findings()
    failing = findings[findings["rule"] == "received_equals_handled"]
    assert set(failing["fault"]) == {fault}
    assert {operands["fault"] for operands in failing["operands"]} == {fault}


def test_a_name_that_stands_twice_in_an_archive_is_refused_at_every_ingest_alike(settings: Settings) -> None:
    raw = Path(settings.raw)
    with warnings.catch_warnings(), zipfile.ZipFile(raw / "two.zip", "w") as packed:
        warnings.simplefilter("ignore")
        for year in (2019, 2020):
            packed.writestr("x.html", render_html(sheet("芮城县人民政府", year)))
    for read in (3, 0):
        summary = ingest(settings)
        assert (summary.read, summary.unchanged, summary.reports) == (read, 3 - read, 2)
        assert [(one.file, one.key) for one in summary.rejected] == [("two.zip!/x.html", "archive_member_twice")]


def test_an_excerpt_with_a_later_date_does_not_displace_a_report(settings: Settings) -> None:
    excerpt = "芮城县人民政府2022年政府信息公开工作年度报告\n<table><tr><td>行政处罚</td><td>7</td></tr></table>"
    (Path(settings.raw) / "z.html").write_text(
        f"<html><body><h1>{excerpt}<p>发布日期：2024-12-30</p></body></html>".replace("</h1>", ""), "utf-8"
    )
    list_sources(
        Path(settings.raw),
        {
            "file": "z.html",
            "organ": "芮城县人民政府",
            "place_code": "140830",
            "year": "2022",
            "published": "2024-12-30",
        },
    )
    ingest(settings)
    assert penalties(settings)[2022] == 500
