"""What stands around a printed cell is shown as the document has it: merged cells stay merged, text stays text."""

from __future__ import annotations

import hashlib
import io

import docx
import pytest

from analytics.dashboard.panels.evidence import write_excerpt
from analytics.documents.excerpt import Excerpt, ExcerptCell, Head, read_excerpt

PAGE = """<table>
<tr><td rowspan=3 colspan=2>（本列数据的勾稽关系）</td><td colspan=3>申请人情况</td></tr>
<tr><td rowspan=2>自然人</td><td colspan=2>法人</td></tr>
<tr><td>商业企业</td><td>总计</td></tr>
<tr><td colspan=2>一、本年新收</td><td>7</td><td>1</td><td>8</td></tr>
<tr><td colspan=2>二、上年结转</td><td>0</td><td>0</td><td>0</td></tr>
<tr><td rowspan=4>三、办理结果</td><td>（一）予以公开</td><td>1</td><td>1</td><td>2</td></tr>
<tr><td>（二）部分公开</td><td>2</td><td>0</td><td>2</td></tr>
<tr><td>（三）不予公开</td><td>3</td><td>0</td><td>3</td></tr>
<tr><td>（七）&lt;b&gt;总计</td><td>6</td><td>1</td><td>7</td></tr>
<tr><td colspan=2>四、结转</td><td>1</td><td>0</td><td>1</td></tr>
</table>""".encode()


def around(content: bytes, row: int, column: int, element: int = 0, name: str = "a.html") -> Excerpt:
    digest = hashlib.sha256(content).hexdigest()
    return read_excerpt([content], name=name, sha256=digest, element=element, row=row, column=column)


def widths(rows: tuple[tuple[ExcerptCell, ...], ...]) -> list[int]:
    """Columns that each row takes up, merged cells from above included."""
    found = [0] * len(rows)
    for row, cells in enumerate(rows):
        for cell in cells:
            for down in range(row, row + cell.rowspan):
                found[down] += cell.colspan
    return found


def test_a_header_of_merged_cells_is_shown_as_it_is_merged() -> None:
    found = around(PAGE, 3, 1)
    assert not found.header
    first = found.rows[0]
    assert [(cell.rowspan, cell.colspan, cell.head) for cell in first] == [(3, 2, Head.COLUMN), (1, 3, Head.COLUMN)]
    assert [cell.text for row in found.rows for cell in row if cell.is_marked] == ["7"]
    assert widths(found.rows) == [5] * len(found.rows)


def test_rows_far_below_keep_their_header_and_the_cell_that_spans_them() -> None:
    found = around(PAGE, 8, 3)
    assert widths(found.header) == [5, 5, 5]
    assert [row[0].text for row in found.rows] == ["三、办理结果", "（三）不予公开", "（七）<b>总计", "四、结转"]
    assert (found.rows[0][0].rowspan, found.rows[0][0].head) == (3, Head.ROW)  # it begins above and is cut
    assert widths(found.rows) == [5] * 4
    assert [cell.text for row in found.rows for cell in row if cell.is_marked] == ["7"]


@pytest.mark.parametrize("row", range(10))
def test_every_row_can_be_shown_and_none_is_ragged(row: int) -> None:
    found = around(PAGE, row, 0)
    assert set(widths(found.rows)) == {5}
    assert sum(cell.is_marked for line in found.rows for cell in line) == 1


def test_the_table_on_the_page_has_spans_and_scopes_and_no_markup_of_the_document() -> None:
    html = write_excerpt(around(PAGE, 8, 3))
    assert "<th rowspan='3' colspan='2' scope='colgroup'" in html
    assert "scope='rowgroup'" in html and "<strong>7</strong>" in html
    assert "&lt;b&gt;" in html and "<b>" not in html
    assert "overflow-x:auto" in html and "tabindex='0'" in html


def test_merged_cells_of_a_word_file_are_shown_merged() -> None:
    document, file = docx.Document(), io.BytesIO()
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "信息内容"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "本年"
    for row, texts in ((1, ("制发", "废止")), (2, ("1", "0")), (3, ("2", "5"))):
        for column, text in enumerate(texts, start=1):
            table.cell(row, column).text = text
    table.cell(2, 0).text, table.cell(3, 0).text = "规章", "规范性文件"
    document.save(file)
    found = around(file.getvalue(), 3, 2, name="a.docx")
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in found.rows[0]] == [("信息内容", 2, 1), ("本年", 1, 2)]
    assert [cell.text for row in found.rows for cell in row if cell.is_marked] == ["5"]
    assert widths(found.rows) == [3] * 4
