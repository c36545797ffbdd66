"""A table beside a chart goes into every kind of file whole, with what is needed to understand it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from analytics.exports.formats import FileFormat
from analytics.exports.listed import PageTable, render_page_table, translate_table
from analytics.words import Language
from table_editions import editions

TABLE = pd.DataFrame(
    {
        "year": [2023, 2024, 2024], "block": ["行政复议"] * 3, "result": ["结果维持", "结果维持", "尚未审结"],
        "value": [10.0, 0.0, float("nan")], "status": ["number", "zero", "blank"],
    }
)  # fmt: skip
ORGANS = pd.DataFrame({"organ_id": [1], "organ": ["甲县人民政府"]})


def listed(language: Language = Language.ZH, origin: str = "published") -> PageTable:
    reports = pd.DataFrame(
        {
            "report_id": [7], "organ_id": [1], "year": [2024], "file": ["甲.html"], "origin": [origin], "read_from": ["document"],
            "url": [None], "published": [pd.NaT], "editions": [editions("2021")], "sha256": ["ab" * 32],
        }
    )  # fmt: skip
    operands = {"where": "行政复议", "left": 0, "right": 11}
    found = pd.DataFrame(
        {"report_id": [7], "organ_id": [1], "year": [2024], "rule": ["total_equals_results"], "severity": ["error"],
         "verdict": ["fails"], "operands": [operands], "file": ["甲.html"]}
    )  # fmt: skip
    return PageTable(
        table=TABLE,
        sentence="甲县2024年",
        reports=reports,
        found=found,
        organs=ORGANS,
        build_id="b1",
        built_on=date(2026, 1, 2),
        link="http://x/remedies?o=1",
        language=language,
    )


@pytest.mark.parametrize("language", list(Language))
def test_every_file_has_the_rows_of_the_screen(language: Language) -> None:
    listing = listed(language)
    translated = translate_table(listing)
    csv = pd.read_csv(io.BytesIO(render_page_table(listing, FileFormat.CSV)), encoding="utf-8-sig")
    parquet = pd.read_parquet(io.BytesIO(render_page_table(listing, FileFormat.PARQUET)))
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_page_table(listing, FileFormat.XLSX)))
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert list(translated.columns) == list(csv.columns) == list(parquet.columns) == head
    assert len(translated) == len(csv) == len(parquet) == len(rows) == 3
    assert parquet.iloc[2].isna().tolist() == [False, False, False, True, False]  # blank is not zero
    assert rows[2][3] == "" and rows[1][3] == 0


def test_the_notes_say_columns_states_findings_sources_and_how_to_cite() -> None:
    notes = render_page_table(listed(), FileFormat.MARKDOWN).decode()
    for words in (
        "甲县2024年",
        "甲.html",
        "b1",
        "http://x/remedies?o=1",
        "空白",
        "单元格空白，不等于 0",
        "表四的结果",
        "各项结果之和为11",
    ):
        assert words in notes
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_page_table(listed(), FileFormat.XLSX)))
    assert book.sheet_names == ["数据", "指标说明", "来源", "核查提示", "关于"]
    assert "总计为0，各项结果之和为11" in str(book.get_sheet_by_name("核查提示").to_python())
    meta = json.loads(
        pq.read_metadata(io.BytesIO(render_page_table(listed(), FileFormat.PARQUET))).metadata[b"countyscope"]
    )
    assert meta["build"] == "b1" and len(meta["dictionary"]) == len(TABLE.columns)


def test_notes_of_simulated_figures_say_so_first() -> None:
    notes = render_page_table(listed(Language.EN, "simulated"), FileFormat.MARKDOWN).decode().splitlines()
    assert "Never cite them as real" in notes[2]


def test_a_whole_form_names_its_years_and_says_what_they_hold() -> None:
    form = pd.DataFrame(
        {"form_line": ["行政许可"], "form_column": ["本年处理决定数量"], "2023": ["550"], "2024": ["该版表格无此项"]}
    )
    listing = replace(listed(), table=form)
    assert list(translate_table(listing).columns) == ["项目", "栏目", "2023", "2024"]
    assert "该报告所印内容；没有数字的注明原因" in render_page_table(listing, FileFormat.MARKDOWN).decode()
    assert pd.read_parquet(io.BytesIO(render_page_table(listing, FileFormat.PARQUET)))["2023"].tolist() == ["550"]
