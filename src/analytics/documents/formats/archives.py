"""Archives of documents: they are unpacked in the folder; alone they are no document."""

from __future__ import annotations

from typing import Never

from analytics.documents.containers import repacked
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.errors import DocumentError

ZIP, TAR, SEVEN_ZIP, RAR = Kind(".zip"), Kind(".tar"), Kind(".7z"), Kind(".rar")
_RAR_START = b"Rar!"


def _is_any(sample: Sample) -> bool:
    """An archive with a directory that is of no other kind."""
    return bool(sample.data)


def _is_seven_zip(sample: Sample) -> bool:
    return sample.data.startswith(repacked.SEVEN) and repacked.is_archive(sample.data[: repacked.HEAD])


def _is_tar(sample: Sample) -> bool:
    return repacked.is_archive(sample.data[: repacked.HEAD])


def _is_rar(sample: Sample) -> bool:
    return sample.data.startswith(_RAR_START)


def _refuse(source: Source) -> Never:
    raise DocumentError("archive_alone", file=source.name)


def _refuse_rar(source: Source) -> Never:
    raise DocumentError("rar_not_read", file=source.name)


FORMATS = (
    FileFormat(kind=ZIP, told=Told.MEMBERS, is_told_by=_is_any, rank=90, read=_refuse),
    FileFormat(kind=SEVEN_ZIP, told=Told.BYTES, is_told_by=_is_seven_zip, rank=60, read=_refuse, libraries=("py7zr",)),
    FileFormat(
        kind=TAR,
        told=Told.BYTES,
        is_told_by=_is_tar,
        rank=61,
        read=_refuse,
        other_endings=(".tgz",),
        libraries=("fsspec",),
    ),
    FileFormat(kind=RAR, told=Told.BYTES, is_told_by=_is_rar, read=_refuse_rar, is_read=False, is_attached=False),
)
