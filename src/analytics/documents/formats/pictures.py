"""Pictures of a page, which are recognised."""

from __future__ import annotations

from functools import partial

from analytics.documents.kinds import FileFormat, Kind, Sample, Source, Told
from analytics.documents.model import Document
from analytics.documents.scans import picture

_STARTS: dict[Kind, tuple[bytes, ...]] = {
    Kind(".png"): (b"\x89PNG",),
    Kind(".jpg"): (b"\xff\xd8\xff",),
    Kind(".tif"): (b"II*\x00", b"MM\x00*"),
    Kind(".gif"): (b"GIF8",),
    Kind(".bmp"): (b"BM",),
    Kind(".webp"): (b"RIFF",),
}
_OTHER_ENDINGS = {Kind(".jpg"): (".jpeg",), Kind(".tif"): (".tiff",)}
_ADORNING = frozenset({Kind(".gif"), Kind(".bmp"), Kind(".webp")})
"""Pictures that adorn a page."""


def is_picture(data: bytes) -> bool:
    """Whether a file begins as a picture does."""
    return any(data.startswith(starts) for starts in _STARTS.values())


def _begins(sample: Sample, starts: tuple[bytes, ...]) -> bool:
    return sample.data.startswith(starts)


def _read(source: Source, reading: int = 0) -> Document:
    return picture.read(source.data, name=source.name, sha256=source.sha256, limits=source.limits, reading=reading)


FORMATS = tuple(
    FileFormat(
        kind=kind,
        told=Told.BYTES,
        is_told_by=partial(_begins, starts=starts),
        read=_read,
        read_again=partial(_read, reading=1),
        other_endings=_OTHER_ENDINGS.get(kind, ()),
        is_attached=kind not in _ADORNING,
        libraries=("pillow", "numpy"),
        optional_libraries=("rapidocr", "onnxruntime", "opencv-python-headless"),
    )
    for kind, starts in _STARTS.items()
)
