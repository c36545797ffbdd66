"""A county drops its draft, sees a finding in the document, and publishes or discards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_journeys import served

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.words import Language, say
from conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
TRANSCRIBED = ROOT / "data" / "raw" / "transcribed"
COLLECTED, DRAFT = "芮城县人民政府_2020.txt", "淮安市洪泽区人民政府_2023.html"


@pytest.fixture
def served_raw(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a server, and the folder of its documents."""
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(TRANSCRIBED / COLLECTED, raw)
    settings = Settings(raw=raw, warehouse=tmp_path / "warehouse")
    ingest(settings)
    with served(settings) as address:
        yield address, raw


@pytest.mark.parametrize("ending", ["publish", "discard"])
@pytest.mark.parametrize(("language", "width", "height"), [(Language.ZH, 1440, 900), (Language.EN, 390, 844)])
def test_files_are_dropped_looked_at_and_published_or_discarded(
    browser: Any, served_raw: tuple[str, Path], language: Language, width: int, height: int, ending: str
) -> None:
    address, raw = served_raw
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(f"{address}/upload?lang={language}")
    page.locator("input[type=file]").wait_for(state="attached", timeout=30_000)
    page.set_input_files("input[type=file]", [TRANSCRIBED / DRAFT, TRANSCRIBED / COLLECTED])
    page.get_by_role("button", name=say("upload.read", language), exact=True).click()
    page.get_by_role("heading", name=say("quality.findings", language)).wait_for(timeout=60_000)
    assert [file.name for file in raw.rglob("*") if file.is_file() and not file.name.startswith(".")] == [COLLECTED]
    table = page.locator(".st-key-upload-findings canvas").first
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    at = table.bounding_box()
    page.mouse.click(at["x"] + 15, at["y"] + 53)
    page.get_by_text(say("evidence.around", language)).wait_for(timeout=20_000)
    page.wait_for_timeout(1000)
    pictures = os.environ.get("UPLOAD_PICTURES")
    if pictures:
        page.screenshot(path=f"{pictures}/{language}-{ending}-b.png")
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
        page.wait_for_timeout(500)
        page.screenshot(path=f"{pictures}/{language}-{ending}-a.png")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name=say(f"upload.{ending}", language), exact=False).last.click()
    page.locator("[data-testid=stAlertContentSuccess]").wait_for(timeout=90_000)
    published = list(raw.glob(f"uploaded/*/{DRAFT}"))
    assert len(published) == (ending == "publish")
    assert not list(raw.glob(f"uploaded/*/{COLLECTED}"))
    if pictures:
        page.screenshot(path=f"{pictures}/{language}-{ending}-c.png")
