"""What a reading, and what a build, depends on, as a digest: another version of any of it reads or builds anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from analytics.documents.formats import LIBRARIES, OPTIONAL_LIBRARIES
from analytics.documents.word import office

_PACKAGE = Path(str(files("analytics")))
READERS = (*LIBRARIES, "opencc", "pypinyin", "rapidfuzz")
"""Every distribution that the packages of :data:`PARSER` import: another version may read otherwise."""
PARSER = ("documents", "reports", "vocabulary")
_BUILDER = ("collection", "warehouse", "audit", "transforms", "prose", "ingest", "vocabulary/prose")
_READ_LATER = "vocabulary/prose/"
"""What is looked for in the prose once documents are read: other words for it build anew and read nothing again."""


def make_builder_fingerprint() -> str:
    """A digest of everything that makes a build out of the shards: another version of it builds anew."""
    digest = hashlib.sha256(version("countyscope").encode())
    _digest_sources(digest, _BUILDER)
    return digest.hexdigest()[:16]


def make_fingerprint() -> str:
    """A digest of everything that a reading depends on: parser source, form, places, reader versions."""
    digest = hashlib.sha256((_PACKAGE / "settings.py").read_bytes())  # limits decide refusals
    _digest_sources(digest, PARSER, without=_READ_LATER)
    digest.update("\n".join(f"{name} {version(name)}" for name in READERS).encode())
    digest.update("\n".join(f"{name} {_find_version(name)}" for name in OPTIONAL_LIBRARIES).encode())
    digest.update(_identify_office().encode())
    digest.update((_PACKAGE / "warehouse" / "columns.py").read_bytes())  # what is kept of a reading
    return digest.hexdigest()[:16]


def _identify_office() -> str:
    """Which LibreOffice there is: asking it for its version would take longer than an ingest with nothing new."""
    program = office.find_program()
    if program is None:
        return "no office"
    status = Path(program).resolve().stat()
    return f"office {status.st_size} {status.st_mtime_ns}"


def _find_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"  # installing it reads anew what was refused without it


def _digest_sources(digest: hashlib._Hash, parts: Iterable[str], *, without: str | None = None) -> None:
    for part in parts:
        for source in sorted((_PACKAGE / part).rglob("*")):
            if source.suffix in (".py", ".csv"):
                name = source.relative_to(_PACKAGE).as_posix()
                if without is not None and name.startswith(without):
                    continue
                digest.update(name.encode() + b"\0" + source.read_bytes())
