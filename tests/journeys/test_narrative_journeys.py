"""From words to the document that prints them, from a mark of a practice to its sentence, on a wide screen and a phone."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from test_evidence_journeys import DRAWER, is_on_screen
from test_journeys import opened, served
from test_pictures import OVERLAPS

from analytics.settings import Settings
from told_collection import COPIED

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
WORDS = COPIED[0][10:24]
VIEWS = (
    "narrative?tab=search", "narrative?tab=search&q=解读", "narrative?tab=read", "narrative?tab=beside",
    "narrative?tab=copies", "narrative?tab=five", "narrative?tab=evaluated", "practices?tab=matrix",
    "practices?tab=years", "practices?tab=problems", "practices?tab=lexicon",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(told: Settings) -> Iterator[str]:
    with served(told) as address:
        yield address


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_fits_its_screen_and_no_text_stands_over_text(page: Any, address: str, language: str) -> None:
    found = {}
    for view in VIEWS:
        opened(page, f"{address}/{view}&lang={language}")
        page.wait_for_timeout(1500)
        over = page.evaluate(OVERLAPS)
        wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
        if over or wide > 1 or page.locator("[data-testid=stException]").count():
            found[view] = over, wide
    assert not found


def test_words_that_are_typed_lead_to_the_document_that_prints_them(page: Any, address: str) -> None:
    opened(page, f"{address}/narrative?lang=zh")
    page.get_by_label("检索词").fill(WORDS)
    page.get_by_label("检索词").press("Enter")
    page.locator(f"mark:has-text('{WORDS}')").first.wait_for(timeout=15_000)
    assert "q=" in page.url
    link = page.locator(".prose a").first
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_selector(f"{DRAWER} iframe", timeout=15_000)
    frame = page.frame_locator(f"{DRAWER} iframe")
    frame.locator(".quote").wait_for(timeout=15_000)
    assert WORDS in re.sub(r"\s", "", frame.locator(".quote").inner_text())
    page.wait_for_timeout(1000)
    assert is_on_screen(page, frame, "#here")


def test_a_link_gives_the_same_hits_in_the_other_language(page: Any, address: str) -> None:
    counts = {}
    for language in ("zh", "en"):
        opened(page, f"{address}/narrative?tab=search&q={WORDS}&lang={language}")
        page.locator("mark").first.wait_for(timeout=15_000)
        counts[language] = page.locator("mark").count()
    assert counts["zh"] == counts["en"] > 0


def test_a_mark_of_a_practice_opens_its_sentence(page: Any, address: str) -> None:
    opened(page, f"{address}/practices?tab=matrix&y=2023&pg=supervision&lang=zh")
    mark = page.locator(".js-plotly-plot .scatterlayer .trace").first.locator(".points path").first
    mark.scroll_into_view_if_needed()
    at = mark.bounding_box()
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    page.wait_for_selector(f"{DRAWER} iframe", timeout=15_000)
    frame = page.frame_locator(f"{DRAWER} iframe")
    quoted = frame.locator(".quote")
    quoted.wait_for(timeout=15_000)
    page.wait_for_timeout(1000)
    assert is_on_screen(page, frame, "#here")
    sentence = re.sub(r"\s", "", quoted.inner_text())
    assert any(word in sentence for word in ("专人", "培训", "考核", "通报", "检查", "整改", "领导"))
    page.locator(f"{DRAWER} button:visible").first.click()
    text = re.sub(r"\s", "", page.inner_text("[data-testid=stMain]"))
    assert sentence.split("总体情况")[-1] in text


def test_the_nearest_report_is_set_side_by_side_with_a_click(page: Any, address: str) -> None:
    opened(page, f"{address}/narrative?tab=copies&lang=zh")
    button = page.get_by_role("button", name="并排对照")
    button.scroll_into_view_if_needed()
    button.click()
    page.locator(".prose .repeated").first.wait_for(timeout=15_000)
    page.wait_for_timeout(1000)
    assert "tab=beside" in page.url
    assert "ref=" in page.url
    assert "ry=" in page.url


def test_the_file_holds_the_hits_of_the_screen(page: Any, address: str) -> None:
    opened(page, f"{address}/narrative?tab=search&q={WORDS}&lang=zh")
    page.locator("mark").first.wait_for(timeout=15_000)
    hit_count = page.locator("p.prose").count()
    fold = page.get_by_text("本页检索结果")
    fold.scroll_into_view_if_needed()
    fold.click()
    button = page.get_by_role("button", name=re.compile("CSV")).last
    button.wait_for(timeout=15_000)
    with page.expect_download() as download:
        button.click()
    rows = list(csv.DictReader(StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == hit_count
    assert all(WORDS in row["上下文"] for row in rows)
