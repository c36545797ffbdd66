"""A folder → the moments at which what arrived in it is whole. It is listed again and again, which works on any share;
files are opened by the ingest alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from analytics.documents.found import Place, Stamp
from analytics.errors import CollectionError

Listing = Mapping[str, Stamp | None]
"""Every file by name, with what tells whether it has changed."""
_LONGEST = 20
"""Settling times after which a folder in which something never settles is ingested all the same: an ingest leaves a
file that is being written to the next one."""


def list_folder(address: str | Path) -> Listing:
    """The listing of a folder. Raises CollectionError where it cannot be listed."""
    return {file.name: file.stamp for file in Place(address).files()}


def wait_for_changes(
    listing: Callable[[], Listing],
    *,
    every: float,
    settle: float,
    explain: Callable[[CollectionError], None],
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Listing]:
    """At once what the folder lists, then its listing whenever it has changed since the last one given and then stayed
    as it is for ``settle`` seconds. It is listed every ``every`` seconds; a folder that cannot be listed is explained
    once and waited for."""
    given: Listing | None = None
    latest: Listing = {}
    changed_at = first_at = clock()
    is_explained = False
    while True:
        try:
            current = listing()
            is_explained = False
        except CollectionError as refusal:
            if not is_explained:
                explain(refusal)
            is_explained, current = True, latest
        now = clock()
        if latest == given and current != latest:
            first_at = now
        if current != latest:
            latest, changed_at = current, now
        is_whole = now - changed_at >= settle or now - first_at >= _LONGEST * settle
        if latest != given and not is_explained and (given is None or is_whole):
            given = latest
            yield latest
            continue
        sleep(every)
