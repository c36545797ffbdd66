"""Files written block by block hold the rows of ``analytics.rows``, in its order, with their notes."""

from __future__ import annotations

import io
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

import analytics
from analytics.errors import SelectionError
from analytics.exports.files import render_csv
from analytics.exports.formats import FileFormat, find_format
from analytics.exports.table import shape_table
from analytics.query import extracts
from analytics.settings import Settings
from analytics.warehouse.read import Warehouse

EVERY = ["penalty_items", "requests_new", "charge_items", "disclosure_rate", "suit_direct_total"]
"""Items that the next year's report states, counts, rates, and what an edition lacks."""


def written(warehouse: Warehouse, made: str, **selection: object) -> io.BytesIO:
    stream = io.BytesIO()
    extracts.write(extracts.extract(warehouse, EVERY, **selection), find_format(made), stream, byte_order_mark=False)  # type: ignore[arg-type]
    stream.seek(0)
    return stream


@pytest.mark.parametrize(("only_reports", "names"), [(True, "zh"), (False, "keys"), (True, "en")])
@pytest.mark.parametrize("shape", ["long", "wide", "years"])
def test_blocks_are_the_rows_in_their_order(
    collection: Settings, monkeypatch: pytest.MonkeyPatch, only_reports: bool, shape: str, names: str
) -> None:
    monkeypatch.setitem(extracts._BLOCK, shape, 12)
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        expected = analytics.rows(warehouse, EVERY, only_reports=only_reports, shape=shape, names=names)
        selection = {"only_reports": only_reports, "shape": shape, "names": names}
        assert written(warehouse, "csv", **selection).read() == render_csv(expected, byte_order_mark=False)
        table = pd.read_parquet(written(warehouse, "parquet", **selection))
        extract = extracts.extract(warehouse, EVERY, **selection)  # type: ignore[arg-type]
        assert extracts.count_rows(extract) == len(expected)
    assert render_csv(table) == render_csv(expected)


@pytest.mark.parametrize("years", [[2018], [2019, 2024]])
@pytest.mark.parametrize("shape", ["long", "wide", "years"])
def test_rows_are_counted_before_they_are_made(collection: Settings, years: list[int], shape: str) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        for keys in (EVERY, ["requests_new"], ["penalty_items", "disclosure_rate"]):
            extract = extracts.extract(warehouse, keys, years=years, only_reports=True, shape=shape)
            found = sum(len(shape_table(block, shape, "keys")) for block in extracts.read_blocks(extract))
            assert extracts.count_rows(extract) == found


def test_a_workbook_has_the_rows_and_everything_that_explains_them(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        stream = io.BytesIO()
        extract = extracts.extract(
            warehouse, ["penalty_items", "disclosure_rate"], organs=["芮城县人民政府"], years=[2020], names="zh",
            link="http://x/data",
        )  # fmt: skip
        assert extracts.write(extract, FileFormat.XLSX, stream) == 2
    book = CalamineWorkbook.from_filelike(io.BytesIO(stream.getvalue()))
    assert book.sheet_names == ["数据", "指标说明", "来源", "核查提示", "关于"]
    head, first, _ = book.get_sheet_by_name("数据").to_python()
    row = dict(zip(head, first, strict=True))
    assert (row["数值"], row["同比增减"], row["状态"], row["年度"]) == (1248.0, -453.0, "数值", 2020.0)
    about = {line[0]: line[1] for line in book.get_sheet_by_name("关于").to_python()}
    assert about["链接"] == "http://x/data" and about["数据版本"] in about["引用格式"]
    assert about["机关"] == "芮城县人民政府" and about["表格版本"] == ""
    assert len(book.get_sheet_by_name("来源").to_python()) == 2


def test_notes_say_what_was_filtered_counts_and_sources(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        extract = extracts.extract(
            warehouse, ["penalty_items"], only_reports=True, names="zh", link="http://x/data?m=y"
        )
        stream = io.BytesIO()
        extracts.write(extract, FileFormat.MARKDOWN, stream)
        notes = stream.getvalue().decode()
        table = pd.concat(extracts.read_blocks(extract))
        reports = warehouse.reports()
    assert "- **机关** 全部收录机关（24 个）" in notes and "- **未收录报告的年度** 不列" in notes
    assert "上一年项目数量 + 本年增/减" in notes and "http://x/data?m=y" in notes
    for status, count in table["status"].value_counts().items():
        assert f"| {count} |" in notes, status
    shas = reports.loc[reports["file"].isin(table["file"]), "sha256"]
    assert len(shas) and all(sha in notes for sha in shas)
    assert "模拟" not in notes


def test_parquet_carries_the_same_notes(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        stream = written(warehouse, "parquet", organs=["芮城县人民政府"], years=[2020])
        build = warehouse.build_id
    notes = json.loads(pq.read_metadata(stream).metadata[b"countyscope"])
    assert notes["build"] == build and build in notes["citation"]
    assert all(len(row["SHA-256"]) == 64 for row in notes["sources"])
    assert sum(row["Count"] for row in notes["statuses"]) == len(EVERY)


def test_simulated_rows_are_cited_as_simulated_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    from analytics.ingest.pipeline import ingest
    from analytics.simulate.collection import Plan, write

    folder = tmp_path_factory.mktemp("simulated")
    write(folder, Plan(counties=2, formats=()), lambda done, total: None)
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    with analytics.open_warehouse(settings.warehouse) as warehouse:
        stream = written(warehouse, "md", names="en")
    lines = stream.read().decode().splitlines()
    assert lines[2].startswith("**Simulated data")
    assert any(line.startswith("- **How to cite** (Simulated data") for line in lines)


def test_sources_are_the_reports_behind_the_rows_though_one_file_holds_many(collection: Settings) -> None:
    with analytics.open_warehouse(collection.warehouse) as warehouse:
        extract = extracts.extract(warehouse, ["requests_new"], organs=["金湖县人民政府"], only_reports=True)
        stream = io.BytesIO()
        extracts.write(extract, FileFormat.MARKDOWN, stream)
    sources = stream.getvalue().decode().split("## ")[-1]
    assert sources.count("金湖县人民政府") == 2
    assert "沭阳" not in sources and "宿迁" not in sources


def test_a_measure_of_a_table_that_no_report_has_is_refused_for_that_reason(collection: Settings) -> None:
    with (
        analytics.open_warehouse(collection.warehouse) as warehouse,
        pytest.raises(SelectionError, match="measure_without_table"),
    ):
        extracts.write(extracts.extract(warehouse, ["national_trained"]), FileFormat.CSV, io.BytesIO())
