"""Pages that a browser saved whole."""

from __future__ import annotations

import pytest

from analytics.documents.detect import read_bytes
from analytics.errors import DocumentError

HEAD = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: {}\r\n\r\n"
RELATED = HEAD.format('multipart/related; type="text/html"; boundary="X"')


def test_the_page_is_read_in_the_encoding_that_it_has() -> None:
    page = "<html><p>县政府信息公开工作年度报告，全县行政机关制发规范性文件情况如下。</p><table><tr><td>规章</td><td>3</td></tr></table></html>".encode(
        "gb18030"
    )
    part = b"--X\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: binary\r\n\r\n" + page
    document = read_bytes(RELATED.encode() + part + b"\r\n--X--\r\n", name="a.mht")
    assert (document.reader, document.encoding) == ("mhtml", "gb18030")
    (_, grid) = document.blocks
    assert [cell.text for cell in grid.rows[0]] == ["规章", "3"]  # type: ignore[union-attr]


def test_a_message_without_a_page_is_refused() -> None:
    part = "--X\r\nContent-Type: text/css\r\n\r\nbody {}\r\n--X--\r\n"
    with pytest.raises(DocumentError, match="markup_broken"):
        read_bytes((RELATED + part).encode(), name="a.mht")
