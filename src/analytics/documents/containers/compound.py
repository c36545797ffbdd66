"""A compound file (DOC, XLS, WPS, ET: the office formats before 2007) → the names of its streams."""

from __future__ import annotations

import io

import olefile

from analytics.errors import DocumentError

SIGNATURE = bytes(olefile.MAGIC)
ENCRYPTED = "EncryptedPackage"
"""Stream of a newer office file that is locked with a password."""


def list_streams(data: bytes, *, name: str) -> frozenset[str]:
    """The streams at the top of the file. Raises DocumentError where its directory is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return frozenset(path[0] for path in file.listdir())
    except MemoryError:
        raise
    except Exception as reason:  # the library raises whatever a damaged directory happens to cause
        raise DocumentError("archive_damaged", file=name, reason=str(reason)) from reason
