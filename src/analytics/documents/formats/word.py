"""Word processors' files: DOCX, and what an office program converts to it (DOC, RTF; WPS Office writes what Word
wrote)."""

from __future__ import annotations

import hashlib

from analytics.documents import excess, witness
from analytics.documents.containers import packed
from analytics.documents.containers.office_marks import find_docx_text
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.word import docx, office
from analytics.documents.word.doctext import MAIN_STREAM

DOCX, DOC, RTF = Kind(".docx"), Kind(".doc"), Kind(".rtf")


def _is_docx(sample: Sample) -> bool:
    return find_docx_text(sample.members) is not None


def _is_doc(sample: Sample) -> bool:
    return MAIN_STREAM in sample.streams


def _is_rtf(sample: Sample) -> bool:
    return sample.data.startswith(office.RTF)


def _read_docx(source: Source) -> Document:
    return docx.read(
        source.data,
        name=source.name,
        sha256=source.sha256,
        limits=source.limits,
        read_chunk=lambda chunk: _read_chunk(chunk, source),
    )


def _read_chunk(chunk: bytes, source: Source) -> Document:
    """A document embedded in a word processor's file; one embedded in that one once more is not read."""
    if chunk.startswith(packed.SIGNATURE) and _is_docx(Sample(chunk, source.name)):
        return docx.read(chunk, name=source.name, sha256=hashlib.sha256(chunk).hexdigest(), limits=source.limits)
    return source.read_part(chunk)


def _reread_docx(source: Source) -> Document | None:
    return witness.reread_docx(source.data, name=source.name, sha256=source.sha256)


def _convert(source: Source) -> Document:
    return office.read(
        source.data,
        name=source.name,
        sha256=source.sha256,
        limits=source.limits,
        conversions=source.conversions,
    )


def _convert_rtf(source: Source) -> Document:
    excess.judge_rtf(source.data, name=source.name, limits=source.limits)
    return _convert(source)


FORMATS = (
    FileFormat(
        kind=DOCX,
        told=Told.MEMBERS,
        is_told_by=_is_docx,
        rank=10,
        read=_read_docx,
        read_again=_reread_docx,
        libraries=("lxml", "python-docx"),
    ),
    FileFormat(
        kind=DOC,
        told=Told.STREAMS,
        is_told_by=_is_doc,
        rank=20,
        read=_convert,
        other_endings=(".wps",),
        libraries=("olefile",),
    ),
    FileFormat(kind=RTF, told=Told.BYTES, is_told_by=_is_rtf, rank=70, read=_convert_rtf),
)
