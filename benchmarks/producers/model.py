"""What a producer is: the files of one stage → files as another program makes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Sequence[Path], Path], list[Path]]
"""(files, folder for the results) → as many files in the same order; CalledProcessError where a program fails."""


@dataclass(frozen=True, slots=True)
class Producer:
    """One way in which a report becomes a file.

    ``format`` and ``name`` are its place in the floor file; ``source`` is an original (:mod:`.originals`) or the key of
    another producer, whose files it takes; ``command`` is what a person would type to make the same. ``documents`` are
    measured, the first ``sample`` of them by the suite.
    """

    format: str
    name: str
    source: str
    command: str
    make: Make
    documents: int = 12
    sample: int = 4

    @property
    def key(self) -> str:
        """What the floor file and other producers call it."""
        return f"{self.format} {self.name}"
