"""OpenDocument texts and spreadsheets, packed or as one file of markup."""

from __future__ import annotations

import io
import zipfile

from analytics.documents.containers import packed
from analytics.documents.containers.office_marks import OPENDOCUMENT_PART
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.odf import sheets, texts
from analytics.documents.sheets import workbook

ODS, ODT, FLAT = Kind(".ods"), Kind(".odt"), Kind(".fodt")
_TYPE, _SHEET = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
"""The member of a file that says what it is, and what that of a spreadsheet says."""


def _is_sheet(sample: Sample) -> bool:
    """Whether a file calls itself a spreadsheet; a damaged one is judged by its reader."""
    if not sample.members >= {OPENDOCUMENT_PART, _TYPE}:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(sample.data)) as archive, archive.open(_TYPE) as member:
            return member.read(len(_SHEET)) == _SHEET
    except packed.DAMAGE:
        return False


def _is_text(sample: Sample) -> bool:
    return OPENDOCUMENT_PART in sample.members


def _is_flat(sample: Sample) -> bool:
    return texts.is_flat(sample.data)


def _read(source: Source) -> Document:
    """A text or a spreadsheet by what is in it, whatever the file calls itself."""
    root, known = texts.read_content(source.data, name=source.name, limits=source.limits)
    if texts.is_sheet(root):
        pages = sheets.read_pages(root, known, name=source.name, limits=source.limits)
        return workbook.build_document(
            pages, reader="odf", name=source.name, sha256=source.sha256, limits=source.limits
        )
    return texts.read_document(root, known, name=source.name, sha256=source.sha256, limits=source.limits)


FORMATS = (
    FileFormat(kind=ODS, told=Told.MEMBERS, is_told_by=_is_sheet, rank=30, read=_read, libraries=("lxml",)),
    FileFormat(kind=ODT, told=Told.MEMBERS, is_told_by=_is_text, rank=31, read=_read, libraries=("lxml",)),
    FileFormat(
        kind=FLAT,
        told=Told.BYTES,
        is_told_by=_is_flat,
        rank=80,
        read=_read,
        is_attached=False,
        libraries=("lxml",),
    ),
)
