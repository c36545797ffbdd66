"""Files taken away in a real browser, read back and compared with the rows of the screen."""

# ruff: noqa: F811

from __future__ import annotations

import io
import urllib.request
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from test_journeys import HONGZE, RUICHENG, opened, page, server  # noqa: F401

import analytics
from analytics.exports.files import render_csv
from analytics.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
MEASURES = ("penalty_items", "penalty_decisions", "disclosure_rate")
ORGANS = ("芮城县人民政府", "洪泽区人民政府")


def taken(page: Any, button: str, tmp_path: Path) -> bytes:
    with page.expect_download(timeout=30_000) as caught:
        page.get_by_role("button", name=button).click()
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)
    return file.read_bytes()


@pytest.mark.parametrize(("shape", "names"), [("long", "zh"), ("wide", "zh"), ("long", "keys"), ("wide", "en")])
def test_every_file_is_the_table_on_the_screen(
    page: Any, server: tuple[str, Settings], tmp_path: Path, shape: str, names: str
) -> None:
    address, settings = server
    chosen = "&".join([*(f"m={key}" for key in MEASURES), f"o={RUICHENG}", f"o={HONGZE}"])
    opened(page, f"{address}/data?lang=zh&{chosen}&from=2019&to=2024&shape={shape}&names={names}")
    with analytics.open_warehouse(settings.warehouse) as warehouse:
        expected = analytics.rows(
            warehouse, MEASURES, organs=ORGANS, years=range(2019, 2025), only_reports=True, shape=shape, names=names
        )
    count = f"（{len(expected)} 行）"
    assert count in page.inner_text("[data-testid=stExpander] summary")
    assert taken(page, f"下载 CSV{count}", tmp_path) == render_csv(expected)
    table = pd.read_parquet(io.BytesIO(taken(page, f"下载 Parquet{count}", tmp_path)))
    assert render_csv(table) == render_csv(expected)
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken(page, f"下载 XLSX{count}", tmp_path)))
    head, *rows = book.get_sheet_by_name("数据").to_python()
    assert head == list(expected.columns) and len(rows) == len(expected)
    for row, (_, expected_row) in zip(rows, expected.iterrows(), strict=True):
        assert [cell == "" for cell in row] == [bool(pd.isna(value)) or value == "" for value in expected_row]
        pairs = [(cell, value) for cell, value in zip(row, expected_row, strict=True) if not pd.isna(value)]
        # A sheet holds sixteen digits of a number; text is equal to the letter.
        assert all(
            cell == (value if isinstance(value, str) else pytest.approx(value, rel=1e-14)) for cell, value in pairs
        )
    notes = taken(page, "下载数据说明", tmp_path).decode()
    assert "引用格式" in notes and f"shape={shape}" in notes
    assert names == "zh" or f"names={names}" in notes  # the page's own language needs no word in the address


def test_the_file_of_everything_is_that_of_the_data_link(
    page: Any, server: tuple[str, Settings], tmp_path: Path
) -> None:
    opened(page, f"{server[0]}/data?lang=zh&m=requests_new&m=penalty_items")
    query = "m=requests_new&m=penalty_items&names=zh&bom=1"
    with urllib.request.urlopen(f"{server[0]}/data/rows.csv?{query}") as answer:
        linked = answer.read()
    assert linked.count(b"\r\n") > 40
    assert taken(page, "下载 CSV", tmp_path) == linked


def test_the_mark_of_csv_is_left_out_on_request(page: Any, server: tuple[str, Settings], tmp_path: Path) -> None:
    opened(page, f"{server[0]}/data?lang=zh&m=penalty_items&o={RUICHENG}")
    page.get_by_role("button", name="文件选项").click()
    page.get_by_text("CSV 不带字节顺序标记（BOM）").click()
    page.wait_for_timeout(1500)
    page.keyboard.press("Escape")
    assert not taken(page, "下载 CSV", tmp_path).startswith(b"\xef\xbb\xbf")
