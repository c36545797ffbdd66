"""What a user would otherwise reach for, on the same files: time, and cells that come out under their labels.

Every peer gets an environment of its own below ``build/peers``; one that cannot be installed or run here is left out,
and the note says why. A cell counts where its text stands in a row and column of one extracted table whose texts to
the left and above hold both of its labels: what a program could look up without knowing the form.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from analytics.documents.detect import read_bytes, read_bytes_again
from analytics.reports.parse import parse
from analytics.simulate.collection import FORMATS, Format
from analytics.simulate.places import list_counties
from analytics.simulate.quality import Quality, measure_quality
from analytics.simulate.world import Filled, simulate
from analytics.vocabulary import form

ROOT = Path(__file__).parent.parent
SCRATCH = ROOT / "build" / "peers"
PACKAGES = {
    "pandas.read_html": ["pandas", "lxml"],
    "python-docx": ["python-docx"],
    "pdfplumber.extract_tables": ["pdfplumber"],
    "camelot": ["camelot-py"],
    "markitdown": ["markitdown[docx,pdf]"],
    "docling": ["docling"],
    "datasette": ["datasette", "datasette-vega"],
}
READS = {
    Format.HTML: ("cms", ["pandas.read_html", "markitdown"]),
    Format.DOCX: ("plain", ["python-docx", "markitdown", "docling"]),
    Format.PDF: ("pages", ["pdfplumber.extract_tables", "camelot", "markitdown", "docling"]),
}
"""format → the manner measured, and who reads it."""
INSTALL_SECONDS, RUN_SECONDS = 600, 300


@dataclass(frozen=True, slots=True)
class PeerRow:
    """One reader on the files of one format; ``note`` where it was left out."""

    made: Format
    name: str
    milliseconds: float | None = None
    share: float | None = None
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        if self.milliseconds is None or self.share is None:
            return str(self.made), self.name, "–", "–", self.note
        return str(self.made), self.name, f"{self.milliseconds:.1f}", f"{self.share:.1%}", self.note


def measure() -> list[PeerRow]:
    """Ours first, then every peer, format by format."""
    filled = [one for place in list_counties(2) for one in simulate(place, (2020, 2021, 2023), seed=4)]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for made, (manner, names) in READS.items():
            paths = []
            for number, one in enumerate(filled):
                paths.append(Path(folder, f"{number}.{made}"))
                paths[-1].write_bytes(FORMATS[made].manners[manner](one.sheet))
            rows.append(_ours(made, paths, filled))
            rows += [_peer(made, name, paths, filled) for name in names]
    return rows


def _ours(made: Format, paths: list[Path], filled: list[Filled]) -> PeerRow:
    times, total = [], Quality()
    for path, one in zip(paths, filled, strict=True):
        data = path.read_bytes()
        for _ in range(4):
            start = time.process_time()
            (report,) = parse(read_bytes(data, name=path.name), again=partial(read_bytes_again, data, name=path.name))
            taken = time.process_time() - start
        times.append(taken)
        total += measure_quality(report, {code: text for code, text in one.sheet.printed.items() if text})
    return PeerRow(
        made, "CountyScope", statistics.median(times) * 1000, total.exact / total.cells, "facts and findings"
    )


def _peer(made: Format, name: str, paths: list[Path], filled: list[Filled]) -> PeerRow:
    python = environment(name)
    if isinstance(python, str):
        return PeerRow(made, name, note=python)
    command = [str(python), str(ROOT / "benchmarks" / "peer.py"), name, *map(str, paths)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=RUN_SECONDS, check=True)
    except subprocess.TimeoutExpired:
        return PeerRow(made, name, note=f"left out: more than {RUN_SECONDS} s")
    except subprocess.CalledProcessError as reason:
        said = [line for line in reason.stderr.splitlines() if line.strip()]
        return PeerRow(made, name, note=f"left out: {said[-1][:120] if said else reason.returncode}")
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"seconds"')]
    right = cells = 0
    for one, answer in zip(filled, found, strict=True):
        labelled = {found for table in answer["tables"] for found in _labelled(table)}
        for code, text in one.sheet.printed.items():
            cell = form.map_cells_by_code()[code]
            if text:
                cells += 1
                right += any((_folded(line), _folded(cell.column.label), text) in labelled for line in _names(cell))
    milliseconds = statistics.median(answer["seconds"] for answer in found) * 1000
    return PeerRow(made, name, milliseconds, right / cells, "tables without their meaning")


def _names(cell: form.Cell) -> tuple[str, ...]:
    return (cell.line.label, *cell.line.aliases)


def _labelled(table: list[list[str]]) -> set[tuple[str, str, str]]:
    """(one label, another label, text) of every cell."""
    found = set()
    above: dict[int, set[str]] = {}
    for row in table:
        left: set[str] = set()
        for column, text in enumerate(row):
            labels = left | above.get(column, set())
            found |= {(one, other, text.strip()) for one in labels for other in labels}
            left = left | {_folded(text)}
        for column, text in enumerate(row):
            above.setdefault(column, set()).add(_folded(text))
    return found


def _folded(text: str) -> str:
    return re.sub(r"[\s()（）]", "", text)


def environment(name: str) -> Path | str:
    """The interpreter of the peer's environment, or why there is none."""
    folder = SCRATCH / re.sub(r"\W", "-", name)
    python = folder / "bin" / "python"
    try:
        if not (folder / ".ready").exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
            install = [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *PACKAGES[name]]
            subprocess.run(install, check=True, capture_output=True, timeout=INSTALL_SECONDS)
            (folder / ".ready").touch()
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return "left out: it could not be installed here"
    return python
