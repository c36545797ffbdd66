"""PDF, read from the words on its pages or, where they are pictures, from those."""

from __future__ import annotations

from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.pdf import forms, pdf, pdfplumbed

PDF = Kind(".pdf")
_MARK, _MARK_WITHIN = b"%PDF-", 1024
"""Programs accept the mark anywhere in the first kilobyte, and mailed files carry junk before it."""


def _is_pdf(sample: Sample) -> bool:
    return _MARK in sample.data[:_MARK_WITHIN]


def _read(source: Source) -> Document:
    forms.judge(source.data, name=source.name)
    return pdf.read(source.data, name=source.name, sha256=source.sha256, limits=source.limits)


def _read_again(source: Source) -> Document:
    if pdf.is_scan(source.data, limits=source.limits):
        return pdf.read(source.data, name=source.name, sha256=source.sha256, limits=source.limits, reading=1)
    return pdfplumbed.read(source.data, name=source.name, sha256=source.sha256, limits=source.limits)


FORMATS = (
    FileFormat(
        kind=PDF,
        told=Told.BYTES,
        is_told_by=_is_pdf,
        rank=10,
        read=_read,
        read_again=_read_again,
        libraries=("pypdfium2", "pdfplumber", "pdfminer.six", "numpy", "pillow"),
    ),
)
