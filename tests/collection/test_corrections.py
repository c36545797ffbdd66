"""Corrections: what the list may say, where a corrected value stands, and when it is not applied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from analytics.collection.corrections import COLUMNS, FILE_NAME, read_corrections
from analytics.collection.growing import append_row
from analytics.errors import CollectionError
from analytics.ingest.pipeline import ingest
from analytics.query.frames import select_changes
from analytics.settings import Settings
from analytics.vocabulary import form
from analytics.vocabulary.measures import find_measure
from analytics.vocabulary.terms import Table
from analytics.warehouse.read import open_warehouse
from conftest import ROOT

RUICHENG, HUAIAN = "140830|人民政府", "320800|人民政府"
PENALTIES = next(
    cell.code
    for cell in form.list_cells()
    if cell.table is Table.II and form.name_line(cell.line) == "行政处罚" and cell.column.label == "处理决定数量"
)
ROW = {"organ": RUICHENG, "year": 2020, "cell": PENALTIES, "printed": "530", "value": 350, "unit": "",
       "reason": "数字颠倒", "source": "县司法局来函", "by": "测试", "at": "2026-01-02T03:04:05Z"}  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The repository's transcribed report, in a folder that a test may write to."""
    shutil.copytree(ROOT / "data" / "raw" / "transcribed", tmp_path / "raw")
    return Settings(raw=tmp_path / "raw", warehouse=tmp_path / "warehouse")


def correct(settings: Settings, **other: object) -> None:
    append_row(settings.raw, FILE_NAME, COLUMNS, ROW | other)


def read_penalties(settings: Settings) -> pd.Series:
    with open_warehouse(settings.warehouse) as warehouse:
        frame = select_changes(warehouse, ["penalty_decisions"], organs=["芮城县人民政府"], years=[2020])
    (row,) = (row for _, row in frame.iterrows())
    return row


def list_rules(settings: Settings) -> list[str]:
    with open_warehouse(settings.warehouse) as warehouse:
        return warehouse.findings()["rule"].tolist()


def test_a_correction_stands_in_the_series_with_the_printed_value_beside_it(settings: Settings) -> None:
    ingest(settings)
    before = read_penalties(settings)
    assert before["value"] == 530 and not before["is_corrected"] and pd.isna(before["value_printed"])
    correct(settings)
    summary = ingest(settings)
    assert summary.is_new_build and summary.read == 0  # another build of the same readings
    row = read_penalties(settings)
    assert (row["value"], row["is_corrected"], row["value_printed"], row["printed"]) == (350, True, 530, "530")
    with open_warehouse(settings.warehouse) as warehouse:
        organs = warehouse.list_corrected_organs()
        figures = warehouse.figures([PENALTIES], organs, [2020]).iloc[0]
        assert figures["value"] == 350 and figures["is_corrected"] and figures["printed"] == "530"
        assert warehouse.figures([PENALTIES], organs, [2020], as_printed=True).iloc[0]["value"] == 530
        (evidence,) = warehouse.list_evidence(int(figures["report_id"]), [PENALTIES])
        assert (evidence.printed, evidence.corrected, evidence.reason) == ("530", 350, "数字颠倒")
    assert "corrected" in list_rules(settings)
    assert not ingest(settings).is_new_build


def test_a_correction_of_another_printed_text_is_not_applied_and_said_not_to_be(settings: Settings) -> None:
    correct(settings, printed="531")
    ingest(settings)
    row = read_penalties(settings)
    assert row["value"] == 530 and not row["is_corrected"]
    assert "correction_printed_differs" in list_rules(settings) and "corrected" not in list_rules(settings)


def test_a_correction_of_a_cell_or_report_that_is_not_there_changes_nothing(settings: Settings) -> None:
    absent = next(cell.code for cell in form.list_cells() if "2021" in cell.editions and "2019" not in cell.editions)
    correct(settings, cell=absent, printed="")
    correct(settings, year=2019)
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        assert warehouse.corrections().set_index("year")["outcome"].to_dict() == {2020: "no_cell", 2019: "no_report"}
        assert not warehouse.figures()["is_corrected"].any()
    assert "correction_no_cell" in list_rules(settings)


def test_a_rate_says_that_a_correction_has_part_in_it(settings: Settings) -> None:
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        (code,) = next(iter(find_measure(find_measure("disclosure_rate").numerator[0]).cells.values()))
        organs = warehouse.organs()
        ids = organs.loc[organs["organ_key"] == HUAIAN, "organ_id"].tolist()
        printed = warehouse.figures([code], ids, [2024]).iloc[0]["printed"]
        before = select_changes(warehouse, ["disclosure_rate"], organs=[HUAIAN], years=[2024]).iloc[0]
    correct(settings, organ=HUAIAN, year=2024, cell=code, printed=printed, value=float(printed) - 1)
    ingest(settings)
    with open_warehouse(settings.warehouse) as warehouse:
        after = select_changes(warehouse, ["disclosure_rate"], organs=[HUAIAN], years=[2024]).iloc[0]
    assert after["is_corrected"] and after["value_printed"] == pytest.approx(before["value"])
    assert after["value"] < before["value"]


def test_of_several_rows_for_one_cell_the_last_counts_and_one_without_a_value_withdraws_it(settings: Settings) -> None:
    correct(settings)
    correct(settings, value=351)
    content = (Path(settings.raw) / FILE_NAME).read_bytes()
    assert [row.value for row in read_corrections(content, path=FILE_NAME)] == [351]
    correct(settings, value=None, reason="", source="")
    assert read_corrections((Path(settings.raw) / FILE_NAME).read_bytes(), path=FILE_NAME) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("cell", "17"), ("cell", "x"), ("value", "many"), ("value", "nan"), ("value", "1_000"), ("unit", "斤"),
     ("reason", ""), ("source", ""), ("organ", "芮城县"), ("organ", "000000|人民政府"), ("year", "20")],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named_by_row_and_column(column: str, value: str, settings: Settings) -> None:
    correct(settings, **{column: value})
    with pytest.raises(CollectionError) as caught:
        read_corrections((Path(settings.raw) / FILE_NAME).read_bytes(), path=FILE_NAME)
    assert (caught.value.operands["column"], caught.value.operands["row"]) == (
        "place_code" if value.startswith("000000") else column, 2
    )  # fmt: skip
