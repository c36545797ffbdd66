"""Which members make an archive the file of an office program, and not an archive of documents."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_DOCX_TEXT = re.compile(r"word/document\d*\.xml")
"""Files saved in a browser call their text ``document2.xml``."""
WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
"""Members of an archive that is a spreadsheet file."""
OPENDOCUMENT_PART = "content.xml"
OFD_MAIN = "OFD.xml"


def find_docx_text(members: Iterable[str]) -> str | None:
    """The member that holds the text, if these are the members of a word processor's file."""
    return min((member for member in members if _DOCX_TEXT.fullmatch(member)), default=None)


def is_office_file(members: Collection[str]) -> bool:
    """Whether these are the members of one file of an office program."""
    marks = WORKBOOK_PARTS | {OPENDOCUMENT_PART, OFD_MAIN}
    return find_docx_text(members) is not None or not marks.isdisjoint(members)
