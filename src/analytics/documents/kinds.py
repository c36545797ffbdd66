"""What a kind of file declares: how its bytes are told, how its name ends, how it is read, and with which libraries.

The kinds themselves stand in :mod:`analytics.documents.formats`, a module each or one for those that belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import NewType

from analytics.documents.containers import compound, packed
from analytics.documents.encoding import decode
from analytics.documents.model import Document
from analytics.errors import DocumentError
from analytics.settings import Limits

Kind = NewType("Kind", str)
"""What a file is by its bytes: how the name of such a file ends."""


class Told(IntEnum):
    """By what a kind is told: by the members of an archive, the streams of a compound file, its first bytes or marks
    among them, or by what its text says. A file is looked at in the first way that fits it; bytes that are of no kind
    are looked at as a text."""

    MEMBERS = 1
    STREAMS = 2
    BYTES = 3
    TEXT = 4


@dataclass(frozen=True)
class Sample:
    """The bytes of a file of which it is not known yet what they are; ``name`` is used in messages."""

    data: bytes
    name: str

    @cached_property
    def members(self) -> frozenset[str]:
        """The names in an archive's directory. Raises DocumentError where it is damaged."""
        return packed.list_members(self.data, name=self.name)

    @cached_property
    def streams(self) -> frozenset[str]:
        """The streams of a compound file. Raises DocumentError where its directory is damaged."""
        return compound.list_streams(self.data, name=self.name)

    @cached_property
    def text(self) -> tuple[str, str]:
        """The text and its encoding. Raises DocumentError where it is none, or empty."""
        content, encoding = decode(self.data, name=self.name)
        if not content.strip("\ufeff \t\r\n\x00"):
            raise DocumentError("empty_file", file=self.name)
        return content, encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that is read: its bytes, or its ``content`` in ``encoding`` where it is a text of any kind.

    ``conversions`` are those that an office program has made already, by hash. ``read_part`` reads what the file
    carries, ``reread_part`` reads that a second time.
    """

    data: bytes
    name: str
    sha256: str
    limits: Limits
    content: str = ""
    encoding: str = ""
    conversions: Mapping[str, bytes] = field(default_factory=dict)
    read_part: Callable[[bytes], Document]
    reread_part: Callable[[bytes], Document | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A kind of file.

    Of the kinds that are told in the same way, those of lower ``rank`` are asked first. ``read`` raises DocumentError
    with what is wrong and what to do, for a kind that is not read always; ``is_read`` says so beforehand.
    ``read_again`` is a second, independent reading, None where there is none. ``other_endings`` are further ones that
    such files have, ``is_attached`` whether pages link to them as documents of their own, ``libraries`` the
    distributions that they are read with, ``optional_libraries`` those that may be absent.
    """

    kind: Kind
    told: Told
    is_told_by: Callable[[Sample], bool]
    rank: int = 50
    read: Callable[[Source], Document]
    read_again: Callable[[Source], Document | None] | None = None
    is_read: bool = True
    other_endings: tuple[str, ...] = ()
    is_attached: bool = True
    libraries: tuple[str, ...] = ()
    optional_libraries: tuple[str, ...] = ()
