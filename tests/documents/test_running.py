"""What a browser prints on every page stands in texts of its prints, and is no line of theirs."""

from __future__ import annotations

import pytest

from analytics.documents.page.running import find_running_lines, remove_running
from analytics.documents.printed import Box, Word
from analytics.documents.texts import text

TITLE = "芮城县人民政府2023年政府信息公开工作年度报告"
ADDRESS = "https://www.example.gov.cn/zwgk/xxgk/ndbg/2024/01/t20240130_1234567890_abcdefghijklmnopqrstuvwxyz.html"


@pytest.mark.parametrize("foot", [f"{ADDRESS} {{}}/3", f"{{}}/3 {ADDRESS}", ADDRESS])
def test_feet_and_repeated_titles_are_running_lines(foot: str) -> None:
    lines = [TITLE, "规章 0 0 0", foot.format(1), TITLE, "规范性文件 1 2 3", "", foot.format(2), "", TITLE, "后文"]
    assert find_running_lines(lines) == {2, 3, 6, 8}


def test_an_address_that_the_text_names_is_kept() -> None:
    assert find_running_lines([TITLE, "网址：", "http://www.example.gov.cn/", "后文"]) == frozenset()


def test_what_follows_a_page_is_kept_where_it_does_not_run() -> None:
    assert find_running_lines([TITLE, f"{ADDRESS} 1/2", "规章 0 0 0", f"{ADDRESS} 2/2"]) == {1, 3}


def test_running_lines_are_no_blocks_and_count_as_lines() -> None:
    content = f"{TITLE}\n| 规章 | 0 | 0 | 0 |\n{ADDRESS} 1/2\n{TITLE}\n| 规范性文件 | 1 | 2 | 3 |"
    document = text.read(content, name="report.txt", sha256="", encoding="utf-8")
    assert [block.place.line for block in document.blocks] == [1, 2]
    assert [row[1].place.line for row in document.blocks[1].rows] == [2, 5]  # type: ignore[union-attr]


def line(text: str, top: float, height: float, left: float = 0.0) -> list[Word]:
    return [
        Word(character, Box(left + height * at, top, left + height * (at + 1), top + height))
        for at, character in enumerate(text)
    ]


@pytest.mark.parametrize("foot", ["https://www.example.cn/zwgk/202401/t1.html 1/3", "2/3 file:///a.html"])
def test_a_running_foot_is_no_part_of_a_page(foot: str) -> None:
    page = line("规章 7 9", 10, 12)
    number = [word for word in line(foot, 800, 6) if word.text != " "]
    assert remove_running([*page, *number]) == page


@pytest.mark.parametrize("last", ["附件 https://www.example.cn/1", "3/4", "合计 12"])
def test_the_last_line_of_a_page_is_a_foot_only_where_it_says_so(last: str) -> None:
    page = [*line("规章 7 9", 10, 12), *line(last, 800, 6)]
    assert remove_running(page) == page


def test_a_head_printed_as_small_as_the_foot_is_no_part_of_a_page() -> None:
    head, page = line(TITLE, 10, 6, left=200), line("规章 7 9", 40, 12)
    foot = [word for word in line("file:///a.html 2/3", 800, 6) if word.text != " "]
    assert remove_running([*head, *page, *foot]) == page
    assert remove_running([*line(TITLE, 10, 12), *page, *foot]) == [*line(TITLE, 10, 12), *page]
