"""Files that somebody hands over → a build of them alone, in a temporary folder; from there into a raw folder, or away.

They are read as any collection is, so that photographs of pages are joined and several documents for one organ and year
are told apart by the ingest itself. A draft leaves nothing behind: its folder goes when it is discarded, or with it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import weakref
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pathvalidate import sanitize_filename

from analytics.errors import CollectionError
from analytics.ingest.changes import Progress
from analytics.ingest.pipeline import ingest, is_document
from analytics.ingest.summaries import IngestSummary
from analytics.settings import MEBIBYTE, Settings

FOLDER = "uploaded"
"""Below the raw folder: each set of files that is published together has a folder of its own there."""
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""A folder's name has no digits: readers of documents take hints from paths, and a year is one."""
_LONGEST_NAME = 180
"""Bytes of a name: file systems end at 255."""
_LONGEST_ENDING = 12


class Upload(NamedTuple):
    """A file as it was handed over."""

    name: str
    content: bytes


class Draft:
    """Some files in a temporary folder. CollectionError where none of them may be a report, where they are too large
    together and where there is no room."""

    def __init__(self, uploads: Sequence[Upload], settings: Settings) -> None:
        size = sum(len(upload.content) for upload in uploads)
        if size > settings.limits.upload_bytes:
            limit = settings.limits.upload_bytes
            raise CollectionError("upload_too_large", size_mb=size / MEBIBYTE, limit_mb=limit / MEBIBYTE)
        self.folder = Path(tempfile.mkdtemp(prefix="countyscope-"))
        self._remove = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self.settings = replace(settings, raw=self.folder / "raw", warehouse=self.folder / "warehouse")
        kept = [upload for upload in uploads if is_document(upload.name)]
        self.ignored = tuple(upload.name for upload in uploads if not is_document(upload.name))
        """Names of files that are lists or notes, which no report is read from."""
        if not kept:
            self.discard()
            raise CollectionError("upload_no_document")
        self.name = f"{FOLDER}/{_name_folder(kept)}"
        try:
            _write_files(self.files, kept)
        except OSError as reason:
            self.discard()
            raise CollectionError("upload_not_written", folder=tempfile.gettempdir()) from reason

    @property
    def files(self) -> Path:
        """The folder of the files."""
        return self.folder / "raw" / self.name

    def read(self, progress: Progress | None = None) -> IngestSummary:
        """Read the files into a build of their own, each within the limits of an ingest."""
        return ingest(self.settings, jobs=1, progress=progress)

    def publish(
        self, settings: Settings, held: Collection[str] = (), progress: Progress | None = None
    ) -> IngestSummary:
        """Put the files into the raw folder of a collection, all of them or none, and ingest what is new there. Files
        whose SHA-256 is among ``held`` are left out.

        Raises CollectionError where the folders cannot be written or hold these files already, and what an ingest
        raises; the files are out of the folder again then, and the build in use stays.
        """
        refuse_unwritable(settings)
        target = Path(settings.raw) / self.name
        half = target.with_name(f".{target.name}.part")
        try:
            target.parent.mkdir(exist_ok=True)
            if target.exists():
                raise CollectionError("upload_published", folder=self.name)
            shutil.rmtree(half, ignore_errors=True)
            shutil.copytree(self.files, half)
            _remove_held(half, held)
            os.rename(half, target)
        except OSError as reason:
            raise CollectionError("upload_not_written", folder=str(settings.raw)) from reason
        finally:
            shutil.rmtree(half, ignore_errors=True)
        try:
            summary = ingest(settings, jobs=1, progress=progress)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        self.discard()
        return summary

    def discard(self) -> None:
        """Remove every trace of the files."""
        self._remove()


def refuse_unwritable(settings: Settings) -> None:
    """CollectionError where the raw folder or the warehouse of a collection cannot be written, or lies elsewhere."""
    raw = Path(settings.raw)
    above = settings.warehouse if settings.warehouse.exists() else settings.warehouse.parent
    for folder in (raw, above):
        if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
            raise CollectionError("upload_not_written", folder=str(folder))


def _remove_held(folder: Path, held: Collection[str]) -> None:
    """CollectionError where nothing is left."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    known = [file for file in files if hashlib.sha256(file.read_bytes()).hexdigest() in held]
    if len(known) == len(files):
        raise CollectionError("upload_all_held")
    for file in known:
        file.unlink()


def _name_folder(uploads: Sequence[Upload]) -> str:
    """A name that the same files have again, so that nobody publishes them twice."""
    digest = hashlib.sha256()
    for upload in sorted(uploads):
        digest.update(hashlib.sha256(upload.name.encode("utf-8", "replace")).digest())
        digest.update(hashlib.sha256(upload.content).digest())
    return digest.hexdigest()[:12].translate(_LETTERS)


def _write_files(folder: Path, uploads: Sequence[Upload]) -> None:
    """Each under a safe name; a second file of a name goes into a folder of its own, so that it is no further page."""
    folder.mkdir(parents=True)
    for upload in uploads:
        name, place = make_safe_name(upload.name), folder
        while (place / name).exists():
            place = place / "again"
        place.mkdir(exist_ok=True)
        with (place / name).open("xb") as file:
            file.write(upload.content)


def make_safe_name(name: str) -> str:
    """The last part of a name as every system takes it, with its ending, never hidden and never a path."""
    last = PurePosixPath(name.replace("\\", "/"))
    ending = sanitize_filename(last.suffix, platform="universal")[:_LONGEST_ENDING]
    stem = sanitize_filename(last.stem, replacement_text="_", platform="universal").strip(". ") or "report"
    room = _LONGEST_NAME - len(ending.encode("utf-8"))
    return stem.encode("utf-8")[:room].decode("utf-8", errors="ignore") + ending
