"""Charts taken away, in a real browser: whole, with their Chinese, and opened again without a server."""

# ruff: noqa: F811

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lxml import etree
from PIL import Image
from test_journeys import RUICHENG, opened, page, server  # noqa: F401

from analytics.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


def saved(page: Any, name: str, tmp_path: Path) -> Path:
    with page.expect_download(timeout=30_000) as caught:
        page.get_by_role("button", name=name, exact=True).click()
    file = tmp_path / caught.value.suggested_filename
    caught.value.save_as(file)
    return file


def test_svg_holds_title_and_source_as_text(page: Any, server: tuple[str, Settings], tmp_path: Path) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=penalty_items&o={RUICHENG}")
    file = saved(page, "保存此图： SVG", tmp_path)
    assert file.name == "countyscope-trends.svg"
    drawing = etree.fromstring(file.read_bytes())
    texts = ["".join(text.itertext()) for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    whole = "".join(texts)
    assert "芮城县人民政府" in whole and "1,248" in whole and "−26.6%" in whole
    assert "来源：" in whole and "单位：项" in whole and "数据版本" in whole
    styles = [text.get("style") for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert all("Noto Sans CJK SC" in style for style in styles)


def test_png_is_drawn_in_its_size_with_its_title(page: Any, server: tuple[str, Settings], tmp_path: Path) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=penalty_items&o={RUICHENG}")
    picture = Image.open(io.BytesIO(saved(page, "保存此图： PNG", tmp_path).read_bytes())).convert("L")
    assert picture.width == 2400 and 800 < picture.height < 2000
    ink = np.asarray(picture) < 128
    assert not ink[:20].any()  # nothing is cut at the edge
    assert ink[30:90].mean() > 0.01 and ink[100:200].any()
    # The strip of Chinese in the title is dense: empty boxes or nothing would not be.
    columns = np.flatnonzero(ink[30:90].any(axis=0))
    assert columns[0] < 80 and len(columns) > 600


def test_a_saved_page_opens_without_a_server(
    browser: Any, page: Any, server: tuple[str, Settings], tmp_path: Path
) -> None:
    opened(page, f"{server[0]}/trends?lang=zh&m=penalty_items&o={RUICHENG}")
    file = saved(page, "保存此图： 网页", tmp_path)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    addresses: list[str] = []
    alone.on("request", lambda request: addresses.append(request.url))
    alone.goto(file.as_uri())
    alone.wait_for_selector(".js-plotly-plot .main-svg")
    assert "芮城县人民政府" in alone.inner_text("h1") and "来源：" in alone.inner_text("main")
    assert [address for address in addresses if not address.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_the_buttons_are_reached_by_keyboard_in_english(page: Any, server: tuple[str, Settings]) -> None:
    opened(page, f"{server[0]}/trends?lang=en&m=penalty_items&o={RUICHENG}")
    button = page.get_by_role("button", name="Save this chart: PNG", exact=True)
    button.focus()
    with page.expect_download(timeout=30_000) as caught:
        page.keyboard.press("Enter")
    assert caught.value.suggested_filename == "countyscope-trends.png"
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    assert page.locator(".modebar-btn[data-title*=PNG], .modebar-btn[data-title*=png]").count() == 0


def test_the_drawing_library_may_be_kept_and_a_missing_one_is_said(page: Any, server: tuple[str, Settings]) -> None:
    kept = page.request.get(f"{server[0]}/data/plotly.min.js?v=1")
    assert kept.status == 200 and "immutable" in kept.headers["cache-control"]
    page.route("**/data/plotly.min.js*", lambda route: route.abort())
    opened(page, f"{server[0]}/trends?lang=en&m=penalty_items&o={RUICHENG}")
    page.get_by_role("button", name="Save this chart: SVG", exact=True).click()
    page.get_by_role("status").get_by_text("Not saved").wait_for(timeout=10_000)


def test_a_picture_takes_the_size_and_title_that_were_chosen_and_keeps_what_must_be_said(
    page: Any, server: tuple[str, Settings], tmp_path: Path
) -> None:
    opened(page, f"{server[0]}/trends?lang=en&m=penalty_items&o={RUICHENG}")
    page.get_by_label("Your own title (optional)").fill("Fewer <items>, says the form")
    page.get_by_label("Size of the picture").select_option("slide")
    picture = Image.open(io.BytesIO(saved(page, "Save this chart: PNG", tmp_path).read_bytes()))
    assert (picture.width, picture.height) == (1920, 1080)
    page.get_by_label("Size of the picture").select_option("phone")
    drawing = etree.fromstring(saved(page, "Save this chart: SVG", tmp_path).read_bytes())
    texts = "".join("".join(text.itertext()) for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert drawing.get("width") == "600"
    assert "Fewer <items>, says the form" in texts and "Source:" in texts and "build" in texts
