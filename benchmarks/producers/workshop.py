"""Runs the producers over the same reports: each program once for all of them, each stage made when it is needed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analytics.documents.word.office import find_program
from analytics.simulate.world import Filled
from benchmarks.producers import originals
from benchmarks.producers.model import Producer
from benchmarks.producers.prints import PRINTS
from benchmarks.producers.scans import SCANS
from benchmarks.producers.texts import TEXTS

PRODUCERS: Mapping[str, Producer] = {one.key: one for one in (*PRINTS, *TEXTS, *SCANS)}
"""Every producer by its key."""
PROGRAMS = ("chromium", "pandoc", "pdftotext", "pdftoppm")


def missing() -> list[str]:
    """The programs that are not on this machine; ``make setup-producers`` installs them."""
    return [name for name in PROGRAMS if not shutil.which(name)] + ["libreoffice"] * (find_program() is None)


@dataclass(slots=True)
class Workshop:
    """The files of every stage of ``reports``, below ``folder``."""

    folder: Path
    reports: Sequence[Filled]
    _made: dict[str, list[Path]] = field(default_factory=dict)

    def files(self, key: str) -> list[Path]:
        """The files of an original or a producer, in the order of the reports, of as many reports as it declares.
        Raises CalledProcessError where a program fails, FileNotFoundError where it left a file out."""
        if key not in self._made:
            self._made.update(self._produced(PRODUCERS[key]) if key in PRODUCERS else self._drawn())
        return self._made[key]

    def _drawn(self) -> dict[str, list[Path]]:
        return originals.write(self.folder, self.reports)

    def _produced(self, producer: Producer) -> dict[str, list[Path]]:
        folder = self.folder / producer.key.replace(" ", "_")
        folder.mkdir(parents=True)
        made = producer.make(self.files(producer.source)[: producer.documents], folder)
        for path in made:
            path.stat()
        return {producer.key: made}
