"""Pages that a browser saved whole, and reports that came by mail."""

from __future__ import annotations

import hashlib
import io
import zipfile
from email.message import EmailMessage

import pytest

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.documents.witness import WITNESSES
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
    with pytest.raises(DocumentError, match="message_empty"):
        read_bytes((RELATED + part).encode(), name="a.mht")


ROWS = "".join(f"<tr><td>第{number}行</td><td>{number}</td></tr>" for number in range(1, 26))
PAGE = f"<html><body><h1>某县报告</h1><table>{ROWS}</table></body></html>"


def _mail(body: str = "报告见附件。") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "office@example.org", "某县报告"
    mail["MIME-Version"] = "1.0"
    mail.set_content(body)
    return mail


def _attach(mail: EmailMessage, data: bytes, name: str) -> EmailMessage:
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail


def test_the_only_file_attached_to_a_mail_is_the_document() -> None:
    mail = bytes(_attach(_mail(), PAGE.encode(), "报告.html"))
    document = read_bytes(mail, name="a.eml")
    assert document.format == "html"
    assert document.blocks[-1].rows[4][1].text == "5"  # type: ignore[union-attr]
    assert document.sha256 == hashlib.sha256(mail).hexdigest()


def test_a_mail_of_text_alone_is_read_as_a_text() -> None:
    document = read_bytes(bytes(_mail("一、总体情况\n本机关收到申请3件。\n")), name="a.eml")
    assert document.format == "text"
    assert [block.text for block in document.blocks if block.text] == ["一、总体情况", "本机关收到申请3件。"]  # type: ignore[union-attr]


def test_a_mail_whose_page_holds_the_tables_is_read_and_the_attachment_is_said_to_be_unread() -> None:
    mail = _mail()
    mail.add_alternative(PAGE, subtype="html")
    mail.make_mixed()
    document = read_bytes(bytes(_attach(mail, b"other", "a.txt")), name="a.eml")
    assert (document.reader, document.remarks) == ("mhtml", ("attachments_unread",))


def test_a_letterhead_in_a_table_does_not_stand_for_the_attached_report() -> None:
    mail = _mail()
    mail.add_alternative("<table><tr><td>办公室</td><td>电话</td></tr></table>", subtype="html")
    mail.make_mixed()
    document = read_bytes(bytes(_attach(mail, PAGE.encode(), "报告.html")), name="a.eml")
    assert len(document.blocks[-1].rows) == 25  # type: ignore[union-attr]


def test_nothing_is_chosen_among_several_attachments() -> None:
    mail = _attach(_attach(_mail(), b"a", "a.txt"), b"b", "b.txt")
    with pytest.raises(DocumentError, match="many_attachments"):
        read_bytes(bytes(mail), name="a.eml")


def test_a_mail_attached_to_a_mail_as_a_file_is_refused() -> None:
    with pytest.raises(DocumentError, match="message_empty"):
        read_bytes(bytes(_attach(_mail(), bytes(_mail()), "b.bin")), name="a.eml")


def test_the_second_reading_of_a_mail_is_that_of_what_is_attached() -> None:
    second = read_bytes_again(bytes(_attach(_mail(), PAGE.encode(), "报告.html")), name="a.eml")
    assert second is not None
    assert second.reader in WITNESSES


def test_an_archive_attached_to_a_mail_is_to_be_saved_first() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    for packed in (file.getvalue(), b"Rar!\x1a\x07\x01\x00"):
        _refuse_attached(packed)


def _refuse_attached(packed: bytes) -> None:
    with pytest.raises(DocumentError, match="archive_attached"):
        read_bytes(bytes(_attach(_mail(), packed, "a.bin")), name="a.eml")
