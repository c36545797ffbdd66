"""Every document of a folder at once, as the tests look at it; an ingest opens only the files that changed."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.documents.containers.archived import MEMBER, ListedFile, refuse_taken_name
from analytics.documents.folder import Folder
from analytics.documents.found import find_archive_folders


def list_documents(folder: Folder) -> Iterator[ListedFile]:
    """Every document in order of name."""
    files = folder.files()
    folders = find_archive_folders((file.name for file in files), MEMBER)
    for file in files:
        yield from refuse_taken_name(file.name, folder.documents(file), folders)
