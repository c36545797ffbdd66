"""From a finding to its cells in the document with one click, and a word on it that stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_evidence_journeys import DRAWER, is_on_screen
from test_journeys import served

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from conftest import ROOT, SIZES

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
FILE = "淮安市洪泽区人民政府_2023.html"


@pytest.fixture
def served_raw(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a server, and the folder of its documents."""
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(ROOT / "data" / "raw" / "transcribed" / FILE, raw)
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    with served(settings) as address:
        yield address, raw


@pytest.mark.parametrize("size", SIZES)
def test_a_click_on_a_finding_boxes_its_cells_and_a_review_is_kept(
    browser: Any, served_raw: tuple[str, Path], size: str
) -> None:
    address, raw = served_raw
    width, height = SIZES[size]
    page = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN").new_page()
    page.goto(f"{address}/quality?lang=zh&sev=error&rule=total_equals_results")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    table.wait_for(timeout=30_000)
    page.wait_for_timeout(2500)
    table.scroll_into_view_if_needed()
    at = table.bounding_box()
    page.mouse.click(at["x"] + 15, at["y"] + 53)
    page.wait_for_selector(f"{DRAWER} iframe", timeout=15_000)
    frame = page.frame_locator(f"{DRAWER} iframe")
    frame.locator("#here").first.wait_for(state="attached", timeout=15_000)
    page.wait_for_timeout(1000)
    assert is_on_screen(page, frame, "#here")
    assert "11" in frame.locator(".finding").inner_text()
    page.locator(f"{DRAWER} button:visible").first.click()
    page.get_by_label("核对人").first.fill("甲")
    page.get_by_label("批注").first.fill("已核对")
    page.get_by_label("批注").first.press("Tab")
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="确认", exact=False).first.click()
    page.get_by_text("核对情况：已确认").wait_for(timeout=15_000)
    assert "已核对" in (raw / "reviews.csv").read_text("utf-8-sig")
    page.close()
