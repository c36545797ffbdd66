"""Fuzz of every reader: whatever the bytes, a report or a refusal, in bounded time. ``make fuzz`` runs it for a while;
the suite runs a short part of it. A finding prints the seed and leaves the bytes in a file that repeats it.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from rich.console import Console
from rich.progress import Progress

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.errors import DocumentError
from analytics.reports.parse import parse
from analytics.simulate.collection import FORMATS, Format
from analytics.simulate.mutate import mutate_bytes
from analytics.simulate.places import list_counties
from analytics.simulate.world import simulate

FORMATS_FUZZED = [document_format for document_format in Format if document_format is not Format.SCAN]
SECONDS_A_DOCUMENT = 20
"""What one small mutated document may take."""


class TooSlow(BaseException):
    """Not an Exception, so that no reader takes it for damage."""


def seeds(made: Format) -> list[bytes]:
    """Whole documents of a format, in every manner and both editions."""
    forms = [next(iter(simulate(list_counties(1)[0], [year], seed=1, errors=0.5))) for year in (2019, 2022)]
    return [draw(filled.sheet) for filled in forms for draw in FORMATS[made].manners.values()]


def attempt(data: bytes) -> None:
    """Read as an ingest would. Raises whatever is no refusal, and TooSlow."""

    def give_up(*_: object) -> None:
        raise TooSlow(f"more than {SECONDS_A_DOCUMENT} seconds")

    previous = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS_A_DOCUMENT)
    try:
        parse(read_bytes(data, name="fuzz"), again=partial(read_bytes_again, data, name="fuzz"))
    except DocumentError:
        pass
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def cases(made: Format, first: int = 0) -> Iterator[tuple[int, bytes]]:
    """(seed, bytes) without end."""
    documents = seeds(made)
    number = first
    while True:
        random = Random(f"{made} {number}")
        yield number, mutate_bytes(random.choice(documents), random)
        number += 1


def main() -> None:
    """``make fuzz``: every format in turn, an equal share of the time each."""
    seconds = float(sys.argv[1]) / len(FORMATS_FUZZED)
    console = Console(stderr=True)
    counts, found = {}, 0
    with Progress(console=console) as bar:
        for made in FORMATS_FUZZED:
            task, start = bar.add_task(made, total=seconds), time.monotonic()
            first = int(time.time())
            for number, data in cases(made, first):
                bar.update(task, completed=time.monotonic() - start)
                counts[made] = number - first
                if time.monotonic() - start > seconds:
                    break
                try:
                    attempt(data)
                except (Exception, TooSlow) as reason:  # noqa: BLE001  # what is looked for
                    found += 1
                    kept = Path(tempfile.gettempdir()) / f"fuzz-{made}-{number}"
                    kept.write_bytes(data)
                    console.print(f"{made} {number}: {reason!r}, kept in {kept}", markup=False)
    console.print(f"{sum(counts.values())} documents, {found} findings: {counts}", markup=False)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
