"""Tables in the markup of wikis and typesetters: their cells, their spans, and what is no table of theirs."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.documents.model import Grid, Heading
from analytics.documents.texts.markups import convert_to_markdown

MEDIAWIKI = """== 二、主动公开 ==

{| class="wikitable"
! 项目 !! 自然人
! 总计
|-
| rowspan="2" | 新收
| 3
| 12
|-
| 4 || 13
|}
"""
ASCIIDOC = """== 二、主动公开

[cols=",,"]
|===
|项目 |自然人 |总计

.2+|新收 |3
|12
|4 |13
|===
"""
LATEX = r"""\documentclass{article}
\begin{document}
\hypertarget{a}{%
\section{二、主动公开}\label{a}}

\begin{longtable}[]{@{}>{\raggedright}p{(\columnwidth - 4\tabcolsep) * \real{0.3}}ll@{}}
\toprule
项目 & 自然人 & 总计 \\
\midrule
\endfirsthead
项目 & 自然人 & 总计 \\
\endhead
\multirow{2}{*}{新收} & 3 & 12 \\
& 4 & 13 \\
\bottomrule
\end{longtable}
\end{document}
"""
TROFF = r""".SS \[u4E8C]\[u3001]主动公开
.TS
tab(@);
l l l.
T{
项目
T}@T{
自然人
T}@T{
\[u603B]\[u8BA1]
T}
T{
新收
T}@T{
.nr LL 4n
3
T}@T{
12
T}
@4@13
.TE
"""


def texts(content: str) -> list[list[str]]:
    document = read_bytes(content.encode(), name="report")
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("content", [MEDIAWIKI, ASCIIDOC], ids=["mediawiki", "asciidoc"])
def test_cells_keep_their_rows_and_spans(content: str) -> None:
    assert texts(content) == [["项目", "自然人", "总计"], ["新收", "3", "12"], ["4", "13"]]


@pytest.mark.parametrize("content", [LATEX, TROFF], ids=["latex", "troff"])
def test_cells_below_a_label_of_two_rows_are_blank(content: str) -> None:
    assert texts(content) == [["项目", "自然人", "总计"], ["新收", "3", "12"], ["", "4", "13"]]


@pytest.mark.parametrize(
    "content", [MEDIAWIKI, ASCIIDOC, LATEX, TROFF], ids=["mediawiki", "asciidoc", "latex", "troff"]
)
def test_headings_are_headings(content: str) -> None:
    document = read_bytes(content.encode(), name="report")
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == ["二、主动公开"]


@pytest.mark.parametrize("content", [MEDIAWIKI, ASCIIDOC, TROFF], ids=["mediawiki", "asciidoc", "troff"])
def test_what_stands_behind_a_table_keeps_the_number_of_its_line(content: str) -> None:
    marked = convert_to_markdown(f"{content}结尾\n")
    assert marked is not None
    assert marked.splitlines().index("结尾") == len(content.splitlines())


def test_a_cell_of_markup_is_text() -> None:
    assert texts("{|\n| 规章 < 3\n| 2\n|}\n") == [["规章 < 3", "2"]]


@pytest.mark.parametrize(
    "text", ["{|\n| 1\n", "|===\n|1\n", "\\begin{tabular}{l}\n1\n", ".TS\nl.\n1\n", "一、总体情况"]
)
def test_a_table_that_does_not_end_is_none(text: str) -> None:
    assert convert_to_markdown(text) is None


@pytest.mark.parametrize(
    "line", ["{|\n", "|===\n", "\\begin{tabular}{\n", ".TS\n", "+--+--+\n", "|1\n", "T{\n", "=== ===\n"]
)
def test_openings_without_an_end_keep_no_reader_busy(line: str) -> None:
    document = read_bytes(line.encode() * 20_000, name="report")
    assert document.blocks
