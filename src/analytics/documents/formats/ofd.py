"""OFD, the Chinese standard of fixed pages (GB/T 33190)."""

from __future__ import annotations

from analytics.documents.containers.office_marks import OFD_MAIN
from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.pdf import ofd

OFD = Kind(".ofd")


def _is_ofd(sample: Sample) -> bool:
    return OFD_MAIN in sample.members


def _read(source: Source) -> Document:
    return ofd.read(source.data, name=source.name, sha256=source.sha256, limits=source.limits)


FORMATS = (FileFormat(kind=OFD, told=Told.MEMBERS, is_told_by=_is_ofd, rank=40, read=_read, libraries=("lxml",)),)
