"""A chart alone: its address, what its page still draws, and its rows on paper."""

from __future__ import annotations

import re
from html import unescape

import pytest

from analytics.dashboard.panels.sheets import write_sheet_style
from analytics.dashboard.state import sheet
from analytics.dashboard.state.address import Sheet
from analytics.dashboard.state.sheet import write_sheet_link
from analytics.settings import Settings
from dashboard.test_pages import RUICHENG, opened

LINK = "https://data.example.cn/trends?m=penalty_items&o=140830%7C%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&lang=zh"


def test_the_address_of_a_chart_alone_is_that_of_its_page_with_the_chart_named() -> None:
    alone = write_sheet_link(LINK, Sheet.EMBED, "trends")
    assert alone == f"{LINK}&sheet=embed&only=trends"
    assert write_sheet_link(alone, Sheet.PRINT, "trends") == f"{LINK}&sheet=print&only=trends"
    assert write_sheet_link(alone, None) == LINK


@pytest.mark.parametrize("only", ["</style><script>", "x} * {display:none", "TRENDS", "a--b", ""])
def test_what_is_no_key_of_a_chart_never_gets_into_a_style(only: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet.st, "query_params", {"only": only, "sheet": "embed"})
    style = write_sheet_style(Sheet.EMBED)
    assert not only or only not in style
    assert "[class*=st-key-sheet-]" in style


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_paper_has_the_rows_of_the_chart_and_a_frame_has_none(
    lang: str, collection: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    parameters = {"m": "penalty_items", "o": [RUICHENG], "from": "2019", "to": "2020", "lang": lang, "only": "trends"}
    bodies = {
        kind: "".join(
            str(html.proto.body)
            for html in opened("trends", collection, monkeypatch, sheet=kind, **parameters).get("html")
        )
        for kind in ("print", "embed")
    }
    rows = re.findall(r"<tr>(.*?)</tr>", bodies["print"])
    cells = [[unescape(text) for text in re.findall(r"<td[^>]*>(.*?)</td>", row)] for row in rows[1:]]
    assert [row[1] for row in cells] == ["2019", "2020"]
    assert cells[0][2].startswith("1,701") and "2020" in cells[0][4]  # stated by the report of 2020
    assert cells[1][2].startswith("1,248") and "−453" in cells[1][3]
    assert "sheet-rows" not in bodies["embed"]
    for body in bodies.values():
        foot = body.split("sheet-foot")[1]
        assert "m=penalty_items" in foot and "sheet=" not in foot


def test_a_page_as_a_whole_has_neither_foot_nor_paper(collection: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("trends", collection, monkeypatch, m="penalty_items", o=[RUICHENG], lang="en")
    bodies = "".join(str(html.proto.body) for html in app.get("html"))
    assert "sheet-foot" not in bodies and "sheet-rows" not in bodies
