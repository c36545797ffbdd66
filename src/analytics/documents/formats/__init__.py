"""Every kind of file: a module below this package that declares ``FORMATS`` is found here.

Whoever has to know a kind asks here: the reader of documents, the fetcher that names a file, the memory of readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from analytics.documents.containers import compound, packed
from analytics.documents.kinds import FileFormat, Kind, Sample, Told
from analytics.errors import DocumentError


class Identified(NamedTuple):
    """What a file is; ``content`` is its text, in ``encoding``, where it is a text of any kind."""

    format: FileFormat
    content: str = ""
    encoding: str = ""

    @property
    def kind(self) -> Kind:
        """How the name of such a file ends."""
        return self.format.kind


def _list_declared() -> Iterator[FileFormat]:
    for module in iter_modules(__path__, f"{__name__}."):
        yield from import_module(module.name).FORMATS


def _arrange() -> dict[Kind, FileFormat]:
    """The formats by kind, in the order in which they are asked. ValueError where a kind stands twice."""
    arranged: dict[Kind, FileFormat] = {}
    for declared in sorted(_list_declared(), key=lambda declared: (declared.told, declared.rank)):
        if declared.kind in arranged:
            raise ValueError(f"two formats of documents end in {declared.kind}; give one another ending")
        arranged[declared.kind] = declared
    return arranged


FORMATS: Mapping[Kind, FileFormat] = _arrange()
_BY_WAY: Mapping[Told, tuple[FileFormat, ...]] = {
    way: tuple(declared for declared in FORMATS.values() if declared.told is way) for way in Told
}
ATTACHED_ENDINGS = tuple(
    ending
    for declared in FORMATS.values()
    if declared.is_attached
    for ending in (declared.kind, *declared.other_endings)
)
"""How the names of files end that a page links to as documents of their own."""
LIBRARIES = tuple(sorted({library for declared in FORMATS.values() for library in declared.libraries}))
"""The distributions that documents are read with."""
OPTIONAL_LIBRARIES = tuple(
    sorted({library for declared in FORMATS.values() for library in declared.optional_libraries})
)
"""Those that pictures are read with, where they are installed."""


def identify(data: bytes, *, name: str) -> Identified:
    """What a file is, by its bytes alone; ``name`` is used in messages. Raises DocumentError where it is damaged,
    empty, locked with a password, of a kind that is not read, or no text."""
    sample = Sample(data, name)
    if data.startswith(packed.SIGNATURE):
        return Identified(_find(Told.MEMBERS, sample))
    if data.startswith(compound.SIGNATURE):
        if compound.ENCRYPTED in sample.streams:
            raise DocumentError("password_needed", file=name)
        return Identified(_find(Told.STREAMS, sample))
    declared = _find_or_none(Told.BYTES, sample)
    if declared is not None:
        return Identified(declared)
    content, encoding = sample.text
    return Identified(_find(Told.TEXT, sample), content, encoding)


def _find_or_none(way: Told, sample: Sample) -> FileFormat | None:
    return next((declared for declared in _BY_WAY[way] if declared.is_told_by(sample)), None)


def _find(way: Told, sample: Sample) -> FileFormat:
    declared = _find_or_none(way, sample)
    if declared is None:
        raise DocumentError("format_not_read", file=sample.name, found="office")
    return declared
