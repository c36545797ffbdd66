"""Files hold exactly the rows of the table, and nothing a spreadsheet would run."""

from __future__ import annotations

import gc
import io
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from analytics.errors import SelectionError
from analytics.exports.files import render_csv, render_csv_pieces, write_parquet
from analytics.exports.table import (
    build_wide_table,
    build_years_table,
    name_measure,
    name_wide_table,
    name_years_table,
)
from analytics.exports.workbook import MOST_ROWS, refuse_too_many, write_workbook
from analytics.vocabulary.measures import list_measures, list_measures_before_2019
from analytics.words import Language

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(TEXTS, st.one_of(st.none(), st.integers(-(10**9), 10**9))), min_size=1, max_size=8))
def test_csv_reads_back_equal(rows: list[tuple[str, int | None]]) -> None:
    table = pd.DataFrame(rows, columns=["text", "value"]).astype({"value": "float64"})
    back = pd.read_csv(io.BytesIO(render_csv(table)), keep_default_na=False, dtype=str, encoding="utf-8-sig")
    assert back["value"].tolist() == ["" if value is None else str(value) for _, value in rows]
    assert [text.lstrip("'") if text.startswith("'") else text for text in back["text"]] == [
        text.lstrip("'") if text.startswith("'") else text for text, _ in rows
    ]


def test_formulas_are_neutralised_and_negative_numbers_stay_numbers() -> None:
    table = pd.DataFrame(
        {"printed": ["=1+1", "+22", "-453", "@x", "1701"], "value": [2.0, 22.0, -453.0, float("nan"), 1701.5]}
    )
    lines = render_csv(table, byte_order_mark=False).decode().splitlines()
    assert lines == ["printed,value", "'=1+1,2", "'+22,22", "'-453,-453", "'@x,", "1701,1701.5"]


@pytest.mark.parametrize("text", ["＝1+1", "＋22", "－４５３", "＠SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1"])
def test_full_width_signs_and_signs_behind_white_space_are_neutralised(text: str) -> None:
    table = pd.DataFrame({"printed": [text, "1,701"], "value": [-453.0, 1701.0]})
    back = pd.read_csv(io.BytesIO(render_csv(table)), keep_default_na=False)
    assert back["printed"].tolist()[0].startswith("'")
    assert back["printed"].tolist()[1] == "1,701" and back["value"].tolist() == [-453, 1701]


def test_csv_begins_with_a_byte_order_mark_unless_plain() -> None:
    table = pd.DataFrame({"机关": ["芮城县人民政府"]})
    assert render_csv(table).startswith(b"\xef\xbb\xbf")
    assert render_csv(table, byte_order_mark=False).decode() == "机关\r\n芮城县人民政府\r\n"


def test_a_workbook_keeps_text_as_text_and_numbers_as_numbers() -> None:
    table = pd.DataFrame(
        {"原文": ["=1+1", "-453"], "数值": [2.0, -453.0], "年度": pd.array([2020, None], dtype="Int16")}
    )
    stream = io.BytesIO()
    write_workbook(stream, "数据", [table], dict)
    book = CalamineWorkbook.from_filelike(io.BytesIO(stream.getvalue()))
    assert book.get_sheet_by_name("数据").to_python() == [
        ["原文", "数值", "年度"],
        ["=1+1", 2.0, 2020.0],
        ["-453", -453.0, ""],
    ]


def test_a_wide_table_has_a_row_an_organ_and_year_and_a_status_beside_every_value() -> None:
    rows = [("甲", "1", 2022, "requests_new", 3.0, "number"), ("甲", "1", 2022, "penalty_items", None, "not_on_form"),
            ("甲", "1", 2023, "requests_new", 0.0, "zero")]  # fmt: skip
    long = pd.DataFrame(rows, columns=["organ", "place_code", "year", "measure", "value", "status"])
    long["is_corrected"] = [False, False, True]
    wide = build_wide_table(long)
    assert wide["year"].tolist() == [2022, 2023]
    assert wide["requests_new"].tolist() == [3.0, 0.0]
    assert wide["requests_new_status"].tolist() == ["number", "corrected"]
    assert wide["penalty_items_status"].tolist()[0] == "not_on_form"
    assert pd.isna(wide["penalty_items_status"].tolist()[1])
    named = name_wide_table(wide, Language.ZH)
    assert list(named.columns)[3:5] == ["本年新收申请", "本年新收申请（状态）"]
    assert named["本年新收申请（状态）"].tolist() == ["数值", "经更正"]


def test_a_table_of_years_has_a_row_an_organ_and_measure_and_a_status_beside_every_year() -> None:
    rows = [("甲", "1", 2019, "penalty_items", 1701.0, "number", 2020),
            ("甲", "1", 2020, "penalty_items", 1248.0, "number", None),
            ("乙", None, 2020, "penalty_items", None, "blank", None)]  # fmt: skip
    long = pd.DataFrame(rows, columns=["organ", "place_code", "year", "measure", "value", "status", "stated_by_year"])
    long["is_corrected"] = False
    table = build_years_table(long, range(2019, 2022))
    assert table["organ"].tolist() == ["甲", "乙"] and table["2019"].tolist()[0] == 1701.0
    assert table["2019_status"].tolist()[0] == "stated_by_2020" and table["2020_status"].tolist() == ["number", "blank"]
    assert table["2021"].isna().all() and pd.isna(table["2020"].tolist()[1])
    named = name_years_table(table, Language.ZH)
    assert named["2020（状态）"].tolist() == ["数值", "空白"] and "2020" in named["2019（状态）"].tolist()[0]


def test_parquet_keeps_what_csv_neutralises_and_carries_its_notes() -> None:
    table, stream = pd.DataFrame({"printed": ["-453"], "value": [-453.0]}), io.BytesIO()
    write_parquet(stream, [table], lambda: '{"build": "b"}')
    back = pd.read_parquet(stream)
    assert back.equals(table)
    assert pq.read_metadata(stream).metadata[b"countyscope"] == b'{"build": "b"}'


def test_pieces_are_the_whole() -> None:
    table = pd.DataFrame({"原文": ["=1", "-2", None], "数值": [1.0, -2.5, None]})
    pieces = b"".join(render_csv_pieces([table.iloc[:1], table.iloc[1:2], table.iloc[2:]]))
    assert pieces == render_csv(table)
    stream = io.BytesIO()
    write_parquet(stream, [table.iloc[2:], table.iloc[:2]], str)
    assert pd.read_parquet(stream)["数值"].tolist()[1:] == [1.0, -2.5]


def test_a_sheet_refuses_more_rows_than_it_holds() -> None:
    refuse_too_many(MOST_ROWS)
    with pytest.raises(SelectionError, match="too_many_rows"):
        refuse_too_many(MOST_ROWS + 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_workbook_for_which_there_is_no_room_complains_once() -> None:
    """Warnings are errors here: an archive that is let go half written would give one."""
    table = pd.DataFrame({"value": range(2_000)})
    with pytest.raises(OSError, match="No space left"), Path("/dev/full").open("wb", buffering=0) as file:
        write_workbook(file, "data", [table], dict)
    gc.collect()


@pytest.mark.parametrize("language", list(Language))
def test_every_measure_has_a_name_of_its_own_in_files(language: Language) -> None:
    keys = [measure.key for measure in (*list_measures(), *list_measures_before_2019())]
    names = [name_measure(key, language) for key in keys]
    assert [name for name in names if names.count(name) > 1] == []
