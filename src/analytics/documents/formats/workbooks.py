"""Spreadsheets: XLSX and XLSB, XLS (WPS Office writes what Excel wrote)."""

from __future__ import annotations

from analytics.documents import witness
from analytics.documents.containers.office_marks import WORKBOOK_PARTS
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.sheets import workbook

XLSX, XLS = Kind(".xlsx"), Kind(".xls")


def _is_packed(sample: Sample) -> bool:
    return not WORKBOOK_PARTS.isdisjoint(sample.members)


def _is_compound(sample: Sample) -> bool:
    return not workbook.STREAMS.isdisjoint(sample.streams)


def _read_packed(source: Source) -> Document:
    return workbook.read_packed(source.data, name=source.name, sha256=source.sha256, limits=source.limits)


def _reread_packed(source: Source) -> Document | None:
    return witness.reread_workbook(source.data, name=source.name, sha256=source.sha256)


def _read_compound(source: Source) -> Document:
    return workbook.read(source.data, name=source.name, sha256=source.sha256, limits=source.limits)


FORMATS = (
    FileFormat(
        kind=XLSX,
        told=Told.MEMBERS,
        is_told_by=_is_packed,
        rank=20,
        read=_read_packed,
        read_again=_reread_packed,
        libraries=("lxml", "openpyxl", "python-calamine"),
    ),
    FileFormat(
        kind=XLS,
        told=Told.STREAMS,
        is_told_by=_is_compound,
        rank=10,
        read=_read_compound,
        other_endings=(".et",),
        libraries=("xlrd", "olefile", "python-calamine"),
    ),
)
